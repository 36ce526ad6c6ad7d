"""Kolada's shares of a region, its kommuner, its län and riket: one indicator a table.

The shares are Kolada's and shown as they are. How much a share tends to move from one year to the
next is computed here, since Kolada does not say how many people a share is of: what differs by less
may be chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.areas import counties_of
from vagled_lmi.indicators.cells import Cells, Key
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require
from vagled_lmi.indicators.swing import CHANGES, FEWEST, usual
from vagled_lmi.sources.kolada import TABLES
from vagled_lmi.tables import TableSpec

_KEYS = ["region", "period", "contents"]
_SEXES = ("total", "women", "men")
_SPECS = {spec.id: spec for spec in TABLES}

Totals = Mapping[tuple[str, str, str], float]
Compute = Callable[[Frames, Region], pd.DataFrame]


def _shares(spec: TableSpec) -> Compute:
    """Return what gives each share of a table in the newest year that any region shown has."""
    shares = [contents.code for contents in spec.contents if contents.unit == "procent"]

    def compute(frames: Frames, region: Region) -> pd.DataFrame:
        frame = frames[spec.id]
        there = frame[frame["contents"].isin(shares)]
        shown = _shown(region, there["region"])
        rows = there[there["region"].isin(shown)]
        wide = rows.pivot(index=_KEYS, columns="sex", values="value").reindex(columns=_SEXES)
        newest = wide["total"].dropna().reset_index().groupby("contents")["period"].max()
        index = pd.MultiIndex.from_tuples(
            [(code, newest[share], share) for share in shares if share in newest for code in shown],
            names=_KEYS,
        )
        # a region without a value has a row that says so
        found = wide.reindex(index)
        totals: Totals = dict(wide["total"].dropna().items())  # type: ignore[arg-type]
        found["swing_pp"] = [_swing(spec, totals, *key) for key in index]
        return found.reset_index().rename_axis(columns=None)

    return compute


def _shown(region: Region, available: pd.Series) -> list[str]:
    """Return the codes of a region, what it consists of or lies in, and riket."""
    there = set(available.unique())
    parts = [*(kommun.code for kommun in region.municipalities), *counties_of(region)]
    if not set(parts) & there:
        require(region, there)
    above = [region.parent.code] if region.level == "municipality" and region.parent else []
    return list(dict.fromkeys((region.code, *parts, *above, "00")))


def _swing(spec: TableSpec, totals: Totals, region: str, period: str, share: str) -> float:
    """Return the mean change of a share from year to year, without its sign."""
    changes = [
        totals[region, later, share] - totals[region, earlier, share]
        for earlier, later in pairwise(_years_until({"period": period}))
        if {(region, earlier, share), (region, later, share)} <= totals.keys()
        and not spec.breaks_between(earlier, later)
    ]
    return usual(changes)


def _years_until(key: Key) -> tuple[str, ...]:
    last = int(key["period"])
    return tuple(str(year) for year in range(last - CHANGES, last + 1))


def _sex(spec: TableSpec, sex: str, label: str) -> Column:
    cells = Cells(spec.id, {"sex": sex})
    return Column(sex, label, "procent", 1, "Publicerad av Kolada.", (cells,))


def _indicator(name: str, table: str, label: str) -> Indicator:
    spec = _SPECS[table]
    return Indicator(
        id=name,
        label=label,
        definition=f"{spec.title}: andelar i procent, så som Kolada ger dem.",
        reference="Kolada, nyckeltalets definition; nyckeltalets kod står i adressen.",
        tables=(table,),
        keys=tuple(_KEYS),
        columns=(
            _sex(spec, "total", "Alla"),
            _sex(spec, "women", "Kvinnor"),
            _sex(spec, "men", "Män"),
            Column(
                "swing_pp", "Brukar ändras på ett år", "procentenheter", 1,
                f"{spec.credit(computed=True)}: medelvärdet av andelens ändringar, utan tecken, "
                f"mellan åren, högst {CHANGES} och minst {FEWEST} ändringar.",
                (Cells(table, {"sex": "total", "period": _years_until}),),
            ),
        ),
        compute=_shares(spec),
        caveats=("Kolada säger inte hur många personer en andel gäller.",),
    )  # fmt: skip


INDICATORS = (
    _indicator("kolada_outside", "kolada:utanfor", "Unga utanför"),
    _indicator("kolada_eligibility", "kolada:behorighet", "Behöriga till gymnasieskolan"),
    _indicator("kolada_gymnasium", "kolada:gymnasium", "Gymnasieskolan"),
    _indicator("kolada_after", "kolada:efter_gymnasium", "Efter gymnasieskolan"),
    _indicator("kolada_newcomers", "kolada:nyanlanda", "Nyanlända"),
    _indicator("kolada_sfi", "kolada:sfi", "Svenska för invandrare"),
)
