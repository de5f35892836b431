"""Whatever is flipped, deleted, moved or doubled in a case, `verify` finds it."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.ledger.chain import Entry, link_entry
from rashomon.record import Document, Page
from tests.standin import StandInReader, write_pages


def reread(page: Page) -> Document | None:
    return StandInReader()(page).document


def faults(folder: Path) -> list[str]:
    """What verify finds, with the stand-in reader in the place of the real one."""
    from rashomon.errors import RashomonError
    from rashomon.ledger import read_seal, verify

    try:
        with Case.open(folder) as case:
            return [f"{f.where}: {f.what}" for f in verify(case.ledger, reread, read_seal(str(folder)))]
    except RashomonError as error:
        return [str(error)]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with pages, a refusal and decisions, of several runs; sealed. Beside it, before it was sealed."""
    folder = tmp_path_factory.mktemp("whole")
    pages = write_pages(folder / "pages")
    with Case.create(folder / "case") as case:
        case.build([pages / "a.txt"], engine=SingleEngine(), read=StandInReader())
        case.build([pages, folder / "missing.txt"], engine=SingleEngine(), read=StandInReader())
        claims = case.accounts().claims
        drafter = case.drafter(case.accounts(), "mina", "seen")
        case.decide(drafter.about_claim("accept", claims[0].id))
        case.decide(drafter.about_claim("reject", claims[1].id))
        case.refresh()
    shutil.copytree(folder / "case", folder / "unsealed")
    with Case.open(folder / "case") as case:
        case.seal("for the tests")
    return folder / "case"


@pytest.fixture
def case(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "case"))


def unguarded(folder: Path, *statements: str) -> None:
    """Changes the database as somebody would who takes the guards away first, and puts them back."""
    raw = sqlite3.connect(folder / "case.db")
    guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in guards:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, sql in guards:
        raw.execute(sql)
    raw.commit()
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


@pytest.fixture
def unsealed(whole: Path, tmp_path: Path) -> Path:
    """The case before it was sealed: its own hashes alone must find what was done to it."""
    return Path(shutil.copytree(whole.parent / "unsealed", tmp_path / "unsealed"))


def test_a_whole_case_has_no_fault(case: Path, unsealed: Path) -> None:
    assert faults(case) == []
    assert faults(unsealed) == []


def test_verify_changes_nothing(case: Path) -> None:
    before = (case / "case.db").read_bytes()
    faults(case)
    assert (case / "case.db").read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 4",
        "DELETE FROM entry WHERE seq = (SELECT MAX(seq) FROM entry)",
        "DELETE FROM head",
        "UPDATE head SET hash = 'x'",
        "UPDATE entry SET at = '2000-01-01T00:00:00Z' WHERE seq = 2",
        "UPDATE entry SET actor = 'somebody' WHERE seq = 3",
        "UPDATE entry SET kind = 'removal' WHERE kind = 'decision'",
        "UPDATE entry SET subject = subject || 'x' WHERE seq = 2",
        "UPDATE entry SET body = replace(body, 'forty', 'fifty')",
        "UPDATE entry SET body = NULL WHERE kind = 'reading'",
        "UPDATE entry SET seq = seq + 1000 WHERE seq = (SELECT MAX(seq) FROM entry)",
        "UPDATE entry SET seq = -seq",
        "INSERT INTO entry SELECT seq + 100, at, actor, kind, subject, body, body_sha256, prev, hash || 'x' "
        "FROM entry WHERE seq = 2",
        "DELETE FROM claim WHERE id = (SELECT MIN(id) FROM claim)",
        "UPDATE claim SET quote = quote || '.' WHERE id = (SELECT MIN(id) FROM claim)",
        "UPDATE claim SET body = replace(body, 'asserted', 'possible')",
        "UPDATE claim SET polarity = -1",
        "UPDATE document SET text = text || ' '",
        "UPDATE event SET grade = 'several independent'",
        "DELETE FROM ruling",
        "DELETE FROM source",
        "UPDATE refusal SET detail = ''",
        "DROP VIEW claims",
        "DROP INDEX ix_entry_subject",
        "DELETE FROM past",
        "DELETE FROM past WHERE rowid = 1",
        "UPDATE past SET body = NULL",
        "UPDATE past SET body = replace(body, 'movement', 'conflict')",
        "UPDATE past SET run = run + 1",
        "UPDATE past SET change = 'gone' WHERE change = 'changed'",
        "INSERT INTO past SELECT run, kind, id || 'x', change, body, body_sha256 FROM past LIMIT 1",
    ],
)
def test_a_row_that_was_changed_behind_the_guards_is_found(unsealed: Path, statement: str) -> None:
    unguarded(unsealed, statement)
    assert faults(unsealed)


def test_a_guard_that_was_taken_away_is_found(unsealed: Path) -> None:
    raw = sqlite3.connect(unsealed / "case.db")
    raw.execute("DROP TRIGGER entry_stays")
    raw.commit()
    raw.close()
    assert any("entry_stays" in fault for fault in faults(unsealed))


