"""Susa-navet: every education event in Sweden but gymnasium, from Skolverket's EMIL 3.

The whole is streamed at each fetch, page by page. Susa-navet can also give what has been updated
since a day, but a vintage of that would be no whole: it would have to be laid over what was known,
and a deletion that was missed once would stay for ever. So ``updatedSince`` is only used to learn
whether anything has changed at all.

There is no filter on region or time at the agency: what a fetch is narrowed to is cut out of each
page on its way in (`susa_cut`).

References
----------
https://api.skolverket.se/susa-navet/susa-navet-emil3.yaml; SS 10700:2024 (EMIL).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from urllib.parse import urlencode

import orjson

from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract, Variable
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request
from vagled_lmi.sources.protocol import Answer, Inquiry, Send, UnchangedError
from vagled_lmi.sources.reading import loads, part, refusing
from vagled_lmi.sources.skolverket.lists import Head, read_through
from vagled_lmi.sources.skolverket.susa_cut import (
    WHAT,
    cut_events,
    cut_infos,
    cut_providers,
)
from vagled_lmi.tables import TableSpec

#: Records of a page: the most that Susa-navet gives.
SIZE = 2000
LISTS = ("educationInfos", "educationProviders", "educationEvents")
_ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Offers:
    """How a table of Susa-navet is asked for: `TableSpec.live`.

    Attributes
    ----------
    forms : dict of str to str
        Forms of school asked for, by EMIL's code, with Swedish names.
    counted : bool
        Whether the table counts the events, or lists them.
    """

    forms: dict[str, str]
    counted: bool = False


@dataclass(frozen=True, slots=True)
class _Asking:
    """A fetch under way."""

    inquiry: Inquiry
    send: Send
    offers: Offers

    @property
    def base(self) -> str:
        return self.inquiry.agency.address("susa")

    @property
    def scope(self) -> dict[str, tuple[str, ...]]:
        """What is kept of the whole; counts of län and riket need all of it."""
        return {} if self.offers.counted else self.inquiry.scope

    def cut(self, name: str) -> Callable[[bytes], bytes]:
        if name == "educationEvents":
            return cut_events(self._is_wanted)
        return cut_infos if name == "educationInfos" else cut_providers

    def _is_wanted(self, area: str, start: str) -> bool:
        scope = self.scope
        if "region" in scope and area not in scope["region"]:
            return False
        return "period" not in scope or self.inquiry.wants(term(start or self.inquiry.day))

    def page(
        self, name: str, size: int, number: int, resume: str | None, **more: str
    ) -> tuple[Answer, Head]:
        """Ask for one page; return what is kept of it, and what it says of itself."""
        asked: dict[str, str | Sequence[str]] = {
            "schoolType": tuple(self.offers.forms),
            **more,
            "page": str(number),
            "size": str(size),
        }
        url = f"{self.base}/{name}"
        key = None if resume is None else f"{resume} {self.scope}"
        with refusing("Skolverket", url):
            response = self.send(Request("GET", url, asked, cut=self.cut(name), resume=key))
        query = Query(self.inquiry.spec.id, f"{url}?{urlencode(asked, doseq=True)}", {}, self.scope)
        answer = Answer(query, response.body, "application/json")
        return answer, Head(**orjson.loads(response.body)["page"])


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Stream one table from Susa-navet.

    Parameters
    ----------
    inquiry : Inquiry
        Of a table with `Offers` as its `live`. Regions (kommuner) and periods (terms) narrow a list
        of events; a table of counts is always whole.
    send : Send
        The only way out. Pages have been cut before they come back from it.

    Yields
    ------
    Answer
        First what the service says of itself, the day, and how many records there are; then pages
        of educations, providers and events.

    Raises
    ------
    SourceError
        A list changed while it was read, or an answer is not a page of it.
    UnchangedError
        No record has been updated since the day of `Inquiry.known`.
    """
    asking = _asking(inquiry, send)
    _raise_if_unchanged(asking)
    totals = _totals(asking)
    whole = 1 + sum(max(-(-total // SIZE), 1) for total in totals.values())
    yield replace(_about(asking, totals), whole=whole)
    for name in LISTS:
        for answer, _ in read_through(partial(asking.page, name, SIZE), inquiry.day, name):
            yield replace(answer, whole=whole, notes=_notes(name, answer))


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask only what the service says of itself and how many records there are."""
    asking = _asking(inquiry, send)
    return [_about(asking, _totals(asking)).payload]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read what the first payload of a vintage, or that of `probe`, says of the service."""
    said = about(payloads[0])
    offers = spec.live
    forms = offers.forms if isinstance(offers, Offers) else {}
    return Contract(
        table=spec.id,
        agency_id=f"EMIL {part(said, 'version', str, WHAT)}",
        label=spec.title,
        variables={"schoolType": Variable("Skolform", forms)},
        cells=part(said["totals"], "educationEvents", int, WHAT),
    )


def about(payload: bytes) -> dict[str, Any]:
    """Return what the first payload says: ``day``, ``version`` and ``totals``.

    Raises
    ------
    DecodeError
        It is not that payload.
    """
    document = loads(payload, WHAT)
    said = part(document, _ABOUT, dict, WHAT)
    part(said, "day", str, WHAT)
    part(said, "totals", dict, WHAT)
    return said


def term(day: str) -> str:
    """Return the term that a day, ISO, lies in: the second half of a year is autumn."""
    return f"{day[:4]}T{1 if day[5:7] <= '06' else 2}"


def _asking(inquiry: Inquiry, send: Send) -> _Asking:
    if not isinstance(inquiry.spec.live, Offers):
        raise TypeError(inquiry.spec.id)
    return _Asking(inquiry, send, inquiry.spec.live)


def _raise_if_unchanged(asking: _Asking) -> None:
    known = asking.inquiry.known
    if known and not any(_totals(asking, updatedSince=known[0].retrieved[:10]).values()):
        raise UnchangedError


def _totals(asking: _Asking, **more: str) -> dict[str, int]:
    """Ask how many records each list has; a page of one row says."""
    return {name: asking.page(name, 1, 0, None, **more)[1].total for name in LISTS}


def _about(asking: _Asking, totals: dict[str, int]) -> Answer:
    url = f"{asking.base}/api-info"
    response = asking.send(Request("GET", url))
    with refusing("Skolverket", url):
        said = loads(response.body, WHAT)
    version = said.get("apiVersion") if isinstance(said, dict) else None
    document = {
        _ABOUT: {
            "day": asking.inquiry.day,
            "version": version if isinstance(version, str) else "",
            "totals": totals,
        }
    }
    query = Query(asking.inquiry.spec.id, url, {}, asking.scope)
    return Answer(query, orjson.dumps(document), "application/json")


def _notes(name: str, answer: Answer) -> tuple[str, ...]:
    unknown = orjson.loads(answer.payload)["unknown"]
    if not unknown:
        return ()
    codes = ", ".join(map(quote, list(unknown)[:5]))
    return (f"{sum(unknown.values())} orter i {name} har kommunkoder som inte finns: {codes}.",)
