"""Eligibility for upper-secondary school by kommun, and higher vocational places by field."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.areas import with_area
from vagled_lmi.indicators.cells import Cells, members
from vagled_lmi.indicators.protocol import Column, Frames, Indicator, NoFiguresError
from vagled_lmi.indicators.selection import require
from vagled_lmi.sources.skolverket import NEARLY_ALL

_ELIGIBILITY, _PLACES = "skolverket:behorighet", "myh:beviljade"
_OF_AREA = "Publicerad av MYH; för ett område av flera län summan av länen (egen bearbetning)."
#: How a share is given: as a number, or in words where the agency does not print it.
SHOWN, ALL_BUT, TOO_FEW = "som tal", "nästan alla", "för få"
_SAID = {NEARLY_ALL: ALL_BUT, "..": TOO_FEW}


def _eligibility(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_ELIGIBILITY]
    here = [kommun.code for kommun in region.municipalities]
    rows = frame[frame["region"].isin(here) & (frame["period"] == frame["period"].max())]
    if rows.empty:
        raise NoFiguresError(f"Tabellen har inga uppgifter om kommunerna i {region.name}.")
    wide: pd.DataFrame = rows.pivot(index=["region", "period"], columns="sex", values="value")
    said = rows.assign(said=rows["status"].map(_SAID).fillna(SHOWN))
    said = said.pivot(index=["region", "period"], columns="sex", values="said")
    wide = wide.join(said.add_suffix("_said")).reset_index()
    return wide.rename_axis(columns=None).sort_values("region", ignore_index=True)


def _places(frames: Frames, region: Region) -> pd.DataFrame:
    frame = with_area(frames[_PLACES], region)
    require(region, set(frame["region"].unique()))
    rows = frame[(frame["region"] == region.code) & (frame["period"] == frame["period"].max())]
    index = ["region", "period", "field"]
    wide: pd.DataFrame = rows.pivot(index=index, columns="contents", values="value")
    wide = wide.reset_index().rename_axis(columns=None)
    return wide.sort_values(["places", "field"], ascending=[False, True], ignore_index=True)


def _sex(sex: str) -> tuple[Cells, ...]:
    return (Cells(_ELIGIBILITY, {"sex": sex}),)


def _given(sex: str, label: str) -> Column:
    """How the share of a sex is given."""
    how = "Publicerad av Skolverket: tecknet där inget tal ges, i ord."
    return Column(f"{sex}_said", f"{label}: så redovisas andelen", "klass", 0, how, _sex(sex))


def _granted(contents: str) -> tuple[Cells, ...]:
    return (Cells(_PLACES, {"region": members, "contents": contents}),)


INDICATORS = (
    Indicator(
        id="eligibility",
        label="Behöriga till gymnasiets yrkesprogram",
        definition=(
            "Andel av eleverna som gick ut årskurs 9 och var behöriga till gymnasieskolans "
            "yrkesprogram, per kommun så som Skolverket redovisar den."
        ),
        reference="Skolverket, SIRIS, Behörighet till gymnasieskolan.",
        tables=(_ELIGIBILITY,),
        keys=("region", "period"),
        columns=(
            Column("total", "Alla", "procent", 1, "Publicerad av Skolverket.", _sex("total")),
            Column("women", "Flickor", "procent", 1, "Publicerad av Skolverket.", _sex("women")),
            Column("men", "Pojkar", "procent", 1, "Publicerad av Skolverket.", _sex("men")),
            _given("total", "Alla"),
            _given("women", "Flickor"),
            _given("men", "Pojkar"),
        ),
        compute=_eligibility,
        caveats=("I en liten kommun betyder några få elever flera procentenheter.",),
    ),
    Indicator(
        id="vocational_places",
        label="Nya platser i yrkeshögskolan",
        definition="Utbildningar och platser som MYH beviljade i länet, efter utbildningsområde.",
        reference="MYH, Resultat ansökningsomgång.",
        tables=(_PLACES,),
        keys=("region", "period", "field"),
        columns=(
            Column(
                "programmes", "Beviljade utbildningar", "utbildningar", 0, _OF_AREA,
                _granted("programmes"),
            ),
            Column(
                "places", "Beviljade platser", "platser", 0, _OF_AREA,
                _granted("places"),
            ),
        ),
        compute=_places,
        caveats=(
            "Utbildningar som ges i flera kommuner ingår inte; länet kan ha fler platser.",
            "En omgång är inte alla platser: de flesta utbildningar beviljades tidigare år.",
        ),
    ),
)  # fmt: skip
