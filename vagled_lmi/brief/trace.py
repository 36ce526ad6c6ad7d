"""From a printed number back to the agency's stored answer, and forward again to the number."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from vagled_lmi.brief.compare import CHANGED, Change, Comparison, of_key
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.earlier import from_json, vintages_of
from vagled_lmi.brief.editions import BASE
from vagled_lmi.brief.language import Language
from vagled_lmi.brief.numerals import Form, numeral
from vagled_lmi.codes import Region, quote
from vagled_lmi.errors import StoreError, TraceError
from vagled_lmi.indicators.cells import ALL, Cells
from vagled_lmi.indicators.protocol import Column, Number, Result, run
from vagled_lmi.outlook import catalogue as indicators
from vagled_lmi.provenance import Retrieval
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

_FORMS: tuple[Form, ...] = ("plain", "signed", "size")
_FEWEST_DECIMALS = -3
_CELLS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Replay:
    """A printed value and the same value computed anew from the stored payloads.

    Attributes
    ----------
    address : str
        The number's address.
    printed, replayed : float or str or None
        The value in the document, and the value now.
    texts : tuple of str
        How the document shows it.
    problem : str
        Empty when both are equal and every text shows the value; else what is wrong, in Swedish.
    """

    address: str
    printed: float | str | None
    replayed: float | str | None
    texts: tuple[str, ...]
    problem: str

    @property
    def equal(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problem


class Tracer:
    """Traces the numbers of one document against a store.

    Parameters
    ----------
    document : dict
        Valid against the document's schema.
    store : Archive
        Where the payloads lie.
    """

    def __init__(self, document: Document, store: Archive) -> None:
        self._document = document
        self._store = store
        self._languages = {
            "": Language(document["edition"]),
            Language(BASE).tag: Language(BASE),
        }
        self._sources = {source["id"]: source for source in document["sources"]}
        self._texts = _texts(document)
        #: Reads a cited table in the vintages that the brief rests on.
        self.table = lru_cache(maxsize=None)(self._read)
        self._result = lru_cache(maxsize=None)(self._compute)
        self._comparison = (
            Comparison(from_json(document["previous"]), store, self.table)
            if "previous" in document
            else None
        )

    def addresses(self) -> list[str]:
        """Return the address of every number, in the document's order."""
        return list(self._document["numbers"])

    def verdicts(self) -> list[dict[str, Any]]:
        """Return what chose the document's words; its schema holds each to the numbers."""
        parts = self._document["parts"]
        return [v for part in parts for block in part["blocks"] for v in block["verdicts"]]

    def replay(self, address: str) -> Replay:
        """Compute one number anew from the stored payloads.

        Raises
        ------
        TraceError
            When the document has no such number.
        StoreError
            When a payload is missing or damaged.
        """
        stated = self._number(address)
        number = self._anew(address, stated)
        texts = tuple(sorted(self._texts.get(address, {})))
        problem = ""
        if number.address != address:
            problem = f"adressen borde vara {number.address}"
        elif not _same(stated["value"], number.value):
            problem = f"omräkningen ger {number.value!r}"
        else:
            unfit = [text for text in texts if not self._shows(address, text, number.column)]
            if unfit:
                problem = f"texten {quote(unfit[0])} visar inte värdet"
        return Replay(address, stated["value"], number.value, texts, problem)

    def _anew(self, address: str, stated: Mapping[str, Any]) -> Number:
        """Return a number as it is when it is computed from the stored answers."""
        if stated["indicator"] == CHANGED:
            return self._change(address, stated["key"]).numbers()[stated["column"]]
        region = Region(address.partition("/")[0])
        return self._result(stated["indicator"], region).number(stated["column"], **stated["key"])

    def _change(self, address: str, key: Mapping[str, str]) -> Change:
        """Return what became of the number that a change is of, compared anew."""
        indicator, column, row = of_key(key)
        number = self._result(indicator, Region(address.partition("/")[0])).number(column, **row)
        change = self._comparison.of(number, key["from"]) if self._comparison else None
        if change is None:
            raise TraceError(f"Det går inte att jämföra {number.address} med den förra briefen.")
        return change

    def explain(self, address: str) -> Iterator[str]:
        """Yield, line by line, where a number comes from.

        Agency, table, the exact cells, the stored answer's time and hash, and how the number is
        arrived at.

        Raises
        ------
        TraceError
            When the document has no such number.
        """
        stated = self._number(address)
        number = self._anew(address, stated)
        indicator, column, key = number.indicator, number.column, number.key
        shown = " / ".join(sorted(self._texts.get(address, {}))) or "avgör ett ordval"
        yield f"Adress:      {address}"
        yield f"Värde:       {stated['value']!r} {stated['unit']} (visas: {shown})"
        yield f"Mått:        {indicator.label}: {column.label}"
        yield f"Definition:  {indicator.definition}"
        yield f"Steg:        {column.how}"
        region = Region(address.partition("/")[0])
        yield f"Region:      {region.name} ({region.code})"
        if indicator.id == CHANGED:
            key = of_key(key)[-1]
            yield from self._explain_change(self._change(address, stated["key"]))
        for position, cells in enumerate(column.reads, 1):
            yield ""
            yield f"Källa {position} av {len(column.reads)}"
            yield from self._explain_table(cells.table)
            yield from self._explain_cells(cells, key)

    def _explain_change(self, change: Change) -> Iterator[str]:
        earlier = self._document["previous"]
        steps, unit = change.steps, change.number.column.unit
        digest = f", sha256 {earlier['sha256']}" if earlier["sha256"] else ""
        yield ""
        yield f"Jämfört med: {earlier['when']}{digest}"
        yield f"  Angavs då:                   {steps.stated!r} {unit} ({change.period})"
        yield f"  Samma svar, dagens program:  {_or_none(steps.recomputed)}"
        yield f"  Samma period, dagens svar:   {_or_none(steps.revised)}"
        yield f"  I dag:                       {steps.now!r} ({change.number.address})"
        for retrieval in earlier["retrievals"]:
            if retrieval["query"]["table"] in change.number.indicator.tables:
                yield f"  Dåvarande svar: sha256 {retrieval['sha256']} ({retrieval['retrieved']})"

    def _explain_table(self, table: str) -> Iterator[str]:
        source = self._sources[table]
        yield f"  Myndighet: {source['agency']}"
        yield f"  Tabell:    {table}: {source['register']}"
        for retrieval in map(Retrieval.from_json, source["retrievals"]):
            via = f" ({retrieval.via})" if retrieval.via else ""
            yield f"  Hämtad:    {retrieval.retrieved}{via}"
            yield f"  Uppdaterad av myndigheten: {retrieval.updated or 'ingen uppgift'}"
            yield f"  Svar:      sha256 {retrieval.sha256} ({retrieval.size} byte)"
            if retrieval.query.url:
                yield f"  Fråga:     {retrieval.query.url}"
            for name, codes in retrieval.query.selection.items():
                of = retrieval.query.codelists.get(name)
                yield f"    {name}{f' ({of})' if of else ''} = {_few(codes)}"

    def _explain_cells(self, cells: Cells, key: Mapping[str, str]) -> Iterator[str]:
        table = self.table(cells.table)
        selection = cells.selection(table.spec.keys, key)
        chosen = table.frame[cells.select(table.frame, table.spec.keys, key)]
        for name, codes in selection.items():
            yield f"  Urval:     {name} = {'alla' if codes == (ALL,) else _few(codes)}"
        yield f"  Celler:    {len(chosen)}"
        for row in chosen.head(_CELLS_SHOWN).itertuples(index=False):
            where = ", ".join(str(getattr(row, name)) for name in table.spec.keys)
            yield f"    {where}: {row.value} {row.status}".rstrip()
        if len(chosen) > _CELLS_SHOWN:
            yield f"    … och {len(chosen) - _CELLS_SHOWN} till"

    def _number(self, address: str) -> dict[str, Any]:
        numbers: dict[str, dict[str, Any]] = self._document["numbers"]
        if address in numbers:
            return numbers[address]
        near = difflib.get_close_matches(address, list(numbers), n=1, cutoff=0.5)
        meant = f"Menade du {near[0]}?" if near else "Adresserna står i numbers.csv."
        raise TraceError(f"Briefen har inget tal med adressen {quote(address)}.", meant)

    def _read(self, table: str) -> Table:
        declared = sources.spec(table)
        if table not in self._sources:
            raise TraceError(f"Briefen nämner inte tabellen {table} som källa.")
        retrievals = tuple(map(Retrieval.from_json, self._sources[table]["retrievals"]))
        for retrieval in retrievals:
            if not self._store.has(retrieval.sha256):
                raise StoreError(
                    f"Svaret {retrieval.sha256} från {table} finns inte i lagret.",
                    "Ange lagret som briefen byggdes med: VAGLED_STORE=MAPP",
                )
        return sources.read_vintages(declared, vintages_of(retrievals), self._store)

    def _compute(self, indicator: str, region: Region) -> Result:
        described = indicators.indicator(indicator)
        there = (table for table in described.optional if table in self._sources)
        tables = {table: self.table(table) for table in (*described.tables, *there)}
        return run(described, tables, region)

    def _shows(self, address: str, text: str, column: Column) -> bool:
        """Return whether a text says a number's value, in the language that the text is in."""
        value, say = self._number(address)["value"], self._languages[self._texts[address][text]]
        if value is None:
            return text == say.text("no-value")
        if isinstance(value, str):
            return text == say.class_name(value).text
        decimals = range(_FEWEST_DECIMALS, max(column.decimals, 1) + 1)
        return text == say.share_in_ten(value) or any(
            text == numeral(value, d, say.tag, form) for d in decimals for form in _FORMS
        )


def _or_none(value: float | None) -> str:
    return "går inte att räkna" if value is None else repr(value)


def _same(printed: object, replayed: object) -> bool:
    if isinstance(printed, (int, float)) and isinstance(replayed, float):
        # another machine may add the same numbers in another order
        return math.isclose(printed, replayed, rel_tol=1e-12, abs_tol=1e-12)
    return printed == replayed


def _texts(document: Document) -> dict[str, dict[str, str]]:
    """Every text that stands for a number, by address, with the language it says it is in."""
    found: dict[str, dict[str, str]] = {}

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if isinstance(node.get("number"), str):
                found.setdefault(node["number"], {})[node["text"]] = node.get("lang", "")
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    walk(document["parts"])
    return found


def _few(codes: tuple[str, ...]) -> str:
    shown = ", ".join(codes[:_CELLS_SHOWN])
    more = len(codes) - _CELLS_SHOWN
    return f"{shown} och {more} till" if more > 0 else shown
