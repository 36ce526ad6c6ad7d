"""What can go wrong between an agency and us, each as an answer of a server on loopback.

A fault is what stands in the place of the right answer. Those that are no answer at all (nobody
there, no such name, no way to connect) are addresses, in `tests.sources.test_faults`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests import servers
from tests.servers import Answerer, Reply, Seen, Spoken, Talk

#: From the right answer to what is said instead.
Fault = Callable[[Spoken], Spoken]

_TEN_GB = 10_000_000_000
_PIECE = b" " * 65_536


def instead(spoken: Spoken) -> Fault:
    return lambda _: spoken


def endless(talk: Talk) -> None:
    """Ten gigabytes in pieces, without saying how many beforehand; nobody should read them all."""
    talk.say(servers.head(200, {"Transfer-Encoding": "chunked"}))
    for _ in range(_TEN_GB // len(_PIECE)):
        talk.say(b"%x\r\n%b\r\n" % (len(_PIECE), _PIECE))


def around(talk: Talk) -> None:
    talk.say(servers.head(302, {"Location": "/around", "Content-Length": 0}))


def body_of(right: Spoken) -> tuple[bytes, Reply]:
    assert isinstance(right, Reply)
    return right.body, right


def truncated(right: Spoken) -> Spoken:
    """Half of the right answer, with a length that says that this is all."""
    body, reply = body_of(right)
    return replace(reply, body=body[: len(body) // 2])


def mislabelled(right: Spoken) -> Spoken:
    """The right answer, said to be of another type and in another encoding."""
    _, reply = body_of(right)
    return replace(reply, headers={**reply.headers, "Content-Type": "text/plain; charset=utf-16"})


def renamed(right: Spoken) -> Spoken:
    """The right answer in another schema: every name of a field has changed."""
    body, reply = body_of(right)
    try:
        document = json.loads(body)
    except ValueError:
        return servers.as_json({"data": [], "schema": 2})
    return replace(reply, body=json.dumps(_renamed(document)).encode())


def _renamed(thing: Any) -> Any:
    if isinstance(thing, dict):
        return {f"{name}_v2": _renamed(value) for name, value in thing.items()}
    return [_renamed(item) for item in thing] if isinstance(thing, list) else thing


def doubled(right: Spoken) -> Spoken:
    """The right answer with the first item of every list twice."""
    body, reply = body_of(right)
    try:
        document = json.loads(body)
    except ValueError:
        return replace(reply, body=body + body)
    return replace(reply, body=json.dumps(_doubled(document)).encode())


def _doubled(thing: Any) -> Any:
    if isinstance(thing, dict):
        return {name: _doubled(value) for name, value in thing.items()}
    if isinstance(thing, list):
        items = [_doubled(item) for item in thing]
        return [*items[:1], *items]
    return thing


FAULTS: dict[str, Fault] = {
    "no answer": instead(servers.silent(5)),
    "silence in the middle": instead(servers.misdeclared(b'{"a": [', 1000, stay=5)),
    "cut off": instead(servers.misdeclared(b'{"a": [', 1000)),
    "reset": instead(servers.broken),
    "429, wait an hour": instead(Reply(b"Too many", 429, {"Retry-After": "3600"})),
    "429": instead(Reply(b"Too many", 429)),
    "500, empty": instead(Reply(b"", 500)),
    "503": instead(Reply(b"<html>503</html>", 503, {"Content-Type": "text/html"})),
    "404": instead(Reply(b"<html>404</html>", 404, {"Content-Type": "text/html"})),
    "a page instead": instead(Reply(b"<html><body>Underh\xc3\xa5ll</body></html>")),
    "empty": instead(Reply(b"")),
    "truncated": truncated,
    "gzip garbage": instead(Reply(b"\x1f\x8b garbage", headers={"Content-Encoding": "gzip"})),
    "gzip bomb": instead(servers.packed(b" " * 9_000_000)),
    "another content type": mislabelled,
    "round and round": instead(around),
    "10 GB declared": instead(servers.misdeclared(b"[", _TEN_GB)),
    "10 GB sent": instead(endless),
    "another schema": renamed,
    "codes twice": doubled,
}


class Failing:
    """A server that answers rightly until a question, and from that on with a fault.

    Parameters
    ----------
    right : callable
        The agency.
    fault : Fault
        What is answered from then on.
    at : int
        Number of the first question that meets the fault, from 1.
    """

    def __init__(self, right: Answerer, fault: Fault, at: int) -> None:
        self._right, self._fault, self._at = right, fault, at
        self.asked = 0

    def __call__(self, seen: Seen) -> Spoken:
        self.asked += 1
        right = self._right(seen) if seen.path != "/around" else Reply(b"", 404)
        return right if self.asked < self._at else self._fault(right)
