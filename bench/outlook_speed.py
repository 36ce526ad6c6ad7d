"""Time the outlook of all of Sweden: 21 counties, all occupations, five years, with intervals.

``python -m bench.outlook_speed --data FILE`` reads FILE as `bench.outlook` does and repeats its
counties until there are 21, so that the work is that of all of Sweden; the figures it makes mean
nothing. Everything is counted: rolling backtest, choice, intervals, every kind of sum.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from bench.outlook_file import FileError, read
from vagled_lmi.codes import regions
from vagled_lmi.outlook.employees import train
from vagled_lmi.outlook.panel import Panel

#: What all of Sweden may take.
SECONDS, MEGABYTES = 60.0, 2048.0


def of_all_counties(panel: Panel) -> Panel:
    """Return a panel of every county, the given ones repeated under the other codes."""
    codes = [region.code for region in regions("county")]
    given = list(islice(cycle(panel.region.codes), len(codes)))
    rows = [np.flatnonzero(panel.regions == code) for code in given]
    every = np.concatenate(rows)
    return replace(
        panel,
        regions=np.concatenate(
            [np.full(len(row), code) for code, row in zip(codes, rows, strict=True)]
        ),
        occupations=panel.occupations[every],
        values=panel.values[every],
        traits={name: told[every] for name, told in panel.traits.items()},
    )


def measure(path: Path) -> dict[str, float]:
    """Train and predict all of Sweden; return what it was of, ``seconds`` and ``megabytes``."""
    panel = of_all_counties(read(path)[0])
    start = time.perf_counter()
    made = train(panel)
    return {
        "counties": len(panel.region.codes),
        "occupations": len(panel.occupation.codes),
        "outlooks": len(made.outlook),
        "seconds": round(time.perf_counter() - start, 1),
        "megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print seconds and memory; exit 1 where either is more than it may be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FILE")
    parser.add_argument("--json", action="store_true", help="print the numbers as JSON")
    options = parser.parse_args(arguments)
    try:
        took = measure(options.data)
    except FileError as error:
        sys.stderr.write(f"{options.data}: {error}.\n")
        return 2
    if options.json:
        print(json.dumps(took))
    else:
        print(
            f"{took['counties']} counties, {took['occupations']} occupations: "
            f"{took['outlooks']} outlooks with intervals in {took['seconds']:.1f} s, "
            f"peak {took['megabytes']:.0f} MB"
        )
    return 0 if took["seconds"] < SECONDS and took["megabytes"] < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
