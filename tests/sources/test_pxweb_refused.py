"""What is not taken for an answer of PxWebApi 2, and what the agency's refusals mean."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from tests import servers
from tests.servers import Px, Reply, Server, Spoken, as_json
from tests.sources.asking import ask
from tests.sources.pxweb_asking import (
    CODES,
    METADATA,
    answering,
    fetched,
    parsed,
    plain,
    refused,
    table,
    whole,
)
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.session import Session, StatusError
from vagled_lmi.sources import pxweb


def lying(change: Callable[[dict[str, Any]], object]) -> Callable[[servers.Seen], Spoken]:
    """A PxWeb whose data answers are changed."""
    px = Px(METADATA)

    def answer(seen: servers.Seen) -> Spoken:
        reply = px(seen)
        if not seen.path.endswith("/data"):
            return reply
        assert isinstance(reply, Reply)
        document = json.loads(reply.body)
        change(document)
        return as_json(document)

    return answer


def _default(document: dict[str, Any]) -> None:
    """SCB's answer to an empty selection."""
    first = {name: CODES[name][:1] for name in CODES}
    document.update(servers.px_dataset(METADATA, first))


def _eliminated(document: dict[str, Any]) -> None:
    kept = {name: codes for name, codes in CODES.items() if name != "Kon"} | {
        "ContentsCode": ["X1"]
    }
    document.update(servers.px_dataset(METADATA, kept))


def _widened(document: dict[str, Any]) -> None:
    document.update(servers.px_dataset(METADATA, CODES))


def _other_table(document: dict[str, Any]) -> None:
    document["extension"]["px"]["tableid"] = "TAB2"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_default, 'koden "01" i "Region" saknas'),
        (_eliminated, 'dimensionen "Kon" saknas'),
        (_widened, 'koden "X2" i "ContentsCode" har kommit till'),
        (_other_table, 'svarade med tabellen "TAB2" på frågan om TAB1'),
        (lambda document: document["value"].pop(), "75 celler men value har 74"),
        (lambda document: document.update(value=["x"] * 75), "value nummer 1"),
        (lambda document: document.pop("dimension"), "beskrivs inte"),
        (lambda document: document.update({"class": "collection"}), "collection"),
    ],
)
def test_an_answer_to_another_question(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    error = refused(lying(change))
    assert "SCB svarade" in error.message
    assert said in error.message
    assert error.hint is not None


def test_an_answer_in_another_order_is_the_same_answer() -> None:
    """Order is the server's; codes are what counts."""

    def turned(document: dict[str, Any]) -> None:
        turned = {"Tid": CODES["Tid"][::-1], "Kon": ["2", "1", "1+2"]}
        rest = {"ContentsCode": ["X1"], "Region": CODES["Region"]}
        document.update(servers.px_dataset(METADATA, turned | rest))

    spec = table()
    frame = parsed(fetched(lying(turned), spec), spec)
    pd.testing.assert_frame_equal(plain(spec, frame), whole(spec, METADATA), check_dtype=False)


def test_a_table_id_in_other_case_or_none_at_all() -> None:
    for change in (
        lambda document: document["extension"]["px"].update(tableid="tab1"),
        lambda document: document.pop("extension"),
    ):
        assert len(fetched(lying(change), table())) == 1


def test_a_table_that_changes_while_it_is_fetched() -> None:
    number = itertools.count(6)

    def later(document: dict[str, Any]) -> None:
        document["updated"] = f"2026-06-0{next(number)}T06:00:00Z"

    px = lying(later)
    config = {**servers.CONFIG, "maxDataCells": 40}

    def answer(seen: servers.Seen) -> Spoken:
        return as_json(config) if seen.path == "/config" else px(seen)

    error = refused(answer)
    assert "SCB uppdaterade tabellen TAB1 medan den hämtades" in error.message
    assert "igen" in str(error.hint)


NOT_DATA: dict[str, tuple[Reply, str]] = {
    "HTML": (Reply(b"<html><title>Underh\xe5ll</title>", 200), "HTML eller XML"),
    "empty": (Reply(b""), "Svaret är tomt"),
    "cut JSON": (Reply(b'{"class": "dataset", "id": ["A"'), "avkortat"),
    "latin-1": (Reply('{"label": "Örebro"}'.encode("latin-1")), "inte UTF-8"),
    "list": (Reply(b"[]"), "en lista"),
    "problem with 200": (servers.problem("Non-existent table", 200), "inte ett dataset"),
}


@pytest.mark.parametrize("case", NOT_DATA)
@pytest.mark.parametrize("what", ["metadata", "data"])
def test_a_success_that_is_no_table(case: str, what: str, session: Session) -> None:
    reply, said = NOT_DATA[case]
    with Server(answering(**{what: reply})) as server, pytest.raises(SourceError) as caught:
        ask(pxweb, table(), server.url, session.send)
    assert "SCB svarade om TAB1 med något annat än tabellen" in caught.value.message
    assert said in caught.value.message
    assert isinstance(caught.value.__cause__, DecodeError)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>"),
        Reply(b"[]"),
        as_json({}),
        as_json({**servers.CONFIG, "maxDataCells": 0}),
        as_json({**servers.CONFIG, "maxDataCells": "150000"}),
        as_json({**servers.CONFIG, "timeWindow": True}),
    ],
)
def test_a_host_that_is_no_pxwebapi(reply: Reply) -> None:
    error = refused(answering(config=reply))
    assert "SCB svarar inte som PxWebApi 2 på https://px.example.se/config" in error.message


@pytest.mark.parametrize("status", [400, 403, 404, 429, 503])
@pytest.mark.parametrize("worded", [True, False])
def test_failures_in_the_agencys_words_and_ours(
    status: int, worded: bool, session: Session
) -> None:
    """Through the session and without it, with PxWeb's JSON and with whatever else."""
    reply = servers.problem("Too\nmany\x1b[31m", status) if worded else Reply(b"Nope", status)
    with Server(answering(metadata=reply)) as server, pytest.raises(SourceError) as caught:
        ask(pxweb, table(), server.url, session.send)
    for error in (caught.value, refused(answering(metadata=reply))):
        assert f"svarade {status}" in error.message
        own = '"Too\N{REPLACEMENT CHARACTER}many\N{REPLACEMENT CHARACTER}[31m"'
        assert (own if worded else '"Nope"') in error.message
        later = "Försök igen senare" in str(error.hint)
        assert later == (status in (429, 503))
    assert isinstance(caught.value.__cause__, StatusError)


def test_failures_without_words() -> None:
    for reply in (Reply(b"", 403), Reply(b"<html>403</html>", 403), as_json({"title": 7}, 403)):
        error = refused(answering(data=reply))
        assert error.message == "SCB svarade 403 på frågan om scb:T1: frågan nekas."


def test_how_long_the_agency_asks_us_to_wait_is_passed_on(session: Session) -> None:
    reply = Reply(b"API calls quota exceeded!", 429, {"Retry-After": "3600"})
    with Server(answering(data=reply)) as server, pytest.raises(SourceError) as caught:
        ask(pxweb, table(), server.url, session.send)
    assert "ber oss vänta 60 minuter" in caught.value.message
    assert 'Med egna ord: "API calls quota exceeded!".' in caught.value.message
