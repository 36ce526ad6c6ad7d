"""Measure JSON-stat decoding against the other Python libraries: `python -m bench.jsonstat`.

Each library decodes the same bytes to its own long frame, in a process of its own, from the
bytes of an answer to the frame that its public function gives. One run prints one table.
Frames of codes are compared; `--labels` lets the others give labels, as they do by default.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import io
import json
import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

OURS = "vagled_lmi"
# Region, age, sex, contents, month: 312 regions are the country, 21 län and 290 kommuner.
SHAPES = {
    "10k": (21, 20, 3, 2, 4),
    "150k": (312, 10, 3, 2, 8),
    "1M": (312, 134, 3, 2, 4),
    "10M": (312, 134, 3, 2, 40),
}
PEERS_UP_TO = 2_000_000  # cells; beyond it the peers need minutes and several GB
REPEATS = {"10k": 15, "150k": 7, "1M": 5, "10M": 5}
SLOW = 5.0  # seconds; what takes longer is repeated three times only
COLUMNS = (
    "cells", "library", "s", "×", "processor s", "×", "peak MB", "of it decoding", "frame MB", "×",
    "numbers",
)  # fmt: skip
MISSING = 0.04  # share of cells without a number, each with a status


def make_payload(shape: tuple[int, ...], seed: int = 1) -> Iterator[bytes]:
    """Yield a json-stat2 answer as SCB emits it: counts and percentages, nulls with a status.

    Parameters
    ----------
    shape : tuple of int
        Number of regions, ages, sexes, contents and months.
    seed : int
        The same seed gives the same bytes.
    """
    names = ("Region", "Alder", "Kon", "ContentsCode", "Tid")
    codes = (
        [f"{i:04d}" for i in range(shape[0])],
        [f"{i}" for i in range(shape[1])],
        ["TotSa", "1", "2"][: shape[2]],
        ["000007SF", "000007SG"][: shape[3]],
        [f"{2020 + i // 12}M{i % 12 + 1:02d}" for i in range(shape[4])],
    )
    labels = (
        [f"Kommun nummer {code}" for code in codes[0]],
        [f"{code} år" for code in codes[1]],
        ["totalt, samtliga män och kvinnor", "män", "kvinnor"],
        ["Folkmängden per månad", "Andel av folkmängden"],
        codes[4],
    )
    dimension: dict[str, Any] = {}
    for name, listed, texts in zip(names, codes, labels, strict=True):
        dimension[name] = {
            "label": name.lower(),
            "category": {
                "index": {code: place for place, code in enumerate(listed)},
                "label": dict(zip(listed, texts, strict=False)),
            },
            "extension": {"elimination": False, "show": "value"},
        }
    dimension["ContentsCode"]["category"]["unit"] = {
        "000007SF": {"base": "antal", "decimals": 0},
        "000007SG": {"base": "procent", "decimals": 1},
    }
    head = {
        "version": "2.0", "class": "dataset", "label": "Folkmängd", "source": "SCB",
        "updated": "2026-06-08T06:00:00Z", "note": ["Små tal är osäkra."] * 4,
        "role": {"time": ["Tid"], "metric": ["ContentsCode"]},
        "id": names, "size": shape, "dimension": dimension,
        "extension": {"px": {"tableid": "TAB0000", "aggregallowed": False}},
    }  # fmt: skip
    yield json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
    random = np.random.default_rng(seed)
    months, missing, at = shape[4], [], 0
    for block in range(shape[0]):
        rows = math.prod(shape[1:4])
        counts = random.lognormal(6, 2.5, (rows, months)).astype(int)
        percents = random.integers(0, 1000, (rows, months)) / 10
        empty = random.random((rows, months)) < MISSING
        cells = []
        for row in range(rows):
            numbers = (percents if row % shape[3] else counts)[row].tolist()
            for number, no in zip(numbers, empty[row].tolist(), strict=True):
                cells.append("null" if no else f"{number:g}" if row % shape[3] else str(number))
                if no:
                    missing.append(at)
                at += 1
        yield (',"value":[' if block == 0 else ",").encode() + ",".join(cells).encode()
    status = {str(place): ".." for place in missing}
    yield b'],"status":' + json.dumps(status, separators=(",", ":")).encode() + b"}"


# How each library turns the bytes of an answer into its long frame, without the network. The
# imports are inside: a library may not be installed.


def _ours(payload: bytes, labels: bool) -> pd.DataFrame:  # noqa: ARG001 - codes, always
    from vagled_lmi.jsonstat import read  # noqa: PLC0415

    return read(payload)


def _pxwebpy(payload: bytes, labels: bool) -> pd.DataFrame:
    # What PxApi.get_table_data does with an answer; its documentation makes the frame this way.
    from pxweb._internal.functions import unpack_table_data  # noqa: PLC0415

    return pd.DataFrame(unpack_table_data(json.loads(payload), show=None if labels else "code"))


def _jsonstat_py(payload: bytes, labels: bool) -> pd.DataFrame:
    # to_data_frame is this and an index.
    import jsonstat  # noqa: PLC0415

    dataset = jsonstat.from_string(payload.decode())
    content = "label" if labels else "id"
    frame: pd.DataFrame = dataset.to_table(content, rtype=pd.DataFrame, value_column="value")
    return frame


def _pxstatspy(payload: bytes, labels: bool) -> pd.DataFrame:
    # What PxAPI.get_data_as_dataframe does with an answer. A column a measure.
    from pxstatspy import OutputFormatParam, PxAPI, PxAPIConfig  # noqa: PLC0415

    api = PxAPI(PxAPIConfig(base_url="http://localhost"), fetch_config=False)
    content = OutputFormatParam.USE_TEXTS if labels else OutputFormatParam.USE_CODES
    frame: pd.DataFrame = api._process_jsonstat_to_df(
        json.loads(payload), content, clean_colnames=False
    )
    return frame


def _pyjstat(payload: bytes, labels: bool) -> pd.DataFrame:
    from pyjstat import pyjstat  # noqa: PLC0415

    dataset = pyjstat.Dataset.read(io.BytesIO(payload))
    frame: pd.DataFrame = dataset.write("dataframe", naming="label" if labels else "id")
    return frame


Decoder = Callable[[bytes, bool], pd.DataFrame]
LIBRARIES: dict[str, tuple[str, Decoder]] = {
    OURS: ("vagled_lmi.jsonstat", _ours),
    "pxwebpy": ("pxweb", _pxwebpy),
    "jsonstat.py": ("jsonstat", _jsonstat_py),
    "pxstatspy": ("pxstatspy", _pxstatspy),
    "pyjstat": ("pyjstat", _pyjstat),
}


def _numbers(frame: pd.DataFrame, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Return the numbers of a frame in row-major order of the cube."""
    if "value" in frame:
        return frame["value"].to_numpy(dtype=np.float64)
    wide = frame.iloc[:, -shape[3] :].to_numpy(dtype=np.float64)
    return wide.reshape(-1, shape[4], shape[3]).swapaxes(1, 2).ravel()


