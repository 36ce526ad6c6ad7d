"""`vagled diff`: which vintages are compared, what differs, and what a table was known as when."""

from __future__ import annotations

import importlib.resources
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.sentinel.declared import BAS, MUNICIPAL, POPULATION
from tests.worlds import World, months
from vagled_lmi import cli, resources
from vagled_lmi.errors import UsageError
from vagled_lmi.revisions.values import Revision
from vagled_lmi.sentinel import diff, report
from vagled_lmi.sentinel.diff import Difference, difference
from vagled_lmi.sentinel.impact import Hits
from vagled_lmi.session import Session
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import TableSpec

SCHEMAS = importlib.resources.files("vagled_lmi.sentinel") / "schema"
SCHEMA = json.loads((SCHEMAS / "diff.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _no_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diff.Impact, "of", lambda *_: Hits(("unemployment",), {"a": ("b",)}))


def fetch(store: Store, session: Session, day: str, spec: TableSpec = BAS, **wanted: Any) -> None:
    errand = Errand(session.send, f"{day}T08:00:00Z")
    assert fetching.fetch(spec, store, errand, Wanted.parse(**wanted)) is not None


@pytest.fixture
def three(request: pytest.FixtureRequest, world: World, store: Store, session: Session) -> Store:
    """BAS in June, July with a new month and two revised, and August with another definition."""
    request.getfixturevalue("scb")
    table = world.tables["TAB6260"]
    table.periods.popitem()
    table.updated = "2026-06-20T06:00:00Z"
    fetch(store, session, "2026-06-21")
    table.periods.update(months("2026M06", "2026M06"))
    table.updated = "2026-07-20T06:00:00Z"
    before = table.cell

    def revised(codes: Mapping[str, str]) -> float:
        late = codes["Tid"] in ("2026M04", "2026M05")
        return round(float(before(codes)) + (0.2 if late else 0), 1)

    table.cell = revised
    fetch(store, session, "2026-07-21")
    table.measures["000006II"] = ("Arbetslöshet (ILO)", "procent", 1)
    table.notes.append("Målpopulationen är ändrad.")
    table.updated = "2026-08-20T06:00:00Z"
    fetch(store, session, "2026-08-21", ids=["TAB6260"])  # someone has looked at the new name
    return store


def said(found: Difference) -> list[tuple[str, str]]:
    return [(f.kind, f.severity) for f in found.findings]


def days(found: Difference) -> tuple[list[str], ...]:
    return tuple([v.retrieved[:10] for v in of] for of in (found.earlier, found.later))


def test_the_newest_against_what_was_known_before_it(three: Store) -> None:
    found = difference(BAS, three)
    assert days(found) == (["2026-07-21"], ["2026-08-21"])
    assert said(found) == [("measure-renamed", "review"), ("note-new", "notice")]
    assert not found.changes.any


def test_between_two_days(three: Store) -> None:
    found = difference(BAS, three, "2026-07-01", "2026-07-31")
    assert days(found) == (["2026-06-21"], ["2026-07-21"])
    assert said(found) == [("values-revised", "notice"), ("period-new", "harmless")]
    changes = found.changes
    assert changes.new_periods == ("2026M06",)
    # 22 regions x April and May; 22 x June are new
    assert (changes.revised, changes.added, changes.removed) == (44, 22, 0)
    assert changes.revised_periods == ("2026M04", "2026M05")
    first = changes.largest[0]
    assert isinstance(first.before, float)
    assert first.after == pytest.approx(first.before + 0.2)
    assert found.shown(first).startswith("Riket (00), 2026M04: 9,2 → 9,4")


def test_vintages_are_named_by_id_time_or_hash(three: Store) -> None:
    first, second, _ = three.vintages(BAS.id)
    expected = (["2026-06-21"], ["2026-07-21"])
    for since, until in (
        (first.id, second.id),
        (first.id.partition("@")[2], second.id.partition("@")[2]),
        (first.id[-12:], second.id[-12:-4]),
        ("2026-06-21T08:00:00Z", "2026-07-21T10:00:00+02:00"),
    ):
        assert days(difference(BAS, three, since, until)) == expected


def test_the_same_twice_differs_in_nothing(three: Store) -> None:
    found = difference(BAS, three, "2026-08-31", "2026-08-31")
    assert (found.findings, found.changes.any) == ((), False)
    assert list(report.of_difference(found))[-1] == "  Inget skiljer sig."


def test_backwards_what_came_has_gone(three: Store) -> None:
    found = difference(BAS, three, "2026-08-31", "2026-06-30")
    kinds = {kind for kind, _ in said(found)}
    assert kinds == {"measure-renamed", "note-gone", "period-gone", "values-revised"}
    assert found.changes.gone_periods == ("2026M06",)


@pytest.mark.parametrize(
    ("since", "until", "says"),
    [
        ("i våras", None, '"i våras" är varken en årgång av scb:TAB6260 eller en tidpunkt.'),
        ("2026-01-01", None, "Av scb:TAB6260 fanns ingen årgång 2026-01-01."),
        (None, "abcdef", '"abcdef" är varken en årgång'),
    ],
)
def test_what_is_no_vintage(since: str | None, until: str | None, says: str, three: Store) -> None:
    with pytest.raises(UsageError) as caught:
        difference(BAS, three, since, until)
    assert says in caught.value.message
    assert "vagled tables --vintages scb:TAB6260" in str(caught.value)


@pytest.mark.usefixtures("scb")
def test_one_vintage_is_nothing_to_compare(store: Store, session: Session) -> None:
    with pytest.raises(UsageError, match="finns inte två årgångar"):
        difference(BAS, store)
    fetch(store, session, "2026-08-21")
    with pytest.raises(UsageError, match="finns inte två årgångar"):
        difference(BAS, store)


def test_a_narrowed_vintage_is_compared_laid_over_the_whole(
    three: Store, world: World, session: Session
) -> None:
    table = world.tables["TAB6260"]
    table.cell = lambda _: 9.5
    table.updated = "2026-09-20T06:00:00Z"
    fetch(three, session, "2026-09-21", regions=["03"], periods=["2026M06"])
    found = difference(BAS, three)
    assert days(found) == (["2026-08-21"], ["2026-08-21", "2026-09-21"])
    # riket and the five counties of Östra Mellansverige, one month
    assert (found.changes.revised, found.changes.removed) == (6, 0)
    named = difference(BAS, three, "2026-07-31", three.vintages(BAS.id)[-1].id)
    assert days(named) == (["2026-07-21"], ["2026-08-21", "2026-09-21"])


@pytest.mark.usefixtures("scb")
def test_a_public_copy_has_no_definitions_to_compare(tmp_path: Path, session: Session) -> None:
    store = Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))
    fetch(store, session, "2026-08-21")
    found = difference(BAS, store)
    assert found.earlier[0].via == "via public copy"
    assert found.later[0].via == ""
    assert len(found.remarks) == 1
    assert {kind for kind, _ in said(found)} == {"period-gone", "period-new"}
    lines = "\n".join(report.of_difference(found))
    assert "obs          Den ena årgången är en kopia utan myndighetens egen beskrivning" in lines


