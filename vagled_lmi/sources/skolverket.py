"""Skolverket: eligibility for upper-secondary school."""

from __future__ import annotations

from vagled_lmi.sources.protocol import Agency
from vagled_lmi.tables import Contents, Dimension, TableSpec

AGENCY = Agency(
    key="skolverket",
    name="Skolverket",
    url="https://api.skolverket.se",
    variable="VAGLED_SKOLVERKET_URL",
)

#: Skolverket's sign for a share that is nearly 100 per cent, where the exact one is not shown.
NEARLY_ALL = "~100"

TABLES = (
    TableSpec(
        id="skolverket:behorighet",
        agency="Skolverket",
        register="SIRIS: Grundskola, behörighet till gymnasieskolan (yrkesprogram)",
        title="Elever i årskurs 9 som är behöriga till gymnasieskolans yrkesprogram",
        dimensions=(
            Dimension("region", "Kommun", "region"),
            Dimension("period", "Läsår", "period"),
            Dimension("sex", "Kön", codes={"total": "totalt", "men": "pojkar", "women": "flickor"}),
        ),
        contents=(
            Contents("eligible", "Behöriga till yrkesprogram", "procent av eleverna", 1, 0, 100),
        ),
        cadence="year",
        licence="CC0",
        notes=(
            "Två prickar (..) betyder att gruppen är för liten för att visas, ~100 att nästan alla "
            "är behöriga.",
        ),
        page="https://www.skolverket.se/skolutveckling/statistik",
    ),
)