def measure(library: str, path: Path, size: str, labels: bool) -> dict[str, Any]:
    """Decode one payload several times in this process.

    Returns
    -------
    dict
        ``seconds`` and ``processor`` (medians of the runs after the first), ``peak``
        (memory of the process, bytes), ``extra`` (how much the first run raised it), ``frame``
        (bytes of the frame), ``digest`` of its numbers; or ``skipped`` with the reason.
    """
    module, decode = LIBRARIES[library]
    try:
        importlib.import_module(module)
    except ImportError as error:
        return {"skipped": f"not installed ({error})"}
    warnings.simplefilter("ignore")
    _ = pd.DataFrame({"a": ["b"]}).astype("category")  # what pandas loads on first use
    payload = path.read_bytes()
    before = _peak()
    started = time.perf_counter()
    frame = decode(payload, labels)
    first = time.perf_counter() - started
    peak = _peak()
    digest = hashlib.sha256(_numbers(frame, SHAPES[size]).tobytes()).hexdigest()
    held = int(frame.memory_usage(deep=True).sum())
    del frame
    seconds, processor = [], []
    for _ in range(REPEATS[size] if first < SLOW else 3):
        started, processed = time.perf_counter(), time.process_time()
        decode(payload, labels)
        processor.append(time.process_time() - processed)
        seconds.append(time.perf_counter() - started)
    return {
        "seconds": statistics.median(seconds), "processor": statistics.median(processor),
        "peak": peak, "extra": peak - before, "frame": held, "digest": digest,
    }  # fmt: skip


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    """Measure every library at every size, print one Markdown table, fail on unequal numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", choices=SHAPES, default=list(SHAPES))
    parser.add_argument("--labels", action="store_true", help="let the others give labels")
    parser.add_argument("--measure", nargs=2, metavar=("LIBRARY", "PATH"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        (library, path), size = options.measure, options.sizes[0]
        print(json.dumps(measure(library, Path(path), size, options.labels)))
        return
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}")
    unequal = False
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            path = Path(folder, f"{size}.json")
            with path.open("wb") as file:
                file.writelines(make_payload(SHAPES[size]))
            ours: dict[str, Any] = {}
            for library in LIBRARIES:
                result = _in_own_process(library, path, size, options.labels)
                ours = ours or result
                print(_row(library, size, result, ours), flush=True)
                unequal |= result.get("digest", ours["digest"]) != ours["digest"]
    sys.exit("Numbers differ between libraries." if unequal else 0)


def _in_own_process(library: str, path: Path, size: str, labels: bool) -> dict[str, Any]:
    if library != OURS and math.prod(SHAPES[size]) > PEERS_UP_TO:
        return {"skipped": "would take minutes"}
    command = [sys.executable, "-m", "bench.jsonstat", "--sizes", size]
    command += ["--measure", library, str(path), *(["--labels"] if labels else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"skipped": f"failed: {done.stderr.strip().splitlines()[-1]}"}
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _row(library: str, size: str, result: dict[str, Any], ours: dict[str, Any]) -> str:
    columns = [f"{math.prod(SHAPES[size]):,}".replace(",", " "), library]
    if "skipped" in result:
        columns.append(result["skipped"])
    else:
        for key in ("seconds", "processor"):
            columns += [f"{result[key]:.4f}", f"{result[key] / ours[key]:.1f}"]
        columns += [f"{result[key] / 1e6:.0f}" for key in ("peak", "extra")]
        columns += [f"{result['frame'] / 1e6:.2f}", f"{result['frame'] / ours['frame']:.1f}"]
        columns.append("equal" if result["digest"] == ours["digest"] else "DIFFERENT")
    return f"| {' | '.join(columns + [''] * (len(COLUMNS) - len(columns)))} |"


if __name__ == "__main__":
    main()
