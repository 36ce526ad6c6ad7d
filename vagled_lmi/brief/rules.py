"""Verdicts: the words that numbers allow, decided here and nowhere else.

A verdict keeps the numbers it was made from. Sentences and titles of charts choose their words by
verdicts alone, a document carries them, and `remade` decides them anew from the printed numbers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from vagled_lmi.codes import Period
from vagled_lmi.indicators.barometer import CLASSES
from vagled_lmi.indicators.education import ALL_BUT, SHOWN, TOO_FEW
from vagled_lmi.indicators.protocol import NoFiguresError, Number
from vagled_lmi.outlook.candidates import NAIVE
from vagled_lmi.outlook.verdicts import UNKNOWN, VERDICTS

#: A yearly change in the number employed smaller than this is called unchanged, in per cent: the
#: latest months are preliminary, and SCB revises them by amounts of this order.
EMPLOYED_NOISE_PCT = 0.3
#: A difference in the unemployment rate smaller than this is called none, in percentage points:
#: the rate is published with one decimal.
UNEMPLOYMENT_NOISE_PP = 0.15
#: Cohorts within this many of 100 are called about as large.
COHORT_NOISE_PER_100 = 2.0
#: Two population counts closer than this are called about as large, in persons: SCB adds a small
#: random noise to each (Cell Key Method). In the table women and men differ from their total, three
#: noisy counts, by 7 at most.
POPULATION_NOISE = 10.0
#: A difference between two shares of Kolada's smaller than this is called none, in percentage
#: points: they are published with one decimal.
SHARE_NOISE_PP = 0.15
#: A difference between two shares that are shown in whole per cent, smaller than this, is called
#: none, in percentage points.
WHOLE_PP = 1.0
#: Vacancies per 100 jobs are published with one decimal.
VACANCIES_ROUNDED = 0.1
#: A share closer to half than this is called about half, in percentage points: which side of the
#: limit an occupation falls on may hang on a few people in it.
HALF_NOISE_PP = 1.0
#: Shares of women and men within these, in per cent, are an even distribution (SCB's definition).
EVEN_FROM, EVEN_TO = 40.0, 60.0
#: Women's and men's mean pay closer than this is called no certain difference, in per cent. In
#: SCB's pay by area and group of occupations 2014-2020 women's pay in per cent of men's moved by
#: less than 6.2 from one year to the next in 95 of 100 cases, with at least 1 000 of each; what one
#: year may be off by is that over the root of two.
PAY_NOISE_PCT = 4.4
#: The lower and the upper tenth lie this many standard deviations apart, where values are spread
#: evenly around their mean (normal distribution).
_TENTHS_APART = 2 * 1.2816
#: A monthly figure older than this is history, not the state of things: readers are told so.
_MONTHS_UNTIL_STALE = 12
_YEARS_UNTIL_STALE = 3

#: From the best to the worst.
_CHANCES, _DEMAND = CLASSES, ("öka", "vara oförändrad", "minska")
#: The classes of Yrkesbarometern as words that messages choose by.
PLAIN = MappingProxyType(dict(zip(CLASSES, ("large", "medium", "small"), strict=True)))

#: What an outlook says as words that messages choose by.
_AHEAD: Mapping[str, str] = MappingProxyType(
    dict(zip(VERDICTS, ("up", "not-down", "same", "not-up", "down", "unknown"), strict=True))
)

Limits = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A word that numbers allow.

    Attributes
    ----------
    rule : str
        One of `RULES`.
    word : str
        What the rule says: the variant that a message chooses.
    numbers : tuple of Number
        What it was decided from, in the rule's order.
    limits : dict of str to float
        The noise and other limits of the decision.
    """

    rule: str
    word: str
    numbers: tuple[Number, ...]
    limits: Limits = field(default_factory=dict)


def _change(values: Sequence[float], limits: Limits) -> str:
    """Which way a change goes, or that it is smaller than the noise."""
    (change,) = values
    if not change or abs(change) < limits["noise"]:
        return "same"
    return "up" if change > 0 else "down"


def _contrast(values: Sequence[float], limits: Limits) -> str:
    """How a value stands to another, or that they differ by less than the noise."""
    value, other = values
    if value == other or abs(value - other) < limits["noise"]:
        return "same"
    return "higher" if value > other else "lower"


def _against(values: Sequence[float], limits: Limits) -> str:
    """How a value stands to a fixed one."""
    return _contrast((values[0], limits["reference"]), limits)


def _lead(values: Sequence[float], limits: Limits) -> str:
    """Whether the first of a ranking stands alone, or the second is as large within the noise."""
    first, second = values
    return "alone" if first - second > limits["noise"] else "shared"


