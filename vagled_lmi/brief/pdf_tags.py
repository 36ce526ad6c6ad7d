"""What Typst leaves undone in a tagged PDF, and a check of what no validator asks.

Typst marks the heads of columns but cannot mark the heads of rows, and does not say how an
attached file belongs to the document. PDF/UA validators pass a file in the wrong language, and a
table in which nothing is a head.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String, settings

ATTACHMENT = "document.json"

#: No brief is near this; what is larger when unpacked was made to fill the memory.
LARGEST = 64_000_000
#: What reading a PDF raises when its objects are not what the format says.
BROKEN = (
    pikepdf.PikepdfError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_HEADING = re.compile(r"/H([1-6])")
_LANGUAGE = re.compile(r"[a-z]{2}-[A-Z]{2}")


@contextmanager
def opened(pdf: bytes) -> Iterator[Pdf]:
    """Open a PDF that nobody vouches for, with limits on what it may unpack to.

    The limits are those of the process while the file is open.

    Raises
    ------
    pikepdf.PdfError
        When it is no PDF, is broken, needs a password, or grows beyond `LARGEST`.
    """
    before: dict[str, Any] = settings.set_qpdf_limits(
        flate_max_memory=LARGEST, max_stream_filters=2
    )
    try:
        with Pdf.open(io.BytesIO(pdf)) as document:
            yield document
    finally:
        settings.set_qpdf_limits(**before)


def finished(pdf: bytes) -> bytes:
    """Return a PDF of Typst's with row heads, and its attached file tied to it.

    The first cell of each row becomes a head (``TH`` with ``Scope`` ``Row``) that the other cells
    of the row name, beside the head of their column.

    Parameters
    ----------
    pdf : bytes
        From Typst, tagged.

    Returns
    -------
    bytes
        The same bytes for the same input.
    """
    with opened(pdf) as document:
        tree = document.Root.StructTreeRoot
        ids = dict(_pairs(tree.get("/IDTree")))
        for number, table in enumerate(_elements(tree, "/Table")):
            for line, row in enumerate(_elements(table, "/TR")):
                cells = [kid for kid in _kids(row) if kid.get("/S") in ("/TD", "/TH")]
                if cells and cells[0].S == Name.TD:
                    name = f"R{number}y{line}"
                    ids[name.encode()] = _make_row_head(cells, String(name))
        tree.IDTree = document.make_indirect(_name_tree(ids))
        _tie_attachment(document)
        sink = io.BytesIO()
        document.save(
            sink,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return sink.getvalue()


def _make_row_head(cells: list[Any], name: String) -> Any:
    head = cells[0]
    head.S = Name.TH
    head.ID = name
    attributes = _table_attributes(head)
    attributes.Scope = Name.Row
    for cell in cells[1:]:
        of_cell = _table_attributes(cell)
        of_cell.Headers = Array([name, *of_cell.get("/Headers", Array())])
    return head


def _table_attributes(cell: Any) -> Any:
    """Return the attributes of a cell that belong to its table, made if there are none."""
    attributes = cell.get("/A")
    if attributes is None:
        cell.A = Array([Dictionary(O=Name.Table)])
    elif isinstance(attributes, Dictionary):
        cell.A = Array([attributes])
    for group in cell.A:
        if group.O == "/Table":
            return group
    cell.A.append(Dictionary(O=Name.Table))
    return cell.A[-1]


def _tie_attachment(document: Pdf) -> None:
    """Say that the attached file is the data the document was made from."""
    names = document.Root.get("/Names", Dictionary()).get("/EmbeddedFiles")
    for name, file in _pairs(names):
        if name == ATTACHMENT.encode():
            file.AFRelationship = Name.Data
            document.Root.AF = Array([file])


def _pairs(tree: Any) -> Iterator[tuple[bytes, Any]]:
    """Yield the names and values of a name tree of Typst's."""
    waiting = [] if tree is None else [tree]
    while waiting:
        node = waiting.pop()
        names = list(node.get("/Names", ()))
        for name, value in zip(names[::2], names[1::2], strict=True):
            yield bytes(name), value
        waiting.extend(node.get("/Kids", ()))


def _name_tree(pairs: dict[bytes, Any]) -> Dictionary:
    """Return a name tree of one leaf: sorted, as the format asks."""
    names = Array()
    for name in sorted(pairs):
        names.append(String(name.decode("latin-1")))
        names.append(pairs[name])
    return Dictionary(Names=names)


def _kids(element: Any) -> list[Any]:
    """Return the structure elements right below one."""
    kids = element.get("/K")
    if isinstance(kids, Dictionary):
        kids = [kids]
    elif not isinstance(kids, Array):
        return []
    return [kid for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]


