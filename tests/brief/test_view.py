"""A document as the templates want it: its order, and what does not hold together."""

from __future__ import annotations

import pytest

from tests.brief import sample
from vagled_lmi.brief import view
from vagled_lmi.errors import RenderError


def test_key_figures_stand_in_rows_of_two_to_four() -> None:
    columns = {}
    for count in range(1, 10):
        document = sample.document()
        block = next(b for b in document["parts"][0]["blocks"] if b["kind"] == "number")
        document["parts"][0]["blocks"] = [block] * count
        columns[count] = view.prepare(document, sample.SWEDISH, (), str)["parts"][0]["columns"]
    assert columns == {1: 1, 2: 2, 3: 3, 4: 4, 5: 3, 6: 3, 7: 4, 8: 4, 9: 3}


def test_a_block_that_names_what_is_not_there_is_refused() -> None:
    document = sample.document()
    document["sources"] = document["sources"][1:]
    with pytest.raises(RenderError, match="Blocket oversikt nämner scb:EX1, som saknas"):
        view.prepare(document, sample.SWEDISH, (), str)
    document = sample.document()
    document["numbers"].pop("99/ads/count?period=2025")
    with pytest.raises(RenderError, match="Blocket annonser nämner 99/ads/count"):
        view.prepare(document, sample.SWEDISH, (), str)


def test_a_ragged_table_is_refused() -> None:
    document = sample.document()
    document["parts"][1]["blocks"][1]["table"]["rows"][3].pop()
    with pytest.raises(RenderError, match="trend-figur har 3 kolumner men en rad med 2 celler"):
        view.prepare(document, sample.SWEDISH, (), str)


def test_a_table_that_stands_whole_in_the_next_figures_is_printed_once() -> None:
    document = sample.document()
    figures = [b for part in document["parts"] for b in part["blocks"] if b["kind"] == "figure"]
    whole = figures[1]["table"]
    part = {
        **whole,
        "columns": whole["columns"][:2],
        "rows": [row[:2] for row in whole["rows"]],
    }
    figures[0]["table"] = part
    brief = view.prepare(document, sample.SWEDISH, (), str)
    assert [figure["data"] for figure in brief["figures"][:2]] == [2, 2]
    assert [f["n"] for row in brief["twins"] for f in row] == [2, 3, 4]
    part["rows"][0] = [part["rows"][0][0], {"text": "ett annat tal"}]
    again = view.prepare(document, sample.SWEDISH, (), str)
    assert [figure["data"] for figure in again["figures"][:2]] == [1, 2]
