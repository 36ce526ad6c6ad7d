"""Indicators of tables that are fetched: each number from the cells it declares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.agencies.myh import MyhServer
from tests.agencies.skolverket import SkolverketServer
from tests.agencies.uka import UkaServer
from tests.brief.fetched import filled
from vagled_lmi.codes import Region
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import Result, run
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.tables import Table


def uka() -> tuple[UkaServer, str]:
    server = UkaServer()
    server.rows = [
        [f'="{year}/{year - 1999}"', university, sex, "Total", degree, f"{80 + year % 7},{n}"]
        for year in range(2014, 2022)
        for university in ("", "Uppsala universitet")
        for n, sex in enumerate(("Total", "Kvinnor", "Män"))
        for degree in ("", "Civilingenjör", "Sjuksköterska")
    ]
    return server, "VAGLED_UKA_URL"


def degrees() -> tuple[UkaServer, str]:
    server = UkaServer()
    server.rows = [
        [f'="{year}/{year - 1999}"', university, sex, "Total", degree, str(year - 1900 + n)]
        for year in range(2014, 2022)
        for university in ("", "Uppsala universitet")
        for n, sex in enumerate(("Total", "Kvinnor", "Män"))
        for degree in ("", "Psykologexamen", "Optiker")
    ]
    return server, "VAGLED_UKA_URL"


def skolverket() -> tuple[SkolverketServer, str]:
    return SkolverketServer(), "VAGLED_SKOLVERKET_URL"


def myh() -> tuple[MyhServer, str]:
    return MyhServer(), "VAGLED_MYH_URL"


#: An indicator, the agency that its table is fetched from, and the region of a brief.
CASES = [
    ("higher_established", uka, "00"),
    ("licensed_graduates", degrees, "00"),
    ("gymnasium_schools", skolverket, "03"),
    ("gymnasium_programmes", skolverket, "0380"),
    ("education_events", skolverket, "03"),
    ("vocational_programmes", myh, "03"),
    ("vocational_programme_count", myh, "03"),
]


@pytest.fixture(params=CASES, ids=lambda case: case[0])
def result(request: pytest.FixtureRequest, tmp_path: Path) -> Result:
    name, agency, region = request.param
    indicator = catalogue.indicator(name)
    store = filled(tmp_path / "store", *agency(), indicator.tables)
    held = {table: sources.load(table, store) for table in indicator.tables}
    return run(indicator, held, Region(region))


def test_a_number_rests_on_the_cells_it_declares_and_on_no_others(result: Result) -> None:
    indicator = result.indicator
    for key in result.keys(result.frame):
        alone = {}
        for name, table in result.tables.items():
            chosen = pd.Series(data=False, index=table.frame.index)
            for column in indicator.columns:
                for cells in column.reads:
                    if cells.table == name:
                        chosen |= cells.select(table.frame, table.spec.keys, key)
            assert 0 < chosen.sum() < len(table.frame)
            alone[name] = replace(table, frame=table.frame[chosen])
        again = run(indicator, alone, Region(key["region"])).row(**key)
        assert {c: n.value for c, n in again.items()} == {
            c: n.value for c, n in result.row(**key).items()
        }


def of(make: Callable[[], tuple[UkaServer, str]], name: str, root: Path) -> Table:
    (table,) = catalogue.indicator(name).tables
    return sources.load(table, filled(root / "store", *make(), (table,)))


def test_the_usual_change_of_a_degree_is_the_mean_of_the_last_six(tmp_path: Path) -> None:
    table = of(uka, "higher_established", tmp_path)
    result = run(catalogue.indicator("higher_established"), {"uka:etablering": table}, Region("00"))
    row = result.row(region="00", period="2021/22", category="Civilingenjör")
    # 2015/16 to 2021/22 are 6, 0, 1, 2, 3, 4, 5 over 80: a fall of 6 and five rises of 1
    assert row["swing_pp"].amount == pytest.approx(11 / 6)
    assert [row[sex].value for sex in ("total", "women", "men")] == [85.0, 85.1, 85.2]


def test_degrees_are_those_of_the_five_latest_years(tmp_path: Path) -> None:
    table = of(degrees, "licensed_graduates", tmp_path)
    result = run(catalogue.indicator("licensed_graduates"), {table.spec.id: table}, Region("00"))
    assert result.keys_of("ssyk") == ["2241", "2284"]
    # 2017/18 to 2021/22 are 117, 118, 119, 120 and 121
    graduates = result.number("graduates", region="00", period="2021/22", ssyk="2284")
    assert graduates.amount == 117 + 118 + 119 + 120 + 121
