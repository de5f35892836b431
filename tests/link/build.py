"""Readings written by hand: a page of invented sentences, its mentions and claims found by their words."""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.record import (
    Block,
    Claim,
    Count,
    Dated,
    Document,
    Mention,
    Named,
    PageReading,
    Place,
    Span,
    Step,
    Time,
    identify,
    page_id,
)


class PageDraft:
    """One page; every span is found by its words (`nth` occurrence)."""

    def __init__(self, file: str, text: str, outlet: str | None = None, published: str | None = None, title: str = ""):
        self.text = f"{title}\n\n{text}" if title else text
        self.file, self.title = file, title
        self.outlet = Named(outlet, "visible text") if outlet else Named()
        self.published = Dated(published, published, "meta") if published else Dated()
        self.id = identify("doc", page_id(self.text.encode()), file)
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []

    def span(self, words: str, after: int = 0) -> Span:
        start = self.text.index(words, after)
        return Span.of(self.text, start, start + len(words))

    def mention(
        self, words, kind="organisation", chain=0, name=None, speaks_for=None, described=(), after=0
    ) -> PageDraft:
        span = self.span(words, after)
        about = tuple(self.span(text) for text in described)
        self.mentions.append(Mention(span, kind, chain, name or words, about, speaks_for))
        return self

    def claim(
        self,
        quote: str,
        trigger: str,
        kind: str | None,
        said: Sequence[tuple] = (),
        time: Time | None = None,
        places: Sequence[Place] = (),
        counts: Sequence[Count] = (),
        **fields,
    ) -> Claim:
        """roles are keywords starting with "r_"; said: (name, act) pairs, outermost first."""
        whole = self.span(quote)
        point = self.span(trigger, whole.start)
        roles = {key[2:]: value for key, value in fields.items() if key.startswith("r_")}
        rest = {key: value for key, value in fields.items() if not key.startswith("r_")}
        made = Claim(
            id=identify("claim", self.id, kind, point.start, point.end, rest.get("voice", "article")),
            document=self.id,
            quote=whole,
            trigger=point,
            type=kind,
            roles=tuple(
                sorted(
                    (role, tuple(self.span(w, whole.start) for w in _listed(words))) for role, words in roles.items()
                )
            ),
            attribution=tuple(self._step(whole, *step) for step in said),
            time=time,
            places=tuple(places),
            counts=tuple(counts),
            **rest,
        )
        self.claims.append(made)
        return made

    def _step(self, quote: Span, name: str, act: str = "says", cue: str = "") -> Step:
        at = self.text.find(name, quote.start, quote.end)
        span = Span.of(self.text, at, at + len(name)) if at >= 0 else None
        return Step(name, cue or act, act, span=span, cue_span=self.span(cue, quote.start) if cue else None)

    def place(self, words: str, role="place", name=None, **fields) -> Place:
        return Place(role, words, self.span(words), name or words, **fields)

    def count(self, words: str, of: str, low, high, unit="person", **fields) -> Count:
        return Count(words, self.span(words), of, low, high, unit=unit, **fields)

    def reading(self) -> PageReading:
        blocks = []
        if self.title:
            blocks.append(Block("title", 0, len(self.title)))
        start = len(self.title) + 2 if self.title else 0
        blocks.append(Block("paragraph", start, len(self.text)))
        document = Document(
            id=self.id,
            page=page_id(self.text.encode() + self.file.encode()),
            file=self.file,
            text=self.text,
            blocks=tuple(blocks),
            sentences=tuple(_sentences(self.text)),
            title=self.title or None,
            outlet=self.outlet,
            published=self.published,
            language="en",
        )
        return PageReading(document.page, document, tuple(self.mentions), tuple(self.claims))


def day(iso: str, text: str = "") -> Time:
    return Time(text, None, iso, iso, "T1", "?" not in iso, "absolute", iso.replace("????", "XXXX"))


def days(low: str | None, high: str | None) -> Time:
    return Time("", None, low, high, "T5", True, "absolute")


def _listed(words) -> list[str]:
    return [words] if isinstance(words, str) else list(words)


def _sentences(text: str):
    start = 0
    for number, ch in enumerate(text):
        if ch in ".\n" and (number + 1 == len(text) or text[number + 1] in " \n"):
            if text[start : number + 1].strip():
                yield start, number + 1
            start = number + 1
    if text[start:].strip():
        yield start, len(text)
