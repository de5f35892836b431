"""The composition root: the only file that chooses edges. Rule: it chooses and joins, it decides nothing; what a page
says is the stages' work, in what order is pipeline's, how it is kept is the ledger's."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from rashomon import __version__
from rashomon.decide import Drafter, source_anchor
from rashomon.errors import CaseError, InputError, NotFound, RashomonError
from rashomon.record import Accounts, Decision, Difference, Mention, Page, PageReading, Refusal, Run, Stamp
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.ledger import Fault, Seal, SqlLedger
    from rashomon.ledger.underway import Underway
    from rashomon.pipeline import AcrossPages
    from rashomon.ports import Encoder, Engine, Gazetteer

Progress = Callable[[str, str], None]
"""Told what happens, for a person: a step ("read", "link", "store") and a page's file name or ""."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. read: pages read now; known: pages that were in the case already; failed: why inputs of this
    build gave no reading, sorted; linked: False when nothing had changed."""

    read: int = 0
    known: int = 0
    failed: tuple[Refusal, ...] = ()
    linked: bool = True


@dataclass(frozen=True, slots=True)
class PageReader:
    """The per-page half with the bundled model and gazetteer: picklable, so that engines can send it to processes."""

    settings: Settings

    def prepare(self) -> None:
        """Loads model and gazetteer, before any page's clock runs; raises ModelError or GazetteerError."""
        encoder(), gazetteer()

    def __call__(self, page: Page) -> PageReading:
        """One page, read."""
        from rashomon.pipeline import read_page

        return read_page(page, encoder(), gazetteer(), self.settings)


