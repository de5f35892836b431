"""`encoder`: annotate and claim beside the bare pass of the encoder over the very same batches.

The text is invented and made from a table, 400 sentences of 9 to 45 words, the same at each run. `times_bare` holds the
whole of annotate + claim against the bare pass, `parse_times_bare` the encoder's parse alone, both by the processor
time of the process, the rounds of all three in turns, so that other work on the machine stretches them alike. `bare`
runs word pieces to vectors and nothing else: the bundled graph cut off there and opened as the whole one is (threads
that spin while they wait would count as work), which needs the package `onnx` (extra `train`).
"""

from __future__ import annotations

import random
import resource
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.claim import find_claims
from rashomon.errors import MissingExtra
from rashomon.models import BundledEncoder, load_bundled
from rashomon.models.features import Pieces, shapes
from rashomon.models.pack import FOLDER, open_graph, open_pack
from rashomon.models.windows import Batch, make_batches, make_windows
from rashomon.record import Block, Document

PAGE = 20  # sentences read in one call, about a page
ROUNDS = 3
_WHO = [
    "The Belno Monitor",
    "A spokesman for the army",
    "Two residents of Tarvo",
    "Colonel Orlan Teve",
    "She",
    "State radio",
]
_SAID = ["said", "denied", "confirmed on Monday", "told reporters", "reported late on Friday", "claimed"]
_WHAT = [
    "that more than 300 civilians were evacuated from the encircled town by bus",
    "that shells fell on the market and killed at least nine people",
    "that the talks had collapsed",
    "that fighters left the southern quarter under a deal brokered by the Red Crescent , and that nobody was hurt",
    "the attack , which began shortly before dawn and went on until the afternoon , according to the local council",
]


def measure() -> dict[str, float]:
    """Sentences and words a second of processor time, the ratios to the bare pass, the load time in seconds and the
    memory in MB that reading took."""
    text = _text()
    begun = time.process_time()
    encoder = load_bundled()
    load = time.process_time() - begun
    pages = [text[i : i + PAGE] for i in range(0, len(text), PAGE)]
    documents = [_document(page) for page in pages]
    read = partial(_read, documents, encoder)
    read()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    whole_time, parse_time, bare_time = _best(read, lambda: [encoder.parse(page) for page in pages], _bare(pages))
    words = sum(map(len, text))
    return {
        "sentences_per_s": len(text) / whole_time,
        "words_per_s": words / whole_time,
        "bare_sentences_per_s": len(text) / bare_time,
        "bare_words_per_s": words / bare_time,
        "times_bare": whole_time / bare_time,
        "parse_times_bare": parse_time / bare_time,
        "load_s": load,
        "memory_mb": memory,
    }


def _text() -> list[list[str]]:
    rng = random.Random(7)
    found = []
    for i in range(400):
        more = f", adding {rng.choice(_WHAT)}" if i % 3 == 0 else ""
        found.append(f"{rng.choice(_WHO)} {rng.choice(_SAID)} {rng.choice(_WHAT)} {more} .".split())
    return found


def _document(sentences: list[list[str]]) -> Document:
    text = "\n\n".join(" ".join(words) for words in sentences)
    blocks, at = [], 0
    for words in sentences:
        blocks.append(Block("paragraph", at, at + len(" ".join(words))))
        at = blocks[-1].end + 2
    return Document("doc-1", "page-1", "page.txt", text, tuple(blocks), language="en")


def _read(documents: list[Document], encoder: BundledEncoder) -> None:
    for document in documents:
        find_claims(document, annotate(document, encoder))


def _best(*calls: Callable[[], Any]) -> list[float]:
    """The shortest of some rounds of each call, in seconds of processor time; the first round warms up."""
    rounds = [[_timed(call) for call in calls] for _ in range(ROUNDS + 1)]
    return [min(times) for times in zip(*rounds[1:], strict=True)]


def _timed(call: Callable[[], Any]) -> float:
    begun = time.process_time()
    call()
    return time.process_time() - begun


def _bare(pages: list[list[list[str]]]) -> Callable[[], None]:
    try:
        extract_model = import_module("onnx.utils").extract_model
    except ImportError as error:
        raise MissingExtra(
            "bench.speed encoder cuts the graph with the package onnx: pip install 'rashomon[train]'"
        ) from error
    pieces = Pieces(open_pack().tokenizer)
    fed: list[Batch] = []
    for page in pages:
        cut = [pieces.of(s) for s in page]
        fed += make_batches(make_windows([sum(map(len, p)) for p in cut]), cut, [shapes(s) for s in page])
    inputs = ["pieces", "shapes", "length", "firsts"]
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "bare.onnx"
        extract_model(str(FOLDER / "reader.onnx"), str(part), inputs, ["x"])
        session = open_graph(part.read_bytes(), 0)

    def run() -> None:
        for b in fed:
            session.run(["x"], dict(zip(inputs, (b.pieces, b.shapes, b.length, b.firsts), strict=True)))

    return run
