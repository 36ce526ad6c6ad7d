"""The outlooks as indicators: described, keyed, with addresses, from their declared cells alone."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest

from vagled_lmi.brief.desk import Desk
from vagled_lmi.codes import OSTRA_MELLANSVERIGE, Region
from vagled_lmi.errors import UnknownCodeError
from vagled_lmi.indicators import catalogue as agencies
from vagled_lmi.indicators.protocol import Indicator, NoFiguresError, Result, run
from vagled_lmi.outlook import catalogue
from vagled_lmi.tables import Table

OWN = [i for name, i in catalogue.indicators().items() if name not in agencies.indicators()]
UPPSALA = Region("03")


@pytest.fixture(scope="module")
def results(tables: Mapping[str, Table]) -> dict[str, Result]:
    return {indicator.id: run(indicator, tables, UPPSALA) for indicator in OWN}


def test_they_stand_beside_the_agencies_figures() -> None:
    assert {i.id for i in OWN} == {
        "outlook", "outlook_accuracy", "openings", "outlook_employed", "outlook_unemployment",
        "cohorts_ahead", "hindsight", "barometer_changes", "disagreement", "outlook_reach",
        "outlook_labour_market", "replacement",
    }  # fmt: skip
    assert set(agencies.indicators()) < set(catalogue.indicators())
    with pytest.raises(UnknownCodeError, match="Menade du outlook"):
        catalogue.indicator("outlok")


@pytest.mark.parametrize("indicator", OWN, ids=lambda i: i.id)
def test_it_describes_itself(indicator: Indicator) -> None:
    for text in (indicator.label, indicator.definition, indicator.reference, *indicator.caveats):
        assert text.strip()
    assert len({column.name for column in indicator.columns}) == len(indicator.columns)
    for column in indicator.columns:
        assert column.label
        assert column.unit
        assert column.how.startswith(("Publicerad", "Egen bearbetning"))
        read = {cells.table for cells in column.reads}
        assert read <= {*indicator.tables, *indicator.optional}


@pytest.mark.parametrize("region", OSTRA_MELLANSVERIGE)
@pytest.mark.parametrize("indicator", OWN, ids=lambda i: i.id)
def test_it_has_every_county_of_ostra_mellansverige(
    indicator: Indicator, region: str, tables: Mapping[str, Table]
) -> None:
    result = run(indicator, tables, Region(region))
    assert len(result.frame)
    assert not result.frame.duplicated(list(indicator.keys)).any()


def test_a_region_the_register_lacks_is_said_and_not_guessed(tables: Mapping[str, Table]) -> None:
    for name in (
        "outlook",
        "openings",
        "replacement",
        "disagreement",
        "outlook_reach",
        "outlook_employed",
    ):
        with pytest.raises(NoFiguresError, match="Stockholms län"):
            run(catalogue.indicator(name), tables, Region("01"))


@pytest.mark.parametrize("indicator", OWN, ids=lambda i: i.id)
def test_the_declared_cells_alone_give_the_same(
    indicator: Indicator, results: dict[str, Result]
) -> None:
    result = results[indicator.id]
    read = result.indicator
    row = result.frame.iloc[len(result.frame) // 2]
    key = {name: row[name] for name in indicator.keys}
    alone = {}
    for name in read.tables:
        table = result.tables[name]
        chosen = pd.Series(data=False, index=table.frame.index)
        for column in read.columns:
            for cells in column.reads:
                if cells.table == name:
                    chosen |= cells.select(table.frame, table.spec.keys, key)
        assert chosen.sum() > 0, name
        alone[name] = Table(table.spec, table.frame[chosen], ())
    region = Region(key["region"])
    region = region if region.level in ("county", "labour_market") else UPPSALA
    again = run(indicator, alone, region).row(**key)
    assert {c: n.value for c, n in again.items()} == {
        c: n.value for c, n in result.row(**key).items()
    }


def test_every_number_has_an_address(results: dict[str, Result]) -> None:
    row = results["outlook"].row(region="03", period="2027", ssyk="2341")
    assert row["expected"].address == "03/outlook/expected?region=03&period=2027&ssyk=2341"
    assert row["now"].value == 4320
    assert row["expected"].amount == round(row["expected"].amount)
    assert isinstance(row["verdict"].value, str)
    assert row["reservation"].value == "färre än 10 000 personer"


def test_outlooks_are_for_the_region_its_landsdel_and_riket(results: dict[str, Result]) -> None:
    frame = results["outlook"].frame
    assert list(dict.fromkeys(frame["region"])) == ["03", "SE12", "00"]
    assert frame["now"].min() >= 1000
    for other in ("openings", "outlook_reach"):
        assert "now" not in results[other].frame or results[other].frame["now"].min() >= 1000


def test_openings_are_growth_and_those_who_leave(results: dict[str, Result]) -> None:
    outlook = results["outlook"].row(region="03", period="2029", ssyk="2341")
    row = results["openings"].row(region="03", period="2029", ssyk="2341")
    growth = outlook["expected"].amount - outlook["now"].amount
    assert row["growth"].amount == growth
    leaving = row["now"].amount * row["leaving_pct"].amount / 100
    assert row["leaving"].amount == pytest.approx(leaving, abs=0.5)
    assert row["openings"].amount == pytest.approx(leaving + growth, abs=0.5)
    assert row["openings_lower"].amount < row["openings"].amount < row["openings_upper"].amount
    assert row["leaving_later"].amount < row["leaving"].amount


def test_who_leave_are_as_many_in_every_kind_of_brief(results: dict[str, Result]) -> None:
    openings = results["openings"].frame.query("region == '03' and ssyk.str.len() == 4")
    frame = results["replacement"].frame.set_index("ssyk")
    assert len(openings) > 20
    for row in openings.itertuples():
        assert frame.loc[row.ssyk, "leaving"] == pytest.approx(row.leaving, abs=0.5)
    assert frame[frame["employees"] < 1000]["leaving"].isna().all()
    assert frame[frame["employees"] >= 1000]["leaving"].notna().all()


def test_disagreement_comes_first_where_it_is_largest(results: dict[str, Result]) -> None:
    frame = results["disagreement"].frame
    known = frame["disagreement"].dropna()
    assert (np.diff(known) <= 0).all()
    assert frame["disagreement"].iloc[len(known) :].isna().all()
    assert frame["reason"].notna().all()
    own = frame[frame["own_area"] == "03"]
    assert (own["employees"] >= 1000).all()
    larger = frame[frame["own_area"].isin(["SE12", "00"])]
    assert len(larger) > 0
    assert (larger["employees"] < 1000).all()


def test_a_month_whose_intervals_seldom_held_says_so(results: dict[str, Result]) -> None:
    for name in ("outlook_employed", "outlook_unemployment"):
        frame = results[name].frame
        untested = frame["held_80"].isna() | (frame["held_80"] < 70)
        assert 0 < untested.sum() < len(frame)
        assert (frame.loc[untested, "verdict"] == "vi vet inte").all()
        uppsala = frame[frame["region"] == "03"]
        assert len(uppsala) == 24


def test_a_desk_finds_them(tables: Mapping[str, Table]) -> None:
    desk = Desk("uppsala")
    number = desk.result("outlook").number("expected", region="03", period="2027", ssyk="2341")
    assert not number.missing
    assert desk.table("scb:YREG60").retrievals == tables["scb:YREG60"].retrievals