@pytest.mark.usefixtures("scb")
def test_noise_is_told_from_revisions(world: World, store: Store, session: Session) -> None:
    table = world.tables["TAB6471"]
    fetch(store, session, "2026-06-09", POPULATION)
    before = table.cell

    def republished(codes: Mapping[str, str]) -> float:
        corrected = codes["Region"] == "18" and codes["Alder"] == "20-29"
        return float(before(codes)) + 2 + (200 if corrected and codes["Kon"] != "2" else 0)

    table.cell = republished
    table.updated = "2026-07-08T06:00:00Z"
    fetch(store, session, "2026-07-09", POPULATION)
    found = difference(POPULATION, store)
    # Örebro's men and their total with women, four months; all else is off by two
    assert (found.changes.revised, found.changes.noise) == (8, 3168 - 8)
    assert said(found) == [("values-revised", "notice"), ("values-noise", "harmless")]


@pytest.mark.usefixtures("scb")
def test_a_kommun_moved_between_two_vintages(world: World, store: Store, session: Session) -> None:
    table = world.tables["TAB9002"]
    fetch(store, session, "2007-03-01", MUNICIPAL)
    table.codes["Region"].pop("1917")
    table.codes["Region"]["0331"] = "Heby"
    table.updated = "2008-02-20T07:00:00Z"
    fetch(store, session, "2008-03-01", MUNICIPAL)
    found = difference(MUNICIPAL, store)
    assert said(found) == [("region-moved", "review")]
    assert found.changes.gone == {"region": ("1917",)}


