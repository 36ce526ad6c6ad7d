"""UKÄ: the form is filled in as a reader would, and its file read as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.agencies.uka import UkaServer, everything
from tests.servers import Reply, Seen, Server, as_json
from tests.sources.asking import DAY
from vagled_lmi import tables
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import uka
from vagled_lmi.sources.protocol import Answer, Inquiry

SPECS = {spec.id: spec for spec in uka.TABLES}
ESTABLISHED = SPECS["uka:etablering"]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Session(tmp_path / "cache", limits=Limits(retries=0, calls=1000, seconds=0.02)) as opened:
        yield opened


@pytest.fixture
def agency() -> UkaServer:
    return UkaServer()


@pytest.fixture(autouse=True)
def seen(agency: UkaServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Seen]]:
    with Server(agency) as server:
        monkeypatch.setenv("VAGLED_UKA_URL", server.url)
        yield server.seen


def fetched(session: Session, spec: tables.TableSpec = ESTABLISHED) -> list[Answer]:
    return list(uka.fetch(Inquiry(spec, uka.AGENCY, DAY), session.send))


def parsed(answers: list[Answer], spec: tables.TableSpec = ESTABLISHED) -> pd.DataFrame:
    return tables.check(spec, uka.parse([answer.payload for answer in answers], spec))


def test_the_form_is_filled_in_with_all_there_is(
    session: Session, seen: list[Seen], agency: UkaServer
) -> None:
    fetched(session)
    assert [(s.method, s.path) for s in seen] == [
        ("GET", "/totals/136/"),
        *[("GET", f"/export/filters/{name}.php") for name in (
            "academic_term", "academic_term", "university", "gender", "age", "group"
        )],
        ("POST", "/export/api/index.php"),
        ("GET", "/export/files/1.csv"),
    ]  # fmt: skip
    assert {s.query["indicator"] for s in seen[1:7]} == {'["136"]'}
    assert agency.orders == [everything()]
    order = seen[7]
    assert order.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert order.headers["X-Requested-With"] == "XMLHttpRequest"


def test_rows_by_period_university_category_and_sex(session: Session) -> None:
    answers = fetched(session)
    frame = parsed(answers)
    # 3 periods x (riket and 2 universities) x 3 categories x 3 sexes
    assert len(frame) == 3 * 3 * 3 * 3
    assert set(frame["period"]) == {"2019/20", "2020/21", "2021/22"}
    assert set(frame["university"]) == {"riket", "Uppsala universitet", "Örebro universitet"}
    assert set(frame["category"]) == {"samtliga", "Civilingenjör", "Sjuksköterska"}
    row = frame.set_index(["university", "category", "sex"])
    # 80 and the 13 letters of Civilingenjör
    assert (
        row.loc[("Uppsala universitet", "Civilingenjör", "women"), "value"].tolist() == [93.5] * 3
    )
    assert row.loc[("Örebro universitet", "Sjuksköterska", "men"), "status"].tolist() == [".."] * 3
    assert answers[1].query.selection["filters[]"][:2] == ("from:2019/20", "to:2021/22")
    assert answers[1].query.url.endswith("/export/api/index.php")


def test_what_uka_says_of_the_indicator(session: Session) -> None:
    answers = fetched(session)
    said = uka.contract([answer.payload for answer in answers], ESTABLISHED)
    assert said == uka.contract(
        uka.probe(Inquiry(ESTABLISHED, uka.AGENCY, DAY), session.send), ESTABLISHED
    )
    assert said.agency_id == "136"
    assert said.label == "Andel examinerade med etablerad ställning på arbetsmarknaden"
    assert said.measures["136"].unit == "Andel (%)"
    assert said.updated == "2021/22"
    assert "yearly_totals" not in json.loads(answers[0].payload)


@pytest.mark.parametrize("spec", uka.TABLES, ids=lambda spec: spec.id)
def test_each_table_is_the_indicator_of_its_name(
    spec: tables.TableSpec, session: Session, agency: UkaServer
) -> None:
    agency.rows = [["2021/22", "", "Total", "Total", "", "12"]]
    assert parsed(fetched(session, spec), spec)["value"].tolist() == [12]


def test_a_number_that_stands_for_something_else_is_refused(
    session: Session, agency: UkaServer
) -> None:
    agency.names[136] = "Andel studenter med barn"
    with pytest.raises(SourceError, match='indikator 136 heter nu "Andel studenter med barn"'):
        fetched(session)


@pytest.mark.parametrize(
    ("written", "period"),
    [("2021", "2021"), ('="2021/22"', "2021/22"), ("HT2021", "2021T2"), ("VT 2022", "2022T1")],
)
def test_periods(written: str, period: str, session: Session, agency: UkaServer) -> None:
    agency.rows = [[written, "", "Total", "Total", "", "1 200,5"]]
    frame = parsed(fetched(session, SPECS["uka:examinerade"]), SPECS["uka:examinerade"])
    assert frame[["period", "value"]].values.tolist() == [[period, 1200.5]]


def test_several_other_columns_are_told_apart(session: Session, agency: UkaServer) -> None:
    agency.header = ("Tidsperiod", "Lärosäte", "Kön", "Studieform[0]", "Ämne[1]", "Värde")
    agency.rows = [
        ["2021", "", "Total", "Övrigt", "Total", "1"],
        ["2021", "", "Total", "Total", "Övrigt", "2"],
        ["2021", "", "Total", "Distans", "IT", "3"],
        ["2021", "", "Total", "Total", "", "4"],
    ]
    frame = parsed(fetched(session))
    assert frame.set_index("category")["value"].to_dict() == {
        "Studieform: Övrigt": 1,
        "Ämne: Övrigt": 2,
        "Studieform: Distans · Ämne: IT": 3,
        "samtliga": 4,
    }


def test_a_form_without_choices_has_changed(session: Session, agency: UkaServer) -> None:
    agency.forms["university.php"] = "<html>Ny webbplats</html>"
    with pytest.raises(SourceError, match="inget att välja för indikator 136"):
        fetched(session)


@pytest.mark.parametrize(
    ("path", "reply", "says"),
    [
        ("/totals/136/", Reply(b"<html>"), "inte hel JSON"),
        ("/totals/136/", as_json({"indicator": {"name": 5}}), '"name" är "5"'),
        ("/export/api/index.php", Reply(b"<html>"), "inte hel JSON"),
        ("/export/api/index.php", as_json({"fileUrl": None}), '"fileUrl" är "None"'),
        ("/export/api/index.php", as_json({"fileUrl": "https://x.example/a"}), "hos någon annan"),
        ("/export/api/index.php", as_json({"fileUrl": "http://["}), "som inte är en adress"),
        ("/export/files/1.csv", Reply(b""), "ingen CSV-fil"),
        ("/export/files/1.csv", Reply(b"\xff\xfe"), "ingen CSV-fil"),
        ("/export/files/1.csv", Reply(b"<html>;"), "saknar Tidsperiod"),
        ("/export/files/1.csv", Reply("Tidsperiod;Lärosäte;Värde;Värde\n".encode()), "samma namn"),
    ],
)
def test_what_is_something_else_is_not_kept(
    path: str, reply: Reply, says: str, session: Session, agency: UkaServer
) -> None:
    class Other(UkaServer):
        def __call__(self, seen: Seen) -> Any:
            return reply if seen.path == path else super().__call__(seen)

    agency.__class__ = Other
    with pytest.raises(SourceError, match=re.escape(says)):
        fetched(session)


@pytest.mark.parametrize(
    ("row", "kind", "says"),
    [
        (["2021", "", "Annat", "Total", "", "1"], ContractError, 'okänt kön "Annat"'),
        (["2021", "", "Män", "Total", "", "många"], DecodeError, 'värdet är "många"'),
        (["2021", "", "Män", "Total", "", "1.5"], DecodeError, 'värdet är "1.5"'),
        (["2021", ""], DecodeError, "2 värden, väntat 6"),
    ],
)
def test_rows_that_are_not_as_described(
    row: list[str], kind: type[Exception], says: str, session: Session, agency: UkaServer
) -> None:
    agency.rows = [row]
    answers = fetched(session)
    with pytest.raises(kind, match=says):
        parsed(answers)
    with pytest.raises(ContractError, match="1 svar"):
        uka.parse([answers[1].payload], ESTABLISHED)


def test_a_missing_value_is_never_zero(session: Session, agency: UkaServer) -> None:
    agency.rows = [["2021", "", sex, "", "", v] for sex, v in (("Män", "–"), ("Kvinnor", ""))]
    frame = parsed(fetched(session)).set_index("sex")
    assert frame["value"].isna().all()
    assert frame["status"].to_dict() == {"men": "–", "women": "saknas"}