def _counts(values: Sequence[float], _: Limits) -> str:
    """Which way a count has gone, or that chance alone may move it as much.

    A count of independent events varies by its square root; two counts differ for certain, at about
    95 per cent, when they are more than two square roots of their sum apart.
    """
    before, after = values
    if before == after or abs(after - before) < 2 * math.sqrt(before + after):
        return "same"
    return "up" if after > before else "down"


def _balance(values: Sequence[float], limits: Limits) -> str:
    """Whether a share of women makes a group even, or which sex is the more numerous."""
    (women,) = values
    if limits["low"] <= women <= limits["high"]:
        return "even"
    return "women" if women > limits["high"] else "men"


def _half(values: Sequence[float], limits: Limits) -> str:
    """Whether a share is less than half, or half within the noise."""
    if abs(values[0] - 50) < limits["noise"]:
        return "about"
    return "minority" if values[0] < 50 else "majority"


def _outlook(values: Sequence[str], _: Limits) -> str:
    """Whether each of several occupations is judged better than the first.

    Values stand in pairs: the chances of work now, and the demand in five years. Chances decide;
    where they are the same, demand does.
    """
    pairs = list(zip(values[::2], values[1::2], strict=True))
    ranks = [(_CHANCES.index(chances), _DEMAND.index(demand)) for chances, demand in pairs]
    return "better" if all(rank < ranks[0] for rank in ranks[1:]) else "mixed"


def _lean(values: Sequence[float], _: Limits) -> str:
    """Which way a field leans: how many occupations are judged, large chances, small chances."""
    judged, large, small = values
    if not judged:
        return "none"
    if large > judged / 2:
        return "good"
    return "hard" if small > judged / 2 else "mixed"


def _nearly(values: Sequence[str], _: Limits) -> str:
    """Whether nearly all are meant somewhere, where the agency prints no share."""
    return "nearly-all" if ALL_BUT in values else "share"


def _given(values: Sequence[str], _: Limits) -> str:
    """How the agency gives a share: as a number, as nearly all, or not at all."""
    return {SHOWN: "number", ALL_BUT: "nearly-all", TOO_FEW: "too-few"}[values[0]]


def _alike(values: Sequence[str], _: Limits) -> str:
    """Which chances of work all regions have, or that they differ."""
    return PLAIN[values[0]] if len(set(values)) == 1 else "apart"


def _shares(values: Sequence[float], limits: Limits) -> str:
    """How a share in per cent stands to another, each with the count that it is of.

    A share p of n varies by the root of p (100 - p) / n; two differ for certain, at about 95 per
    cent, when they are more than two such distances apart, and more than the noise.
    """
    one, count, other, other_count = values
    variance = one * (100 - one) / max(count, 1) + other * (100 - other) / max(other_count, 1)
    return _contrast((one, other), {"noise": max(limits["noise"], 2 * math.sqrt(variance))})


def _some(values: Sequence[float], _: Limits) -> str:
    """Whether any of several changes is more than nothing."""
    return "some" if any(values) else "none"


def _known(values: Sequence[str], _: Limits) -> str:
    """How many of several outlooks say which way it goes."""
    known = sum(value != UNKNOWN for value in values)
    if known in (0, len(values)):
        return "all" if known else "none"
    return "most" if known > len(values) / 2 else "few"


def _ahead(values: Sequence[str], _: Limits) -> str:
    """Which way an outlook says that it goes, by the whole of its interval."""
    return _AHEAD[values[0]]


def _method(values: Sequence[str], _: Limits) -> str:
    """Whether what ships is that nothing changes, or a forecast that has been better."""
    return "unchanged" if values[0] == NAIVE else "better"


def _chance(values: Sequence[float], limits: Limits) -> str:
    """How many of several parts are more than chance gives, each by the lower end it has."""
    beyond = sum(lower > limits["chance"] for lower in values)
    if beyond in (0, len(values)):
        return "all" if beyond else "none"
    return "some"


def _enough(values: Sequence[float], limits: Limits) -> str:
    """Whether a group is large enough for a forecast."""
    return "enough" if values[0] >= limits["fewest"] else "few"


def _quotients(values: Sequence[float], _: Limits) -> str:
    """How a quotient stands to another, each with the count that it rests on.

    A quotient over a count of n varies by one part in the root of n; two differ for certain, at
    about 95 per cent, when they are more than two such distances apart.
    """
    one, count, other, other_count = values
    noise = 2 * math.sqrt(one**2 / max(count, 1) + other**2 / max(other_count, 1))
    return _contrast((one, other), {"noise": noise})


