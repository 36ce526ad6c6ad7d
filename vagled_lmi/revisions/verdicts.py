"""What changes in values mean, and how bad each is: the sentences of a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from vagled_lmi.codes import quote
from vagled_lmi.revisions.findings import Finding
from vagled_lmi.revisions.periods import span
from vagled_lmi.revisions.values import Changes, Revision
from vagled_lmi.revisions.wording import amount, change, listed, percent, region_name, retyped
from vagled_lmi.tables import TableSpec

#: A revision that moves the sum of a table's values by more than this, in per cent, is no matter of
#: course: BAS and the population are revised by tenths.
LARGE_PCT = 2.0
#: So many of a hundred values that vanish are no matter of course either.
MANY_PCT = 1.0

_RELABELLED = ("label-changed", "label-retyped")
_REPLACED = ("region-moved", "code-replaced", "code-split", "code-merged", "bounds-moved")


def of_values(spec: TableSpec, changes: Changes) -> list[Finding]:
    """Return what a comparison of values found, in no particular order of severity.

    New and gone periods are for `vagled_lmi.revisions.periods`: a table says itself what it has.
    """
    return [
        *_regions(spec, changes),
        *_rescaled(spec, changes),
        *_revised(spec, changes),
        *_small(spec, changes),
        *_cells(changes),
        *_rows(spec, changes),
        *_doubled(changes),
        *_renamed(changes),
    ]


def unexplained(found: Sequence[Finding], said: Sequence[Finding]) -> list[Finding]:
    """Return what was found in values and is not said already of the codes themselves.

    A region whose code was replaced has not lost its values, and a code that is new has new rows,
    and a code whose label changed has the new one in its rows.
    """
    replaced = {code for f in said if f.kind in _REPLACED for code in f.codes}
    named = replaced | {
        code for f in said if f.kind in ("code-new", "code-gone") for code in f.codes
    }
    relabelled = {code for f in said if f.kind in _RELABELLED for code in f.codes}
    return [
        finding
        for finding in found
        if not (
            (finding.kind == "region-gone" and set(finding.codes) <= replaced)
            or (finding.kind in _RELABELLED and set(finding.codes) <= relabelled)
            or (
                finding.kind in ("rows-new", "rows-gone")
                and finding.codes
                and set(finding.codes) <= named
            )
        )
    ]


def where(spec: TableSpec, key: Mapping[str, str]) -> str:
    """Return a cell's place in words: its region by name, its codes by their labels."""
    labels = {dimension.name: dimension.codes for dimension in spec.dimensions}
    return ", ".join(
        region_name(code) if name == "region" else labels[name].get(code, code)
        for name, code in key.items()
    )


def _regions(spec: TableSpec, changes: Changes) -> Iterator[Finding]:
    lost = (*changes.gone.get("region", ()), *changes.emptied)
    if lost:
        verb = "har inga värden längre"
        yield Finding(
            "region-gone",
            "breaking",
            f"{listed([region_name(code) for code in lost], 'regioner')} {verb} i {spec.id}.",
            where="region",
            codes=lost,
        )


def _rescaled(spec: TableSpec, changes: Changes) -> Iterator[Finding]:
    labels = {contents.code: contents for contents in spec.contents}
    for code, factor in changes.factors.items():
        times = factor if factor >= 1 else 1 / factor
        way = "större" if factor > 1 else "mindre"
        measure = labels[code]
        yield Finding(
            "values-rescaled",
            "breaking",
            f"Värdena för {measure.label} är nu {amount(times)} gånger {way} än förut: enheten är "
            f"en annan än {measure.unit}.",
            where=code,
        )


def _revised(spec: TableSpec, changes: Changes) -> Iterator[Finding]:
    if not changes.revised:
        return
    share = f"{changes.revised} av {changes.common} jämförbara värden har reviderats"
    when = span(changes.revised_periods)
    if spec.is_classes:
        old, new, count = changes.transitions[0]
        yield Finding(
            "classes-revised",
            "notice",
            f"{share} ({when}); vanligast är {quote(old)} som blivit {quote(new)} ({count}).",
            codes=changes.revised_periods,
        )
        return
    weight = changes.weighted_pct
    large = weight is None or weight > LARGE_PCT
    typical = "" if changes.median_pct is None else f", oftast {_size(changes.median_pct)}"
    yield Finding(
        "values-revised",
        "review" if large else "notice",
        f"{share} ({when}): mest {_example(spec, changes.largest[0])}{typical}.",
        codes=changes.revised_periods,
    )


