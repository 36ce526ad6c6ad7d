"""Old outlooks in hindsight as text: for the terminal, and as the page ``docs/hindsight.md``.

``python -m vagled_lmi.outlook.hindsight_page`` prints the page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from vagled_lmi.outlook import concordance, hindsight
from vagled_lmi.outlook.archive import Growth
from vagled_lmi.outlook.hindsight import Change, Scored
from vagled_lmi.outlook.scores import Measure
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive, open_store

_CHANCE_PART, _CHANCE_RANK = 0.5, 0.0


def read(store: Archive) -> tuple[list[Scored], list[Change]]:
    """Score the archive with the tables of a store; raises StoreError where one is missing."""
    frames = {table: catalogue.load(table, store).frame for table in hindsight.TABLES}
    return hindsight.evaluate(frames), hindsight.changes(frames)


def to_json(scored: Sequence[Scored], changes: Sequence[Change]) -> dict[str, Any]:
    """Return everything as plain data; what cannot be measured is None."""
    outlooks = []
    for one in scored:
        entry = one.outlook
        outlooks.append(
            {
                "id": entry.id,
                "name": entry.name,
                "table": entry.table,
                "made": entry.made,
                "about": entry.about,
                "scale": entry.scale,
                "against": _against(one),
                "caveat": entry.caveat,
                "concordance": concordance.NOTE,
                "regions": list(one.regions),
                "left_out": one.left_out,
                "scores": _plain(asdict(one.scores)),
                "by_region": {code: _plain(asdict(s)) for code, s in one.by_region.items()},
            }
        )
    return {"outlooks": outlooks, "changes": [asdict(change) for change in changes]}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    return None if isinstance(value, float) and not np.isfinite(value) else value


def lines(scored: Sequence[Scored], changes: Sequence[Change]) -> Iterator[str]:
    """Yield what the terminal shows."""
    for one in scored:
        scores = one.scores
        yield one.outlook.name
        yield f"  {one.outlook.about} Prövad mot {_against(one)}."
        yield f"  {_count(scores.cases)} bedömningar av {scores.occupations} yrken; 90 % intervall."
        yield f"  Rätt riktning:    {_part(scores.direction)}; {_said(scores.direction)}"
        yield f"  Balanserat:       {_part(scores.balanced)}"
        yield f"  Rangkorrelation:  {_number(scores.rank)}; {_ranked(scores.rank)}"
        yield f"    som förut:      {_number(scores.rank_before)}"
        yield f"    rikets:         {_number(scores.rank_riket)}"
        yield f"    vår prognos:    {_number(scores.rank_own)}"
        yield f"  Mot som förut:    {_number(scores.skill_before)}; {_better(scores.skill_before)}"
        yield f"  Mot rikets:       {_number(scores.skill_riket)}; {_better(scores.skill_riket)}"
        yield f"  {one.outlook.caveat}"
        yield ""
    for change in changes:
        yield _changed(change)


def markdown(scored: Sequence[Scored], changes: Sequence[Change]) -> str:
    """Return the page."""
    return "\n".join(_page(scored, changes)) + "\n"


def _page(scored: Sequence[Scored], changes: Sequence[Change]) -> Iterator[str]:
    yield from _INTRODUCTION.splitlines()
    yield "| utsikt | prövad mot | bedömningar | rätt riktning | balanserat | rangkorrelation |"
    yield "|---|---|---:|---:|---:|---:|"
    for one in scored:
        yield (
            f"| {one.outlook.name} | {_against(one)} | {_count(one.scores.cases)} | "
            f"{_part(one.scores.direction)} | {_part(one.scores.balanced)} | "
            f"{_number(one.scores.rank)} |"
        )
    yield ""
    yield "Samma yrken, ordnade på andra sätt, och vinsten mot dem:"
    yield ""
    yield "| utsikt | som förut | rikets bedömning | vår prognos då | mot som förut | mot rikets |"
    yield "|---|---:|---:|---:|---:|---:|"
    for one in scored:
        scores = one.scores
        yield (
            f"| {one.outlook.name} | {_number(scores.rank_before)} | "
            f"{_number(scores.rank_riket)} | {_number(scores.rank_own)} | "
            f"{_number(scores.skill_before)} | {_number(scores.skill_riket)} |"
        )
    yield ""
    yield from _MEASURES.splitlines()
    for one in scored:
        yield from _entry(one)
    yield "## Hur mycket varje omgång ändras"
    yield ""
    for change in changes:
        yield f"- {_changed(change)}"
    yield ""
    yield from _GROWS.splitlines()


def _entry(one: Scored) -> Iterator[str]:
    entry, scores = one.outlook, one.scores
    yield f"## {entry.name}"
    yield ""
    yield f"- Gjord: {entry.made}. {entry.about} Tabell `{entry.table}`."
    yield f"- Skala: {entry.scale}"
    yield (
        f"- Prövad mot: {_against(one)}, i {_regions(one)}: {_count(scores.cases)} bedömningar av "
        f"{scores.occupations} yrken; {one.left_out} lämnades utanför, för att yrket är för litet "
        "eller saknas i registret."
    )
    yield f"- Riktning: {_said(scores.direction)} Ordning: {_ranked(scores.rank)}"
    yield f"- Mot att gissa på som förut: {_better(scores.skill_before)}"
    if one.by_region:
        yield f"- Mot att ge alla rikets bedömning: {_better(scores.skill_riket)}"
    yield f"- Yrken: {concordance.NOTE}"
    yield f"- Förbehåll: {entry.caveat}"
    yield ""


def _regions(one: Scored) -> str:
    return "riket" if one.regions == ("00",) else f"{len(one.regions)} län"


def _against(one: Scored) -> str:
    against = one.outlook.against
    if isinstance(against, Growth):
        return f"hur antalet anställda växte {against.base}–{against.target}"
    return "öppna annonser per 100 anställda, maj–juni 2025"


def _said(measure: Measure) -> str:
    if measure.lower <= _CHANCE_PART <= measure.upper:
        return "går inte att skilja från slump."
    return "bättre än slump." if measure.value > _CHANCE_PART else "sämre än slump."


def _ranked(measure: Measure) -> str:
    if measure.lower <= _CHANCE_RANK <= measure.upper:
        return "följer inte utfallet mer än slumpen."
    return "följer utfallet." if measure.value > _CHANCE_RANK else "går emot utfallet."


def _better(measure: Measure) -> str:
    if not np.isfinite(measure.value):
        return "går inte att pröva."
    if measure.lower <= 0 <= measure.upper:
        return "varken bättre eller sämre, så vitt det går att säga."
    return "bättre." if measure.value > 0 else "sämre."


def _changed(change: Change) -> str:
    regions = "riket" if change.regions == 1 else f"{change.regions} områden"
    return (
        f"Yrkesbarometern {change.later} mot {change.earlier}: {change.kept_pct:.0f} % av "
        f"{_count(change.cells)} bedömningar i {regions} är lika, {change.better_pct:.0f} % är "
        f"bättre och {change.worse_pct:.0f} % sämre."
    )


def _count(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _part(measure: Measure) -> str:
    if not np.isfinite(measure.value):
        return "–"
    return f"{100 * measure.value:.0f} % ({100 * measure.lower:.0f}–{100 * measure.upper:.0f})"


def _number(measure: Measure) -> str:
    if not np.isfinite(measure.value):
        return "–"
    shown = (
        f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−").replace(".", ",")
        for value in asdict(measure).values()
    )
    value, lower, upper = shown
    return f"{value} ({lower} till {upper})"


_INTRODUCTION = """\
# Äldre utsikter i efterhand

