"""Susa-navet: streamed whole, cut at the door, listed and counted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pandas as pd
import pytest

from tests.agencies.skolverket import (
    KOMMUNER,
    PERSON,
    SkolverketServer,
    SusaServer,
    education,
    event,
)
from tests.servers import Reply, Seen, Server, Spoken, as_json
from tests.sources.asking import DAY
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, fetching, skolverket
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.sources.protocol import Answer, Inquiry, UnchangedError
from vagled_lmi.sources.skolverket import susa, susa_frame
from vagled_lmi.store import Store, draft

SPECS = {spec.id: spec for spec in skolverket.TABLES}
LISTED = SPECS["skolverket:utbildningstillfallen"]
COUNTED = SPECS["skolverket:utbud"]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=Limits(retries=0, calls=1000, seconds=0.02)) as opened:
        yield opened


@pytest.fixture(autouse=True)
def agency(monkeypatch: pytest.MonkeyPatch) -> Iterator[SusaServer]:
    served = SkolverketServer()
    with Server(served) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        found = served.services["susa"]
        assert isinstance(found, SusaServer)
        found.seen = server.seen  # type: ignore[attr-defined]
        yield found


def asked(agency: SusaServer) -> list[Seen]:
    return agency.seen  # type: ignore[attr-defined,no-any-return]


def fetched(session: Session, spec: tables.TableSpec = LISTED, **known: Any) -> list[Answer]:
    inquiry = Inquiry(spec, skolverket.AGENCY, DAY, **known)
    return list(skolverket.fetch(inquiry, session.send))


def parsed(answers: list[Answer], spec: tables.TableSpec = LISTED) -> pd.DataFrame:
    return tables.check(spec, skolverket.parse([a.payload for a in answers], spec))


# What is asked


def test_the_whole_is_streamed_in_pages(
    agency: SusaServer, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(susa, "SIZE", 25)
    answers = fetched(session)
    # 60 events, 20 educations and 7 providers in pages of 25: 3 + 1 + 1, and what the service says
    paths = [(s.path, s.query["page"], s.query["size"]) for s in asked(agency)[4:]]
    assert paths == [
        ("/susa/educationInfos", "0", "25"),
        ("/susa/educationProviders", "0", "25"),
        ("/susa/educationEvents", "0", "25"),
        ("/susa/educationEvents", "1", "25"),
        ("/susa/educationEvents", "2", "25"),
    ]
    assert len(answers) == 6
    assert {answer.whole for answer in answers} == {6}
    assert len(parsed(answers)) == 60
    assert "schoolType=YH&schoolType=AUB" in answers[1].query.url


def test_a_row_has_the_event_with_its_education_and_provider(session: Session) -> None:
    frame = parsed(fetched(session)).set_index("event")
    # number 36: kommun 36 of 290, education 36 // 3 = 12 (FHS is form 12 % 5 = 2), even: autumn
    row = frame.loc["e.test.36"]
    assert row["region"] == KOMMUNER[36]
    assert row["period"] == "2026T2"
    assert row[["form", "configuration", "title"]].tolist() == ["FHS", "program", "Tillfälle 36"]
    assert row["subjects"] == "SUN:381a"  # 12 % 9 = 3
    assert row[["pace", "distance", "credits"]].tolist() == ["50", "nej", "400 yh"]
    assert row["provider"] == "Exempelskolan 1"  # 36 % 7 = 1
    assert row["value"] == 1
    # number 4: education 1, arbetsmarknadsutbildning, whose subject is an occupation
    assert frame.loc["e.test.4", "subjects"] == "SSYK:2512"
    assert frame.loc["e.test.5", ["distance", "period"]].tolist() == ["ja", "2026T1"]


def test_events_without_a_place_a_start_or_an_education(
    agency: SusaServer, session: Session
) -> None:
    agency.replaced = {
        "E.test.0": event(0, locations=[]),
        "E.test.1": event(1, locations=[{"areaCode": 380}, {"areaCode": "0380"}, "x"]),
        "E.test.2": event(2, locations=[{"areaCode": "9999"}], execution={}),
        "E.test.3": event(3, education=None, title=None, paceOfStudy=None),
        "E.test.6": event(6, execution={"start": "snart"}),
        "E.test.7": event(7, locations={"areaCode": "0305"}),
    }
    answers = fetched(session)
    frame = parsed(answers).set_index("event")
    assert frame.loc["e.test.0", "region"] == "00"
    assert frame.loc["e.test.1", "region"] == "0380"
    # the day of the fetch, 25 November 2026, lies in autumn
    assert frame.loc["e.test.2", ["region", "period"]].tolist() == ["00", "2026T2"]
    assert frame.loc["e.test.3", ["form", "title", "pace"]].tolist() == ["", "", ""]
    assert frame.loc["e.test.6", "period"] == "2026T2"
    assert frame.loc["e.test.7", "region"] == "0305"
    assert answers[-1].notes == (
        '1 orter i educationEvents har kommunkoder som inte finns: "9999".',
    )


def test_cancelled_and_deleted_events_are_not_offers(agency: SusaServer, session: Session) -> None:
    agency.replaced = {
        "E.test.0": event(0, isCancelled=True),
        "E.test.1": {"id": "E.test.1", "status": "DELETED", "content": None},
        "E.test.2": {**event(2), "status": "INACTIVE"},
    }
    events = set(parsed(fetched(session))["event"])
    assert len(events) == 60 - 3
    assert not events & {"e.test.0", "e.test.1", "e.test.2"}


def test_an_event_in_several_kommuner_has_a_row_in_each(
    agency: SusaServer, session: Session
) -> None:
    agency.replaced["E.test.0"] = event(
        0, locations=[{"areaCode": "0380"}, {"areaCode": "0305"}, {"areaCode": "0180"}]
    )
    frame = parsed(fetched(session))
    assert len(frame) == 60 + 2
    counts = parsed(fetched(session, COUNTED), COUNTED)
    of_all = counts[(counts["form"] == "total") & (counts["field"] == "total")]
    value = of_all.set_index(["region", "contents"])["value"].groupby(level=[0, 1]).sum()
    # in Uppsala län it is one event, in its kommuner one each; numbers 26 to 33 are there too
    uppsala = [n for n in range(60) if n and KOMMUNER[n].startswith("03")]
    assert value["03", "events"] == 1 + len(uppsala)
    assert value["0380", "events"] + value["0305", "events"] == 2 + sum(
        KOMMUNER[n] in ("0380", "0305") for n in uppsala
    )
    assert value["00", "events"] == 60


def test_counts_of_each_level_form_and_field(session: Session) -> None:
    counts = parsed(fetched(session, COUNTED), COUNTED)
    counts = counts.set_index(["region", "period", "form", "field", "contents"])["value"]
    riket = counts["00"]
    # 60 events, odd in spring; 5 forms of 4 educations each, 3 events an education
    assert riket["2026T1", "total", "total", "events"] == 30
    assert riket["2026T1", "total", "total", "educations"] == 20
    assert riket["2026T1", "YH", "total", "events"] == 6
    # those whose number is divisible by 10 are even and on distance
    assert riket["2026T2", "total", "total", "distance"] == 6
    assert riket["2026T1", "AUB", "okänd", "events"] == riket["2026T1", "AUB", "total", "events"]
    by_field = riket.xs(("2026T1", "total", "events"), level=["period", "form", "contents"])
    assert by_field.drop("total").sum() == by_field["total"] == 30


def test_an_education_with_several_fields_counts_once_in_all(
    agency: SusaServer, session: Session
) -> None:
    both = [{"type": "C_Subject_SUN", "code": "481a"}, {"type": "C_Subject_SUN", "code": "720b"}]
    agency.replaced["i.test.0"] = education(0, subjects=both)
    counts = parsed(fetched(session, COUNTED), COUNTED)
    mine = counts[(counts["region"] == KOMMUNER[0]) & (counts["contents"] == "events")]
    assert mine[mine["form"] == "YH"].set_index("field")["value"].to_dict() == {
        "4": 1,
        "7": 1,
        "total": 1,
    }


# Narrowed at the door


def test_a_list_is_narrowed_to_kommuner_and_terms(agency: SusaServer, session: Session) -> None:
    agency.replaced["E.test.0"] = event(0, locations=[{"areaCode": "0380"}, {"areaCode": "0180"}])
    answers = fetched(session, regions=("0380", "0305", "03"), periods=("2026T2",))
    frame = parsed(answers)
    # numbers 0 and those of 0305 and 0380 that are even
    wanted = {0} | {n for n in range(60) if KOMMUNER[n] in ("0380", "0305") and n % 2 == 0}
    assert set(frame["event"]) == {f"e.test.{n}" for n in wanted}
    assert set(frame["region"]) <= {"0380", "0305"}
    assert set(frame["period"]) == {"2026T2"}
    assert answers[-1].query.scope == {"region": ("0380", "0305", "03"), "period": ("2026T2",)}
    assert b'e.test.1"' not in answers[-1].payload


def test_counts_are_always_of_the_whole(session: Session) -> None:
    answers = fetched(session, COUNTED, regions=("0380",), periods=("2026T2",))
    assert answers[-1].query.scope == {}
    assert parsed(answers, COUNTED)["region"].nunique() > 22


def test_a_narrowed_list_is_laid_over_the_whole(
    agency: SusaServer, session: Session, tmp_path: Path
) -> None:
    store = Store(tmp_path / "store")
    fetching.fetch(LISTED, store, Errand(session.send, "2026-11-20T08:00:00Z"))
    agency.replaced[f"E.test.{KOMMUNER.index('0380')}"] = event(
        KOMMUNER.index("0380"), title={"strings": [{"lang": "swe", "value": "Nytt namn"}]}
    )
    wanted = Wanted(regions=("00", "0305", "0380"))
    fetching.fetch(LISTED, store, Errand(session.send, "2026-11-21T08:00:00Z"), wanted)
    known = catalogue.load(LISTED.id, store).frame
    assert len(known) == 60
    assert known[known["region"] == "0380"]["title"].tolist() == ["Nytt namn"]


# Changes


def test_updated_since_only_tells_whether_anything_changed(
    agency: SusaServer, session: Session
) -> None:
    first = fetched(session)
    known = tuple(draft(a, retrieved="2026-11-20T08:00:00Z", licence="", via="") for a in first)
    with pytest.raises(UnchangedError):
        fetched(session, known=known)
    last = asked(agency)[-1]
    assert last.query["updatedSince"] == "2026-11-20"
    assert last.query["size"] == "1"
    agency.updated = 1
    assert len(parsed(fetched(session, known=known))) == 60


class Moving(SusaServer):
    """A Susa-navet whose list of events grows by one for each page that is asked for."""

    def __call__(self, seen: Seen) -> Spoken:
        if seen.path == "/educationEvents":
            self.sizes["educationEvents"] += 1
        return super().__call__(seen)


def test_a_list_that_changes_while_it_is_read_is_not_kept(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(susa, "SIZE", 25)
    served = SkolverketServer()
    served.services["susa"] = Moving()
    with Server(served) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        with pytest.raises(SourceError, match="Listan educationEvents hos Skolverket ändrades"):
            fetched(session)


class Breaking(SusaServer):
    """A Susa-navet that breaks down at one page, once."""

    broken = False

    def __call__(self, seen: Seen) -> Spoken:
        if seen.path == "/educationEvents" and seen.query["page"] == "2" and not self.broken:
            self.broken = True
            return Reply(b"", 500)
        return super().__call__(seen)


def test_an_interrupted_fetch_goes_on_where_it_stopped(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(susa, "SIZE", 25)
    served = SkolverketServer()
    served.services["susa"] = Breaking()
    store = Store(tmp_path / "store")
    with Server(served) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        errand = Errand(session.send, "2026-11-25T08:00:00Z")
        with pytest.raises(SourceError):
            fetching.fetch(LISTED, store, errand)
        assert store.vintages(LISTED.id) == []
        before = len(server.seen)
        fetching.fetch(LISTED, store, errand)
        again = [s.query["page"] for s in server.seen[before:] if s.path.endswith("Events")][1:]
    assert again == ["0", "2"]  # the first page is always asked anew, the second is remembered
    assert len(store.vintages(LISTED.id)) == 1


# Personal data


@pytest.mark.parametrize("spec", [LISTED, COUNTED], ids=lambda spec: spec.id)
def test_no_person_passes_the_door(
    spec: tables.TableSpec, session: Session, tmp_path: Path
) -> None:
    with_person = [*PERSON.values(), "Exempelgatan"]
    assert all(text in json.dumps(event(0), ensure_ascii=False) for text in with_person)
    store = Store(tmp_path / "store")
    fetching.fetch(spec, store, Errand(session.send, "2026-11-25T08:00:00Z"))
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 4
    for path in files:
        content = path.read_bytes()
        for text in (*with_person, "description", "Frågor till"):
            assert text.encode() not in content, path


def test_no_person_lies_in_what_an_interrupted_fetch_has_kept(
    session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(susa, "SIZE", 25)
    served = SkolverketServer()
    served.services["susa"] = Breaking()
    with Server(served) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        with pytest.raises(SourceError):
            fetching.fetch(
                LISTED, Store(tmp_path / "store"), Errand(session.send, "2026-11-25T08:00:00Z")
            )
    kept = [path for path in (tmp_path / "store").rglob("*") if path.is_file()]
    assert any("interrupted" in path.parts for path in kept)
    for path in kept:
        assert not any(text.encode() in path.read_bytes() for text in PERSON.values()), path


# What the service says of itself


def test_the_contract_has_the_version_the_forms_and_the_number_of_events(session: Session) -> None:
    probed = skolverket.probe(Inquiry(LISTED, skolverket.AGENCY, DAY), session.send)
    said = skolverket.contract(probed, LISTED)
    assert said == skolverket.contract([a.payload for a in fetched(session)], LISTED)
    assert (said.agency_id, said.cells) == ("EMIL 3.0.4", 60)
    assert said.variables["schoolType"].codes["YH"] == "yrkeshögskola"


# What is not taken for an answer


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>"),
        Reply(b""),
        as_json([]),
        as_json({"educationEvents": [], "educationInfos": [], "educationProviders": []}),
        as_json(
            {
                "educationInfos": [5],
                "page": {"totalElements": 1, "totalPages": 1, "pageNumber": 0},
            }
        ),
    ],
)
def test_what_is_no_page_is_not_kept(
    reply: Reply, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(lambda _: reply) as server:
        monkeypatch.setenv("VAGLED_SKOLVERKET_URL", server.url)
        with pytest.raises(SourceError, match="Skolverket svarade med något annat än väntat"):
            fetched(session)


ABOUT = orjson.dumps({"about": {"day": DAY, "version": "3", "totals": {"educationEvents": 1}}})
EVENT: dict[str, Any] = {
    "id": "e.1", "education": "i.1", "provider": "p.1", "title": "x", "areas": ["0380"],
    "start": "2026-09-01", "pace": 100, "distance": False,
}  # fmt: skip


def cut(name: str, *rows: Any) -> bytes:
    page = {"rows": len(rows), "total": len(rows), "pages": 1, "number": 0}
    return orjson.dumps({"list": name, "page": page, "kept": list(rows), "unknown": {}})


@pytest.mark.parametrize(
    ("payloads", "says"),
    [
        ([], "är tomt"),
        ([b"{}"], 'saknar fältet "about"'),
        ([ABOUT, b"["], "inte hel JSON"),
        ([ABOUT, cut("annat")], 'lista som inte är känd: "annat"'),
        ([ABOUT, cut("educationEvents", 5)], "där ett objekt väntas"),
        ([ABOUT, cut("educationEvents", {**EVENT, "areas": [5]})], '"areas" är "[5]"'),
        ([ABOUT, cut("educationEvents", {**EVENT, "pace": "x"})], "inte ett tal"),
        ([ABOUT, cut("educationEvents", {**EVENT, "distance": None})], '"distance" är'),
        ([ABOUT, cut("educationInfos", {"id": "i.1"})], 'saknar fältet "subjects"'),
    ],
)
def test_stored_pages_that_are_not_as_they_were(payloads: list[bytes], says: str) -> None:
    with pytest.raises(DecodeError, match=re.escape(says)):
        susa_frame.parse(payloads, LISTED)


def test_an_event_that_stands_twice_breaks_the_contract() -> None:
    page = cut("educationEvents", EVENT, EVENT)
    with pytest.raises(ContractError, match="samma nyckel"):
        tables.check(LISTED, susa_frame.parse([ABOUT, page], LISTED))


@pytest.mark.parametrize(
    ("day", "term"),
    [("2026-01-01", "2026T1"), ("2026-06-30", "2026T1"), ("2026-07-01", "2026T2")],
)
def test_the_second_half_of_a_year_is_autumn(day: str, term: str) -> None:
    assert susa.term(day) == term


def test_only_declared_forms_are_asked_for(session: Session) -> None:
    offers = LISTED.live
    assert isinstance(offers, susa.Offers)
    few = replace(LISTED, live=susa.Offers({"YH": "yrkeshögskola"}))
    answers = fetched(session, few)
    assert "schoolType=YH&page=0" in answers[1].query.url