def _elements(element: Any, kind: str | None = None) -> Iterator[Any]:
    """Yield the elements below one in reading order: all, or the outermost of a kind."""
    waiting = _kids(element)[::-1]
    seen = set()
    while waiting:
        below = waiting.pop()
        if below.is_indirect:
            if below.objgen in seen:  # a tree that bites its tail
                continue
            seen.add(below.objgen)
        if kind is None or str(below.S) == kind:
            yield below
        if kind is None or str(below.S) != kind:
            waiting.extend(_kids(below)[::-1])


# --- the check


def inspect_pdf(pdf: bytes) -> list[str]:
    """Return what keeps a PDF from being read by everyone, in Swedish; an empty list if nothing.

    Asked are the language (also that it is the attached document's), the tags, the title, the
    bookmarks, the order of the headings, alternative texts, that each table has heads of columns
    and rows, embedded fonts, and the attached document.

    Parameters
    ----------
    pdf : bytes
        Any file.

    Returns
    -------
    list of str
        One problem each.
    """
    try:
        with opened(pdf) as document:
            return [*_problems_of_file(document), *_problems_of_tags(document)]
    except BROKEN as error:
        return [f"Filen går inte att läsa som PDF: {error}."]


def _problems_of_file(document: Pdf) -> Iterator[str]:
    root = document.Root
    language = str(root.get("/Lang", ""))
    if not _LANGUAGE.fullmatch(language):
        yield f"Språket är inte angivet ({language or 'saknas'})."
    if ATTACHMENT not in document.attachments:
        yield f"Filen {ATTACHMENT} är inte bifogad."
    elif (said := _language_of_attachment(document)) != language:
        yield f"Språket är {language or 'inte angivet'} men dokumentets är {said}."
    if not str(document.docinfo.get("/Title", "")).strip():
        yield "Titeln saknas."
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "Fönstret visar filnamnet i stället för titeln."
    if "/First" not in root.get("/Outlines", Dictionary()):
        yield "Bokmärken saknas."
    for name in sorted(_fonts_left_out(document)):
        yield f"Typsnittet {name} är inte inbäddat."


def _language_of_attachment(document: Pdf) -> str:
    try:
        attached = json.loads(document.attachments[ATTACHMENT].get_file().read_bytes())
        return str(attached["lang"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return "okänt"


def _fonts_left_out(document: Pdf) -> set[str]:
    names = set()
    for thing in document.objects:
        kind = str(thing.get("/Type", "")) if isinstance(thing, Dictionary) else ""
        # the fourteen standard fonts may lack a descriptor; then they are not embedded either
        bare = kind == "/Font" and not {"/FontDescriptor", "/DescendantFonts"} & thing.keys()
        files = {"/FontFile", "/FontFile2", "/FontFile3"}
        if bare or (kind == "/FontDescriptor" and not files & thing.keys()):
            name = thing.get("/BaseFont") or thing.get("/FontName") or "utan namn"
            names.add(str(name).lstrip("/"))
    return names


def _problems_of_tags(document: Pdf) -> Iterator[str]:
    root = document.Root
    if (
        not root.get("/MarkInfo", Dictionary()).get("/Marked", False)
        or "/StructTreeRoot" not in root
    ):
        yield "Dokumentet är inte taggat."
        return
    level = tables = figures = 0
    for element in _elements(root.StructTreeRoot):
        kind = str(element.S)
        if heading := _HEADING.fullmatch(kind):
            step = int(heading[1])
            if step > level + 1:
                yield f"Rubriknivå {level + 1} hoppas över före en rubrik på nivå {step}."
            level = step
        elif kind == "/Figure":
            figures += 1
            if not str(element.get("/Alt", "")).strip():
                yield f"Diagram {figures} saknar alternativtext."
        elif kind == "/Table":
            tables += 1
            yield from _problems_of_table(element, tables)
    if level == 0:
        yield "Rubriker saknas."


def _problems_of_table(table: Any, number: int) -> Iterator[str]:
    rows = [[c for c in _kids(row) if c.S in ("/TH", "/TD")] for row in _elements(table, "/TR")]
    if not any(row and all(_scope(cell) == "/Column" for cell in row) for row in rows):
        yield f"Tabell {number} saknar kolumnrubriker."
    body = [row for row in rows if any(cell.S == Name.TD for cell in row)]
    bare = sum(1 for row in body if not any(_scope(cell) in ("/Row", "/Both") for cell in row))
    if bare or not body:
        yield f"Tabell {number} saknar radrubrik på {bare} av {len(body)} rader."


def _scope(cell: Any) -> str:
    if cell.S != Name.TH:
        return ""
    groups = cell.get("/A", Array())
    for group in groups if isinstance(groups, Array) else [groups]:
        if isinstance(group, Dictionary) and "/Scope" in group:
            return str(group.Scope)
    return ""
