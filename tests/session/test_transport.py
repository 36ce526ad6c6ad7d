"""An answer on its way: not whole, or slow."""

from __future__ import annotations

import gzip
import os
import time

import pytest

from tests import servers
from tests.servers import Reply, Server, Spoken, in_turn
from tests.session.asking import WHOLE, Naps, limited, refused
from vagled_lmi.errors import SourceError
from vagled_lmi.session import Request, Session

# Answers that are not whole


GZIPPED = gzip.compress(b"[1, 2, 3]" * 100)
NOT_WHOLE: dict[str, tuple[Spoken, str]] = {
    "cut off": (servers.misdeclared(b"[1, 2", 9), "bröts efter 5 av 9 byte"),
    "reset": (servers.broken, "bröt förbindelsen"),
    "nothing": (lambda _: None, "bröt förbindelsen"),
    "not HTTP": (lambda talk: talk.say(b"hej\r\n\r\n"), "bröt förbindelsen"),
    "longer than declared": (servers.misdeclared(b"[1, 2, 3]", 5), "längre än de 5 byte"),
    "longer, line open": (servers.misdeclared(b"[1, 2, 3]", 5, stay=2), "längre än de 5 byte"),
    "characters counted as bytes": (
        servers.misdeclared('["Örebro län"]'.encode(), 14),
        "längre än de 14 byte",
    ),
    "chunks end early": (servers.chunked(b"[1, 2", end=b""), "bröt förbindelsen"),
    "chunk cut": (servers.chunked(b"[1, ", end=b"ff\r\n2"), "bröt förbindelsen"),
    "gzip garbage": (Reply(b"garbage", headers={"Content-Encoding": "gzip"}), "skadat"),
    "gzip cut": (Reply(GZIPPED[:-9], headers={"Content-Encoding": "gzip"}), "avbrutet"),
    "gzip checksum": (
        Reply(GZIPPED[:-8] + b"\0" * 8, headers={"Content-Encoding": "gzip"}),
        "skadat",
    ),
}


@pytest.mark.parametrize("case", NOT_WHOLE)
def test_an_answer_that_is_not_whole_is_never_returned(
    case: str, session: Session, naps: Naps
) -> None:
    spoken, said = NOT_WHOLE[case]
    with Server(lambda _: spoken) as server:
        error = refused(session, server.url)
    assert type(error) is SourceError
    assert server.host in error.message
    assert said in error.message
    assert error.hint is not None
    assert (len(server.seen), len(naps)) == (4, 3)


@pytest.mark.parametrize("case", NOT_WHOLE)
def test_it_is_returned_when_it_comes_whole(case: str, session: Session) -> None:
    with Server(in_turn(NOT_WHOLE[case][0], WHOLE)) as server:
        assert session.send(Request("POST", server.url, json=[])).body == WHOLE.body
    assert len(server.seen) == 2


WELL_FORMED: dict[str, Spoken] = {
    "declared": Reply(b"[1, 2, 3]"),
    "declared, line open": servers.misdeclared(b"[1, 2, 3]", 9, stay=2),
    "chunked": servers.chunked(b"[1, ", b"2, 3]"),
    "undeclared": lambda talk: talk.say(servers.head(200, {}) + b"[1, 2, 3]"),
    "gzip": servers.packed(b"[1, 2, 3]"),
    "gzip in two members": Reply(
        gzip.compress(b"[1, ") + gzip.compress(b"2, 3]"), headers={"Content-Encoding": "GZIP"}
    ),
    "identity": Reply(b"[1, 2, 3]", headers={"Content-Encoding": "identity"}),
    "wrong charset": Reply(b"[1, 2, 3]", headers={"Content-Type": "text/html; charset=utf-16"}),
    "closing": Reply(b"[1, 2, 3]", headers={"Connection": "close"}),
}


@pytest.mark.parametrize("case", WELL_FORMED)
def test_well_formed_answers_come_through(case: str, session: Session) -> None:
    with Server(lambda _: WELL_FORMED[case]) as server:
        assert session.send(Request("GET", server.url)).body == b"[1, 2, 3]"
    assert len(server.seen) == 1


