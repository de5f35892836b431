"""Proofs of time: got from an authority and a calendar of our own, kept in the record, checked offline."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

pytest.importorskip("rfc3161_client", reason="pip install 'rashomon[timestamp]'")
pytest.importorskip("opentimestamps", reason="pip install 'rashomon[timestamp]'")
pytest.importorskip("asn1crypto", reason="the authority of the tests needs asn1crypto")

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import InputError, MissingExtra, NotFound
from rashomon.ledger import verify
from rashomon.stamp import Trust, check, read_trust, request, stamped
from tests.conftest import here
from tests.stamp.authority import Authority, Calendar, served
from tests.standin import StandInReader, write_pages

HEAD = "3f" * 32


@dataclass
class Outside:
    """The world beyond this machine, for a test."""

    authority: Authority
    calendar: Calendar
    url: str
    heard: list[bytes]
    root: Path

    def headers(self, folder: Path, height: int = 900_000) -> Path:
        """The block's header in a file, once the calendar has one."""
        self.calendar.height = height
        file = folder / "headers.txt"
        file.write_text(f"# height header\n{height} {self.calendar.header(self.calendar.promised[-1]).hex()}\n")
        return file


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Outside]:
    authority, calendar = Authority(), Calendar()
    root = tmp_path / "authority.pem"
    root.write_bytes(authority.pem())
    with served(authority, calendar) as (url, heard):
        calendar.address = url
        yield Outside(authority, calendar, url, heard, root)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case") as made:
        made.build([write_pages(tmp_path / "pages")], engine=SingleEngine(), read=StandInReader())
        yield made


def states(case: Case, *certificates: Path, headers: tuple[Path, ...] = ()) -> list[str]:
    return [stamp.state for stamp in case.stamps(certificates, headers)]


def test_a_token_is_asked_kept_and_proven_by_the_authoritys_certificate(case: Case, outside: Outside) -> None:
    sealed = case.seal("handed over")
    stamp = case.ask_proof("rfc3161", outside.url)
    assert (stamp.state, stamp.seal, stamp.at) == ("unchecked", sealed.seq, "2031-05-04T12:00:00Z")
    (proven,) = case.stamps([outside.root])
    assert (proven.state, proven.by) == ("proven", "CN=The Ilmar Clock")
    assert verify(case.ledger) == []


def test_all_that_goes_out_is_one_hash(case: Case, outside: Outside) -> None:
    from asn1crypto import tsp

    sealed = case.seal()
    case.ask_proof("rfc3161", outside.url)
    case.ask_proof("opentimestamps", outside.url)
    told = hashlib.sha256(sealed.hash.encode()).digest()
    asked, digest = outside.heard
    assert digest == told
    assert tsp.TimeStampReq.load(asked)["message_imprint"]["hashed_message"].native == told
    assert len(asked) < 80, "an imprint, a nonce, and nothing else"


def test_a_certificate_that_came_with_the_token_is_used_and_told(case: Case, outside: Outside) -> None:
    case.seal()
    assert case.ask_proof("rfc3161", outside.url, [outside.root]).state == "proven"
    (stamp,) = case.stamps()
    assert stamp.state == "proven"
    assert "came with it" in stamp.why


def test_another_authoritys_certificate_does_not_vouch(case: Case, outside: Outside, tmp_path: Path) -> None:
    case.seal()
    other = tmp_path / "other.pem"
    other.write_bytes(Authority("Somebody else").pem())
    with pytest.raises(InputError, match="do not vouch"):
        case.ask_proof("rfc3161", outside.url, [other])
    case.ask_proof("rfc3161", outside.url)
    assert states(case, other) == ["wrong"]


def test_a_token_over_another_record_is_not_kept(case: Case, outside: Outside, tmp_path: Path) -> None:
    case.seal()
    file = tmp_path / "seal.tsr"
    file.write_bytes(outside.authority.answer(request(HEAD)))
    with pytest.raises(InputError, match="something else"):
        case.add_proof(file)
    file.write_bytes(b"words")
    with pytest.raises(InputError, match="no answer"):
        case.add_proof(file)


def test_any_flipped_byte_of_a_token_is_found(outside: Outside) -> None:
    raw = outside.authority.answer(request(HEAD))
    trust = read_trust([outside.root])
    assert check(raw, HEAD, 1, trust).state == "proven"
    harmless = 0
    for at in range(0, len(raw), 7):
        told = check(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :], HEAD, 1, trust)
        if told.state == "proven":
            harmless += 1  # outside of what is signed, and of what is said
            assert told.at == "2031-05-04T12:00:00Z"
    assert harmless <= len(raw) // 7 // 10


def test_a_refusal_and_a_wrong_answer_are_told_and_the_seal_stays(case: Case, outside: Outside) -> None:
    sealed = case.seal()
    outside.authority.refuses = True
    with pytest.raises(InputError, match=r"refused.*closed"):
        case.ask_proof("rfc3161", outside.url)
    outside.authority.refuses, outside.authority.nonce = False, 12
    with pytest.raises(InputError, match="another request"):
        case.ask_proof("rfc3161", outside.url)
    assert case.stamps() == []
    assert next(iter(case.ledger.entries("seal"))).hash == sealed.hash


