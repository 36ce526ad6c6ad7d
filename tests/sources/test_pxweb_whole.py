"""The rest of PxWebApi 2: code lists, elimination, sums, named codes, search, the rate limit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.limited import Limited
from tests.agencies.scb import Codes, Dim, PxTable, ScbServer
from tests.conftest import SHARED
from tests.servers import Answerer, Reply, Server, as_json
from tests.sources.asking import answered_by, inquiry
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.session import Limits, Request, Session
from vagled_lmi.sources import pxweb
from vagled_lmi.sources.protocol import Agency, Answer
from vagled_lmi.sources.pxweb_codelists import is_list, read_list
from vagled_lmi.sources.pxweb_extract import Extract, Label
from vagled_lmi.tables import Contents, Dimension, TableSpec

URL = "https://px.example.se"
AGES = {str(age): f"{age} år" for age in range(20)}
TENS = Codes(
    "agg_Ålder10årJ",
    "10-årsklasser",
    {"-9": "0-9 år", "10-19": "10-19 år"},
    {"-9": [str(age) for age in range(10)], "10-19": [str(age) for age in range(10, 20)]},
)
COUNTIES = Codes("vs_RegionLän07", "Län", {"03": "Uppsala län", "04": "Södermanlands län"})


def one_a_year(codes: Mapping[str, str]) -> tuple[float | None, str]:
    """A cell's value is its age, and a hundred more for women; the age 13 is hidden."""
    age = int(codes.get("Alder", 0))
    return (None, "..") if age == 13 else (age + 100 * (codes.get("Kon") == "2"), "")


TABLE = PxTable(
    "TAB1",
    "Folkmängd efter region, ålder, kön och år",
    [
        Dim(
            "Region",
            "region",
            {"00": "Riket", **COUNTIES.labels, "0380": "Uppsala"},
            lists=[COUNTIES],
        ),
        Dim("Alder", "ålder", AGES, elimination=True, lists=[TENS]),
        Dim("Kon", "kön", {"1": "män", "2": "kvinnor", "1+2": "män och kvinnor"}, elimination=True),
        Dim("ContentsCode", "tabellinnehåll", {"X1": "Folkmängd"}, units={"X1": ("antal", 0)}),
        Dim("Tid", "år", {"2024": "2024"}),
    ],
    one_a_year,
)
ALL = Extract(
    table="TAB1",
    select={
        "Region": ("*",),
        "Alder": ("*",),
        "Kon": ("1", "2"),
        "ContentsCode": ("X1",),
        "Tid": ("*",),
    },
    columns={"Region": "region", "Alder": "age", "Kon": "sex", "Tid": "period"},
)


def spec(live: Extract) -> TableSpec:
    named = [*live.columns.values(), *live.constant]
    kinds: dict[str, Any] = {"region": "region", "period": "period"}
    return TableSpec(
        id="scb:T1",
        agency="SCB",
        register="T1",
        title="Folk",
        dimensions=tuple(Dimension(name, name, kinds.get(name, "code")) for name in named),
        contents=(Contents("X1", "Folk", "personer"),),
        cadence="year",
        licence="CC0",
        page="https://www.scb.se/t1",
        live=live,
    )


def fetch(live: Extract, server: Answerer | None = None, **known: Any) -> list[Answer]:
    asked = inquiry(spec(live), URL, **known)
    return list(pxweb.fetch(asked, answered_by(server or ScbServer([TABLE]))))


def values(live: Extract, answers: list[Answer], *by: str) -> dict[Any, float]:
    frame = pxweb.parse([answer.payload for answer in answers], spec(live))
    return frame.set_index(list(by))["value"].to_dict()


# Code lists

AGGREGATED = replace(ALL, codelists={"Alder": TENS.id}, select={**ALL.select, "Kon": ("1",)})


def test_aggregated_codes_are_those_of_the_code_list() -> None:
    """0 + 1 + ... + 9 = 45; of 10 to 19 one is hidden, and so is the sum."""
    answers = fetch(AGGREGATED)
    described, listed, data = answers
    assert listed.query.url == f"{URL}/codelists/agg_%C3%85lder10%C3%A5rJ"
    assert json.loads(listed.payload)["values"][0]["valueMap"] == [str(age) for age in range(10)]
    assert data.query.codelists == {"Alder": "agg_Ålder10årJ"}
    assert data.query.selection["Alder"] == ("-9", "10-19")
    assert described.whole == 3
    frame = pxweb.parse([answer.payload for answer in answers], spec(AGGREGATED))
    riket = frame[frame["region"] == "00"].set_index("age")
    assert riket["value"]["-9"] == 45
    assert riket["status"].to_dict() == {"-9": "", "10-19": ".."}


