"""One builder a case at a time. Rule: the lock belongs to the operating system or the database server, so that a killed
builder leaves none behind; readers and reviewers never take it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa

from rashomon.errors import CaseBusy, CaseError
from rashomon.ledger.schema import APPLICATION_ID


@contextlib.contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Holds `folder`/.lock; raises CaseBusy when another process builds, CaseError when the folder is read-only."""
    import fcntl

    path = folder / ".lock"
    try:
        file = path.open("a")
    except OSError as error:
        raise CaseError(
            f"{folder}: cannot be written to ({error.strerror}); build into a folder of your own"
        ) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CaseBusy(f"{folder}: another rashomon builds this case; wait for it, or build another case") from None
        yield


@contextlib.contextmanager
def server_lock(engine: sa.Engine, where: str) -> Iterator[None]:
    """Holds an advisory lock of the PostgreSQL database; raises CaseBusy."""
    with engine.connect() as connection:
        if not connection.execute(sa.select(sa.func.pg_try_advisory_lock(APPLICATION_ID))).scalar():
            raise CaseBusy(f"{where}: another rashomon builds this case; wait for it, or build another case")
        try:
            yield
        finally:
            connection.execute(sa.select(sa.func.pg_advisory_unlock(APPLICATION_ID)))
