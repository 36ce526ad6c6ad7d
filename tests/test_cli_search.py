"""`vagled tables --search` and `vagled fetch --id`: an analyst finds a table and chooses it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agencies.scb import PxTable, ScbServer
from tests.agencies.scb_tables import TITLES, scb_tables
from tests.servers import Server
from vagled_lmi import cli
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.store import open_store

TABLE = "scb:TAB4434"


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> Iterator[PxTable]:
    """SCB, where the table has moved to another id and has another title."""
    made = {table.id: table for table in scb_tables()}
    table = made["TAB4434"]
    table.id, table.label = "TAB7777", "Förvärvsarbetande efter arbetsställets region, yrke och kön"
    with Server(ScbServer(made.values(), rate=(1000, 1))) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        yield table


def test_a_table_that_cannot_be_recognised_is_searched_for_and_chosen(
    renamed: PxTable, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["fetch", TABLE]) == 6
    said = capsys.readouterr().out
    assert "Ingen tabell hos SCB går att känna igen som scb:TAB4434." in said
    assert "TAB4434 finns inte" in said
    assert f'TAB4436 "{TITLES["TAB4436"]}. År 2020-2024" namnet innehåller "näringsgren"' in said
    assert "välj den: vagled fetch scb:TAB4434 --id" in said

    assert cli.main(["tables", "--search", "arbetsställets yrke"]) == 0
    found = capsys.readouterr()
    assert found.out.splitlines() == [
        f"TAB7777   {renamed.label}. År 2020-2024",
        "          2020–2024; uppdaterad 2026-06-08",
    ]
    assert found.err == "1 tabeller.\n"

    assert cli.main(["fetch", TABLE, "--id", "TAB7777"]) == 0
    assert "första gången" in capsys.readouterr().out
    store = open_store()
    assert store.state(fetching.PINS)[TABLE]["agency_id"] == "TAB7777"
    assert set(catalogue.load(TABLE, store).frame["sex"]) == {"men", "women", "total"}
    # the choice stands
    assert cli.main(["fetch", TABLE]) == 0
    assert "inget har ändrats hos SCB" in capsys.readouterr().out


@pytest.mark.usefixtures("renamed")
def test_search_as_json_and_without_a_hit(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["tables", "--search", "lediga jobb", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["id"], found["first"], found["unit"]) == ("TAB6605", "2024K2", "Quarterly")
    assert cli.main(["tables", "--search", "grodor"]) == 0
    assert capsys.readouterr().err == "Inga tabeller. Prova färre eller andra ord.\n"


def test_offline_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VAGLED_OFFLINE", "1")
    assert cli.main(["tables", "--search", "yrke"]) == 7
    assert "Nätet är avstängt med VAGLED_OFFLINE" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["fetch", "--id", "TAB1"], 2, "--id gäller en tabell i taget"),
        (["fetch", TABLE, "scb:TAB638", "--id", "TAB1"], 2, "--id gäller en tabell i taget"),
        (["fetch", "skolverket:behorighet", "--id", "1"], 2, "hos Skolverket väljs inte med --id"),
        (["tables", "--search", "x", "--agency", "af"], 3, "Sökbara är: kolada, scb, ssb."),
        (["tables", "--search", "x", "--agency", "xyz"], 3, 'hos "xyz"'),
    ],
)
def test_slips(
    arguments: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == status
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("renamed")
def test_an_id_in_the_wrong_form_is_a_slip_and_no_failure_of_the_agency(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["fetch", "scb:YREG60", "--id", "TAB9060"]) == 2
    assert (
        "Skriv så här: --id YREG60BAS=TAB… --id YREG60N=TAB… --id YREG60=TAB…"
        in capsys.readouterr().err
    )
    assert open_store().state(catalogue.FAILURES) == {}
