"""Which vintages count: the agency's own before copies, narrowed ones over the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.store.sample import TABLE, Answer
from vagled_lmi.provenance import VIA_PUBLIC_COPY, Query
from vagled_lmi.store import Store
from vagled_lmi.vintages import Vintage, complete, compose, end_of, in_use

Scope = Mapping[str, tuple[str, ...]]
UPPSALA: Scope = {"region": ("03",)}


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


def add(kept: Store, day: int, scope: Scope | None = None, via: str = "") -> Vintage:
    query = Query(TABLE, "https://statistik.example/api", {}, scope or {})
    at = f"2026-01-{day:02d}T08:00:00Z"
    answer = Answer(query, b"%d" % day)
    return kept.add(TABLE, [answer], retrieved=at, licence="CC0", via=via)


def used(vintages: Sequence[Vintage]) -> list[str]:
    return [vintage.retrieved[8:10] for vintage in in_use(vintages)]


def test_the_newest_whole_one_stands_alone(kept: Store) -> None:
    assert used([add(kept, 1), add(kept, 2)]) == ["02"]


def test_narrowed_ones_after_the_whole_are_laid_over_it_in_order(kept: Store) -> None:
    three = [add(kept, 1), add(kept, 2, UPPSALA), add(kept, 3, {"period": ("2025",)})]
    assert used(three) == ["01", "02", "03"]


def test_a_whole_one_covers_the_narrowed_ones_before_it(kept: Store) -> None:
    assert used([add(kept, 1, UPPSALA), add(kept, 2), add(kept, 3, UPPSALA)]) == ["02", "03"]


def test_the_agencys_own_narrowed_ones_lie_over_a_public_copy(kept: Store) -> None:
    """The copy is never newer than the agency, whenever the program was compiled."""
    both = [add(kept, 1, UPPSALA), add(kept, 2, via=VIA_PUBLIC_COPY)]
    assert used(both) == ["02", "01"]


def test_the_agencys_own_whole_one_wins_over_a_newer_copy(kept: Store) -> None:
    three = [add(kept, 1), add(kept, 2, UPPSALA), add(kept, 3, via=VIA_PUBLIC_COPY)]
    assert used(three) == ["01", "02"]


def test_narrowed_ones_alone_are_what_there_is(kept: Store) -> None:
    assert used([add(kept, 1, UPPSALA)]) == ["01"]
    assert used([]) == []


def test_as_known_on_a_day(kept: Store) -> None:
    for day, scope in ((1, None), (2, UPPSALA), (3, None), (4, UPPSALA)):
        add(kept, day, scope)
    for as_of, expected in (
        ("2026-01-01", ["01"]),
        ("2026-01-02T07:59:59Z", ["01"]),
        ("2026-01-02", ["01", "02"]),
        ("2026-01-03", ["03"]),
        ("2026-02-01", ["03", "04"]),
        ("2025-12-31", []),
    ):
        found = [vintage.retrieved[8:10] for vintage in kept.in_use(TABLE, as_of)]
        assert found == expected, as_of
    assert kept.latest(TABLE, "2026-01-02") == kept.vintages(TABLE)[1]


def test_a_day_ends_at_its_last_second_and_an_offset_is_taken_away() -> None:
    assert end_of("2026-01-02") == "2026-01-02T23:59:59Z"
    assert end_of("2026-01-02T09:00:00+01:00") == "2026-01-02T08:00:00Z"
    assert end_of("2026-01-02T08:00:00") == "2026-01-02T08:00:00Z"


def test_scope_and_route_are_those_of_the_retrievals(kept: Store) -> None:
    vintage = add(kept, 1, UPPSALA, VIA_PUBLIC_COPY)
    assert dict(vintage.scope) == {"region": ("03",)}
    assert vintage.via == VIA_PUBLIC_COPY
    (read,) = Store(kept.root).vintages(TABLE)
    assert dict(read.scope) == {"region": ("03",)}


def test_a_vintage_is_complete_when_its_last_part_is_there(kept: Store) -> None:
    parts = kept.add(
        TABLE,
        [Answer(Query(TABLE, f"https://statistik.example/{n}"), b"%d" % n) for n in range(3)],
        retrieved="2026-01-01T08:00:00Z",
        licence="CC0",
    ).retrievals
    assert complete(parts[:2]) == []
    (whole,) = complete([parts[2], parts[0], parts[1]])
    assert whole.retrievals == parts
    assert compose(TABLE, parts).id == whole.id
