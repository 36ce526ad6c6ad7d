"""Wages by occupation: women and men in a NUTS2 area and riket, and how they spread in riket."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require

_PAY, _GROUP, _SPREAD = "scb:LonYrkeRegion4AN", "scb:TAB5881", "scb:TAB5932"
_KEYS = ("region", "period", "ssyk")
_GROUP_KEYS = ("region", "period", "ssyk3")
_UNIT = "kronor i månaden"
_PUBLISHED = "Publicerad av SCB."
_REFERENCE = "SCB, Lönestrukturstatistik, hela ekonomin (AM0110), kvalitetsdeklaration."
_FULL_TIME = (
    "Månadslönen är grundlön och tillägg före skatt, omräknad till heltid.",
    "Små yrken döljs av SCB: där finns ingen siffra.",
)
_SEXES = ("total", "women", "men")
_POINTS = ("median", "p10", "p25", "p75", "p90")


def area_of(region: Region) -> Region:
    """Return the NUTS2 area that a region lies in: wages are published for no smaller one."""
    above = region
    while above.level not in ("nuts2", "country") and above.parent is not None:
        above = above.parent
    return above


def _pay_of(table: str, keys: tuple[str, ...]) -> Callable[[Frames, Region], pd.DataFrame]:
    """Return what gives the pay of a table in a region's area and in riket."""

    def compute(frames: Frames, region: Region) -> pd.DataFrame:
        area = area_of(region)
        require(area, set(frames[table]["region"].unique()))
        return _wide(frames[table], [area.code, "00"], ("pay", "employees"), keys)

    return compute


def _spread(frames: Frames, _: Region) -> pd.DataFrame:
    return _wide(frames[_SPREAD], ["00"], _POINTS)


def _wide(
    frame: pd.DataFrame,
    regions: list[str],
    measures: tuple[str, ...],
    keys: tuple[str, ...] = _KEYS,
) -> pd.DataFrame:
    """Return the newest year, a row an occupation and region, a column a measure and sex."""
    newest = frame["period"] == frame["period"].max()
    rows = frame[newest & frame["region"].isin(regions)]
    rows = rows.assign(name=rows["contents"] + "_" + rows["sex"])
    names = [f"{measure}_{sex}" for measure in measures for sex in _SEXES]
    wide: pd.DataFrame = rows.pivot(index=list(keys), columns="name", values="value")
    wide = wide.reindex(columns=names).reset_index().rename_axis(columns=None)
    order = wide["region"].map(regions.index)
    return wide.assign(order=order).sort_values(["order", keys[-1]], ignore_index=True)


def _columns(table: str, measure: str, label: str, unit: str = _UNIT) -> tuple[Column, ...]:
    """Return the columns of a measure: everyone, women, men."""
    return tuple(
        Column(
            f"{measure}_{sex}", f"{label}, {who}", unit, 0, _PUBLISHED,
            (Cells(table, {"contents": measure, "sex": sex}),),
        )
        for sex, who in zip(_SEXES, ("alla", "kvinnor", "män"), strict=True)
    )  # fmt: skip


INDICATORS = (
    Indicator(
        id="pay",
        label="Månadslön i yrket",
        definition=(
            "Genomsnittlig månadslön i yrket i riksområdet (NUTS 2) som regionen ligger i och i "
            "riket, kvinnor och män. Löner redovisas inte per län."
        ),
        reference=_REFERENCE,
        tables=(_PAY,),
        keys=_KEYS,
        columns=(
            *_columns(_PAY, "pay", "Genomsnittlig månadslön"),
            *_columns(_PAY, "employees", "Anställda", "personer"),
        ),
        compute=_pay_of(_PAY, _KEYS),
        caveats=_FULL_TIME,
    ),
    Indicator(
        id="group_pay",
        label="Månadslön i yrkesgruppen",
        definition=(
            "Genomsnittlig månadslön i yrkesgruppen (SSYK 2012, tre siffror) i riksområdet (NUTS "
            "2) som regionen ligger i och i riket, kvinnor och män."
        ),
        reference=_REFERENCE,
        tables=(_GROUP,),
        keys=_GROUP_KEYS,
        columns=(
            *_columns(_GROUP, "pay", "Genomsnittlig månadslön"),
            *_columns(_GROUP, "employees", "Anställda", "personer"),
        ),
        compute=_pay_of(_GROUP, _GROUP_KEYS),
        caveats=_FULL_TIME,
    ),
    Indicator(
        id="pay_spread",
        label="Lönespridning i yrket",
        definition=(
            "Medianlön, kvartiler och yttersta tiondelar av månadslönen i yrket i hela landet, "
            "kvinnor och män."
        ),
        reference=_REFERENCE,
        tables=(_SPREAD,),
        keys=_KEYS,
        columns=tuple(
            column
            for point, label in zip(
                _POINTS,
                (
                    "Medianlön",
                    "Lön vid 10:e percentilen",
                    "Lön vid 25:e percentilen",
                    "Lön vid 75:e percentilen",
                    "Lön vid 90:e percentilen",
                ),
                strict=True,
            )
            for column in _columns(_SPREAD, point, label)
        ),
        compute=_spread,
        caveats=(*_FULL_TIME, "Bara riket: spridningen redovisas inte regionalt."),
    ),
)
