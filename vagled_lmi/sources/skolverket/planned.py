"""How Skolverket's Planned Educations, version 4, is asked and what its answers are wrapped in.

Each question names the version in its Accept header; another one, or none, is another API. Answers
are ``{"status", "message", "body"}``, lists in HAL: ``body._embedded`` and ``body.page``, from 0.

References
----------
The service's OpenAPI, https://api.skolverket.se/planned-educations/v3/api-docs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request
from vagled_lmi.sources.protocol import Answer, Inquiry, Send
from vagled_lmi.sources.reading import dumps, loads, part, refusing
from vagled_lmi.sources.skolverket.lists import Head

ACCEPT = {"Accept": "application/vnd.skolverket.plannededucations.api.v4.hal+json"}
WHAT = "Svaret från Skolverkets Planerade utbildningar"
#: Rows of a page: the description allows more of some lists, but 500 has been answered with 404.
SIZE = 100


@dataclass(frozen=True, slots=True)
class Caller:
    """A way to ask for one table.

    Attributes
    ----------
    inquiry : Inquiry
        What is wanted.
    send : Send
        The only way out.
    """

    inquiry: Inquiry
    send: Send

    def get(
        self,
        path: str,
        params: Mapping[str, str] | None = None,
        *,
        resume: str | None = None,
        cut: Callable[[bytes], bytes] | None = None,
    ) -> Answer:
        """Ask, and return the answer as it came, or as it was cut; its body has been read.

        Raises
        ------
        SourceError
            The answer is not wrapped as it should be.
        """
        url = f"{self.inquiry.agency.address('planned')}{path}"
        asked = dict(params or {})
        with refusing("Skolverket", url):
            response = self.send(Request("GET", url, asked, headers=ACCEPT, resume=resume, cut=cut))
            if cut is None:
                body(response.body)
        address = f"{url}?{urlencode(asked)}" if asked else url
        query = Query(self.inquiry.spec.id, address, {}, {})
        return Answer(query, response.body, "application/json")


def body(payload: bytes) -> Any:
    """Return what an answer is about.

    Raises
    ------
    DecodeError
        It is not wrapped as it should be, or says that it is no success.
    """
    document = loads(payload, WHAT)
    status = part(document, "status", str, WHAT)
    if not status.endswith("OK"):
        raise DecodeError(f"{WHAT} har status {quote(status)}: {quote(document.get('message'))}.")
    if document.get("body") is None:
        raise DecodeError(f'{WHAT} saknar fältet "body".')
    return document["body"]


def rows(payload: bytes, name: str) -> tuple[list[Any], Head]:
    """Return the rows of a page of a list, and what the page says of itself.

    Raises
    ------
    DecodeError
        It is no page of that list. A list without rows has no ``_embedded`` at all.
    """
    content = body(payload)
    page = part(content, "page", dict, WHAT)
    total, pages, number = (
        part(page, key, int, WHAT) for key in ("totalElements", "totalPages", "number")
    )
    if total == 0 and "_embedded" not in content:
        return [], Head(0, 0, pages, number)
    found = part(part(content, "_embedded", dict, WHAT), name, list, WHAT)
    return found, Head(len(found), total, pages, number)


def cut_rows(name: str, keep: Callable[[Any], Any]) -> Callable[[bytes], bytes]:
    """Return a cut that keeps, of each row of a list, what `keep` returns of it.

    What is left is ``{"page": {"rows", "total", "pages", "number"}, "kept": [...]}``.
    """

    def cut(payload: bytes) -> bytes:
        found, head = rows(payload, name)
        page = {"rows": head.rows, "total": head.total, "pages": head.pages, "number": head.number}
        return dumps({"page": page, "kept": [keep(row) for row in found]}, WHAT)

    return cut


def head(answer: Answer) -> Head:
    """Return what a page that has been cut says of itself."""
    return Head(**orjson.loads(answer.payload)["page"])


def kept(payload: bytes) -> list[Any]:
    """Return the rows of a page that has been cut.

    Raises
    ------
    DecodeError
        It is no such page.
    """
    return part(loads(payload, WHAT), "kept", list, WHAT)
