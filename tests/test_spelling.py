"""Spelling: every word of ours that a reader of any edition sees, and of the command line."""

from __future__ import annotations

import pytest

from tests import spelling
from vagled_lmi.brief.editions import editions

#: The language of each edition's words.
LANGUAGE = {"sv": "sv", "sv-plain": "sv", "en": "en"}


def test_every_edition_has_a_dictionary() -> None:
    assert set(LANGUAGE) == set(editions())


@pytest.mark.parametrize("edition", LANGUAGE)
def test_the_words_of_an_edition_are_spelled(edition: str) -> None:
    language = LANGUAGE[edition]
    found = spelling.unknown(spelling.of_catalogue(edition), language)
    assert found - set(spelling.own_words(language)) == set()


def test_the_words_of_the_program_are_spelled() -> None:
    found = spelling.unknown([*spelling.of_program(), *spelling.of_figures()], "sv")
    assert found - set(spelling.own_words("sv")) == set()


def test_a_word_that_is_misspelt_is_found() -> None:
    assert spelling.unknown(["Arbetslösheeten var lägre"], "sv") == {"Arbetslösheeten"}
    assert spelling.unknown(["Unemployement was lower"], "en") == {"Unemployement"}
    assert spelling.unknown(["Skriv vagled fetch, se https://x.se och {$slot}"], "sv") == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_projects_own_words_are_sorted_and_needed(language: str) -> None:
    words = spelling.own_words(language)
    assert words == sorted(set(words))
    texts = [text for e, lang in LANGUAGE.items() if lang == language
             for text in spelling.of_catalogue(e)]  # fmt: skip
    if language == "sv":
        texts += [*spelling.of_program(), *spelling.of_figures()]
    assert set(words) <= spelling.unknown(texts, language)
