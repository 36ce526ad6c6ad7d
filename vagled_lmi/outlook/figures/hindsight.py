"""Old outlooks in hindsight, and how much each round of Yrkesbarometern changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import pandas as pd

from vagled_lmi.codes import Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator
from vagled_lmi.outlook import hindsight, hindsight_record
from vagled_lmi.outlook.age_structure import TABLE as AGES

_ALL_REGIONS = "00"
#: The measures of `Scores` that are shown: name, heading, unit, decimals, whether a part.
_MEASURES = (
    ("direction", "Rätt riktning", "procent", 0, True),
    ("balanced", "Balanserad träffsäkerhet", "procent", 0, True),
    ("rank", "Rangkorrelation", "korrelation", 2, False),
    ("rank_before", "Rangkorrelation om det gått som förut", "korrelation", 2, False),
    ("rank_riket", "Rangkorrelation om alla fått rikets bedömning", "korrelation", 2, False),
    ("rank_own", "Rangkorrelation för vår egen prognos från samma år", "korrelation", 2, False),
    ("skill_before", "Vinst mot som förut", "kvot", 2, False),
    ("skill_riket", "Vinst mot rikets bedömning", "kvot", 2, False),
)
_ENDS = ("", "_lower", "_upper")


def _rows(one: Mapping[str, Any]) -> Iterator[dict[str, object]]:
    """Yield a row for all regions together (``00``) and one for each county."""
    for code, scores in {_ALL_REGIONS: one["scores"], **one["by_region"]}.items():
        row: dict[str, object] = {
            "region": code,
            "period": one["period"],
            "outlook": one["id"],
            "name": one["name"],
            "cases": float(scores["cases"]),
            "occupations": float(scores["occupations"]),
            "regions": float(len(one["regions"])),
        }
        for name, _, _, decimals, part in _MEASURES:
            for end, value in zip(_ENDS, scores[name].values(), strict=True):
                factor = 100 if part else 1
                row[name + end] = None if value is None else round(factor * value, decimals + 2)
        yield row


def _hindsight(frames: Frames, region: Region) -> pd.DataFrame:
    told = hindsight_record.record(frames)["outlooks"]
    rows = pd.DataFrame([row for one in told for row in _rows(one)])
    return rows[rows["region"].isin((region.code, _ALL_REGIONS))].reset_index(drop=True)


def _changes(frames: Frames, _: Region) -> pd.DataFrame:
    made = pd.DataFrame([asdict(change) for change in hindsight.changes(frames)])
    counts = made[["cells", "regions"]].astype(float)
    return made.assign(**counts, region=_ALL_REGIONS, period=made["later"])


_EVERY = tuple(
    Cells(table, dict.fromkeys(("region", "period", "ssyk"), ALL))
    if table != hindsight.EMPLOYEES
    else Cells(table, {"region": ALL, "period": ALL, "ssyk": ALL, "sex": "total"})
    for table in hindsight.TABLES
)
_AGED = Cells(AGES, {"region": "00", "period": ALL, "ssyk": ALL, "age": ALL})
_ROUNDS = (Cells(hindsight.ROUNDS, {"region": ALL, "period": ALL}),)
_HOW = "Egen bearbetning: "
_EXPLAINED = {
    "direction": "andel av dem som bedömdes ha mycket eller lite som kom över eller under mitten "
    "av de bedömda yrkena i regionen.",
    "balanced": "medelvärdet av andelen rätt bland dem som bedömdes ha mycket och bland dem som "
    "bedömdes ha lite; slump ger 50 procent.",
    "rank": "hur väl bedömningens ordning följer utfallets, inom varje region; slump ger 0.",
    "rank_before": "samma mått för utvecklingen lika lång tid före, eller annonserna året före.",
    "rank_riket": "samma mått när varje region får medelvärdet av alla regioners bedömning.",
    "rank_own": "samma mått för vår egen prognos, gjord med det som var känt samma år.",
    "skill_before": "andel av missarna i riktning som undveks mot att gissa på som förut.",
    "skill_riket": "andel av missarna i riktning som undveks mot att ge alla rikets bedömning.",
}


def _columns() -> tuple[Column, ...]:
    columns = [
        Column("name", "Utsikt", "klass", 0, _HOW + "ur arkivet över äldre utsikter.", _EVERY),
        Column("cases", "Prövade bedömningar", "bedömningar", 0, _HOW + "antal.", _EVERY),
        Column("occupations", "Yrken", "yrken", 0, _HOW + "antal.", _EVERY),
        Column("regions", "Regioner", "regioner", 0, _HOW + "antal i tabellen.", _EVERY),
    ]
    for name, label, unit, decimals, _ in _MEASURES:
        how = _HOW + _EXPLAINED[name]
        reads = (*_EVERY, _AGED) if name == "rank_own" else _EVERY
        columns.append(Column(name, label, unit, decimals, how, reads))
        for end, side in (("_lower", "undre"), ("_upper", "övre")):
            drawn = f"{_HOW}{side} gräns, 90 %, dragning med återläggning av yrken."
            columns.append(
                Column(f"{name}{end}", f"{label}, {side} gräns", unit, decimals, drawn, reads)
            )
    return tuple(columns)


INDICATORS = (
    Indicator(
        id="hindsight",
        label="Äldre utsikter i efterhand",
        definition=(
            "Hur rätt publicerade utsikter har haft, prövade mot hur yrkena växte eller "
            "efterfrågades sedan. Region 00 är alla regioner i tabellen tillsammans."
        ),
        reference="Egen bearbetning; se arkivet över äldre utsikter.",
        tables=hindsight.TABLES,
        keys=("region", "period", "outlook"),
        columns=_columns(),
        compute=_hindsight,
        caveats=(
            "Utsikterna bedömde brist eller möjligheter till arbete, inte hur många som skulle "
            "arbeta i yrket.",
            "Utfall efter brotten 2020 och 2023 är räknade om till startårets mätsätt.",
        ),
        optional=(AGES,),
    ),
    Indicator(
        id="barometer_changes",
        label="Så mycket ändras Yrkesbarometern",
        definition="Andel av bedömningarna som är lika i två omgångar.",
        reference="Egen bearbetning av Arbetsförmedlingens Yrkesbarometer.",
        tables=(hindsight.ROUNDS,),
        keys=("region", "period", "earlier"),
        columns=(
            Column("cells", "Jämförda bedömningar", "bedömningar", 0, _HOW + "antal.", _ROUNDS),
            Column("regions", "Regioner", "regioner", 0, _HOW + "antal.", _ROUNDS),
            Column("kept_pct", "Samma klass", "procent", 0, _HOW + "andel.", _ROUNDS),
            Column("better_pct", "Bättre klass", "procent", 0, _HOW + "andel.", _ROUNDS),
            Column("worse_pct", "Sämre klass", "procent", 0, _HOW + "andel.", _ROUNDS),
        ),
        compute=_changes,
        caveats=("Omgångar före och efter ett metodbyte ska inte jämföras.",),
    ),
)  # fmt: skip
