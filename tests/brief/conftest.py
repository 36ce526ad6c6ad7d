"""One brief, run from the notebook once and used by many tests."""

from __future__ import annotations

import pytest

from vagled_lmi.brief import run
from vagled_lmi.brief.document import Document


@pytest.fixture(scope="session")
def uppsala(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The document of Uppsala län, from a real run of the notebook over the program's figures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VAGLED_STORE", str(tmp_path_factory.mktemp("store")))
        patch.setenv("VAGLED_OFFLINE", "1")
        patch.setenv("SOURCE_DATE_EPOCH", "1795435200")  # 2026-11-23T12:00:00Z
        return run.build("uppsala")
