"""What was found, for a person to read and for a program: lines of Swedish, and JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from vagled_lmi.contracts import Contract
from vagled_lmi.revisions.findings import NAMES, Finding, worst
from vagled_lmi.sentinel.diff import Difference
from vagled_lmi.sentinel.impact import Hits
from vagled_lmi.sentinel.watch import Watched, exit_code
from vagled_lmi.vintages import Vintage

#: The schemas in `schema/`; nothing is taken away or given another meaning under the same name.
WATCH_SCHEMA, DIFF_SCHEMA = "urn:vagled-lmi:watch:1", "urn:vagled-lmi:diff:1"
_WIDTH = 100


def of_watched(one: Watched) -> Iterator[str]:
    """Yield the lines about one watched table."""
    yield f"{one.spec.id}: {one.spec.title}"
    if one.error is not None:
        yield from _wrapped("fel", str(one.error))
    yield from _findings(one.findings)
    if {finding.kind for finding in one.findings} - {"never-fetched"}:
        yield from _hits(one.hits)
    elif one.error is None and not one.findings:
        yield from _wrapped("oförändrad", _as_it_is(one))


def _as_it_is(one: Watched) -> str:
    known = one.present or (one.recorded.contract if one.recorded else None)
    last = known.periods[-1] if known and known.periods else ""
    stamp = f", uppdaterad {known.updated[:10]}" if known and known.updated else ""
    return f"till och med {last}{stamp}." if last else "inget har ändrats."


def of_difference(one: Difference) -> Iterator[str]:
    """Yield the lines about what differs between two vintages."""
    yield f"{one.spec.id}: {one.spec.title}"
    for label, vintages in (("från", one.earlier), ("till", one.later)):
        for vintage in vintages:
            yield f"  {label:<13}{vintage.retrieved} {about(vintage)}".rstrip()
    for remark in one.remarks:
        yield from _wrapped("obs", remark)
    yield from _findings(one.findings)
    for revision in one.changes.largest:
        yield f"  {'':<13}{one.shown(revision)}"
    if one.findings:
        yield from _hits(one.hits)
    else:
        yield "  Inget skiljer sig."


def about(vintage: Vintage) -> str:
    """Return what there is to say of a vintage beside its time."""
    stamp = vintage.retrievals[0].updated
    said = [f"uppdaterad av myndigheten {stamp}"] if stamp else []
    said += [vintage.via] if vintage.via else []
    said += [f"bara {name} {', '.join(codes)}" for name, codes in vintage.scope.items()]
    return f"({'; '.join(said)})" if said else ""


def _findings(findings: Iterable[Finding]) -> Iterator[str]:
    for finding in findings:
        yield from _wrapped(NAMES[finding.severity], finding.sentence)


def _hits(hits: Hits) -> Iterator[str]:
    said = []
    if hits.indicators:
        said.append(f"indikatorer: {', '.join(hits.indicators)}")
    said += [f"briefen {name}: {', '.join(blocks)}" for name, blocks in hits.briefs.items()]
    yield from _wrapped("berör", "; ".join(said) + "." if said else "inget i briefer ännu.")


def _wrapped(label: str, text: str) -> Iterator[str]:
    """Yield a labelled text in lines of a terminal's width, indented under each other."""
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=f"  {label:<13}", subsequent_indent=" " * 15,
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


def watched_json(seen: Sequence[Watched], now: str) -> dict[str, Any]:
    """Return a report of watched tables, as `schema/watch.schema.json` has it."""
    return {
        "schema": WATCH_SCHEMA,
        "watched": now,
        "exit_code": exit_code(seen),
        "worst": worst(finding for one in seen for finding in one.findings),
        "tables": [_table_json(one) for one in seen],
    }


def _table_json(one: Watched) -> dict[str, Any]:
    state = "error" if one.error else "moved" if one.findings else "same"
    newest = one.recorded.newest if one.recorded else None
    return {
        "id": one.spec.id,
        "title": one.spec.title,
        "agency": one.spec.agency,
        "state": state,
        "worst": one.worst,
        "recorded": newest and {
            "vintage": newest.id,
            "retrieved": newest.retrieved,
            "via": newest.via,
            **_said(one.recorded.contract if one.recorded else None),
        },
        "present": one.present and _said(one.present),
        "values_compared": one.compared,
        "findings": [finding.to_json() for finding in one.findings],
        "indicators": list(one.hits.indicators),
        "briefs": {name: list(blocks) for name, blocks in one.hits.briefs.items()},
        "error": one.error and {
            "kind": type(one.error).__name__,
            "exit_code": one.error.exit_code,
            "message": str(one.error),
        },
    }  # fmt: skip


def _said(contract: Contract | None) -> dict[str, Any]:
    if contract is None:
        return {}
    return {
        "updated": contract.updated,
        "last_period": contract.periods[-1] if contract.periods else None,
        "next_release": contract.next_release,
    }


def difference_json(one: Difference) -> dict[str, Any]:
    """Return what differs between two vintages, as `schema/diff.schema.json` has it."""
    changes = asdict(one.changes)
    for revision, plain in zip(one.changes.largest, changes["largest"], strict=True):
        plain["pct"] = revision.pct
    return {
        "schema": DIFF_SCHEMA,
        "id": one.spec.id,
        "title": one.spec.title,
        "agency": one.spec.agency,
        "from": [vintage_json(vintage) for vintage in one.earlier],
        "to": [vintage_json(vintage) for vintage in one.later],
        "worst": worst(one.findings),
        "remarks": list(one.remarks),
        "findings": [finding.to_json() for finding in one.findings],
        "changes": changes,
        "indicators": list(one.hits.indicators),
        "briefs": {name: list(blocks) for name, blocks in one.hits.briefs.items()},
    }


def vintage_json(vintage: Vintage) -> dict[str, Any]:
    """Return what there is to say of a vintage, as plain data."""
    return {
        "id": vintage.id,
        "retrieved": vintage.retrieved,
        "updated": vintage.retrievals[0].updated,
        "via": vintage.via,
        "scope": {name: list(codes) for name, codes in vintage.scope.items()},
    }
