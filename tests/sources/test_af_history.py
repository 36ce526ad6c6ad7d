"""A year's ads counted from the agency's file: each once, by kommun and group, and no text kept."""

from __future__ import annotations

import csv
import json
import tracemalloc
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.agencies.af import as_line
from tests.personal import ad, traces_in
from vagled_lmi import cli, tables
from vagled_lmi.errors import DecodeError, SourceError, StoreError, UsageError
from vagled_lmi.sources import af, catalogue
from vagled_lmi.sources.af import history
from vagled_lmi.store import Archive, Store

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "af" / "ads"
#: Ads of 2024 with a kommun in the counties of Östra Mellansverige.
IN_2024 = {"03": 27_588, "04": 16_732, "05": 31_809, "18": 20_260, "19": 17_553}


def packed(folder: Path, ads: Iterable[object], name: str = "2025.jsonl.zip") -> Path:
    """A year's file, packed as the agency packs it."""
    path = folder / name
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name.removesuffix(".zip"), "w") as member,
    ):
        for one in ads:
            member.write(one if isinstance(one, bytes) else as_line(one))
    return path


def at(kommun: str, **more: str) -> dict[str, Any]:
    return {"workplace_address": {"municipality_code": kommun, **more}}


def counts(counted: history.Counted) -> dict[tuple[str, str], int]:
    rows: Sequence[Any] = counted.counts.to_numpy().tolist()
    return {(region, ssyk): ads for region, ssyk, ads in rows}


def test_ads_are_counted_by_kommun_county_and_country(tmp_path: Path) -> None:
    nurse = {"concept_id": "x", "label": "x", "legacy_ams_taxonomy_id": "2221"}
    ads = [
        ad(original_id="1"),
        ad(original_id="2", **at("0305")),
        ad(original_id="3", **at("1980"), occupation_group=nurse),
    ]
    counted = history.count(packed(tmp_path, ads))
    assert counts(counted) == {
        ("00", "2512"): 2, ("00", "2221"): 1,
        ("03", "2512"): 2, ("19", "2221"): 1,
        ("0380", "2512"): 1, ("0305", "2512"): 1, ("1980", "2221"): 1,
    }  # fmt: skip
    assert (counted.year, counted.lines, sum(counted.left_out.values())) == ("2025", 3, 0)


def test_the_county_is_the_ads_own(tmp_path: Path) -> None:
    """Of 697 030 ads in 2024 a few had a kommun in another län: by kommun Uppsala has 10 more."""
    ads = [ad(id="1", original_id=None, **at("0380", region_code="19")),
           ad(id="2", original_id=None, **at("0380", region_code="199"))]  # fmt: skip
    counted = counts(history.count(packed(tmp_path, ads)))
    assert counted == {
        ("00", "2512"): 2, ("19", "2512"): 1, ("03", "2512"): 1, ("0380", "2512"): 2,
    }  # fmt: skip


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med årets annonser saknas")
def test_the_recorded_year(tmp_path: Path) -> None:
    """As many ads as were counted in 2024 by län and group, each as a line of a file."""

    def ads(rows: Iterable[dict[str, str]]) -> Iterator[dict[str, Any]]:
        for row in rows:
            if row["geo_level"] == "lan" and row["geo_code"] in IN_2024:
                said: dict[str, Any] = at(f"{row['geo_code']}80", region_code=row["geo_code"])
                said |= {"occupation_group": {"legacy_ams_taxonomy_id": row["ssyk4"]}}
                said |= {"publication_date": "2024-05-02"}
                for number in range(int(row["n_ads_2024"])):
                    yield {**said, "id": f"{row['geo_code']}-{row['ssyk4']}-{number}"}

    path = SHARED / "ads_2024_ssyk4_by_lan_kommun.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        counted = history.count(packed(tmp_path, ads(csv.DictReader(lines)), "2024.jsonl.zip"))
    frame = counted.counts
    by_region = frame.groupby("region")["ads"].sum()
    assert {code: by_region[code] for code in IN_2024} == IN_2024
    assert counted.lines == by_region["00"] == sum(IN_2024.values())


