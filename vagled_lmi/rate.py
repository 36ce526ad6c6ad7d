"""How often a host is asked, counted over all processes of a user on this machine.

The count is a table in SQLite behind a file lock, as pyrate-limiter keeps it: two notebooks, a
build and a command that ask SCB at the same time stay within one limit together.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import time
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import cast

import filelock
from pyrate_limiter import InMemoryBucket, Rate, RateItem, SQLiteBucket

_LOG = logging.getLogger(__name__)
#: Added to a window, in seconds: a question reaches the host a little later than it is counted, and
#: not each by the same delay.
_HEADROOM = 0.1
#: Milliseconds that a question stays counted; longer than any window, for another process may keep
#: a longer window than we do.
_KEPT = 3_600_000


class Gate:
    """The way to one host, open for so many questions in so many seconds.

    Parameters
    ----------
    folder : Path
        Where the processes share the count; made if absent. Where it cannot be written the limit
        holds within this process only: a limit is no reason to fail.
    host : str
        As in the address, with its port if it has one.
    calls : int
        Questions in any window, at least one.
    seconds : float
        Length of the window.
    """

    def __init__(self, folder: Path, host: str, calls: int, seconds: float) -> None:
        if calls < 1 or seconds <= 0:
            raise ValueError(f"a rate is at least one call in some seconds, not {calls}/{seconds}")
        self.rate = (calls, seconds)
        self._host = host
        self._per_window = Rate(calls, round((seconds + _HEADROOM) * 1000))
        self._bucket: SQLiteBucket | InMemoryBucket = InMemoryBucket([self._per_window])
        try:
            self._bucket = _shared(folder, host, self._per_window)
        except (OSError, sqlite3.Error) as error:
            self._count_alone(error)

    def enter(self, seconds: float) -> bool:
        """Wait for a turn, at most `seconds`; return whether it came."""
        deadline = time.monotonic() + seconds
        while True:
            wait = self._take(deadline)
            if wait == 0:
                return True
            if time.monotonic() + wait > deadline:
                return False
            time.sleep(wait)

    def pause(self) -> None:
        """Take up every place in the window: the host has counted more than we did."""
        for _ in range(self.rate[0]):
            if self._take(time.monotonic()) > 0:
                return

    def close(self) -> None:
        """Let go of the shared count."""
        self._bucket.close()

    def _take(self, deadline: float) -> float:
        """Take a place now and return 0, or return the seconds until there may be one."""
        try:
            with self._locked(deadline):
                item = RateItem(self._host, _now(self._bucket))
                if self._bucket.put(item):
                    return 0.0
                wait = cast(int, self._bucket.waiting(item))
                if wait > self._per_window.interval:  # places in the future: the clock was set back
                    self._bucket.flush()
                    wait = 0
                return max(wait, 1) / 1000
        except filelock.Timeout:
            return max(deadline - time.monotonic(), 0.0) + 0.001
        except (OSError, sqlite3.Error) as error:
            self._count_alone(error)
            return self._take(deadline)

    def _locked(self, deadline: float) -> AbstractContextManager[object]:
        if isinstance(self._bucket, InMemoryBucket):
            return nullcontext()
        lock = cast(filelock.FileLock, self._bucket.lock)
        return lock.acquire(timeout=max(deadline - time.monotonic(), 0.05), poll_interval=0.01)

    def _count_alone(self, error: Exception) -> None:
        _LOG.warning("rate limit of %s is not shared with other processes: %s", self._host, error)
        self.close()
        self._bucket = InMemoryBucket([self._per_window])


def _shared(folder: Path, host: str, rate: Rate) -> SQLiteBucket:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "rates.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA schema_version")  # a damaged file: init_from_file leaves it open
    bucket = SQLiteBucket.init_from_file(
        [rate],
        table="host_" + re.sub(r"\W", "_", host, flags=re.ASCII),
        db_path=str(path),
        use_file_lock=True,
    )
    bucket.leak(_now(bucket) - _KEPT)
    return bucket


def _now(bucket: SQLiteBucket | InMemoryBucket) -> int:
    return int(bucket.now())  # type: ignore[no-untyped-call]
