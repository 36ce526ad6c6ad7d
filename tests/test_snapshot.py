"""The figures that come with the program: whole, true to the long tables, and refused when not."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from tests.conftest import SHARED
from vagled_lmi import resources, snapshot, snapshot_copies
from vagled_lmi.errors import ContractError
from vagled_lmi.provenance import VIA_PUBLIC_COPY
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

HELD = {made.table for made in (*snapshot.RECIPES, *snapshot_copies.COPIES)}
FIGURES = SHARED / "figures"
with_figures = [
    pytest.mark.shared,
    pytest.mark.skipif(not FIGURES.is_dir(), reason="../shared med sammanställda tabeller saknas"),
]


def value(table: Table, **key: str) -> float:
    rows = table.frame
    for name, code in key.items():
        rows = rows[rows[name] == code]
    (only,) = rows["value"]
    return float(only)


def test_every_table_of_the_recipes_is_in_it(
    tables: Mapping[str, Table], snapshot: Archive
) -> None:
    assert set(tables) == HELD
    for table in tables.values():
        (retrieval,) = table.retrievals
        assert retrieval.via == VIA_PUBLIC_COPY
        assert retrieval.licence
    assert snapshot.verify() == []


def test_it_is_small() -> None:
    size = sum(
        path.stat().st_size for path in resources.snapshot_dir().rglob("*") if path.is_file()
    )
    assert size < 1_500_000


def test_the_index_says_what_each_table_is() -> None:
    index = json.loads((resources.snapshot_dir() / "tables.json").read_text(encoding="utf-8"))
    assert {entry["table"] for entry in index} == HELD
    for entry in index:
        for name in ("agency", "register", "contents", "unit", "periods", "licence", "compiled"):
            assert entry[name], (entry["table"], name)
        assert entry["via"] == VIA_PUBLIC_COPY


def test_values_known_from_the_agencies(tables: Mapping[str, Table]) -> None:
    employed = tables["scb:ArbStDoNMNN"]
    assert value(employed, region="03", period="2026M06") == 181185
    unemployment = tables["scb:TAB6260"]
    rates = {"00": 5.5, "03": 4.7, "04": 7.6, "05": 5.7, "18": 5.7, "19": 6.5}
    for region, rate in rates.items():
        assert value(unemployment, region=region, period="2024M01") == rate
    occupations = tables["scb:YREG60"]
    largest = {"5321": 5747, "2341": 5435, "4322": 5082}
    for ssyk, employees in largest.items():
        assert value(occupations, region="05", period="2024", ssyk=ssyk, sex="total") == employees
    match, work = tables["scb:yh_arbete"], tables["scb:yh_tid"]
    it = {"field": "Data/IT", "period": "2024"}
    assert value(match, contents="fully", **it) == 62
    assert value(match, contents="fully_margin", **it) == 2
    assert value(work, contents="half_year", **it) == 71
    assert value(work, contents="half_year", field="Totalt", period="2023") == 90


def test_sums_known_from_the_agencies(tables: Mapping[str, Table]) -> None:
    occupations = tables["scb:YREG60"].frame
    latest = occupations[(occupations["period"] == "2024") & (occupations["sex"] == "total")]
    sums = latest.groupby("region")["value"].sum()
    assert sums[["03", "04", "05", "18", "19"]].tolist() == [
        166388, 116853, 217392, 143139, 122155,
    ]  # fmt: skip
    population = tables["scb:TAB6471"].frame
    by_sex = population.groupby(["region", "sex"])["value"].sum()
    # the noise against disclosure: men + women is 410 859, the published totals add to 410 862
    assert by_sex["03", "total"] == 410862
    assert by_sex["03", "men"] + by_sex["03", "women"] == 410859


@pytest.mark.parametrize("recipe", snapshot.RECIPES, ids=lambda recipe: recipe.table)
def test_nothing_is_lost_from_the_long_tables(
    recipe: snapshot.Recipe, tables: Mapping[str, Table]
) -> None:
    if not FIGURES.is_dir():
        pytest.skip("../shared med sammanställda tabeller saknas")
    measures = {
        "scb:YREG60": ("total", "women"),
        "myh:beviljade": ("programmes", "places"),
        "af:yrkesbarometern": ("jobbmojligheter", "rekryteringssituation", "prognos"),
    }.get(recipe.table, ("value",))
    given: list[str] = []
    cells: set[tuple[str, str]] = set()
    for name in recipe.files:
        with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                cells.add((row["region"], row["period"]))
                given += [row[measure] for measure in measures if measure in row]
    frame = tables[recipe.table].frame
    if recipe.table in {copy.table for copy in snapshot_copies.COPIES}:  # more regions and years
        frame = frame[
            [cell in cells for cell in zip(frame["region"], frame["period"], strict=True)]
        ]
    kept = frame["value"]
    if kept.dtype == "float64":
        assert sorted(float(v) for v in given if v) == sorted(kept.dropna())
        assert sum(not v for v in given) == kept.isna().sum()
    else:
        assert sorted(given) == sorted(kept)


test_nothing_is_lost_from_the_long_tables = pytest.mark.shared(
    test_nothing_is_lost_from_the_long_tables
)


def test_nearly_all_and_too_few_are_told_apart(tables: Mapping[str, Table]) -> None:
    rows = tables["skolverket:behorighet"].frame
    missing = rows[rows["value"].isna()].set_index(["region", "sex"])["status"]
    assert missing["0461", "women"] == "~100"  # Gnesta, girls: SIRIS prints ~100
    assert missing["0461", "men"] == ".."
    assert missing.value_counts().to_dict() == {"~100": 12, "..": 5}


@pytest.mark.shared
@pytest.mark.skipif(not FIGURES.is_dir(), reason="../shared med sammanställda tabeller saknas")
def test_a_public_copy_says_the_same_as_the_long_table(tables: Mapping[str, Table]) -> None:
    """Both hold the counties of Östra Mellansverige and the later years: equal cell by cell."""
    rows = {"scb:YREG60": 13 * 429 * 11 * 2, "scb:YREG51": 429 * 10 * 11}
    for copy in snapshot_copies.COPIES[:2]:
        shipped = tables[copy.table]
        keys = list(shipped.spec.keys)
        copied = copy.read(SHARED / "data").set_index(keys)["value"]
        assert len(copied) == rows[copy.table]
        pd.testing.assert_series_equal(
            shipped.frame.set_index(keys)["value"].loc[copied.index],
            copied,
            check_dtype=False,
            check_index_type=False,
        )


@pytest.mark.shared
@pytest.mark.skipif(not FIGURES.is_dir(), reason="../shared med sammanställda tabeller saknas")
def test_a_copy_that_is_not_there_is_named(tmp_path: Path) -> None:
    for copy in snapshot_copies.COPIES:
        with pytest.raises(ContractError, match="MANIFEST"):
            copy.statement(tmp_path)
        with pytest.raises(ContractError, match=Path(copy.path).name):
            copy.read(tmp_path)


def test_old_outlooks_are_as_the_agency_gave_them(tables: Mapping[str, Table]) -> None:
    # the copy's own workbook: Revisorer in Stockholm 3.42545, Controller om fem år 3.40
    index = tables["af:bristindex"]
    revisor = {"region": "01", "horizon": "1", "occupation": "Revisorer"}
    assert value(index, **revisor) == 3.42545
    controller = {"region": "00", "horizon": "5", "occupation": "Controller"}
    assert value(index, **controller) == 3.4
    values = tables["af:yrkesprognoser"].frame["value"]
    assert values.value_counts().to_dict() == {4.0: 208, 3.0: 135, 5.0: 81}
    rounds = tables["af:barometerarkiv"].frame
    counted = rounds[rounds["period"] == "2025-1"]["value"].value_counts().to_dict()
    assert counted == {"stora": 1618, "medelstora": 1297, "små": 723}
    assert set(rounds[rounds["period"] == "2024-2"]["status"]) == {
        "ingen bedömning", "osäkert namn", "omgången är inte säker",
    }  # fmt: skip


class TestBuild:
    """Rebuilding from long tables."""

    pytestmark = with_figures

    def copy(self, tmp_path: Path) -> Path:
        source = tmp_path / "figures"
        shutil.copytree(FIGURES, source)
        for path in source.iterdir():
            path.chmod(0o644)
        source.chmod(0o755)
        (tmp_path / "data").symlink_to(SHARED / "data")
        return source

    def test_what_is_shipped_is_what_the_long_tables_give(
        self, tmp_path: Path, tables: Mapping[str, Table]
    ) -> None:
        target = tmp_path / "snapshot"
        target.mkdir()
        index = snapshot.build(FIGURES, target)
        shipped = resources.snapshot_dir() / "tables.json"
        assert index == json.loads(shipped.read_text(encoding="utf-8"))
        built = Archive(target)
        for table, known in tables.items():
            pd.testing.assert_frame_equal(catalogue.load(table, built).frame, known.frame)

    @pytest.mark.parametrize(
        ("name", "old", "new", "says"),
        [
            ("population_by_age", "01,2026M04,0-9,total,251635", "01,2026M04,0-9,total,1", "total"),
            ("population_by_age", "01,2026M04,0-9,men,", "1,2026M04,0-9,men,", "region"),
            ("employed_by_workplace", "00,2020M01,5006857", "00,2020M01,-5", "utanför"),
            ("employed_by_workplace", "00,2020M01,5006857", "00,2020M01,", "utan status"),
            ("employees_by_occupation", "00,2014,0110,861,50", "00,2014,0110,861,862", r"\+1"),
            ("barometer_national", "små,överskott", "jättesmå,överskott", "jättesmå"),
            ("job_ads", "00,2024,0110,475", "00,2024,0111,475", "0111"),
        ],
    )
    def test_a_long_table_that_breaks_the_contract_changes_nothing(
        self, tmp_path: Path, name: str, old: str, new: str, says: str
    ) -> None:
        source, target = self.copy(tmp_path), tmp_path / "snapshot"
        target.mkdir()
        snapshot.build(FIGURES, target)
        before = {p: p.read_bytes() for p in target.rglob("*") if p.is_file()}
        path = source / f"{name}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(ContractError, match=says):
            snapshot.build(source, target)
        assert {p: p.read_bytes() for p in target.rglob("*") if p.is_file()} == before

    def test_a_table_that_says_too_little_of_itself_is_refused(self, tmp_path: Path) -> None:
        source = self.copy(tmp_path)
        figures = json.loads((source / "figures.json").read_text(encoding="utf-8"))
        del figures["tables"]["job_ads"]["licence"]
        (source / "figures.json").write_text(json.dumps(figures), encoding="utf-8")
        with pytest.raises(ContractError, match="licence om job_ads"):
            snapshot.build(source, tmp_path)

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(ContractError, match=r"figures\.json"):
            snapshot.build(tmp_path / "nothing", tmp_path)
