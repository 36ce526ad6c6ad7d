"""`vagled trace`, `vagled hindsight`: where a number is from, and how right outlooks were."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from vagled_lmi.cli.commands import Command
from vagled_lmi.errors import TraceError, UsageError

if TYPE_CHECKING:
    from vagled_lmi.brief.trace import Tracer


def declare(command: Command) -> None:
    """Add the commands of this room."""
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


def _trace(options: argparse.Namespace) -> int:
    from vagled_lmi.brief import history
    from vagled_lmi.brief.trace import Tracer
    from vagled_lmi.store import open_store

    if options.all == bool(options.address):
        raise UsageError("Ange ett tals adress, eller --all.", "Se: vagled trace --help")
    tracer = Tracer(history.read(options.document), open_store())
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

    told = hindsight_page.read(open_store())
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for line in hindsight_page.lines(told):
        print(line)
    return 0
