"""Skolverket: education events, results of programmes, eligibility; four services and one file.

A table's `live` says which service it is asked of; one without is read from a user's file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from vagled_lmi.contracts import Contract, of_frame
from vagled_lmi.errors import SourceError
from vagled_lmi.sources import pxweb1
from vagled_lmi.sources.protocol import Agency, Answer, Inquiry, Send
from vagled_lmi.sources.skolverket import (
    adults,
    programmes,
    siris,
    susa,
    susa_frame,
    upper_secondary,
)
from vagled_lmi.sources.skolverket.declared import TABLES
from vagled_lmi.sources.skolverket.numbers import NEARLY_ALL
from vagled_lmi.tables import TableSpec, check

__all__ = ["AGENCY", "NEARLY_ALL", "TABLES", "contract", "fetch", "parse", "probe"]

AGENCY = Agency(
    key="skolverket",
    name="Skolverket",
    url="https://api.skolverket.se",
    variable="VAGLED_SKOLVERKET_URL",
    contact="https://www.skolverket.se",
    services={
        "planned": "https://api.skolverket.se/planned-educations/v4",
        "susa": "https://api.skolverket.se/susa-navet/emil3",
        "statistik": "https://statistikdatabasen.skolverket.se/PxWeb/api/v1/sv",
    },
)


@dataclass(frozen=True, slots=True)
class _Service:
    """What one of the agency's services does, as an agency's module does it."""

    fetch: Callable[[Inquiry, Send], Iterator[Answer]]
    probe: Callable[[Inquiry, Send], list[bytes]]
    parse: Callable[[Sequence[bytes], TableSpec], pd.DataFrame]
    contract: Callable[[Sequence[bytes], TableSpec], Contract]


_SERVICES: dict[type, _Service] = {
    kind: _Service(module.fetch, module.probe, reader.parse, module.contract)
    for kind, module, reader in (
        (adults.AdultCounts, adults, adults),
        (pxweb1.Table1, pxweb1, pxweb1),
        (programmes.ProgrammeResults, programmes, programmes),
        (susa.Offers, susa, susa_frame),
        (upper_secondary.SchoolOffers, upper_secondary, upper_secondary),
    )
}


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask the service that has the table; raises as that service does."""
    return _service(inquiry.spec).fetch(inquiry, send)


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask the service that has the table what it says of it; raises as that service does."""
    return _service(inquiry.spec).probe(inquiry, send)


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read one vintage's payloads, of a service or of a user's file; raises as that one does."""
    return siris.parse(payloads, spec) if spec.file else _service(spec).parse(payloads, spec)


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read what payloads say of the table itself; of a user's file, what it holds."""
    if spec.file:
        return of_frame(spec, check(spec, siris.parse(payloads, spec)))
    return _service(spec).contract(payloads, spec)


def _service(spec: TableSpec) -> _Service:
    service = _SERVICES.get(type(spec.live))
    if service is None:
        raise SourceError(f"Tabellen {spec.id} hämtas inte av programmet.", spec.file)
    return service
