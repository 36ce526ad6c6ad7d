"""When a table's next period is due, reckoned from how late its latest one was."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from vagled_lmi.codes import Period
from vagled_lmi.tables import Cadence

#: Days between two releases.
_BETWEEN = {"month": 30, "quarter": 91, "half_year": 182, "year": 365}
#: Days from the end of a period to its release where the agency's stamps do not tell: longer than
#: most, so that a table is not called late on a guess.
_USUAL = {"month": 75, "quarter": 120, "half_year": 120, "year": 450}
#: Periods that are late when a table is called frozen; of the slow ones a single one is enough.
_FROZEN = {"month": 2, "quarter": 2, "half_year": 1, "year": 1}


@dataclass(frozen=True, slots=True)
class Due:
    """What a table should have had by now.

    Attributes
    ----------
    period : str
        The first period that is missing.
    by : date
        When it was expected at the latest.
    missing : int
        Periods that should have been there.
    frozen : bool
        Whether so many are missing that the table must be taken to have stopped.
    """

    period: str
    by: date
    missing: int
    frozen: bool


def overdue(last: str, cadence: Cadence, today: date, updated: str | None = None) -> Due | None:
    """Return what a table should have had by now; None where nothing is missing or can be told.

    Parameters
    ----------
    last : str
        Code of its last period.
    cadence : str
        Of the `TableSpec`.
    today : date
        The day it is asked.
    updated : str or None
        The agency's stamp of the update that brought `last`: the next is taken to be as late.

    Notes
    -----
    Half the time between two releases is allowed beside, for agencies do not keep to the day.
    """
    if cadence == "irregular":
        return None
    period: Period | None = Period(last)
    lag = _lag(Period(last), updated, _USUAL[cadence])
    allowed = timedelta(days=lag + _BETWEEN[cadence] // 2)
    missing: list[tuple[str, date]] = []
    while period is not None and (period := following(period)) is not None:
        by = ends(period) + allowed
        if by >= today:
            break
        missing.append((period.code, by))
    if not missing:
        return None
    return Due(*missing[0], len(missing), len(missing) >= _FROZEN[cadence])


def _lag(last: Period, updated: str | None, usual: int) -> int:
    """Return the days from the end of a period to its release, at most the usual."""
    try:
        told = (date.fromisoformat((updated or "")[:10]) - ends(last)).days
    except ValueError:
        return usual
    return min(max(told, 0), usual)


def ends(period: Period) -> date:
    """Return the last day of a period; of a round, of the half-year it is numbered by."""
    year, part = period.year, period.part
    match period.kind:
        case "month":
            return _last_day(year, part)
        case "quarter":
            return _last_day(year, 3 * part)
        case "week":
            return date.fromisocalendar(year, min(part, _weeks(year)), 7)
        case "school_year":
            return _last_day(year + 1, 6)
        case "round":
            return _last_day(year, min(6 * part, 12))
        case "span":
            return _last_day(int(period.code[5:]), 12)
        case _:
            return _last_day(year, 12)


def following(period: Period) -> Period | None:
    """Return the next period of the same kind; None of a span, which has no next."""
    year, part = period.year, period.part
    match period.kind:
        case "year":
            return Period(f"{year + 1:04d}")
        case "month":
            return Period(f"{year + part // 12:04d}M{part % 12 + 1:02d}")
        case "quarter":
            return Period(f"{year + part // 4:04d}K{part % 4 + 1}")
        case "round":
            return Period(f"{year + part // 2:04d}-{part % 2 + 1}")
        case "school_year":
            return Period(f"{year + 1:04d}/{(year + 2) % 100:02d}")
        case "week":
            over = part >= _weeks(year)
            return Period(f"{year + over:04d}V{1 if over else part + 1:02d}")
        case _:
            return None


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _weeks(year: int) -> int:
    return date(year, 12, 28).isocalendar().week
