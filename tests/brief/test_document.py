"""The document: complete, valid, and every sentence borne out by its numbers."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.brief.conftest import KINDS, Build
from vagled_lmi.brief import document as documents
from vagled_lmi.brief import run
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import editions
from vagled_lmi.errors import NotebookError, RenderError, TraceError, UsageError
from vagled_lmi.provenance import VIA_PUBLIC_COPY


def blocks(document: Document) -> Iterator[dict[str, Any]]:
    for part in document["parts"]:
        yield from part["blocks"]


def plain(sentence: list[dict[str, str]]) -> str:
    return "".join(segment["text"] for segment in sentence)


def sentences(document: Document) -> Iterator[str]:
    for block in blocks(document):
        for name in ("title", "text", "value", "detail", "alt", "caption", "label"):
            if name in block:
                yield plain(block[name])


def test_it_is_about_uppsala_and_says_when_it_was_made(uppsala: Document) -> None:
    assert uppsala["region"] == {"code": "03", "name": "Uppsala län"}
    assert plain(uppsala["title"]) == "Arbetsmarknaden i Uppsala län"
    assert uppsala["built"] == "2026-11-23T12:00:00Z"
    assert uppsala["data_date"] == "2026-11-23T00:00:00Z"
    assert [part["id"] for part in uppsala["parts"]] == [
        "summary", "work", "outlook", "education", "after", "young", "equality", "newcomers",
        "questions", "changes", "certainty",
    ]  # fmt: skip
    scope = {plain(line["label"]): plain(line["text"]) for line in uppsala["scope"]}
    assert scope["Region"] == "Uppsala län (länskod 03)"
    assert "via offentliga kopior" in scope["Hämtade"]
    # not the autumn of 2018, whose outlook is looked back on
    assert scope["Uppgifterna gäller"].startswith("2024 till juni 2026")


def test_every_source_is_named_with_its_stored_answer(uppsala: Document) -> None:
    cited = {table for block in blocks(uppsala) for table in block["sources"]}
    assert cited == {source["id"] for source in uppsala["sources"]}
    for source in uppsala["sources"]:
        for retrieval in source["retrievals"]:
            assert retrieval["via"] == VIA_PUBLIC_COPY
            assert re.fullmatch(r"[0-9a-f]{64}", retrieval["sha256"])


#: Digits in running text that are no figure of the brief: years, ages, limits that we set, codes,
#: how many rows a chart or table has, ids of tables.
ALLOWED = re.compile(
    r"20\d\d(–20\d\d|-\d|/\d\d)?|\d\d–\d\d( år|-åring\w*)?|15–74|40–60|16–6[49]|65 års|NUTS ?2"
    r"|per 100|varje 100|mot 100|SSYK 2012|\(\d{4}\)|årskurs 9|0,3 procent kallar|över 1 betyder"
    r"|Specialisering 2 betyder|[Dd]e \d+ (större |största |äldre )?(yrken|utsikter|FA-regioner)"
    r"|\b[58]0 procent(?=: mellan| av fallen|\. Det höll)|Slumpen ger 50 procent"
    r"|i \d+ (regioner|kommuner|åldersgrupper|län)"
    r"|efter \d+ utbildningsområden|av \d+ åldersgrupper|minst 1?\d{3}|(minst|än) [\d\u202f]+"
    r"|\d+ av \d+ ligger över|som i riket \(1\)|100 år och äldre"
    r"|\d+ små linjediagram|Av \d+: \d+ ökar, \d+ minskar, \d+ i stort sett oförändrat"
    r"|mer än 60 procent|vagled cards \d\d|av \d+ åldersgrupper"
    r"|\b(af|kolada|myh|scb|skolverket|uka):\w+"
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_in_a_text_has_an_address(build: Build, kind: str) -> None:
    """Digits in running text are an addressed number, or one of those allowed."""
    document = build(KINDS[kind])
    for block in blocks(document):
        for name in ("title", "text", "value", "detail", "alt", "caption"):
            for segment in block.get(name, ()):
                if "number" in segment:
                    assert segment["number"] in document["numbers"]
                else:
                    rest = ALLOWED.sub("", segment["text"])
                    assert not re.search(r"\d", rest), (block["id"], segment["text"], rest)


@pytest.mark.parametrize("kind", KINDS)
def test_no_english_no_decimal_point_and_no_minus_hyphen(build: Build, kind: str) -> None:
    for text in sentences(build(KINDS[kind])):
        assert not re.search(r"\d\.\d", text), text
        assert not re.search(r"(^|\s)-\d", text), text
        assert not re.search(r"\b(nan|None|null|the|and|with)\b", text), text
        assert "{" not in text


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_sentences_are_whole(build: Build, kind: str, edition: str) -> None:
    for block in blocks(build(KINDS[kind], edition)):
        if block["kind"] == "claim":
            text = plain(block["text"])
            assert text[0].isupper() or text[0].isdigit(), text
            assert text.endswith((".", "?")), text
        if block["kind"] in ("figure", "table"):
            title = plain(block["title"])
            assert title[0].isupper() or title[0].isdigit(), title
            assert "  " not in title


@pytest.mark.parametrize("kind", KINDS)
def test_block_ids_are_unique(build: Build, kind: str) -> None:
    ids = [block["id"] for block in blocks(build(KINDS[kind]))]
    assert len(ids) == len(set(ids))


def test_a_figure_shows_the_values_of_its_table(uppsala: Document) -> None:
    """Each value printed in a chart stands in the table beside it."""
    for block in blocks(uppsala):
        if block["kind"] == "figure":
            printed = set(re.findall(r">([^<>]+)</text>", block["svg"]))
            cells = {cell["text"] for row in block["table"]["rows"] for cell in row[1:]}
            values = {text for text in printed if re.fullmatch(r"[−+]?[\d\u202f]+(,\d+)?", text)}
            axis = (
                {str(ten) for ten in range(0, 101, 10)} if block["id"] == "eligibility" else set()
            )
            years = {row[0]["text"] for row in block["table"]["rows"]}
            assert values, block["id"]
            assert values - axis - years <= cells, (block["id"], values - axis - years - cells)


def test_charts_are_text_and_link_to_nothing(uppsala: Document) -> None:
    for block in blocks(uppsala):
        if block["kind"] == "figure":
            assert "<text" in block["svg"]
            assert "Source Sans Pro" in block["svg"]
            assert "<script" not in block["svg"]
            hrefs = re.findall(r'href="([^"]+)"', block["svg"])
            assert all(href.startswith("#") for href in hrefs)


def test_a_block_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError, match='Okänt namn på block: "lön"'):
        Desk("03").blocks("lön")


class TestSchema:
    """What the schema and the cross-checks refuse."""

    @pytest.mark.parametrize(
        ("path", "value", "says"),
        [
            (("region", "code"), "../../etc", "region/code"),
            (("edition",), "../x", "edition"),
            (("built",), "i dag", "built"),
            (("parts", 0, "blocks", 0, "kind"), "script", "parts/0/blocks/0"),
            (("title",), [], "title"),
            (("extra",), 1, "extra"),
            (("sources",), [], "nämner"),
            (("numbers",), {}, "nämner"),
        ],
    )
    def test_what_breaks_it_is_named(
        self, uppsala: Document, path: tuple[Any, ...], value: object, says: str
    ) -> None:
        broken = copy.deepcopy(uppsala)
        node = broken
        for step in path[:-1]:
            node = node[step]
        node[path[-1]] = value
        with pytest.raises(RenderError, match=re.escape(says)):
            documents.validate(broken)

    def test_a_document_survives_being_written_and_read(self, uppsala: Document) -> None:
        assert documents.from_bytes(documents.to_bytes(uppsala)) == uppsala

    @pytest.mark.parametrize("payload", [b"", b"{", b"\xff\xfe", b"[]", b"[" * 100_000, b"1"])
    def test_what_is_no_document_is_refused(self, payload: bytes) -> None:
        with pytest.raises((TraceError, RenderError)):
            documents.from_bytes(payload)


class TestCollect:
    """From an executed notebook."""

    def test_a_notebook_without_opening(self) -> None:
        with pytest.raises(NotebookError, match=r"brief\.opening"):
            documents.collect({"cells": []})

    def test_a_block_before_the_first_part(self, uppsala: Document) -> None:
        block = uppsala["parts"][0]["blocks"][0]
        machine = {"block": block, "numbers": {}, "sources": {}}
        cell = {"outputs": [{"data": {documents.MIME: machine}}]}
        with pytest.raises(NotebookError, match="före den första delen"):
            documents.collect({"cells": [cell]})


class TestNumbers:
    """Every number beside the brief."""

    def test_json_lists_every_number(self, uppsala: Document) -> None:
        rows = json.loads(documents.numbers_json(uppsala))
        assert [row["address"] for row in rows] == list(uppsala["numbers"])
        for row in rows:
            assert set(row) >= {"address", "value", "unit"}
            assert row["unit"]
            assert row["sources"]

    def test_csv_opens_in_a_spreadsheet(self, uppsala: Document) -> None:
        payload = documents.numbers_csv(uppsala)
        assert payload.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(payload.decode("utf-8-sig"))))
        assert len(rows) == len(uppsala["numbers"])
        level = next(r for r in rows if r["address"].startswith("03/employed/level?region=03"))
        assert float(level["value"]) > 100_000

    def test_text_from_an_agency_is_never_a_formula(self, uppsala: Document) -> None:
        hostile = copy.deepcopy(uppsala)
        first = next(iter(hostile["numbers"].values()))
        first["value"] = '=HYPERLINK("http://x")'
        rows = csv.DictReader(io.StringIO(documents.numbers_csv(hostile).decode("utf-8-sig")))
        assert next(rows)["value"].startswith("'=")


class TestPlace:
    """Putting files in place all at once."""

    def test_the_old_brief_is_replaced_whole(self, tmp_path: Path) -> None:
        target = tmp_path / "03" / "sv"
        run.place({"a.txt": b"1", "old.txt": b"1"}, target)
        run.place({"a.txt": b"2"}, target)
        assert {p.name: p.read_bytes() for p in target.iterdir()} == {"a.txt": b"2"}
        assert [p.name for p in target.parent.iterdir()] == ["sv"]

    def test_a_failure_leaves_the_old_brief(self, tmp_path: Path) -> None:
        target = tmp_path / "03" / "sv"
        run.place({"a.txt": b"1"}, target)
        with pytest.raises(TypeError):
            run.place({"a.txt": b"2", "b.txt": None}, target)  # type: ignore[dict-item]
        assert {p.name: p.read_bytes() for p in target.iterdir()} == {"a.txt": b"1"}
        assert [p.name for p in target.parent.iterdir()] == ["sv"]

    def test_each_kind_of_brief_has_a_folder_of_its_own(self, build: Build) -> None:
        folders = {str(run.folder(Path("r"), build(about))) for about in KINDS.values()}
        assert folders == {
            "r/03/sv", "r/0331/sv", "r/SE12/sv", "r/SE12/ssyk-2341/sv", "r/03/cards/sv",
        }  # fmt: skip

    @pytest.mark.parametrize("code", ["../03", "03/..", "", ".", "03\x00"])
    def test_a_region_never_becomes_a_path_unchecked(self, code: str) -> None:
        with pytest.raises(UsageError, match="namn på en mapp"):
            run.folder(
                Path("reports"), {"kind": "county", "region": {"code": code}, "edition": "sv"}
            )
