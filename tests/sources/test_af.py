"""Yrkesbarometern: what is asked, what is read, and what is refused by field and row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.servers import Reply, Server
from tests.sources.asking import ask
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError, VagledError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Limits, Request, Response, Session, StatusError
from vagled_lmi.sources import af

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "af"
RECORDED = SHARED / "yrkesbarometer" / "yb_2025-2_rows_first1000.json"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not RECORDED.is_file(), reason="../shared med Yrkesbarometern saknas"),
]
BAROMETER, ADS = af.TABLES

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
SILENT = {
    **ASSESSED,
    "lan": "04",
    **dict.fromkeys(
        ("jobbmojligheter", "rekryteringssituation", "prognos", "hogsta_bedomningsniva")
    ),
}


def payload(*rows: Any) -> bytes:
    return json.dumps(rows, ensure_ascii=False).encode()


def refused(*rows: Any) -> VagledError:
    with pytest.raises((ContractError, DecodeError)) as caught:
        af.parse([payload(*rows)], BAROMETER)
    return caught.value


def test_two_rows_become_eight_observations() -> None:
    frame = af.parse([payload(ASSESSED, SILENT)], BAROMETER)
    assert frame.columns.tolist() == [
        *("region", "period", "occupation", "contents"),
        *("concept", "field", "ssyk", "value", "status"),
    ]
    assert len(frame) == 2 * 4
    uppsala = frame[frame["region"] == "03"].set_index("contents")
    assert uppsala["value"].to_dict() == {
        "jobbmojligheter": "stora",
        "rekryteringssituation": "paradox",
        "prognos": "öka",
        "hogsta_bedomningsniva": "nuts2",
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
    assert len(tables.check(BAROMETER, frame)) == 8


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
        ("jobbmojligheter", "medel", "små, medelstora, stora eller inget"),
        ("jobbmojligheter", "", "små, medelstora, stora eller inget"),
        ("rekryteringssituation", "Brist", "överskott, balans, paradox, brist eller inget"),
        ("prognos", "oförändrad", "minska, vara oförändrad, öka eller inget"),
        ("hogsta_bedomningsniva", "NUTS2", "län, nuts2, nuts1, nationellt eller inget"),
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
        """1 000 rows of round 2025-2: 46 occupations, and four judgements of each row."""
        assert len(frame) == 1000 * 4
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
        assert (frame["status"] == af.NOT_ASSESSED).sum() == 230 * 4

    def test_one_row(self, frame: pd.DataFrame) -> None:
        row = frame[(frame["region"] == "05") & (frame["concept"] == "hJVJ_HV4_pXb")]
        assert row.set_index("contents")["value"].to_dict() == {
            "hogsta_bedomningsniva": "län",
            "jobbmojligheter": "medelstora",
            "prognos": "öka",
            "rekryteringssituation": "balans",
        }
        assert set(row["occupation"]) == {"Studieadministratörer och utbildningshandläggare"}
        assert set(row["ssyk"]) == {"3359"}


# Over HTTP


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path, limits=Limits(retries=0, calls=100, seconds=0.02)) as opened:
        yield opened


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


def test_counts_of_ads_cannot_be_fetched_yet() -> None:
    def send(request: Request) -> Response:
        raise AssertionError(request)

    with pytest.raises(SourceError, match="af:annonser kan inte hämtas från Arbetsförmedlingen än"):
        ask(af, ADS, "https://af.example.se", send)
    with pytest.raises(ContractError, match="af:annonser"):
        af.parse([b"[]"], ADS)
