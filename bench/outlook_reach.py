"""Measures what the outlook of FA regions assumes, where there are figures to hold it against.

Occupations are counted by county alone. So a county's work is taken to lie where its advertisements
do, the same part for every occupation, and the ends of counties' intervals are added. Each is tried
on something that is known: the counties' own shares, the occupations' own advertisements, and Östra
Mellansverige, whose counties have figures of their own.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from bench.outlook_measured import Record
from vagled_lmi.codes import OSTRA_MELLANSVERIGE
from vagled_lmi.outlook import backtest, choice
from vagled_lmi.outlook.backtest import HORIZONS
from vagled_lmi.outlook.breaks import DECLARED
from vagled_lmi.outlook.intervals import LEVELS, calibrate
from vagled_lmi.outlook.panel import Panel
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED

#: An occupation's own part of a county's ads is read where it has so many there.
_FEWEST_ADS = 100


def reach(panel: Panel, employees: pd.DataFrame, ads: pd.DataFrame) -> Record:
    """Return how far each assumption is from what is known.

    Parameters
    ----------
    panel : Panel
        Published employees by occupation and county.
    employees, ads : pandas.DataFrame
        The tidy tables ``scb:YREG60`` and ``af:annonser``, with kommuner.
    """
    return {
        "counties": _counties(employees, ads),
        "occupations": _occupations(ads),
        "intervals": _intervals(panel),
    }


def _by_kommun(ads: pd.DataFrame) -> pd.DataFrame:
    kommuner = ads[ads["region"].str.len() == 4]
    return kommuner.assign(county=kommuner["region"].str[:2])


def _counties(employees: pd.DataFrame, ads: pd.DataFrame) -> Record:
    """Compare the counties' shares of the ads with their shares of the employees, per cent."""
    total = employees[(employees["sex"] == "total") & (employees["region"] != "00")]
    latest = total[total["period"] == ads["period"].max()]
    work = latest.groupby("region", observed=True)["value"].sum()
    seen = _by_kommun(ads).groupby("county")["value"].sum()[work.index]
    apart = 100 * (seen / seen.sum() - work / work.sum()).abs()
    ratio = (seen / seen.sum()) / (work / work.sum())
    return {
        "number": len(work),
        "mean_pp": round(float(apart.mean()), 2),
        "most_pp": round(float(apart.max()), 2),
        "lowest_ratio": round(float(ratio.min()), 2),
        "highest_ratio": round(float(ratio.max()), 2),
    }


def _occupations(ads: pd.DataFrame) -> Record:
    """Compare each occupation's part of a county's ads in a kommun with that of all, points."""
    kommuner = _by_kommun(ads)
    here = kommuner[kommuner["county"].isin(OSTRA_MELLANSVERIGE)]
    counts = here.pivot_table(
        index=["county", "region"], columns="ssyk", values="value", aggfunc="sum", fill_value=0
    )
    whole = counts.groupby("county").transform("sum")
    all_ads = counts.sum(axis=1)
    part = (all_ads / all_ads.groupby("county").transform("sum")).to_numpy()[:, None]
    enough = whole.to_numpy() >= _FEWEST_ADS
    own = np.divide(counts, whole, where=whole > 0, out=np.zeros(counts.shape)).to_numpy()
    largest = part >= 0.05
    apart = 100 * np.abs(own - part)[enough & largest]
    return {
        "fewest_ads": _FEWEST_ADS,
        "compared": int(apart.size),
        "half_within_pp": round(float(np.median(apart)), 1),
        "nine_in_ten_within_pp": round(float(np.quantile(apart, 0.9)), 1),
    }


def _intervals(panel: Panel) -> Record:
    """Return how often the counties' 80 % ends, added, have held for the sum of the counties."""
    at = LEVELS.index(0.8)
    origins = choice.shipped(backtest.roll(panel, DECLARED))
    inside = np.isin(panel.regions, OSTRA_MELLANSVERIGE)
    held, counted = np.zeros(HORIZONS), np.zeros(HORIZONS)
    for origin in origins[backtest.WARM_UP :]:
        known = [one.known_in(origin.year) for one in origins if one.year < origin.year]
        conformal = calibrate(known, HORIZONS)
        if conformal is None:
            continue
        ends = conformal.bounds(
            origin.forecasts[choice.SHIPPED], origin.history, origin.classes, at
        )
        large = inside & (origin.now >= FEWEST_PRINTED)
        codes = pd.Series(panel.occupations[large])
        lower, upper, actual = (
            pd.DataFrame(values[large]).groupby(codes).sum(min_count=1)
            for values in (*ends, origin.actual)
        )
        several = codes.value_counts().reindex(lower.index) > 1
        there = actual.notna() & several.to_numpy()[:, None]
        held += ((actual >= lower) & (actual <= upper) & there).sum().to_numpy()
        counted += there.sum().to_numpy()
    return {
        "held_80": [round(float(share), 3) for share in held / counted],
        "counted": [int(number) for number in counted],
    }
