"""Score the outlooks of employees by occupation on the regions of a file.

``python -m bench.outlook --data FILE`` rolls through the years of FILE, each time with what was
known then, and prints how the shipped choice does against no change and how often the intervals
have held. FILE is Parquet or CSV with the columns ``level`` (``SSYK4``), ``ssyk_code``,
``county_code``, ``year`` and ``value``; rows of the same key, such as two sexes, are added. Nothing
is tuned on FILE: each year's choice and widths come from the years before it. ``--breaks`` names
other years than the declared ones as breaks, to see how much hangs on them.

Exit status 1 where the shipped choice is worse than no change at a horizon, or the 80 % intervals
hold outside 75-85 % of all cases, or outside 70-90 % in a size class at a horizon.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from vagled_lmi.outlook import backtest, candidates, choice, coverage
from vagled_lmi.outlook.breaks import DECLARED
from vagled_lmi.outlook.intervals import LEVELS
from vagled_lmi.outlook.panel import SIZE_NAMES, Floats, Panel

_COLUMNS = {"county_code": "region", "ssyk_code": "ssyk", "year": "year", "value": "value"}
_OVERALL, _EACH = (0.75, 0.85), (0.70, 0.90)
_EIGHTY = LEVELS.index(0.8)


def read(path: Path) -> Panel:
    """Read a file's four-digit occupations."""
    if path.suffix == ".parquet":
        frame = pd.read_parquet(path)
    else:
        frame = pd.read_csv(path, dtype={"county_code": str, "ssyk_code": str})
    frame = frame[frame["level"] == "SSYK4"] if "level" in frame else frame
    frame = frame[list(_COLUMNS)].rename(columns=_COLUMNS)
    return Panel.from_long(frame.assign(year=frame["year"].astype(int)))


def _numbers(values: Floats, decimals: int = 3) -> str:
    return "".join("        –" if np.isnan(v) else f"{v:>9.{decimals}f}" for v in values)


def _heading(title: str) -> None:
    print(f"\n{title}")
    print(f"{'years ahead':<28}" + "".join(f"{h:>9}" for h in range(1, backtest.HORIZONS + 1)))


def _relative(scored: backtest.Errors, names: Sequence[str]) -> None:
    for name in names:
        print(f"{name:<28}{_numbers(scored.relative(name, axes=(0, 2)))}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FILE")
    parser.add_argument("--breaks", type=int, nargs="*", default=DECLARED, metavar="YEAR")
    options = parser.parse_args(arguments)
    panel, breaks = read(options.data), tuple(options.breaks)
    origins = choice.shipped(backtest.roll(panel, breaks))
    tested = origins[backtest.WARM_UP :]
    if not tested:
        sys.stderr.write("FILE has too few years: at least six are needed.\n")
        return 1
    classes = len(SIZE_NAMES)
    scored = backtest.errors(tested, classes)
    names = (*candidates.NAMES, choice.SHIPPED)

    print(
        f"{len(panel.region.codes)} regions ({', '.join(panel.region.codes)}), "
        f"{len(panel.occupation.codes)} occupations, {panel.years[0]}-{panel.last}; "
        f"origins {tested[0].year}-{tested[-1].year}; breaks {', '.join(map(str, breaks))}"
    )
    _heading("MASE relative to no change, targets chained over the breaks")
    _relative(scored, names)
    published = backtest.errors(tested, classes, published=True)
    _heading("the same, targets as published")
    _relative(published, names)
    _heading("absolute error in persons relative to no change")
    print(f"{choice.SHIPPED:<28}{_numbers(scored.weighted(choice.SHIPPED, (0, 2)))}")
    _heading("MASE relative to no change, by size class")
    by_class = scored.relative(choice.SHIPPED)
    by_class_published = published.relative(choice.SHIPPED)
    for size, name in enumerate(SIZE_NAMES):
        print(f"{choice.SHIPPED + ', ' + name:<28}{_numbers(by_class[:, size])}")
        print(f"{'as published, ' + name:<28}{_numbers(by_class_published[:, size])}")
        plain = np.min([scored.relative(p)[:, size] for p in candidates.PLAIN], axis=0)
        print(f"{'best plain, ' + name:<28}{_numbers(plain)}")
    _heading("series scored")
    print(f"{'all origins':<28}{_numbers(scored.count.sum(axis=(0, 2)), 0)}")

    in_time = coverage.in_time(origins)
    for level, nominal in enumerate(LEVELS):
        _heading(f"realised coverage of {nominal:.0%} intervals, out of sample in time")
        for size, name in enumerate(SIZE_NAMES):
            print(f"{name:<28}{_numbers(in_time.share(1)[level, :, size])}")
    worst_regions = True
    if len(panel.region.codes) > 1:
        held_out = coverage.by_region(panel, breaks)
        _heading("realised coverage of 80% intervals, län held out as well")
        for size, name in enumerate(SIZE_NAMES):
            print(f"{name:<28}{_numbers(held_out.share(1)[_EIGHTY, :, size])}")
        worst_regions = _fits(held_out)

    relative = scored.relative(choice.SHIPPED, axes=(0, 2))
    covered = in_time.share(1, 3)[_EIGHTY]
    good = bool(np.nanmax(relative) <= 1) and _fits(in_time) and worst_regions
    print(f"\n{'met' if good else 'NOT MET'}: no worse than no change; coverage within bounds")
    print(f"coverage of 80% intervals over all: {in_time.share(1, 2, 3)[_EIGHTY]:.3f}")
    for ahead in range(backtest.HORIZONS):
        if scored.count[:, ahead].sum():
            print(
                f"{ahead + 1} years ahead: MASE relative to no change {relative[ahead]:.3f}, "
                f"80% intervals held {covered[ahead]:.3f}"
            )
    return 0 if good else 1


def _fits(measured: coverage.Coverage) -> bool:
    overall = float(measured.share(1, 2, 3)[_EIGHTY])
    each = measured.share(1)[_EIGHTY]
    each = each[~np.isnan(each)]
    return _OVERALL[0] <= overall <= _OVERALL[1] and bool(
        ((each >= _EACH[0]) & (each <= _EACH[1])).all()
    )


if __name__ == "__main__":
    sys.exit(main())
