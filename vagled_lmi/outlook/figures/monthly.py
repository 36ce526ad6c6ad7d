"""Employed by place of work and the unemployment rate, 1 to 24 months ahead."""

from __future__ import annotations

from functools import partial

import numpy as np
import pandas as pd

from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Frames, Indicator, NoFiguresError
from vagled_lmi.indicators.selection import regions_beside
from vagled_lmi.outlook import monthly
from vagled_lmi.outlook.intervals import LEVELS
from vagled_lmi.outlook.verdicts import SELDOM_HELD_PCT, UNKNOWN, verdict

_EMPLOYED, _UNEMPLOYMENT = "scb:ArbStDoNMNN", "scb:TAB6260"
#: A change smaller than this is none: per cent of the employed, percentage points of the rate.
_NOISE_PCT, _NOISE_PP = 0.3, 0.15
_FIFTY, _EIGHTY = (LEVELS.index(level) for level in (0.5, 0.8))


def _outlook(frames: Frames, region: Region, *, table: str, logs: bool) -> pd.DataFrame:
    frame = frames[table]
    shown = regions_beside(region, frame["region"])
    try:
        made = monthly.outlook(frame, logs=logs)
    except monthly.MonthsError as error:
        raise NoFiguresError(f"{table}: {error}") from error
    if region.code not in made.regions:
        raise NoFiguresError(f"Serien för {region.name} har månader som saknas.")
    known = frame.set_index(["region", "period"])["value"]
    rows = [
        _row(made, known, code, ahead, logs=logs)
        for code in shown
        if code in made.regions
        for ahead in range(monthly.HORIZONS)
    ]
    return pd.DataFrame(rows)


def _row(
    made: monthly.Monthly, known: pd.Series, code: str, ahead: int, *, logs: bool
) -> dict[str, object]:
    at = int(np.flatnonzero(made.regions == code)[0])
    digits = 0 if logs else 2
    period = made.periods[ahead]
    years = -1 - ahead // 12
    before = float(known[code, Period(period).shift(years).code])
    ends = {
        f"{end}_{percent}": round(float(values[level, at, ahead]), digits)
        for end, values in (("lower", made.lower), ("upper", made.upper))
        for percent, level in ((80, _EIGHTY), (50, _FIFTY))
    }
    held = 100 * made.held[_EIGHTY, ahead]
    noise = _NOISE_PCT / 100 * before if logs else _NOISE_PP
    trusted = held >= SELDOM_HELD_PCT
    return {
        "region": code,
        "period": period,
        "before": before,
        "expected": round(float(made.expected[at, ahead]), digits),
        **ends,
        "verdict": verdict(before, ends["lower_80"], ends["upper_80"], noise)
        if trusted
        else UNKNOWN,
        "method": made.methods[ahead],
        "relative": round(float(made.relative[ahead]), 3),
        "held_80": round(float(held), 1),
        "held_50": round(float(100 * made.held[_FIFTY, ahead]), 1),
    }


_HOW = "Egen bearbetning: "


def _indicator(*, name: str, table: str, label: str, unit: str, logs: bool) -> Indicator:
    every = (Cells(table, {"region": ALL, "period": ALL}),)
    decimals = 0 if logs else 1

    def end(side: str, percent: int) -> Column:
        return Column(
            f"{side}_{percent}",
            f"{'Undre' if side == 'lower' else 'Övre'} gräns, {percent} %",
            unit, decimals,
            _HOW + f"split-konform intervallgräns, {percent} procent, efter tidigare missar lika "
            "många månader framåt i alla regioner.", every,
        )  # fmt: skip

    return Indicator(
        id=name,
        label=label,
        definition="Väntat värde 1–24 månader efter den senaste månaden, med intervall.",
        reference=(
            "Egen bearbetning av SCB:s BAS. Metod: den av fem enkla prognoser som hittills missat "
            "minst på samma antal månader; rullande prövning."
        ),
        tables=(table,),
        keys=("region", "period"),
        columns=(
            Column(
                "before", "Samma månad, senast kända", unit, decimals, "Publicerad av SCB.",
                every,
            ),
            Column("expected", "Väntat", unit, decimals, _HOW + "vald prognos.", every),
            end("lower", 80), end("upper", 80), end("lower", 50), end("upper", 50),
            Column(
                "verdict", "Mot samma månad, senast kända", "klass", 0,
                _HOW + "vart hela 80-procentsintervallet pekar; vi vet inte när det rymmer både "
                "ökning och minskning, eller när sådana intervall har hållit i mindre än "
                f"{SELDOM_HELD_PCT:g} procent av fallen.", every,
            ),
            Column(
                "method", "Metod", "klass", 0,
                _HOW + "den som missat minst hittills; oförändrat där det valet inte har varit "
                "bättre än oförändrat när det prövats.", every,
            ),
            Column(
                "relative", "Fel mot oförändrat", "kvot", 2,
                _HOW + "medelfel delat med medelfelet för oförändrat värde; 1 där oförändrat är "
                "metoden.", every,
            ),
            Column(
                "held_80", "Så ofta höll 80 %", "procent", 0,
                _HOW + "prövat på senare månader än dem som intervallen gjordes av.", every,
            ),
            Column(
                "held_50", "Så ofta höll 50 %", "procent", 0,
                _HOW + "prövat på senare månader än dem som intervallen gjordes av.", every,
            ),
        ),
        compute=partial(_outlook, table=table, logs=logs),
        caveats=(
            "Serierna är korta och regionerna rör sig lika: intervallen har hållit sämre ju längre "
            "fram de når.",
        ),
    )  # fmt: skip


INDICATORS = (
    _indicator(
        name="outlook_employed",
        table=_EMPLOYED,
        label="Utsikt för sysselsatta som arbetar i regionen",
        unit="personer",
        logs=True,
    ),
    _indicator(
        name="outlook_unemployment",
        table=_UNEMPLOYMENT,
        label="Utsikt för arbetslösheten 20–64 år",
        unit="procent",
        logs=False,
    ),
)
