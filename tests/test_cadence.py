"""When the next period is due, and when a table must be taken to have stopped."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vagled_lmi.cadence import Due, ends, following, overdue
from vagled_lmi.codes import Period


@pytest.mark.parametrize(
    ("code", "last_day", "after"),
    [
        ("2024", "2024-12-31", "2025"),
        ("2026M02", "2026-02-28", "2026M03"),
        ("2024M02", "2024-02-29", "2024M03"),
        ("2026M12", "2026-12-31", "2027M01"),
        ("2020K3", "2020-09-30", "2020K4"),
        ("2020K4", "2020-12-31", "2021K1"),
        ("2026V30", "2026-07-26", "2026V31"),
        ("2026V53", "2027-01-03", "2027V01"),
        ("2025V52", "2025-12-28", "2026V01"),
        ("2003/04", "2004-06-30", "2004/05"),
        ("1998/99", "1999-06-30", "1999/00"),
        ("2025-1", "2025-06-30", "2025-2"),
        ("2025-2", "2025-12-31", "2026-1"),
        ("2012-2016", "2016-12-31", None),
    ],
)
def test_last_days_and_next_periods(code: str, last_day: str, after: str | None) -> None:
    period = Period(code)
    assert ends(period) == date.fromisoformat(last_day)
    next_one = following(period)
    assert (next_one and next_one.code) == after


@given(
    st.sampled_from([("year", 1), ("month", 12), ("quarter", 4), ("round", 2), ("week", 53)]),
    st.integers(1990, 2050),
    st.data(),
)
def test_the_next_period_ends_later(kind: tuple[str, int], year: int, data: Any) -> None:
    name, parts = kind
    part = data.draw(st.integers(1, parts))
    shapes = {"year": "{y}", "month": "{y}M{p:02d}", "quarter": "{y}K{p}", "round": "{y}-{p}"}
    period = Period(shapes.get(name, "{y}V{p:02d}").format(y=year, p=part))
    after = following(period)
    assert after is not None
    assert period < after
    assert ends(period) < ends(after) or name == "week"  # not every year has a week 53


DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("last", "cadence", "updated", "expected"),
    [
        # SCB's population of April came on 8 June, 39 days after its end. May ends on the 31st:
        # 31 May + 39 + 15 = 24 July. By 25 November May to September are late: 30 September + 54
        # days is 23 November, 31 October + 54 days is 24 December.
        ("2026M04", "month", "2026-06-08T06:00:00Z", ("2026M05", "2026-07-24", 5, True)),
        ("2026M09", "month", "2026-11-08T06:00:00Z", None),
        # 31 October + 8 + 15 = 23 November
        ("2026M09", "month", "2026-10-08T06:00:00Z", ("2026M10", "2026-11-23", 1, False)),
        # No stamp: 75 days are allowed for. 30 September + 75 + 15 = 29 December
        ("2026M08", "month", None, None),
        ("2026M08", "month", "i går", None),
        # TAB638, frozen at 2024 and stamped 2025-02-21: 31 December 2025 + 52 + 182 = 22 August
        ("2024", "year", "2025-02-21T07:00:00Z", ("2025", "2026-08-22", 1, True)),
        ("2025", "year", "2026-02-20T07:00:00Z", None),
        # Yrkesregistret has been more than a year late: 31 December 2025 + 450 + 182 days
        ("2024", "year", None, None),
        # only notes were touched, long after its last period: 2011 to 2024 are missing,
        # 31 December 2024 + 450 + 182 = 24 September 2026
        ("2010", "year", "2026-06-01T07:00:00Z", ("2011", "2013-09-23", 14, True)),
        ("2026K1", "quarter", "2026-05-20T07:00:00Z", ("2026K2", "2026-10-03", 1, False)),
        ("2025-2", "half_year", "2025-12-05T07:00:00Z", ("2026-1", "2026-09-29", 1, True)),
        # a projection ends in the future
        ("2070", "year", "2026-04-16T07:00:00Z", None),
        ("2012-2016", "year", None, None),
        ("1999", "irregular", None, None),
    ],
)
def test_what_is_due(
    last: str, cadence: Any, updated: str | None, expected: tuple[str, str, int, bool] | None
) -> None:
    due = overdue(last, cadence, DAY, updated)
    if expected is None:
        assert due is None
    else:
        period, by, missing, frozen = expected
        assert due == Due(period, date.fromisoformat(by), missing, frozen)
