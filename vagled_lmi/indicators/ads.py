"""Job advertisements against the number of employees in the same occupation."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region, ssyk_to_af
from vagled_lmi.indicators.areas import with_area
from vagled_lmi.indicators.cells import Cells, members, register_groups
from vagled_lmi.indicators.occupations import TABLE as _EMPLOYEES
from vagled_lmi.indicators.occupations import employees
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require

_ADS = "af:annonser"
#: A ratio on fewer employees than this is chance more than demand.
FEWEST_EMPLOYEES = 100


def _per_100(frames: Frames, region: str, period: str) -> pd.DataFrame:
    ads = frames[_ADS]
    counted = ads[(ads["region"] == region) & (ads["period"] == period)].set_index("ssyk")["value"]
    people = employees(frames[_EMPLOYEES], region, period)
    people = people.groupby(people.index.map(ssyk_to_af())).sum()
    frame = pd.DataFrame({"employees": people})
    frame["ads"] = counted.reindex(frame.index).fillna(0.0)
    enough = frame["employees"] >= FEWEST_EMPLOYEES
    frame["per_100"] = (100 * frame["ads"] / frame["employees"]).where(enough)
    return frame


def _ads(frames: Frames, region: Region) -> pd.DataFrame:
    frames = {name: with_area(frame, region) for name, frame in frames.items()}
    ads, register = frames[_ADS], frames[_EMPLOYEES]
    require(region, set(ads["region"].unique()) & set(register["region"].unique()))
    period = min(ads["period"].max(), register["period"].max())
    here, country = _per_100(frames, region.code, period), _per_100(frames, "00", period)
    frame = here.assign(country_per_100=country["per_100"].reindex(here.index))
    frame = frame.rename_axis("ssyk").reset_index().assign(region=region.code, period=period)
    return frame.sort_values(["per_100", "ssyk"], ascending=[False, True], ignore_index=True)


_ADVERTISED = Cells(_ADS, {"region": members})
_EMPLOYED = Cells(_EMPLOYEES, {"region": members, "ssyk": register_groups, "sex": "total"})

INDICATORS = (
    Indicator(
        id="ads",
        label="Annonser per 100 anställda",
        definition=(
            "Annonser i Platsbanken under ett år per 100 anställda i yrket samma år: hur ofta "
            "arbetsgivare söker, mot hur många som arbetar i yrket."
        ),
        reference="Egen bearbetning av Arbetsförmedlingens annonser och SCB:s yrkesregister.",
        tables=(_ADS, _EMPLOYEES),
        keys=("region", "period", "ssyk"),
        columns=(
            Column(
                "ads", "Annonser", "annonser", 0,
                "Publicerad av Arbetsförmedlingen; för ett område av flera län summan av länen.",
                (_ADVERTISED,),
            ),
            Column(
                "employees", "Anställda", "personer", 0,
                "Publicerad av SCB; chefer på två nivåer och delade undersköterskegrupper läggs "
                "ihop till Arbetsförmedlingens grupper.",
                (_EMPLOYED,),
            ),
            Column(
                "per_100", "Annonser per 100 anställda", "annonser per 100 anställda", 0,
                "Egen bearbetning: 100 × annonser / anställda; bara för yrken med minst "
                f"{FEWEST_EMPLOYEES} anställda.",
                (_ADVERTISED, _EMPLOYED),
            ),
            Column(
                "country_per_100", "Riket", "annonser per 100 anställda", 0,
                "Egen bearbetning: samma kvot för riket.",
                (
                    Cells(_ADS, {"region": "00"}),
                    Cells(_EMPLOYEES, {"region": "00", "ssyk": register_groups, "sex": "total"}),
                ),
            ),
        ),
        compute=_ads,
        caveats=(
            "Alla jobb annonseras inte, och samma jobb kan annonseras flera gånger.",
            "Säljyrken annonseras oftare än andra yrken.",
        ),
    ),
)  # fmt: skip
