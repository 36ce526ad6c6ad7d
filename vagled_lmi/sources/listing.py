"""The declared tables with what the store knows of each, as plain data."""

from __future__ import annotations

from typing import Any

from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive
from vagled_lmi.tables import TableSpec


def rows(store: Archive) -> list[dict[str, Any]]:
    """Return a row a table, in declared order: what it is, where it is from and how old it is."""
    return [_row(spec, store) for spec in catalogue.specs().values()]


def _row(spec: TableSpec, store: Archive) -> dict[str, Any]:
    vintage = store.latest(spec.id)
    return {
        "id": spec.id,
        "agency": spec.agency,
        "register": spec.register,
        "title": spec.title,
        "unit": sorted({contents.unit for contents in spec.contents}),
        "cadence": spec.cadence,
        "licence": spec.licence,
        "fetchable": spec.live is not None,
        "retrieved": vintage.retrieved if vintage else None,
        "via": vintage.retrievals[0].via if vintage else None,
        "vintages": len(store.vintages(spec.id)),
    }
