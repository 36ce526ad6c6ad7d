"""Measures everything that ``docs/outlook.md`` says, and keeps it as JSON.

``python -m bench.outlook_record --data FILE`` writes ``docs/benchmarks/outlook.json``: what
`bench.outlook` prints of FILE; the same for parts of FILE, to see where the gain ends; sums of
occupations and counties; the monthly outlooks, what that of FA regions assumes, those who leave
with age and the old outlooks of the program's own figures; and what all of Sweden takes. It takes a
few minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from bench.outlook_file import read
from bench.outlook_measured import Record, measure
from bench.outlook_reach import reach
from vagled_lmi import resources
from vagled_lmi.outlook import hindsight_page, monthly, openings
from vagled_lmi.outlook.breaks import DECLARED
from vagled_lmi.outlook.choice import SHIPPED
from vagled_lmi.outlook.employees import train
from vagled_lmi.outlook.intervals import LEVELS
from vagled_lmi.outlook.panel import SIZE_NAMES, Panel
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive

RECORD = Path(__file__).parents[1] / "docs" / "benchmarks" / "outlook.json"
#: A county scored as if it were the whole file: quick enough for a test to score again.
ALONE = "05"
#: Months ahead that the page shows.
MONTHS = (1, 3, 6, 9, 12, 18, 24)
_MONTHLY = {"scb:ArbStDoNMNN": True, "scb:TAB6260": False}
_OLDER = "scb:YREG51"
_REACHED = ("scb:YREG60", "af:annonser")


def parts(panel: Panel) -> Iterator[tuple[str, Panel]]:
    """Yield parts of a file that might have been the whole of it, and what they are called."""
    first, last = int(panel.years[0]), panel.last
    for end in range(last - 3, last):
        yield f"{first}–{end}", panel.between(first, end)
    yield f"{first + 2}–{last}", panel.between(first + 2, last)
    yield f"{first + 2}–{last - 2}", panel.between(first + 2, last - 2)
    codes = panel.region.codes
    for start in range(2):
        half = codes[start::2]
        yield f"counties {', '.join(half)}", panel.only(np.isin(panel.regions, half))
    for code in codes:
        yield f"county {code}", panel.only(panel.regions == code)


def scored(panel: Panel) -> Record:
    """Return how the shipped choice does on a panel, in brief."""
    told = measure(panel, DECLARED, hold_out=False)
    return {
        "relative": told["relative"][SHIPPED],
        "relative_published": told["relative_published"][SHIPPED],
        "held_80": told["held"]["80%"]["years"],
        "overall_80": told["held"]["80%"]["overall"],
    }


def sums(panel: Panel) -> list[Record]:
    """Return how sums of occupations and of counties do, those of the largest size."""
    accuracy = train(panel).accuracy
    largest = accuracy[accuracy["size"] == SIZE_NAMES[-1]]
    return [
        {
            "kind": str(kind),
            "relative": rows["relative"].tolist(),
            "relative_published": rows["relative_published"].tolist(),
            "held_80": rows["held_80"].tolist(),
            "tested": rows["tested"].astype(int).tolist(),
        }
        for kind, rows in largest.groupby("kind", sort=False)
    ]


def months(store: Archive) -> dict[str, Record]:
    """Return how the monthly outlooks of a store do, at some of the months ahead."""
    out = {}
    at = np.array(MONTHS) - 1
    for table, logs in _MONTHLY.items():
        frame = catalogue.load(table, store).frame
        made = monthly.outlook(frame, logs=logs)
        held = made.held[LEVELS.index(0.8)]
        out[table] = {
            "from": str(frame["period"].min()),
            "to": str(frame["period"].max()),
            "regions": len(made.regions),
            "methods": [made.methods[place] for place in at],
            "tried": [_rounded(made.tried[place]) for place in at],
            "held_80": [_rounded(held[place]) for place in at],
            "tested": [int(made.tested[place]) for place in at],
        }
    return out


def _rounded(value: float) -> float | None:
    return None if np.isnan(value) else round(float(value), 3)


def record(path: Path) -> Record:
    """Measure everything."""
    panel, notes = read(path)
    store = Archive(resources.snapshot_dir())
    check = openings.check(catalogue.load(_OLDER, store).frame, 2020, 2024)
    speed = subprocess.run(
        [sys.executable, "-m", "bench.outlook_speed", "--json", "--data", str(path)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    return {
        "file": path.name,
        "sha256": sha256(path.read_bytes()).hexdigest(),
        "left_out": notes,
        "whole": measure(panel, DECLARED),
        "unaged": scored(replace(panel, traits={})),
        "parts": {name: scored(part) for name, part in parts(panel)},
        "sums": sums(panel),
        "months": months(store),
        "reach": reach(panel, *(catalogue.load(table, store).frame for table in _REACHED)),
        "leaving": asdict(check),
        "hindsight": [
            {"name": one["name"], "against": one["against"], "scores": one["scores"]}
            for one in hindsight_page.read(store)["outlooks"]
        ],
        "speed": {**json.loads(speed.stdout), "cores": os.cpu_count()},
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the record."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, metavar="FILE")
    parser.add_argument("--to", type=Path, default=RECORD, metavar="RECORD")
    options = parser.parse_args(arguments)
    kept = json.dumps(record(options.data), ensure_ascii=False, indent=1)
    kept = re.sub(r"\[[^\[\]{}]*\]", lambda inner: " ".join(inner.group().split()), kept)
    options.to.write_text(kept + "\n", encoding="utf-8")
    print(f"{options.to} written; now: python -m bench.outlook_page > docs/outlook.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
