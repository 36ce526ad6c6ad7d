"""Monthly outlooks: season by hand, periods in order, tested out of sample."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest

from vagled_lmi.codes import Region
from vagled_lmi.indicators.protocol import NoFiguresError
from vagled_lmi.outlook import catalogue, cohorts, monthly
from vagled_lmi.tables import Table

SEASON = np.array([0, 1, 2, 3, 2, 1, 0, -1, -2, -3, -2, -1], dtype=float)


def table(values: np.ndarray, region: str = "03") -> pd.DataFrame:
    """A tidy monthly table of one region from January 2020."""
    months = [f"{2020 + m // 12}M{m % 12 + 1:02d}" for m in range(len(values))]
    return pd.DataFrame({"region": region, "period": months, "value": values})


def test_a_pure_season_is_foreseen_to_the_point() -> None:
    values = 100 + np.tile(SEASON, 6)  # years enough to test all two years ahead
    made = monthly.outlook(table(values), logs=False)
    assert made.expected[0] == pytest.approx(100 + np.tile(SEASON, 2))
    assert made.periods[0] == "2026M01"
    assert made.periods[-1] == "2027M12"
    assert made.relative[:11] == pytest.approx(np.zeros(11), abs=1e-9)


def test_each_forecaster_by_hand() -> None:
    values = (100 + np.tile(SEASON, 3) + np.repeat([0.0, 0.0, 1.2], 12))[None, :]
    made = {name: make(values)[0] for name, make in monthly.FORECASTERS.items()}
    assert made["oförändrat"][:2].tolist() == [100.2, 100.2]  # December: 100 - 1 + 1.2
    assert made["samma månad"][:2] == pytest.approx([101.2, 102.2])
    # December is 1.2 above the December before: every month moved by as much
    assert made["samma månad, flyttad"][:2] == pytest.approx([102.4, 103.4])
    rise = made["säsong och halv trend"] - made["säsong"]
    assert rise[11] == pytest.approx(12 * rise[0])
    assert made["säsong"][12] == pytest.approx(made["säsong"][0])


def test_numbers_are_forecast_in_logarithms_and_never_below_nought() -> None:
    made = monthly.outlook(table(np.exp(1 + np.tile(SEASON, 4) / 10)), logs=True)
    assert made.expected[0, :12] == pytest.approx(np.exp(1 + SEASON / 10))
    assert (made.lower >= 0).all()


def test_a_month_that_is_missing_or_too_few_is_refused() -> None:
    whole = table(100 + np.tile(SEASON, 4))
    with pytest.raises(monthly.MonthsError, match="Månader saknas"):
        monthly.outlook(whole.drop(index=7), logs=False)
    with pytest.raises(monthly.MonthsError, match="för få"):
        monthly.outlook(whole.head(25), logs=False)
    with pytest.raises(monthly.MonthsError, match="Månader saknas"):  # in the only region
        monthly.outlook(whole.assign(value=whole["value"].where(whole.index != 7)), logs=False)


def test_a_brief_is_told_that_there_is_no_outlook(tables: Mapping[str, Table]) -> None:
    """A fetch of some months alone may leave a hole between them and those known before."""
    name = "scb:ArbStDoNMNN"
    frame = tables[name].frame
    holed = frame[frame["period"] != "2025M03"]
    with pytest.raises(NoFiguresError, match="Månader saknas"):
        catalogue.indicator("outlook_employed").compute({name: holed}, Region("03"))


def test_a_region_with_a_hole_is_left_out() -> None:
    whole, holed = table(100 + np.tile(SEASON, 4)), table(100 + np.tile(SEASON, 4), "04")
    holed.loc[5, "value"] = np.nan
    assert monthly.outlook(pd.concat([whole, holed]), logs=False).regions.tolist() == ["03"]


def test_the_employed_of_the_program(tables: Mapping[str, Table]) -> None:
    made = monthly.outlook(tables["scb:ArbStDoNMNN"].frame, logs=True)
    assert made.periods[0] == "2026M07"
    assert (made.lower[1] <= made.lower[0]).all()
    assert (made.upper[0] <= made.upper[1]).all()
    # a year ahead the intervals have held about as often as they say, and beaten no change
    assert (made.held[1, :12] > 0.7).all()
    assert (made.relative[:10] < 0.5).all()
    assert (np.diff(made.tested) <= 0).all()


@pytest.mark.parametrize(("table", "logs"), [("scb:ArbStDoNMNN", True), ("scb:TAB6260", False)])
def test_no_change_ships_where_what_was_chosen_has_been_worse_or_untested(
    tables: Mapping[str, Table], table: str, logs: bool
) -> None:
    made = monthly.outlook(tables[table].frame, logs=logs)
    better = made.tried < 1
    assert 0 < better.sum() < monthly.HORIZONS
    assert set(np.array(made.methods)[~better]) == {monthly.NAIVE}
    assert made.relative[~better].tolist() == [1.0] * int((~better).sum())
    assert (made.relative[better] == made.tried[better]).all()
    now = tables[table].frame.pivot(index="region", columns="period", values="value").dropna()
    latest = now.loc[made.regions].iloc[:, -1].to_numpy()
    assert pytest.approx(np.tile(latest, (int((~better).sum()), 1))) == made.expected[:, ~better].T


def test_no_change_is_what_misses_least_where_nothing_can_be_foreseen() -> None:
    wandering = np.cumsum(np.random.default_rng(3).normal(size=60))
    made = monthly.outlook(table(100 + wandering), logs=False)
    # the record by hand: each month's choice by those before it, over the same months of no change
    rolled = monthly._Rolled((100 + wandering)[None, :])
    tested = rolled._origins[monthly._WARM_UP :]
    own = naive = 0.0
    for at, origin in enumerate(tested, start=monthly._WARM_UP):
        if origin + 9 < 60:
            own += rolled._missed[at, rolled.choice(int(origin))[8], 0, 8]
            naive += rolled._missed[at, 0, 0, 8]
    assert made.tried[8] == pytest.approx(own / naive)
    assert (made.methods[8] == monthly.NAIVE) == (own >= naive)


def test_a_later_month_changes_no_earlier_choice(tables: Mapping[str, Table]) -> None:
    frame = tables["scb:TAB6260"].frame
    wide = frame.pivot(index="region", columns="period", values="value").to_numpy()
    rolled, disturbed = monthly._Rolled(wide), wide.copy()
    disturbed[:, 41:] *= 3.0
    again = monthly._Rolled(disturbed)
    for one, other in zip(rolled.forecast(40), again.forecast(40), strict=True):
        if isinstance(one, tuple):
            assert one == other
        else:
            assert np.array_equal(one, other, equal_nan=True)


def test_people_grow_older_and_none_are_born() -> None:
    people = pd.Series({f"{low}-{low + 9}": 100.0 + low for low in range(0, 70, 10)})
    then = cohorts.grown_older(people, 4)
    # in four years 20-29 are those aged 16-25 now: 4/10 of 110 and 6/10 of 120
    assert then["20-29"] == pytest.approx(0.4 * 110 + 0.6 * 120)
    assert cohorts.grown_older(people, 14)["20-29"] == pytest.approx(0.4 * 100 + 0.6 * 110)
    assert np.isnan(cohorts.grown_older(people, 14)["10-19"])
    assert cohorts.grown_older(people, 0).tolist() == [110, 120, 130, 140, 150, 160]
