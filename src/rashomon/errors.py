"""The exception tree. Rule: every error the package raises on purpose stands here, and says what to do next.

RashomonError                 anything below; the CLI prints it in one line and exits 1
├── InputError                a path, a page or an argument cannot be used
├── SettingsError             a settings file or value is wrong
├── CaseError                 a folder is no case, or cannot be used as one
│   ├── NotACase              nothing that looks like a case was found there
│   ├── NewerCase             made by a newer version; left untouched
│   ├── CaseBusy              another process writes to it
│   └── IntegrityError        what is stored does not match its hash (exit 4)
├── NotFound                  an id that the case does not hold
├── ModelError                the model file is missing, damaged or of another version
├── GazetteerError            a gazetteer file cannot be read
└── MissingExtra              a command needs an optional dependency; the message names it

A page that cannot be read is no exception: it is a `record.Refusal`, kept in the ledger. MigrationNotice is a warning,
not an error: an older case was opened, and is of this version's schema now.
"""

from __future__ import annotations


class RashomonError(Exception):
    """Anything the package raises on purpose; the message names the subject, both values and the way out."""


class InputError(RashomonError):
    """A path, a page or an argument cannot be used."""


class SettingsError(RashomonError):
    """A settings file or value is wrong."""


class CaseError(RashomonError):
    """A folder cannot be used as a case."""


class NotACase(CaseError):
    """Nothing that looks like a case was found there."""


class NewerCase(CaseError):
    """The case was made by a newer version; it is left untouched."""


class CaseBusy(CaseError):
    """Another process writes to the case."""


class IntegrityError(CaseError):
    """What is stored does not match its hash."""


class NotFound(RashomonError):
    """An id that the case does not hold."""


class ModelError(RashomonError):
    """The model file is missing, damaged or of another version."""


class GazetteerError(RashomonError):
    """A gazetteer file cannot be read."""


class MissingExtra(RashomonError):
    """An optional dependency is missing; the message names the extra to install."""


class MigrationNotice(UserWarning):
    """A case of an older schema was brought to this version's; the message says where its copy lies."""
