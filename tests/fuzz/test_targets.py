"""The fuzz targets hold on their seeds, on cut and altered seeds, and on what fuzzing found before."""

from __future__ import annotations

import random

import pytest

from tests.fuzz.seeds import SEEDS
from tests.fuzz.targets import TARGETS

FINDINGS: list[tuple[str, bytes]] = [
    # a header line that continues one without a colon
    ("warc", b"WARC/1.0\r\nno colon\r\n continued\r\nContent-Length: 0\r\n\r\n"),
    # a status that counts as a digit and is no number
    (
        "warc",
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a\r\nContent-Length: 16\r\n\r\n"
        b"HTTP/1.1 \xb200\r\n\r\n",
    ),
]
"""(target, input) of every finding so far."""


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_altered_inputs_break_no_promise(name):
    chance = random.Random(name)
    seed = SEEDS[name]
    for _ in range(40):
        raw = bytearray(seed)
        for _ in range(chance.randint(1, 12)):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        cut = chance.randrange(len(raw)) if chance.random() < 0.5 else len(raw)
        TARGETS[name](bytes(raw[:cut]))


@pytest.mark.parametrize(("name", "raw"), FINDINGS)
def test_what_fuzzing_found_stays_mended(name, raw):
    TARGETS[name](raw)
