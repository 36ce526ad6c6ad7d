"""Workbooks that Arbetsförmedlingen links from a page: the address of a file is new each month.

The page is read for its links, the file is known by its name, and the newest one is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError, DecodeError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request
from vagled_lmi.sources import xlsx
from vagled_lmi.sources.protocol import Answer, Inquiry, Send, UnchangedError
from vagled_lmi.sources.reading import stamp

_LARGEST_PAGE = 5_000_000
_NAMED_AT_MOST = 8
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?!.*\d{4}-\d{2})")


@dataclass(frozen=True, slots=True)
class Linked:
    """Where a workbook is found.

    Attributes
    ----------
    name : str
        A regular expression that the whole name of the file matches, in lower case.
    page : str
        Path of the page that links it.
    """

    name: str
    page: str = "/statistik/sok-statistik/tidigare-statistik-tidsserier"


class _Links(HTMLParser):
    """Collects where a page's links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def find(page: bytes, address: str, linked: Linked) -> str:
    """Return the address of the newest workbook of a name that a page links.

    Parameters
    ----------
    page : bytes
        The page, HTML in UTF-8.
    address : str
        Of the page.
    linked : Linked
        Which workbook.

    Raises
    ------
    DecodeError
        When the page is too large to be one.
    ContractError
        When it links no such workbook, with the names of those it does link; when it links two of
        the same month, or one on another host.
    """
    if len(page) > _LARGEST_PAGE:
        raise DecodeError(f"Sidan {address} är {len(page) // 1_000_000} MB: det är ingen webbsida.")
    links = _Links()
    links.feed(page.decode("utf-8", "replace"))
    books = {}
    for link in links.found:
        try:
            target = urljoin(address, link)
            name = unquote(urlsplit(target).path).rpartition("/")[2].casefold()
        except ValueError:
            continue
        if name.endswith(".xlsx"):
            books[target] = name
    wanted = {target: _month(name) for target, name in books.items()
              if re.fullmatch(linked.name, name)}  # fmt: skip
    newest = [target for target, month in wanted.items() if month == max(wanted.values())]
    if len(newest) != 1:
        names = [quote(books[target]) for target in (newest or books)]
        more = f" och {len(names) - _NAMED_AT_MOST} till" if len(names) > _NAMED_AT_MOST else ""
        raise ContractError(
            f"Sidan {address} länkar {len(newest)} arbetsböcker med ett namn som "
            f"{quote(linked.name)}, väntat en. Där finns "
            f"{', '.join(names[:_NAMED_AT_MOST]) or 'inga'}{more}.",
            "Arbetsförmedlingen kan ha bytt namn på filen eller flyttat sidan.",
        )
    if urlsplit(newest[0]).netloc != urlsplit(address).netloc:
        raise ContractError(
            f"Sidan {address} länkar till en annan plats: {quote(newest[0])}.",
            "Kontrollera sidan i en webbläsare innan filen hämtas därifrån.",
        )
    return newest[0]


def _month(name: str) -> str:
    """Return the last month that a name holds, ``2026-08``; empty where it holds none."""
    found = _MONTH.search(name)
    return f"{found[1]}-{found[2]}" if found else ""


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Read the page, then fetch the workbook it links.

    Yields
    ------
    Answer
        One; `updated` is the file's Last-Modified.

    Raises
    ------
    SourceError
        The agency does not answer.
    DecodeError, ContractError
        The page is no page, or does not link the workbook.
    UnchangedError
        The workbook is the one already known.
    """
    spec = inquiry.spec
    assert isinstance(spec.live, Linked)  # noqa: S101 - the package sends no other here
    page = inquiry.agency.address("statistics") + spec.live.page
    body = send(Request("GET", page, headers={"Accept": "text/html"})).body
    url = find(body, page, spec.live)
    known = {part.query.url: part.updated for part in inquiry.known}
    response = send(Request("GET", url, headers={"Accept": xlsx.MEDIA_TYPE}, since=known.get(url)))
    if response.status == 304:
        raise UnchangedError
    xlsx.check_packing(response.body, spec.register, xlsx.Limits())
    updated = stamp(response.headers.get("Last-Modified"))
    yield Answer(Query(spec.id, url), response.body, xlsx.MEDIA_TYPE, updated, whole=1)
