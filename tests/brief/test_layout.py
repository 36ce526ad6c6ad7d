"""How the printed pages fall: length, page one, headings, tables that go over a page, empty space.

Measured on the real files: where each word stands, by poppler; what belongs to which table and
which heading leads where, from the file's own structure.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Pdf

from tests.brief import sample
from tests.brief.conftest import KINDS, Build, Files
from tests.brief.test_pdf import tool
from vagled_lmi.brief import pdf_tags, view
from vagled_lmi.brief.editions import editions
from vagled_lmi.brief.language import Language
from vagled_lmi.brief.pdf import WORDS, render_pdf
from vagled_lmi.brief.subject import subject

# points from the top of an A4 page: where the text begins and ends
TOP, BOTTOM = 59.0, 788.0
#: Of a page's height; the last page of a brief ends where it ends.
FULL_ENOUGH = 0.6
BRIEFS = [kind for kind in KINDS if kind != "cards"]
COUNTIES = ["03", "04", "05", "18", "19"]


@dataclass(frozen=True)
class Word:
    """A word of a page, and where it stands."""

    text: str
    top: float
    bottom: float


def pages_of(pdf: bytes) -> list[list[Word]]:
    """Return the words of each page, but for its header and footer."""
    found = re.compile(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>')
    pages = tool("pdftotext", pdf, "-bbox", "-", "-").split("<page ")[1:]
    return [
        [
            Word(text, float(top), float(bottom))
            for top, bottom, text in found.findall(page)
            if float(top) > TOP - 6 and float(bottom) < BOTTOM + 4
        ]
        for page in pages
    ]


def fill(words: list[Word]) -> float:
    """How far down a page its text goes."""
    return (max(word.bottom for word in words) - TOP) / (BOTTOM - TOP)


def headings(pdf: bytes) -> list[tuple[str, int, float]]:
    """Return each bookmark's heading, its page from 0, and how far from the top it stands."""
    found = []
    with Pdf.open(io.BytesIO(pdf)) as file, file.open_outline() as outline:
        for item in outline.root:
            page, _, _, height, *_ = list(item.destination)
            found.append((item.title, file.pages.index(page), 842 - float(height)))
    return found


def tables(pdf: bytes) -> Iterator[list[int]]:
    """Yield the page, from 0, that each row of each table of a print begins on."""
    with Pdf.open(io.BytesIO(pdf)) as file:
        order = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        for table in pdf_tags._elements(file.Root.StructTreeRoot, "/Table"):
            rows = pdf_tags._elements(table, "/TR")
            yield [min(order[at] for at in _places(row)) for row in rows]


def _places(element: Any) -> Iterator[tuple[int, int]]:
    """Yield the pages that an element's content stands on."""
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _places(kid)
        elif isinstance(kid, Dictionary) and "/Pg" in kid:
            yield kid.Pg.objgen
        elif kid is not None and "/Pg" in element:
            yield element.Pg.objgen


