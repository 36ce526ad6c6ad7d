"""The region's occupations: size, women, change with the breaks declared, specialisation."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.areas import with_area
from vagled_lmi.indicators.cells import ALL, Cells, members, members_and_country
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require

TABLE = "scb:YREG60"
_CHANGES = (("2019", "2022"), ("2023", "2024"))
#: A rate of change on fewer people than this says more about chance than about the occupation.
FEWEST_FOR_CHANGE = 100
OF_AREA = "Publicerad av SCB; för ett område av flera län summan av länen (egen bearbetning)."


def employees(frame: pd.DataFrame, region: str, period: str, sex: str = "total") -> pd.Series:
    """Return employees by SSYK code in one region and year; NaN where the table has no row."""
    rows = frame[(frame["region"] == region) & (frame["period"] == period) & (frame["sex"] == sex)]
    return rows.set_index("ssyk")["value"]


def _change(frame: pd.DataFrame, region: str, first: str, last: str) -> pd.Series:
    before, after = employees(frame, region, first), employees(frame, region, last)
    before = before.where(before >= FEWEST_FOR_CHANGE)
    return 100 * (after - before) / before


def _occupations(frames: Frames, region: Region) -> pd.DataFrame:
    frame = with_area(frames[TABLE], region)
    require(region, set(frame["region"].unique()))
    period = frame["period"].max()
    here, country = employees(frame, region.code, period), employees(frame, "00", period)
    women = employees(frame, region.code, period, "women")
    columns = {
        "employees": here,
        "women_pct": 100 * women / here.where(here > 0),
        "men_pct": 100 * (here - women) / here.where(here > 0),
        "quotient": (here / here.sum()) / (country / country.sum()),
    }
    for first, last in _CHANGES:
        columns[f"change_{first}_{last}"] = _change(frame, region.code, first, last)
    wide = pd.DataFrame(columns).loc[here.index].rename_axis("ssyk").reset_index()
    wide = wide.assign(region=region.code, period=period)
    return wide.sort_values(["employees", "ssyk"], ascending=[False, True], ignore_index=True)


def _workforce(frames: Frames, region: Region) -> pd.DataFrame:
    frame = with_area(frames[TABLE], region)
    require(region, set(frame["region"].unique()))
    period = frame["period"].max()
    here = employees(frame, region.code, period)
    women = employees(frame, region.code, period, "women")
    total = here.sum()
    share = women.sum() / total
    ratio = women / here.where(here >= FEWEST_FOR_CHANGE)
    balanced = here[(ratio >= 0.4) & (ratio <= 0.6)].sum()
    return pd.DataFrame(
        {
            "region": [region.code],
            "period": [period],
            "employees": [float(total)],
            "women_pct": [100 * share],
            "balanced_pct": [100 * balanced / total],
            "top_ten_pct": [100 * here.nlargest(10).sum() / total],
        }
    )


_BREAKS = "Se brotten i tidsserien: 2019 och 2020 (ny källa), 2023 (åldrar och imputering)."

INDICATORS = (
    Indicator(
        id="occupations",
        label="Yrken i regionen",
        definition=(
            "Anställda som arbetar i regionen efter yrke: antal, andel kvinnor, förändring och "
            "specialisering mot riket."
        ),
        reference="SCB, Yrkesregistret med yrkesstatistik (AM0208), kvalitetsdeklaration.",
        tables=(TABLE,),
        keys=("region", "period", "ssyk"),
        columns=(
            Column(
                "employees", "Anställda", "personer", 0, OF_AREA,
                (Cells(TABLE, {"region": members, "sex": "total"}),),
            ),
            Column(
                "women_pct", "Andel kvinnor", "procent", 0,
                "Egen bearbetning: 100 × kvinnor / anställda.",
                (Cells(TABLE, {"region": members, "sex": ("total", "women")}),),
            ),
            Column(
                "men_pct", "Andel män", "procent", 0,
                "Egen bearbetning: 100 × (anställda − kvinnor) / anställda.",
                (Cells(TABLE, {"region": members, "sex": ("total", "women")}),),
            ),
            Column(
                "change_2019_2022", "Förändring 2019–2022", "procent", 0,
                "Egen bearbetning över ett brott i serien (BAS ersätter RAMS 2020); bara för yrken "
                f"med minst {FEWEST_FOR_CHANGE} anställda 2019.",
                (Cells(TABLE, {"region": members, "period": ("2019", "2022"), "sex": "total"}),),
            ),
            Column(
                "change_2023_2024", "Förändring 2023–2024", "procent", 0,
                "Egen bearbetning; bara för yrken med minst "
                f"{FEWEST_FOR_CHANGE} anställda 2023.",
                (Cells(TABLE, {"region": members, "period": ("2023", "2024"), "sex": "total"}),),
            ),
            Column(
                "quotient", "Specialisering mot riket", "kvot", 1,
                "Egen bearbetning: yrkets andel av de anställda i regionen delad med dess andel i "
                "riket (lokaliseringskvot).",
                (Cells(TABLE, {"region": members_and_country, "ssyk": ALL, "sex": "total"}),),
            ),
        ),
        compute=_occupations,
        caveats=(_BREAKS, "Förändringen mellan 2022 och 2023 visas inte: den är mest ny metod."),
    ),
    Indicator(
        id="workforce",
        label="Anställda i regionen",
        definition="Anställda med känt yrke som arbetar i regionen, och hur de fördelas.",
        reference="SCB, Yrkesregistret med yrkesstatistik (AM0208), kvalitetsdeklaration.",
        tables=(TABLE,),
        keys=("region", "period"),
        columns=(
            Column(
                "employees", "Anställda med känt yrke", "personer", 0,
                "Egen bearbetning: summan av yrkena; tabellen har ingen totalrad.",
                (Cells(TABLE, {"region": members, "sex": "total"}),),
            ),
            Column(
                "women_pct", "Andel kvinnor", "procent", 0,
                "Egen bearbetning: 100 × kvinnor / anställda, summan av yrkena.",
                (Cells(TABLE, {"region": members}),),
            ),
            Column(
                "balanced_pct", "I yrken med jämn könsfördelning", "procent", 0,
                "Egen bearbetning: andelen anställda i yrken med 40–60 procent kvinnor och minst "
                f"{FEWEST_FOR_CHANGE} anställda.",
                (Cells(TABLE, {"region": members}),),
            ),
            Column(
                "top_ten_pct", "I de tio största yrkena", "procent", 0,
                "Egen bearbetning: andelen anställda i de tio yrken som har flest anställda.",
                (Cells(TABLE, {"region": members, "sex": "total"}),),
            ),
        ),
        compute=_workforce,
        caveats=(_BREAKS,),
    ),
)  # fmt: skip
