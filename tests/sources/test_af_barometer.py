"""Yrkesbarometern: what is asked, what is read, and what is refused by field and row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.agencies.af import AfServer
from tests.servers import Reply, Server
from tests.sources.asking import ask
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError, VagledError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, Response, Session, StatusError
from vagled_lmi.sources import af, catalogue
from vagled_lmi.sources.protocol import Answer, UnchangedError
from vagled_lmi.store import Archive, Store, draft
from vagled_lmi.tables import Table

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "af"
RECORDED = SHARED / "yrkesbarometer" / "yb_2025-2_rows_first1000.json"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not RECORDED.is_file(), reason="../shared med Yrkesbarometern saknas"),
]
BAROMETER, ADS = af.TABLES[:2]

ASSESSED: dict[str, Any] = {
    "yrkesomrade": "Data/IT",
    "yb_yrke": "Systemutvecklare",
    "yb_concept_id": "abcd_EFG_123",
    "lan": "03",
    "antal_ssyk": 2,
    "del_av_ssyk": 0,
    "ssyk": "2512, 2514",
    "ssyk_text": "Mjukvaru- och systemutvecklare m.fl., Systemtestare",
    "yb_beskrivning": None,
    "jobbmojligheter": "stora",
    "rekryteringssituation": "paradox",
    "paradox": ["lämnare"],
    "prognos": "öka",
    "text_jobbmojligheter": "Möjligheterna till arbete bedöms vara stora.",
    "text_rekryteringssituation": None,
    "hogsta_bedomningsniva": "nuts2",
    "delvis_helt": "delvis",
    "omgang": "2025-2",
    "taxonomi_version": 27,
}
JUDGEMENTS = (
    *("jobbmojligheter", "rekryteringssituation", "prognos"),
    *("hogsta_bedomningsniva", "delvis_helt"),
)
SILENT: dict[str, Any] = {**ASSESSED, "lan": "04", "paradox": [], **dict.fromkeys(JUDGEMENTS)}


def payload(*rows: Any) -> bytes:
    return json.dumps(rows, ensure_ascii=False).encode()


def refused(*rows: Any) -> VagledError:
    with pytest.raises((ContractError, DecodeError)) as caught:
        af.parse([payload(*rows)], BAROMETER)
    return caught.value


def test_two_rows_become_ten_observations() -> None:
    frame = af.parse([payload(ASSESSED, SILENT)], BAROMETER)
    assert frame.columns.tolist() == [
        *("region", "period", "occupation", "contents"),
        *("concept", "field", "ssyk", "ssyk_label", "ssyk_groups", "part_of_ssyk"),
        *("taxonomy", "description", "paradox", "text", "value", "status"),
    ]
    assert len(frame) == 2 * 5
    uppsala = frame[frame["region"] == "03"].set_index("contents")
    assert uppsala["value"].to_dict() == {
        "jobbmojligheter": "stora",
        "rekryteringssituation": "paradox",
        "prognos": "öka",
        "hogsta_bedomningsniva": "nuts2",
        "delvis_helt": "delvis",
    }
    assert (uppsala["status"] == "").all()
    assert set(uppsala["period"]) == {"2025-2"}
    assert set(uppsala["occupation"]) == {"Systemutvecklare"}
    assert set(uppsala["concept"]) == {"abcd_EFG_123"}
    assert set(uppsala["field"]) == {"Data/IT"}
    assert set(uppsala["ssyk"]) == {"2512, 2514"}
    sodermanland = frame[frame["region"] == "04"]
    assert sodermanland["value"].isna().all()
    assert (sodermanland["status"] == af.NOT_ASSESSED).all()
    assert len(tables.check(BAROMETER, frame)) == 10


def test_all_nineteen_fields_are_kept() -> None:
    """Five are values, three are keys, the rest describe the row or its judgement."""
    assert len(ASSESSED) == 19
    frame = af.parse([payload({**ASSESSED, "yb_beskrivning": "Utvecklar system."})], BAROMETER)
    rows = frame.set_index("contents")
    chances, situation = rows.loc["jobbmojligheter"], rows.loc["rekryteringssituation"]
    assert chances["text"] == "Möjligheterna till arbete bedöms vara stora."
    assert pd.isna(situation["text"])
    assert situation["paradox"] == "lämnare"
    assert rows["paradox"].notna().sum() == rows["text"].notna().sum() == 1
    for row in (chances, situation):
        assert row["ssyk_label"] == "Mjukvaru- och systemutvecklare m.fl., Systemtestare"
        assert (row["ssyk_groups"], row["part_of_ssyk"], row["taxonomy"]) == ("2", "0", "27")
        assert row["description"] == "Utvecklar system."


@pytest.mark.parametrize(
    ("situation", "chances"),
    [("brist", "medelstora"), ("paradox", "små"), ("balans", "stora"), ("överskott", None)],
)
def test_chances_are_those_that_the_situation_means(situation: str, chances: str | None) -> None:
    """brist or paradox is stora, balans is medelstora, överskott is små."""
    error = refused(
        SILENT, {**ASSESSED, "rekryteringssituation": situation, "jobbmojligheter": chances}
    )
    assert isinstance(error, ContractError)
    assert f'rad 2: fältet "jobbmojligheter" är "{chances}" fast' in error.message
    assert f'rekryteringssituationen är "{situation}"' in error.message


def test_each_judgement_is_missing_on_its_own() -> None:
    """One note says that some rows without a judgement carry a level all the same."""
    row = {**SILENT, "hogsta_bedomningsniva": "län"}
    given = af.parse([payload(row)], BAROMETER).set_index("contents")
    assert given.loc["hogsta_bedomningsniva", ["value", "status"]].tolist() == ["län", ""]
    assert given.loc["prognos", "status"] == af.NOT_ASSESSED


@pytest.mark.parametrize("field", list(ASSESSED))
def test_a_field_that_is_missing(field: str) -> None:
    row = {name: value for name, value in ASSESSED.items() if name != field}
    error = refused(SILENT, row)
    assert isinstance(error, ContractError)
    assert error.message == f'Yrkesbarometern, rad 2: fältet "{field}" saknas.'
    assert error.hint is not None


@pytest.mark.parametrize("field", list(ASSESSED))
def test_a_field_of_the_wrong_type(field: str) -> None:
    error = refused(SILENT, {**ASSESSED, field: {"a": 1}})
    assert isinstance(error, DecodeError)
    assert f'rad 2: fältet "{field}" är "{{\'a\': 1}}", av fel slag' in error.message


@pytest.mark.parametrize("value", [3, True, None, ["03"]])
def test_a_region_code_is_text(value: object) -> None:
    assert isinstance(refused({**ASSESSED, "lan": value}), DecodeError)


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("rekryteringssituation", "Brist", "överskott, balans, paradox, brist eller inget"),
        ("prognos", "oförändrad", "minska, vara oförändrad, öka eller inget"),
        ("hogsta_bedomningsniva", "NUTS2", "län, nuts2, nuts1, nationellt eller inget"),
        ("delvis_helt", "Helt", "delvis, helt eller inget"),
    ],
)
def test_a_class_nobody_knows(field: str, value: str, allowed: str) -> None:
    error = refused(SILENT, {**ASSESSED, field: value})
    assert isinstance(error, ContractError)
    assert f'rad 2: fältet "{field}" är "{value}"; tillåtet är {allowed}.' in error.message


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("lan", "3"), ("lan", "0380"), ("lan", "SE12")),
        *(("omgang", "2025"), ("omgang", "2025-02"), ("omgang", "hösten 2025")),
        *(("ssyk", ""), ("ssyk", "251"), ("ssyk", "2512;2514"), ("ssyk", "2512,")),
        *(("yb_yrke", ""), ("yb_yrke", " "), ("yb_concept_id", "")),
    ],
)
def test_a_value_of_the_wrong_shape(field: str, value: str) -> None:
    error = refused({**ASSESSED, field: value})
    assert isinstance(error, ContractError)
    assert f'rad 1: fältet "{field}" är "{value}"' in error.message


def test_a_region_that_no_list_knows_breaks_the_contract() -> None:
    frame = af.parse([payload({**ASSESSED, "lan": "02"})], BAROMETER)
    with pytest.raises(ContractError, match='okända koder i "region": "02"'):
        tables.check(BAROMETER, frame)


def test_one_file_is_one_round() -> None:
    error = refused(ASSESSED, {**SILENT, "omgang": "2026-1"})
    assert 'rad 2: fältet "omgang" är "2026-1" men "2025-2" i rad 1' in error.message
    rounds = [payload(ASSESSED), payload({**ASSESSED, "omgang": "2026-1"})]
    with pytest.raises(ContractError, match="2 filer i en omgång"):
        af.parse(rounds, BAROMETER)
    with pytest.raises(ContractError, match="0 filer"):
        af.parse([], BAROMETER)


def test_an_occupation_stands_once_in_a_region() -> None:
    error = refused(ASSESSED, SILENT, {**ASSESSED, "yb_concept_id": "other_ID"})
    assert 'rad 3: "Systemutvecklare" i lan "03" står redan i rad 1' in error.message


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "inte hel JSON"),
        (b"<html>", "inte hel JSON"),
        (payload(ASSESSED)[:-30], "inte hel JSON"),
        (json.dumps([ASSESSED], ensure_ascii=False).encode("latin-1"), "inte hel JSON"),
        (b"{}", "inte en lista"),
        (b"[]", "inte en lista"),
        (b"[[1]]", "rad 1: inte ett objekt"),
        (payload(ASSESSED, "x"), "rad 2: inte ett objekt"),
    ],
)
def test_bytes_that_are_no_rows(body: bytes, said: str) -> None:
    with pytest.raises(DecodeError, match=said):
        af.parse([body], BAROMETER)


class TestRecorded:
    pytestmark = shared

    @pytest.fixture
    def frame(self) -> pd.DataFrame:
        return tables.check(BAROMETER, af.parse([RECORDED.read_bytes()], BAROMETER))

    def test_true_rows(self, frame: pd.DataFrame) -> None:
        """1 000 rows of round 2025-2: 46 occupations, and five judgements of each row."""
        assert len(frame) == 1000 * 5
        assert frame["occupation"].nunique() == 46
        assert frame["region"].nunique() == 22
        assert set(frame["period"]) == {"2025-2"}

    def test_counts_of_classes(self, frame: pd.DataFrame) -> None:
        """Counted in the file with `grep -c`: 770 rows are assessed and 230 are not."""
        of = frame.groupby("contents")["value"].apply(lambda values: Counter(values.dropna()))
        chances = {"medelstora": 462, "små": 167, "stora": 141}
        assert of.loc["jobbmojligheter"].dropna().to_dict() == chances
        situations = {"balans": 462, "överskott": 167, "brist": 134, "paradox": 7}
        assert of.loc["rekryteringssituation"].dropna().to_dict() == situations
        assert of.loc["prognos"].dropna().to_dict() == {"öka": 553, "vara oförändrad": 217}
        levels = {"nationellt": 301, "nuts1": 237, "nuts2": 162, "län": 70}
        assert of.loc["hogsta_bedomningsniva"].dropna().to_dict() == levels
        assert (frame["status"] == af.NOT_ASSESSED).sum() == 230 * 5

    def test_one_row(self, frame: pd.DataFrame) -> None:
        row = frame[(frame["region"] == "05") & (frame["concept"] == "hJVJ_HV4_pXb")]
        assert row.set_index("contents")["value"].to_dict() == {
            "delvis_helt": "helt",
            "hogsta_bedomningsniva": "län",
            "jobbmojligheter": "medelstora",
            "prognos": "öka",
            "rekryteringssituation": "balans",
        }
        assert set(row["occupation"]) == {"Studieadministratörer och utbildningshandläggare"}
        assert set(row["ssyk"]) == {"3359"}

    def test_what_the_judgements_of_ostra_mellansverige_rest_on(self, frame: pd.DataFrame) -> None:
        """35 occupations are assessed in each län: 1 + 13 + 10 + 11 = 35 in Uppsala län."""
        levels = frame[frame["contents"] == "hogsta_bedomningsniva"].dropna(subset=["value"])
        of = levels.groupby("region")["value"].agg(Counter)
        assert of["03"] == {"län": 1, "nuts2": 13, "nuts1": 10, "nationellt": 11}
        assert {r: of[r]["län"] for r in ("03", "04", "05", "18", "19")} == {
            "03": 1, "04": 1, "05": 5, "18": 1, "19": 2,
        }  # fmt: skip
        assert {of[r]["nationellt"] for r in ("03", "04", "05", "18", "19")} == {11}
        assert {sum(of[r].values()) for r in ("03", "04", "05", "18", "19")} == {35}

    def test_why_a_situation_is_a_paradox(self, frame: pd.DataFrame) -> None:
        """Seven rows: five because people leave, two in spite of unemployment."""
        assert Counter(frame["paradox"].dropna()) == {"lämnare": 5, "arbetslöshet": 2}
        paradoxes = frame[frame["paradox"].notna()]
        assert set(paradoxes["value"]) == {"paradox"}

    def test_shares_and_sentences(self, frame: pd.DataFrame) -> None:
        wholly = frame[frame["contents"] == "delvis_helt"]["value"]
        assert Counter(wholly.dropna()) == {"delvis": 661, "helt": 109}
        sentence = frame[(frame["contents"] == "jobbmojligheter") & (frame["region"] == "06")]
        assert sentence["text"].iloc[0].startswith("Möjligheterna till arbete")
        assert set(frame["taxonomy"]) == {"27"}


# Rounds that are kept


def kept(store: Store, *rows: dict[str, Any], at: str) -> None:
    answer = Answer(Query(BAROMETER.id), payload(*rows), "application/json")
    store.add(BAROMETER.id, [answer], retrieved=at, licence="CC0")


def test_each_round_is_kept_and_can_be_read(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept(store, ASSESSED, SILENT, at="2025-09-20T08:00:00Z")
    spring = {"omgang": "2026-1", "prognos": "minska"}
    kept(store, {**ASSESSED, **spring}, at="2026-06-09T08:00:00Z")
    corrected = {**spring, "prognos": "vara oförändrad"}
    kept(store, {**ASSESSED, **corrected}, {**SILENT, **spring}, at="2026-06-12T08:00:00Z")

    def demand(table: Table) -> dict[tuple[str, str], Any]:
        rows = table.frame[table.frame["contents"] == "prognos"]
        values = rows["value"].astype("object").where(rows["value"].notna(), None)
        return dict(zip(zip(rows["period"], rows["region"], strict=True), values, strict=True))

    newest = {("2026-1", "03"): "vara oförändrad", ("2026-1", "04"): "minska"}
    assert demand(catalogue.load(BAROMETER.id, store)) == newest
    before = catalogue.load(BAROMETER.id, store, as_of="2026-06-10")
    assert demand(before) == {("2026-1", "03"): "minska"}
    autumn = {("2025-2", "03"): "öka", ("2025-2", "04"): None}
    every = catalogue.every_period(BAROMETER.id, store)
    assert demand(every) == newest | autumn
    assert len(every.retrievals) == 3
    known = catalogue.every_period(BAROMETER.id, store, as_of="2026-06-10")
    assert demand(known) == {("2026-1", "03"): "minska"} | autumn


def test_rounds_of_the_agency_lie_over_those_of_the_copy(
    tmp_path: Path, snapshot: Archive, tables: Mapping[str, Table]
) -> None:
    """The copy has 2025-1 for six regions and 2026-1 for riket; the agency's 2026-1 replaces it."""
    copy = tables[BAROMETER.id].frame
    store = Store(tmp_path, base=snapshot)
    spring = {"omgang": "2026-1", "yb_yrke": "Ett yrke"}
    kept(
        store,
        {**ASSESSED, **spring, "lan": "00"},
        {**ASSESSED, **spring},
        at="2026-11-25T08:00:00Z",
    )
    assert set(catalogue.load(BAROMETER.id, store).frame["period"]) == {"2026-1"}
    every = catalogue.every_period(BAROMETER.id, store).frame
    earlier = every[every["period"] == "2025-1"]
    assert len(earlier) == (copy["period"] == "2025-1").sum() == 990 * 2
    assert set(every[every["period"] == "2026-1"]["occupation"]) == {"Ett yrke"}


