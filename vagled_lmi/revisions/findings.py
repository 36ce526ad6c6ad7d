"""A finding: one thing that moved, how bad that is, and a sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args

#: From what belongs to a table's life to what makes its numbers wrong; docs/sentinel.md defines it.
Severity = Literal["harmless", "notice", "review", "breaking"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)

#: What each severity is called in Swedish.
NAMES: dict[Severity, str] = {
    "harmless": "ofarligt",
    "notice": "att veta",
    "review": "att granska",
    "breaking": "bryter",
}

Kind = Literal[
    # what a table says of itself
    "table-renamed", "table-replaced", "discontinued", "size-changed",
    "note-new", "note-gone", "note-changed",
    "variable-new", "variable-gone", "variable-renamed",
    "label-retyped", "label-changed", "label-doubled",
    "code-new", "code-gone", "code-replaced", "code-split", "code-merged", "bounds-moved",
    "region-moved", "order-changed",
    "measure-new", "measure-gone", "measure-renamed", "measure-retyped", "unit-changed",
    "decimals-changed", "base-changed", "method-changed",
    "period-new", "period-gone",
    # its values
    "values-revised", "values-noise", "values-rescaled", "values-more-exact", "classes-revised",
    "cells-vanished", "cells-appeared", "signs-changed", "rows-new", "rows-gone", "region-gone",
    # its state
    "late", "frozen", "never-fetched", "failed-before", "refused",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that moved.

    Attributes
    ----------
    kind : str
        What kind of thing, for programs: one of `KINDS`.
    severity : str
        How bad it is: one of `SEVERITIES`.
    sentence : str
        What moved, in Swedish.
    where : str
        The agency's name of the variable or measure; empty for the table as a whole.
    codes : tuple of str
        The codes or periods it concerns, in the agency's order.
    """

    kind: Kind
    severity: Severity
    sentence: str
    where: str = ""
    codes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return plain data, for reports."""
        return asdict(self)


def worst(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity; None where there is no finding."""
    ranks = [SEVERITIES.index(finding.severity) for finding in findings]
    return SEVERITIES[max(ranks)] if ranks else None


def by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with the gravest first, else in the order they came."""
    return tuple(sorted(findings, key=lambda finding: -SEVERITIES.index(finding.severity)))
