"""The bench reads any county's file, says what it left out or why it cannot, and its verdict."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from bench import outlook, outlook_measured, outlook_page, outlook_record, outlook_speed
from bench.outlook_file import FileError, read
from tests.conftest import SHARED
from vagled_lmi.outlook.backtest import HORIZONS
from vagled_lmi.outlook.panel import Panel
from vagled_lmi.tables import Table

ROOT = Path(__file__).parents[2]
SERIES = SHARED / "data/scb/regional_series/YREG60_ssyk4to1_13_lan_kon_2014_2024.parquet"
Keep = Callable[[pd.DataFrame], Path]


@pytest.fixture(scope="module")
def published(tables: Mapping[str, Table]) -> pd.DataFrame:
    """Every twelfth occupation of Kronoberg and Gotland, in the columns of the agency's copy."""
    frame = tables["scb:YREG60"].frame
    occupations = sorted(frame["ssyk"].unique())[::12]
    rows = frame[frame["region"].isin(["07", "09"]) & frame["ssyk"].isin(occupations)]
    wide = rows.astype({"sex": str}).pivot(
        index=["region", "ssyk", "period"], columns="sex", values="value"
    )
    sexes = wide.assign(men=wide["total"] - wide["women"])[["men", "women"]]
    long = sexes.stack().rename("value").reset_index()
    return pd.DataFrame(
        {
            "level": "SSYK4",
            "ssyk_code": long["ssyk"].astype(str),
            "county_code": long["region"].astype(str),
            "sex": long["sex"].astype(str),
            "year": long["period"].astype(int),
            "value": long["value"].astype(int),
        }
    )


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    def kept(frame: pd.DataFrame) -> Path:
        path = tmp_path / "file.parquet"
        frame.to_parquet(path)
        return path

    return kept


