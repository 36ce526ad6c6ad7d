"""The outlook of employees by occupation, and how good it has been."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import require
from vagled_lmi.outlook import shipped
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.employees import Trained
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED, FEWEST_UNMARKED, UNCHANGED_PCT, mark

TABLE = "scb:YREG60"


def trained(frames: Frames, region: Region) -> Trained:
    """Return the trained outlook behind these tables; raises NoFiguresError without the region."""
    frame = frames[TABLE]
    require(region, set(frame["region"].unique()))
    return shipped.outlook(frame, frames.get(AGES))


def areas(region: Region) -> tuple[str, ...]:
    """Return the codes an outlook is shown for: the region, its NUTS2 area, riket."""
    parent = region.parent
    return tuple(dict.fromkeys((region.code, parent.code if parent else region.code, "00")))


def _outlook(frames: Frames, region: Region) -> pd.DataFrame:
    rows = trained(frames, region).outlook
    rows = rows[rows["region"].isin(areas(region))]
    change = 100 * (rows["expected"] - rows["now"]) / rows["now"]
    frame = rows.assign(change_pct=change, reservation=rows["now"].map(mark))
    order = {code: place for place, code in enumerate(areas(region))}
    return frame.sort_values(
        ["region", "now", "ssyk", "period"],
        ascending=[True, False, True, True],
        key=lambda column: column.map(order) if column.name == "region" else column,
        ignore_index=True,
    )


def _accuracy(frames: Frames, region: Region) -> pd.DataFrame:
    return trained(frames, region).accuracy.assign(region="00", period=_period(frames))


def _period(frames: Frames) -> str:
    return str(frames[TABLE]["period"].max())


_NOW = (Cells(TABLE, {"region": ALL, "period": ALL, "ssyk": ALL, "sex": "total"}),)
_EVERY = (*_NOW, Cells(AGES, {"region": "00", "period": ALL, "ssyk": ALL, "age": ALL}))
_HOW = "Egen bearbetning: "
_INTERVAL = (
    _HOW + "split-konform intervallgräns, {} procent; så bred som tidigare prognoser för yrken av "
    "samma storlek har missat på samma antal år."
)
_HELD = (
    _HOW
    + "andel av {}-procentsintervallen för yrken av samma storlek, på samma antal år, som höll "
    "när de prövades på år som intervallen inte var gjorda av."
)
_WORD = (
    _HOW + "vart hela {}-procentsintervallet pekar; en förändring under "
    f"{UNCHANGED_PCT:g} procent om året är ingen; vi vet inte när intervallet rymmer både ökning "
    "och minskning, eller har hållit för sällan."
)

INDICATORS = (
    Indicator(
        id="outlook",
        label="Utsikt för antalet anställda",
        definition=(
            "Hur många som väntas vara anställda i yrket ett till fem år efter det senaste året, "
            "med intervall och hur ofta sådana intervall har hållit."
        ),
        reference=(
            "Egen bearbetning av SCB:s yrkesregister. Metod: det som missat minst i rullande "
            "prövning per storlek och antal år; brotten 2020 och 2023 skattade i riket."
        ),
        tables=(TABLE,),
        keys=("region", "period", "ssyk"),
        columns=(
            Column(
                "now", "Anställda nu", "personer", 0,
                _HOW + "senaste årets antal; grupper och områden är summor.", _NOW,
            ),
            Column(
                "expected", "Väntat antal", "personer", -1,
                _HOW + "den prognos som vald metod ger, summerad nedifrån.", _EVERY,
            ),
            Column("lower_80", "Undre gräns, 80 %", "personer", -1, _INTERVAL.format(80), _EVERY),
            Column("upper_80", "Övre gräns, 80 %", "personer", -1, _INTERVAL.format(80), _EVERY),
            Column("lower_50", "Undre gräns, 50 %", "personer", -1, _INTERVAL.format(50), _EVERY),
            Column("upper_50", "Övre gräns, 50 %", "personer", -1, _INTERVAL.format(50), _EVERY),
            Column(
                "change_pct", "Väntad förändring", "procent", 1,
                _HOW + "100 × (väntat antal − antal nu) / antal nu.", _EVERY,
            ),
            Column(
                "size", "Storleksklass", "klass", 0,
                _HOW + "efter antalet anställda nu; intervallen görs och prövas för var klass.",
                _NOW,
            ),
            Column("verdict", "Utsikt", "klass", 0, _WORD.format(80), _EVERY),
            Column("leaning", "Lutar åt", "klass", 0, _WORD.format(50), _EVERY),
            Column("held_80", "Så ofta höll 80 %", "procent", 0, _HELD.format(80), _EVERY),
            Column("held_50", "Så ofta höll 50 %", "procent", 0, _HELD.format(50), _EVERY),
            Column(
                "method", "Metod", "klass", 0,
                _HOW + "den som missat minst hittills för yrken av samma storlek.", _EVERY,
            ),
            Column(
                "reservation", "Förbehåll", "klass", 0,
                _HOW + f"grupper under {FEWEST_UNMARKED} personer är märkta.", _NOW,
            ),
        ),
        compute=_outlook,
        caveats=(
            f"Ingen prognos ges för färre än {FEWEST_PRINTED} personer.",
            "Intervallen säger hur fel vi brukar ha, inte hur fel man kan ha: en kris ryms inte.",
            "För hela regionen bygger intervallen på få serier som rör sig lika.",
        ),
        optional=(AGES,),
    ),
    Indicator(
        id="outlook_accuracy",
        label="Så träffsäkra har utsikterna varit",
        definition=(
            "Fel i prognoserna mot att gissa på oförändrat antal, och hur ofta intervallen har "
            "hållit, per slag av summa, storlek och antal år framåt."
        ),
        reference="Egen bearbetning: rullande prövning på SCB:s yrkesregister.",
        tables=(TABLE,),
        keys=("region", "period", "kind", "size", "years"),
        columns=(
            Column(
                "method", "Metod", "klass", 0, _HOW + "den som missat minst hittills.", _EVERY
            ),
            Column(
                "relative", "Fel mot oförändrat", "kvot", 2,
                _HOW + "MASE delad med MASE för oförändrat antal; under 1 är bättre. Utfall efter "
                "ett brott är räknade om till årets mätsätt.", _EVERY,
            ),
            Column(
                "relative_published", "Fel mot oförändrat, utfall som publicerade", "kvot", 2,
                _HOW + "samma kvot utan omräkning över brotten.", _EVERY,
            ),
            Column("held_80", "Så ofta höll 80 %", "procent", 0, _HELD.format(80), _EVERY),
            Column("held_50", "Så ofta höll 50 %", "procent", 0, _HELD.format(50), _EVERY),
            Column(
                "tested", "Prövade prognoser", "prognoser", 0,
                _HOW + "antal serier och startår.", _EVERY,
            ),
        ),
        compute=_accuracy,
        caveats=("Prövat på de län som finns i tabellen, tillsammans.",),
        optional=(AGES,),
    ),
)  # fmt: skip
