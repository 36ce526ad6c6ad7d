"""The pictures of `docs/charts.md`, drawn by a real browser.

``python -m tests.brief.charts.gallery`` writes them. Each shows a chart of `samples` with what it
is about; what is made up says exempeldata.
"""

from __future__ import annotations

import base64
import io
import sys
import tempfile
from html import escape
from pathlib import Path

from PIL import Image

from tests.brief.charts.samples import KINDS
from tests.browser import chromium, resize
from vagled_lmi.brief import charts, fonts
from vagled_lmi.codes import Region

FOLDER = Path(__file__).parents[3] / "docs" / "images" / "charts"
#: A kind of chart, the sample that shows it, and the län it is drawn for.
SHOWN = {
    "Bars": ("bars-change", "03"),
    "Columns": ("columns-many", "25"),
    "Stacked": ("stacked", "14"),
    "DotRows": ("dots", "05"),
    "Dumbbell": ("dumbbell", "01"),
    "Lines": ("lines-breaks", "01"),
    "Fan": ("fan", "03"),
    "Fan-unknown": ("fan-unknown", "03"),
    "Slopes": ("slopes", "25"),
    "Multiples": ("multiples", "25"),
    "Choropleth": ("map-kommuner", "14"),
    "Choropleth-counties": ("map-counties", "09"),
    "Balance": ("balance", "03"),
}
_WIDTH, _COLOURS = 640, 128


def page(chart: charts.Chart) -> str:
    """A chart with what it is about, in the house's typeface."""
    faces = "".join(
        f"@font-face{{font-family:'{fonts.FAMILY}';font-weight:{weight};src:url('{path.as_uri()}')}}"
        for weight, path in zip((400, 600, 700), fonts.font_files(), strict=True)
    )
    return (
        f"<!doctype html><meta charset=utf-8><style>{faces}"
        f"body{{margin:12px;font:14px '{fonts.FAMILY}';color:#4b5563}}"
        "svg{display:block;width:100%;height:auto;margin-bottom:8px}</style>"
        f"{charts.draw(chart)}{escape(chart.subject)}."
    )


def main() -> None:
    """Draw and write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with chromium() as browser, tempfile.TemporaryDirectory() as scratch:
        for name, (kind, region) in SHOWN.items():
            target = Path(scratch) / "chart.html"
            target.write_text(page(KINDS[kind](Region(region))), encoding="utf-8")
            resize(browser, _WIDTH, 200)
            browser.get(target.as_uri())
            height = browser.execute_script(
                "return document.fonts.ready.then(() => document.body.scrollHeight + 24)"
            )
            resize(browser, _WIDTH, int(height))
            shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]
            with Image.open(io.BytesIO(base64.b64decode(shot))) as picture:
                few = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
                few.save(FOLDER / f"{name.lower()}.png", optimize=True)
            size = (FOLDER / f"{name.lower()}.png").stat().st_size
            sys.stdout.write(f"{name.lower()}.png {size // 1000} kB\n")


if __name__ == "__main__":
    main()
