"""Eurostat's Statistics API 1.0, for datasets held in memory.

Its behaviour is taken from Eurostat's own page on the API and from captured answers: dimensions are
filtered by repeated parameters, codes it does not know are ignored, ``value`` and ``status`` are
sparse, no role is given, the id is in upper case; too large an extraction is answered 413
EXTRACTION_TOO_BIG, one that takes time with 200 and a warning, an unknown dataset with 404.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.servers import Seen, Spoken, as_json
from vagled_lmi.sources import eurostat

#: What its flags mean, as it words them.
FLAGS = {"b": "break in time series", "u": "low reliability", "p": "provisional", "e": "estimated"}
_NOT_FILTERS = frozenset({"format", "lang", "sinceTimePeriod", "untilTimePeriod", "lastTimePeriod"})


@dataclass
class Cube:
    """A dataset: codes of each dimension, and values with flags of some of its cells."""

    code: str
    label: str
    dims: Mapping[str, Sequence[str]]
    cells: Mapping[tuple[str, ...], tuple[float | None, str]]
    updated: str = "2026-09-10T23:00:00+0200"
    labels: Mapping[str, str] = field(default_factory=dict)

    def answer(self, chosen: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        values, signs = {}, {}
        for at, codes in enumerate(itertools.product(*chosen.values())):
            value, flag = self.cells.get(codes, (None, ""))
            if value is not None:
                values[str(at)] = value
            if flag:
                signs[str(at)] = flag
        document: dict[str, Any] = {
            "version": "2.0",
            "class": "dataset",
            "label": self.label,
            "source": "ESTAT",
            "updated": self.updated,
            "value": values,
            "id": list(chosen),
            "size": [len(codes) for codes in chosen.values()],
            "dimension": {
                name: {
                    "label": name,
                    "category": {
                        "index": {code: place for place, code in enumerate(codes)},
                        "label": {code: self.labels.get(code, code) for code in codes},
                    },
                }
                for name, codes in chosen.items()
            },
            "extension": {
                "lang": "EN",
                "id": self.code.upper(),
                "agencyId": "ESTAT",
                "version": "1.0",
                "annotation": [{"type": "SOURCE_INSTITUTIONS", "text": "Eurostat"}],
                "positions-with-no-data": {name: [] for name in chosen},
            },
        }
        if signs:
            used = {letter for flag in signs.values() for letter in flag}
            document["status"] = signs
            document["extension"]["status"] = {
                "label": {flag: text for flag, text in FLAGS.items() if flag in used}
            }
        return document


class EurostatServer:
    """Answers for some datasets.

    Parameters
    ----------
    cubes : iterable of Cube
        Those that there are.
    most : int
        Cells beyond which an extraction is too big.
    later : bool
        Whether every extraction is put off.
    """

    def __init__(
        self, cubes: Iterable[Cube], *, most: int = 5_000_000, later: bool = False
    ) -> None:
        self.cubes = {cube.code: cube for cube in cubes}
        self._most = most
        self._later = later

    def __call__(self, seen: Seen) -> Spoken:
        """Answer one question."""
        cube = self.cubes.get(seen.path.rpartition("/data/")[2])
        if cube is None:
            return _error(404, 100, "ERR_NOT_FOUND_4: The requested dataset is not available")
        if self._later:
            label = (
                "ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously. "
                "Please try again later."
            )
            return as_json({"warning": {"status": 413, "label": label}})
        chosen: dict[str, list[str]] = {}
        for name, codes in cube.dims.items():
            asked = [value for key, value in seen.pairs if key == name]
            chosen[name] = [code for code in codes if code in asked] if asked else list(codes)
        since = seen.query.get("sinceTimePeriod", "")
        chosen["time"] = [code for code in chosen["time"] if code >= since]
        unknown = {name for name, _ in seen.pairs} - set(cube.dims) - _NOT_FILTERS
        if unknown:
            return _error(400, 140, f"INVALID_QUERY_DIMENSION: {min(unknown)}")
        if math.prod(map(len, chosen.values())) > self._most:
            return _error(413, 413, "EXTRACTION_TOO_BIG: The requested extraction is too big")
        return as_json(cube.answer(chosen))


def _error(status: int, number: int, label: str) -> Spoken:
    return as_json({"error": [{"status": status, "id": number, "label": label}]}, status)


def example_cubes() -> list[Cube]:
    """A dataset for each declared table, with example data: values made from their place."""
    cubes = []
    for spec in eurostat.TABLES:
        assert isinstance(spec.live, eurostat.Cube)
        live = spec.live
        dims: dict[str, Sequence[str]] = {
            name: tuple(codes) for name, codes in live.filters.items() if name != "geo"
        }
        for name in live.columns:
            if name not in ("geo", "time"):
                dims.setdefault(name, ("Y15-24", "Y15-74") if name == "age" else ("ED0-2", "ED5-8"))
        dims |= {"geo": (*eurostat.PEERS, "DE11"), "time": ("2004", "2023", "2024", "2025")}
        cells: dict[tuple[str, ...], tuple[float | None, str]] = {}
        for at, codes in enumerate(itertools.product(*dims.values())):
            if at % 7:
                cells[codes] = (at % 1000 / 10, "b" if codes[-1] == "2024" else "")
        cubes.append(Cube(live.code, spec.register, dims, cells))
    return cubes
