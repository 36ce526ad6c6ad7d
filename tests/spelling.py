"""Spelling, by Hunspell and Debian's dictionaries, with the project's own words beside.

Debian's packages are `hunspell`, `hunspell-sv` and `hunspell-en-gb`. A test that needs them is
skipped where they are missing, unless CI is set: then it fails.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from vagled_lmi.indicators import catalogue as indicators
from vagled_lmi.sources import catalogue as tables

PACKAGE = Path(__file__).parents[1] / "vagled_lmi"
WORDS = Path(__file__).parent / "words"
DICTIONARIES = {"sv": "sv_SE", "en": "en_GB"}

#: What is no word: addresses, codes, commands, file names, what is filled in later.
_CODED = re.compile(
    r"https?://\S+|\b[\w-]+\.(?:se|nu|json|csv|pdf|ftl|typ|html|ipynb)\b|\{[^}]*\}|--[\w-]+"
    r"|'\d[^']*'|\b[a-z]+:\w+(?=[, ).]|$)|\b\w*_\w+\b|(?<=\d):e\b|\b\w*\d\w*\b|%\w"
    r"|\bvagled\b( [a-z]+)*|\b[A-Z]+_[A-Z]+\b|\bbrief\.\w+|\bArbStDoNMNN\b"
)


def unknown(texts: Iterable[str], language: str) -> set[str]:
    """Return the words that the dictionary of a language does not know.

    Parameters
    ----------
    texts : iterable of str
        Running text.
    language : {'sv', 'en'}
        Of the text.
    """
    if shutil.which("hunspell") is None:
        _absent("hunspell")
    plain = "\n".join(_CODED.sub(" ", text) for text in texts)
    done = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"],
        input=plain.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode or b"dictionaries" in done.stderr:
        _absent(f"hunspell's dictionary {DICTIONARIES[language]}")
    return {word.strip("-–'.") for word in done.stdout.decode().split()} - {""}


def own_words(language: str) -> list[str]:
    """Return the project's own words in a language, as they stand in their file."""
    return (WORDS / f"{language}.txt").read_text(encoding="utf-8").split()


def _absent(what: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing", pytrace=False)
    pytest.skip(f"{what} is missing")


def of_catalogue(edition: str) -> Iterator[str]:
    """Yield every text of a catalogue, of all variants; each slot leaves a hole."""
    path = PACKAGE / "brief" / "messages" / f"{edition}.ftl"
    resource = FluentParser().parse(path.read_text(encoding="utf-8"))
    for message in resource.body:
        if isinstance(message, ftl.Message) and message.id.name != "edition-tag":
            yield from _texts(message)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, ftl.TextElement):
        yield node.value
    if isinstance(node, ftl.BaseNode):
        for child in vars(node).values():
            yield from _texts(child)
    elif isinstance(node, list):
        for child in node:
            yield from _texts(child)


#: Calls whose texts a reader sees: what the command line says, and what is declared of figures.
_SAID = {
    "Agency", "ArgumentParser", "Break", "Column", "Contents", "Dimension", "Indicator",
    "TableSpec", "UsageError", "add_argument", "add_parser", "command", "print", "_judgement",
    "_refuse", "_say", "say",
}  # fmt: skip
_OURS = {"ValueError", "LookupError", "TypeError", "KeyError", "RuntimeError", "AttributeError"}


def of_program() -> Iterator[str]:
    """Yield the Swedish sentences of the program itself: errors, help, what is declared."""
    for module in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _is_said(node.func):
                for part in ast.walk(node):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield from (part.value,) if " " in part.value.strip() else ()


def of_figures() -> Iterator[str]:
    """Yield what is declared of tables and indicators: in the sources of a brief, and in traces."""
    for spec in tables.specs().values():
        yield from (spec.title, *spec.notes, *(gap.text for gap in spec.breaks))
        for dimension in spec.dimensions:
            yield from (dimension.label, *dimension.codes.values())
    for indicator in indicators.indicators().values():
        yield from (indicator.label, indicator.definition, indicator.reference, *indicator.caveats)
        for column in indicator.columns:
            yield from (column.label, column.unit, column.how)


def _is_said(called: ast.expr) -> bool:
    name = getattr(called, "id", None) or getattr(called, "attr", "")
    return name in _SAID or (name.endswith("Error") and name not in _OURS)
