"""The desk a notebook works at: one region, one edition, the tables and indicators at hand."""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from IPython.display import display

import vagled_lmi.brief.parts as parts_package
from vagled_lmi.brief.blocks import MIME, Block, Note, html_runs, sentence_json
from vagled_lmi.brief.language import Language, listing
from vagled_lmi.codes import Region, quote
from vagled_lmi.errors import UsageError
from vagled_lmi.indicators import catalogue as indicators
from vagled_lmi.indicators.protocol import NoFiguresError, Result, run
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.store import Archive, open_store
from vagled_lmi.tables import Table


class MissingFiguresError(NoFiguresError):
    """What a block needs is not in the store, or not for the region.

    Parameters
    ----------
    tables : tuple of str
        Ids of the tables that would fill it.
    """

    def __init__(self, tables: tuple[str, ...]) -> None:
        super().__init__(f"Siffror saknas i {', '.join(tables)}.", "Hämta dem: vagled fetch")
        self.tables = tables


Maker = Callable[["Desk"], Iterable[Block]]


@lru_cache(maxsize=1)
def makers() -> MappingProxyType[str, Maker]:
    """Return what makes blocks, by name: every function in the ``BLOCKS`` of a parts module."""
    found: dict[str, Maker] = {}
    for info in pkgutil.iter_modules(parts_package.__path__):
        module = importlib.import_module(f"{parts_package.__name__}.{info.name}")
        found.update(getattr(module, "BLOCKS", {}))
    return MappingProxyType(found)


class Desk:
    """One region's figures in one edition's words.

    Parameters
    ----------
    region : str
        Code or name of a region.
    edition : str
        One of `vagled_lmi.brief.editions.editions`.
    store : Archive, optional
        Where the payloads lie; the user's store over the program's figures unless given.
    built : str, optional
        Time of the build, UTC, ISO 8601; now, or ``SOURCE_DATE_EPOCH`` where that is set.

    Raises
    ------
    UnknownCodeError, UsageError
        When there is no such region or edition, or no brief for regions of its kind.
    """

    def __init__(
        self,
        region: str,
        edition: str = "sv",
        *,
        store: Archive | None = None,
        built: str | None = None,
    ) -> None:
        self.region = brief_region(region)
        self.language = Language(edition)
        self.store = store if store is not None else open_store()
        self.built = built or build_time()
        self._tables: dict[str, Table] = {}
        self._results: dict[str, Result] = {}

    def table(self, table: str) -> Table:
        """Return a table in its latest vintage, read once.

        Raises
        ------
        MissingFiguresError
            When the store does not have it.
        """
        if table not in self._tables:
            if not self.has(table):
                raise MissingFiguresError((table,))
            self._tables[table] = sources.load(table, self.store)
        return self._tables[table]

    def has(self, table: str) -> bool:
        """Return whether the store has a table."""
        return self.store.latest(table) is not None

    def result(self, indicator: str) -> Result:
        """Return an indicator computed for the region, once.

        Raises
        ------
        MissingFiguresError
            When its tables are not there or hold nothing for the region; names those.
        """
        if indicator not in self._results:
            described = indicators.indicator(indicator)
            tables = {table: self.table(table) for table in described.tables}
            try:
                self._results[indicator] = run(described, tables, self.region)
            except NoFiguresError as error:
                lacking = [t for t in tables if not _covers(tables[t], self.region)]
                raise MissingFiguresError(tuple(lacking or tables)) from error
        return self._results[indicator]

    def opening(self) -> None:
        """Display the title, for whom the brief is, and when it was made."""
        say = self.language
        title, subtitle = say.sentence("title", region=self.region), say.sentence("subtitle")
        opening = {
            "kind": "county",
            "region": {"code": self.region.code, "name": say.label(self.region, "full")},
            "edition": say.edition,
            "lang": say.tag,
            "title": sentence_json(title),
            "subtitle": sentence_json(subtitle),
            "built": self.built,
        }
        html = f"<h1>{html_runs(title)}</h1><p>{html_runs(subtitle)}, {self.built[:10]}</p>"
        self._display({"opening": opening}, html)

    def part(self, name: str) -> Desk:
        """Display the heading of a part; the blocks shown next belong to it."""
        title = self.language.sentence(f"part-{name}")
        part = {"id": name, "title": sentence_json(title)}
        self._display({"part": part}, f"<h2>{html_runs(title)}</h2>")
        return self

    def show(self, *names: str) -> None:
        """Display blocks by name; where the figures are missing, a note that says so.

        Raises
        ------
        UsageError
            When nothing goes by a name.
        """
        for name in names:
            for block in self.blocks(name):
                tables = ", ".join(block.tables)
                self._display(self._machine(block), f"{block.to_html()}<small>{tables}</small>")

    def blocks(self, name: str) -> list[Block]:
        """Return the blocks that go by a name, or the note that stands in their place."""
        if name not in makers():
            known = ", ".join(makers())
            raise UsageError(f"Okänt block {quote(name)}.", f"Tillåtet är {known}.")
        try:
            return list(makers()[name](self))
        except MissingFiguresError as error:
            return [self._missing(name, error.tables)]
        except NoFiguresError:
            return [self._missing(name, ())]

    def _missing(self, name: str, tables: tuple[str, ...]) -> Note:
        """Return what is said in place of a block: what is missing, and what would fill it."""
        say = self.language
        block = name.replace("_", "-")
        specs = [sources.spec(table) for table in tables]
        live = [spec.id for spec in specs if spec.live is not None]
        return Note(
            id=f"missing-{block}",
            title=say.sentence("missing-title"),
            text=say.sentence(
                "missing-text",
                region=self.region,
                what=say.sentence(f"what-{block}", region=self.region),
                tables=listing(say, [say.name(f"{s.agency}: {s.title} ({s.id})") for s in specs]),
                command=f"vagled fetch {' '.join(live)}",
                is_filled="by-fetching" if live else "by-table" if tables else "unknown",
            ),
            tables=(),
        )

    def _machine(self, block: Block) -> dict[str, Any]:
        return {
            "block": block.to_json(),
            "numbers": {at: number_json(number) for at, number in block.numbers().items()},
            "sources": {table: self._source(table) for table in block.tables},
        }

    def _source(self, table: str) -> dict[str, Any]:
        return source_json(self.table(table))

    def _display(self, machine: Mapping[str, Any], html: str) -> None:
        spoken = f'<div lang="{self.language.tag}">{html}</div>'
        display({MIME: dict(machine), "text/html": spoken}, raw=True)  # type: ignore[no-untyped-call]


def _covers(table: Table, region: Region) -> bool:
    """Return whether a table has a row for a region, one of its parts, or for riket alone."""
    wanted = {region.code, *(part.code for part in region.municipalities)}
    there = set(table.frame["region"])
    return bool(wanted & there) or there == {"00"}


def brief_region(text: str) -> Region:
    """Read a region that a brief can be made for.

    Raises
    ------
    UnknownCodeError
        When there is no such region.
    UsageError
        When it is no län.
    """
    region = Region.parse(text)
    if region.level != "county":
        county = region.parent if region.level == "municipality" else None
        hint = f"Länets: {county.name} ({county.code})." if county else "Se: vagled regions"
        raise UsageError(f"Det finns än så länge bara briefer för län, inte {region.name}.", hint)
    return region


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
