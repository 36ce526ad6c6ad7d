"""`vagled`: read the arguments, call one function, say what happened."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from vagled_lmi.errors import TraceError, UsageError, VagledError

if TYPE_CHECKING:
    from vagled_lmi.brief.trace import Tracer
    from vagled_lmi.store import Store

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `vagled`.

    Parameters
    ----------
    arguments : sequence of str, optional
        Without the program's name; those of the process unless given.

    Returns
    -------
    int
        0 when all went well; a `VagledError`'s own code, 2 or above, when the user can mend it.
        What is our fault keeps its traceback.
    """
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except VagledError as error:
        sys.stdout.flush()
        sys.stderr.write(f"vagled: {error}\n")
        return error.exit_code
    except KeyboardInterrupt:
        sys.stderr.write("vagled: avbruten\n")
        return _INTERRUPTED
    except BrokenPipeError:
        # the reader of a pipe has seen enough; Python's own flush at exit must not complain
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="vagled",
        description="Arbetsmarknadsunderlag för studie- och yrkesvägledare, med adress på "
        "varje siffra.",
        epilog="Exempel: vagled brief uppsala",
    )
    parser.add_argument("--version", action="version", version=f"vagled {version('vagled-lmi')}")
    commands = parser.add_subparsers(required=True, metavar="KOMMANDO", title="kommandon")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], purpose: str, example: str
    ) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name, help=purpose, description=f"{purpose}.", epilog=f"Exempel: {example}"
        )
        added.set_defaults(run=run)
        return added

    brief = command(
        "brief",
        _brief,
        "Gör en brief om ett län, en kommun, ett område av flera län eller ett yrke",
        "vagled brief uppsala --edition all",
    )
    brief.add_argument(
        "region", nargs="?", default="", help="namn eller kod: uppsala, 'Uppsala län', 0331, SE12"
    )
    brief.add_argument(
        "--occupation", default="", metavar="YRKE", help="SSYK-kod eller namn: 2341, barnskötare"
    )
    cards = command("cards", _cards, "Gör samtalskort, ett per yrkesområde", "vagled cards uppsala")
    cards.add_argument("region", help="namn eller kod på ett län")
    for made in (brief, cards):
        made.add_argument(
            "--edition", default="sv", help="sv, sv-plain (lätt svenska), en, eller all; förval: sv"
        )
        made.add_argument(
            "--out", type=Path, default=Path("reports"), metavar="MAPP", help="förval: reports"
        )
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
    trace = command(
        "trace",
        _trace,
        "Visa varifrån ett tal i en brief kommer",
        "vagled trace reports/03/sv/brief.pdf '03/employed/level?region=03&period=2026M06'",
    )
    trace.add_argument("document", type=Path, metavar="BRIEF", help="document.json eller brief.pdf")
    trace.add_argument("address", nargs="?", metavar="ADRESS", help="talets adress")
    trace.add_argument("--replay", action="store_true", help="räkna om talet ur det lagrade svaret")
    trace.add_argument("--all", action="store_true", help="räkna om alla tal i briefen")
    hindsight = command(
        "hindsight",
        _hindsight,
        "Visa hur rätt äldre utsikter har haft",
        "vagled hindsight --json",
    )
    hindsight.add_argument("--json", action="store_true", help="som JSON, även per län")
    command("lab", _lab, "Öppna anteckningsböckerna i JupyterLab", "vagled lab")
    return parser