class Case:
    """A case: the pages somebody collected on a matter, and the accounts they give of it.

    Open one with `Case.open` (raises NotACase, NewerCase) or `Case.create`; `where` is a folder or a postgresql:// URL.
    """

    def __init__(self, ledger: SqlLedger, settings: Settings) -> None:
        self.ledger, self.settings = ledger, settings
        self._across: AcrossPages | None = None

    @classmethod
    def open(cls, where: str | Path, settings: Settings | None = None) -> Case:
        """An existing case."""
        from rashomon.ledger import open_existing

        return cls(open_existing(str(where), reader_version(), linking_version()), settings or Settings())

    @classmethod
    def create(cls, where: str | Path, settings: Settings | None = None) -> Case:
        """The case at `where`, made when there is none."""
        from rashomon.ledger import create

        return cls(create(str(where), reader_version(), linking_version()), settings or Settings())

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self.ledger.close()

    def build(
        self,
        paths: Sequence[str | Path],
        progress: Progress = lambda step, name: None,
        engine: Engine | None = None,
        read: Callable[[Page], PageReading] | None = None,
    ) -> BuildReport:
        """Reads what is new below `paths`, then links and weighs the whole case. Raises CaseBusy when another process
        builds it. `engine` and `read` are stand-ins for tests and other machines."""
        with self.ledger.lock():
            intake = _Intake(self.ledger, self.settings, [str(path) for path in paths])
            for reading in (engine or self._engine()).map(read or PageReader(self.settings), intake.pages()):
                page = intake.waiting.pop(reading.page)
                progress("read", page.file)
                self.ledger.add(page, reading)
                intake.judge(reading)
                intake.read += 1
            linked = self._link(progress)
        failed = sorted(set(intake.failed), key=lambda refusal: (refusal.file, refusal.code, refusal.id))
        return BuildReport(intake.read, intake.known, tuple(failed), linked)

    def accounts(self) -> Accounts:
        """Every linked and weighed record of the case."""
        return self.ledger.accounts()

    def stamp(self) -> str:
        """Hash of the last entry of the record: changes whenever the accounts may have."""
        head = self.ledger.head()
        return head.hash if head else ""

    def progress(self) -> Underway:
        """How far a build has come that runs in this process or another."""
        from rashomon.ledger.underway import underway

        return underway(self.ledger)

    def mentions(self, page_id: str) -> tuple[Mention, ...]:
        """Who and what a page names, as it was last read; () when it was not."""
        reading = self.ledger.reading_of(page_id)
        return reading.mentions if reading else ()

    def event_lots(self) -> Iterator[Accounts]:
        """All events, some at a time, with their claims and the names of their pages: a large case is never held
        whole. `how_many` counts it."""
        return self.ledger.event_lots()

    def how_many(self) -> dict[str, int]:
        """Records by table: document, claim, source, event, relation, refusal, ruling."""
        return self.ledger.how_many()

    def event(self, event_id: str) -> Accounts:
        """One event with what stands around it; raises NotFound."""
        return self.ledger.accounts_of_event(event_id)

    def claim(self, claim_id: str) -> Accounts:
        """One claim with what stands around it; raises NotFound."""
        return self.ledger.accounts_of_claim(claim_id)

    def find(self, words: str, limit: int = 50) -> Accounts:
        """Claims whose quote, trigger, place or chain of sources holds all the words, the best first."""
        return self.ledger.find(words, limit)

    def export(self, format_name: str, folder: str | Path, profiles: Sequence[str] = ()) -> list[Path]:
        """Writes the case in a format of export.FORMATS, with names masked where redaction profiles are given; returns
        the files written."""
        from rashomon.export import redact, write

        accounts = self.accounts()
        shown = redact(accounts, self._names(), profiles) if profiles else accounts
        return write(format_name, shown, Path(folder))

    # -- what people decide ------------------------------------------------------------------------------------

    def drafter(self, accounts: Accounts, who: str, why: str = "") -> Drafter:
        """Writes drafts of decisions about these accounts (the whole case, or a part of it)."""
        readings = [self.ledger.reading_of(document.page) for document in accounts.documents]
        as_read = {c.id: (c, r.document) for r in readings if r and r.document for c in r.claims}
        return Drafter(accounts, as_read, who, why)

    def decide(self, draft: Decision) -> Decision:
        """Adds a decision to the record: it is on the disk when this returns. `refresh` lays it over the accounts."""
        return self.ledger.decide(draft)

    def decision(self, decision_id: str) -> Decision:
        """One decision; raises NotFound."""
        found = next((d for d in self.decisions() if d.id == decision_id), None)
        if found is None:
            raise NotFound(f"no decision {decision_id}; `rashomon review {self.ledger.where} --list` lists them")
        return found

    def refresh(self, progress: Progress = lambda step, name: None) -> bool:
        """Links and weighs again when anything was added since the last time; False when nothing was."""
        with self.ledger.lock():
            return self._link(progress)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision of the record, undone ones too, by time."""
        return self.ledger.decisions()

    def export_decisions(self, folder: str | Path) -> Path:
        """Writes decisions.jsonl, for another machine's `import_decisions`."""
        from rashomon.export import write_decisions

        return write_decisions(self.decisions(), Path(folder))

    def import_decisions(self, file: str | Path) -> int:
        """Adds decisions made elsewhere; returns how many were new. All or none."""
        from rashomon.export import read_decisions

        return self.ledger.take_in(read_decisions(Path(file)))

    # -- custody -----------------------------------------------------------------------------------------------

    def verify(self) -> list[Fault]:
        """Everything that is not as it was written: [] when all is well. A seal beside the case is checked too."""
        from rashomon.ledger import read_seal, verify
        from rashomon.read import read

        return verify(self.ledger, lambda page: read(page, self.settings)[0], read_seal(self.ledger.where))

    def seal(self, why: str = "") -> Seal:
        """Notes that the case was sealed, and writes the seal beside it; keep a copy elsewhere."""
        from rashomon.ledger import seal

        with self.ledger.lock():
            return seal(self.ledger, why)

    def stamps(self, certificates: Sequence[Path] = (), headers: Sequence[Path] = ()) -> list[Stamp]:
        """Every proof of time in the record, and what holds of it: by certificates and block headers that are given
        here, or came with the proof. Raises MissingExtra where there are proofs and nothing to read them with."""
        from rashomon.ledger import proofs
        from rashomon.stamp import Trust, check, read_trust

        held = proofs(self.ledger)
        given = read_trust(certificates, headers) if certificates or headers else Trust()
        found = []
        for proof in held:
            trust = given if given.certificates else replace(given, certificates=proof.certificates)
            stamp = check(proof.raw, proof.head, proof.seal, trust)
            carried = stamp.state == "proven" and not given.certificates and stamp.kind == "rfc3161"
            why = "signed by an authority whose certificate came with it: give your own copy with --certificate FILE"
            found.append(replace(stamp, why=why) if carried else stamp)
        return found

    def ask_proof(self, kind: str, url: str, certificates: Sequence[Path] = ()) -> Stamp:
        """Asks an authority ("rfc3161") or a calendar ("opentimestamps") for a proof over the last seal, and keeps it.
        The address is told one SHA-256. Raises NotFound for a case that was never sealed, InputError."""
        from rashomon.ledger import last_seal
        from rashomon.stamp import ask_authority, ask_calendar

        told = last_seal(self.ledger)
        raw = (ask_authority if kind == "rfc3161" else ask_calendar)(url, told.hash)
        return self._keep_proof(raw, url, certificates)

    def add_proof(self, file: Path, certificates: Sequence[Path] = ()) -> Stamp:
        """Keeps a proof over the last seal that was got elsewhere (.tsr or .ots); raises InputError for another's."""
        try:
            return self._keep_proof(file.read_bytes(), file.name, certificates)
        except OSError as error:
            raise InputError(f"{file}: cannot be read ({error.strerror})") from error

    def complete_proofs(self, url: str) -> list[Stamp]:
        """Asks a calendar what its promises have become, and keeps the grown proofs; raises InputError where it knows
        nothing new."""
        from rashomon.ledger import proofs
        from rashomon.stamp import complete, kind_of

        held = [proof for proof in proofs(self.ledger) if kind_of(proof.raw) == "opentimestamps"]
        if not held:
            raise InputError(f"{self.ledger.where}: holds no OpenTimestamps proof")
        return [self._keep_proof(complete(url, held[-1].raw), url, ())]

    def stamp_request(self) -> bytes:
        """A request (.tsq) over the last seal, to be sent from another machine."""
        from rashomon.ledger import last_seal
        from rashomon.stamp import request

        return request(last_seal(self.ledger).hash)

    def save_proofs(self, folder: Path) -> list[Path]:
        """Writes every proof, and the words that were stamped, as files that other tools check."""
        from rashomon.ledger import proofs
        from rashomon.stamp import kind_of, stamped

        written = []
        folder.mkdir(parents=True, exist_ok=True)
        for number, proof in enumerate(proofs(self.ledger), 1):
            suffix = ".ots" if kind_of(proof.raw) == "opentimestamps" else ".tsr"
            files = {f"seal-{proof.seal}.txt": stamped(proof.head), f"seal-{proof.seal}.{number}{suffix}": proof.raw}
            for name, raw in files.items():
                (folder / name).write_bytes(raw)
                written.append(folder / name)
        return list(dict.fromkeys(written))

    def _keep_proof(self, raw: bytes, come_from: str, certificates: Sequence[Path]) -> Stamp:
        from rashomon.ledger import keep_proof, last_seal
        from rashomon.stamp import check, read_trust

        told, trust = last_seal(self.ledger), read_trust(certificates)
        stamp = check(raw, told.hash, told.seq, trust)
        if stamp.state == "wrong":
            raise InputError(f"{come_from}: is no proof over seal {told.seq} of this case: {stamp.why}")
        keep_proof(self.ledger, told, raw, come_from, trust.certificates)
        return stamp

    def remove(self, page: str, who: str, why: str) -> list[str]:
        """Takes a page (SHA-256 or file name) and all that quotes it out of the case; a tombstone with the reason
        stays. Returns the pages removed. Raises NotFound, and InputError without a reason."""
        if not why.strip():
            raise InputError("a page is removed with a reason; give one")
        with self.ledger.lock():
            pages = self.ledger.pages_called(page)
            quoting = [d.id for d in self.decisions() if any(a.page in pages for a in (*d.claims, *d.others))]
            self.ledger.remove([*pages, *quoting], why, who)
            self._link(lambda step, name: None)
            self.ledger.fold_log()
        return pages

    def pack(self, file: str | Path, profiles: Sequence[str] = ()) -> str:
        """Writes the case into one file to hand over; with redaction profiles, without pages and with names masked.
        Returns the hash of the head."""
        from rashomon.export import redact
        from rashomon.ledger import pack

        redacted = redact(self.accounts(), self._names(), profiles) if profiles else None
        return pack(self.ledger, Path(file), redacted, profiles)

    @classmethod
    def unpack(cls, file: str | Path, where: str | Path, settings: Settings | None = None) -> Case:
        """A case from a pack, verified before it is written, rebuilt after."""
        from rashomon.ledger import unpack

        case = cls.create(where, settings)
        with case.ledger.lock():
            if not unpack(Path(file), case.ledger):
                case.ledger.rebuild(case._weighed())
        return case

    def runs(self) -> list[Run]:
        """Every run over the case, in order."""
        return self.ledger.runs()

    def difference(self, one: int | None = None, two: int | None = None) -> Difference:
        """What differs between two runs, named by their entries, as it was stored; the last two when none is named.
        Raises NotFound for a run that is not there, or that did not keep what it replaced."""
        runs = [Run(0), *self.runs()]
        at = {run.entry: place for place, run in enumerate(runs)}
        for named in (one, two):
            if named is not None and named not in at:
                raise NotFound(f"{self.ledger.where}: no run at entry {named}; `rashomon diff CASE --runs` lists them")
        later = len(runs) - 1 if two is None else at[two]
        earlier = max(0, later - 1) if one is None else at[one]
        return self.ledger.difference(*sorted((runs[earlier], runs[later]), key=lambda run: run.entry))

    def _names(self) -> dict[str, set[str]]:
        """Names as printed, by redaction profile."""
        names: dict[str, set[str]] = {"persons": set(), "places": set()}
        profile = {"person": "persons", "place": "places", "facility": "places"}
        for reading in self.ledger.readings():
            for mention in reading.mentions:
                if mention.kind in profile:
                    names[profile[mention.kind]] |= {mention.span.text, mention.name}
            for claim in reading.claims:
                names["places"] |= {name for place in claim.places for name in (place.text, place.name)}
        return names

    def _engine(self) -> Engine:
        from rashomon.engine import LocalEngine

        return LocalEngine(self.settings.workers, self.settings.page_seconds, self.settings.page_memory_mib)

    def _link(self, progress: Progress) -> bool:
        """Links and weighs, unless nothing was added since the last time."""
        if self.ledger.is_redacted():
            raise CaseError(
                f"{self.ledger.where}: is a redacted copy: it can be read, not built on; ask for the whole case"
            )
        if self.ledger.is_linked():
            return False
        progress("link", "")
        accounts = self._weighed()
        progress("store", "")
        self.ledger.store(accounts)
        return True

    def _weighed(self, upto: int | None = None) -> Accounts:
        """The accounts that the entries (up to one) give. A case that stays open links anew only what was touched
        since; what an earlier process linked is not read back: that takes longer than linking does."""
        from rashomon.pipeline import AcrossPages

        self._across = self._across or AcrossPages()
        readings = list(self.ledger.readings(upto))
        accounts = self._across.weigh(readings, self.ledger.decisions(upto))
        return _with_refusals(accounts, readings, self.ledger.refusals(upto))


