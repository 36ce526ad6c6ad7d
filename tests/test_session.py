"""The door to the network: what is sent, what is never returned, and what the user is told."""

from __future__ import annotations

import gzip
import json
import logging
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from tests import servers
from tests.servers import Reply, Server, Spoken, as_json, in_turn, problem
from vagled_lmi.errors import OfflineError, SourceError, UsageError, VagledError
from vagled_lmi.rate import Gate
from vagled_lmi.session import Limits, Request, Session, StatusError, user_agent

#: A rate that no test waits for.
FREE = Limits(calls=100, seconds=0.02)
WHOLE = as_json({"cells": [1, 2, 3]})


class Naps(list[float]):
    """A sleep that only takes notes."""

    def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VAGLED_OFFLINE", "VAGLED_CONTACT", "REQUESTS_CA_BUNDLE", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def session(tmp_path: Path, naps: Naps) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=FREE, sleep=naps) as opened:
        yield opened


def limited(session: Session, **limits: Any) -> Session:
    """The same session with other limits."""
    return Session(session._cache, limits=replace(FREE, **limits), sleep=session._sleep)


def refused(session: Session, url: str, method: Any = "GET") -> VagledError:
    """What the user is told; nothing is returned."""
    with pytest.raises(VagledError) as caught:
        session.send(Request(method, url, json={"a": 1} if method == "POST" else None))
    return caught.value


# What is sent and what comes back


