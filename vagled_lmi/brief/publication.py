"""One brief from notebook to files: document, HTML, PDF, numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vagled_lmi.brief import document as documents
from vagled_lmi.brief import html, pdf, pdf_tags, run
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.history import DOCUMENT, is_time, read
from vagled_lmi.brief.language import Language
from vagled_lmi.brief.subject import Subject
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.errors import RenderError, UsageError
from vagled_lmi.outlook import card
from vagled_lmi.store import Archive, Store


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


def make(  # noqa: PLR0913 - what is made, of what, where to, and beside what
    about: Subject,
    edition: str,
    out: Path,
    store: Store,
    say: Callable[[str], None],
    *,
    previous: str = "",
) -> Made:
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
    previous : str, optional
        What it is compared with: the file of an earlier brief, or an ISO date; the brief that lies
        in its place unless given.

    Raises
    ------
    UsageError
        When the edition is unknown, or the earlier brief is about something else.
    TraceError
        When there is no earlier brief in the file.
    NotebookError, RenderError
        When the notebook or a renderer fails; the previous brief stays.
    """
    say(f"Kör anteckningsboken för {about.name} ({Language(edition).edition}) …")
    document = run.build(about, edition, previous=_previous(about, edition, out, previous))
    say("Gör HTML och PDF …")
    files = render(document)
    rests_on = [part for source in document["sources"] for part in source["retrievals"]]
    rests_on += document.get("previous", {"retrievals": []})["retrievals"]
    # the vintages that the notebook read: someone may have fetched newer ones since
    cited = {part["vintage"] for part in rests_on}
    for table in {part["query"]["table"] for part in rests_on}:
        for vintage in store.vintages(table):
            if vintage.id in cited:
                store.adopt(vintage)
    target = run.folder(out, document)
    run.place(files | model_cards(document, store), target)
    return Made(target, document["built"], document["data_date"])


def _previous(about: Subject, edition: str, out: Path, given: str) -> str:
    """Return what a brief is compared with, as its notebook is told: absolute, and looked at."""
    if not given:
        place = {"region": {"code": about.region.code}, "kind": about.kind, "edition": edition}
        if about.occupation:
            place["occupation"] = {"code": about.occupation.code}
        target = run.folder(out, place).resolve()
        return str(target) if target.is_dir() else ""
    if is_time(given):
        return given
    path = Path(given).resolve()
    path = path / DOCUMENT if path.is_dir() else path
    other = read(path)
    one = (about.kind, about.region.code, about.occupation and about.occupation.code)
    if one != (other["kind"], other["region"]["code"], other.get("occupation", {}).get("code")):
        raise UsageError(
            f"Briefen i {path} handlar om något annat än {about.name}.",
            "Jämför med en brief av samma slag om samma region.",
        )
    return str(path)


def model_cards(document: Document, store: Archive) -> dict[str, bytes]:
    """Return the cards of the outlooks that a brief shows, of the vintages that it rests on."""
    shown = {number["indicator"] for number in document["numbers"].values()}
    tables = [source["id"] for source in document["sources"]]
    made = card.cards(Tracer(document, store).table, tables, shown)
    return {name: text.encode() for name, text in made.items()}


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
