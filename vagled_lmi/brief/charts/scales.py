"""Scales: from values to points, round ticks, round limits of classes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vagled_lmi.brief.numerals import numeral

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight scale from values to points on the canvas.

    Attributes
    ----------
    low, high : float
        Ends in the values' unit; different from one another.
    start, end : float
        Where they lie, in points; `start` may be the larger.
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return where a value lies."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def fitted(
    ends: Sequence[tuple[float, float]], left: float, right: float, reach: Sequence[float] = ()
) -> Scale:
    """Return the widest scale through zero that leaves each bar room for its text.

    Parameters
    ----------
    ends : sequence of (float, float)
        Value of each bar, and the width of the text beyond its end. A missing value is 0 with the
        width of all that stands in its place.
    left, right : float
        Where everything must lie between, in points.
    reach : sequence of float
        Further values that must lie on the scale.
    """
    every = [*ends, *((value, 2.0) for value in reach)]
    ahead = [(value, text) for value, text in every if value >= 0] or [(0.0, 0.0)]
    behind = [(-value, text) for value, text in every if value < 0] or [(0.0, 0.0)]
    largest = max(value for value, _ in (*ahead, *behind)) or 1.0
    least, most = 0.0, (right - left) / largest
    for _ in range(40):
        size = (least + most) / 2
        needed = max(v * size + text for v, text in ahead) + max(v * size + t for v, t in behind)
        least, most = (size, most) if needed <= right - left else (least, size)
    zero = left + max(value * least + text for value, text in behind)
    return Scale(0.0, 1.0, zero, zero + least)


def step(low: float, high: float, most: int) -> float:
    """Return the smallest round distance at which at most so many steps reach from low to high."""
    if high - low <= max(abs(low), abs(high), 1.0) * 1e-6:
        high = low + max(abs(low), 1.0) * 0.1
    rough = (high - low) / most
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * s for s in (*_STEPS, 20.0) if power * s >= rough * (1 - 1e-9))


def ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Return round values that reach around an interval, evenly apart; two at least."""
    apart = step(low, high, most)
    first = math.floor(low / apart + 1e-9)
    last = max(math.ceil(high / apart - 1e-9), first + 1)
    return tuple(round(n * apart, 10) for n in range(first, last + 1))


def tick_texts(values: Sequence[float], tag: str) -> list[str]:
    """Return ticks as a language writes them, with the decimals that tell them apart."""
    decimals = next(
        n for n in range(11) if n == 10 or all(abs(v - round(v, n)) < 1e-9 for v in values)
    )
    return [numeral(value, decimals, tag) for value in values]


def classes(values: Iterable[float], most: int = 5) -> tuple[float, ...]:
    """Return the limits of classes of one width that hold every value.

    Parameters
    ----------
    values : iterable of float
        At least one. Zero is a limit where there are values on both sides of it.
    most : int
        Classes.

    Returns
    -------
    tuple of float
        One more than there are classes. A class holds its lower limit; the last holds both.
    """
    known = list(values)
    low, high = min(known), max(known)
    for count in range(most, 0, -1):
        limits = ticks(low, high, count)
        if len(limits) - 1 <= most:
            break
    return limits


def class_of(value: float, limits: Sequence[float]) -> int:
    """Return the number of the class that holds a value, from 0."""
    inner = [upper for _, upper in pairwise(limits)][:-1]
    return sum(value >= upper for upper in inner)
