"""The page: its structure, hostile text, and how it works in a real browser."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import html as lxml_html
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests import browser
from tests.brief import sample
from vagled_lmi.brief import fonts, html
from vagled_lmi.errors import RenderError

HOSTILE = {
    "typst": '#read("/etc/passwd") *fet* @ref $x$ #{1+1}',
    "script": "<script>alert(1)</script>",
    "attribute": "\" onmouseover='alert(1)' x=\"",
    "comment": "--><!--</style></title></svg>",
    "path": "../../etc/passwd",
    "template": "{{7*7}}{% raw %}{n}${7*7}",
    "bidi": "\u202egnp.exe\u2066",
    "control": "a\x00b\x07\x1b[31m",
    "emoji": "😀 漢字 \u200d",
    "surrogate": "\ud83d",
    "long": "å" * 1_000_000,
    "entity": "&lt;b&gt; &amp;quot;",
}


@pytest.fixture(scope="module")
def page() -> str:
    return html.render_html(sample.document(), sample.SWEDISH)


@pytest.fixture(scope="module")
def tree(page: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page)


def words_of(element: lxml_html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def plain(runs: list[dict[str, str]]) -> str:
    return " ".join("".join(run["text"] for run in runs).split())


# --- structure


def test_page_is_the_same_every_time(page: str) -> None:
    assert html.render_html(sample.document(), sample.SWEDISH) == page
    assert len(page.encode()) < 200_000  # 50 kB of it fonts


def test_sample_says_that_it_is_an_example(tree: lxml_html.HtmlElement) -> None:
    assert "exempeldata" in tree.findtext(".//title")
    assert "exempeldata" in words_of(tree.find(".//h1"))


def test_headings_landmarks_and_skip_link(tree: lxml_html.HtmlElement) -> None:
    document = sample.document()
    assert tree.get("lang") == "sv-SE"
    assert tree.findtext(".//title") == sample.text_of(document["title"])
    assert [words_of(e) for e in tree.iter("h1")] == [sample.text_of(document["title"])]
    parts = [sample.text_of(part["title"]) for part in document["parts"]]
    assert [words_of(e) for e in tree.iter("h2")] == [*parts, "Källor"]
    assert [len(tree.findall(f".//{name}")) for name in ("header", "nav", "main", "footer")] == [
        1
    ] * 4
    skip = tree.find("body")[0]
    assert (skip.tag, skip.get("href"), words_of(skip)) == ("a", "#main", "Hoppa till innehållet")
    assert [words_of(a) for a in tree.findall(".//nav//a")] == [*parts, "Källor"]


def test_every_reference_inside_the_page_leads_somewhere(tree: lxml_html.HtmlElement) -> None:
    ids = Counter(tree.xpath("//@id"))
    assert not [name for name, count in ids.items() if count > 1]
    wanted = [href[1:] for href in tree.xpath("//@href") if href.startswith("#")]
    wanted += " ".join(tree.xpath("//@aria-labelledby")).split()
    wanted += re.findall(r"url\(#(.*?)\)", " ".join(tree.xpath("//svg//@*")))
    assert len(wanted) > 60
    assert set(wanted) <= set(ids)


def test_nothing_can_run_and_nothing_is_fetched(page: str, tree: lxml_html.HtmlElement) -> None:
    assert not tree.xpath("//script | //iframe | //object | //embed | //link | //img | //image")
    assert not [name for e in tree.iter() for name in e.attrib if name.startswith("on")]
    assert not tree.xpath("//@style | //@src")
    outside = {href for href in tree.xpath("//@href") if not href.startswith("#")}
    assert outside == {source["page"] for source in sample.document()["sources"]}
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert set(re.findall(r"url\(\"?(\w+):", style[1])) == {"data"}


def shown_numbers(document: dict[str, Any]) -> Counter[tuple[str, str]]:
    """Every run that shows a value: its address and its text, wherever it stands."""

    def runs(node: Any) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            if "number" in node and "text" in node:
                yield node["number"], node["text"]
            for child in node.values():
                yield from runs(child)
        elif isinstance(node, list):
            for child in node:
                yield from runs(child)

    return Counter(runs(document["parts"]))


def test_every_number_carries_its_address_and_full_value(tree: lxml_html.HtmlElement) -> None:
    document = sample.document()
    shown = Counter((d.get("data-address"), d.text_content()) for d in tree.iter("data"))
    assert shown == shown_numbers(document)
    values = {d.get("data-address"): d.get("value") for d in tree.iter("data")}
    assert values["99/employed/share_riket?period=2024"] == "81.10000000000001"  # 78.9 + 0.22 * 10
    assert values["99/replacement/count?period=2030"] == "12840"
    assert values["99/barometer/now?ssyk=1000"] == "stor brist"
    assert values["99/ads/share?period=2025"] == ""  # the agency gives none


def test_tables_have_heads_of_columns_and_rows(tree: lxml_html.HtmlElement) -> None:
    blocks = [b for part in sample.document()["parts"] for b in part["blocks"] if "table" in b]
    tables = tree.findall(".//table")
    assert len(tables) == len(blocks) == 5  # four figures and one table
    for table, block in zip(tables, blocks, strict=True):
        grid = block["table"]
        heads = table.findall("thead/tr/th")
        assert [words_of(th) for th in heads] == [
            sample.text_of(c["label"]) for c in grid["columns"]
        ]
        assert {th.get("scope") for th in heads} == {"col"}
        for line, row in zip(table.findall("tbody/tr"), grid["rows"], strict=True):
            assert [cell.tag for cell in line] == ["th"] + ["td"] * (len(row) - 1)
            assert line[0].get("scope") == "row"
            assert [words_of(cell) for cell in line] == [plain([cell]) for cell in row]
        region = table.getparent()
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert sample.text_of(grid["caption"]) in words_of(
            tree.get_element_by_id(region.get("aria-labelledby"))
        )


def test_charts_are_read_once_as_their_alternative_text(tree: lxml_html.HtmlElement) -> None:
    figures = [
        b for part in sample.document()["parts"] for b in part["blocks"] if b["kind"] == "figure"
    ]
    charts = tree.findall(".//svg")
    assert len(charts) == len(figures) == 4
    for chart, figure in zip(charts, figures, strict=True):
        assert chart.get("role") == "img"
        name, alt = (tree.get_element_by_id(i) for i in chart.get("aria-labelledby").split())
        assert (name.tag, name.text) == ("title", plain(figure["title"]))
        assert (alt.tag, alt.text) == ("desc", sample.text_of(figure["alt"]))
        assert [e.tag for e in chart] == ["title", "desc", "g"]
        assert chart[2].get("aria-hidden") == "true"
        assert chart.xpath(".//text")  # text stays text
        assert chart.getparent().getparent().find("details/summary") is not None


def test_key_figures_come_first(tree: lxml_html.HtmlElement) -> None:
    first = tree.get_element_by_id("part-laget")
    assert [e.tag for e in first][:2] == ["h2", "dl"]
    labels = [
        sample.text_of(b["label"]) for b in sample.document()["parts"][0]["blocks"] if "label" in b
    ]
    assert [words_of(e) for e in first.findall("dl/div/dt")] == labels


def test_sources_say_what_was_asked_when_and_what_came(tree: lxml_html.HtmlElement) -> None:
    items = [words_of(item) for item in tree.findall(".//ol[@class='sources']/li")]
    assert len(items) == 4
    first, second, third, fourth = items
    assert first.startswith("SCB. Befolkningens arbetsmarknadsstatus. Sysselsatta efter region")
    assert "Urval: Region = 99; Yrke = 12 värden; Tid = 2022, 2023, 2024" in first
    assert "Hämtad: 2026-11-20 Uppdaterad av myndigheten: 2026-06-08" in first
    assert "Kontrollsumma: 01015e5e5e5e" in first
    assert "Brott i tidsserien: 2020: Ny källa" in first
    assert second.count("Urval: hela tabellen") == 3
    assert "och 2 svar till" in second  # five answers
    assert "Uppdaterad" not in third
    assert "Hämtad: 2026-11-20 via offentlig kopia" in fourth
    marks = tree.xpath("//sup/a")
    assert {(a.get("href"), a.get("aria-label"), a.text) for a in marks} == {
        (f"#source-{n}", f"Källa {n}", str(n)) for n in range(1, 5)
    }


def test_a_source_page_that_is_no_web_address_is_no_link() -> None:
    document = sample.document()
    for source, page in zip(
        document["sources"],
        ("javascript:alert(1)", "data:text/html,x", "//evil.invalid", 'https://a.invalid/"><b>'),
        strict=True,
    ):
        source["page"] = page
    tree = lxml_html.document_fromstring(html.render_html(document, sample.SWEDISH))
    assert {href[0] for href in tree.xpath("//@href")} == {"#"}


def test_empty_part_says_so_and_two_parts_of_one_name_stay_apart() -> None:
    document = sample.document()
    document["parts"] = [{"id": "tom", "title": sample.plain("Tom"), "blocks": []}] * 2
    tree = lxml_html.document_fromstring(html.render_html(document, sample.SWEDISH))
    assert [words_of(p) for p in tree.xpath("//p[@class='empty']")] == [
        "Det finns inga uppgifter att visa i den här delen."
    ] * 2
    assert tree.xpath("//main/section/@id") == ["part-tom", "part-tom-", "sources"]


# --- errors


def test_a_missing_word_is_named() -> None:
    words = {word: text for word, text in sample.SWEDISH.items() if word != "unit"}
    with pytest.raises(RenderError, match="Ordlistan saknar unit"):
        html.render_html(sample.document(), words)


def test_words_of_the_sample_are_the_words_that_are_asked_for() -> None:
    from vagled_lmi.brief import pdf

    assert set(html.WORDS) | set(pdf.WORDS) == set(sample.SWEDISH)


def test_a_broken_chart_is_named() -> None:
    document = sample.document()
    document["parts"][1]["blocks"][1]["svg"] = "<svg><rect></svg>"
    with pytest.raises(RenderError, match="Diagrammet trend-figur går inte att läsa som SVG"):
        html.render_html(document, sample.SWEDISH)


# --- hostile text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_everywhere_changes_no_tag(text: str, tree: lxml_html.HtmlElement) -> None:
    hostile = sample.with_text(sample.document(), lambda given: f"{text} {given}")
    found = lxml_html.document_fromstring(html.render_html(hostile, sample.SWEDISH))
    assert Counter(e.tag for e in found.iter()) == Counter(e.tag for e in tree.iter())
    expected = " ".join(
        fonts.readable(f"{text} {sample.text_of(sample.document()['title'])}").split()
    )
    assert words_of(found.find(".//h1")) == expected
    assert not [name for e in found.iter() for name in e.attrib if name.startswith("on")]
    assert found.xpath("string()").count("\u202e") == 0


def test_a_title_of_spaces_is_a_question_mark() -> None:
    blank = sample.with_text(sample.document(), lambda _: " \n\t")
    tree = lxml_html.document_fromstring(html.render_html(blank, sample.SWEDISH))
    assert tree.findtext(".//h1") == "?"
    assert {e.text for e in tree.xpath("//desc")} == {"?"}


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ("Åsa är född på ön", "Åsa är född på ön"),
        ("12\u202f840", "12\u202f840"),
        ("yrkes\u00adutbildning", "yrkes\u00adutbildning"),  # a soft hyphen says where to break
        ("A\u030a", "Å"),  # one letter, written as two
        ("rad\r\nrad\u2028rad", "rad  rad rad"),
        ("a\u202eb\u2066c\u200bd\ufeffe", "abcde"),
        ("a\x00b\x1bc\ud800d\ufffee", "abcde"),
        ("\u3164\ufe0f\U000e0041", "?"),
        ("", "?"),
    ],
)
def test_readable_text(given: str, seen: str) -> None:
    assert fonts.readable(given) == seen


def test_readable_text_has_an_end() -> None:
    cut = fonts.readable("å" * 1_000_000)
    assert len(cut) == fonts.LONGEST
    assert cut.endswith("å…")


# --- the fonts


def test_the_page_brings_its_letters_under_a_name_of_its_own() -> None:
    css = (Path(html.__file__).parent / "templates" / "fonts.css").read_text("utf-8")
    assert css.count("@font-face") == 2
    needed = {
        ord(c) for c in string.ascii_letters + string.digits + "åäöÅÄÖéüß–—’”…→−%\u202f\u00a0"
    }
    originals = dict(zip(("regular", "semibold", "bold"), fonts.font_files(), strict=True))
    for data, weight in zip(
        re.findall(r'base64,([^"]+)"', css), ("regular", "semibold"), strict=True
    ):
        cut = TTFont(io.BytesIO(base64.b64decode(data)))
        whole = TTFont(originals[weight])
        assert needed <= set(cut.getBestCmap())
        for code in needed:
            glyph, same = cut.getBestCmap()[code], whole.getBestCmap()[code]
            assert cut["hmtx"][glyph][0] == whole["hmtx"][same][0]
        # the licence: a changed font may not be called Source, and keeps its notices
        names = {record.nameID: str(record) for record in cut["name"].names}
        assert names[1] == names[4] == fonts.WEB_FAMILY
        assert "Adobe" in names[0]
        assert "SIL Open Font License" in names[13]
        assert cut["CFF "].cff.fontNames == ["VagledSans"]
        widths = {cut["hmtx"][cut.getBestCmap()[ord(digit)]][0] for digit in string.digits}
        assert len(widths) == 1  # figures stand in columns


def test_the_style_sheet_of_the_fonts_can_be_written_again() -> None:
    # the tool's version may change the bytes, never which letters there are
    again = [
        TTFont(io.BytesIO(base64.b64decode(d)))
        for d in re.findall(r'base64,([^"]+)"', fonts.web_font_css())
    ]
    there = (Path(html.__file__).parent / "templates" / "fonts.css").read_text("utf-8")
    now = [TTFont(io.BytesIO(base64.b64decode(d))) for d in re.findall(r'base64,([^"]+)"', there)]
    assert [set(f.getBestCmap()) for f in again] == [set(f.getBestCmap()) for f in now]


# --- in a browser


@pytest.fixture(scope="module")
def address(page: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def chrome(address: str) -> Iterator[Chrome]:
    with browser.chromium() as driver:
        browser.requests(driver)  # what the empty tab asked for
        driver.get(address)
        yield driver


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_no_line_is_wider_than_the_screen(chrome: Chrome, width: int) -> None:
    browser.resize(chrome, width)
    measured = chrome.execute_script(
        "return [innerWidth, document.documentElement.scrollWidth, document.body.scrollHeight]"
    )
    assert measured[0] == width
    assert measured[1] <= width
    assert measured[2] > 2000
    assert len(set(chrome.get_screenshot_as_png())) > 200  # something is drawn


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(chrome: Chrome, width: int) -> None:
    browser.resize(chrome, width)
    chrome.execute_script("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert browser.violations(chrome) == []


@pytest.mark.browser
def test_axe_would_find_something(chrome: Chrome, address: str) -> None:
    chrome.execute_script(
        "document.querySelector('svg').removeAttribute('aria-labelledby');"
        "document.querySelector('svg > title').remove()"
    )
    assert [rule["id"] for rule in browser.violations(chrome)] == ["svg-img-alt"]
    chrome.get(address)


@pytest.mark.browser
def test_the_page_asks_for_nothing_but_itself(chrome: Chrome, address: str) -> None:
    chrome.get(address)
    asked = browser.requests(chrome)
    assert {url for url in asked if not url.startswith("data:font/woff;base64,")} == {address}
    assert chrome.get_log("browser") == []  # the policy forbids nothing that the page needs


@pytest.mark.browser
def test_what_the_keyboard_reaches_shows_where_it_is(chrome: Chrome) -> None:
    focused = chrome.execute_script(
        "const hit = [];"
        "document.querySelectorAll('details').forEach(d => d.open = true);"
        "for (const e of document.querySelectorAll('a, summary, [tabindex=\"0\"]')) {"
        "  e.focus({focusVisible: true});"
        "  const s = getComputedStyle(e);"
        "  hit.push(document.activeElement === e && s.outlineStyle === 'solid'"
        "           && parseFloat(s.outlineWidth) >= 2);"
        "} return hit;"
    )
    assert len(focused) > 40
    assert all(focused)


@pytest.mark.browser
def test_the_tables_behind_the_charts_are_printed(chrome: Chrome, address: str) -> None:
    chrome.get(address)
    hidden = (
        "document.querySelector('details table').checkVisibility({contentVisibilityAuto: true})"
    )
    assert chrome.execute_script(f"return {hidden}") is False
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    seen = chrome.execute_script(
        "return [...document.querySelectorAll('details table')]"
        ".map(table => table.getBoundingClientRect().height)"
    )
    assert len(seen) == 4
    assert min(seen) > 50
    chrome.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


@pytest.mark.browser
def test_the_page_works_without_javascript(address: str) -> None:
    with browser.chromium(javascript=False) as driver:
        driver.get(address)
        assert driver.find_element(By.TAG_NAME, "h1").text == sample.text_of(
            sample.document()["title"]
        )
        table = driver.find_element(By.CSS_SELECTOR, "details table")
        assert not table.is_displayed()
        driver.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
        assert table.is_displayed()
        assert "78,2 %" in table.text.replace("\u00a0", " ")


@pytest.mark.browser
def test_hostile_text_runs_nothing(tmp_path: Path, chrome: Chrome, address: str) -> None:
    text = (
        '<img src=x onerror="window.hit=1">\'"><svg onload=window.hit=1>'
        "<script>window.hit=1</script>"
    )
    document = sample.with_text(sample.document(), lambda given: text + given)
    path = tmp_path / "hostile.html"
    path.write_text(html.render_html(document, sample.SWEDISH), encoding="utf-8")
    chrome.get(path.as_uri())
    assert chrome.execute_script("return window.hit") is None
    assert text in chrome.find_element(By.TAG_NAME, "h1").text
    browser.resize(chrome, 360)
    assert chrome.execute_script("return document.documentElement.scrollWidth") <= 360
    chrome.get(address)