@dataclass
class _Intake:
    """Brings pages in for one build: sets aside what cannot be brought in and what is known."""

    ledger: SqlLedger
    settings: Settings
    paths: list[str]
    waiting: dict[str, Page] = field(default_factory=dict)
    failed: list[Refusal] = field(default_factory=list)
    known: int = 0
    read: int = 0
    removed: dict[str, str] = field(default_factory=dict)

    def pages(self) -> Iterator[Page]:
        """Pages that nobody has read yet, each once."""
        from rashomon.intake import open_paths
        from rashomon.intake.refuse import NOTES

        self.removed = self.ledger.removed()
        for found in open_paths(self.paths, self.settings):
            if isinstance(found, Refusal):
                self.ledger.refuse(found)
                self.failed += [] if found.code in NOTES else [found]
            elif found.id in self.removed:
                self.failed.append(_removed(found, self.removed[found.id]))
            elif self._is_new(found):
                self.waiting[found.id] = found
                yield found

    def judge(self, reading: PageReading) -> None:
        """Notes a page that gave no reading: no document, a language that is not read, or a broken cap."""
        document = reading.document
        if document is None or document.language not in self.settings.languages:
            self.failed.extend(r for r in reading.refusals if r.stage in ("read", "engine"))

    def _is_new(self, page: Page) -> bool:
        before = self.ledger.reading_of(page.id) if self.ledger.has_page(page.id) else None
        if before is None and page.id not in self.waiting:
            return True
        self.known += 1
        self.ledger.note_name(page)
        if before is not None:
            self.judge(before)
        return False


