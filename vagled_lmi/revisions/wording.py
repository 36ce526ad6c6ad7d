"""How two texts of an agency differ, and how findings name what they found."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Sequence
from typing import Literal

from vagled_lmi.codes import Region, quote
from vagled_lmi.errors import UnknownCodeError

Change = Literal["none", "typing", "figures", "words"]

#: What an agency may write for a dash, each with the Swedish name of it.
_DASHES = {
    "-": "bindestreck",
    "\N{HYPHEN}": "bindestreck",
    "\N{NON-BREAKING HYPHEN}": "fast bindestreck",
    "\N{FIGURE DASH}": "siffertankstreck",
    "\N{EN DASH}": "tankstreck",
    "\N{EM DASH}": "långt tankstreck",
    "\N{MINUS SIGN}": "minustecken",
}
_DASH = re.compile(f"\\s*[{''.join(map(re.escape, _DASHES))}]\\s*")
_QUOTES = str.maketrans("“”„«»’‘´`", '"""""\'\'\'\'')
_NAMED_AT_MOST = 5
_PASSAGE = 240


def folded(text: str) -> str:
    """Return a text without what is a matter of typing: dashes, spaces, quotation marks, case."""
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return _DASH.sub("-", " ".join(plain.split())).casefold()


def without_figures(text: str) -> str:
    """Return a folded text with every number replaced by one sign."""
    return re.sub(r"\d+", "#", folded(text))


def change(old: str, new: str) -> Change:
    """Return how a text changed: not at all, in its typing, in its numbers, or in its words."""
    if old == new:
        return "none"
    if folded(old) == folded(new):
        return "typing"
    return "figures" if without_figures(old) == without_figures(new) else "words"


def retyped(old: str, new: str) -> str:
    """Return what became of the typing of a text, in Swedish: which dash became which."""
    before, after = (_dashes(text) for text in (old, new))
    if before != after and len(before) == len(after) == 1:
        return f"{_named(before[0])} har blivit {_named(after[0])}"
    return "skrivsättet har ändrats"


def _dashes(text: str) -> list[str]:
    return list(dict.fromkeys(sign for sign in text if sign in _DASHES))


def _named(dash: str) -> str:
    return f"{_DASHES[dash]} ({dash})"


def listed(items: Sequence[str], of: str = "") -> str:
    """Return some of many codes or names in running text, with how many there are beside.

    Parameters
    ----------
    items : sequence of str
        At least one.
    of : str
        What they are, in the plural, where there are more than can be named.
    """
    if len(items) <= _NAMED_AT_MOST:
        return ", ".join(items)
    shown = ", ".join(items[:_NAMED_AT_MOST])
    return f"{shown} och {len(items) - _NAMED_AT_MOST} {f'{of} ' if of else ''}till"


def labelled(code: str, label: str) -> str:
    """Return a code with its label, where that says more than the code."""
    if not label:
        return code
    if re.search(rf"(?<!\w){re.escape(folded(code))}(?!\w)", folded(label)):
        return quote(label)
    return f"{code} ({quote(label)[1:-1]})"


def region_name(code: str) -> str:
    """Return a region's name with its code; the code alone where no list has it."""
    try:
        return f"{Region(code).name} ({code})"
    except UnknownCodeError:
        return code


def passage(text: str) -> str:
    """Return a longer text of an agency as it may stand in a report: one line, not all of it."""
    printable = "".join(c if c.isprintable() else " " for c in text)
    short = textwrap.shorten(printable, _PASSAGE, placeholder=" …")
    return f'"{short}"'


def amount(value: float | str | None) -> str:
    """Return a value as it stands in a Swedish sentence."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is not itself
        return "ingen uppgift"
    if isinstance(value, str):
        return value
    whole, _, decimals = f"{value:,.6f}".rstrip("0").partition(".")
    return whole.replace(",", "\N{NARROW NO-BREAK SPACE}") + (f",{decimals}" if decimals else "")


def percent(share: float) -> str:
    """Return a share of a hundred with one decimal and its sign."""
    return f"{share:+.1f}".replace(".", ",").replace("-", "\N{MINUS SIGN}") + " %"
