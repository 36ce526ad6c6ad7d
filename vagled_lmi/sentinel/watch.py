"""Compares tables with what was recorded of them when they were last fetched; keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from vagled_lmi.cadence import overdue
from vagled_lmi.contracts import Contract
from vagled_lmi.errors import SourceError, VagledError
from vagled_lmi.revisions import definitions, periods, values, verdicts
from vagled_lmi.revisions.findings import Finding, Severity, by_severity, worst
from vagled_lmi.sentinel.impact import Hits, Impact
from vagled_lmi.sentinel.look import Sight, look
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.door import Door
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.sources.protocol import Send, as_describing
from vagled_lmi.sources.recorded import Recorded, comparable, recorded
from vagled_lmi.store import Archive
from vagled_lmi.tables import TableSpec

#: Called with a table's id, answers so far, and answers in all.
Told = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Watched:
    """What became of watching one table.

    Attributes
    ----------
    spec : TableSpec
        The table.
    recorded : Recorded or None
        What was known of it; None where nothing was.
    present : Contract or None
        What it says of itself now; None where the agency was not reached.
    compared : bool
        Whether its values were asked for and compared.
    findings : tuple of Finding
        What moved, the gravest first.
    hits : Hits
        What it is used for; empty where nothing moved.
    error : VagledError or None
        Why it could not be watched.
    """

    spec: TableSpec
    recorded: Recorded | None = None
    present: Contract | None = None
    compared: bool = False
    findings: tuple[Finding, ...] = ()
    hits: Hits = field(default_factory=Hits)
    error: VagledError | None = None

    @property
    def worst(self) -> Severity | None:
        """The severity of its gravest finding."""
        return worst(self.findings)

    @property
    def exit_code(self) -> int:
        """0 nothing moved, 1 something moved, 2 or above: it could not be watched."""
        return self.error.exit_code if self.error else int(bool(self.findings))


def watch(
    specs: Sequence[TableSpec], store: Archive, send: Send, now: str, told: Told
) -> Iterator[Watched]:
    """Compare tables with what is recorded of them and yield what became of each.

    Parameters
    ----------
    specs : sequence of TableSpec
        In this order; what goes wrong with one does not stop the others.
    store : Archive
        What is known; nothing is written to it.
    send : Send
        The only way out.
    now : str
        Time of the watch, UTC, ISO 8601.
    told : callable
        Told of progress.
    """
    door, impact = Door(send), Impact(store)
    for spec in specs:
        told(spec.id, 0, 0)

        def progress(done: int, whole: int, _: str, table: str = spec.id) -> None:
            told(table, done, whole)

        seen = _watched(spec, store, Errand(door, now, progress))
        if seen.error is not None:
            door.forget()
        yield replace(seen, hits=impact.of(spec.id)) if seen.findings else seen


def _watched(spec: TableSpec, store: Archive, errand: Errand) -> Watched:
    today = date.fromisoformat(errand.now[:10])
    known: Recorded | None = None
    sight = Sight()
    findings: list[Finding] = []
    error: VagledError | None = None
    try:
        if vintages := store.in_use(spec.id):
            known = recorded(spec, comparable(vintages), store)
        sight = _look(spec, store, errand, known)
    except VagledError as failure:
        error = failure
    try:
        findings += _state(spec, store, known, sight.contract, today)
        if known is not None and error is None:
            findings += _moved(known, store, sight)
    except VagledError as failure:  # what is recorded is damaged, or of an earlier declaration
        error = error or failure
    return Watched(
        spec,
        known,
        sight.contract,
        compared=sight.frame is not None,
        findings=by_severity(findings),
        error=error,
    )


def _look(spec: TableSpec, store: Archive, errand: Errand, known: Recorded | None) -> Sight:
    if spec.live is None:
        raise SourceError(
            f"{spec.id} kan inte hämtas, så det finns inget att jämföra med.",
            "Se vilka tabeller som kan hämtas: vagled tables",
        )
    ours = known is not None and not known.copied
    scope = known.vintages[0].scope if known is not None and ours else {}
    wanted = Wanted(tuple(scope.get("region", ())), tuple(scope.get("period", ())))
    silent = as_describing(catalogue.source_of(spec)) is None
    if silent and known is None:
        return Sight()  # nothing to compare with, and no way to ask but for all of it
    question = fetching.inquiry(spec, store, day=errand.now[:10], wanted=wanted)
    sight = look(question, errand, values=ours or silent)
    if ours and known and sight.contract and not sight.contract.periods:  # no values were read
        sight = replace(sight, contract=replace(sight.contract, periods=known.contract.periods))
    # a copy may be of an earlier round: its periods can be compared, not its values
    return sight if ours else replace(sight, frame=None)


def _moved(known: Recorded, store: Archive, sight: Sight) -> Iterator[Finding]:
    """Yield what the table says and holds now that it did not before."""
    present = sight.contract
    why = f"vagled fetch nekar tabellen som den är nu: {sight.refused}"
    refused = [Finding("refused", "breaking", why)] if sight.refused is not None else []
    if known.copied:
        if present is not None:
            before = known.contract.periods
            latest = len(present.periods) == 1  # is all that the agency ever shows
            yield from periods.compare(before[-1:] if latest else before, present.periods)
        yield from refused
        return
    said = definitions.compare(known.contract, present, known.used) if present else []
    yield from said
    yield from refused
    yield from sight.doubled
    if sight.frame is not None:
        changes = values.compare(known.spec, known.frame(store), sight.frame)
        yield from verdicts.unexplained(verdicts.of_values(known.spec, changes), said)


def _state(
    spec: TableSpec, store: Archive, known: Recorded | None, present: Contract | None, today: date
) -> Iterator[Finding]:
    """Yield what is to be known of a table whether it moved or not."""
    if failure := store.state(catalogue.FAILURES).get(spec.id):
        yield Finding(
            "failed-before",
            "notice",
            f"Senaste försöket att hämta tabellen, {failure['tried'][:10]}, misslyckades: "
            f"{failure['why']}",
        )
    if spec.live is not None and (known is None or known.copied):
        instead = "; siffrorna som följer med programmet används" if known else ""
        yield Finding(
            "never-fetched",
            "notice",
            f"Inte hämtad från {spec.agency} än{instead}. Hämta den: vagled fetch {spec.id}",
        )
    yield from _late(spec, known.contract if known else None, present, today)


def _late(
    spec: TableSpec, before: Contract | None, present: Contract | None, today: date
) -> Iterator[Finding]:
    """Yield whether a table should have had more periods by now."""
    known = present or before
    if known is None or not known.periods or (known.next_release or "")[:10] > today.isoformat():
        return
    last = known.periods[-1]
    told = [c.updated for c in (before, known) if c and c.updated and c.periods[-1:] == (last,)]
    due = overdue(last, spec.cadence, today, min(told, default=None))
    if due is None:
        return
    expected = f"{due.period} väntades senast {due.by}"
    if due.frozen:
        many = "1 period" if due.missing == 1 else f"{due.missing} perioder"
        said = f"Tabellen verkar ha stannat vid {last}: {expected}, och {many} saknas nu."
        yield Finding("frozen", "review", said, codes=(last,))
    else:
        yield Finding("late", "notice", f"{expected} och har inte kommit.", codes=(due.period,))


def summary(seen: Sequence[Watched]) -> str:
    """Return one sentence on how many tables moved and how badly."""
    moved = [one for one in seen if one.findings and not one.error]
    failed = [one for one in seen if one.error]
    same = len(seen) - len(moved) - len(failed)
    many = "1 tabell" if len(seen) == 1 else f"{len(seen)} tabeller"
    said = f"{many}: {same} oförändrade, {len(moved)} att se på"
    return f"{said}, {len(failed)} som inte kunde granskas." if failed else f"{said}."


def exit_code(seen: Sequence[Watched]) -> int:
    """Return 0 where nothing moved, 1 where something did, the highest error's code above."""
    return max((one.exit_code for one in seen), default=0)
