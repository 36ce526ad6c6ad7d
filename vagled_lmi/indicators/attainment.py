"""How long an education people have, and who goes on to higher education after the gymnasium."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells, Key
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require
from vagled_lmi.indicators.swing import CHANGES, FEWEST, usual

_LEVELS, _STARTS = "scb:TAB4320", "scb:TAB5461"
_SEXES = ("women", "men")
#: SCB's levels in groups: at most compulsory school, three years after the gymnasium or more.
_SHORT, _LONG, _UNKNOWN = ("1", "2"), ("6", "7"), ("US",)


def _attainment(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_LEVELS]
    newest = frame[frame["period"] == frame["period"].max()]
    require(region, set(newest["region"].unique()))
    rows = newest[newest["region"].isin((region.code, "00"))]
    everyone = pd.concat([rows, rows.assign(sex="total")])
    keys = ["region", "period", "sex"]
    people = everyone.groupby([*keys, "level"])["value"].sum(min_count=1).unstack("level")
    population = people.sum(axis="columns", min_count=1)
    counted = pd.DataFrame({"population": population})
    for name, levels in (("short", _SHORT), ("long", _LONG), ("unknown", _UNKNOWN)):
        part = people.reindex(columns=list(levels)).sum(axis="columns", min_count=1)
        counted[f"{name}_pct"] = 100 * part / population.where(population > 0)
    return counted.reset_index().sort_values(keys, ignore_index=True)


def _starts(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_STARTS]
    require(region, set(frame["region"].unique()))
    rows = frame[frame["region"].isin((region.code, "00"))]
    wide = rows.pivot(index=["region", "period"], columns="sex", values="value")
    wide = wide.reindex(columns=list(_SEXES)).sort_index()
    period = wide.dropna(how="all").index.get_level_values("period").max()
    shares = wide.xs(period, level="period", drop_level=False).copy()
    shares["swing_pp"] = [
        _swing(wide.loc[code], period) for code in shares.index.get_level_values("region")
    ]
    return shares.reset_index().rename_axis(columns=None)


def _swing(by_year: pd.DataFrame, period: str) -> float:
    """Return how much the shares of women and of men tend to move from one year to the next."""
    years = by_year.reindex(_years_until({"period": period}))
    steps = pd.concat([years[sex].diff() for sex in _SEXES]).dropna().tolist()
    return usual(steps)


def _years_until(key: Key) -> tuple[str, ...]:
    """Return the key's school year and those before it that its usual change is the mean of."""
    last = int(key["period"][:4])
    return tuple(f"{year}/{(year + 1) % 100:02d}" for year in range(last - CHANGES, last + 1))


def _of_sex(key: Key) -> tuple[str, ...]:
    return _SEXES if key["sex"] == "total" else (key["sex"],)


_PEOPLE = (Cells(_LEVELS, {"level": ALL, "age": ALL, "sex": _of_sex}),)
_OF_ALL = "alla i åldern, med och utan känd nivå."

INDICATORS = (
    Indicator(
        id="attainment",
        label="Utbildningsnivå 25–64 år",
        definition=(
            "Hur stor andel av befolkningen 25–64 år som har kort respektive lång utbildning, "
            "kvinnor och män, den 31 december."
        ),
        reference="SCB, Befolkningens utbildning (UF0506), kvalitetsdeklaration; SUN 2020.",
        tables=(_LEVELS,),
        keys=("region", "period", "sex"),
        columns=(
            Column(
                "population", "Befolkningen 25–64 år", "personer", 0,
                "Egen bearbetning: summan av åldrar och nivåer.", _PEOPLE,
            ),
            Column(
                "short_pct", "Högst grundskola", "procent", 0,
                f"Egen bearbetning: 100 × högst förgymnasial utbildning / {_OF_ALL}", _PEOPLE,
            ),
            Column(
                "long_pct", "Eftergymnasial utbildning, minst tre år", "procent", 0,
                "Egen bearbetning: 100 × eftergymnasial utbildning i tre år eller mer, med "
                f"forskarutbildning / {_OF_ALL}",
                _PEOPLE,
            ),
            Column(
                "unknown_pct", "Uppgift om utbildning saknas", "procent", 0,
                f"Egen bearbetning: 100 × utan uppgift om nivå / {_OF_ALL}", _PEOPLE,
            ),
        ),
        compute=_attainment,
        caveats=("Utbildning från andra länder är inte alltid känd.",),
    ),
    Indicator(
        id="higher_starts",
        label="Börjar på högskola efter gymnasiet",
        definition=(
            "Andel av dem som avslutade gymnasieskolan ett läsår och som hade påbörjat studier på "
            "högskola inom tre år, kvinnor och män."
        ),
        reference="SCB, Registerbaserad matchningsindikator R4 (AM9906).",
        tables=(_STARTS,),
        keys=("region", "period"),
        columns=(
            *(
                Column(
                    sex, label, "procent", 0, "Publicerad av SCB.", (Cells(_STARTS, {"sex": sex}),)
                )
                for sex, label in zip(_SEXES, ("Kvinnor", "Män"), strict=True)
            ),
            Column(
                "swing_pp", "Brukar ändras på ett år", "procentenheter", 1,
                "Egen bearbetning: medelvärdet av andelarnas ändringar, utan tecken, mellan "
                f"läsåren, kvinnor och män; högst {CHANGES} läsår och minst {FEWEST} ändringar.",
                (Cells(_STARTS, {"sex": _SEXES, "period": _years_until}),),
            ),
        ),
        compute=_starts,
        caveats=("De tre åren ska ha gått, så det senaste läsåret ligger flera år tillbaka.",),
    ),
)  # fmt: skip
