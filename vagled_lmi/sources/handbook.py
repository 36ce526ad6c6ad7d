"""Writes docs/sources.md: what each declared table is, for a reader who has not seen the code.

`python -m vagled_lmi.sources.handbook FILE` writes the page; a test holds the file to it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from vagled_lmi import resources
from vagled_lmi.sources import catalogue
from vagled_lmi.sources.protocol import Agency, Source
from vagled_lmi.store import Archive
from vagled_lmi.tables import Contents, Dimension, TableSpec, Total

_INTRODUCTION = """\
# Sources

Every declared table: what it holds, how it is asked for, and what a reader must know of it. The
words of the declarations are in Swedish, as they stand in a brief. Written by `make docs` from the
declarations and the figures that come with the program; not to be edited.

`vagled fetch ID` gets a table's newest figures, `vagled watch ID` says what has moved since
([how bad is it](sentinel.md)), `vagled tables --vintages ID` which vintages there are. What happens
when an agency fails stands in [faults.md](faults.md), how one is added in
[cookbook-agency.md](cookbook-agency.md).
"""
_CADENCES = {
    "month": "monthly",
    "quarter": "quarterly",
    "half_year": "twice a year",
    "year": "yearly",
    "irregular": "without a calendar",
}
_KINDS = {
    "region": "Swedish regions",
    "period": "periods",
    "ssyk": "SSYK 2012, four digits",
    "ssyk3": "SSYK 2012, three digits",
    "sni": "SNI 2007",
    "af_ssyk": "Arbetsförmedlingen's SSYK groups",
    "nuts": "NUTS regions",
    "norway": "Norwegian regions",
}
_TOLD = "not known beforehand; `vagled watch --json` has the day where the agency tells it"
_CODES_SHOWN = 12
_MEASURES_IN_A_CELL = 4
_TEXT_SHOWN = 60


def page(shipped: Archive) -> str:
    """Return the whole page.

    Parameters
    ----------
    shipped : Archive
        The figures that come with the program: the periods that are known of each table.
    """
    lines = [_INTRODUCTION, *_overview(shipped)]
    for _, source in sorted(catalogue.agencies().items()):
        lines += _agency(source.AGENCY)
        for spec in _tables(source):
            lines += _table(spec, source.AGENCY, shipped)
    return "\n".join(lines) + "\n"


def _tables(source: Source) -> list[TableSpec]:
    return sorted(source.TABLES, key=lambda spec: spec.id)


def _overview(shipped: Archive) -> Iterator[str]:
    yield "| table | holds | released | comes along | is fetched |"
    yield "|---|---|---|---|---|"
    for _, source in sorted(catalogue.agencies().items()):
        for spec in _tables(source):
            how = "yes" if spec.live is not None else "from a file" if spec.file else "no"
            link = f"[{spec.id}](#{_anchor(spec)})"
            known = _known(spec, shipped)
            yield (
                f"| {link} | {_cell(spec.title)} | {_CADENCES[spec.cadence]} | "
                f"{_span(known) or 'no'} | {how} |"
            )
    yield ""


def _anchor(spec: TableSpec) -> str:
    """Return the heading's anchor as GitHub makes it."""
    kept = "".join(c for c in spec.id.casefold() if c.isalnum() or c in "-_ ")
    return kept.replace(" ", "-")


def _agency(agency: Agency) -> Iterator[str]:
    yield f"## {agency.name}\n"
    yield f"Base address `{agency.url}`, overridden by `{agency.variable}`."
    for name, address in agency.services.items():
        yield f"Service `{name}`: `{address}`, overridden by `{agency.variable_of(name)}`."
    if agency.contact:
        yield f"Asks are answered by {agency.contact}."
    yield ""


def _table(spec: TableSpec, agency: Agency, shipped: Archive) -> Iterator[str]:
    yield f"### {spec.id}\n"
    yield f"{spec.title}.\n"
    yield "| | |"
    yield "|---|---|"
    for label, text in _rows(spec, agency, shipped):
        yield f"| {label} | {_cell(text)} |"
    yield ""
    if len(spec.contents) > _MEASURES_IN_A_CELL:
        yield "Measures:\n"
        yield from (f"- {_line(_measure(contents))}" for contents in spec.contents)
        yield ""
    if spec.notes:
        yield "What every reader must know:\n"
        yield from (f"- {_line(note)}" for note in spec.notes)
        yield ""
    if spec.breaks:
        yield "Breaks, from which period earlier ones are not comparable:\n"
        yield from (f"- {one.period}: {_line(one.text)}" for one in spec.breaks)
        yield ""


