"""Work within reach: the outlooks of the counties around, weighted by how near they lie.

A matrix of commuters between counties would be better. Where there is none, the weight halves with
every `HALVES_KM` between the towns of residence, and nothing beyond `FARTHEST_KM` counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

#: Town of residence of each county: latitude and longitude, degrees.
RESIDENCES: Mapping[str, tuple[float, float]] = {
    "01": (59.33, 18.07), "03": (59.86, 17.64), "04": (58.75, 17.01), "05": (58.41, 15.62),
    "06": (57.78, 14.16), "07": (56.88, 14.81), "08": (56.66, 16.36), "09": (57.64, 18.29),
    "10": (56.16, 15.59), "12": (55.60, 13.00), "13": (56.67, 12.86), "14": (57.71, 11.97),
    "17": (59.38, 13.50), "18": (59.27, 15.21), "19": (59.61, 16.55), "20": (60.61, 15.63),
    "21": (60.67, 17.14), "22": (62.63, 17.94), "23": (63.18, 14.64), "24": (63.83, 20.26),
    "25": (65.58, 22.15),
}  # fmt: skip
HALVES_KM = 30.0
FARTHEST_KM = 120.0
_EARTH_KM = 6371.0


def kilometres(one: str, other: str) -> float:
    """Return the distance between two counties' towns of residence, as the crow flies."""
    (lat, lon), (lat2, lon2) = (map(math.radians, RESIDENCES[code]) for code in (one, other))
    half = (
        math.sin((lat2 - lat) / 2) ** 2
        + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


def within(region: str) -> dict[str, float]:
    """Return the counties within reach and their weights, the region's own 1."""
    distances = {code: kilometres(region, code) for code in RESIDENCES}
    return {code: 0.5 ** (km / HALVES_KM) for code, km in distances.items() if km <= FARTHEST_KM}


def missing(region: str, available: Iterable[str]) -> list[str]:
    """Return the counties within reach that a table lacks."""
    there = set(available)
    return [code for code in within(region) if code not in there]
