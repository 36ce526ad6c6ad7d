"""A session on loopback whose sleep only takes notes, in a plain environment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.asking import FREE, Naps
from vagled_lmi.session import Session


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VAGLED_OFFLINE", "VAGLED_CONTACT", "REQUESTS_CA_BUNDLE", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def naps() -> Naps:
    return Naps()


@pytest.fixture
def session(tmp_path: Path, naps: Naps) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=FREE, sleep=naps) as opened:
        yield opened
