"""Code lists of PxWebApi 2: subsets of a dimension (``vs_``) and groups of its codes (``agg_``)."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote as escape

import orjson

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.session import Response
from vagled_lmi.sources.pxweb_call import LATER, Caller
from vagled_lmi.sources.pxweb_extract import Extract


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list as the agency describes it.

    Attributes
    ----------
    id, label : str
        The agency's own.
    labels : dict of str to str
        Code to label, in the list's order.
    parts : dict of str to tuple of str
        Code to the dimension's own codes that it stands for.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    parts: Mapping[str, tuple[str, ...]]

    def there(self, codes: Iterable[str]) -> dict[str, str]:
        """Return (code to label) of what a dimension has: one code at least of those meant."""
        has = set(codes)
        return {
            code: label
            for code, label in self.labels.items()
            if has & {*(self.parts[code] or (code,))}
        }


def ask_lists(
    caller: Caller, extract: Extract, metadata: Metadata
) -> dict[str, tuple[CodeList, Response]]:
    """Ask for the code lists of an extract.

    Returns
    -------
    dict of str to (CodeList, Response)
        By dimension code.

    Raises
    ------
    SourceError
        The table does not offer a list, or the answer is not one.
    """
    found = {}
    for name, wanted in extract.codelists.items():
        offered = _offered(metadata, name)
        if wanted not in offered:
            near = difflib.get_close_matches(wanted, offered, n=1, cutoff=0.4)
            there = ", ".join(map(quote, near or offered)) or "inga kodlistor"
            raise SourceError(
                f"Tabellen {extract.table} hos {caller.agency.name} har inte kodlistan "
                f"{quote(wanted)} för {quote(name)}. Där finns {there}.",
                f"Jämför deklarationen av {caller.subject.id} med {caller.subject.page}.",
            )
        response = caller.get(f"codelists/{escape(wanted, safe='')}")
        try:
            read = read_list(response.body)
        except DecodeError as error:
            raise SourceError(
                f"{caller.agency.name} svarade om kodlistan {quote(wanted)} med något annat än "
                f"den. {error.message}",
                LATER,
            ) from error
        if read.id != wanted:
            raise SourceError(
                f"{caller.agency.name} svarade med kodlistan {quote(read.id)} på frågan om "
                f"{quote(wanted)}.",
                LATER,
            )
        found[name] = (read, response)
    return found


def _offered(metadata: Metadata, name: str) -> list[str]:
    """Return the ids of the code lists that a table offers for a dimension."""
    dimension = metadata.dimensions.get(name)
    lists = dimension.extension.get("codelists") if dimension else None
    if not isinstance(lists, list):
        return []
    return [one["id"] for one in lists if isinstance(one, dict) and isinstance(one.get("id"), str)]


def is_list(payload: bytes) -> bool:
    """Return whether a payload is a code list; False for what cannot be read."""
    if b'"valueMap"' not in payload:
        return False
    try:
        document = orjson.loads(payload)
    except orjson.JSONDecodeError:
        return False
    return isinstance(document, dict) and "values" in document and "class" not in document


def read_list(payload: bytes) -> CodeList:
    """Read a code list.

    Raises
    ------
    DecodeError
        It is not one, or has a code twice.
    """
    try:
        document = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        raise DecodeError("Kodlistan är inte giltig JSON.", LATER) from error
    if not isinstance(document, dict) or not isinstance(document.get("values"), list):
        raise DecodeError("Svaret är ingen kodlista.", LATER)
    values = [_value(value) for value in document["values"]]
    labels = {code: label for code, label, _ in values}
    identity, label = document.get("id"), document.get("label")
    if len(labels) < len(values) or not labels or not isinstance(identity, str):
        raise DecodeError("Kodlistan är tom, har en kod flera gånger eller saknar id.", LATER)
    return CodeList(
        identity,
        label if isinstance(label, str) else identity,
        labels,
        {code: parts for code, _, parts in values},
    )


def _value(value: Any) -> tuple[str, str, tuple[str, ...]]:
    if not isinstance(value, dict) or not isinstance(value.get("code"), str):
        raise DecodeError("En rad i kodlistan saknar kod.", LATER)
    label, parts = value.get("label"), value.get("valueMap") or []
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise DecodeError(f"Koden {quote(value['code'])} i kodlistan går inte att läsa.", LATER)
    return value["code"], label if isinstance(label, str) else value["code"], tuple(parts)
