"""Workbooks: what is read, by which labels, and that a hostile one is refused in our words."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from tests.sources.workbooks import raw, workbook
from vagled_lmi.errors import ContractError, DecodeError
from vagled_lmi.sources import xlsx

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med arbetsböcker saknas"),
]


def test_sheets_in_order_and_rows_without_what_is_empty_at_the_end() -> None:
    book = xlsx.read(
        workbook(
            {
                "2025": [["Län", "jan", None], [], ["Uppsala", 12, ""], [None, None]],
                "Noter": [["Text"]],
                "Tomt": [],
            }
        ),
        "Provfil",
    )
    assert list(book) == ["2025", "Noter", "Tomt"]
    assert book["2025"] == [("Län", "jan"), (), ("Uppsala", 12)]
    assert book["Tomt"] == []


def test_values_keep_their_kind() -> None:
    row = ["03", 3, 3.5, True, datetime(2026, 7, 1), "..", "=1/0"]  # noqa: DTZ001
    (read,) = xlsx.read(workbook({"A": [row]}), "Provfil")["A"]
    # a formula nobody has computed has no value, and here it stands last
    assert read == ("03", 3, 3.5, True, datetime(2026, 7, 1), "..")  # noqa: DTZ001


def test_the_size_that_a_sheet_claims_is_not_believed() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    book = xlsx.read(raw(rows, before='<dimension ref="A1"/>'), "Provfil")
    assert book["A"] == [(1,), (None, 2)]


CORNER = '<row r="1"><c r="A1"><v>1</v></c></row><row r="{r}"><c r="{c}{r}"><v>1</v></c></row>'
LAUGHS = "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
)  # b is ten a, c ten b ... i is 100 000 000 a
BOMB = f'<!DOCTYPE x [<!ENTITY a "{"a" * 1000}">{LAUGHS}]>'


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        (b"", "ingen arbetsbok"),
        (b"<html>502</html>", "ingen arbetsbok"),
        (b"PK\x03\x04" + b"\0" * 100, "ingen arbetsbok"),
        (workbook({"A": [["x"]]})[:-40], "ingen arbetsbok"),
        (raw(CORNER.format(r=1_048_576, c="XFD")), "är större än"),
        (raw(CORNER.format(r=4_000_000_000, c="A")), "är större än"),
        (raw(CORNER.format(r=2, c="ZZZZZZZ")), "går inte att läsa"),
        (raw('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "går inte att läsa"),
        (raw('<row r="1"><c r="A1"><v>1</v></row>'), "går inte att läsa"),
        (raw('<row r="1"><c r="A1" t="str"><v>&i;</v></c></row>', doctype=BOMB), "går inte"),
    ],
    ids=[
        *("empty", "html", "garbage", "cut off", "last corner", "row 4e9", "column ZZZZZZZ"),
        *("no such string", "broken XML", "billion laughs"),
    ],
)
def test_what_is_no_workbook_or_too_large_is_refused(payload: bytes, said: str) -> None:
    with pytest.raises(DecodeError, match=f"^Provfil: .*{said}") as caught:
        xlsx.read(payload, "Provfil")
    assert caught.value.hint is not None


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    """150 MB of zeros packed to 150 kB: nothing of them is unpacked."""
    file = io.BytesIO(workbook({"A": [["x"]]}))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/bomb.bin", bytes(150_000_000))
    packed = file.getvalue()
    assert len(packed) < 200_000
    tracemalloc.start()
    try:
        with pytest.raises(DecodeError, match="skulle bli 150 MB"):
            xlsx.read(packed, "Provfil")
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_limits_on_parts_sheets_rows_and_cells() -> None:
    book = workbook({"A": [[1, 2], [3, 4]], "B": [[5, 6]]})
    assert xlsx.read(book, "Provfil", xlsx.Limits(sheets=2, rows=2, cells=6))["B"] == [(5, 6)]
    for limits in (
        xlsx.Limits(parts=3),
        xlsx.Limits(sheets=1),
        xlsx.Limits(rows=1),
        xlsx.Limits(cells=5),
    ):
        with pytest.raises(DecodeError):
            xlsx.read(book, "Provfil", limits)


# Found by labels

ROWS: list[xlsx.Row] = [
    ("Varsel om uppsägning",),
    (),
    ("Kod", "Län ", "Antal\nper\N{SOFT HYPHEN}soner"),
    ("03", "Uppsala", 12),
    (None, None, None, "ett ord vid sidan om"),
    ("04", "Södermanland"),
]


def test_rows_are_read_by_their_labels_wherever_these_stand() -> None:
    found = list(xlsx.records(ROWS, ("antal personer", "Län"), "Provfil, blad A"))
    assert found == [
        (4, {"antal personer": 12, "Län": "Uppsala"}),
        (6, {"antal personer": None, "Län": "Södermanland"}),
    ]


def test_a_heading_that_has_changed_is_named() -> None:
    with pytest.raises(ContractError) as caught:
        list(xlsx.records(ROWS, ("Länskod", "Län"), "Provfil, blad A"))
    assert caught.value.message == (
        'Provfil, blad A: ingen rad har rubrikerna "Länskod", "Län"; det som saknas är "Länskod". '
        'Närmast är "Kod", "Län", "Antal personer".'
    )
    with pytest.raises(ContractError, match='saknas är "Länskod"'):
        list(xlsx.records([], ("Länskod",), "Provfil"))


def test_a_label_that_stands_twice_is_refused() -> None:
    with pytest.raises(ContractError, match='rad 1: rubriken "Län" står flera gånger'):
        list(xlsx.records([("Län", "län")], ("Län",), "Provfil"))


class TestRecorded:
    pytestmark = shared

    def test_a_file_whose_sheets_claim_to_be_one_cell(self) -> None:
        """Notices in Dalarna, a row a month 1992-01 to 2024-01: 32 × 12 + 1 = 385."""
        path = SHARED / "af" / "statistik" / "varsel_dalarna_manad_1992-2024.xlsx"
        rows = xlsx.read(path.read_bytes(), path.name)["Sheet 1"]
        found = [row for _, row in xlsx.records(rows, ("tid", "antal"), path.name)]
        assert len(found) == 385
        assert found[0] == {"tid": "1992-01", "antal": 490}
        assert found[-1] == {"tid": "2024-01", "antal": 87}

    @pytest.mark.parametrize("path", sorted(SHARED.glob("*/**/*.xlsx")), ids=lambda p: p.name)
    def test_every_workbook_there_is(self, path: Path) -> None:
        book = xlsx.read(path.read_bytes(), path.name)
        assert sum(len(rows) for rows in book.values()) > 10