def grids(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the document's tables in the order of the print: those of figures come last.

    The map's has its columns in that of the figure after it, and is not printed; two that share a
    row stand after one another.
    """
    blocks = [block for part in document["parts"] for block in part["blocks"]]
    shown = [block["table"] for block in blocks if block["kind"] == "table"]
    figures = [block["table"] for block in blocks if block["kind"] == "figure"]
    words = Language(document["edition"]).words("page", view.WORDS)
    twins = view.prepare(document, words, (), str)["twins"]
    printed = [figures[figure["n"] - 1] for row in twins for figure in row]
    assert len(printed) == len(figures) - sum(b["id"] == "eligibility-map" for b in blocks)
    return shown + printed


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("county", COUNTIES)
def test_a_countys_brief_has_eight_to_fourteen_pages_and_something_on_the_last(
    files: Files, county: str, edition: str
) -> None:
    pages = pages_of(files(subject(county), edition)["brief.pdf"])
    assert 8 <= len(pages) <= 14
    assert fill(pages[-1]) > 0.18


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", BRIEFS)
def test_page_one_stands_alone(files: Files, build: Build, kind: str, edition: str) -> None:
    """The whole of the first part is on it: the next part begins later, with nothing before it."""
    pdf = files(KINDS[kind], edition)["brief.pdf"]
    places = headings(pdf)
    assert places[0][1] == 0
    _, page, height = places[1]
    if page:  # else it begins below the first part, on the same page
        assert page == 1
        assert height < TOP + 40
    summary = build(KINDS[kind], edition)["parts"][0]
    text = " ".join(word.text for word in pages_of(pdf)[0])
    for block in summary["blocks"]:
        said = sample.text_of(block.get("text") or block.get("title") or block["label"])
        first = re.sub(r"[\s\u202f]+", " ", said).split()[:2]
        assert " ".join(first) in text, block["id"]


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_is_left_alone_at_the_foot_of_a_page(
    files: Files, kind: str, edition: str
) -> None:
    pdf = files(KINDS[kind], edition)["brief.pdf"]
    pages = pages_of(pdf)
    for title, page, height in headings(pdf):
        below = [word for word in pages[page] if word.top > height + 24]
        assert len(below) > 10, title
    over = {Language(edition).words("page", [name])[name].text for name in ("figure", "table")}
    label = re.compile("|".join(word.replace("{n}", r"\d+") for word in over))
    for number, words in enumerate(pages):
        for one, two in pairwise(words):
            if label.fullmatch(f"{one.text} {two.text}") and one.top == two.top:
                assert one.bottom < BOTTOM - 60, (number, one.text, two.text)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_that_goes_over_a_page_has_its_heads_there_too(
    files: Files, build: Build, kind: str, edition: str
) -> None:
    pdf = files(KINDS[kind], edition)["brief.pdf"]
    pages = pages_of(pdf)
    there = list(tables(pdf))
    expected = grids(build(KINDS[kind], edition))
    assert len(there) == len(expected)
    for rows, grid in zip(there, expected, strict=True):
        places = sorted(set(rows))
        head = sample.text_of(grid["columns"][0]["label"]).split()[0]
        for place in places[1:]:
            assert place == places[0] + 1, "a table over three pages"
            top = [word.text for word in pages[place] if word.top < TOP + 40]
            assert head in top, (grid["caption"], place + 1)


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_a_table_that_goes_over_a_page_does_not_begin_at_its_foot(
    files: Files, build: Build, kind: str, edition: str
) -> None:
    document = build(KINDS[kind], edition)
    shown = [b for part in document["parts"] for b in part["blocks"] if b["kind"] == "table"]
    found = list(tables(files(KINDS[kind], edition)["brief.pdf"]))
    assert len(found) >= len(shown)
    for block, rows in zip(shown, found, strict=False):  # those of figures come after
        assert len(rows) == len(block["table"]["rows"]) + 1
        assert rows[-1] == rows[0] or rows.count(rows[0]) > 4, block["id"]  # the heads and four


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_half_empty(files: Files, kind: str, edition: str) -> None:
    pages = pages_of(files(KINDS[kind], edition)["brief.pdf"])
    fills = [round(fill(words), 2) for words in pages]
    assert [part for part in fills[:-1] if part < FULL_ENOUGH] == [], fills


@pytest.mark.parametrize("edition", editions())
@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_its_number_and_every_reference_the_page_of_what_it_names(
    files: Files, build: Build, kind: str, edition: str
) -> None:
    """A layout that goes back and forth would leave pages with the numbers of other ones."""
    raw = tool("pdftotext", files(KINDS[kind], edition)["brief.pdf"], "-raw", "-", "-")
    pages = [re.sub(r"\s+", " ", re.sub(r"[-\u00ad]\n", "", page)) for page in raw.split("\f")[:-1]]
    words = Language(edition).words("page", WORDS)
    for number, page in enumerate(pages, 1):
        own = words["page"].text.replace("{page}", str(number))
        assert own.replace("{pages}", str(len(pages))) in page
    made = view.prepare(build(KINDS[kind], edition), words, WORDS, str)
    figures = made["figures"]
    reference = re.escape(words["see_table"].text).replace(re.escape("{page}"), r"(\d+)")
    referred = re.findall(reference, " ".join(pages))
    assert len(referred) == len(figures)
    for figure, number in zip(figures, map(int, referred), strict=True):
        assert words["figure_data"].text.replace("{n}", str(figure["data"])) in pages[number - 1]
    # a source and its number are on one line, and neither is cut
    cited = words["see_source"].text.replace(" ", r"\s").replace("\u00a0", "[\u00a0 ]")
    noted = [source["noted"] for source in made["sources"] if source["noted"]]
    assert [int(n) for n in re.findall(cited.replace("{n}", r"(\d+)"), raw)] == noted


@pytest.mark.parametrize("edition", editions())
def test_each_card_has_a_page_of_its_own(files: Files, build: Build, edition: str) -> None:
    document = build(KINDS["cards"], edition)
    pdf = files(KINDS["cards"], edition)["brief.pdf"]
    cards = [part for part in document["parts"] if part.get("own_page")]
    assert len(cards) == 21
    assert len(pages_of(pdf)) == 1 + 21 + 1  # how to use them, the cards, the sources
    places = headings(pdf)
    assert [page for _, page, _ in places] == list(range(23))
    for (title, _, height), card in zip(places[1:-1], cards, strict=True):
        assert title == sample.text_of(card["title"])
        assert height < TOP + 40


@pytest.mark.parametrize("rows", [8, 30])
def test_a_heading_stays_with_its_table_wherever_on_a_page_it_falls(rows: int) -> None:
    """One that is kept together, and one that goes on over a page; more and more before it."""
    document = sample.document()
    document["parts"] = document["parts"][:1]
    before = [sample.claim(f"nr-{n}", {"text": "En kort mening."}) for n in range(36)]
    document["parts"].append(
        {"id": "b", "title": sample.plain("B"), "blocks": [sample.long_table(rows)]}
    )
    pages = set()
    for claims in range(6, 36):
        document["parts"][0]["blocks"] = before[:claims]
        pdf = render_pdf(document, sample.SWEDISH)
        page = headings(pdf)[1][1]
        assert next(iter(tables(pdf)))[:5] == [page] * 5, claims
        pages.add(page)
    assert pages == {0, 1}


def test_what_is_wrong_would_be_seen() -> None:
    """The measures find a table over several pages, and a page that is nearly empty."""
    document = sample.document()
    document["parts"] = document["parts"][:1]
    document["parts"][0]["blocks"] = [sample.long_table(150)]
    pdf = render_pdf(document, sample.SWEDISH)
    (rows,) = tables(pdf)
    places = sorted(set(rows))
    assert places == [0, 1, 2, 3][: len(places)]
    assert len(places) >= 3
    pages = pages_of(pdf)
    for place in places[1:]:
        assert "Yrke" in [word.text for word in pages[place] if word.top < TOP + 40]
    document["parts"][0]["blocks"] = [sample.claim("kort", {"text": "En kort mening."})]
    assert fill(pages_of(render_pdf(document, sample.SWEDISH))[0]) > FULL_ENOUGH / 3
    document["parts"].append({"id": "b", "title": sample.plain("B"), "own_page": True, "blocks": [
        sample.claim("ensam", {"text": "En enda mening på sidan."})
    ]})  # fmt: skip
    alone = pages_of(render_pdf(document, sample.SWEDISH))[1]
    assert fill(alone) < FULL_ENOUGH
