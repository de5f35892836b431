"""The bundled encoder takes any words, gives valid parses, writes nothing, and says clearly what is damaged."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.errors import ModelError
from rashomon.models import BundledEncoder, Given, load_bundled
from rashomon.models.pack import FOLDER
from rashomon.record.parse import Parse

SAID = "The Belno Monitor said on Monday that 300 civilians were evacuated from Tarvo by bus .".split()
UNSURE = "The army may bomb the hospital if the talks fail .".split()


@pytest.fixture(scope="module")
def encoder() -> BundledEncoder:
    return load_bundled()


def check(parse: Parse, n: int) -> None:
    """Every position of a parse lies inside its sentence."""
    assert len(parse.upos) == len(parse.heads) == len(parse.deprels) == n
    assert len(parse.factuality) in (0, n)
    assert all(-1 <= h < n for h in parse.heads)
    assert parse.heads.count(-1) == (1 if n else 0)
    assert all(-3 <= f <= 3 for f in parse.factuality)
    assert len(parse.event_places) == len(parse.frames)
    assert len(parse.trigger_arguments) == len(parse.triggers)
    spans = [(e.start, e.end) for e in (*parse.entities, *parse.triggers)]
    spans += [(a.start, a.end) for f in parse.frames for a in f.arguments]
    spans += [run for q in parse.quotings for run in (*q.cue, *q.source, *q.content)]
    spans += [run for runs in parse.event_places for run in runs]
    assert all(0 <= a < b <= n for a, b in spans)


def test_a_plain_sentence_is_read(encoder: BundledEncoder) -> None:
    (parse,) = encoder.parse([SAID])
    check(parse, len(SAID))
    said = SAID.index("said")
    assert parse.heads[said] == -1
    assert any(q.cue == ((said, said + 1),) and q.source == ((0, said),) for q in parse.quotings)
    assert {f.roleset for f in parse.frames} >= {"say.01", "evacuate.01"}


def test_what_may_happen_is_less_factual_than_what_is_said(encoder: BundledEncoder) -> None:
    said, unsure = (encoder.parse([words], Given(events=True))[0] for words in (SAID, UNSURE))
    assert unsure.factuality[UNSURE.index("bomb")] < said.factuality[SAID.index("evacuated")]


@pytest.mark.parametrize(
    "sentences",
    [
        [],
        [[]],
        [[], ["Go"], []],
        [["word"] * 5000],
        [["😀", "🚌🚌", "\u200b", "\ufe0f"]],
        [["\ud800"], ["\x00", ""]],
        ["قال الناشط إن الحافلات left Tarvo".split()],
        [[w.upper() for w in SAID]],
        [["evac-", "uated", "ci\u00advilians", "a" * 3000]],
        [["."] * 700],
        [SAID] * 40,
    ],
    ids="nothing empty empties no-stop emoji odd-characters arabic capitals ocr stops many".split(),
)
def test_no_input_raises(encoder: BundledEncoder, sentences: list[list[str]]) -> None:
    parses = encoder.parse(sentences)
    assert len(parses) == len(sentences)
    for parse, words in zip(parses, sentences, strict=True):
        check(parse, len(words))


def test_the_same_sentences_give_the_same_parses(encoder: BundledEncoder) -> None:
    assert encoder.parse([SAID, UNSURE]) == encoder.parse([SAID, UNSURE]) == load_bundled().parse([SAID, UNSURE])


def test_given_predicates_are_not_looked_for(encoder: BundledEncoder) -> None:
    (parse,) = encoder.parse([SAID], Given(predicates=[[10]]))
    assert [f.index for f in parse.frames] == [10]


def test_a_frame_has_only_the_numbered_arguments_of_its_roleset(encoder: BundledEncoder) -> None:
    """ "be.01" was never seen with an ARG0, so nothing is called that."""
    (parse,) = encoder.parse(["The army is the strongest side in the valley .".split()])
    frame = next(f for f in parse.frames if f.index == 2)
    assert frame.roleset == "be.01"
    assert {a.label for a in frame.arguments} >= {"ARG1", "ARG2"}
    assert "ARG0" not in {a.label for a in frame.arguments}


def test_events_are_read_when_they_are_wanted_and_change_nothing_else(encoder: BundledEncoder) -> None:
    plain, full = encoder.parse([SAID, [], UNSURE]), encoder.parse([SAID, [], UNSURE], Given(events=True))
    assert any(parse.triggers for parse in full)
    for one, other in zip(plain, full, strict=True):
        check(other, len(other.upos))
        assert len(other.factuality) == len(other.upos)
        assert (one.factuality, one.triggers, one.trigger_arguments) == ((), (), ())
        assert (one.upos, one.heads, one.entities, one.quotings) == (
            other.upos,
            other.heads,
            other.entities,
            other.quotings,
        )


def test_the_version_names_the_model(encoder: BundledEncoder) -> None:
    assert encoder.version.startswith("rashomon-reader ")


def test_the_model_is_small_and_loads_quickly() -> None:
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) <= 30_000_000
    took = []
    for _ in range(3):
        begun = time.process_time()
        load_bundled()
        took.append(time.process_time() - begun)
    assert min(took) < 1.0  # 0.3 s of processor time; the bar of 0.5 s is measured by bench.speed


@pytest.mark.parametrize("name", ["reader.onnx", "tables.json", "sense.npz"])
def test_a_damaged_file_is_named_with_both_hashes(tmp_path: Path, name: str) -> None:
    shutil.copytree(FOLDER, tmp_path / "m")
    path = tmp_path / "m" / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))
    with pytest.raises(ModelError, match=f"{name} has SHA-256 [0-9a-f]{{64}}, its manifest states [0-9a-f]{{64}}"):
        load_bundled(tmp_path / "m")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"manifest\.json cannot be read"):
        load_bundled(tmp_path)
    shutil.copytree(FOLDER, tmp_path / "m")
    (tmp_path / "m" / "pairs.onnx").unlink()
    with pytest.raises(ModelError, match=r"pairs\.onnx cannot be read"):
        load_bundled(tmp_path / "m")


def test_loading_and_reading_write_no_file(tmp_path: Path) -> None:
    code = "from rashomon.models import load_bundled; load_bundled().parse([['Buses', 'left', '.']])"
    home = {
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    subprocess.run([sys.executable, "-c", code], check=True, env=os.environ | home, cwd=tmp_path)
    assert not list(tmp_path.rglob("*"))
