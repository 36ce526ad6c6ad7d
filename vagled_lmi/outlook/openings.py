"""Replacement need by cohort component: how many of an occupation leave with age in five years.

One step of five years. Of those aged 55-59 some are still employed at 60-64, of those at 60-64 some
at 65-69, and those at 65-69 leave the register. The parts that stay are read from real cohorts: the
same people five years apart, all occupations together, with the break of 2023 taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pandas as pd

from vagled_lmi.outlook import breaks
from vagled_lmi.outlook.panel import Floats, Panel

#: Five-year ages in which people leave with age, from youngest to oldest.
LEAVING_AGES = ("55-59", "60-64", "65-69")
STEP = 5
#: Part of a five-year age that one year of later retirement moves.
_ONE_YEAR = 1 / STEP


@dataclass(frozen=True)
class Staying:
    """The part of each of `LEAVING_AGES` that is still employed five years later.

    Attributes
    ----------
    now : tuple of float
        As the latest cohorts did.
    later : tuple of float
        The same if everyone retires one year later: the profile by age moves one year up.
    """

    now: tuple[float, float, float]
    later: tuple[float, float, float]


def by_age(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the tidy table ``scb:YREG51`` as persons, index (ssyk, year), a column an age."""
    wide = frame.pivot_table(
        "value", ["ssyk", "period"], "age", aggfunc="sum", fill_value=0.0, observed=True
    )
    years = wide.index.get_level_values("period").astype(int)
    wide.index = pd.MultiIndex.from_arrays(
        [wide.index.get_level_values("ssyk"), years], names=["ssyk", "year"]
    )
    return wide


def level_shift(ages: pd.DataFrame, earlier: int, later: int) -> float:
    """Return the factor that new methods brought to all occupations between two years."""
    total = ages.sum(axis=1).rename("value").reset_index()
    panel = Panel.from_long(total.assign(region="riket"))
    shifts = breaks.estimate(panel, breaks.DECLARED)
    weights = panel.values[:, int(later - panel.years[0])]
    factors = np.exp(shifts.between(earlier, later))
    return float(weights.sum() / (weights / factors).sum())


def staying(ages: pd.DataFrame, last: int) -> Staying:
    """Read from cohorts of riket how large a part stays.

    Parameters
    ----------
    ages : pandas.DataFrame
        As `by_age` gives it, from at least five years before `last`.
    last : int
        The later year of the comparison; must have the age 65-69.
    """
    whole = ages.groupby(level="year").sum()
    shift = level_shift(ages, last - STEP, last)
    before, after = whole.loc[[last - STEP, last], list(LEAVING_AGES)].to_numpy()
    stay = [min(1.0, float(part)) for part in after[1:] / shift / before[:-1]]
    profile = [1.0, stay[0], stay[0] * stay[1]]  # still employed, by age, of those aged 55-59
    moved = [p + _ONE_YEAR * (younger - p) for younger, p in pairwise(profile)]
    return Staying((stay[0], stay[1], 0.0), (moved[0], moved[1] / moved[0], 0.0))


def leaving_share(ages: Floats, stay: tuple[float, float, float]) -> Floats:
    """Return the part of all employees that leaves with age within five years.

    Parameters
    ----------
    ages : ndarray, shape (occupations, 4)
        Persons aged 55-59, 60-64, 65-69, and in all.
    stay : tuple of float
        As in `Staying`.
    """
    gone = ages[:, :3] @ (1.0 - np.array(stay))
    return np.divide(gone, ages[:, 3], out=np.full(len(ages), np.nan), where=ages[:, 3] > 0)


def shares(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return each occupation's parts, index ``ssyk`` (four, three digits and ``total``).

    Columns ``now`` and ``later``, as of `Staying`; a part of 1.
    """
    ages = by_age(frame)
    stay = staying(ages, year)
    present: pd.DataFrame = ages[ages.index.get_level_values("year") == year].droplevel("year")
    codes = present.index.to_series()
    groups = present.groupby(codes.str[:3].to_numpy()).sum()
    everyone = present.groupby(np.full(len(present), "total")).sum()
    present = pd.concat([present, groups, everyone])
    counted = np.column_stack([present[list(LEAVING_AGES)].to_numpy(), present.sum(axis=1)])
    return pd.DataFrame(
        {
            "now": leaving_share(counted, stay.now),
            "later": leaving_share(counted, stay.later),
        },
        index=present.index.rename("ssyk"),
    )


@dataclass(frozen=True)
class Check:
    """How well a step of cohorts has foreseen how many would be 60-64 years old.

    Attributes
    ----------
    origin, target : int
        Years; the parts that stay are those known at the origin.
    occupations : int
        With at least a hundred people aged 60-64 at the target.
    error_pct, unchanged_pct : float
        Absolute error in per cent of all aged 60-64, by cohorts and if nothing had changed; the
        break of 2023 taken out.
    """

    origin: int
    target: int
    occupations: int
    error_pct: float
    unchanged_pct: float


def check(frame: pd.DataFrame, origin: int, target: int, fewest: float = 100.0) -> Check:
    """Hold a forecast of the age shift against what happened.

    With a step shorter than five years, those who change age are taken as evenly spread within it.

    Parameters
    ----------
    frame : pandas.DataFrame
        The tidy table ``scb:YREG51``.
    origin, target : int
        From when to when; as many years again before the origin teach the part that stays.
    fewest : float
        Smallest number at the target that counts.
    """
    ages = by_age(frame)
    years = target - origin
    part = years / STEP

    def coming(year: int) -> pd.Series:
        at = ages.xs(year, level="year")
        return part * at["55-59"] + (1 - part) * at["60-64"]

    earlier = origin - years
    taught = ages.xs(origin, level="year")["60-64"].sum() / level_shift(ages, earlier, origin)
    stay = taught / coming(earlier).sum()
    actual = ages.xs(target, level="year")["60-64"] / level_shift(ages, origin, target)
    kept = actual >= fewest
    foreseen = stay * coming(origin)
    unchanged = ages.xs(origin, level="year")["60-64"]
    total = actual[kept].sum()
    return Check(
        origin,
        target,
        int(kept.sum()),
        float(100 * (foreseen - actual)[kept].abs().sum() / total),
        float(100 * (unchanged - actual)[kept].abs().sum() / total),
    )
