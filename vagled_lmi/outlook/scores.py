"""How right a judgement was: direction, rank, balanced accuracy, skill, each with an interval.

Intervals are by bootstrap over occupations, with all regions of an occupation together: what hits
an occupation in one region hits it in the next.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from vagled_lmi.outlook.panel import Floats

_SEED = 20_181_001
_RESAMPLES = 1000
_NOTHING = 1e-9
#: Ends of the 90 per cent interval.
_TAILS = (5.0, 95.0)


@dataclass(frozen=True)
class Measure:
    """A value with its 90 per cent bootstrap interval; NaN where it cannot be measured."""

    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Scores:
    """What a judgement scored.

    Attributes
    ----------
    cases, occupations : int
        Pairs of region and occupation, and how many occupations they are of.
    direction : Measure
        Part of those it called much or little that came out above or below the region's middle.
    balanced : Measure
        Mean of the part right among those called much and among those called little.
    rank : Measure
        Rank correlation of its score and what happened, within regions.
    rank_before, rank_riket, rank_own : Measure
        The same for what had happened before, for the mean judgement of all regions, and for our
        own forecast as it would have been made then.
    skill_before, skill_riket : Measure
        Part of the misses of the direction that it avoided, against going on as before and against
        copying riket: 0 is no better, below 0 is worse.
    """

    cases: int
    occupations: int
    direction: Measure
    balanced: Measure
    rank: Measure
    rank_before: Measure
    rank_riket: Measure
    rank_own: Measure
    skill_before: Measure
    skill_riket: Measure


def score(cases: pd.DataFrame) -> Scores:
    """Score a judgement.

    Parameters
    ----------
    cases : pandas.DataFrame
        A row a region and occupation, columns ``region``, ``occupation``, ``score``, ``says`` (-1,
        0, 1), ``happened`` (higher is more), ``before``, ``riket`` (mean score over regions),
        ``riket_says`` and ``own``; the last four NaN where unknown.
    """
    names, index = np.unique(cases["occupation"].to_numpy(), return_inverse=True)
    draws = np.random.default_rng(_SEED).multinomial(
        len(names), np.full(len(names), 1 / len(names)), size=_RESAMPLES
    )
    weights = np.vstack([np.ones(len(names)), draws])[:, index]
    came = _sides(cases, "happened")
    said = cases["says"].to_numpy(dtype=float)
    right = _part(weights, (said == came), said != 0)
    return Scores(
        cases=len(cases),
        occupations=len(names),
        direction=_measure(right),
        balanced=_measure(
            (_part(weights, came > 0, said > 0) + _part(weights, came < 0, said < 0)) / 2
        ),
        rank=_measure(_correlation(weights, cases, "score")),
        rank_before=_measure(_correlation(weights, cases, "before")),
        rank_riket=_measure(_correlation(weights, cases, "riket")),
        rank_own=_measure(_correlation(weights, cases, "own")),
        skill_before=_skill(weights, said, came, _sides(cases, "before")),
        skill_riket=_skill(weights, said, came, cases["riket_says"].to_numpy(dtype=float)),
    )


def _sides(cases: pd.DataFrame, name: str) -> Floats:
    """Return 1 above and -1 below the middle of each region; NaN where unknown."""
    middle = cases.groupby("region")[name].transform("median")
    side = np.sign((cases[name] - middle).to_numpy(dtype=float))
    return np.where(side == 0, -1.0, side)


def _part(weights: Floats, right: np.ndarray, of: np.ndarray) -> Floats:
    """Return the weighted part of some cases that is right, one a resample."""
    whole = weights @ of.astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (weights @ (right & of).astype(float)) / whole


def _skill(weights: Floats, said: Floats, came: Floats, other: Floats) -> Measure:
    """Compare the parts right where both judgements say much or little."""
    both = (said != 0) & (other != 0) & ~np.isnan(other)
    own, others = _part(weights, said == came, both), _part(weights, other == came, both)
    with np.errstate(invalid="ignore", divide="ignore"):
        return _measure((own - others) / (1 - others))


def _correlation(weights: Floats, cases: pd.DataFrame, name: str) -> Floats:
    """Return the weighted correlation of ranks within regions, one a resample."""
    known = cases[name].notna() & cases["happened"].notna()
    if known.sum() < 3:
        return np.full(len(weights), np.nan)
    inside = cases[known]
    ranks = [
        inside.groupby("region")[column].rank(pct=True).to_numpy() for column in (name, "happened")
    ]
    ours, theirs = (rank - rank.mean() for rank in ranks)
    weight = weights[:, known.to_numpy()]
    total = weight.sum(axis=1)
    mean_ours, mean_theirs = (weight @ ours) / total, (weight @ theirs) / total
    cross = (weight @ (ours * theirs)) / total - mean_ours * mean_theirs
    varies = ((weight @ ours**2) / total - mean_ours**2) * (
        (weight @ theirs**2) / total - mean_theirs**2
    )
    # a draw of one occupation alone varies not at all, but for rounding
    spread = np.sqrt(np.where(varies > _NOTHING, varies, np.nan))
    with np.errstate(invalid="ignore", divide="ignore"):
        return cross / spread


def _measure(resampled: Floats) -> Measure:
    drawn = resampled[1:][np.isfinite(resampled[1:])]
    if not len(drawn) or not np.isfinite(resampled[0]):
        return Measure(np.nan, np.nan, np.nan)
    lower, upper = np.percentile(drawn, _TAILS)
    return Measure(float(resampled[0]), float(lower), float(upper))
