"""Score the outlooks of employees by occupation on the regions of a file.

``python -m bench.outlook --data FILE`` rolls through the years of FILE, each time with what was
known then, and prints how the shipped choice does against no change and how often the intervals
have held. FILE is Parquet or CSV with the columns ``level`` (``SSYK4``), ``ssyk_code``,
``county_code``, ``sex``, ``year`` and ``value``. Nothing is tuned on FILE: each year's choice and
widths come from the years before it. ``--breaks`` names other years than the declared ones as
breaks, to see how much hangs on them.

Exit status 1 where the shipped choice is worse than no change at a horizon, with targets chained
over the breaks or as published, or the 80 % intervals hold outside 75-85 % of all cases, or outside
70-90 % in a size class at a horizon with cases enough to judge by; what has too few is printed as
not judged. 2 where FILE cannot be scored.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import outlook_measured
from bench.outlook_file import FileError, read
from bench.outlook_measured import Record
from vagled_lmi.outlook.backtest import HORIZONS
from vagled_lmi.outlook.breaks import DECLARED
from vagled_lmi.outlook.choice import SHIPPED
from vagled_lmi.outlook.panel import SIZE_NAMES

Numbers = Sequence[float | None]


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _numbers(values: Numbers) -> str:
    return "".join(f"{_number(value):>9}" for value in values)


def _heading(title: str) -> None:
    print(f"\n{title}")
    print(f"{'years ahead':<34}" + "".join(f"{h:>9}" for h in range(1, HORIZONS + 1)))


def _table(title: str, rows: dict[str, Numbers]) -> None:
    _heading(title)
    for name, values in rows.items():
        print(f"{name:<34}{_numbers(values)}")


def _by_size(title: str, *named: tuple[str, Sequence[Numbers]]) -> None:
    rows = {
        f"{name}{size}": values[at] for at, size in enumerate(SIZE_NAMES) for name, values in named
    }
    _table(title, rows)


def show(told: Record) -> None:
    """Print the tables."""
    print(
        f"{len(told['regions'])} regions ({', '.join(told['regions'])}), "
        f"{told['occupations']} occupations, {told['years'][0]}-{told['years'][1]}; "
        f"origins {told['origins'][0]}-{told['origins'][-1]}; "
        f"breaks {', '.join(map(str, told['breaks']))}"
    )
    _table("MASE relative to no change, targets chained over the breaks", told["relative"])
    _table("the same, targets as published", told["relative_published"])
    _table("absolute error in persons relative to no change", {SHIPPED: told["persons"]})
    _by_size(
        "MASE relative to no change, by size class",
        (f"{SHIPPED}, ", told["relative_by_size"]),
        ("as published, ", told["relative_published_by_size"]),
        ("best plain, ", told["plain_by_size"]),
    )
    _heading("series scored")
    for size, counts in zip(SIZE_NAMES, told["scored"], strict=True):
        print(f"{size:<34}" + "".join(f"{count:>9}" for count in counts))
    for percent, held in told["held"].items():
        _by_size(
            f"realised coverage of {percent} intervals, out of sample in time",
            ("", held["by_size"]),
        )
    out = told["held_out"]
    if out is None:
        print("\nOne region: none can be held out.")
        return
    _table("counties held out: MASE relative to no change", {SHIPPED: out["relative"]})
    _by_size("counties held out: realised coverage of 80% intervals", ("", out["80%"]["by_size"]))


def _conclude(told: Record) -> int:
    failures = list(outlook_measured.failures(told))
    print(f"\n{'NOT MET' if failures else 'met'}: no worse than no change; coverage within bounds")
    for failure in failures:
        print(f"  {failure}")
    for cell in outlook_measured.not_judged(told):
        print(f"  not judged: {cell}")
    held = told["held"]["80%"]
    print(f"coverage of 80% intervals over all: {_number(held['overall'])}")
    relative, published = told["relative"][SHIPPED], told["relative_published"][SHIPPED]
    for ahead, share in enumerate(held["years"]):
        if share is not None:
            print(
                f"{ahead + 1} years ahead: MASE relative to no change {_number(relative[ahead])} "
                f"(as published {_number(published[ahead])}), 80% intervals held {share:.3f}"
            )
    return 1 if failures else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FILE")
    parser.add_argument("--breaks", type=int, nargs="*", default=DECLARED, metavar="YEAR")
    options = parser.parse_args(arguments)
    try:
        panel, notes = read(options.data)
    except FileError as error:
        sys.stderr.write(f"{options.data}: {error}.\n")
        return 2
    for note in notes:
        sys.stderr.write(f"{options.data.name}: {note}.\n")
    told = outlook_measured.measure(panel, tuple(options.breaks))
    show(told)
    return _conclude(told)


if __name__ == "__main__":
    sys.exit(main())
