"""`python -m bench.quality ledger ANSWER.yaml`: a whole ledger held against pages coded by hand.

The pages lie in the answer's folder or one folder below it. Given a folder of cases (`training/corpus/heldout`), each
`CASE/answer.yaml` below it is a ledger of its own, and the figures are their
sums. Every figure is right/asked over all pages:

  claims       coded claims found: trigger inside the coded quote, an acceptable type, article voice
  precision    article-voice claims whose trigger lies inside some coded quote, of all article-voice claims
  sources      the whole chain right, step by step, the outlet left out
  status, roles, counts, times, places   slots of the claims found
  acts         denials, refusals to comment, missing acknowledgements found as records that answer a claim
  noise        strings that are no article text, kept out of the article;  comments  their number right
  events, contradictions, dependence, names, speaks_for   what must hold across the pages

A claim marked `optional` is neither asked for nor held against precision.
"""

from __future__ import annotations

import pathlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rashomon.record import ARTICLE_KINDS, Accounts, Claim, Document, Source, Step

PEERS = "none published: no other tool writes attribution chains, claims and contradictions together"
_SMALL_WORDS = re.compile(r"\b(the|a|an|of|s)\b")
_OVERLAP = 0.5


@dataclass
class Tally:
    """right/asked by figure, and what was missed, one line each."""

    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, figure: str, ok: bool, miss: str = "") -> None:
        """Counts one question."""
        right, asked = self.counts.get(figure, (0, 0))
        self.counts[figure] = (right + ok, asked + 1)
        if not ok:
            self.misses.append(f"{figure}: {miss}")

    def take(self, other: Tally) -> None:
        """Adds what another tally counted."""
        for figure, (right, asked) in other.counts.items():
            before = self.counts.get(figure, (0, 0))
            self.counts[figure] = (before[0] + right, before[1] + asked)
        self.misses += other.misses

    def shares(self) -> dict[str, float]:
        """Every figure as a share of what was asked."""
        return {figure: right / asked for figure, (right, asked) in self.counts.items()}


def score(path: pathlib.Path) -> dict[str, float]:
    """Figures between 0 and 1 for the pages that the answer at `path` names, or for all cases of the folder `path`;
    prints right/asked beside them. ValueError for a folder without answers."""
    answers = sorted(path.glob("*/answer.yaml")) if path.is_dir() else [path]
    if not answers:
        raise ValueError(f"{path} holds no CASE/answer.yaml")
    tally = Tally()
    for answer in answers:
        tally.take(examine(answer))
    for figure, (right, asked) in tally.counts.items():
        print(f"{figure:15} {right:4}/{asked:<4} {right / asked:6.1%}")
    return tally.shares()


def examine(path: pathlib.Path) -> Tally:
    """Builds the pages beside an answer and holds the ledger against it."""
    import yaml

    answer = yaml.safe_load(path.read_text("utf-8"))
    files = [find_page(path.parent, page["file"]) for page in answer["documents"]]
    return hold(accounts_of(files), answer, {file.name: file.read_text("utf-8") for file in files})


def find_page(folder: pathlib.Path, name: str) -> pathlib.Path:
    """The page beside the answer or one folder below; FileNotFoundError names both."""
    for found in (folder / name, *sorted(folder.glob(f"*/{name}"))):
        if found.is_file():
            return found
    raise FileNotFoundError(f"{name} is neither in {folder} nor one folder below it")


def accounts_of(files: Sequence[pathlib.Path]) -> Accounts:
    """The accounts of some pages, with the bundled encoder and gazetteer, in memory."""
    from rashomon.gazetteer import load_gazetteer
    from rashomon.intake import open_paths
    from rashomon.models import load_bundled
    from rashomon.pipeline import read_page, weigh_accounts
    from rashomon.record import Page
    from rashomon.settings import Settings

    settings, encoder, gazetteer = Settings(), load_bundled(), load_gazetteer()
    pages = [p for p in open_paths([str(f) for f in files], settings) if isinstance(p, Page)]
    return weigh_accounts([read_page(page, encoder, gazetteer, settings) for page in pages])


