"""The desk a notebook works at: one region, one edition, the tables and indicators at hand."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from IPython.display import display

import vagled_lmi.brief.parts as parts_package
from vagled_lmi.brief.blocks import MIME, Block, Note, html_runs, sentence_json
from vagled_lmi.brief.language import Language, Sentence, Slots, listing
from vagled_lmi.brief.shelf import MissingFiguresError, Shelf
from vagled_lmi.brief.subject import subject
from vagled_lmi.codes import quote
from vagled_lmi.errors import UsageError
from vagled_lmi.indicators.protocol import NoFiguresError
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.store import Archive, open_store
from vagled_lmi.tables import Table

Maker = Callable[["Desk"], Iterable[Block]]


@dataclass(frozen=True, slots=True)
class Page:
    """A part that begins a page and can be printed alone.

    Attributes
    ----------
    id : str
        Unique in the brief.
    title : Sentence
        Its heading.
    blocks : tuple of Block
        What stands on it.
    """

    id: str
    title: Sentence
    blocks: tuple[Block, ...]


PageMaker = Callable[["Desk"], Iterable[Page]]


@lru_cache(maxsize=1)
def makers() -> MappingProxyType[str, Maker]:
    """Return what makes blocks, by name: every function in a parts module's declarations.

    Those in ``BLOCKS`` rest on figures that come with the program; those in ``IF_FETCHED`` on
    figures that do not, and leave themselves out until they have been fetched.
    """
    return MappingProxyType({**_declared("BLOCKS"), **_declared("IF_FETCHED")})


@lru_cache(maxsize=1)
def if_fetched() -> frozenset[str]:
    """Return the names of the blocks that leave themselves out until their figures are fetched."""
    return frozenset(_declared("IF_FETCHED"))


@lru_cache(maxsize=1)
def page_makers() -> MappingProxyType[str, PageMaker]:
    """Return what makes whole pages, by name: every function in the ``PAGES`` of a parts module."""
    return MappingProxyType(_declared("PAGES"))


def _declared(name: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for info in pkgutil.iter_modules(parts_package.__path__):
        module = importlib.import_module(f"{parts_package.__name__}.{info.name}")
        found.update(getattr(module, name, {}))
    return found


class Desk:
    """One region's figures in one edition's words.

    Parameters
    ----------
    region : str
        Code or name of a län, a kommun or a NUTS2 area.
    edition : str
        One of `vagled_lmi.brief.editions.editions`.
    occupation : str
        SSYK 2012 code or name, for a brief about one occupation; else empty.
    store : Archive, optional
        Where the payloads lie; the user's store over the program's figures unless given.
    built : str, optional
        Time of the build, UTC, ISO 8601; now, or ``SOURCE_DATE_EPOCH`` where that is set.

    Raises
    ------
    UnknownCodeError, UsageError
        When there is no such region, occupation or edition, or no brief of such a kind.
    """

    def __init__(
        self,
        region: str,
        edition: str = "sv",
        occupation: str = "",
        *,
        store: Archive | None = None,
        built: str | None = None,
    ) -> None:
        about = subject(region, occupation)
        self.region = about.region
        self.occupation = about.occupation
        self.kind = about.kind
        self.language = Language(edition)
        self.built = built or build_time()
        self.store = store if store is not None else open_store()
        self.previous = ""
        #: What the brief has been compared with, as the document has it; empty until it is.
        self.compared: dict[str, Any] = {}
        #: Tables that would fill the blocks that have left themselves out so far, by block.
        self.to_fetch: dict[str, tuple[str, ...]] = {}
        self._blocks: dict[str, list[Block] | MissingFiguresError] = {}
        shelf = Shelf(self.store, about.region)
        self.has, self.table, self.result = shelf.has, shelf.table, shelf.result
        #: Whether an indicator can be shown: for how a page is laid out. Nothing rests on it.
        self.known = shelf.known
        #: Ids of the tables that what has been shown so far rests on.
        self.cited: set[str] = set()

    def opening(self, kind: str = "") -> None:
        """Display the title, for whom the brief is, and when it was made.

        Parameters
        ----------
        kind : str
            ``cards`` for conversation cards; else what region and occupation say.
        """
        say, kind = self.language, kind or self.kind
        slots: Slots = {"region": self.region}
        if self.occupation:
            slots["occupation"] = say.occupation_name(self.occupation.code)
        title = say.sentence(f"title-{kind}", **slots)
        subtitle = say.sentence(f"subtitle-{kind}")
        opening: dict[str, Any] = {
            "kind": kind,
            "region": {"code": self.region.code, "name": say.label(self.region, "full")},
            "edition": say.edition,
            "lang": say.tag,
            "title": sentence_json(title),
            "subtitle": sentence_json(subtitle),
            "built": self.built,
        }
        if self.occupation:
            code, name = self.occupation.code, self.occupation.label
            opening["occupation"] = {"code": code, "name": name}
        html = f"<h1>{html_runs(title)}</h1><p>{html_runs(subtitle)}, {self.built[:10]}</p>"
        self._display({"opening": opening}, html)

    def part(self, name: str) -> Desk:
        """Display the heading of a part; the blocks shown next belong to it."""
        title = self.language.sentence(f"part-{name}", region=self.region)
        self._display_part({"id": name}, title)
        return self

    def against(self, previous: str) -> Desk:
        """Say what the brief is compared with; see `vagled_lmi.brief.history.find`."""
        self.previous = previous
        self._blocks.clear()  # what was made before was not compared with it
        return self

    def show(self, *names: str) -> None:
        """Display blocks by name; where figures are missing, a note that says so.

        Blocks after one another share one note where the tables that one misses cover the others'.
        A block that can wait for its figures is left out: `to_fetch` has it then.

        Raises
        ------
        UsageError
            When nothing goes by a name.
        """
        waiting: list[tuple[str, MissingFiguresError]] = []
        for name in names:
            made = self._made(name)
            if isinstance(made, MissingFiguresError) and (tables := self._fetchable(name, made)):
                self.to_fetch[name] = tables
                continue
            if waiting and (isinstance(made, list) or not _together(made, _widest(waiting))):
                self._display_block(self._missing(waiting))
                waiting = []
            if isinstance(made, MissingFiguresError):
                waiting.append((name, made))
            else:
                for block in made:
                    self._display_block(block)
        if waiting:
            self._display_block(self._missing(waiting))

    def pages(self, name: str) -> None:
        """Display parts that each begin a page, by the name of what makes them.

        Raises
        ------
        UsageError
            When nothing goes by the name.
        """
        for page in _known(page_makers(), name, "sidor")(self):
            self._display_part({"id": page.id, "own_page": True}, page.title)
            for block in page.blocks:
                self._display_block(block)

    def blocks(self, name: str) -> list[Block]:
        """Return the blocks that go by a name, or the note that stands in their place."""
        made = self._made(name)
        return made if isinstance(made, list) else [self._missing([(name, made)])]

    def _made(self, name: str) -> list[Block] | MissingFiguresError:
        """Return the blocks that go by a name, made once: page one says what other parts show."""
        if name not in self._blocks:
            self._blocks[name] = self._make(name)
        return self._blocks[name]

    def _make(self, name: str) -> list[Block] | MissingFiguresError:
        try:
            return list(_known(makers(), name, "block")(self))
        except MissingFiguresError as error:
            return error
        except NoFiguresError:
            return MissingFiguresError((), self.region)

    def _fetchable(self, name: str, error: MissingFiguresError) -> tuple[str, ...]:
        """Return the tables whose fetching would fill a block that can wait for them."""
        if name not in if_fetched():
            return ()
        return tuple(t for t in error.tables if not self.has(t) and sources.spec(t).live)

    def _missing(self, missing: list[tuple[str, MissingFiguresError]]) -> Note:
        """Return what is said in place of blocks: what is missing, and what would fill it."""
        say, error = self.language, _widest(missing)
        names = [name.replace("_", "-") for name, _ in missing]
        specs = [sources.spec(table) for table in error.tables]
        live = [spec.id for spec in specs if spec.live is not None]
        saved = [spec for spec in specs if spec.file]
        filled = "by-fetching" if live else "by-file" if saved else "by-table"
        command = f"vagled fetch {' '.join(live)}"
        if filled == "by-file":
            command = f"vagled fetch {saved[0].id} --file {say.text('file-name')}"
        whats = [str(say.sentence(f"what-{name}", region=error.region)) for name in names]
        return Note(
            id=f"missing-{names[0]}",
            title=say.sentence("missing-title"),
            text=say.sentence(
                "missing-text",
                region=error.region,
                what=listing(say, whats),
                tables=listing(say, [say.name(f"{s.agency}: {s.title} ({s.id})") for s in specs]),
                command=command,
                page=saved[0].page if saved else "",
                is_filled=filled if specs else "unknown",
            ),
            tables=(),
        )

    def _display_part(self, part: dict[str, Any], title: Sentence) -> None:
        machine = {"part": {**part, "title": sentence_json(title)}}
        self._display(machine, f"<h2>{html_runs(title)}</h2>")

    def _display_block(self, block: Block) -> None:
        self.cited.update(block.tables)
        tables = ", ".join(block.tables)
        self._display(self._machine(block), f"{block.to_html()}<small>{tables}</small>")

    def _machine(self, block: Block) -> dict[str, Any]:
        return {
            "block": block.to_json(),
            "numbers": {at: number_json(number) for at, number in block.numbers().items()},
            "sources": {table: self._source(table) for table in block.tables},
            "previous": self.compared,
        }

    def _source(self, table: str) -> dict[str, Any]:
        return source_json(self.table(table))

    def _display(self, machine: Mapping[str, Any], html: str) -> None:
        spoken = f'<div lang="{self.language.tag}">{html}</div>'
        display({MIME: dict(machine), "text/html": spoken}, raw=True)  # type: ignore[no-untyped-call]


def _together(one: MissingFiguresError, other: MissingFiguresError) -> bool:
    return one.covers(other) or other.covers(one)


def _widest(missing: list[tuple[str, MissingFiguresError]]) -> MissingFiguresError:
    """Return the error whose tables cover those of the others."""
    return max((error for _, error in missing), key=lambda error: len(error.tables))


def _known(declared: Mapping[str, Any], name: str, kind: str) -> Any:
    if name not in declared:
        raise UsageError(
            f"Okänt namn på {kind}: {quote(name)}.", f"Tillåtet är {', '.join(declared)}."
        )
    return declared[name]


def build_time() -> str:
    """Return the time of the build: ``SOURCE_DATE_EPOCH`` where it is set, else now; UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    when = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def number_json(number: Any) -> dict[str, Any]:
    """Return a number as the document's schema has it."""
    return {
        "value": number.value,
        "unit": number.column.unit,
        "decimals": number.column.decimals,
        "label": f"{number.indicator.label}: {number.column.label}",
        "indicator": number.indicator.id,
        "column": number.column.name,
        "key": dict(number.key),
        "tables": list(number.indicator.tables),
    }


def source_json(table: Table) -> dict[str, Any]:
    """Return a table's citation as the document's schema has it."""
    spec, periods = table.spec, table.frame["period"]
    units = dict.fromkeys(contents.unit for contents in spec.contents)
    return {
        "id": spec.id,
        "agency": spec.agency,
        "register": spec.register,
        "title": spec.title,
        "periods": "–".join(dict.fromkeys((periods.min(), periods.max()))),
        "unit": "; ".join(units),
        "licence": table.retrievals[0].licence or spec.licence,
        "page": spec.page,
        "notes": list(spec.notes),
        "breaks": [{"period": b.period, "text": b.text} for b in spec.breaks],
        "retrievals": [retrieval.to_json() for retrieval in table.retrievals],
    }
