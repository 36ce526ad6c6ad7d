"""A real writer process: adds vintages without end, acknowledges each, shows which phase it is in.

Usage: writer.py ROOT NAME PHASE_FILE SLOW PACE COUNT

The phase lies in a shared memory map, so it can be read after SIGKILL. In the phases named in SLOW
writes are short and parted by pauses of at most PACE seconds, so that kills find the writer in the
middle of a file; in the others the system calls are the real ones, only watched.
"""

from __future__ import annotations

import mmap
import os
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vagled_lmi import store
from vagled_lmi.provenance import Query

IDLE, PAYLOAD, BETWEEN, LOG, LOGGED = b"ipbla"
REAL_OPEN, REAL_WRITE, REAL_REPLACE, REAL_FSYNC = os.open, os.write, os.replace, os.fsync


@dataclass(frozen=True)
class Answer:
    query: Query
    payload: bytes
    media_type: str = "application/json"
    updated: str | None = None
    notes: tuple[str, ...] = ()


class Watch:
    """Stands in for four system calls, and notes in the map what the writer is about."""

    def __init__(self, phase_file: str, slow: str, pace: float, dice: Any) -> None:
        with Path(phase_file).open("r+b") as file:
            self.map = mmap.mmap(file.fileno(), 1)
        self.slow, self.pace, self.dice = slow.encode(), pace, dice
        self.log_handle = -1
        self.watched: set[int] = set()

    def install(self) -> None:
        for call in ("open", "write", "replace", "fsync"):
            setattr(os, call, getattr(self, call))

    def is_slow(self) -> bool:
        return self.map[0] in self.slow

    def pause(self) -> None:
        time.sleep(self.pace * self.dice.random())

    def open(self, path: Any, flags: int, *rest: Any, **named: Any) -> int:
        name, writes = str(path), flags & os.O_WRONLY
        handle = REAL_OPEN(path, flags, *rest, **named)
        self.watched.discard(handle)
        if writes and name.endswith((".tmp", "log.jsonl")):
            self.watched.add(handle)
            self.map[0] = PAYLOAD if name.endswith(".tmp") else LOG
            if self.map[0] == LOG:
                self.log_handle = handle
        return handle

    def write(self, handle: int, data: Any) -> int:
        if not (handle in self.watched and self.is_slow()):
            return REAL_WRITE(handle, data)
        self.pause()
        written = REAL_WRITE(handle, data[: len(data) // 2 + 1])
        self.pause()
        return written

    def fsync(self, handle: int) -> None:
        REAL_FSYNC(handle)
        if handle == self.log_handle:
            self.log_handle = -1
            self.map[0] = LOGGED

    def replace(self, source: Any, target: Any) -> None:
        REAL_REPLACE(source, target)
        self.map[0] = BETWEEN
        for _ in range(10 * self.is_slow()):
            self.pause()


def answers(table: str, dice: random.Random) -> list[Answer]:
    """Return one to three answers; some payloads are the same for all writers, some large."""
    sizes = [dice.choice((5, 300, 40_000)) for _ in range(dice.randint(1, 3))]
    payloads = [b"shared" if size == 5 else dice.randbytes(size) for size in sizes]
    notes = ('en fotnot\nmed rader, "citat" och å' * dice.choice((1, 100)),)
    return [Answer(Query(table, f"https://x/{n}"), p, notes=notes) for n, p in enumerate(payloads)]


def main(arguments: list[str]) -> None:
    root, name, phase_file, slow, pace, count = arguments
    dice = random.Random(name)  # noqa: S311 - repeatable, not secret
    watch = Watch(phase_file, slow, float(pace), dice)
    watch.install()
    kept = store.Store(Path(root))
    for number in range(int(count)):
        watch.map[0] = IDLE
        table, second = f"test:{name}", f"2025-01-01T{number // 3600:02}:{number // 60 % 60:02}"
        vintage = kept.add(
            table, answers(table, dice), retrieved=f"{second}:{number % 60:02}Z", licence="CC0"
        )
        digests = " ".join(part.sha256 for part in vintage.retrievals)
        REAL_WRITE(1, f"{table} {vintage.id} {digests}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1:])
