"""Which periods have come and which have gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vagled_lmi.revisions.findings import Finding, Severity

_NAMED_AT_MOST = 4


def compare(old: Sequence[str], new: Sequence[str]) -> Iterator[Finding]:
    """Yield what became of the periods of a table; later ones belong to its life.

    Parameters
    ----------
    old, new : sequence of str
        Codes of one kind, oldest first: text in them compares as time.

    Notes
    -----
    Some agencies show the latest period alone, as Arbetsförmedlingen does with Yrkesbarometern: a
    later one in the place of a single one is no loss.
    """
    if len(old) == len(new) == 1 and old[0] < new[0]:
        said = f"Ny period: {new[0]}, i stället för {old[0]}."
        yield Finding("period-new", "harmless", said, codes=(new[0],))
        return
    if fresh := tuple(period for period in new if period not in old):
        later = not old or max(old) < min(fresh)
        said = "Ny period" if len(fresh) == 1 else "Nya perioder"
        severity: Severity = "harmless" if later else "notice"
        yield Finding("period-new", severity, f"{said}: {span(fresh)}.", codes=fresh)
    if gone := tuple(period for period in old if period not in new):
        said = f"Perioder som inte längre finns: {span(gone)}."
        yield Finding("period-gone", "review", said, codes=gone)


def span(periods: Sequence[str]) -> str:
    """Return periods in running text: all of a few, the first and the last of many."""
    if len(periods) <= _NAMED_AT_MOST:
        return ", ".join(periods)
    return f"{periods[0]} till {periods[-1]} ({len(periods)} perioder)"