def _rows(spec: TableSpec, agency: Agency, shipped: Archive) -> Iterator[tuple[str, str]]:
    known = _known(spec, shipped)
    yield "the agency's own", spec.register
    yield "dimensions", "; ".join(_dimension(dimension) for dimension in spec.dimensions)
    if len(spec.contents) <= _MEASURES_IN_A_CELL:
        yield "measures", "; ".join(map(_measure, spec.contents))
    if spec.attributes:
        yield "beside each row", ", ".join(spec.attributes)
    yield "released", _CADENCES[spec.cadence]
    yield "periods that come along", _span(known) or "none: they come with the first fetch"
    yield "next release", spec.releases or _TOLD
    if spec.totals:
        yield "held to", "; ".join(_total(total) for total in spec.totals)
    yield "asked for", _route(spec, agency)
    yield "credit", f"{spec.credit(computed=False)}; {spec.credit(computed=True)}"
    yield "licence", spec.licence
    yield "page", spec.page


def _known(spec: TableSpec, shipped: Archive) -> tuple[str, ...]:
    """Return the periods that come with the program, oldest first."""
    if not shipped.in_use(spec.id):
        return ()
    found = catalogue.load(spec.id, shipped).frame["period"].unique()
    return tuple(sorted(map(str, found)))


def _span(periods: tuple[str, ...]) -> str:
    return "–".join(dict.fromkeys((periods[0], periods[-1]))) if periods else ""


def _dimension(dimension: Dimension) -> str:
    named = f"`{dimension.name}` {dimension.label}"
    if dimension.codes:
        shown = ", ".join(list(dimension.codes)[:_CODES_SHOWN])
        more = len(dimension.codes) - _CODES_SHOWN
        return f"{named} ({shown}{f' and {more} more' if more > 0 else ''})"
    kind = _KINDS.get(dimension.kind, "the agency's own codes")
    return f"{named} ({kind})"


def _measure(contents: Contents) -> str:
    if contents.classes:
        return f"`{contents.code}` {contents.label}: {', '.join(contents.classes)}"
    several = "s" if contents.decimals > 1 else ""
    decimals = f", {contents.decimals} decimal{several}" if contents.decimals else ""
    noise = f", noise up to {contents.noise:g}" if contents.noise else ""
    return f"`{contents.code}` {contents.label}, {contents.unit}{decimals}{noise}"


def _total(total: Total) -> str:
    sign = "=" if total.complete else "≤"
    within = f" within {total.tolerance:g}" if total.tolerance else ""
    return f"{' + '.join(total.parts)} {sign} {total.total} in `{total.dimension}`{within}"


def _route(spec: TableSpec, agency: Agency) -> str:
    if spec.live is None:
        return spec.file or "not fetched: only what comes with the program"
    live = spec.live if isinstance(spec.live, tuple) else (spec.live,)
    told = (
        "; ".join(map(_how, live))
        if all(map(is_dataclass, live))
        else f"{len(live)} codes of regions"
    )
    service = next((s for one in live if (s := getattr(one, "service", ""))), "")
    if service or not agency.services:
        return f"{told} at {agency.services.get(service, agency.url)}"
    return f"{told} at one of the agency's services"


def _how(live: Any) -> str:
    """Return how a table is asked for: what kind of question, and its short fields."""
    told = ", ".join(f"{name} {value}" for name, value in _short(live))
    return f"{type(live).__name__}{f' ({told})' if told else ''}"


def _short(live: Any) -> Iterator[tuple[str, str]]:
    for one in fields(live):
        value = getattr(live, one.name)
        if is_dataclass(value):
            yield from _short(value)
        elif one.name == "service" or isinstance(value, bool | Mapping):
            continue
        elif isinstance(value, str | int | float) and value and len(str(value)) <= _TEXT_SHOWN:
            yield one.name, f"`{value}`"


def _cell(text: str) -> str:
    return _line(text).replace("|", "\\|")


def _line(text: str) -> str:
    return " ".join(text.split())


def main(arguments: Iterable[str]) -> None:
    """Write the page to the one file named."""
    (target,) = arguments
    Path(target).write_text(page(Archive(resources.snapshot_dir())), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
