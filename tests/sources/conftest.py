"""A session that waits for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vagled_lmi.session import Limits, Session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path, limits=Limits(retries=0, calls=100, seconds=0.02)) as opened:
        yield opened
