"""Where the files that come with the program lie: in a checkout, or inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def checkout() -> Path | None:
    """Return the root of the checkout the package runs from, or None when it is installed."""
    root = _PACKAGE.parent
    return root if (root / "pyproject.toml").is_file() and (root / "data").is_dir() else None


def snapshot_dir() -> Path:
    """Return the folder of the figures that come with the program."""
    root = checkout()
    return root / "data" / "snapshot" if root else _PACKAGE / "data" / "snapshot"


def notebooks_dir() -> Path:
    """Return the folder of the notebooks that come with the program."""
    root = checkout()
    return root / "notebooks" if root else _PACKAGE / "notebooks"