def _say(text: str) -> None:
    """Tell of progress, apart from what the command answers."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def _brief(options: argparse.Namespace) -> int:
    if not (options.region or options.occupation):
        raise UsageError("Ange en region, eller --occupation.", "Se: vagled brief --help")
    return _make(options, options.occupation)


def _cards(options: argparse.Namespace) -> int:
    return _make(options, cards=True)


def _make(options: argparse.Namespace, occupation: str = "", *, cards: bool = False) -> int:
    # where it is installed, jsonschema builds its grammar of IRIs at import, 0.7 s of a brief's
    # four; no schema here or in nbformat has that format, and jsonschema does without it
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

    from vagled_lmi.brief import publication
    from vagled_lmi.brief.editions import editions
    from vagled_lmi.brief.subject import subject
    from vagled_lmi.store import open_store

    about = subject(options.region, occupation, cards=cards)
    for edition in editions() if options.edition == "all" else (options.edition,):
        made = publication.make(about, edition, options.out, open_store(), _say)
        for label, path in (("HTML", made.html), ("PDF", made.pdf), ("Siffror", made.numbers)):
            print(f"{label + ':':<9}{path}")
    print(f"Uppgifterna hämtades senast {made.data_date[:10]}; briefen gjordes {made.built[:10]}.")
    return 0


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """Show how far each table has come, on stderr, while the block runs."""
    from rich.console import Console
    from rich.progress import Progress, TaskID

    with Progress(console=Console(stderr=True), transient=True) as shown:
        bars: dict[str, TaskID] = {}

        def told(table: str, done: int, whole: int) -> None:
            if table not in bars:
                bars[table] = shown.add_task(table)
            shown.update(bars[table], completed=done, total=whole)

        yield told


def _fetch(options: argparse.Namespace) -> int:
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
    with _progress() as told:
        for outcome in refresh.refresh(specs, open_store(), told, wanted):
            print(outcome.sentence, flush=True)
            if outcome.error is not None:
                status = outcome.error.exit_code
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
    with Session() as session, _progress() as told:
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
    from vagled_lmi.sources import catalogue
    from vagled_lmi.store import open_store

    store = open_store()
    if options.vintages:
        return _vintages(options, store)
    if options.as_of:
        raise UsageError("--as-of gäller en tabells årgångar.", "Ange också --vintages TABELL.")
    rows = []
    for spec in catalogue.specs().values():
        vintage = store.latest(spec.id)
        rows.append(
            {
                "id": spec.id,
                "agency": spec.agency,
                "register": spec.register,
                "title": spec.title,
                "unit": sorted({contents.unit for contents in spec.contents}),
                "cadence": spec.cadence,
                "licence": spec.licence,
                "fetchable": spec.live is not None,
                "retrieved": vintage.retrieved if vintage else None,
                "via": vintage.retrievals[0].via if vintage else None,
                "vintages": len(store.vintages(spec.id)),
            }
        )
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for row in rows:
        when = str(row["retrieved"] or "inte hämtad")[:10]
        via = f" ({row['via']})" if row["via"] else ""
        print(f"{row['id']:<24}{row['title']}\n{'':<24}{row['agency']}; hämtad {when}{via}")
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
    _say(f"{len(found)} tabeller." if found else "Inga tabeller. Prova färre eller andra ord.")
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
        print(f"{indicator.id:<20}{indicator.label}\n{'':<20}{indicator.definition}")
        for column in indicator.columns:
            print(f"{'':<20}  {column.name}: {column.label} ({column.unit})")
    return 0


def _trace(options: argparse.Namespace) -> int:
    from vagled_lmi.brief import publication
    from vagled_lmi.brief.trace import Tracer
    from vagled_lmi.store import open_store

    if options.all == bool(options.address):
        raise UsageError("Ange ett tals adress, eller --all.", "Se: vagled trace --help")
    tracer = Tracer(publication.read(options.document), open_store())
    if options.all:
        return _trace_all(tracer)
    for line in tracer.explain(options.address):
        print(line)
    if options.replay:
        replay = tracer.replay(options.address)
        if not replay.equal:
            raise TraceError(f"Omräknat: INTE lika; {replay.problem}.")
        print(f"\nOmräknat:    {replay.replayed!r}, lika med det tryckta.")
    return 0


def _trace_all(tracer: Tracer) -> int:
    replays = [tracer.replay(address) for address in tracer.addresses()]
    unequal = [replay for replay in replays if not replay.equal]
    for replay in unequal:
        print(f"{replay.address}: tryckt {replay.printed!r}; {replay.problem}")
    print(f"{len(replays) - len(unequal)} av {len(replays)} tal är lika när de räknas om.")
    if unequal:
        raise TraceError(f"{len(unequal)} tal är inte lika.")
    print(f"{len(tracer.verdicts())} ordval följer av talen.")
    return 0


def _hindsight(options: argparse.Namespace) -> int:
    from vagled_lmi.outlook import hindsight_page
    from vagled_lmi.store import open_store

    scored, changes = hindsight_page.read(open_store())
    if options.json:
        told = hindsight_page.to_json(scored, changes)
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for line in hindsight_page.lines(scored, changes):
        print(line)
    return 0


def _lab(_: argparse.Namespace) -> int:
    from vagled_lmi import resources

    folder = Path("vagled-notebooks")
    for source in sorted(resources.notebooks_dir().rglob("*.ipynb")):
        copy = folder / source.relative_to(resources.notebooks_dir())
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)
    _say(f"Dina kopior av anteckningsböckerna ligger i {folder.resolve()}.")
    command = [sys.executable, "-m", "jupyter", "lab", str(folder)]
    return subprocess.run(command, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
