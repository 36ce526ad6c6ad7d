"""Hindsight: old outlooks held against what happened, and how much each round changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from vagled_lmi.codes import ssyk_to_af
from vagled_lmi.indicators.barometer import CLASSES
from vagled_lmi.outlook import breaks, candidates
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.archive import ARCHIVE, Advertised, Growth, OldOutlook
from vagled_lmi.outlook.backtest import HORIZONS
from vagled_lmi.outlook.concordance import register_codes
from vagled_lmi.outlook.employees import panel_of
from vagled_lmi.outlook.features import FEW
from vagled_lmi.outlook.panel import Floats, Panel
from vagled_lmi.outlook.scores import Scores, score
from vagled_lmi.sources.af import UNCERTAIN_NAME

EMPLOYEES, ADS_BEFORE, ADS_AFTER = "scb:YREG60", "af:annonser", "af:oppna_annonser"
ROUNDS = "af:barometerarkiv"
TABLES = (EMPLOYEES, ADS_BEFORE, ADS_AFTER, "af:bristindex", "af:yrkesprognoser", ROUNDS)
_COUNTRY = "00"
#: Fewer employees than this in an occupation say more of chance than of the outlook.
_FEWEST = {"county": 100.0, "country": 500.0}
#: Rounds are compared over so many pairs, where there are as many.
_FEWEST_SHARED = 100
#: Our own forecast that is held beside the old ones.
_METHOD = candidates.NAMES[-1]

Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True)
class Scored:
    """An entry of the archive and what it scored.

    Attributes
    ----------
    outlook : OldOutlook
        The entry.
    regions : tuple of str
        Codes of the regions it was scored in.
    scores : Scores
        All of them together.
    by_region : dict of str to Scores
        Each county by itself; empty where only riket was judged.
    left_out : int
        Judged pairs that could not be scored: no such occupation in the register, or too small.
    """

    outlook: OldOutlook
    regions: tuple[str, ...]
    scores: Scores
    by_region: Mapping[str, Scores]
    left_out: int


def evaluate(frames: Frames, archive: Sequence[OldOutlook] = ARCHIVE) -> list[Scored]:
    """Score every entry of the archive.

    Parameters
    ----------
    frames : dict of str to pandas.DataFrame
        The tidy tables `TABLES`; `AGES` where it is there, which our own forecasts are made with.
    archive : sequence of OldOutlook
        The entries.
    """
    panel = panel_of(frames[EMPLOYEES], frames.get(AGES))
    own = _Own(panel)
    return [_evaluated(outlook, frames, own) for outlook in archive]


class _Own:
    """Our own forecasts as they would have been made, each origin once."""

    def __init__(self, panel: Panel) -> None:
        self.panel = panel
        self.shifts = breaks.estimate(panel, breaks.DECLARED)
        self.known = cache(lambda year: breaks.known_at(panel, year, breaks.DECLARED))
        self.forecast = cache(
            lambda year: candidates.forecasts(self.known(year), HORIZONS)[_METHOD]
        )


def _evaluated(outlook: OldOutlook, frames: Frames, own: _Own) -> Scored:
    judged = outlook.judged(frames[outlook.table]).reset_index(drop=True)
    codes = judged["ssyk"].map(register_codes)
    cells = judged.loc[judged.index.repeat(codes.map(len))].assign(
        group=[code for several in codes for code in several]
    )
    cells = cells.rename_axis("case").reset_index()
    if isinstance(outlook.against, Growth):
        happened = _grown(cells, own, outlook.against)
    else:
        happened = _advertised(cells, frames, own.panel, outlook.against)
    cases = judged.join(happened)
    enough = (cases["size"] >= _FEWEST[outlook.level]) & cases["happened"].notna()
    scored = _with_riket(cases[enough], judged)
    regions = tuple(sorted(scored["region"].unique()))
    left_out = int((~enough & cases["region"].isin(regions)).sum())
    apart = (
        {code: score(scored[scored["region"] == code]) for code in regions}
        if outlook.level == "county"
        else {}
    )
    return Scored(outlook, regions, score(scored), apart, left_out)


def _with_riket(cases: pd.DataFrame, judged: pd.DataFrame) -> pd.DataFrame:
    """Add what riket was judged: the mean over all regions, for outlooks of more than one."""
    mean = judged.groupby("occupation")[["score", "says"]].mean()
    if judged["region"].nunique() == 1:
        return cases.assign(riket=np.nan, riket_says=np.nan)
    says = np.sign(mean["says"].round())
    return cases.assign(
        riket=cases["occupation"].map(mean["score"]), riket_says=cases["occupation"].map(says)
    )


def _by_cell(panel: Panel, values: Floats) -> pd.Series:
    """Return values by region and four-digit occupation, riket as the sum of all."""
    index = pd.MultiIndex.from_arrays([panel.regions, panel.occupations], names=["region", "group"])
    cells = pd.Series(values, index=index)
    if not panel.whole:
        return cells
    riket = cells.groupby(level="group").sum()
    riket.index = pd.MultiIndex.from_product([[_COUNTRY], riket.index], names=index.names)
    return pd.concat([cells, riket])


def _summed(cells: pd.DataFrame, values: pd.Series) -> pd.Series:
    """Add up values over the cells of each case; NaN where the table lacks the region."""
    keys = pd.MultiIndex.from_frame(cells[["region", "group"]])
    return values.reindex(keys).set_axis(cells["case"]).groupby(level=0).sum(min_count=1)


def _grown(cells: pd.DataFrame, own: _Own, against: Growth) -> pd.DataFrame:
    panel, known = own.panel, own.known(against.base)
    after = breaks.in_units_of(panel, against.target, against.base, own.shifts)
    ahead = against.target - against.base
    back = max(0, known.values.shape[1] - 1 - ahead)
    made = own.forecast(against.base)[:, ahead - 1]
    now, then, earlier, foreseen = (
        _summed(cells, _by_cell(panel, values))
        for values in (known.now, after, known.values[:, back], made)
    )
    return pd.DataFrame(
        {
            "size": now,
            "happened": np.log((then + FEW) / (now + FEW)),
            "before": np.log((now + FEW) / (earlier + FEW)),
            "own": np.log((foreseen + FEW) / (now + FEW)),
        }
    )


def _advertised(
    cells: pd.DataFrame, frames: Frames, panel: Panel, against: Advertised
) -> pd.DataFrame:
    place = int(against.employees - panel.years[0])
    size = _summed(cells, _by_cell(panel, panel.values[:, place]))
    ads = frames[ADS_AFTER]
    open_ads = ads[ads["period"].isin(against.months)].groupby(["region", "ssyk"])["value"].mean()
    before = frames[ADS_BEFORE].groupby(["region", "ssyk"])["value"].sum()
    groups = cells.assign(ssyk=cells["group"].map(ssyk_to_af())).drop_duplicates(
        ["case", "region", "ssyk"]
    )
    keys = pd.MultiIndex.from_frame(groups[["region", "ssyk"]])

    def counted(series: pd.Series) -> pd.Series:
        there = groups["region"].isin(series.index.get_level_values("region")).to_numpy()
        found = series.reindex(keys).fillna(0.0).where(there)
        return found.set_axis(groups["case"]).groupby(level=0).sum(min_count=1)

    return pd.DataFrame(
        {
            "size": size,
            "happened": 100 * counted(open_ads) / size,
            "before": 100 * counted(before) / size,
            "own": np.nan,
        }
    )


@dataclass(frozen=True)
class Change:
    """How much a round of Yrkesbarometern differs from an earlier one.

    Attributes
    ----------
    earlier, later : str
        Rounds.
    cells, regions : int
        Pairs of region and occupation judged in both, and how many regions they are of.
    kept_pct, better_pct, worse_pct : float
        Per cent with the same class, a better and a worse one.
    """

    earlier: str
    later: str
    cells: int
    regions: int
    kept_pct: float
    better_pct: float
    worse_pct: float


def changes(frames: Frames) -> list[Change]:
    """Compare each round with an earlier one, in the regions and occupations that both judge.

    The earlier round is the nearest that shares enough of them, for some copies hold only a part.
    """
    rounds = frames[ROUNDS]
    known = rounds[rounds["value"].notna() & (rounds["status"] != UNCERTAIN_NAME)]
    place = known.assign(place=known["value"].map(CLASSES.index))
    wide = place.pivot(index=["region", "occupation"], columns="period", values="place")
    out = []
    for place_of_later, later in enumerate(wide.columns[1:], start=1):
        nearest_first = wide.columns[:place_of_later][::-1]
        pairs = [wide[[earlier, later]].dropna() for earlier in nearest_first]
        both = next((pair for pair in pairs if len(pair) >= _FEWEST_SHARED), pairs[0])
        moved = both.iloc[:, 1] - both.iloc[:, 0]
        out.append(
            Change(
                str(both.columns[0]),
                str(later),
                len(both),
                both.index.get_level_values("region").nunique(),
                float(100 * (moved == 0).mean()),
                float(100 * (moved < 0).mean()),
                float(100 * (moved > 0).mean()),
            )
        )
    return out
