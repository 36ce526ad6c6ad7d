"""Charts of the made-up brief: invented figures, and every view says exempeldata."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from vagled_lmi.brief import fonts

BLUE, VERMILION, GREY, INK = "#0072B2", "#D55E00", "#6b7280", "#1f2933"
YEARS = list(range(2014, 2025))
OCCUPATIONS = (
    "Undersköterskor, hemtjänst och äldreboende",
    "Grundskollärare",
    "Elektriker, installation och service",
    "Mjukvaru- och systemutvecklare",
    "Lastbilsförare",
    "Kockar och kallskänkor",
    "Butikssäljare, fackhandel",
    "Snickare och träarbetare",
)
MUNICIPALITIES = (
    "Norrby",
    "Söderköpinge",
    "Ängelsta",
    "Östra Åmåla",
    "Västerlösa",
    "Hällefors-Kila",
)


def swedish(value: float, decimals: int = 0) -> str:
    """Return a number the Swedish way: narrow no-break space in thousands, decimal comma."""
    return f"{value:,.{decimals}f}".replace(",", "\u202f").replace(".", ",")


def _svg(draw: Callable[[Figure], None], height: float) -> str:
    """Draw a chart as SVG with real text, the same bytes every time."""
    fonts.register_with_matplotlib()
    settings = {
        "svg.fonttype": "none",
        "svg.hashsalt": "exempeldata",
        "font.family": fonts.FAMILY,
        "font.size": 9,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": "#9ca3af",
        "xtick.color": INK,
        "ytick.color": INK,
        "text.color": INK,
        "axes.titlesize": 9,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(6.5, height), layout="constrained")
        draw(figure)
        buffer = io.StringIO()
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    text = buffer.getvalue()
    return text[text.index("<svg") :]


def _trend(axes: Axes, values: Sequence[float], colour: str, style: str = "-") -> None:
    axes.plot(YEARS, values, style, color=colour, linewidth=1.8)


def employed() -> list[tuple[float, float]]:
    """Return the invented share in work, region and riket, one pair a year."""
    return [(78.2 + 0.32 * i + 0.5 * math.sin(i), 78.9 + 0.22 * i) for i in range(len(YEARS))]


def _line(figure: Figure) -> None:
    axes = figure.subplots()
    region, riket = zip(*employed(), strict=True)
    _trend(axes, riket, GREY, "--")
    _trend(axes, region, BLUE)
    low = [value - 0.8 for value in region]
    high = [value + 0.8 for value in region]
    axes.fill_between(YEARS, low, high, color=BLUE, alpha=0.12, linewidth=0)
    away = {"textcoords": "offset points", "va": "center"}
    axes.annotate("Exempellän", (2024, region[-1]), (6, 5), color=BLUE, fontweight=600, **away)
    axes.annotate("Riket", (2024, riket[-1]), (6, -6), color="#4b5563", **away)
    axes.set_xlim(2014, 2026)
    axes.set_xticks(YEARS[::2])
    axes.set_title("Andel sysselsatta 20–64 år, procent (exempeldata)", loc="left")
    axes.grid(axis="y", color="#e5e7eb", linewidth=0.6)


def _bars(figure: Figure) -> None:
    axes = figure.subplots()
    values = [round(3400 / (i + 1.3)) for i in range(len(OCCUPATIONS))]
    axes.barh(range(len(values)), values, color=BLUE, height=0.62)
    axes.set_yticks(range(len(values)), OCCUPATIONS)
    axes.invert_yaxis()
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    for row, value in enumerate(values):
        axes.annotate(swedish(value), (value, row), (4, 0), textcoords="offset points", va="center")
    axes.set_title("Väntas gå i pension 2025–2030, antal (exempeldata)", loc="left")


def _multiples(figure: Figure) -> None:
    grid = figure.subplots(2, 3, sharex=True, sharey=True).ravel()
    for i, (axes, name) in enumerate(zip(grid, MUNICIPALITIES, strict=True)):
        _trend(axes, [value for value, _ in employed()], "#9ca3af")
        _trend(axes, [value - 3 + i for value, _ in employed()], BLUE)
        axes.set_title(name, loc="left", fontweight=600)
        axes.set_xticks([2014, 2024])
    figure.suptitle("Exempeldata. Grått: hela länet", x=0.02, ha="left", fontsize=9)


def _heat(figure: Figure) -> None:
    axes = figure.subplots()
    values = [[(7 * row + 5 * column) % 60 + 20 for column in range(4)] for row in range(5)]
    axes.pcolormesh(values, cmap="cividis", edgecolor="white", linewidth=2)
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            colour = "white" if value < 50 else INK
            axes.text(column + 0.5, row + 0.5, f"{value} %", ha="center", va="center", color=colour)
    axes.set_xticks([0.5, 1.5, 2.5, 3.5], ["Högskola", "Yrkeshögskola", "Komvux", "Folkhögskola"])
    axes.set_yticks([i + 0.5 for i in range(5)], MUNICIPALITIES[:5])
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_title("Andel som läser vidare, procent (exempeldata)", loc="left")


@lru_cache(maxsize=1)
def charts() -> dict[str, str]:
    """Return the four charts of the sample, drawn once."""
    return {
        "line": _svg(_line, 2.7),
        "bars": _svg(_bars, 2.9),
        "multiples": _svg(_multiples, 3.2),
        "heat": _svg(_heat, 2.6),
    }
