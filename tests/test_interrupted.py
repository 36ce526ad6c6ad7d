"""Answers of an unfinished fetch: used again only as answers to the very same question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from vagled_lmi.errors import ContractError, SourceError, StoreError
from vagled_lmi.interrupted import Interrupted
from vagled_lmi.session import Request, Response

TABLE = "scb:TAB6471"
REQUEST = Request(
    "POST",
    "https://statistik.example/data",
    params={"lang": "sv", "id": ("a", "b")},
    json={"selection": [1]},
    headers={"Accept": "application/json"},
    resume="2026-06-08T06:00:00Z",
)


class Host:
    """Answers each question with its number, and keeps count."""

    def __init__(self) -> None:
        self.asked: list[Request] = []

    def __call__(self, request: Request) -> Response:
        self.asked.append(request)
        headers = {"Content-Type": "application/json", "Last-Modified": "then", "X-Trace": "1"}
        body = b"%d\n\xff" % len(self.asked)
        return Response(200, headers, body, request.url, "2026-06-09T08:00:00Z")


@pytest.fixture
def host() -> Host:
    return Host()


def answered(root: Path) -> int:
    return len(list((root / "interrupted").glob("*/*")))


def ask(
    root: Path, host: Callable[[Request], Response], *requests: Request, table: str = TABLE
) -> list[Response]:
    with Interrupted(root, table) as interrupted:
        send = interrupted.resuming(host)
        return [send(request) for request in requests]


def test_the_same_question_is_answered_from_before(tmp_path: Path, host: Host) -> None:
    (first,) = ask(tmp_path, host, REQUEST)
    (again,) = ask(tmp_path, host, REQUEST)
    assert len(host.asked) == 1
    assert (again.status, again.body, again.url) == (200, b"1\n\xff", REQUEST.url)
    assert again.retrieved == first.retrieved
    assert again.headers == {"Content-Type": "application/json", "Last-Modified": "then"}


@pytest.mark.parametrize(
    "other",
    [
        replace(REQUEST, resume="2026-07-08T06:00:00Z"),
        replace(REQUEST, method="GET"),
        replace(REQUEST, url="https://statistik.example/other"),
        replace(REQUEST, params={"lang": "en", "id": ("a", "b")}),
        replace(REQUEST, params={"lang": "sv", "id": ("b", "a")}),
        replace(REQUEST, json={"selection": [2]}),
        replace(REQUEST, headers={"Accept": "text/csv"}),
    ],
    ids=["stamp", "method", "url", "params", "repeated params", "body", "headers"],
)
def test_another_question_is_asked(other: Request, tmp_path: Path, host: Host) -> None:
    ask(tmp_path, host, REQUEST, other)
    assert host.asked == [REQUEST, other]


def test_without_a_mark_it_is_always_asked(tmp_path: Path, host: Host) -> None:
    always = replace(REQUEST, resume=None)
    ask(tmp_path, host, always, always)
    assert len(host.asked) == 2
    assert answered(tmp_path) == 0


def test_another_table_has_answers_of_its_own(tmp_path: Path, host: Host) -> None:
    ask(tmp_path, host, REQUEST)
    ask(tmp_path, host, REQUEST, table="scb:TAB-6471")  # not even by the name of its folder
    assert len(host.asked) == 2


def test_what_is_finished_is_forgotten(tmp_path: Path, host: Host) -> None:
    with Interrupted(tmp_path, TABLE) as interrupted:
        interrupted.resuming(host)(REQUEST)
        interrupted.finish()
        interrupted.finish()
    assert answered(tmp_path) == 0


@pytest.mark.parametrize("damage", [b"", b"{}", b"[]\nx", b'{"sha256": 1}\n', b"\xff\n"])
def test_a_damaged_answer_is_asked_for_anew(damage: bytes, tmp_path: Path, host: Host) -> None:
    ask(tmp_path, host, REQUEST)
    (path,) = (tmp_path / "interrupted").glob("*/*")
    path.write_bytes(damage)
    (again,) = ask(tmp_path, host, REQUEST)
    assert again.body == b"2\n\xff"


def test_a_body_that_is_not_the_one_that_was_written(tmp_path: Path, host: Host) -> None:
    ask(tmp_path, host, REQUEST)
    (path,) = (tmp_path / "interrupted").glob("*/*")
    path.write_bytes(path.read_bytes()[:-1])
    ask(tmp_path, host, REQUEST)
    assert len(host.asked) == 2


def stopped(root: Path, host: Host, error: BaseException) -> None:
    with Interrupted(root, TABLE) as interrupted:
        interrupted.resuming(host)(REQUEST)
        raise error


@pytest.mark.parametrize("error", [KeyboardInterrupt(), StoreError("full"), RuntimeError("bug")])
def test_an_interruption_keeps_the_answers(
    error: BaseException, tmp_path: Path, host: Host
) -> None:
    with pytest.raises(type(error)):
        stopped(tmp_path, host, error)
    assert answered(tmp_path) == 1


@pytest.mark.parametrize("error", [ContractError("x"), SourceError("x")])
def test_answers_that_were_refused_are_forgotten(
    error: Exception, tmp_path: Path, host: Host
) -> None:
    with pytest.raises(type(error)):
        stopped(tmp_path, host, error)
    assert answered(tmp_path) == 0


def test_a_host_that_stops_answering_leaves_the_earlier_answers(tmp_path: Path) -> None:
    host = Host()

    def failing_later(request: Request) -> Response:
        if host.asked:
            raise SourceError("down")
        return host(request)

    with pytest.raises(SourceError):
        ask(tmp_path, failing_later, REQUEST, replace(REQUEST, resume=None))
    assert answered(tmp_path) == 1


def test_one_at_a_time(tmp_path: Path, host: Host) -> None:
    with (
        Interrupted(tmp_path, TABLE),
        pytest.raises(StoreError, match="hämtas redan av ett annat program"),
        Interrupted(tmp_path, TABLE),
    ):
        pytest.fail("two at a time")
    ask(tmp_path, host, REQUEST)  # and then the next


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "interrupted").write_bytes(b"")
    with pytest.raises(StoreError, match="interrupted"), Interrupted(tmp_path, TABLE):
        pytest.fail("there is no folder")
