"""The brief as a tagged PDF (PDF/UA-1) that carries its own document.json.

Typst sets the page: text reaches it as data, never as markup, and no font but the bundled one is
there to be used. Typst starts threads the first time it compiles, and a process that is forked
after that hangs at its own first compile. So a process that compiles must not fork: call
`render_pdf` in the main process after all forking is done, or in a child that was spawned.
"""

from __future__ import annotations

import json
import logging
import shutil
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import typst

from vagled_lmi.brief import fonts, pdf_tags, svg, view
from vagled_lmi.errors import RenderError, TraceError

if TYPE_CHECKING:
    from vagled_lmi.brief.language import Word

_FURNITURE = (
    "attached",
    "attachment",
    "figure_data",
    "figure_tables",
    "page",
    "see_figure",
    "see_source",
    "see_table",
)
#: The words of the page's furniture that an edition must have.
WORDS = tuple(sorted({*view.WORDS, *_FURNITURE}))

# points: the width of the text, and the height a chart may have with its title on one page
_WIDTH, _HEIGHT = 454.0, 560.0
#: Pages that a brief may have, how far down its last page should be filled (points), and how large
#: it is set: smaller where there would be more pages, or next to nothing on the last.
_MOST_PAGES, _LEAST_LAST, _SIZES = 14, 200.0, (1.0, 0.97, 0.94)
_log = logging.getLogger(__name__)


def render_pdf(document: Mapping[str, Any], words: Mapping[str, Word]) -> bytes:
    """Return the brief as PDF/UA-1.

    Parameters
    ----------
    document : mapping
        Valid against ``document.schema.json``. Its ``built`` is the time stamp of the file.
    words : mapping of str to Word
        The page's furniture in the language of the edition: every key of `WORDS`.

    Returns
    -------
    bytes
        The same document gives the same bytes.

    Raises
    ------
    RenderError
        When a word is missing, the document does not hold together, or Typst refuses it.
    """
    missing: Counter[str] = Counter()
    brief = view.prepare(document, words, WORDS, partial(fonts.printable, missing=missing))
    for figure in brief["figures"]:
        _draw(figure, partial(fonts.printable, missing=missing))
    if missing:
        codes = " ".join(f"U+{ord(character):04X}" for character in sorted(missing))
        _log.warning("%d tecken saknas i typsnittet och skrivs ?: %s", missing.total(), codes)
    brief["words"] = {
        word: {"text": fonts.printable(words[word].text), "lang": words[word].lang}
        for word in WORDS
    }
    brief["lang"], _, brief["country"] = brief["lang"].partition("-")
    built = datetime.fromisoformat(document["built"])
    inputs = {"brief": json.dumps(brief), "document": _attachment(document)}
    # what is printed page by page is no longer for having more of them
    sizes = _SIZES[:1] if any(part.get("own_page") for part in document["parts"]) else _SIZES
    tried = []
    for size in sizes:
        tried.append(_compile(inputs | {"size": str(size)}, built))
        if tried[-1].is_settled and tried[-1].fits and tried[-1].is_whole:
            break
    # of those alike the first, which is the largest
    chosen = max(
        tried, key=lambda one: (one.is_settled, one.fits, one.is_whole if one.fits else -one.pages)
    )
    if not chosen.is_settled:
        _log.warning("sidnumren i PDF:en kan vara fel: Typst fann ingen sättning som stod sig")
    return pdf_tags.finished(chosen.pdf)


@dataclass(frozen=True)
class _Printed:
    """A print.

    Attributes
    ----------
    pdf : bytes
        The file.
    pages : int
        How many it has.
    end : float
        How far down the last goes, in points.
    is_settled : bool
        Whether its layout is one that its own page numbers give; Typst gives up after some tries.
    """

    pdf: bytes
    pages: int
    end: float
    is_settled: bool

    @property
    def fits(self) -> bool:
        return self.pages <= _MOST_PAGES

    @property
    def is_whole(self) -> bool:
        """Whether the last page holds enough to be turned to."""
        return self.pages == 1 or self.end >= _LEAST_LAST


def _draw(figure: dict[str, Any], clean: Any) -> None:
    """Put a chart's clean drawing in its figure, no wider than the text, no higher than a page."""
    root = svg.clean_drawing(figure["svg"], figure["id"], "d", clean, fonts.FAMILY)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    figure["svg"] = ET.tostring(root, encoding="unicode")
    figure["width"] = width * min(1.0, _WIDTH / width, _HEIGHT / height)


def _attachment(document: Mapping[str, Any]) -> str:
    """Return the document as `vagled_lmi.brief.document.to_bytes` writes it.

    Not by calling it: it would bring pandas with it. A test holds the two equal. A lone surrogate,
    which JSON can spell and UTF-8 cannot, stays spelled.
    """
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace").decode()


def _compile(inputs: dict[str, str], built: datetime) -> _Printed:
    template = (files("vagled_lmi.brief") / "templates" / "brief.typ").read_bytes()
    # the font package has every face twice, and the order of a folder would choose between them
    with tempfile.TemporaryDirectory(prefix="vagled-fonts-") as folder:
        for path in fonts.font_files():
            shutil.copy(path, folder)
        faces = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        )
        main = Path(folder) / "brief.typ"  # the compiler asks a file again, not bytes
        main.write_bytes(template)
        compiler = typst.Compiler(main, root=folder, font_paths=faces, sys_inputs=inputs)
        try:
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", pdf_standards=["ua-1"], timestamp=built
            )
            end = json.loads(compiler.query("<end>", field="value", one=True))
        except typst.TypstError as error:
            raise RenderError(
                f"Det gick inte att göra en PDF av dokumentet: {error.message}.",
                "HTML-sidan har samma innehåll.",
            ) from error
    assert isinstance(pdf, bytes)  # noqa: S101 - one file, since no folder was given
    settled = not any("did not converge" in warning.message for warning in warnings)
    return _Printed(pdf, end["page"], end["y"], settled)


def attached_document(pdf: bytes) -> bytes:
    """Return the document.json that a brief's PDF carries.

    Parameters
    ----------
    pdf : bytes
        Any file; nothing in it is trusted.

    Returns
    -------
    bytes
        As attached; whether it is a document is for `vagled_lmi.brief.document.from_bytes` to say.

    Raises
    ------
    TraceError
        When the file is no PDF, is broken or encrypted, holds no document.json, or one that is
        larger than any brief when unpacked.
    """
    hint = "Ge brief.pdf som vagled har gjort, eller document.json från samma brief."
    try:
        with pdf_tags.opened(pdf) as document:
            if pdf_tags.ATTACHMENT not in document.attachments:
                raise TraceError(f"PDF-filen bär ingen {pdf_tags.ATTACHMENT}.", hint)
            return document.attachments[pdf_tags.ATTACHMENT].get_file().read_bytes()
    except pikepdf.PasswordError as error:
        raise TraceError("PDF-filen är låst med lösenord.", hint) from error
    except pdf_tags.BROKEN as error:
        raise TraceError(
            f"PDF-filen går inte att läsa: den är trasig, ingen PDF eller orimligt stor ({error}).",
            hint,
        ) from error
