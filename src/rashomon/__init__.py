"""rashomon: one event, many accounts. The face: a handful of names; all else may move.

Rule: nothing heavy is imported here; a name is fetched when it is first asked for (PEP 562).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rashomon.case import Case as Case
    from rashomon.errors import RashomonError as RashomonError
    from rashomon.record import Accounts as Accounts
    from rashomon.record import Claim as Claim
    from rashomon.record import Document as Document
    from rashomon.record import Event as Event
    from rashomon.record import Refusal as Refusal
    from rashomon.record import Relation as Relation
    from rashomon.record import Source as Source
    from rashomon.settings import Settings as Settings

__version__ = "0.1.0"

_HOMES = {
    "Accounts": "rashomon.record",
    "Case": "rashomon.case",
    "Claim": "rashomon.record",
    "Document": "rashomon.record",
    "Event": "rashomon.record",
    "RashomonError": "rashomon.errors",
    "Refusal": "rashomon.record",
    "Relation": "rashomon.record",
    "Settings": "rashomon.settings",
    "Source": "rashomon.record",
}

__all__ = [  # sorted; tests/test_face.py holds it against _HOMES
    "Accounts",
    "Case",
    "Claim",
    "Document",
    "Event",
    "RashomonError",
    "Refusal",
    "Relation",
    "Settings",
    "Source",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'rashomon' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
