"""`vagled brief`, `vagled cards`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from vagled_lmi.cli.commands import Command, say
from vagled_lmi.errors import UsageError
from vagled_lmi.vintages import end_of


def declare(command: Command) -> None:
    """Add the commands of this room."""
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
    against = brief.add_mutually_exclusive_group()
    against.add_argument(
        "--previous",
        default="",
        metavar="FIL",
        help="jämför med en tidigare brief (document.json eller brief.pdf); förval: den som ligger "
        "i mappen",
    )
    against.add_argument(
        "--since", default="", metavar="DATUM", help="jämför med det som var känt den dagen"
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


def _brief(options: argparse.Namespace) -> int:
    if not (options.region or options.occupation):
        raise UsageError("Ange en region, eller --occupation.", "Se: vagled brief --help")
    if options.since:
        end_of(options.since)
    elif options.previous and not Path(options.previous).exists():
        raise UsageError(f"Filen {options.previous} finns inte.", "Se: vagled brief --help")
    previous = options.since or (options.previous and str(Path(options.previous).resolve()))
    return _make(options, options.occupation, previous=previous)


def _cards(options: argparse.Namespace) -> int:
    return _make(options, cards=True)


def _make(
    options: argparse.Namespace, occupation: str = "", *, cards: bool = False, previous: str = ""
) -> int:
    # nbformat imports jsonschema, which builds a grammar of IRIs where it is installed: 0.7 s of a
    # brief; no schema of nbformat has that format, and jsonschema does without it
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

    from vagled_lmi.brief import publication
    from vagled_lmi.brief.editions import editions
    from vagled_lmi.brief.subject import subject
    from vagled_lmi.store import open_store

    about = subject(options.region, occupation, cards=cards)
    for edition in editions() if options.edition == "all" else (options.edition,):
        made = publication.make(about, edition, options.out, open_store(), say, previous=previous)
        for label, path in (("HTML", made.html), ("PDF", made.pdf), ("Siffror", made.numbers)):
            print(f"{label + ':':<9}{path}")
    print(f"Uppgifterna hämtades senast {made.data_date[:10]}; briefen gjordes {made.built[:10]}.")
    return 0
