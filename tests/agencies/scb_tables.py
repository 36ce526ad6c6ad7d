"""Tables for `ScbServer`, made from the project's own declarations, so that each can be fetched.

A table has every code that a declaration names, and what SCB has beside them: kommuner, regions of
unknown county, the unknown occupation. Its cells are numbers from a checksum of their codes, within
the declared limits, and published totals are the sums of their parts. They are example data and
nobody's statistics.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tests.agencies.scb import Codes, Dim, PxTable
from vagled_lmi.codes import Region, regions, ssyk_labels
from vagled_lmi.sources import scb
from vagled_lmi.sources.pxweb_extract import Extract, Label, extracts
from vagled_lmi.tables import Contents, TableSpec

#: Ids of the tables that are declared without one.
UNNAMED = {
    "YREG60BAS": "TAB9060", "YREG60N": "TAB9061", "YREG60": "TAB9062",
    "YREG51BAS": "TAB9051", "YREG51N": "TAB9052", "YREG51": "TAB9053",
    "scb:LonYrkeRegion4AN": "TAB9070",
}  # fmt: skip
_AT_WORK = "med arbetsplats i regionen (dagbef) efter"
_PAY = (
    "Genomsnittlig grund- och månadslön samt kvinnors lön i procent av mäns lön efter region, "
    "sektor"
)
#: Titles as SCB has them, where they have been seen; of the others, what they are known by.
TITLES = {
    "TAB3784": "Sysselsatta 15-74 år efter region, kön, näringsgren (SNI 2007) och födelseregion. "
    "Preliminär statistik",
    "TAB6260": "Arbetsmarknadsstatus efter region, kön, ålder och födelseregion. "
    "Preliminär statistik",
    "TAB9060": f"Anställda {_AT_WORK} län, yrke (4-siffrig SSYK 2012) och kön. Baserat på BAS",
    "TAB9061": f"Anställda 16-64 år {_AT_WORK} län, yrke (4-siffrig SSYK 2012) och kön",
    "TAB9062": f"Anställda 16-64 år {_AT_WORK} län, yrke (4-siffrig SSYK 2012) och kön",
    "TAB9051": "Anställda i riket efter yrke (4-siffrig SSYK 2012), ålder och kön. Baserat på BAS",
    "TAB9052": "Anställda 16-64 år i riket efter yrke (4-siffrig SSYK 2012), ålder och kön",
    "TAB9053": "Anställda 16-64 år i riket efter yrke (4-siffrig SSYK 2012), ålder och kön",
    "TAB4434": f"Anställda {_AT_WORK} region, yrke (3-siffrig SSYK 2012) och kön. Baserat på BAS",
    "TAB4436": f"Anställda {_AT_WORK} region, yrke (3-siffrig SSYK 2012), näringsgren SNI2007 "
    "(grov nivå) och kön. Baserat på BAS",
    "TAB5881": f"{_PAY}, yrkesgrupp (SSYK 2012) och kön",
    "TAB9070": f"{_PAY}, yrke (SSYK 2012) och kön",
    "TAB5461": "Högskoleövergångar (R4). Avgångna från gymnasieskolan som påbörjat högskolestudier "
    "inom tre år efter region och kön",
    "TAB6366": "Matchning – olika grupper (M2). Andel anställda med matchning mellan utbildning "
    "och yrke, efter region, kön, ålder respektive födelselandsgrupp (nattbefolkning)",
}
_UNITS = {"month": "Monthly", "quarter": "Quarterly", "year": "Annual"}
_PERIODS = {
    "month": tuple(f"{year}M{month:02}" for year in range(2020, 2027) for month in range(1, 13)),
    "quarter": tuple(f"{year}K{quarter}" for year in range(2024, 2027) for quarter in range(1, 5)),
    "year": tuple(map(str, range(2008, 2026))),
    "irregular": tuple(map(str, range(2024, 2071))),
}
_LAST = {"month": "2026M06", "quarter": "2026K2"}
_SOME = {
    "2025M05",
    "2025M06",
    "2026M05",
    "2026M06",
    "2025K2",
    "2026K2",
    "2015",
    "2025",
    "2045",
    "2046",
    "2070",
}
_LABELS = {"Region": "region", "AARegion": "region", "Kon": "kön", "Alder": "ålder", "Tid": "år"}
_INDUSTRIES = (
    *("A", "B+C", "D+E", "F", "G", "H", "I", "J", "K", "L", "M+N", "O", "P", "Q", "R+S+T+U"),
    "US",
)
_OCCUPATIONS = ("1111", "2341", "3421", "4322", "5321", "9120")


def scb_tables(specs: Iterable[TableSpec] = scb.TABLES, *, whole: bool = False) -> list[PxTable]:
    """Every table of SCB that the declarations ask for, one each.

    Parameters
    ----------
    specs : iterable of TableSpec
        The declarations.
    whole : bool
        Whether there are as many regions, occupations and periods as SCB has, or a few of each.
    """
    made: dict[str, _Draft] = {}
    for spec in specs:
        if spec.live is None:
            continue  # a copy of what is no longer published so
        for extract in extracts(spec):
            table = extract.table or UNNAMED[extract.name or spec.id]
            made.setdefault(table, _Draft(table, spec, extract, whole)).add(spec, extract)
    return [draft.table() for draft in made.values()]


@dataclass
class _Draft:
    """A table in the making: what each declaration that uses it needs."""

    id: str
    spec: TableSpec
    extract: Extract
    whole: bool
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    contents: dict[str, Contents] = field(default_factory=dict)
    lists: dict[str, list[Codes]] = field(default_factory=dict)
    totals: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def add(self, spec: TableSpec, extract: Extract) -> None:
        for name in (*extract.eliminated, *extract.select):
            labels = self.codes.setdefault(name, {})
            labels |= dict(_codes(spec, extract, name, self.whole))
            if name in extract.codelists:
                of = extract.codelists[name]
                self.lists.setdefault(name, []).append(Codes(of, of, dict(labels)))
        self._add_contents(spec, extract)
        for total in spec.totals:
            name = next(n for n, column in extract.columns.items() if column == total.dimension)
            if name not in extract.total:
                theirs = {ours: code for code, ours in self._ours(extract, name).items()}
                parts = tuple(theirs[part] for part in total.parts)
                self.totals.setdefault(name, {})[theirs[total.total]] = parts

    def _ours(self, extract: Extract, name: str) -> dict[str, str]:
        recoding = extract.recoding(name, self.codes[name])
        return {code: recoding.get(code, code) for code in self.codes[name]}

    def _add_contents(self, spec: TableSpec, extract: Extract) -> None:
        where = next((n for n, c in extract.columns.items() if c == "contents"), "ContentsCode")
        declared = {contents.code: contents for contents in spec.contents}
        for code, ours in self._ours(extract, where).items():
            self.contents.setdefault(code, declared.get(ours, spec.contents[0]))
        self.measured = where

    def table(self) -> PxTable:
        dims = []
        for name, labels in self.codes.items():
            units = {}
            if name == "ContentsCode":
                units = {code: ("antal", self._decimals(code)) for code in labels}
            dims.append(
                Dim(
                    name,
                    _LABELS.get(name, name.lower()),
                    labels,
                    elimination=name in (*self.extract.eliminated, "Kon"),
                    lists=self.lists.get(name, ()),
                    units=units,
                )
            )
        marks = self.extract.marks
        known_by = " ".join(marks.words) if marks else self.spec.title
        names = ", ".join(dim.label for dim in dims if not dim.units)
        return PxTable(
            self.id,
            TITLES.get(self.id, f"{known_by} efter {names}"),
            dims,
            self.value,
            _UNITS.get(self.spec.cadence, "Annual"),
            notes=["Första\r\n  noten."],
        )

    def _decimals(self, code: str) -> int:
        return self.contents[code].decimals if code in self.contents else 0

    def value(self, codes: Mapping[str, str]) -> tuple[float | None, str]:
        """A number within the limits of its measure; a total is the sum of its parts."""
        for name, totals in self.totals.items():
            if parts := totals.get(codes.get(name, "")):
                return sum(self.value({**codes, name: part})[0] or 0 for part in parts), ""
        contents = self.contents.get(codes.get(self.measured, ""), self.spec.contents[0])
        number = zlib.crc32("|".join(f"{name}={codes[name]}" for name in sorted(codes)).encode())
        may_miss = not self.totals and contents.unit != "personer"
        if number % 11 == 0 and may_miss:
            return None, ".."
        if contents.upper <= 100:
            return round(
                contents.lower + number % 1000 / 1000 * contents.upper, contents.decimals
            ), ""
        return number % 10_000, ""


def _codes(spec: TableSpec, extract: Extract, name: str, whole: bool) -> Iterator[tuple[str, str]]:
    """Every code of one dimension, with a label that the declaration recognises."""
    if name not in extract.select:
        yield from ((f"{name}{at}", f"{name.lower()} {at}") for at in range(1, 4))
        return
    column = extract.columns.get(name, "")
    kind = {dimension.name: dimension.kind for dimension in spec.dimensions}.get(column, "code")
    closed = {d.name: d.codes for d in spec.dimensions}.get(column, {})
    if column == "period":
        yield from ((code, code) for code in _periods(spec, extract, whole))
        return
    if kind == "region":
        yield from _regions(extract, name, whole)
        return
    for item in extract.select[name]:
        if isinstance(item, Label):
            code = item.code or f"X{zlib.crc32(item.words.encode()) % 10_000:04}"
            yield code, item.words
        elif not set("*?") & set(item):
            yield item, closed.get(item, f"{name} {item}")
        else:
            yield from _all(kind, name, closed, extract, whole)
    for code in extract.leave_out.get(name, ()):
        yield code, "okänt"


def _all(
    kind: str, name: str, closed: Mapping[str, str], extract: Extract, whole: bool
) -> Iterator[tuple[str, str]]:
    """What stands behind ``*`` or a pattern."""
    theirs = {ours: code for code, ours in extract.recode.get(name, {}).items()}
    occupations = tuple(ssyk_labels()) if whole else _OCCUPATIONS
    if name == "ContentsCode":
        yield "000006XZ", "Anställda"
    elif kind == "ssyk":
        yield from ((code, ssyk_labels()[code]) for code in occupations)
    elif kind == "ssyk3":
        yield from ((code[:3], f"yrkesgrupp {code[:3]}") for code in occupations)
        yield "0002", "yrke okänt"
    elif kind == "sni":
        yield from ((code, f"bransch {code}") for code in _INDUSTRIES)
    elif closed:
        yield from ((theirs.get(code, code), label) for code, label in closed.items())
    else:
        groups = [f"{at:02}F" for at in range(1, 87)] if whole else ["15F", "53B"]
        yield from ((code, f"grupp {code}") for code in ("00S", *groups))


def _periods(spec: TableSpec, extract: Extract, whole: bool) -> tuple[str, ...]:
    marks = extract.marks
    first, last = (marks.first, marks.last) if marks else ("", "")
    if "/" in first:
        return tuple(f"{year}/{(year + 1) % 100:02}" for year in range(2003, 2021))
    last = last or _LAST.get(spec.cadence, "2070")
    if spec.cadence == "year":
        last = min(last, "2024" if first else "2025")
    there = [code for code in _PERIODS[spec.cadence] if first <= code <= last]
    few = [code for code in there if code in (first, last) or code in _SOME]
    return tuple(there if whole or spec.cadence == "year" else few)


@lru_cache(maxsize=2)
def _places(*, whole: bool) -> dict[str, str]:
    some = (*Region("03").municipalities, Region("0580"))
    kommuner = regions("municipality") if whole else some
    places = (*regions("country"), *regions("county"), *kommuner)
    return {place.code: place.name for place in sorted(places)}


def _regions(extract: Extract, name: str, whole: bool) -> Iterator[tuple[str, str]]:
    wanted = extract.select[name]
    areas = [region for region in regions("nuts2") if "SE??" in wanted]
    if "SE" in wanted:
        yield "SE", "Riket"
    else:
        yield from _places(whole=whole).items()
        yield "99", "län okänt"
    yield from ((region.code, region.name) for region in areas)
