"""`vagled` as a person uses it: what it answers, what it refuses, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from vagled_lmi import cli, resources, snapshot, snapshot_copies
from vagled_lmi.sources import catalogue

COMMANDS = (
    "brief", "cards", "fetch", "watch", "diff", "regions", "tables", "indicators", "trace",
    "hindsight", "lab",
)  # fmt: skip


def vagled(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vagled_lmi.cli", *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "VAGLED_OFFLINE": "1", "PYTHONUTF8": "1", **environment},
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_helps_with_an_example(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main([command, "--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    assert f"Exempel: vagled {command}" in shown


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = capsys.readouterr().out
    assert all(f"\n    {command}" in shown for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["brief", "Upsala"], 3, 'Okänd region "Upsala". Menade du Uppsala län (03)?'),
        (["brief", "../../etc"], 3, "Okänd region"),
        (["brief", "00"], 2, "briefer för län, kommuner och NUTS 2-områden, inte för Riket."),
        (["brief"], 2, "Ange en region, eller --occupation."),
        (["brief", "0380", "--occupation", "2341"], 2, "Länet: Uppsala län (03)."),
        (["brief", "--occupation", "9999"], 3, 'Okänt yrke "9999".'),
        (["brief", "--occupation", "barnskötarre"], 3, "Menade du Barnskötare (5311)"),
        (["cards", "SE12"], 2, "Samtalskort görs för län"),
        (["brief", "03", "--edition", "fi"], 2, 'Okänd utgåva "fi"'),
        (["regions", "--kommuner", "SE12"], 2, "är inget län"),
        (["fetch", "scb:TAB9999"], 3, "Okänd tabell"),
        (["watch", "scb:TAB9999"], 3, "Okänd tabell"),
        (["diff", "scb:YREG60"], 2, "Av scb:YREG60 finns inte två årgångar att jämföra."),
        (["tables", "--vintages", "TAB9999"], 3, "Okänd tabell"),
        (["trace", "nothing.json", "--all"], 9, "går inte att läsa"),
        (["trace", "nothing.json"], 2, "Ange ett tals adress, eller --all."),
    ],
)
def test_what_is_refused_has_a_sentence_a_status_and_no_traceback(
    arguments: list[str], status: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == status
    shown = capsys.readouterr()
    assert shown.err.startswith("vagled: ")
    assert says in shown.err
    assert "Traceback" not in shown.err
    assert shown.out == ""


def test_an_unknown_option_exits_with_two() -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["brief", "--colour"])
    assert stopped.value.code == 2


def test_regions(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["regions"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + 8 + 21
    assert "03    Uppsala län" in lines
    assert cli.main(["regions", "--kommuner", "uppsala"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 8


def test_tables(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["tables", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert {row["id"] for row in listed} == set(catalogue.specs())
    held = {made.table for made in (*snapshot.RECIPES, *snapshot_copies.COPIES)}
    for row in listed:
        assert row["agency"]
        assert row["retrieved"] == ("2026-11-23T00:00:00Z" if row["id"] in held else None)
    assert cli.main(["tables"]) == 0
    shown = capsys.readouterr().out
    assert "via public copy" in shown
    assert {line.split()[0] for line in shown.splitlines()[::2]} == set(catalogue.specs())


def test_indicators(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["indicators"]) == 0
    shown = capsys.readouterr().out
    assert "employed" in shown
    assert "change_pct: Förändring på ett år (procent)" in shown
    # what it is called stands clear of its id, the longest too
    assert "outlook_labour_market       Utsikt för FA-regionen\n" in shown
    assert "occupations_with_education  " in shown


def test_fetch_without_network_says_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VAGLED_OFFLINE", "1")
    assert cli.main(["fetch"]) == 7
    shown = capsys.readouterr().out
    assert shown.count("\n") == 1
    assert shown.startswith("Inget nätverk: ")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("made")
    environment = {"VAGLED_STORE": str(out / "store")}
    done = vagled("brief", "uppsala", "--out", str(out / "reports"), **environment)
    assert done.returncode == 0, done.stderr
    assert str(out / "reports" / "03" / "sv" / "brief.html") in done.stdout
    assert str(out / "reports" / "03" / "sv" / "brief.pdf") in done.stdout
    assert "Uppgifterna hämtades senast 2026-11-23" in done.stdout
    assert "Traceback" not in done.stderr
    return out


class TestBrief:
    """The whole way, as processes."""

    def test_its_files(self, made: Path) -> None:
        folder = made / "reports" / "03" / "sv"
        assert sorted(path.name for path in folder.iterdir()) == [
            "brief.html", "brief.pdf", "document.json", "modellkort-ArbStDoNMNN.md",
            "modellkort-yrken.md", "numbers.csv", "numbers.json",
        ]  # fmt: skip
        card = (folder / "modellkort-yrken.md").read_text(encoding="utf-8")
        document = json.loads((folder / "document.json").read_bytes())
        cited = {s["id"]: s["retrievals"] for s in document["sources"]}["scb:YREG60"]
        assert all(retrieval["vintage"] in card for retrieval in cited)
        numbers = json.loads((folder / "numbers.json").read_text(encoding="utf-8"))
        assert len(numbers) > 400
        assert all({"address", "value", "unit"} <= set(number) for number in numbers)

    @pytest.mark.parametrize("name", ["document.json", "brief.pdf"])
    def test_every_number_is_traced_and_replayed(self, made: Path, name: str) -> None:
        brief = made / "reports" / "03" / "sv" / name
        environment = {"VAGLED_STORE": str(made / "store")}
        every = vagled("trace", "--all", str(brief), **environment)
        assert every.returncode == 0, every.stderr
        count = len(json.loads((brief.parent / "numbers.json").read_text(encoding="utf-8")))
        assert f"{count} av {count} tal är lika när de räknas om.\n" in every.stdout
        assert every.stdout.endswith(" ordval följer av talen.\n")
        address = "03/employed/level?region=03&period=2026M06"
        one = vagled("trace", str(brief), address, "--replay", **environment)
        assert one.returncode == 0, one.stderr
        assert "Omräknat:    181185.0, lika med det tryckta." in one.stdout
        assert "sha256" in one.stdout

    def test_what_it_rests_on_is_kept_in_the_users_store(self, made: Path) -> None:
        log = (made / "store" / "log.jsonl").read_text(encoding="utf-8")
        document = json.loads((made / "reports" / "03" / "sv" / "document.json").read_bytes())
        kept = {json.loads(line)["query"]["table"] for line in log.splitlines()}
        assert kept == {source["id"] for source in document["sources"]}
        assert len(kept) == len(log.splitlines()) >= 9

    def test_a_forged_brief_is_found_out(self, made: Path, tmp_path: Path) -> None:
        brief = made / "reports" / "03" / "sv" / "document.json"
        forged = tmp_path / "document.json"
        text = brief.read_text(encoding="utf-8")
        assert '"value": 181185.0' in text
        forged.write_text(text.replace('"value": 181185.0', '"value": 191185.0'), encoding="utf-8")
        done = vagled("trace", "--all", str(forged), VAGLED_STORE=str(made / "store"))
        assert done.returncode == 9
        assert "omräkningen ger 181185.0" in done.stdout


def test_a_reader_that_leaves_a_pipe_early_gets_no_traceback() -> None:
    command = f"{sys.executable} -m vagled_lmi.cli indicators | head -1"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stderr == ""


def test_lab_opens_copies_and_never_writes_over_what_an_analyst_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        started.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(subprocess, "run", run)
    assert cli.main(["lab"]) == 0
    copy = tmp_path / "vagled-notebooks" / "regional_outlook.ipynb"
    original = resources.notebooks_dir() / "regional_outlook.ipynb"
    assert copy.read_bytes() == original.read_bytes()
    copy.write_text("mine", encoding="utf-8")
    assert cli.main(["lab"]) == 0
    assert copy.read_text(encoding="utf-8") == "mine"
    assert started[0][1:] == ["-m", "jupyter", "lab", "vagled-notebooks"]
