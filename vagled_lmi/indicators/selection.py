"""Picking rows out of tidy frames, and saying so when they are not there."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.areas import counties_of
from vagled_lmi.indicators.protocol import NoFiguresError


def regions_beside(region: Region, available: pd.Series) -> list[str]:
    """Return the codes a region is shown beside: itself, its area or its counties, riket.

    A county stands beside the other counties of its NUTS2 area where the table has them all, an
    area beside its counties.

    Raises
    ------
    NoFiguresError
        When neither the region nor one of its counties is among the available ones.
    """
    there = set(available.unique())
    counties = counties_of(region)
    if not set(counties) & there:
        require(region, there)
    beside = () if counties or region.parent is None else counties_of(region.parent)
    peers = beside if set(beside) <= there else ()
    wanted = dict.fromkeys((region.code, *counties, *peers, "00"))
    return [code for code in wanted if code in there]


def require(region: Region, available: object) -> None:
    """Raise NoFiguresError unless the region's code is among the available ones."""
    if region.code not in available:  # type: ignore[operator]
        raise NoFiguresError(
            f"Tabellen har inga uppgifter om {region.name}.", "Hämta fler: vagled fetch"
        )