def test_what_does_not_count_is_said(tmp_path: Path) -> None:
    nothing = {"occupation": None, "occupation_group": None}
    ads = [
        ad(original_id="1"),
        ad(original_id="1", headline="samma annons, återpublicerad"),
        ad(original_id=None, id="1"),
        ad(original_id=1),  # a number in some years' files
        ad(original_id="2", publication_date="2024-12-30T00:00:00"),
        ad(original_id="3", publication_date=None),
        ad(original_id="4", **nothing),
        ad(original_id="5", workplace_address=None),
        ad(original_id="6", **at("9999")),
    ]
    counted = history.count(packed(tmp_path, ads))
    assert counts(counted)[("00", "2512")] == 1
    assert counted.left_out == {
        "repeated": 3, "another year": 2, "no occupation": 1, "no kommun": 2,
    }  # fmt: skip
    assert counted.lines == 1 + 3 + 2 + 1 + 2


@pytest.mark.parametrize(
    "said",
    [
        {"occupation_group": [{"concept_id": "DJh5_yyF_hEM", "legacy_ams_taxonomy_id": None}]},
        {"occupation_group": {"concept_id": "DJh5_yyF_hEM"}},
        {"occupation_group": None, "occupation": [{"concept_id": "7wdX_4rv_33z"}]},
        {"occupation_group": {}, "occupation": {"legacy_ams_taxonomy_id": "7632"}},
        {"occupation_group": "2512", "occupation": {"legacy_ams_taxonomy_id": 7632}},
    ],
)
def test_the_group_is_the_ads_own_or_that_of_its_occupation(
    said: dict[str, Any], tmp_path: Path
) -> None:
    """Objects in the raw files, lists in the enriched ones, older ids before 2016."""
    counted = history.count(packed(tmp_path, [ad(**said)]))
    assert counts(counted)[("0380", "2512")] == 1


