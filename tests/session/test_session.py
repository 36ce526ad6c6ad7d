"""The door to the network: what is sent, what is never returned, and what the user is told."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests import servers
from tests.servers import Reply, Server, Spoken, as_json, in_turn, problem
from tests.session.asking import FREE, WHOLE, Naps, refused
from vagled_lmi.errors import OfflineError, SourceError, UsageError
from vagled_lmi.session import Request, Session, StatusError, user_agent

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
