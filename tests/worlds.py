"""A PxWebApi 2 whose tables say and hold what a test wants, and may change while it runs."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.servers import CONFIG, Config, Px, Reply, Seen, Spoken, as_json
from vagled_lmi.codes import Region, regions

#: What a cell holds, given its codes: a number, or the sign of one that is missing.
Cell = Callable[[Mapping[str, str]], float | str]


@dataclass
class PxTable:
    """One table: its words as PxWebApi 2 gives them (see `tests.servers.Px`), and its cells.

    `codes` is dimension to (code to label), `measures` code to (label, unit, decimals).
    """

    id: str
    label: str
    codes: dict[str, dict[str, str]]
    measures: dict[str, tuple[str, str, int]]
    cell: Cell
    names: dict[str, str] = field(default_factory=dict)
    updated: str = "2026-08-20T06:00:00Z"
    notes: list[str] = field(default_factory=list)
    discontinued: bool | None = None
    about_measures: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def periods(self) -> dict[str, str]:
        return self.codes["Tid"]

    def metadata(self) -> dict[str, Any]:
        held = {
            **self.codes,
            "ContentsCode": {c: label for c, (label, *_) in self.measures.items()},
        }
        order = [*(name for name in self.codes if name != "Tid"), "ContentsCode", "Tid"]
        dimensions = {
            name: {
                "label": self.names.get(name, name.lower()),
                "category": {
                    "index": {code: place for place, code in enumerate(held[name])},
                    "label": dict(held[name]),
                },
                "extension": {"elimination": name not in ("ContentsCode", "Tid")},
            }
            for name in order
        }
        dimensions["ContentsCode"]["category"]["unit"] = {
            code: {"base": unit, "decimals": decimals}
            for code, (_, unit, decimals) in self.measures.items()
        }
        dimensions["ContentsCode"]["extension"] |= self.about_measures
        return {
            "version": "2.0",
            "class": "dataset",
            "label": self.label,
            "source": "SCB",
            "updated": self.updated,
            "note": list(self.notes),
            "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
            "id": order,
            "size": [len(held[name]) for name in order],
            "dimension": dimensions,
            "extension": {
                "px": {"tableid": self.id, "decimals": 0},
                "discontinued": self.discontinued,
            },
            "value": [],
        }

    def filled(self, answer: dict[str, Any]) -> dict[str, Any]:
        """An answer of `Px` with this table's own cells in place of its."""
        codes = {
            name: list(answer["dimension"][name]["category"]["index"]) for name in answer["id"]
        }
        cells = [
            self.cell(dict(zip(codes, chosen, strict=True)))
            for chosen in itertools.product(*codes.values())
        ]
        values = [None if isinstance(cell, str) else cell for cell in cells]
        signs = {str(at): cell for at, cell in enumerate(cells) if isinstance(cell, str)}
        return {**answer, "value": values, "status": signs}


class World:
    """A PxWebApi 2 with tables of a test's own."""

    def __init__(self, *tables: PxTable, config: Config | None = None) -> None:
        self.tables = {table.id: table for table in tables}
        self.config = config or CONFIG

    def __call__(self, seen: Seen) -> Spoken:
        px = Px(*(table.metadata() for table in self.tables.values()), config=self.config)
        spoken = px(seen)
        match seen.path.strip("/").split("/"):
            case ["tables", table, "data"] if isinstance(spoken, Reply) and spoken.status == 200:
                return as_json(self.tables[table].filled(json.loads(spoken.body)))
        return spoken


def months(first: str, last: str) -> dict[str, str]:
    """Codes of the months from one to another, each its own label."""
    start, end = (int(m[:4]) * 12 + int(m[5:]) - 1 for m in (first, last))
    codes = [f"{at // 12}M{at % 12 + 1:02d}" for at in range(start, end + 1)]
    return {code: code for code in codes}


COUNTIES = {code: Region(code).name for code in ("00", *(r.code for r in regions("county")))}


def bas(last: str = "2026M06") -> PxTable:
    """SCB's table of unemployment by month, shaped as TAB6260 is; the figures are exempeldata."""

    def cell(codes: Mapping[str, str]) -> float:
        period = codes["Tid"]
        return round(4 + int(codes["Region"]) / 10 + int(period[5:]) / 10, 1)

    ages = ("15-74", "16-64", "16-65", "20-64")
    return PxTable(
        id="TAB6260",
        label="Befolkningens arbetsmarknadsstatus (BAS) efter region, kön, ålder, födelseregion "
        f"och månad. Månad 2025M01-{last}",
        names={
            "Region": "region",
            "Kon": "kön",
            "Alder": "ålder",
            "Fodelseregion": "födelseregion",
        },
        codes={
            "Region": dict(COUNTIES),
            "Kon": {"1": "män", "2": "kvinnor", "1+2": "totalt"},
            "Alder": {age: f"{age} år" for age in ages},
            "Fodelseregion": {"inr": "inrikes född", "utr": "utrikes född", "tot": "totalt"},
            "Tid": months("2025M01", last),
        },
        measures={
            "000006II": ("Arbetslöshet", "procent", 1),
            "000006IK": ("Sysselsättningsgrad", "procent", 1),
        },
        about_measures={"refperiod": {"000006II": "Månad", "000006IK": "Månad"}},
        notes=["De senaste månaderna är preliminära."],
        cell=cell,
    )
