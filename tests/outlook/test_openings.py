"""Replacement need by cohorts: worked by hand, and held against what happened 2020-2024."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest

from vagled_lmi.outlook import openings
from vagled_lmi.tables import Table


def table(rows: dict[int, dict[str, float]], ssyk: str = "2341") -> pd.DataFrame:
    """A tidy table of one occupation by year and age."""
    return pd.DataFrame(
        [
            {"ssyk": ssyk, "period": str(year), "age": age, "value": value}
            for year, ages in rows.items()
            for age, value in ages.items()
        ]
    )


def steady(year: int) -> dict[str, float]:
    """The same ages every year: 800 of 1 000 stay from 55-59, 200 of 800 from 60-64."""
    del year
    return {"30-34": 3000.0, "55-59": 1000.0, "60-64": 800.0, "65-69": 200.0}


STEADY = table({year: steady(year) for year in range(2014, 2025)})


def test_the_part_that_stays_is_read_from_the_same_people_five_years_apart() -> None:
    stay = openings.staying(openings.by_age(STEADY), 2024)
    assert stay.now == pytest.approx((0.8, 0.25, 0.0))
    # still there at 60-64: 0.8, at 65-69: 0.2; one year later is a fifth of the way up:
    # 0.8 + 0.2 * 0.2 = 0.84 and 0.2 + 0.2 * 0.6 = 0.32, which is 0.32 / 0.84 of those
    assert stay.later == pytest.approx((0.84, 0.32 / 0.84, 0.0))


def test_those_who_leave_are_the_rest_of_each_age() -> None:
    ages = np.array([[1000.0, 800.0, 200.0, 5000.0]])
    # 0.2 * 1 000 + 0.75 * 800 + 200 = 1 000 of 5 000
    assert openings.leaving_share(ages, (0.8, 0.25, 0.0)) == pytest.approx([0.2])
    assert np.isnan(openings.leaving_share(np.zeros((1, 4)), (0.8, 0.25, 0.0))).all()


def test_shares_are_given_for_occupation_group_and_all() -> None:
    shares = openings.shares(STEADY, 2024)
    assert shares.index.tolist() == ["2341", "234", "total"]
    assert shares["now"].to_numpy() == pytest.approx([0.2] * 3)
    assert (shares["later"] < shares["now"]).all()


def test_a_check_where_nothing_changes_misses_nothing() -> None:
    checked = openings.check(STEADY, 2018, 2022)
    assert checked.error_pct == pytest.approx(0, abs=1e-9)
    assert checked.unchanged_pct == pytest.approx(0, abs=1e-9)


def test_the_observed_age_shift_2020_to_2024_was_foreseen_better_than_unchanged(
    tables: Mapping[str, Table],
) -> None:
    checked = openings.check(tables["scb:YREG51"].frame, 2020, 2024)
    assert checked.occupations > 300
    assert checked.error_pct < 0.6 * checked.unchanged_pct


def test_the_part_that_stays_is_what_the_register_shows(tables: Mapping[str, Table]) -> None:
    ages = openings.by_age(tables["scb:YREG51"].frame)
    whole = ages.groupby(level="year").sum()
    shift = openings.level_shift(ages, 2019, 2024)
    stay = openings.staying(ages, 2024)
    # 428 197 aged 60-64 in 2024 of 472 920 aged 55-59 in 2019, less the new method
    assert whole.loc[2024, "60-64"] == 428_197
    assert whole.loc[2019, "55-59"] == 472_920
    assert stay.now[0] == pytest.approx(428_197 / shift / 472_920)
    assert 1.03 < shift < 1.07
