"""A document as the templates want it: its order, and what does not hold together."""

from __future__ import annotations

from typing import Any

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
    assert [[f["n"] for f in row] for row in brief["twins"]] == [[2, 4], [3]]
    part["rows"][0] = [part["rows"][0][0], {"text": "ett annat tal"}]
    again = view.prepare(document, sample.SWEDISH, (), str)
    assert [figure["data"] for figure in again["figures"][:2]] == [1, 2]


def test_two_tables_of_figures_share_a_row_where_both_have_room() -> None:
    document = sample.document()
    figure = next(b for part in document["parts"] for b in part["blocks"] if b["kind"] == "figure")
    head = {"label": sample.plain("Tal"), "numeric": True}

    def wide(columns: int, rows: int = 4) -> dict[str, Any]:
        """A table that no other is a part of."""
        row = [{"text": f"{columns}{rows}{'9' * 12}"}] * columns
        table = {**figure["table"], "columns": [head] * columns, "rows": [row] * rows}
        return {**figure, "table": table}

    def rows(*blocks: dict[str, Any]) -> list[list[int]]:
        part = {**document["parts"][0], "blocks": list(blocks)}
        brief = view.prepare({**document, "parts": [part]}, sample.SWEDISH, (), str)
        return [[one["n"] for one in row] for row in brief["twins"]]

    # columns of 14 letters are about 9 em each, and a row has room for 62
    assert rows(wide(2), wide(3)) == [[1, 2]]
    assert rows(wide(5), wide(6), wide(1)) == [[1, 3], [2]]
    assert rows(wide(4), wide(5)) == [[1], [2]]
    assert rows(wide(2), wide(2, rows=25), wide(3), wide(1)) == [[1, 3], [2], [4]]


def test_what_a_table_said_of_itself_is_no_answer_to_show() -> None:
    document = sample.document()
    (source,) = document["sources"][:1]
    answer = source["retrievals"][0]
    described = {**answer, "query": {**answer["query"], "selection": {}}}
    asked = {**answer, "query": {**answer["query"], "selection": {"Region": ["00"]}}}

    def shown(*retrievals: dict[str, Any]) -> list[str]:
        source["retrievals"] = list(retrievals)
        brief = view.prepare(document, sample.SWEDISH, (), str)
        assert brief["sources"][0]["more"] == 0
        return [dict(one)["selection"] for one in brief["sources"][0]["answers"]]

    assert shown(described, asked) == ["Region = 00"]
    assert shown(described) == [sample.SWEDISH["all_values"].text]


def test_of_many_notes_an_odd_one_has_the_width_of_the_page() -> None:
    document = sample.document()
    note = {"kind": "note", "sources": [], "verdicts": []} | {
        name: sample.plain("Ord") for name in ("title", "text")
    }
    kinds = {}
    for count in (3, 4, 5):
        document["parts"][0]["blocks"] = [{**note, "id": f"n{n}"} for n in range(count)]
        brief = view.prepare(document, sample.SWEDISH, (), str)
        kinds[count] = [len(block.get("items", (block,))) for block in brief["parts"][0]["blocks"]]
    assert kinds == {3: [1, 1, 1], 4: [4], 5: [4, 1]}
