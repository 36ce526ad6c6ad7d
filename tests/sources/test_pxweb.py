"""PxWebApi 2: what is asked of SCB, how it is split, and what is not taken for an answer."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import servers
from tests.servers import Px, RecordedScb, Reply, Server, Spoken, as_json, px_cell, px_metadata
from tests.sources.asking import answered_by, ask
from vagled_lmi import jsonstat, tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Limits, Request, Response, Session, StatusError
from vagled_lmi.sources import pxweb, scb
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.sources.pxweb import Extract, Label
from vagled_lmi.sources.pxweb_plan import calls, resolve, split
from vagled_lmi.tables import Contents, Dimension, TableSpec

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "scb"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med inspelade svar saknas"),
]

CODES = {
    "Region": ["00", "01", "03", "0114", "0305"],
    "Kon": ["1", "2", "1+2"],
    "ContentsCode": ["X1", "X2"],
    "Tid": ["2019M11", "2019M12", "2020M01", "2020M02", "2021M01"],
}
METADATA = px_metadata("TAB1", CODES)
EXTRACT = Extract(
    table="TAB1",
    select={"Region": ("*",), "Kon": ("1+2", "1", "2"), "ContentsCode": ("X1",), "Tid": ("*",)},
    columns={"Region": "region", "Kon": "sex", "Tid": "period"},
    recode={"Kon": {"1+2": "total", "1": "men", "2": "women"}},
)


def table(extract: Extract | None = EXTRACT) -> TableSpec:
    columns = extract.columns.values() if extract else ("region", "period")
    return TableSpec(
        id="scb:T1",
        agency="SCB",
        register="T1",
        title="Folk",
        dimensions=tuple(Dimension(name, name) for name in columns),
        contents=(Contents("X1", "Folk", "personer"),),
        cadence="month",
        licence="CC0",
        page="https://www.scb.se/t1",
        live=extract,
    )


def selecting(**select: tuple[str | Label, ...]) -> Extract:
    return replace(EXTRACT, select={**EXTRACT.select, **select})


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path, limits=Limits(retries=0, calls=100, seconds=0.02)) as opened:
        yield opened


def fetched(px: Callable[[servers.Seen], Spoken], spec: TableSpec) -> list[Answer]:
    return ask(pxweb, spec, "https://px.example.se", answered_by(px))


def parsed(answers: Sequence[Answer], spec: TableSpec) -> pd.DataFrame:
    return pxweb.parse([answer.payload for answer in answers], spec)


def refused(px: Callable[[servers.Seen], Spoken], spec: TableSpec | None = None) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetched(px, spec or table())
    return caught.value


# SCB's own answers


class TestRecorded:
    pytestmark = shared

    @pytest.fixture
    def scb_server(self) -> Iterator[Server]:
        with Server(RecordedScb(SHARED / "v2_recorded")) as server:
            yield server

    @pytest.fixture
    def population(self) -> TableSpec:
        """scb:TAB6471, asking for the selection whose answer was recorded."""
        (declared,) = (spec for spec in scb.TABLES if spec.id == "scb:TAB6471")
        assert isinstance(declared.live, Extract)
        asked = {
            **{name: tuple(codes) for name, codes in RecordedScb.SELECTION.items()},
            "Tid": ("from(2026)",),
            "ContentsCode": (Label("folkmängden per månad"),),
        }
        return replace(declared, live=replace(declared.live, select=asked))

    def test_what_is_asked_and_what_is_kept(
        self, scb_server: Server, session: Session, population: TableSpec
    ) -> None:
        url = f"{scb_server.url}/api/v2"
        (answer,) = ask(pxweb, population, url + "/", session.send)
        assert [(seen.method, seen.path, seen.query) for seen in scb_server.seen] == [
            ("GET", "/api/v2/config", {}),
            ("GET", "/api/v2/tables/TAB6471/metadata", {"lang": "sv"}),
            (
                "POST",
                "/api/v2/tables/TAB6471/data",
                {"lang": "sv", "outputFormat": "json-stat2"},
            ),
        ]
        selection = {name: tuple(codes) for name, codes in RecordedScb.SELECTION.items()}
        assert scb_server.seen[2].json == {
            "selection": [
                {"variableCode": name, "valueCodes": list(codes)}
                for name, codes in selection.items()
            ]
        }
        data = f"{url}/tables/TAB6471/data?lang=sv&outputFormat=json-stat2"
        assert answer.query == Query("scb:TAB6471", data, selection)
        assert answer.payload == (SHARED / "v2_recorded" / "v2_TAB6471_data.json").read_bytes()
        assert (answer.media_type, answer.updated) == ("application/json", "2026-06-08T06:00:00Z")
        assert len(answer.notes) == 5  # four to the table, one to the ages
        assert answer.notes[0].startswith("Från och med referensåret 2025 och framåt är en liten")
        assert answer.notes[4].startswith("Med ålder avses uppnådd ålder vid årets slut")
        assert not any("\n" in note or "  " in note for note in answer.notes)
        assert answer.whole == 2  # and the table's own description

    def test_what_is_read(
        self, scb_server: Server, session: Session, population: TableSpec
    ) -> None:
        answers = ask(pxweb, population, f"{scb_server.url}/api/v2", session.send)
        frame = tables.check(population, parsed(answers, population))
        assert frame.columns.tolist() == ["region", "period", "age", "sex", "value", "status"]
        assert len(frame) == 21 * 11 * 3 * 4
        assert set(frame["sex"]) == {"total", "men", "women"}
        assert set(frame["period"]) == {"2026M01", "2026M02", "2026M03", "2026M04"}
        assert (frame["status"] == "").all()
        cell = frame.set_index(["region", "age", "sex", "period"])["value"].sort_index()
        # The first two numbers of the answer's value array, the fifth and the ninth.
        assert cell["01", "0-9", "total", "2026M01"] == 245_284
        assert cell["01", "0-9", "total", "2026M02"] == 247_245
        assert cell["01", "0-9", "men", "2026M01"] == 125_373
        assert cell["01", "0-9", "women", "2026M01"] == 119_906
        # 125 373 + 119 906 = 245 279: five persons of noise, as SCB says there may be.
        parts = cell["01", "0-9", "men"] + cell["01", "0-9", "women"]
        assert cell["01", "0-9", "total", "2026M01"] - parts["2026M01"] == 5

    def test_the_declared_selection_stands_against_what_scb_has(self) -> None:
        """22 regions, 12 ages, 3 sexes, 16 months: 12 672 cells, one call."""
        metadata = jsonstat.read_metadata(
            (SHARED / "v2_recorded" / "v2_TAB6471_metadata.json").read_bytes()
        )
        (declared,) = (spec for spec in scb.TABLES if spec.id == "scb:TAB6471")
        assert isinstance(declared.live, Extract)
        selection = resolve(declared, declared.live, metadata)
        assert list(selection) == ["Region", "Alder", "Kon", "ContentsCode", "Tid"]
        assert [len(codes) for codes in selection.values()] == [22, 12, 3, 1, 16]
        assert selection["Kon"] == ("TotSa", "1", "2")
        assert selection["Alder"][-2:] == ("100+10", "TotSA")
        assert len(calls(selection, 150_000)) == 1

    def test_the_whole_table_takes_fourteen_calls(self) -> None:
        """312 x 134 x 3 x 1 x 16 = 2 006 784 cells; / 150 000 = 13.4."""
        assert math.prod(split((312, 134, 3, 1, 16), 150_000)) == 14

    def test_both_recorded_limits_are_read(self) -> None:
        for name, rate in (("2.2.0", (3, 1.0)), ("2.3.2_transcribed", (30, 10.0))):
            config = json.loads((SHARED / "v2_recorded" / f"v2_config_{name}.json").read_bytes())
            asked: list[Request] = []
            send = answered_by(Px(METADATA, config=config))

            def noting(
                request: Request,
                send: Callable[[Request], Response] = send,
                asked: list[Request] = asked,
            ) -> Response:
                asked.append(request)
                return send(request)

            ask(pxweb, table(), "https://px.example.se", noting)
            assert [request.rate for request in asked] == [None, rate, rate]

    def test_every_problem_scb_can_have_is_said_in_swedish(self, session: Session) -> None:
        cases = json.loads((SHARED / "errors_constructed" / "v2_problem_bodies.json").read_bytes())[
            "cases"
        ]
        assert len(cases) == 11
        said = set()
        for name, case in cases.items():
            reply = as_json(case["body"], case["http_status"])
            with Server(answering(data=reply)) as server, pytest.raises(SourceError) as caught:
                ask(pxweb, table(), server.url, session.send)
            message = caught.value.message
            assert f"SCB svarade {case['http_status']} på frågan om scb:T1: " in message, name
            assert f'Med egna ord: "{case["body"]["title"]}".' in message, name
            assert "https://www.scb.se/t1" in str(caught.value)
            said.add(message.split(": ")[1].split(". ")[0])
        assert len(said) >= 9  # a meaning for each title but those of pages and saved queries


def answering(
    config: Spoken | None = None, metadata: Spoken | None = None, data: Spoken | None = None
) -> Callable[[servers.Seen], Spoken]:
    """A PxWeb that answers rightly save where it is told how to."""
    px = Px(METADATA)

    def answer(seen: servers.Seen) -> Spoken:
        told = {"config": config, "metadata": metadata, "data": data}[seen.path.rsplit("/")[-1]]
        return px(seen) if told is None else told

    return answer


# The declared selection


@pytest.mark.parametrize(
    ("name", "items", "codes"),
    [
        ("Tid", ("*",), CODES["Tid"]),
        ("Tid", ("2020M01", "2019M11"), ["2020M01", "2019M11"]),
        ("Tid", ("2020M01", "*"), ["2020M01", "2019M11", "2019M12", "2020M02", "2021M01"]),
        ("Tid", ("2020M01", "2020M01"), ["2020M01"]),
        ("Tid", ("from(2020)",), ["2020M01", "2020M02", "2021M01"]),
        ("Tid", ("from(2020M02)",), ["2020M02", "2021M01"]),
        ("Tid", ("FROM( 2020M02 )",), ["2020M02", "2021M01"]),
        ("Tid", ("to(2019)",), ["2019M11", "2019M12"]),
        ("Tid", ("to(2020M01)",), ["2019M11", "2019M12", "2020M01"]),
        ("Tid", ("range(2019M12,2020)",), ["2019M12", "2020M01", "2020M02"]),
        ("Tid", ("range(2020,2019M12)",), ["2019M12", "2020M01", "2020M02"]),
        ("Tid", ("top(2)",), ["2020M02", "2021M01"]),
        ("Tid", ("top(2,1)",), ["2020M01", "2020M02"]),
        ("Tid", ("top(99)",), CODES["Tid"]),
        ("Tid", ("bottom(2)",), ["2019M11", "2019M12"]),
        ("Tid", ("2020*",), ["2020M01", "2020M02"]),
        ("Region", ("??",), ["00", "01", "03"]),
        ("Region", ("01*",), ["01", "0114"]),
        ("Region", ("top(2)",), ["00", "01"]),
        ("Region", ("top(2,4)",), ["0305"]),
        ("Region", ("bottom(2)",), ["0114", "0305"]),
        ("Region", ("from(03)",), ["03", "0114", "0305"]),
        ("Region", ("to(01)",), ["00", "01"]),
        ("Region", ("range(03,01)",), ["01", "03"]),
        ("Kon", ("1+2",), ["1+2"]),
        ("ContentsCode", (Label("CODE x2"),), ["X2"]),
    ],
)
def test_expressions(name: str, items: tuple[str | Label, ...], codes: list[str]) -> None:
    """`top` is the newest of a time dimension and the first of any other, as PxWebApi has it."""
    extract = selecting(**{name: items})
    metadata = jsonstat.read_metadata(json.dumps(METADATA).encode())
    assert list(resolve(table(extract), extract, metadata)[name]) == codes


@pytest.mark.parametrize(
    ("select", "said"),
    [
        ({"Regionn": ("*",)}, 'har ingen dimension "Regionn". Menade du "Region"?'),
        ({"Bransch": ("*",)}, 'Där finns: "Region", "Kon", "ContentsCode", "Tid".'),
        (
            {"Region": ("02",)},
            'har inte "02" i dimensionen "Region" (region). Menade du "03" eller',
        ),
        ({"Kon": ("TotSA",)}, 'har inte "TotSA" i dimensionen "Kon" (kon). Där finns: "1", "2"'),
        ({"Tid": ("from(2030)",)}, 'har inte "from(2030)"'),
        ({"Tid": ("top(0)",)}, 'har inte "top(0)"'),
        ({"Tid": ("top(x)",)}, 'har inte "top(x)"'),
        ({"Tid": ("range(2019)",)}, 'har inte "range(2019)"'),
        ({"Region": ("from(02)",)}, 'har inte "from(02)"'),
        ({"Region": ("9*",)}, 'har inte "9*"'),
        ({"Region": ()}, 'har inget valt värde i "Region"'),
        ({"ContentsCode": (Label("lön"),)}, "Där finns: X1 ContentsCode X1; X2 ContentsCode X2."),
        ({"ContentsCode": (Label("contents"),)}, "har 2 värden i"),
    ],
)
def test_what_the_table_does_not_have_is_named_with_what_it_has(
    select: dict[str, tuple[str | Label, ...]], said: str
) -> None:
    error = refused(Px(METADATA), table(selecting(**select)))
    assert "Tabellen TAB1 hos SCB" in error.message
    assert said in error.message
    assert "https://www.scb.se/t1" in str(error)


def test_a_dimension_that_the_selection_does_not_mention() -> None:
    """SCB would sum over it, or take its default; a new dimension may mean a new table."""
    for name in ("Kon", "Tid"):  # eliminable, and not
        select = {key: codes for key, codes in EXTRACT.select.items() if key != name}
        error = refused(Px(METADATA), table(replace(EXTRACT, select=select)))
        assert f'har fått dimensionen "{name}"' in error.message


def test_several_values_without_a_column() -> None:
    with pytest.raises(ContractError, match=r'"ContentsCode" har 2 värden valda men ingen kolumn'):
        fetched(Px(METADATA), table(selecting(ContentsCode=("*",))))


def test_a_table_without_a_question() -> None:
    for call in (lambda: fetched(Px(METADATA), table(None)), lambda: pxweb.parse([], table(None))):
        with pytest.raises(SourceError, match="scb:T1 kan inte hämtas från SCB än"):
            call()


# Splitting and joining


sizes = st.lists(st.integers(1, 9), min_size=1, max_size=4)


@given(sizes, st.integers(1, 60))
@settings(max_examples=200, deadline=None)
def test_a_split_is_whole_within_the_limit_and_the_fewest(sizes: list[int], most: int) -> None:
    selection = {
        f"D{at}": tuple(f"{at}:{code}" for code in range(size)) for at, size in enumerate(sizes)
    }
    parts = calls(selection, most)
    cells = [cell for part in parts for cell in itertools.product(*part.values())]
    assert len(set(cells)) == len(cells)
    assert set(cells) == set(itertools.product(*selection.values()))
    assert all(math.prod(map(len, part.values())) <= most for part in parts)
    assert all(list(part) == list(selection) for part in parts)
    enough = [
        pieces
        for pieces in itertools.product(*(range(1, size + 1) for size in sizes))
        if math.prod(-(-size // n) for size, n in zip(sizes, pieces, strict=True)) <= most
    ]
    assert len(parts) == min(map(math.prod, enough))


def whole(spec: TableSpec, metadata: Mapping[str, Any]) -> pd.DataFrame:
    """What the joined answers must be, worked out cell by cell without splitting or JSON-stat."""
    assert isinstance(spec.live, Extract)
    live = spec.live
    codes = {
        name: list(about["category"]["index"]) for name, about in metadata["dimension"].items()
    }
    selection = {
        name: codes[name] if live.select[name] == ("*",) else live.select[name] for name in codes
    }
    rows = []
    for cell in itertools.product(*selection.values()):
        at = dict(zip(selection, cell, strict=True))
        value, status = px_cell(at)
        tidy = {
            column: live.recode.get(name, {}).get(at[name], at[name])
            for name, column in live.columns.items()
        }
        rows.append({**tidy, "value": value, "status": status})
    frame = pd.DataFrame(rows)[list(spec.columns)].astype({"value": "float64"})
    return frame.sort_values(list(spec.keys), ignore_index=True)


def plain(spec: TableSpec, frame: pd.DataFrame) -> pd.DataFrame:
    texts = [*spec.keys, "status"]
    return frame.astype(dict.fromkeys(texts, "str")).sort_values(list(spec.keys), ignore_index=True)


@given(
    st.lists(st.integers(1, 6), min_size=3, max_size=3),
    st.integers(1, 40),
    st.permutations(["Region", "Kon", "ContentsCode", "Tid"]),
)
@settings(max_examples=60, deadline=None)
def test_the_parts_joined_are_the_whole(sizes: list[int], most: int, order: list[str]) -> None:
    regions, sexes, months = sizes
    codes = {
        "Region": [f"{n:02}" for n in range(regions)],
        "Kon": ["1+2", "1", "2", "X", "Y", "Z"][:sexes],
        "ContentsCode": ["X1"],
        "Tid": [f"2020M{n:02}" for n in range(1, months + 1)],
    }
    metadata = px_metadata("TAB1", {name: codes[name] for name in order})
    spec = table(replace(EXTRACT, select=dict.fromkeys(codes, ("*",))))
    config = {**servers.CONFIG, "maxDataCells": most}
    answers = fetched(Px(metadata, config=config), spec)
    assert len(answers) >= math.prod(sizes) / most
    frame = parsed(answers, spec)
    assert frame.columns.tolist() == list(spec.columns)
    pd.testing.assert_frame_equal(
        plain(spec, frame), whole(spec, metadata), check_dtype=False, check_exact=True
    )


@pytest.mark.parametrize(("most", "parts"), [(75, 1), (74, 2), (25, 3), (15, 5), (1, 75)])
def test_over_http_too(most: int, parts: int, session: Session) -> None:
    """5 regions x 3 sexes x 1 measure x 5 months = 75 cells."""
    spec = table()
    px = Px(METADATA, config={**servers.CONFIG, "maxDataCells": most})
    with Server(px) as server:
        answers = ask(pxweb, spec, server.url, session.send)
    assert (len(answers), len(server.seen)) == (parts, parts + 2)
    assert {answer.whole for answer in answers} == {parts + 1}
    for answer, seen in zip(answers, server.seen[2:], strict=True):
        asked = {part["variableCode"]: tuple(part["valueCodes"]) for part in seen.json["selection"]}
        assert asked == answer.query.selection
        assert list(asked) == METADATA["id"]
    pd.testing.assert_frame_equal(
        plain(spec, parsed(answers, spec)), whole(spec, METADATA), check_dtype=False
    )


def test_a_selection_that_would_take_hundreds_of_calls() -> None:
    many = px_metadata("TAB1", {**CODES, "Region": [str(n) for n in range(500)]})
    px = Px(many, config={**servers.CONFIG, "maxDataCells": 3})
    error = refused(px)
    assert "för stort: 7500 celler i 2500 anrop" in error.message


# What is not taken for an answer


def lying(change: Callable[[dict[str, Any]], object]) -> Callable[[servers.Seen], Spoken]:
    """A PxWeb whose data answers are changed."""
    px = Px(METADATA)

    def answer(seen: servers.Seen) -> Spoken:
        reply = px(seen)
        if not seen.path.endswith("/data"):
            return reply
        assert isinstance(reply, Reply)
        document = json.loads(reply.body)
        change(document)
        return as_json(document)

    return answer


def _default(document: dict[str, Any]) -> None:
    """SCB's answer to an empty selection."""
    first = {name: CODES[name][:1] for name in CODES}
    document.update(servers.px_dataset(METADATA, first))


