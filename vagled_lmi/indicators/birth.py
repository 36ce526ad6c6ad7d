"""Work and unemployment among those born in Sweden and abroad, women and men, side by side."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.errors import ContractError
from vagled_lmi.indicators.areas import counties_of, with_area
from vagled_lmi.indicators.cells import Cells, Codes, Key, members
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import regions_beside

_TABLE, _AGE = "scb:ArbStatusM", "20-64"
_BORN = {"native": "inrikes födda", "foreign": "utrikes födda"}
#: Each rate: what is counted, and of whom.
_RATES = {
    "employment": ("Sysselsättningsgrad", "procent av befolkningen", "employed", "population"),
    "unemployment": ("Arbetslöshet", "procent av arbetskraften", "unemployed", "labour_force"),
}
_IN_WORDS = {
    "employed": "de sysselsatta",
    "population": "hela befolkningen",
    "unemployed": "de arbetslösa",
    "labour_force": "hela arbetskraften",
}
_COUNTS = {"population": "Befolkningen", "labour_force": "Arbetskraften"}
_OF_AREA = "för ett område av flera län summan av länen (egen bearbetning)."
_RATE_OF_AREA = (
    "Publicerad av SCB; för ett område av flera län räknad på summan av länen (egen bearbetning)."
)


def _birth_status(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    newest = frame["period"].max()
    frame = frame[(frame["period"] == newest) & (frame["age"] == _AGE)]
    frame = with_area(frame, region)
    shown = regions_beside(region, frame["region"])
    rows = frame[frame["region"].isin(shown) & frame["birth"].isin(_BORN)]
    rows = rows.assign(name=rows["contents"] + "_" + rows["birth"])
    wide: pd.DataFrame = rows.pivot(
        index=["region", "period", "sex"], columns="name", values="value"
    )
    needed = [f"{name}_{born}" for name in _needed() for born in _BORN]
    wide = wide.reindex(columns=needed).reset_index().rename_axis(columns=None)
    is_area = wide["region"].isin([region.code] if counties_of(region) else [])
    for rate, (_, _, part, whole) in _RATES.items():
        for born in _BORN:
            summed = 100 * wide[f"{part}_{born}"] / wide[f"{whole}_{born}"]
            if summed[is_area].gt(100).any():
                raise ContractError(
                    f"{_TABLE}: {_IN_WORDS[part]} är fler än {_IN_WORDS[whole]} i {region.name}.",
                    f"Hämta tabellen igen: vagled fetch {_TABLE}",
                )
            name = f"{rate}_{born}"
            wide[name] = wide[name].where(~is_area, summed)
    order = wide["region"].map(shown.index)
    return wide.assign(order=order).sort_values(["order", "sex"], ignore_index=True)


def _needed() -> list[str]:
    """Return the measures of the table that are read: rates, and what they are computed from."""
    counted = [name for _, _, part, whole in _RATES.values() for name in (part, whole)]
    return [*_RATES, *counted]


def _measures(rate: str) -> Callable[[Key], tuple[str, ...]]:
    """Return what a rate is read from: the published one, or the counts of an area's counties."""

    def measures(key: Key) -> tuple[str, ...]:
        _, _, part, whole = _RATES[rate]
        return (part, whole) if counties_of(Region(key["region"])) else (rate,)

    return measures


def _cells(contents: Codes, born: str) -> tuple[Cells, ...]:
    codes: dict[str, Codes] = {"region": members, "age": _AGE, "birth": born, "contents": contents}
    return (Cells(_TABLE, codes),)


def _rate_columns(rate: str) -> tuple[Column, ...]:
    label, unit, *_ = _RATES[rate]
    return tuple(
        Column(
            f"{rate}_{born}", f"{label}, {who}", unit, 1, _RATE_OF_AREA,
            _cells(_measures(rate), born),
        )
        for born, who in _BORN.items()
    )  # fmt: skip


INDICATORS = (
    Indicator(
        id="birth_status",
        label="Arbete och arbetslöshet bland inrikes och utrikes födda",
        definition=(
            "Sysselsättningsgrad och arbetslöshet 20–64 år bland inrikes och utrikes födda, "
            "kvinnor och män, den senaste månaden."
        ),
        reference="SCB, Befolkningens arbetsmarknadsstatus (BAS), kvalitetsdeklaration.",
        tables=(_TABLE,),
        keys=("region", "period", "sex"),
        columns=(
            *_rate_columns("employment"),
            *_rate_columns("unemployment"),
            *(
                Column(
                    f"{count}_{born}", f"{label}, {who}", "personer", 0,
                    f"Publicerad av SCB; {_OF_AREA}", _cells(count, born),
                )
                for count, label in _COUNTS.items()
                for born, who in _BORN.items()
            ),
        ),
        compute=_birth_status,
        caveats=(
            "BAS är inte samma mått som AKU eller Arbetsförmedlingens inskrivna arbetslösa.",
            "Utrikes födda är en blandad grupp: nyanlända och de som bott länge i Sverige.",
        ),
    ),
)  # fmt: skip
