"""`vagled`: read the arguments, call one function, say what happened."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

from vagled_lmi.cli import briefs, fetching, lab, listings, proof
from vagled_lmi.cli.commands import Run
from vagled_lmi.errors import VagledError

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
    run: Run = options.run
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

    def command(name: str, run: Run, purpose: str, example: str) -> argparse.ArgumentParser:
        added = commands.add_parser(
            name, help=purpose, description=f"{purpose}.", epilog=f"Exempel: {example}"
        )
        added.set_defaults(run=run)
        return added

    for room in (briefs, fetching, listings, proof, lab):
        room.declare(command)
    return parser
