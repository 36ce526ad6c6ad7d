"""Which cells of a table a number rests on: declared beside the measure, exact, and testable."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from vagled_lmi.codes import Period, Region, ssyk_to_af
from vagled_lmi.indicators.areas import counties_of

#: Every code of a dimension.
ALL = "*"
#: The code that the number's own key has.
KEY = "="

Key = Mapping[str, str]
Codes = str | tuple[str, ...] | Callable[[Key], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells of one table, given a number's key.

    Attributes
    ----------
    table : str
        Id of the table.
    codes : dict of str to codes
        Dimension to a code, several codes, `ALL`, `KEY`, or a function of the key. A dimension
        that is not named has the key's code where the key has one, else all.
    """

    table: str
    codes: Mapping[str, Codes] = field(default_factory=dict)

    def selection(self, dimensions: Iterable[str], key: Key) -> dict[str, tuple[str, ...]]:
        """Return the codes of each dimension for a key; `ALL` stands alone."""
        return {name: self._codes(name, key) for name in dimensions}

    def select(self, frame: pd.DataFrame, dimensions: Iterable[str], key: Key) -> pd.Series[bool]:
        """Return which rows of a tidy frame the number rests on."""
        chosen = pd.Series(data=True, index=frame.index)
        for name, codes in self.selection(dimensions, key).items():
            if codes != (ALL,):
                chosen &= frame[name].isin(codes)
        return chosen

    def _codes(self, name: str, key: Key) -> tuple[str, ...]:
        declared = self.codes.get(name, KEY if name in key else ALL)
        if callable(declared):
            return tuple(declared(key))
        several = (declared,) if isinstance(declared, str) else declared
        return tuple(key[name] if code == KEY else code for code in several)


def members(key: Key) -> tuple[str, ...]:
    """Return the counties that a NUTS2 area is summed from; else the key's own region."""
    return counties_of(Region(key["region"])) or (key["region"],)


def members_and_country(key: Key) -> tuple[str, ...]:
    """Return `members` and riket."""
    return (*members(key), "00")


def with_year_before(key: Key) -> tuple[str, ...]:
    """Return the key's period and the same one a year earlier."""
    return key["period"], Period(key["period"]).shift(-1).code


def two_years_of_months(key: Key) -> list[str]:
    """Return the key's month and the 23 before it."""
    last = Period(key["period"])
    months = [last.year * 12 + last.part - 1 - back for back in range(24)]
    return [f"{month // 12}M{month % 12 + 1:02d}" for month in months]


def register_groups(key: Key) -> list[str]:
    """Return SCB's occupations that make up the key's group of Arbetsförmedlingen."""
    return [scb for scb, af in ssyk_to_af().items() if af == key["ssyk"]]
