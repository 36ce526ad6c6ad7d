"""Employed people by place of work, month by month, and the unemployment rate."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.areas import with_area
from vagled_lmi.indicators.cells import Cells, members, two_years_of_months, with_year_before
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import regions_beside

_EMPLOYED, _UNEMPLOYMENT = "scb:ArbStDoNMNN", "scb:TAB6260"
_YEAR = 12
_OF_AREA = "Publicerad av SCB; för ett område av flera län summan av länen (egen bearbetning)."


def _monthly(frame: pd.DataFrame, region: Region) -> pd.DataFrame:
    """One column a region, one row a month; a month that is missing stays a hole."""
    shown = regions_beside(region, frame["region"])
    rows = frame[frame["region"].isin(shown)]
    wide = rows.pivot(index="period", columns="region", values="value")[shown]
    first, last = wide.index.min(), wide.index.max()
    months = pd.period_range(first.replace("M", "-"), last.replace("M", "-"), freq="M")
    return wide.reindex([f"{m.year}M{m.month:02d}" for m in months])


def _long(**measures: pd.DataFrame) -> pd.DataFrame:
    """Stack wide frames of the same shape into one long frame, a column each."""
    order = next(iter(measures.values())).columns
    stacked = {
        name: wide.rename_axis(index="period", columns="region").unstack()
        for name, wide in measures.items()
    }
    long = pd.DataFrame(stacked).reset_index()
    return long.sort_values(
        ["region", "period"],
        key=lambda codes: codes.map(list(order).index) if codes.name == "region" else codes,
        ignore_index=True,
    )


def _employed(frames: Frames, region: Region) -> pd.DataFrame:
    level = _monthly(with_area(frames[_EMPLOYED], region), region)
    before = level.shift(_YEAR)
    mean = level.rolling(_YEAR, min_periods=_YEAR).mean()
    return _long(
        level=level,
        change=level - before,
        change_pct=100 * (level - before) / before,
        trend_pct=100 * (mean - mean.shift(_YEAR)) / mean.shift(_YEAR),
    )


def _unemployment(frames: Frames, region: Region) -> pd.DataFrame:
    rate = _monthly(frames[_UNEMPLOYMENT], region)
    return _long(rate=rate, change_pp=rate - rate.shift(_YEAR))


INDICATORS = (
    Indicator(
        id="employed",
        label="Sysselsatta som arbetar i regionen",
        definition=(
            "Sysselsatta 15–74 år efter arbetsställets belägenhet, och förändringen mot samma "
            "månad året innan."
        ),
        reference="SCB, Befolkningens arbetsmarknadsstatus (BAS), kvalitetsdeklaration.",
        tables=(_EMPLOYED,),
        keys=("region", "period"),
        columns=(
            Column(
                "level", "Sysselsatta", "personer", 0, _OF_AREA,
                (Cells(_EMPLOYED, {"region": members}),),
            ),
            Column(
                "change", "Förändring på ett år", "personer", 0,
                "Egen bearbetning: månaden minus samma månad året innan.",
                (Cells(_EMPLOYED, {"region": members, "period": with_year_before}),),
            ),
            Column(
                "change_pct", "Förändring på ett år", "procent", 1,
                "Egen bearbetning: 100 × förändringen / samma månad året innan.",
                (Cells(_EMPLOYED, {"region": members, "period": with_year_before}),),
            ),
            Column(
                "trend_pct", "Trend", "procent", 1,
                "Egen bearbetning: medelvärdet av de senaste tolv månaderna mot medelvärdet av de "
                "tolv månaderna dessförinnan.",
                (Cells(_EMPLOYED, {"region": members, "period": two_years_of_months}),),
            ),
        ),
        compute=_employed,
        caveats=("De senaste månaderna är preliminära.",),
    ),
    Indicator(
        id="unemployment",
        label="Arbetslöshet 20–64 år",
        definition=(
            "Arbetslösa i procent av arbetskraften, 20–64 år, och förändringen i procentenheter "
            "mot samma månad året innan."
        ),
        reference="SCB, Befolkningens arbetsmarknadsstatus (BAS), kvalitetsdeklaration.",
        tables=(_UNEMPLOYMENT,),
        keys=("region", "period"),
        columns=(
            Column(
                "rate", "Arbetslöshet", "procent", 1, "Publicerad av SCB.",
                (Cells(_UNEMPLOYMENT),),
            ),
            Column(
                "change_pp", "Förändring på ett år", "procentenheter", 1,
                "Egen bearbetning: månaden minus samma månad året innan.",
                (Cells(_UNEMPLOYMENT, {"period": with_year_before}),),
            ),
        ),
        compute=_unemployment,
        caveats=(
            "BAS är inte samma mått som AKU eller Arbetsförmedlingens inskrivna arbetslösa.",
        ),
    ),
)  # fmt: skip
