"""Verdicts: the words that numbers allow, decided here and nowhere else."""

from __future__ import annotations

from typing import Literal

from vagled_lmi.codes import Period

Direction = Literal["up", "down", "same"]
Comparison = Literal["higher", "lower", "same"]

#: A yearly change in the number employed smaller than this is called unchanged, in per cent: the
#: latest months are preliminary, and SCB revises them by amounts of this order.
EMPLOYED_NOISE_PCT = 0.3
#: A difference in the unemployment rate smaller than this is called none, in percentage points:
#: the rate is published with one decimal.
UNEMPLOYMENT_NOISE_PP = 0.15
#: Cohorts within this many of 100 are called about as large.
COHORT_NOISE_PER_100 = 2.0
#: A monthly figure older than this is history, not the state of things: readers are told so.
_MONTHS_UNTIL_STALE = 12
_YEARS_UNTIL_STALE = 3


def direction(change: float, noise: float) -> Direction:
    """Return which way a change goes, or that it is smaller than the noise."""
    if abs(change) < noise:
        return "same"
    return "up" if change > 0 else "down"


def comparison(value: float, other: float, noise: float) -> Comparison:
    """Return how a value stands to another, or that they differ by less than the noise."""
    if abs(value - other) < noise:
        return "same"
    return "higher" if value > other else "lower"


def is_stale(period: str, today: str) -> bool:
    """Return whether figures for a period are older than one would expect on a day.

    Parameters
    ----------
    period : str
        A month or a year; other periods are never called stale.
    today : str
        ISO date.
    """
    last = Period(period)
    year, month = int(today[:4]), int(today[5:7])
    if last.kind == "month":
        return (year - last.year) * 12 + month - last.part > _MONTHS_UNTIL_STALE
    return last.kind == "year" and year - last.year > _YEARS_UNTIL_STALE