def test_what_the_copy_does_not_know_is_missing(tables: Mapping[str, Table]) -> None:
    copy = tables[BAROMETER.id].frame
    assert copy.columns.tolist() == list(BAROMETER.columns)
    for name in ("ssyk_label", "taxonomy", "description", "paradox", "text"):
        assert copy[name].isna().all()
    assert "delvis_helt" not in set(copy["contents"])


def test_the_copy_has_the_classes_that_the_agency_published(tables: Mapping[str, Table]) -> None:
    """Round 2025-1 stora/medelstora/små of 165 occupations; round 2026-1 riket, 205 assessed."""
    copy = tables[BAROMETER.id].frame
    of = copy.groupby(["period", "region", "contents"])["value"].agg(Counter)
    classes = {
        "00": (82, 48, 35), "03": (69, 60, 36), "04": (66, 50, 49),
        "05": (67, 61, 37), "18": (68, 62, 35), "19": (68, 54, 43),
    }  # fmt: skip
    for region, counts in classes.items():
        assert sum(counts) == 165
        there = of["2025-1", region, "jobbmojligheter"]
        assert (there["stora"], there["medelstora"], there["små"]) == counts, region
    assert of["2026-1", "00", "rekryteringssituation"] == {
        "brist": 57, "balans": 77, "överskott": 41, "paradox": 30,
    }  # fmt: skip
    assert of["2026-1", "00", "prognos"] == {"öka": 177, "vara oförändrad": 22, "minska": 6}
    # stora is brist or paradox: 57 + 30 = 87
    assert of["2026-1", "00", "jobbmojligheter"] == {"stora": 87, "medelstora": 77, "små": 41}


