"""Work within reach: weights by hand, FA regions from their counties, commuters when there are."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from vagled_lmi.codes import Region
from vagled_lmi.indicators.protocol import NoFiguresError, Result, run
from vagled_lmi.outlook import catalogue, reach
from vagled_lmi.outlook.employees import Trained
from vagled_lmi.outlook.figures.reach import COVERED_PCT
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED, UNKNOWN
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.tables import Table

FA, REACH = (catalogue.indicator(name) for name in ("outlook_labour_market", "outlook_reach"))
MATRIX = "scb:TAB1830"
LAST = {"period": "2029", "ssyk": "total"}


def commuters(*rows: tuple[str, str, float]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["region", "residence", "value"])
    return frame.assign(period="2024", status="")


def with_matrix(tables: Mapping[str, Table], *rows: tuple[str, str, float]) -> dict[str, Table]:
    retrievals = tables["scb:YREG60"].retrievals
    matrix = Table(sources.spec(MATRIX), commuters(*rows), retrievals)
    return {**tables, MATRIX: matrix}


def test_the_part_of_a_countys_ads_that_a_region_has() -> None:
    rows = [
        ("04", "2024", 999.0), ("0484", "2024", 60.0), ("0480", "2024", 30.0),
        ("0483", "2024", 10.0), ("0512", "2024", 50.0), ("0484", "2023", 500.0),
    ]  # fmt: skip
    ads = pd.DataFrame(rows, columns=["region", "period", "value"])
    weights = reach.advertised(ads, ("0484", "0483"))
    # of Södermanland's 60 + 30 + 10 = 100; the county's own row and the year before do not count
    assert weights.parts == {"04": 0.7}
    assert weights.shares == {"04": 1.0}
    both = reach.advertised(ads, ("0484", "0512"))
    assert both.parts == {"04": 0.6, "05": 1.0}
    assert both.shares == {"04": pytest.approx(60 / 110), "05": pytest.approx(50 / 110)}
    assert both.covered(["04", "00"]) == pytest.approx(100 * 60 / 110)
    assert both.missing(["04"]) == ["05"]


def test_the_part_of_a_countys_workers_that_live_in_a_region() -> None:
    matrix = commuters(
        ("0380", "0380", 70.0), ("0380", "0180", 30.0), ("0180", "0380", 1.0),
        ("0180", "0180", 399.0), ("0580", "0380", float("nan")),
    )  # fmt: skip
    weights = reach.commuted(matrix, ("0380",))
    # 70 of 100 who work in Uppsala, 1 of 400 in Stockholm; a protected value is none
    assert weights.parts == {"03": 0.7, "01": 1 / 400}
    assert weights.basis == "pendling"
    assert weights.missing(["03"]) == ["01"]  # 1 of 71 is more than one per cent
    assert reach.commuted(matrix, ("0580",)).missing([]) == []


def test_distance_halves_the_weight() -> None:
    weights = reach.within("03")
    assert weights.parts["03"] == 1.0
    far = reach.kilometres("03", "19")
    assert weights.parts["19"] == pytest.approx(0.5 ** (far / 30))
    assert "05" not in weights.parts


def test_a_region_over_two_counties_is_their_sum(
    tables: Mapping[str, Table], trained: Trained
) -> None:
    """FA-region Jönköping: its county, and Ydre's part of Östergötland."""
    ads = tables["af:annonser"].frame
    counts = ads[ads["region"].str.len() == 4].groupby("region")["value"].sum()
    ydre = counts["0512"] / counts[counts.index.str[:2] == "05"].sum()
    assert 0 < ydre < 0.01
    others = ("0604", "0642", "0643", "0662", "0665", "0680", "0682", "0683", "0684", "0685",
              "0686", "0687", "0617")  # fmt: skip
    inside = [k for k in others if k in reach.kommuner_of(Region("FA13"))]
    part = counts[inside].sum() / counts[counts.index.str[:2] == "06"].sum()
    rows = trained.outlook.query("ssyk == 'total' and period == '2029'").set_index("region")
    now, expected, lower = (
        part * rows.loc["06", name] + ydre * rows.loc["05", name]
        for name in ("now", "expected", "lower_80")
    )
    row = run(FA, tables, Region("0680")).row(region="FA13", **LAST)
    assert row["now"].amount == pytest.approx(now)
    assert row["expected_pct"].amount == pytest.approx(100 * (expected / now - 1), abs=0.01)
    assert row["lower_80_pct"].amount == pytest.approx(100 * (lower / now - 1), abs=0.01)
    assert (row["counties"].value, row["covered_pct"].value) == (2.0, pytest.approx(100))
    assert row["basis"].value == "annonser"
    assert row["missing"].value == "inga"