def test_get_sends_what_is_asked_and_says_who_asks(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_CONTACT", "statistik@lan.se")
    reply = as_json({"å": 1}, **{"X-Rate-Limit-Limit": "10s", "Last-Modified": "then"})
    with Server(lambda _: reply) as server:
        response = session.send(
            Request("GET", f"{server.url}/api/v2/tables", {"lang": "sv", "query": "kön+ålder"})
        )
    (seen,) = server.seen
    assert (seen.method, seen.path, seen.body) == ("GET", "/api/v2/tables", b"")
    assert seen.query == {"lang": "sv", "query": "kön+ålder"}
    assert seen.headers["User-Agent"] == user_agent()
    assert seen.headers["User-Agent"].endswith("(statistik@lan.se)")
    assert seen.headers["Accept-Encoding"] == "gzip"
    assert not {"Cookie", "Authorization", "Content-Type"} & set(seen.headers)
    assert response.status == 200
    assert json.loads(response.body) == {"å": 1}
    assert response.headers["last-modified"] == response.headers["Last-Modified"] == "then"
    assert response.url == f"{server.url}/api/v2/tables?lang=sv&query=k%C3%B6n%2B%C3%A5lder"
    age = datetime.now(UTC) - datetime.strptime(response.retrieved, "%Y-%m-%dT%H:%M:%SZ").replace(
        tzinfo=UTC
    )
    assert timedelta(0) <= age < timedelta(seconds=5)


def test_post_sends_json_as_utf8(session: Session) -> None:
    with Server(lambda _: WHOLE) as server:
        body = {"selection": [{"variableCode": "Civilstånd", "valueCodes": ["ÄNKL"]}]}
        session.send(Request("POST", server.url, {"lang": "sv"}, json=body, headers={"X-A": "b"}))
    (seen,) = server.seen
    assert (seen.method, seen.query, seen.json) == ("POST", {"lang": "sv"}, body)
    assert "ÄNKL".encode() in seen.body
    assert seen.headers["Content-Type"] == "application/json"
    assert seen.headers["X-A"] == "b"


def test_a_form_is_sent_as_a_web_page_sends_it(session: Session) -> None:
    form = {"indicator": "136", "filters[]": ("from:2019/20", "gender:Män")}
    with Server(lambda _: WHOLE) as server:
        session.send(Request("POST", server.url, form=form))
    (seen,) = server.seen
    assert seen.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert seen.body == (
        b"indicator=136&filters%5B%5D=from%3A2019%2F20&filters%5B%5D=gender%3AM%C3%A4n"
    )


def test_no_cookies_and_no_passwords_from_netrc(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with Server(lambda _: Reply(b"[]", headers={"Set-Cookie": "id=1; Path=/"})) as server:
        for _ in range(2):
            session.send(Request("GET", server.url))
    for seen in server.seen:
        assert not {"Cookie", "Authorization"} & set(seen.headers)


def test_this_machine_is_not_asked_through_a_proxy(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    with Server(lambda _: WHOLE) as server:
        assert session.send(Request("GET", server.url)).status == 200


def test_a_proxy_that_does_not_answer_is_named(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with servers.nobody() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
        error = refused(session, "https://statistikdatabasen.scb.se/api/v2/config")
    assert isinstance(error, OfflineError)
    assert "statistikdatabasen.scb.se" in error.message
    assert "HTTPS_PROXY" in error.message


@pytest.mark.parametrize(
    ("contact", "said"),
    [("", ""), ("a@b.se", " (a@b.se)"), ("x)\r\nCookie: 1", " (x   Cookie: 1)"), ("å", " (?)")],
)
def test_user_agent_cannot_break_the_headers(
    contact: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_CONTACT", contact)
    name, _, rest = user_agent().partition("/")
    assert name == "vagled-lmi"
    assert rest.partition(" ")[1] + rest.partition(" ")[2] == said


# No network


def _no_socket(*_: object, **__: object) -> socket.socket:
    raise AssertionError("a socket was opened")


def test_offline_raises_at_once_with_the_address(
    session: Session, naps: Naps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_OFFLINE", "1")
    monkeypatch.setattr(socket, "socket", _no_socket)
    monkeypatch.setattr(socket, "getaddrinfo", _no_socket)
    with pytest.raises(OfflineError, match=r"VAGLED_OFFLINE.*https://a\.se/b\?lang=sv") as caught:
        session.send(Request("GET", "https://a.se/b", {"lang": "sv"}))
    assert caught.value.exit_code == 7
    assert naps == []


@pytest.mark.parametrize("value", ["", "0", "nej", "False"])
def test_offline_can_be_switched_off(
    value: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_OFFLINE", value)
    with Server(lambda _: WHOLE) as server:
        assert session.send(Request("GET", server.url)).body == WHOLE.body


def test_nobody_listens(session: Session, naps: Naps) -> None:
    with servers.nobody() as url:
        error = refused(session, url)
    assert isinstance(error, OfflineError)
    assert str(error) == f"Det går inte att nå {url[7:]}: kontrollera nätanslutningen."
    # Half a second, one and two, each up to half as long again.
    assert [first <= nap <= 1.5 * first for nap, first in zip(naps, (0.5, 1, 2), strict=True)]


def test_no_such_name(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = refused(session, "https://statistikdatabasen.scb.se/api/v2/config")
    assert isinstance(error, OfflineError)
    assert "statistikdatabasen.scb.se" in str(error)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://statistikdatabasen.scb.se/api/v2", "https://"),
        ("http://127.0.0.1.example.se/", "https://"),
        ("ftp://scb.se/", "https://"),
        ("file:///etc/passwd", "https://"),
        ("scb.se/api", "https://"),
        ("https:///api", "https://"),
        ("https://[::1/", "https://"),
        ("https://scb.se:99999/", "https://"),
        ("", "https://"),
        ("https://me:secret@scb.se/", "lösenord"),
    ],
)
def test_addresses_that_are_not_asked(
    url: str, said: str, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _no_socket)
    error = refused(session, url)
    assert isinstance(error, UsageError)
    assert said in str(error)
    assert "secret" not in str(error)


# Hosts that fail


def test_down_twice_then_up(session: Session, naps: Naps) -> None:
    with Server(in_turn(Reply(b"", 503), Reply(b"", 503), WHOLE)) as server:
        response = session.send(Request("POST", server.url, json={"a": 1}))
    assert response.body == WHOLE.body
    assert [seen.json for seen in server.seen] == [{"a": 1}] * 3
    assert 0.5 <= naps[0] <= 0.75
    assert 1.0 <= naps[1] <= 1.5


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_down_for_good(status: int, session: Session, naps: Naps) -> None:
    with Server(lambda _: problem("Out of order", status)) as server:
        error = refused(session, server.url)
    assert isinstance(error, StatusError)
    assert server.host in error.message
    assert str(status) in error.message
    assert error.hint == "Försök igen senare; det som redan är hämtat ligger kvar."
    assert json.loads(error.response.body)["title"] == "Out of order"
    assert (len(server.seen), len(naps)) == (4, 3)


@pytest.mark.parametrize("status", [304, 400, 401, 403, 404, 410, 418, 501])
def test_refusals_are_not_asked_again(status: int, session: Session, naps: Naps) -> None:
    with Server(lambda _: Reply(b"" if status == 304 else b"no", status)) as server:
        error = refused(session, f"{server.url}/x")
    assert isinstance(error, StatusError)
    assert f"{server.host} svarade {status}" in error.message
    assert f"{server.url}/x" in error.message
    assert error.response.status == status
    assert (len(server.seen), naps) == (1, [])


def _late(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize("value", ["7", " 7 ", pytest.param(None, id="date")])
def test_retry_after_is_kept(value: str | None, session: Session, naps: Naps) -> None:
    after = {"Retry-After": value or _late(8)}  # dates are whole seconds: 7 to 8 s are left
    with Server(in_turn(Reply(b"slow down", 429, after), WHOLE)) as server:
        assert session.send(Request("GET", server.url)).body == WHOLE.body
    assert len(server.seen) == 2
    assert len(naps) == 1
    assert 6.5 <= naps[0] <= 8


@pytest.mark.parametrize("value", ["21600", "99999999999999999999", None])
def test_an_absurd_retry_after_ends_the_call(
    value: str | None, session: Session, naps: Naps
) -> None:
    after = {"Retry-After": value or _late(21_605)}
    with Server(lambda _: Reply(b"", 429, after)) as server:
        error = refused(session, server.url)
    assert isinstance(error, StatusError)
    assert "vi frågar för ofta, och ber oss vänta 6 timmar" in error.message
    assert (len(server.seen), naps) == (1, [])


def test_a_retry_after_that_cannot_be_read_is_like_none(session: Session, naps: Naps) -> None:
    with Server(in_turn(Reply(b"", 503, {"Retry-After": "soon"}), WHOLE)) as server:
        assert session.send(Request("GET", server.url)).status == 200
    assert 0.5 <= naps[0] <= 0.75


def test_waits_add_up_to_the_time_for_one_call(tmp_path: Path) -> None:
    now = [0.0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    after = {"Retry-After": "25"}
    with (
        Server(lambda _: Reply(b"", 503, after)) as server,
        Session(tmp_path, limits=FREE, sleep=sleep, clock=lambda: now[0]) as session,
    ):
        error = refused(session, server.url)
    assert "25 sekunder" in error.message
    # 25 + 25 = 50 s of 60 are waited; a third would make 75.
    assert (len(server.seen), now[0]) == (3, 50.0)


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


# Redirects


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_within_the_host_keeps_the_question(status: int, session: Session) -> None:
    moved = Reply(b"", status, {"Location": "/api/v2/data?lang=sv"})
    with Server(in_turn(moved, WHOLE)) as server:
        response = session.send(Request("POST", f"{server.url}/old", json={"a": 1}))
    assert [(seen.method, seen.path) for seen in server.seen] == [
        ("POST", "/old"),
        ("POST", "/api/v2/data"),
    ]
    assert server.seen[1].json == {"a": 1}
    assert response.url == f"{server.url}/api/v2/data?lang=sv"


def test_a_redirect_to_another_host_is_not_followed(session: Session) -> None:
    with Server(lambda _: WHOLE) as other:
        away = Reply(b"", 302, {"Location": f"{other.url}/x"})
        with Server(lambda _: away) as server:
            error = refused(session, server.url)
    assert type(error) is SourceError
    assert f"{server.host} skickar oss vidare" in error.message
    assert "inte är en säker adress" in error.message
    assert (len(server.seen), len(other.seen)) == (1, 0)


def test_a_redirect_to_https_is_followed(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    with servers.nobody() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy)  # stands in for the net
        away = Reply(b"", 301, {"Location": "https://ny.scb.se/api/v2/config"})
        with Server(lambda _: away) as server:
            error = refused(session, server.url)
    assert isinstance(error, OfflineError)
    assert "ny.scb.se" in error.message


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "http://scb.se/", "https://u:p@scb.se/", "//[", "ftp://a/"]
)
def test_redirects_to_what_is_no_safe_address(location: str, session: Session) -> None:
    with Server(lambda _: Reply(b"", 301, {"Location": location})) as server:
        error = refused(session, server.url)
    assert type(error) is SourceError
    assert "säker adress" in error.message
    assert len(server.seen) == 1


def test_a_redirect_in_a_circle(session: Session) -> None:
    with Server(lambda _: Reply(b"", 302, {"Location": "/again"})) as server:
        error = refused(session, server.url)
    assert type(error) is SourceError
    assert f"{server.host} skickar oss runt" in error.message
    assert len(server.seen) == 6


def test_a_question_is_not_exchanged_for_another(session: Session) -> None:
    with Server(in_turn(Reply(b"", 303, {"Location": "/start"}), WHOLE)) as server:
        error = refused(session, server.url, "POST")
    assert "annan fråga" in error.message
    assert len(server.seen) == 1


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl saknas, så det finns inget certifikat att pröva med")
    pem = tmp_path_factory.mktemp("tls") / "server.pem"
    subprocess.run(
        [
            *(openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", pem, "-out", pem.with_suffix(".crt")),
        ],
        check=True,
        capture_output=True,
    )
    pem.write_bytes(pem.read_bytes() + pem.with_suffix(".crt").read_bytes())
    return pem


def test_a_certificate_nobody_vouches_for(session: Session, certificate: Path, naps: Naps) -> None:
    with Server(lambda _: WHOLE, certificate) as server:
        error = refused(session, server.url)
    assert type(error) is SourceError
    assert f"{server.host} visar ett certifikat" in error.message
    assert "REQUESTS_CA_BUNDLE" in str(error)
    assert (server.seen, naps) == ([], [])


@pytest.mark.parametrize("case", ["cut off", "longer than declared", "longer, line open"])
def test_over_tls_too_answers_are_whole(
    case: str, session: Session, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate.with_suffix(".crt")))
    with Server(in_turn(NOT_WHOLE[case][0], WHOLE), certificate) as server:
        assert session.send(Request("GET", server.url)).body == WHOLE.body
    assert len(server.seen) == 2


@pytest.mark.parametrize("case", ["body", "headers"])
def test_over_tls_too_a_drip_is_cut_off(
    case: str, session: Session, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate.with_suffix(".crt")))
    with Server(lambda _: DRIPS[case], certificate) as server, limited(session, total=0.5) as hasty:
        begun = time.monotonic()
        assert "hann inte svara" in refused(hasty, server.url).message
        assert time.monotonic() - begun < 1.0


def test_a_handshake_that_never_ends(session: Session) -> None:
    with socket.create_server(("127.0.0.1", 0)) as mute, limited(session, total=0.4) as hasty:
        begun = time.monotonic()
        error = refused(hasty, f"https://127.0.0.1:{mute.getsockname()[1]}/")
        assert time.monotonic() - begun < 1.0
    assert "hann inte svara" in error.message


def test_a_certificate_file_that_is_not_there(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/ca.pem")
    error = refused(session, "https://127.0.0.1:9/")
    assert type(error) is SourceError
    assert "/nowhere/ca.pem" in error.message
    assert "REQUESTS_CA_BUNDLE" in str(error)


# Rates


def most_in(window: float, times: list[float]) -> int:
    """The most arrivals that any window of this length holds."""
    return max(sum(first <= at < first + window for at in times) for first in times)


_ASKER = """
import sys
from pathlib import Path
from vagled_lmi.session import Limits, Request, Session
url, cache, who, count = sys.argv[1:]
with Session(Path(cache), limits=Limits(calls=1000, seconds=0.1)) as session:
    session.send(Request("GET", url + "/ready", headers={"X-Who": who}))
    for _ in range(int(count)):
        session.send(Request("GET", url, headers={"X-Who": who}, rate=(4, 0.4)))
"""


def _askers(url: str, caches: list[Path]) -> list[subprocess.Popen[bytes]]:
    root = str(Path(__file__).parents[1])
    return [
        subprocess.Popen(
            [sys.executable, "-c", _ASKER, url, str(cache), str(who), "6"],
            env={**os.environ, "PYTHONPATH": root},
        )
        for who, cache in enumerate(caches)
    ]


@pytest.mark.parametrize("together", [True, False])
def test_processes_share_a_rate(together: bool, tmp_path: Path) -> None:
    caches = [tmp_path / ("one" if together else name) for name in ("one", "two")]
    ready: set[str] = set()

    def answer(seen: servers.Seen) -> Spoken:
        """Hold the first back until the second is there, so that both ask at once."""
        if seen.path != "/ready":
            return WHOLE
        ready.add(seen.headers["X-Who"])

        def speak(talk: servers.Talk) -> None:
            while len(ready) < 2 and not talk.stopping.is_set():
                talk.hold(0.01)
            WHOLE(talk)

        return speak

    with Server(answer) as server:
        children = _askers(server.url, caches)
        assert [child.wait(timeout=30) for child in children] == [0, 0]
    asked = [seen for seen in server.seen if seen.path != "/ready"]
    assert sorted(seen.headers["X-Who"] for seen in asked) == ["0"] * 6 + ["1"] * 6
    most = most_in(0.4, [seen.at for seen in asked])
    # Alone each may send 4 in a window, so together more than 4: the test can tell.
    assert most <= 4 if together else most > 4


def test_a_rate_from_the_host_holds_from_then_on(session: Session) -> None:
    with Server(lambda _: WHOLE) as server:
        for _ in range(5):
            session.send(Request("GET", server.url, rate=(2, 0.2)))
        session.send(Request("GET", server.url))
    assert most_in(0.2, [seen.at for seen in server.seen]) <= 2


def test_a_looser_rate_forgets_nothing_of_a_stricter_ones_window(tmp_path: Path) -> None:
    strict = Gate(tmp_path, "a.se", 3, 0.5)
    assert all(strict.enter(0) for _ in range(3))
    time.sleep(0.2)
    Gate(tmp_path, "a.se", 100, 0.01).close()
    assert not strict.enter(0)
    strict.close()


def test_after_429_all_processes_pause(tmp_path: Path) -> None:
    limits = Limits(calls=3, seconds=0.4)
    with (
        Server(in_turn(Reply(b"", 429), WHOLE)) as server,
        Session(tmp_path, limits=limits, sleep=Naps()) as first,
        Session(tmp_path, limits=limits) as second,
    ):
        first.send(Request("GET", server.url))
        second.send(Request("GET", server.url))
    refused_at, *later = (seen.at for seen in server.seen)
    assert min(later) - refused_at >= 0.4


def test_a_queue_that_is_too_long(session: Session) -> None:
    with Server(lambda _: WHOLE) as server, limited(session, total=0.2) as hasty:
        hasty.send(Request("GET", server.url, rate=(1, 30)))
        error = refused(hasty, server.url)
    assert type(error) is SourceError
    assert error.message == f"Kön till {server.host} är för lång: andra körningar frågar samtidigt."
    assert len(server.seen) == 1


@pytest.mark.parametrize("damage", ["file in the way", "not a database"])
def test_a_cache_that_cannot_be_used_is_no_reason_to_fail(
    damage: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    cache = tmp_path / "cache"
    if damage == "file in the way":
        cache.write_text("")
    else:
        cache.mkdir()
        (cache / "rates.sqlite").write_bytes(b"garbage" * 1000)
    limits = Limits(calls=2, seconds=0.2)
    with (
        caplog.at_level(logging.WARNING),
        Server(lambda _: WHOLE) as server,
        Session(cache, limits=limits) as session,
    ):
        for _ in range(4):
            session.send(Request("GET", server.url))
    assert "not shared" in caplog.text
    assert most_in(0.2, [seen.at for seen in server.seen]) <= 2


def test_a_cache_that_goes_away_is_no_reason_to_fail(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    gate = Gate(tmp_path, "a.se", 2, 0.2)
    assert gate.enter(0)
    with sqlite3.connect(tmp_path / "rates.sqlite") as other:
        other.execute("DROP TABLE host_a_se")
    other.close()
    assert gate.enter(0)
    assert "not shared" in caplog.text
    gate.close()


def test_a_clock_set_back_does_not_shut_the_gate(tmp_path: Path) -> None:
    gate = Gate(tmp_path, "a.se", 1, 0.2)
    assert gate.enter(0)
    with sqlite3.connect(tmp_path / "rates.sqlite") as other:
        other.execute("UPDATE host_a_se SET item_timestamp = item_timestamp + 3600000")
    other.close()
    assert gate.enter(0.1)
    gate.close()


@pytest.mark.parametrize(("calls", "seconds"), [(0, 1.0), (-1, 1.0), (1, 0.0), (1, -1.0)])
def test_a_rate_is_some_calls_in_some_time(calls: int, seconds: float, session: Session) -> None:
    with pytest.raises(ValueError, match="rate"):
        session.limit("a.se", calls, seconds)


def test_nothing_is_left_running(tmp_path: Path) -> None:
    with Server(lambda _: WHOLE) as server, Session(tmp_path, limits=FREE) as session:
        count = threading.active_count()
        session.send(Request("GET", server.url))
        time.sleep(0.05)
        assert threading.active_count() <= count


# Conditional questions, and what is cut away at the door


def test_a_host_may_say_that_nothing_has_changed(session: Session) -> None:
    def answer(seen: servers.Seen) -> Spoken:
        same = seen.headers.get("If-Modified-Since") == "Mon, 08 Jun 2026 06:00:00 GMT"
        # a host may give the length of what it does not send
        return Reply(b"", 304, {"Content-Length": "900"}) if same else WHOLE

    with Server(answer) as server:
        question = Request("GET", server.url, since="2026-06-08T06:00:00Z")
        unchanged = session.send(question)
        changed = session.send(replace(question, since="2026-06-08T08:00:01+02:00"))
        plain = session.send(replace(question, since=None))
    assert (unchanged.status, unchanged.body) == (304, b"")
    assert (changed.status, changed.body) == (200, WHOLE.body)
    assert plain.status == 200
    assert [seen.headers.get("If-Modified-Since") for seen in server.seen] == [
        "Mon, 08 Jun 2026 06:00:00 GMT",
        "Mon, 08 Jun 2026 06:00:01 GMT",
        None,
    ]


def test_nothing_has_changed_is_no_answer_to_a_plain_question(session: Session) -> None:
    with Server(lambda _: Reply(b"", 304)) as server, pytest.raises(StatusError) as caught:
        session.send(Request("GET", server.url))
    assert "svarade 304, som vi inte har frågat om" in caught.value.message
    assert len(server.seen) == 1


def test_what_is_cut_away_is_never_returned(session: Session) -> None:
    def cut(body: bytes) -> bytes:
        document = json.loads(body)
        del document["contact"]
        return json.dumps(document).encode()

    with Server(lambda _: as_json({"count": 3, "contact": "Namn Namnsson"})) as server:
        response = session.send(Request("GET", server.url, cut=cut))
    assert json.loads(response.body) == {"count": 3}


def test_an_answer_that_cannot_be_cut_is_refused(session: Session) -> None:
    def cut(_: bytes) -> bytes:
        raise SourceError("Svaret går inte att rensa.")

    with Server(lambda _: WHOLE) as server, pytest.raises(SourceError, match="rensa"):
        session.send(Request("GET", server.url, cut=cut))


def test_there_is_nothing_to_cut_from_no_answer(session: Session) -> None:
    with Server(lambda _: Reply(b"", 304)) as server:
        question = Request("GET", server.url, since="2026-06-08T06:00:00Z", cut=lambda _: b"x")
        assert session.send(question).body == b""


def test_a_repeated_parameter_is_sent_as_often(session: Session) -> None:
    with Server(lambda _: WHOLE) as server:
        question = Request("GET", server.url, {"id": ("a", "b"), "lang": "sv"})
        assert session.send(question).url == f"{server.url}/?id=a&id=b&lang=sv"


def test_a_mark_for_resuming_is_not_sent(session: Session) -> None:
    with Server(lambda _: WHOLE) as server:
        session.send(Request("GET", server.url, resume="2026-06-08"))
    (seen,) = server.seen
    assert seen.query == {}
    assert "2026-06-08" not in str(dict(seen.headers))
