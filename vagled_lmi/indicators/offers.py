"""What education is given where: programmes of schools, events by form, vocational programmes."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells, Key
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require
from vagled_lmi.sources.skolverket.susa_frame import TOTAL, UNKNOWN

_GYMNASIUM, _EVENTS, _GRANTED = "skolverket:gymnasieutbud", "skolverket:utbud", "myh:program"
_COUNTED = "Egen bearbetning: räknat ur Skolverkets lista."
_MEASURES = ["educations", "events"]


def _latest(frames: Frames, table: str) -> pd.DataFrame:
    frame = frames[table]
    newest: pd.DataFrame = frame[frame["period"] == frame["period"].max()]
    return newest


def _schools(frames: Frames, region: Region) -> pd.DataFrame:
    """Schools and programmes of a region and, for a län, of its kommuner that have any."""
    latest = _latest(frames, _GYMNASIUM)
    require(region, set(latest["region"]))
    shown = [region.code, *(kommun.code for kommun in region.municipalities)]
    rows = latest[latest["region"].isin(shown) & (latest["contents"] == "schools")]
    keys = ["region", "period"]
    total = rows[rows["programme"] == TOTAL].set_index(keys)["value"]
    programmes = rows[rows["programme"] != TOTAL].groupby(keys).size().astype("float64")
    both = pd.DataFrame({"schools": total, "programmes": programmes}).reset_index()
    return both.sort_values("region", ignore_index=True)


def _programmes(frames: Frames, region: Region) -> pd.DataFrame:
    latest = _latest(frames, _GYMNASIUM)
    require(region, set(latest["region"]))
    here = (latest["region"] == region.code) & (latest["programme"] != TOTAL)
    rows = latest[here & (latest["contents"] == "schools")]
    named = rows.rename(columns={"value": "schools", "programme_name": "name"})
    return named.sort_values(["name", "programme"], ignore_index=True)


def _events(frames: Frames, region: Region) -> pd.DataFrame:
    """Events by form in the term that most events of riket begin in."""
    frame = frames[_EVENTS]
    every = frame[frame["field"] == TOTAL]
    country = every[(every["region"] == "00") & (every["form"] == TOTAL)]
    country = country[country["contents"] == "events"]
    # of terms with as many, the one that comes first
    most = country.sort_values(["value", "period"], ascending=[False, True])
    term = most["period"].iloc[0]
    rows = every[(every["period"] == term) & ~every["form"].isin([TOTAL, UNKNOWN])]
    require(region, set(rows["region"]))
    keys = ["region", "period", "form"]
    here = rows[rows["region"] == region.code]
    wide: pd.DataFrame = here.pivot(index=keys, columns="contents", values="value").reindex(
        columns=_MEASURES
    )
    wide = wide.reset_index().rename_axis(columns=None)
    return wide.sort_values(["events", "form"], ascending=[False, True], ignore_index=True)


def _here(frames: Frames, region: Region) -> pd.DataFrame:
    """Granted programmes of a region: a län's stand in its kommuner, or in itself."""
    latest = _latest(frames, _GRANTED)
    inside = {region.code, *(kommun.code for kommun in region.municipalities)}
    rows: pd.DataFrame = latest[latest["region"].isin(inside)]
    if rows.empty:
        require(region, ())
    return rows


def _granted(frames: Frames, region: Region) -> pd.DataFrame:
    rows = _here(frames, region).rename(columns={"value": "places"})
    order = ["places", "name", "programme", "region"]
    return rows.sort_values(order, ascending=[False, True, True, True], ignore_index=True)


def _granted_count(frames: Frames, region: Region) -> pd.DataFrame:
    rows = _here(frames, region)
    count = float(rows["programme"].nunique())
    return pd.DataFrame(
        {"region": [region.code], "period": [rows["period"].iloc[0]], "programmes": [count]}
    )


def _inside(key: Key) -> tuple[str, ...]:
    region = Region(key["region"])
    return (region.code, *(kommun.code for kommun in region.municipalities))