def _eliminated(document: dict[str, Any]) -> None:
    kept = {name: codes for name, codes in CODES.items() if name != "Kon"} | {
        "ContentsCode": ["X1"]
    }
    document.update(servers.px_dataset(METADATA, kept))


def _widened(document: dict[str, Any]) -> None:
    document.update(servers.px_dataset(METADATA, CODES))


def _other_table(document: dict[str, Any]) -> None:
    document["extension"]["px"]["tableid"] = "TAB2"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_default, 'koden "01" i "Region" saknas'),
        (_eliminated, 'dimensionen "Kon" saknas'),
        (_widened, 'koden "X2" i "ContentsCode" har kommit till'),
        (_other_table, 'svarade med tabellen "TAB2" på frågan om TAB1'),
        (lambda document: document["value"].pop(), "75 celler men value har 74"),
        (lambda document: document.update(value=["x"] * 75), "value nummer 1"),
        (lambda document: document.pop("dimension"), "beskrivs inte"),
        (lambda document: document.update({"class": "collection"}), "collection"),
    ],
)
def test_an_answer_to_another_question(
    change: Callable[[dict[str, Any]], object], said: str
) -> None:
    error = refused(lying(change))
    assert "SCB svarade" in error.message
    assert said in error.message
    assert error.hint is not None


