"""How much a measure may move by chance, rounding or preliminary figures alone.

What moves less is called no certain difference, whatever it is compared with: another region, or
what an earlier brief said.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

from vagled_lmi.brief import rules
from vagled_lmi.indicators.protocol import Number

#: ``noise(before, after, row)`` in the measure's unit; ``row`` is what stands beside it.
Noise = Callable[[float, float, Mapping[str, Number]], float]


def _within(limit: float) -> Noise:
    return lambda *_: limit


def _per_cent_of(measure: str, per_cent: float) -> Noise:
    """Return a part of what another measure of the row amounts to, as noise."""

    def noise(_: float, __: float, row: Mapping[str, Number]) -> float:
        return per_cent / 100 * abs(row[measure].length or 0.0)

    return noise


def counted(before: float, after: float, _: Mapping[str, Number]) -> float:
    """Return how far two counts of independent events lie apart by chance, as ``rules`` has it."""
    return 2 * math.sqrt(max(before + after, 0.0))


def _share_of(count: str) -> Noise:
    """Return how far a share in per cent of a count may move by chance."""

    def noise(before: float, after: float, row: Mapping[str, Number]) -> float:
        share = (before + after) / 200
        return 200 * math.sqrt(max(2 * share * (1 - share), 0.0) / max(row[count].length or 0, 1))

    return noise


def _quotient_over(count: str) -> Noise:
    """Return how far a quotient over a count may move by chance, as `rules` has it."""

    def noise(before: float, after: float, row: Mapping[str, Number]) -> float:
        return 2 * math.sqrt((before**2 + after**2) / max(row[count].length or 0, 1))

    return noise


_EXACT = _within(0.0)
_COUNTED: Noise = counted

#: By indicator and measure. A judgement of an agency's is no measurement: it has no noise.
MEASURES: Mapping[tuple[str, str], Noise] = MappingProxyType(
    {
        ("employed", "level"): _per_cent_of("level", rules.EMPLOYED_NOISE_PCT),
        ("employed", "change"): _per_cent_of("level", rules.EMPLOYED_NOISE_PCT),
        ("employed", "change_pct"): _within(rules.EMPLOYED_NOISE_PCT),
        ("unemployment", "rate"): _within(rules.UNEMPLOYMENT_NOISE_PP),
        ("barometer_counts", "occupations"): _EXACT,
        ("barometer_counts", "share_pct"): _EXACT,
        ("cohorts", "per_100"): _within(rules.COHORT_NOISE_PER_100),
        ("replacement", "leaving"): _COUNTED,
        ("replacement", "employees"): _COUNTED,
        ("eligibility", "total"): _EXACT,
        ("eligibility", "total_said"): _EXACT,
        ("occupation_years", "employees"): _COUNTED,
        ("occupation_years", "women_pct"): _share_of("employees"),
        ("occupation_years", "men_pct"): _share_of("employees"),
        ("ads", "per_100"): _quotient_over("ads"),
        ("ads", "country_per_100"): _EXACT,
    }
)


def noise_of(number: Number, before: float, after: float, row: Mapping[str, Number]) -> float:
    """Return how far two values of a measure may lie apart without differing for certain.

    Parameters
    ----------
    number : Number
        The measure; one that is not in `MEASURES` is exact.
    before, after : float
        The two values.
    row : dict of str to Number
        The measures that stand beside it.
    """
    return MEASURES.get((number.indicator.id, number.column.name), _EXACT)(before, after, row)
