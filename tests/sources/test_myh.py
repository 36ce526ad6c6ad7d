"""MYH's workbooks: each round at one of its addresses, programmes in several kommuner resolved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from tests.agencies.myh import ROUNDS, MyhServer, book, programme, workbook
from tests.servers import Reply, Seen, Server
from tests.sources.asking import DAY
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.session import Limits, Session, StatusError
from vagled_lmi.sources import catalogue, downloaded, myh
from vagled_lmi.sources.protocol import Answer, Inquiry, UnchangedError
from vagled_lmi.store import Store, draft, open_store

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "edu"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med MYH:s arbetsböcker saknas"),
]
SPECS = {spec.id: spec for spec in myh.TABLES}
COUNTED, LISTED, COURSES = (SPECS[f"myh:{name}"] for name in ("beviljade", "program", "kurser"))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=Limits(retries=0, calls=1000, seconds=0.02)) as opened:
        yield opened


@pytest.fixture
def agency() -> MyhServer:
    return MyhServer()


@pytest.fixture(autouse=True)
def seen(agency: MyhServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Seen]]:
    with Server(agency) as server:
        monkeypatch.setenv("VAGLED_MYH_URL", server.url)
        yield server.seen


def fetched(session: Session, spec: tables.TableSpec = COUNTED, **known: object) -> list[Answer]:
    inquiry = Inquiry(spec, myh.AGENCY, DAY, **known)  # type: ignore[arg-type]
    return list(myh.fetch(inquiry, session.send))


def parsed(payloads: list[bytes], spec: tables.TableSpec) -> pd.DataFrame:
    return tables.check(spec, myh.parse(payloads, spec))


def test_each_round_is_looked_for_where_rounds_lie(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session)
    tried = [s.path.removeprefix(f"/{ROUNDS}/").split("/")[0] for s in seen]
    # the day is in 2026; the first round with these tables is 2023
    assert tried == [
        *("program-yh-2026", "yh-2026", "program-yh-2025"),
        *("program-yh-2024", "yh-2024", "program-yh-2023", "yh-2023"),
    ]
    assert [a.query.url.rsplit("/", 1)[1] for a in answers] == [
        "resultat-ansokningsomgang-2025.xlsx",
        "resultat-ansokningsomgang-2024.xlsx",
    ]
    assert answers[0].updated == "2026-01-21T09:00:00Z"
    frame = parsed([answer.payload for answer in answers], COUNTED)
    assert set(frame["period"]) == {"2024", "2025"}


def test_counts_leave_out_what_is_given_in_several_kommuner() -> None:
    frame = parsed([workbook(2025)], COUNTED).set_index(["region", "contents"])
    assert set(frame["field"]) == {"Data/IT"}
    # 1 and 5 in Uppsala län, 4 in Örebro län; places 31 + 35, 34
    assert frame["value"].to_dict() == {
        ("03", "programmes"): 2,
        ("03", "places"): 66,
        ("18", "programmes"): 1,
        ("18", "places"): 34,
    }


def test_programmes_are_listed_by_kommun_and_those_in_several_once_in_each() -> None:
    frame = parsed([workbook(2025)], LISTED).set_index("region")
    assert frame["programme"].to_dict() == {
        "03": "MYH 2025/5",  # Storvreta is no kommun: the län stands for it
        "0380": "MYH 2025/1",
        "0381": "MYH 2025/2",
        "1883": "MYH 2025/4",
        "1980": "MYH 2025/2",
    }
    assert frame.loc[["0381", "1980"], "shared"].tolist() == ["ja", "ja"]
    assert frame.loc[["0381", "1980"], "value"].tolist() == [32, 32]
    row = frame.loc["0380"]
    assert row[["name", "sun", "form", "pace", "exam", "shared"]].tolist() == [
        *("Exempelutbildning 1", "481ab", "Bunden", "100", "Yrkeshögskoleexamen", "nej")
    ]


def test_a_round_may_be_all_that_is_wanted(session: Session, seen: list[Seen]) -> None:
    answers = fetched(session, periods=("2024",))
    assert len(answers) == 1
    assert len(seen) == 2
    assert answers[0].query.scope == {"period": ("2024",)}


def test_known_workbooks_are_asked_whether_they_have_changed(
    session: Session, agency: MyhServer, seen: list[Seen]
) -> None:
    known = tuple(
        draft(a, retrieved="2026-11-20T08:00:00Z", licence="", via="") for a in fetched(session)
    )
    seen.clear()
    with pytest.raises(UnchangedError):
        fetched(session, known=known)
    assert {s.headers.get("If-Modified-Since") for s in seen if "2025" in s.path} == {
        None,  # the address that no round is known at
        "Wed, 21 Jan 2026 09:00:00 GMT",
    } - {None}
    agency.rounds["yh-2023"] = workbook(2023)
    assert len(fetched(session, known=known)) == 3
    agency.modified = "Wed, 28 Jan 2026 09:00:00 GMT"
    assert len(fetched(session, known=known)) == 3


def test_no_round_is_anywhere(session: Session, agency: MyhServer) -> None:
    agency.rounds = {"annat-2025": b""}
    with pytest.raises(SourceError, match="2026, 2025, 2024, 2023 på de adresser") as caught:
        fetched(session)
    assert "vagled fetch myh:beviljade --file FIL" in str(caught.value.hint)


def test_another_failure_than_a_missing_round_is_told(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Server(lambda _: Reply(b"", 503)) as server:
        monkeypatch.setenv("VAGLED_MYH_URL", server.url)
        with pytest.raises(StatusError, match="503"):
            fetched(session)


def test_what_is_no_workbook_is_not_kept(session: Session, agency: MyhServer) -> None:
    agency.rounds["program-yh-2025"] = b"<html>"
    with pytest.raises(SourceError, match=r"ingen arbetsbok \(xlsx\)"):
        fetched(session)


@pytest.mark.parametrize(
    ("payload", "kind", "says"),
    [
        (b"", DecodeError, "ingen arbetsbok"),
        (book({"Blad1": [["x"]]}), ContractError, "säger inte vilket ansökningsår"),
        (
            workbook(2025, [programme(1, "Svealand/Uppsala")]),
            ContractError,
            'rad 7: okänt län "Svealand"',
        ),
        (
            workbook(2025, [programme(1, **{"Beviljade platser totalt": "trettio"})]),
            DecodeError,
            'rad 7: "trettio" är inte ett antal platser',
        ),
        (
            workbook(2025, [programme(9, "Flera kommuner/Flera kommuner")]),
            ContractError,
            '"MYH 2025/9" saknas i Tabell 4',
        ),
        (
            workbook(2025, [programme(1, Diarienummer=None)]),
            DecodeError,
            "diarienummer saknas",
        ),
        (
            book({"Tabell 3": [["ansökningsår 2025"], ["Utbildningsområde", "Beslut"]]}),
            ContractError,
            'inget blad "Tabell 4"',
        ),
    ],
)
def test_workbooks_that_are_not_as_they_were(
    payload: bytes, kind: type[Exception], says: str
) -> None:
    with pytest.raises(kind, match=says):
        myh.parse([payload], LISTED)


class TestRecorded:
    pytestmark = shared

    @pytest.fixture
    def rounds(self) -> list[bytes]:
        names = (f"myh_resultat_ansokningsomgang_{year}.xlsx" for year in (2024, 2023))
        return [(SHARED / name).read_bytes() for name in names]

    def test_the_round_of_2024(self, rounds: list[bytes]) -> None:
        frame = parsed(rounds, COUNTED)
        sums = frame[frame["period"] == "2024"].groupby(["region", "contents"])["value"].sum()
        golden = {"05": (16, 1332), "18": (10, 900), "19": (5, 375), "03": (4, 339), "04": (3, 237)}
        for county, (programmes, places) in golden.items():
            assert sums[county, "programmes"] == programmes
            assert sums[county, "places"] == places

    def test_it_is_what_the_program_ships(self, rounds: list[bytes]) -> None:
        shipped = catalogue.load(COUNTED.id, open_store()).frame
        both = shipped.merge(parsed(rounds, COUNTED), on=list(COUNTED.keys), suffixes=("", "_read"))
        assert len(both) == len(shipped) == 40
        assert both["value"].equals(both["value_read"])

    def test_every_granted_programme_has_its_kommuner(self, rounds: list[bytes]) -> None:
        frame = parsed(rounds, LISTED)
        # 344 granted in 2024 and 477 in 2023, 65 and 88 of them in several kommuner
        granted = frame.groupby(["period", "shared"])["programme"].nunique()
        assert granted.to_dict() == {
            ("2023", "ja"): 88,
            ("2023", "nej"): 477 - 88,
            ("2024", "ja"): 65,
            ("2024", "nej"): 344 - 65,
        }
        assert (frame["region"].str.len() == 4).all()
        once = frame.drop_duplicates(["period", "programme"])
        assert once.groupby("period")["value"].sum().to_dict() == {"2023": 40702, "2024": 29358}

    def test_courses_of_2024_from_a_users_file(self, tmp_path: Path) -> None:
        store = Store(tmp_path / "store")
        file = SHARED / "myh_resultat_kurser_2024.xlsx"
        downloaded.take(COURSES, store, file, "2026-11-25T08:00:00Z")
        frame = catalogue.load(COURSES.id, store).frame
        # 451 granted courses, 86 of them in several län
        assert frame["course"].nunique() == 451
        assert frame[frame["shared"] == "ja"]["course"].nunique() == 86
        assert frame.drop_duplicates("course")["value"].sum() == 23959
        assert set(frame["period"]) == {"2024"}
