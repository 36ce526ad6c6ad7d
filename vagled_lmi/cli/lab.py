"""`vagled lab`: the notebooks in JupyterLab."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from vagled_lmi.cli.commands import Command, say


def declare(command: Command) -> None:
    """Add the commands of this room."""
    command("lab", _lab, "Öppna anteckningsböckerna i JupyterLab", "vagled lab")


def _lab(_: argparse.Namespace) -> int:
    from vagled_lmi import resources

    folder = Path("vagled-notebooks")
    for source in sorted(resources.notebooks_dir().rglob("*.ipynb")):
        copy = folder / source.relative_to(resources.notebooks_dir())
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
    say(f"Dina kopior av anteckningsböckerna ligger i {folder.resolve()}.")
    command = [sys.executable, "-m", "jupyter", "lab", str(folder)]
    return subprocess.run(command, check=False).returncode  # noqa: S603
