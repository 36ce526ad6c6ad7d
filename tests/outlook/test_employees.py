"""The shipped outlook: adds up, hides small groups, says what it knows, same bytes again."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest

from vagled_lmi.errors import ContractError
from vagled_lmi.indicators.protocol import NoFiguresError
from vagled_lmi.outlook import employees, verdicts
from vagled_lmi.outlook.employees import Trained
from vagled_lmi.outlook.panel import SIZE_NAMES, Panel
from vagled_lmi.tables import Table


def test_no_forecast_for_fewer_than_a_thousand(trained: Trained, panel: Panel) -> None:
    assert trained.outlook["now"].min() >= 1000
    # and none is missing of those who are enough: counted from the register itself
    counties = panel.regions != "rest"
    enough = (panel.now >= 1000) & counties
    printed = trained.outlook[trained.outlook["kind"] == "county-4"]
    assert len(printed) == 5 * enough.sum() > 3000
    assert verdicts.mark(9_999) == verdicts.MARK
    assert verdicts.mark(10_000) is None
    assert verdicts.mark(999) is None


def test_intervals_lie_inside_each_other(trained: Trained) -> None:
    rows = trained.outlook
    for narrower, wider in (
        ("lower_80", "lower_50"), ("lower_50", "expected"), ("expected", "upper_50"),
        ("upper_50", "upper_80"),
    ):  # fmt: skip
        assert (rows[narrower] <= rows[wider]).all()
    assert (rows["lower_80"] >= 0).all()


def test_intervals_widen_with_time(trained: Trained) -> None:
    rows = trained.outlook
    relative = np.log(rows["upper_80"] / rows["lower_80"])
    by_year = rows.assign(width=relative).groupby("period")["width"].median()
    assert by_year.is_monotonic_increasing
    assert list(by_year.index) == ["2025", "2026", "2027", "2028", "2029"]


def test_a_group_is_the_sum_of_its_occupations_within_rounding(trained: Trained) -> None:
    rows = trained.outlook
    county = rows[rows["region"] == "14"]
    cells = county[county["kind"] == "county-4"]
    groups = county[county["kind"] == "county-3"]
    sums = cells.groupby([cells["ssyk"].str[:3], "period"])[["now", "expected"]].sum()
    count = cells.groupby([cells["ssyk"].str[:3], "period"]).size()
    known = groups.set_index(["ssyk", "period"])[["now", "expected"]]
    whole = sums.index[(sums["now"] == known["now"].reindex(sums.index)).to_numpy()]
    assert len(whole) > 50  # groups all of whose occupations are printed
    gap = (sums["expected"] - known["expected"]).reindex(whole).abs()
    assert (gap <= 0.5 * (count.reindex(whole) + 1)).all()


def test_the_landsdel_is_the_sum_of_its_counties_within_rounding(trained: Trained) -> None:
    rows = trained.outlook
    five = rows[rows["region"].isin(["03", "04", "05", "18", "19"]) & (rows["kind"] != "total")]
    sums = five.groupby(["ssyk", "period"])["expected"].agg(["sum", "size"])
    whole = sums[sums["size"] == 5]["sum"]
    area = rows[rows["region"] == "SE12"].set_index(["ssyk", "period"])["expected"]
    assert len(whole) > 100
    assert ((whole - area.reindex(whole.index)).abs() <= 3).all()


def test_occupations_add_to_the_region(
    tables: Mapping[str, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the small ones printed as well, all occupations are the region, within rounding."""
    monkeypatch.setattr(employees, "FEWEST_PRINTED", 0)
    frame = tables["scb:YREG60"].frame
    made = employees.train(employees.panel_of(frame[frame["region"].isin(["03", "19"])]))
    rows = made.outlook
    total = rows[rows["kind"] == "total"].set_index(["region", "period"])["expected"]
    for kind, members in (("county-4", 429), ("county-3", 147)):
        parts = rows[rows["kind"] == kind]
        sums = parts.groupby(["region", "period"])["expected"].sum()
        assert parts.groupby(["region", "period"]).size().max() <= members + 1
        # each is rounded by at most a half, and such errors add up to a few roots of their number
        assert ((sums - total).abs() < 3 * np.sqrt(members)).all(), kind


def test_regions_add_to_riket_as_published(trained: Trained, panel: Panel) -> None:
    riket = trained.outlook[trained.outlook["kind"] == "country-4"]
    now = riket[riket["period"] == "2025"].set_index("ssyk")["now"]
    sums = pd.Series(panel.now).groupby(pd.Series(panel.occupations)).sum()
    assert (now == sums.reindex(now.index)).all()


