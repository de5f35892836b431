"""Files and folders to pages and refusals."""

from __future__ import annotations

import os

import pytest

from rashomon.intake import open_paths
from rashomon.record import Page, Refusal, page_id
from rashomon.settings import Settings


def opened(*paths):
    return list(open_paths([str(path) for path in paths], Settings(page_bytes=1000)))


def test_pages_come_sorted_by_path_whatever_the_order_they_are_given_in(tmp_path):
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(f"<p>{name}</p>" * 3 if name.endswith("html") else f"words of {name}")
    whole = opened(tmp_path)
    assert [page.file for page in whole] == ["a.txt", "b.txt", "c.html"]
    assert opened(*sorted(tmp_path.iterdir(), reverse=True)) == whole


def test_a_page_keeps_its_bytes_and_its_hash(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfwords\r\n")
    (page,) = opened(tmp_path)
    assert page.raw == b"\xef\xbb\xbfwords\r\n"
    assert page.id == page_id(page.raw)


def test_the_content_says_what_a_page_is_not_its_name(tmp_path):
    (tmp_path / "a.txt").write_text("<!DOCTYPE html><html><body>x</body></html>")
    (tmp_path / "b.html").write_text("A plain text that speaks of <p> once.")
    assert [page.content_type for page in opened(tmp_path)] == ["text/html", "text/plain"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty"), (b" \n", "empty"), (b"%PDF-1.7 x", "binary"), (b"ab\x00cd", "binary"), (b"x" * 1001, "too-large")],
)
def test_what_gives_no_page_gives_a_refusal_in_its_place(tmp_path, content, code):
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b.txt").write_text("words")
    refusal, page = opened(tmp_path)
    assert isinstance(refusal, Refusal)
    assert (refusal.stage, refusal.code) == ("intake", code)
    assert isinstance(page, Page)


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path):
    (tmp_path / "empty").mkdir()
    codes = {refusal.code for refusal in opened(tmp_path / "none.txt", tmp_path / "empty")}
    assert codes == {"no-such-path", "empty-folder"}


def test_a_file_that_vanishes_after_the_folder_was_listed_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.txt").write_text("words")
    pages = open_paths([str(tmp_path)], Settings())
    next(pages)
    (tmp_path / "b.txt").unlink()
    (refusal,) = list(pages)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "vanished"


def test_a_pipe_is_not_waited_on(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (refusal,) = opened(tmp_path / "pipe")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "unreadable"


def test_file_names_that_are_no_text_can_still_be_written(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("words")
    (page,) = opened(tmp_path)
    page.file.encode("utf-8")
