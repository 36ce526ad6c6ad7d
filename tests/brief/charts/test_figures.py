"""Figures in a document: claim above, source below, alternative text, on light and dark ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html
from selenium.webdriver import Chrome

from tests import browser
from tests.brief.charts.gallery import SHOWN
from tests.brief.charts.readable import contrast
from tests.brief.test_pdf import text_of
from vagled_lmi.brief import charts, publication
from vagled_lmi.brief.charts.palette import TALLEST, WIDTH
from vagled_lmi.brief.document import Document

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def files(uppsala: Document) -> dict[str, bytes]:
    return publication.render(uppsala)


def figures(document: Document) -> list[dict[str, Any]]:
    return [
        block for part in document["parts"] for block in part["blocks"] if block["kind"] == "figure"
    ]


def plain(content: Any) -> str:
    return content if isinstance(content, str) else "".join(run["text"] for run in content)


def test_every_figure_has_a_claim_a_caption_and_a_source(uppsala: Document) -> None:
    found = figures(uppsala)
    assert len(found) >= 10
    for figure in found:
        assert len(plain(figure["title"])) > 20, figure["id"]
        assert len(plain(figure["caption"])) > 20, figure["id"]
        assert figure["sources"], figure["id"]
        assert 0 < len(plain(figure["alt"])) <= charts.LONGEST, figure["id"]
        assert plain(figure["title"]) not in figure["svg"], figure["id"]


def test_every_figure_fits_on_a_page(uppsala: Document) -> None:
    for figure in figures(uppsala):
        box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', figure["svg"])
        assert box is not None
        assert float(box[1]) == WIDTH
        assert float(box[2]) <= TALLEST


def test_the_page_shows_claim_chart_and_source_in_that_order(files: dict[str, bytes]) -> None:
    tree = lxml_html.fromstring(files["brief.html"].decode())
    shown = tree.findall(".//figure")
    assert len(shown) >= 10
    for figure in shown:
        order = [element.tag for element in figure.iter("figcaption", "svg", "p")]
        assert order[:3] == ["figcaption", "svg", "p"]
        marks = figure.xpath(".//figcaption//a[starts-with(@href, '#source-')]")
        assert marks, figure.get("id")
        assert tree.get_element_by_id(marks[0].get("href")[1:]).text_content().strip()


def test_the_map_is_text_in_the_print(uppsala: Document, files: dict[str, bytes]) -> None:
    """Names and values of the map's labels can be searched and copied."""
    figure = next(f for f in figures(uppsala) if f["id"] == "eligibility-map")
    text = text_of(files["brief.pdf"])
    place = text.index(plain(figure["title"])[:40])
    after = text[place : place + 2000]
    for row in figure["table"]["rows"]:
        name, value = (cell["text"] for cell in row)
        assert name in after
        assert value in after


@pytest.fixture(scope="module")
def chrome() -> Iterator[Chrome]:
    with browser.chromium() as page:
        yield page


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_in_charts_reads_on_the_pages_ground(
    scheme: str, chrome: Chrome, files: dict[str, bytes], tmp_path: Path
) -> None:
    target = tmp_path / "brief.html"
    target.write_bytes(files["brief.html"])
    chrome.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"features": [{"name": "prefers-color-scheme", "value": scheme}]},
    )
    chrome.get(target.as_uri())
    grounds = chrome.execute_script(
        "return [...document.querySelectorAll('.chart svg')].map(svg => {"
        "  let at = svg;"
        "  while (at && getComputedStyle(at).backgroundColor === 'rgba(0, 0, 0, 0)')"
        "    at = at.parentElement;"
        "  const ground = at ? getComputedStyle(at).backgroundColor : 'rgb(255, 255, 255)';"
        "  const inks = [...svg.querySelectorAll('text')].filter("
        "    t => t.getAttribute('fill') !== '#ffffff').map(t => getComputedStyle(t).fill);"
        "  return [ground, [...new Set(inks)]]})"
    )
    assert len(grounds) >= 10
    for ground, inks in grounds:
        assert inks
        for ink in inks:
            assert contrast(_hexadecimal(ink), _hexadecimal(ground)) >= 4.5, (scheme, ground, ink)


def _hexadecimal(colour: str) -> str:
    channels = re.findall(r"\d+", colour)[:3]
    return "#" + "".join(f"{int(channel):02x}" for channel in channels)


def test_the_gallery_shows_every_kind() -> None:
    text = (ROOT / "docs" / "charts.md").read_text(encoding="utf-8")
    kinds = {kind.__name__ for kind in charts.Chart.__subclasses__()}
    assert set(re.findall(r"^### (\w+)$", text, re.MULTILINE)) == kinds
    assert {name.split("-")[0] for name in SHOWN} == kinds
    for name in SHOWN:
        picture = ROOT / "docs" / "images" / "charts" / f"{name.lower()}.png"
        assert f"images/charts/{picture.name}" in text
        assert 2_000 < picture.stat().st_size < 60_000