def test_the_process_scores_a_small_file_and_says_its_verdict(
    published: pd.DataFrame, tmp_path: Path
) -> None:
    """Other counties, fewer years, codes that lost their noughts, a group one of them lacks."""
    path = tmp_path / "file.csv"
    short = published[published["year"].between(2016, 2022)]
    lacking = (short["county_code"] == "09") & short["ssyk_code"].str.startswith("5")
    short[~lacking].astype({"county_code": int, "ssyk_code": str}).to_csv(path, index=False)
    run = subprocess.run(
        [sys.executable, "-m", "bench.outlook", "--data", str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode in (0, 1), run.stderr
    lines = run.stdout.splitlines()
    assert lines[0].startswith("2 regions (07, 09)")
    assert "2016-2022; origins 2020-2021" in lines[0]
    # seven years: origins of 2020 and 2021 are tested, two years ahead at most
    assert [line[:5] for line in lines[-2:]] == ["1 yea", "2 yea"]
    assert all("MASE relative to no change" in line and "held" in line for line in lines[-2:])
    verdict = next(line for line in lines if "no worse than no change" in line)
    assert verdict.startswith("met" if run.returncode == 0 else "NOT MET")
    # three years ahead and more nothing has come of, in any size class
    unjudged = [line for line in lines if line.startswith("  not judged: ")]
    assert (
        sum("3 years ahead, in time: 80% intervals, of which there are 0" in u for u in unjudged)
        == 3
    )


def test_the_same_file_gives_the_same_numbers(published: pd.DataFrame, keep: Keep) -> None:
    panel, notes = read(keep(published[published["county_code"] == "07"]))
    assert notes == []
    once, again = (outlook_measured.measure(panel, (2020, 2023)) for _ in range(2))
    assert once == again
    assert once["held_out"] is None
    assert once["origins"] == [2018, 2019, 2020, 2021, 2022, 2023]
    assert all(len(row) == HORIZONS for row in once["relative"].values())
    # no change is what every forecast is measured by
    assert once["relative"]["oförändrat"] == [1.0] * HORIZONS


def gap(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["year"] != 2019]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda f: f.drop(columns=["year", "value"]), "lacks the columns year, value"),
        (lambda f: f.head(0), "no occupation of four digits"),
        (lambda f: f.assign(level="SSYK3"), "no occupation of four digits"),
        (lambda f: f.assign(value="många"), "no number, such as 'många'"),
        (lambda f: f.assign(value=-1), "below nought"),
        (lambda f: f.assign(year=f["year"] + 0.5), "whole year"),
        (lambda f: f.assign(value=f["value"] // 1000), "at least 50 people"),
        (lambda f: f.assign(value=f["value"].where(f["year"] < 2024, 0)), "employed in 2024"),
        (lambda f: f.assign(county_code="00"), "no number for any county"),
        (lambda f: pd.concat([f, f.head(3)]), "3 cells twice, such as county"),
        (lambda f: f[f["year"] >= 2020], "2020-2024 has 6 years on end"),
        (gap, "2014-2024 has 6 years on end"),
    ],
)
def test_what_cannot_be_scored_is_said_in_a_sentence(
    published: pd.DataFrame, keep: Keep, capsys: pytest.CaptureFixture[str], spoil: Any, says: str
) -> None:
    assert outlook.main(["--data", str(keep(spoil(published)))]) == 2
    printed = capsys.readouterr()
    assert says in printed.err
    assert printed.out == ""


def test_a_file_that_is_not_there_or_not_what_it_says_it_is(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file"):
        read(tmp_path / "absent.parquet")
    for name in ("words.parquet", "words.csv"):
        (tmp_path / name).write_bytes(b"\xff\xfe\x00 no table")
        with pytest.raises(FileError, match=r"cannot be read|lacks the columns"):
            read(tmp_path / name)


def test_a_missing_cell_is_not_nought(published: pd.DataFrame, keep: Keep) -> None:
    first = published["ssyk_code"].iloc[0]
    lost = (published["ssyk_code"] == first) & (published["county_code"] == "07")
    year, man = published["year"] == 2020, published["sex"] == "men"
    for gone in (lost & year, lost & year & man):
        panel, notes = read(keep(published[~gone]))
        assert not ((panel.regions == "07") & (panel.occupations == first)).any()
        assert any(note.startswith("1 of ") for note in notes)


def test_years_that_most_series_lack_are_left_out(published: pd.DataFrame, keep: Keep) -> None:
    later = published["year"] >= 2016
    panel, notes = read(keep(published[later]))
    assert (panel.years[0], panel.last) == (2016, 2024)
    assert notes == []
    # one occupation that begins earlier does not cost the others their place
    panel, notes = read(keep(published[later | (published["ssyk_code"] == "2224")]))
    assert (panel.years[0], panel.last) == (2016, 2024)
    assert notes == ["years before 2016 or after 2024 are left out: most series lack them"]


def test_totals_and_riket_beside_their_parts_are_not_added(
    published: pd.DataFrame, keep: Keep
) -> None:
    keys = ["level", "ssyk_code", "county_code", "year"]
    both = published.groupby(keys, as_index=False)["value"].sum().assign(sex="total")
    riket = both.assign(county_code="00").groupby([*keys, "sex"], as_index=False)["value"].sum()
    plain, _ = read(keep(published))
    beside, notes = read(keep(pd.concat([published, both, riket])))
    assert (beside.values == plain.values).all()
    assert notes == ["rows of riket (00) are left out: counties are scored"]


def test_an_unknown_county_is_scored_and_said(published: pd.DataFrame, keep: Keep) -> None:
    panel, notes = read(keep(published.replace({"county_code": {"09": "99"}})))
    assert panel.region.codes.tolist() == ["07", "99"]
    assert notes == ["no county of Sweden has the codes 99; they are scored too"]


def told(relative: float, published: float, held: float) -> dict[str, Any]:
    """A record of one horizon whose intervals held equally often in each size class."""
    eighty = {"overall": held, "by_size": [[held]] * 3, "counted": [[100]] * 3}
    return {
        "relative": {"vald": [relative]},
        "relative_published": {"vald": [published]},
        "held": {"80%": eighty},
        "held_out": None,
    }


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (told(0.99, 0.99, 0.80), []),
        (told(1.0, 1.0, 0.75), []),
        (told(1.01, 0.99, 0.80), ["worse than no change, chained"]),
        (told(0.99, 1.01, 0.80), ["worse than no change, as published"]),
        (told(0.99, 0.99, 0.72), ["72.0% of all"]),
        (told(0.99, 0.99, 0.88), ["88.0% of all"]),
        (told(0.99, 0.99, 0.69), ["69.0% of all", *["69.0% of 100"] * 3]),
    ],
)
def test_the_verdict_by_hand(record: dict[str, Any], says: list[str]) -> None:
    failures = list(outlook_measured.failures(record))
    assert len(failures) == len(says)
    for failure, part in zip(failures, says, strict=True):
        assert part in failure