def test_an_answer_in_another_order_is_the_same_answer() -> None:
    """Order is the server's; codes are what counts."""

    def turned(document: dict[str, Any]) -> None:
        turned = {"Tid": CODES["Tid"][::-1], "Kon": ["2", "1", "1+2"]}
        rest = {"ContentsCode": ["X1"], "Region": CODES["Region"]}
        document.update(servers.px_dataset(METADATA, turned | rest))

    spec = table()
    frame = parsed(fetched(lying(turned), spec), spec)
    pd.testing.assert_frame_equal(plain(spec, frame), whole(spec, METADATA), check_dtype=False)


def test_a_table_id_in_other_case_or_none_at_all() -> None:
    for change in (
        lambda document: document["extension"]["px"].update(tableid="tab1"),
        lambda document: document.pop("extension"),
    ):
        assert len(fetched(lying(change), table())) == 1


def test_a_table_that_changes_while_it_is_fetched() -> None:
    number = itertools.count(6)

    def later(document: dict[str, Any]) -> None:
        document["updated"] = f"2026-06-0{next(number)}T06:00:00Z"

    px = lying(later)
    config = {**servers.CONFIG, "maxDataCells": 40}

    def answer(seen: servers.Seen) -> Spoken:
        return as_json(config) if seen.path == "/config" else px(seen)

    error = refused(answer)
    assert "SCB uppdaterade tabellen TAB1 medan den hämtades" in error.message
    assert "igen" in str(error.hint)


