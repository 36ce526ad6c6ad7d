"""The cookbook's own code, added to the program as it stands on the page, works everywhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import vagled_lmi.indicators
import vagled_lmi.sources
from tests.servers import Reply, Seen, Server, Spoken, as_json
from vagled_lmi import cli
from vagled_lmi.brief.desk import Desk, number_json, source_json
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.indicators import catalogue as indicators
from vagled_lmi.outlook import catalogue as outlook
from vagled_lmi.sources import catalogue, fetching, handbook
from vagled_lmi.store import Archive, Store, open_store

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cookbook-agency.md").read_text(encoding="utf-8")
BLOCKS: dict[str, str] = dict(
    re.findall(r"^```\w+ (\S+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
)
AGENCY, INDICATOR = "vagled_lmi/sources/exempel.py", "vagled_lmi/indicators/exempel_platser.py"
TABLE = "exempel:platser"


class Exempel:
    """The made-up agency: one file, which honours If-Modified-Since."""

    def __init__(self) -> None:
        self.answer: dict[str, Any] = json.loads(BLOCKS["platser.json"])
        self.modified = "Sun, 01 Mar 2026 06:00:00 GMT"

    def __call__(self, seen: Seen) -> Spoken:
        if (seen.method, seen.path) != ("GET", "/platser.json"):
            return Reply(b"", 404)
        if seen.headers.get("If-Modified-Since") == self.modified:
            return Reply(b"", 304)
        return as_json(self.answer)


def forget() -> None:
    """Let what was discovered be discovered anew."""
    for found in (catalogue.agencies, catalogue.specs, indicators.indicators, outlook.indicators):
        found.cache_clear()
    for name in ("vagled_lmi.sources.exempel", "vagled_lmi.indicators.exempel_platser"):
        sys.modules.pop(name, None)


@pytest.fixture
def exempel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Exempel]:
    """The agency, its module and its indicator added, each from its block of the page."""
    for package, path in ((vagled_lmi.sources, AGENCY), (vagled_lmi.indicators, INDICATOR)):
        file = tmp_path / path
        file.parent.mkdir(parents=True)
        file.write_text(BLOCKS[path], encoding="utf-8")
        monkeypatch.setattr(package, "__path__", [*package.__path__, str(file.parent)])
    monkeypatch.setenv("VAGLED_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    agency = Exempel()
    forget()
    with Server(agency) as server:
        monkeypatch.setenv("VAGLED_EXEMPEL_URL", server.url)
        yield agency
    forget()


def vagled(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    status = cli.main(arguments)
    return status, capsys.readouterr().out


@pytest.mark.parametrize("path", [AGENCY, INDICATOR])
def test_the_blocks_of_the_page_pass_the_projects_own_checks(path: str) -> None:
    for command in (("check",), ("format", "--check")):
        done = subprocess.run(
            [sys.executable, "-m", "ruff", *command, "--stdin-filename", path, "-"],
            cwd=ROOT,
            input=BLOCKS[path],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.usefixtures("exempel")
def test_its_tables_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    status, shown = vagled(capsys, "tables")
    assert status == 0
    assert "exempeldata: utbildningsplatser per län" in shown
    assert "Exempelmyndigheten; inte hämtad" in shown
    listed = json.loads(vagled(capsys, "tables", "--json")[1])
    (row,) = [row for row in listed if row["id"] == TABLE]
    assert (row["fetchable"], row["unit"]) == (True, ["platser"])
    status, shown = vagled(capsys, "indicators")
    assert "share: Andel av platserna (procent)" in shown


@pytest.mark.usefixtures("exempel")
def test_it_is_fetched_as_the_page_says(capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"^\$ vagled (.+)\n(.+)$", PAGE, re.MULTILINE)
    assert len(shown) == 2
    for command, expected in shown:
        assert vagled(capsys, *command.split()) == (0, f"{expected}\n")
    frame = catalogue.load(TABLE, open_store()).frame
    uppsala = frame[frame["region"] == "03"]
    assert uppsala["value"].tolist() == [60.0, 75.0]


def test_it_is_watched_and_its_vintages_compared(
    exempel: Exempel, capsys: pytest.CaptureFixture[str]
) -> None:
    assert vagled(capsys, "fetch", TABLE)[0] == 0
    assert vagled(capsys, "watch", TABLE)[0] == 0
    exempel.modified = "Mon, 01 Mar 2027 06:00:00 GMT"
    rows = exempel.answer["rader"]
    rows[3]["platser"] = 76
    rows += [{"lan": lan, "ar": 2026, "platser": 50} for lan in ("00", "03", "04")]
    status, shown = vagled(capsys, "watch", TABLE)
    assert status == 1
    assert "ofarligt     Ny period: 2026." in shown
    said = "1 av 6 jämförbara värden har reviderats (2025): mest från 75 till 76 (+1,3 %) i Uppsala"
    assert said in " ".join(shown.split())
    assert "indikatorer: exempel_platser" in shown
    status, shown = vagled(capsys, "fetch", TABLE)
    assert status == 0
    assert shown.endswith("nya perioder 2026; 3 rader nya, 1 ändrade, 0 borta.\n")
    status, shown = vagled(capsys, "diff", TABLE)
    assert status == 1
    assert "Uppsala län (03), 2025: 75 → 76 (+1,3 %)" in shown
    assert vagled(capsys, "watch", TABLE)[0] == 0
    shown = vagled(capsys, "tables", "--vintages", TABLE)[1]
    assert shown.count("2026-03-01T06:00:00Z") == 2


def test_a_fetch_that_is_refused_says_why_and_keeps_what_was_there(
    exempel: Exempel, capsys: pytest.CaptureFixture[str]
) -> None:
    assert vagled(capsys, "fetch", TABLE)[0] == 0
    exempel.modified = "Mon, 01 Mar 2027 06:00:00 GMT"
    exempel.answer["rader"][0]["lan"] = "99"
    status, shown = vagled(capsys, "fetch", TABLE)
    assert status == 4
    assert 'okända koder i "region": "99"' in shown
    status, shown = vagled(capsys, "watch", TABLE)
    assert status == 1
    assert "bryter       vagled fetch nekar tabellen som den är nu" in shown
    exempel.answer = {"updated": 7}
    assert vagled(capsys, "fetch", TABLE)[0] == 6
    assert len(open_store().vintages(TABLE)) == 1


@pytest.mark.usefixtures("exempel")
def test_a_narrowed_fetch_leaves_the_pin_of_the_whole(capsys: pytest.CaptureFixture[str]) -> None:
    """The agency says nothing of its table, so only the whole table shows what it holds."""
    assert vagled(capsys, "fetch", TABLE, "--period", "2025")[0] == 0
    assert fetching.inquiry(catalogue.spec(TABLE), open_store(), day="2026-03-01").pinned is None
    assert vagled(capsys, "fetch", TABLE)[0] == 0
    pinned = fetching.inquiry(catalogue.spec(TABLE), open_store(), day="2026-03-01").pinned
    assert pinned is not None
    assert pinned.periods == ("2024", "2025")


@pytest.mark.usefixtures("exempel")
def test_a_number_of_it_is_traced_to_its_cells(capsys: pytest.CaptureFixture[str]) -> None:
    assert vagled(capsys, "fetch", TABLE)[0] == 0
    store = open_store()
    desk = Desk("03", store=store, built="2026-03-02T12:00:00Z")
    number = desk.result("exempel_platser").number("share", region="03", period="2025")
    assert number.address in PAGE
    assert number.value == 7.5  # 100 * 75 / 1000, as the page says
    document = {
        "region": {"code": "03", "name": "Uppsala län"},
        "edition": "sv",
        "lang": "sv-SE",
        "parts": [],
        "numbers": {number.address: number_json(number)},
        "sources": [source_json(desk.table(TABLE))],
    }
    tracer = Tracer(document, store)
    assert tracer.replay(number.address).equal
    explained = "\n".join(tracer.explain(number.address))
    for said in (
        "Myndighet: Exempelmyndigheten",
        "Uppdaterad av myndigheten: 2026-03-01T06:00:00Z",
        "/platser.json",
        "Celler:    2",
        "00, 2025: 1000.0",
        "03, 2025: 75.0",
    ):
        assert said in explained


@pytest.mark.usefixtures("exempel")
def test_it_has_its_section_among_the_sources(tmp_path: Path) -> None:
    written = handbook.page(Archive(tmp_path / "nothing"))
    section = written.split(f"### {TABLE}\n")[1].split("\n### ")[0].split("\n## ")[0]
    assert "- exempeldata: myndigheten och siffrorna är påhittade." in section
    assert "`VAGLED_EXEMPEL_URL`" in written


def test_afterwards_it_is_gone(tmp_path: Path) -> None:
    assert "exempel" not in catalogue.agencies()
    assert Store(tmp_path).vintages(TABLE) == []
