"""What a watch says: to programs, to people, and by its exit status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.sentinel.declared import BAS, INDEX
from tests.sentinel.watching import NOW, SCHEMA, SCHEMAS, checked, fetch, look
from tests.worlds import World, months
from vagled_lmi import cli
from vagled_lmi.revisions.findings import KINDS, SEVERITIES
from vagled_lmi.sentinel import report
from vagled_lmi.session import Session
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Store

pytestmark = pytest.mark.usefixtures("no_briefs")

# The report


def test_the_schema_knows_every_kind_and_severity() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    finding = SCHEMA["$defs"]["finding"]["properties"]
    assert finding["kind"]["enum"] == list(KINDS)
    assert finding["severity"]["enum"] == list(SEVERITIES)
    diff = json.loads((SCHEMAS / "diff.schema.json").read_text(encoding="utf-8"))
    assert diff["$defs"]["finding"] == SCHEMA["$defs"]["finding"]


@pytest.mark.usefixtures("scb")
def test_the_report_for_programs(world: World, store: Store, session: Session) -> None:
    fetch(store, session, BAS)
    world.tables["TAB6260"].periods.update(months("2026M07", "2026M07"))
    world.tables["TAB6260"].updated = "2026-08-24T06:00:00Z"
    plain = checked(look(store, session, BAS))
    vintage = store.vintages(BAS.id)[0]
    assert plain["tables"] == [
        {
            "id": "scb:TAB6260",
            "title": "Arbetslöshet 20–64 år",
            "agency": "SCB",
            "state": "moved",
            "worst": "harmless",
            "recorded": {
                "vintage": vintage.id,
                "retrieved": "2026-08-21T08:00:00Z",
                "via": "",
                "updated": "2026-08-20T06:00:00Z",
                "last_period": "2026M06",
                "next_release": None,
            },
            "present": {
                "updated": "2026-08-24T06:00:00Z",
                "last_period": "2026M07",
                "next_release": None,
            },
            "values_compared": True,
            "findings": [
                {
                    "kind": "period-new",
                    "severity": "harmless",
                    "sentence": "Ny period: 2026M07.",
                    "where": "",
                    "codes": ["2026M07"],
                }
            ],
            "indicators": ["unemployment"],
            "briefs": {"a": ["b"]},
            "error": None,
        }
    ]
    assert (plain["watched"], plain["exit_code"]) == (NOW, 1)


@pytest.mark.usefixtures("scb")
def test_the_lines_for_people(world: World, store: Store, session: Session) -> None:
    fetch(store, session, BAS)
    world.tables["TAB6260"].codes["Alder"]["20-64"] = "20–64 år"
    lines = list(report.of_watched(look(store, session, BAS)[BAS.id]))
    assert lines == [
        "scb:TAB6260: Arbetslöshet 20–64 år",
        "  att veta     Namnet på koden 20-64 i ålder (Alder) skrivs annorlunda: bindestreck (-) "
        "har blivit",
        '               tankstreck (–) ("20-64 år" är nu "20–64 år"). Koderna är desamma.',
        "  berör        indikatorer: unemployment; briefen a: b.",
    ]
    assert all(len(line) <= 100 for line in lines)


# As a command


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("VAGLED_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(catalogue, "specs", lambda: {BAS.id: BAS, INDEX.id: INDEX})


@pytest.mark.usefixtures("command", "scb")
def test_exit_statuses(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for table in world.tables.values():  # today is long after the summer of 2026
        table.metadata = _announced(table.metadata)  # type: ignore[method-assign]
    assert cli.main(["fetch", BAS.id, INDEX.id]) == 0
    capsys.readouterr()
    assert cli.main(["watch"]) == 0
    assert capsys.readouterr().out.endswith("2 tabeller: 2 oförändrade, 0 att se på.\n")
    world.tables["TAB6260"].notes.append("Ny.")
    assert cli.main(["watch", "TAB6260"]) == 1
    shown = capsys.readouterr()
    assert 'att veta     Ny not: "Ny."' in shown.out
    assert "TAB9001" not in shown.out
    assert cli.main(["watch", "--json"]) == 1
    plain = json.loads(capsys.readouterr().out)
    jsonschema.validate(plain, SCHEMA)
    assert [table["state"] for table in plain["tables"]] == ["moved", "same"]
    del world.tables["TAB9001"]
    assert cli.main(["watch"]) == 6
    shown = capsys.readouterr()
    assert "Ny not" in shown.out
    assert "fel " in shown.out
    assert cli.main(["watch", "TAB1"]) == 3
    monkeypatch.setenv("VAGLED_OFFLINE", "1")
    assert cli.main(["watch", "--json"]) == 7
    plain = json.loads(capsys.readouterr().out)
    assert [table["state"] for table in plain["tables"]] == ["error", "error"]


def _announced(metadata: Any) -> Any:
    def announced() -> dict[str, Any]:
        document: dict[str, Any] = metadata()
        document["extension"]["px"]["nextUpdate"] = "2099-01-01T07:00:00Z"
        return document

    return announced
