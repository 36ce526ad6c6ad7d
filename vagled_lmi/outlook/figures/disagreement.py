"""Own outlook, Yrkesbarometern and advertisements side by side, most disagreement first."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from statistics import median
from typing import Any

import numpy as np
import pandas as pd

from vagled_lmi.codes import Period, Region, Ssyk
from vagled_lmi.indicators import ads, barometer
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require
from vagled_lmi.outlook import disagreement
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.concordance import register_codes
from vagled_lmi.outlook.figures.employees import TABLE, areas, trained

_ADS, _BAROMETER = "af:annonser", "af:yrkesbarometern"
(_ADS_INDICATOR,) = ads.INDICATORS
#: Rows of our outlook by area and occupation.
Known = Mapping[tuple[str, str], Mapping[Hashable, Any]]


def _disagreement(frames: Frames, region: Region) -> pd.DataFrame:
    require(region, set(frames[_BAROMETER]["region"].unique()) & set(frames[_ADS]["region"]))
    outlook = trained(frames, region)
    rows = outlook.outlook
    five_years = str(int(frames[TABLE]["period"].max()) + 5)
    own = rows[(rows["period"] == five_years) & rows["region"].isin(areas(region))]
    known: Known = {(row["region"], row["ssyk"]): row for row in own.to_dict("records")}
    employees = _employees(frames, region)
    per_100 = _ADS_INDICATOR.compute(frames, region).set_index("ssyk")["per_100"]
    shifts = outlook.about["shift_pct"][str(max(map(int, outlook.about["shift_pct"])))]
    usual = median(shifts.values())
    judged = barometer.judged(frames[_BAROMETER], region.code)
    judged = judged[judged["status"].isna()]
    years = (frames[TABLE]["period"].max(), frames[_ADS]["period"].max(), *judged["period"])
    apart = [Period(period).year for period in years]
    out = []
    for name, row in judged.iterrows():
        codes = register_codes(row["ssyk"])
        if not codes:
            continue
        found = _own(known, codes, region)
        sides = disagreement.Sides(
            own=found["leaning"] if found else None,
            own_area=found["region"] if found else None,
            demand=_word(row["prognos"]),
            chances=_word(row["jobbmojligheter"]),
            level=_word(row["hogsta_bedomningsniva"]),
            ads=_advertised(per_100, codes),
            employees=float(employees.reindex(list(codes)).sum()),
            break_pp=max((shifts[code] - usual for code in codes), key=abs),
            years_apart=max(apart) - min(apart),
        )
        out.append(
            {
                "region": region.code,
                "period": five_years,
                "occupation": name,
                "ssyk": row["ssyk"],
                "employees": sides.employees,
                "own": sides.own,
                "own_area": sides.own_area,
                "own_lower": found["lower_80"] if found else np.nan,
                "own_upper": found["upper_80"] if found else np.nan,
                "demand": sides.demand,
                "chances": sides.chances,
                "level": sides.level,
                "ads": sides.ads,
                "ads_per_100": _mean(per_100, codes),
                "disagreement": disagreement.size(sides),
                "reason": disagreement.reason(sides, region.code),
            }
        )
    frame = pd.DataFrame(out)
    return frame.sort_values(
        ["disagreement", "employees", "occupation"],
        ascending=[False, False, True],
        ignore_index=True,
    )


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _own(known: Known, codes: tuple[str, ...], region: Region) -> Mapping[Hashable, Any] | None:
    """Return our outlook of an occupation of one group, in the smallest area that has one."""
    if len(codes) > 1:
        return None
    offered = (known.get((area, codes[0])) for area in areas(region))
    return next((row for row in offered if row is not None), None)


def _employees(frames: Frames, region: Region) -> pd.Series:
    frame = frames[TABLE]
    latest = frame[
        (frame["period"] == frame["period"].max())
        & (frame["region"] == region.code)
        & (frame["sex"] == "total")
    ]
    return latest.set_index("ssyk")["value"]


def _mean(per_100: pd.Series, codes: tuple[str, ...]) -> float:
    groups = list(dict.fromkeys(Ssyk(code).af_code for code in codes))
    return float(per_100.reindex(groups).mean())


def _advertised(per_100: pd.Series, codes: tuple[str, ...]) -> str | None:
    """Return whether an occupation is in the upper, middle or lower third of the region."""
    mean = _mean(per_100, codes)
    if np.isnan(mean):
        return None
    lower, upper = per_100.quantile([1 / 3, 2 / 3])
    if mean > upper:
        return "många"
    return "få" if mean < lower else "varken eller"


_PEOPLE = (Cells(TABLE, {"region": ALL, "period": ALL, "ssyk": ALL, "sex": "total"}),)
_FORECAST = (*_PEOPLE, Cells(AGES, {"region": "00", "period": ALL, "ssyk": ALL, "age": ALL}))
_JUDGED = (Cells(_BAROMETER, {"period": ALL, "contents": ALL, "occupation": ALL}),)
_ADVERTISED = (Cells(_ADS, {"region": ALL, "period": ALL, "ssyk": ALL}),)
_OWN = (*_FORECAST, *_JUDGED)
_HERE = (*_PEOPLE, *_JUDGED, *_ADVERTISED)
_ALL = (*_FORECAST, *_JUDGED, *_ADVERTISED)
_HOW = "Egen bearbetning: "

INDICATORS = (
    Indicator(
        id="disagreement",
        label="Där utsikterna säger olika",
        definition=(
            "Vår egen utsikt på fem år, Yrkesbarometerns bedömningar och annonser per 100 "
            "anställda för samma yrke, med hur långt isär de är och den troligaste orsaken."
        ),
        reference="Egen bearbetning av SCB:s yrkesregister och Arbetsförmedlingens uppgifter.",
        tables=(TABLE, _BAROMETER, _ADS),
        keys=("region", "period", "occupation"),
        columns=(
            Column("ssyk", "SSYK 2012", "klass", 0, "Publicerad av Arbetsförmedlingen.", _JUDGED),
            Column(
                "employees", "Anställda i regionen", "personer", 0,
                _HOW + "summan av yrkets grupper.", (*_PEOPLE, *_JUDGED),
            ),
            Column(
                "own", "Vår utsikt lutar åt", "klass", 0,
                _HOW + "den minsta av region, landsdel och riket som är stor nog; bara yrken som "
                "är en enda grupp i registret.", _OWN,
            ),
            Column(
                "own_area", "Vår utsikt bygger på", "klass", 0, _HOW + "områdets kod.",
                _OWN,
            ),
            Column(
                "own_lower", "Undre gräns, 80 %", "personer", -1,
                _HOW + "i det område som utsikten bygger på.", _OWN,
            ),
            Column(
                "own_upper", "Övre gräns, 80 %", "personer", -1,
                _HOW + "i det område som utsikten bygger på.", _OWN,
            ),
            Column(
                "demand", "Yrkesbarometern om fem år", "klass", 0,
                "Publicerad av Arbetsförmedlingen.", _JUDGED,
            ),
            Column(
                "chances", "Yrkesbarometern nu", "klass", 0,
                "Publicerad av Arbetsförmedlingen.", _JUDGED,
            ),
            Column(
                "level", "Yrkesbarometern bygger på", "klass", 0,
                "Publicerad av Arbetsförmedlingen.", _JUDGED,
            ),
            Column(
                "ads", "Annonser", "klass", 0,
                _HOW + "om annonserna per 100 anställda hör till den översta, mellersta eller "
                "nedersta tredjedelen av yrkena i regionen.", _HERE,
            ),
            Column(
                "ads_per_100", "Annonser per 100 anställda", "annonser per 100 anställda", 0,
                _HOW + "100 × annonser / anställda.", _HERE,
            ),
            Column(
                "disagreement", "Oenighet", "0–2", 1,
                _HOW + "från 0, alla säger detsamma, till 2, en säger mer och en säger mindre.",
                _ALL,
            ),
            Column(
                "reason", "Troligaste orsak", "klass", 0,
                _HOW + "den första regel som passar: brott, liten grupp, nivå, ålder, olika "
                "frågor.", _ALL,
            ),
        ),
        compute=_disagreement,
        caveats=(
            "Utsikterna svarar på olika frågor: hur många som arbetar, hur lätt det är att få "
            "arbete, och hur ofta arbetsgivare annonserar.",
        ),
        optional=(AGES,),
    ),
)  # fmt: skip
