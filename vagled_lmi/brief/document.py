"""The document: everything one brief holds, collected from an executed notebook and validated."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Any

import fastjsonschema

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import MIME, sentence_json
from vagled_lmi.brief.language import Language
from vagled_lmi.codes import Period, Region
from vagled_lmi.errors import NotebookError, RenderError, TraceError
from vagled_lmi.sources import catalogue

SCHEMA = "urn:vagled-lmi:document:1"
Document = dict[str, Any]


@lru_cache(maxsize=1)
def _held_to_schema() -> Callable[[Document], Document]:
    schema = files("vagled_lmi.brief") / "schema" / "document.schema.json"
    held: Callable[[Document], Document] = fastjsonschema.compile(
        json.loads(schema.read_text(encoding="utf-8")), use_default=False
    )
    return held


def validate(document: Document) -> Document:
    """Hold a document to its schema, and every number and source it names to be there.

    Raises
    ------
    RenderError
        Naming the place in the document and what is wrong with it.
    """
    try:
        _held_to_schema()(document)
    except fastjsonschema.JsonSchemaValueException as wrong:
        place = "/".join(wrong.path[1:]) or "roten"
        raise RenderError(
            f"Dokumentet följer inte sitt schema vid {place}: {wrong.message[:200]}.",
            "Bygg briefen på nytt: vagled brief",
        ) from wrong
    sources = {source["id"] for source in document["sources"]}
    for part in document["parts"]:
        for block in part["blocks"]:
            missing = [s for s in block["sources"] if s not in sources]
            missing += [a for a in _addresses(block) if a not in document["numbers"]]
            if missing:
                raise RenderError(f"Blocket {block['id']} nämner {missing[0]}, som saknas.")
            untrue = [verdict for verdict in block["verdicts"] if not _holds(verdict, document)]
            if untrue:
                raise RenderError(
                    f"Ordvalet i blocket {block['id']} stämmer inte med sina tal: "
                    f"{untrue[0]['rule']} ger inte {untrue[0]['word']}."
                )
    return document


def _holds(verdict: dict[str, Any], document: Document) -> bool:
    """Return whether a verdict is the one that the document's own numbers give."""
    numbers = document["numbers"]
    values = {at: numbers[at]["value"] for at in verdict["numbers"] if at in numbers}
    return rules.remade(verdict, values) == str(verdict["word"])


def _addresses(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("number"), str):
            yield node["number"]
        if "rule" in node:
            yield from node["numbers"]
        for child in node.values():
            yield from _addresses(child)
    elif isinstance(node, list):
        for child in node:
            yield from _addresses(child)


