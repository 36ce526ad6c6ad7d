"""A made-up brief for the tests: all its figures are invented, and every view says exempeldata.

The region is called Exempellän and has code 99, which no real län has.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from tests.brief.sample_charts import MUNICIPALITIES, OCCUPATIONS, YEARS, charts, employed, swedish
from vagled_lmi.brief.language import Word

_WORDS = {
    "all_values": "hela tabellen",
    "attached": "Alla siffror med adress och källa finns i den bifogade filen document.json.",
    "attachment": "Allt som står i dokumentet, som data",
    "breaks": "Brott i tidsserien",
    "built": "Sammanställd",
    "checksum": "Kontrollsumma",
    "contents": "Innehåll",
    "data_date": "Uppgifterna hämtade",
    "empty_part": "Det finns inga uppgifter att visa i den här delen.",
    "figure": "Diagram {n}",
    "figure_data": "Siffrorna i diagram {n}",
    "figure_tables": "Tabeller till diagrammen",
    "key_figures": "Nyckeltal",
    "licence": "Licens",
    "more_answers": "och {n} svar till, se document.json",
    "notes": "Att tänka på",
    "page": "Sida {page} av {pages}",
    "periods": "Perioder",
    "program": "Framställd med {name} {version}",
    "retrieved": "Hämtad",
    "scope": "Om underlaget",
    "see_figure": "Till diagrammet på sidan {page}",
    "see_source": "se källa {n}",
    "see_table": "Siffrorna i en tabell på sidan {page}",
    "selection": "Urval",
    "show_table": "Visa siffrorna i en tabell",
    "skip": "Hoppa till innehållet",
    "source": "Källa {n}",
    "sources": "Källor",
    "table": "Tabell {n}",
    "unit": "Enhet",
    "updated": "Uppdaterad av myndigheten",
    "values": "{n} värden",
    "via_public_copy": "via offentlig kopia",
}
SWEDISH: Mapping[str, Word] = {name: Word(text) for name, text in _WORDS.items()}


class Builder:
    """Collects numbers while the sentences that show them are written."""

    def __init__(self) -> None:
        self.numbers: dict[str, dict[str, Any]] = {}

    def value(
        self, indicator: str, column: str, value: float | str | None, unit: str, **key: str
    ) -> dict[str, str]:
        """Register a number and return the segment that shows it."""
        query = "&".join(f"{name}={code}" for name, code in key.items()) or "period=2024"
        address = f"99/{indicator}/{column}?{query}"
        decimals = 1 if unit == "procent" else 0
        self.numbers[address] = {
            "value": value,
            "unit": unit,
            "decimals": decimals,
            "label": f"{indicator} {column} (exempeldata)",
            "indicator": indicator,
            "column": column,
            "key": dict(key),
            "tables": ["scb:EX1"],
        }
        if value is None:
            text = "ingen uppgift"
        elif isinstance(value, str):
            text = value
        else:
            text = swedish(value, decimals) + ("\u00a0%" if unit == "procent" else "")
        return {"text": text, "number": address}


def plain(*texts: str) -> list[dict[str, str]]:
    """Return a sentence without numbers."""
    return [{"text": text} for text in texts]


def text_of(runs: Sequence[Mapping[str, str]]) -> str:
    """Return the text of a sentence."""
    return "".join(run["text"] for run in runs)


def claim(name: str, *segments: dict[str, str], sources: Sequence[str] = ("scb:EX1",)) -> Any:
    return {
        "kind": "claim",
        "id": name,
        "text": list(segments),
        "verdicts": [],
        "sources": list(sources),
    }


def number(name: str, label: str, value: Any, detail: Any, sources: Sequence[str]) -> Any:
    return {
        "kind": "number",
        "id": name,
        "label": plain(label),
        "value": [value],
        "detail": detail,
        "verdicts": [],
        "sources": list(sources),
    }


def note(name: str, title: str, text: str, sources: Sequence[str] = ()) -> Any:
    return {
        "kind": "note",
        "id": name,
        "title": plain(title),
        "text": plain(text),
        "verdicts": [],
        "sources": list(sources),
    }


def grid(caption: str, columns: Sequence[tuple[str, bool]], rows: list[list[Any]]) -> Any:
    return {
        "caption": plain(caption),
        "columns": [{"label": plain(label), "numeric": numeric} for label, numeric in columns],
        "rows": rows,
    }


def figure(name: str, chart: str, title: str, table: Any, sources: Sequence[str]) -> Any:
    return {
        "kind": "figure",
        "id": name,
        "title": plain(title),
        "svg": charts()[chart],
        "alt": plain(f"Diagram med exempeldata. {title}. Värdena står i tabellen."),
        "caption": plain("Exempeldata: alla värden är påhittade. Skuggan visar osäkerheten."),
        "table": table,
        "verdicts": [],
        "sources": list(sources),
    }


def _source(
    number: int, agency: str, register: str, title: str, unit: str, *, answers: int = 1
) -> dict[str, Any]:
    table = {"SCB": "scb", "Arbetsförmedlingen": "af", "Skolverket": "skolverket"}[agency]
    name = f"{table}:EX{number}"
    retrievals = [
        {
            "query": {
                "table": name,
                "url": f"https://example.invalid/{name}",
                "selection": {
                    "Region": ["99"],
                    "Yrke": [f"{code:04d}" for code in range(1111, 1111 + 12 * number)],
                    "Tid": ["2022", "2023", "2024"],
                }
                if number != 2
                else {},
            },
            "retrieved": "2026-11-20T05:12:30Z",
            "sha256": f"{number:02x}{part:02x}" + "5e" * 30,
            "size": 51200 * part,
            "media_type": "application/json",
            "vintage": f"{name}@2026-11-20T05:12:30Z",
            "part": part,
            "parts": answers,
            "updated": "2026-06-08T06:00:00Z" if number != 3 else None,
            "licence": "CC0",
            "notes": ["Uppgifterna är avrundade (exempeldata)."],
            "via": "via public copy" if number == 4 else "",
        }
        for part in range(1, answers + 1)
    ]
    return {
        "id": name,
        "agency": agency,
        "register": register,
        "title": f"{title} (exempeldata)",
        "periods": "2014–2024",
        "unit": unit,
        "licence": "CC0",
        "page": f"https://example.invalid/sida/{number}",
        "notes": ["Från 2025 läggs ett litet slumpmässigt brus på värdena (exempeldata)."],
        "breaks": [{"period": "2020", "text": "Ny källa för uppgiften (exempeldata)."}]
        if number == 1
        else [],
        "retrievals": retrievals,
    }


def _sources() -> list[dict[str, Any]]:
    return [
        _source(
            1, "SCB", "Befolkningens arbetsmarknadsstatus", "Sysselsatta efter region", "antal"
        ),
        _source(2, "SCB", "Yrkesregistret", "Anställda efter yrke och ålder", "antal", answers=5),
        _source(3, "Arbetsförmedlingen", "Yrkesbarometern", "Möjligheter till arbete", "klass"),
        _source(4, "Skolverket", "Elever och betyg", "Behörighet till gymnasieskolan", "procent"),
    ]


def _overview(b: Builder) -> dict[str, Any]:
    share = b.value("employed", "share", 81.4, "procent", period="2024")
    change = b.value("employed", "change", 0.6, "procentenheter", period="2024")
    gone = b.value("replacement", "count", 12840, "antal", period="2030")
    riket = b.value("employed", "share_riket", 81.1, "procent", period="2024")
    open_jobs = b.value("ads", "count", 4310, "antal", period="2025")
    missing = b.value("ads", "share", None, "procent", period="2025")
    return {
        "id": "laget",
        "title": plain("Läget på en sida"),
        "blocks": [
            claim(
                "oversikt",
                {"text": "I Exempellän arbetar "},
                share,
                {"text": " av invånarna i åldern 20–64 år, ungefär åtta av tio. I riket är det "},
                riket,
                {"text": ". Skillnaden är mindre än osäkerheten i måttet."},
            ),
            number(
                "andel", "Sysselsatta 20–64 år", share, plain("av invånarna, 2024"), ["scb:EX1"]
            ),
            number(
                "forandring",
                "Förändring på ett år",
                {"text": "+0,6", "number": change["number"]},
                plain("procentenheter, en liten ökning"),
                ["scb:EX1"],
            ),
            number("pension", "Väntas gå i pension", gone, plain("till och med 2030"), ["scb:EX2"]),
            number("annonser", "Annonser i snitt", open_jobs, plain("per månad, 2025"), ["af:EX3"]),
            claim(
                "pensioner",
                {"text": "Till och med 2030 väntas "},
                gone,
                {"text": " personer gå i pension. Vård, skola och bygg berörs mest."},
                sources=("scb:EX2", "af:EX3"),
            ),
            claim(
                "annonsandel",
                {"text": "Hur stor andel av jobben som annonseras är "},
                missing,
                {"text": ": källan redovisar den inte för länet."},
                sources=("af:EX3",),
            ),
            note(
                "exempel",
                "Det här är exempeldata",
                "Alla siffror i det här dokumentet är påhittade. De visar hur ett underlag ser ut "
                "och får inte användas i vägledning.",
            ),
        ],
    }


def _trend_part(b: Builder) -> dict[str, Any]:
    rows = [
        [
            {"text": str(year)},
            b.value("employed", "share", region, "procent", period=str(year)),
            b.value("employed", "share_riket", riket, "procent", period=str(year)),
        ]
        for year, (region, riket) in zip(YEARS, employed(), strict=True)
    ]
    table = grid(
        "Andel sysselsatta 20–64 år, procent, exempeldata",
        [("År", False), ("Exempellän", True), ("Riket", True)],
        rows,
    )
    return {
        "id": "jobben",
        "title": plain("Var jobben finns"),
        "blocks": [
            claim(
                "trend",
                {"text": "Andelen sysselsatta har ökat sedan 2014, och länet följer riket."},
            ),
            figure(
                "trend-figur", "line", "Fler arbetar i dag än för tio år sedan", table, ["scb:EX1"]
            ),
        ],
    }


def _outlook(b: Builder) -> dict[str, Any]:
    labels = ("stor brist", "brist", "balans", "överskott")
    rows = [
        [
            {"text": name},
            b.value("barometer", "now", labels[i % 3], "klass", ssyk=str(1000 + i)),
            b.value("barometer", "later", labels[(i + 1) % 4], "klass", ssyk=str(1000 + i)),
            {"text": ("län", "NUTS2", "riket")[i % 3]},
            b.value("replacement", "count", round(3400 / (i + 1.3)), "antal", ssyk=str(1000 + i)),
        ]
        for i, name in enumerate(OCCUPATIONS)
    ]
    columns = [
        ("Yrke", False),
        ("Möjligheter nu", False),
        ("Om fem år", False),
        ("Bedömningen gäller", False),
        ("Väntas gå i pension", True),
    ]
    bars = [[row[0], row[4]] for row in rows]
    return {
        "id": "utsikter",
        "title": plain("Utsikter per yrke"),
        "blocks": [
            number(
                "brist",
                "Yrken med brist",
                b.value("barometer", "shortage", 41, "antal", period="2026"),
                plain("av de 132 som bedöms"),
                ["af:EX3"],
            ),
            number(
                "traff",
                "Bedömningar som stämde",
                b.value("barometer", "hits", 68.5, "procent", period="2020"),
                plain("när vi ser tillbaka fem år"),
                ["af:EX3"],
            ),
            claim(
                "brist-text",
                {"text": "Arbetsförmedlingen bedömer att det är brist på personal inom vård, "},
                {"text": "skola och installation. Bedömningen gäller ofta hela landsdelen."},
                sources=("af:EX3",),
            ),
            figure(
                "pension-figur",
                "bars",
                "Flest pensionsavgångar väntas inom äldreomsorgen",
                grid(
                    "Väntade pensionsavgångar 2025–2030, antal, exempeldata",
                    [("Yrke", False), ("Antal", True)],
                    bars,
                ),
                ["scb:EX2"],
            ),
            {
                "kind": "table",
                "id": "utsikter-tabell",
                "title": plain("Åtta yrken: möjligheter nu och om fem år"),
                "table": grid("Bedömda möjligheter till arbete, exempeldata", columns, rows),
                "verdicts": [],
                "sources": ["af:EX3", "scb:EX2"],
            },
            note(
                "niva",
                "Bedömningen kan gälla ett större område",
                "När underlaget för länet är litet gäller bedömningen landsdelen eller hela "
                "landet. Kolumnen ”Bedömningen gäller” visar vilket (exempeldata).",
                ["af:EX3"],
            ),
        ],
    }


def _paths(b: Builder) -> dict[str, Any]:
    names = ("Högskola", "Yrkeshögskola", "Komvux", "Folkhögskola")
    rows = [
        [
            {"text": place},
            *(
                b.value(
                    "education",
                    "share",
                    float((7 * r + 5 * c) % 60 + 20),
                    "procent",
                    kommun=f"99{r}{c}",
                )
                for c in range(4)
            ),
        ]
        for r, place in enumerate(MUNICIPALITIES[:5])
    ]
    return {
        "id": "vagar",
        "title": plain("Vägar in"),
        "blocks": [
            claim(
                "vagar-text",
                {"text": "De flesta som läser vidare väljer högskolan, men skillnaderna mellan "},
                {"text": "kommunerna är stora."},
                sources=("skolverket:EX4",),
            ),
            figure(
                "vagar-figur",
                "heat",
                "Högskolan är den vanligaste vägen i fyra av fem kommuner",
                grid(
                    "Andel som läser vidare efter utbildningsform, procent, exempeldata",
                    [("Kommun", False), *((name, True) for name in names)],
                    rows,
                ),
                ["skolverket:EX4"],
            ),
        ],
    }


def _municipalities(b: Builder) -> dict[str, Any]:
    rows = [
        [
            {"text": place},
            *(
                b.value(
                    "employed",
                    "share",
                    value - 3 + i,
                    "procent",
                    kommun=f"99{i}0",
                    period=str(year),
                )
                for year, (value, _) in list(zip(YEARS, employed(), strict=True))[::2]
            ),
        ]
        for i, place in enumerate(MUNICIPALITIES)
    ]
    return {
        "id": "kommunerna",
        "title": plain("Kommunerna i länet"),
        "blocks": [
            claim("kommuner", {"text": "Utvecklingen liknar länets i alla sex kommuner."}),
            figure(
                "kommun-figur",
                "multiples",
                "Sysselsättningen ökar i samma takt i alla kommuner",
                grid(
                    "Andel sysselsatta per kommun, procent, exempeldata",
                    [("Kommun", False), *((str(year), True) for year in YEARS[::2])],
                    rows,
                ),
                ["scb:EX1"],
            ),
        ],
    }


def _talk(b: Builder) -> dict[str, Any]:
    cards = (
        ("Vård och omsorg", "Vad skulle få dig att trivas i ett yrke där du möter människor?"),
        ("Skola", "Vilket ämne vill du bli riktigt bra på, och vem vill du lära det?"),
        ("Bygg och installation", "Hur vill du att en arbetsdag ser ut: inne, ute, ensam, i lag?"),
    )
    del b
    return {
        "id": "samtalet",
        "title": plain("Frågor för samtalet"),
        "blocks": [
            note(f"samtal-{i}", title, text + " (Exempeldata.)", ["af:EX3"])
            for i, (title, text) in enumerate(cards)
        ],
    }


@lru_cache(maxsize=1)
def _document() -> dict[str, Any]:
    b = Builder()
    parts = [part(b) for part in (_overview, _trend_part, _outlook, _paths, _municipalities, _talk)]
    return {
        "schema": "urn:vagled-lmi:document:1",
        "kind": "county",
        "region": {"code": "99", "name": "Exempellän"},
        "edition": "sv",
        "lang": "sv-SE",
        "title": plain("Arbetsmarknaden i Exempellän – exempeldata"),
        "subtitle": plain("Underlag för studie- och yrkesvägledare. Alla siffror är påhittade."),
        "built": "2026-11-23T08:30:00Z",
        "data_date": "2026-11-20T05:12:30Z",
        "program": {"name": "vagled", "version": "0.1.0"},
        "scope": [
            {"label": plain(label), "text": plain(text)}
            for label, text in (
                ("Region", "Exempellän (99), jämfört med riket (exempeldata)"),
                ("Period", "2014–2024, annonser till och med oktober 2026"),
                ("Nästa nya siffror", "Sysselsatta i juni 2027, Yrkesbarometern i januari"),
            )
        ],
        "parts": parts,
        "numbers": b.numbers,
        "sources": _sources(),
    }


def document() -> dict[str, Any]:
    """Return the sample brief; the caller may change it."""
    return copy.deepcopy(_document())


def long_table(rows: int, columns: int = 5) -> dict[str, Any]:
    """Return a table block of made-up rows."""
    head = [("Yrke", False), *((str(2020 + i), True) for i in range(columns - 1))]
    body: list[list[Any]] = [
        [
            {"text": f"{OCCUPATIONS[i % len(OCCUPATIONS)]} {i}"},
            *({"text": swedish(1000 + 37 * i * (c + 1))} for c in range(columns - 1)),
        ]
        for i in range(rows)
    ]
    return {
        "kind": "table",
        "id": "lang-tabell",
        "title": plain(f"En tabell med {rows} rader (exempeldata)"),
        "table": grid("Antal anställda, exempeldata", head, body),
        "verdicts": [],
        "sources": ["scb:EX2"],
    }


# What is code, address or stamp rather than text for a reader; hostile text is tried elsewhere.
CODED = re.compile(
    "schema|kind|id|svg|numbers?|sources|built|data_date|edition|lang|code|sha256|retrieved|"
    "updated|url|page|vintage|media_type|tables?|indicator|column|key"
)


def with_text(value: Any, change: Callable[[str], str]) -> Any:
    """Return a copy of a document where `change` has been applied to every text a reader sees."""
    if isinstance(value, dict):
        return {
            name: item
            if CODED.fullmatch(name) and not isinstance(item, dict | list)
            else with_text(item, change)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [
            item if isinstance(item, str) and ":EX" in item else with_text(item, change)
            for item in value
        ]
    return change(value) if isinstance(value, str) else value
