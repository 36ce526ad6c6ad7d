"""Charts as SVG with real text: horizontal bars, columns over time, stacked shares, paired dots.

Every bar, column and dot carries its value as text, formatted by the edition's language; colour is
never the only sign. The same numbers give the same bytes.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font

from vagled_lmi.brief import fonts

#: 5.2, 3.9 and 4.8 to 1 against white; apart in all three colour-vision simulations.
BLUE, VERMILION, GREY = "#0072B2", "#D55E00", "#6b7280"
_PALE = "#9ca3af"
_INK = "#1f2933"
_WIDTH = 454.0  # points: the width of the text on an A4 page
_SIZE = 9.5
_ROW = 19.0
_LINE = 11.5
_WRAP = 40
_STYLE: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "vagled_lmi",
    "font.family": fonts.FAMILY,
    "font.size": _SIZE,
    "text.color": _INK,
    "axes.linewidth": 0.8,
    "hatch.linewidth": 0.6,
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: its label, its value, and the value as text.

    Attributes
    ----------
    label : str
        Row head.
    value : float or None
        Length; None draws nothing but the text.
    text : str
        The value as the reader sees it.
    stressed : bool
        Drawn in blue; the others in grey.
    """

    label: str
    value: float | None
    text: str
    stressed: bool = True


