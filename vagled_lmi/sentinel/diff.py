"""What differs between a table as it was known at two times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vagled_lmi.codes import quote
from vagled_lmi.errors import UsageError
from vagled_lmi.revisions import definitions, periods, values, verdicts
from vagled_lmi.revisions.findings import Finding, by_severity
from vagled_lmi.revisions.values import Changes, Revision
from vagled_lmi.revisions.wording import amount, percent
from vagled_lmi.sentinel.impact import Hits, Impact
from vagled_lmi.sources.recorded import recorded
from vagled_lmi.store import Archive
from vagled_lmi.tables import TableSpec
from vagled_lmi.vintages import Vintage, end_of, in_use

_HASH = re.compile(r"[0-9a-f]{6,12}")
_PERIODS = ("period-new", "period-gone")
_COPIED = (
    "Den ena årgången är en kopia utan myndighetens egen beskrivning av tabellen, så "
    "definitionerna går inte att jämföra."
)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between a table as it was known at two times.

    Attributes
    ----------
    spec : TableSpec
        The table.
    earlier, later : tuple of Vintage
        What it was read from then and then, each laid over those before it.
    changes : Changes
        What became of its values.
    findings : tuple of Finding
        What that means, and what the table said of itself; the gravest first.
    remarks : tuple of str
        What could not be compared, in Swedish.
    hits : Hits
        What the table is used for.
    """

    spec: TableSpec
    earlier: tuple[Vintage, ...]
    later: tuple[Vintage, ...]
    changes: Changes
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...] = ()
    hits: Hits = field(default_factory=Hits)

    def shown(self, revision: Revision) -> str:
        """Return a revised cell on one line."""
        place = verdicts.where(self.spec, revision.key)
        pct = "" if revision.pct is None else f" ({percent(revision.pct)})"
        return f"{place}: {amount(revision.before)} → {amount(revision.after)}{pct}"


def difference(
    spec: TableSpec, store: Archive, since: str | None = None, until: str | None = None
) -> Difference:
    """Compare a table as it was known at two times.

    Parameters
    ----------
    spec : TableSpec
        The table.
    store : Archive
        Where its vintages lie.
    since, until : str, optional
        Each the id of a vintage, what follows its ``@``, the beginning of its hash, or an ISO date
        or time; the newest vintage, and what was known before it, unless given.

    Raises
    ------
    UsageError
        There are not two vintages to compare, or a text names neither a vintage nor a time.
    ContractError, DecodeError, StoreError
        A vintage cannot be read, or breaks the table's contract of today.
    """
    known = store.vintages(spec.id)
    after = _at(spec, known, until) if until else store.in_use(spec.id)
    before = _at(spec, known, since) if since else _before(known, after)
    if not after or not before:
        raise UsageError(
            f"Av {spec.id} finns inte två årgångar att jämföra.",
            f"Vilka som finns visas av: vagled tables --vintages {spec.id}",
        )
    one, other = (recorded(spec, vintages, store) for vintages in (before, after))
    earlier, later = one.frame(store), other.frame(store)
    changes = values.compare(spec, earlier, later)
    said: list[Finding] = []
    remarks: tuple[str, ...] = ()
    if one.copied or other.copied:
        remarks = (_COPIED,)
    else:
        every = definitions.compare(one.contract, other.contract, one.used)
        said = [finding for finding in every if finding.kind not in _PERIODS]
    found = [
        *periods.compare(*(sorted(frame["period"].unique()) for frame in (earlier, later))),
        *said,
        *verdicts.unexplained(verdicts.of_values(spec, changes), said),
    ]
    hits = Impact(store).of(spec.id) if found else Hits()
    return Difference(spec, before, after, changes, by_severity(found), remarks, hits)


def _at(spec: TableSpec, known: Sequence[Vintage], text: str) -> tuple[Vintage, ...]:
    """Return what a table was read from at a vintage or a time."""
    named = [v for v in known if text in (v.id, v.id.partition("@")[2])]
    if not named and _HASH.fullmatch(text):
        named = [v for v in known if v.id.rpartition("-")[2].startswith(text)]
    if len(named) == 1:
        until = known.index(named[0]) + 1
        return in_use(known[:until]) if named[0].scope else (named[0],)
    try:
        last = end_of(text)
    except UsageError as error:
        raise UsageError(
            f"{quote(text)} är varken en årgång av {spec.id} eller en tidpunkt.",
            f"Årgångarna visas av: vagled tables --vintages {spec.id}",
        ) from error
    found = in_use([vintage for vintage in known if vintage.retrieved <= last])
    if not found:
        raise UsageError(
            f"Av {spec.id} fanns ingen årgång {text}.",
            f"Årgångarna visas av: vagled tables --vintages {spec.id}",
        )
    return found


def _before(known: Sequence[Vintage], after: Sequence[Vintage]) -> tuple[Vintage, ...]:
    """Return what a table was read from before its newest vintage came."""
    if not after:
        return ()
    newest = after[-1]
    return in_use([v for v in known if v != newest and (v.via or v.retrieved <= newest.retrieved)])