def test_the_reports_for_people_and_programs(three: Store) -> None:
    found = difference(BAS, three, "2026-06-30")
    lines = list(report.of_difference(found))
    assert lines[:3] == [
        "scb:TAB6260: Arbetslöshet 20–64 år",
        "  från         2026-06-21T08:00:00Z (uppdaterad av myndigheten 2026-06-20T06:00:00Z)",
        "  till         2026-08-21T08:00:00Z (uppdaterad av myndigheten 2026-08-20T06:00:00Z)",
    ]
    assert lines[-1] == "  berör        indikatorer: unemployment; briefen a: b."
    assert sum("→" in line for line in lines) == 5
    plain = json.loads(json.dumps(report.difference_json(found), allow_nan=False))
    jsonschema.validate(plain, SCHEMA)
    assert plain["worst"] == "review"
    assert [vintage["retrieved"] for vintage in plain["from"]] == ["2026-06-21T08:00:00Z"]
    assert plain["changes"]["revised"] == 44
    assert plain["changes"]["largest"][0]["pct"] == pytest.approx(2.2, abs=0.05)
    empty = report.difference_json(replace(found, findings=(), remarks=()))
    jsonschema.validate(json.loads(json.dumps(empty)), SCHEMA)


def test_a_class_is_shown_as_it_is(three: Store) -> None:
    found = difference(BAS, three)
    revision = Revision({"region": "03", "period": "2026-1"}, "stora", "små")
    assert found.shown(revision) == "Uppsala län (03), 2026-1: stora → små"


# As commands


@pytest.fixture
def command(three: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("VAGLED_STORE", str(three.root))
    monkeypatch.setattr(catalogue, "specs", lambda: {BAS.id: BAS})
    return three


@pytest.mark.usefixtures("command")
def test_diff_has_an_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", "TAB6260"]) == 1
    assert "Måttet 000006II heter nu" in capsys.readouterr().out
    assert cli.main(["diff", "TAB6260", "--from", "2026-08-31"]) == 0
    assert "Inget skiljer sig." in capsys.readouterr().out
    assert (
        cli.main(["diff", "TAB6260", "--from", "2026-06-30", "--to", "2026-07-31", "--json"]) == 1
    )
    jsonschema.validate(json.loads(capsys.readouterr().out), SCHEMA)
    assert cli.main(["diff", "TAB6260", "--to", "i våras"]) == 2
    assert cli.main(["diff", "TAB1"]) == 3


def test_vintages_are_listed_with_those_that_counted_on_a_day(
    command: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = [vintage.id.partition("@")[2] for vintage in command.vintages(BAS.id)]
    assert cli.main(["tables", "--vintages", "TAB6260"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("scb:TAB6260: Arbetslöshet 20–64 år.")
    shown = [line[:1] for line in lines if line[2:22] in {i[:20] for i in ids}]
    assert shown[-1] == "*"
    assert shown.count("*") == 1
    assert cli.main(["tables", "--vintages", "TAB6260", "--as-of", "2026-07-31", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    used = {row["id"].partition("@")[2]: row["in_use"] for row in rows}
    assert [used[i] for i in ids] == [False, True, False]
    assert cli.main(["tables", "--as-of", "2026-07-31"]) == 2
    assert "--vintages TABELL" in capsys.readouterr().err
    assert cli.main(["tables", "--vintages", "TAB6260", "--as-of", "i våras"]) == 2
