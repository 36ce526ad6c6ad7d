"""Population by age, and the cohorts on their way into and out of working life."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import regions_beside, require

_TABLE = "scb:TAB6471"
_ENTERING, _LEAVING = "10-19", "60-69"


def _latest(frame: pd.DataFrame) -> pd.DataFrame:
    newest: pd.DataFrame = frame[frame["period"] == frame["period"].max()]
    return newest


def _by_age(frames: Frames, region: Region) -> pd.DataFrame:
    latest = _latest(frames[_TABLE])
    require(region, set(latest["region"].unique()))
    rows = latest[(latest["region"] == region.code) & (latest["age"] != "total")]
    wide = rows.pivot(index=["region", "period", "age"], columns="sex", values="value")
    frame = wide.reset_index().rename_axis(columns=None)
    order = frame["age"].str.extract(r"^(\d+)", expand=False).astype(int)
    return frame.iloc[order.argsort(kind="stable")]


def _cohorts(frames: Frames, region: Region) -> pd.DataFrame:
    latest = _latest(frames[_TABLE])
    shown = regions_beside(region, latest["region"])
    rows = latest[latest["region"].isin(shown) & (latest["sex"] == "total")]
    wide = rows.pivot(index=["region", "period"], columns="age", values="value").reset_index()
    entering, leaving = wide[_ENTERING], wide[_LEAVING]
    return pd.DataFrame(
        {
            "region": wide["region"],
            "period": wide["period"],
            "entering": entering,
            "leaving": leaving,
            "per_100": 100 * entering / leaving,
        }
    ).sort_values("region", key=lambda codes: codes.map(shown.index), ignore_index=True)


def _one(sex: str) -> tuple[Cells, ...]:
    return (Cells(_TABLE, {"sex": sex}),)


def _ages(*ages: str) -> tuple[Cells, ...]:
    return (Cells(_TABLE, {"age": ages, "sex": "total"}),)


INDICATORS = (
    Indicator(
        id="population",
        label="Befolkning efter ålder",
        definition="Antal folkbokförda efter tioårsklass och kön den sista dagen i månaden.",
        reference="SCB, Befolkningsstatistik, kvalitetsdeklaration.",
        tables=(_TABLE,),
        keys=("region", "period", "age"),
        columns=(
            Column("total", "Totalt", "personer", 0, "Publicerad av SCB.", _one("total")),
            Column("women", "Kvinnor", "personer", 0, "Publicerad av SCB.", _one("women")),
            Column("men", "Män", "personer", 0, "Publicerad av SCB.", _one("men")),
        ),
        compute=_by_age,
        caveats=("Kvinnor och män behöver inte bli lika många som totalen; se SCB:s not.",),
    ),
    Indicator(
        id="cohorts",
        label="Årskullar på väg in i och ut ur arbetslivet",
        definition=(
            "Antal 10–19-åringar per 100 personer som är 60–69 år: de som under kommande år når "
            "arbetsför ålder, mot dem som når pensionsåldern."
        ),
        reference="Egen bearbetning av SCB:s befolkningsstatistik.",
        tables=(_TABLE,),
        keys=("region", "period"),
        columns=(
            Column(
                "entering", "10–19 år", "personer", 0, "Publicerad av SCB.", _ages(_ENTERING)
            ),
            Column("leaving", "60–69 år", "personer", 0, "Publicerad av SCB.", _ages(_LEAVING)),
            Column(
                "per_100", "10–19-åringar per 100 60–69-åringar", "per 100 personer", 0,
                "Egen bearbetning: 100 × antal 10–19 år / antal 60–69 år.",
                _ages(_ENTERING, _LEAVING),
            ),
        ),
        compute=_cohorts,
        caveats=("Flyttningar, studier och senare pension räknas inte in.",),
    ),
)  # fmt: skip
