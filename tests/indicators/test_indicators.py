"""Every indicator: described, keyed, exact about its cells; and worked cases by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import pytest

from vagled_lmi import snapshot, snapshot_copies
from vagled_lmi.codes import Region
from vagled_lmi.errors import TraceError
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.barometer import fields_of
from vagled_lmi.indicators.careers import field_of
from vagled_lmi.indicators.protocol import Indicator, NoFiguresError, Number, Result, run
from vagled_lmi.tables import Table

UPPSALA = Region("03")
ALL = list(catalogue.indicators().values())
OSTRA_MELLANSVERIGE = ["03", "04", "05", "18", "19"]
AREA = Region("SE12")
#: Indicators that are about an area of several counties alone.
OF_AREA = {"barometer_area", "barometer_common"}
#: Indicators that count all that a table has.
OF_ALL = {"occupations_with_education"}
#: Indicators whose rows are of kommuner, or of riket, whatever the region.
OF_OTHERS = {
    "education_of_occupation", "eligibility", "occupation_ages", "occupations_with_education",
    "vocational_match", "vocational_work",
}  # fmt: skip
#: The program's figures have what they read; the others are tried where it is fetched.
HELD = {made.table for made in (*snapshot.RECIPES, *snapshot_copies.COPIES)}
OF_COUNTY = [i for i in ALL if i.id not in OF_AREA and HELD.issuperset(i.tables)]
#: What can be said of an area: counts summed over its counties, shares of them, and its counties.
SUMMED = (
    "ads", "barometer_area", "barometer_common", "barometer_counts", "barometer_fields",
    "cohorts", "employed", "field_ads", "fields", "occupation_ages", "occupation_years",
    "occupations",
    "unemployment", "vocational_places", "workforce",
)  # fmt: skip


@pytest.fixture(scope="module")
def results(tables: Mapping[str, Table]) -> dict[str, Result]:
    return {indicator.id: run(indicator, tables, UPPSALA) for indicator in OF_COUNTY}


@pytest.mark.parametrize("indicator", ALL, ids=lambda i: i.id)
def test_it_describes_itself(indicator: Indicator) -> None:
    for text in (indicator.label, indicator.definition, indicator.reference):
        assert text.strip()
    for column in indicator.columns:
        assert column.label
        assert column.unit
        assert column.how.startswith(("Publicerad", "Egen bearbetning", "Om uppgiften"))
        assert column.reads
        assert {cells.table for cells in column.reads} <= set(indicator.tables)


@pytest.mark.parametrize("region", OSTRA_MELLANSVERIGE)
@pytest.mark.parametrize("indicator", OF_COUNTY, ids=lambda i: i.id)
def test_it_has_every_county_of_ostra_mellansverige(
    indicator: Indicator, region: str, tables: Mapping[str, Table]
) -> None:
    result = run(indicator, tables, Region(region))
    assert len(result.frame)
    assert not result.frame.duplicated(list(indicator.keys)).any()


def test_a_region_the_tables_lack_is_said_and_not_guessed(tables: Mapping[str, Table]) -> None:
    for name in ("employed", "occupations", "barometer", "ads", "vocational_places"):
        with pytest.raises(NoFiguresError, match="Stockholms län"):
            run(catalogue.indicator(name), tables, Region("01"))


def rests_on_its_cells(result: Result) -> None:
    """Computed from the declared cells alone, every measure of a row comes out the same."""
    indicator = result.indicator
    every = max(1, len(result.frame) // 15)
    for _, row in result.frame.iloc[::every].iterrows():
        key = {name: row[name] for name in indicator.keys}
        if "ads" in row and row["ads"] == 0:
            continue  # no advertisement is no row, so there is no cell to declare
        alone = {}
        for name in indicator.tables:
            table = result.tables[name]
            chosen = pd.Series(data=False, index=table.frame.index)
            for column in indicator.columns:
                for cells in column.reads:
                    if cells.table == name:
                        chosen |= cells.select(table.frame, table.spec.keys, key)
            assert chosen.sum() > 0, (name, key)
            assert indicator.id in OF_ALL or chosen.sum() < len(table.frame), (name, key)
            alone[name] = Table(table.spec, table.frame[chosen], ())
        if key["region"] == AREA.code and any(
            len(set(part.frame["region"]) & set(OSTRA_MELLANSVERIGE)) in (1, 2, 3, 4)
            for part in alone.values()
        ):
            continue  # a county with nothing to count has no row, so there is no cell to declare
        region = Region(key["region"])
        if indicator.id in OF_OTHERS:
            region = result.region
        again = run(indicator, alone, region).row(**key)
        assert {c: n.value for c, n in again.items()} == {
            c: n.value for c, n in result.row(**key).items()
        }


@pytest.mark.parametrize("indicator", OF_COUNTY, ids=lambda i: i.id)
def test_a_number_rests_on_the_cells_it_declares_and_on_no_others(
    indicator: Indicator, results: dict[str, Result]
) -> None:
    rests_on_its_cells(results[indicator.id])


@pytest.mark.parametrize("name", SUMMED)
def test_a_number_of_an_area_rests_on_the_cells_of_its_counties(
    name: str, tables: Mapping[str, Table]
) -> None:
    rests_on_its_cells(run(catalogue.indicator(name), tables, AREA))


def test_what_carries_noise_or_is_a_rate_is_never_summed(tables: Mapping[str, Table]) -> None:
    """Population, unemployment, eligibility: an area has its counties side by side, no sum."""
    for name in ("population", "eligibility", "barometer", "barometer_compared"):
        with pytest.raises(NoFiguresError, match="Östra Mellansverige"):
            run(catalogue.indicator(name), tables, AREA)
    for name in ("cohorts", "unemployment", "barometer_counts"):
        regions = run(catalogue.indicator(name), tables, AREA).keys_of("region")
        assert "SE12" not in regions
        assert set(OSTRA_MELLANSVERIGE) <= set(regions)


def test_an_area_is_the_sum_of_its_counties(tables: Mapping[str, Table]) -> None:
    employed = run(catalogue.indicator("employed"), tables, AREA)
    parts = [
        run(catalogue.indicator("employed"), tables, Region(code)).number(
            "level", region=code, period="2026M06"
        )
        for code in OSTRA_MELLANSVERIGE
    ]
    whole = employed.number("level", region="SE12", period="2026M06")
    assert whole.amount == sum(part.amount for part in parts)
    assert employed.keys_of("region") == ["SE12", *OSTRA_MELLANSVERIGE, "00"]
    # a county that is not there leaves no sum
    frame = tables["scb:ArbStDoNMNN"].frame
    fewer = Table(tables["scb:ArbStDoNMNN"].spec, frame[frame["region"] != "18"], ())
    again = run(catalogue.indicator("employed"), {"scb:ArbStDoNMNN": fewer}, AREA)
    assert "SE12" not in again.keys_of("region")


def test_fields_hold_every_occupation_once(results: dict[str, Result]) -> None:
    fields = results["fields"].frame
    workforce = results["workforce"].row(region="03", period="2024")
    table = results["fields"].tables["scb:YREG60"].frame
    latest = table[
        (table["region"] == "03") & (table["period"] == "2024") & (table["sex"] == "total")
    ].set_index("ssyk")["value"]
    homeless = [ssyk for ssyk in latest.index if field_of(ssyk) is None]
    assert fields["employees"].sum() + latest[homeless].sum() == workforce["employees"].amount
    assert (fields["women_pct"] + fields["men_pct"]).round(9).eq(100).all()


def test_a_barometer_occupation_is_in_the_fields_of_its_groups() -> None:
    assert fields_of("2341") == {"Pedagogik"}
    assert fields_of("2413, 2414, 3311") == {"Administration, ekonomi, juridik"}
    assert fields_of("9999") == set()


def number(results: dict[str, Result], indicator: str, column: str, **key: str) -> Number:
    return results[indicator].number(column, **key)


def test_employed_against_the_same_month_a_year_ago(results: dict[str, Result]) -> None:
    june = {"region": "03", "period": "2026M06"}
    assert number(results, "employed", "level", **june).value == 181185
    # 181 185 - 179 260 = 1 925; 100 * 1 925 / 179 260 = 1.0739
    assert number(results, "employed", "change", **june).value == 1925
    assert number(results, "employed", "change_pct", **june).amount == pytest.approx(
        1.0739, abs=5e-5
    )
    first = number(results, "employed", "change_pct", region="03", period="2020M12")
    assert first.missing


def test_trend_is_the_mean_of_twelve_months_against_the_twelve_before(
    results: dict[str, Result], tables: Mapping[str, Table]
) -> None:
    frame = tables["scb:ArbStDoNMNN"].frame
    months = frame[frame["region"] == "03"].sort_values("period")["value"].tolist()
    newest, before = sum(months[-12:]) / 12, sum(months[-24:-12]) / 12
    trend = number(results, "employed", "trend_pct", region="03", period="2026M06")
    assert trend.amount == pytest.approx(100 * (newest - before) / before, rel=1e-12)


def test_unemployment_changes_in_percentage_points(results: dict[str, Result]) -> None:
    january = {"region": "00", "period": "2024M01"}
    assert number(results, "unemployment", "rate", **january).value == 5.5
    # 5.5 - 5.1 = 0.4
    assert number(results, "unemployment", "change_pp", **january).amount == pytest.approx(0.4)


def test_cohorts(results: dict[str, Result]) -> None:
    here = {"region": "03", "period": "2026M04"}
    # 100 * 48 306 / 42 485 = 113.70
    assert number(results, "cohorts", "per_100", **here).amount == pytest.approx(113.70, abs=5e-3)


def test_occupations(results: dict[str, Result]) -> None:
    teachers = {"region": "03", "period": "2024", "ssyk": "2341"}
    assert number(results, "occupations", "employees", **teachers).value == 4320
    # 4 320 of 166 388 here; the share in riket from the same table
    quotient = number(results, "occupations", "quotient", **teachers)
    table = results["occupations"].tables["scb:YREG60"].frame
    latest = table[(table["period"] == "2024") & (table["sex"] == "total")]
    country = latest[latest["region"] == "00"].set_index("ssyk")["value"]
    assert quotient.amount == pytest.approx(
        (4320 / 166388) / (country["2341"] / country.sum()), rel=1e-12
    )


def test_no_change_is_given_across_2022_and_2023() -> None:
    names = {column.name for column in catalogue.indicator("occupations").columns}
    assert {name for name in names if name.startswith("change")} == {
        "change_2019_2022",
        "change_2023_2024",
    }


def test_change_is_not_given_for_few_people(results: dict[str, Result]) -> None:
    frame = results["occupations"].frame
    table = results["occupations"].tables["scb:YREG60"].frame
    before = table[
        (table["region"] == "03") & (table["period"] == "2023") & (table["sex"] == "total")
    ].set_index("ssyk")["value"]
    few = before[before < 100].index
    assert len(few) > 100
    assert frame[frame["ssyk"].isin(few)]["change_2023_2024"].isna().all()


def test_barometer_counts_are_those_of_the_agency(results: dict[str, Result]) -> None:
    counts = {
        (region, name): results["barometer_counts"]
        .number("occupations", region=region, period="2025-1", chances=name)
        .amount
        for region in ("03", "00")
        for name in ("stora", "medelstora", "små")
    }
    # the agency's report on riket 2025-1 has 82, 48 and 35
    assert [counts["00", c] for c in ("stora", "medelstora", "små")] == [82, 48, 35]
    assert [counts["03", c] for c in ("stora", "medelstora", "små")] == [69, 60, 36]


def test_barometer_compares_within_a_round_and_shows_the_latest_beside(
    results: dict[str, Result],
) -> None:
    row = results["barometer"].row(
        region="03", period="2025-1", occupation="Administrativa assistenter"
    )
    assert row["chances"].value == "medelstora"
    assert row["country_chances"].value == "små"
    assert row["latest_round"].value == "2026-1"
    assert row["latest_situation"].value == "överskott"
    assert row["level"].missing  # the copy of 2025-1 does not say


def test_an_occupation_whose_name_is_not_certain_carries_a_reservation(
    results: dict[str, Result],
) -> None:
    reserved = results["barometer"].frame.dropna(subset="reservation")
    assert sorted(reserved["occupation"]) == ["Kemister", "namn saknas: MVsT_wqw_KkM"]


def test_advertisements_join_two_classifications(results: dict[str, Result]) -> None:
    # AF's 5321 is SCB's 5321 and 5322
    table = results["ads"].tables["scb:YREG60"].frame
    rows = table[
        (table["region"] == "03") & (table["period"] == "2024") & (table["sex"] == "total")
    ].set_index("ssyk")["value"]
    row = results["ads"].row(region="03", period="2024", ssyk="5321")
    assert row["employees"].value == rows["5321"] + rows["5322"]
    assert row["per_100"].amount == pytest.approx(
        100 * row["ads"].amount / (rows["5321"] + rows["5322"]), rel=1e-12
    )


def test_eligibility_has_every_kommun_of_the_county(results: dict[str, Result]) -> None:
    assert results["eligibility"].keys_of("region") == [k.code for k in UPPSALA.municipalities]
    heby = results["eligibility"].row(region="0331", period="2024/25")
    assert (heby["total"].value, heby["women"].value, heby["men"].value) == (74.6, 74.2, 75.0)


def test_an_unknown_measure_or_row_is_refused(results: dict[str, Result]) -> None:
    with pytest.raises(TraceError, match="inget mått"):
        results["employed"].number("antal", region="03", period="2026M06")
    with pytest.raises(TraceError, match="ingen rad"):
        results["employed"].number("level", region="03", period="1999M01")
    with pytest.raises(TraceError, match="ingen rad"):
        results["employed"].number("level", region="03")


def test_addresses_are_unique_and_stable(results: dict[str, Result]) -> None:
    employed = number(results, "employed", "level", region="03", period="2026M06")
    assert employed.address == "03/employed/level?region=03&period=2026M06"
    odd = results["barometer"].number(
        "chances",
        region="03",
        period="2025-1",
        occupation="Medicinska sekreterare/vårdadministratörer",
    )
    assert odd.address.endswith(
        "occupation=Medicinska%20sekreterare%2Fv%C3%A5rdadministrat%C3%B6rer"
    )
