"""A panel of yearly series, one a region and occupation, and the sums that it adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from vagled_lmi.codes import regions
from vagled_lmi.errors import ContractError
from vagled_lmi.indicators.protocol import NoFiguresError

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Texts = NDArray[np.str_]

#: Series with fewer people at the origin are forecast, so that sums are whole, but never scored.
FEWEST_SCORED = 50
#: Bounds of the size classes by people at the origin; the last has no upper end.
SIZES = (FEWEST_SCORED, 200, 1000)
#: How the size classes are named.
SIZE_NAMES = ("50–199", "200–999", "1 000 eller fler")
_COUNTRY = "00"
#: How much more than riket its regions may add up to: persons are whole.
_ROUNDING = 0.5
#: The part of riket that no region of the panel covers.
REST = "rest"


@dataclass(frozen=True)
class Panel:
    """Employees by region and occupation over consecutive years.

    Attributes
    ----------
    regions, occupations : ndarray of str, shape (series,)
        Codes; `REST` is what is left of riket.
    years : ndarray of int, shape (years,)
        Consecutive.
    values : ndarray of float, shape (series, years)
        Persons; a cell that the agency leaves out is 0.
    whole : bool
        Whether the series add up to riket.
    traits : dict of str to ndarray of float, shape (series, years)
        What else was known of each series in each year, by name; nothing unless told.
    """

    regions: Texts
    occupations: Texts
    years: Ints
    values: Floats
    whole: bool = False
    traits: Mapping[str, Floats] = field(default_factory=dict)

    @classmethod
    def from_long(cls, frame: pd.DataFrame) -> Panel:
        """Read a long frame.

        Parameters
        ----------
        frame : pandas.DataFrame
            Columns ``region`` (code), ``ssyk`` (code), ``year`` (int), ``value`` (persons); rows of
            the same key are added. Rows of riket (``00``), where there are any, become `REST`:
            riket less the regions, so that the panel adds up to riket.

        Raises
        ------
        NoFiguresError
            When a year is missing.
        ContractError
            When riket is less than the sum of its regions by more than rounding.
        """
        wide = frame.pivot_table(
            "value", ["region", "ssyk"], "year", aggfunc="sum", fill_value=0.0, observed=True
        )
        years = np.asarray(wide.columns, dtype=np.intp)
        if len(years) and not np.array_equal(years, np.arange(years[0], years[-1] + 1)):
            missing = sorted(set(range(int(years[0]), int(years[-1]))) - set(years.tolist()))
            raise NoFiguresError(f"År saknas mellan {years[0]} och {years[-1]}: {missing}.")
        of_riket = wide.index.get_level_values("region") == _COUNTRY
        parts: pd.DataFrame = wide[~of_riket]
        if of_riket.any():
            country: pd.DataFrame = wide[of_riket].droplevel("region")
            parts = pd.concat([parts, _rest(country, parts)])
        return cls(
            regions=parts.index.get_level_values("region").to_numpy(dtype=np.str_),
            occupations=parts.index.get_level_values("ssyk").to_numpy(dtype=np.str_),
            years=years,
            values=parts.to_numpy(dtype=np.float64),
            whole=bool(of_riket.any()),
        )

    @property
    def last(self) -> int:
        """The last year."""
        return int(self.years[-1])

    @property
    def now(self) -> Floats:
        """Persons in the last year, shape (series,)."""
        return self.values[:, -1]

    @cached_property
    def region(self) -> Grouping:
        """Which region each series is of."""
        return Grouping.of(self.regions)

    @cached_property
    def occupation(self) -> Grouping:
        """Which occupation each series is of."""
        return Grouping.of(self.occupations)

    def digits(self, count: int) -> Grouping:
        """Return which occupational group, by so many digits of SSYK, each series is of."""
        return Grouping.of(np.array([code[:count] for code in self.occupations], dtype=np.str_))

    def until(self, year: int) -> Panel:
        """Return the same series without the years after `year`."""
        return self.between(int(self.years[0]), year)

    def between(self, first: int, last: int) -> Panel:
        """Return the same series in some of the years."""
        kept = (self.years >= first) & (self.years <= last)
        return replace(
            self,
            years=self.years[kept],
            values=self.values[:, kept],
            traits={name: told[:, kept] for name, told in self.traits.items()},
        )

    def only(self, series: NDArray[np.bool_]) -> Panel:
        """Return some of the series."""
        return Panel(
            self.regions[series],
            self.occupations[series],
            self.years,
            self.values[series],
            traits={name: told[series] for name, told in self.traits.items()},
        )

    def area(self, level: str) -> Texts:
        """Return the area that each series is part of; empty where it is part of none.

        Parameters
        ----------
        level : {'county', 'nuts2', 'country'}
            NUTS2 areas whose counties are all in the panel; riket where the panel adds up to it.
        """
        if level == "county":
            return np.where(self.regions == REST, "", self.regions)
        if level == "country":
            return np.full(len(self.regions), _COUNTRY if self.whole else "")
        there = set(self.region.codes)
        parent = {
            county.code: county.parent.code
            for county in regions("county")
            if county.parent is not None
        }
        complete = {
            area for area in parent.values() if {c for c in parent if parent[c] == area} <= there
        }
        areas = [parent.get(code, "") for code in self.regions]
        return np.array([area if area in complete else "" for area in areas], dtype=np.str_)


@dataclass(frozen=True)
class Grouping:
    """Which group each series is in.

    Attributes
    ----------
    codes : ndarray of str, shape (groups,)
        Sorted.
    index : ndarray of int, shape (series,)
        Position of each series' group in `codes`.
    """

    codes: Texts
    index: Ints

    @classmethod
    def of(cls, labels: Texts) -> Grouping:
        """Group series by a label each."""
        codes, index = np.unique(labels, return_inverse=True)
        return cls(codes, index.astype(np.intp))

    def sum(self, values: Floats) -> Floats:
        """Add up rows by group: shape (series, ...) to (groups, ...)."""
        out: Floats = np.zeros((len(self.codes), *values.shape[1:]))
        np.add.at(out, self.index, values)
        return out


def size_class(people: Floats) -> Ints:
    """Return each series' position in `SIZE_NAMES`; -1 for those too small to be scored."""
    return np.searchsorted(np.array(SIZES), people, side="right") - 1


def _rest(country: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    covered = parts.groupby(level="ssyk").sum().reindex(country.index, fill_value=0.0)
    rest = country - covered
    if (rest < -_ROUNDING).any(axis=None):
        worst: Any = rest.stack().idxmin()
        ssyk, year = worst
        summed: Any = covered.at[worst]
        whole: Any = country.at[worst]
        raise ContractError(
            f"Regionerna har tillsammans fler anställda än riket, mest i yrket {ssyk} år {year}: "
            f"{summed:.0f} mot {whole:.0f}."
        )
    rest = rest.clip(lower=0.0)
    rest.index = pd.MultiIndex.from_product([[REST], rest.index], names=parts.index.names)
    return rest if rest.to_numpy().any() else rest.iloc[:0]
