"""The child process that reads pages. Rule: speaks only length-prefixed pickles with its parent,
over pipes that nobody else writes to; ends when the parent does.

    parent → child   the function to run (once), then pages
    child → parent   None when it is ready, then readings; an exception instead of None when it cannot get ready
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
import traceback
from typing import Any, BinaryIO

from rashomon.engine.refuse import failed

LENGTH = struct.Struct(">Q")


def send(pipe: BinaryIO, value: object) -> None:
    """Writes one value."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: BinaryIO) -> Any:
    """Reads one value; raises EOFError when the other side is gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    data = pipe.read(LENGTH.unpack(head)[0])
    return pickle.loads(data)


def serve(incoming: BinaryIO, outgoing: BinaryIO) -> None:
    """Reads pages until the parent hangs up."""
    read = receive(incoming)
    try:
        getattr(read, "prepare", lambda: None)()
    except Exception as error:  # the parent raises it: no page can be read
        error.add_note("in the process that reads pages:\n" + "".join(traceback.format_exception(error)))
        send(outgoing, error)
        return
    send(outgoing, None)
    while True:
        page = receive(incoming)
        try:
            reading = read(page)
        except Exception as error:  # this page only
            reading = failed(page, error)
        send(outgoing, reading)


def main() -> None:
    """Takes stdin and stdout for itself: whatever a library prints goes to stderr, not between the pickles."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it ends us by closing the pipe
    outgoing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, outgoing)
    except (EOFError, BrokenPipeError):
        return
