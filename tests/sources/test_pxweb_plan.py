"""A selection of any size: split into calls, and joined to what the whole would have been."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import servers
from tests.servers import Px, Server, px_metadata
from tests.sources.asking import ask
from tests.sources.pxweb_asking import (
    CODES,
    EXTRACT,
    METADATA,
    fetched,
    parsed,
    plain,
    refused,
    table,
    whole,
)
from vagled_lmi.session import Session
from vagled_lmi.sources import pxweb
from vagled_lmi.sources.pxweb_plan import calls

sizes = st.lists(st.integers(1, 9), min_size=1, max_size=4)


@given(sizes, st.integers(1, 60))
@settings(max_examples=200, deadline=None)
def test_a_split_is_whole_within_the_limit_and_the_fewest(sizes: list[int], most: int) -> None:
    selection = {
        f"D{at}": tuple(f"{at}:{code}" for code in range(size)) for at, size in enumerate(sizes)
    }
    parts = calls(selection, most)
    cells = [cell for part in parts for cell in itertools.product(*part.values())]
    assert len(set(cells)) == len(cells)
    assert set(cells) == set(itertools.product(*selection.values()))
    assert all(math.prod(map(len, part.values())) <= most for part in parts)
    assert all(list(part) == list(selection) for part in parts)
    enough = [
        pieces
        for pieces in itertools.product(*(range(1, size + 1) for size in sizes))
        if math.prod(-(-size // n) for size, n in zip(sizes, pieces, strict=True)) <= most
    ]
    assert len(parts) == min(map(math.prod, enough))


@given(
    st.lists(st.integers(1, 6), min_size=3, max_size=3),
    st.integers(1, 40),
    st.permutations(["Region", "Kon", "ContentsCode", "Tid"]),
)
@settings(max_examples=60, deadline=None)
def test_the_parts_joined_are_the_whole(sizes: list[int], most: int, order: list[str]) -> None:
    regions, sexes, months = sizes
    codes = {
        "Region": [f"{n:02}" for n in range(regions)],
        "Kon": ["1+2", "1", "2", "X", "Y", "Z"][:sexes],
        "ContentsCode": ["X1"],
        "Tid": [f"2020M{n:02}" for n in range(1, months + 1)],
    }
    metadata = px_metadata("TAB1", {name: codes[name] for name in order})
    spec = table(replace(EXTRACT, select=dict.fromkeys(codes, ("*",))))
    config = {**servers.CONFIG, "maxDataCells": most}
    answers = fetched(Px(metadata, config=config), spec)
    assert len(answers) >= math.prod(sizes) / most
    frame = parsed(answers, spec)
    assert frame.columns.tolist() == list(spec.columns)
    pd.testing.assert_frame_equal(
        plain(spec, frame), whole(spec, metadata), check_dtype=False, check_exact=True
    )


@pytest.mark.parametrize(("most", "parts"), [(75, 1), (74, 2), (25, 3), (15, 5), (1, 75)])
def test_over_http_too(most: int, parts: int, session: Session) -> None:
    """5 regions x 3 sexes x 1 measure x 5 months = 75 cells."""
    spec = table()
    px = Px(METADATA, config={**servers.CONFIG, "maxDataCells": most})
    with Server(px) as server:
        answers = ask(pxweb, spec, server.url, session.send)
    assert (len(answers), len(server.seen)) == (parts, parts + 2)
    assert {answer.whole for answer in answers} == {parts + 1}
    for answer, seen in zip(answers, server.seen[2:], strict=True):
        asked = {part["variableCode"]: tuple(part["valueCodes"]) for part in seen.json["selection"]}
        assert asked == answer.query.selection
        assert list(asked) == METADATA["id"]
    pd.testing.assert_frame_equal(
        plain(spec, parsed(answers, spec)), whole(spec, METADATA), check_dtype=False
    )


def test_a_selection_that_would_take_hundreds_of_calls() -> None:
    many = px_metadata("TAB1", {**CODES, "Region": [str(n) for n in range(500)]})
    px = Px(many, config={**servers.CONFIG, "maxDataCells": 3})
    error = refused(px)
    assert "för stort: 7500 celler i 2500 anrop" in error.message
