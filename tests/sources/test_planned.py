"""Planned Educations v4: results of programmes, what gymnasieskolan offers, counts for adults."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pandas as pd
import pytest

from tests.agencies.skolverket import (
    PERSON,
    PlannedServer,
    SkolverketServer,
    offer,
    results,
    wrapped,
)
from tests.servers import Reply, Seen, Server, as_json
from tests.sources.asking import DAY
from vagled_lmi import tables
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import skolverket
from vagled_lmi.sources.protocol import Answer, Inquiry
from vagled_lmi.sources.skolverket.numbers import number
from vagled_lmi.sources.skolverket.planned import body, rows
from vagled_lmi.tables import TableSpec

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "edu"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med Skolverkets svar saknas"),
]
SPECS = {spec.id: spec for spec in skolverket.TABLES}
PROGRAMMES = SPECS["skolverket:gymnasieprogram"]
OFFERS = SPECS["skolverket:gymnasieutbud"]
ADULTS = SPECS["skolverket:vuxenutbud"]
ACCEPT = "application/vnd.skolverket.plannededucations.api.v4.hal+json"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=Limits(retries=0, calls=1000, seconds=0.02)) as opened:
        yield opened


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch, agency: PlannedServer) -> Iterator[list[Seen]]:
    served = SkolverketServer()
    served.services["planned"] = agency
    with Server(served) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        yield server.seen


@pytest.fixture
def agency() -> PlannedServer:
    return PlannedServer()


def fetched(session: Session, spec: TableSpec, **known: Any) -> list[Answer]:
    return list(skolverket.fetch(Inquiry(spec, skolverket.AGENCY, DAY, **known), session.send))


def parsed(answers: list[Answer], spec: TableSpec) -> pd.DataFrame:
    return tables.check(spec, skolverket.parse([a.payload for a in answers], spec))


# Numbers in Swedish


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("84,6", 84.6, ""),
        ("230,0", 230.0, ""),
        ("4397,9", 4397.9, ""),
        ("1 325", 1325.0, ""),
        ("1\u00a0325\u00a0000,5", 1325000.5, ""),
        ("-3,2", -3.2, ""),
        ("cirka 270", 270.0, "cirka"),
        ("~100", None, "~100"),
        ("..", None, ".."),
        (".", None, "."),
        ("*", None, "*"),
    ],
)
def test_numbers_as_skolverket_writes_them(text: str, value: float | None, status: str) -> None:
    assert number(text, "x") == (value, status)


@pytest.mark.parametrize("text", ["", "84.6", "1 32", "12 3456", "~99", "cirka", "NaN", "1e5", "٣"])
def test_what_is_no_number_is_never_zero(text: str) -> None:
    with pytest.raises(DecodeError, match=re.escape(f'Andelen är "{text}", som inte är ett tal')):
        number(text, "Andelen")


# Programmes


def test_results_are_asked_for_each_programme(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session, PROGRAMMES)
    assert [s.path for s in seen] == [
        "/planned/support/programs",
        "/planned/statistics/national-values/gy/EK",
        "/planned/statistics/national-values/gy/VO",
        "/planned/statistics/national-values/gy/IMA",  # answered with 404: no results of its own
    ]
    assert {s.headers["Accept"] for s in seen} == {ACCEPT}
    frame = parsed(answers, PROGRAMMES)
    assert frame[["region", "period", "programme", "programme_name", "value", "status"]].to_dict(
        "records"
    ) == [
        {
            "region": "00", "period": period, "programme": code, "programme_name": name,
            "value": pytest.approx(value, nan_ok=True), "status": status,
        }
        for period, value, status in (("2019/20", float("nan"), ".."), ("2020/21", 84.6, ""))
        for code, name in (("EK", "Ekonomiprogrammet"), ("VO", "Vård- och omsorgsprogrammet"))
    ]  # fmt: skip
    said = skolverket.contract([a.payload for a in answers], PROGRAMMES)
    assert said.variables["programCode"].codes["IMA"] == "Individuellt"


@pytest.mark.usefixtures("seen")
def test_no_programme_has_results(session: Session, agency: PlannedServer) -> None:
    agency.results = {}
    with pytest.raises(SourceError, match="inte resultat för något"):
        fetched(session, PROGRAMMES)


def test_every_question_names_the_version(session: Session, seen: list[Seen]) -> None:
    skolverket.probe(Inquiry(PROGRAMMES, skolverket.AGENCY, DAY), session.send)
    skolverket.probe(Inquiry(OFFERS, skolverket.AGENCY, DAY), session.send)
    skolverket.probe(Inquiry(ADULTS, skolverket.AGENCY, DAY), session.send)
    assert {s.headers["Accept"] for s in seen} == {ACCEPT}


# What gymnasieskolan offers


def test_offers_are_counted_in_kommuner_lan_and_riket(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session, OFFERS)
    assert [s.query for s in seen] == [
        {"typeOfSchooling": "gy", "page": str(n), "size": "100"} for n in range(3)
    ]
    frame = parsed(answers, OFFERS).set_index(["region", "programme", "contents"])
    # 230 events: 57 whole schools of four and one of two; a school has EK, EK25, VO and IMV, and
    # EK25 is EK. Schools 0, 1 of each four lie in 0380, 2 in 0305, 3 in 0180
    assert set(frame["period"]) == {"2026/27"}
    value = frame["value"]
    assert value["00", "total", "schools"] == 58
    assert value["00", "EK", "schools"] == 58
    assert value["00", "VO", "schools"] == 57
    assert value["00", "total", "events"] == 58 + 57 + 57  # EK, VO, IMV
    assert value["0380", "total", "schools"] == 15 + 15
    assert value["03", "total", "schools"] == 15 + 15 + 14  # and 0305
    assert frame.loc[("03", "VO", "schools"), "programme_name"] == "Vård- och omsorgsprogrammet"


@pytest.mark.usefixtures("seen")
def test_nothing_of_how_to_reach_a_school_is_kept(session: Session) -> None:
    for answer in fetched(session, OFFERS):
        for text in (*PERSON.values(), "Exempelgymnasiet", "admissionPoints"):
            assert text.encode() not in answer.payload


@pytest.mark.usefixtures("seen")
def test_a_school_abroad_counts_for_riket_alone(session: Session, agency: PlannedServer) -> None:
    agency.offers = [offer(0), offer(4, geographicalAreaCode=None)]
    frame = parsed(fetched(session, OFFERS), OFFERS)
    of_all = frame[(frame["programme"] == "total") & (frame["contents"] == "schools")]
    assert of_all.set_index("region")["value"].to_dict() == {"00": 2, "03": 1, "0380": 1}


@pytest.mark.usefixtures("seen")
def test_a_school_year_begins_in_autumn(session: Session, agency: PlannedServer) -> None:
    agency.offers = [offer(0, startDate="2027-01-07T00:00:00"), offer(4)]
    assert set(parsed(fetched(session, OFFERS), OFFERS)["period"]) == {"2026/27"}


# Adults


def test_counts_by_form_and_by_area(
    session: Session, seen: list[Seen], agency: PlannedServer
) -> None:
    answers = fetched(session, ADULTS)
    # riket and five län; of each the total, three forms, and the two areas with directions
    assert len(answers) == 6
    assert len(seen) == 2 + 6 * (1 + 3 + 2)
    frame = parsed(answers, ADULTS)
    assert set(frame["period"]) == {"2026M11"}
    value = frame.set_index(["region", "form", "area"])["value"]
    assert value["03", "yh", "total"] == agency.count(
        {"geographicalAreaCode": "03", "typeOfSchool": "yh"}
    )
    assert value["00", "total", "1"] == agency.count({"directionIds": "1,4"})
    names = frame.set_index(["region", "form", "area"])
    assert names.loc[("00", "yh", "total"), ["form_name", "area_name"]].tolist() == [
        "Yrkeshögskola",
        "totalt",
    ]


def test_kommuner_are_counted_by_form_only(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session, ADULTS, regions=("0380", "SE12"))
    frame = parsed(answers, ADULTS)
    assert set(frame["area"]) == {"total"}
    assert {s.query.get("geographicalAreaCode") for s in seen[2:]} == {"0380"}
    assert answers[0].query.selection["typeOfSchool"] == ("yh", "fhs", "vuxgy")


@pytest.mark.usefixtures("seen")
def test_counts_have_no_past(session: Session) -> None:
    with pytest.raises(SourceError, match="tidigare månader går inte att fråga om"):
        fetched(session, ADULTS, periods=("2025",))
    assert len(fetched(session, ADULTS, periods=("2026",), regions=("00",))) == 1


@pytest.mark.usefixtures("seen")
def test_empty_code_lists_are_no_counts(session: Session, agency: PlannedServer) -> None:
    agency.forms = {}
    with pytest.raises(SourceError, match="kodlistor för vuxenutbildning är tomma"):
        fetched(session, ADULTS)


# What is not taken for an answer


@pytest.mark.parametrize("spec", [PROGRAMMES, OFFERS, ADULTS], ids=lambda spec: spec.id)
@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>"),
        Reply(b""),
        as_json([]),
        as_json({"status": "ERROR", "message": "nej", "body": {}}),
        as_json({"status": "OK", "message": "", "body": None}),
        wrapped([]),
        wrapped({"page": {}}),
    ],
)
def test_what_is_not_wrapped_as_it_should_be_is_not_kept(
    reply: Reply, spec: TableSpec, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(lambda _: reply) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        with pytest.raises((SourceError, DecodeError)):
            fetched(session, spec)


@pytest.mark.parametrize("said", ["OK", "200 OK"])
def test_a_success_is_spelt_in_two_ways(said: str) -> None:
    assert body(orjson.dumps({"status": said, "message": "", "body": 5})) == 5


def test_an_empty_list_has_no_rows_at_all() -> None:
    page = {"size": 20, "totalElements": 0, "totalPages": 0, "number": 0}
    assert rows(wrapped({"page": page}).body, "educationEvents")[0] == []
    with pytest.raises(DecodeError, match="_embedded"):
        rows(wrapped({"page": {**page, "totalElements": 5}}).body, "educationEvents")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"ratioOfPupilsWithExamWithin3Years": "84,6"}, "av fel slag"),
        ({"ratioOfPupilsWithExamWithin3Years": [3]}, "inte ett objekt"),
        (
            {"ratioOfPupilsWithExamWithin3Years": [{"timePeriod": "2020/21", "value": "84,6"}]},
            'saknar fältet "valueType"',
        ),
        (
            {
                "ratioOfPupilsWithExamWithin3Years": [
                    {"timePeriod": "2020/21", "value": "många", "valueType": "EXISTS"}
                ]
            },
            'för EK är "många", som inte är ett tal',
        ),
    ],
)
def test_results_that_are_not_as_described(change: dict[str, Any], says: str) -> None:
    with pytest.raises(DecodeError, match=says):
        skolverket.parse([wrapped({**results("EK"), **change}).body], PROGRAMMES)


class TestRecorded:
    """Against the official examples and answers recorded in April 2026."""

    pytestmark = shared

    @pytest.fixture
    def examples(self) -> dict[str, Any]:
        text = (SHARED / "skolverket_planned_educations_v4_examples.json").read_text("utf-8")
        return {name: said["example"] for name, said in json.loads(text).items()}

    @pytest.fixture
    def recorded(self) -> Any:
        return json.loads((SHARED / "skolverket_pe_v4_recorded_stat.json").read_text("utf-8"))

    def test_the_programme_of_the_description(self, examples: dict[str, Any]) -> None:
        example = examples["GET /v4/statistics/national-values/gy/{programCode}"]
        frame = tables.check(PROGRAMMES, skolverket.parse([orjson.dumps(example)], PROGRAMMES))
        value = frame.set_index(["contents", "period"])["value"]
        assert len(frame) == 15
        assert value["ratioOfPupilsWithExamWithin3Years", "2020/21"] == 84.6
        assert value["ratioOfStudentsEligibleForUndergraduateEducation", "2022/23"] == 92.3
        assert value["gradesPointsForStudentsWithExam", "2018/19"] == 15.1

    def test_the_list_of_the_description(
        self, examples: dict[str, Any], session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        example = examples["GET /v4/education-events"]
        found = example["body"]["_embedded"]["educationEvents"]
        page = {"size": 100, "totalElements": 20, "totalPages": 1, "number": 0}
        example = {**example, "body": {**example["body"], "page": page}}
        with Server(lambda _: as_json(example)) as server:
            monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
            frame = parsed(fetched(session, OFFERS), OFFERS)
        of_all = frame[(frame["programme"] == "total") & (frame["region"] == "00")]
        assert of_all.set_index("contents")["value"].to_dict() == {
            "schools": len({row["schoolUnitCode"] for row in found}),
            "events": len(found),
        }
        assert set(frame["period"]) == {"2024/25"}

    def test_every_value_of_a_recorded_answer_is_read(self, recorded: Any) -> None:
        assert recorded["acceptHeader"] == ACCEPT
        found = Counter()
        for values in recorded["json"]["body"].values():
            for value in values if isinstance(values, list) else []:
                if value.get("value") is None:
                    continue
                amount, status = number(value["value"], "x")
                missing = value["valueType"] != "EXISTS"
                assert (amount is None) == missing, value
                found[status] += 1
        assert found[".."] > 0
        assert found["*"] > 0
        assert found["cirka"] > 0
        assert found[""] > 20