def test_two_entries_that_changed_places_are_found(unsealed: Path) -> None:
    unguarded(
        unsealed,
        "UPDATE entry SET seq = 1000 WHERE seq = 2",
        "UPDATE entry SET seq = 2 WHERE seq = 3",
        "UPDATE entry SET seq = 3 WHERE seq = 1000",
    )
    assert faults(unsealed)[0].startswith("entry 2")


def test_the_first_bad_entry_is_named_first(unsealed: Path) -> None:
    unguarded(unsealed, "UPDATE entry SET actor = 'x' WHERE seq IN (3, 5)")
    assert faults(unsealed)[0].startswith("entry 3")


def a_page(folder: Path) -> Path:
    return sorted(p for p in (folder / "pages").rglob("*") if p.is_file())[0]


@pytest.mark.parametrize(
    "harm",
    [
        lambda page: page.unlink(),
        lambda page: page.write_bytes(page.read_bytes()[:-1]),
        lambda page: page.write_bytes(page.read_bytes() + b" "),
        lambda page: page.write_bytes(b""),
        lambda page: page.rename(page.with_name("0" * 64)),
        lambda page: shutil.copy(page, page.with_name("0" * 64)),
        lambda page: shutil.copy(page, page.parent.parent / page.name),
        lambda page: shutil.move(page, page.parent.parent / "copy" / page.name),
    ],
    ids=["deleted", "shortened", "lengthened", "emptied", "renamed", "doubled", "doubled above", "moved"],
)
def test_a_page_that_is_not_as_it_was_is_found(unsealed: Path, harm: Callable[[Path], object]) -> None:
    (unsealed / "pages" / "copy").mkdir()
    a_page(unsealed).chmod(0o644)
    harm(a_page(unsealed))
    assert any(fault.startswith("page ") for fault in faults(unsealed))


def files_of(folder: Path) -> list[Path]:
    """Every file of a case but the lock, which holds nothing."""
    return sorted(p for p in folder.rglob("*") if p.is_file() and p.name != ".lock")


@pytest.mark.parametrize("harm", ["deleted", "doubled", "emptied", "lengthened"])
def test_whatever_is_done_to_any_file_of_a_sealed_case_is_found(whole: Path, tmp_path: Path, harm: str) -> None:
    """And a file that is not the case's own is told."""
    for number in range(len(files_of(whole))):
        folder = tmp_path / f"{number}"
        shutil.copytree(whole, folder)
        path = files_of(folder)[number]
        path.chmod(0o644)
        if harm == "deleted":
            path.unlink()
        elif harm == "doubled":
            shutil.copy(path, path.with_name(f"{path.name}.copy"))
        else:
            path.write_bytes(path.read_bytes() + b"\n" if harm == "lengthened" else b"")
        assert faults(folder), f"{path.name} {harm}"


def test_what_is_no_part_of_a_case_is_named(unsealed: Path) -> None:
    (unsealed / "notes.txt").write_text("see also")
    (unsealed / "export").mkdir()
    (unsealed / ".DS_Store").write_text("the system's own")
    assert [fault.split(":")[0] for fault in faults(unsealed)] == ["export", "notes.txt"]


def test_a_seal_that_was_taken_away_is_missed(case: Path) -> None:
    (case / "seal.json").unlink()
    assert faults(case) == ["seal.json: is missing, and the record was sealed"]


TABLES_HELD = ("entry", "head", "past", "document", "claim", "source", "event", "refusal", "ruling", "relation")
HARMS = ("delete", "double", "swap", "change")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_row_deleted_doubled_moved_or_changed_is_found(whole: Path, tmp_path: Path, data: st.DataObject) -> None:
    """In any table, by somebody who takes the guards away and puts them back; no seal helps."""
    folder = tmp_path / "harmed"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole.parent / "unsealed", folder)
    raw = sqlite3.connect(folder / "case.db")
    table = data.draw(st.sampled_from([t for t in TABLES_HELD if raw.execute(f"SELECT 1 FROM {t}").fetchone()]))
    columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    rows = [row[0] for row in raw.execute(f"SELECT rowid FROM {table} ORDER BY rowid")]
    raw.close()
    row, other = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(rows))
    column = data.draw(st.sampled_from(columns))
    harm = data.draw(st.sampled_from(HARMS))
    try:
        unguarded(folder, *_harm(harm, table, columns, row, other, column))
    except sqlite3.IntegrityError:
        return  # the table itself refuses it
    if raw_rows(folder, table) == raw_rows(whole.parent / "unsealed", table):
        return  # a row changed places with itself, or with its like
    assert faults(folder), f"{harm} {table} {column} of {row}, {other}"


