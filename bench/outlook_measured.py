"""Measures the outlook of a panel as plain numbers: what `bench.outlook` prints and keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from vagled_lmi.outlook import backtest, candidates, choice, coverage
from vagled_lmi.outlook.intervals import LEVELS
from vagled_lmi.outlook.panel import SIZE_NAMES, Floats, Panel

Record = dict[str, Any]

#: Bounds of how often 80 per cent intervals may hold: over all, and in a size class at a horizon.
OVERALL, EACH = (0.75, 0.85), (0.70, 0.90)
#: Fewer intervals than this in a size class at a horizon say nothing of how often they hold.
FEWEST_JUDGED = 100
_SIZES = len(SIZE_NAMES)
_PERCENTS = tuple(f"{level:.0%}" for level in LEVELS)


def measure(panel: Panel, breaks: Sequence[int], *, hold_out: bool = True) -> Record:
    """Roll through the years of a panel and score what would have been said.

    Parameters
    ----------
    panel : Panel
        Published values.
    breaks : sequence of int
        First year of each new method.
    hold_out : bool
        Hold counties out as well, where there are several: it takes four times as long.

    Returns
    -------
    dict
        ``regions``, ``occupations``, ``years``, ``origins``, ``breaks``; ``relative`` and
        ``relative_published`` (by forecast, a number a horizon), ``persons``; by size class
        ``relative_by_size``, ``relative_published_by_size``, ``plain_by_size``, ``scored``;
        ``held`` and ``held_out`` (by level and size class, a number a horizon, and ``overall``),
        the second with ``relative``; None where nothing could be scored.
    """
    origins = choice.shipped(backtest.roll(panel, breaks))
    tested = origins[backtest.WARM_UP :]
    scored = backtest.errors(tested, _SIZES)
    published = backtest.errors(tested, _SIZES, published=True)
    names = (*candidates.NAMES, choice.SHIPPED)
    plain = np.min([scored.relative(name) for name in candidates.PLAIN], axis=0)
    hold_out = hold_out and len(panel.region.codes) > 1
    return {
        "regions": panel.region.codes.tolist(),
        "occupations": len(panel.occupation.codes),
        "years": [int(panel.years[0]), panel.last],
        "origins": [origin.year for origin in tested],
        "breaks": list(breaks),
        "sizes": list(SIZE_NAMES),
        "relative": {name: _plain(scored.relative(name, (0, 2))) for name in names},
        "relative_published": {name: _plain(published.relative(name, (0, 2))) for name in names},
        "persons": _plain(scored.weighted(choice.SHIPPED, (0, 2))),
        "relative_by_size": _by_size(scored.relative(choice.SHIPPED)),
        "relative_published_by_size": _by_size(published.relative(choice.SHIPPED)),
        "plain_by_size": _by_size(plain),
        "scored": [[int(n) for n in row] for row in scored.count.sum(axis=0).T],
        "held": _held(coverage.in_time(origins)),
        "held_out": _held_out(panel, breaks) if hold_out else None,
    }


def _held_out(panel: Panel, breaks: Sequence[int]) -> Record:
    measured = coverage.by_region(panel, breaks)
    errors = measured.errors
    return {
        **_held(measured.coverage),
        "relative": _plain(errors.relative(choice.SHIPPED, (0, 2))),
        "relative_by_size": _by_size(errors.relative(choice.SHIPPED)),
    }


def _held(measured: coverage.Coverage) -> Record:
    each, years = measured.share(1), measured.share(1, 3)
    overall, counted = measured.share(1, 2, 3), measured.counted.sum(axis=1)
    return {
        percent: {
            "overall": _one(overall[level]),
            "years": _plain(years[level]),
            "by_size": _by_size(each[level]),
            "counted": [[int(n) for n in row] for row in counted[level].T],
        }
        for level, percent in enumerate(_PERCENTS)
    }


def failures(told: Record) -> Iterator[str]:
    """Yield what is not as good as it must be, a sentence each."""
    for name, how in (("relative", "chained targets"), ("relative_published", "as published")):
        for ahead, value in enumerate(told[name][choice.SHIPPED], start=1):
            if value is not None and value > 1:
                yield f"{ahead} years ahead it is worse than no change, {how}: {value:.3f}"
    for name, how in (("held", "in time"), ("held_out", "with counties held out")):
        if told[name] is not None:
            yield from _outside(told[name]["80%"], how)


def not_judged(told: Record) -> Iterator[str]:
    """Yield which size classes and horizons have too few intervals to be judged, a line each."""
    for name, how in (("held", "in time"), ("held_out", "with counties held out")):
        if told[name] is None:
            continue
        held = told[name]["80%"]
        for size, (shares, counts) in enumerate(zip(held["by_size"], held["counted"], strict=True)):
            for ahead, (share, count) in enumerate(zip(shares, counts, strict=True), start=1):
                if count < FEWEST_JUDGED:
                    did = f"held in {share:.1%} of" if count else "of which there are"
                    yield (
                        f"{SIZE_NAMES[size]}, {ahead} years ahead, {how}: 80% intervals, {did} "
                        f"{count} cases, fewer than {FEWEST_JUDGED}"
                    )


def _outside(held: Record, how: str) -> Iterator[str]:
    overall = held["overall"]
    if overall is not None and not OVERALL[0] <= overall <= OVERALL[1]:
        yield f"80% intervals held in {overall:.1%} of all cases, {how}"
    for size, (shares, counts) in enumerate(zip(held["by_size"], held["counted"], strict=True)):
        for ahead, (share, count) in enumerate(zip(shares, counts, strict=True), start=1):
            if count >= FEWEST_JUDGED and not EACH[0] <= share <= EACH[1]:
                yield (
                    f"80% intervals held in {share:.1%} of {count} cases, {how}: "
                    f"{SIZE_NAMES[size]}, {ahead} years ahead"
                )


def _one(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 4)


def _plain(values: Floats) -> list[float | None]:
    return [_one(value) for value in values]


def _by_size(values: Floats) -> list[list[float | None]]:
    """Turn shape (horizons, sizes) into a list a size."""
    return [_plain(row) for row in values.T]
