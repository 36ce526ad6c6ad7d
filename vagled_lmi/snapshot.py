"""Build the figures that come with the program from long tables, refusing what breaks a contract.

``python -m vagled_lmi.snapshot FOLDER`` reads ``FOLDER/figures.json`` and the CSV files beside it,
and the public copies in ``FOLDER/../data``, and replaces the snapshot whole; nothing is changed
when one table is refused.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from vagled_lmi import tables
from vagled_lmi.errors import ContractError, VagledError
from vagled_lmi.provenance import VIA_PUBLIC_COPY, Query
from vagled_lmi.resources import snapshot_dir
from vagled_lmi.snapshot_copies import COPIES
from vagled_lmi.sources import catalogue, longform
from vagled_lmi.sources.af import NAMELESS, UNCERTAIN_NAME
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.sources.skolverket import NEARLY_ALL
from vagled_lmi.store import Store
from vagled_lmi.tables import TableSpec

#: Names in Yrkesbarometern 2025-1 that the copy gives by file order and marks as not certain.
_UNCERTAIN_OCCUPATIONS = ("Kemister",)
_JUDGEMENTS = ("jobbmojligheter", "rekryteringssituation", "prognos")

Frames = Mapping[str, pd.DataFrame]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Which long tables make up a declared table, and how."""

    table: str
    files: tuple[str, ...]
    tidy: Callable[[Frames], pd.DataFrame]


def _as_is(frames: Frames) -> pd.DataFrame:
    (frame,) = frames.values()
    tidy = frame.assign(value=pd.to_numeric(frame["value"].replace("", None)))
    return tidy if "status" in tidy else tidy.assign(status="")


def _eligibility(frames: Frames) -> pd.DataFrame:
    """SIRIS prints ``~100`` for nearly all pupils; the long table leaves value and status empty."""
    tidy = _as_is(frames)
    nearly_all = tidy["value"].isna() & (tidy["status"] == "")
    return tidy.assign(status=tidy["status"].mask(nearly_all, NEARLY_ALL))


def _melt(name: str, measures: tuple[str, ...]) -> Callable[[Frames], pd.DataFrame]:
    def tidy(frames: Frames) -> pd.DataFrame:
        (frame,) = frames.values()
        keys = [column for column in frame.columns if column not in measures]
        long = frame.melt(keys, list(measures), var_name=name)
        return long.assign(value=pd.to_numeric(long["value"]), status="")

    return tidy


def _barometer(frames: Frames) -> pd.DataFrame:
    rounds = []
    for frame in frames.values():
        judged = [column for column in _JUDGEMENTS if column in frame]
        named = frame.rename(columns={"occupation": "concept", "occupation_name": "occupation"})
        nameless = named["occupation"] == ""
        named["occupation"] = named["occupation"].mask(nameless, NAMELESS + named["concept"])
        keys = [column for column in named.columns if column not in judged]
        rounds.append(named.melt(keys, judged, var_name="contents"))
    tidy = pd.concat(rounds, ignore_index=True)
    uncertain = tidy["occupation"].isin(_UNCERTAIN_OCCUPATIONS) & (tidy["period"] == "2025-1")
    uncertain |= tidy["occupation"].str.startswith(NAMELESS)
    return tidy.assign(status=uncertain.map({True: UNCERTAIN_NAME, False: ""}))


RECIPES = (
    Recipe("scb:TAB6471", ("population_by_age",), _as_is),
    Recipe("scb:ArbStDoNMNN", ("employed_by_workplace",), _as_is),
    Recipe("scb:TAB6260", ("unemployment_rate",), _as_is),
    Recipe("scb:YREG60", ("employees_by_occupation",), _melt("sex", ("total", "women"))),
    Recipe("scb:YREG51", ("employees_by_occupation_and_age",), _as_is),
    Recipe("af:yrkesbarometern", ("barometer_regional", "barometer_national"), _barometer),
    Recipe("af:annonser", ("job_ads",), _as_is),
    Recipe("skolverket:behorighet", ("upper_secondary_eligibility",), _eligibility),
    Recipe(
        "myh:beviljade", ("higher_vocational_places",), _melt("contents", ("programmes", "places"))
    ),
)


