"""What the tests share: the figures that come with the program, and the recorded answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from vagled_lmi import resources
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from what the user's outlooks were trained to; train once for all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VAGLED_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def _own_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test away from the user's store and from the network."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VAGLED_STORE", str(tmp_path_factory.mktemp("store")))
        patch.delenv("VAGLED_OFFLINE", raising=False)
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        yield


@pytest.fixture(scope="session")
def snapshot() -> Archive:
    """The figures that come with the program."""
    return Archive(resources.snapshot_dir())


@pytest.fixture(scope="session")
def tables(snapshot: Archive) -> Mapping[str, Table]:
    """Every declared table that the snapshot holds."""
    held = {line.query.table for line in snapshot.retrievals()}
    return {table: catalogue.load(table, snapshot) for table in catalogue.specs() if table in held}
