"""Indicators of SCB's tables that are fetched: which rows they have, and of which cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

import pandas as pd
import pytest

from vagled_lmi.codes import Region
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import NoFiguresError, Result, run
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.tables import Table

Value = Callable[[Mapping[str, str]], "float | None"]


def table(id_: str, value: Value, **codes: tuple[str, ...]) -> Table:
    """A table of every combination of some codes; exempeldata. Others are all that is declared."""
    spec = sources.spec(id_)
    declared = {d.name: tuple(d.codes) for d in spec.dimensions}
    sizes = [codes.get(name, declared[name]) for name in spec.keys]
    rows = [(*key, value(dict(zip(spec.keys, key, strict=True))), "") for key in product(*sizes)]
    return Table(spec, pd.DataFrame(rows, columns=list(spec.columns)), ())


def number_of(key: Mapping[str, str]) -> float:
    """Another number for each cell."""
    return float(sum(place * ord(letter) for place, letter in enumerate("|".join(key.values()))))


def rests_on_its_cells(result: Result) -> None:
    """Each measure of a row comes out the same of the cells it declares alone."""
    indicator = result.indicator
    for key in result.keys(result.frame):
        for column in indicator.columns:
            alone = {}
            for name in indicator.tables:
                whole = result.tables[name]
                chosen = pd.Series(data=False, index=whole.frame.index)
                for cells in column.reads:
                    if cells.table == name:
                        chosen |= cells.select(whole.frame, whole.spec.keys, key)
                assert 0 < chosen.sum() < len(whole.frame)
                alone[name] = Table(whole.spec, whole.frame[chosen], ())
            again = run(indicator, alone, Region(key["region"]))
            assert again.number(column.name, **key).value == result.number(column.name, **key).value


def wages(value: Value = number_of) -> dict[str, Table]:
    some = {"period": ("2023", "2024"), "ssyk": ("2341", "9120")}
    return {
        "pay": table("scb:LonYrkeRegion4AN", value, region=("00", "SE12", "SE11"), **some),
        "pay_spread": table("scb:TAB5932", value, region=("00",), **some),
        "group_pay": table(
            "scb:TAB5881", value, region=("00", "SE12"), period=("2024",), ssyk3=("234", "912")
        ),
    }


def of(name: str, held: Table, region: str) -> Result:
    indicator = catalogue.indicator(name)
    assert indicator.tables == (held.spec.id,)
    return run(indicator, {held.spec.id: held}, Region(region))


@pytest.mark.parametrize("region", ["SE12", "03", "0331"])
@pytest.mark.parametrize("name", ["pay", "pay_spread"])
def test_wages_are_those_of_the_area_and_rest_on_their_cells(name: str, region: str) -> None:
    result = of(name, wages()[name], region)
    assert result.keys_of("region") == (["SE12", "00"] if name == "pay" else ["00"])
    assert result.keys_of("period") == ["2024"]
    assert result.keys_of("ssyk", region="00") == ["2341", "9120"]
    rests_on_its_cells(result)


def test_a_group_has_the_wages_of_its_area_and_rests_on_its_cells() -> None:
    result = of("group_pay", wages()["group_pay"], "03")
    assert result.keys_of("region", ssyk3="234") == ["SE12", "00"]
    rests_on_its_cells(result)


def test_a_wage_that_is_hidden_is_missing() -> None:
    def value(key: Mapping[str, str]) -> float | None:
        return None if (key["region"], key["sex"]) == ("SE12", "men") else 40_000.0

    row = of("pay", wages(value)["pay"], "03").row(region="SE12", period="2024", ssyk="2341")
    assert row["pay_men"].missing
    assert row["pay_women"].value == 40_000


def test_an_area_that_was_not_fetched_is_said() -> None:
    with pytest.raises(NoFiguresError, match="Övre Norrland"):
        of("pay", wages()["pay"], "25")


SCHOOL_YEARS = tuple(f"{year}/{year % 100 + 1:02d}" for year in range(2010, 2021))
REGIONS = ("00", "03", "04")


def held_of(name: str, value: Value = number_of) -> Table:
    """The table of an indicator: two counties and riket."""
    match name:
        case "vacancies":
            quarters = ("2025K1", "2025K2", "2026K1", "2026K2")
            return table("scb:TAB6605", value, region=REGIONS, period=quarters)
        case "attainment":
            return table("scb:TAB4320", value, region=REGIONS, period=("2023", "2024"))
    return table("scb:TAB5461", value, region=REGIONS, period=SCHOOL_YEARS)


@pytest.mark.parametrize("name", ["vacancies", "attainment", "higher_starts"])
def test_a_county_stands_beside_riket_and_each_number_rests_on_its_cells(name: str) -> None:
    result = of(name, held_of(name), "03")
    assert set(result.keys_of("region")) == {"00", "03"}
    assert len(result.keys_of("period")) == (2 if name == "vacancies" else 1)
    rests_on_its_cells(result)


def test_vacancies_are_of_the_newest_quarter_and_the_same_one_a_year_before() -> None:
    held = held_of("vacancies")
    assert of("vacancies", held, "03").keys_of("period") == ["2025K2", "2026K2"]
    later = Table(held.spec, held.frame[held.frame["period"] != "2025K2"], ())
    assert of("vacancies", later, "03").keys_of("period") == ["2026K2"]


def test_shares_are_of_all_levels_known_or_not() -> None:
    people = {"2": 100.0, "4": 500.0, "6": 250.0, "7": 50.0, "US": 100.0}
    result = of(
        "attainment", held_of("attainment", lambda key: people.get(key["level"], 0.0)), "03"
    )
    for sex, count in (("women", 40), ("total", 80)):  # 40 ages, and two sexes of them
        row = result.row(region="03", period="2024", sex=sex)
        assert row["population"].value == 1000 * count
        shares = [row[f"{name}_pct"].value for name in ("short", "long", "unknown")]
        assert shares == [10.0, 30.0, 10.0]


def test_who_goes_on_moves_by_the_mean_of_the_last_changes() -> None:
    def share(key: Mapping[str, str]) -> float | None:
        year = int(key["period"][:4])
        if key["region"] == "03" and year == 2020:
            return None  # the newest that SCB has is not there for the county
        moved = {"women": 2.0, "men": 1.0}[key["sex"]] * (year % 2)
        return 40.0 + moved + (9.0 if year < 2014 else 0.0)

    result = of("higher_starts", held_of("higher_starts", share), "03")
    assert result.keys_of("period") == ["2020/21"]
    # riket: six steps of 2 and six of 1, the leap before 2014 is too long ago
    assert result.number("swing_pp", region="00", period="2020/21").amount == pytest.approx(1.5)
    assert result.number("women", region="03", period="2020/21").missing


def status(value: Value = number_of, *regions: str) -> Table:
    return table(
        "scb:ArbStatusM",
        value,
        region=regions or ("00", "03", "04", "05", "18", "19", "25"),
        period=("2026M05", "2026M06"),
    )


@pytest.mark.parametrize("region", ["03", "25", "SE12"])
def test_work_by_birth_is_of_the_newest_month_and_rests_on_its_cells(region: str) -> None:
    result = of("birth_status", status(), region)
    assert result.keys_of("region")[0] == region
    assert result.keys_of("region")[-1] == "00"
    assert result.keys_of("period") == ["2026M06"]
    assert set(result.keys_of("sex")) == {"total", "women", "men"}
    rests_on_its_cells(result)


def test_an_areas_rates_are_of_its_sums_and_a_countys_as_published() -> None:
    def value(key: Mapping[str, str]) -> float:
        if key["contents"] in ("employment", "unemployment"):
            return 50.0
        is_part = key["contents"] in ("employed", "unemployed")
        size = 1000.0 if key["region"] == "03" else 100.0
        return size * (0.9 if is_part and key["region"] == "03" else 0.4 if is_part else 1.0)

    result = of("birth_status", status(value), "SE12")
    area = result.row(region="SE12", period="2026M06", sex="women")
    # (900 + 4 * 40) / (1 000 + 4 * 100) = 75.714 per cent
    assert area["employment_foreign"].amount == pytest.approx(100 * 1060 / 1400)
    assert area["population_foreign"].value == 1400
    assert result.row(region="03", period="2026M06", sex="women")["employment_native"].value == 50


def test_an_area_that_lacks_a_county_has_no_row() -> None:
    assert "SE12" not in of("birth_status", status(number_of, "00", "03", "04"), "SE12").keys_of(
        "region"
    )
