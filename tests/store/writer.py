"""Real writer processes: each adds vintages, acknowledges each, shows which phase it is in.

A writer's phase lies in a shared memory map, so it can be read after SIGKILL. In the phases named
in `slow` writes are short and parted by pauses of at most `pace` seconds, so that kills find the
writer in the middle of a file; in the others the system calls are the real ones, only watched.

Run as a program this is a nursery: it has imported what a writer needs and forks one for each
request, in milliseconds. A request is a line of JSON on its stdin, the answer one on its stdout:

- ``{"fork": {...}}`` with the arguments of `write`: the writer's process id
- ``{"poll": ID}``: null while it lives, then its exit code, minus the signal that killed it
- ``{"wait": ID}``: its exit code, once it is dead

At the end of its stdin the nursery kills what it has forked.
"""

from __future__ import annotations

import json
import mmap
import os
import random
import signal
import sys
import time
import traceback
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


def write(
    *, root: str, name: str, phase_file: str, acks_file: str, slow: str, pace: float, count: int
) -> None:
    """Add `count` vintages; of each that was acknowledged there is a line in `acks_file`."""
    acks = os.open(acks_file, os.O_WRONLY | os.O_APPEND)
    dice = random.Random(name)  # noqa: S311 - repeatable, not secret
    watch = Watch(phase_file, slow, pace, dice)
    watch.install()
    kept = store.Store(Path(root))
    for number in range(count):
        watch.map[0] = IDLE
        table, second = f"test:{name}", f"2025-01-01T{number // 3600:02}:{number // 60 % 60:02}"
        vintage = kept.add(
            table, answers(table, dice), retrieved=f"{second}:{number % 60:02}Z", licence="CC0"
        )
        digests = " ".join(part.sha256 for part in vintage.retrievals)
        REAL_WRITE(acks, f"{table} {vintage.id} {digests}\n".encode())


def fork(arguments: dict[str, Any]) -> int:
    """Return the id of a new writer process."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        write(**arguments)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)  # or it would run on as a second nursery


def main() -> None:
    living: set[int] = set()
    try:
        for line in sys.stdin:
            ((request, value),) = json.loads(line).items()
            if request == "fork":
                answer = fork(value)
                living.add(answer)
            else:
                dead, status = os.waitpid(value, os.WNOHANG if request == "poll" else 0)
                answer = os.waitstatus_to_exitcode(status) if dead else None
                living.discard(dead)
            print(json.dumps(answer), flush=True)  # noqa: T201
    finally:
        for child in living:
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    main()