def _of(contents: str) -> tuple[Cells, ...]:
    most = {"region": "00", "period": ALL, "form": TOTAL, "field": TOTAL, "contents": "events"}
    return (Cells(_EVENTS, {"field": TOTAL, "contents": contents}), Cells(_EVENTS, most))


INDICATORS = (
    Indicator(
        id="gymnasium_schools",
        label="Gymnasieskolor och program",
        definition="Gymnasieskolor och hur många av gymnasieskolans program som ges i dem.",
        reference="Skolverket, Planerade utbildningar.",
        tables=(_GYMNASIUM,),
        keys=("region", "period"),
        columns=(
            Column(
                "schools", "Gymnasieskolor", "skolor", 0, _COUNTED,
                (Cells(_GYMNASIUM, {"programme": TOTAL, "contents": "schools"}),),
            ),
            Column(
                "programmes", "Program", "program", 0, _COUNTED,
                (Cells(_GYMNASIUM, {"programme": ALL, "contents": "schools"}),),
            ),
        ),
        compute=_schools,
        caveats=("Introduktionsprogrammen räknas med.",),
    ),
    Indicator(
        id="gymnasium_programmes",
        label="Gymnasieskolans program",
        definition="Program i gymnasieskolan, och antal skolor som ger dem.",
        reference="Skolverket, Planerade utbildningar.",
        tables=(_GYMNASIUM,),
        keys=("region", "period", "programme"),
        columns=(
            Column(
                "name", "Program", "klass", 0, "Publicerad av Skolverket.",
                (Cells(_GYMNASIUM, {"contents": "schools"}),),
            ),
            Column(
                "schools", "Skolor", "skolor", 0, _COUNTED,
                (Cells(_GYMNASIUM, {"contents": "schools"}),),
            ),
        ),
        compute=_programmes,
    ),
    Indicator(
        id="education_events",
        label="Utbildningstillfällen efter form",
        definition=(
            "Utbildningar för vuxna och efter gymnasiet i Susa-navet, och tillfällen att börja, "
            "den termin då flest tillfällen i riket börjar."
        ),
        reference="Skolverket, Susa-navet.",
        tables=(_EVENTS,),
        keys=("region", "period", "form"),
        columns=(
            Column("educations", "Utbildningar", "utbildningar", 0, _COUNTED, _of("educations")),
            Column("events", "Tillfällen", "tillfällen", 0, _COUNTED, _of("events")),
        ),
        compute=_events,
        caveats=("Ett tillfälle utan ort räknas bara i riket.",),
    ),
    Indicator(
        id="vocational_programmes",
        label="Program i yrkeshögskolan",
        definition="Program som MYH beviljade i den senaste omgången, och var de ges.",
        reference="MYH, Resultat ansökningsomgång, Tabell 3 och 4.",
        tables=(_GRANTED,),
        keys=("region", "period", "programme"),
        columns=(
            Column("name", "Program", "klass", 0, "Publicerad av MYH.", (Cells(_GRANTED),)),
            Column("form", "Studieform", "klass", 0, "Publicerad av MYH.", (Cells(_GRANTED),)),
            Column("places", "Platser", "platser", 0, "Publicerad av MYH.", (Cells(_GRANTED),)),
            Column(
                "shared", "Ges i flera kommuner", "klass", 0, "Publicerad av MYH.",
                (Cells(_GRANTED),),
            ),
        ),
        compute=_granted,
        caveats=("Platserna gäller alla omgångar som har beviljats, ofta flera år.",),
    ),
    Indicator(
        id="vocational_programme_count",
        label="Antal program i yrkeshögskolan",
        definition="Hur många program MYH beviljade i regionen i den senaste omgången.",
        reference="MYH, Resultat ansökningsomgång, Tabell 3 och 4.",
        tables=(_GRANTED,),
        keys=("region", "period"),
        columns=(
            Column(
                "programmes", "Program", "program", 0,
                "Egen bearbetning: antal, där ett program i flera kommuner räknas en gång.",
                (Cells(_GRANTED, {"region": _inside, "programme": ALL}),),
            ),
        ),
        compute=_granted_count,
    ),
)  # fmt: skip
