"""The cohorts of working age to 2040, without moves and deaths."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.indicators.selection import regions_beside
from vagled_lmi.outlook import cohorts

_TABLE = "scb:TAB6471"


def _ahead(frames: Frames, region: Region) -> pd.DataFrame:
    frame = frames[_TABLE]
    shown = regions_beside(region, frame["region"])
    latest = frame["period"].max()
    rows = frame[(frame["period"] == latest) & (frame["sex"] == "total")]
    year = Period(latest).year
    out = []
    for code in shown:
        people = rows[rows["region"] == code].set_index("age")["value"]
        for target in range(year + 1, cohorts.UNTIL + 1):
            then = cohorts.grown_older(people, target - year)
            out += [
                (code, str(target), age, people[age], then[age], 100 * then[age] / people[age])
                for age in cohorts.age_classes()
            ]
    columns = ["region", "period", "age", "now", "then", "of_now_pct"]
    frame = pd.DataFrame(out, columns=columns)
    return frame.assign(then=frame["then"].round(), of_now_pct=frame["of_now_pct"].round(1))


_ONE = (Cells(_TABLE, {"period": ALL, "age": ALL, "sex": "total"}),)
_HOW = (
    "Egen bearbetning: de som bor i regionen nu, jämnt fördelade i tioårsklassen och äldre; inga "
    "flyttningar, födda eller döda."
)

INDICATORS = (
    Indicator(
        id="cohorts_ahead",
        label="Årskullarna till 2040",
        definition=(
            "Hur många av dem som bor i regionen nu som är i varje ålder ett visst år, om ingen "
            "flyttar eller dör."
        ),
        reference="Egen bearbetning av SCB:s befolkningsstatistik.",
        tables=(_TABLE,),
        keys=("region", "period", "age"),
        columns=(
            Column("now", "Nu", "personer", 0, "Publicerad av SCB.", _ONE),
            Column("then", "Då, utan flyttningar och dödsfall", "personer", -2, _HOW, _ONE),
            Column("of_now_pct", "Mot dagens antal i samma ålder", "procent", 0, _HOW, _ONE),
        ),
        compute=_ahead,
        caveats=(
            "Det är ingen befolkningsprognos: den säger vad som redan är fött.",
            "Inget intervall ges: det finns ingen tidigare utsikt av samma slag att pröva mot.",
        ),
    ),
)  # fmt: skip
