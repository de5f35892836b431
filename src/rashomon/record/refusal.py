"""What a stage declined, kept like any other record."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record.ids import identify
from rashomon.record.span import Span


@dataclass(frozen=True, slots=True)
class Refusal:
    """stage   "intake", "read", "annotate", "claim", "ground", "link", "weigh"
    code    a short stable reason code: "empty", "binary", "not-utf8", "too-large", "vanished", "language",
            "no-such-path", "time-cap", "memory-cap", ...
    detail  one sentence for a person: the subject, both values, what to do; never page text
    file    the page's file name or path as given, page/document: ids where they exist
    """

    stage: str
    code: str
    detail: str
    file: str = ""
    page: str | None = None
    document: str | None = None
    span: Span | None = None

    @property
    def id(self) -> str:
        """Hash of what was refused and why."""
        where = (self.span.start, self.span.end) if self.span else (None, None)
        return identify("refusal", self.stage, self.code, self.detail, self.file, self.page, self.document, *where)