def build(source: Path, target: Path) -> list[dict[str, Any]]:
    """Rebuild the snapshot.

    Parameters
    ----------
    source : Path
        Folder with ``figures.json`` and one CSV a long table.
    target : Path
        The snapshot's folder. Its ``codes/`` stays; everything else is replaced, last of all.

    Returns
    -------
    list of dict
        What ``tables.json`` says of each table: id, agency, register, origin and its
        notes, contents, unit, periods, rows, licence, notes, breaks, via, compiled.

    Raises
    ------
    ContractError
        When a long table is missing, says too little of itself, or breaks its declared contract.
    """
    figures = _described(source)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        fresh = Path(scratch) / "snapshot"
        store = Store(fresh)
        tables_there_are = dict.fromkeys(made.table for made in (*RECIPES, *COPIES))
        index = [_add(table, source, figures, store) for table in tables_there_are]
        text = json.dumps(index, ensure_ascii=False, indent=1) + "\n"
        (fresh / "tables.json").write_text(text, encoding="utf-8")
        for name in ("payloads", "log.jsonl", "tables.json"):
            _replace(fresh / name, target / name)
    return index


def _described(source: Path) -> dict[str, Any]:
    path = source / "figures.json"
    try:
        figures = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ContractError(
            f"{path} går inte att läsa: {error}.", "Mappen ska innehålla figures.json."
        ) from error
    if not {"compiled", "tables"} <= set(figures):
        raise ContractError(f"{path} saknar compiled eller tables.")
    return dict(figures)


def _add(table: str, source: Path, figures: dict[str, Any], store: Store) -> dict[str, Any]:
    """Add one table: from long tables, from a copy, or from both."""
    spec = catalogue.spec(table)
    recipe = next((recipe for recipe in RECIPES if recipe.table == table), None)
    copy = next((copy for copy in COPIES if copy.table == table), None)
    stated, frames = [], []
    if recipe is not None:
        stated += [_statement(name, figures) for name in recipe.files]
        frames.append(recipe.tidy({name: _long(source / f"{name}.csv") for name in recipe.files}))
    if copy is not None:
        folder = source.parent / "data"
        stated.append(copy.statement(folder))
        further = copy.read(folder)
        known = {cell for f in frames for cell in zip(f["region"], f["period"], strict=True)}
        cells = zip(further["region"], further["period"], strict=True)
        frames.append(further[[cell not in known for cell in cells]])
    frame = tables.check(spec, tables.widened(spec, pd.concat(frames, ignore_index=True)))
    about = _about(spec, frame, stated, figures["compiled"])
    answer = Answer(
        query=Query(spec.id),
        payload=longform.encode(
            spec,
            frame,
            {name: about[name] for name in ("origin", "origin_notes", "via", "compiled")},
        ),
        media_type=longform.MEDIA_TYPE,
        updated=stated[0].get("updated"),
    )
    compiled = f"{figures['compiled']}T00:00:00Z"
    store.add(spec.id, [answer], retrieved=compiled, licence=spec.licence, via=VIA_PUBLIC_COPY)
    return {**about, "rows": len(frame)}


def _statement(name: str, figures: dict[str, Any]) -> dict[str, Any]:
    stated = figures["tables"].get(name, {})
    missing = {"agency", "table", "unit", "licence"} - set(stated)
    if missing:
        raise ContractError(f"figures.json säger inte {', '.join(sorted(missing))} om {name}.")
    return dict(stated)


def _long(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        raise ContractError(f"{path} går inte att läsa: {error}.") from error


def _about(
    spec: TableSpec, frame: pd.DataFrame, stated: list[dict[str, Any]], compiled: str
) -> dict[str, Any]:
    return {
        "table": spec.id,
        "agency": spec.agency,
        "register": spec.register,
        "origin": [statement["table"] for statement in stated],
        "origin_notes": [note for statement in stated for note in statement.get("notes", ())],
        "contents": [contents.label for contents in spec.contents],
        "unit": [contents.unit for contents in spec.contents],
        "periods": [frame["period"].min(), frame["period"].max()],
        "licence": spec.licence,
        "origin_licence": list(dict.fromkeys(statement["licence"] for statement in stated)),
        "notes": list(spec.notes),
        "breaks": [f"{b.period}: {b.text}" for b in spec.breaks],
        "via": VIA_PUBLIC_COPY,
        "compiled": compiled,
    }


def _replace(fresh: Path, old: Path) -> None:
    retired = old.with_name(old.name + ".old")
    if old.exists():
        old.rename(retired)
    fresh.rename(old)
    if retired.is_dir():
        shutil.rmtree(retired)
    else:
        retired.unlink(missing_ok=True)


def main(arguments: list[str]) -> int:
    """Build from the folder named first on the command line; print a line a table."""
    if len(arguments) != 1:
        sys.stderr.write("Användning: python -m vagled_lmi.snapshot MAPP\n")
        return 2
    try:
        index = build(Path(arguments[0]), snapshot_dir())
    except VagledError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    for table in index:
        periods = "–".join(dict.fromkeys(table["periods"]))
        sys.stdout.write(f"{table['table']:<24}{table['rows']:>8} rader  {periods}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
