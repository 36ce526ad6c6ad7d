"""What a brief is made of: number, claim, figure, table, note.

A block displays itself in JupyterLab as HTML and carries its machine form under the project's own
MIME type. The document is collected from the machine forms alone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from base64 import b64encode
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
        """Return the grid for JupyterLab, folded under its caption."""
        aligned = [f' style="text-align:{"right" if h.numeric else "left"}"' for h in self.columns]
        head = "".join(
            f'<th scope="col"{align}>{escape(column.label)}</th>'
            for column, align in zip(self.columns, aligned, strict=True)
        )
        body = "".join(
            f'<tr><th scope="row"{aligned[0]}>{_html(row[:1])}</th>'
            + "".join(
                f"<td{align}>{_html((cell,))}</td>"
                for cell, align in zip(row[1:], aligned[1:], strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        return (
            f"<details open><summary>{escape(self.caption)}</summary>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></details>"
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
            '<div style="border-left:4px solid #0072B2;padding:0 0 0 12px;margin:0 0 12px">'
            f'{escape(self.label)}<br><strong style="font-size:1.8em">{_html(self.value)}</strong>'
            f"<br>{_html(self.detail)}</div>"
        )


@dataclass(frozen=True, slots=True)
class Claim(Block):
    """A sentence produced by a rule over the numbers."""

    kind = "claim"
    text: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return f"<p>{_html(self.text)}</p>"


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
        # as a picture of its own: JupyterLab takes drawings out of notebooks it does not trust,
        # and the styles of one would reach the others
        drawing = self.svg.replace("'Source Sans Pro'", "'Source Sans Pro', sans-serif")
        address = b64encode(drawing.encode()).decode()
        caption = "" if self.caption == self.grid.caption else f"<p>{escape(self.caption)}</p>"
        return (
            '<figure style="margin:0 0 12px">'
            f'<figcaption style="margin:0 0 8px"><strong>{_html(self.title)}</strong></figcaption>'
            f'<img src="data:image/svg+xml;base64,{address}" alt="{escape(self.alt)}" '
            'style="background:#fff;padding:8px;min-width:450px">'
            f"{caption}{self.grid.to_html()}</figure>"
        )


@dataclass(frozen=True, slots=True)
class TableBlock(Block):
    """A table whose title is its claim."""

    kind = "table"
    title: Sentence
    grid: Grid

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return f"<p><strong>{_html(self.title)}</strong></p>{self.grid.to_html()}"


@dataclass(frozen=True, slots=True)
class Note(Block):
    """What a reader must know before using the numbers around it."""

    kind = "note"
    title: str
    text: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return f"<blockquote><strong>{escape(self.title)}</strong> {_html(self.text)}</blockquote>"


def _segment(segment: Segment) -> dict[str, str]:
    if segment.number is None:
        return {"text": segment.text}
    return {"text": segment.text, "number": segment.number.address}


def _sentence(sentence: Sentence) -> list[dict[str, str]]:
    return [_segment(segment) for segment in sentence]


def _html(sentence: Sentence) -> str:
    """Return a sentence for JupyterLab; each value shows its address when pointed at."""
    return "".join(
        escape(segment.text)
        if segment.number is None
        else f'<span title="{escape(segment.number.address)}">{escape(segment.text)}</span>'
        for segment in sentence
    )
