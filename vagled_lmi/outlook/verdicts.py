"""What an outlook says in a word, and when it says nothing: rules over its own numbers."""

from __future__ import annotations

from typing import Literal

#: No forecast is given for fewer people, and those for fewer than the second are marked (Cedefop's
#: rule for its skills forecasts).
FEWEST_PRINTED, FEWEST_UNMARKED = 1_000, 10_000
#: A change within this much a year is called none, in per cent.
UNCHANGED_PCT = 1.0

Verdict = Literal["öka", "vara oförändrad", "minska", "inte minska", "inte öka", "vi vet inte"]
#: From most to least.
VERDICTS: tuple[Verdict, ...] = (
    "öka", "inte minska", "vara oförändrad", "inte öka", "minska", "vi vet inte",
)  # fmt: skip
UNKNOWN: Verdict = "vi vet inte"
MARK = "färre än 10 000 personer"
#: An 80 per cent interval that has held more seldom than this is not believed, in per cent.
SELDOM_HELD_PCT = 70.0


def verdict(now: float, lower: float, upper: float, noise: float) -> Verdict:
    """Say which way a number goes, from where it stands now and an interval.

    Parameters
    ----------
    now, lower, upper : float
        In one unit.
    noise : float
        A change smaller than this is none, in the same unit.

    Returns
    -------
    str
        ``vi vet inte`` where the interval spans growth and decline both.
    """
    below, above = lower < now - noise, upper > now + noise
    if below and above:
        return UNKNOWN
    if above:
        return "öka" if lower > now + noise else "inte minska"
    if below:
        return "minska" if upper < now - noise else "inte öka"
    return "vara oförändrad"


def mark(now: float) -> str | None:
    """Return the reservation that a forecast for so few carries, or None."""
    return MARK if FEWEST_PRINTED <= now < FEWEST_UNMARKED else None
