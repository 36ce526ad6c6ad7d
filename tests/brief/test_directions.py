"""Each choice of each message says, in its edition's own words, what the rule decided.

That the rule decides rightly of the figures is held elsewhere, in Swedish; here every edition is
read: a choice named ``higher`` has to say more and nothing of less, and so on. What is read is
what a reader reads, and knows nothing of the rules but the names of their outcomes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from fluent.syntax import ast

from tests.brief.test_editions import messages, walk
from vagled_lmi.brief import editions


@dataclass(frozen=True)
class Words:
    """How an edition says more, less and no difference."""

    more: str
    less: str
    same: str
    unsaid: str
    women: str
    men: str


SWEDISH = Words(
    more=r"fler|flest|högre|större|störst|ökade|ökningen|uppåt|vanligare|mer",
    less=r"färre|lägre|mindre|minskade|minskningen|nedåt",
    same=r"lika|oförändra[dt]|ingen säker skillnad|ungefär som|skiljer sig inte|"
    r"inte större än vad slumpen",
    unsaid=r"vet inte|inget att jämföra|går inte att säga",
    women=r"kvinn",
    men=r"män",
)
WORDS: Mapping[str, Words] = {
    "sv": SWEDISH,
    "sv-plain": SWEDISH,
    "en": Words(
        more=r"more|higher(?! education)|larger|largest|rose|increase|upwards",
        less=r"fewer|lower|smaller|fell|decrease|downwards",
        same=r"much the same|(about|as) (as )?(high|many|the same|common|in)|as high|as many|"
        r"no certain difference|do not differ|no larger than chance",
        unsaid=r"do not know|no figure|cannot be said",
        women=r"women",
        men=r"\bmen",
    ),
}

#: What each outcome has to say; of women and men, who stands first has more.
OUTCOMES: Mapping[str, set[str]] = {
    "higher": {"more"},
    "up": {"more"},
    "lower": {"less"},
    "down": {"less"},
    "same": {"same"},
    "not-down": {"more", "same"},
    "up-or-same": {"more", "same"},
    "not-up": {"less", "same"},
    "down-or-same": {"less", "same"},
    "apart": {"more", "less"},
    "unknown": set(),
    "hidden": set(),
}
#: Choices of plain Swedish that say of riket what the rule says of the region.
TURNED = {
    ("sv-plain", "point-unemployment", "is_comparison"),
    ("sv-plain", "higher-starts", "is_women"),
    ("sv-plain", "higher-starts", "is_men"),
}
TURN = {"more": "less", "less": "more", "same": "same"}


@dataclass(frozen=True)
class Choice:
    """A choice of a message between outcomes of a rule."""

    edition: str
    message: str
    slot: str
    texts: Mapping[str, str]

    def says(self, outcome: str) -> set[str]:
        """What is said: more, less and the same."""
        words, text = WORDS[self.edition], self.texts[outcome].lower()
        if re.search(words.unsaid, text):
            return set()
        rest, same = re.subn(rf"\b({words.same})", "", text)
        said = {"same"} if same else set()
        if re.search(rf"\b({words.more})\b", rest):
            said.add("more")
        if re.search(rf"\b({words.less})\b", rest):
            said.add("less")
        if (self.edition, self.message, self.slot) in TURNED:
            return {TURN[word] for word in said}
        return said

    def leads(self, outcome: str) -> str:
        """Who is named first, women or men."""
        words, text = WORDS[self.edition], self.texts[outcome].lower()
        found = re.search(rf"(?P<women>{words.women})|(?P<men>{words.men})", text)
        assert found is not None, text
        return str(found.lastgroup)


def text_of(pattern: ast.Pattern) -> str:
    """The text of a choice, without that of choices inside it."""
    return "".join(e.value for e in pattern.elements if isinstance(e, ast.TextElement))


def choices(edition: str) -> Iterator[Choice]:
    for name, message in messages(edition).items():
        for node in walk(message):
            if not isinstance(node, ast.SelectExpression):
                continue
            if not isinstance(node.selector, ast.VariableReference):
                continue
            texts = {
                v.key.name: text_of(v.value)
                for v in node.variants
                if isinstance(v.key, ast.Identifier)
            }
            if {"higher", "lower"} <= set(texts) or {"up", "down"} <= set(texts):
                yield Choice(edition, name, node.selector.id.name, texts)


@pytest.mark.parametrize("edition", editions.editions())
def test_each_outcome_is_said_in_words_that_mean_it(edition: str) -> None:
    read, of_women_and_men = 0, 0
    for choice in choices(edition):
        pair = {"higher", "lower"} <= set(choice.texts) and all(
            choice.says(outcome) == {"more"} for outcome in ("higher", "lower")
        )
        of_women_and_men += pair
        for outcome, text in choice.texts.items():
            where = (choice.message, choice.slot, outcome, text)
            if pair and outcome in ("higher", "lower"):
                assert choice.leads(outcome) == {"higher": "women", "lower": "men"}[outcome], where
            elif text:
                assert choice.says(outcome) == OUTCOMES[outcome], where
            read += bool(text)
    assert read > 100
    assert of_women_and_men > 4