def _removed(page: Page, why: str) -> Refusal:
    detail = f"{page.file}: was removed from this case ({why}); build another case to read it"
    return Refusal("intake", "removed", detail, page.file, page.id)


def _with_refusals(accounts: Accounts, readings: Sequence[PageReading], outside: Sequence[Refusal]) -> Accounts:
    inside = (refusal for reading in readings for refusal in reading.refusals)
    told = {refusal.id: refusal for refusal in (*inside, *outside, *accounts.refusals)}
    return replace(accounts, refusals=tuple(told[key] for key in sorted(told)))


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The bundled encoder, loaded once a process."""
    from rashomon.models import load_encoder

    return load_encoder(threads=1)  # children are the parallelism; and one thread adds numbers up in one order


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The bundled gazetteer, loaded once a process."""
    from rashomon.gazetteer import load_gazetteer

    return load_gazetteer()


def gazetteers() -> ModuleType:
    """The edge that keeps a user's tables of places, for `rashomon gazetteer`."""
    from rashomon import gazetteer as edge

    return edge


def reader_version() -> str:
    """What reads pages, as every entry names it: a page read by another version is read again. The model counts by its
    manifest, which holds the hashes of its files; the tables of places by what they were made from."""
    from rashomon.gazetteer import tables_version

    places = hashlib.sha256(tables_version().encode()).hexdigest()[:12]
    try:
        manifest = hashlib.sha256((Path(__file__).parent / "models" / "bundled" / "manifest.json").read_bytes())
    except OSError:
        return f"rashomon {__version__}, model missing, places {places}"
    return f"rashomon {__version__}, model {manifest.hexdigest()[:12]}, places {places}"