# Over HTTP


def test_the_latest_round_is_asked_for_by_its_only_address(session: Session) -> None:
    body = payload(ASSESSED, SILENT)
    reply = Reply(body, headers={"Last-Modified": "Mon, 08 Jun 2026 06:30:05 GMT"})
    with Server(lambda _: reply) as server:
        (answer,) = ask(af, BAROMETER, f"{server.url}/", session.send)
    (seen,) = server.seen
    assert (seen.method, seen.path, seen.query) == ("GET", "/prognoser/yrkesbarometer.json", {})
    assert answer.payload == body
    assert answer.query == Query(
        "af:yrkesbarometern", f"{server.url}/prognoser/yrkesbarometer.json"
    )
    assert (answer.media_type, answer.updated) == ("application/json", "2026-06-08T06:30:05Z")
    assert answer.whole == 1


@pytest.mark.parametrize("headers", [{}, {"Last-Modified": "i fjol"}])
def test_a_file_without_a_date_has_none(headers: dict[str, str], session: Session) -> None:
    with Server(lambda _: Reply(payload(ASSESSED), headers=headers)) as server:
        (answer,) = ask(af, BAROMETER, server.url, session.send)
    assert answer.updated is None


@pytest.mark.parametrize(
    ("reply", "kind", "said"),
    [
        (Reply(b"<html>"), SourceError, "svarade med något annat än Yrkesbarometern"),
        (Reply(b""), SourceError, "svarade med något annat än Yrkesbarometern"),
        (Reply(payload(ASSESSED, {**SILENT, "omgang": "2026-1"})), ContractError, "omgang"),
        (Reply(b"", 404), StatusError, "404"),
        (Reply(b"", 503), StatusError, "503"),
    ],
)
def test_what_is_not_the_file_is_not_kept(
    reply: Reply, kind: type[VagledError], said: str, session: Session
) -> None:
    with Server(lambda _: reply) as server, pytest.raises(kind, match=said):
        ask(af, BAROMETER, server.url, session.send)


def test_another_status_is_not_the_file() -> None:
    def send(request: Request) -> Response:
        return Response(204, {}, b"", request.url, "2026-11-23T12:00:00Z")

    with pytest.raises(SourceError, match="Arbetsförmedlingen svarade 204"):
        ask(af, BAROMETER, "https://af.example.se", send)


def test_a_file_that_has_not_changed_is_not_sent_again(session: Session) -> None:
    stamp = "Mon, 08 Jun 2026 06:30:05 GMT"
    with Server(AfServer(barometer=payload(ASSESSED), published=stamp)) as server:
        (answer,) = ask(af, BAROMETER, server.url, session.send)
        known = draft(answer, retrieved="2026-06-09T08:00:00Z", licence="CC0", via="")
        with pytest.raises(UnchangedError):
            ask(af, BAROMETER, server.url, session.send, known=(known,))
    assert [seen.headers.get("If-Modified-Since") for seen in server.seen] == [None, stamp]
