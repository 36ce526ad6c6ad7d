"""Refresh the store from the agencies, one table after another, and say what moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vagled_lmi.errors import OfflineError, SourceError, StoreError, UsageError, VagledError
from vagled_lmi.revisions import values
from vagled_lmi.session import Session, switched_off
from vagled_lmi.sources import catalogue, downloaded, fetching
from vagled_lmi.sources.door import Door
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.sources.protocol import Send, as_remarking, as_searchable
from vagled_lmi.store import Store
from vagled_lmi.tables import Table, TableSpec


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one table.

    Attributes
    ----------
    table : str
        Its id.
    sentence : str
        In Swedish, for the user.
    error : VagledError or None
        What stopped it; the store then holds what it held before.
    """

    table: str
    sentence: str
    error: VagledError | None = None


#: Called with a table's id, answers so far, and answers in all.
Told = Callable[[str, int, int], None]


def chosen(wanted: Sequence[str], ids: Sequence[str] = ()) -> list[TableSpec]:
    """Return the tables named, or every table that can be fetched where none is.

    Parameters
    ----------
    wanted : sequence of str
        Ids of ours.
    ids : sequence of str
        The agency's own ids that a person has chosen for the one table named.

    Raises
    ------
    UnknownCodeError
        When there is no such table.
    UsageError
        When ids are chosen for other than one table, or one that is not found by id.
    """
    named = [catalogue.spec(table) for table in wanted]
    if ids and len(named) != 1:
        raise UsageError(
            "--id gäller en tabell i taget.", "Exempel: vagled fetch scb:TAB4434 --id TAB4434"
        )
    if ids and as_searchable(catalogue.source_of(named[0])) is None:
        raise UsageError(f"Tabellerna hos {named[0].agency} väljs inte med --id.")
    return named or [spec for spec in catalogue.specs().values() if spec.live is not None]


def refresh(
    specs: Sequence[TableSpec], store: Store, told: Told, wanted: Wanted | None = None
) -> Iterator[Outcome]:
    """Fetch tables and yield what became of each; what fails does not stop the others.

    A host that cannot be reached is not tried again for its other tables. With ``VAGLED_OFFLINE``
    only the first table is tried.

    Parameters
    ----------
    specs : sequence of TableSpec
        In this order.
    store : Store
        Where answers are kept.
    told : callable
        Told of progress.
    wanted : Wanted, optional
        Regions and periods; all that is declared unless given.
    """
    with Session() as session:
        door = Door(session.send)
        for spec in specs:
            outcome = _refresh_one(spec, store, door, told, wanted)
            if outcome.error is not None:
                door.forget()
            yield outcome
            if isinstance(outcome.error, OfflineError) and switched_off():
                return


def _refresh_one(
    spec: TableSpec, store: Store, send: Send, told: Told, wanted: Wanted | None
) -> Outcome:
    if spec.live is None:
        missing = _not_fetched(spec)
        return Outcome(spec.id, str(missing), missing)
    before = _known(spec, store)

    def progress(done: int, whole: int, _: str) -> None:
        told(spec.id, done, whole)

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        errand = Errand(send, now, progress)
        if fetching.fetch(spec, store, errand, wanted) is None:
            return Outcome(spec.id, f"{spec.id}: inget har ändrats hos {spec.agency}.")
        table = catalogue.load(spec.id, store)
    except UsageError:
        raise
    except StoreError as error:  # says nothing of the agency, and may not be written down
        return Outcome(spec.id, f"{spec.id}: {error}", error)
    except VagledError as error:
        if isinstance(error, OfflineError) and switched_off():
            sentence = f"Inget nätverk: {error.message} Briefer görs av det som finns."
            return Outcome(spec.id, sentence, error)
        fetching.remember_failure(spec, store, error, now)
        return Outcome(spec.id, f"{spec.id}: {error}{_still(before)}", error)
    said = (f"{spec.id}: {_moved(spec, before, table)}", *_remarks(table))
    return Outcome(spec.id, " ".join(said))


def _remarks(table: Table) -> tuple[str, ...]:
    remarking = as_remarking(catalogue.source_of(table.spec))
    return remarking.remarks(table) if remarking else ()


def take(spec: TableSpec, store: Store, path: Path) -> Outcome:
    """Keep a file that a user has downloaded, and say what moved.

    Raises
    ------
    UsageError, DecodeError, ContractError
        As `vagled_lmi.sources.downloaded.take`.
    """
    before = _known(spec, store)
    downloaded.take(spec, store, path, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    return Outcome(spec.id, f"{spec.id}: {_moved(spec, before, catalogue.load(spec.id, store))}")


def _not_fetched(spec: TableSpec) -> SourceError:
    if spec.file:
        return SourceError(
            f"{spec.id} hämtas inte av programmet. {spec.file}",
            f"Lägg sedan in den: vagled fetch {spec.id} --file FIL",
        )
    return SourceError(
        f"{spec.id} kan inte hämtas; briefen använder siffrorna som följer med programmet."
    )


def _still(before: Table | None) -> str:
    """Say what readers get meanwhile."""
    if before is None:
        return " Tabellen har inte hämtats förut."
    newest = max(part.retrieved for part in before.retrievals)
    return f" Det som hämtades {newest[:10]} används så länge."


def _known(spec: TableSpec, store: Store) -> Table | None:
    try:
        return catalogue.load(spec.id, store)
    except VagledError:  # none there, or one that a later declaration no longer holds for
        return None


def _moved(spec: TableSpec, before: Table | None, table: Table) -> str:
    rows = f"{len(table.frame)} rader till och med {table.frame['period'].max()}"
    if before is None:
        return f"{rows}; första gången."
    changes = values.compare(spec, before.frame, table.frame)
    if not changes.any:
        return f"{rows}; inget har ändrats."
    parts = []
    if changes.new_periods:
        parts.append(f"nya perioder {', '.join(changes.new_periods[-4:])}")
    noise = f" (varav {changes.noise} inom bruset)" if changes.noise else ""
    parts.append(
        f"{changes.added} rader nya, {changes.changed} ändrade{noise}, {changes.removed} borta"
    )
    return f"{rows}; {'; '.join(parts)}."
