"""Kills builds, reviews, merges, imports, removals and migrations at random moments, and looks for what was lost.

    python -m tests.ledger.crash --kills 200 --seed 1

A child does the work and says what it has done (what it was told is stored); it is killed by SIGKILL. Then every
decision that it had said is looked for, `verify` must be clean, and the interrupted step is run again to its end.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import MigrationNotice
from rashomon.ledger import verify
from rashomon.record import Decision
from tests.ledger.schema_one import as_schema_one
from tests.standin import StandInReader

ROUND = 20
"""Kills before a fresh case is begun: linking time grows with the case."""

Say = Callable[[str], None]


def build(where: Path, work: Path, say: Say) -> None:
    """Pages are read, linked, stored."""
    with Case.create(where) as case:
        case.build([work / "pages"], lambda step, name: None, SingleEngine(), StandInReader())
    say("built")


def review(where: Path, work: Path, say: Say) -> None:
    """Verdicts, comments and corrections, each told as soon as it is stored."""
    with Case.open(where) as case:
        accounts = case.accounts()
        drafter = case.drafter(accounts, "mina", "crash test")
        for number, claim in enumerate([c for c in accounts.claims if c.event][:8]):
            say(case.decide(drafter.note("comment", claim.id, f"number {number}")).id)
            say(case.decide(drafter.about_claim("accept", claim.id)).id)
        case.refresh()


def merge(where: Path, work: Path, say: Say) -> None:
    """Events are merged and split again."""
    with Case.open(where) as case:
        events = [event.id for event in case.accounts().events][:2]
        if len(events) == 2:
            say(case.decide(case.drafter(case.accounts(), "omar").merge(events)).id)
        case.refresh()


def take_in(where: Path, work: Path, say: Say) -> None:
    """Decisions made elsewhere come in: all or none."""
    with Case.open(where) as case:
        case.import_decisions(work / "decisions.jsonl")
        for line in (work / "decisions.jsonl").read_text("utf-8").splitlines():
            say(json.loads(line)["id"])
        case.refresh()


def remove(where: Path, work: Path, say: Say) -> None:
    """A page goes."""
    with Case.open(where) as case:
        case.refresh()  # a removal that was interrupted is linked first
        documents = case.accounts().documents
        if len(documents) > 4:
            case.remove(documents[0].page, "mina", "crash test")


def migrate(where: Path, work: Path, say: Say) -> None:
    """A case of schema 1 is opened: copied, migrated."""
    with Case.open(where) as case:
        case.accounts()


STEPS: dict[str, Callable[[Path, Path, Say], None]] = {
    "build": build,
    "review": review,
    "merge": merge,
    "import": take_in,
    "remove": remove,
    "migrate": migrate,
}


def prepare(work: Path, chance: random.Random) -> None:
    """Pages that are new to the case, and decisions about the pages of the first build from another machine."""
    pages = work / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    for _ in range(3):
        number = chance.randrange(10**9)
        (pages / f"{number}.txt").write_text(f"Page {number}\nThe ministry said {number} of Orlim were evacuated\n")
    where = Path(tempfile.mkdtemp(prefix="rashomon-other-")) / "case"
    with Case.create(where) as other:
        other.build([pages], engine=SingleEngine(), read=StandInReader())
        drafter = other.drafter(other.accounts(), f"reviewer {chance.randrange(10**6)}")
        for claim in other.accounts().claims[:3]:
            other.decide(drafter.note("tag", claim.id, "from elsewhere"))
        other.export_decisions(work)


def killed(step: str, where: Path, work: Path, after: float) -> tuple[set[str], float, bool]:
    """What a step had said when it was killed `after` seconds, how long it ran, and whether it came to its end."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 1
        try:
            STEPS[step](where, work, lambda words: _tell(writer, words))
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    start = time.monotonic()
    ended = _wait(child, after)
    if not ended:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    with os.fdopen(reader) as said:
        words = said.read()
    return {line for line in words.split("\n")[:-1] if line.startswith("decision-")}, time.monotonic() - start, ended


def _tell(writer: int, words: str) -> None:
    os.write(writer, f"{words}\n".encode())


def _wait(child: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            if status:
                raise SystemExit(f"a step ended with status {status} without being killed")
            return True
        time.sleep(0.001)
    return False


def held(where: Path, wanted: set[str]) -> tuple[set[str], list[str]]:
    """Decisions that are lost, and faults."""
    with Case.create(where) as case:
        there: dict[str, Decision] = {decision.id: decision for decision in case.decisions()}
        return wanted - there.keys(), [f"{fault.where}: {fault.what}" for fault in verify(case.ledger)]


def run(kills: int, seed: int) -> dict[str, object]:
    """The tally: kills by step, decisions acknowledged, decisions lost, faults."""
    chance = random.Random(seed)
    lasts = dict.fromkeys(STEPS, 0.3)
    tally = dict.fromkeys(STEPS, 0)
    acknowledged, lost, faults, times = 0, 0, [], []
    warnings.simplefilter("ignore", MigrationNotice)
    while sum(tally.values()) < kills:
        folder = Path(tempfile.mkdtemp(prefix="rashomon-crash-"))
        where, wanted = folder / "case", set()
        prepare(folder, chance)
        build(where, folder, lambda words: None)
        for _ in range(ROUND):
            step = chance.choice(list(STEPS))
            prepare(folder, chance) if step in ("build", "import") else None
            if step == "migrate" and not _as_schema_one(where):
                continue
            said, lasted, ended = killed(step, where, folder, chance.uniform(0, lasts[step] * 1.2))
            wanted |= said
            if not ended:
                tally[step] += 1
                times.append(lasted)
            missing, wrong = held(where, wanted if step != "remove" else set())
            lost, faults = lost + len(missing), faults + wrong
            start = time.monotonic()
            wanted |= _to_its_end(step, where, folder)
            lasts[step] = (lasts[step] + time.monotonic() - start) / 2
            wanted = wanted if step != "remove" else _still(where, wanted)
            if sum(tally.values()) >= kills:
                break
        acknowledged += len(wanted)
        missing, wrong = held(where, wanted)
        lost, faults = lost + len(missing), faults + wrong
    return {
        "kills": sum(tally.values()),
        "by_step": tally,
        "median_seconds_until_killed": round(statistics.median(times), 3) if times else None,
        "decisions_acknowledged": acknowledged,
        "decisions_lost": lost,
        "faults": faults,
    }


def _as_schema_one(where: Path) -> bool:
    """Makes the case one of schema 1 again; False where a page was removed from it, whose chain cannot be made anew."""
    with Case.open(where) as case:
        if case.ledger.removed():
            return False
    as_schema_one(where)
    return True


def _to_its_end(step: str, where: Path, work: Path) -> set[str]:
    """The interrupted step is run again; what it says."""
    said: set[str] = set()
    STEPS[step](where, work, said.add)
    return {words for words in said if words.startswith("decision-")}


def _still(where: Path, wanted: set[str]) -> set[str]:
    """After a removal: decisions that quoted the removed page have gone with it, by intent."""
    with Case.open(where) as case:
        return wanted - case.ledger.removed().keys()


def main() -> None:
    """Prints the tally as one JSON line; exit code 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    tally = run(given.kills, given.seed)
    print(json.dumps(tally))
    raise SystemExit(bool(tally["decisions_lost"] or tally["faults"]))


if __name__ == "__main__":
    main()
