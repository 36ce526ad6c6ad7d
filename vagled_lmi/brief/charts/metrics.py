"""How wide text is: advances of the house's typeface, and lines broken and cut by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from matplotlib.ft2font import FT2Font, LoadFlags

from vagled_lmi.brief import fonts
from vagled_lmi.brief.charts.palette import SIZE

_ELLIPSIS = "…"
_NARROWER = tuple(0.95 - 0.05 * n for n in range(10))
# where a long word may be broken: after a hyphen or a slash
_BREAKS = re.compile(r"[^\s/-]+[/-]?|[/-]")


@lru_cache(maxsize=8192)
def text_width(text: str, size: float = SIZE, *, bold: bool = False) -> float:
    """Return the width of a text in points: the sum of its letters' advances.

    Kerning is left out: it makes a label up to four per cent narrower, and costs a thousand times
    as much to ask for.
    """
    return size * sum(_advance(letter, bold) for letter in text)


def wrapped(text: str, room: float, size: float = SIZE, *, most: int = 3) -> list[str]:
    """Break a text over lines at spaces, or in words that are too wide; what is left over is cut.

    Parameters
    ----------
    text : str
        A label.
    room : float
        Points.
    most : int
        Lines; the last one ends with an ellipsis where the text goes on.

    Returns
    -------
    list of str
        At least one; measured in the bold face, so that the regular one fits too.
    """
    lines = _filled(text, room, size)
    if len(lines) > most:
        return [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), room, size)]
    # as even as they can be without a line more
    for share in _NARROWER if len(lines) > 1 else ():
        narrower = _filled(text, room * share, size)
        if len(narrower) > len(lines) or _broken(narrower) > _broken(lines):
            break
        lines = narrower
    return lines


def cut(text: str, room: float, size: float = SIZE) -> str:
    """Return a text that fits, with an ellipsis where something was taken away."""
    if text_width(text, size, bold=True) <= room:
        return text
    kept = text
    while kept and text_width(kept + _ELLIPSIS, size, bold=True) > room:
        kept = kept[:-1]
    return kept.rstrip(" ,-–") + _ELLIPSIS


def widest(texts: Sequence[str], size: float = SIZE, *, bold: bool = True) -> float:
    """Return the width of the widest text, 0 where there is none."""
    return max((text_width(text, size, bold=bold) for text in texts), default=0.0)


def _filled(text: str, room: float, size: float) -> list[str]:
    """Fill lines one after another."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".lstrip()
        if text_width(longer, size, bold=True) <= room:
            lines[-1] = longer
        else:
            lines = [*filter(None, lines), *_pieces(word, room, size)]
    return lines


def _broken(lines: Sequence[str]) -> int:
    """Return how many lines end inside a word."""
    return sum(line.endswith("-") for line in lines)


def _pieces(word: str, room: float, size: float) -> list[str]:
    """Break a word that is too wide for a line: after its hyphens, or else anywhere."""
    pieces = [""]
    for part in _BREAKS.findall(word):
        rest = part
        while text_width(pieces[-1] + rest, size, bold=True) > room:
            if pieces[-1]:
                pieces.append("")
                continue
            fits = max(
                n
                for n in range(1, len(rest) + 1)
                if n == 1 or text_width(rest[:n] + "-", size, bold=True) <= room
            )
            if fits == len(rest):
                break
            pieces[-1], rest = rest[:fits] + "-", rest[fits:]
            pieces.append("")
        pieces[-1] += rest
    return pieces


@lru_cache(maxsize=2048)
def _advance(letter: str, bold: bool) -> float:
    """Return a letter's advance in em, unhinted as browsers and printers set it."""
    glyph = _face(bold).load_char(ord(letter), LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / _UNITS


_UNITS = 1000.0


@lru_cache(maxsize=2)
def _face(bold: bool) -> FT2Font:
    regular, _, heavy = fonts.font_files()
    face = FT2Font(str(heavy if bold else regular))
    face.set_size(_UNITS, 72)
    return face
