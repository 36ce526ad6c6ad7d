"""PxWebApi 2, as SCB and SSB answer: data, descriptions, code lists, searches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tests.agencies.scb import Codes, Dim, PxTable, ScbServer
from tests.agencies.ssb import ssb_server
from tests.fuzzing.target import URL, Target, of_answers, of_payload, of_table, sending
from tests.servers import Answerer
from tests.sources.asking import inquiry
from vagled_lmi.sources import pxweb, ssb
from vagled_lmi.sources.protocol import Agency, Send
from vagled_lmi.sources.pxweb_codelists import is_list, read_list
from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.tables import Contents, Dimension, TableSpec, Total

_LIST = Codes("vs_A", "en lista", {"a": "ett", "b": "två"})


def _table(name: str, years: Sequence[str]) -> PxTable:
    return PxTable(
        name,
        "Folkmängd efter region, kön och år",
        [
            Dim("Region", "region", {"00": "Riket", "03": "Uppsala län"}),
            Dim("Kon", "kön", {"1": "män", "2": "kvinnor"}, elimination=True),
            Dim("Grupp", "grupp", {"a": "ett", "b": "två", "c": "tre"}, lists=[_LIST]),
            Dim("ContentsCode", "tabellinnehåll", {"X1": "Folkmängd"}, units={"X1": ("antal", 0)}),
            Dim("Tid", "år", {year: year for year in years}),
        ],
    )


def _extract(name: str) -> Extract:
    return Extract(
        table=name,
        select={
            "Region": ("*",),
            "Kon": (Label("män", ours="men"), Label("kvinnor", ours="women")),
            "Grupp": ("*",),
            "ContentsCode": (Label("folkmängd"),),
            "Tid": ("*",),
        },
        columns={"Region": "region", "Kon": "sex", "Grupp": "group", "Tid": "period"},
        codelists={"Grupp": "vs_A"},
        total={"Kon": "total"},
        marks=Marks(words=("folkmängd",), query="folkmängd"),
    )


ONE = TableSpec(
    id="scb:T1",
    agency="SCB",
    register="T1",
    title="Folk",
    dimensions=(
        Dimension("region", "Region", "region"),
        Dimension("period", "År", "period"),
        Dimension("sex", "Kön", codes={"total": "t", "men": "m", "women": "k"}),
        Dimension("group", "Grupp"),
    ),
    contents=(Contents("X1", "Folk", "personer"),),
    cadence="year",
    licence="CC0",
    totals=(Total("sex", "total", ("men", "women")),),
    page="https://www.scb.se/t1",
    live=_extract("TAB1"),
)
#: A series that is continued in another table.
SERIES = replace(ONE, live=(_extract("TAB1"), _extract("TAB2")))
_SERVER = ScbServer([_table("TAB1", ["2023", "2024"]), _table("TAB2", ["2021", "2022"])], cells=16)


def _answers(spec: TableSpec, server: Answerer) -> list[bytes]:
    return [answer.payload for answer in pxweb.fetch(inquiry(spec, URL), sending(server))]


def _codes(payload: bytes) -> None:
    if is_list(payload):
        assert read_list(payload).labels


def _fetch(send: Send) -> None:
    assert list(pxweb.fetch(inquiry(ONE, URL), send))


def _search(send: Send) -> None:
    list(pxweb.search(Agency("scb", "SCB", URL, "VAGLED_TEST_URL"), "folk", send))


ANSWERS = _answers(ONE, _SERVER)
_CODES = next(payload for payload in ANSWERS if is_list(payload))
TARGETS: dict[str, Target] = {
    "SCB: a table": of_table(pxweb, ONE, ANSWERS, ["scb:TAB6471"]),
    "SCB: a series over two tables": of_table(
        pxweb, SERIES, _answers(SERIES, _SERVER), ["scb:YREG51"]
    ),
    "SCB: a code list": of_payload(_CODES, _codes),
    "SCB: fetch and search": of_answers(_SERVER, _fetch, _search),
    "SSB": of_table(pxweb, ssb.TABLES[0], _answers(ssb.TABLES[0], ssb_server())),
}
