"""From one brief to the next by way of an agency: the whole way, as a person goes it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.brief.conftest import KINDS, Files
from tests.brief.inprocess import collected
from tests.servers import Server
from tests.test_cli import vagled
from tests.worlds import Cell, PxTable, World, bas, months
from vagled_lmi import cli, resources
from vagled_lmi.brief import document as documents
from vagled_lmi.brief import history
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import Table

TABLE = "scb:TAB6260"
RATE = "03/changes/{}?of=unemployment%2Frate%3Fregion%3D03%26period%3D2024M03&from=2024M01"
NOW = "03/unemployment/rate?region=03&period="
FREE = {"maxDataCells": 150_000, "maxCallsPerTimeWindow": 1000, "timeWindow": 1}


@pytest.fixture(scope="module")
def published(tables: Mapping[str, Table]) -> Mapping[tuple[str, str], float]:
    """The rates that the program's own figures hold."""
    frame = tables[TABLE].frame
    return {(r.region, r.period): float(r.value) for r in frame.itertuples() if r.value == r.value}


def rates(published: Mapping[tuple[str, str], float], revised: float, later: float) -> Cell:
    """SCB's table as it is two months on: Uppsala revised, and new months higher by so much."""

    def cell(codes: Mapping[str, str]) -> float:
        region, month = codes["Region"], min(codes["Tid"], "2024M01")
        rate = published.get((region, month), 7.0)
        rate += revised if (region, month) == ("03", "2024M01") else 0.0
        return round(rate + (later if codes["Tid"] > "2024M01" else 0.0), 1)

    return cell


def table(cell: Cell, **about: dict[str, str]) -> PxTable:
    told = replace(bas(), cell=cell, updated="2026-11-24T07:00:00Z")
    told.codes["Tid"] = months("2023M01", "2024M03")
    told.about_measures |= about
    return told


@pytest.fixture
def scb(published: Mapping[tuple[str, str], float]) -> Iterator[tuple[World, Server]]:
    world = World(table(rates(published, 0.4, 0.9)), config=FREE)
    with Server(world) as server:
        yield world, server


def test_a_revision_fetched_between_two_briefs_is_split_from_the_new_months(
    scb: tuple[World, Server],
    published: Mapping[tuple[str, str], float],
    files: Files,
    tmp_path: Path,
) -> None:
    before = published["03", "2024M01"]
    way = {"VAGLED_STORE": str(tmp_path / "store")}
    live = way | {"VAGLED_SCB_URL": scb[1].url, "VAGLED_OFFLINE": "0"}
    place = tmp_path / "reports" / "03" / "sv"
    place.mkdir(parents=True)
    for name, contents in files(KINDS["county"]).items():
        (place / name).write_bytes(contents)
    first = tmp_path / "first.pdf"
    first.write_bytes((place / "brief.pdf").read_bytes())

    fetched = vagled("fetch", TABLE, **live)
    assert fetched.returncode == 0, fetched.stderr + fetched.stdout
    done = vagled("brief", "uppsala", "--out", str(tmp_path / "reports"), **way)
    assert done.returncode == 0, done.stderr
    second: Document = json.loads((place / "document.json").read_bytes())
    # +0.4 in January by revision, +0.9 from January to March: +1.3 in all
    expected = {
        "before": before, "change": 1.3, "new_period": 0.9, "revised": 0.4, "definition": 0,
        "noise": 0, "method": 0,
    }  # fmt: skip
    assert {n: second["numbers"][RATE.format(n)]["value"] for n in expected} == expected
    (now,) = [a for a in second["numbers"] if a.startswith(f"{NOW}2024M03")]
    assert second["numbers"][now]["value"] == pytest.approx(before + 1.3)

    every = vagled("trace", "--all", str(place / "brief.pdf"), **way)
    count = len(second["numbers"])
    assert f"{count} av {count} tal är lika när de räknas om.\n" in every.stdout, every.stdout
    one = vagled("trace", str(place / "document.json"), RATE.format("revised"), "--replay", **way)
    assert f"Angavs då:                   {before} procent (2024M01)" in one.stdout
    assert "Omräknat:    0.4, lika med det tryckta." in one.stdout

    root = tmp_path / "store"
    # made again of the same answers it says the same again, whatever lies in its place
    assert changes(first_page(root, str(place))) == changes(second)
    # the first brief's PDF carries its document; a date says what the store knew
    assert changes(first_page(root, str(first))) == changes(second)
    since = first_page(root, "2026-11-23")
    assert since["previous"]["sha256"] == ""
    assert since["numbers"][RATE.format("revised")]["value"] == 0.4


