"""Every kind and edition of a brief on screens: narrow and wide, light and dark, zoomed, by
keyboard, and printed from the browser.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests import browser
from tests.brief import sample
from tests.brief.conftest import KINDS, Build, Files
from tests.brief.test_pdf import pages_of, text_of
from vagled_lmi.brief.editions import editions

pytestmark = pytest.mark.browser

#: Every edition of the county's brief, and every other kind in Swedish.
SHOWN = [("county", edition) for edition in editions()]
SHOWN += [(kind, "sv") for kind in KINDS if kind != "county"]

Open = Callable[[str, str], Chrome]


@pytest.fixture(scope="module")
def show(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Open a brief's page, with every table unfolded."""
    folder = tmp_path_factory.mktemp("pages")
    with browser.chromium() as chrome:

        def opened(kind: str, edition: str) -> Chrome:
            path: Path = folder / f"{kind}-{edition}.html"
            if not path.exists():
                path.write_bytes(files(KINDS[kind], edition)["brief.html"])
            if chrome.current_url != path.as_uri():
                chrome.get(path.as_uri())
                chrome.execute_script(
                    "document.querySelectorAll('details').forEach(d => d.open = 1)"
                )
            return chrome

        yield opened


def in_scheme(page: Chrome, scheme: str, media: str = "") -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize(("kind", "edition"), SHOWN)
def test_axe_finds_nothing(show: Open, kind: str, edition: str, width: int, scheme: str) -> None:
    page = show(kind, edition)
    browser.resize(page, width)
    in_scheme(page, scheme)
    assert browser.violations(page) == []
    overflow = "return document.documentElement.scrollWidth - window.innerWidth"
    assert page.execute_script(overflow) <= 0
    background = page.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (background == "rgb(255, 255, 255)") == (scheme == "light")


def test_axe_sees_the_dark_page(show: Open) -> None:
    """Ink as dark as the page would be found: the colours are looked at, not only the tags."""
    page = show("county", "sv")
    in_scheme(page, "dark")
    page.execute_script("document.body.style.color = '#12181f'")
    found = {rule["id"] for rule in browser.violations(page)}
    page.execute_script("document.body.style.color = ''")
    assert found == {"color-contrast"}


@pytest.mark.parametrize(("kind", "edition"), SHOWN)
def test_at_twice_the_size_nothing_is_cut_off(show: Open, kind: str, edition: str) -> None:
    """Zoomed to 200 % a window of 1280 has 640 to lay out in, one of 640 has 320."""
    page = show(kind, edition)
    in_scheme(page, "light")
    for width in (640, 320):
        browser.resize(page, width)
        cut = page.execute_script(
            "return [...document.querySelectorAll('h1, h2, p, li, dt, dd, figcaption, summary')]"
            ".filter(e => e.checkVisibility() && !e.closest('.scroll') && !e.matches('.skip'))"
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
            "          || e.scrollWidth > e.clientWidth + 1).map(e => e.textContent.slice(0, 60))"
        )
        assert cut == []


def test_the_keyboard_goes_through_the_page_in_its_order(show: Open) -> None:
    page = show("county", "sv")
    browser.resize(page, 1280)
    page.execute_script("document.activeElement.blur(); window.scrollTo(0, 0)")
    body = page.find_element(By.TAG_NAME, "body")
    places = page.execute_script(
        "window.stops = [...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()); return stops.length"
    )
    assert places > 60
    reached = []
    for _ in range(places):
        body.send_keys(Keys.TAB)
        reached.append(page.execute_script("return stops.indexOf(document.activeElement)"))
    assert reached == list(range(places))
    # the first stop leads past the contents
    page.execute_script("document.activeElement.blur()")
    page.execute_script("stops[0].focus()")
    page.switch_to.active_element.send_keys(Keys.ENTER)
    assert page.execute_script("return document.activeElement.id") == "main"


def printed(page: Chrome) -> bytes:
    options = {"preferCSSPageSize": True, "printBackground": True}
    made = page.execute_cdp_cmd("Page.printToPDF", options)
    return base64.b64decode(made["data"])


@pytest.mark.parametrize("edition", editions())
def test_the_page_prints_with_its_tables(show: Open, build: Build, edition: str) -> None:
    page = show("county", edition)
    in_scheme(page, "dark")
    page.execute_script("document.querySelectorAll('details').forEach(d => d.open = false)")
    text = text_of(printed(page))
    page.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    for part in build(KINDS["county"], edition)["parts"]:
        for block in part["blocks"]:
            for row in block.get("table", {"rows": []})["rows"]:
                assert " ".join(row[-1]["text"].split()) in text


@pytest.mark.parametrize("edition", editions())
def test_each_card_is_printed_on_a_page_of_its_own(show: Open, build: Build, edition: str) -> None:
    pages = pages_of(printed(show("cards", edition)))
    cards = [part for part in build(KINDS["cards"], edition)["parts"] if part.get("own_page")]
    assert len(pages) == len(cards) + 2
    for page, card in zip(pages[1:], cards, strict=False):
        assert page.strip().startswith(sample.text_of(card["title"]))
