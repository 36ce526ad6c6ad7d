"""The shipped outlook of employees by occupation: trained, bounded, summed, judged.

Coherence is bottom-up: every sum is the sum of its four-digit occupations in its counties, so that
occupations add to the region and regions to riket. Intervals are not sums; each kind of sum has its
own, from how its own sums have missed.

References
----------
Hyndman and Athanasopoulos, *Forecasting: Principles and Practice*, 3rd ed., 11.2 (bottom-up).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import orjson
import pandas as pd
from numpy.typing import NDArray

from vagled_lmi.errors import ContractError
from vagled_lmi.indicators.protocol import NoFiguresError
from vagled_lmi.outlook import backtest, breaks, candidates, coverage, intervals
from vagled_lmi.outlook.age_structure import with_ages
from vagled_lmi.outlook.backtest import HORIZONS, Origin
from vagled_lmi.outlook.choice import SHIPPED, Choice, choose, with_choice
from vagled_lmi.outlook.features import Features
from vagled_lmi.outlook.panel import REST, SIZE_NAMES, Floats, Grouping, Panel, Texts
from vagled_lmi.outlook.verdicts import (
    FEWEST_PRINTED,
    SELDOM_HELD_PCT,
    UNCHANGED_PCT,
    UNKNOWN,
    verdict,
)

#: Digits of SSYK that an outlook is given for; 0 is all occupations together.
DIGITS = (4, 3)
ALL_OCCUPATIONS = "total"
_SEPARATOR = "/"
_TOTAL = "total"
#: Years with which every year ahead has been tested at least once.
FEWEST_YEARS = backtest.FEWEST_YEARS + backtest.WARM_UP + HORIZONS
#: All employees of the counties move together: a year is one case, and the oldest weighs as much as
#: the newest, or there would be too few to tell how wide an interval must be.
_EACH_YEAR_A_CASE = 1.0
_FIFTY, _EIGHTY = (intervals.LEVELS.index(level) for level in (0.5, 0.8))


@dataclass(frozen=True)
class Trained:
    """An outlook and how good it has been.

    Attributes
    ----------
    outlook : pandas.DataFrame
        A row an area, occupation and year ahead, for at least `FEWEST_PRINTED` people now. Columns
        ``region``, ``ssyk`` (four or three digits, or ``total``), ``period`` (year), ``now``,
        ``expected``, ``lower_80``, ``upper_80``, ``lower_50``, ``upper_50`` (whole persons),
        ``verdict`` (of the 80 per cent interval), ``leaning`` (of the 50 per cent one), ``method``,
        ``held_80``, ``held_50`` (per cent of earlier intervals that held), ``kind``, ``size``.
    accuracy : pandas.DataFrame
        A row a kind, size class and number of years ahead. Columns ``kind``, ``size``, ``years``,
        ``method``, ``relative`` (MASE divided by that of no change), ``relative_published`` (the
        same, targets as published), ``held_80``, ``held_50``, ``tested`` (forecasts scored).
    about : dict
        What a model card says: years, regions, breaks, origins, names of the features, and the
        level shift of each occupation at each break, in per cent.
    """

    outlook: pd.DataFrame
    accuracy: pd.DataFrame
    about: dict[str, Any]

    def to_bytes(self) -> bytes:
        """Return the same bytes for the same outlook."""
        frames = {
            name: {str(column): frame[column].tolist() for column in frame}
            for name, frame in (("outlook", self.outlook), ("accuracy", self.accuracy))
        }
        return orjson.dumps({**frames, "about": self.about}, option=orjson.OPT_SORT_KEYS)

    @classmethod
    def from_bytes(cls, payload: bytes) -> Trained:
        """Read what `to_bytes` wrote; raises ValueError or KeyError on anything else."""
        read = orjson.loads(payload)
        outlook, accuracy = (pd.DataFrame(read[name]) for name in ("outlook", "accuracy"))
        return cls(
            _numeric(outlook[list(_OUTLOOK)]), _numeric(accuracy[list(_ACCURACY)]), read["about"]
        )


_OUTLOOK = (
    "region", "ssyk", "period", "now", "expected", "lower_80", "upper_80", "lower_50", "upper_50",
    "verdict", "leaning", "method", "held_80", "held_50", "kind", "size",
)  # fmt: skip
_ACCURACY = (
    "kind", "size", "years", "method", "relative", "relative_published", "held_80", "held_50",
    "tested",
)  # fmt: skip


def _numeric(frame: pd.DataFrame) -> pd.DataFrame:
    numbers = [c for c in map(str, frame) if c.startswith(("held", "relative", "lower", "upper"))]
    numbers += [c for c in ("now", "expected", "tested") if c in frame]
    return frame.astype(dict.fromkeys(numbers, "float64"))


def panel_of(frame: pd.DataFrame, ages: pd.DataFrame | None = None) -> Panel:
    """Return the panel in the tidy table ``scb:YREG60``, with the ages in ``scb:YREG51``.

    Raises
    ------
    NoFiguresError
        When a year is missing.
    ContractError
        When the counties have more than riket, which parts fetched at different times may.
    """
    total = frame[frame["sex"] == "total"]
    try:
        panel = Panel.from_long(total.assign(year=total["period"].astype(int)))
    except ContractError as error:
        raise ContractError(
            f"scb:YREG60: {error.message} Delar av tabellen kan vara hämtade vid olika tillfällen.",
            "Hämta hela: vagled fetch scb:YREG60",
        ) from error
    return panel if ages is None else with_ages(panel, ages)


def train(panel: Panel, declared: Sequence[int] = breaks.DECLARED) -> Trained:
    """Train, choose, bound and sum.

    Parameters
    ----------
    panel : Panel
        Published values, at least `FEWEST_YEARS`.
    declared : sequence of int
        First year of each new method.

    Raises
    ------
    NoFiguresError
        When there are fewer years.
    """
    if len(panel.years) < FEWEST_YEARS:
        raise NoFiguresError(
            f"Utsikten för yrken behöver {FEWEST_YEARS} år i följd; det finns {len(panel.years)}."
        )
    cells = panel.regions != REST
    rolled = backtest.roll(panel, declared)
    inner = [origin.only(cells) for origin in rolled]
    choices = [choose(inner, origin.year, HORIZONS) for origin in rolled]
    origins = [with_choice(origin, made) for origin, made in zip(rolled, choices, strict=True)]
    known = breaks.known_at(panel, panel.last, declared)
    blank = np.full((len(known.now), HORIZONS), np.nan)
    forecasts = candidates.forecasts(known, HORIZONS)
    final = choose(inner, panel.last, HORIZONS)
    now = with_choice(Origin(panel.last, known.values, forecasts, blank, blank), final)
    outlook, accuracy = [], []
    for kind, labels in _kinds(panel):
        method = final if kind == "county-4" else None
        rows, scores = _one_kind(kind, labels, origins, now, method)
        outlook.append(rows)
        accuracy.append(scores)
    shifts = breaks.estimate(panel, declared)
    return Trained(
        pd.concat(outlook, ignore_index=True),
        pd.concat(accuracy, ignore_index=True),
        {
            "years": [int(panel.years[0]), panel.last],
            "regions": [str(code) for code in panel.region.codes if code != REST],
            "whole": panel.whole,
            "breaks": list(declared),
            "features": list(Features(panel).names),
            "origins": [origin.year for origin in origins[backtest.WARM_UP :]],
            "shift_pct": {
                str(year): {
                    str(code): round(100 * float(np.expm1(one)), 1)
                    for code, one in zip(shifts.occupations, shift, strict=True)
                }
                for year, shift in shifts.by_year.items()
            },
        },
    )


def _kinds(panel: Panel) -> Iterator[tuple[str, Texts]]:
    """Yield each kind of sum with the label of the sum that each series is part of."""
    for level in ("county", "nuts2", "country"):
        area = panel.area(level)
        for digits in DIGITS:
            codes = [code[:digits] for code in panel.occupations]
            yield f"{level}-{digits}", _labels(area, codes)
    yield _TOTAL, _labels(panel.area("county"), [ALL_OCCUPATIONS] * len(panel.regions))


def _labels(areas: Texts, codes: Sequence[str]) -> Texts:
    pairs = zip(areas, codes, strict=True)
    return np.array([f"{a}{_SEPARATOR}{c}" if a else "" for a, c in pairs], dtype=np.str_)


def _one_kind(
    kind: str, labels: Texts, origins: Sequence[Origin], now: Origin, method: Choice | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    inside: NDArray[np.bool_] = labels != ""
    if not inside.any():
        return pd.DataFrame(columns=list(_OUTLOOK)), pd.DataFrame(columns=list(_ACCURACY))
    group = Grouping.of(labels[inside])
    past = [_summed(origin, inside, group) for origin in origins]
    here = _summed(now, inside, group)
    tested = past[backtest.WARM_UP :]
    fading = _EACH_YEAR_A_CASE if kind == _TOTAL else intervals.FADING
    held = coverage.in_time(past, fading).share(1)
    scored = backtest.errors(tested, len(SIZE_NAMES))
    published = backtest.errors(tested, len(SIZE_NAMES), published=True)
    names = method.names if method else ((("summa",) * len(SIZE_NAMES)),) * HORIZONS
    relative, relative_published = scored.relative(SHIPPED), published.relative(SHIPPED)
    counted = scored.count.sum(axis=0)
    accuracy = pd.DataFrame(
        [
            (
                kind, name, str(ahead + 1), names[ahead][size],
                _rounded(relative[ahead, size]), _rounded(relative_published[ahead, size]),
                _percent(held[_EIGHTY, ahead, size]), _percent(held[_FIFTY, ahead, size]),
                counted[ahead, size],
            )
            for size, name in enumerate(SIZE_NAMES)
            for ahead in range(HORIZONS)
            if counted[ahead, size]
        ],
        columns=list(_ACCURACY),
    )  # fmt: skip
    conformal = intervals.calibrate(past, HORIZONS, fading=fading)
    if conformal is None:
        raise NoFiguresError("Det finns för få år för att veta hur breda intervallen ska vara.")
    ends = [
        conformal.bounds(here.forecasts[SHIPPED], here.history, here.classes, at)
        for at in (_EIGHTY, _FIFTY)
    ]
    return _rows(kind, group, here, ends, accuracy), accuracy


def _summed(origin: Origin, inside: NDArray[np.bool_], group: Grouping) -> Origin:
    kept = (candidates.NAIVE, SHIPPED)
    only = {name: origin.forecasts[name] for name in kept}
    return replace(origin, forecasts=only).only(inside).summed(group)


def _rows(
    kind: str,
    group: Grouping,
    here: Origin,
    ends: Sequence[tuple[Floats, Floats]],
    accuracy: pd.DataFrame,
) -> pd.DataFrame:
    known = {(row["size"], row["years"]): row for row in accuracy.to_dict("records")}
    (lower_80, upper_80), (lower_50, upper_50) = (
        (np.round(lower), np.round(upper)) for lower, upper in ends
    )
    expected = np.round(here.forecasts[SHIPPED])
    rows = []
    for at in np.flatnonzero(here.now >= FEWEST_PRINTED):
        area, code = str(group.codes[at]).split(_SEPARATOR)
        size, now = SIZE_NAMES[here.classes[at]], float(here.now[at])
        for ahead in range(HORIZONS):
            wide = float(lower_80[at, ahead]), float(upper_80[at, ahead])
            narrow = float(lower_50[at, ahead]), float(upper_50[at, ahead])
            scores = known[size, str(ahead + 1)]
            held = float(scores["held_80"])
            trusted, noise = held >= SELDOM_HELD_PCT, UNCHANGED_PCT / 100 * (ahead + 1) * now
            rows.append(
                (
                    area, code, str(here.year + ahead + 1), now, float(expected[at, ahead]),
                    *wide, *narrow,
                    verdict(now, *wide, noise) if trusted else UNKNOWN,
                    verdict(now, *narrow, noise) if trusted else UNKNOWN,
                    str(scores["method"]), held, float(scores["held_50"]), kind, size,
                )
            )  # fmt: skip
    return pd.DataFrame(rows, columns=list(_OUTLOOK))


def _rounded(value: float) -> float:
    return round(float(value), 3)


def _percent(share: float) -> float:
    return round(100 * float(share), 1)
