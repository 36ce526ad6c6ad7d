"""Old outlooks in hindsight as text: for the terminal, and as the page ``docs/hindsight.md``.

``python -m vagled_lmi.outlook.hindsight_page`` prints the page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from vagled_lmi.outlook import hindsight
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.hindsight_record import Record, record
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive, open_store

#: A value with its interval, None where it cannot be measured.
Measure = Mapping[str, float | None]

_CHANCE_PART, _CHANCE_RANK = 0.5, 0.0


def read(store: Archive) -> Record:
    """Score the archive with the tables of a store; raises StoreError where one is missing."""
    return record({t: catalogue.load(t, store).frame for t in (*hindsight.TABLES, AGES)})


def lines(told: Record) -> Iterator[str]:
    """Yield what the terminal shows."""
    for one in told["outlooks"]:
        scores = one["scores"]
        yield one["name"]
        yield f"  {one['about']} Prövad mot {one['against']}."
        yield f"  {_cases(scores)}; 90 % intervall."
        yield f"  Rätt riktning:    {_part(scores['direction'])}; {_said(scores['direction'])}"
        yield f"  Balanserat:       {_part(scores['balanced'])}"
        yield f"  Rangkorrelation:  {_number(scores['rank'])}; {_ranked(scores['rank'])}"
        yield f"    som förut:      {_number(scores['rank_before'])}"
        yield f"    rikets:         {_number(scores['rank_riket'])}"
        yield f"    vår prognos:    {_number(scores['rank_own'])}"
        for name, label in (("skill_before", "Mot som förut:"), ("skill_riket", "Mot rikets:")):
            yield f"  {label:<18}{_number(scores[name])}; {_better(scores[name])}"
        yield f"  {one['caveat']}"
        yield ""
    for change in told["changes"]:
        yield _changed(change)


def markdown(told: Record) -> str:
    """Return the page."""
    return "\n".join(_page(told)) + "\n"


def _page(told: Record) -> Iterator[str]:
    yield from _INTRODUCTION.splitlines()
    yield "| utsikt | prövad mot | bedömningar | rätt riktning | balanserat | rangkorrelation |"
    yield "|---|---|---:|---:|---:|---:|"
    for one in told["outlooks"]:
        scores = one["scores"]
        yield (
            f"| {one['name']} | {one['against']} | {_count(scores['cases'])} | "
            f"{_part(scores['direction'])} | {_part(scores['balanced'])} | "
            f"{_number(scores['rank'])} |"
        )
    yield ""
    yield "Samma yrken, ordnade på andra sätt, och vinsten mot dem:"
    yield ""
    yield "| utsikt | som förut | rikets bedömning | vår prognos då | mot som förut | mot rikets |"
    yield "|---|---:|---:|---:|---:|---:|"
    others = ("rank_before", "rank_riket", "rank_own", "skill_before", "skill_riket")
    for one in told["outlooks"]:
        cells = " | ".join(_number(one["scores"][name]) for name in others)
        yield f"| {one['name']} | {cells} |"
    yield ""
    yield from _MEASURES.splitlines()
    for one in told["outlooks"]:
        yield from _entry(one)
    yield "## Hur mycket varje omgång ändras"
    yield ""
    for change in told["changes"]:
        yield f"- {_changed(change)}"
    yield ""
    yield from _GROWS.splitlines()


def _entry(one: Record) -> Iterator[str]:
    scores = one["scores"]
    yield f"## {one['name']}"
    yield ""
    yield f"- Gjord: {one['made']}. {one['about']} Tabell `{one['table']}`."
    yield f"- Skala: {one['scale']}"
    yield (
        f"- Prövad mot: {one['against']}, i {_regions(one)}: {_cases(scores)}; {one['left_out']} "
        "lämnades utanför, för att yrket är för litet eller saknas i registret."
    )
    yield f"- Riktning: {_said(scores['direction'])} Ordning: {_ranked(scores['rank'])}"
    yield f"- Mot att gissa på som förut: {_better(scores['skill_before'])}"
    if one["by_region"]:
        yield f"- Mot att ge alla rikets bedömning: {_better(scores['skill_riket'])}"
    yield f"- Yrken: {one['concordance']}"
    yield f"- Förbehåll: {one['caveat']}"
    yield ""


def _regions(one: Record) -> str:
    return "riket" if one["regions"] == ["00"] else f"{len(one['regions'])} län"


def _cases(scores: Mapping[str, Any]) -> str:
    return f"{_count(scores['cases'])} bedömningar av {scores['occupations']} yrken"


def _beside(measure: Measure, chance: float) -> int | None:
    """Return on which side of chance the whole interval lies; 0 where it holds chance."""
    lower, upper = measure["lower"], measure["upper"]
    if lower is None or upper is None:
        return None
    return int(lower > chance) - int(upper < chance)


def _said(measure: Measure) -> str:
    side = _beside(measure, _CHANCE_PART)
    if not side:
        return "går inte att skilja från slump."
    return "bättre än slump." if side > 0 else "sämre än slump."


def _ranked(measure: Measure) -> str:
    side = _beside(measure, _CHANCE_RANK)
    if not side:
        return "följer inte utfallet mer än slumpen."
    return "följer utfallet." if side > 0 else "går emot utfallet."


def _better(measure: Measure) -> str:
    side = _beside(measure, 0.0)
    if side is None:
        return "går inte att pröva."
    if not side:
        return "varken bättre eller sämre, så vitt det går att säga."
    return "bättre." if side > 0 else "sämre."


def _changed(change: Mapping[str, Any]) -> str:
    regions = "riket" if change["regions"] == 1 else f"{change['regions']} områden"
    return (
        f"Yrkesbarometern {change['later']} mot {change['earlier']}: {change['kept_pct']:.0f} % av "
        f"{_count(change['cells'])} bedömningar i {regions} är lika, {change['better_pct']:.0f} % "
        f"är bättre och {change['worse_pct']:.0f} % sämre."
    )


def _count(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _values(measure: Measure) -> tuple[float, float, float] | None:
    value, lower, upper = measure["value"], measure["lower"], measure["upper"]
    return None if value is None or lower is None or upper is None else (value, lower, upper)


def _part(measure: Measure) -> str:
    values = _values(measure)
    if values is None:
        return "–"
    value, lower, upper = (100 * one for one in values)
    return f"{value:.0f} % ({lower:.0f}–{upper:.0f})"


def _number(measure: Measure) -> str:
    values = _values(measure)
    if values is None:
        return "–"
    shown = [f"{one:.2f}".replace("-0.00", "0.00") for one in values]
    value, lower, upper = (one.replace("-", "−").replace(".", ",") for one in shown)
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
    sys.stdout.write(markdown(read(open_store())))
