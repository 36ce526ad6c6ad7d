"""Keeps what was trained, by what it was trained on; may be thrown away at any time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import numpy as np
import platformdirs

from vagled_lmi.disk import write_atomic
from vagled_lmi.outlook.employees import Trained, train
from vagled_lmi.outlook.panel import Panel

_SUFFIX = ".json"
#: Files kept; the oldest go first.
_KEPT = 8
_in_memory: dict[str, Trained] = {}


def folder() -> Path:
    """Return where trained outlooks are kept: ``VAGLED_CACHE``, or the user's cache folder."""
    chosen = os.environ.get("VAGLED_CACHE")
    return Path(chosen or platformdirs.user_cache_dir("vagled_lmi")) / "outlook"


def key(panel: Panel) -> str:
    """Return a name for what a panel gives: its figures, this package's code, the libraries."""
    digest = hashlib.sha256(_code())
    for part in (panel.regions, panel.occupations, panel.years, panel.values):
        digest.update(np.ascontiguousarray(part).tobytes())
    libraries = " ".join(version(name) for name in ("numpy", "scikit-learn"))
    digest.update(f"{panel.whole} {libraries}".encode())
    return digest.hexdigest()


def trained(panel: Panel, make: Callable[[Panel], Trained] = train) -> Trained:
    """Return a panel's outlook: from memory, from the cache, or trained now and kept.

    A cache that cannot be read or written is no error: the outlook is trained.
    """
    name = key(panel)
    if name not in _in_memory:
        path = folder() / f"{name}{_SUFFIX}"
        _in_memory[name] = _read(path) or _keep(path, make(panel))
    return _in_memory[name]


def forget() -> None:
    """Forget what is in memory; files stay."""
    _in_memory.clear()


def _read(path: Path) -> Trained | None:
    with suppress(OSError, ValueError, KeyError):
        return Trained.from_bytes(path.read_bytes())
    return None


def _keep(path: Path, outlook: Trained) -> Trained:
    with suppress(OSError):
        write_atomic(path, outlook.to_bytes())
        kept = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime)
        for old in kept[:-_KEPT]:
            old.unlink(missing_ok=True)
    return outlook


@lru_cache(maxsize=1)
def _code() -> bytes:
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).digest()