def test_a_group_of_codes_that_the_table_does_not_have_is_not_asked_for() -> None:
    young = replace(TABLE.dims[1], labels={age: AGES[age] for age in ("0", "1")})
    fewer = replace(TABLE, dims=[TABLE.dims[0], young, *TABLE.dims[2:]])
    assert fetch(AGGREGATED, ScbServer([fewer]))[-1].query.selection["Alder"] == ("-9",)
    named = replace(AGGREGATED, select={**AGGREGATED.select, "Alder": ("10-19",)})
    with pytest.raises(SourceError, match='har inte "10-19" i dimensionen "Alder"'):
        fetch(named, ScbServer([fewer]))


def test_the_code_list_is_sent() -> None:
    seen = []

    def noting(question: Any) -> Any:
        seen.append(question)
        return ScbServer([TABLE])(question)

    fetch(AGGREGATED, noting)
    sent = {part["variableCode"]: part for part in seen[-1].json["selection"]}
    assert sent["Alder"] == {
        "variableCode": "Alder",
        "codelist": "agg_Ålder10årJ",
        "valueCodes": ["-9", "10-19"],
    }
    assert "codelist" not in sent["Region"]


def test_a_subset_and_regions_asked_for_within_it() -> None:
    live = replace(ALL, codelists={"Region": COUNTIES.id}, select={**ALL.select, "Alder": ("1",)})
    assert fetch(live)[-1].query.selection["Region"] == ("03", "04")
    asked = fetch(live, regions=("03", "0380"))
    assert asked[-1].query.selection["Region"] == ("03",)


def test_a_list_that_the_table_does_not_offer() -> None:
    with pytest.raises(SourceError) as caught:
        fetch(replace(ALL, codelists={"Alder": "agg_Ålder10år"}))
    assert caught.value.message == (
        'Tabellen TAB1 hos SCB har inte kodlistan "agg_Ålder10år" för "Alder". '
        'Där finns "agg_Ålder10årJ".'
    )
    with pytest.raises(SourceError, match=r'"Kon"\. Där finns inga kodlistor'):
        fetch(replace(ALL, codelists={"Kon": "agg_X"}))


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Reply(b"<html>"), "inte giltig JSON"),
        (as_json([]), "ingen kodlista"),
        (as_json({"id": TENS.id, "values": []}), "tom"),
        (as_json({"id": TENS.id, "values": [{"label": "x"}]}), "saknar kod"),
        (as_json({"id": TENS.id, "values": [{"code": "1"}, {"code": "1"}]}), "flera gånger"),
        (as_json({"id": TENS.id, "values": [{"code": "1", "valueMap": [1]}]}), '"1"'),
        (as_json({"id": "agg_X", "values": [{"code": "1"}]}), '"agg_X" på frågan om'),
    ],
)
def test_an_answer_that_is_no_code_list(answer: Reply, said: str) -> None:
    def server(seen: Any) -> Any:
        return answer if "codelists" in seen.path else ScbServer([TABLE])(seen)

    with pytest.raises(SourceError, match=said):
        fetch(AGGREGATED, server)


def test_what_is_a_code_list_and_what_is_not() -> None:
    assert is_list(json.dumps(TENS.document()).encode())
    for other in (
        b'"valueMap"',
        b'{"valueMap": 1',
        b'{"class": "dataset", "valueMap": 1, "values": 1}',
    ):
        assert not is_list(other)
    with pytest.raises(DecodeError):
        read_list(b"{")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med inspelade svar saknas")
def test_scbs_own_code_list() -> None:
    payload = (SHARED / "data/scb/v2_recorded/v2_codelist_agg_Alder10arJ.json").read_bytes()
    read = read_list(payload)
    assert (read.id, read.label, len(read.labels)) == ("agg_Ålder10årJ", "10-årsklasser", 11)
    assert sorted(read.parts["-9"], key=int) == [str(age) for age in range(10)]
    assert read.parts["100+"] == ("100+",)


# Elimination, sums and names


