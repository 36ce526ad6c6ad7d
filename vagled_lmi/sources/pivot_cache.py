"""The records behind a workbook's pivot table, where an agency shows totals and keeps the rest.

A visible pivot table has one view of the data; its cache has every record. The cache is two parts
of the file: a definition that names the fields and lists what repeats, and the records. openpyxl
reads them only whole and into objects, so they are streamed here, by defusedxml and within limits.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring, iterparse

from vagled_lmi.errors import ContractError, DecodeError
from vagled_lmi.sources import xlsx

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FOLDER = "xl/pivotCache/"
#: The most records of one cache.
MOST_RECORDS = 1_000_000

#: A number as text where the file says that it is one, text, or None for a missing value.
Value = str | float | None

_AGAIN = "Hämta filen på nytt; kvarstår felet har myndigheten ändrat den."


def read(payload: bytes, fields: Sequence[str], what: str) -> list[tuple[Value, ...]]:
    """Read some fields of the records of the pivot cache that has them all.

    Parameters
    ----------
    payload : bytes
        The workbook.
    fields : sequence of str
        Names of the wanted fields, in any case.
    what : str
        What it is, for messages.

    Returns
    -------
    list of tuple
        One a record, values in the order of `fields`.

    Raises
    ------
    DecodeError
        When it is no workbook, is damaged, or is larger than it may be.
    ContractError
        When no cache has all the fields; says what there is.
    """
    xlsx.check_packing(payload, what, xlsx.Limits())
    try:
        return _read(payload, fields, what)
    except (ContractError, DecodeError):
        raise
    except Exception as error:  # whatever the parser stumbles on, it is the file
        raise DecodeError(
            f"{what}: pivottabellens poster går inte att läsa, {type(error).__name__}.", _AGAIN
        ) from error


def _read(payload: bytes, fields: Sequence[str], what: str) -> list[tuple[Value, ...]]:
    wanted = [name.casefold() for name in fields]
    there: list[list[str]] = []
    with zipfile.ZipFile(io.BytesIO(payload)) as archive:
        for name in archive.namelist():
            if not name.startswith(f"{_FOLDER}pivotCacheDefinition") or not name.endswith(".xml"):
                continue
            names, items = _definition(fromstring(archive.read(name)))
            if set(wanted) <= set(names):
                places = [names.index(field) for field in wanted]
                with archive.open(_records_of(archive, name)) as records:
                    return list(_records(records, places, items, what))
            there.append(names)
    found = "; ".join(", ".join(sorted(names)[:8]) for names in there[:3]) or "ingen pivottabell"
    raise ContractError(
        f"{what}: ingen pivottabell har fälten {', '.join(fields)}. Det som finns är {found}.",
        "Myndigheten kan ha ändrat filens uppställning.",
    )


def _definition(root: Element) -> tuple[list[str], list[list[Value]]]:
    """Return the names of the fields that have records, and what each lists as repeating."""
    names, items = [], []
    for field in root.iter(f"{_MAIN}cacheField"):
        if field.get("databaseField", "1") in ("1", "true"):
            names.append((field.get("name") or "").casefold())
            shared = field.find(f"{_MAIN}sharedItems")
            items.append([_value(item) for item in shared] if shared is not None else [])
    return names, items


def _records_of(archive: zipfile.ZipFile, definition: str) -> str:
    """Return the part with a definition's records, as its relations name it."""
    folder, name = posixpath.split(definition)
    relations = fromstring(archive.read(f"{folder}/_rels/{name}.rels"))
    for relation in relations:
        if str(relation.get("Type")).endswith("/pivotCacheRecords"):
            target = str(relation.get("Target"))
            return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
    raise KeyError("pivotCacheRecords")


def _records(
    part: Any, places: Sequence[int], items: Sequence[Sequence[Value]], what: str
) -> Iterator[tuple[Value, ...]]:
    """Yield the wanted values of each record; the parsed tree is let go of as it grows."""
    events = iterparse(part, events=("start", "end"))
    _, root = next(events)
    number = 0
    for event, element in events:
        if event == "end" and element.tag == f"{_MAIN}r":
            number += 1
            if number > MOST_RECORDS:
                raise DecodeError(f"{what}: mer än {MOST_RECORDS} poster.", _AGAIN)
            yield tuple(_value(element[place], items[place]) for place in places)
            root.clear()


def _value(element: Element, items: Sequence[Value] = ()) -> Value:
    said = element.get("v")
    match element.tag.removeprefix(_MAIN):
        case "x":
            place = int(said or "")
            if place < 0:
                raise IndexError(place)
            return items[place]
        case "n":
            return float(said or "")
        case "m":
            return None
        case _:
            return said
