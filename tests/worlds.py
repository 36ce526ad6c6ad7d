"""A PxWebApi 2 whose tables say and hold what a test wants, and may change while it runs."""

from __future__ import annotations

import itertools
import json
import zlib
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


def number(codes: Mapping[str, str]) -> int:
    """A number from 0 to 99 999 that hangs on a cell's codes and on nothing else."""
    return (
        zlib.crc32("|".join(f"{name}={codes[name]}" for name in sorted(codes)).encode()) % 100_000
    )


def bas(last: str = "2026M06") -> PxTable:
    """SCB's table of unemployment by month, shaped as TAB6260 is; the figures are exempeldata."""
    ages = ("15-74", "16-64", "16-65", "20-64")
    return PxTable(
        id="TAB6260",
        label="Arbetsmarknadsstatus efter region, kön, ålder och födelseregion. Preliminär "
        f"statistik. Månad 2025M01-{last}",
        names={"Alder": "ålder", "Kon": "kön", "Fodelseregion": "födelseregion"},
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
        cell=lambda codes: round(
            4 + number({**codes, "Tid": ""}) % 50 / 10 + _month(codes) / 10, 1
        ),
    )


def _month(codes: Mapping[str, str]) -> int:
    return int(codes["Tid"][5:])


def population(last: str = "2026M04") -> PxTable:
    """SCB's population by month, shaped as TAB6471 is; the figures are exempeldata."""
    ages = {f"{a}-{a + 9}": f"{a}-{a + 9} år" for a in range(0, 100, 10)}

    def cell(codes: Mapping[str, str]) -> float:
        if codes["Kon"] == "TotSa":
            return sum(cell({**codes, "Kon": sex}) for sex in ("1", "2"))
        return 1000 + number({**codes, "Tid": ""}) + _month(codes)

    return PxTable(
        id="TAB6471",
        label=f"Folkmängden per månad efter region, ålder och kön.  År 2025M01-{last}",
        names={"Alder": "ålder", "Kon": "kön"},
        codes={
            "Region": dict(COUNTIES),
            "Alder": {"TotSA": "totalt, samtliga åldrar", **ages, "100+10": "100+ år"},
            "Kon": {"TotSa": "totalt, samtliga män och kvinnor", "1": "män", "2": "kvinnor"},
            "Tid": months("2026M01", last),
        },
        measures={"000007SF": ("Folkmängden per månad", "antal", 0)},
        updated="2026-06-08T06:00:00Z",
        cell=cell,
    )


def index(last: str = "2026M06") -> PxTable:
    """An index with a base year, and industries by letter; the figures are exempeldata."""
    return PxTable(
        id="TAB9001",
        label=f"exempeldata: Index efter näringsgren. Månad 2025M01-{last}",
        names={"SNI2007": "näringsgren"},
        codes={
            "Region": {"00": "Riket"},
            "SNI2007": {"P": "utbildning", "Q": "vård och omsorg", "A-U": "samtliga"},
            "Tid": months("2025M01", last),
        },
        measures={"000009AA": ("Index", "index", 1)},
        about_measures={"basePeriod": {"000009AA": "2015=100"}},
        cell=lambda codes: 100 + number({**codes, "Tid": ""}) % 90 / 10 + _month(codes) / 10,
    )


def municipal(last: int = 2006) -> PxTable:
    """The kommuner of two län, with Heby in Västmanland until 2006; the figures are exempeldata."""
    held = ("0305", "0319", "0330", "0360", "0380", "1904", "1960", "1980", "1983", "1984")
    return PxTable(
        id="TAB9002",
        label="exempeldata: Folkmängd efter region och år",
        codes={
            "Region": {
                "03": Region("03").name,
                "19": Region("19").name,
                **{code: Region(code).name for code in held},
                "1917": "Heby",
            },
            "Tid": {str(year): str(year) for year in range(2004, last + 1)},
        },
        measures={"BE0101N1": ("Folkmängd", "antal personer", 0)},
        updated="2007-02-20T07:00:00Z",
        cell=lambda codes: 10_000 + number(codes) % 1000,
    )


def barometer(*names: str, period: str = "2026-1") -> list[dict[str, Any]]:
    """A round of Yrkesbarometern with the same judgement of each occupation; exempeldata."""

    def row(name: str, region: str) -> dict[str, Any]:
        silent = ("yb_beskrivning", "text_jobbmojligheter", "text_rekryteringssituation")
        return dict.fromkeys((*silent, "delvis_helt")) | {
            "yrkesomrade": "exempeldata", "yb_yrke": name, "yb_concept_id": name[:3],
            "lan": region, "antal_ssyk": 1, "del_av_ssyk": 0, "ssyk": "2512", "ssyk_text": "",
            "jobbmojligheter": "stora", "rekryteringssituation": "brist", "paradox": [],
            "prognos": "öka", "hogsta_bedomningsniva": "län", "omgang": period,
            "taxonomi_version": 27,
        }  # fmt: skip

    return [row(name, region) for name in names for region in ("00", "03")]