def _swing(values: Sequence[float], limits: Limits) -> str:
    """How a share stands to another, given how much they tend to change from year to year.

    After the two shares come the usual changes of those that chance moves: of both, or of the first
    alone where the other is of so many people that it moves none, as riket's. Chance that moves a
    share by s (one standard deviation) makes two years differ by 1.13 s in the mean; two shares
    differ for certain, at about 95 per cent, when they are 1.96 times the root of the sum of their
    s squared apart. Twice the usual changes, put together so, is a little more than that. Where a
    usual change is of a whole, and the shares are of its ``parts``, so many alike, chance moves
    them by the root of that number times as much.
    """
    one, other, *usual = values
    chance = 2 * math.hypot(*usual) * math.sqrt(limits.get("parts", 1.0))
    return _contrast((one, other), {"noise": max(limits["noise"], chance)})


def _means(values: Sequence[float], limits: Limits) -> str:
    """How a mean stands to another, each with the count it is of, and the spread they share.

    The last two values are the lower and the upper tenth of those that the means are of. A mean of
    n varies by the spread over the root of n; two differ for certain, at about 95 per cent, when
    they are more than two such distances apart, and more than the noise in per cent of the other.
    """
    one, count, other, other_count, low, high = values
    deviation = (high - low) / _TENTHS_APART
    chance = 2 * deviation * math.sqrt(1 / max(count, 1) + 1 / max(other_count, 1))
    return _contrast((one, other), {"noise": max(chance, limits["noise_pct"] / 100 * other)})


def _margins(values: Sequence[float], limits: Limits) -> str:
    """How a survey's share stands to another, each with its margin of error.

    Shares are rounded to whole per cent unless the limits say to what.
    """
    one, margin, other, other_margin = values
    rounded = limits.get("rounded", 1.0)
    return _contrast((one, other), {"noise": max(rounded, math.hypot(margin, other_margin))})


def _tide(values: Sequence[float], limits: Limits) -> str:
    """Which way several changes go, all or some of them, or that they part."""
    ways = {_change((value,), limits) for value in values}
    if len(ways) == 1:
        return ways.pop()
    return "apart" if {"up", "down"} <= ways else f"{(ways - {'same'}).pop()}-or-same"


def _within(values: Sequence[float], _: Limits) -> str:
    """Whether a number lies within an interval, or on which side of it."""
    value, lower, upper = values
    if value < lower:
        return "below"
    return "above" if value > upper else "within"


#: Every rule by its name.
RULES: Mapping[str, Callable[[Sequence[Any], Limits], str]] = MappingProxyType(
    {
        "against": _against,
        "ahead": _ahead,
        "alike": _alike,
        "balance": _balance,
        "chance": _chance,
        "change": _change,
        "contrast": _contrast,
        "counts": _counts,
        "enough": _enough,
        "given": _given,
        "half": _half,
        "known": _known,
        "lead": _lead,
        "lean": _lean,
        "margins": _margins,
        "means": _means,
        "method": _method,
        "nearly": _nearly,
        "outlook": _outlook,
        "quotients": _quotients,
        "shares": _shares,
        "some": _some,
        "swing": _swing,
        "tide": _tide,
        "within": _within,
    }
)


def verdict(rule: str, *numbers: Number, **limits: float) -> Verdict:
    """Decide a word by a rule.

    Parameters
    ----------
    rule : str
        One of `RULES`.
    *numbers
        In the rule's order.
    **limits
        What the rule compares with: ``noise``, in the numbers' unit, and others.

    Raises
    ------
    NoFiguresError
        When one of the numbers has no value: then nothing is said.
    """
    for number in numbers:
        if number.missing:
            raise NoFiguresError(f"Talet {number.address} saknar värde.")
    word = RULES[rule]([number.value for number in numbers], limits)
    return Verdict(rule, word, numbers, limits)


def remade(stated: Mapping[str, Any], values: Mapping[str, Any]) -> str:
    """Decide a document's verdict anew.

    Parameters
    ----------
    stated : dict
        A verdict as the document's schema has it.
    values : dict
        The value of each number by its address.

    Returns
    -------
    str
        The word; empty when a number is missing or the rule is unknown.
    """
    amounts = [values.get(address) for address in stated["numbers"]]
    if stated["rule"] not in RULES or None in amounts:
        return ""
    return RULES[stated["rule"]](amounts, stated["limits"])


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


def is_past(month: str, today: str) -> bool:
    """Return whether a month has begun on a day (ISO date): then nothing is expected of it."""
    when = Period(month)
    return (when.year, when.part) <= (int(today[:4]), int(today[5:7]))
