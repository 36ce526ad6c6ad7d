"""Kolada (RKA): key figures of kommuner and län, from its API version 3.

A value that is shown as Kolada gives it is "Källa: Kolada". Kolada may not be named as the source
of what is computed from its values: that is "Egen bearbetning", with those named who the figures
come from (`TableSpec.computed`).

References
----------
https://www.kolada.se/om-oss/api, with the terms of use.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vagled_lmi.codes import Period, quote
from vagled_lmi.errors import SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.sources.kolada import pages, values
from vagled_lmi.sources.kolada.declared import TABLES
from vagled_lmi.sources.kolada.values import ENDED, contract, parse, to_kolada
from vagled_lmi.sources.protocol import Agency, Answer, Inquiry, Listed, Send, UnchangedError
from vagled_lmi.sources.reading import LATER, part, refusing
from vagled_lmi.tables import TableSpec

__all__ = ["AGENCY", "TABLES", "contract", "fetch", "parse", "probe", "search"]

AGENCY = Agency(
    key="kolada",
    name="Kolada",
    url="https://api.kolada.se/v3",
    variable="VAGLED_KOLADA_URL",
    contact="https://www.kolada.se",
)

Selection = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """An address without page, and what it asks for: ``kpi``, ``municipality`` and ``year``."""

    url: str
    selection: Selection


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask Kolada for one table: what its indicators are, then their values.

    Parameters
    ----------
    inquiry : Inquiry
        Of a table of Kolada. Regions and years narrow it; regions beyond those declared may be
        asked for.
    send : Send
        The only way out.

    Yields
    ------
    Answer
        Pages as they came: first of metadata, then of values.

    Raises
    ------
    SourceError
        Kolada lacks an indicator, or its answer is not a page of version 3.
    UnchangedError
        Kolada says that nothing has changed since the day of `Inquiry.known`.
    """
    questions = _questions(inquiry)
    described = list(_described(inquiry, send))
    _raise_if_unchanged(inquiry, send, questions)
    notes = _notes(inquiry.spec, (row for page in described for row in page.rows))
    whole = len(described) + len(questions)
    for page in described:
        yield _answer(inquiry, page, {}, notes, whole)
    for question in questions:
        for page in pages.ask(send, question.url, resume=inquiry.day):
            whole += not page.last
            yield _answer(inquiry, _held(page, question), question.selection, (), whole)


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask Kolada what a table's indicators are; raises as `fetch`."""
    return [page.body for page in _described(inquiry, send)]


def _described(inquiry: Inquiry, send: Send) -> Iterator[pages.Page]:
    """Yield pages with the indicators' metadata, all of them."""
    spec = inquiry.spec
    titles = {measure.code: measure.label for measure in spec.contents}
    for ids in _batches(list(titles)):
        there: set[str] = set()
        for page in pages.ask(send, f"{inquiry.agency.address()}/kpi/{','.join(ids)}"):
            with refusing("Kolada", page.url):
                there.update(part(row, "id", str, pages.WHAT) for row in page.rows)
            yield page
        if gone := [code for code in ids if code not in there]:
            named = "; ".join(f"{code} {quote(titles[code])}" for code in gone)
            raise SourceError(
                f"Kolada har inte längre nyckeltalet {named}.",
                f"Sök efter det som har ersatt det på {spec.page}, och byt det i {spec.id}.",
            )


def _notes(spec: TableSpec, rows: Iterable[Any]) -> tuple[str, ...]:
    """Say which indicators have another name than the one declared, or have ended."""
    named = {measure.code: measure.label for measure in spec.contents}
    said = []
    for row in rows:
        code = row["id"]
        title = " ".join(str(row.get("title")).split()).replace(" ,", ",")
        if ENDED.search(title):
            said.append(f"Serien {code} har upphört: Kolada kallar den nu {quote(title)}.")
        elif code in named and title != named[code]:
            said.append(
                f"Kolada kallar nu {code} {quote(title)}; här heter den {quote(named[code])}."
            )
    return tuple(said)