def test_the_verdict_follows_the_interval(trained: Trained) -> None:
    rows = trained.outlook
    trusted = rows[rows["held_80"] >= verdicts.SELDOM_HELD_PCT]
    years = trusted["period"].astype(int) - 2024
    noise = verdicts.UNCHANGED_PCT / 100 * years * trusted["now"]
    both = (trusted["lower_80"] < trusted["now"] - noise) & (
        trusted["upper_80"] > trusted["now"] + noise
    )
    assert ((trusted["verdict"] == "vi vet inte") == both).all()


def test_intervals_that_have_seldom_held_say_nothing(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    gotland = panel.only(panel.regions == "09")
    monkeypatch.setattr(employees, "FEWEST_PRINTED", 200)
    believed = employees.train(gotland).outlook
    assert set(believed["leaning"]) - {verdicts.UNKNOWN}
    middle = float(believed["held_80"].median())
    monkeypatch.setattr(employees, "SELDOM_HELD_PCT", middle)
    doubted = employees.train(gotland).outlook
    seldom = doubted["held_80"] < middle
    assert 0 < seldom.sum() < len(doubted)
    assert (doubted.loc[seldom, ["verdict", "leaning"]] == verdicts.UNKNOWN).all(axis=None)
    assert (doubted.loc[~seldom, "leaning"] == believed.loc[~seldom, "leaning"]).all()


@pytest.mark.parametrize(
    ("lower", "upper", "says"),
    [
        (102, 110, "öka"), (95, 98, "minska"), (99, 101, "vara oförändrad"),
        (99, 110, "inte minska"), (90, 101, "inte öka"), (90, 110, "vi vet inte"),
    ],
)  # fmt: skip
def test_verdicts_by_hand(lower: float, upper: float, says: str) -> None:
    assert verdicts.verdict(100.0, lower, upper, noise=1.5) == says


def test_what_ships_is_no_worse_than_no_change_in_any_class(trained: Trained) -> None:
    cells = trained.accuracy[trained.accuracy["kind"] == "county-4"]
    assert len(cells) == 5 * len(SIZE_NAMES)
    assert (cells["relative"] < 1).all()
    assert (cells["relative_published"] < 1).all()
    assert cells["held_80"].between(70, 90).all()
    assert cells["tested"].min() > 1000


def test_intervals_of_whole_counties_have_held_about_as_often_as_they_say(
    trained: Trained,
) -> None:
    """They move together: a test of few years, so the bounds are wide."""
    totals = trained.accuracy[trained.accuracy["kind"] == "total"]
    assert totals["years"].tolist() == ["1", "2", "3", "4", "5"]
    mean = np.average(totals["held_80"], weights=totals["tested"])
    assert 75 <= mean <= 85
    assert totals["held_80"].min() >= 70
    assert (totals["relative"] < 1).all()


def test_the_same_figures_give_the_same_bytes(trained: Trained, panel: Panel) -> None:
    again = employees.train(panel)
    assert again.to_bytes() == trained.to_bytes()


def test_bytes_give_the_same_outlook(trained: Trained) -> None:
    read = Trained.from_bytes(trained.to_bytes())
    pd.testing.assert_frame_equal(read.outlook, trained.outlook, check_dtype=False)
    pd.testing.assert_frame_equal(read.accuracy, trained.accuracy, check_dtype=False)
    assert read.about == trained.about
    with pytest.raises((ValueError, KeyError)):
        Trained.from_bytes(b'{"outlook": {}}')


def test_fewer_counties_and_no_riket_are_enough(tables: Mapping[str, Table]) -> None:
    frame = tables["scb:YREG60"].frame
    two = employees.train(employees.panel_of(frame[frame["region"].isin(["03", "19"])]))
    assert set(two.outlook["region"]) == {"03", "19"}
    assert set(two.accuracy["kind"]) == {"county-4", "county-3", "total"}
    assert two.about["whole"] is False


def test_too_few_years_are_refused(panel: Panel) -> None:
    assert employees.train(panel.until(2023)).about["years"] == [2014, 2023]
    with pytest.raises(NoFiguresError, match="10 år i följd; det finns 9"):
        employees.train(panel.until(2022))


def test_parts_that_are_more_than_riket_are_refused_by_the_name_of_the_table(
    tables: Mapping[str, Table],
) -> None:
    """A county fetched anew beside figures of before: the message says what to do."""
    frame = tables["scb:YREG60"].frame
    more = frame.assign(value=frame["value"].where(frame["region"] != "03", frame["value"] * 9))
    with pytest.raises(ContractError, match=r"^scb:YREG60: .*vagled fetch scb:YREG60$"):
        employees.panel_of(more)
