"""The one typeface of charts, PDF and HTML, and what text may be shown in it.

Source Sans Pro comes with the PyPI package ``font-source-sans-pro`` (SIL Open Font License 1.1).
Three faces are used: regular, semibold and bold; no italics, which are harder to read. The page
carries a small part of two of them, written by ``python -m vagled_lmi.brief.fonts`` to
``templates/fonts.css``: cut to the letters of Europe's languages and, as the licence asks of a
changed font, under another name.
"""

from __future__ import annotations

import base64
import io
import re
import sys
import unicodedata
from collections import Counter
from functools import lru_cache
from pathlib import Path

from font_source_sans_pro import font_directory

FAMILY = "Source Sans Pro"
WEB_FAMILY = "Vagled Sans"
#: Longer texts are cut: a label of a megabyte is a mistake, and takes a minute to typeset.
LONGEST = 5000

_FACES = ("Regular", "Semibold", "Bold")
_WEB_FACES = {400: "Regular", 600: "Semibold"}
# Letters, digits and marks every face has; other text takes the slow way.
_ORDINARY = re.compile(
    "[\u0020-\u007e\u00a0-\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020\u2022\u2026\u202f\u2030\u20ac\u2190-\u2193\u2212\u2248\u2264\u2265]+"
)
_LINE_BREAKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")
# Characters that show nothing, or change how what is beside them shows.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164"
    "\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
_ENDLESS = re.compile(r"\S{46,}")
_REPLACEMENT = "?"
_ALIKE = {"\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—"}


def font_files() -> tuple[Path, ...]:
    """Return the files of the faces used: regular, semibold, bold."""
    return tuple(Path(font_directory) / f"SourceSansPro-{face}.otf" for face in _FACES)


@lru_cache(maxsize=1)
def register_with_matplotlib() -> None:
    """Let matplotlib find `FAMILY`; what it lacks would be swapped for another font in silence."""
    from matplotlib import font_manager  # noqa: PLC0415 - half a second, and only charts need it

    for path in font_files():
        font_manager.fontManager.addfont(path)


def readable(text: str) -> str:
    """Return text as a reader may see it: nothing invisible, no line breaks, no endless length.

    Control characters, bidirectional overrides and other format characters are taken away, since
    they can make a text read as something it is not. The soft hyphen stays.

    Parameters
    ----------
    text : str
        Any text, also one with NUL or lone surrogates.

    Returns
    -------
    str
        At most `LONGEST` characters and never empty; a text of which nothing is left is ``?``.
    """
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    if _ORDINARY.fullmatch(text):
        return text
    seen = (
        " " if character in _LINE_BREAKS else character
        for character in unicodedata.normalize("NFC", text)
        if character in _LINE_BREAKS or not _invisible(character)
    )
    return "".join(seen) or _REPLACEMENT


def _invisible(character: str) -> bool:
    if character == "\u00ad":
        return False
    code = ord(character)
    never_a_character = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    return (
        never_a_character
        or unicodedata.category(character) in {"Cc", "Cf", "Cs"}
        or _UNSEEN.match(character) is not None
    )


def printable(text: str, missing: Counter[str] | None = None) -> str:
    """Return `readable` text with ``?`` for every character the typeface has no glyph for.

    A word longer than any in Swedish may be broken anywhere, at zero-width spaces: it must not run
    out of its column.

    Parameters
    ----------
    text : str
        Any text.
    missing : Counter, optional
        Counts the characters that were replaced.
    """
    text = readable(text)
    if not _ORDINARY.fullmatch(text):
        text = _with_glyphs(text, missing)
    return _ENDLESS.sub(lambda word: "\u200b".join(re.findall(".{1,8}", word[0])), text)


def _with_glyphs(text: str, missing: Counter[str] | None) -> str:
    shown = []
    for character in text:
        if ord(character) in _coverage() or "\u2000" <= character <= "\u200a":
            shown.append(character)
        elif unicodedata.category(character) == "Zs":
            shown.append(" ")
        elif character in _ALIKE:
            shown.append(_ALIKE[character])
        else:
            shown.append(_REPLACEMENT)
            if missing is not None:
                missing[character] += 1
    return "".join(shown)


@lru_cache(maxsize=1)
def _coverage() -> frozenset[int]:
    """Return the characters that every face has a glyph for."""
    # 40 ms that most briefs do without
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    faces = []
    for path in font_files():
        with TTFont(path, lazy=True) as font:
            faces.append(frozenset(font.getBestCmap()))
    return frozenset.intersection(*faces)


def web_font_css() -> str:
    """Return the style sheet of the page's fonts: two faces cut to size, as ``data:`` addresses.

    Returns
    -------
    str
        One ``@font-face`` rule a weight, about 25 kB each.
    """
    rules = [
        f"/* {WEB_FAMILY}: cut from {FAMILY}, copyright 2010, 2012, 2014 Adobe Systems\n"
        "   Incorporated, SIL Open Font License 1.1. Written by python -m vagled_lmi.brief.fonts */"
    ]
    for weight, face in _WEB_FACES.items():
        data = base64.b64encode(_web_font(face)).decode()
        rules.append(
            f'@font-face{{font-family:"{WEB_FAMILY}";font-weight:{weight};font-display:swap;'
            f'src:url("data:font/woff;base64,{data}") format("woff")}}'
        )
    return "\n".join(rules) + "\n"


def _web_font(face: str) -> bytes:
    """Cut a face to what a brief needs and give it the name the licence asks for."""
    # only when the style sheet is written
    from fontTools import subset  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    options = subset.Options()
    options.layout_features = ["kern", "liga", "mark", "ccmp"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 6, 13, 14]
    options.name_languages = [0x409]
    ordinary = [code for code in range(0x3000) if _ORDINARY.fullmatch(chr(code))]
    spaces_and_marks = [*range(0x2000, 0x200B), 0x25B2, 0x25BC, 0x2713]
    with TTFont(Path(font_directory) / f"SourceSansPro-{face}.otf", recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[*ordinary, *spaces_and_marks])
        cutter.subset(font)
        for record in font["name"].names:
            if record.nameID in {1, 3, 4, 6}:
                record.string = WEB_FAMILY.replace(" ", "") if record.nameID == 6 else WEB_FAMILY
        if "CFF " in font:
            _rename_cff(font["CFF "].cff)
        font.flavor = "woff"
        sink = io.BytesIO()
        font.save(sink)
    return sink.getvalue()


def _rename_cff(table: object) -> None:
    """Put the new name inside the outlines table too."""
    name = WEB_FAMILY.replace(" ", "")
    table.fontNames = [name]  # type: ignore[attr-defined]
    top = table.topDictIndex[0]  # type: ignore[attr-defined]
    top.FullName, top.FamilyName = WEB_FAMILY, WEB_FAMILY


if __name__ == "__main__":
    target = Path(__file__).parent / "templates" / "fonts.css"
    target.write_text(web_font_css(), encoding="utf-8")
    sys.stdout.write(f"{target.name}: {target.stat().st_size} byte\n")
