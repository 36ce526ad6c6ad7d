"""One brief from notebook to files: document, HTML, PDF, numbers; and back from a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vagled_lmi.brief import document as documents
from vagled_lmi.brief import html, pdf, pdf_tags, run
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.language import Language
from vagled_lmi.brief.subject import Subject
from vagled_lmi.errors import RenderError, TraceError
from vagled_lmi.store import Store

_LARGEST_FILE = 100_000_000


@dataclass(frozen=True, slots=True)
class Made:
    """A finished brief: where it lies, and its two dates."""

    folder: Path
    built: str
    data_date: str

    @property
    def html(self) -> Path:
        """The page."""
        return self.folder / "brief.html"

    @property
    def pdf(self) -> Path:
        """The printed brief, with its document attached."""
        return self.folder / "brief.pdf"

    @property
    def numbers(self) -> Path:
        """Every number, for a spreadsheet."""
        return self.folder / "numbers.csv"


def make(about: Subject, edition: str, out: Path, store: Store, say: Callable[[str], None]) -> Made:
    """Build a brief and put it in its folder under `out`, whole or not at all.

    Parameters
    ----------
    about : Subject
        What the brief is about.
    edition : str
        One of `vagled_lmi.brief.editions.editions`.
    out : Path
        Folder of the reports; see `vagled_lmi.brief.run.folder`.
    store : Store
        Keeps a copy of every answer the brief rests on, so that its numbers can be replayed after
        the program's own figures have been replaced by newer ones.
    say : callable
        Told what is being done.

    Raises
    ------
    UsageError
        When the edition is unknown.
    NotebookError, RenderError
        When the notebook or a renderer fails; the previous brief stays.
    """
    say(f"Kör anteckningsboken för {about.name} ({Language(edition).edition}) …")
    document = run.build(about, edition)
    say("Gör HTML och PDF …")
    files = render(document)
    for source in document["sources"]:
        # the vintage that the notebook read: someone may have fetched a newer one since
        cited = {retrieval["vintage"] for retrieval in source["retrievals"]}
        for vintage in store.vintages(source["id"]):
            if vintage.id in cited:
                store.adopt(vintage)
    target = run.folder(out, document)
    run.place(files, target)
    return Made(target, document["built"], document["data_date"])


def render(document: Document) -> dict[str, bytes]:
    """Return a brief's files by name: the document and every view of it.

    Raises
    ------
    RenderError
        When the PDF lacks a language, header cells or anything else a reader's aid needs.
    """
    say = Language(document["edition"])
    printed = pdf.render_pdf(document, say.words("page", pdf.WORDS))
    problems = pdf_tags.inspect_pdf(printed)
    if problems:
        raise RenderError(f"PDF:en duger inte för hjälpmedel: {problems[0]}")
    page = html.render_html(document, say.words("page", html.WORDS))
    return {
        "document.json": documents.to_bytes(document),
        "brief.html": page.encode(),
        "brief.pdf": printed,
        "numbers.csv": documents.numbers_csv(document),
        "numbers.json": documents.numbers_json(document),
    }


def read(path: Path) -> Document:
    """Read a brief's document from ``document.json`` or out of its PDF.

    Raises
    ------
    TraceError
        When there is no such file or it holds no brief.
    """
    try:
        size = path.stat().st_size
        payload = path.read_bytes() if size <= _LARGEST_FILE else b""
    except OSError as error:
        raise TraceError(
            f"Filen {path} går inte att läsa: {error.strerror}.",
            "Gör en brief först: vagled brief uppsala",
        ) from error
    if size > _LARGEST_FILE:
        raise TraceError(f"Filen {path} är för stor för en brief ({size} byte).")
    if payload.startswith(b"%PDF"):
        payload = pdf.attached_document(payload)
    return documents.from_bytes(payload)