NOT_DATA: dict[str, tuple[Reply, str]] = {
    "HTML": (Reply(b"<html><title>Underh\xe5ll</title>", 200), "HTML eller XML"),
    "empty": (Reply(b""), "Svaret är tomt"),
    "cut JSON": (Reply(b'{"class": "dataset", "id": ["A"'), "avkortat"),
    "latin-1": (Reply('{"label": "Örebro"}'.encode("latin-1")), "inte UTF-8"),
    "list": (Reply(b"[]"), "en lista"),
    "problem with 200": (servers.problem("Non-existent table", 200), "inte ett dataset"),
}


@pytest.mark.parametrize("case", NOT_DATA)
@pytest.mark.parametrize("what", ["metadata", "data"])
def test_a_success_that_is_no_table(case: str, what: str, session: Session) -> None:
    reply, said = NOT_DATA[case]
    with Server(answering(**{what: reply})) as server, pytest.raises(SourceError) as caught:
        ask(pxweb, table(), server.url, session.send)
    assert "SCB svarade om TAB1 med något annat än tabellen" in caught.value.message
    assert said in caught.value.message
    assert isinstance(caught.value.__cause__, DecodeError)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>"),
        Reply(b"[]"),
        as_json({}),
        as_json({**servers.CONFIG, "maxDataCells": 0}),
        as_json({**servers.CONFIG, "maxDataCells": "150000"}),
        as_json({**servers.CONFIG, "timeWindow": True}),
    ],
)
def test_a_host_that_is_no_pxwebapi(reply: Reply) -> None:
    error = refused(answering(config=reply))
    assert "SCB svarar inte som PxWebApi 2 på https://px.example.se/config" in error.message


