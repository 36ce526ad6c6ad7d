"""The outlook for work within commuting distance, of a county and of FA regions."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.areas import counties_of
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator, NoFiguresError
from vagled_lmi.labour_markets import VINTAGE
from vagled_lmi.outlook import reach, shipped
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.employees import ALL_OCCUPATIONS
from vagled_lmi.outlook.figures.employees import TABLE, trained
from vagled_lmi.outlook.reach import Weights
from vagled_lmi.outlook.verdicts import (
    FEWEST_PRINTED,
    SELDOM_HELD_PCT,
    UNCHANGED_PCT,
    UNKNOWN,
    mark,
    verdict,
)

_ADS, _MATRIX = "af:annonser", "scb:TAB1830"
_PEOPLE = ("now", "expected", "lower_80", "upper_80")
#: An FA region has no outlook where less than this of its work lies in counties with figures.
COVERED_PCT = 80.0
#: Where no county that counts is missing.
NONE_MISSING = "inga"


def _weighted(outlook: pd.DataFrame, weights: Weights) -> pd.DataFrame:
    """Return persons by occupation and year, each county counted by its part.

    The ends of the counties' intervals are added as they are: as if the counties missed alike. They
    do not quite, so the sum's interval is rather too wide than too narrow.
    """
    here = outlook[outlook["region"].isin(weights.parts)]
    parts = here["region"].map(weights.parts).astype(float)
    by = [here["ssyk"], here["period"]]
    sums = here[list(_PEOPLE)].mul(parts, axis=0).groupby(by).sum()
    grouped = here.groupby(by)
    shares = here["region"].map(weights.shares).astype(float).fillna(0.0)
    sums["counties"] = grouped["region"].nunique().astype(float)
    sums["unweighted"] = grouped["now"].sum()
    sums["held"] = grouped["held_80"].min()
    sums["covered_pct"] = 100 * shares.groupby(by).sum()
    sums = sums.reset_index()
    for name in _PEOPLE[1:]:
        sums[f"{name}_pct"] = (100 * (sums[name] / sums["now"] - 1)).round(2)
    return sums.assign(basis=weights.basis)


def _missing(weights: Weights, available: Iterable[str]) -> str:
    return ", ".join(Region(code).short for code in weights.missing(available)) or NONE_MISSING


def _reach(frames: Frames, region: Region) -> pd.DataFrame:
    outlook = trained(frames, region).outlook
    weights = (
        reach.commuted(frames[_MATRIX], reach.kommuner_of(region))
        if _MATRIX in frames
        else reach.within(region.code)
    )
    own = set(outlook[outlook["region"] == region.code]["ssyk"])
    frame = _weighted(outlook[outlook["ssyk"].isin(own)], weights)
    total_first = (frame["ssyk"] != ALL_OCCUPATIONS).rename("occupation")
    return frame.assign(
        region=region.code,
        verdict=_verdicts(frame, int(frames[TABLE]["period"].max())),
        reservation=frame["unweighted"].map(mark),
        missing=_missing(weights, frames[TABLE]["region"].unique()),
        occupation=total_first,
    ).sort_values(["occupation", "ssyk", "period"], ignore_index=True)


def _labour_markets(frames: Frames, region: Region) -> pd.DataFrame:
    outlook = shipped.outlook(frames[TABLE], frames.get(AGES)).outlook
    codes = reach.labour_markets_of(region, counties_of(region))
    made = [_labour_market(frames, outlook, code) for code in codes]
    if not any(frame["covered_pct"].gt(0).any() for frame in made):
        raise NoFiguresError(f"Inget län med uppgifter hör till FA-regionen för {region.name}.")
    return pd.concat(made, ignore_index=True)


def _labour_market(frames: Frames, outlook: pd.DataFrame, code: str) -> pd.DataFrame:
    kommuner = reach.kommuner_of(Region(code))
    weights = (
        reach.commuted(frames[_MATRIX], kommuner)
        if _MATRIX in frames
        else reach.advertised(frames[_ADS], kommuner)
    )
    frame = _weighted(outlook, weights)
    shown = frame[(frame["covered_pct"] >= COVERED_PCT) & (frame["now"] >= FEWEST_PRINTED)]
    if shown.empty:
        shown = _nothing(frame, weights, outlook)
    latest = int(frames[TABLE]["period"].max())
    return shown.assign(
        region=code,
        verdict=_verdicts(shown, latest),
        reservation=shown["now"].map(mark),
        missing=_missing(weights, frames[TABLE]["region"].unique()),
        part=shown["ssyk"] != ALL_OCCUPATIONS,
        fewer=-shown["now"],
    ).sort_values(["part", "fewer", "ssyk", "period"], ignore_index=True)


def _nothing(frame: pd.DataFrame, weights: Weights, outlook: pd.DataFrame) -> pd.DataFrame:
    """Return a row without persons: how much of a region's work the counties with figures have."""
    there = outlook["region"].unique()
    row = {
        "ssyk": ALL_OCCUPATIONS,
        "period": outlook["period"].max(),
        "counties": float(len(set(weights.parts) & set(there))),
        "covered_pct": weights.covered(there),
        "basis": weights.basis,
    }
    return pd.DataFrame([row]).reindex(columns=frame.columns)


def _verdicts(frame: pd.DataFrame, latest: int) -> list[str]:
    """Return which way each interval points; nothing is known where nothing is shown."""
    rows = frame[["now", "lower_80", "upper_80", "held", "period"]].itertuples(index=False)
    return [
        verdict(now, lower, upper, UNCHANGED_PCT / 100 * (int(period) - latest) * now)
        if held >= SELDOM_HELD_PCT
        else UNKNOWN
        for now, lower, upper, held, period in rows
    ]