def test_a_region_in_one_county_has_its_outlook(
    tables: Mapping[str, Table], trained: Trained
) -> None:
    rows = trained.outlook.query("region == '04' and period == '2029'").set_index("ssyk")
    result = run(FA, tables, Region("0483"))
    assert set(result.frame["region"]) == {"FA22"}
    assert len(result.frame) > 5
    for row in result.frame.query("period == '2029'").itertuples():
        county = rows.loc[row.ssyk]
        assert row.expected_pct == round(100 * (county["expected"] / county["now"] - 1), 2)
        assert FEWEST_PRINTED <= row.now < county["now"]


def test_what_lies_in_counties_without_figures_is_not_guessed(
    tables: Mapping[str, Table],
) -> None:
    """Uppsala is in the FA region of Stockholm, whose county the figures lack."""
    result = run(FA, tables, Region("03"))
    row = result.row(region="FA23", **LAST)
    assert row["expected_pct"].missing
    assert row["now"].missing
    assert row["verdict"].value == UNKNOWN
    assert row["covered_pct"].amount < COVERED_PCT
    assert row["missing"].value == "Stockholm"
    area = run(FA, tables, Region("SE12")).frame
    shown = area[area["now"].notna()]
    assert set(shown["region"]) == {"FA13", "FA19", "FA21", "FA22", "FA24", "FA25", "FA26"}
    assert (shown["covered_pct"] >= COVERED_PCT).all()
    assert set(area["region"]) - set(shown["region"]) == {"FA23", "FA36"}
    # riket has no FA region, and the county of Kiruna's has no figures
    for region, name in (("00", "Riket"), ("2584", "Kiruna")):
        with pytest.raises(NoFiguresError, match=name):
            run(FA, tables, Region(region))


def test_reach_names_the_counties_it_lacks(tables: Mapping[str, Table]) -> None:
    uppsala = Region("03")
    row = run(REACH, tables, uppsala).row(region="03", period="2025", ssyk="total")
    assert row["missing"].value == "Stockholm, Gävleborg"
    assert row["counties"].value == 2.0
    assert row["basis"].value == "avstånd"
    own = run(catalogue.indicator("outlook"), tables, uppsala)
    own_row = own.row(region="03", period="2025", ssyk="total")
    change = 100 * (own_row["expected"].amount / own_row["now"].amount - 1)
    # Uppsala weighs 1 and Västmanland less, so the mean lies nearer Uppsala's own change
    assert row["expected_pct"].amount == pytest.approx(change, abs=0.3)


def test_commuters_decide_where_there_are_any(tables: Mapping[str, Table]) -> None:
    """All who work in Uppsala live there, and half of those who work in Västmanland."""
    there = with_matrix(
        tables, ("0380", "0380", 10.0), ("1980", "0380", 5.0), ("1980", "1980", 5.0)
    )
    result = run(REACH, there, Region("03"))
    assert MATRIX in result.indicator.tables
    row = result.row(region="03", **LAST)
    assert row["basis"].value == "pendling"
    assert MATRIX in row["basis"].indicator.tables
    assert MATRIX in {cells.table for cells in row["basis"].column.reads}
    outlook = run(catalogue.indicator("outlook"), tables, Region("03")).frame
    other = run(catalogue.indicator("outlook"), tables, Region("19")).frame
    own, near = (
        frame.query(f"region == '{code}' and ssyk == 'total' and period == '2029'").iloc[0]
        for frame, code in ((outlook, "03"), (other, "19"))
    )
    now, expected = (own[n] + near[n] / 2 for n in ("now", "expected"))
    assert row["expected_pct"].amount == pytest.approx(100 * (expected / now - 1), abs=0.01)
    market = run(FA, there, Region("1980")).row(region="FA24", **LAST)
    assert market["basis"].value == "pendling"
    assert market["now"].amount == pytest.approx(near["now"] / 2)


def test_without_the_table_nothing_speaks_of_it(tables: Mapping[str, Table]) -> None:
    result: Result = run(REACH, tables, Region("03"))
    assert result.indicator.tables == ("scb:YREG60", "scb:YREG51")
    for column in result.indicator.columns:
        assert {cells.table for cells in column.reads} == {"scb:YREG60", "scb:YREG51"}