def test_what_has_too_few_cases_is_said_to_be_not_judged() -> None:
    """Neither passed nor failed: 40 % of 99 cases is no failure, and no silence either."""
    few = told(0.99, 0.99, 0.80)
    few["held"]["80%"] |= {"by_size": [[0.4], [0.8], [None]], "counted": [[99], [100], [0]]}
    assert list(outlook_measured.failures(few)) == []
    assert list(outlook_measured.not_judged(few)) == [
        "50–199, 1 years ahead, in time: 80% intervals, held in 40.0% of 99 cases, fewer than 100",
        "1 000 eller fler, 1 years ahead, in time: 80% intervals, of which there are 0 cases, "
        "fewer than 100",
    ]
    few["held_out"] = few["held"]
    assert len(list(outlook_measured.not_judged(few))) == 4


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(outlook_record.RECORD.read_text(encoding="utf-8"))
    return kept


def test_the_page_says_what_the_record_says(record: dict[str, Any]) -> None:
    """After a new record: make docs."""
    page = ROOT / "docs" / "outlook.md"
    assert page.read_text(encoding="utf-8") == outlook_page.page(record)


def test_the_record_is_of_the_outlooks_as_they_are(record: dict[str, Any], panel: Panel) -> None:
    """One county is scored again: where it differs, bench.outlook_record must be run again."""
    alone = panel.only(panel.regions == outlook_record.ALONE)
    again = outlook_record.scored(alone)
    kept = record["parts"][f"county {outlook_record.ALONE}"]
    for name, values in again.items():
        assert values == pytest.approx(kept[name], abs=0.002, nan_ok=True), name


def test_the_page_says_what_does_not_hold(record: dict[str, Any]) -> None:
    spoilt = json.loads(json.dumps(record))
    spoilt["whole"]["relative"]["vald"][1] = 1.2
    spoilt["whole"]["relative"]["vald"][2] = 0.88
    spoilt["whole"]["relative_by_size"][0][1] = 1.1
    page = outlook_page.page(spoilt)
    assert "What does not hold: 2 years ahead it is worse than no change" in page
    assert "50–199, 2 yr" in page
    assert "12.0 % less" in page
    assert "not the 10 %" not in page


def test_all_of_sweden_is_the_given_counties_over_and_over(panel: Panel) -> None:
    two = panel.only(np.isin(panel.regions, ["03", "19"]))
    whole = outlook_speed.of_all_counties(two)
    assert len(whole.region.codes) == 21
    assert (whole.values[whole.regions == "25"] == two.values[two.regions == "03"]).all()
    assert len(whole.occupation.codes) == len(two.occupation.codes)


@pytest.mark.shared
@pytest.mark.skipif(not SERIES.is_file(), reason="../shared med regionala serier saknas")
def test_the_record_is_of_the_file_that_lies_beside_the_project(record: dict[str, Any]) -> None:
    assert record["sha256"] == sha256(SERIES.read_bytes()).hexdigest()
    assert record["file"] == SERIES.name
    panel, notes = read(SERIES)
    assert notes == record["left_out"] == []
    assert panel.region.codes.tolist() == record["whole"]["regions"]
