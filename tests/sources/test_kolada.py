"""Kolada version 3: what is asked for, what is read, and what is not taken for an answer."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.agencies.kolada import AREAS, KoladaServer, cell, metadata
from tests.servers import Reply, Seen, Server, Spoken, as_json
from tests.sources.asking import ask, inquiry
from vagled_lmi import tables
from vagled_lmi.codes import OSTRA_MELLANSVERIGE
from vagled_lmi.errors import ContractError, DecodeError, SourceError, VagledError
from vagled_lmi.provenance import Retrieval
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import kolada
from vagled_lmi.sources.kolada import pages
from vagled_lmi.sources.protocol import Agency, Answer, UnchangedError
from vagled_lmi.store import draft
from vagled_lmi.tables import TableSpec

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "edu"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med Koladas svar saknas"),
]
SPECS = {spec.id: spec for spec in kolada.TABLES}
OUTSIDE = SPECS["kolada:utanfor"]
LABOUR = SPECS["kolada:arbetsmarknad"]


def table(*codes: str, areas: tuple[str, ...] = ("00", "03", "0380")) -> TableSpec:
    """A table of Kolada with some of the indicators for labour, for some areas."""
    contents = tuple(c for c in LABOUR.contents if c.code in codes)
    return replace(LABOUR, contents=contents, live=areas)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path, limits=Limits(retries=0, calls=1000, seconds=0.02)) as opened:
        yield opened


def fetched(
    agency: Any, spec: TableSpec, session: Session, **known: Any
) -> tuple[list[Answer], list[Seen]]:
    with Server(agency) as server:
        answers = ask(kolada, spec, server.url, session.send, **known)
    return answers, server.seen


def parsed(answers: list[Answer], spec: TableSpec) -> pd.DataFrame:
    return tables.check(spec, kolada.parse([answer.payload for answer in answers], spec))


def retrieved(answers: list[Answer], day: str = "2026-11-20") -> tuple[Retrieval, ...]:
    return tuple(draft(a, retrieved=f"{day}T08:00:00Z", licence="", via="") for a in answers)


# What is asked


def test_metadata_first_then_values_in_lists_of_at_most_25(session: Session) -> None:
    answers, seen = fetched(KoladaServer(), LABOUR, session)
    paths = [s.path for s in seen if s.query["page"] == "1"]
    kpis = [c.code for c in LABOUR.contents]
    # 27 indicators in lists of 25 and 2; 74 areas (riket, 21 län, 52 kommuner) of 25, 25 and 24
    assert paths[:2] == [f"/kpi/{','.join(kpis[:25])}", f"/kpi/{','.join(kpis[25:])}"]
    assert len(paths) == 2 + 2 * 3
    asked = [path.split("/") for path in paths[2:]]
    assert all(p[2::2] == ["kpi", "municipality"] for p in asked)
    sizes = [(len(p[3].split(",")), len(p[5].split(","))) for p in asked]
    assert sizes == [(25, 25), (25, 25), (25, 24), (2, 25), (2, 25), (2, 24)]
    assert {s.query["per_page"] for s in seen} == {"5000"}
    assert answers[-1].query.selection.keys() == {"kpi", "municipality"}


def test_the_declared_areas_are_ours_in_koladas_codes(session: Session) -> None:
    spec = table("N03941", areas=("00", "03", "0380", "SE12"))
    _, seen = fetched(KoladaServer(), spec, session)
    assert seen[-1].path == "/data/kpi/N03941/municipality/0000,0003,0380"


def test_values_become_rows_with_our_codes(session: Session) -> None:
    spec = table("N03941", "N03942")
    answers, _ = fetched(KoladaServer(), spec, session)
    frame = parsed(answers, spec)
    # 2 indicators x 3 areas x 5 years x 3 (total, women, men)
    assert len(frame) == 2 * 3 * 5 * 3
    assert list(frame.columns) == ["region", "period", "contents", "sex", "value", "status"]
    sexes = {"total": "T", "women": "K", "men": "M"}
    areas = {"00": "0000", "03": "0003", "0380": "0380"}
    for row in frame.itertuples():
        wanted = cell(row.contents, areas[row.region], int(row.period), sexes[row.sex])
        assert (
            (pd.isna(row.value) and row.status == "saknas")
            if wanted is None
            else (row.value == wanted and row.status == "")
        )
    assert frame["value"].isna().any()


def test_every_page_is_asked_for(session: Session) -> None:
    spec = table("N03941")
    answers, seen = fetched(KoladaServer(most=4), spec, session)
    # 3 areas x 5 years = 15 rows in pages of 4
    assert [s.query["page"] for s in seen[1:]] == ["1", "2", "3", "4"]
    assert len(parsed(answers, spec)) == 15 * 3
    assert [answer.whole for answer in answers] == [2, 3, 4, 5, 5]
    assert answers[2].query.url.endswith("?page=2&per_page=5000")


def test_only_the_wanted_regions_and_years(session: Session) -> None:
    answers, seen = fetched(
        KoladaServer(),
        table("N03941"),
        session,
        regions=("03", "0305", "1440", "SE12"),
        periods=("2023", "2024", "2024M01"),
    )
    assert seen[-1].path == "/data/kpi/N03941/municipality/0003,0305,1440/year/2023,2024"
    assert answers[-1].query.scope["region"] == ("03", "0305", "1440", "SE12")
    assert len(parsed(answers, table("N03941"))) == 3 * 2 * 3


@pytest.mark.parametrize(
    ("narrowed", "says"),
    [
        ({"regions": ("SE12",)}, 'inga uppgifter om "SE12"'),
        ({"periods": ("2024M01",)}, "bara hela år"),
    ],
)
def test_what_kolada_never_has(
    narrowed: dict[str, tuple[str, ...]], says: str, session: Session
) -> None:
    with pytest.raises(SourceError, match=says):
        fetched(KoladaServer(), table("N03941"), session, **narrowed)


def test_an_indicator_of_kommuner_has_no_value_for_a_region(session: Session) -> None:
    server = KoladaServer([metadata("N03941", "x", municipality_type="K")])
    spec = table("N03941")
    frame = parsed(fetched(server, spec, session)[0], spec)
    assert set(frame["region"]) == {"00", "0380"}


def test_an_indicator_that_is_not_divided_has_totals_only(session: Session) -> None:
    server = KoladaServer([metadata("N03941", "x", is_divided_by_gender=False)])
    spec = table("N03941")
    assert set(parsed(fetched(server, spec, session)[0], spec)["sex"]) == {"total"}


# What has changed


class TestChanges:
    @pytest.fixture
    def server(self) -> KoladaServer:
        return KoladaServer()

    def test_nothing_has_changed(self, server: KoladaServer, session: Session) -> None:
        spec = table("N03941")
        first, _ = fetched(server, spec, session)
        with Server(server) as listening, pytest.raises(UnchangedError):
            ask(kolada, spec, listening.url, session.send, known=retrieved(first))
        assert listening.seen[-1].query == {
            "from_date": "2026-11-20",
            "page": "1",
            "per_page": "1",
        }

    @pytest.mark.parametrize("deleted", [False, True])
    def test_a_change_or_a_deletion_is_reason_to_fetch_the_whole(
        self, deleted: bool, server: KoladaServer, session: Session
    ) -> None:
        spec = table("N03941")
        first, _ = fetched(server, spec, session)
        gone = {"gender": "T", "count": 1, "status": "", "value": None, "isdeleted": deleted}
        row = {"kpi": "N03941", "municipality": "0380", "period": 2024, "values": [gone]}
        server.changed["2026-11-22"] = [row]
        again, _ = fetched(server, spec, session, known=retrieved(first))
        assert len(parsed(again, spec)) == 3 * 5 * 3

    def test_another_selection_is_fetched_even_so(
        self, server: KoladaServer, session: Session
    ) -> None:
        first, _ = fetched(server, table("N03941"), session)
        wider = table("N03941", "N03942")
        again, _ = fetched(server, wider, session, known=retrieved(first))
        assert set(parsed(again, wider)["contents"]) == {"N03941", "N03942"}

    def test_deleted_values_are_not_values(self) -> None:
        live = {"gender": "T", "count": 1, "status": "", "value": 5.0, "isdeleted": False}
        gone = {"gender": "K", "count": 1, "status": "", "value": 6.0, "isdeleted": True}
        row = {"kpi": "N03941", "municipality": "0380", "period": 2024, "values": [live, gone]}
        frame = kolada.parse([page(row)], LABOUR)
        assert frame["sex"].tolist() == ["total"]


# What Kolada says of its indicators


def test_the_contract_tells_of_each_indicator_and_the_next_release(session: Session) -> None:
    server = KoladaServer(
        [
            metadata("N03941", "Arbetslösa av arbetskraften (BAS), 18-65 år, andel (%)"),
            metadata(
                "N03942", "Ungas\n  arbetslöshet", municipality_type="K",
                publication_date="2026-11-28", is_divided_by_gender=False,
            ),
        ]
    )  # fmt: skip
    spec = table("N03941", "N03942")
    answers, _ = fetched(server, spec, session)
    with Server(server) as listening:
        probed = kolada.probe(inquiry(spec, listening.url), session.send)
    said = kolada.contract(probed, spec)
    assert said == kolada.contract([answer.payload for answer in answers], spec)
    assert said.next_release == "2026-11-28"
    assert said.measures["N03942"].label == "Ungas arbetslöshet"
    assert said.variables["municipality_type"].codes == {
        "N03941": "kommun och region",
        "N03942": "kommun",
    }
    assert said.variables["is_divided_by_gender"].codes == {"N03941": "ja", "N03942": "nej"}
    assert said.notes[0] == "N03941: Vad N03941 mäter. Källa: SCB."
    assert not said.discontinued


def test_another_title_and_an_ended_series_are_told(session: Session) -> None:
    server = KoladaServer(
        [
            metadata("N03941", "Arbetslösa av arbetskraften (BAS), 18-66 år, andel (%)"),
            metadata("N03942", "Arbetslösa av arbetskraften (BAS), 18-24 år, andel (%) (-2026)"),
        ]
    )
    spec = table("N03941", "N03942")
    answers, _ = fetched(server, spec, session)
    first, second = answers[0].notes
    assert first.startswith('Kolada kallar nu N03941 "Arbetslösa av arbetskraften (BAS), 18-66 år')
    assert second.startswith("Serien N03942 har upphört: Kolada kallar den nu")
    assert kolada.contract([answer.payload for answer in answers], spec).discontinued


def test_an_indicator_that_is_gone_is_named(session: Session) -> None:
    with pytest.raises(SourceError, match='nyckeltalet N03942 "Arbetslösa') as caught:
        fetched(KoladaServer([metadata("N03941", "x")]), table("N03941", "N03942"), session)
    assert "byt det i kolada:arbetsmarknad" in str(caught.value.hint)


def test_what_is_computed_does_not_name_kolada() -> None:
    for spec in kolada.TABLES:
        assert spec.credit(computed=False) == "Källa: Kolada"
        assert "Kolada" not in spec.credit(computed=True)
        assert spec.credit(computed=True).startswith("Egen bearbetning; ursprungliga uppgifter")


def test_the_catalogue_is_searched_page_by_page(session: Session) -> None:
    kpis = [
        metadata("N1", "Arbetslösa, andel (%)"),
        metadata("N2", "Unga arbetslösa (-2023)", municipality_type="K"),
        metadata("N3", "Elever i sfi"),
        metadata("N4", "Långtidsarbetslösa", is_divided_by_gender=False),
    ]
    with Server(KoladaServer(kpis, most=2)) as server:
        agency = Agency("kolada", "Kolada", server.url, "VAGLED_TEST_URL")
        found = list(kolada.search(agency, "arbetslös", session.send))
    assert [one.id for one in found] == ["N1", "N2", "N4"]
    assert [s.query["title"] for s in server.seen] == ["arbetslös"] * 2
    assert found[0].variables == ("kommun och region", "kön")
    assert (found[1].variables, found[1].discontinued) == (("kommun", "kön"), True)
    assert found[2].variables == ("kommun och region",)


# What is not taken for an answer


def page(*rows: Any, **changes: Any) -> bytes:
    whole = {"values": list(rows), "count": len(rows), "next_url": None, "previous_url": None}
    return json.dumps({**whole, **changes}).encode()


VALUE = {"gender": "T", "count": 1, "status": "", "value": 5.0}
ROW = {"kpi": "N03941", "municipality": "0380", "period": 2024, "values": [VALUE]}


@pytest.mark.parametrize(
    ("payload", "says"),
    [
        (b"", "inte hel JSON"),
        (b"<html>", "inte hel JSON"),
        (page(ROW)[:-9], "inte hel JSON"),
        (b"[]", "där ett objekt väntas"),
        (b"{}", 'saknar fältet "values"'),
        (page(ROW, values={}), 'fältet "values" är "{}", av fel slag'),
        (page(ROW, count=2), "säger 2 rader men har 1"),
        (page(ROW, next_url="https://api.kolada.se/v3/data"), "utan sidnummer"),
        (page(ROW, next_url=7), "utan sidnummer"),
        (page(ROW, next_url="http://[::1?page=2"), "utan sidnummer"),
        (page(5), "där ett objekt väntas"),
        (page({**ROW, "period": "2024"}), '"period" är "2024", av fel slag'),
        (page({**ROW, "kpi": None}), '"kpi" är "None", av fel slag'),
        (page({**ROW, "values": [3]}), "ett värde är"),
        (page({**ROW, "values": [{**VALUE, "value": "5"}]}), "inte ett tal"),
        (page({**ROW, "values": [{**VALUE, "value": True}]}), "inte ett tal"),
        (page({**ROW, "values": [{**VALUE, "status": 3}]}), '"status" är "3"'),
        (page({**ROW, "values": [{"gender": "T"}]}), 'saknar fältet "value"'),
    ],
)
def test_payloads_that_are_no_pages(payload: bytes, says: str) -> None:
    with pytest.raises(DecodeError, match=re.escape(says)):
        kolada.parse([payload], LABOUR)


def test_a_sex_that_is_not_known() -> None:
    with pytest.raises(ContractError, match='för könet "F"; känt är T, K, M'):
        kolada.parse([page({**ROW, "values": [{**VALUE, "gender": "F"}]})], LABOUR)


@pytest.mark.parametrize("old", ["next_page", "previous_page"])
def test_the_names_of_version_2_would_lose_pages(old: str) -> None:
    document = json.loads(page(ROW))
    del document["next_url"], document["previous_url"]
    with pytest.raises(DecodeError, match="version 2") as caught:
        kolada.parse([json.dumps({**document, old: None}).encode()], LABOUR)
    assert "/v3" in str(caught.value.hint)


def test_a_page_that_does_not_say_whether_there_is_more() -> None:
    document = json.loads(page(ROW))
    del document["next_url"]
    with pytest.raises(DecodeError, match="det går inte att se om det är helt"):
        kolada.parse([json.dumps(document).encode()], LABOUR)


def test_the_same_value_twice_breaks_the_contract() -> None:
    with pytest.raises(ContractError, match="samma nyckel"):
        tables.check(LABOUR, kolada.parse([page(ROW), page(ROW)], LABOUR))


def test_an_area_that_is_no_region_breaks_the_contract() -> None:
    frame = kolada.parse([page({**ROW, "municipality": "G33613"})], LABOUR)
    with pytest.raises(ContractError, match='okända koder i "region": "G33613"'):
        tables.check(LABOUR, frame)


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(b"<html>"), "svarade med något annat än väntat på"),
        (Reply(b"", 410), "svarade 410"),
        (as_json({"values": [], "count": 0, "next_page": None}), "version 2"),
        (as_json({"values": [5], "count": 1, "next_url": None}), "där ett objekt väntas"),
    ],
)
def test_what_is_not_a_page_is_not_kept(reply: Reply, says: str, session: Session) -> None:
    with pytest.raises(SourceError, match=says):
        fetched(lambda _: reply, table("N03941"), session)


class Answering(KoladaServer):
    """Kolada, but that its answers to ``/data`` are changed on the way."""

    def __init__(self, **changes: Any) -> None:
        super().__init__()
        self.changes = changes

    def __call__(self, seen: Seen) -> Spoken:
        reply = super().__call__(seen)
        if not seen.path.startswith("/data"):
            return reply
        assert isinstance(reply, Reply)
        return as_json({**json.loads(reply.body), **self.changes})


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"next_url": "https://api.kolada.se/v3/data?page=7"}, "från sida 1 till sida 7"),
        ({"next_url": "https://api.kolada.se/v3/data?page=1"}, "från sida 1 till sida 1"),
        ({"values": [{**ROW, "municipality": "0180"}], "count": 1}, 'svarade om "0180"'),
        ({"values": [{**ROW, "kpi": "N00001"}], "count": 1}, 'svarade om "N00001"'),
        ({"values": [{"kpi": "N03941"}], "count": 1}, 'saknar fältet "municipality"'),
    ],
)
def test_an_answer_to_another_question(
    changes: dict[str, Any], says: str, session: Session
) -> None:
    with pytest.raises(SourceError, match=says):
        fetched(Answering(**changes), table("N03941"), session)


def test_a_circle_of_pages_ends(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGES_AT_MOST", 3)
    with pytest.raises(SourceError, match="över 3 sidor"):
        fetched(KoladaServer(most=1), table("N03941"), session)


def test_errors_are_the_projects_own(session: Session) -> None:
    for status in (400, 404, 429, 500, 503):
        with pytest.raises(VagledError):
            fetched(lambda _, s=status: Reply(b"", s), table("N03941"), session)


# What is declared


def test_the_areas_are_kommuner_of_the_five_lan_all_lan_and_riket() -> None:
    for spec in kolada.TABLES:
        areas = spec.live
        assert isinstance(areas, tuple)
        assert areas[0] == "00"
        assert len([a for a in areas if len(a) == 2]) == 1 + 21
        kommuner = [a for a in areas if len(a) == 4]
        assert len(kommuner) == 8 + 9 + 13 + 12 + 10
        assert {a[:2] for a in kommuner} == set(OSTRA_MELLANSVERIGE)


def test_units_follow_from_the_titles() -> None:
    for spec in kolada.TABLES:
        for contents in spec.contents:
            assert (contents.unit == "procent") == ("andel" in contents.label), contents
    units = {c.code: c.unit for c in LABOUR.contents}
    assert units["N02277"] == "personer"
    assert units["N03702"] == "tusen kronor per invånare"


class TestRecorded:
    """Against Kolada's own catalogue of March 2026, and values it has answered with."""

    pytestmark = shared

    @pytest.fixture
    def catalogue(self) -> dict[str, dict[str, str]]:
        with (SHARED / "kolada_kpi_catalogue_v3_2026-03.csv").open(encoding="utf-8") as lines:
            return {row["id"]: row for row in csv.DictReader(lines)}

    def test_every_indicator_stands_in_the_catalogue_under_its_title(
        self, catalogue: dict[str, dict[str, str]]
    ) -> None:
        declared = [c for spec in kolada.TABLES for c in spec.contents]
        assert len({c.code for c in declared}) == len(declared) == 111
        for contents in declared:
            title = " ".join(catalogue[contents.code]["title"].split()).replace(" ,", ",")
            assert title == contents.label
            assert not re.search(r"\(-\d{4}\)", title)

    def test_the_areas_are_those_of_the_catalogue(self) -> None:
        with (SHARED / "kolada_municipality_v3_2026-03.csv").open(encoding="utf-8") as lines:
            assert {row["id"]: row["type"] for row in csv.DictReader(lines)} == AREAS

    @pytest.fixture
    def product(self) -> dict[tuple[str, str, int, str], float]:
        with (SHARED / "kolada_values_BRP_arboga_peers_v3.csv").open(encoding="utf-8") as lines:
            return {
                (r["kpi"], r["municipality_id"], int(r["year"]), r["gender"]): float(r["value"])
                for r in csv.DictReader(lines)
            }

    def test_recorded_values_come_out_as_they_are(
        self,
        catalogue: dict[str, dict[str, str]],
        product: dict[tuple[str, str, int, str], float],
        session: Session,
    ) -> None:
        rows = [catalogue["N03702"], catalogue["N03703"]]
        described = [
            {**r, "is_divided_by_gender": r["is_divided_by_gender"] == "True"} for r in rows
        ]
        areas = tuple(sorted({area for _, area, _, _ in product}))
        spec = replace(table("N03702", "N03703"), live=areas)
        server = KoladaServer(described, years=range(2012, 2024), value=lambda *key: product[key])
        frame = parsed(fetched(server, spec, session)[0], spec)
        # 8 kommuner x 12 years x 2 indicators, not divided by sex
        assert len(frame) == len(product) == 8 * 12 * 2
        arboga = frame.set_index(["contents", "region", "period", "sex"])["value"]
        assert arboga["N03702", "1984", "2012", "total"] == 268.853441
        for (kpi, area, year, _), value in product.items():
            assert arboga[kpi, area, str(year), "total"] == value
