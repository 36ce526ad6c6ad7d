"""The retrieval log of a store: one `Retrieval` a line, only ever appended to.

To change here: what a line looks like, which lines are damaged, how much of a grown log is read
again, how the torn end that a killed writer leaves is passed over and healed. What the lines say
together, as vintages and payloads, is for `vagled_lmi.store`, which holds the lock while it writes.

A line that is not JSON stops the reader, save at the very end of the log, where a crash leaves it:
there it is passed over, and cut off by the next writer. JSON that is not a retrieval (an unknown
key, a bad hash) stops the reader wherever it stands.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from vagled_lmi.disk import append, explain_errors, sync_folder
from vagled_lmi.errors import StoreError
from vagled_lmi.provenance import Retrieval

#: The form of `Retrieval.retrieved`: text in it compares as time.
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
#: The form of `Retrieval.sha256`: text in it is safe as a file name.
DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class LogState:
    """A log as it was read at one moment.

    Attributes
    ----------
    stamp : tuple of int, or None
        Size, time of change and inode: the same stamp, the same log. None where there is no log.
    lines : tuple of Retrieval
        The whole lines, in the order they were written.
    end : int
        The byte where the last of them ends, line end included; what lies behind it is torn.
    last : bytes
        The last line as it stands there; while it does, the log is taken to have only grown.
    """

    stamp: tuple[int, int, int] | None = None
    lines: tuple[Retrieval, ...] = ()
    end: int = 0
    last: bytes = b""


class RetrievalLog:
    """A log file, read with a memory of what was read before; one that is missing is empty."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._known = LogState()

    def read(self) -> LogState:
        """Return the log as it is now; only what was appended since the last time is parsed.

        Raises
        ------
        StoreError
            When a line is damaged or the file cannot be read.
        """
        self._known = state = _read(self.path, self._known)
        return state

    def append(self, lines: Sequence[Retrieval], state: LogState) -> None:
        """Cut off a torn end, then append in one write; the lines are then on disk.

        Parameters
        ----------
        lines : sequence of Retrieval
            What to add.
        state : LogState
            What `read` returned under the lock that is still held.

        Raises
        ------
        OSError
            When the system refuses; no line is then added.
        """
        text = b"".join(orjson.dumps(line.to_json()) + b"\n" for line in lines)
        with self.path.open("ab+") as file:
            file.seek(state.end)
            torn = file.read()
        if torn.rpartition(b"\n")[0].strip():  # it has its line end, so it may once have been whole
            append(self.path.with_suffix(".torn"), torn)
        unended = state.last and not state.last.endswith(b"\n")
        append(self.path, b"\n" + text if unended else text, at=state.end)
        sync_folder(self.path.parent)

    def check(self) -> tuple[list[Retrieval], list[str]]:
        """Read everything again; return the good lines, and the damage, a Swedish sentence each.

        A last line without its line end is what a killed writer leaves, and no damage.
        """
        try:
            with explain_errors(self.path, "läsa"):
                data = self.path.read_bytes() if self.path.exists() else b""
        except StoreError as error:
            return [], [str(error)]
        lines, bad, torn, _ = _scan(data)
        bad += [number for number in torn if number <= data.count(b"\n")]
        return lines, [_fault(self.path, number) for number in bad]


def _read(path: Path, old: LogState) -> LogState:
    """Read what was appended since `old`, or all of it where the log changed in another way."""
    with explain_errors(path, "läsa"):
        try:
            file = path.open("rb")
        except FileNotFoundError:
            return LogState()
        with file:
            status = os.fstat(file.fileno())
            stamp = (status.st_size, status.st_mtime_ns, status.st_ino)
            if stamp == old.stamp:
                return old
            file.seek(old.end - len(old.last))
            grown = file.read(len(old.last)) == old.last
            data = file.read() if grown else b""
    if not grown:
        return _read(path, LogState())
    lines, bad, _, end = _scan(data)
    if bad and old.end:
        return _read(path, LogState())  # for the right line number
    if bad:
        raise StoreError(
            _fault(path, bad[0]),
            "Återställ filen från en säkerhetskopia, eller ta bort raden: "
            "svaren själva ligger kvar.",
        )
    last = data[data.rfind(b"\n", 0, max(end - 1, 0)) + 1 : end] or old.last
    return LogState(stamp, (*old.lines, *lines), old.end + end, last)


def _fault(path: Path, number: int) -> str:
    return f"Rad {number} i {path} går inte att läsa."


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the search for garbage: what is made while the log is read stays, and it costs 30 %."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_no_collection()
def _scan(data: bytes) -> tuple[list[Retrieval], list[int], list[int], int]:
    """Return the lines, the numbers of damaged and of torn ones, and where the last JSON ends."""
    lines: list[Retrieval] = []
    bad: list[int] = []
    torn: list[int] = []
    end = position = 0
    for number, line in enumerate(data.split(b"\n"), start=1):
        position += len(line) + 1
        if not line.strip():
            continue
        try:
            plain = orjson.loads(line)
        except orjson.JSONDecodeError:
            torn.append(number)
            continue
        bad += torn  # JSON follows, so these are not the end that a crash leaves
        torn.clear()
        end = min(position, len(data))
        try:
            lines.append(_retrieval(plain))
        except (AttributeError, KeyError, TypeError, ValueError):
            bad.append(number)
    return lines, bad, torn, end


def _retrieval(plain: Any) -> Retrieval:
    """Read one line; what later becomes a path, a sort key or a count is checked here."""
    line = Retrieval.from_json(plain)
    named = isinstance(plain["vintage"], str) and isinstance(plain["query"]["table"], str)
    dated = DIGEST.fullmatch(line.sha256) and TIME.fullmatch(line.retrieved)
    if not (named and dated and 1 <= line.part <= line.parts):
        raise ValueError(plain)
    return line