_LINKING = ("link", "weigh", "decide", "lexicon", "pipeline.py")
"""Rooms whose rules make events, relations and grades out of readings."""


@lru_cache(maxsize=1)
def linking_version() -> str:
    """What links and weighs, as every run names it: a case that other rules linked is linked again, and `diff` shows
    what that changed."""
    root = Path(__file__).parent
    files = sorted(path for room in _LINKING for path in [*(root / room).rglob("*.py"), root / room] if path.is_file())
    state = hashlib.sha256()
    for path in files:
        state.update(f"{path.relative_to(root).as_posix()}\n".encode() + path.read_bytes())
    return f"rashomon {__version__}, rules {state.hexdigest()[:12]}"


def schema_of(where: str | Path) -> tuple[int, int]:
    """The schema of a case, and the one this version reads and writes; nothing is touched. Raises NotACase."""
    from rashomon.ledger import schema_of as schemas

    return schemas(str(where))


def demo_pages() -> Path:
    """The folder of the demo pages that ship with the package."""
    return Path(__file__).parent / "demo" / "pages"


def health(where: Path) -> list[tuple[str, bool, str]]:
    """Checks of this installation: (what, well?, what was found), for `rashomon doctor`."""
    return [(name, *_checked(check, where)) for name, check in _CHECKS]


def _checked(check: Callable[[Path], str], where: Path) -> tuple[bool, str]:
    try:
        return True, check(where)
    except (RashomonError, OSError, ImportError, ValueError) as error:
        return False, f"{type(error).__name__}: {error}"


def _python(_: Path) -> str:
    import platform

    return f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def _sqlite(_: Path) -> str:
    from rashomon.ledger import sqlite_features

    return sqlite_features()


def _model(_: Path) -> str:
    return encoder().version


def _gazetteer(_: Path) -> str:
    return gazetteer().version


def _writable(where: Path) -> str:
    import tempfile

    with tempfile.TemporaryFile(dir=where):
        return f"{where.resolve()} can be written to"


_CHECKS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("python", _python),
    ("sqlite", _sqlite),
    ("model", _model),
    ("gazetteer", _gazetteer),
    ("folder", _writable),
)
__all__ = [
    "BuildReport",
    "Case",
    "Drafter",
    "PageReader",
    "Progress",
    "demo_pages",
    "encoder",
    "gazetteer",
    "gazetteers",
    "health",
    "linking_version",
    "reader_version",
    "schema_of",
    "source_anchor",
]
