"""Replacement need: how many leave an occupation with age, from the age structure of riket."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.areas import with_area
from vagled_lmi.indicators.cells import ALL, Cells, members
from vagled_lmi.indicators.occupations import OF_AREA, employees
from vagled_lmi.indicators.occupations import TABLE as _BY_REGION
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require
from vagled_lmi.outlook import openings
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED

_BY_AGE = "scb:YREG51"


def _replacement(frames: Frames, region: Region) -> pd.DataFrame:
    by_region, by_age = with_area(frames[_BY_REGION], region), frames[_BY_AGE]
    require(region, set(by_region["region"].unique()))
    period = min(by_region["period"].max(), by_age["period"].max())
    every = openings.by_age(by_age)
    ages = every[every.index.get_level_values("year") == int(period)].droplevel("year")
    aged_60 = ages["60-64"] + ages["65-69"]
    here = employees(by_region, region.code, period)
    share = openings.shares(by_age, int(period))["now"].reindex(here.index)
    frame = pd.DataFrame(
        {
            "region": region.code,
            "period": period,
            "ssyk": here.index,
            "employees": here.to_numpy(),
            "aged_60_pct": (100 * aged_60 / ages.sum(axis=1)).reindex(here.index).to_numpy(),
            "leaving_pct": (100 * share).to_numpy(),
            "leaving": (here * share).where(here >= FEWEST_PRINTED).to_numpy(),
        }
    )
    return frame.sort_values(["leaving", "ssyk"], ascending=[False, True], ignore_index=True)


_HERE = Cells(_BY_REGION, {"region": members, "sex": "total"})
_OCCUPATION = Cells(_BY_AGE, {"region": "00", "age": ALL})
_ALL_COHORTS = Cells(_BY_AGE, {"region": "00", "period": ALL, "ssyk": ALL, "age": ALL})

INDICATORS = (
    Indicator(
        id="replacement",
        label="Väntade pensionsavgångar",
        definition=(
            "Hur många av dagens anställda i ett yrke som väntas lämna arbetslivet av åldersskäl "
            "inom fem år, om yrket har samma åldersfördelning i regionen som i riket."
        ),
        reference=(
            "Egen bearbetning av SCB:s yrkesregister. Metod: kohortkomponent i ett steg på fem år "
            "från 55 år, som i platser att fylla."
        ),
        tables=(_BY_REGION, _BY_AGE),
        keys=("region", "period", "ssyk"),
        columns=(
            Column("employees", "Anställda", "personer", 0, OF_AREA, (_HERE,)),
            Column(
                "aged_60_pct", "60 år eller äldre (riket)", "procent", 0,
                "Egen bearbetning: andel av yrkets anställda i riket som är 60–69 år.",
                (_OCCUPATION,),
            ),
            Column(
                "leaving_pct", "Väntas sluta inom fem år (riket)", "procent", 0,
                "Egen bearbetning: alla 65–69-åringar, och de delar av 55–59- och 60–64-åringarna "
                "som inte finns kvar fem år äldre.",
                (_OCCUPATION, _ALL_COHORTS),
            ),
            Column(
                "leaving", "Väntas sluta inom fem år", "personer", -1,
                "Egen bearbetning: anställda i regionen × andelen som väntas sluta i riket; bara "
                f"för yrken med minst {FEWEST_PRINTED} anställda i regionen.",
                (_HERE, _OCCUPATION, _ALL_COHORTS),
            ),
        ),
        compute=_replacement,
        caveats=(
            "Åldersfördelningen är rikets; regionens egen kan vara en annan.",
            "Den som byter yrke, flyttar eller slutar tidigare räknas inte.",
        ),
    ),
)  # fmt: skip
