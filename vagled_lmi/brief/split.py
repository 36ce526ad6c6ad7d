"""A number's change since an earlier brief, split into parts that sum to it as they are printed.

Four values tell why a number is another: as the earlier brief stated it; what today's program makes
of the answers that brief was made from; what the same period is by today's answers; and the number
of today. Each is rounded as it is printed, and the parts are the steps between them: so they sum to
the whole, whatever the values are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from vagled_lmi.brief.numerals import rounded

#: What a change is split into, in the order they are shown.
PARTS = ("new_period", "revised", "definition", "noise", "method")


@dataclass(frozen=True, slots=True)
class Steps:
    """The values of one number on its way from an earlier brief to this one.

    Attributes
    ----------
    stated : float
        As the earlier brief stated it.
    recomputed : float or None
        Today's program on the answers of the earlier brief; None where they cannot be read.
    revised : float or None
        Today's program and answers, for the earlier period; None where it is no longer there.
    now : float
        As this brief states it.
    """

    stated: float
    recomputed: float | None
    revised: float | None
    now: float


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is known of the steps beside their size.

    Attributes
    ----------
    revision_noise, period_noise : float
        How large a revision, and a step to a new period, must be to be more than noise.
    redefined : bool
        Whether the table says something else of itself than it did, or is another table.
    broken : bool
        Whether a declared break lies between the two periods.
    """

    revision_noise: float = 0.0
    period_noise: float = 0.0
    redefined: bool = False
    broken: bool = False


def split(steps: Steps, doubts: Doubts, decimals: int) -> Mapping[str, Decimal | None]:
    """Return the parts of a change, and ``change`` itself.

    Parameters
    ----------
    steps : Steps
        The values.
    doubts : Doubts
        What decides which part a step belongs to.
    decimals : int
        Decimals that the number is printed with.

    Returns
    -------
    dict of str to Decimal or None
        One a part of `PARTS`, None where it cannot be told from the others: it then counts as
        nothing, and what there is of it lies in another part. They sum to ``change``.
    """
    recomputed = steps.stated if steps.recomputed is None else steps.recomputed
    revised = recomputed if steps.revised is None else steps.revised
    stated, program, answer, now = (
        rounded(value, decimals) for value in (steps.stated, recomputed, revised, steps.now)
    )
    parts: dict[str, Decimal] = dict.fromkeys(PARTS, Decimal(0))
    parts["method"] += program - stated
    parts[_revision(recomputed, revised, doubts)] += answer - program
    known = steps.revised is not None
    parts[_step(revised, steps.now, doubts, known=known)] += now - answer
    shown: dict[str, Decimal | None] = {"change": now - stated, **parts}
    if steps.recomputed is None:
        shown["method"] = None
    if steps.revised is None:
        shown["revised"] = None
    return shown


def _revision(before: float, after: float, doubts: Doubts) -> str:
    if doubts.redefined:
        return "definition"
    return "noise" if abs(after - before) < doubts.revision_noise else "revised"


def _step(before: float, after: float, doubts: Doubts, *, known: bool) -> str:
    """Where the earlier period is gone, what a new definition did lies in the step to the new."""
    if doubts.broken or (doubts.redefined and not known):
        return "definition"
    return "noise" if abs(after - before) < doubts.period_noise else "new_period"
