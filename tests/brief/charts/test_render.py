"""What is drawn is what was laid out: bytes, texts, fonts, and boxes as others measure them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path
from PIL import Image

from tests.brief.charts.samples import KINDS
from tests.browser import chromium
from vagled_lmi.brief import charts, fonts, svg
from vagled_lmi.brief.charts.metrics import text_width, wrapped
from vagled_lmi.brief.charts.scene import Text
from vagled_lmi.codes import Region, regions, ssyk_labels

_SVG = "{http://www.w3.org/2000/svg}"
UPPSALA, GOTLAND = Region("03"), Region("09")
ROOT = Path(__file__).parents[3]


def texts_of(drawing: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(drawing).iter(f"{_SVG}text")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_laid_out_is_text_in_the_drawing(kind: str) -> None:
    chart = KINDS[kind](UPPSALA)
    drawing = charts.draw(chart)
    assert texts_of(drawing) == [text.text for text in chart.scene().texts]
    assert "Source Sans Pro" in drawing
    assert drawing.count("font-family") == drawing.count("'Source Sans Pro'")


@pytest.mark.parametrize("kind", KINDS)
def test_the_document_lets_all_of_it_through(kind: str) -> None:
    drawing = charts.draw(KINDS[kind](UPPSALA))
    clean = svg.clean_drawing(drawing, kind, "f1-", fonts.printable, fonts.FAMILY)
    drawn = [e.tag for e in etree.fromstring(drawing).iter()]
    for tag in ("text", "path", "pattern", "use"):
        assert len(clean.findall(f".//{tag}")) == drawn.count(_SVG + tag), tag


def test_the_same_numbers_give_the_same_bytes_in_another_process() -> None:
    command = (
        "import hashlib\n"
        "from tests.brief.charts.samples import KINDS\n"
        "from vagled_lmi.brief import charts\n"
        "from vagled_lmi.codes import Region\n"
        "for make in KINDS.values():\n"
        "    print(hashlib.sha256(charts.draw(make(Region('03'))).encode()).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", command],
            cwd=ROOT, env={"PYTHONHASHSEED": seed, "HOME": "/nowhere"}, check=True,
            capture_output=True, text=True, timeout=120,
        ).stdout.split()
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs[0] == runs[1]
    assert len(set(runs[0])) == len(KINDS)


def test_widths_are_those_of_matplotlib_and_never_too_narrow() -> None:
    """Kerning, left out here, takes 4 per cent at most; ink may hang out 1.1 per cent."""
    texts = [*ssyk_labels().values(), *(r.name for r in regions()), "−12,3", "181\u202f185"]
    for bold, weight in ((False, 400), (True, 700)):
        face = FontProperties(family=fonts.FAMILY, size=100, weight=weight)
        fonts.register_with_matplotlib()
        for text in texts[:: 1 if bold else 5]:
            width, height, descent = text_to_path.get_text_width_height_descent(text, face, False)
            assert -0.011 <= text_width(text, 100, bold=bold) / width - 1 <= 0.042, text
            box = Text(text, 0, 0, size=100, bold=bold).box
            assert descent <= box.bottom + 5, text
            # rings and dots reach further up than letters
            above = 22 if set(text) & set("ÅÄÖ") else 9 if set(text) & set("åäöé") else 3
            assert height - descent <= above - box.top, text


def test_labels_are_broken_and_cut_within_their_room() -> None:
    for label in (*ssyk_labels().values(), "Arbetsmarknadsutbildningssamordningsansvarig"):
        for room in (60, 120, 180):
            for most in (1, 2, 3):
                lines = wrapped(label, room, most=most)
                assert len(lines) <= most
                assert all(text_width(line, bold=True) <= room for line in lines), (label, lines)
    assert wrapped("Speciallärare och specialpedagoger m.fl.", 120) == [
        "Speciallärare och", "specialpedagoger m.fl.",
    ]  # fmt: skip
    assert wrapped("Vård", 100) == ["Vård"]


@pytest.mark.browser
def test_a_browser_measures_the_same_boxes(tmp_path: Path) -> None:
    """In a sample of kinds: ends within 4 per cent and a point, our height inside the font's."""
    sample = ("bars-change", "stacked", "slopes", "map-kommuner", "multiples", "balance")
    with chromium() as page:
        for kind in sample:
            chart = KINDS[kind](UPPSALA)
            target = tmp_path / f"{kind}.html"
            target.write_text(_page(charts.draw(chart)), encoding="utf-8")
            page.get(target.as_uri())
            assert page.execute_script(
                "return document.fonts.ready.then(() => document.fonts.size)"
            )
            boxes = page.execute_script(
                "return [...document.querySelectorAll('svg text')].map(t => {"
                "const b = t.getBBox(); return [t.textContent, b.x, b.y, b.width, b.height]})"
            )
            texts = chart.scene().texts
            assert [box[0] for box in boxes] == [text.text for text in texts]
            for (_, x, y, width, height), text in zip(boxes, texts, strict=True):
                ours = text.box
                slack = 0.04 * width + 1
                assert abs(x - ours.left) <= slack, text
                assert abs(x + width - ours.right) <= slack, text
                assert width <= (ours.right - ours.left) * 1.015 + 0.6, text
                assert y <= ours.top + 0.1, text
                assert y + height >= ours.bottom - 0.1, text


@pytest.mark.browser
def test_a_reader_sees_ink_where_the_scene_says(tmp_path: Path) -> None:
    """A picture of the map: each label has dark ink inside its box, on light ground."""
    chart = KINDS["map-kommuner"](GOTLAND)
    with chromium() as page:
        target = tmp_path / "map.html"
        target.write_text(_page(charts.draw(chart)), encoding="utf-8")
        page.get(target.as_uri())
        assert page.execute_script("return document.fonts.ready.then(() => document.fonts.size)")
        picture = tmp_path / "map.png"
        page.save_screenshot(str(picture))
    with Image.open(picture) as shot:
        grey = shot.convert("L")
        for text in chart.scene().texts:
            box = text.box
            # 4 CSS pixels to 3 points
            found = grey.crop(
                tuple(round(v * 4 / 3) for v in (box.left, box.top, box.right, box.bottom))
            )
            low, high = found.getextrema()
            assert low < 110, text
            assert high > 240, text


def _page(drawing: str) -> str:
    """A drawing at its own size, in the fonts that the page carries."""
    css = (ROOT / "vagled_lmi/brief/templates/fonts.css").read_text(encoding="utf-8")
    regular = css.replace("Vagled Sans", fonts.FAMILY)
    bold = fonts.font_files()[2].as_uri()
    return (
        f"<!doctype html><meta charset=utf-8><style>{regular}"
        f"@font-face{{font-family:'{fonts.FAMILY}';font-weight:700;src:url('{bold}')}}"
        f"body{{margin:0}}svg{{display:block}}</style>{drawing}"
    )
