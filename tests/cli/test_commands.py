"""The command line as a person meets it: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rashomon.record import Claim, Event, from_plain
from tests.conftest import here, rashomon

Done = subprocess.CompletedProcess[str]


def test_help_comes_at_once() -> None:
    """Under 150 ms on an idle machine; the bound here is loose for a busy one, what is imported is not."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        assert rashomon("--help").returncode == 0
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.6


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from rashomon.cli.group import run; run(['--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"sqlalchemy", "numpy", "onnxruntime", "lxml", "rich", "asyncio"} & {
        name.split(".")[0] for name in done.stdout.split()
    }


def test_every_command_is_listed() -> None:
    listed = rashomon("--help").stdout
    for name in ("build", "show", "report", "export", "demo", "doctor"):
        assert f"  {name} " in listed


def test_an_unknown_command_or_option_is_a_usage_error() -> None:
    assert here("biuld").returncode == 2
    assert here("show").returncode == 2
    assert here("show", "x", "--event", "a", "--claim", "b").returncode == 2


def test_showing_a_folder_that_is_no_case_says_what_was_looked_for(tmp_path: Path) -> None:
    done = here("show", tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert str(tmp_path / "case.db") in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_prints_a_ledger_and_says_how_to_open_it(demo: tuple[Path, Done]) -> None:
    where, done = demo
    assert done.returncode == 0, done.stderr
    assert "12 pages" in done.stdout
    assert f"rashomon show {where}" in done.stderr


def test_one_can_walk_down_from_the_ledger_to_the_words_on_a_page(demo_case: Path) -> None:
    ledger = json.loads(here("show", demo_case, "--json").stdout)
    event_id = max(ledger["events"], key=lambda line: line["claims"])["id"]
    event = json.loads(here("show", demo_case, "--event", event_id, "--json").stdout)
    claim_id = event["claims"][0]["id"]
    done = here("show", demo_case, "--claim", claim_id)
    assert "words   …" in done.stdout
    page = json.loads(here("show", demo_case, "--claim", claim_id, "--json").stdout)["page"]
    assert (demo_case / "pages" / page[:2] / page).is_file()


def test_an_id_that_the_case_does_not_hold_is_named(demo_case: Path) -> None:
    done = here("show", demo_case, "--event", "event-none")
    assert done.returncode == 1
    assert "event-none" in done.stderr


def test_an_export_holds_the_records_of_the_case(demo_case: Path, tmp_path: Path) -> None:
    done = here("export", demo_case, "--format", "jsonl", "--out", tmp_path / "out")
    assert done.stdout.split() == [
        str(tmp_path / "out" / f"{kind}.jsonl")
        for kind in ("documents", "sources", "claims", "events", "relations", "refusals")
    ]
    claims = [from_plain(Claim, json.loads(line)) for line in (tmp_path / "out" / "claims.jsonl").open()]
    events = [from_plain(Event, json.loads(line)) for line in (tmp_path / "out" / "events.jsonl").open()]
    assert {claim.event for claim in claims if claim.event} == {event.id for event in events}


def test_an_unknown_format_is_an_error_that_names_the_known_ones(demo_case: Path, tmp_path: Path) -> None:
    done = here("export", demo_case, "--format", "doc", "--out", tmp_path)
    assert done.returncode == 1
    assert "jsonl" in done.stderr


def test_the_report_names_every_page(demo_case: Path) -> None:
    report = here("report", demo_case).stdout
    for page in json.loads(here("report", demo_case, "--json").stdout)["pages"]:
        assert page["file"] in report


def test_the_doctor_finds_this_installation_well(tmp_path: Path) -> None:
    done = here("doctor", "--folder", tmp_path)
    assert done.returncode == 0, done.stdout
    assert {line.split()[1] for line in done.stdout.splitlines()} == {
        "python",
        "sqlite",
        "model",
        "gazetteer",
        "folder",
    }


def test_the_doctor_says_which_folder_cannot_be_used(tmp_path: Path) -> None:
    done = here("doctor", "--folder", tmp_path / "none")
    assert done.returncode == 1
    assert "BAD  folder" in done.stdout


def test_bad_inputs_are_told_kept_and_do_not_stop_the_others(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    good = "Families leave Orlim\n\nThe Ilmar League said forty families were evacuated from Orlim on 4 May 2031.\n"
    (pages / "good.txt").write_text(good)
    (pages / "empty.txt").write_text("")
    (pages / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (pages / "large.txt").write_bytes(b"word " * (4 * 2**20))
    (pages / "other.txt").write_text("Die Familien wurden am Montag aus der Stadt gebracht, sagte ein Sprecher. " * 20)
    (pages / "torn.txt").write_bytes(good.encode() + b"\n\xff\xfe\xfa The ministry said \xc3\x28 nothing.\n")
    done = rashomon("build", pages, tmp_path / "missing.txt", "--case", tmp_path / "case")
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    here("export", tmp_path / "case", "--out", tmp_path / "out")
    refusals = [json.loads(line) for line in (tmp_path / "out" / "refusals.jsonl").open()]
    told = {
        Path(refusal["file"]).name: refusal["code"] for refusal in refusals if refusal["stage"] in ("intake", "read")
    }
    assert {"empty.txt", "binary.txt", "large.txt", "other.txt", "missing.txt"} <= set(told)
    documents = {json.loads(line)["file"] for line in (tmp_path / "out" / "documents.jsonl").open()}
    assert {"good.txt", "torn.txt"} <= documents


def test_the_same_pages_in_another_order_and_by_other_workers_export_the_same_bytes(
    tmp_path: Path, demo_case: Path
) -> None:
    from rashomon.case import demo_pages

    pages = sorted(demo_pages().iterdir())[:4]
    for name, order, workers in (("one", pages, 1), ("two", pages[::-1], 2)):
        assert rashomon("build", *order, "--case", tmp_path / name, "--workers", workers).returncode == 0
        here("export", tmp_path / name, "--out", tmp_path / f"{name}-out")
    for file in sorted((tmp_path / "one-out").iterdir()):
        assert file.read_bytes() == (tmp_path / "two-out" / file.name).read_bytes(), file.name


@pytest.mark.skipif(not hasattr(signal, "SIGINT"), reason="no signals here")
def test_an_interrupted_build_exits_130_and_can_be_run_again(tmp_path: Path) -> None:
    from rashomon.case import demo_pages

    case = tmp_path / "case"
    command = [sys.executable, "-m", "rashomon", "build", "-", "--case", str(case)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ}
    )  # its input stays open: it cannot end by itself
    deadline = time.monotonic() + 60
    while not (case / "case.db").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    assert process.stderr is not None
    said = process.stderr.read()
    assert process.wait(timeout=60) == 130, said
    assert "interrupted" in said
    assert rashomon("build", demo_pages(), "--case", case).returncode == 0


def test_an_interrupt_in_the_midst_of_an_import_exits_130_as_well(tmp_path: Path) -> None:
    """Dataclasses are made by exec, after which CPython would end by the signal although it was caught."""
    (tmp_path / "torn.py").write_text(
        "import sys\n"
        "from rashomon.cli import group\n"
        "group.group.main = lambda *a, **k: exec('raise KeyboardInterrupt')\n"
        "sys.exit(group.run(['list']))\n"
    )
    done = subprocess.run([sys.executable, "-m", "torn"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "interrupted; what was stored before stays\n")


def test_a_table_of_places_can_be_added_searched_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken row is told by its number; the others are there until the table is taken away."""
    from rashomon.gazetteer import list_tables, load_gazetteer
    from rashomon.gazetteer.store import home

    load_gazetteer()
    index = next(table.path for table in list_tables() if table.bundled)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    home().mkdir(parents=True)
    shutil.copy(index, home() / index.name)
    table = tmp_path / "hills.csv"
    table.write_text("name,lat,lon\nSellin,41.5,44.2\nNowhere,north,44\n", "utf-8")
    added = rashomon("gazetteer", "add", table)
    assert (added.returncode, added.stdout) == (3, "")
    assert "row 3" in added.stderr
    assert "\tSellin\t" in rashomon("gazetteer", "search", "Sellin").stdout
    assert "hills\t1\tadded" in rashomon("gazetteer", "list").stdout
    assert rashomon("gazetteer", "remove", "hills").returncode == 0
    assert "no gazetteer table" in rashomon("gazetteer", "remove", "hills").stderr
    assert rashomon("gazetteer", "search").returncode == 2
