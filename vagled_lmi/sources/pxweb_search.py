"""Which tables an agency with PxWebApi 2 has: search, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import orjson

from vagled_lmi.codes import quote
from vagled_lmi.errors import SourceError
from vagled_lmi.session import Response
from vagled_lmi.sources.protocol import Agency, Listed, Send
from vagled_lmi.sources.pxweb_call import LATER, Caller

#: Tables a page: SCB's own default, 20, would take eleven times as many calls.
_PAGE_SIZE = 200


@dataclass(frozen=True, slots=True)
class _Search:
    """What a search is about, for messages."""

    agency: str
    id: str
    page: str


def search(agency: Agency, words: str, send: Send) -> Iterator[Listed]:
    """Ask which tables an agency has about something.

    Parameters
    ----------
    agency : Agency
        With PxWebApi 2.
    words : str
        All of which a table must have, in the agency's language; empty for every table.
    send : Send
        The only way out.

    Yields
    ------
    Listed
        In the agency's order of relevance. The next page is asked for when it is needed.

    Raises
    ------
    SourceError
        The agency cannot be asked, or its answer is not a list of tables.
    """
    subject = _Search(agency.name, f"tabeller om {quote(words)}", agency.address())
    return listed(Caller(subject, agency, send).introduced(), words)


def listed(caller: Caller, words: str) -> Iterator[Listed]:
    """Yield the tables of a search, each once; as `search`."""
    page, pages = 1, 1
    seen: set[str] = set()
    while page <= pages:
        asked = {"lang": caller.agency.language}
        if words:
            asked["query"] = words
        asked |= {"pageNumber": str(page), "pageSize": str(_PAGE_SIZE)}
        tables, pages = _read(caller, caller.get("tables", asked))
        for table in tables:
            if table.id not in seen:
                seen.add(table.id)
                yield table
        page += 1


def _read(caller: Caller, response: Response) -> tuple[list[Listed], int]:
    """Return the tables of one page, and the number of pages."""
    try:
        document = orjson.loads(response.body)
        tables = [_listed(table) for table in document["tables"]]
        pages = document["page"]["totalPages"]
        if type(pages) is not int:
            raise TypeError("totalPages")
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise SourceError(
            f"{caller.agency.name} svarade med något annat än en lista på {caller.subject.id}.",
            LATER,
        ) from error
    return tables, pages


def _listed(table: Any) -> Listed:
    if not isinstance(table, dict):
        raise TypeError("a table is an object")
    texts = {
        ours: table[theirs] if isinstance(table.get(theirs), str) else ""
        for ours, theirs in (
            ("updated", "updated"),
            ("first", "firstPeriod"),
            ("last", "lastPeriod"),
            ("unit", "timeUnit"),
        )
    }
    if not isinstance(table["id"], str) or not isinstance(table["label"], str):
        raise TypeError("id and label are text")
    names = table.get("variableNames") or []
    return Listed(
        table["id"],
        table["label"],
        variables=tuple(dict.fromkeys(map(str, names))),
        discontinued=table.get("discontinued") is True,
        **texts,
    )
