"""Every notebook: runs offline as it stands, holds no logic, and keeps no outputs."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from vagled_lmi import resources
from vagled_lmi.brief import document, run
from vagled_lmi.brief.desk import makers, page_makers
from vagled_lmi.brief.subject import notebooks, subject
from vagled_lmi.errors import NotebookError, UnknownCodeError, UsageError

NOTEBOOKS = sorted(resources.notebooks_dir().rglob("*.ipynb"))
LOGIC = re.compile(r"\b(def|class|lambda|for|while|if|requests|groupby|import pandas)\b")


def read(path: Path) -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def code(notebook: dict[str, Any]) -> list[str]:
    return ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "code"]


def test_there_is_a_notebook_for_each_kind_of_brief() -> None:
    assert set(notebooks()) <= {path.name for path in NOTEBOOKS}


def test_every_block_is_shown_in_some_notebook() -> None:
    """What no notebook shows is dead, and what a notebook shows there is."""
    shown = set()
    for path in NOTEBOOKS:
        for source in code(read(path)):
            for call in re.findall(r"\.(?:show|pages)\(([^)]*)\)", source):
                shown |= set(re.findall(r'"([a-z_]+)"', call))
    assert shown == set(makers()) | set(page_makers())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
class TestNotebook:
    """What every notebook keeps to."""

    def test_it_declares_its_parameters(self, path: Path) -> None:
        declared = run.parameters(read(path))
        assert set(declared) - {"occupation", "previous"} == {"region", "edition"}
        assert set(declared.values()) == {"str"}
        assert 'edition: str = "sv"' in code(read(path))[0]
        # conversation cards say nothing of what has changed
        assert ("previous" in declared) == ("against(previous)" in "".join(code(read(path))))

    def test_it_keeps_no_outputs(self, path: Path) -> None:
        for cell in read(path)["cells"]:
            assert not cell.get("outputs")
            assert cell.get("execution_count") is None

    def test_it_holds_no_logic(self, path: Path) -> None:
        for source in code(read(path)):
            assert not LOGIC.search(source), source
            assert len(source.splitlines()) <= 6, source
            for node in ast.walk(ast.parse(source)):
                if isinstance(node, ast.ImportFrom):
                    assert node.module == "vagled_lmi"

    def test_it_runs_offline_as_it_stands_and_shows_its_blocks(
        self, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("VAGLED_OFFLINE", "1")
        executed = tmp_path / "executed.ipynb"
        command = [sys.executable, "-m", "papermill", str(path), str(executed), "--no-progress-bar"]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        outputs = [o for c in read(executed)["cells"] for o in c.get("outputs", [])]
        assert outputs
        for output in outputs:
            assert output["output_type"] == "display_data", output
            assert set(output["data"]) == {document.MIME, "text/html"}
            assert "".join(output["data"]["text/html"]).startswith("<div lang=")
        shown = {m["block"]["id"] for m in document.machine_forms(read(executed)) if "block" in m}
        asked = " ".join(code(read(path))).count('", "') + 1
        assert len(shown) >= asked
        assert not [name for name in shown if name.startswith("missing")]


def notebook_with(parameters: str | None) -> dict[str, Any]:
    cell = {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": parameters or ""}
    return {"cells": [cell] if parameters is not None else []}


@pytest.mark.parametrize(
    "source",
    [
        'region = "03"',
        'region: str = __import__("os").getcwd()',
        'region: str = f"{1}"',
        "print(1)",
    ],
)
def test_a_parameter_cell_holds_annotated_plain_values_only(source: str) -> None:
    with pytest.raises(NotebookError, match="ingen parameter"):
        run.parameters(notebook_with(source))


def test_a_notebook_without_parameters_is_refused() -> None:
    with pytest.raises(NotebookError, match="taggen parameters"):
        run.parameters(notebook_with(None))


def test_parameters_are_checked_before_a_kernel_starts() -> None:
    notebook = notebook_with('region: str = "03"\nedition: str = "sv"')
    run.check_parameters(notebook, {"region": "04"})
    with pytest.raises(UsageError, match='Okänd parameter "regoin"'):
        run.check_parameters(notebook, {"regoin": "04"})
    with pytest.raises(UsageError, match="inte str"):
        run.check_parameters(notebook, {"region": 4})


@pytest.mark.parametrize(
    ("region", "edition", "error"),
    [
        ("Upsala", "sv", UnknownCodeError),
        ("00", "sv", UsageError),
        ("03", "fi", UsageError),
        ('03"; import os #', "sv", UnknownCodeError),
        ("../../etc", "sv", UnknownCodeError),
    ],
)
def test_no_kernel_starts_for_what_is_refused(
    region: str, edition: str, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_execute", lambda *_: pytest.fail("a kernel was started"))
    with pytest.raises(error):
        run.build(subject(region), edition)


def test_a_cell_that_fails_names_itself_and_what_to_do(tmp_path: Path) -> None:
    notebook = read(resources.notebooks_dir() / subject("03").notebook)
    notebook["cells"][2]["source"] = ['raise ValueError("trasig")']
    path = tmp_path / "broken.ipynb"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    with pytest.raises(NotebookError, match="ValueError: trasig") as stopped:
        run.build(subject("03"), notebook=path)
    assert "vagled lab" in str(stopped.value)
