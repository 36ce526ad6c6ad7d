"""What the documents list is what there is."""

from __future__ import annotations

import argparse
import re
import tomllib
from pathlib import Path

from vagled_lmi import cli, errors

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def first_cells(text: str) -> list[str]:
    return re.findall(r"^\| ([^|]+?) \|", text, re.MULTILINE)


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [re.split(r"[<>=]", name)[0] for name in project["dependencies"]]
    assert declared == sorted(declared)
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    run_time = text.split("## At run time")[1].split("## For tests")[0]
    assert first_cells(run_time)[1:] == declared
    for_tests = text.split("## For tests and checks")[1]
    for name in project["optional-dependencies"]["dev"]:
        assert re.split(r"[<>=]", name)[0] in for_tests, name


def test_the_readme_lists_every_command() -> None:
    parser = cli._parser()
    (commands,) = [
        action for action in parser._actions if isinstance(action, argparse._SubParsersAction)
    ]
    section = README.split("## The commands")[1]
    listed = re.findall(r"^\| `vagled (\w+)", section, re.MULTILINE)
    assert listed == list(commands.choices)


def test_the_readme_lists_every_exit_status() -> None:
    section = README.split("a sentence and an exit status")[1]
    listed = {int(code) for code in re.findall(r"\b(\d+) \w", section.split("|")[0])}
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.VagledError)
    ]
    assert listed == {kind.exit_code for kind in kinds}


def test_the_readmes_make_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))
    for command in re.findall(r"\bmake ([a-z]+)", README):
        assert command in targets or command == "help", command
    assert "make test" in README
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_what_stands_first_in_the_readme() -> None:
    screen = README.splitlines()[:40]
    for said in ("make brief", "make test", "pip install", "docs/images/brief.png"):
        assert any(said in line for line in screen), said
    assert (ROOT / "docs" / "images" / "brief.png").stat().st_size > 10_000


def test_pictures_and_links_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        for target in re.findall(r'\]\(([^)#]+)\)|src="([^"]+)"', text):
            path = next(filter(None, target))
            if "://" not in path:
                assert (page.parent / path).exists(), f"{page.name}: {path}"