def test_nobody_there_and_no_address_are_told(case: Case) -> None:
    case.seal()
    with pytest.raises(InputError, match="gave no answer"):
        case.ask_proof("rfc3161", "http://127.0.0.1:1/tsr")
    with pytest.raises(InputError, match="no http"):
        case.ask_proof("rfc3161", "file:///etc/hostname")


def test_a_case_that_was_never_sealed_has_nothing_to_stamp(case: Case, outside: Outside) -> None:
    with pytest.raises(NotFound, match="never sealed"):
        case.ask_proof("rfc3161", outside.url)
    assert outside.heard == []


def test_a_calendar_promises_and_a_block_proves(case: Case, outside: Outside, tmp_path: Path) -> None:
    case.seal()
    assert case.ask_proof("opentimestamps", outside.url).state == "promised"
    with pytest.raises(InputError, match="some hours"):
        case.complete_proofs(outside.url)
    headers = outside.headers(tmp_path)
    case.complete_proofs(outside.url)
    assert states(case) == ["promised", "unchecked"]
    *_, proven = case.stamps(headers=[headers])
    assert (proven.state, proven.at, proven.by) == ("proven", "2031-05-04T12:00:00Z", "block 900000 of Bitcoin")
    headers.write_text(f"900000 {'00' * 80}")
    assert states(case, headers=(headers,)) == ["promised", "wrong"]


def test_a_proof_that_a_stranger_changed_is_wrong(outside: Outside) -> None:
    from rashomon.stamp.ask import ask_calendar

    raw = ask_calendar(outside.url, HEAD)
    assert check(raw, HEAD, 1, Trust()).state == "promised"
    assert check(raw, "00" * 32, 1, Trust()).state == "wrong"
    assert check(raw[:-9], HEAD, 1, Trust()).state == "wrong"


def test_proofs_travel_in_a_pack(case: Case, outside: Outside, tmp_path: Path) -> None:
    case.seal()
    case.ask_proof("rfc3161", outside.url)
    case.pack(tmp_path / "case.zip")
    with Case.unpack(tmp_path / "case.zip", tmp_path / "theirs") as theirs:
        assert states(theirs, outside.root) == ["proven"]


def test_a_proof_whose_seal_was_forged_is_wrong(case: Case, outside: Outside, tmp_path: Path) -> None:
    """Somebody who writes the whole record anew, chain and all, cannot have the old proof."""
    case.seal()
    case.ask_proof("rfc3161", outside.url)
    case.close()
    raw = sqlite3.connect(tmp_path / "case" / "case.db")
    guards = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in guards:
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("UPDATE entry SET subject = ? WHERE kind = 'timestamp'", (HEAD,))
    raw.commit()
    raw.close()
    with Case.open(tmp_path / "case") as forged:
        assert states(forged, outside.root) == ["wrong"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")
def test_openssl_agrees(case: Case, outside: Outside, tmp_path: Path) -> None:
    """What `timestamp --save` writes is what openssl checks."""
    sealed = case.seal()
    case.ask_proof("rfc3161", outside.url)
    words, token = case.save_proofs(tmp_path / "proofs")
    assert words.read_bytes() == stamped(sealed.hash)
    command = ["openssl", "ts", "-verify", "-data", str(words), "-in", str(token), "-CAfile", str(outside.root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout, done.stderr


def test_the_command_line_seals_stamps_and_verifies(case: Case, outside: Outside, tmp_path: Path) -> None:
    where = tmp_path / "case"
    sealed = here("seal", where, "--timestamp", outside.url, "--calendar", outside.url, "--certificate", outside.root)
    assert sealed.returncode == 0, sealed.stderr
    assert '"hash"' in sealed.stdout
    assert "proven" in sealed.stderr
    assert "promised" in sealed.stderr
    listed = here("timestamp", where, "--certificate", outside.root)
    assert (listed.returncode, listed.stdout) == (0, "")
    other = tmp_path / "other.pem"
    other.write_bytes(Authority("Somebody else").pem())
    assert here("timestamp", where, "--certificate", other).returncode == 4


def test_a_request_leaves_the_machine_on_a_stick(case: Case, outside: Outside, tmp_path: Path) -> None:
    case.seal()
    where = tmp_path / "case"
    assert here("timestamp", where, "--request", tmp_path / "seal.tsq").stdout.strip() == str(tmp_path / "seal.tsq")
    (tmp_path / "seal.tsr").write_bytes(outside.authority.answer((tmp_path / "seal.tsq").read_bytes()))
    added = here("timestamp", where, "--add", tmp_path / "seal.tsr", "--certificate", outside.root)
    assert added.returncode == 0, added.stderr
    assert "proven" in added.stderr
    assert outside.heard == []


def test_without_the_extra_the_way_out_is_told(case: Case, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    case.seal()
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    with pytest.raises(MissingExtra, match=r"rashomon\[timestamp\]"):
        case.stamp_request()
    assert "rashomon[timestamp]" in here("timestamp", tmp_path / "case", "--request", tmp_path / "x").stderr
    assert here("seal", tmp_path / "case").returncode == 0, "a seal needs no extra"


def test_files_that_are_no_certificate_and_no_headers_are_told(tmp_path: Path) -> None:
    bad = tmp_path / "bad"
    bad.write_text("words")
    with pytest.raises(InputError, match="holds no certificate"):
        read_trust([bad])
    with pytest.raises(InputError, match="line 1"):
        read_trust(headers=[bad])
    with pytest.raises(InputError, match="cannot be read"):
        read_trust([tmp_path / "none"])
