"""The wheel: all a brief needs is inside it, and it works far from any checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INDEX": "1"}
    subprocess.run([*command, "-w", str(out), str(ROOT)], check=True, env=environment)
    (made,) = out.glob("vagled_lmi-*.whl")
    return made


def test_it_holds_figures_notebooks_words_and_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "vagled_lmi/data/snapshot/log.jsonl",
        "vagled_lmi/data/snapshot/codes/fa15.csv",
        "vagled_lmi/data/snapshot/codes/regions.csv",
        "vagled_lmi/notebooks/regional_outlook.ipynb",
        "vagled_lmi/brief/messages/sv.ftl",
        "vagled_lmi/brief/schema/document.schema.json",
        "vagled_lmi/brief/templates/brief.typ",
        "vagled_lmi/brief/templates/brief.html.j2",
    ):
        assert name in names, name
    assert not [name for name in names if name.startswith(("tests/", "bench/", "data/"))]


def test_a_brief_is_made_from_it_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "share"),
        "VAGLED_OFFLINE": "1",
        "PYTHONUTF8": "1",
    }
    del environment["VAGLED_STORE"]

    def run(*arguments: str) -> str:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=elsewhere,
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        ).stdout

    where = run("-c", "import vagled_lmi.resources as r; print(r.__file__, r.checkout())")
    assert where.split() == [str(installed / "vagled_lmi" / "resources.py"), "None"]
    assert "reports/19/sv/brief.pdf" in run("-m", "vagled_lmi.cli", "brief", "västmanland")
    brief = elsewhere / "reports" / "19" / "sv"
    assert (brief / "brief.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "share" / "vagled_lmi" / "store" / "log.jsonl").is_file()
    traced = run("-m", "vagled_lmi.cli", "trace", "--all", str(brief / "brief.pdf"))
    assert "tal är lika" in traced
