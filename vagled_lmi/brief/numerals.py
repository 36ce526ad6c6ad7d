"""Numbers as a language writes them: decimals, signs, thousands, shares as so many in ten."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

from babel import Locale
from babel.numbers import format_decimal

_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"

Form = Literal["plain", "signed", "size"]


def rounded(value: float, decimals: int) -> Decimal:
    """Round half up, as people do; negative decimals round to tens, hundreds."""
    return Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0


def numeral(value: float, decimals: int, tag: str, form: Form = "plain") -> str:
    """Write a number as a language does, rounded half up.

    Parameters
    ----------
    value : float
        The number.
    decimals : int
        Digits after the decimal sign; negative rounds to tens, hundreds.
    tag : str
        Language tag. ``sv-SE``: decimal comma, narrow no-break space between thousands;
        ``en-GB``: decimal point, comma between thousands.
    form : {'plain', 'signed', 'size'}
        As it is, always with a sign, or without its sign ("minskade med 300").
    """
    exact = rounded(value, decimals)
    shown = abs(exact) if form == "size" or exact == 0 else exact
    pattern = "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
    text = format_decimal(
        shown.quantize(Decimal(1).scaleb(-max(decimals, 0))), pattern, tag.replace("-", "_")
    )
    text = text.replace("\N{NO-BREAK SPACE}", _NARROW_SPACE).replace("-", _MINUS)
    return f"+{text}" if form == "signed" and exact > 0 else text


def plural(value: float, decimals: int, tag: str) -> str:
    """Return which plural form a number takes as it is shown: ``one``, ``other``."""
    return str(_locale(tag).plural_form(abs(rounded(value, decimals))))


@lru_cache(maxsize=8)
def _locale(tag: str) -> Locale:
    return Locale.parse(tag.replace("-", "_"))


Nearness = Literal["just-under", "about", "just-over"]


def in_ten(per_cent: float) -> tuple[int, int, Nearness]:
    """Return a share as so many in ten, or in a hundred where ten is too coarse.

    Parameters
    ----------
    per_cent : float
        0 to 100.

    Returns
    -------
    tuple of int, int, str
        How many, of how many, and whether the share is a little less or a little more than that:
        more than a tenth of a part away. 71.3 is 7 of 10 and a little more; 3.2 is 3 of 100.
    """
    coarse = 5 <= per_cent < 95
    base, part = (10, 10.0) if coarse else (100, 1.0)
    count = int(rounded(per_cent / part, 0))
    away = per_cent / part - count
    if not coarse or abs(away) <= 0.1:
        return count, base, "about"
    return count, base, "just-over" if away > 0 else "just-under"