def hold(accounts: Accounts, answer: Mapping[str, Any], texts: Mapping[str, str]) -> Tally:
    """The tally of an answer against accounts; `texts` are the pages' own words by file name."""
    tally, found = Tally(), dict[str, Claim]()
    documents = {document.file: document for document in accounts.documents}
    sources = {source.id: source for source in accounts.sources}
    for page in answer["documents"]:
        document = documents[page["file"]]
        mine = [c for c in accounts.claims if c.document == document.id and c.voice == "article"]
        _hold_blocks(tally, document, page)
        _hold_page(tally, document, page, mine, sources, texts[page["file"]], found)
    _hold_across(tally, accounts, answer.get("across", {}), found)
    return tally


# ---------------------------------------------------------------- one page


def _hold_blocks(tally: Tally, document: Document, page: Mapping[str, Any]) -> None:
    article = [document.text[b.start : b.end] for b in document.blocks if b.kind in (*ARTICLE_KINDS, "caption")]
    for junk in page.get("not_article", []):
        tally.add("noise", not any(junk in block for block in article), f"{page['file']}: {junk!r}")
    comments = sum(b.kind == "comment" for b in document.blocks)
    if page.get("comments") is not None:
        tally.add("comments", comments == page["comments"], f"{page['file']}: {comments} of {page['comments']}")
    if page.get("comments_at_least"):
        tally.add("comments", comments >= page["comments_at_least"], f"{page['file']}: {comments}")


def _hold_page(
    tally: Tally,
    document: Document,
    page: Mapping[str, Any],
    mine: Sequence[Claim],
    sources: Mapping[str, Source],
    text: str,
    found: dict[str, Claim],
) -> None:
    coded = [(gold, *_locate(document.text, text, gold)) for gold in page["claims"]]
    for claim in mine:
        inside = any(start <= claim.trigger.start < end for _, start, end in coded if start >= 0)
        tally.add("precision", inside, f"{page['file']}: {claim.type} {claim.trigger.text!r} in {claim.quote.text!r}")
    for gold, start, end in coded:
        here = [c for c in mine if 0 <= start <= c.trigger.start < end]
        if not gold["types"]:
            acts = [c for c in here if c.answers]
            tally.add("acts", bool(acts), f"{gold['id']} {gold['quote']!r}")
            found.update({gold["id"]: acts[0]} if acts else {})
        elif not gold.get("optional"):
            fits = sorted(
                (c for c in here if c.type in gold["types"]), key=lambda c: -_shared(c.trigger.text, gold["trigger"])
            )
            tally.add(
                "claims", bool(fits), f"{gold['id']} {gold['quote']!r} {[(c.type, c.trigger.text) for c in here]}"
            )
            if fits:
                found[gold["id"]] = fits[0]
                _hold_slots(tally, gold, fits[0], sources)


def _locate(exported: str, text: str, gold: Mapping[str, Any]) -> tuple[int, int]:
    near = text.find(gold["near"]) if gold.get("near") else 0
    at = text.find(gold["quote"], max(0, near))
    start = -1
    for _ in range(text[:at].count(gold["quote"]) + 1):
        start = exported.find(gold["quote"], start + 1)
    return start, start + len(gold["quote"])