@pytest.mark.parametrize("status", [400, 403, 404, 429, 503])
@pytest.mark.parametrize("worded", [True, False])
def test_failures_in_the_agencys_words_and_ours(
    status: int, worded: bool, session: Session
) -> None:
    """Through the session and without it, with PxWeb's JSON and with whatever else."""
    reply = servers.problem("Too\nmany\x1b[31m", status) if worded else Reply(b"Nope", status)
    with Server(answering(metadata=reply)) as server, pytest.raises(SourceError) as caught:
        ask(pxweb, table(), server.url, session.send)
    for error in (caught.value, refused(answering(metadata=reply))):
        assert f"svarade {status}" in error.message
        own = '"Too\N{REPLACEMENT CHARACTER}many\N{REPLACEMENT CHARACTER}[31m"'
        assert (own if worded else '"Nope"') in error.message
        later = "Försök igen senare" in str(error.hint)
        assert later == (status in (429, 503))
    assert isinstance(caught.value.__cause__, StatusError)


def test_failures_without_words() -> None:
    for reply in (Reply(b"", 403), Reply(b"<html>403</html>", 403), as_json({"title": 7}, 403)):
        error = refused(answering(data=reply))
        assert error.message == "SCB svarade 403 på frågan om scb:T1: frågan nekas."


