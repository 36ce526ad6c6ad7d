"""Yrkesbarometern: chances of work now, demand in five years, and the level each rests on."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region, af_fields
from vagled_lmi.indicators.areas import counties_of
from vagled_lmi.indicators.cells import ALL, Cells, members
from vagled_lmi.indicators.protocol import Column, Frames, Indicator, NoFiguresError
from vagled_lmi.indicators.selection import regions_beside, require

_TABLE = "af:yrkesbarometern"
_COUNTRY = "00"
#: From most to least.
CLASSES = ("stora", "medelstora", "små")
_JUDGEMENTS = ("jobbmojligheter", "rekryteringssituation", "prognos", "hogsta_bedomningsniva")


def judged(frame: pd.DataFrame, region: str, period: str | None = None) -> pd.DataFrame:
    """Return one round's judgements for a region, one row an occupation.

    Parameters
    ----------
    frame : pandas.DataFrame
        The tidy table ``af:yrkesbarometern``.
    region : str
        Code of a region in it.
    period : str, optional
        The round; the newest one that judges the region unless given.

    Returns
    -------
    pandas.DataFrame
        Index ``occupation``; columns ``period``, ``field``, ``ssyk``, ``status`` and one a
        judgement, None where there is none.
    """
    rows = frame[frame["region"] == region]
    rows = rows[rows["period"] == (period or rows["period"].max())]
    described = ["occupation", "period", "field", "ssyk"]
    wide = rows.pivot(index=described, columns="contents", values="value").reset_index()
    wide = wide.reindex(columns=[*described, *_JUDGEMENTS]).set_index("occupation")
    wide = wide.astype("object").where(wide.notna(), None)
    chances = rows[rows["contents"] == "jobbmojligheter"]  # a level may be missing on its own
    reserved = chances[chances["status"] != ""].set_index("occupation")
    return wide.join(reserved["status"])


def _barometer(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    require(region, set(frame["region"].unique()))
    here = judged(frame, region.code)
    country = judged(frame, _COUNTRY, here["period"].iloc[0])
    latest = judged(frame, _COUNTRY)
    named = here.reset_index()
    occupation = named["occupation"]
    return pd.DataFrame(
        {
            "region": region.code,
            "period": named["period"],
            "occupation": occupation,
            "field": named["field"],
            "ssyk": named["ssyk"],
            "chances": named["jobbmojligheter"],
            "demand": named["prognos"],
            "level": named["hogsta_bedomningsniva"],
            "country_chances": occupation.map(country["jobbmojligheter"]),
            "latest_chances": occupation.map(latest["jobbmojligheter"]),
            "latest_situation": occupation.map(latest["rekryteringssituation"]),
            "latest_demand": occupation.map(latest["prognos"]),
            "latest_round": occupation.map(latest["period"]),
            "reservation": named["status"],
        }
    ).sort_values(["field", "occupation"], ignore_index=True)


def _counts(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    rows = []
    shown = regions_beside(region, frame["region"])
    period = judged(frame, shown[0])["period"].iloc[0]
    for code in shown:
        classes = judged(frame, code, period)["jobbmojligheter"].dropna()
        for name in CLASSES:
            count = float((classes == name).sum())
            share = 100 * count / len(classes) if len(classes) else None
            rows.append((code, period, name, count, share))
    return pd.DataFrame(rows, columns=["region", "period", "chances", "occupations", "share_pct"])


def _by_field(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    rows = []
    for code in counties_of(region) or (region.code,):
        require(Region(code), set(frame["region"].unique()))
        here = judged(frame, code)
        here = here[here["status"].isna()]
        fields = here["ssyk"].map(fields_of)
        for field in sorted(set(af_fields().values())):
            inside = here[[field in several for several in fields]]
            counts = [float((inside["jobbmojligheter"] == name).sum()) for name in CLASSES]
            rows.append((code, here["period"].iloc[0], field, float(len(inside)), *counts))
    names = ["region", "period", "field", "judged", "large", "medium", "small"]
    return pd.DataFrame(rows, columns=names)


def fields_of(ssyk: str) -> set[str]:
    """Return the fields of an occupation of Yrkesbarometern: those of its SSYK groups."""
    return {af_fields()[code.strip()] for code in ssyk.split(",") if code.strip() in af_fields()}


def _in_area(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    counties = counties_of(region)
    if not counties or not set(counties) <= set(frame["region"].unique()):
        raise NoFiguresError(f"Tabellen har inte alla län i {region.name}.")
    parts = {code: judged(frame, code) for code in counties}
    first = parts[counties[0]]
    named = first[first["status"].isna()].reset_index()

    def counties_with(judgement: str, word: str) -> pd.Series:
        """In how many counties each occupation is judged so."""
        given = (named["occupation"].map(rows[judgement]) == word for rows in parts.values())
        return sum((found.astype(float) for found in given), start=pd.Series(0.0, named.index))

    counted = pd.DataFrame(
        {
            "region": region.code,
            "period": named["period"],
            "occupation": named["occupation"],
            "field": named["field"],
            "large": counties_with("jobbmojligheter", "stora"),
            "small": counties_with("jobbmojligheter", "små"),
            "growing": counties_with("prognos", "öka"),
        }
    )
    return counted.sort_values(["field", "occupation"], ignore_index=True)


def _common(frames: Frames, region: Region) -> pd.DataFrame:
    rows, every = _in_area(frames, region), len(counties_of(region))
    common = ((rows["large"] == every) & (rows["growing"] == every)).sum()
    return pd.DataFrame(
        {"region": [region.code], "period": [rows["period"].iloc[0]], "common": [float(common)]}
    )


def _compared(frames: Frames, region: Region) -> pd.DataFrame:
    rows = _barometer(frames, region)
    named = rows[rows["reservation"].isna()]
    both = named.dropna(subset=["chances", "country_chances"])
    better, worse = better_than_country(both), worse_than_country(both)
    return pd.DataFrame(
        {
            "region": [region.code],
            "period": [rows["period"].iloc[0]],
            "judged": [float(rows["chances"].notna().sum())],
            "growing": [float(grows(named).sum())],
            "compared": [float(len(both))],
            "better": [float(better.sum())],
            "worse": [float(worse.sum())],
        }
    )


def grows(frame: pd.DataFrame) -> pd.Series[bool]:
    """Return which occupations have large chances now and a demand judged to grow."""
    return (frame["chances"] == "stora") & (frame["demand"] == "öka")


def better_than_country(frame: pd.DataFrame) -> pd.Series[bool]:
    """Return which occupations are judged a better class in the region than in riket."""
    return frame["chances"].map(CLASSES.index) < frame["country_chances"].map(CLASSES.index)


def worse_than_country(frame: pd.DataFrame) -> pd.Series[bool]:
    """Return which occupations are judged a worse class in the region than in riket."""
    return frame["chances"].map(CLASSES.index) > frame["country_chances"].map(CLASSES.index)


_LEVEL_CAVEAT = (
    "Ett länsvärde bygger ofta på uppgifter för ett större område. Där nivån är känd står den; "
    "i omgång 2025-1 saknas den i den kopia som följer med programmet."
)
_CLASS_HOW = "Publicerad av Arbetsförmedlingen."


def _judged(contents: str = ALL) -> tuple[Cells, ...]:
    return (Cells(_TABLE, {"contents": contents}),)


def _country(contents: str) -> tuple[Cells, ...]:
    return (Cells(_TABLE, {"region": _COUNTRY, "contents": contents}),)


def _latest(contents: str) -> tuple[Cells, ...]:
    """Which round is the latest is seen from all occupations in all rounds."""
    every = {"region": _COUNTRY, "contents": contents, "period": ALL, "occupation": ALL}
    return (Cells(_TABLE, every),)


def _both() -> tuple[Cells, ...]:
    return (*_judged(), *_country("jobbmojligheter"))


_COUNTED_HERE = "Egen bearbetning: antal yrken i länets senaste omgång, utan osäkra namn."
_COUNTED_BOTH = (
    "Egen bearbetning: antal yrken som är bedömda både i länet och i riket i samma omgång, utan "
    "osäkra namn."
)
_COUNTED_FIELD = "Egen bearbetning: antal yrken i yrkesområdet, utan osäkra namn."
_COUNTED_AREA = "Egen bearbetning: antal län i området där yrket bedöms så."


def _in_round() -> tuple[Cells, ...]:
    """All occupations of the round: which are in a field is seen from their attributes."""
    return (Cells(_TABLE, {"occupation": ALL}),)


def _in_counties() -> tuple[Cells, ...]:
    return (Cells(_TABLE, {"region": members}),)


_COUNTED = (Cells(_TABLE, {"contents": "jobbmojligheter"}),)

INDICATORS = (
    Indicator(
        id="barometer",
        label="Yrkesbarometern",
        definition=(
            "Arbetsförmedlingens bedömning av möjligheterna till arbete nu och av hur efterfrågan "
            "utvecklas på fem års sikt, per yrke."
        ),
        reference="Arbetsförmedlingen, Yrkesbarometern, metodbeskrivning.",
        tables=(_TABLE,),
        keys=("region", "period", "occupation"),
        columns=(
            Column(
                "field", "Yrkesområde", "klass", 0, _CLASS_HOW,
                _judged(),
            ),
            Column(
                "ssyk", "SSYK 2012", "klass", 0, _CLASS_HOW,
                _judged(),
            ),
            Column(
                "chances", "Möjligheter till arbete", "klass", 0, _CLASS_HOW,
                _judged("jobbmojligheter"),
            ),
            Column(
                "demand", "Efterfrågan på fem års sikt", "klass", 0, _CLASS_HOW,
                _judged("prognos"),
            ),
            Column(
                "level", "Bedömningen bygger på", "klass", 0, _CLASS_HOW,
                _judged("hogsta_bedomningsniva"),
            ),
            Column(
                "country_chances", "Möjligheter i riket, samma omgång", "klass", 0, _CLASS_HOW,
                _country("jobbmojligheter"),
            ),
            Column(
                "latest_chances", "Möjligheter i riket nu", "klass", 0, _CLASS_HOW,
                _latest("jobbmojligheter"),
            ),
            Column(
                "latest_situation", "Rekrytering i riket nu", "klass", 0, _CLASS_HOW,
                _latest("rekryteringssituation"),
            ),
            Column(
                "latest_demand", "Efterfrågan i riket på fem års sikt", "klass", 0, _CLASS_HOW,
                _latest("prognos"),
            ),
            Column(
                "latest_round", "Rikets senaste omgång", "klass", 0, _CLASS_HOW,
                _latest(ALL),
            ),
            Column(
                "reservation", "Förbehåll", "klass", 0, "Om uppgiften är osäker i kopian.",
                _judged(),
            ),
        ),
        compute=_barometer,
        caveats=(_LEVEL_CAVEAT, "Mellan 20 och 25 procent av bedömningarna ändras varje omgång."),
    ),
    Indicator(
        id="barometer_counts",
        label="Yrkesbarometern i sammandrag",
        definition=(
            "Antal yrken i varje klass av möjligheter till arbete, i länets senaste omgång."
        ),
        reference="Egen bearbetning av Arbetsförmedlingens Yrkesbarometer.",
        tables=(_TABLE,),
        keys=("region", "period", "chances"),
        columns=(
            Column(
                "occupations", "Yrken", "yrken", 0,
                "Egen bearbetning: antal bedömda yrken i klassen.",
                _COUNTED,
            ),
            Column(
                "share_pct", "Andel av de bedömda yrkena", "procent", 0,
                "Egen bearbetning: 100 × yrken i klassen / bedömda yrken.",
                _COUNTED,
            ),
        ),
        compute=_counts,
        caveats=(_LEVEL_CAVEAT,),
    ),
    Indicator(
        id="barometer_compared",
        label="Yrkesbarometern: länet mot riket",
        definition=(
            "Antal yrken som har stora möjligheter och väntas efterfrågas mer, och antal yrken som "
            "bedöms annorlunda i länet än i riket i samma omgång."
        ),
        reference="Egen bearbetning av Arbetsförmedlingens Yrkesbarometer.",
        tables=(_TABLE,),
        keys=("region", "period"),
        columns=(
            Column("judged", "Bedömda yrken", "yrken", 0, _COUNTED_HERE, _judged()),
            Column(
                "growing", "Stora möjligheter och ökande efterfrågan", "yrken", 0,
                _COUNTED_HERE, _judged(),
            ),
            Column("compared", "Jämförbara yrken", "yrken", 0, _COUNTED_BOTH, _both()),
            Column("better", "Bedöms bättre än i riket", "yrken", 0, _COUNTED_BOTH, _both()),
            Column("worse", "Bedöms sämre än i riket", "yrken", 0, _COUNTED_BOTH, _both()),
        ),
        compute=_compared,
        caveats=(_LEVEL_CAVEAT,),
    ),
    Indicator(
        id="barometer_fields",
        label="Yrkesbarometern per yrkesområde",
        definition=(
            "Antal bedömda yrken i ett yrkesområde, och hur många av dem som har stora, medelstora "
            "och små möjligheter till arbete."
        ),
        reference="Egen bearbetning av Arbetsförmedlingens Yrkesbarometer.",
        tables=(_TABLE,),
        keys=("region", "period", "field"),
        columns=(
            Column("judged", "Bedömda yrken", "yrken", 0, _COUNTED_FIELD, _in_round()),
            Column("large", "Stora möjligheter", "yrken", 0, _COUNTED_FIELD, _in_round()),
            Column("medium", "Medelstora möjligheter", "yrken", 0, _COUNTED_FIELD, _in_round()),
            Column("small", "Små möjligheter", "yrken", 0, _COUNTED_FIELD, _in_round()),
        ),
        compute=_by_field,
        caveats=(_LEVEL_CAVEAT, "Ett yrke som hör till två yrkesområden räknas i båda."),
    ),
    Indicator(
        id="barometer_area",
        label="Yrkesbarometern i ett område av flera län",
        definition="I hur många av områdets län ett yrke har stora och små möjligheter till jobb.",
        reference="Egen bearbetning av Arbetsförmedlingens Yrkesbarometer.",
        tables=(_TABLE,),
        keys=("region", "period", "occupation"),
        columns=(
            Column("field", "Yrkesområde", "klass", 0, _CLASS_HOW, _in_counties()),
            Column("large", "Län med stora möjligheter", "län", 0, _COUNTED_AREA, _in_counties()),
            Column("small", "Län med små möjligheter", "län", 0, _COUNTED_AREA, _in_counties()),
            Column("growing", "Län där fler väntas", "län", 0, _COUNTED_AREA, _in_counties()),
        ),
        compute=_in_area,
        caveats=(_LEVEL_CAVEAT,),
    ),
    Indicator(
        id="barometer_common",
        label="Yrken som bedöms lika i ett områdes alla län",
        definition="Antal yrken med stora möjligheter och ökande efterfrågan i områdets alla län.",
        reference="Egen bearbetning av Arbetsförmedlingens Yrkesbarometer.",
        tables=(_TABLE,),
        keys=("region", "period"),
        columns=(
            Column(
                "common", "Stora möjligheter och ökande i alla län", "yrken", 0,
                "Egen bearbetning: antal yrken som bedöms så i vart och ett av länen.",
                _in_counties(),
            ),
        ),
        compute=_common,
        caveats=(_LEVEL_CAVEAT,),
    ),
)  # fmt: skip
