"""Arbetsförmedlingen: Yrkesbarometern, advertisements, notices, the unemployed, the taxonomy.

Each module is one service with its tables, its `fetch` and its `parse`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import pandas as pd

from vagled_lmi.errors import SourceError
from vagled_lmi.sources.af import (
    archive,
    barometer,
    history,
    notices,
    open_ads,
    registered,
    taxonomy,
)
from vagled_lmi.sources.af.agency import AGENCY
from vagled_lmi.sources.af.barometer import NAMELESS, NOT_ASSESSED, UNCERTAIN_NAME
from vagled_lmi.sources.protocol import Answer, Inquiry, Send
from vagled_lmi.store import Store
from vagled_lmi.tables import Table, TableSpec
from vagled_lmi.vintages import Vintage

__all__ = [
    "AGENCY", "NAMELESS", "NOT_ASSESSED", "TABLES", "UNCERTAIN_NAME", "fetch", "parse",
    "remarks", "take",
]  # fmt: skip

_SERVICES: tuple[ModuleType, ...] = (
    barometer, history, open_ads, notices, registered, taxonomy, archive,
)  # fmt: skip

TABLES: tuple[TableSpec, ...] = tuple(spec for service in _SERVICES for spec in service.TABLES)


def _service(spec: TableSpec) -> ModuleType:
    """Return the module that a table belongs to."""
    (service,) = (module for module in _SERVICES if spec.id in {s.id for s in module.TABLES})
    return service


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask the service that a table belongs to.

    Raises
    ------
    SourceError
        The table cannot be asked for; else as the service's own `fetch`.
    """
    spec = inquiry.spec
    if spec.live is None:
        raise SourceError(
            f"Tabellen {spec.id} kan inte hämtas från {spec.agency} än.",
            "Använd uppgifterna som följer med programmet.",
        )
    yield from _service(spec).fetch(inquiry, send)


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read one vintage as the service that the table belongs to does.

    Raises
    ------
    DecodeError, ContractError
        What is wrong with the payloads.
    """
    frame: pd.DataFrame = _service(spec).parse(payloads, spec)
    return frame


def take(spec: TableSpec, store: Store, path: Path, now: str) -> Vintage:
    """Count a year's ads from the agency's file; raises as `history.count` and `Store.add` do."""
    assert spec == history.ADS  # noqa: S101 - no other table of the agency has a file
    return history.keep(history.count(path), store, now=now)


def remarks(table: Table) -> tuple[str, ...]:
    """Say what has moved between the frozen taxonomy and the one that was fetched."""
    return taxonomy.remarks(table) if table.spec.id == "af:taxonomi" else ()