@pytest.mark.parametrize("body", ["{}", "[]", "null", "7", "{", "body || '.'"])
@pytest.mark.parametrize("kind", ["page", "reading", "linked"])
def test_a_body_that_is_no_record_any_more_is_a_fault_and_no_crash(unsealed: Path, kind: str, body: str) -> None:
    body = body if "||" in body else f"'{body}'"
    unguarded(unsealed, f"UPDATE entry SET body = {body} WHERE kind = '{kind}'")
    assert any(fault.startswith("entry") for fault in faults(unsealed))


def _harm(harm: str, table: str, columns: list[str], row: int, other: int, column: str) -> list[str]:
    if harm == "delete":
        return [f"DELETE FROM {table} WHERE rowid = {row}"]
    if harm == "double":
        fresh = {columns[0]: f"{columns[0]} + 100" if table in ("entry", "head", "past") else "id || 'x'"}
        fresh |= {"hash": "hash || 'x'"} if table == "entry" else {}
        held = ", ".join(fresh.get(name, f'"{name}"') for name in columns)
        return [f"INSERT INTO {table} SELECT {held} FROM {table} WHERE rowid = {row}"]
    if harm == "swap":
        value = f'(SELECT "{column}" FROM {table} WHERE rowid = {other})'
        return [f'UPDATE {table} SET "{column}" = {value} WHERE rowid = {row}']
    return [
        f"UPDATE {table} SET \"{column}\" = CASE WHEN typeof(\"{column}\") IN ('integer', 'real') "
        f"THEN \"{column}\" + 1 ELSE coalesce(\"{column}\", '') || '.' END WHERE rowid = {row}"
    ]


def raw_rows(folder: Path, table: str) -> list[object]:
    raw = sqlite3.connect(folder / "case.db")
    try:
        return list(raw.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3"))
    finally:
        raw.close()


def _rewritten(told: Entry) -> str:
    body = (told.body or "").replace("'", "''")
    hashes = f"body_sha256 = '{told.body_sha256}', prev = '{told.prev}', hash = '{told.hash}'"
    return f"UPDATE entry SET body = '{body}', {hashes} WHERE seq = {told.seq}"


def test_a_text_that_its_page_does_not_say_is_found(unsealed: Path) -> None:
    """A whole forged record, chain and all, is given away by the page itself."""
    raw = sqlite3.connect(unsealed / "case.db")
    entries = [Entry(*row) for row in raw.execute("SELECT * FROM entry ORDER BY seq")]
    forged: list[Entry] = []
    for told in entries:
        value = told.value()
        if told.kind == "reading" and "forty" in str(value):
            value = json.loads(json.dumps(value).replace("forty", "fifty"))
        forged.append(link_entry(forged[-1] if forged else None, told.at, told.actor, told.kind, told.subject, value))
    raw.close()
    unguarded(
        unsealed,
        *(_rewritten(told) for told in forged),
        f"UPDATE head SET hash = '{forged[-1].hash}'",
    )
    assert any("is not what page" in fault for fault in faults(unsealed))


def test_a_forged_record_is_found_by_the_seal(case: Path) -> None:
    unguarded(case, "DELETE FROM entry WHERE seq > 3", "UPDATE head SET seq = 3")
    assert any(fault.startswith("seal") or "entry" in fault or "head" in fault for fault in faults(case))


def test_a_torn_seal_is_told(case: Path) -> None:
    (case / "seal.json").write_text("{")
    assert "seal.json" in faults(case)[0]


def test_any_flipped_bit_of_a_seal_is_found(case: Path) -> None:
    from rashomon.errors import IntegrityError
    from rashomon.ledger import check_seal, read_seal

    whole = (case / "seal.json").read_bytes()
    with Case.open(case) as opened:
        for at in range(len(whole)):
            (case / "seal.json").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
            try:
                told = read_seal(str(case))
            except IntegrityError:
                continue
            assert told
            assert list(check_seal(opened.ledger, told)), f"byte {at}"


def test_building_on_nothing_new_leaves_a_sealed_case_as_it_is(case: Path) -> None:
    before = (case / "case.db").read_bytes()
    with Case.open(case) as opened:
        assert not opened.refresh()
    assert (case / "case.db").read_bytes() == before


def test_a_sealed_case_can_be_built_on(whole: Path, case: Path) -> None:
    with Case.open(case) as opened:
        opened.decide(opened.drafter(opened.accounts(), "mina").note("tag", opened.accounts().claims[0].id, "x"))
        opened.refresh()
    assert faults(case) == []


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_of_a_sealed_case_is_found(whole: Path, tmp_path: Path, place: float, bit: int) -> None:
    """Of case.db, of any page, of the seal, of what Datasette reads."""
    folder = tmp_path / "flipped"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(whole, folder)
    files = files_of(folder)
    at = int(place * sum(p.stat().st_size for p in files))
    for path in files:
        if at < path.stat().st_size:
            break
        at -= path.stat().st_size
    path.chmod(0o644)
    data = bytearray(path.read_bytes())
    data[at] ^= 1 << bit
    path.write_bytes(data)
    assert faults(folder), f"bit {bit} of byte {at} of {path.name}"
