"""Pages of Kolada's API, version 3: how they are asked for, and how they are known to be whole.

Version 2 called the way to the next page ``next_page``. A client that looks for a name that is not
there takes the first page for all there is; so a page without ``next_url``, or with version 2's
names, is an error, and so is one that holds another number of rows than it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from vagled_lmi.codes import quote
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.session import Request
from vagled_lmi.sources.protocol import Send
from vagled_lmi.sources.reading import LATER, loads, part, refusing

#: Ids that one part of an address may list.
IDS = 25
#: Rows of a page: Kolada's own most.
ROWS = 5000
#: More pages than this of one question is a circle, not an answer.
PAGES_AT_MOST = 1000

WHAT = "Svaret från Kolada"
_VERSION_2 = ("next_page", "previous_page")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it was asked for, its bytes and rows, and whether it is the last."""

    url: str
    body: bytes
    rows: list[Any]
    last: bool


def ask(
    send: Send,
    url: str,
    params: Mapping[str, str] | None = None,
    *,
    resume: str | None = None,
    rows: int = ROWS,
) -> Iterator[Page]:
    """Ask a question and yield its pages.

    Parameters
    ----------
    send : Send
        The only way out.
    url : str
        Without page.
    params : dict of str to str, optional
        Of the question, beside its page.
    resume : str, optional
        As `Request.resume`.
    rows : int
        Of a page.

    Raises
    ------
    SourceError
        An answer is not a page of version 3, or not the one asked for.
    """
    for number in range(1, PAGES_AT_MOST + 1):
        asked = {**(params or {}), "page": str(number), "per_page": str(rows)}
        response = send(Request("GET", url, asked, resume=resume))
        with refusing("Kolada", url):
            found, following = read(response.body)
        if following not in (None, number + 1):
            raise SourceError(
                f"Kolada hänvisar från sida {number} till sida {following} av {url}.", LATER
            )
        yield Page(f"{url}?{urlencode(asked)}", response.body, found, following is None)
        if following is None:
            return
    raise SourceError(f"Kolada har över {PAGES_AT_MOST} sidor av {url}.", LATER)


def read(payload: bytes) -> tuple[list[Any], int | None]:
    """Return the rows of a page, and the number of the next one; None for the last.

    Raises
    ------
    DecodeError
        It is not a page of version 3, or holds another number of rows than it says.
    """
    document = loads(payload, WHAT)
    rows = part(document, "values", list, WHAT)
    if old := [name for name in _VERSION_2 if name in document]:
        raise DecodeError(
            f"{WHAT} är från version 2 av Koladas API: det har {old[0]} i stället för next_url.",
            "Version 2 är avvecklad; adressen ska sluta med /v3.",
        )
    count = part(document, "count", int, WHAT)
    if count != len(rows):
        raise DecodeError(f"{WHAT} säger {count} rader men har {len(rows)}.")
    if "next_url" not in document:
        raise DecodeError(f'{WHAT} saknar fältet "next_url": det går inte att se om det är helt.')
    following = document["next_url"]
    return rows, None if following is None else _number(following)


def _number(address: object) -> int:
    """Return the page that an address asks for; the address itself is not followed."""
    try:
        (number,) = parse_qs(urlsplit(str(address)).query)["page"]
        return int(number)
    except (KeyError, ValueError) as error:
        raise DecodeError(f"{WHAT}: next_url är {quote(address)}, utan sidnummer.") from error