def _raise_if_unchanged(inquiry: Inquiry, send: Send, questions: Sequence[Question]) -> None:
    """Ask what has changed since the day of the known vintage; one row is enough to know."""
    known: dict[str, set[str]] = {}
    for retrieval in inquiry.known:
        for name, codes in retrieval.query.selection.items():
            known.setdefault(name, set()).update(codes)
    asked: dict[str, set[str]] = {}
    for question in questions:
        for name, codes in question.selection.items():
            asked.setdefault(name, set()).update(codes)
    if not known or known != asked:
        return
    since = inquiry.known[0].retrieved[:10]
    for question in questions:
        page = next(pages.ask(send, question.url, {"from_date": since}, rows=1))
        if page.rows:
            return
    raise UnchangedError


def _questions(inquiry: Inquiry) -> list[Question]:
    """Return what to ask for values, at most so many ids in each part of an address."""
    base = inquiry.agency.address()
    kpis = [measure.code for measure in inquiry.spec.contents]
    years = list(_batches(_years(inquiry))) or [()]
    questions = []
    for ids, areas, when in itertools.product(_batches(kpis), _batches(_areas(inquiry)), years):
        named = {"kpi": tuple(ids), "municipality": tuple(areas), "year": tuple(when)}
        selection = {name: codes for name, codes in named.items() if codes}
        path = "/".join(f"{name}/{','.join(codes)}" for name, codes in selection.items())
        questions.append(Question(f"{base}/data/{path}", selection))
    return questions


def _held(page: pages.Page, question: Question) -> pages.Page:
    """Return a page whose rows are all among those asked for."""
    for name in ("kpi", "municipality"):
        with refusing("Kolada", page.url):
            given = {part(row, name, str, pages.WHAT) for row in page.rows}
        if other := given.difference(question.selection[name]):
            raise SourceError(
                f"Kolada svarade om {quote(min(other))}, som vi inte frågade efter, på {page.url}.",
                LATER,
            )
    return page


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), pages.IDS):
        yield ids[at : at + pages.IDS]


def _areas(inquiry: Inquiry) -> list[str]:
    live = inquiry.spec.live
    declared = live if isinstance(live, tuple) else ()
    wanted = inquiry.regions or declared
    areas = [area for region in wanted if (area := to_kolada(region))]
    if not areas:
        raise SourceError(
            f"Kolada har inga uppgifter om {', '.join(map(quote, wanted)) or 'någon region'}.",
            "Ange kommuner, län eller riket: vagled regions",
        )
    return areas


def _years(inquiry: Inquiry) -> list[str]:
    years = [period for period in inquiry.periods if Period(period).kind == "year"]
    if inquiry.periods and not years:
        raise SourceError(
            f"{inquiry.spec.id} har bara hela år, inte {', '.join(map(quote, inquiry.periods))}.",
            "Ange år: --period 2024",
        )
    return years


def _answer(
    inquiry: Inquiry, page: pages.Page, selection: Selection, notes: tuple[str, ...], whole: int
) -> Answer:
    return Answer(
        query=Query(inquiry.spec.id, page.url, selection, inquiry.scope),
        payload=page.body,
        media_type="application/json",
        notes=notes,
        whole=whole,
    )


def search(agency: Agency, words: str, send: Send) -> Iterator[Listed]:
    """Ask which indicators Kolada has whose title holds some words.

    Parameters
    ----------
    agency : Agency
        Kolada.
    words : str
        A part of the title; empty for all of them, over 6 000.
    send : Send
        The only way out.

    Yields
    ------
    Listed
        Id and title; who has it (kommun, region) and whether women and men apart as variables, and
        whether the series has ended.

    Raises
    ------
    SourceError
        The answer is not a page of version 3.
    """
    asked = {"title": words} if words else {}
    for page in pages.ask(send, f"{agency.address()}/kpi", asked):
        with refusing("Kolada", page.url):
            yield from map(values.listed, page.rows)
