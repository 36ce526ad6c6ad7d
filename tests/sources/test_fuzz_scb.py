"""Hostile answers: whatever PxWebApi 2 says, only the project's own errors come out.

The strategies are for `bench` too, with more examples.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agencies.scb import Codes, Dim, PxTable, ScbServer
from tests.servers import Reply, Seen, Spoken
from tests.sources.asking import answered_by, inquiry
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.sources import pxweb
from vagled_lmi.sources.protocol import Agency
from vagled_lmi.sources.pxweb_codelists import is_list, read_list
from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks
from vagled_lmi.tables import Contents, Dimension, TableSpec, Total

#: All that may come out of a parser.
KNOWN = (DecodeError, ContractError, SourceError)
URL = "https://px.example.se"

LIST = Codes("vs_A", "en lista", {"a": "ett", "b": "två"})
TABLE = PxTable(
    "TAB1",
    "Folkmängd efter region, kön och år",
    [
        Dim("Region", "region", {"00": "Riket", "03": "Uppsala län"}),
        Dim("Kon", "kön", {"1": "män", "2": "kvinnor"}, elimination=True),
        Dim("Grupp", "grupp", {"a": "ett", "b": "två", "c": "tre"}, lists=[LIST]),
        Dim("ContentsCode", "tabellinnehåll", {"X1": "Folkmängd"}, units={"X1": ("antal", 0)}),
        Dim("Tid", "år", {"2023": "2023", "2024": "2024"}),
    ],
)
EXTRACT = Extract(
    table="TAB1",
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
SPEC = TableSpec(
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
    live=EXTRACT,
)
SERVER = ScbServer([TABLE], cells=8)
ANSWERS = [answer.payload for answer in pxweb.fetch(inquiry(SPEC, URL), answered_by(SERVER))]

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=8,
)


@st.composite
def changed(draw: st.DrawFn, payload: bytes) -> bytes:
    """A valid answer with something in it taken away, put in or swapped; or its bytes damaged."""
    if not payload.startswith(b"{") or draw(st.booleans()):
        at = draw(st.integers(0, len(payload)))
        return payload[:at] + draw(st.binary(max_size=6)) + payload[at + draw(st.integers(0, 9)) :]
    document = json.loads(payload)
    for _ in range(draw(st.integers(1, 3))):
        _change(draw, document)
    return json.dumps(document).encode()


def _change(draw: st.DrawFn, node: Any) -> None:
    """Walk down to somewhere and change what is there."""
    while isinstance(node, dict | list) and node:
        key = draw(st.sampled_from(sorted(node) if isinstance(node, dict) else range(len(node))))
        if draw(st.integers(0, 3)) or not isinstance(node[key], dict | list) or not node[key]:
            what = draw(st.integers(0, 2))
            if what == 0:
                del node[key]
            elif what == 1 or isinstance(node, list):
                node[key] = draw(json_values)
            else:
                node[draw(st.text(max_size=8))] = node.pop(key)
            return
        node = node[key]


#: One answer as it may come: anything at all, or nearly right.
hostile = st.binary(max_size=200) | st.one_of([changed(payload) for payload in ANSWERS])
#: All of a vintage, one answer of it changed, or a few of any kind.
hostile_vintages = st.one_of(
    st.lists(hostile, max_size=4),
    st.integers(0, len(ANSWERS) - 1).flatmap(
        lambda at: changed(ANSWERS[at]).map(lambda one: [*ANSWERS[:at], one, *ANSWERS[at + 1 :]])
    ),
)
thorough = settings(
    max_examples=2000,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_the_answers_are_right_before_they_are_changed() -> None:
    frame = tables.check(SPEC, pxweb.parse(ANSWERS, SPEC))
    assert len(frame) == 2 * 3 * 2 * 2  # with the totals
    assert pxweb.contract(ANSWERS, SPEC).agency_id == "TAB1"


@given(hostile_vintages)
@thorough
def test_parse(payloads: list[bytes]) -> None:
    with suppress(*KNOWN):
        assert set(tables.check(SPEC, pxweb.parse(payloads, SPEC))) == set(SPEC.columns)


@given(hostile)
@thorough
def test_contract_and_code_lists(payload: bytes) -> None:
    with suppress(*KNOWN):
        pxweb.contract([payload], SPEC)
    with suppress(*KNOWN):
        if is_list(payload):
            assert read_list(payload).labels


@given(st.data())
@thorough
def test_fetch_and_search(data: st.DataObject) -> None:
    """Every question may be answered with anything."""

    def server(seen: Seen) -> Spoken:
        reply = SERVER(seen)
        assert isinstance(reply, Reply)
        if data.draw(st.integers(0, 4)):
            return reply
        body = data.draw(changed(reply.body) | st.binary(max_size=50))
        return Reply(body, data.draw(st.sampled_from([200, 200, 404, 400, 503])))

    send = answered_by(server)
    with suppress(*KNOWN):
        assert list(pxweb.fetch(inquiry(SPEC, URL), send))
    with suppress(*KNOWN):
        list(pxweb.search(Agency("scb", "SCB", URL, "VAGLED_TEST_URL"), "folk", send))
