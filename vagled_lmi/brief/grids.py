"""Grids and rankings out of results: rows whose cells carry their numbers, and their chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vagled_lmi.brief import charts
from vagled_lmi.brief.blocks import Figure, Grid, Head
from vagled_lmi.brief.charts import Bar, Bars, Chart, said
from vagled_lmi.brief.charts.palette import HALF, WIDTH
from vagled_lmi.brief.language import Language, Segment, Sentence, Shown, Slots
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import Number

Content = Number | Shown | Segment | Region | Period | str


def cell(say: Language, content: Content) -> Segment:
    """Return a cell: a name or text as it is, or a number as the language writes it."""
    match content:
        case Segment():
            return content
        case Region() | Period():
            return Segment(say.label(content))
        case str():
            return Segment(content)
        case _:
            return say.value(content)


def grid(
    say: Language,
    caption: Sentence,
    heads: Sequence[str | Sentence],
    rows: Iterable[Sequence[Content]],
    *,
    texts: Sequence[int] = (),
) -> Grid:
    """Return a grid.

    Parameters
    ----------
    say : Language
        The edition's words.
    caption : Sentence
        What the table shows.
    heads : sequence of str or Sentence
        Head of each column, the row heads' first: ``year`` for the message ``head-year``.
    rows : iterable of sequences
        Row head, then the cells.
    texts : sequence of int, optional
        Positions of columns that hold words; the first always does.
    """
    columns = tuple(
        Head(
            say.sentence(f"head-{head}") if isinstance(head, str) else head,
            numeric=position > 0 and position not in texts,
        )
        for position, head in enumerate(heads)
    )
    cells = tuple(tuple(cell(say, content) for content in row) for row in rows)
    return Grid(caption, columns, cells)


def figure(  # noqa: PLR0913 - all that a figure consists of
    say: Language,
    name: str,
    chart: Chart,
    *,
    title: Sentence,
    caption: Sentence,
    table: Grid,
    tables: tuple[str, ...],
) -> Figure:
    """Return a figure: its drawing and its text alternative come from one data object.

    Parameters
    ----------
    say : Language
        The edition's words.
    name : str
        Id of the block.
    chart : Chart
        What is drawn.
    title, caption : Sentence
        Its claim; what it shows, with period and unit.
    table : Grid
        The same numbers as a table.
    tables : tuple of str
        What it rests on.
    """
    return Figure(
        id=name,
        title=title,
        svg=charts.draw(chart),
        alt=charts.alternative(say, chart),
        caption=caption,
        grid=table,
        tables=tables,
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a ranking: drawn as a bar, and written in the table beside.

    Attributes
    ----------
    name : Segment or Region
        Row head.
    drawn : Number or Shown
        What the bar shows.
    beside : tuple
        Further cells of the table.
    stressed : bool
        Whether the bar stands out.
    mark : Number or float, optional
        What the bar is compared with; a number of the table's, or the same for all.
    """

    name: Content
    drawn: Number | Shown
    beside: tuple[Content, ...] = ()
    stressed: bool = True
    mark: Number | float | None = None

    @property
    def value(self) -> Number:
        """The number that is drawn."""
        return self.drawn.number if isinstance(self.drawn, Shown) else self.drawn


@dataclass(frozen=True, slots=True)
class Ranking:
    """A figure of horizontal bars whose title, text, chart and table have one source.

    The messages ``NAME-title``, ``NAME-subject``, ``NAME-caption`` and, where it exists,
    ``NAME-grid`` are given `slots` and: ``count`` of the lines, ``first`` and ``last`` with
    ``first_value`` and ``last_value``.

    Attributes
    ----------
    name : str
        Id of the block and beginning of its messages.
    lines : tuple of Line
        From the top down; at least one.
    heads : tuple of str or Sentence
        Heads of the table's columns.
    tables : tuple of str
        What it rests on.
    slots : dict of str to slot
        For the messages.
    mark : str
        Message that says what the marks are; empty where there are none.
    half : bool
        Whether it may stand beside another such figure: its names are short.
    """

    name: str
    lines: tuple[Line, ...]
    heads: tuple[str | Sentence, ...]
    tables: tuple[str, ...]
    slots: Slots
    mark: str = ""
    half: bool = False

    def figure(self, say: Language) -> Figure:
        """Return the block in an edition's words."""
        caption = self._said(say, "caption")
        return figure(
            say,
            self.name,
            self._chart(say),
            title=self._said(say, "title"),
            caption=caption,
            table=grid(
                say,
                self._said(say, "grid") if say.has(f"{self.name}-grid") else caption,
                self.heads,
                [(line.name, line.drawn, *line.beside) for line in self.lines],
            ),
            tables=self.tables,
        )

    def _said(self, say: Language, kind: str) -> Sentence:
        first, last = self.lines[0], self.lines[-1]
        given: Slots = {
            "count": len(self.lines),
            "first": first.name,
            "first_value": first.drawn,
            "last": last.name,
            "last_value": last.drawn,
            **self.slots,
        }
        return say.sentence(f"{self.name}-{kind}", **given)

    def _chart(self, say: Language) -> Bars:
        marks = [m.length if isinstance(m, Number) else m for m in (ln.mark for ln in self.lines)]
        return Bars(
            tuple(
                Bar(
                    said(cell(say, line.name)),
                    line.value.length,
                    said(say.value(line.drawn)),
                    line.stressed,
                )
                for line in self.lines
            ),
            str(self._said(say, "subject")),
            mark=tuple(marks) if self.mark else (),
            mark_label=say.text(self.mark) if self.mark else "",
            width=HALF if self.half else WIDTH,
        )
