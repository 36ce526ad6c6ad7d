"""Skolverket: Susa-navet, Planned Educations, the statistical database and the CSV files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from tests.agencies.skolverket import (
    PlannedServer,
    SkolverketServer,
    SusaServer,
    education,
    event,
    offer,
    provider,
    wrapped,
)
from tests.fuzzing.target import Target, fetched, of_answers, of_payload, of_table, sending
from tests.servers import as_json
from tests.sources.test_siris import ROWS, csv_file
from vagled_lmi.sources import skolverket
from vagled_lmi.sources.protocol import Send
from vagled_lmi.sources.pxweb1 import Table1
from vagled_lmi.sources.skolverket import susa_cut, upper_secondary
from vagled_lmi.sources.skolverket.planned import cut_rows
from vagled_lmi.tables import TableSpec


def _small(spec: TableSpec) -> TableSpec:
    """A table of the database with a few regions only."""
    if not isinstance(spec.live, Table1):
        return spec
    extract = spec.live.extract
    few = replace(extract, select={**extract.select, "level": ("00", "03", "0380")})
    return replace(spec, live=replace(spec.live, extract=few))


def _server() -> SkolverketServer:
    served = SkolverketServer()
    served.services["susa"] = SusaServer(events=9)
    served.services["planned"] = PlannedServer([offer(n) for n in range(9)])
    return served


_SERVER = _server()
_SPECS = {spec.id: _small(spec) for spec in skolverket.TABLES}
_FETCHED = {name: spec for name, spec in _SPECS.items() if spec.live is not None}


def _page(name: str, *rows: object) -> bytes:
    """A page of Susa-navet or of Planned Educations as it comes in."""
    about = {"totalElements": len(rows), "totalPages": 1, "pageNumber": 0}
    return as_json({name: rows, "page": about}).body


def _fetch(spec: TableSpec) -> Callable[[Send], Any]:
    return lambda send: fetched(skolverket, spec, send)


_EVENTS = _page("educationEvents", *map(event, range(3)))
_OFFERS = wrapped(
    {
        "_embedded": {"educationEvents": [offer(n) for n in range(3)]},
        "page": {"totalElements": 3, "totalPages": 1, "number": 0},
    }
).body
_SIRIS = of_table(skolverket, _SPECS["skolverket:behorighet"], [csv_file(*ROWS)])
TARGETS: dict[str, Target] = {
    **{
        name: of_table(skolverket, spec, fetched(skolverket, spec, sending(_SERVER)))
        for name, spec in _FETCHED.items()
    },
    "skolverket:behorighet": _SIRIS,
    "Susa-navet: events at the door": of_payload(_EVENTS, susa_cut.cut_events(lambda *_: True)),
    "Planned Educations: a page at the door": of_payload(
        _OFFERS, cut_rows("educationEvents", upper_secondary._kept)
    ),
    "Susa-navet: educations at the door": of_payload(
        _page("educationInfos", *map(education, range(3))), susa_cut.cut_infos
    ),
    "Susa-navet: providers at the door": of_payload(
        _page("educationProviders", *map(provider, range(3))), susa_cut.cut_providers
    ),
    **{f"{name}: fetch": of_answers(_SERVER, _fetch(spec)) for name, spec in _FETCHED.items()},
}
