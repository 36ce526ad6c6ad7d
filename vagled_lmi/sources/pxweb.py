"""PxWebApi 2, for any agency that runs it: SCB, SSB.

A table is asked for in four steps: the agency's limits, what the table is and holds now
(`pxweb_identity`), the declared selection turned into codes (`pxweb_plan`), and as many POSTs as
the limit on cells demands. Each answer is held to its question before it is kept: the same table,
dimensions and codes.

References
----------
PxAPI-2.yml in PxTools/PxApiSpecs. What SCB does beside it is noted where it matters.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from vagled_lmi import contracts, jsonstat
from vagled_lmi.codes import quote, within
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import DecodeError, SourceError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.provenance import Query
from vagled_lmi.session import Response
from vagled_lmi.sources.protocol import Answer, Inquiry, Send, UnchangedError
from vagled_lmi.sources.pxweb_call import Caller, table_path
from vagled_lmi.sources.pxweb_codelists import CodeList, ask_lists
from vagled_lmi.sources.pxweb_extract import Extract, Label, Marks, extracts
from vagled_lmi.sources.pxweb_identity import Described, check_table, identify, unreadable
from vagled_lmi.sources.pxweb_plan import Selection, calls, resolve, split
from vagled_lmi.sources.pxweb_read import parse
from vagled_lmi.sources.pxweb_search import search
from vagled_lmi.tables import TableSpec

__all__ = ["Extract", "Label", "Marks", "contract", "fetch", "parse", "probe", "search"]

#: More calls than this for one table is a slip in the declaration, not a wish.
CALLS_AT_MOST = 400


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be asked of one of the agency's tables; no calls where nothing is."""

    described: Described
    lists: Mapping[str, tuple[CodeList, Response]]
    selection: Selection
    calls: Sequence[Selection]

    @property
    def answers(self) -> int:
        return 1 + len(self.lists) + len(self.calls)


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask an agency for one table as it is now.

    Parameters
    ----------
    inquiry : Inquiry
        Of a table with an `Extract`, or several, as its `live`.
    send : Send
        The only way out. The agency's own rate limit goes with each request after the first.

    Yields
    ------
    Answer
        JSON-stat 2, for each extract: the table's own description, without data; its code lists;
        the data, one answer a call, that share no cell and together are the selection.

    Raises
    ------
    SourceError
        The table cannot be asked for as declared, or the agency's answer is not to the question.
    UsageError
        An id is chosen for something that the table is not fetched from.
    UnchangedError
        The tables have not been updated since `Inquiry.known`, and the selection is the same.
    """
    spec = inquiry.spec
    extracts(spec)
    caller = Caller(spec, inquiry.agency, send).introduced()
    plans = _planned(caller, inquiry, identify(caller, inquiry))
    if _is_unchanged(inquiry, plans):
        raise UnchangedError
    whole = sum(plan.answers for plan in plans)
    for plan in plans:
        for answer in _answers(caller, spec, plan):
            query = replace(answer.query, scope=inquiry.scope)
            yield replace(answer, query=query, whole=whole)


def probe(inquiry: Inquiry, send: Send) -> list[bytes]:
    """Ask an agency what a table says of itself: the descriptions that `fetch` keeps.

    A table that is no longer what it was is described as it is.

    Raises
    ------
    SourceError
        As `fetch`.
    """
    caller = Caller(inquiry.spec, inquiry.agency, send).introduced()
    return [one.response.body for one in identify(caller, inquiry, strict=False)]


def contract(payloads: Sequence[bytes], spec: TableSpec) -> Contract:
    """Read what the payloads of one vintage, or of `probe`, say of the table.

    Raises
    ------
    DecodeError
        A payload is not JSON-stat 2, or none describes the table.
    """
    declared = extracts(spec)
    if len(declared) == 1:
        return _contract(payloads[0], spec)
    described = [one for one in payloads if jsonstat.is_description(one)]
    if not described:
        raise DecodeError(f"Inget av svaren beskriver tabellen {spec.id}.", "Hämta den på nytt.")
    first, *rest = [_contract(payload, spec) for payload in described]
    names = [extract.name for extract in declared[1:]]
    return replace(first, earlier=dict(zip(names, rest, strict=False)))


def _contract(payload: bytes, spec: TableSpec) -> Contract:
    metadata = jsonstat.read_metadata(payload)
    return contracts.of_metadata(spec, metadata, _notes(metadata))


def _planned(caller: Caller, inquiry: Inquiry, described: Sequence[Described]) -> list[_Plan]:
    """Decide what to ask of each table; a period that several have is asked of the first."""
    plans = []
    covered: set[str] = set()
    for one in described:
        extract, metadata = one.extract, one.metadata
        lists = ask_lists(caller, extract, metadata)
        codes = {
            name: given.there(metadata.dimensions[name].codes) for name, (given, _) in lists.items()
        }
        selection = resolve(inquiry.spec, extract, metadata, codes)
        there = {name: one.labels for name, one in metadata.dimensions.items()} | codes
        selection = _narrowed(inquiry, extract, there, selection)
        for name in metadata.roles.get("time", ()):
            left = tuple(code for code in selection[name] if code not in covered)
            covered.update(left)
            selection = {**selection, name: left}
        parts = _parts(inquiry.spec, selection, caller.cells) if all(selection.values()) else []
        plans.append(_Plan(one, lists, selection, parts))
    if not any(plan.calls for plan in plans):
        raise _none_there(inquiry, described)
    return plans


def _narrowed(
    inquiry: Inquiry,
    extract: Extract,
    there: Mapping[str, Mapping[str, str]],
    selection: Selection,
) -> Selection:
    """Return a selection narrowed to the regions and periods of an inquiry; it may become empty.

    Regions are taken from all that the table has: a kommun can be asked for where only counties are
    declared.
    """
    place = {column: name for name, column in extract.columns.items()}
    for column, wanted in inquiry.scope.items():
        if (name := place.get(column)) is not None:
            ours = extract.recoding(name, there[name])
            fits = [
                code
                for code in there[name]
                if (within(code, wanted) if column == "period" else ours.get(code, code) in wanted)
            ]
            selection = {**selection, name: tuple(fits)}
    return selection


def _none_there(inquiry: Inquiry, described: Sequence[Described]) -> SourceError:
    """Return what to say where no table has what the inquiry is narrowed to."""
    extract, metadata = described[0].extract, described[0].metadata
    wanted = [code for codes in inquiry.scope.values() for code in codes]
    has = "; ".join(
        f"{quote(codes[0])} till {quote(codes[-1])}"
        for name, column in extract.columns.items()
        if column in inquiry.scope and (codes := metadata.dimensions[name].codes)
    )
    return SourceError(
        f"Tabellen {extract.table} hos {inquiry.spec.agency} har inte "
        f"{', '.join(map(quote, wanted[:8]))}.",
        f"Där finns {has}.",
    )


def _is_unchanged(inquiry: Inquiry, plans: Sequence[_Plan]) -> bool:
    """Compare with what is known; an agency's stamp stands for the values.

    A table that someone has just chosen is never unchanged: its pin is to be written anew.
    """
    if not inquiry.known or inquiry.ids:
        return False
    asked: dict[str, dict[str, set[str]]] = {}
    stamps: set[tuple[str, str | None]] = set()
    for part in inquiry.known:
        table = part.query.url.partition("?")[0].rpartition("/data")[0].rpartition("/")[2]
        stamps.add((table, part.updated))
        for name, codes in part.query.selection.items():
            asked.setdefault(table, {}).setdefault(name, set()).update(codes)
    now: dict[str, dict[str, set[str]]] = {}
    for plan in plans:
        table = table_path(plan.described.extract.table).rpartition("/")[2]
        updated = plan.described.metadata.updated
        if updated is None or (plan.calls and (table, updated) not in stamps):
            return False
        if plan.calls:
            now[table] = {name: set(codes) for name, codes in plan.selection.items()}
    return now == asked


def _parts(spec: TableSpec, selection: Selection, cells: int) -> list[Selection]:
    sizes = [len(codes) for codes in selection.values()]
    number = math.prod(split(sizes, cells))
    if number > CALLS_AT_MOST:
        raise SourceError(
            f"Urvalet i {spec.id} är för stort: {math.prod(sizes)} celler i {number} anrop.",
            "Hämta färre regioner eller perioder åt gången, med --region och --period.",
        )
    return calls(selection, cells)


def _answers(caller: Caller, spec: TableSpec, plan: _Plan) -> Iterator[Answer]:
    """Yield a table's description, its code lists and its data, each answer held to its question.

    Raises
    ------
    SourceError
        An answer is not to the question, or the agency updates the table meanwhile.
    """
    metadata = plan.described.metadata
    for response in (plan.described.response, *(given for _, given in plan.lists.values())):
        yield Answer(
            Query(spec.id, response.url), response.body, "application/json", metadata.updated
        )
    for part in plan.calls:
        answer = _data(caller, spec, plan, part)
        if answer.updated != metadata.updated:
            raise SourceError(
                f"{spec.agency} uppdaterade tabellen {plan.described.extract.table} medan den "
                "hämtades.",
                "Hämta den igen, så att alla delar är från samma version.",
            )
        yield answer


def _data(caller: Caller, spec: TableSpec, plan: _Plan, part: Selection) -> Answer:
    """Ask for one part of the selection, hold the answer to its question and keep it."""
    extract = plan.described.extract
    question, response = caller.post(
        extract.table, _body(extract, part), resume=plan.described.metadata.updated
    )
    try:
        metadata = jsonstat.read_dataset(response.body).metadata
    except DecodeError as error:
        raise unreadable(caller, extract, error) from error
    check_table(caller, extract, metadata)
    given = {name: dimension.codes for name, dimension in metadata.dimensions.items()}
    if {name: frozenset(codes) for name, codes in given.items()} != {
        name: frozenset(codes) for name, codes in part.items()
    }:
        raise SourceError(
            f"{spec.agency} svarade på en annan fråga om {extract.table} än den ställda: "
            f"{_difference(part, given)}.",
            "Försök igen; kvarstår det har tjänsten ändrats.",
        )
    url = f"{question.url}?{urlencode({**question.params})}"
    return Answer(
        query=Query(spec.id, url, part, codelists=extract.codelists),
        payload=response.body,
        media_type="application/json",
        updated=metadata.updated,
        notes=_notes(metadata),
    )


def _body(extract: Extract, selection: Selection) -> dict[str, Any]:
    asked: list[dict[str, Any]] = []
    for name, codes in selection.items():
        of = extract.codelists.get(name)
        given = {"codelist": of} if of else {}
        asked.append({"variableCode": name, **given, "valueCodes": list(codes)})
    return {"selection": asked}


def _difference(asked: Selection, given: Mapping[str, Sequence[str]]) -> str:
    """Name the first dimension or code in which an answer differs from its question."""
    for name, codes in asked.items():
        if name not in given:
            return f"dimensionen {quote(name)} saknas"
        for code in codes:
            if code not in given[name]:
                return f"koden {quote(code)} i {quote(name)} saknas"
    for name, there in given.items():
        for code in there:
            if code not in asked.get(name, ()):
                return f"koden {quote(code)} i {quote(name)} har kommit till"
    return "den är densamma"


def _notes(metadata: Metadata) -> tuple[str, ...]:
    """Return the agency's footnotes to the table, its dimensions and codes, each once, in order."""
    said = [*metadata.notes]
    for dimension in metadata.dimensions.values():
        said += dimension.notes
        for code, notes in dimension.category_notes.items():
            said += [f"{dimension.labels.get(code, code)}: {note}" for note in notes]
    return tuple(dict.fromkeys(" ".join(note.split()) for note in said))
