"""PxWeb's API version 1: tables found in folders, measures by name, every dimension asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pandas as pd
import pytest

from tests.agencies.pxweb1 import CONFIG, Px1Server, cell, variable
from tests.agencies.skolverket import GYMNASIUM, KOMVUX, SkolverketServer, database
from tests.servers import Reply, Seen, Server, as_json
from tests.sources.asking import DAY
from vagled_lmi import tables
from vagled_lmi.errors import DecodeError, SourceError, UsageError
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import pxweb1, skolverket
from vagled_lmi.sources.protocol import Answer, Inquiry, UnchangedError
from vagled_lmi.sources.pxweb1 import Table1
from vagled_lmi.store import draft

SPECS = {spec.id: spec for spec in skolverket.TABLES}
SCHOOLS = SPECS["skolverket:gymnasieskola"]
ADULTS = SPECS["skolverket:komvux"]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=Limits(retries=0, calls=1000, seconds=0.02)) as opened:
        yield opened


@pytest.fixture
def agency() -> Px1Server:
    server = database()
    server.config = {**CONFIG, "maxCalls": 1000, "timeWindow": 1}
    return server


@pytest.fixture(autouse=True)
def seen(agency: Px1Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Seen]]:
    served = SkolverketServer()
    served.services["statistik"] = agency
    with Server(served) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        yield server.seen


def fetched(session: Session, spec: tables.TableSpec = SCHOOLS, **known: Any) -> list[Answer]:
    return list(skolverket.fetch(Inquiry(spec, skolverket.AGENCY, DAY, **known), session.send))


def parsed(answers: list[Answer], spec: tables.TableSpec = SCHOOLS) -> pd.DataFrame:
    return tables.check(spec, skolverket.parse([a.payload for a in answers], spec))


# What is asked


def test_limits_folder_description_then_data(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session)
    folder = GYMNASIUM.rpartition("/")[0]
    assert [(s.method, s.path, s.query) for s in seen] == [
        ("GET", "/statistik/", {"config": ""}),
        ("GET", f"/statistik/{folder}", {}),
        ("GET", f"/statistik/{GYMNASIUM}", {}),
        ("POST", f"/statistik/{GYMNASIUM}", {}),
    ]
    asked = seen[-1].json
    assert asked["response"] == {"format": "json-stat2"}
    names = [part["code"] for part in asked["query"]]
    assert names == ["variable", "level", "time"]
    assert {part["selection"]["filter"] for part in asked["query"]} == {"item"}
    values = {part["code"]: part["selection"]["values"] for part in asked["query"]}
    assert values["variable"] == ["0", "9"]
    assert values["level"][:2] == ["00", "01"]
    assert len(values["level"]) == 1 + 21 + 52
    assert [answer.updated for answer in answers] == ["2026-09-24T06:00:00"] * 2


def test_periods_are_called_what_their_labels_say(session: Session) -> None:
    frame = parsed(fetched(session))
    # 2 measures x 74 areas x 6 school years
    assert len(frame) == 2 * 74 * 6
    assert set(frame["contents"]) == {"units", "pupils"}
    assert (frame["period"].min(), frame["period"].max()) == ("2020/21", "2025/26")
    row = frame.set_index(["region", "period", "contents"]).loc[("0380", "2024/25", "units")]
    assert (row["value"], row["status"]) == cell(["0", "0380", "2024"])
    komvux = parsed(fetched(session, ADULTS), ADULTS)
    assert (komvux["period"].min(), komvux["period"].max()) == ("2020", "2024")


def test_the_agencys_own_rate_limit_is_kept(session: Session, agency: Px1Server) -> None:
    agency.config = {**CONFIG, "maxCalls": 3, "timeWindow": 1}
    fetched(session)
    (rate,) = {gate.rate for gate in session._gates.values()}
    assert rate == (3, 1.0)


def test_a_large_selection_is_split(session: Session, seen: list[Seen], agency: Px1Server) -> None:
    agency.config["maxCells"] = 300
    whole = parsed(fetched(session))
    assert len([s for s in seen if s.method == "POST"]) >= 2 * 74 * 6 / 300
    agency.config["maxCells"] = 100_000
    assert whole.equals(parsed(fetched(session)))


def test_a_fetch_is_narrowed(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session, regions=("03", "0380", "SE12"), periods=("2024/25",))
    values = {part["code"]: part["selection"]["values"] for part in seen[-1].json["query"]}
    assert values["level"] == ["03", "0380"]
    assert values["time"] == ["2024"]
    assert answers[-1].query.scope == {
        "region": ("03", "0380", "SE12"),
        "period": ("2024/25",),
    }
    with pytest.raises(SourceError, match='har inte "1999/00"'):
        fetched(session, periods=("1999/00",))


@pytest.mark.parametrize("extra", [{}, {"ContentsCode": "Elever"}])
def test_answers_may_have_a_dimension_of_one_value_more(
    extra: dict[str, str], session: Session, agency: Px1Server
) -> None:
    agency.extra = extra
    assert len(parsed(fetched(session))) == 2 * 74 * 6


def test_nothing_is_fetched_when_the_stamp_is_the_same(session: Session, agency: Px1Server) -> None:
    known = tuple(
        draft(a, retrieved="2026-11-20T08:00:00Z", licence="", via="") for a in fetched(session)
    )
    with pytest.raises(UnchangedError):
        fetched(session, known=known)
    agency.updated = "2026-10-24T06:00:00"
    assert len(fetched(session, known=known)) == 2


# What the table is


def test_a_table_is_found_by_walking(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session, ADULTS)
    assert seen[-1].path == f"/statistik/{KOMVUX}"
    said = skolverket.contract([a.payload for a in answers], ADULTS)
    assert said.agency_id == KOMVUX
    assert said.variables["mått"].codes == {"pupils": "0"}
    assert said.measures["1"].label == "Elever, andel (%) kvinnor"
    assert said == skolverket.contract(
        skolverket.probe(Inquiry(ADULTS, skolverket.AGENCY, DAY), session.send), ADULTS
    )


def test_lists_of_folders_may_be_wrapped(session: Session, agency: Px1Server) -> None:
    agency.wrapped = True
    assert len(fetched(session, ADULTS)) == 2


def test_no_table_or_several_fit(session: Session, agency: Px1Server) -> None:
    live = ADULTS.live
    assert isinstance(live, Table1)
    for words, number in ((("folkhögskola",), 0), (("elever",), 2)):
        spec = replace(ADULTS, live=replace(live, words=words))
        with pytest.raises(SourceError, match=f"har {number} tabeller under") as caught:
            fetched(session, spec)
        assert "Komvux_elever.px" in caught.value.message
        assert caught.value.hint == "Välj en: vagled fetch skolverket:komvux --id table=SÖKVÄG"
    chosen = fetched(session, spec, ids=(f"table={KOMVUX}",))
    assert len(parsed(chosen, ADULTS)) == 74 * 5
    del agency.tables[GYMNASIUM]
    with pytest.raises(SourceError, match=r"har ingen tabell .*_skolor_elever\.px"):
        fetched(session)


def test_a_measure_is_known_by_its_name_wherever_it_stands(
    session: Session, agency: Px1Server
) -> None:
    measures = agency.tables[GYMNASIUM]["variables"][0]
    measures["values"] = ["5", "6", "7"]
    assert skolverket.contract([a.payload for a in fetched(session)], SCHOOLS).variables[
        "mått"
    ].codes == {"units": "5", "pupils": "6"}


def test_a_measure_that_has_another_name_can_be_chosen_and_stays(
    session: Session, agency: Px1Server
) -> None:
    measures = agency.tables[GYMNASIUM]["variables"][0]
    measures["valueTexts"] = ["Skolenheter, antal", "Elever totalt", "Elever, andel (%) kvinnor"]
    with pytest.raises(SourceError, match='vars namn innehåller "elever, antal"') as caught:
        fetched(session)
    assert "9 Elever totalt" in caught.value.message
    assert caught.value.hint == "Välj en: vagled fetch skolverket:gymnasieskola --id pupils=KOD"
    answers = fetched(session, ids=("pupils=9",))
    assert set(parsed(answers)["contents"]) == {"units", "pupils"}
    pinned = skolverket.contract([a.payload for a in answers], SCHOOLS)
    assert len(fetched(session, pinned=pinned)) == 2
    measures["valueTexts"][1] = "Elever, något annat"
    with pytest.raises(SourceError, match='vars namn innehåller "elever, antal"'):
        fetched(session, pinned=pinned)


@pytest.mark.parametrize("chosen", ["9", "elever=9", "pupils="])
def test_a_choice_of_what_there_is_not(chosen: str, session: Session) -> None:
    with pytest.raises(UsageError, match="passar inte skolverket:gymnasieskola") as caught:
        fetched(session, ids=(chosen,))
    assert "pupils, table, units" in str(caught.value.hint)


def test_a_walk_ends(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vagled_lmi.sources.pxweb1_find._FOLDERS_AT_MOST", 3)
    with pytest.raises(SourceError, match="över 3 mappar"):
        fetched(session, ADULTS)


def test_a_dimension_that_is_not_declared(session: Session, agency: Px1Server) -> None:
    agency.tables[GYMNASIUM]["variables"].append(variable("kon", "Kön", {"1": "män"}))
    with pytest.raises(SourceError, match='har fått dimensionen "kon"'):
        fetched(session)


# What is not taken for an answer


@pytest.mark.parametrize(
    ("path", "reply", "says"),
    [
        ("", Reply(b"<html>"), "inte hel JSON"),
        ("", as_json({"maxCells": 1}), 'saknar fältet "maxCalls"'),
        ("", as_json({"maxCells": 0, "maxCalls": 10, "timeWindow": 10}), "inte är över noll"),
        (GYMNASIUM.rpartition("/")[0], as_json({"fel": 1}), "inte en lista över en mapp"),
        (GYMNASIUM.rpartition("/")[0], as_json([{"id": 5}]), '"id" är "5"'),
        (GYMNASIUM, as_json({"title": "x", "variables": []}), 'har ingen dimension "variable"'),
        (GYMNASIUM, as_json({"title": "x"}), 'saknar fältet "variables"'),
        (GYMNASIUM, Reply(b"", 429), "429"),
    ],
)
def test_answers_that_are_something_else(
    path: str, reply: Reply, says: str, session: Session, agency: Px1Server
) -> None:
    class Other(Px1Server):
        def __call__(self, seen: Seen) -> Any:
            return reply if seen.path.strip("/") == path else super().__call__(seen)

    agency.__class__ = Other
    with pytest.raises(SourceError, match=says):
        fetched(session)


def test_an_answer_to_another_question(session: Session, agency: Px1Server) -> None:
    class Other(Px1Server):
        def _data(self, table: Any, asked: Any) -> Any:
            asked["query"][2]["selection"]["values"] = ["2020"]
            return super()._data(table, asked)

    agency.__class__ = Other
    with pytest.raises(SourceError, match=r'en annan fråga om Skolverkets_.*"time" är'):
        fetched(session)


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        (b"[", "inte hel JSON"),
        (b"{}", 'saknar fältet "measures"'),
        (orjson.dumps({"measures": {"pupils": 5}, "metadata": {}}), '"measures" är av fel slag'),
        (orjson.dumps({"measures": {}, "metadata": {"title": "x", "variables": [1]}}), "objekt"),
    ],
)
def test_stored_descriptions_that_are_not_as_they_were(payload: bytes, says: str) -> None:
    with pytest.raises(DecodeError, match=re.escape(says)):
        pxweb1.parse([payload], SCHOOLS)
    with pytest.raises(DecodeError):
        pxweb1.parse([], SCHOOLS)
