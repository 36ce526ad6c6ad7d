"""What a brief is made of: number, claim, figure, table, note.

A block displays itself in JupyterLab as HTML and carries its machine form under the project's own
MIME type. The document is collected from the machine forms alone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, fields
from html import escape
from typing import Any, ClassVar

from vagled_lmi.brief.language import Segment, Sentence
from vagled_lmi.indicators.protocol import Number

MIME = "application/vnd.vagled.block+json"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its text, and whether the cells are numbers."""

    label: str
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose first column holds the row heads.

    Attributes
    ----------
    caption : str
        What the table shows, with period and unit.
    columns : tuple of Head
        At least two.
    rows : tuple of tuple of Segment
        As many cells a row as there are columns.
    """

    caption: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[Segment, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """Return the grid as the document's schema has it."""
        return {
            "caption": self.caption,
            "columns": [{"label": head.label, "numeric": head.numeric} for head in self.columns],
            "rows": [[_segment(cell) for cell in row] for row in self.rows],
        }

    def segments(self) -> Iterator[Segment]:
        """Yield every cell."""
        for row in self.rows:
            yield from row

    def to_html(self) -> str:
        """Return the grid for JupyterLab."""
        head = "".join(f'<th scope="col">{escape(h.label)}</th>' for h in self.columns)
        body = "".join(
            f'<tr><th scope="row">{escape(row[0].text)}</th>'
            + "".join(f"<td>{escape(cell.text)}</td>" for cell in row[1:])
            + "</tr>"
            for row in self.rows
        )
        return (
            f"<table><caption>{escape(self.caption)}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


@dataclass(frozen=True, slots=True)
class Block(ABC):
    """A piece of a brief.

    Attributes
    ----------
    id : str
        Unique in the brief.
    tables : tuple of str
        Ids of the tables it rests on, to be cited.
    """

    kind: ClassVar[str]
    id: str
    tables: tuple[str, ...]

    @abstractmethod
    def to_html(self) -> str:
        """Return the block for JupyterLab."""

    def to_json(self) -> dict[str, Any]:
        """Return the block as the document's schema has it."""
        machine: dict[str, Any] = {"kind": self.kind}
        for name, content in self._contents():
            if isinstance(content, Grid):
                machine["table"] = content.to_json()
            else:
                machine[name] = content if isinstance(content, str) else _sentence(content)
        return {**machine, "sources": list(self.tables)}

    def numbers(self) -> dict[str, Number]:
        """Return the values the block shows, by address."""
        return {s.number.address: s.number for s in self.segments() if s.number is not None}

    def segments(self) -> Iterator[Segment]:
        """Yield every run of text that may show a value."""
        for _, content in self._contents():
            if isinstance(content, Grid):
                yield from content.segments()
            elif not isinstance(content, str):
                yield from content

    def _contents(self) -> Iterator[tuple[str, str | Sentence | Grid]]:
        for field in fields(self):
            if field.name != "tables":
                yield field.name, getattr(self, field.name)


@dataclass(frozen=True, slots=True)
class NumberBlock(Block):
    """One key figure with its label and a line that puts it in its place."""

    kind = "number"
    label: str
    value: Sentence
    detail: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return (
            f"<p><strong>{escape(self.label)}: {_plain(self.value)}</strong><br>"
            f"{_plain(self.detail)}</p>"
        )


@dataclass(frozen=True, slots=True)
class Claim(Block):
    """A sentence produced by a rule over the numbers."""

    kind = "claim"
    text: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return f"<p>{_plain(self.text)}</p>"


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A chart whose title is its claim, with a text alternative and its data as a table."""

    kind = "figure"
    title: Sentence
    svg: str
    alt: str
    caption: str
    grid: Grid

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return (
            f'<figure role="img" aria-label="{escape(self.alt)}">'
            f"<figcaption><strong>{_plain(self.title)}</strong></figcaption>{self.svg}"
            f"<p>{escape(self.caption)}</p></figure>{self.grid.to_html()}"
        )


@dataclass(frozen=True, slots=True)
class TableBlock(Block):
    """A table whose title is its claim."""

    kind = "table"
    title: Sentence
    grid: Grid

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return f"<p><strong>{_plain(self.title)}</strong></p>{self.grid.to_html()}"


@dataclass(frozen=True, slots=True)
class Note(Block):
    """What a reader must know before using the numbers around it."""

    kind = "note"
    title: str
    text: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return f"<blockquote><strong>{escape(self.title)}</strong> {_plain(self.text)}</blockquote>"


def _segment(segment: Segment) -> dict[str, str]:
    if segment.number is None:
        return {"text": segment.text}
    return {"text": segment.text, "number": segment.number.address}


def _sentence(sentence: Sentence) -> list[dict[str, str]]:
    return [_segment(segment) for segment in sentence]


def _plain(sentence: Sentence) -> str:
    return escape("".join(segment.text for segment in sentence))
