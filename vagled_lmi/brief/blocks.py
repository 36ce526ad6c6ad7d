"""What a brief is made of: number, claim, figure, table, note, steps; the text of each in runs.

A block displays itself in JupyterLab as HTML and carries its machine form under the project's own
MIME type. The document is collected from the machine forms alone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from html import escape
from typing import Any, ClassVar

from vagled_lmi.brief.language import Segment, Sentence
from vagled_lmi.indicators.protocol import Number

MIME = "application/vnd.vagled.block+json"


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its text, and whether the cells are numbers."""

    label: Sentence
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose first column holds the row heads.

    Attributes
    ----------
    caption : Sentence
        What the table shows, with period and unit.
    columns : tuple of Head
        At least two.
    rows : tuple of tuple of Segment
        As many cells a row as there are columns.
    """

    caption: Sentence
    columns: tuple[Head, ...]
    rows: tuple[tuple[Segment, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """Return the grid as the document's schema has it."""
        return {
            "caption": sentence_json(self.caption),
            "columns": [
                {"label": sentence_json(head.label), "numeric": head.numeric}
                for head in self.columns
            ],
            "rows": [[_segment(cell) for cell in row] for row in self.rows],
        }

    def segments(self) -> Iterator[Segment]:
        """Yield every run of text: the caption's, the heads', the cells."""
        yield from self.caption
        for head in self.columns:
            yield from head.label
        for row in self.rows:
            yield from row

    def to_html(self) -> str:
        """Return the grid for JupyterLab, folded under its caption."""
        aligned = [f' style="text-align:{"right" if h.numeric else "left"}"' for h in self.columns]
        head = "".join(
            f'<th scope="col"{align}>{html_runs(column.label)}</th>'
            for column, align in zip(self.columns, aligned, strict=True)
        )
        body = "".join(
            f'<tr><th scope="row"{aligned[0]}>{html_runs(row[:1])}</th>'
            + "".join(
                f"<td{align}>{html_runs((cell,))}</td>"
                for cell, align in zip(row[1:], aligned[1:], strict=True)
            )
            + "</tr>"
            for row in self.rows
        )
        return (
            f"<details open><summary>{html_runs(self.caption)}</summary>"
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
            elif isinstance(content, tuple):
                machine[name] = [sentence_json(sentence) for sentence in content]
            else:
                machine[name] = content if isinstance(content, str) else sentence_json(content)
        return {**machine, "verdicts": list(self._verdicts()), "sources": list(self.tables)}

    def numbers(self) -> dict[str, Number]:
        """Return the values that the block shows or draws a verdict from, by address."""
        shown = {s.number.address: s.number for s in self.segments() if s.number is not None}
        for sentence in self._sentences():
            for _, verdict in sentence.verdicts:
                shown |= {number.address: number for number in verdict.numbers}
        return shown

    def segments(self) -> Iterator[Segment]:
        """Yield every run of text that may show a value."""
        for _, content in self._contents():
            if isinstance(content, Grid):
                yield from content.segments()
            elif isinstance(content, tuple):
                for sentence in content:
                    yield from sentence
            elif not isinstance(content, str):
                yield from content

    def _sentences(self) -> Iterator[Sentence]:
        for _, content in self._contents():
            if isinstance(content, Sentence):
                yield content
            elif isinstance(content, tuple):
                yield from content

    def _verdicts(self) -> Iterator[dict[str, Any]]:
        seen = set()
        for sentence in self._sentences():
            for slot, verdict in sentence.verdicts:
                numbers = tuple(number.address for number in verdict.numbers)
                if (slot, verdict.rule, numbers) not in seen:
                    seen.add((slot, verdict.rule, numbers))
                    yield {
                        "slot": slot,
                        "rule": verdict.rule,
                        "word": verdict.word,
                        "numbers": list(numbers),
                        "limits": dict(verdict.limits),
                    }

    def _contents(self) -> Iterator[tuple[str, str | Sentence | Grid | tuple[Sentence, ...]]]:
        for field in fields(self):
            if field.name != "tables":
                yield field.name, getattr(self, field.name)


@dataclass(frozen=True, slots=True)
class NumberBlock(Block):
    """One key figure with its label and a line that puts it in its place."""

    kind = "number"
    label: Sentence
    value: Sentence
    detail: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        value = f'<strong style="font-size:1.8em">{html_runs(self.value)}</strong>'
        return (
            '<div style="border-left:4px solid #0072B2;padding:0 0 0 12px;margin:0 0 12px">'
            f"{html_runs(self.label)}<br>{value}<br>{html_runs(self.detail)}</div>"
        )


@dataclass(frozen=True, slots=True)
class Claim(Block):
    """A sentence produced by a rule over the numbers."""

    kind = "claim"
    text: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        return f"<p>{html_runs(self.text)}</p>"


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A chart whose title is its claim, with a text alternative and its data as a table."""

    kind = "figure"
    title: Sentence
    svg: str
    alt: Sentence
    caption: Sentence
    grid: Grid

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        # as a picture of its own: JupyterLab takes drawings out of notebooks it does not trust,
        # and the styles of one would reach the others
        drawing = self.svg.replace("'Source Sans Pro'", "'Source Sans Pro', sans-serif")
        address = b64encode(drawing.encode()).decode()
        caption = "" if self.caption == self.grid.caption else f"<p>{html_runs(self.caption)}</p>"
        title = f"<strong>{html_runs(self.title)}</strong>"
        return (
            '<figure style="margin:0 0 12px">'
            f'<figcaption style="margin:0 0 8px">{title}</figcaption>'
            f'<img src="data:image/svg+xml;base64,{address}" alt="{escape(str(self.alt))}" '
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
        return f"<p><strong>{html_runs(self.title)}</strong></p>{self.grid.to_html()}"


@dataclass(frozen=True, slots=True)
class Note(Block):
    """What a reader must know before using the numbers around it."""

    kind = "note"
    title: Sentence
    text: Sentence

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        title, text = html_runs(self.title), html_runs(self.text)
        return f"<blockquote><strong>{title}</strong> {text}</blockquote>"


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """A way to go, one step after the other."""

    kind = "steps"
    title: Sentence
    steps: tuple[Sentence, ...]

    def to_html(self) -> str:
        """Return the block for JupyterLab."""
        items = "".join(f"<li>{html_runs(step)}</li>" for step in self.steps)
        return f"<p><strong>{html_runs(self.title)}</strong></p><ol>{items}</ol>"


def _segment(segment: Segment) -> dict[str, str]:
    machine = {"text": segment.text}
    if segment.number is not None:
        machine["number"] = segment.number.address
    if segment.lang:
        machine["lang"] = segment.lang
    return machine


def sentence_json(sentence: Sentence) -> list[dict[str, str]]:
    """Return runs of text as the document's schema has them."""
    return [_segment(segment) for segment in sentence]


def html_runs(runs: Iterable[Segment]) -> str:
    """Return runs of text for JupyterLab; each value shows its address when pointed at."""
    return "".join(map(_run, runs))


def _run(segment: Segment) -> str:
    lang = f' lang="{escape(segment.lang)}"' if segment.lang else ""
    address = f' title="{escape(segment.number.address)}"' if segment.number is not None else ""
    text = escape(segment.text)
    return f"<span{lang}{address}>{text}</span>" if lang or address else text
