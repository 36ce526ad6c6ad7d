"""Cohorts by age to 2040: the people who live in the region now, grown older.

Nobody is born into, moves to or leaves these numbers: no published table here says how many will.
They are what is known today, not what is expected, and carry no interval, for there is no earlier
outlook of the same kind to test them against.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

#: The last year.
UNTIL = 2040
_WIDTH = 10
#: Ages that are followed: old enough to be born already, young enough that nearly all live.
_YOUNGEST, _OLDEST = 10, 70


def age_classes() -> tuple[str, ...]:
    """Return the ten-year ages that are followed, youngest first."""
    return tuple(f"{low}-{low + _WIDTH - 1}" for low in range(_YOUNGEST, _OLDEST, _WIDTH))


def grown_older(people: pd.Series, years: int) -> pd.Series:
    """Return how many of those who live there now are in each ten-year age some years on.

    Parameters
    ----------
    people : pandas.Series
        Persons by ten-year age, index ``0-9``, ``10-19`` …, evenly spread within each.
    years : int
        Years ahead.

    Returns
    -------
    pandas.Series
        Persons by ten-year age; NaN where some of them are not born yet.
    """
    single = np.concatenate(
        [
            np.full(_WIDTH, float(people[f"{low}-{low + _WIDTH - 1}"]) / _WIDTH)
            for low in range(0, _OLDEST, _WIDTH)
        ]
    )
    out = {}
    for name in age_classes():
        low = int(name.split("-")[0])
        first, last = low - years, low + _WIDTH - years
        out[name] = float(single[first:last].sum()) if first >= 0 else np.nan
    return pd.Series(out)