def test_the_counts_are_kept_and_nothing_else(
    tmp_path: Path, snapshot: Archive, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A year beside those that come with the program, which has 2024."""
    path = packed(tmp_path, [ad(original_id=str(number)) for number in range(12)])
    folder = tmp_path / "store"
    monkeypatch.setenv("VAGLED_STORE", str(folder))
    assert cli.main(["fetch", "af:annonser", "--file", str(path)]) == 0
    assert "till och med 2025; nya perioder 2025; 3 rader nya" in capsys.readouterr().out
    store = Store(folder, base=snapshot)
    table = catalogue.load("af:annonser", store)
    assert set(table.frame["period"]) == {"2024", "2025"}
    here = table.frame[table.frame["period"] == "2025"]
    assert here[["region", "ssyk", "value"]].to_numpy().tolist() == [
        ["00", "2512", 12], ["03", "2512", 12], ["0380", "2512", 12],
    ]  # fmt: skip
    before = table.frame[table.frame["period"] == "2024"].groupby("region")["value"].sum()
    kommun = before.index.str.len() == 4
    assert before[~kommun].to_dict() == {"00": 697_030, **IN_2024}
    assert (kommun.sum(), before[kommun].sum()) == (290, 697_030)
    (vintage,) = (v for v in store.vintages("af:annonser") if not v.via)
    assert vintage.scope == {"period": ("2025",)}
    assert vintage.retrievals[0].query.url.endswith("/annonser/historiska/2025.jsonl.zip")
    assert traces_in(folder) == []


def test_a_file_that_is_not_packed(tmp_path: Path) -> None:
    path = tmp_path / "2025.jsonl"
    path.write_bytes(as_line(ad()) + b"\n\n" + as_line(ad(original_id="2")).rstrip())
    assert counts(history.count(path))[("0380", "2512")] == 2
    assert counts(history.count(path, "2025"))[("0380", "2512")] == 2


def test_memory_is_bounded_by_the_ad_and_not_by_the_file(tmp_path: Path) -> None:
    """400 ads of 100 kB are 40 MB unpacked; one of them at a time is held, and 14 bytes of each."""
    text = as_line(ad(description={"text": "x" * 100_000}, original_id="NUMBER"))
    lines = (text.replace(b"NUMBER", b"%d" % number) for number in range(400))
    path = packed(tmp_path, lines)
    tracemalloc.start()
    try:
        counted = history.count(path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert counts(counted)[("00", "2512")] == 400
    assert peak < 8_000_000


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([b"x\n"], "rad 1 är ingen annons"),
        ([ad(), b'{"id": 1\n'], "rad 2 är ingen annons"),
        ([ad(), b"[1]\n"], "rad 2 är ingen annons"),
        ([ad(), b"{" + b" " * 4_000_000 + b"}\n"], "rad 2 är längre än 4000000 byte"),
        ([ad(publication_date="2019-01-01")], "ingen av 1 annonser är från 2025"),
        ([], "ingen av 0 annonser är från 2025"),
    ],
)
def test_lines_that_are_no_ads(lines: list[object], said: str, tmp_path: Path) -> None:
    with pytest.raises(DecodeError, match=said) as caught:
        history.count(packed(tmp_path, lines))
    assert caught.value.__cause__ is None


def test_files_that_are_none(tmp_path: Path) -> None:
    whole = packed(tmp_path, [ad()]).read_bytes()
    cut = tmp_path / "cut2025.jsonl.zip"
    cut.write_bytes(whole[:-200])
    with pytest.raises(DecodeError, match="skadad eller inte hel"):
        history.count(cut)
    damaged = tmp_path / "damaged2025.jsonl.zip"
    damaged.write_bytes(whole[:60] + bytes(20) + whole[80:])
    with pytest.raises(DecodeError, match="skadad eller inte hel"):
        history.count(damaged)
    with zipfile.ZipFile(tmp_path / "two2025.jsonl.zip", "w") as archive:
        archive.writestr("a.jsonl", "")
        archive.writestr("b.jsonl", "")
    with pytest.raises(DecodeError, match="2 filer"):
        history.count(tmp_path / "two2025.jsonl.zip")
    with pytest.raises(StoreError, match="Det går inte att läsa"):
        history.count(tmp_path / "2024.jsonl.zip")
    with pytest.raises(UsageError, match="säger inte vilket år"):
        history.count(tmp_path / "annonser.zip")


def test_the_user_is_told_how(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    gone = str(tmp_path / "2025.jsonl.zip")
    assert cli.main(["fetch", "af:annonser", "--file", gone]) == StoreError.exit_code
    assert cli.main(["fetch", "af:annonser"]) == SourceError.exit_code
    told = capsys.readouterr().out
    assert "annonser/historiska/2025.jsonl.zip; bara antalen sparas." in told
    assert "vagled fetch af:annonser --file FIL" in told


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b'{"year": 2025, "counts": []}',
        b'{"year": "2025", "counts": [["00", "2512"]]}',
        b'{"year": "2025", "counts": [["00", "2512", "3"]]}',
        b'{"year": "2025", "counts": {"abc": 1}}',
    ],
)
def test_counts_that_cannot_be_read(payload: bytes) -> None:
    with pytest.raises(DecodeError, match="de lagrade antalen går inte att läsa"):
        af.parse([payload], history.ADS)


def test_counts_that_can() -> None:
    payload = json.dumps({"year": "2025", "counts": [["03", "2512", 3]]}).encode()
    frame = tables.check(history.ADS, af.parse([payload], history.ADS))
    assert frame.to_dict("records") == [
        {"region": "03", "period": "2025", "ssyk": "2512", "value": 3.0, "status": ""}
    ]
