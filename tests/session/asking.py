"""A session whose limits no test waits for, and what a user is told where it gives nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.servers import as_json
from vagled_lmi.errors import VagledError
from vagled_lmi.session import Limits, Request, Session

#: A rate that no test waits for.
FREE = Limits(calls=100, seconds=0.02)
WHOLE = as_json({"cells": [1, 2, 3]})


class Naps(list[float]):
    """A sleep that only takes notes."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


def limited(session: Session, **limits: Any) -> Session:
    """The same session with other limits."""
    return Session(session._cache, limits=replace(FREE, **limits), sleep=session._sleep)


def refused(session: Session, url: str, method: Any = "GET") -> VagledError:
    """What the user is told; nothing is returned."""
    with pytest.raises(VagledError) as caught:
        session.send(Request(method, url, json={"a": 1} if method == "POST" else None))
    return caught.value
