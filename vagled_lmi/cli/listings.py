"""`vagled regions`, `vagled tables`, `vagled indicators`: what there is to ask for."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from vagled_lmi.cli.commands import Command, say
from vagled_lmi.errors import UsageError

if TYPE_CHECKING:
    from vagled_lmi.store import Store


def declare(command: Command) -> None:
    """Add the commands of this room."""
    regions = command("regions", _regions, "Visa regionernas koder", "vagled regions --kommuner 03")
    regions.add_argument("--kommuner", metavar="LÄN", help="visa kommunerna i ett län")
    tables = command("tables", _tables, "Visa tabellerna och hur färska de är", "vagled tables")
    tables.add_argument("--json", action="store_true", help="som JSON")
    tables.add_argument("--search", metavar="ORD", help="sök bland myndighetens alla tabeller")
    tables.add_argument(
        "--agency", default="scb", metavar="KÄLLA", help="var --search söker (förval: scb)"
    )
    tables.add_argument("--vintages", metavar="TABELL", help="visa en tabells årgångar")
    tables.add_argument(
        "--as-of", metavar="DATUM", help="med --vintages: vilka som gällde vid en tidpunkt"
    )
    command("indicators", _indicators, "Visa indikatorerna och vad de mäter", "vagled indicators")


def _regions(options: argparse.Namespace) -> int:
    from vagled_lmi.codes import Region, regions

    if options.kommuner:
        county = Region.parse(options.kommuner)
        if county.level != "county":
            raise UsageError(f"{county.name} är inget län.", "Se: vagled regions")
        shown: tuple[Region, ...] = county.municipalities
    else:
        shown = (*regions("country"), *regions("nuts2"), *regions("county"))
    for region in shown:
        print(f"{region.code:<6}{region.name}")
    return 0


def _tables(options: argparse.Namespace) -> int:
    if options.search is not None:
        return _search(options)
    from vagled_lmi.sources import listing
    from vagled_lmi.store import open_store

    store = open_store()
    if options.vintages:
        return _vintages(options, store)
    if options.as_of:
        raise UsageError("--as-of gäller en tabells årgångar.", "Ange också --vintages TABELL.")
    rows = listing.rows(store)
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    wide = max(len(row["id"]) for row in rows) + 2
    for row in rows:
        when = f"hämtad {row['retrieved'][:10]}" if row["retrieved"] else "inte hämtad"
        via = f" ({row['via']})" if row["via"] else ""
        print(f"{row['id']:<{wide}}{row['title']}\n{'':<{wide}}{row['agency']}; {when}{via}")
    return 0


def _search(options: argparse.Namespace) -> int:
    from dataclasses import asdict

    from vagled_lmi.session import Session
    from vagled_lmi.sources import catalogue

    with Session() as session:
        found = list(catalogue.search(options.agency, options.search, session.send))
    if options.json:
        print(json.dumps([asdict(table) for table in found], ensure_ascii=False, indent=1))
        return 0
    for table in found:
        ended = "; avslutad" if table.discontinued else ""
        updated = f"; uppdaterad {table.updated[:10]}" if table.updated else ""
        print(f"{table.id:<10}{table.label}\n{'':<10}{table.first}–{table.last}{updated}{ended}")
    say(f"{len(found)} tabeller." if found else "Inga tabeller. Prova färre eller andra ord.")
    return 0


def _vintages(options: argparse.Namespace, store: Store) -> int:
    from vagled_lmi.sentinel import report
    from vagled_lmi.sources import catalogue

    spec = catalogue.spec(options.vintages)
    used = store.in_use(spec.id, options.as_of)
    rows = [report.vintage_json(v) | {"in_use": v in used} for v in store.vintages(spec.id)]
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    when = f" {options.as_of}" if options.as_of else ""
    print(f"{spec.id}: {spec.title}. * används{when}.")
    for vintage in store.vintages(spec.id):
        mark = "*" if vintage in used else " "
        print(f"{mark} {vintage.id.partition('@')[2]}  {report.about(vintage)}".rstrip())
    return 0


def _indicators(_: argparse.Namespace) -> int:
    from vagled_lmi.outlook import catalogue

    for indicator in catalogue.indicators().values():
        print(f"{indicator.id:<28}{indicator.label}\n{'':<28}{indicator.definition}")
        for column in indicator.columns:
            print(f"{'':<28}  {column.name}: {column.label} ({column.unit})")
    return 0
