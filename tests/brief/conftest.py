"""Briefs built once and used by many tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from tests.brief.inprocess import collected
from vagled_lmi.brief import publication
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.subject import Subject, subject

Build = Callable[..., Document]
Files = Callable[..., dict[str, bytes]]

#: One of each kind of brief, by a short name: the subject as a person writes it.
KINDS = {
    "county": subject("03"),
    "municipality": subject("0331"),
    "area": subject("SE12"),
    "occupation": subject("SE12", "2341"),
    "cards": subject("03", cards=True),
}


@pytest.fixture(scope="session")
def build() -> Build:
    """Build a document of the program's figures in this process, once each.

    That a kernel gives the same is for `test_real_briefs` to say.
    """

    @cache
    def built(about: Subject | str, edition: str = "sv") -> Document:
        return collected(subject(about) if isinstance(about, str) else about, edition)

    return built


@pytest.fixture(scope="session")
def files(build: Build) -> Files:
    """Every file of a brief, rendered once."""

    @cache
    def rendered(about: Subject | str, edition: str = "sv") -> dict[str, bytes]:
        return publication.render(build(about, edition))

    return rendered


@pytest.fixture(scope="session")
def uppsala(build: Build) -> Document:
    """The document of Uppsala län, in Swedish."""
    return build(KINDS["county"])
