"""Openings: those who leave an occupation with age, and its growth."""

from __future__ import annotations

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.outlook import openings
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.figures.employees import TABLE, areas, trained
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED, mark


def _openings(frames: Frames, region: Region) -> pd.DataFrame:
    outlook = trained(frames, region).outlook
    base = min(frames[TABLE]["period"].max(), frames[AGES]["period"].max())
    target = str(int(base) + openings.STEP)
    rows = outlook[outlook["region"].isin(areas(region)) & (outlook["period"] == target)]
    parts = openings.shares(frames[AGES], int(base)).reindex(rows["ssyk"])
    leaving = rows["now"] * parts["now"].to_numpy()
    growth = {
        name: rows[end] - rows["now"]
        for name, end in (("growth", "expected"), ("lower", "lower_80"), ("upper", "upper_80"))
    }
    frame = pd.DataFrame(
        {
            "region": rows["region"],
            "period": rows["period"],
            "ssyk": rows["ssyk"],
            "now": rows["now"],
            "growth": growth["growth"],
            "leaving_pct": 100 * parts["now"].to_numpy(),
            "leaving": leaving.round(),
            "leaving_later": (rows["now"] * parts["later"].to_numpy()).round(),
            "openings": (leaving + growth["growth"]).round(),
            "openings_lower": (leaving + growth["lower"]).round(),
            "openings_upper": (leaving + growth["upper"]).round(),
            "reservation": rows["now"].map(mark),
        }
    )
    order = {code: place for place, code in enumerate(areas(region))}
    return frame.sort_values(
        ["region", "openings", "ssyk"],
        ascending=[True, False, True],
        key=lambda column: column.map(order) if column.name == "region" else column,
        ignore_index=True,
    )


_PEOPLE = (Cells(TABLE, {"region": ALL, "period": ALL, "ssyk": ALL, "sex": "total"}),)
_OLDER = (Cells(AGES, {"region": "00", "period": ALL, "ssyk": ALL, "age": ALL}),)
_BOTH = (*_PEOPLE, *_OLDER)
_HOW = "Egen bearbetning: "

INDICATORS = (
    Indicator(
        id="openings",
        label="Platser att fylla på fem år",
        definition=(
            "Hur många platser som väntas behöva fyllas i ett yrke inom fem år: de som lämnar med "
            "åldern, plus eller minus yrkets väntade förändring."
        ),
        reference=(
            "Egen bearbetning av SCB:s yrkesregister. Metod: kohortkomponent i ett steg på fem år "
            "från 55 år; andelen som stannar är den som samma årskullar visade de fem senaste åren."
        ),
        tables=(TABLE, AGES),
        keys=("region", "period", "ssyk"),
        columns=(
            Column("now", "Anställda nu", "personer", 0, _HOW + "senaste årets antal.", _PEOPLE),
            Column(
                "growth", "Väntad förändring", "personer", -1,
                _HOW + "väntat antal om fem år minus antalet nu.", _BOTH,
            ),
            Column(
                "leaving_pct", "Väntas lämna med åldern (riket)", "procent", 0,
                _HOW + "alla som är 65–69 år, och de delar av 55–59- och 60–64-åringarna som inte "
                "finns kvar fem år äldre.", _OLDER,
            ),
            Column(
                "leaving", "Väntas lämna med åldern", "personer", -1,
                _HOW + "anställda × andelen som väntas lämna i riket.", _BOTH,
            ),
            Column(
                "leaving_later", "Om alla slutar ett år senare", "personer", -1,
                _HOW + "samma beräkning när kurvan över dem som är kvar flyttas ett år uppåt.",
                _BOTH,
            ),
            Column(
                "openings", "Platser att fylla", "personer", -1,
                _HOW + "de som lämnar plus väntad förändring.", _BOTH,
            ),
            Column(
                "openings_lower", "Undre gräns, 80 %", "personer", -1,
                _HOW + "med förändringens undre gräns.", _BOTH,
            ),
            Column(
                "openings_upper", "Övre gräns, 80 %", "personer", -1,
                _HOW + "med förändringens övre gräns.", _BOTH,
            ),
            Column(
                "reservation", "Förbehåll", "klass", 0,
                _HOW + "grupper under 10 000 personer är märkta.", _PEOPLE,
            ),
        ),
        compute=_openings,
        caveats=(
            f"Ingen prognos ges för färre än {FEWEST_PRINTED} personer.",
            "Åldersfördelningen är rikets; regionens egen kan vara en annan.",
            "De som byter yrke eller flyttar ger också platser att fylla; de räknas inte här.",
            "Intervallet gäller förändringen; hur många som lämnar är osäkert därutöver.",
        ),
    ),
)  # fmt: skip
