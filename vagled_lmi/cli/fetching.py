"""`vagled fetch`, `vagled watch`, `vagled diff`: what the agencies say now, and what moved."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from vagled_lmi.cli.commands import Command, progress
from vagled_lmi.errors import UsageError


def declare(command: Command) -> None:
    """Add the commands of this room."""
    fetch = command(
        "fetch", _fetch, "Hämta nya siffror från myndigheterna", "vagled fetch scb:TAB6471"
    )
    fetch.add_argument("tables", nargs="*", metavar="TABELL", help="id; alla som kan hämtas")
    fetch.add_argument(
        "--region", nargs="+", action="extend", default=[], metavar="R",
        help="bara dessa regioner och de som de jämförs med: uppsala, 0380",
    )  # fmt: skip
    fetch.add_argument(
        "--period", nargs="+", action="extend", default=[], metavar="P",
        help="bara dessa perioder: 2024, 2026M06",
    )  # fmt: skip
    fetch.add_argument(
        "--id", nargs="+", action="extend", default=[], metavar="ID",
        help="myndighetens tabell, när den inte går att känna igen: TAB4434",
    )  # fmt: skip
    fetch.add_argument(
        "--file", type=Path, metavar="FIL",
        help="lägg in en nedladdad fil i stället, för en tabell som inte hämtas av programmet",
    )  # fmt: skip
    watch = command(
        "watch",
        _watch,
        "Jämför tabellerna med hur de var när de hämtades",
        "vagled watch scb:TAB6471 --json",
    )
    watch.add_argument("tables", nargs="*", metavar="TABELL", help="id; alla som kan hämtas")
    watch.add_argument("--json", action="store_true", help="som JSON")
    diff = command(
        "diff",
        _diff,
        "Visa vad som skiljer två årgångar av en tabell",
        "vagled diff scb:TAB6471 --from 2026-06-01",
    )
    diff.add_argument("table", metavar="TABELL")
    diff.add_argument(
        "--from", dest="since", metavar="ÅRGÅNG", help="id eller tidpunkt (förval: den förra)"
    )
    diff.add_argument(
        "--to", dest="until", metavar="ÅRGÅNG", help="id eller tidpunkt (förval: den senaste)"
    )
    diff.add_argument("--json", action="store_true", help="som JSON")


def _fetch(options: argparse.Namespace) -> int:
    from vagled_lmi.session import switched_off
    from vagled_lmi.sources import refresh
    from vagled_lmi.sources.fetching import Wanted
    from vagled_lmi.store import open_store

    status = 0
    specs = refresh.chosen(options.tables, options.id)
    if options.file is not None:
        if len(options.tables) != 1:
            raise UsageError("En fil hör till en tabell.", "Skriv: vagled fetch TABELL --file FIL")
        print(refresh.take(specs[0], open_store(), options.file).sentence)
        return 0
    wanted = Wanted.parse(options.region, options.period, options.id)
    failed = []
    with progress() as told:
        for outcome in refresh.refresh(specs, open_store(), told, wanted):
            print(outcome.sentence, flush=True)
            if outcome.error is not None:
                failed.append(outcome.table)
                status = max(status, outcome.error.exit_code)
    if failed and len(specs) > 1 and not switched_off():
        print(f"{len(failed)} av {len(specs)} tabeller hämtades inte: {', '.join(failed)}.")
    return status


def _watch(options: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from vagled_lmi.sentinel import report, watch
    from vagled_lmi.session import Session
    from vagled_lmi.sources import refresh
    from vagled_lmi.store import open_store

    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    specs = refresh.chosen(options.tables)
    seen = []
    with Session() as session, progress() as told:
        for one in watch.watch(specs, open_store(), session.send, now, told):
            seen.append(one)
            if not options.json:
                print("\n".join(report.of_watched(one)), flush=True)
    if options.json:
        print(json.dumps(report.watched_json(seen, now), ensure_ascii=False, indent=1))
    else:
        print(watch.summary(seen))
    return watch.exit_code(seen)


def _diff(options: argparse.Namespace) -> int:
    from vagled_lmi.sentinel import diff, report
    from vagled_lmi.sources import catalogue
    from vagled_lmi.store import open_store

    spec = catalogue.spec(options.table)
    found = diff.difference(spec, open_store(), options.since, options.until)
    if options.json:
        print(json.dumps(report.difference_json(found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(report.of_difference(found)))
    return int(bool(found.findings))