def test_how_long_the_agency_asks_us_to_wait_is_passed_on(session: Session) -> None:
    reply = Reply(b"API calls quota exceeded!", 429, {"Retry-After": "3600"})
    with Server(answering(data=reply)) as server, pytest.raises(SourceError) as caught:
        ask(pxweb, table(), server.url, session.send)
    assert "ber oss vänta 60 minuter" in caught.value.message
    assert 'Med egna ord: "API calls quota exceeded!".' in caught.value.message


# Reading what is kept


def payload(selection: Mapping[str, Sequence[str]]) -> bytes:
    return json.dumps(servers.px_dataset(METADATA, selection)).encode()


def test_signs_are_carried_and_numbers_are_not_made_up() -> None:
    spec = table()
    frame = parsed(fetched(Px(METADATA), spec), spec)
    assert set(frame["status"]) == {"", ".."}
    assert (frame["value"].isna() == (frame["status"] == "..")).all()
    assert frame["value"].dtype == "float64"
    for name in ("region", "sex", "period", "status"):
        assert isinstance(frame[name].dtype, pd.CategoricalDtype)
    assert frame["sex"].cat.categories.tolist() == ["total", "men", "women"]


def test_codes_that_recode_does_not_name_stay() -> None:
    spec = table(replace(EXTRACT, recode={"Kon": {"1+2": "total"}}))
    assert set(parsed(fetched(Px(METADATA), spec), spec)["sex"]) == {"total", "1", "2"}


