"""A document as the templates want it: numbered, cleaned, sources resolved."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Any

from vagled_lmi.brief.fonts import readable
from vagled_lmi.errors import RenderError
from vagled_lmi.provenance import VIA_PUBLIC_COPY

if TYPE_CHECKING:
    from vagled_lmi.brief.language import Word

#: The words of the furniture that page and PDF have in common; those of `prepare` among them.
WORDS = (
    "all_values",
    "breaks",
    "built",
    "checksum",
    "contents",
    "data_date",
    "empty_part",
    "figure",
    "licence",
    "more_answers",
    "notes",
    "periods",
    "program",
    "retrieved",
    "selection",
    "sources",
    "table",
    "unit",
    "updated",
    "values",
    "via_public_copy",
)

_TEXTS = frozenset({"caption", "detail", "label", "text", "title", "value"})
#: Names of registers, licences and notes stand as the agencies write them.
AGENCIES_LANGUAGE = "sv-SE"
_CARDS_A_ROW = 4
_NOTES_BESIDE = 4
_ANSWERS_SHOWN = 3
_CODES_SHOWN = 3
# in em of the appendix's type, and rows: what two tables beside one another have room for
_ROW_WIDTH, _LOW = 62.0, 24
_PAGE_WIDTH = 50.0
_WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+", re.IGNORECASE)


def fill(text: str, **slots: object) -> str:
    """Put values in the ``{slots}`` of a word; a value is never read as a slot itself."""
    return re.sub(r"\{(\w+)\}", lambda m: str(slots.get(m[1], m[0])), text)


def prepare(
    document: Mapping[str, Any],
    words: Mapping[str, Word],
    needed: Sequence[str],
    clean: Callable[[str], str],
) -> dict[str, Any]:
    """Return a document as the templates want it.

    Key figures come first in their part. Figures, tables and sources are numbered, and a block
    names its sources by number.

    Parameters
    ----------
    document : mapping
        Valid against ``document.schema.json``.
    words : mapping of str to Word
        Furniture of the edition.
    needed : sequence of str
        Keys that `words` must have.
    clean : callable
        Applied to every text a reader sees.

    Returns
    -------
    dict
        ``title``, ``subtitle`` (runs of text) and ``name``, ``description`` (the same as plain
        text), ``lang``, ``foreign`` (the language of agencies' words, where another),
        ``region``, ``built``, ``data_date``, ``program``, ``scope``, ``parts``, ``figures``,
        ``twins`` (figures in rows of one or two, for the tables beside one another) and
        ``sources``.

    Raises
    ------
    RenderError
        When a word is missing, or a block does not hold together.
    """
    missing = [word for word in needed if word not in words]
    if missing:
        raise RenderError(
            f"Ordlistan saknar {', '.join(missing)}.", "Lägg till orden i editionens katalog."
        )

    def shown(text: str) -> str:
        # a heading or an alternative text of spaces alone would be no heading at all
        return clean(text).strip() or "?"

    view = _View(document, words, clean, shown)
    lang = shown(document["lang"])
    title, subtitle = view.sentence(document["title"]), view.sentence(document["subtitle"])
    return {
        "title": title,
        "subtitle": subtitle,
        "name": _plain(title),
        "description": _plain(subtitle),
        "lang": lang,
        "foreign": "" if lang.startswith("sv") else AGENCIES_LANGUAGE,
        "region": {name: shown(text) for name, text in document["region"].items()},
        "built": shown(document["built"])[:10],
        "data_date": shown(document["data_date"])[:10],
        "program": {name: shown(text) for name, text in document["program"].items()},
        "scope": [
            {name: view.sentence(runs) for name, runs in item.items()} for item in document["scope"]
        ],
        "parts": [view.part(part) for part in document["parts"]],
        "figures": view.figures,
        "twins": view.figure_rows(),
        "sources": _once([view.source(n, item) for n, item in enumerate(document["sources"], 1)]),
    }


class _View:
    """Turns the parts of one document into what the templates show."""

    def __init__(
        self,
        document: Mapping[str, Any],
        words: Mapping[str, Word],
        clean: Callable[[str], str],
        shown: Callable[[str], str],
    ) -> None:
        self.words = words
        self.clean = clean
        self.shown = shown
        self.numbers = document["numbers"]
        self.order = {source["id"]: n for n, source in enumerate(document["sources"], 1)}
        self.figures: list[dict[str, Any]] = []
        self.tables = 0
        self.anchors: set[str] = set()

    def part(self, part: Mapping[str, Any]) -> dict[str, Any]:
        """Return a part with its key figures apart from its other blocks."""
        blocks = [self.block(block) for block in part["blocks"]]
        cards = [block for block in blocks if block["kind"] == "number"]
        rows = math.ceil(len(cards) / _CARDS_A_ROW)
        anchor = self.shown(part["id"])
        while anchor in self.anchors:
            anchor += "-"
        self.anchors.add(anchor)
        return {
            "id": anchor,
            "title": self.sentence(part["title"]),
            "own_page": part.get("own_page", False),
            "cards": cards,
            "columns": math.ceil(len(cards) / rows) if rows else 0,
            "blocks": _beside([block for block in blocks if block["kind"] != "number"]),
        }

    def block(self, block: Mapping[str, Any]) -> dict[str, Any]:
        """Return a block whose sources are numbers."""
        shown: dict[str, Any] = {"kind": block["kind"], "id": self.shown(block["id"])}
        try:
            shown["sources"] = sorted(self.order[source] for source in block["sources"])
            for name in _TEXTS & block.keys():
                shown[name] = self.sentence(block[name])
            if "steps" in block:
                shown["steps"] = [self.sentence(step) for step in block["steps"]]
            if "alt" in block:
                shown["alt"] = _plain(self.sentence(block["alt"]))
                shown["alt_lang"] = _language_of(block["alt"])
        except KeyError as error:
            raise RenderError(
                f"Blocket {block['id']} nämner {error.args[0]}, som saknas i dokumentet.",
                "Bygg briefen på nytt: vagled brief",
            ) from error
        if "table" in block:
            shown["table"] = self.grid(block["id"], block["table"])
        if block["kind"] == "figure":
            self.figures.append(shown)
            shown |= {"n": len(self.figures), "svg": block["svg"]}
        elif block["kind"] == "table":
            self.tables += 1
            shown["n"] = self.tables
        return shown

    def sentence(self, runs: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
        """Return runs of text; a run that shows a value has its address and full precision.

        Of a sentence of spaces alone, a question mark is left: it may be a heading.
        """
        made = [self.run(run) for run in runs]
        if not "".join(run["text"] for run in made).strip():
            made = [{"text": "?", "address": "", "lang": ""}]
        return made

    def run(self, run: Mapping[str, Any]) -> dict[str, str]:
        """Return one run of text."""
        lang = run.get("lang", "")
        if "number" not in run:
            return {"text": self.clean(run["text"]), "address": "", "lang": lang}
        value = self.numbers[run["number"]]["value"]
        exact = "" if value is None else value if isinstance(value, str) else json.dumps(value)
        return {
            "text": self.clean(run["text"]),
            "address": self.shown(run["number"]),
            "value": self.shown(exact) if exact else "",
            "lang": lang,
        }

    def grid(self, block: str, grid: Mapping[str, Any]) -> dict[str, Any]:
        """Return a table with the width each column wants, in em."""
        count = len(grid["columns"])
        for row in grid["rows"]:
            if len(row) != count:
                raise RenderError(
                    f"Tabellen i blocket {block} har {count} kolumner men en rad med {len(row)} "
                    f"celler: {row[0]['text'][:60] if row else 'tom'}."
                )
        columns = [
            {
                "label": (label := self.sentence(column["label"])),
                "head": _plain(label),
                "numeric": column["numeric"],
            }
            for column in grid["columns"]
        ]
        rows = [[self.run(cell) for cell in row] for row in grid["rows"]]
        for place, column in enumerate(columns):
            cells = [row[place]["text"] for row in rows]
            column["em"] = _width(column["head"], cells, numeric=column["numeric"])
        _even(columns)
        return {"caption": self.sentence(grid["caption"]), "columns": columns, "rows": rows}

    def figure_rows(self) -> list[list[dict[str, Any]]]:
        """Return the figures so that two share a row where their tables fit beside one another.

        The first that has room takes a later one in, so they need not follow one another. A figure
        whose table stands whole in that of the next has no row: `data` says where it is.
        """
        rows: list[list[dict[str, Any]]] = []
        for figure, following in zip_longest(self.figures, self.figures[1:]):
            table = figure["table"]
            figure["data"] = figure["n"]
            if following is not None and _within(table, following["table"]):
                figure["data"] = following["n"]
                continue
            figure["em"] = sum(column["em"] for column in table["columns"])
            room = next((row for row in rows if _fits(figure, row)), None)
            if room is None:
                rows.append([figure])
            else:
                room.append(figure)
        return rows

    def source(self, n: int, source: Mapping[str, Any]) -> dict[str, Any]:
        """Return a source with its newest answers in short form."""
        notes = [
            *source["notes"],
            *(note for answer in source["retrievals"] for note in answer["notes"]),
        ]
        answers = _asked(source["retrievals"])
        names = ("id", "agency", "register", "title", "periods", "unit", "licence")
        page = source["page"]
        return {
            "n": n,
            **{name: self.shown(source[name]) for name in names},
            "page": page if _WEB_ADDRESS.fullmatch(page) and page == readable(page) else "",
            "notes": list(dict.fromkeys(self.shown(note) for note in notes if note.strip())),
            "breaks": [
                {"period": self.shown(gap["period"]), "text": self.shown(gap["text"])}
                for gap in source["breaks"]
            ],
            "answers": [self.answer(answer) for answer in answers[:_ANSWERS_SHOWN]],
            "more": max(0, len(answers) - _ANSWERS_SHOWN),
        }

    def answer(self, answer: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Return what is said of one answer: pairs of a word's key and a text."""
        via = answer["via"]
        if via == VIA_PUBLIC_COPY:
            via = self.words["via_public_copy"].text
        updated = answer["updated"]
        return [
            ("selection", self.shown(self.selection(answer["query"]["selection"]))),
            ("retrieved", self.shown(f"{answer['retrieved'][:10]} {via}".strip())),
            *([("updated", self.shown(updated[:10]))] if updated else []),
            ("checksum", self.shown(answer["sha256"][:12])),
        ]

    def selection(self, selection: Mapping[str, Sequence[str]]) -> str:
        """Return what was asked for on one line: few codes by name, many by their number."""
        if not selection:
            return self.words["all_values"].text
        return "; ".join(
            f"{name} = "
            + (
                ", ".join(codes)
                if len(codes) <= _CODES_SHOWN
                else fill(self.words["values"].text, n=len(codes))
            )
            for name, codes in selection.items()
        )


def _once(sources: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say of each source which notes are its first, and which earlier source has the others."""
    first: dict[str, int] = {}
    for source in sources:
        earlier = [first[note] for note in source["notes"] if note in first]
        source["new_notes"] = [note for note in source["notes"] if note not in first]
        source["noted"] = min(earlier, default=0)
        first |= dict.fromkeys(source["new_notes"], source["n"])
    return sources


def _fits(figure: Mapping[str, Any], row: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a figure's table has room beside the one of a row."""
    both = (*row, figure)
    low = all(len(one["table"]["rows"]) <= _LOW for one in both)
    return len(row) == 1 and low and sum(one["em"] for one in both) <= _ROW_WIDTH


def _asked(answers: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Leave out what a table said of itself, without a selection, where it was asked for data."""
    return [answer for answer in answers if answer["query"]["selection"]] or answers


def _within(table: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether every column of a table is one of another's, row for row."""
    columns = _columns(other)
    return all(column in columns for column in _columns(table))


def _columns(table: Mapping[str, Any]) -> list[tuple[str, ...]]:
    return [
        (column["head"], *(row[place]["text"] for row in table["rows"]))
        for place, column in enumerate(table["columns"])
    ]


def _beside(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Gather many notes in a row into one piece, to be set in two columns.

    Of an odd number the last stands alone below them: it has the width of the page.
    """
    rows = [(kind, list(row)) for kind, row in groupby(blocks, key=lambda block: block["kind"])]
    gathered: list[dict[str, Any]] = []
    for kind, row in rows:
        if kind == "note" and len(row) >= _NOTES_BESIDE:
            even = len(row) - len(row) % 2
            gathered += [{"kind": "notes", "items": row[:even]}, *row[even:]]
        else:
            gathered += row
    return gathered


def _plain(runs: Sequence[Mapping[str, str]]) -> str:
    """Return runs as plain text, where no language and no address can be marked."""
    return "".join(run["text"] for run in runs).strip()


def _language_of(runs: Sequence[Mapping[str, Any]]) -> str:
    """Return the language of a text that is whole in another than the document's; else empty."""
    languages = {run.get("lang", "") for run in runs}
    return languages.pop() if len(languages) == 1 else ""


def _width(label: str, cells: Sequence[str], *, numeric: bool) -> float:
    """Return the width a column wants in em; about half an em a character."""
    longest = max(map(len, cells), default=0)
    if not numeric:
        return 0.5 * min(max(longest, len(label)), 34) + 1.2
    word = max(map(len, label.split()), default=0)
    # a long head is broken over three lines at most
    return 0.53 * min(max(longest, word, math.ceil(len(label) / 3)), 34) + 1.4


def _even(columns: list[dict[str, Any]]) -> None:
    """Give columns of numbers one width, where that makes the table no wider than a page."""
    numbers = [column for column in columns if column["numeric"]]
    widest = max((column["em"] for column in numbers), default=0.0)
    rest = sum(column["em"] for column in columns if not column["numeric"])
    if rest + widest * len(numbers) <= _PAGE_WIDTH:
        for column in numbers:
            column["em"] = widest
