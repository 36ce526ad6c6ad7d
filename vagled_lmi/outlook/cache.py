"""Keeps what took long to compute, by what it was computed from; may be thrown away at any time."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pandas as pd
import platformdirs

from vagled_lmi.disk import write_atomic

_SUFFIX = ".json"
#: Files kept; the oldest go first.
_KEPT = 16
_LIBRARIES = ("numpy", "pandas", "scikit-learn")
_in_memory: dict[str, Any] = {}

T = TypeVar("T")


def folder() -> Path:
    """Return where results are kept: ``VAGLED_CACHE``, or the user's cache folder."""
    chosen = os.environ.get("VAGLED_CACHE")
    return Path(chosen or platformdirs.user_cache_dir("vagled_lmi")) / "outlook"


def key(*frames: pd.DataFrame) -> str:
    """Return a name for what frames give: their figures, this package's code, the libraries."""
    digest = hashlib.sha256(_code())
    for frame in frames:
        digest.update(" ".join(map(str, frame.columns)).encode())
        hashed = pd.util.hash_pandas_object(frame, index=False)
        digest.update(np.ascontiguousarray(hashed.to_numpy()).tobytes())
    return digest.hexdigest()


def remembered(
    name: str,
    make: Callable[[], T],
    write: Callable[[T], bytes],
    read: Callable[[bytes], T],
) -> T:
    """Return a result from memory, from the cache, or made now and kept.

    A cache that cannot be read or written is no error: the result is made.

    Parameters
    ----------
    name : str
        As `key` gives it, and what tells results of the same frames apart.
    make : callable
        Makes the result.
    write, read : callable
        Between the result and bytes; `read` raises ValueError or KeyError on anything else.
    """
    if name not in _in_memory:
        path = folder() / f"{name}{_SUFFIX}"
        found = _found(path, read)
        if found is None:
            found = make()
            _keep(path, write(found))
        _in_memory[name] = found
    kept: T = _in_memory[name]
    return kept


def forget() -> None:
    """Forget what is in memory; files stay."""
    _in_memory.clear()


def _found(path: Path, read: Callable[[bytes], T]) -> T | None:
    with suppress(OSError, ValueError, KeyError):
        return read(path.read_bytes())
    return None


def _keep(path: Path, payload: bytes) -> None:
    with suppress(OSError):
        write_atomic(path, payload)
        for old in _oldest_first(path.parent.glob(f"*{_SUFFIX}"))[:-_KEPT]:
            old.unlink(missing_ok=True)


def _oldest_first(files: Iterable[Path]) -> list[Path]:
    return sorted(files, key=lambda file: file.stat().st_mtime)


@lru_cache(maxsize=1)
def _code() -> bytes:
    sources = sorted(Path(__file__).parent.glob("*.py"))
    libraries = " ".join(version(name) for name in _LIBRARIES).encode()
    return hashlib.sha256(b"".join(s.read_bytes() for s in sources) + libraries).digest()
