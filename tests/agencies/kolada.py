"""Kolada's API version 3, as its public clients describe it.

Sources: rKolada (R/data.R, R/metadata.R and NEWS), koladapy 1.0.1, and real answers in rKolada's
R/sysdata.rda. Which status a list of over 25 ids gets is not known; 400 is a guess.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from tests.servers import Reply, Seen, Spoken, as_json
from vagled_lmi.codes import regions
from vagled_lmi.sources.kolada.declared import TABLES

IDS = 25
Cell = Callable[[str, str, int, str], "float | None"]

AREAS = {
    "0000": "L",
    **{f"00{region.code}": "L" for region in regions("county")},
    **{region.code: "K" for region in regions("municipality")},
}


def metadata(code: str, title: str, **changes: Any) -> dict[str, Any]:
    """An indicator as ``/kpi`` gives it."""
    return {
        "id": code,
        "title": title,
        "description": f"Vad {code} mäter. Källa: SCB.",
        "is_divided_by_gender": True,
        "municipality_type": "A",
        "auspice": "X",
        "operating_area": "Arbetsmarknad",
        "perspective": "Övrigt",
        "prel_publication_date": None,
        "publication_date": "2027-01-19",
        "publ_period": "2026",
        "has_ou_data": False,
        **changes,
    }


def cell(kpi: str, area: str, year: int, gender: str) -> float | None:
    """The value of one cell, from its codes alone; one in eleven is null."""
    number = zlib.crc32(f"{kpi}|{area}|{year}|{gender}".encode())
    return None if number % 11 == 0 else number % 1000 / 10


class KoladaServer:
    """Answers questions for metadata and values, page by page.

    Parameters
    ----------
    kpis : iterable of dict, optional
        As `metadata` makes them; those of the declared tables unless given.
    years : range
        Every value has these.
    value : callable
        (kpi, area, year, gender) to a number, or None for null.
    most : int
        Rows of a page at most, and where the question does not say.

    Attributes
    ----------
    changed : dict of str to list
        Day to rows of ``/data`` that a question with ``from_date`` up to then is answered with.
    """

    def __init__(
        self,
        kpis: Iterable[Mapping[str, Any]] | None = None,
        years: range = range(2020, 2025),
        value: Cell = cell,
        most: int = 5000,
    ) -> None:
        declared = [metadata(c.code, c.label) for table in TABLES for c in table.contents]
        self.kpis = {str(kpi["id"]): dict(kpi) for kpi in (declared if kpis is None else kpis)}
        self.years = years
        self.value = value
        self.most = most
        self.changed: dict[str, list[dict[str, Any]]] = {}

    def __call__(self, seen: Seen) -> Spoken:
        match seen.path.strip("/").split("/"):
            case ["kpi"]:
                words = seen.query.get("title", "").casefold()
                found = [k for k in self.kpis.values() if words in str(k["title"]).casefold()]
                return self._page(seen, found)
            case ["kpi", ids]:
                return self._listed(seen, ids, self.kpis)
            case ["municipality"]:
                areas = [{"id": code, "title": code, "type": kind} for code, kind in AREAS.items()]
                return self._page(seen, areas)
            case ["data", *path] if len(path) in (4, 6):
                return self._data(seen, dict(zip(path[::2], path[1::2], strict=True)))
        return as_json({"detail": "Not Found"}, 404)

    def _listed(self, seen: Seen, ids: str, known: Mapping[str, Any]) -> Spoken:
        wanted = ids.split(",")
        if len(wanted) > IDS:
            return as_json({"detail": f"Max {IDS} ids"}, 400)
        return self._page(seen, [known[code] for code in wanted if code in known])

    def _data(self, seen: Seen, wanted: Mapping[str, str]) -> Spoken:
        listed = {name: codes.split(",") for name, codes in wanted.items()}
        if any(len(codes) > IDS for codes in listed.values()):
            return as_json({"detail": f"Max {IDS} ids"}, 400)
        since = seen.query.get("from_date")
        if since is not None:
            rows = [row for day, rows in self.changed.items() if day >= since for row in rows]
            return self._page(seen, rows)
        years = [int(year) for year in listed.get("year", ())] or list(self.years)
        keys = [
            (kpi, area, year)
            for kpi in listed["kpi"]
            if kpi in self.kpis
            for area in listed["municipality"]
            if self.kpis[kpi]["municipality_type"] in ("A", AREAS.get(area)) or area == "0000"
            for year in years
            if year in self.years
        ]
        return self._page(seen, keys, lambda part: list(map(self._row, part)))

    def _row(self, key: tuple[str, str, int]) -> dict[str, Any]:
        kpi, area, year = key
        genders = "TKM" if self.kpis[kpi]["is_divided_by_gender"] else "T"
        return {
            "kpi": kpi,
            "municipality": area,
            "period": year,
            "values": [
                {"gender": g, "count": 1, "status": "", "value": self.value(*key, g)}
                for g in genders
            ],
        }

    def _page(
        self, seen: Seen, found: list[Any], written: Callable[[list[Any]], list[Any]] = list
    ) -> Reply:
        page = int(seen.query.get("page", 1))
        size = min(int(seen.query.get("per_page", self.most)), self.most)
        rows = written(found[(page - 1) * size : page * size])
        return as_json(
            {
                "values": rows,
                "count": len(rows),
                "previous_url": self._url(seen, page - 1, size) if page > 1 else None,
                "next_url": self._url(seen, page + 1, size) if page * size < len(found) else None,
            }
        )

    @staticmethod
    def _url(seen: Seen, page: int, size: int) -> str:
        return f"http://{seen.headers['Host']}{seen.path}?page={page}&per_page={size}"
