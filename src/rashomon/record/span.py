"""A quoted run of a document's text. Rule: half-open, in Unicode code points; the text is the words, always."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`document.text[start:end] == text`, checked where spans are made (`Span.of`) and again by the ledger."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from start to end; raises ValueError when it is empty or leaves the text."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"span {start}..{end} is empty or outside a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def contains(self, other: Span) -> bool:
        """True when `other` lies within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two share a character."""
        return self.start < other.end and other.start < self.end
