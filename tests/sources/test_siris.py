"""Skolverket's CSV files: a user's download, read as it is and kept as such."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from vagled_lmi import cli, tables
from vagled_lmi.errors import ContractError, DecodeError, UsageError
from vagled_lmi.sources import catalogue, downloaded, skolverket
from vagled_lmi.store import Store, open_store

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "edu"
FILE = SHARED / "skolverket_siris_behorighet_gymnasiet_kommun_2024_25.csv"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not FILE.is_file(), reason="../shared med Skolverkets fil saknas"),
]
SPEC = catalogue.spec("skolverket:behorighet")
NOW = "2026-11-25T08:00:00Z"

HEADER = (
    "Kommun;Kommun-kod;Län;Läns-kod;Typ av huvudman;Kön;Antal elever;"
    "Andel (%) elever behöriga till yrkesprog.;Andel elever (%) behöriga till estetiskt program;"
)
ROWS = (
    "Uppsala;0380;Uppsala län;03;Samtliga;Flickor;1 325;85,3;84,6;",
    "Uppsala;0380;Uppsala län;03;Samtliga;Pojkar;1 429;..;84,3;",
    "Uppsala;0380;Uppsala län;03;Samtliga;Samtliga;2 754;~100;84,5;",
    "Uppsala;0380;Uppsala län;03;Kommunal;Samtliga;1 962;82,7;81,6;",
    "Östhammar;0382;Uppsala län;03;Samtliga;Samtliga;200;.;81,6;",
)


def csv_file(*rows: str, header: str = HEADER, year: str = "Valt läsår: 2024/25") -> bytes:
    lines = ["Statistik från Skolverket", "", "Grundskola", year, "", header, *rows, ""]
    lines += ["Rapportbeskrivning", "  ", "Observera; att..."]
    return "\r\n".join(lines).encode("utf-8-sig")


def parsed(payload: bytes) -> pd.DataFrame:
    return tables.check(SPEC, skolverket.parse([payload], SPEC))


def test_all_huvudman_together_and_signs_as_status() -> None:
    frame = parsed(csv_file(*ROWS)).set_index(["region", "sex"])
    assert len(frame) == 4
    assert frame.loc[("0380", "women"), ["period", "value", "status"]].tolist() == [
        "2024/25",
        85.3,
        "",
    ]
    assert frame["value"].isna().sum() == 3
    assert frame.loc[("0380", "men"), "status"] == ".."
    assert frame.loc[("0380", "total"), "status"] == "~100"
    assert frame.loc[("0382", "total"), "status"] == "."


@pytest.mark.parametrize(
    ("payload", "kind", "says"),
    [
        (b"", DecodeError, "saknar läsår"),
        (csv_file(*ROWS, year=""), DecodeError, "saknar läsår"),
        (csv_file(header="Stad;Kod;"), DecodeError, "saknar raden med kolumnernas namn"),
        (csv_file(*ROWS).decode().encode("utf-16"), DecodeError, "inte UTF-8"),
        (csv_file("Uppsala;0380;"), DecodeError, "rad 7: 3 värden där 10 väntas"),
        (csv_file(ROWS[0].replace("85,3", "85.3")), DecodeError, 'är "85.3", som inte är ett tal'),
        (csv_file(ROWS[0].replace("Flickor", "Annat")), ContractError, 'okänt värde i "Kön"'),
        (
            csv_file(*ROWS, header=HEADER.replace("yrkesprog.", "yrkesprogram")),
            ContractError,
            'saknar kolumnen "Andel (%) elever behöriga till yrkesprog."',
        ),
        (csv_file('Uppsala";0380;"x'), DecodeError, "går inte att läsa som CSV"),
    ],
)
def test_what_is_not_the_file(payload: bytes, kind: type[Exception], says: str) -> None:
    with pytest.raises(kind, match=re.escape(says)):
        parsed(payload)


# A user's file into the store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "behorighet.csv"
    path.write_bytes(csv_file(*ROWS))
    return path


def test_a_users_file_becomes_a_vintage_that_says_so(store: Store, file: Path) -> None:
    vintage = downloaded.take(SPEC, store, file, NOW)
    assert vintage.via == 'via nedladdad fil "behorighet.csv"'
    assert store.payload(vintage.retrievals[0].sha256) == file.read_bytes()
    table = catalogue.load(SPEC.id, store)
    assert len(table.frame) == 4
    assert table.retrievals[0].retrieved == NOW


def test_a_newer_file_wins_over_the_programs_figures(file: Path) -> None:
    store = open_store()
    before = catalogue.load(SPEC.id, store)
    assert before.retrievals[0].via == "via public copy"
    downloaded.take(SPEC, store, file, NOW)
    assert len(catalogue.load(SPEC.id, store).frame) == 4


def test_a_file_that_is_not_the_table_is_not_kept(store: Store, tmp_path: Path) -> None:
    other = tmp_path / "annat.csv"
    other.write_bytes(b"a;b\n1;2\n")
    with pytest.raises(DecodeError):
        downloaded.take(SPEC, store, other, NOW)
    assert store.vintages(SPEC.id) == []


def test_a_file_that_is_not_there_or_a_table_that_has_none(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="går inte att läsa"):
        downloaded.take(SPEC, store, tmp_path / "borta.csv", NOW)
    with pytest.raises(UsageError, match="kolada:behorighet läses inte ur en fil"):
        downloaded.take(catalogue.spec("kolada:behorighet"), store, tmp_path / "x.csv", NOW)


def test_the_command_takes_a_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["fetch", SPEC.id, "--file", str(file)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("skolverket:behorighet: 4 rader till och med 2024/25")
    assert cli.main(["fetch", "--file", str(file)]) == 2
    assert cli.main(["fetch", SPEC.id, "scb:TAB6471", "--file", str(file)]) == 2


def test_fetching_such_a_table_says_how_to_come_by_the_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["fetch", SPEC.id]) != 0
    said = capsys.readouterr().out
    assert "vagled fetch skolverket:behorighet --file" in said
    assert "kolada:behorighet" in said


class TestRecorded:
    pytestmark = shared

    def test_the_file_of_2024_25(self) -> None:
        frame = parsed(FILE.read_bytes())
        value = frame.set_index(["region", "sex"])["value"]
        assert frame["region"].nunique() == 290
        assert set(frame["period"]) == {"2024/25"}
        assert value["0380", "total"] == 85.4
        assert value["0380", "women"] == 85.3
        assert value["0380", "men"] == 85.5

    def test_it_is_what_the_program_ships(self) -> None:
        shipped = catalogue.load(SPEC.id, open_store()).frame
        read = parsed(FILE.read_bytes())
        both = shipped.merge(read, on=["region", "period", "sex"], suffixes=("", "_read"))
        assert len(both) == len(shipped) == 52 * 3
        assert both["value"].equals(both["value_read"])
        assert both["status"].equals(both["status_read"])
