"""Feed every parser hostile input until something else than the project's own errors comes out.

``python -m bench.fuzz [NAME ...] [--inputs N]`` draws with hypothesis, from the same targets as
tests/sources/test_fuzz.py, 200 000 inputs a parser unless told otherwise, and adds a line for each
to docs/benchmarks/fuzz.json; a parser that has its line there already is left alone unless it is
named. ``--page`` writes docs/benchmarks/fuzz.md
of those lines.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzzing.tape import tapes
from tests.fuzzing.target import Target
from tests.fuzzing.targets import TARGETS

INPUTS = 200_000
#: Inputs drawn at a time, and between two beginnings of hypothesis, which remembers all it drew.
AT_ONCE, A_ROUND = 50, 20_000
FOLDER = Path(__file__).parents[1] / "docs" / "benchmarks"
RECORD, PAGE = FOLDER / "fuzz.json", FOLDER / "fuzz.md"

Line = Mapping[str, Any]


def run(target: Target, inputs: int) -> Line:
    """Feed a parser; what it should not raise comes out of here, shrunk by hypothesis."""
    fed = taken = 0
    begun = time.process_time()
    for number in range(-(-inputs // A_ROUND)):

        @seed(number)
        @settings(
            max_examples=min(A_ROUND, inputs - number * A_ROUND) // AT_ONCE,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )
        @given(drawn=tapes(AT_ONCE))
        def feed(drawn: list[bytes]) -> None:
            nonlocal fed, taken
            for tape in drawn:
                fed += 1
                taken += target.feed(tape) == len(target.reads)

        feed()
    return {"inputs": fed, "taken": taken, "processor s": round(time.process_time() - begun)}


def record() -> dict[str, Line]:
    """Return what has been run before."""
    kept: dict[str, Line] = json.loads(RECORD.read_bytes()) if RECORD.is_file() else {}
    return {name: kept[name] for name in TARGETS if name in kept}


def _spaced(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def page(lines: Mapping[str, Line]) -> str:
    """Return the page of what has been run."""
    rows = [
        f"| {name} | {_spaced(line['inputs'])} | {_spaced(line['taken'])} | {line['processor s']} |"
        for name, line in lines.items()
    ]
    waiting = [f"- {name}" for name in TARGETS if name not in lines]
    more = ["\nNot fed as much yet, only the 2 000 inputs of the tests:\n", *waiting]
    return "\n".join([_HEAD, *rows, *(more if waiting else []), ""])


_HEAD = """\
# Hostile input

```
python -m bench.fuzz            # hours; goes on where it stopped
python -m bench.fuzz --page     # this page, of what has been run
```

Each parser of the program is fed sound input with something in it changed: values swapped for
others of the same answer or for awkward ones, fields and rows gone, renamed or twice, bytes cut out
and put in, parts of workbooks changed and packed again, payloads of a vintage gone, twice or
elsewhere; and a few inputs of any bytes at all. Hypothesis draws the decisions and shrinks what
fails. Nothing but `DecodeError`, `ContractError` and `SourceError` may come out. The tests feed
each parser 2 000 inputs of the same kind, and hold that no function that reads bytes is forgotten.
A name with *fetch* is whole conversations, in which any answer may be changed.

*Taken* are inputs that every function of the parser read all the same: a changed figure is a
figure. One run, Python 3.11.

| parser | inputs | taken | processor s |
|---|---:|---:|---:|"""


def main() -> int:
    """Run what is asked for, or what has not been run."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="; ".join(TARGETS))
    parser.add_argument("--inputs", type=int, default=INPUTS)
    parser.add_argument("--page", action="store_true", help="write the page of what has been run")
    options = parser.parse_args()
    if options.page:
        PAGE.write_text(page(record()), encoding="utf-8")
        return 0
    done = record()
    for name in options.names or [name for name in TARGETS if name not in done]:
        line = run(TARGETS[name], options.inputs)
        print(f"{name}: {line}", flush=True)
        if line["inputs"] < INPUTS:
            continue  # a look, and no run to keep
        RECORD.write_text(
            json.dumps({**record(), name: line}, ensure_ascii=False, indent=1) + "\n",
            encoding="utf-8",
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