@dataclass(frozen=True, slots=True)
class Dots:
    """One row of a dot chart: a label, one dot a series (None draws none), and a value in words."""

    label: str
    values: tuple[float | None, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the key: a box, with hatching or not, a marker, or a ``stroke``."""

    name: str
    colour: str
    hatch: str = ""
    marker: str = ""


def bars(rows: Sequence[Bar], *, mark: Sequence[float | None] = (), mark_label: str = "") -> str:
    """Draw horizontal bars from zero, in the order given, each with its value at its end.

    Parameters
    ----------
    rows : sequence of Bar
        From the top down.
    mark : sequence of float or None, optional
        A value to compare each row with, drawn as a vertical stroke.
    mark_label : str
        What the strokes are.

    Returns
    -------
    str
        SVG.
    """
    labels = [_wrapped(row.label) for row in rows]
    heights = [max(_ROW, _LINE * len(lines) + 5) for lines in labels]
    legend = 18.0 if mark else 0.0
    with _drawing():
        figure, axes, left = _canvas(labels, sum(heights) + legend, top=legend)
        centres = _centres(heights)
        largest = max([row.value or 0.0 for row in rows] + [m or 0.0 for m in mark] + [1e-9])
        widest = max(_text_width(row.text) for row in rows)
        room = _WIDTH - left - widest - 10
        axes.set_xlim(0, largest * (_WIDTH - left) / room)
        axes.set_ylim(sum(heights), 0)
        per_point = largest / room
        for row, centre, lines in zip(rows, centres, labels, strict=True):
            axes.barh(centre, row.value or 0.0, height=11.5, color=BLUE if row.stressed else _PALE)
            end = max(row.value or 0.0, 0.0)
            position = rows.index(row)
            if mark and mark[position] is not None:
                stroke = mark[position] or 0.0
                axes.plot([stroke, stroke], [centre - 8, centre + 8], color=VERMILION, lw=2)
                if end <= stroke < end + (_text_width(row.text) + 8) * per_point:
                    end = stroke
            axes.text(end + 5 * per_point, centre, row.text, va="center", ha="left")
            _row_label(axes, lines, centre, bold=row.stressed and any(not r.stressed for r in rows))
        axes.axvline(0, color=GREY, lw=0.8)
        if mark:
            _key(
                figure,
                left,
                sum(heights) + legend,
                [_Entry(mark_label, VERMILION, marker="stroke")],
            )
        return _svg(figure)


def columns(rows: Sequence[Bar]) -> str:
    """Draw columns from zero over time, oldest first, each with its value above it."""
    height = 150.0
    with _drawing():
        figure = Figure(figsize=(_WIDTH / 72, (height + 34) / 72))
        axes = figure.add_axes((0.01, 20 / (height + 34), 0.98, (height - 4) / (height + 34)))
        _bare(axes)
        largest = max(row.value or 0.0 for row in rows)
        for position, row in enumerate(rows):
            axes.bar(position, row.value or 0.0, width=0.62, color=BLUE if row.stressed else _PALE)
            axes.text(
                position, (row.value or 0.0) + largest * 0.02, row.text, ha="center", va="bottom"
            )
            axes.text(position, -largest * 0.03, row.label, ha="center", va="top")
        axes.axhline(0, color=GREY, lw=0.8)
        axes.set_ylim(0, largest * 1.12)
        axes.set_xlim(-0.6, len(rows) - 0.4)
        return _svg(figure)


def stacked(
    labels: Sequence[str], series: Sequence[tuple[str, Sequence[tuple[float, str]]]]
) -> str:
    """Draw one stacked bar a row, the parts told apart by shade, hatching and printed values.

    Parameters
    ----------
    labels : sequence of str
        Row heads, from the top down.
    series : sequence of (str, sequence of (float, str))
        Name of a part, and its value and text in each row; three parts at most.
    """
    looks = ((BLUE, "", "white"), ("#a8cfe6", "", _INK), ("#e5e7eb", "///", _INK))
    wrapped = [_wrapped(label) for label in labels]
    heights = [24.0] * len(labels)
    legend = 20.0
    with _drawing():
        figure, axes, left = _canvas(wrapped, sum(heights) + legend, top=legend)
        centres = _centres(heights)
        totals = [sum(values[row][0] for _, values in series) for row in range(len(labels))]
        axes.set_xlim(0, max(totals) * 1.005)
        axes.set_ylim(sum(heights), 0)
        for row, (centre, lines) in enumerate(zip(centres, wrapped, strict=True)):
            start = 0.0
            for (_, values), (colour, hatch, ink) in zip(series, looks, strict=False):
                value, text = values[row]
                axes.barh(
                    centre, value, left=start, height=17, color=colour, hatch=hatch,
                    edgecolor="white" if not hatch else GREY, linewidth=0.8,
                )  # fmt: skip
                box = {"facecolor": "white", "edgecolor": "none", "pad": 1.2} if hatch else None
                axes.text(
                    start + value / 2, centre, text, ha="center", va="center", color=ink, bbox=box
                )
                start += value
            _row_label(axes, lines, centre, bold=row == 0)
        entries = [
            _Entry(name, colour, hatch=hatch)
            for (colour, hatch, _), (name, _) in zip(looks, series, strict=False)
        ]
        _key(figure, left, sum(heights) + legend, entries)
        return _svg(figure)


def dots(rows: Sequence[Dots], names: Sequence[str], low: float, high: float) -> str:
    """Draw one line of dots a row, a shape and a colour a series, the row's text at its end.

    Parameters
    ----------
    rows : sequence of Dots
        From the top down.
    names : sequence of str
        Names of the series; three at most.
    low, high : float
        Ends of the axis.
    """
    looks = (("o", VERMILION), ("s", GREY), ("D", BLUE))
    wrapped = [_wrapped(row.label) for row in rows]
    heights = [max(_ROW + 2, _LINE * len(lines) + 5) for lines in wrapped]
    legend, axis = 20.0, 18.0
    with _drawing():
        figure, axes, left = _canvas(wrapped, sum(heights) + legend + axis, top=legend, bottom=axis)
        axes.set_xlim(low, high + (high - low) * 0.17)
        axes.set_ylim(sum(heights), 0)
        for row, centre, lines in zip(rows, _centres(heights), wrapped, strict=True):
            there = [value for value in row.values if value is not None]
            if there:
                axes.plot([min(there), max(there)], [centre] * 2, color=_PALE, lw=2, zorder=1)
            for value, (shape, colour) in zip(row.values, looks, strict=False):
                if value is not None:
                    axes.plot(value, centre, shape, color=colour, ms=6.5, zorder=2)
            axes.text(high + (high - low) * 0.03, centre, row.text, va="center", ha="left")
            _row_label(axes, lines, centre, bold=False)
        for tick in range(int(low), int(high) + 1, 10):
            axes.axvline(tick, color="#e5e7eb", lw=0.8, zorder=0)
            axes.text(tick, sum(heights) + 4, str(tick), ha="center", va="top", color=GREY)
        entries = [
            _Entry(name, colour, marker=shape)
            for (shape, colour), name in zip(looks, names, strict=False)
        ]
        _key(figure, left, sum(heights) + legend + axis, entries)
        return _svg(figure)


@contextmanager
def _drawing() -> Iterator[None]:
    """Draw in the house's typeface and with text that stays text."""
    fonts.register_with_matplotlib()
    with mpl.rc_context(_STYLE):
        yield


def _canvas(
    labels: Sequence[Sequence[str]], height: float, top: float = 0.0, bottom: float = 0.0
) -> tuple[Figure, Any, float]:
    """Return a figure whose axes begin to the right of the widest label."""
    left = max(_text_width(line) for lines in labels for line in lines) + 12
    figure = Figure(figsize=(_WIDTH / 72, height / 72))
    area = (left / _WIDTH, bottom / height, 1 - left / _WIDTH, (height - top - bottom) / height)
    axes = figure.add_axes(area)
    _bare(axes)
    return figure, axes, left


def _bare(axes: Any) -> None:
    axes.set_xticks([])
    axes.set_yticks([])
    axes.spines[:].set_visible(False)
    axes.patch.set_visible(False)


def _centres(heights: Sequence[float]) -> list[float]:
    tops = [sum(heights[:row]) for row in range(len(heights))]
    return [top + height / 2 for top, height in zip(tops, heights, strict=True)]


def _row_label(axes: Any, lines: Sequence[str], centre: float, *, bold: bool) -> None:
    first = centre - _LINE * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        axes.annotate(
            line, (0, first + _LINE * number), xycoords=("axes fraction", "data"),
            xytext=(-8, 0), textcoords="offset points", ha="right", va="center",
            fontweight="bold" if bold else "normal", annotation_clip=False,
        )  # fmt: skip


def _key(figure: Figure, left: float, height: float, entries: Sequence[_Entry]) -> None:
    """Draw what the colours and shapes mean, on one line at the top."""
    axes = figure.add_axes((0, (height - 16) / height, 1, 16 / height))
    _bare(axes)
    axes.set_xlim(0, _WIDTH)
    axes.set_ylim(0, 16)
    at = left
    for entry in entries:
        if entry.marker == "stroke":
            axes.plot([at + 4] * 2, [3, 13], color=entry.colour, lw=2)
        elif entry.marker:
            axes.plot(at + 4, 8, entry.marker, color=entry.colour, ms=6.5)
        else:
            axes.bar(
                at + 5, 9, width=10, bottom=3.5, color=entry.colour, hatch=entry.hatch,
                edgecolor=GREY if entry.hatch else entry.colour, linewidth=0.8,
            )  # fmt: skip
        axes.text(at + 14, 8, entry.name, va="center", ha="left")
        at += 14 + _text_width(entry.name) + 18


def _wrapped(label: str) -> list[str]:
    return textwrap.wrap(label, _WRAP, break_long_words=True) or [""]


@lru_cache(maxsize=1)
def _font() -> Any:
    fonts.register_with_matplotlib()
    return get_font(findfont(FontProperties(family=fonts.FAMILY, weight="bold")))


@lru_cache(maxsize=4096)
def _text_width(text: str) -> float:
    """Width in points, in the bold face: never too narrow for the regular one."""
    font = _font()
    font.set_size(_SIZE, 72)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / 64


def _svg(figure: Figure) -> str:
    FigureCanvasSVG(figure)
    sink = io.StringIO()
    figure.savefig(sink, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    text = sink.getvalue()
    return text[text.index("<svg") :]