Hur rätt har publicerade utsikter haft? Sidan är räknad ur de siffror som följer med programmet,
med `python -m vagled_lmi.outlook.hindsight_page`, och ett test håller den lika med vad de ger.
I terminalen: `vagled hindsight`.

Ingen av utsikterna sade hur många som skulle arbeta i yrket. De bedömde brist, konkurrens eller
möjligheter till arbete. De är prövade mot det som läsare brukar ta dem för: att yrket växer mer
än andra, eller efterfrågas mer än andra. Inom parentes står 90-procentiga intervall.

"""
_MEASURES = """\
## Måtten

- *Rätt riktning*: av de yrken som sades ha mycket (brist, stora möjligheter) eller lite, andelen
  som kom över respektive under mitten av de bedömda yrkena i regionen. Slump ger 50 %.
- *Balanserat*: medelvärdet av andelen rätt bland dem som sades ha mycket och bland dem som sades
  ha lite. Slump ger 50 % även när nästan alla sägs ha mycket.
- *Rangkorrelation*: hur väl ordningen mellan yrkena följer utfallet, inom varje region (Spearman).
- *Som förut*: ordningen efter utvecklingen lika lång tid före, eller efter annonserna 2024.
- *Rikets bedömning*: varje region får medelvärdet av alla regioners bedömning.
- *Vår prognos då*: den sammanvägda prognosen, gjord med det som var känt samma år.
- *Vinst*: andelen av den andras missar i riktning som undveks. 0 är lika bra, under 0 sämre.
- *Intervall*: 1 000 dragningar av yrken med återläggning, alla regioner av ett yrke tillsammans.
- Antalet anställda efter brotten 2020 och 2023 är omräknat till startårets mätsätt.

"""
_GROWS = """\
## Att lägga till en utsikt

En tabell i `vagled_lmi/sources/af/archive.py`, ett recept i `vagled_lmi/snapshot_copies.py` och
en post i `vagled_lmi/outlook/archive.py`.
"""


if __name__ == "__main__":
    sys.stdout.write(markdown(*read(open_store())))
