"""The printed brief: PDF/UA, its tags, its text, what it carries, and files that mean harm."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.brief import sample
from vagled_lmi.brief import document as documents
from vagled_lmi.brief import fonts, pdf, pdf_tags
from vagled_lmi.errors import RenderError, TraceError

HOSTILE = {
    "typst": '#read("/etc/passwd") #panic() #image("x")',
    "markup": "*fet* _kursiv_ @ref $x$ `rå` = rubrik // \\ #{ } [ ] <etikett> --- ...",
    "script": "<script>alert(1)</script>",
    "path": "../../etc/passwd",
    "template": "{{7*7}} {n} {page} {pages}",
    "bidi": "\u202egnp.exe\u2066",
    "control": "a\x00b\x07\x1b[31m",
    "emoji": "😀 漢字 مرحبا",
    "surrogate": "\ud83d",
    "spaces": " \t\n",
    "word": "Sjuksköterskeutbildningsanordnarförbund" * 5,
}


def rendered(document: dict[str, Any]) -> bytes:
    return pdf.render_pdf(document, sample.SWEDISH)


@pytest.fixture(scope="module")
def brief() -> bytes:
    return rendered(sample.document())


def tool(name: str, payload: bytes, *arguments: str) -> str:
    """Run a program of poppler-utils on a PDF."""
    if shutil.which(name) is None:
        if os.environ.get("CI"):
            pytest.fail(f"{name} is missing", pytrace=False)
        pytest.skip(f"{name} (poppler-utils) is missing")
    return subprocess.run(
        [name, *arguments], input=payload, capture_output=True, check=True
    ).stdout.decode()


def text_of(payload: bytes) -> str:
    return " ".join(tool("pdftotext", payload, "-", "-").split())


def pages_of(payload: bytes) -> list[str]:
    return tool("pdftotext", payload, "-layout", "-", "-").split("\f")[:-1]


def failures(payload: bytes) -> list[str]:
    report = page_validation.validate_pdf_bytes(payload, profile="ua1")
    assert report.is_compliant == (not report.failures)
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def changed(payload: bytes, change: Callable[[Pdf], object]) -> bytes:
    with Pdf.open(io.BytesIO(payload)) as document:
        change(document)
        sink = io.BytesIO()
        document.save(sink)
    return sink.getvalue()


# --- the file


def test_it_is_pdf_ua_and_reads_well(brief: bytes) -> None:
    assert failures(brief) == []
    assert pdf_tags.inspect_pdf(brief) == []


def test_it_is_the_same_file_in_another_process(brief: bytes) -> None:
    program = (
        "import sys; from tests.brief import sample; from vagled_lmi.brief import pdf;"
        "sys.stdout.buffer.write(pdf.render_pdf(sample.document(), sample.SWEDISH))"
    )
    again = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        capture_output=True,
        check=True,
    ).stdout
    assert again == brief == rendered(sample.document())


def test_its_title_language_date_and_bookmarks(brief: bytes) -> None:
    document = sample.document()
    with Pdf.open(io.BytesIO(brief)) as file:
        assert str(file.Root.Lang) == "sv-SE"
        assert str(file.docinfo["/Title"]) == sample.text_of(document["title"])
        assert str(file.docinfo["/Author"]) == "vagled"
        assert str(file.docinfo["/CreationDate"]) == "D:20261123083000Z"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        with file.open_outline() as outline:
            marks = [item.title for item in outline.root]
    parts = [sample.text_of(part["title"]) for part in document["parts"]]
    assert marks == [*parts, "Tabeller till diagrammen", "Källor"]


def test_headings_come_in_order_and_every_chart_has_its_text(brief: bytes) -> None:
    document = sample.document()
    with Pdf.open(io.BytesIO(brief)) as file:
        elements = list(pdf_tags._elements(file.Root.StructTreeRoot))
        kinds = [str(element.S) for element in elements]
        alternatives = [str(e.Alt) for e in elements if e.S == "/Figure"]
    assert kinds[:2] == ["/Document", "/Title"]
    assert [kind for kind in kinds if re.fullmatch("/H.", kind)] == ["/H1"] * 8
    assert alternatives == [
        sample.text_of(block["alt"])
        for part in document["parts"]
        for block in part["blocks"]
        if block["kind"] == "figure"
    ]


def test_only_the_bundled_font_is_there_and_all_of_it_embedded(brief: bytes) -> None:
    lines = [line.split() for line in tool("pdffonts", brief, "-").splitlines()[2:]]
    assert {re.sub(r"^[A-Z]{6}\+", "", line[0]) for line in lines} == {
        f"SourceSansPro-{face}-Identity-H" for face in ("Regular", "Semibold", "Bold")
    }
    assert {tuple(line[-5:-2]) for line in lines} == {("yes", "yes", "yes")}  # emb sub uni


def test_text_stays_text(brief: bytes) -> None:
    text = tool("pdftotext", brief, "-", "-")
    assert "12 840" in text  # pdftotext makes every space the plain one
    with Pdf.open(io.BytesIO(brief)) as file:
        fonts_of_first = file.pages[0].Resources.Font.values()
        meanings = b"".join(font.ToUnicode.read_bytes() for font in fonts_of_first)
    assert b"<202F>" in meanings  # in the file they are what they were
    assert b"<00A0>" in meanings
    for word in ("Läget på en sida", "Hällefors-Kila", "Östra Åmåla", "Ängelsta"):
        assert word in text
    order = [
        text.index(f"\n{sample.text_of(part['title'])}\n")
        for part in sample.document()["parts"][1:]
    ]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("most", "least", "own_page", "set_at", "chosen"),
    [
        (5, 0.0, False, ["1.0"], "1.0"),
        (4, 0.0, False, ["1.0", "0.97"], "0.97"),
        (1, 0.0, False, ["1.0", "0.97", "0.94"], "0.97"),
        (1, 0.0, True, ["1.0"], "1.0"),
        # no size fills the last page so far: the largest that is short enough
        (5, 900.0, False, ["1.0", "0.97", "0.94"], "1.0"),
        (4, 900.0, False, ["1.0", "0.97", "0.94"], "0.97"),
    ],
)
def test_it_is_set_smaller_only_where_it_is_too_long_or_ends_with_next_to_nothing(
    monkeypatch: pytest.MonkeyPatch,
    *,
    most: int,
    least: float,
    own_page: bool,
    set_at: list[str],
    chosen: str,
) -> None:
    prints: dict[str, pdf._Printed] = {}
    compiled = pdf._compile

    def compile_and_tell(inputs: dict[str, str], built: datetime) -> pdf._Printed:
        return prints.setdefault(inputs["size"], compiled(inputs, built))

    monkeypatch.setattr(pdf, "_compile", compile_and_tell)
    monkeypatch.setattr(pdf, "_MOST_PAGES", most)
    monkeypatch.setattr(pdf, "_LEAST_LAST", least)
    document = sample.document()
    document["parts"][-1]["own_page"] = own_page
    made = pdf.render_pdf(document, sample.SWEDISH)
    assert list(prints) == set_at
    assert made == pdf_tags.finished(prints[chosen].pdf)


def test_a_layout_that_goes_back_and_forth_is_the_last_to_be_chosen_and_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    """A page more where there is none more: there is no such number of pages."""
    template = tmp_path / "templates" / "brief.typ"
    template.parent.mkdir()
    at = files("vagled_lmi.brief") / "templates" / "brief.typ"
    restless = "#context if counter(page).at(<end>) == counter(page).final() { pagebreak() }\n"
    template.write_text(at.read_text(encoding="utf-8") + "\n" + restless, encoding="utf-8")
    sizes: list[str] = []
    compiled = pdf._compile

    def only_large_is_restless(inputs: dict[str, str], built: datetime) -> pdf._Printed:
        sizes.append(inputs["size"])
        with pytest.MonkeyPatch.context() as patch:
            if inputs["size"] in restless_at:
                patch.setattr(pdf, "files", lambda _: tmp_path)
            return compiled(inputs, built)

    monkeypatch.setattr(pdf, "_compile", only_large_is_restless)
    restless_at = {"1.0"}
    pdf.render_pdf(sample.document(), sample.SWEDISH)
    assert sizes == ["1.0", "0.97"]
    assert not caplog.messages
    restless_at = {"1.0", "0.97", "0.94"}
    pdf.render_pdf(sample.document(), sample.SWEDISH)
    assert sizes[2:] == ["1.0", "0.97", "0.94"]
    assert ["sidnumren" in message for message in caplog.messages] == [True]


def test_how_far_the_last_page_goes_is_where_its_last_words_stand() -> None:
    inputs: dict[str, str] = {}
    with pytest.MonkeyPatch.context() as patch:
        compiled = pdf._compile
        patch.setattr(
            pdf, "_compile", lambda given, at: inputs.update(given) or compiled(given, at)
        )
        pdf.render_pdf(sample.document(), sample.SWEDISH)
    printed = compiled(inputs, datetime.fromisoformat(sample.document()["built"]))
    boxes = tool("pdftotext", printed.pdf, "-bbox", "-", "-").split("<page ")[1:]
    assert len(boxes) == printed.pages
    bottoms = [float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes[-1])]
    assert any(abs(bottom - printed.end) < 4 for bottom in bottoms)


def test_every_page_says_what_it_is_of_and_when(brief: bytes) -> None:
    pages = pages_of(brief)
    assert len(pages) == 5
    for number, page in enumerate(pages, 1):
        assert "exempeldata" in page
        assert f"Sida {number} av 5" in page
        assert "Uppgifterna hämtade 2026-11-20" in page
        assert "Sammanställd 2026-11-23" in page


def test_every_number_shown_is_in_the_pdf_charts_and_their_tables_too(brief: bytes) -> None:
    document = sample.document()
    text = text_of(brief)
    shown = {
        run["text"]
        for part in document["parts"]
        for block in part["blocks"]
        for row in block.get("table", {"rows": []})["rows"]
        for run in row
    }
    assert len(shown) > 90
    assert {run for run in shown if " ".join(run.split()) not in text} == set()
    assert "Siffrorna i en tabell på sidan 4" in text
    assert "Till diagrammet på sidan 2" in text
    assert "Urval: Region = 99; Yrke = 12 värden; Tid = 2022, 2023, 2024" in text
    assert "Hämtad: 2026-11-20 via offentlig kopia" in text
    assert "och 2 svar till, se document.json" in text


def test_a_link_leads_from_each_sentence_to_its_source(brief: bytes) -> None:
    with Pdf.open(io.BytesIO(brief)) as file:
        last = len(file.pages)
        targets = [
            file.pages.index(annotation.Dest[0]) + 1
            for annotation in file.pages[0].Annots
            if isinstance(annotation.get("/Dest"), Array)
        ]
        outside = {
            str(annotation.A.URI)
            for page in file.pages
            for annotation in page.get("/Annots", [])
            if "/A" in annotation and "/URI" in annotation.A
        }
    # 8 lines of contents, then 4 key figures, 1 + 2 + 1 of three sentences, 1 of the next part
    assert targets[8:] == [last] * (4 + 1 + 2 + 1 + 1)
    assert outside == {source["page"] for source in sample.document()["sources"]}


# --- tables


def test_tables_have_heads_of_columns_and_rows_that_the_cells_name(brief: bytes) -> None:
    with Pdf.open(io.BytesIO(brief)) as file:
        tree = file.Root.StructTreeRoot
        ids = dict(pdf_tags._pairs(tree.IDTree))
        assert list(ids) == sorted(ids)
        tables = list(pdf_tags._elements(tree, "/Table"))
        assert len(tables) == 5
        for table in tables:
            rows = [pdf_tags._kids(row) for row in pdf_tags._elements(table, "/TR")]
            assert {str(cell.A[0].Scope) for cell in rows[0]} == {"/Column"}
            for row in rows[1:]:
                assert [str(cell.S) for cell in row] == ["/TH"] + ["/TD"] * (len(row) - 1)
                assert str(row[0].A[0].Scope) == "/Row"
                for column, cell in enumerate(row[1:], 1):
                    named = [bytes(name) for name in cell.A[0].Headers]
                    assert [ids[name] for name in named] == [row[0], rows[0][column]]


def test_a_long_table_repeats_its_heads_and_breaks_between_rows() -> None:
    document = sample.document()
    document["parts"][0]["blocks"] = [sample.long_table(200)]
    long = rendered(document)
    assert failures(long) == []
    assert pdf_tags.inspect_pdf(long) == []
    heads = [page for page in pages_of(long) if re.search(r"Yrke +2020 +2021 +2022 +2023", page)]
    assert len(heads) >= 4
    lines = "\n".join(heads)
    for row in range(200):
        number = sample.swedish(1000 + 37 * row).replace("\u202f", " ")
        assert re.search(rf" {row} +{number} ", lines), row


@pytest.mark.parametrize("columns", [9, 14, 24])
def test_a_wide_table_stays_on_the_paper(columns: int) -> None:
    document = sample.document()
    document["parts"][0]["blocks"] = [sample.long_table(12, columns)]
    assert off_the_paper(rendered(document)) == []


def off_the_paper(payload: bytes) -> list[str]:
    """Return words that reach outside the margins; A4 is 595 points wide and 842 high."""
    words = re.findall(
        r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<',
        tool("pdftotext", payload, "-bbox", "-", "-"),
    )
    assert len(words) > 100
    return [
        word
        for *box, word in words
        if not (float(box[0]) > 68 and float(box[2]) < 527 and 20 < float(box[1]) < 825)
    ]


# --- text that means harm


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_everywhere_is_printed_as_text(text: str) -> None:
    hostile = rendered(sample.with_text(sample.document(), lambda given: f"{text} {given}"))
    assert failures(hostile) == []
    assert pdf_tags.inspect_pdf(hostile) == []
    with Pdf.open(io.BytesIO(hostile)) as file:
        title = str(file.docinfo["/Title"])
    assert title == fonts.printable(f"{text} {sample.text_of(sample.document()['title'])}").strip()
    seen = text_of(hostile)
    assert "root:x:0" not in seen
    assert "\u202e" not in seen


def test_nothing_of_a_long_word_leaves_the_paper() -> None:
    word = HOSTILE["word"] + "/" + "a" * 200
    long = rendered(sample.with_text(sample.document(), lambda _: word))
    assert off_the_paper(long) == []


def test_a_label_of_a_megabyte_is_cut() -> None:
    document = sample.document()
    document["parts"][0]["blocks"][1]["label"] = sample.plain("lång etikett " * 80_000)
    start = time.perf_counter()
    long = rendered(document)
    assert time.perf_counter() - start < 5
    assert failures(long) == []
    assert "etikett lån…" in text_of(long) or "…" in text_of(long)
    assert len(tool("pdftotext", long, "-", "-")) < 30_000


def test_letters_without_a_glyph_are_counted(caplog: pytest.LogCaptureFixture) -> None:
    document = sample.document()
    document["title"] = sample.plain("Län 漢字 😀漢")
    with caplog.at_level(logging.WARNING):
        odd = rendered(document)
    assert caplog.messages == ["4 tecken saknas i typsnittet och skrivs ?: U+5B57 U+6F22 U+1F600"]
    assert failures(odd) == []
    assert pages_of(odd)[0].split("\n")[0].strip() == "Län ?? ??"


def test_what_passes_as_ordinary_has_a_glyph_in_every_face() -> None:
    ordinary = {code for code in range(0x110000) if fonts._ORDINARY.fullmatch(chr(code))}
    assert len(ordinary) > 300
    for path in fonts.font_files():
        with TTFont(path) as font:
            assert ordinary <= set(font.getBestCmap()), path.name


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ("thin\u2009space\u2003em", "thin\u2009space\u2003em"),
        ("non\u2011breaking\u2010hyphen", "non-breaking-hyphen"),
        ("Ελλάδα, Україна", "Ελλάδα, Україна"),
        ("\u1680ogham", " ogham"),
        ("😀", "?"),
        ("a" * 46, "\u200b".join(["a" * 8] * 5 + ["a" * 6])),
        ("a" * 45, "a" * 45),
    ],
)
def test_printable_text(given: str, printed: str) -> None:
    assert fonts.printable(given) == printed


def test_an_empty_brief_is_a_brief() -> None:
    document = sample.document()
    document |= {
        "parts": [{"id": "tom", "title": sample.plain("Tom del"), "blocks": []}] * 2,
        "scope": [],
    }
    document |= {"sources": [], "numbers": {}}
    empty = rendered(document)
    assert failures(empty) == []
    assert pdf_tags.inspect_pdf(empty) == []
    assert text_of(empty).count("Det finns inga uppgifter att visa i den här delen.") == 2


# --- errors


def test_a_missing_word_is_named() -> None:
    words = {word: text for word, text in sample.SWEDISH.items() if word not in {"page", "unit"}}
    with pytest.raises(RenderError, match="Ordlistan saknar page, unit"):
        pdf.render_pdf(sample.document(), words)


def test_a_broken_chart_is_named() -> None:
    document = sample.document()
    document["parts"][1]["blocks"][1]["svg"] = "<svg><rect></svg>"
    with pytest.raises(RenderError, match="Diagrammet trend-figur går inte att läsa som SVG"):
        rendered(document)


def test_what_typst_refuses_says_so() -> None:
    document = sample.document()
    document["lang"] = "svenska"
    with pytest.raises(RenderError, match="Det gick inte att göra en PDF") as caught:
        rendered(document)
    assert caught.value.hint == "HTML-sidan har samma innehåll."


# --- the document inside


def test_it_carries_its_document(brief: bytes) -> None:
    assert pdf.attached_document(brief) == documents.to_bytes(sample.document())
    assert documents.from_bytes(pdf.attached_document(brief)) == sample.document()
    with Pdf.open(io.BytesIO(brief)) as file:
        (attached,) = file.Root.AF
        assert str(attached.AFRelationship) == "/Data"
        assert str(attached.UF) == "document.json"
        assert str(attached.EF.F.Subtype) == "/application/json"


def test_a_lone_surrogate_survives_in_the_document() -> None:
    document = sample.document()
    document["subtitle"] = sample.plain("halv \ud83d emoji")
    assert json.loads(pdf.attached_document(rendered(document))) == document


def bomb(wrap: Callable[[bytes], bytes]) -> bytes:
    """Return a gigabyte of zeros in a megabyte, inside a PDF."""
    pack = zlib.compressobj(9)
    packed = b"".join(pack.compress(bytes(10_000_000)) for _ in range(100)) + pack.flush()
    return wrap(packed)


def bomb_attached(packed: bytes) -> bytes:
    with Pdf.new() as file:
        file.add_blank_page()
        stream = pikepdf.Stream(file, packed)
        stream.Filter = Name.FlateDecode
        names = Array([String("document.json"), filespec(file, stream)])
        file.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
        sink = io.BytesIO()
        file.save(sink, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return sink.getvalue()


def filespec(file: Pdf, stream: Any) -> Any:
    files = Dictionary(F=file.make_indirect(stream))
    return file.make_indirect(
        Dictionary(Type=Name.Filespec, F="document.json", UF="document.json", EF=files)
    )


def bomb_as_index(packed: bytes) -> bytes:
    head = b"%PDF-1.5\n"
    index = b"3 0 obj\n<</Type/XRef/Size 4/W[1 4 2]/Root 2 0 R/Filter/FlateDecode/Length "
    return (
        head + index + str(len(packed)).encode() + b">>stream\n" + packed
        + b"\nendstream\nendobj\nstartxref\n" + str(len(head)).encode() + b"\n%%EOF\n"
    )  # fmt: skip


def locked(payload: bytes) -> bytes:
    with Pdf.open(io.BytesIO(payload)) as file:
        sink = io.BytesIO()
        file.save(sink, encryption=pikepdf.Encryption(owner="a", user="b"))
    return sink.getvalue()


def without_attachment(payload: bytes) -> bytes:
    def cut(file: Pdf) -> None:
        del file.attachments["document.json"]

    return changed(payload, cut)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: b"", "går inte att läsa"),
        (lambda _: b"hej", "går inte att läsa"),
        (lambda _: b"%PDF-1.7\n%%EOF", "går inte att läsa"),
        (lambda brief: brief[: len(brief) // 2], "går inte att läsa"),
        (without_attachment, "bär ingen document.json"),
        (locked, "låst med lösenord"),
        (lambda _: bomb(bomb_attached), "går inte att läsa.*orimligt stor"),
        (lambda _: bomb(bomb_as_index), "går inte att läsa"),
    ],
    ids=["empty", "text", "head", "half", "no-attachment", "locked", "bomb", "bomb-index"],
)
def test_a_file_that_is_no_brief_is_refused(
    make: Callable[[bytes], bytes], message: str, brief: bytes
) -> None:
    before = pikepdf.settings.get_qpdf_limits()
    payload = make(brief)
    start = time.perf_counter()
    with pytest.raises(TraceError, match=message) as caught:
        pdf.attached_document(payload)
    assert time.perf_counter() - start < 2
    assert "document.json från samma brief" in str(caught.value)
    assert pikepdf.settings.get_qpdf_limits() == before
    assert pdf_tags.inspect_pdf(payload) != []


# --- the check


def untagged(file: Pdf) -> None:
    del file.Root.StructTreeRoot


def in_english(file: Pdf) -> None:
    file.Root.Lang = String("en-GB")


def without_language(file: Pdf) -> None:
    del file.Root.Lang


def without_column_heads(file: Pdf) -> None:
    table = next(pdf_tags._elements(file.Root.StructTreeRoot, "/Table"))
    for cell in pdf_tags._kids(next(pdf_tags._elements(table, "/TR"))):
        cell.S = Name.TD


def without_row_heads(file: Pdf) -> None:
    table = next(pdf_tags._elements(file.Root.StructTreeRoot, "/Table"))
    for row in list(pdf_tags._elements(table, "/TR"))[1:4]:
        pdf_tags._kids(row)[0].S = Name.TD


def without_alternative(file: Pdf) -> None:
    figures = list(pdf_tags._elements(file.Root.StructTreeRoot, "/Figure"))
    figures[1].Alt = String("  ")


def with_a_skipped_heading(file: Pdf) -> None:
    list(pdf_tags._elements(file.Root.StructTreeRoot, "/H1"))[2].S = Name.H3


def without_title(file: Pdf) -> None:
    del file.docinfo["/Title"]


def without_bookmarks(file: Pdf) -> None:
    del file.Root.Outlines


def with_a_borrowed_font(file: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    file.pages[0].Resources.Font.Extra = file.make_indirect(font)


@pytest.mark.parametrize(
    ("change", "problems"),
    [
        (untagged, ["Dokumentet är inte taggat."]),
        (in_english, ["Språket är en-GB men dokumentets är sv-SE."]),
        (
            without_language,
            [
                "Språket är inte angivet (saknas).",
                "Språket är inte angivet men dokumentets är sv-SE.",
            ],
        ),
        (
            without_column_heads,
            ["Tabell 1 saknar kolumnrubriker.", "Tabell 1 saknar radrubrik på 1 av 9 rader."],
        ),
        (without_row_heads, ["Tabell 1 saknar radrubrik på 3 av 8 rader."]),
        (without_alternative, ["Diagram 2 saknar alternativtext."]),
        (with_a_skipped_heading, ["Rubriknivå 2 hoppas över före en rubrik på nivå 3."]),
        (without_title, ["Titeln saknas."]),
        (without_bookmarks, ["Bokmärken saknas."]),
        (with_a_borrowed_font, ["Typsnittet Helvetica är inte inbäddat."]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_check_finds_what_is_missing(
    change: Callable[[Pdf], object], problems: list[str], brief: bytes
) -> None:
    assert pdf_tags.inspect_pdf(changed(brief, change)) == problems


def test_the_check_finds_what_typst_leaves_undone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_tags, "finished", lambda raw: raw)
    raw = rendered(sample.document())
    assert failures(raw) == []  # no validator asks for heads of rows
    assert pdf_tags.inspect_pdf(raw) == [
        f"Tabell {number} saknar radrubrik på {rows} av {rows} rader."
        for number, rows in enumerate((8, 11, 8, 5, 6), 1)
    ]


def test_a_tree_that_bites_its_tail_has_an_end(brief: bytes) -> None:
    def bite(file: Pdf) -> None:
        tree = file.Root.StructTreeRoot
        table = next(pdf_tags._elements(tree, "/Table"))
        next(pdf_tags._elements(table, "/TR")).K = Array([table])

    assert pdf_tags.inspect_pdf(changed(brief, bite)) == ["Tabell 1 saknar kolumnrubriker."]