def _example(spec: TableSpec, revision: Revision) -> str:
    pct = "" if revision.pct is None else f" ({percent(revision.pct)})"
    place = where(spec, revision.key)
    return f"från {amount(revision.before)} till {amount(revision.after)}{pct} i {place}"


def _size(pct: float) -> str:
    return "under 0,1 %" if pct < 0.1 else f"{pct:.1f} %".replace(".", ",")


def _small(spec: TableSpec, changes: Changes) -> Iterator[Finding]:
    if changes.noise:
        most = amount(max(contents.noise for contents in spec.contents))
        yield Finding(
            "values-noise",
            "harmless",
            f"{changes.noise} av {changes.common} värden skiljer sig med högst {most}: det ryms i "
            "det brus som myndigheten lägger på för att skydda enskilda.",
        )
    if changes.exact:
        yield Finding(
            "values-more-exact",
            "notice",
            f"{changes.exact} av {changes.common} värden ges med ett annat antal decimaler; de är "
            "desamma när de avrundas.",
        )


def _cells(changes: Changes) -> Iterator[Finding]:
    if changes.vanished:
        many = 100 * changes.vanished > MANY_PCT * changes.common
        yield Finding(
            "cells-vanished",
            "review" if many else "notice",
            f"{changes.vanished} av {changes.common} celler hade värden och är nu tomma.",
        )
    if changes.appeared:
        yield Finding(
            "cells-appeared",
            "notice",
            f"{changes.appeared} av {changes.common} celler var tomma och har nu värden.",
        )
    if changes.signs:
        yield Finding(
            "signs-changed",
            "notice",
            f"{changes.signs} av {changes.common} celler har ett annat tecken bredvid värdet, som "
            "säger varför det saknas eller är osäkert.",
        )


def _rows(spec: TableSpec, changes: Changes) -> Iterator[Finding]:
    labels = {dimension.name: dimension.label for dimension in spec.dimensions}
    for name, codes in changes.gone.items():
        if name != "region":
            said = f"Koder utan rader i {labels[name]}: {listed(codes, 'koder')}."
            yield Finding("rows-gone", "review", said, where=name, codes=codes)
    for name, codes in changes.fresh.items():
        said = f"Nya koder med rader i {labels[name]}: {listed(codes, 'koder')}."
        yield Finding("rows-new", "notice", said, where=name, codes=codes)
    if changes.removed and not changes.gone and not changes.gone_periods:
        said = f"{changes.removed} rader som fanns finns inte längre."
        yield Finding("rows-gone", "review", said)
    if changes.added and not changes.fresh and not changes.new_periods:
        said = f"{changes.added} rader har kommit till i perioder som fanns."
        yield Finding("rows-new", "notice", said)


def _doubled(changes: Changes) -> Iterator[Finding]:
    for one in changes.doubled:
        meanings = listed([quote(meaning) for meaning in one.meanings])
        yield Finding(
            "label-doubled",
            "review",
            f"{quote(one.code)} i {one.column} stod för en sak och står nu för flera: {meanings}.",
            where=one.column,
            codes=(one.code,),
        )


def _renamed(changes: Changes) -> Iterator[Finding]:
    for one in changes.renamed:
        typed = {code for code, (old, new) in one.texts.items() if change(old, new) == "typing"}
        for codes, kind in ((one.texts.keys() - typed, "changed"), (typed, "retyped")):
            if not codes:
                continue
            told = tuple(sorted(codes))
            first = told[0]
            old, new = one.texts[first]
            many = f"{len(codes)} koder" if len(codes) > 1 else f"Koden {quote(first)}"
            example = f"{first}: {quote(old)} är nu {quote(new)}"
            where = f"{many} i {one.column} har en annan text i {one.other}"
            if kind == "retyped":
                said = f"{where}, bara annorlunda skriven: {retyped(old, new)} ({example})."
                yield Finding("label-retyped", "notice", said, where=one.column, codes=told)
            else:
                said = f"{where} ({example}). Kontrollera att koden betyder samma sak."
                yield Finding("label-changed", "review", said, where=one.column, codes=told)
