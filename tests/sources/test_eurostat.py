"""Eurostat: what is asked of it, its sparse values and flags, and its ways of saying no."""

from __future__ import annotations

import csv
import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.agencies.eurostat import Cube, EurostatServer, example_cubes
from tests.conftest import SHARED
from tests.servers import Answerer, Reply, Server, as_json
from tests.sources.asking import answered_by, inquiry
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, SourceError
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, eurostat, fetching
from vagled_lmi.sources.fetching import Errand
from vagled_lmi.sources.protocol import Answer, UnchangedError
from vagled_lmi.store import Store, draft
from vagled_lmi.tables import TableSpec

URL = "https://eurostat.example.eu"
RATES = catalogue.spec("eurostat:lfst_r_lfu3rt")
FIGURES = SHARED / "data" / "edu" / "eurostat_SE_nuts2_2005-2020.csv"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not FIGURES.is_file(), reason="../shared med Eurostats siffror saknas"),
]


def fetch(server: Answerer, spec: TableSpec = RATES, **known: Any) -> list[Answer]:
    asked = inquiry(spec, URL, **known)
    asked = replace(asked, agency=replace(asked.agency, language="EN"))
    return list(eurostat.fetch(asked, answered_by(server)))


def refused(server: Answerer) -> SourceError:
    """What is said of an answer that comes over HTTP, where only a success comes through."""
    with (
        TemporaryDirectory() as cache,
        Server(server) as running,
        Session(Path(cache), limits=Limits(retries=0, calls=99)) as session,
        pytest.raises(SourceError) as caught,
    ):
        list(eurostat.fetch(inquiry(RATES, running.url), session.send))
    return caught.value


@pytest.mark.parametrize("spec", eurostat.TABLES, ids=lambda spec: spec.id)
def test_every_table_is_fetched_as_declared(
    spec: TableSpec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "store")
    server = EurostatServer(example_cubes())
    with Server(server) as running, Session(tmp_path, limits=Limits(calls=99)) as session:
        monkeypatch.setenv("VAGLED_EUROSTAT_URL", running.url)
        errand = Errand(session.send, "2026-11-25T08:00:00Z")
        vintage = fetching.fetch(spec, store, errand)
        assert fetching.fetch(spec, store, errand) is None  # the same stamp: nothing new
        seen = running.seen[0]
    live = spec.live
    assert isinstance(live, eurostat.Cube)
    assert seen.path == f"/data/{live.code}"
    pairs = [(name, code) for name, codes in live.filters.items() for code in codes]
    assert seen.pairs == (
        ("format", "JSON"),
        ("lang", "EN"),
        *pairs,
        ("sinceTimePeriod", "2005"),
    )
    assert vintage is not None
    (retrieval,) = vintage.retrievals
    assert retrieval.licence == "CC BY 4.0"
    assert retrieval.notes == ("b: break in time series",)
    assert "geo=SE12&" in retrieval.query.url
    frame = catalogue.load(spec.id, store).frame
    assert set(frame["region"]) == set(eurostat.PEERS)
    assert set(frame["period"]) == {"2023", "2024", "2025"}
    assert frame["value"].notna().all()  # a cell that is not given is no row
    assert set(frame.loc[frame["period"] == "2024", "status"]) == {"b"}
    contract = fetching.contract(spec, vintage, store)
    assert (contract.agency_id, contract.periods) == (live.code.upper(), ("2023", "2024", "2025"))
    assert fetching.probe(spec, store, answered_by(server), day="2026-11-25") == contract


def test_the_peers_are_a_rule_and_said() -> None:
    assert {code[:2] for code in eurostat.PEERS} == {"SE", "DK", "FI", "EU"}
    assert sum(code.startswith("SE") and len(code) == 4 for code in eurostat.PEERS) == 8
    for spec in eurostat.TABLES:
        assert any("geografisk regel" in note for note in spec.notes)
        code = spec.id.partition(":")[2]
        assert any(f"Källa: Eurostat [{code}]" in note for note in spec.notes)


def test_some_years_only() -> None:
    (answer,) = fetch(EurostatServer(example_cubes()), periods=("2024",))
    assert "time=2024" in answer.query.url
    assert "sinceTimePeriod" not in answer.query.url
    frame = eurostat.parse([answer.payload], RATES)
    assert set(frame["period"]) == {"2024"}


def test_nothing_new_is_known_by_the_stamp() -> None:
    answers = fetch(EurostatServer(example_cubes()))
    known = tuple(draft(answer, retrieved="", licence="", via="") for answer in answers)
    with pytest.raises(UnchangedError):
        fetch(EurostatServer(example_cubes()), known=known)
    newer = [replace(cube, updated="2026-10-01T23:00:00+0200") for cube in example_cubes()]
    assert fetch(EurostatServer(newer), known=known)


# Its own figures


