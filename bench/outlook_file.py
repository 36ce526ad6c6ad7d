"""Reads the file that `bench.outlook` scores: any counties, any years, whatever its gaps.

A cell that is not there is not nought. So a county's occupation that lacks a year, or one of the
two sexes in a year, is left out whole, and what was left out is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from vagled_lmi import resources
from vagled_lmi.codes import regions
from vagled_lmi.outlook.age_structure import TABLE as AGES
from vagled_lmi.outlook.age_structure import with_ages
from vagled_lmi.outlook.backtest import FEWEST_YEARS, WARM_UP
from vagled_lmi.outlook.panel import FEWEST_SCORED, Panel
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive

NEEDED = ("county_code", "ssyk_code", "year", "value")
#: Two origins that only teach, one that is tested, and a year for it to come true.
FEWEST = FEWEST_YEARS + WARM_UP + 1
_LEVEL, _DIGITS, _RIKET = "SSYK4", 4, "00"
#: How a row of both sexes together is spelled; where there are such rows, the others are parts.
_BOTH = frozenset({"total", "totalt", "both", "all", "1+2"})
_READABLE = (OSError, ValueError, pa.ArrowException, UnicodeError)


class FileError(Exception):
    """A file that cannot be scored, and why."""


def read(path: Path) -> tuple[Panel, list[str]]:
    """Read a file's counties and four-digit occupations.

    Parameters
    ----------
    path : Path
        Parquet, or CSV where the name ends so: columns `NEEDED`, and ``level`` (``SSYK4``) and
        ``sex`` where there are any.

    Returns
    -------
    Panel
        One series a county and occupation, with riket's ages of the program's own figures.
    list of str
        What was left out, a sentence each.

    Raises
    ------
    FileError
        When the file cannot be read, lacks a column, holds what is no number, holds the same cell
        twice, or is too short to be scored.
    """
    notes: list[str] = []
    frame = _tidy(_table(path), notes)
    rows = frame.groupby(["region", "ssyk", "year"])["value"]
    sums, parts = rows.sum().unstack("year"), rows.size().unstack("year")
    every = range(int(sums.columns[0]), int(sums.columns[-1]) + 1)
    there = parts.eq(parts.max(axis=1), axis=0).reindex(columns=every, fill_value=False)
    first, last = _window(there)
    if (first, last) != (every[0], every[-1]):
        notes.append(f"years before {first} or after {last} are left out: most series lack them")
    whole = there.loc[:, first:last].all(axis=1)
    notes += _incomplete(sums[~whole], sums)
    kept = sums.loc[whole, first:last]
    if not (kept.iloc[:, FEWEST_YEARS - 1 : -1].to_numpy() >= FEWEST_SCORED).any():
        raise FileError(f"no county has an occupation of at least {FEWEST_SCORED} people")
    nobody = kept.columns[kept.sum() == 0]
    if len(nobody):
        raise FileError(f"nobody is employed in {_listed(list(nobody))}")
    panel = Panel.from_long(kept.stack().rename("value").reset_index())
    ages = catalogue.load(AGES, Archive(resources.snapshot_dir())).frame
    if unaged := sorted(set(map(str, panel.years)) - set(ages["period"])):
        notes.append(f"how old an occupation was is not known of {_listed(unaged)}")
    return with_ages(panel, ages), notes


def _window(there: pd.DataFrame) -> tuple[int, int]:
    """Return the first and last of the consecutive years that keep the most cells."""
    years = [int(year) for year in there.columns]
    kept = {
        (first, last): int(there.loc[:, first:last].all(axis=1).sum()) * (last - first + 1)
        for first in years
        for last in years
        if last - first + 1 >= FEWEST
    }
    best = max(kept, key=lambda window: kept[window], default=None)
    if best is None or not kept[best]:
        span = f"{years[0]}-{years[-1]}"
        raise FileError(f"no series of {span} has {FEWEST} years on end; that many are needed")
    return best


def _table(path: Path) -> pd.DataFrame:
    if not path.is_file():
        raise FileError("there is no such file")
    try:
        if path.suffix.lower() == ".csv":
            return pd.read_csv(path, dtype={"county_code": str, "ssyk_code": str})
        return pd.read_parquet(path)
    except _READABLE as error:
        kind = "CSV" if path.suffix.lower() == ".csv" else "Parquet"
        raise FileError(f"it cannot be read as {kind}: {str(error).splitlines()[0]}") from error


def _tidy(table: pd.DataFrame, notes: list[str]) -> pd.DataFrame:
    """Return ``region``, ``ssyk``, ``year`` and ``value`` of four-digit occupations in counties."""
    absent = [name for name in NEEDED if name not in table]
    if absent:
        raise FileError(f"it lacks the columns {', '.join(absent)}")
    frame = pd.DataFrame(
        {
            "region": _codes(table["county_code"], 2),
            "ssyk": _codes(table["ssyk_code"], _DIGITS),
            "year": _numbers(table, "year"),
            "value": _numbers(table, "value"),
            "sex": table["sex"].astype(str) if "sex" in table else "",
        }
    )
    four = frame["ssyk"].str.fullmatch(r"[0-9]{4}")
    if "level" in table:
        four &= table["level"].astype(str) == _LEVEL
    frame = frame[four]
    if frame.empty:
        raise FileError(f"it holds no occupation of four digits ({_LEVEL})")
    both = frame["sex"].str.lower().isin(_BOTH)
    frame = frame[both] if both.any() else frame
    if (frame["region"] == _RIKET).any():
        notes.append("rows of riket (00) are left out: counties are scored")
        frame = frame[frame["region"] != _RIKET]
    unknown = sorted(set(frame["region"]) - {region.code for region in regions("county")})
    if unknown:
        notes.append(f"no county of Sweden has the codes {_listed(unknown)}; they are scored too")
    missing = frame["value"].isna()
    if missing.any():
        notes.append(f"{missing.sum()} cells without a number")
    frame = frame[~missing]
    _refuse(frame)
    return frame.assign(year=frame["year"].astype(int))


def _refuse(frame: pd.DataFrame) -> None:
    if frame.empty:
        raise FileError("it holds no number for any county")
    if (frame["value"] < 0).any() or not np.isfinite(frame["value"]).all():
        raise FileError("it holds numbers below nought or without end")
    if frame["year"].isna().any() or (frame["year"] % 1 != 0).any():
        raise FileError("not every row has a whole year")
    twice = frame[frame.duplicated(["region", "ssyk", "year", "sex"])]
    if len(twice):
        first = twice.iloc[0]
        raise FileError(
            f"it holds {len(twice)} cells twice, such as county {first['region']}, "
            f"occupation {first['ssyk']}, year {first['year']:.0f}"
        )


def _codes(column: pd.Series[Any], length: int) -> pd.Series[Any]:
    """Return codes as text; a code that a file kept as a number has lost its leading noughts."""
    texts = column.astype(str).str.strip()
    if pd.api.types.is_numeric_dtype(column):
        texts = texts.str.removesuffix(".0").str.zfill(length)
    return texts.str.zfill(length) if length == 2 else texts


def _numbers(table: pd.DataFrame, name: str) -> pd.Series[Any]:
    """Return a column as numbers; SSB's and SCB's dots for a missing cell are no number."""
    column = table[name]
    dots = column.astype(str).str.strip().isin(["", ".", "..", "...", "nan", "None", "<NA>"])
    numbers = pd.to_numeric(column.astype(object).mask(dots), errors="coerce").astype("float64")
    wrong = column[numbers.isna() & ~dots]
    if len(wrong):
        raise FileError(f"column {name} holds what is no number, such as {wrong.iloc[0]!r}")
    return numbers


def _incomplete(left_out: pd.DataFrame, every: pd.DataFrame) -> Iterator[str]:
    if left_out.empty:
        return
    series = left_out.groupby(level="region").size()
    of = every.groupby(level="region").size()
    gone = [str(code) for code in series.index if series[code] == of[code]]
    if gone:
        yield f"no occupation of {_listed(gone)} has a number for every year: left out"
    yield (
        f"{len(left_out)} of {len(every)} series lack a year, or a sex in a year: left out, "
        "for a missing cell is not nought"
    )


def _listed(items: Sequence[object], most: int = 8) -> str:
    shown = ", ".join(str(item) for item in items[:most])
    return shown if len(items) <= most else f"{shown} and {len(items) - most} more"