_REGISTER = Cells(TABLE, {"region": ALL, "period": ALL, "ssyk": ALL, "sex": "total"})
_ADVERTISED = Cells(_ADS, {"region": ALL, "period": ALL, "ssyk": ALL})
_AGES = Cells(AGES, {"region": "00", "period": ALL, "ssyk": ALL, "age": ALL})
_COMMUTERS = Cells(_MATRIX, {"region": ALL, "residence": ALL, "period": ALL})
_HOW = "Egen bearbetning: "
_ENDS = (
    "länens gränser, vägda på samma sätt och hopräknade; så brett det blir om länens prognoser "
    "missar lika."
)
_NEAR = (
    f"länen inom {reach.FARTHEST_KM:.0f} km mellan residensstäderna, där vikten halveras var "
    f"{reach.HALVES_KM:.0f}:e km. Avstånd, inte faktisk pendling. När SCB:s pendlingstabell är "
    "hämtad är vikten i stället den andel av dem som arbetar i länet som bor i regionen."
)
_SHARE = (
    "varje läns utsikt gånger den andel av länets annonser som gäller FA-regionens kommuner. När "
    "SCB:s pendlingstabell är hämtad är andelen i stället den del av dem som arbetar i länet som "
    "bor i FA-regionen."
)


def _measures(reads: tuple[Cells, ...], weighted: str) -> tuple[Column, ...]:
    """Return the columns that both outlooks have."""
    return (
        Column("counties", "Län", "län", 0, _HOW + "antal som räknas in.", reads),
        Column("expected_pct", "Väntad förändring", "procent", 1, _HOW + weighted, reads),
        Column("lower_80_pct", "Undre gräns, 80 %", "procent", 1, _HOW + _ENDS, reads),
        Column("upper_80_pct", "Övre gräns, 80 %", "procent", 1, _HOW + _ENDS, reads),
        Column(
            "verdict", "Utsikt", "klass", 0,
            _HOW + "vart hela 80-procentsintervallet pekar; vi vet inte när det rymmer både ökning "
            "och minskning.", reads,
        ),
        Column(
            "basis", "Vägt efter", "klass", 0,
            _HOW + "vad vikterna bygger på: avstånd, annonser eller pendling.", reads,
        ),
        Column(
            "reservation", "Förbehåll", "klass", 0,
            _HOW + "grupper under 10 000 personer är märkta.", reads,
        ),
        Column(
            "missing", "Län som saknas", "klass", 0,
            _HOW + "län som hör dit och som tabellen över anställda inte har.", reads,
        ),
    )  # fmt: skip


INDICATORS = (
    Indicator(
        id="outlook_reach",
        label="Utsikt för arbeten inom pendlingsavstånd",
        definition=(
            "Väntad förändring av antalet anställda i regionen och i länen omkring, vägd efter "
            "avstånd; efter hur många som pendlar när SCB:s pendlingstabell är hämtad."
        ),
        reference="Egen bearbetning av SCB:s yrkesregister; vägd efter avstånd eller pendling.",
        tables=(TABLE,),
        keys=("region", "period", "ssyk"),
        columns=_measures((_REGISTER, _AGES, _COMMUTERS), _NEAR),
        compute=_reach,
        caveats=(
            "Utan pendlingstabellen är vikterna avstånd och säger inget om väg och tåg.",
            "Yrken med färre än 1 000 anställda i ett län räknas inte in från det länet.",
        ),
        optional=(AGES, _MATRIX),
    ),
    Indicator(
        id="outlook_labour_market",
        label="Utsikt för FA-regionen",
        definition=(
            "Väntad förändring av antalet anställda i den FA-region (indelningen "
            f"{VINTAGE}) som kommunen hör till, eller i dem som har kommuner i länet eller "
            "området. En beräkning: yrken räknas bara per län, så varje läns utsikt räknas med i "
            "den andel som länets arbeten ligger i FA-regionen. Andelen är annonsernas, inte "
            "faktisk pendling, tills SCB:s pendlingstabell är hämtad."
        ),
        reference=(
            "Egen bearbetning av SCB:s yrkesregister och Arbetsförmedlingens annonser; "
            f"FA-regioner: Tillväxtverket, {VINTAGE}."
        ),
        tables=(TABLE, _ADS),
        keys=("region", "period", "ssyk"),
        columns=(
            Column(
                "now", "Anställda nu, uppskattat", "personer", -1,
                _HOW + "länens antal gånger andelarna; bara när det blir minst 1 000 och minst "
                f"{COVERED_PCT:g} procent av FA-regionens arbeten ligger i län med uppgifter.",
                (_REGISTER, _ADVERTISED, _COMMUTERS),
            ),
            *_measures((_REGISTER, _AGES, _ADVERTISED, _COMMUTERS), _SHARE),
            Column(
                "covered_pct", "Andel i län med uppgifter", "procent", 0,
                _HOW + "hur stor del av FA-regionens annonser (eller dess boendes arbeten) som "
                "ligger i län som har uppgifter om yrket.",
                (_REGISTER, _ADVERTISED, _COMMUTERS),
            ),
        ),
        compute=_labour_markets,
        caveats=(
            "Samma andel räknas för alla yrken i länet: FA-regionens egen mix av yrken syns inte.",
            "En FA-region inom ett enda län får länets utsikt i procent.",
            "Intervallen är länens. De har inte prövats för FA-regioner, där yrken inte räknas.",
            "Yrken finns för 13 av 21 län i uppgifterna som följer med programmet: FA-regioner "
            "med mycket arbete i de andra, som Stockholm och Gävle, får ingen utsikt.",
        ),
        optional=(AGES, _MATRIX),
    ),
)  # fmt: skip