def changes(document: Document) -> dict[str, Any]:
    return {a: n["value"] for a, n in document["numbers"].items() if n["indicator"] == "changes"}


def test_a_table_that_counts_otherwise_is_a_new_definition(
    scb: tuple[World, Server],
    published: Mapping[tuple[str, str], float],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world, server = scb
    monkeypatch.setenv("VAGLED_SCB_URL", server.url)
    monkeypatch.setenv("VAGLED_STORE", str(tmp_path))
    world.tables["TAB6260"] = table(rates(published, 0.0, 0.0))
    assert cli.main(["fetch", TABLE]) == 0
    before = first_page(tmp_path)
    path = tmp_path / "before.json"
    path.write_bytes(documents.to_bytes(before))
    # the reference period of the measure is another, and so are its values in January
    new = table(rates(published, 0.0, 0.0), refperiod={"000006II": "Kvartal"})
    old = new.cell
    new.cell = lambda codes: round(float(old(codes)) + 0.5, 1)
    new.updated = "2026-11-26T07:00:00Z"
    world.tables["TAB6260"] = new
    assert cli.main(["fetch", TABLE]) == 0
    after = first_page(tmp_path, str(path))
    values = {
        name: after["numbers"][RATE.format(name).replace("from=2024M01", "from=2024M03")]["value"]
        for name in ("change", "definition", "revised", "new_period", "noise", "method")
    }
    assert values == {
        "change": 0.5, "definition": 0.5, "revised": 0, "new_period": 0, "noise": 0, "method": 0,
    }  # fmt: skip
    tracer = Tracer(after, store(tmp_path))
    assert [r for r in map(tracer.replay, tracer.addresses()) if not r.equal] == []


def store(root: Path) -> Store:
    return Store(root, base=Archive(resources.snapshot_dir()))


def first_page(root: Path, previous: str = "") -> Document:
    county = KINDS["county"]
    return collected(county, store=store(root), previous=previous, only=("summary", "changes"))


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["--previous", "nowhere.json"], 2, "Filen nowhere.json finns inte."),
        (["--since", "i går"], 2, 'Tidpunkten "i går" går inte att läsa.'),
        (["--previous", "x", "--since", "2026-01-01"], 2, "not allowed with"),
    ],
)
def test_what_cannot_be_compared_with_is_refused(
    arguments: list[str], status: int, says: str
) -> None:
    done = vagled("brief", "uppsala", *arguments)
    assert done.returncode == status
    assert says in done.stderr + done.stdout


def test_a_brief_about_another_region_is_not_compared_with(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(documents.to_bytes(collected(KINDS["area"], only=("summary",))))
    assert history.read(other)["region"]["code"] == "SE12"
    done = vagled("brief", "uppsala", "--previous", str(other), "--out", str(tmp_path / "r"))
    assert done.returncode == 2
    assert "handlar om något annat än Uppsala län" in done.stderr + done.stdout


def test_an_earlier_brief_that_is_damaged_does_not_stop_the_next(tmp_path: Path) -> None:
    (tmp_path / "document.json").write_text("{", encoding="utf-8")
    document = collected(KINDS["county"], previous=str(tmp_path), only=("summary", "changes"))
    (block,) = document["parts"][-1]["blocks"]
    assert block["text"][0]["text"].startswith("Den förra briefen går inte att läsa.")
