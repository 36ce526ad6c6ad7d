"""Which of an agency's tables a declared one is: by a chosen id, the lock file, or what it says.

An id is never taken on trust. The first time, a declared id is held to the table's `Marks`, and
where it does not fit, or there is none, the table is searched for: exactly one must fit. What the
table then says of itself is pinned in the lock file, and a later fetch that finds another title,
other dimensions or another name of a measure refuses, until a person has chosen (``--id``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from vagled_lmi import jsonstat
from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import DecodeError, SourceError, UsageError
from vagled_lmi.jsonstat import Metadata
from vagled_lmi.session import Response
from vagled_lmi.sources.protocol import Inquiry, Listed
from vagled_lmi.sources.pxweb_call import LATER, Caller, GoneError, table_path
from vagled_lmi.sources.pxweb_extract import Extract, Marks, extracts, plain
from vagled_lmi.sources.pxweb_pins import differences
from vagled_lmi.sources.pxweb_search import listed
from vagled_lmi.tables import TableSpec

#: Candidates whose descriptions are asked for, and tables named in a message.
_TRIED_AT_MOST = 6
_NAMED_AT_MOST = 5
_UNITS = {"month": "Monthly", "quarter": "Quarterly", "year": "Annual"}


@dataclass(frozen=True, slots=True)
class Described:
    """One of the agency's tables, known to be the one that an extract is of.

    Attributes
    ----------
    extract : Extract
        With the agency's id as it was found.
    response : Response
        The table's own description.
    metadata : Metadata
        The same, read.
    """

    extract: Extract
    response: Response
    metadata: Metadata


def identify(caller: Caller, inquiry: Inquiry, *, strict: bool = True) -> list[Described]:
    """Find out which tables a declared one is fetched from.

    Parameters
    ----------
    caller : Caller
        The way to the agency.
    inquiry : Inquiry
        With the pin and the chosen ids.
    strict : bool
        Whether a table that differs from its pin is refused; else it is described as it is.

    Returns
    -------
    list of Described
        One an extract, in declared order.

    Raises
    ------
    UsageError
        An id is chosen for something that the table is not fetched from.
    SourceError
        No table or several fit, or the table is not what it was; with what to do.
    """
    declared = extracts(inquiry.spec)
    chosen = chosen_ids(inquiry.spec, inquiry.ids)
    found = []
    for at, extract in enumerate(declared):
        pin = inquiry.pinned
        if pin is not None and at > 0:
            pin = pin.earlier.get(extract.name)
        if extract.name in chosen:
            one = _ask(caller, replace(extract, table=chosen[extract.name]))
        elif pin is not None and pin.agency_id:
            one = _pinned(caller, inquiry.spec, extract, pin, strict=strict)
        else:
            one = _recognised(caller, inquiry.spec, extract)
        found.append(one)
    return found


def chosen_ids(spec: TableSpec, ids: Sequence[str]) -> dict[str, str]:
    """Return the name of each extract that an id is chosen for, to the id.

    Raises
    ------
    UsageError
        For an unknown name, a name left out where there are several, or two ids of one.
    """
    names = [extract.name for extract in extracts(spec)]
    chosen: dict[str, str] = {}
    for text in ids:
        name, sign, table = text.rpartition("=")
        if not sign and len(names) == 1:
            name = names[0]
        if name not in names or name in chosen or not table.strip():
            form = " ".join(f"--id {part}=TAB…" if part else "--id TAB…" for part in names)
            raise UsageError(f"--id {text} passar inte {spec.id}.", f"Skriv så här: {form}")
        chosen[name] = table.strip()
    return chosen


def _ask(caller: Caller, extract: Extract) -> Described:
    """Ask a table to describe itself."""
    response = caller.get(f"{table_path(extract.table)}/metadata")
    try:
        metadata = jsonstat.read_metadata(response.body)
    except DecodeError as error:
        raise unreadable(caller, extract, error) from error
    check_table(caller, extract, metadata)
    return Described(extract, response, metadata)


def unreadable(caller: Caller, extract: Extract, error: DecodeError) -> SourceError:
    """Return what to say of an answer that is no table."""
    return SourceError(
        f"{caller.agency.name} svarade om {extract.table} med något annat än tabellen. "
        f"{error.message}",
        LATER,
    )


def check_table(caller: Caller, extract: Extract, metadata: Metadata) -> None:
    """Make sure that an answer is of the table asked about.

    Raises
    ------
    SourceError
        It says that it is of another.
    """
    said = metadata.table_id
    if said is not None and said.casefold() != extract.table.casefold():
        raise SourceError(
            f"{caller.agency.name} svarade med tabellen {quote(said)} på frågan om "
            f"{extract.table}.",
            f"Tabellen kan ha ersatts: se {caller.subject.page or 'källan'}.",
        )


def _pinned(
    caller: Caller, spec: TableSpec, extract: Extract, pin: Contract, *, strict: bool
) -> Described:
    settled = replace(extract, table=pin.agency_id)
    try:
        found = _ask(caller, settled)
    except GoneError as error:
        raise SourceError(
            f"Tabellen {pin.agency_id} hos {spec.agency}, som {spec.id} hämtats från "
            f"({_title(pin.label)}), finns inte längre.",
            _next_step(spec, extract),
        ) from error
    differs = list(differences(spec, extract, pin, found.metadata)) if strict else []
    if differs:
        raise SourceError(
            f"Tabellen {pin.agency_id} hos {spec.agency} är inte längre den som {spec.id} hämtats "
            f"från: {'; '.join(differs)}.",
            f"Är den ändå rätt: {_command(spec, extract, pin.agency_id)}. Sök annars den nya: "
            f"{_search_command(spec, extract)}",
        )
    return found


def _recognised(caller: Caller, spec: TableSpec, extract: Extract) -> Described:
    """Return the table that a declared id names, or that is found by what it is known by."""
    marks = extract.marks
    if marks is None:
        try:
            return _ask(caller, extract)
        except GoneError as error:
            raise GoneError(error.message, _next_step(spec, extract)) from error.__cause__
    tried: dict[str, tuple[str, str]] = {}
    if extract.table:
        try:
            declared = _ask(caller, extract)
        except GoneError:
            tried[extract.table] = ("", "finns inte")
        else:
            why = _misfit(extract, marks, declared.metadata, more_dimensions=True)
            if not why:
                return declared
            tried[extract.table] = (declared.metadata.label or "", why)
    return _found(caller, spec, extract, marks, tried)


def _found(
    caller: Caller,
    spec: TableSpec,
    extract: Extract,
    marks: Marks,
    tried: dict[str, tuple[str, str]],
) -> Described:
    """Search for a table; `tried` has what did not fit and why, and is added to."""
    candidates = []
    for one in listed(caller, _query(spec, extract)):
        if one.id in tried:
            continue
        why = _unlikely(spec, marks, one)
        if why:
            tried[one.id] = (one.label, why)
        else:
            candidates.append(one)
    if len(candidates) > _TRIED_AT_MOST:
        raise _ambiguous(spec, extract, {one.id: one.label for one in candidates})
    fitting = []
    for one in candidates:
        described = _ask(caller, replace(extract, table=one.id))
        why = _misfit(extract, marks, described.metadata, more_dimensions=False)
        if why:
            tried[one.id] = (one.label, why)
        else:
            fitting.append(described)
    if len(fitting) > 1:
        raise _ambiguous(
            spec, extract, {one.extract.table: one.metadata.label or "" for one in fitting}
        )
    if not fitting:
        raise _unknown(spec, extract, tried)
    return fitting[0]


def _unlikely(spec: TableSpec, marks: Marks, one: Listed) -> str:
    """Say why a listed table cannot be the one; empty where it can."""
    unit = _UNITS.get(spec.cadence)
    if unit and one.unit and one.unit != unit:
        return f"har en annan tidsindelning ({one.unit})"
    if marks.first and one.first and one.first != marks.first:
        return f"börjar {one.first}"
    if marks.last and one.last and one.last != marks.last:
        return f"slutar {one.last}"
    if one.discontinued and not marks.last:
        return "är avslutad"
    return _misnamed(marks, one.label)


def _misnamed(marks: Marks, label: str) -> str:
    title = plain(label)
    for word in marks.words:
        if plain(word) not in title:
            return f"namnet innehåller inte {quote(word)}"
    for word in marks.without:
        if plain(word) in title:
            return f"namnet innehåller {quote(word)}"
    return ""


def _misfit(extract: Extract, marks: Marks, metadata: Metadata, *, more_dimensions: bool) -> str:
    """Say why a table is not the one that an extract is of; empty where it is."""
    if why := _misnamed(marks, metadata.label or ""):
        return why
    wanted = {*extract.select, *extract.eliminated}
    if lacks := wanted - metadata.dimensions.keys():
        return f"har ingen dimension {quote(min(lacks))}"
    extra = metadata.dimensions.keys() - wanted
    if extra and not more_dimensions:
        return f"har dimensionen {quote(min(extra))}"
    periods = [
        code for name in metadata.roles.get("time", ()) for code in metadata.dimensions[name].codes
    ]
    if marks.first and periods[:1] != [marks.first]:
        return f"börjar {periods[0] if periods else 'inte'}"
    if marks.last and periods[-1:] != [marks.last]:
        return f"slutar {periods[-1] if periods else 'inte'}"
    return ""


def _query(spec: TableSpec, extract: Extract) -> str:
    marks = extract.marks
    return (marks.query or " ".join(marks.words)) if marks else spec.title


def _command(spec: TableSpec, extract: Extract, table: str) -> str:
    named = f"{extract.name}={table}" if extract.name else table
    return f"vagled fetch {spec.id} --id {named}"


def _search_command(spec: TableSpec, extract: Extract) -> str:
    return f'vagled tables --search "{_query(spec, extract)}"'


def _next_step(spec: TableSpec, extract: Extract) -> str:
    choose = _command(spec, extract, "TAB…")
    return f"Sök den nya: {_search_command(spec, extract)} och välj den: {choose}"


def _ambiguous(spec: TableSpec, extract: Extract, fitting: Mapping[str, str]) -> SourceError:
    there = "; ".join(
        f"{table} {_title(label)}" for table, label in islice(fitting.items(), _NAMED_AT_MOST)
    )
    return SourceError(
        f"{len(fitting)} tabeller hos {spec.agency} kan vara {_named(spec, extract)}: {there}.",
        f"Välj en: {_command(spec, extract, next(iter(fitting)))}",
    )


def _unknown(
    spec: TableSpec, extract: Extract, tried: Mapping[str, tuple[str, str]]
) -> SourceError:
    message = f"Ingen tabell hos {spec.agency} går att känna igen som {_named(spec, extract)}."
    if not tried:
        return SourceError(
            f"{message} Sökningen {quote(_query(spec, extract))} gav inga tabeller.",
            _next_step(spec, extract),
        )
    there = "; ".join(
        f"{table} {_title(label)} {why}" if label else f"{table} {why}"
        for table, (label, why) in islice(tried.items(), _NAMED_AT_MOST)
    )
    more = len(tried) - _NAMED_AT_MOST
    return SourceError(
        f"{message} Prövade: {there}{f'; och {more} till' if more > 0 else ''}.",
        f"Är en av dem rätt, välj den: {_command(spec, extract, next(iter(tried)))}. Sök annars: "
        f"{_search_command(spec, extract)}",
    )


def _title(label: str) -> str:
    """Return a table's title whole: what tells two apart often stands last."""
    return quote(" ".join(label.split()), 200)


def _named(spec: TableSpec, extract: Extract) -> str:
    return f"{spec.id} ({extract.name})" if extract.name else spec.id
