"""Looks at a table as its agency has it now, and keeps nothing of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from vagled_lmi import contracts, jsonstat, tables
from vagled_lmi.codes import quote
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import DecodeError, VagledError
from vagled_lmi.incoming import Incoming
from vagled_lmi.revisions.findings import Finding
from vagled_lmi.revisions.wording import change
from vagled_lmi.sources import catalogue
from vagled_lmi.sources.door import Door
from vagled_lmi.sources.fetching import Errand
from vagled_lmi.sources.protocol import (
    Answer,
    Describing,
    Inquiry,
    Send,
    UnchangedError,
    as_describing,
)
from vagled_lmi.store import Store


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen of a table.

    Attributes
    ----------
    contract : Contract or None
        What it says of itself; None where the agency says only that nothing has changed.
    frame : pandas.DataFrame or None
        Its values, held to the contract; None where they were not asked for, have not changed, or
        were refused.
    refused : VagledError or None
        Why `vagled fetch` would not take it: the declaration no longer holds for it.
    doubled : tuple of Finding
        Codes that have one label in the table's description and another beside its values.
    """

    contract: Contract | None = None
    frame: pd.DataFrame | None = None
    refused: VagledError | None = None
    doubled: tuple[Finding, ...] = ()


def look(question: Inquiry, errand: Errand, *, values: bool) -> Sight:
    """Ask what a table says of itself and, where its stamp has moved, what it holds.

    Parameters
    ----------
    question : Inquiry
        Of the table, with what is known of it.
    errand : Errand
        The way out, whose `send` is a `Door`.
    values : bool
        Whether to ask for values at all.

    Raises
    ------
    SourceError, OfflineError, DecodeError
        The agency or the network failed, or the answer cannot be read.
    """
    source = catalogue.source_of(question.spec)
    describing = as_describing(source)
    described = _described(describing, question, errand.send) if describing else None
    if not values:
        return Sight(described)
    try:
        return _values(question, errand, described)
    except UnchangedError:
        return Sight(described)
    except VagledError as error:
        if _is_about_the_way(errand.send, error):
            raise
        return Sight(described, refused=error)


def _described(describing: Describing, question: Inquiry, send: Send) -> Contract:
    return describing.contract(describing.probe(question, send), question.spec)


def _is_about_the_way(send: Send, error: VagledError) -> bool:
    """Tell a failure to get an answer, or to read it, from a declaration that no longer holds."""
    unreadable = isinstance(error, DecodeError) or isinstance(error.__cause__, DecodeError)
    return unreadable or (isinstance(send, Door) and send.failed is not None)


def _values(question: Inquiry, errand: Errand, described: Contract | None) -> Sight:
    """Ask for the values; they lie on disk only as long as they are read."""
    spec = question.spec
    source = catalogue.source_of(spec)
    with (
        tempfile.TemporaryDirectory(prefix="vagled-") as folder,
        Incoming(
            Store(Path(folder)), spec.id, retrieved=errand.now, licence=spec.licence
        ) as incoming,
    ):
        answer: Answer | None = None
        for number, answer in enumerate(source.fetch(question, errand.send), start=1):
            incoming.keep(answer)
            errand.progress(number, answer.whole, spec.title)
        frame = tables.check(spec, source.parse(incoming.payloads, spec))
        doubled = tuple(_doubled(described, incoming.payloads)) if described else ()
    stamp = answer.updated if answer else None
    contract = described or contracts.of_frame(spec, frame, stamp)
    if not contract.periods and spec.cadence != "irregular":
        contract = contracts.with_periods(contract, frame)
    return Sight(contract, frame, doubled=doubled)


def _doubled(described: Contract, payloads: Sequence[bytes]) -> Iterator[Finding]:
    """Yield each code whose label beside the values is not the one in the description."""
    labels = {name: variable.codes for name, variable in described.variables.items()}
    seen: set[tuple[str, str]] = set()
    for payload in payloads:
        try:
            dimensions = jsonstat.read_metadata(payload).dimensions
        except DecodeError:
            continue  # not JSON-stat: no labels stand beside the values
        for name, dimension in dimensions.items():
            said = labels.get(name, {})
            if not set(dimension.codes) <= set(said):
                continue  # the codes are of a code list of their own
            for code, label in dimension.labels.items():
                if (name, code) not in seen and change(said[code], label) in ("figures", "words"):
                    seen.add((name, code))
                    yield Finding(
                        "label-doubled",
                        "review",
                        f"Koden {code} i {name} har två namn: {quote(said[code])} i tabellens "
                        f"beskrivning och {quote(label)} bredvid värdena.",
                        where=name,
                        codes=(code,),
                    )
