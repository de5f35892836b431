"""Pages read by child processes of this machine, each page under a cap of time and of memory.

Rule: a page that breaks its cap costs its own process and nothing else: the child is killed, the page refused, a new
child started. Children are fresh interpreters, not forks: they share no thread, lock or model with the caller.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO, cast

from rashomon.engine.refuse import died, over_memory, over_time
from rashomon.engine.worker import receive, send
from rashomon.record import Page, PageReading

LOOK_SECONDS = 0.1
"""How often clocks and memory of the children are looked at."""

PATIENCE = 10
"""Times its cap that a page may take by the clock. The cap is of processor time, so that an honest page is not refused
on a busy machine; this one is for a page that waits and works on nothing, and ten readers may share a core before it
bites."""

AHEAD = 4
"""Finished pages that may wait, for each child, until an earlier one is done: bounds what is kept in memory."""


class LocalEngine:
    """ports.Engine on child processes.

    workers     children at once; 0 = one for each core; never more than there are pages
    seconds     processor time a page may take, and PATIENCE times as long by the clock; where the system does not tell
                processor time (not Linux), time by the clock
    memory_mib  resident memory a child may take, model included (Linux)
    """

    def __init__(self, workers: int, seconds: float, memory_mib: int) -> None:
        self.workers = workers or os.cpu_count() or 1
        self.seconds, self.memory_mib = seconds, memory_mib

    def map(self, read: Callable[[Page], PageReading], pages: Iterable[Page]) -> Iterator[PageReading]:
        """One reading a page, in order. `read` is pickled; its `prepare()`, where it has one, runs before the clock."""
        run = _Run(self, read, iter(pages))
        try:
            yield from run
        finally:
            run.stop()


@dataclass
class _Child:
    process: subprocess.Popen[bytes]
    ready: bool = False
    place: int = -1
    page: Page | None = None
    since: float = 0.0
    spent: float = 0.0

    @property
    def inbox(self) -> BinaryIO:
        return cast(BinaryIO, self.process.stdout)

    def give(self, place: int, page: Page) -> None:
        self.place, self.page, self.since = place, page, time.monotonic()
        self.spent = processor_seconds(self.process.pid) or 0.0
        with contextlib.suppress(BrokenPipeError):  # a dead child is noticed when its pipe is read
            send(cast(BinaryIO, self.process.stdin), page)

    def is_over(self, seconds: float) -> bool:
        """True when the page has had `seconds` of processor time, or far more by the clock."""
        waited = time.monotonic() - self.since
        if waited <= seconds:
            return False
        spent = processor_seconds(self.process.pid)
        return spent is None or spent - self.spent > seconds or waited > PATIENCE * seconds

    def end(self) -> int | None:
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(BrokenPipeError):
                cast(IO[bytes], pipe).close()
        return self.process.wait()


@dataclass
class _Run:
    """One map: children at work, pages not yet given out, results not yet due."""

    engine: LocalEngine
    read: Callable[[Page], PageReading]
    pages: Iterator[Page]
    children: list[_Child] = field(default_factory=list)
    done: dict[int, PageReading] = field(default_factory=dict)
    waiting: deque[tuple[int, Page]] = field(default_factory=deque)
    taken: int = 0
    due: int = 0

    def __iter__(self) -> Iterator[PageReading]:
        while self._busy():
            self._hand_out()
            for child in self._speaking():
                self._hear(child)
            self._enforce()
            while self.due in self.done:
                yield self.done.pop(self.due)
                self.due += 1

    def stop(self) -> None:
        """Ends every child."""
        while self.children:
            self.children.pop().end()

    def _busy(self) -> bool:
        if not self.waiting and self.taken - self.due <= self.engine.workers * AHEAD:
            page = next(self.pages, None)
            if page is not None:
                self.waiting.append((self.taken, page))
                self.taken += 1
        return self.due < self.taken

    def _hand_out(self) -> None:
        """Gives the waiting page to an idle child, or to a new one."""
        if not self.waiting:
            return
        idle = next((child for child in self.children if child.ready and child.page is None), None)
        starting = sum(not child.ready for child in self.children)
        if idle:
            idle.give(*self.waiting.popleft())
            return
        if len(self.children) < self.engine.workers and starting < self._wanted():
            self.children.append(self._start())

    def _wanted(self) -> int:
        """Children worth starting: looks ahead, so that one page does not load the model twice."""
        while len(self.waiting) < self.engine.workers and (page := next(self.pages, None)) is not None:
            self.waiting.append((self.taken, page))
            self.taken += 1
        return len(self.waiting)

    def _start(self) -> _Child:
        command = [sys.executable, "-c", "from rashomon.engine.worker import main; main()"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment())
        send(cast(BinaryIO, process.stdin), self.read)
        return _Child(process)

    def _speaking(self) -> list[_Child]:
        """Children that have something to say; waits a moment for the first, unless there is a page to give out."""
        idle = any(child.ready and child.page is None for child in self.children)
        room = len(self.children) < self.engine.workers
        with selectors.DefaultSelector() as selector:
            for child in self.children:
                selector.register(child.inbox, selectors.EVENT_READ, child)
            wait = 0.0 if self.waiting and (idle or room) else LOOK_SECONDS
            return [key.data for key, _ in selector.select(wait)]

    def _hear(self, child: _Child) -> None:
        try:
            said = receive(child.inbox)
        except EOFError:
            self._lose(child, lambda page, status: died(page, status))
            return
        if not child.ready:
            if isinstance(said, BaseException):
                raise said
            child.ready = True
            return
        self.done[child.place] = said
        child.page = None

    def _enforce(self) -> None:
        """Kills children whose page is over its time or its memory."""
        for child in [c for c in self.children if c.page is not None]:
            if child.is_over(self.engine.seconds):
                self._lose(child, lambda page, _: over_time(page, self.engine.seconds))
            elif resident_mib(child.process.pid) > self.engine.memory_mib:
                self._lose(child, lambda page, _: over_memory(page, self.engine.memory_mib))

    def _lose(self, child: _Child, why: Callable[[Page, int | None], PageReading]) -> None:
        self.children.remove(child)
        status = child.end()
        if child.page is None:
            raise RuntimeError(
                f"a reading process ended with status {status} before it got a page; see its words above"
            )
        self.done[child.place] = why(child.page, status)


def processor_seconds(pid: int) -> float | None:
    """Processor time a process has had, in steps of about 0.01 s; None where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return None


def resident_mib(pid: int) -> float:
    """Resident memory of a process; 0 where the system does not tell (then only time is capped)."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _environment() -> dict[str, str]:
    """One thread a child for the linear algebra: children are the parallelism."""
    return {**os.environ, "OMP_NUM_THREADS": os.environ.get("OMP_NUM_THREADS", "1")}
