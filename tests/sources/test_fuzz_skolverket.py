"""Hostile answers: whatever Skolverket's services say, only the project's own errors come out.

The strategies are for `bench` too, with more examples.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agencies.skolverket import (
    PlannedServer,
    SkolverketServer,
    SusaServer,
    education,
    event,
    offer,
    provider,
)
from tests.servers import Reply, Seen, Spoken, as_json
from tests.sources.asking import DAY, answered_by
from tests.sources.test_fuzz_scb import KNOWN, changed, thorough
from tests.sources.test_siris import ROWS, csv_file
from vagled_lmi import tables
from vagled_lmi.sources import skolverket
from vagled_lmi.sources.protocol import Inquiry
from vagled_lmi.sources.pxweb1 import Table1
from vagled_lmi.sources.skolverket import susa_cut
from vagled_lmi.sources.skolverket.planned import cut_rows
from vagled_lmi.tables import TableSpec


def _small(spec: TableSpec) -> TableSpec:
    """A table of the database with a few regions only."""
    if not isinstance(spec.live, Table1):
        return spec
    extract = spec.live.extract
    few = replace(extract, select={**extract.select, "level": ("00", "03", "0380")})
    return replace(spec, live=replace(spec.live, extract=few))


SPECS = {spec.id: _small(spec) for spec in skolverket.TABLES}
FETCHED = [spec for spec in SPECS.values() if spec.live is not None]


@contextmanager
def _one_address() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VAGLED_SKOLVERKET_URL", "https://skolverket.example.se")
        yield


def _server() -> SkolverketServer:
    served = SkolverketServer()
    served.services["susa"] = SusaServer(events=9)
    planned = PlannedServer([offer(n) for n in range(9)])
    del planned.programmes["IMA"]  # that it is answered with 404 is for a session to tell
    served.services["planned"] = planned
    return served


SERVER = _server()


def _fetched(spec: TableSpec, send: Any) -> list[bytes]:
    inquiry = Inquiry(spec, skolverket.AGENCY, DAY)
    return [answer.payload for answer in skolverket.fetch(inquiry, send)]


with _one_address():
    ANSWERS = {spec.id: _fetched(spec, answered_by(SERVER)) for spec in FETCHED}
ANSWERS["skolverket:behorighet"] = [csv_file(*ROWS)]


@st.composite
def hostile_vintages(draw: st.DrawFn, table: str) -> list[bytes]:
    """All of a vintage of a table with one payload changed, or a few of any kind."""
    payloads = list(ANSWERS[table])
    at = draw(st.integers(0, len(payloads) - 1))
    if draw(st.integers(0, 4)):
        payloads[at] = draw(changed(payloads[at]))
        return payloads
    few = st.binary(max_size=100) | changed(payloads[at])
    return draw(st.lists(few, min_size=1, max_size=3))


#: Pages of Susa-navet and of Planned Educations as they may come in.
PAGES = {
    name: as_json({name: rows, "page": {"totalElements": 3, "totalPages": 1, "pageNumber": 0}}).body
    for name, rows in (
        ("educationEvents", [event(n) for n in range(3)]),
        ("educationInfos", [education(n) for n in range(3)]),
        ("educationProviders", [provider(n) for n in range(3)]),
    )
}
CUTS = {
    "educationEvents": susa_cut.cut_events(lambda *_: True),
    "educationInfos": susa_cut.cut_infos,
    "educationProviders": susa_cut.cut_providers,
}


def test_the_answers_are_right_before_they_are_changed() -> None:
    for table, payloads in ANSWERS.items():
        assert len(tables.check(SPECS[table], skolverket.parse(payloads, SPECS[table]))) > 0
        assert skolverket.contract(payloads, SPECS[table]).table == table


@pytest.mark.parametrize("table", sorted(ANSWERS))
@given(st.data())
@thorough
def test_parse_and_contract(table: str, data: st.DataObject) -> None:
    spec, payloads = SPECS[table], data.draw(hostile_vintages(table))
    with suppress(*KNOWN):
        assert set(tables.check(spec, skolverket.parse(payloads, spec))) == set(spec.columns)
    with suppress(*KNOWN):
        assert skolverket.contract(payloads, spec).table == spec.id


@given(st.data())
@thorough
def test_what_is_cut_at_the_door(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(PAGES)))
    body = data.draw(st.binary(max_size=100) | changed(PAGES[name]))
    with suppress(*KNOWN):
        assert b"kept" in CUTS[name](body)
    with suppress(*KNOWN):
        assert b"kept" in cut_rows("educationEvents", lambda _: None)(body)


@given(st.data())
@thorough
def test_fetch(data: st.DataObject) -> None:
    """Every question may be answered with anything."""

    def server(seen: Seen) -> Spoken:
        reply = SERVER(seen)
        assert isinstance(reply, Reply)
        if data.draw(st.integers(0, 3)):
            return reply
        return Reply(data.draw(changed(reply.body) | st.binary(max_size=50)))

    spec = data.draw(st.sampled_from(FETCHED))
    with _one_address(), suppress(*KNOWN):
        assert _fetched(spec, answered_by(server))
