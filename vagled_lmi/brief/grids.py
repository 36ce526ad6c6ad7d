"""Grids and bars out of results: cells that carry their numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vagled_lmi.brief.blocks import Grid, Head
from vagled_lmi.brief.language import Language, Segment, Shown
from vagled_lmi.indicators.protocol import Number

Content = Number | Shown | str


def cell(say: Language, content: Content) -> Segment:
    """Return a cell: a text as it is, or a number as the language writes it."""
    if isinstance(content, str):
        return Segment(content)
    number = content.number if isinstance(content, Shown) else content
    return Segment(say.value(content), number)


def grid(
    say: Language,
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[Content]],
    *,
    texts: Sequence[int] = (),
) -> Grid:
    """Return a grid.

    Parameters
    ----------
    say : Language
        The edition's words.
    caption : str
        What the table shows.
    heads : sequence of str
        Head of each column, the row heads' first.
    rows : iterable of sequences
        Row head, then the cells.
    texts : sequence of int, optional
        Positions of columns that hold words; the first always does.
    """
    columns = tuple(
        Head(label, numeric=position > 0 and position not in texts)
        for position, label in enumerate(heads)
    )
    cells = tuple(tuple(cell(say, content) for content in row) for row in rows)
    return Grid(caption, columns, cells)


def listing(say: Language, items: Sequence[str]) -> str:
    """Join items as running text does: ``a, b och c``, or ``a, b samt c och d``."""
    if len(items) < 2:
        return "".join(items)
    compound = any(f" {say.text('and')} " in item for item in items)
    return f"{', '.join(items[:-1])} {say.text('as-well-as' if compound else 'and')} {items[-1]}"
