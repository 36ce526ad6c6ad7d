"""Any agency that keeps to its limit: what comes over it gets 429, and when to come again."""

from __future__ import annotations

import math
import time
from collections import deque

from tests.servers import Answerer, Reply, Seen, Spoken


class Limited:
    """What answers for another, within a rate; its configuration is free, as with SCB.

    Parameters
    ----------
    answer : callable
        The agency.
    rate : (int, float)
        Calls and seconds.

    Attributes
    ----------
    counted, refused : int
        Calls that the limit is of, and those of them that were over it.
    """

    def __init__(self, answer: Answerer, rate: tuple[int, float]) -> None:
        self.rate = rate
        self.counted = self.refused = 0
        self._answer = answer
        self._calls: deque[float] = deque()

    def __call__(self, seen: Seen) -> Spoken:
        if seen.path.endswith("/config") or seen.query == {"config": ""}:
            return self._answer(seen)
        self.counted += 1
        calls, seconds = self.rate
        while self._calls and seen.at - self._calls[0] >= seconds:
            self._calls.popleft()
        if len(self._calls) < calls:
            self._calls.append(seen.at)
            return self._answer(seen)
        self.refused += 1
        headers = {
            "Content-Type": "text/plain",
            "Retry-After": str(math.ceil(self._calls[0] + seconds - seen.at)),
            "X-Rate-Limit-Limit": f"{seconds:g}s",
            "X-Rate-Limit-Remaining": "0",
            "X-Rate-Limit-Reset": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        }
        words = f"API calls quota exceeded! maximum admitted {calls} per {seconds:g}s."
        return Reply(words.encode(), 429, headers)