def test_a_line_left_open_is_not_used_again(session: Session) -> None:
    with Server(lambda _: servers.chunked(b"[1]", stay=2)) as server:
        begun = time.monotonic()
        for _ in range(2):
            assert session.send(Request("GET", server.url)).body == b"[1]"
        assert time.monotonic() - begun < 1
    assert len(server.seen) == 2


def test_an_empty_answer_is_empty(session: Session) -> None:
    with Server(lambda _: Reply()) as server:
        assert session.send(Request("GET", server.url)).body == b""


def test_large_bodies_are_whole(session: Session) -> None:
    body = os.urandom(3_000_000)
    for spoken in (Reply(body), servers.chunked(body), servers.packed(body)):
        with Server(in_turn(spoken)) as server:
            assert session.send(Request("GET", server.url)).body == body


TOO_LARGE: dict[str, Spoken] = {
    "claimed": servers.misdeclared(b"[", 1_000_000_000),
    "sent": servers.chunked(*[b" " * 65_536] * 40),
    "unpacked": servers.packed(b" " * 3_000_000),
    "unpacked from two members": Reply(
        gzip.compress(b" " * 1_999_999) + gzip.compress(b"  "),
        headers={"Content-Encoding": "gzip"},
    ),
}


@pytest.mark.parametrize("case", TOO_LARGE)
def test_too_large_is_not_read_to_its_end_nor_asked_again(
    case: str, session: Session, naps: Naps
) -> None:
    with (
        Server(lambda _: TOO_LARGE[case]) as server,
        limited(session, size=2_000_000) as small,
    ):
        error = refused(small, server.url)
    assert type(error) is SourceError
    assert f"Svaret från {server.host} är större än de 2 MB" in error.message
    assert (len(server.seen), naps) == (1, [])


def test_a_packing_nobody_asked_for(session: Session) -> None:
    with Server(lambda _: Reply(b"x", headers={"Content-Encoding": "br"})) as server:
        assert 'packat som "br"' in refused(session, server.url).message
    assert len(server.seen) == 1


# Answers that are slow


def test_a_slow_first_byte(session: Session) -> None:
    with (
        Server(in_turn(servers.silent(5), WHOLE)) as server,
        limited(session, read=0.2) as hasty,
    ):
        assert hasty.send(Request("GET", server.url)).body == WHOLE.body
    assert len(server.seen) == 2


def test_silence(session: Session, naps: Naps) -> None:
    with (
        Server(lambda _: servers.silent(5)) as server,
        limited(session, read=0.1) as hasty,
    ):
        error = refused(hasty, server.url)
    assert type(error) is SourceError
    assert f"{server.host} svarade inte på" in error.message
    assert (len(server.seen), len(naps)) == (4, 3)


DRIPPED = servers.head(200, {"Content-Length": 900}) + b" " * 900
DRIPS: dict[str, Spoken] = {
    "body": servers.dripping(DRIPPED, every=0.05, at_once=len(DRIPPED) - 900),
    "headers": servers.dripping(DRIPPED, every=0.05),
    "undeclared body": servers.dripping(servers.head(200, {}) + b" " * 900, every=0.05, at_once=30),
    "chunks": servers.dripping(
        servers.head(200, {"Transfer-Encoding": "chunked"}) + b"1\r\n \r\n" * 900,
        every=0.05,
        at_once=50,
    ),
}


@pytest.mark.parametrize("case", DRIPS)
def test_a_drip_is_cut_off_when_the_time_is_up(case: str, session: Session) -> None:
    with Server(lambda _: DRIPS[case]) as server, limited(session, total=0.5, read=0.3) as hasty:
        begun = time.monotonic()
        error = refused(hasty, server.url)
        took = time.monotonic() - begun
    assert type(error) is SourceError
    assert server.host in error.message
    assert "hann inte svara helt på" in error.message
    assert 0.4 < took < 1.0
    assert len(server.seen) == 1
