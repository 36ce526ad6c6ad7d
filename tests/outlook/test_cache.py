"""The cache: by what the figures are, and never in the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from vagled_lmi.outlook import cache

FRAME = pd.DataFrame({"region": ["03", "04"], "value": [1.0, 2.0]})


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    kept = dict(cache._in_memory)
    cache.forget()
    monkeypatch.setenv("VAGLED_CACHE", str(tmp_path))
    yield tmp_path / "outlook"
    cache.forget()
    cache._in_memory.update(kept)


class Counter:
    """Makes bytes, and counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> bytes:
        self.made += 1
        return b"result"


def remembered(make: Counter, name: str = "a") -> bytes:
    return cache.remembered(name, make, lambda made: made, lambda payload: payload)


def test_it_is_made_once_and_then_read(folder: Path) -> None:
    make = Counter()
    assert remembered(make) == remembered(make) == b"result"
    cache.forget()
    assert remembered(make) == b"result"
    assert make.made == 1
    assert [path.name for path in folder.iterdir()] == ["a.json"]


def test_what_cannot_be_read_is_made_again(folder: Path) -> None:
    def read(payload: bytes) -> bytes:
        if payload != b"result":
            raise ValueError("torn")
        return payload

    make = Counter()
    for _ in range(2):
        cache.remembered("a", make, lambda made: made, read)
        cache.forget()
        (folder / "a.json").write_bytes(b"res")
    assert make.made == 2


def test_it_may_be_thrown_away(folder: Path) -> None:
    make = Counter()
    remembered(make)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    cache.forget()
    assert remembered(make) == b"result"
    assert make.made == 2


def test_a_folder_that_cannot_be_written_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("VAGLED_CACHE", str(tmp_path / "file"))
    assert remembered(Counter()) == b"result"


def test_the_oldest_files_go_first(folder: Path) -> None:
    for number in range(cache._KEPT + 3):
        remembered(Counter(), f"{number:02d}")
        os.utime(folder / f"{number:02d}.json", (number, number))
    kept = sorted(path.stem for path in folder.iterdir())
    assert len(kept) == cache._KEPT
    assert "00" not in kept
    assert f"{cache._KEPT + 2:02d}" in kept


def test_the_name_follows_every_figure_and_column() -> None:
    name = cache.key(FRAME)
    assert cache.key(FRAME.copy()) == name
    assert cache.key(FRAME.assign(value=[1.0, 2.5])) != name
    assert cache.key(FRAME.rename(columns={"value": "count"})) != name
    assert cache.key(FRAME, FRAME) != name
