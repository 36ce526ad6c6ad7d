"""Charts from a document: known drawing elements and attributes only."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

from vagled_lmi.errors import RenderError

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_LARGEST_DRAWING = 4_000_000
_MOST_ELEMENTS = 50_000
_DEEPEST = 40
_SHAPES = re.compile("path|rect|circle|ellipse|line|polyline|polygon")
_ELEMENTS = re.compile(
    _SHAPES.pattern + "|g|defs|text|tspan|use|clipPath|pattern|(?:linear|radial)Gradient|stop"
)
_LOOKS = re.compile(
    "(?:fill|stroke|stop)-opacity|opacity|fill|stroke|stop-color|(?:fill|clip)-rule|clip-path|"
    "stroke-(?:width|linecap|linejoin|miterlimit|dasharray|dashoffset)|font-(?:size|weight|style)|"
    "text-anchor|dominant-baseline|letter-spacing|visibility|display"
)
_ATTRIBUTES = re.compile(
    _LOOKS.pattern + "|d|[xy][12]?|c[xy]|r[xy]?|f[xy]|d[xy]|width|height|points|transform|offset|"
    "gradient(?:Units|Transform)|pattern(?:Units|ContentUnits|Transform)|clipPathUnits"
)
_HARMLESS = re.compile(r"[-A-Za-z0-9\s.,#%()+]*")
_OWN_ADDRESS = re.compile(r"url\(#([-.\w]+)\)")
_FONT = re.compile(
    r"(?:(?P<style>italic|oblique)\s+)?(?:(?P<weight>bold|\d{3})\s+)?(?P<size>[\d.]+(?:px|pt)?)\s"
)


def clean_drawing(
    svg: str, name: str, prefix: str, clean: Callable[[str], str], family: str | None = None
) -> ET.Element:
    """Return a chart of known drawing elements and attributes only.

    Scripts, styles, links, images, foreign content, event handlers and addresses outside the
    drawing are left out; declarations of a ``style`` attribute become attributes. An id stays only
    where it is used, under a name of its own.

    Parameters
    ----------
    svg : str
        Text that begins with ``<svg``. What begins so can have no document type, and without one
        XML has no entities to expand.
    name : str
        Of the block, for messages.
    prefix : str
        Put before every id, so that charts in one page do not meet.
    clean : callable
        Applied to every text in the chart.
    family : str, optional
        Font of the texts; without it they take the font of the page.

    Returns
    -------
    xml.etree.ElementTree.Element
        ``svg`` with ``viewBox``, ``width`` and ``height`` in points.

    Raises
    ------
    RenderError
        When the text is no SVG, has no size, or is larger than any chart is.
    """
    if not svg.startswith("<svg") or len(svg) > _LARGEST_DRAWING:
        raise RenderError(f"Diagrammet {name} är ingen SVG, eller större än 4 MB.")
    try:
        source = ET.fromstring(svg)  # noqa: S314 - see `svg` above
    except (ET.ParseError, ValueError) as error:
        raise RenderError(f"Diagrammet {name} går inte att läsa som SVG: {error}.") from error
    box = re.findall(r"-?\d+(?:\.\d+)?", source.get("viewBox", ""))
    size = [float(number) for number in box]
    if source.tag != f"{_SVG}svg" or len(size) != 4 or not min(size[2:]) > 0 or max(size) > 1e5:
        raise RenderError(f"Diagrammet {name} saknar mått (viewBox).")
    if sum(1 for _ in source.iter()) > _MOST_ELEMENTS:
        raise RenderError(f"Diagrammet {name} har fler än {_MOST_ELEMENTS} delar.")
    root = ET.Element("svg", {"xmlns": _SVG[1:-1], "viewBox": " ".join(box)})
    root.attrib |= {"width": box[2], "height": box[3], "stroke-linejoin": "round"}
    if family is not None:
        root.set("font-family", family)
    _Cleaner(source, name, prefix, clean).children(source, root, 0)
    return root


class _Cleaner:
    """Copies what is harmless of one drawing."""

    def __init__(
        self, source: ET.Element, name: str, prefix: str, clean: Callable[[str], str]
    ) -> None:
        self.name = name
        self.clean = clean
        self.repeated = 0
        self.named: dict[str, ET.Element] = {}
        for element in source.iter():
            self.named.setdefault(element.get("id", ""), element)
        used = {
            match
            for element in source.iter()
            for value in element.attrib.values()
            for match in re.findall(r"#([-.\w]+)", value)
        }
        self.ids = {old: f"{prefix}{n}" for n, old in enumerate(o for o in self.named if o in used)}

    def children(
        self, source: ET.Element, target: ET.Element, depth: int, *, plain: bool = False
    ) -> None:
        """Copy what is inside an element; `plain` where it may not name other parts."""
        if depth > _DEEPEST:
            raise RenderError(f"Diagrammet {self.name} är nästlat djupare än {_DEEPEST} nivåer.")
        for child in source:
            tag = str(child.tag).removeprefix(_SVG)
            if not _ELEMENTS.fullmatch(tag):
                continue
            # a pattern filled with patterns, or a clip that is clipped, can grow without end
            below = plain or tag in {"pattern", "clipPath"}
            attributes = self.attributes(child, tag, plain=below)
            if tag == "g" and not attributes:
                self.children(child, target, depth + 1, plain=below)
            elif tag != "use" or "href" in attributes:
                copy = ET.SubElement(target, tag, attributes)
                if tag in {"text", "tspan"} and child.text:
                    copy.text = self.clean(child.text)
                self.children(child, copy, depth + 1, plain=below)
                if tag == "tspan" and child.tail:
                    copy.tail = self.clean(child.tail)

    def attributes(self, element: ET.Element, tag: str, *, plain: bool) -> dict[str, str]:
        """Return the attributes that say where and how to draw."""
        given = {
            name: value for name, value in element.attrib.items() if _ATTRIBUTES.fullmatch(name)
        }
        for declaration in element.get("style", "").split(";"):
            name, _, value = (part.strip() for part in declaration.partition(":"))
            if _LOOKS.fullmatch(name):
                given[name] = value
            elif name == "font" and (font := _FONT.match(value)):
                given |= {f"font-{k}": v for k, v in font.groupdict().items() if v}
        kept = {}
        for name, value in given.items():
            own = _OWN_ADDRESS.fullmatch(value)
            if own and own[1] in self.ids and not plain:
                kept[name] = f"url(#{self.ids[own[1]]})"
            elif "url" not in value.lower() and _HARMLESS.fullmatch(value):
                kept[name] = value
        if self.named.get(element.get("id", "")) is element and element.get("id") in self.ids:
            kept["id"] = self.ids[element.attrib["id"]]
        if tag == "use":
            target = next((element.get(name, "") for name in _HREF if element.get(name)), "")[1:]
            # only single shapes are repeated, for the same reason, and not without end
            if target in self.ids and _SHAPES.fullmatch(self.named[target].tag.removeprefix(_SVG)):
                kept["href"] = f"#{self.ids[target]}"
                self.repeated += len(self.named[target].get("d", ""))
                if self.repeated > _LARGEST_DRAWING:
                    raise RenderError(f"Diagrammet {self.name} upprepar för mycket.")
        return kept