ONE = {"Region": ["00"], "Kon": ["1"], "ContentsCode": ["X1"], "Tid": ["2020M01"]}


@pytest.mark.parametrize(
    ("payloads", "said"),
    [
        ([], "inget svar"),
        ([{k: v for k, v in ONE.items() if k != "Tid"}], 'saknar dimensionen "Tid"'),
        ([{**ONE, "ContentsCode": ["X1", "X2"]}], 'flera värden i dimensionen "ContentsCode"'),
        ([ONE, {**ONE, "ContentsCode": ["X2"]}], 'flera värden i dimensionen "ContentsCode"'),
    ],
)
def test_payloads_that_do_not_fit_the_declaration(
    payloads: list[dict[str, list[str]]], said: str
) -> None:
    with pytest.raises(ContractError, match=said):
        pxweb.parse([payload(selection) for selection in payloads], table())


def test_declarations_that_contradict_themselves() -> None:
    both = replace(EXTRACT, recode={"Kon": {"1": "x", "2": "x"}})
    with pytest.raises(ContractError, match="två av myndighetens koder"):
        pxweb.parse([payload({**ONE, "Kon": ["1", "2"]})], table(both))
    other = replace(table(), dimensions=table().dimensions[:2])
    with pytest.raises(ContractError, match="deklarerar kolumnerna region, sex, value, status"):
        pxweb.parse([payload(ONE)], other)


def test_a_damaged_payload_is_a_decode_error() -> None:
    with pytest.raises(DecodeError, match="avkortat"):
        pxweb.parse([payload(ONE)[:-20]], table())
