"""Briefs built once and used by many tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.brief.inprocess import BUILT_EPOCH
from vagled_lmi.brief import publication, run
from vagled_lmi.brief.document import Document

Build = Callable[..., Document]
Files = Callable[..., dict[str, bytes]]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Build a document by a real run of its notebook over the program's figures, once each."""

    @cache
    def built(region: str, edition: str = "sv") -> Document:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("VAGLED_STORE", str(tmp_path_factory.mktemp("store")))
            patch.setenv("VAGLED_OFFLINE", "1")
            patch.setenv("SOURCE_DATE_EPOCH", BUILT_EPOCH)
            return run.build(region, edition)

    return built


@pytest.fixture(scope="session")
def files(build: Build) -> Files:
    """Every file of a brief, rendered once."""

    @cache
    def rendered(region: str, edition: str = "sv") -> dict[str, bytes]:
        return publication.render(build(region, edition))

    return rendered


@pytest.fixture(scope="session")
def uppsala(build: Build) -> Document:
    """The document of Uppsala län, in Swedish."""
    return build("uppsala")
