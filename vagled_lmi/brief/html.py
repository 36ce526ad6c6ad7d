"""The brief as one page: no script, no address outside itself, readable on paper and on a phone."""

from __future__ import annotations

import base64
import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from vagled_lmi.brief import view
from vagled_lmi.brief.fonts import readable
from vagled_lmi.brief.svg import clean_drawing

if TYPE_CHECKING:
    from jinja2 import Template

    from vagled_lmi.brief.language import Word

#: The words of the page's furniture that an edition must have.
WORDS = tuple(sorted({*view.WORDS, "key_figures", "scope", "show_table", "skip", "source"}))


def render_html(document: Mapping[str, Any], words: Mapping[str, Word]) -> str:
    """Return the brief as one HTML page.

    Parameters
    ----------
    document : mapping
        Valid against ``document.schema.json``.
    words : mapping of str to Word
        The page's furniture in the language of the edition: every key of `WORDS`.

    Returns
    -------
    str
        A whole page; the same document gives the same page.

    Raises
    ------
    RenderError
        When a word is missing, a block names an unknown source or number, a row has too few or too
        many cells, or a chart is no SVG.
    """
    brief = view.prepare(document, words, WORDS, readable)
    for figure in brief["figures"]:
        figure["drawing"] = _inline(figure)
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    def filled(word: str, **slots: object) -> str:
        return view.fill(words[word].text, **slots)

    return _template().render(**brief, words=words, filled=filled, style=style, style_digest=digest)


@lru_cache(maxsize=1)
def _template() -> Template:
    # 70 ms that the PDF does without
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("vagled_lmi.brief", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2")


@lru_cache(maxsize=1)
def _style() -> str:
    folder = files("vagled_lmi.brief") / "templates"
    return "".join((folder / name).read_text("utf-8") for name in ("fonts.css", "brief.css"))


#: Points: a chart narrower than this may stand beside another.
_HALF = 230.0


def _inline(figure: dict[str, Any]) -> str:
    """Return a chart to put inside the page: read as its alternative text, once."""
    n = figure["n"]
    root = clean_drawing(figure["svg"], figure["id"], f"figure-{n}-", readable)
    figure["half"] = float(root.attrib["width"]) < _HALF
    drawing = ET.Element(
        "svg",
        {
            **root.attrib,
            "role": "img",
            "aria-labelledby": f"figure-{n}-name figure-{n}-alt",
        },
    )
    ET.SubElement(drawing, "title", {"id": f"figure-{n}-name"}).text = "".join(
        run["text"] for run in figure["title"]
    )
    lang = {"lang": figure["alt_lang"]} if figure["alt_lang"] else {}
    ET.SubElement(drawing, "desc", {"id": f"figure-{n}-alt", **lang}).text = figure["alt"]
    ET.SubElement(drawing, "g", {"aria-hidden": "true"}).extend(root)
    return ET.tostring(drawing, encoding="unicode")
