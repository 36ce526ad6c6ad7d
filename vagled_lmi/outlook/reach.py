"""Work within reach: what part of each county's work those who live somewhere may count on.

A county's outlook counts by its part. Where SCB's table of commuters is in the store, the part is
how many of those who work in the county live in the region. Else it is a guess, and says so: for an
FA region how large a part of the county's advertisements have a workplace in its kommuner; for a
county how near the others lie, a weight that halves with every `HALVES_KM` between the towns of
residence, and nothing beyond `FARTHEST_KM`.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from vagled_lmi import labour_markets
from vagled_lmi.codes import Region

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
#: A county with less than this part of the region's work is not named as missing, in per cent.
NAMED_FROM_PCT = 1.0
_EARTH_KM = 6371.0
_COUNTY_DIGITS = 2

Basis = Literal["avstånd", "annonser", "pendling"]


@dataclass(frozen=True)
class Weights:
    """The part of each county's work that counts, and what says so.

    Attributes
    ----------
    parts : dict of str to float
        County to the part of its work that counts, 0 to 1.
    shares : dict of str to float
        County to its share of all that counts, summing to 1; empty where sizes are not known.
    basis : {'avstånd', 'annonser', 'pendling'}
        What the parts were read from.
    """

    parts: Mapping[str, float]
    shares: Mapping[str, float]
    basis: Basis

    def covered(self, available: Iterable[str]) -> float:
        """Return how large a share of what counts lies in some counties, in per cent."""
        return 100 * sum(self.shares.get(code, 0.0) for code in set(available))

    def missing(self, available: Iterable[str]) -> list[str]:
        """Return the counties that count and are not available, in the order of their codes."""
        there = set(available)
        return [
            code
            for code in sorted(self.parts)
            if code not in there and (not self.shares or 100 * self.shares[code] >= NAMED_FROM_PCT)
        ]


def kilometres(one: str, other: str) -> float:
    """Return the distance between two counties' towns of residence, as the crow flies."""
    (lat, lon), (lat2, lon2) = (map(math.radians, RESIDENCES[code]) for code in (one, other))
    half = (
        math.sin((lat2 - lat) / 2) ** 2
        + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    )
    return 2 * _EARTH_KM * math.asin(math.sqrt(half))


def within(region: str) -> Weights:
    """Return the weights of the counties within reach of one by distance, its own 1."""
    distances = {code: kilometres(region, code) for code in RESIDENCES}
    parts = {code: 0.5 ** (km / HALVES_KM) for code, km in distances.items() if km <= FARTHEST_KM}
    return Weights(parts, {}, "avstånd")


def advertised(ads: pd.DataFrame, kommuner: Collection[str]) -> Weights:
    """Return what part of each county's advertisements have their workplace in some kommuner.

    Parameters
    ----------
    ads : pandas.DataFrame
        The tidy table of advertisements, with rows of kommuner; its latest year is taken.
    kommuner : collection of str
        Codes of the kommuner.
    """
    here = ads[(ads["region"].str.len() > _COUNTY_DIGITS) & (ads["period"] == ads["period"].max())]
    return _parts(here["region"], here["value"], here["region"].isin(kommuner), "annonser")


def commuted(matrix: pd.DataFrame, kommuner: Collection[str]) -> Weights:
    """Return what part of those who work in each county live in some kommuner.

    Parameters
    ----------
    matrix : pandas.DataFrame
        The tidy table of commuters: ``region`` is where they work, ``residence`` where they live;
        its latest year is taken. Values that are protected count as nought.
    kommuner : collection of str
        Codes of the kommuner they live in.
    """
    here = matrix[matrix["period"] == matrix["period"].max()]
    return _parts(here["region"], here["value"], here["residence"].isin(kommuner), "pendling")


def _parts(
    places: pd.Series[str], values: pd.Series[float], counts: pd.Series[bool], basis: Basis
) -> Weights:
    county = places.str[:_COUNTY_DIGITS]
    whole = values.fillna(0.0).groupby(county).sum()
    inside = values.fillna(0.0).where(counts, 0.0).groupby(county).sum()
    inside = inside[inside > 0]
    parts, shares = inside / whole[inside.index], inside / inside.sum()
    return Weights(_plain(parts), _plain(shares), basis)


def _plain(values: pd.Series[float]) -> dict[str, float]:
    return {str(code): float(value) for code, value in values.items()}


def kommuner_of(region: Region) -> tuple[str, ...]:
    """Return the codes of the kommuner of a county or an FA region."""
    if region.level == "labour_market":
        return labour_markets.kommuner_of(region.code)
    return tuple(kommun.code for kommun in region.municipalities)


def labour_markets_of(region: Region, counties: Iterable[str]) -> list[str]:
    """Return the codes of the FA regions that a region lies in or that have a kommun in it.

    Parameters
    ----------
    region : Region
        A kommun, a county, a NUTS2 area or an FA region; riket has none.
    counties : iterable of str
        The counties of a NUTS2 area.
    """
    if region.level == "labour_market":
        return [region.code] if labour_markets.kommuner_of(region.code) else []
    if region.level == "municipality":
        return [labour_markets.around(region.code)]
    inside = [region, *map(Region, counties)]
    kommuner = [kommun.code for county in inside for kommun in county.municipalities]
    return sorted({labour_markets.around(kommun) for kommun in kommuner})
