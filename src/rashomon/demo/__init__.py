"""The demo case: twelve invented pages on one contested evacuation, and their answer coded by hand.

What lives here: the pages (as HTML and as the text a scraper leaves of it), the answer, and the paths to them. Country,
places, bodies and people are invented. What must not live here: code that reads pages, and anything a stage could
lean on; no stage may know that these pages exist."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def html_folder() -> Path:
    """The folder of the pages as HTML, one `NN-name.html` each."""
    return HERE / "pages"


def text_folder() -> Path:
    """The folder of the same pages as stripped text, `NN-name.txt`: same words, furniture lines kept."""
    return HERE / "pages-text"


def answer_path() -> Path:
    """The answer coded by hand for the text pages (YAML; its head explains the form)."""
    return HERE / "answer.yaml"


def html_pages() -> tuple[Path, ...]:
    """The HTML pages, sorted by name."""
    return tuple(sorted(html_folder().glob("*.html")))


def text_pages() -> tuple[Path, ...]:
    """The text pages, sorted by name."""
    return tuple(sorted(text_folder().glob("*.txt")))
