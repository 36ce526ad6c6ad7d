"""What a vintage is, which ones are whole, and which are used: pure rules over retrievals.

Reading and writing them is for `vagled_lmi.store`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import orjson

from vagled_lmi.errors import UsageError
from vagled_lmi.provenance import Retrieval, sha256
from vagled_lmi.store_log import TIME


@dataclass(frozen=True, slots=True)
class Vintage:
    """What a table said at one retrieval: all its parts, in part order.

    `id` is the table, the time and a hash of what was logged: the same answers, the same id.
    """

    table: str
    id: str
    retrieved: str
    retrievals: tuple[Retrieval, ...]

    @property
    def scope(self) -> Mapping[str, tuple[str, ...]]:
        """The ``region`` and ``period`` codes it was narrowed to; empty for the whole table."""
        return self.retrievals[0].query.scope

    @property
    def via(self) -> str:
        """``via public copy`` where any part did not come from the agency itself."""
        return next((part.via for part in self.retrievals if part.via), "")


def compose(table: str, drafts: Sequence[Retrieval]) -> Vintage:
    """Return the vintage of retrievals whose `vintage`, `part` and `parts` are still to be filled.

    Raises
    ------
    ValueError
        When there is none, one is of another table, or a time is in another form.
    """
    if not drafts or any(draft.query.table != table for draft in drafts):
        raise ValueError(f"{table}: needs at least one answer, and all of them of this table")
    retrieved = drafts[0].retrieved
    if not TIME.fullmatch(retrieved):
        raise ValueError(f"retrieved must be like 2025-11-03T08:00:00Z, not {retrieved!r}")
    datetime.fromisoformat(retrieved)
    numbered = [
        replace(draft, vintage="", part=part, parts=len(drafts))
        for part, draft in enumerate(drafts, start=1)
    ]
    body = orjson.dumps([draft.to_json() for draft in numbered], option=orjson.OPT_SORT_KEYS)
    name = f"{table}@{retrieved}-{sha256(body)[:12]}"
    parts = tuple(replace(draft, vintage=name) for draft in numbered)
    return Vintage(table, name, retrieved, parts)


def complete(lines: Iterable[Retrieval]) -> list[Vintage]:
    """Return the vintages all of whose parts are among the lines, in the order they became so."""
    seen: dict[str, dict[int, Retrieval]] = {}
    whole: dict[str, Vintage] = {}
    for line in lines:
        parts = seen.setdefault(line.vintage, {})
        parts[line.part] = line
        if line.vintage not in whole and len(parts) == line.parts:
            ordered = tuple(parts[part] for part in sorted(parts))
            whole[line.vintage] = Vintage(line.query.table, line.vintage, line.retrieved, ordered)
    return list(whole.values())


def in_use(vintages: Sequence[Vintage]) -> tuple[Vintage, ...]:
    """Return what a table is read from, in the order in which each covers what came before.

    Parameters
    ----------
    vintages : sequence of Vintage
        Of one table, oldest first.

    Returns
    -------
    tuple of Vintage
        The newest whole vintage, the agency's own before a public copy, then the agency's own
        narrowed ones that came after it. Empty where there is none.
    """
    own = [vintage for vintage in vintages if not vintage.via]
    whole = next(
        (
            vintage
            for candidates in (own, vintages)
            for vintage in reversed(candidates)
            if not vintage.scope
        ),
        None,
    )
    after = own.index(whole) + 1 if whole in own else 0
    narrowed = [vintage for vintage in own[after:] if vintage.scope]
    return ((whole,) if whole else ()) + tuple(narrowed)


def end_of(as_of: str) -> str:
    """Return the last second that counts, in the log's form, so that text compares as time.

    Raises
    ------
    UsageError
        When `as_of` is neither an ISO time nor a date.
    """
    with suppress(ValueError):
        return f"{date.fromisoformat(as_of)}T23:59:59Z"
    try:
        moment = datetime.fromisoformat(as_of)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError(
            f'Tidpunkten "{as_of}" går inte att läsa.',
            "Skriv ett datum (2025-11-03) eller en tid (2025-11-03T08:00:00Z).",
        ) from None
    return f"{moment.replace(tzinfo=None, microsecond=0).isoformat()}Z"
