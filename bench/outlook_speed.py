"""Time the outlook of all of Sweden: 21 counties, all occupations, five years, with intervals.

``python -m bench.outlook_speed --data FILE`` reads FILE as `bench.outlook` does and repeats its
counties until there are 21, so that the work is that of all of Sweden; the figures it makes mean
nothing. Everything is counted: rolling backtest, choice, intervals, every kind of sum.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from bench.outlook_file import read
from vagled_lmi.codes import regions
from vagled_lmi.outlook.employees import train
from vagled_lmi.outlook.panel import Panel

_SECONDS, _MEGABYTES = 60.0, 2048.0


def of_all_counties(panel: Panel) -> Panel:
    """Return a panel of every county, the given ones repeated under the other codes."""
    codes = [region.code for region in regions("county")]
    given = list(islice(cycle(panel.region.codes), len(codes)))
    rows = [np.flatnonzero(panel.regions == code) for code in given]
    return replace(
        panel,
        regions=np.concatenate(
            [np.full(len(row), code) for code, row in zip(codes, rows, strict=True)]
        ),
        occupations=panel.occupations[np.concatenate(rows)],
        values=panel.values[np.concatenate(rows)],
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print seconds and memory; exit 1 where either is more than it may be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FILE")
    panel = of_all_counties(read(parser.parse_args(arguments).data)[0])
    start = time.perf_counter()
    made = train(panel)
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(panel.region.codes)} counties, {len(panel.occupation.codes)} occupations: "
        f"{len(made.outlook)} outlooks with intervals in {seconds:.1f} s, peak {megabytes:.0f} MB"
    )
    return 0 if seconds < _SECONDS and megabytes < _MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
