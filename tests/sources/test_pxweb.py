"""PxWebApi 2: what is asked of SCB, and how what is kept is read."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests import servers
from tests.servers import Px, RecordedScb, Server, as_json
from tests.sources.asking import answered_by, ask
from tests.sources.pxweb_asking import (
    CODES,
    EXTRACT,
    METADATA,
    answering,
    fetched,
    parsed,
    refused,
    selecting,
    table,
)
from vagled_lmi import jsonstat, tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, Response, Session
from vagled_lmi.sources import pxweb, scb
from vagled_lmi.sources.pxweb import Extract, Label
from vagled_lmi.sources.pxweb_plan import calls, resolve, split
from vagled_lmi.tables import TableSpec

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "scb"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med inspelade svar saknas"),
]


# SCB's own answers


class TestRecorded:
    pytestmark = shared

    @pytest.fixture
    def scb_server(self) -> Iterator[Server]:
        with Server(RecordedScb(SHARED / "v2_recorded")) as server:
            yield server

    @pytest.fixture
    def population(self) -> TableSpec:
        """scb:TAB6471, asking for the selection whose answer was recorded."""
        (declared,) = (spec for spec in scb.TABLES if spec.id == "scb:TAB6471")
        assert isinstance(declared.live, Extract)
        asked = {
            **{name: tuple(codes) for name, codes in RecordedScb.SELECTION.items()},
            "Tid": ("from(2026)",),
            "ContentsCode": (Label("folkmängden per månad"),),
        }
        return replace(declared, live=replace(declared.live, select=asked))

    def test_what_is_asked_and_what_is_kept(
        self, scb_server: Server, session: Session, population: TableSpec
    ) -> None:
        url = f"{scb_server.url}/api/v2"
        (answer,) = ask(pxweb, population, url + "/", session.send)
        assert [(seen.method, seen.path, seen.query) for seen in scb_server.seen] == [
            ("GET", "/api/v2/config", {}),
            ("GET", "/api/v2/tables/TAB6471/metadata", {"lang": "sv"}),
            (
                "POST",
                "/api/v2/tables/TAB6471/data",
                {"lang": "sv", "outputFormat": "json-stat2"},
            ),
        ]
        selection = {name: tuple(codes) for name, codes in RecordedScb.SELECTION.items()}
        assert scb_server.seen[2].json == {
            "selection": [
                {"variableCode": name, "valueCodes": list(codes)}
                for name, codes in selection.items()
            ]
        }
        data = f"{url}/tables/TAB6471/data?lang=sv&outputFormat=json-stat2"
        assert answer.query == Query("scb:TAB6471", data, selection)
        assert answer.payload == (SHARED / "v2_recorded" / "v2_TAB6471_data.json").read_bytes()
        assert (answer.media_type, answer.updated) == ("application/json", "2026-06-08T06:00:00Z")
        assert len(answer.notes) == 5  # four to the table, one to the ages
        assert answer.notes[0].startswith("Från och med referensåret 2025 och framåt är en liten")
        assert answer.notes[4].startswith("Med ålder avses uppnådd ålder vid årets slut")
        assert not any("\n" in note or "  " in note for note in answer.notes)
        assert answer.whole == 2  # and the table's own description

    def test_what_is_read(
        self, scb_server: Server, session: Session, population: TableSpec
    ) -> None:
        answers = ask(pxweb, population, f"{scb_server.url}/api/v2", session.send)
        frame = tables.check(population, parsed(answers, population))
        assert frame.columns.tolist() == ["region", "period", "age", "sex", "value", "status"]
        assert len(frame) == 21 * 11 * 3 * 4
        assert set(frame["sex"]) == {"total", "men", "women"}
        assert set(frame["period"]) == {"2026M01", "2026M02", "2026M03", "2026M04"}
        assert (frame["status"] == "").all()
        cell = frame.set_index(["region", "age", "sex", "period"])["value"].sort_index()
        # The first two numbers of the answer's value array, the fifth and the ninth.
        assert cell["01", "0-9", "total", "2026M01"] == 245_284
        assert cell["01", "0-9", "total", "2026M02"] == 247_245
        assert cell["01", "0-9", "men", "2026M01"] == 125_373
        assert cell["01", "0-9", "women", "2026M01"] == 119_906
        # 125 373 + 119 906 = 245 279: five persons of noise, as SCB says there may be.
        parts = cell["01", "0-9", "men"] + cell["01", "0-9", "women"]
        assert cell["01", "0-9", "total", "2026M01"] - parts["2026M01"] == 5

    def test_the_declared_selection_stands_against_what_scb_has(self) -> None:
        """22 regions, 12 ages, 3 sexes, 16 months: 12 672 cells, one call."""
        metadata = jsonstat.read_metadata(
            (SHARED / "v2_recorded" / "v2_TAB6471_metadata.json").read_bytes()
        )
        (declared,) = (spec for spec in scb.TABLES if spec.id == "scb:TAB6471")
        assert isinstance(declared.live, Extract)
        selection = resolve(declared, declared.live, metadata)
        assert list(selection) == ["Region", "Alder", "Kon", "ContentsCode", "Tid"]
        assert [len(codes) for codes in selection.values()] == [22, 12, 3, 1, 16]
        assert selection["Kon"] == ("TotSa", "1", "2")
        assert selection["Alder"][-2:] == ("100+10", "TotSA")
        assert len(calls(selection, 150_000)) == 1

    def test_the_whole_table_takes_fourteen_calls(self) -> None:
        """312 x 134 x 3 x 1 x 16 = 2 006 784 cells; / 150 000 = 13.4."""
        assert math.prod(split((312, 134, 3, 1, 16), 150_000)) == 14

    def test_both_recorded_limits_are_read(self) -> None:
        for name, rate in (("2.2.0", (3, 1.0)), ("2.3.2_transcribed", (30, 10.0))):
            config = json.loads((SHARED / "v2_recorded" / f"v2_config_{name}.json").read_bytes())
            asked: list[Request] = []
            send = answered_by(Px(METADATA, config=config))

            def noting(
                request: Request,
                send: Callable[[Request], Response] = send,
                asked: list[Request] = asked,
            ) -> Response:
                asked.append(request)
                return send(request)

            ask(pxweb, table(), "https://px.example.se", noting)
            assert [request.rate for request in asked] == [None, rate, rate]

    def test_every_problem_scb_can_have_is_said_in_swedish(self, session: Session) -> None:
        cases = json.loads((SHARED / "errors_constructed" / "v2_problem_bodies.json").read_bytes())[
            "cases"
        ]
        assert len(cases) == 11
        said = set()
        for name, case in cases.items():
            reply = as_json(case["body"], case["http_status"])
            with Server(answering(data=reply)) as server, pytest.raises(SourceError) as caught:
                ask(pxweb, table(), server.url, session.send)
            message = caught.value.message
            assert f"SCB svarade {case['http_status']} på frågan om scb:T1: " in message, name
            assert f'Med egna ord: "{case["body"]["title"]}".' in message, name
            assert "https://www.scb.se/t1" in str(caught.value)
            said.add(message.split(": ")[1].split(". ")[0])
        assert len(said) >= 9  # a meaning for each title but those of pages and saved queries


# The declared selection


@pytest.mark.parametrize(
    ("name", "items", "codes"),
    [
        ("Tid", ("*",), CODES["Tid"]),
        ("Tid", ("2020M01", "2019M11"), ["2020M01", "2019M11"]),
        ("Tid", ("2020M01", "*"), ["2020M01", "2019M11", "2019M12", "2020M02", "2021M01"]),
        ("Tid", ("2020M01", "2020M01"), ["2020M01"]),
        ("Tid", ("from(2020)",), ["2020M01", "2020M02", "2021M01"]),
        ("Tid", ("from(2020M02)",), ["2020M02", "2021M01"]),
        ("Tid", ("FROM( 2020M02 )",), ["2020M02", "2021M01"]),
        ("Tid", ("to(2019)",), ["2019M11", "2019M12"]),
        ("Tid", ("to(2020M01)",), ["2019M11", "2019M12", "2020M01"]),
        ("Tid", ("range(2019M12,2020)",), ["2019M12", "2020M01", "2020M02"]),
        ("Tid", ("range(2020,2019M12)",), ["2019M12", "2020M01", "2020M02"]),
        ("Tid", ("top(2)",), ["2020M02", "2021M01"]),
        ("Tid", ("top(2,1)",), ["2020M01", "2020M02"]),
        ("Tid", ("top(99)",), CODES["Tid"]),
        ("Tid", ("bottom(2)",), ["2019M11", "2019M12"]),
        ("Tid", ("2020*",), ["2020M01", "2020M02"]),
        ("Region", ("??",), ["00", "01", "03"]),
        ("Region", ("01*",), ["01", "0114"]),
        ("Region", ("top(2)",), ["00", "01"]),
        ("Region", ("top(2,4)",), ["0305"]),
        ("Region", ("bottom(2)",), ["0114", "0305"]),
        ("Region", ("from(03)",), ["03", "0114", "0305"]),
        ("Region", ("to(01)",), ["00", "01"]),
        ("Region", ("range(03,01)",), ["01", "03"]),
        ("Kon", ("1+2",), ["1+2"]),
        ("ContentsCode", (Label("CODE x2"),), ["X2"]),
    ],
)
def test_expressions(name: str, items: tuple[str | Label, ...], codes: list[str]) -> None:
    """`top` is the newest of a time dimension and the first of any other, as PxWebApi has it."""
    extract = selecting(**{name: items})
    metadata = jsonstat.read_metadata(json.dumps(METADATA).encode())
    assert list(resolve(table(extract), extract, metadata)[name]) == codes


@pytest.mark.parametrize(
    ("select", "said"),
    [
        ({"Regionn": ("*",)}, 'har ingen dimension "Regionn". Menade du "Region"?'),
        ({"Bransch": ("*",)}, 'Där finns: "Region", "Kon", "ContentsCode", "Tid".'),
        (
            {"Region": ("02",)},
            'har inte "02" i dimensionen "Region" (region). Menade du "03" eller',
        ),
        ({"Kon": ("TotSA",)}, 'har inte "TotSA" i dimensionen "Kon" (kon). Där finns: "1", "2"'),
        ({"Tid": ("from(2030)",)}, 'har inte "from(2030)"'),
        ({"Tid": ("top(0)",)}, 'har inte "top(0)"'),
        ({"Tid": ("top(x)",)}, 'har inte "top(x)"'),
        ({"Tid": ("range(2019)",)}, 'har inte "range(2019)"'),
        ({"Region": ("from(02)",)}, 'har inte "from(02)"'),
        ({"Region": ("9*",)}, 'har inte "9*"'),
        ({"Region": ()}, 'har inget valt värde i "Region"'),
        ({"ContentsCode": (Label("lön"),)}, "Där finns: X1 ContentsCode X1; X2 ContentsCode X2."),
        ({"ContentsCode": (Label("contents"),)}, "har 2 värden i"),
    ],
)
def test_what_the_table_does_not_have_is_named_with_what_it_has(
    select: dict[str, tuple[str | Label, ...]], said: str
) -> None:
    error = refused(Px(METADATA), table(selecting(**select)))
    assert "Tabellen TAB1 hos SCB" in error.message
    assert said in error.message
    assert "https://www.scb.se/t1" in str(error)


def test_a_dimension_that_the_selection_does_not_mention() -> None:
    """SCB would sum over it, or take its default; a new dimension may mean a new table."""
    for name in ("Kon", "Tid"):  # eliminable, and not
        select = {key: codes for key, codes in EXTRACT.select.items() if key != name}
        error = refused(Px(METADATA), table(replace(EXTRACT, select=select)))
        assert f'har fått dimensionen "{name}"' in error.message


def test_several_values_without_a_column() -> None:
    with pytest.raises(ContractError, match=r'"ContentsCode" har 2 värden valda men ingen kolumn'):
        fetched(Px(METADATA), table(selecting(ContentsCode=("*",))))


def test_a_table_without_a_question() -> None:
    for call in (lambda: fetched(Px(METADATA), table(None)), lambda: pxweb.parse([], table(None))):
        with pytest.raises(SourceError, match="scb:T1 kan inte hämtas från SCB än"):
            call()


# Reading what is kept


def payload(selection: Mapping[str, Sequence[str]]) -> bytes:
    return json.dumps(servers.px_dataset(METADATA, selection)).encode()


def test_signs_are_carried_and_numbers_are_not_made_up() -> None:
    spec = table()
    frame = parsed(fetched(Px(METADATA), spec), spec)
    assert set(frame["status"]) == {"", ".."}
    assert (frame["value"].isna() == (frame["status"] == "..")).all()
    assert frame["value"].dtype == "float64"
    for name in ("region", "sex", "period", "status"):
        assert isinstance(frame[name].dtype, pd.CategoricalDtype)
    assert frame["sex"].cat.categories.tolist() == ["total", "men", "women"]


def test_codes_that_recode_does_not_name_stay() -> None:
    spec = table(replace(EXTRACT, recode={"Kon": {"1+2": "total"}}))
    assert set(parsed(fetched(Px(METADATA), spec), spec)["sex"]) == {"total", "1", "2"}


ONE = {"Region": ["00"], "Kon": ["1"], "ContentsCode": ["X1"], "Tid": ["2020M01"]}


@pytest.mark.parametrize(
    ("payloads", "said"),
    [
        ([], "inget svar"),
        ([{k: v for k, v in ONE.items() if k != "Tid"}], 'saknar dimensionen "Tid"'),
        ([{**ONE, "ContentsCode": ["X1", "X2"]}], 'flera värden i dimensionen "ContentsCode"'),
        ([ONE, {**ONE, "ContentsCode": ["X2"]}], 'flera värden i dimensionen "ContentsCode"'),
    ],
)
def test_payloads_that_do_not_fit_the_declaration(
    payloads: list[dict[str, list[str]]], said: str
) -> None:
    with pytest.raises(ContractError, match=said):
        pxweb.parse([payload(selection) for selection in payloads], table())


def test_declarations_that_contradict_themselves() -> None:
    both = replace(EXTRACT, recode={"Kon": {"1": "x", "2": "x"}})
    with pytest.raises(ContractError, match="två av myndighetens koder"):
        pxweb.parse([payload({**ONE, "Kon": ["1", "2"]})], table(both))
    other = replace(table(), dimensions=table().dimensions[:2])
    with pytest.raises(ContractError, match="deklarerar kolumnerna region, sex, value, status"):
        pxweb.parse([payload(ONE)], other)


def test_a_damaged_payload_is_a_decode_error() -> None:
    with pytest.raises(DecodeError, match="avkortat"):
        pxweb.parse([payload(ONE)[:-20]], table())