class TestFigures:
    pytestmark = shared

    @staticmethod
    def cube() -> Cube:
        """Unemployment in Sweden's NUTS 2 regions as Eurostat has published it, 2008-2019."""
        with FIGURES.open(encoding="utf-8", newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if row["input_var_code"] == "tgs00010"]
        cells: dict[tuple[str, ...], tuple[float | None, str]] = {
            ("A", "TOTAL", row["sex"], "Y_GE15", "PC", row["geo"], row["time"]): (
                float(row["values"]),
                "",
            )
            for row in rows
        }
        dims = {
            "freq": ["A"],
            "isced11": ["TOTAL"],
            "sex": ["T", "M", "F"],
            "age": ["Y_GE15"],
            "unit": ["PC"],
            "geo": sorted({row["geo"] for row in rows}),
            "time": sorted({row["time"] for row in rows}),
        }
        return Cube("lfst_r_lfu3rt", "Unemployment rates", dims, cells)

    def test_east_middle_sweden(self) -> None:
        (answer,) = fetch(EurostatServer([self.cube()]))
        frame = tables.check(RATES, eurostat.parse([answer.payload], RATES))
        values = frame.set_index(["region", "period", "sex", "age"])["value"].sort_index()
        last = values["SE12", "2019"].droplevel("age").to_dict()
        assert last == {"total": 7.3, "women": 7.3, "men": 7.2}
        assert values["SE12", "2010", "total", "Y_GE15"] == 9.7
        assert len(frame) == 8 * 12 * 3


# Saying no


def test_too_much_is_said_with_how_to_ask_for_less() -> None:
    error = refused(EurostatServer(example_cubes(), most=10))
    assert error.message == (
        "Eurostat lämnar inte ut så mycket av lfst_r_lfu3rt på en gång (EXTRACTION_TOO_BIG)."
    )
    assert "vagled fetch eurostat:lfst_r_lfu3rt --period 2024" in str(error.hint)


@pytest.mark.parametrize("status", [200, 202, 413])
def test_an_answer_that_is_put_off_is_no_answer(status: int) -> None:
    label = "ASYNCHRONOUS_RESPONSE. Your request will be treated asynchronously."
    for body in ({"warning": {"status": 413, "label": label}}, {"error": [{"label": label}]}):
        error = refused(lambda _, body=body: as_json(body, status))
        assert "svarar inte direkt" in error.message
        assert "Försök igen om några minuter" in str(error.hint)
    assert "svarar inte direkt" in refused(EurostatServer(example_cubes(), later=True)).message


def test_a_dataset_that_is_gone() -> None:
    error = refused(EurostatServer([]))
    assert error.message == "Eurostat har ingen datamängd lfst_r_lfu3rt."


def test_other_refusals_in_its_own_words() -> None:
    reply = as_json({"error": [{"label": "INVALID_QUERY_DIMENSION: x"}]}, 400)
    error = refused(lambda _: reply)
    assert "svarade 400" in error.message
    assert 'Med egna ord: "INVALID_QUERY_DIMENSION: x".' in error.message


def altered(change: Callable[[dict[str, Any]], object]) -> Answerer:
    right = EurostatServer(example_cubes())

    def server(seen: Any) -> Any:
        reply = right(seen)
        assert isinstance(reply, Reply)
        document = json.loads(reply.body)
        change(document)
        return as_json(document)

    return server


def _only(name: str, codes: list[str]) -> Callable[[dict[str, Any]], object]:
    def change(document: dict[str, Any]) -> None:
        category = document["dimension"][name]["category"]
        category["index"] = {code: at for at, code in enumerate(codes)}
        category["label"] = {}
        document["size"][document["id"].index(name)] = len(codes)
        document["value"] = {"0": 1.0}
        document.pop("status", None)

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d["extension"].update(id="UNE_RT_A"), 'svarade med "UNE_RT_A" på frågan om'),
        (_only("sex", ["T", "M", "F", "X"]), 'koden "X" i "sex" har kommit till'),
        (_only("sex", ["T"]), 'inga uppgifter om "M" i "sex"'),
        (_only("geo", ["SE11"]), 'inga uppgifter om "SE12" i "geo"'),
        (lambda d: d.update(value={}), "utan ett enda värde"),
        (lambda d: d.pop("id"), "något annat än tabellen"),
    ],
)
def test_an_answer_to_another_question(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    error = refused(altered(change))
    assert said in error.message
    assert error.hint


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_only("unit", ["PC", "THS"]), '2 värden i dimensionen "unit"'),
        (lambda d: d["id"].__setitem__(d["id"].index("age"), "ages") or d["dimension"].update(
            ages=d["dimension"]["age"]), 'saknar dimensionen "age"'),
    ],
)  # fmt: skip
def test_a_dataset_that_has_been_remade(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    with pytest.raises(ContractError, match=said):
        fetch(altered(change))


def test_peers_without_figures_are_left_out() -> None:
    """Codes are renamed in revisions of NUTS; ours must be there, others may be missing."""
    few = [
        replace(cube, dims={**cube.dims, "geo": ["SE12", "SE"]}, cells=dict(cube.cells))
        for cube in example_cubes()
    ]
    (answer,) = fetch(EurostatServer(few))
    assert set(eurostat.parse([answer.payload], RATES)["region"]) == {"SE12", "SE"}


def test_the_example_is_as_sparse_as_the_real_one() -> None:
    for cube in example_cubes():
        assert len(cube.cells) < len(list(itertools.product(*cube.dims.values())))
