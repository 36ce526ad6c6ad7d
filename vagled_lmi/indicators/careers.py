"""One occupation at a time: its years, its ages, and the fields that occupations make up."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from vagled_lmi.codes import Region, af_fields, ssyk_to_af
from vagled_lmi.indicators.areas import with_area
from vagled_lmi.indicators.cells import ALL, Cells, Key, members
from vagled_lmi.indicators.occupations import OF_AREA, employees
from vagled_lmi.indicators.occupations import TABLE as _BY_REGION
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require

_BY_AGE, _ADS = "scb:YREG51", "af:annonser"


@lru_cache(maxsize=1024)
def field_of(ssyk: str) -> str | None:
    """Return Arbetsförmedlingen's field of one of SCB's occupations; None where it has none."""
    return af_fields().get(ssyk_to_af().get(ssyk, ""))


def _in_field(key: Key) -> list[str]:
    """Return SCB's occupations that make up the key's field."""
    return [ssyk for ssyk in ssyk_to_af() if field_of(ssyk) == key["field"]]


def _advertised_in_field(key: Key) -> list[str]:
    """Return Arbetsförmedlingen's occupations that make up the key's field."""
    return [ssyk for ssyk, field in af_fields().items() if field == key["field"]]


def _years(frames: Frames, region: Region) -> pd.DataFrame:
    frame = with_area(frames[_BY_REGION], region)
    require(region, set(frame["region"].unique()))
    rows = frame[frame["region"] == region.code]
    wide = rows.pivot(index=["region", "period", "ssyk"], columns="sex", values="value")
    total, women = wide["total"], wide["women"]
    counted = pd.DataFrame(
        {
            "employees": total,
            "women": women,
            "men": total - women,
            "women_pct": 100 * women / total.where(total > 0),
            "men_pct": 100 * (total - women) / total.where(total > 0),
        }
    )
    return counted.reset_index().sort_values(["ssyk", "period"], ignore_index=True)


def _ages(frames: Frames, _: Region) -> pd.DataFrame:
    frame = frames[_BY_AGE]
    rows = frame[frame["period"] == frame["period"].max()]
    total = rows.groupby("ssyk")["value"].transform("sum")
    counted = rows.assign(employees=rows["value"], share_pct=100 * rows["value"] / total)
    counted["share_pct"] = counted["share_pct"].where(total > 0)
    ordered: pd.DataFrame = counted.sort_values(["ssyk", "age"], ignore_index=True)
    return ordered


def _in_fields(frame: pd.DataFrame, region: Region, period: str, sex: str) -> pd.Series:
    """Return employees by field; occupations without one are left out."""
    people = employees(frame, region.code, period, sex)
    return people.groupby(people.index.map(field_of)).sum()


def _fields(frames: Frames, region: Region) -> pd.DataFrame:
    frame = with_area(frames[_BY_REGION], region)
    require(region, set(frame["region"].unique()))
    period = frame["period"].max()
    total = _in_fields(frame, region, period, "total")
    women = _in_fields(frame, region, period, "women")
    counted = pd.DataFrame(
        {
            "employees": total,
            "share_pct": 100 * total / employees(frame, region.code, period).sum(),
            "women_pct": 100 * women / total.where(total > 0),
            "men_pct": 100 * (total - women) / total.where(total > 0),
        }
    )
    counted = counted.rename_axis("field").reset_index().assign(region=region.code, period=period)
    return counted.sort_values(["employees", "field"], ascending=[False, True], ignore_index=True)


def _field_ads(frames: Frames, region: Region) -> pd.DataFrame:
    ads, register = with_area(frames[_ADS], region), with_area(frames[_BY_REGION], region)
    require(region, set(ads["region"].unique()) & set(register["region"].unique()))
    period = min(ads["period"].max(), register["period"].max())
    people = _in_fields(register, region, period, "total")
    rows = ads[(ads["region"] == region.code) & (ads["period"] == period)]
    found = rows.groupby(rows["ssyk"].map(af_fields()))["value"].sum()
    found = found.reindex(people.index).fillna(0.0)
    counted = pd.DataFrame({"ads": found, "per_100": 100 * found / people.where(people > 0)})
    return counted.rename_axis("field").reset_index().assign(region=region.code, period=period)


_HERE = Cells(_BY_REGION, {"region": members})
_HERE_TOTAL = Cells(_BY_REGION, {"region": members, "sex": "total"})
_FIELD = Cells(_BY_REGION, {"region": members, "ssyk": _in_field})
_FIELD_TOTAL = Cells(_BY_REGION, {"region": members, "ssyk": _in_field, "sex": "total"})
_FIELD_ADS = Cells(_ADS, {"region": members, "ssyk": _advertised_in_field})
_BREAKS = "Se brotten i tidsserien: 2019 och 2020 (ny källa), 2023 (åldrar och imputering)."
_SUM = "Egen bearbetning: summan av yrkena i området (Arbetsförmedlingens yrkesområden)."

INDICATORS = (
    Indicator(
        id="occupation_years",
        label="Anställda i ett yrke, år för år",
        definition="Anställda som arbetar i regionen efter yrke och år, kvinnor och män.",
        reference="SCB, Yrkesregistret med yrkesstatistik (AM0208), kvalitetsdeklaration.",
        tables=(_BY_REGION,),
        keys=("region", "period", "ssyk"),
        columns=(
            Column("employees", "Anställda", "personer", 0, OF_AREA, (_HERE_TOTAL,)),
            Column("women", "Kvinnor", "personer", 0, OF_AREA, (_HERE,)),
            Column("men", "Män", "personer", 0, "Egen bearbetning: alla − kvinnor.", (_HERE,)),
            Column(
                "women_pct", "Andel kvinnor", "procent", 0,
                "Egen bearbetning: 100 × kvinnor / anställda.", (_HERE,),
            ),
            Column(
                "men_pct", "Andel män", "procent", 0,
                "Egen bearbetning: 100 × (anställda − kvinnor) / anställda.", (_HERE,),
            ),
        ),
        compute=_years,
        caveats=(_BREAKS,),
    ),
    Indicator(
        id="occupation_ages",
        label="Anställda i ett yrke efter ålder",
        definition="Anställda i riket efter yrke och ålder, och varje ålders andel av yrket.",
        reference="SCB, Yrkesregistret med yrkesstatistik (AM0208), kvalitetsdeklaration.",
        tables=(_BY_AGE,),
        keys=("region", "period", "ssyk", "age"),
        columns=(
            Column(
                "employees", "Anställda", "personer", 0, "Publicerad av SCB.", (Cells(_BY_AGE),)
            ),
            Column(
                "share_pct", "Andel av yrket", "procent", 0,
                "Egen bearbetning: 100 × anställda i åldern / alla anställda i yrket.",
                (Cells(_BY_AGE, {"age": ALL}),),
            ),
        ),
        compute=_ages,
        caveats=("Åldersfördelningen är rikets; regionens egen kan vara en annan.",),
    ),
    Indicator(
        id="fields",
        label="Yrkesområden",
        definition=(
            "Anställda som arbetar i regionen efter Arbetsförmedlingens yrkesområden, kvinnor och "
            "män."
        ),
        reference="Egen bearbetning av SCB:s yrkesregister.",
        tables=(_BY_REGION,),
        keys=("region", "period", "field"),
        columns=(
            Column("employees", "Anställda", "personer", 0, _SUM, (_FIELD_TOTAL,)),
            Column(
                "share_pct", "Andel av alla anställda", "procent", 0,
                "Egen bearbetning: 100 × anställda i området / alla anställda med känt yrke.",
                (_HERE_TOTAL, Cells(_BY_REGION, {"region": members, "ssyk": ALL, "sex": "total"})),
            ),
            Column(
                "women_pct", "Andel kvinnor", "procent", 0,
                "Egen bearbetning: 100 × kvinnor / anställda i området.", (_FIELD,),
            ),
            Column(
                "men_pct", "Andel män", "procent", 0,
                "Egen bearbetning: 100 × (anställda − kvinnor) / anställda i området.", (_FIELD,),
            ),
        ),
        compute=_fields,
        caveats=("Varje yrke räknas till ett enda yrkesområde.",),
    ),
    Indicator(
        id="field_ads",
        label="Annonser i ett yrkesområde",
        definition="Annonser i Platsbanken under ett år, och per 100 anställda i yrkesområdet.",
        reference="Egen bearbetning av Arbetsförmedlingens annonser och SCB:s yrkesregister.",
        tables=(_ADS, _BY_REGION),
        keys=("region", "period", "field"),
        columns=(
            Column("ads", "Annonser", "annonser", 0, _SUM, (_FIELD_ADS,)),
            Column(
                "per_100", "Annonser per 100 anställda", "annonser per 100 anställda", 0,
                "Egen bearbetning: 100 × annonser / anställda i området.",
                (_FIELD_ADS, _FIELD_TOTAL),
            ),
        ),
        compute=_field_ads,
        caveats=("Alla jobb annonseras inte, och samma jobb kan annonseras flera gånger.",),
    ),
)  # fmt: skip