def _hold_slots(tally: Tally, gold: Mapping[str, Any], claim: Claim, sources: Mapping[str, Source]) -> None:
    name = gold["id"]
    asked = gold.get("sources", [])
    right = len(claim.attribution) == len(asked) and all(
        any(_same_name(n, accepted) for n in _names(step, sources) for accepted in accept)
        for step, accept in zip(claim.attribution, asked, strict=True)
    )
    tally.add("sources", right, f"{name}: {[s.name for s in claim.attribution]} for {[a[0] for a in asked]}")
    tally.add("status", claim.status == gold["status"], f"{name}: {claim.status} for {gold['status']}")
    for want in gold.get("counts", []):
        hit = any((c.low, c.high) == (want["low"], want["high"]) for c in claim.counts)
        tally.add("counts", hit, f"{name}: {[(c.low, c.high) for c in claim.counts]} for {want}")
    for bound in ("earliest", "latest"):
        if (want := (gold.get("time") or {}).get(bound)) and re.fullmatch(r"[~?\d]+-\d\d-\d\d", str(want)):
            tally.add("times", _same_day(claim, bound, want), f"{name}: {claim.time} for {bound} {want}")
    for role, accept in (gold.get("place") or {}).items():
        if role not in ("relation", "within"):
            got = [p for p in claim.places if role in (p.role, "place")]
            hit = any(_same_name(n, a) for p in got for n in (p.name, p.text) for a in _listed(accept))
            tally.add("places", hit, f"{name}: {[(p.role, p.text) for p in claim.places]} for {role} {accept}")
    for role, accept in (gold.get("roles") or {}).items():
        words = [s.text for s in claim.role(role)]
        hit = any(_shared(w, a) >= _OVERLAP for w in words for a in _listed(accept))
        tally.add("roles", hit, f"{name}: {role} {words} for {accept}")


def _same_day(claim: Claim, bound: str, want: str) -> bool:
    if claim.time is None:
        return False
    got: str | None = getattr(claim.time, bound)
    if want.startswith("????"):
        return got is None or got[4:] == want[4:] or not claim.time.year_known
    if want.startswith("~"):
        return got == want[1:] or (not claim.time.year_known and (got is None or got[5:] == want[6:]))
    return got == want


# ---------------------------------------------------------------- across pages


def _hold_across(tally: Tally, accounts: Accounts, across: Mapping[str, Any], found: Mapping[str, Claim]) -> None:
    event_of = {claim: event.id for event in accounts.events for claim in event.claims}
    for kind, together in (("same_event", True), ("different_events", False)):
        for a, b in across.get(kind, []):
            known = a in found and b in found
            one = known and event_of.get(found[a].id) == event_of.get(found[b].id)
            tally.add("events", known and one == together, f"{kind} {a} {b}")
    for row in across.get("contradictions", []):
        kinds = _relations(accounts, found, *row["between"])
        tally.add("contradictions", bool(kinds & {"contradicts", "differs", "denies"}), str(row))
    for row in across.get("not_independent", []):
        kinds = _relations(accounts, found, row["claim"], row["rests_on"])
        tally.add("dependence", bool(kinds & {"echoes", "rests_on", "same_origin"}), str(row))
    known_as = [{tuple(_words(n)) for n in (s.name, *s.aliases)} for s in accounts.sources]
    for group in across.get("same_source", []):
        hit = max((sum(tuple(_words(n)) in names for n in group) for names in known_as), default=0)
        tally.add("names", hit >= min(len(group), 2), f"{group[0]}: {hit} of {len(group)}")
    for who, whom in across.get("speaks_for", {}).items():
        hit = any(_same_name(s.name, who) and s.speaks_for and _same_name(s.speaks_for, whom) for s in accounts.sources)
        tally.add("speaks_for", bool(hit), f"{who} for {whom}")


def _relations(accounts: Accounts, found: Mapping[str, Claim], a: str, b: str) -> set[str]:
    if a not in found or b not in found:
        return set()
    pair = {found[a].id, found[b].id}
    return {r.kind for r in accounts.relations if {r.a, r.b} == pair}


# ---------------------------------------------------------------- names and words


def _names(step: Step, sources: Mapping[str, Source]) -> list[str]:
    source = sources.get(step.source or "")
    return [step.name, *((source.name, *source.aliases) if source else ())]


def _words(text: object) -> list[str]:
    plain = unicodedata.normalize("NFKD", str(text)).casefold()
    plain = re.sub(r"[^a-z0-9]+", " ", "".join(c for c in plain if not unicodedata.combining(c)))
    return _SMALL_WORDS.sub(" ", plain).split()


def _same_name(a: str, b: str) -> bool:
    one, other = set(_words(a)), set(_words(b))
    return bool(one and other) and (one <= other or other <= one)


def _shared(a: str, b: str) -> float:
    one, other = set(_words(a)), set(_words(b))
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _listed(value: Any) -> Iterable[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
