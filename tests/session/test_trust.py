"""Where a question is led on to, and whose word is taken: redirects and certificates."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests import servers
from tests.servers import Reply, Server, in_turn
from tests.session.asking import WHOLE, Naps, limited, refused
from tests.session.test_transport import DRIPS, NOT_WHOLE
from vagled_lmi.errors import OfflineError, SourceError
from vagled_lmi.session import Request, Session

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
