"""A PxWebApi 2 as SCB runs it: search, descriptions, code lists, data, limits and traps.

Its behaviour is taken from PxAPI-2.yml (PxTools/PxApiSpecs), the server's own source
(PxTools/PxWebApi: SelectionHandler, ProblemUtility, IpRateLimiting) and answers recorded of SCB in
June 2026. Each trap is one that has met somebody:

- a GET without a selection is answered with the default selection, a POST without one with 400;
- an omitted dimension that may be eliminated vanishes from the answer, summed;
- a code asked for twice is answered with 500 and no body, a question longer than 2 048 characters
  with 404, a page beyond the last with 404;
- codes are matched in any case, and answered in the order asked;
- over the limit, which `tests.agencies.limited` keeps, comes 429 with Retry-After.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.servers import Reply, Seen, Spoken, as_json, problem, px_cell

CONFIG: Mapping[str, Any] = {
    "apiVersion": "2.3.2",
    "languages": [{"id": "sv", "label": "Svenska"}, {"id": "en", "label": "English"}],
    "defaultLanguage": "sv",
    "maxDataCells": 150_000,
    "maxCallsPerTimeWindow": 30,
    "timeWindow": 10,
    "license": "https://creativecommons.org/share-your-work/public-domain/cc0/",
    "sourceReferences": [{"language": "sv", "text": "Källa: SCB"}],
    "defaultDataFormat": "json-stat2",
    "dataFormats": ["json-stat2", "csv", "px", "xlsx", "html", "json-px"],
}
UPDATED = "2026-06-08T06:00:00Z"
_URL_AT_MOST = 2048
_WORD = re.compile(r"[^\W_]+\*?")

Value = Callable[[Mapping[str, str]], tuple[float | None, str]]


@dataclass
class Codes:
    """A code list: ``vs_`` where each code stands for itself, ``agg_`` where for several."""

    id: str
    label: str
    labels: Mapping[str, str]
    parts: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        values = [
            {"code": code, "label": label, "valueMap": list(self.parts.get(code, [code]))}
            for code, label in self.labels.items()
        ]
        kind = "Aggregation" if self.parts else "Valueset"
        return {"id": self.id, "label": self.label, "language": "sv", "type": kind} | {
            "elimination": False,
            "values": values,
        }


@dataclass
class Dim:
    """A dimension of a table: its codes with labels."""

    code: str
    label: str
    labels: Mapping[str, str]
    elimination: bool = False
    lists: Sequence[Codes] = ()
    units: Mapping[str, tuple[str, int]] = field(default_factory=dict)


@dataclass
class PxTable:
    """A table: what it says of itself, and a value for each of its cells.

    The last dimension is time, and that with units has the measures.
    """

    id: str
    label: str
    dims: Sequence[Dim]
    value: Value = px_cell
    unit: str = "Annual"
    updated: str = UPDATED
    notes: Sequence[str] = ()
    discontinued: bool | None = None

    @property
    def roles(self) -> dict[str, list[str]]:
        metric = [dim.code for dim in self.dims if dim.units]
        return {"time": [self.dims[-1].code], **({"metric": metric} if metric else {})}

    def listed(self) -> dict[str, Any]:
        periods = list(self.dims[-1].labels)
        return {
            "id": self.id,
            "label": f"{self.label}. {self._span()}",
            "description": "",
            "updated": self.updated,
            "firstPeriod": periods[0],
            "lastPeriod": periods[-1],
            "category": "public",
            "variableNames": [dim.label for dim in self.dims],
            "discontinued": self.discontinued,
            "source": "SCB",
            "timeUnit": self.unit,
            "paths": [],
            "links": [],
        }

    def _span(self) -> str:
        periods = list(self.dims[-1].labels)
        kind = {"Monthly": "Månad", "Quarterly": "Kvartal"}.get(self.unit, "År")
        return f"{kind} {periods[0]}-{periods[-1]}"

    def metadata(self) -> dict[str, Any]:
        """What the table says of itself: every code, and no data."""
        whole = {dim.code: list(dim.labels) for dim in self.dims}
        document = self.dataset(whole, {}, values=False)
        document["label"] = f"{self.label}.  {self._span()}"
        for dim in self.dims:
            document["dimension"][dim.code]["extension"]["codelists"] = [
                {"id": one.id, "label": one.label, "type": one.document()["type"], "links": []}
                for one in dim.lists
            ]
        return document

    def dataset(
        self,
        selection: Mapping[str, Sequence[str]],
        lists: Mapping[str, Codes],
        *,
        values: bool = True,
    ) -> dict[str, Any]:
        """Answer a selection whose codes are known to be there."""
        dims = {dim.code: dim for dim in self.dims}
        cells = [
            self._cell(dict(zip(selection, codes, strict=True)), lists)
            for codes in (itertools.product(*selection.values()) if values else ())
        ]
        asked = [dims[name].label for name in selection if not dims[name].units]
        return {
            "version": "2.0",
            "class": "dataset",
            "label": f"{self.label.partition(' efter ')[0]} efter {', '.join(asked)}",
            "source": "SCB",
            "updated": self.updated,
            "note": list(self.notes),
            "role": {
                role: [name for name in names if name in selection]
                for role, names in self.roles.items()
            },
            "id": list(selection),
            "size": [len(codes) for codes in selection.values()],
            "dimension": {
                name: self._described(dims[name], codes, lists.get(name))
                for name, codes in selection.items()
            },
            "extension": {
                "px": {"tableid": self.id, "aggregallowed": False, "language": "sv"},
                "contact": [{"organization": "SCB", "mail": "information@scb.se"}],
            },
            "value": [value for value, _ in cells],
            "status": {str(at): sign for at, (_, sign) in enumerate(cells) if sign},
        }

    def _cell(
        self, codes: Mapping[str, str], lists: Mapping[str, Codes]
    ) -> tuple[float | None, str]:
        groups = {
            name: lists[name].parts[code]
            for name, code in codes.items()
            if name in lists and code in lists[name].parts
        }
        if not groups:
            return self.value(codes)
        parts = [
            self.value({**codes, **dict(zip(groups, own, strict=True))})
            for own in itertools.product(*groups.values())
        ]
        missing = next((sign for value, sign in parts if value is None), "")
        return (None, missing) if missing else (sum(value or 0 for value, _ in parts), "")

    @staticmethod
    def _described(dim: Dim, codes: Sequence[str], of: Codes | None) -> dict[str, Any]:
        labels = of.labels if of else dim.labels
        category: dict[str, Any] = {
            "index": {code: place for place, code in enumerate(codes)},
            "label": {code: labels[code] for code in codes},
        }
        if dim.units:
            category["unit"] = {
                code: {"base": dim.units[code][0], "decimals": dim.units[code][1]} for code in codes
            }
        extension = {"elimination": dim.elimination, "show": "value"}
        return {"label": dim.label, "category": category, "extension": extension}


class ScbServer:
    """Answers for many tables.

    Parameters
    ----------
    tables : iterable of PxTable
        In the order in which searches find them.
    cells : int
        The most that one answer may hold.
    rate : (int, float)
        Calls and seconds, as the configuration says; `Limited` enforces it.
    """

    def __init__(
        self,
        tables: Iterable[PxTable],
        *,
        cells: int = 150_000,
        rate: tuple[int, float] = (30, 10),
    ) -> None:
        self.tables = {table.id: table for table in tables}
        self.config = {
            **CONFIG,
            "maxDataCells": cells,
            "maxCallsPerTimeWindow": rate[0],
            "timeWindow": rate[1],
        }

    def __call__(self, seen: Seen) -> Spoken:
        """Answer one question."""
        path = [part for part in seen.path.split("/") if part]
        path = path[2:] if path[:2] == ["api", "v2"] else path
        if path == ["config"]:
            return as_json(self.config)
        if len("&".join(f"{k}={v}" for k, v in seen.query.items())) > _URL_AT_MOST:
            return Reply(b"<html>404</html>", 404, {"Content-Type": "text/html"})
        if not path:
            return problem("Non-existent table", 404)
        if path == ["tables"]:
            return self._search(seen.query)
        if path[0].casefold() == "codelists" and len(path) == 2:
            return self._codelist(path[1])
        table = self.tables.get(path[1].upper()) if path[0] == "tables" and len(path) > 1 else None
        if table is None:
            return problem("Non-existent table", 404)
        match path[2:]:
            case []:
                return as_json({"language": "sv", **table.listed()})
            case ["metadata"]:
                return as_json(table.metadata())
            case ["data"]:
                return self._data(table, seen)
        return problem("Non-existent table", 404)

    def _search(self, query: Mapping[str, str]) -> Spoken:
        asked = {name.casefold(): value for name, value in query.items()}
        size, page = int(asked.get("pagesize", 20)), int(asked.get("pagenumber", 1))
        words = [word.casefold() for word in _WORD.findall(asked.get("query", ""))]
        found = [
            table.listed()
            for table in self.tables.values()
            if all(_has(word, table.label) for word in words)
        ]
        pages = max(-(-len(found) // size), 1)
        if not 1 <= page <= pages:
            return problem("Non-existent page", 404, detail=f"Page {page} of {pages}")
        about = {"pageNumber": page, "pageSize": size} | {
            "totalElements": len(found),
            "totalPages": pages,
            "links": [],
        }
        tables = found[(page - 1) * size : page * size]
        return as_json({"language": "sv", "tables": tables, "page": about, "links": []})

    def _codelist(self, wanted: str) -> Spoken:
        for table in self.tables.values():
            for dim in table.dims:
                for one in dim.lists:
                    if one.id == wanted:
                        return as_json(one.document())
        return problem("Non-existent codelist", 404)

    def _data(self, table: PxTable, seen: Seen) -> Spoken:
        if seen.method == "GET":
            selection = {dim.code: list(dim.labels)[:1] for dim in table.dims}
            return as_json(table.dataset(selection, {}))
        if seen.query.get("outputFormat", "json-stat2") != "json-stat2":
            return problem("Unsupported output format", detail="Unsupported output format")
        dims = {dim.code.casefold(): dim for dim in table.dims}
        selection: dict[str, list[str]] = {}
        lists: dict[str, Codes] = {}
        for part in seen.json["selection"]:
            dim = dims.get(part["variableCode"].casefold())
            if dim is None:
                return problem("Non-existent variable")
            there: Mapping[str, str] = dim.labels
            if part.get("codelist"):
                of = next((one for one in dim.lists if one.id == part["codelist"]), None)
                if of is None:
                    return problem("Non-existent codelist")
                lists[dim.code], there = of, of.labels
            names = {code.casefold(): code for code in there}
            codes = [code.casefold() for code in part["valueCodes"]]
            if not set(codes) <= set(names):
                return problem("Non-existent value")
            if len(set(codes)) < len(codes):
                return Reply(b"", 500)
            selection[dim.code] = [names[code] for code in codes]
        for dim in table.dims:
            if not selection.get(dim.code) and not dim.elimination:
                return problem("Missing selection for mandantory variable")
        if math.prod(map(len, selection.values())) > self.config["maxDataCells"]:
            return problem("Too many cells selected", detail="Too many cells selected")
        ordered = {dim.code: selection[dim.code] for dim in table.dims if dim.code in selection}
        return as_json(table.dataset(ordered, lists))


def _has(word: str, label: str) -> bool:
    """SCB's index has stems: ``anställda`` is found by ``anställd``, and by ``anstäl*``."""
    texts = [text.casefold() for text in _WORD.findall(label)]
    if word.endswith("*"):
        return any(text.startswith(word[:-1]) for text in texts)
    return any(text == word or (len(word) > 5 and text[:-2] == word[:-2]) for text in texts)
