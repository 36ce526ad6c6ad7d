"""The briefs that a counsellor is handed: Uppsala and Östergötland, in print and on screen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests import browser
from tests.brief import sample
from tests.brief.test_pdf import failures, text_of, tool
from vagled_lmi.brief import history, pdf_tags, publication, run
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.subject import subject

Made = tuple[Document, dict[str, bytes]]


@pytest.fixture(scope="module", params=["03", "05"])
def made(request: pytest.FixtureRequest, uppsala: Document) -> Made:
    document = uppsala if request.param == "03" else run.build(subject(request.param))
    return document, publication.render(document)


def test_the_print_is_pdf_ua(made: Made) -> None:
    _, files = made
    assert failures(files["brief.pdf"]) == []
    assert pdf_tags.inspect_pdf(files["brief.pdf"]) == []


def test_every_font_in_the_print_is_embedded(made: Made) -> None:
    _, files = made
    lines = tool("pdffonts", files["brief.pdf"], "-").splitlines()[2:]
    assert lines
    for line in lines:
        assert "SourceSansPro" in line
        assert re.search(r"yes\s+yes\s+yes\s+\d+\s+\d+\s*$", line), line


def test_the_print_reads_in_order_with_swedish_letters(made: Made) -> None:
    document, files = made
    text = text_of(files["brief.pdf"])
    places = [text.find(sample.text_of(document["title"]))]
    for part in document["parts"]:
        title = sample.text_of(part["title"])
        places.append(text.find(title, max(places[-1], text.find("Briefen gjord"))))
    assert -1 not in places
    assert places == sorted(places)
    assert set("åäö") <= set(text)
    assert "\N{NARROW NO-BREAK SPACE}" in files["document.json"].decode()
    assert "\N{REPLACEMENT CHARACTER}" not in text


def test_every_source_is_named_in_print_and_page(made: Made) -> None:
    document, files = made
    text, page = text_of(files["brief.pdf"]), files["brief.html"].decode()
    for source in document["sources"]:
        for retrieval in source["retrievals"]:
            assert retrieval["sha256"][:12] in text
            assert retrieval["sha256"][:12] in page


def test_the_print_carries_its_document(made: Made, tmp_path: Path) -> None:
    document, files = made
    path = tmp_path / "brief.pdf"
    path.write_bytes(files["brief.pdf"])
    assert history.read(path) == document


@pytest.fixture(scope="module")
def chrome(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_bytes(made[1]["brief.html"])
    with browser.chromium() as page:
        page.get(path.as_uri())
        yield page


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_for_everyone(chrome: Chrome, width: int) -> None:
    browser.resize(chrome, width)
    assert browser.violations(chrome) == []
    overflow = "return document.documentElement.scrollWidth - window.innerWidth"
    assert chrome.execute_script(overflow) <= 0
    picture = chrome.get_screenshot_as_png()
    assert len(picture) > 10_000


def test_the_same_figures_give_the_same_bytes(
    uppsala: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")
    again = run.build(subject("uppsala"))
    assert publication.render(again) == publication.render(uppsala)
