"""A county's brief keeps its length when all that the agencies have for it has been fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.brief.conftest import KINDS
from tests.brief.fetched import filled, said
from tests.brief.fetched_scb import scb
from tests.brief.inprocess import collected
from tests.brief.test_born_abroad import TABLE, status
from tests.brief.test_fetched_claims import LEVELS, STARTS, VACANCIES, levels, starts, vacant
from tests.brief.test_if_fetched import PART_OF, of_the_others
from tests.brief.test_layout import FULL_ENOUGH, fill, pages_of
from vagled_lmi.brief import publication
from vagled_lmi.brief.editions import editions
from vagled_lmi.store import Store

#: exempeldata
FETCHED = (
    (TABLE, status(62.0, -2.0, 12.0)),
    (VACANCIES, vacant(2.6, 1.4)),
    (LEVELS, levels(36, 26)),
    (STARTS, starts(52, 41)),
)
SHOWN = {"born-abroad", "born-abroad-points", "vacancies", "attainment", "higher-starts"}


@pytest.fixture(scope="module")
def of_scb(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root: Path = tmp_path_factory.mktemp("store")
    return filled(root, scb(*FETCHED), "VAGLED_SCB_URL", [table for table, _ in FETCHED])


@pytest.fixture(scope="module")
def of_all(tmp_path_factory: pytest.TempPathFactory) -> Store:
    root: Path = tmp_path_factory.mktemp("all")
    filled(root, scb(*FETCHED), "VAGLED_SCB_URL", [table for table, _ in FETCHED])
    return of_the_others(root)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize(("store", "shown"), [("of_scb", SHOWN), ("of_all", SHOWN | set(PART_OF))])
def test_with_what_has_been_fetched_it_has_fourteen_pages_at_most(
    store: str, shown: set[str], edition: str, request: pytest.FixtureRequest
) -> None:
    document = collected(KINDS["county"], edition, request.getfixturevalue(store))
    assert said(document).keys() >= shown
    pages = pages_of(publication.render(document)["brief.pdf"])
    assert 8 <= len(pages) <= 14
    fills = [round(fill(words), 2) for words in pages]
    assert [part for part in fills[:-1] if part < FULL_ENOUGH] == [], fills