def test_a_dimension_that_the_agency_is_to_sum_over_is_left_out_and_stays_out() -> None:
    select = {name: codes for name, codes in ALL.select.items() if name not in ("Alder", "Kon")}
    live = replace(
        ALL,
        select=select,
        columns={"Region": "region", "Tid": "period"},
        eliminated=("Alder", "Kon"),
    )
    answers = fetch(live)
    assert list(answers[-1].query.selection) == ["Region", "ContentsCode", "Tid"]
    assert values(live, answers, "region") == {"00": 0, "03": 0, "04": 0, "0380": 0}
    not_any_more = replace(TABLE, dims=[replace(dim, elimination=False) for dim in TABLE.dims])
    with pytest.raises(SourceError, match='låter inte längre dimensionen "Alder"'):
        fetch(live, ScbServer([not_any_more]))


def test_a_total_that_the_agency_does_not_give_is_summed_even_when_its_parts_came_apart() -> None:
    """Women are 100 more than men of the same age: 2 x age + 100, and 13 is hidden."""
    live = replace(
        ALL,
        recode={"Kon": {"1": "men", "2": "women"}},
        total={"Kon": "total"},
        select={**ALL.select, "Region": ("00",)},
    )
    answers = fetch(live, ScbServer([TABLE], cells=7))
    assert len(answers) > 5
    frame = pxweb.parse([answer.payload for answer in answers], spec(live))
    by = frame.set_index(["age", "sex"])
    assert by["value"]["3", "total"] == 3 + 103
    assert by["value"]["19", "total"] == 19 + 119
    assert by.loc[("13", "total"), "status"] == ".."
    assert by["value"].isna().sum() == 3
    assert len(frame) == 20 * 3


def test_a_dimension_without_a_column_can_be_summed_away() -> None:
    columns = {"Alder": "age", "Tid": "period"}
    live = replace(
        ALL,
        columns=columns,
        total={"Kon": ""},
        constant={"region": "00"},
        select={**ALL.select, "Region": ("00",)},
    )
    found = values(live, fetch(live), "region", "age")
    assert found["00", "3"] == 3 + 103
    assert len(found) == 20


def test_codes_are_left_out_of_patterns_but_not_where_they_are_named() -> None:
    live = replace(ALL, leave_out={"Region": ("00",)}, select={**ALL.select, "Alder": ("1",)})
    assert fetch(live)[-1].query.selection["Region"] == ("03", "04", "0380")
    named = replace(live, select={**live.select, "Region": ("00", "03")})
    assert fetch(named)[-1].query.selection["Region"] == ("00", "03")


