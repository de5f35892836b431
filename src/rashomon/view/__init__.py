"""Plain view records of a case: what the terminal and a page show. Entered by one function a view.

Rule: pure; from Accounts to frozen records of strings and numbers; no layout, no colour, no I/O. A view shows what the
records say and adds nothing; whatever is unknown is said to be unknown.
"""

from __future__ import annotations

from rashomon.view.claim import ClaimView, StepLine, claim_view
from rashomon.view.diff import ChangeLine, DiffView, RunLine, diff_view, run_line
from rashomon.view.event import AnswerLine, ClaimLine, EventView, RelationLine, claim_lines, event_view
from rashomon.view.ledger import EventLine, LedgerView, ledger_of_lots, ledger_view
from rashomon.view.report import PageLine, Report, report_view

__all__ = [
    "AnswerLine",
    "ChangeLine",
    "ClaimLine",
    "ClaimView",
    "DiffView",
    "EventLine",
    "EventView",
    "LedgerView",
    "PageLine",
    "RelationLine",
    "Report",
    "RunLine",
    "StepLine",
    "claim_lines",
    "claim_view",
    "diff_view",
    "event_view",
    "ledger_of_lots",
    "ledger_view",
    "report_view",
    "run_line",
]
