"""Picking rows out of tidy frames, and saying so when they are not there."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import OSTRA_MELLANSVERIGE, Region
from vagled_lmi.indicators.protocol import NoFiguresError


def regions_beside(region: Region, available: pd.Series) -> list[str]:
    """Return the codes a region is shown beside: itself, its neighbours in the NUTS2 area, riket.

    Raises
    ------
    NoFiguresError
        When the region itself is not among the available ones.
    """
    there = set(available)
    require(region, there)
    parent = region.parent
    peers = OSTRA_MELLANSVERIGE if parent is not None and parent.code == "SE12" else ()
    wanted = dict.fromkeys((region.code, *peers, "00"))
    return [code for code in wanted if code in there]


def require(region: Region, available: object) -> None:
    """Raise NoFiguresError unless the region's code is among the available ones."""
    if region.code not in available:  # type: ignore[operator]
        raise NoFiguresError(
            f"Tabellen har inga uppgifter om {region.name}.", "Hämta fler: vagled fetch"
        )