def machine_forms(notebook: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield what the blocks of an executed notebook say of themselves, in order."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            machine = output.get("data", {}).get(MIME)
            if machine is not None:
                yield machine


def collect(notebook: Mapping[str, Any]) -> Document:
    """Make the document of an executed notebook.

    Parameters
    ----------
    notebook : dict
        An executed notebook, format 4: its first block is the opening, each part begins with its
        heading.

    Returns
    -------
    dict
        Valid against ``document.schema.json``.

    Raises
    ------
    NotebookError
        When the notebook shows no opening, or a block before the first part.
    RenderError
        When what was collected breaks the schema.
    """
    opening: dict[str, Any] | None = None
    parts: list[dict[str, Any]] = []
    numbers: dict[str, Any] = {}
    sources: dict[str, Any] = {}
    previous: dict[str, Any] = {}
    for machine in machine_forms(notebook):
        if "opening" in machine:
            opening = machine["opening"]
        elif "part" in machine:
            parts.append({**machine["part"], "blocks": []})
        elif not parts:
            raise NotebookError(
                f"Blocket {machine['block']['id']} står före den första delen.",
                'Börja med brief.part("summary").',
            )
        else:
            parts[-1]["blocks"].append(machine["block"])
            numbers |= machine["numbers"]
            sources |= machine["sources"]
            previous |= machine.get("previous", {})
    if opening is None:
        raise NotebookError("Anteckningsboken visar ingen titel.", "Börja med brief.opening().")
    if not sources:
        raise NotebookError(
            "Lagret har inga siffror som en brief kan byggas av.", "Hämta dem: vagled fetch"
        )
    return validate(
        {
            "schema": SCHEMA,
            **opening,
            **({"previous": previous} if previous else {}),
            "data_date": max(r["retrieved"] for s in sources.values() for r in s["retrievals"]),
            "program": {"name": "vagled_lmi", "version": version("vagled-lmi")},
            "scope": _scope(opening, sources),
            "parts": [part for part in parts if part["blocks"]],
            "numbers": numbers,
            "sources": list(sources.values()),
        }
    )


def _scope(opening: dict[str, Any], sources: dict[str, Any]) -> list[dict[str, Any]]:
    say = Language(opening["edition"])
    retrievals = [r for source in sources.values() for r in source["retrievals"]]
    newest = max(r["retrieved"] for r in retrievals)[:10]
    copied = "-copy" if any(r["via"] for r in retrievals) else ""
    # the newest period of each source that goes on; a range such as 2014–2024 ends with it, and an
    # old outlook or a list from one year is not what the brief's figures are of
    going_on = [s for id_, s in sources.items() if catalogue.spec(id_).cadence != "irregular"]
    ends = sorted(
        (Period(source["periods"].split("–")[-1]) for source in going_on or sources.values()),
        key=lambda period: (period.year, period.part),
    )
    region = Region(opening["region"]["code"])
    lines = {
        "scope-region": say.sentence(
            "scope-region-text", region=region, code=region.code, is_level=region.level
        ),
        "scope-data": say.sentence("scope-data-text", first=ends[0], last=ends[-1]),
        "scope-retrieved": say.sentence(f"scope-retrieved{copied}-text", date=newest),
        "scope-built": say.sentence("scope-built-text", date=opening["built"][:10]),
    }
    return [
        {"label": sentence_json(say.sentence(label)), "text": sentence_json(text)}
        for label, text in lines.items()
    ]


def to_bytes(document: Document) -> bytes:
    """Return a document as it is stored and attached: UTF-8 JSON, stable order."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def from_bytes(payload: bytes) -> Document:
    """Read a document and hold it to its schema.

    Raises
    ------
    TraceError
        When the bytes are no JSON.
    RenderError
        When they are another document than the schema's.
    """
    try:
        document = json.loads(payload)
    except (ValueError, RecursionError) as error:
        raise TraceError(
            "Filen är inte en brief: den går inte att läsa som JSON.",
            "Ge document.json eller brief.pdf från en brief.",
        ) from error
    if not isinstance(document, dict):
        raise TraceError("Filen är inte en brief.", "Ge document.json eller brief.pdf.")
    return validate(document)


def numbers_table(document: Document) -> list[dict[str, Any]]:
    """Return every number of a document as a flat row.

    Returns
    -------
    list of dict
        ``address``, ``value``, ``unit``, ``label``, ``indicator``, ``column``, one entry for the
        key, ``sources`` (ids of tables) and ``retrieved`` (the newest of them).
    """
    retrieved = {
        source["id"]: max(r["retrieved"] for r in source["retrievals"])
        for source in document["sources"]
    }
    return [
        {
            "address": at,
            "value": number["value"],
            "unit": number["unit"],
            "label": number["label"],
            "indicator": number["indicator"],
            "column": number["column"],
            "key": number["key"],
            "sources": number["tables"],
            "retrieved": max(retrieved[t] for t in number["tables"]),
        }
        for at, number in document["numbers"].items()
    ]


def numbers_json(document: Document) -> bytes:
    """Return `numbers_table` as JSON."""
    return (json.dumps(numbers_table(document), ensure_ascii=False, indent=1) + "\n").encode()


def numbers_csv(document: Document) -> bytes:
    """Return `numbers_table` as CSV: UTF-8 with a mark that spreadsheets know, decimal point."""
    sink = io.StringIO()
    rows = numbers_table(document)
    writer = csv.DictWriter(sink, list(rows[0]) if rows else ["address"], lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        key = "; ".join(f"{name}={code}" for name, code in row["key"].items())
        writer.writerow(
            {
                name: _harmless(value)
                for name, value in {
                    **row,
                    "key": key,
                    "sources": " ".join(row["sources"]),
                }.items()
            }
        )
    return ("\ufeff" + sink.getvalue()).encode()


def _harmless(value: object) -> object:
    """Keep a spreadsheet from reading an agency's text as a formula."""
    if isinstance(value, str) and value[:1] in "=+-@\t\r":
        return "'" + value
    return value
