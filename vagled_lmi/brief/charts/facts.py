"""What a chart shows, in words: range, extremes, trend and gaps, from the data it draws.

A fact is a message of the catalogue and what goes in its slots; the values in them are the texts
that the chart itself prints, so that picture and words cannot differ.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from vagled_lmi.brief.charts.scene import Scene
from vagled_lmi.brief.language import Language, Segment, Sentence, Slot, listing, merged

#: A text alternative is read aloud without a pause: it holds no more letters than this.
LONGEST = 400
_SUBJECT_LENGTH, _NAME_LENGTH = 220, 60
_NAMES = 3

Direction = Literal["up", "down", "same"]


class Said(str):
    """A text that a chart prints and that still knows its run: its number's address, its language.

    Charts are laid out and drawn from plain texts; what is said of them needs the runs.
    """

    __slots__ = ("segment",)
    segment: Segment

    def __new__(cls, segment: Segment) -> Said:
        """Return the text of a run."""
        text = super().__new__(cls, segment.text)
        text.segment = segment
        return text


def said(run: Segment | Sentence) -> Said:
    """Return a run, or a sentence whose runs become one, as a chart prints it."""
    return Said(run if isinstance(run, Segment) else Segment(str(run)))


@dataclass(frozen=True, slots=True)
class Names:
    """A few names, and how many more there are."""

    shown: tuple[Segment, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to say: a message of the catalogue, and its slots."""

    message: str
    slots: Mapping[str, str | int | Names]

    def sentence(self, say: Language) -> Sentence:
        """Return it in an edition's words."""
        return say.sentence(self.message, **{n: _slot(say, s) for n, s in self.slots.items()})


def _slot(say: Language, content: str | int | Names) -> Slot:
    match content:
        case Said():
            return content.segment
        case Names():
            shown = listing(say, content.shown)
            if content.more:
                return say.sentence("chart-names", names=shown, more=content.more)
            return shown
        case _:
            return content


class Chart(ABC):
    """The data of one chart: what is drawn, and what is said of it.

    Attributes
    ----------
    subject : str
        What the values are, with unit, place and period: the alternative text begins with it.
    """

    __slots__ = ()
    subject: str

    @abstractmethod
    def scene(self) -> Scene:
        """Lay the chart out."""

    @abstractmethod
    def facts(self) -> Iterator[Fact]:
        """Yield what it shows, the most important first."""


def alternative(say: Language, chart: Chart) -> Sentence:
    """Return a chart's text alternative, in an edition's words.

    Parameters
    ----------
    say : Language
        The edition's words.
    chart : Chart
        What is drawn.

    Returns
    -------
    Sentence
        Whole sentences, at most `LONGEST` letters; what is least important is left out first.
    """
    runs: list[Segment] = []
    length = 0
    for fact in chart.facts():
        said = _ended(fact.sentence(say).segments)
        length += sum(len(segment.text) for segment in said) + bool(runs)
        if length > LONGEST:
            break
        runs += [Segment(" ")] * bool(runs) + list(said)
    return Sentence(merged(runs))


def _ended(runs: Sequence[Segment]) -> Sequence[Segment]:
    """Return a sentence without its full stop where a name's own ends it: ``m.fl.``."""
    if not "".join(run.text for run in runs).endswith(".."):
        return runs
    last = replace(runs[-1], text=runs[-1].text[:-1])
    return [*runs[:-1], last] if last.text else runs[:-1]


def fact(message: str, **slots: str | int | Names) -> Fact:
    """Return a fact whose message is ``chart-MESSAGE``."""
    return Fact(f"chart-{message}", slots)


def opening(kind: str, chart: Chart, **slots: str | int | Names) -> Fact:
    """Return the first fact of a chart: its kind, and what it is about.

    Raises
    ------
    ValueError
        When the chart does not say what it is about.
    """
    if not chart.subject:
        raise ValueError(f"a chart of {kind} without a subject has no text alternative")
    return fact(kind, subject=_cut(chart.subject, _SUBJECT_LENGTH), **slots)


def extremes(rows: Iterable[tuple[str, float | None, str]]) -> Iterator[Fact]:
    """Yield the range of some rows, and for which a value is missing.

    Parameters
    ----------
    rows : iterable of (str, float or None, str)
        Name, value, and the value as the chart prints it.
    """
    every = list(rows)
    known = [(name, value, text) for name, value, text in every if value is not None]
    if known:
        high, low = max(v for _, v, _ in known), min(v for _, v, _ in known)
        slots: dict[str, str | Names] = {
            "high": next(text for _, v, text in known if v == high),
            "low": next(text for _, v, text in known if v == low),
            "highest": names([name for name, v, _ in known if v == high]),
            "lowest": names([name for name, v, _ in known if v == low]),
        }
        if len(known) == 1:
            yield fact("only", name=slots["highest"], value=slots["high"])
        elif high == low:
            yield fact("alike", value=slots["high"], count=len(known))
        else:
            yield fact("range", **slots)
    yield from gaps((name, text) for name, value, text in every if value is None)


def gaps(without: Iterable[tuple[str, str]]) -> Iterator[Fact]:
    """Yield which rows have no value, by what stands in its place: too few, nearly all."""
    lacking: dict[str, list[str]] = {}
    for name, text in without:
        lacking.setdefault(text, []).append(name)
    for text, of in lacking.items():
        yield fact("gaps", names=names(of), text=_first(text, of))


def _first(text: str, of: Sequence[str]) -> str:
    """Return the text of several rows as no number: the address of one alone would mislead."""
    return str(text) if len(of) > 1 else text


def trend(
    name: str,
    points: Sequence[tuple[str, float | None, str]],
    noise: float = 0.0,
) -> Iterator[Fact]:
    """Yield where a series begins and ends, and its extremes where they lie between.

    Parameters
    ----------
    name : str
        Of the series; empty where there is only one.
    points : sequence of (str, float or None, str)
        Period, value, and the value as the chart prints it, the oldest first.
    noise : float
        A change smaller than this is called none.
    """
    known = [(period, value, text) for period, value, text in points if value is not None]
    if not known:
        return
    first, last = known[0], known[-1]
    if len(known) == 1:
        yield fact("only", name=names([f"{name}, {last[0]}" if name else last[0]]), value=last[2])
        return
    kind = "trend" if name else "course"
    yield fact(
        f"{kind}-{direction(last[1] - first[1], noise)}",
        name=names([name]), first=first[2], since=first[0], last=last[2], until=last[0],
    )  # fmt: skip
    ends = {first[1], last[1]}
    high = max(known, key=lambda point: point[1])
    low = min(known, key=lambda point: point[1])
    if high[1] not in ends:
        yield fact("peak", value=high[2], when=high[0])
    if low[1] not in ends:
        yield fact("trough", value=low[2], when=low[0])


def direction(change: float, noise: float = 0.0) -> Direction:
    """Return which way a change goes, or that there is none larger than the noise."""
    if change == 0 or abs(change) < noise:
        return "same"
    return "up" if change > 0 else "down"


def names(of: Sequence[str]) -> Names:
    """Return a few names in a row, and how many more there are."""
    return Names(tuple(map(_name, of[:_NAMES])), max(len(of) - _NAMES, 0))


def _name(text: str) -> Segment:
    run = text.segment if isinstance(text, Said) else Segment(text)
    return replace(run, text=_cut(run.text, _NAME_LENGTH))


def _cut(text: str, most: int) -> str:
    """Shorten a text that is too long, between two words where it has any."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return kept.rpartition(" ")[0].rstrip(",") + "…" if " " in kept else kept + "…"