def test_a_code_is_known_by_its_label_and_named_by_us() -> None:
    """ "män" is the whole label of one code, and a part of another's."""
    live = replace(
        ALL,
        select={
            **ALL.select,
            "Alder": ("1",),
            "Kon": (Label("MÄN", ours="men"), Label("kvinnor", ours="women")),
        },
    )
    answers = fetch(live)
    assert answers[-1].query.selection["Kon"] == ("1", "2")
    frame = pxweb.parse([answer.payload for answer in answers], spec(live))
    assert frame["sex"].cat.categories.tolist() == ["men", "women"]
    # without the description, as in an answer recorded alone, the answer's own labels tell
    alone = pxweb.parse([answers[-1].payload], spec(live))
    assert alone["sex"].cat.categories.tolist() == ["men", "women"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (
            Label("folkmängd", "X9"),
            'har inte "X9" "folkmängd" i "ContentsCode". Där finns: X1 Folk',
        ),
        (Label("löner", "X1"), 'kallar "X1" i "ContentsCode" "Folkmängd", inte "löner"'),
    ],
)
def test_a_known_code_must_have_the_name_it_is_known_by(label: Label, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        fetch(replace(ALL, select={**ALL.select, "ContentsCode": (label,)}))


def test_foreign_regions_are_not_narrowed_by_swedish_ones() -> None:
    """ "03" is Uppsala län here; in a table of another country it would be another place."""
    live = replace(ALL, select={**ALL.select, "Alder": ("1",)})
    abroad = replace(
        spec(live), dimensions=(Dimension("region", "Region", "norway"), *spec(live).dimensions[1:])
    )
    asked = inquiry(abroad, URL, regions=("03",))
    assert asked.scope == {}
    answers = list(pxweb.fetch(asked, answered_by(ScbServer([TABLE]))))
    assert answers[-1].query.selection["Region"] == ("00", "03", "04", "0380")


def test_payloads_of_more_tables_than_are_declared() -> None:
    described, *_ = fetch(ALL)
    two = replace(spec(ALL), live=(ALL, replace(ALL, name="OLD")))
    with pytest.raises(ContractError, match="fler tabeller än den deklarerar"):
        pxweb.parse([described.payload] * 3, two)


# Search

AGENCY = Agency("scb", "SCB", URL, "VAGLED_TEST_URL")


def test_search_is_page_by_page_and_only_as_far_as_needed() -> None:
    many = [replace(TABLE, id=f"TAB{at}") for at in range(450)]
    pages: list[str] = []
    send = answered_by(ScbServer(many))

    def noting(request: Any) -> Any:
        if "pageNumber" in request.params:
            pages.append(request.params["pageNumber"])
        return send(request)

    found = pxweb.search(AGENCY, "folkmängd ålder", noting)
    assert next(found).id == "TAB0"
    assert pages == ["1"]
    assert len(list(found)) == 449
    assert pages == ["1", "2", "3"]
    assert list(pxweb.search(AGENCY, "löner", noting)) == []


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med inspelade svar saknas")
def test_scbs_own_list_of_tables() -> None:
    """The first of 213 pages, as recorded; the second is not there, and that is said."""
    page = (SHARED / "data/scb/v2_recorded/v2_tables_page1.json").read_bytes()

    def server(seen: Any) -> Any:
        if seen.query.get("pageNumber") == "1":
            return Reply(page)
        return ScbServer([TABLE])(seen)

    found = pxweb.search(AGENCY, "", answered_by(server))
    first = [next(found) for _ in range(20)]
    assert (first[0].id, first[0].unit, first[0].first, first[0].last) == (
        "TAB4707", "Monthly", "2015M04", "2026M03",
    )  # fmt: skip
    assert first[0].variables == ("sektor", "kön", "tabellinnehåll", "månad")
    assert not any(table.discontinued for table in first)
    with pytest.raises(SourceError, match="SCB svarade 404 på frågan om tabeller om"):
        next(found)


@pytest.mark.parametrize(
    "answer",
    [
        Reply(b"<html>"),
        as_json([]),
        as_json({"tables": [1], "page": {"totalPages": 1}}),
        as_json({"tables": [{"id": 1, "label": "x"}], "page": {"totalPages": 1}}),
        as_json({"tables": [], "page": {"totalPages": "1"}}),
        as_json(
            {"tables": [{"id": "T", "label": "x", "variableNames": 5}], "page": {"totalPages": 1}}
        ),
        as_json({"tables": {}}),
    ],
)
def test_an_answer_that_is_no_list_of_tables(answer: Reply) -> None:
    def server(seen: Any) -> Any:
        return answer if seen.path == "/tables" else ScbServer([TABLE])(seen)

    with pytest.raises(SourceError, match="svarade med något annat än en lista"):
        list(pxweb.search(AGENCY, "x", answered_by(server)))


# The rate limit


def test_the_agencys_limit_is_kept_so_that_nothing_is_refused(tmp_path: Path) -> None:
    """22 calls where 10 are allowed in a second: none is over."""
    live = replace(ALL, select={**ALL.select, "Region": ("00",)})
    server = Limited(ScbServer([TABLE], cells=2, rate=(10, 1)), (10, 1))
    limits = Limits(calls=100, seconds=0.01, retries=0)
    with Server(server) as running, Session(tmp_path, limits=limits) as session:
        answers = list(pxweb.fetch(inquiry(spec(live), running.url), session.send))
    assert len(answers) == 1 + 20
    assert server.refused == 0


def test_a_refusal_is_waited_out(tmp_path: Path) -> None:
    """Another program has used up the limit: SCB says how long to wait."""
    live = replace(ALL, select={**ALL.select, "Region": ("00",)})
    server = Limited(ScbServer([TABLE], rate=(2, 1)), (2, 1))
    limits = Limits(calls=100, seconds=0.01, retries=3)
    with Server(server) as running, Session(tmp_path / "a", limits=limits) as other:
        for _ in range(2):
            other.send(Request("GET", f"{running.url}/tables/TAB1/metadata"))
        with Session(tmp_path / "b", limits=limits) as session:
            answers = list(pxweb.fetch(inquiry(spec(live), running.url), session.send))
    assert len(answers) == 2
    assert server.refused >= 1
