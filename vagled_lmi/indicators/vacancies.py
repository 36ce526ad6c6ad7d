"""Vacancies per 100 jobs with the survey's margins of error: now, and a year before."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.cells import Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require

_TABLE = "scb:TAB6605"
_ALL_KINDS = "LJtotA"
_UNIT = "per 100 anställningar"
_MEASURES = {"rate": "Lediga jobb", "margin": "Felmarginal"}


def _vacancies(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    require(region, set(frame["region"].unique()))
    rows = frame[frame["region"].isin((region.code, "00")) & (frame["kind"] == _ALL_KINDS)]
    newest = rows["period"].max()
    rows = rows[rows["period"].isin((newest, Period(newest).shift(-1).code))]
    wide = rows.pivot(index=["region", "period"], columns="contents", values="value")
    return wide.reindex(columns=list(_MEASURES)).reset_index().rename_axis(columns=None)


INDICATORS = (
    Indicator(
        id="vacancies",
        label="Lediga jobb per 100 anställningar",
        definition=(
            "Lediga jobb hos arbetsgivare med arbetsställe i regionen per 100 anställningar, hela "
            "ekonomin, med felmarginal: det nyaste kvartalet och samma kvartal året innan."
        ),
        reference="SCB, Konjunkturstatistik över vakanser (AM0701), kvalitetsdeklaration.",
        tables=(_TABLE,),
        keys=("region", "period"),
        columns=tuple(
            Column(
                name, label, _UNIT, 1, "Publicerad av SCB.",
                (Cells(_TABLE, {"kind": _ALL_KINDS, "contents": name}),),
            )
            for name, label in _MEASURES.items()
        ),
        compute=_vacancies,
        caveats=(
            "En urvalsundersökning: i ett enskilt län är osäkerheten stor.",
            "Lediga jobb är något annat än annonser i Platsbanken.",
        ),
    ),
)  # fmt: skip
