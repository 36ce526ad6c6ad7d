"""No sentence says who an occupation is for; docs/wording.md says what was read and by what aim."""

from __future__ import annotations

import re

import pytest
from fluent.syntax import ast

from tests.brief.test_editions import messages, walk
from vagled_lmi.brief import editions

SWEDISH = (
    r"\btypisk|mansyrk|kvinnoyrk|mansdominera|kvinnodominera|\bmanlig|\bkvinnlig|\btjej|\bkille"
    r"|(?<!om du )\bpassa"
)
#: Words that say who something is for. That the figures do not know whom it suits may be said.
NARROWING = {
    "sv": SWEDISH,
    "sv-plain": SWEDISH,
    "en": r"\btypical|\bmen’s work|women’s work|-dominated|masculine|feminine"
    r"|(?<!whether it )\bsuit",
}


def text_of(message: ast.Message) -> str:
    return " ".join(n.value for n in walk(message) if isinstance(n, ast.TextElement)).lower()


@pytest.mark.parametrize("edition", editions.editions())
def test_no_message_says_who_an_occupation_is_for(edition: str) -> None:
    read = {name: text_of(message) for name, message in messages(edition).items()}
    assert [name for name, text in read.items() if re.search(NARROWING[edition], text)] == []
    assert re.search(NARROWING[edition], {"en": "it suits men"}.get(edition, "det passar män"))


@pytest.mark.parametrize("edition", editions.editions())
def test_where_women_have_a_column_men_have_one(edition: str) -> None:
    heads = {name for name in messages(edition) if name.startswith("head-")}
    women = {name for name in heads if "women" in name.split("-")}
    assert {name.replace("women", "men") for name in women} == {
        name for name in heads if "men" in name.split("-")
    }
    assert women
