"""Model cards: what an outlook was made from, how good it has been, and when not to use it.

``python -m vagled_lmi.outlook.card`` prints the cards of the figures at hand.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib.metadata import version
from statistics import median
from typing import Any

from vagled_lmi.outlook import backtest, monthly, openings, pooled, shipped, verdicts
from vagled_lmi.outlook.candidates import NAMES
from vagled_lmi.outlook.employees import Trained
from vagled_lmi.outlook.intervals import LEVELS
from vagled_lmi.outlook.monthly import Monthly
from vagled_lmi.outlook.panel import SIZE_NAMES
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive, open_store
from vagled_lmi.tables import Table

_LIBRARIES = ("numpy", "pandas", "scikit-learn")
_KINDS = {
    "county-4": "yrke i län",
    "county-3": "yrkesgrupp i län",
    "nuts2-4": "yrke i landsdel",
    "nuts2-3": "yrkesgrupp i landsdel",
    "country-4": "yrke i riket",
    "country-3": "yrkesgrupp i riket",
    "total": "alla anställda i län",
}
_EMPLOYEES, _AGES = "scb:YREG60", "scb:YREG51"
#: Indicators that rest on the outlook by occupation.
_OF_EMPLOYEES = frozenset(
    {
        "outlook", "outlook_accuracy", "openings", "disagreement", "outlook_reach",
        "outlook_labour_market",
    }
)  # fmt: skip
#: The table of each monthly outlook, and whether it is forecast in logarithms.
_MONTHLY = {
    "outlook_employed": ("scb:ArbStDoNMNN", True),
    "outlook_unemployment": ("scb:TAB6260", False),
}
#: Every indicator that there is a card of.
ALL = _OF_EMPLOYEES | set(_MONTHLY)


def employees_card(table: Table, ages: Table, trained: Trained) -> str:
    """Return the card of the outlook by occupation and of the openings, in Swedish.

    Parameters
    ----------
    table, ages : Table
        ``scb:YREG60`` and ``scb:YREG51`` in the vintages that it rests on.
    trained : Trained
        The outlook.
    """
    return _joined(_employees(table, ages, trained))


def monthly_card(table: Table, made: Monthly) -> str:
    """Return the card of a monthly outlook, in Swedish."""
    return _joined(_months(table, made))


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines) + "\n"


def _vintages(table: Table) -> Iterator[str]:
    periods = table.frame["period"]
    yield f"- `{table.spec.id}`, {table.spec.register}: {periods.min()}–{periods.max()}."
    for retrieval in table.retrievals:
        via = f", {retrieval.via}" if retrieval.via else ""
        yield f"  Årgång `{retrieval.vintage}`{via}, sha256 `{retrieval.sha256}`."


def _employees(table: Table, ages: Table, trained: Trained) -> Iterator[str]:
    about: Mapping[str, Any] = trained.about
    origins = about["origins"]
    checked = openings.check(ages.frame, 2020, 2024)
    yield from ("# Modellkort: antalet anställda efter yrke, ett till fem år fram", "")
    yield from ("## Vad den är gjord av", "")
    yield from _vintages(table)
    yield from _vintages(ages)
    yield f"- Län: {', '.join(about['regions'])}{' och riket' if about['whole'] else ''}."
    for year, shifts in about["shift_pct"].items():
        middle = _decimal(median(shifts.values()), 1)
        yield f"- Brott {year}: nivån flyttad {middle} % i mitten av yrkena, skattat i riket."
    yield f"- {', '.join(f'{name} {version(name)}' for name in _LIBRARIES)}; frö {pooled.SEED}."
    yield from ("", "## Vad som tävlar", "")
    yield f"- Prognoser: {', '.join(NAMES)}."
    yield "- Det som missat minst hittills väljs, per storlek och antal år framåt."
    yield f"- Ridge och träd får veta: {', '.join(f'`{name}`' for name in about['features'])}."
    yield "- Summor är summor av yrken i län (nedifrån och upp); deras intervall är egna."
    yield from ("", "## Hur bra den har varit", "")
    yield f"Startår {origins[0]}–{origins[-1]}, var gång med det som var känt då."
    yield "Fel: MASE delad med MASE för oförändrat, omräknat över brotten och som publicerat."
    yield "Höll: andelen av intervallen som rymde utfallet, på år som de inte är gjorda av."
    yield ""
    yield "| slag | storlek | år | metod | fel | fel, publicerat | 80 % höll | 50 % höll | n |"
    yield "|---|---|---:|---|---:|---:|---:|---:|---:|"
    for row in trained.accuracy.to_dict("records"):
        if row["kind"] == "county-4" or row["size"] == SIZE_NAMES[-1]:
            yield (
                f"| {_KINDS[row['kind']]} | {row['size']} | {row['years']} | {row['method']} | "
                f"{_decimal(row['relative'], 2)} | {_decimal(row['relative_published'], 2)} | "
                f"{row['held_80']:.0f} % | {row['held_50']:.0f} % | {row['tested']:.0f} |"
            )
    yield from ("", "## Hur många som lämnar med åldern", "")
    yield f"- Prövat {checked.origin}–{checked.target} i {checked.occupations} yrken: antalet"
    yield f"  60–64-åringar missades med {_decimal(checked.error_pct, 1)} %, mot"
    yield f"  {_decimal(checked.unchanged_pct, 1)} % för oförändrat antal."
    yield from ("", "## När den inte ska användas", "")
    yield f"- För färre än {verdicts.FEWEST_PRINTED} personer ges ingen prognos; under"
    yield f"  {verdicts.FEWEST_UNMARKED} är den märkt."
    yield f"- Längre fram än {backtest.HORIZONS} år."
    yield "- När det står *vi vet inte*: intervallet rymmer både ökning och minskning, eller sådana"
    yield f"  intervall har hållit i mindre än {verdicts.SELDOM_HELD_PCT:.0f} % av fallen."
    yield "- För kriser och beslut som inte liknar dem som finns i serien."
    yield "- För en enskild arbetsgivare, kommun eller utbildning."


def _months(table: Table, made: Monthly) -> Iterator[str]:
    fifty, eighty = (LEVELS.index(level) for level in (0.5, 0.8))
    yield from (f"# Modellkort: {table.spec.title}, 1–24 månader fram", "")
    yield from ("## Vad den är gjord av", "")
    yield from _vintages(table)
    yield f"- {len(made.regions)} regioner: {', '.join(made.regions)}."
    yield from ("", "## Vad som tävlar", "")
    yield f"- {', '.join(monthly.FORECASTERS)}. Inget skattas utom säsongen."
    yield "- Det som missat minst hittills väljs, per antal månader framåt. Har valet inte varit"
    yield "  bättre än oförändrat när det prövats, eller inte kunnat prövas, gäller oförändrat."
    yield from ("", "## Hur bra den har varit", "")
    yield "| månader | metod | valets fel mot oförändrat | 80 % höll | 50 % höll | prövade |"
    yield "|---:|---|---:|---:|---:|---:|"
    for ahead in range(monthly.HORIZONS):
        tested = made.tested[ahead]
        scores = (
            f"{_decimal(made.tried[ahead], 2)} | {100 * made.held[eighty, ahead]:.0f} % | "
            f"{100 * made.held[fifty, ahead]:.0f} %"
        )
        scores = scores if tested else "– | – | –"
        yield f"| {ahead + 1} | {made.methods[ahead]} | {scores} | {tested:.0f} |"
    yield from ("", "## När den inte ska användas", "")
    yield "- När det står *vi vet inte*: sådana intervall har hållit för sällan, eller är oprövade."
    yield "- Regionerna rör sig lika: de prövade fallen är färre än de ser ut."


def _decimal(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",").replace("-", "−")


def cards(
    read: Callable[[str], Table], tables: Collection[str], indicators: Collection[str] = ALL
) -> dict[str, str]:
    """Return the cards of what some indicators rest on, by the name of the file.

    Parameters
    ----------
    read : callable
        Reads a table in the vintage that the outlook rests on.
    tables : collection of str
        Ids of the tables that can be read; a card of others is left out.
    indicators : collection of str
        Ids of the indicators that are shown; all unless given.
    """
    made = {}
    if not _OF_EMPLOYEES.isdisjoint(indicators) and {_EMPLOYEES, _AGES} <= set(tables):
        table, ages = read(_EMPLOYEES), read(_AGES)
        trained = shipped.outlook(table.frame, ages.frame)
        made["modellkort-yrken.md"] = employees_card(table, ages, trained)
    for indicator, (name, logs) in _MONTHLY.items():
        if indicator in indicators and name in tables:
            series = read(name)
            card = monthly_card(series, monthly.outlook(series.frame, logs=logs))
            made[f"modellkort-{name.split(':')[1]}.md"] = card
    return made


def _of_store(store: Archive) -> dict[str, str]:
    """Return every card of the newest figures of a store."""
    tables = (_EMPLOYEES, _AGES, *(name for name, _ in _MONTHLY.values()))
    return cards(lambda table: catalogue.load(table, store), tables)


if __name__ == "__main__":
    sys.stdout.write("\n".join(_of_store(open_store()).values()))
