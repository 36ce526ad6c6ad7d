"""An edition's words: messages with slots, and names and numbers as the language writes them.

A sentence is formatted from a message and comes back as segments, so that every number in it keeps
its address, and every run in another language says which. What fills a slot is data: it is put in
place after the message has been read. A message chooses how a slot is shown by calling a function:
``IN_TEN($share)``, ``MONTH($period)``; so every edition has the same slots.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from babel.dates import get_month_names

from vagled_lmi.brief.editions import BASE, Catalogue
from vagled_lmi.brief.names import full_name, genitive, lowered, occupation_names, registered
from vagled_lmi.brief.numerals import Form, in_ten, numeral, plural
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period, Region, ssyk_labels
from vagled_lmi.indicators.protocol import Number

_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: never in a message
_SLOT = re.compile(f"{_OPEN}(\\d+)(?::([a-z_]+))?{_CLOSE}")

_FILLED_BY_RENDERER = ("n", "name", "page", "pages", "version")

_LAST_LETTERS = str.maketrans("åäö", "{|}")
# names of messages are plain ASCII
_ASCII = str.maketrans("åäöÅÄÖ ,/", "aaoaao---")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text; where it shows a value, the value with its address.

    Attributes
    ----------
    text : str
        As the reader sees it.
    number : Number, optional
        The value it shows.
    lang : str
        Language tag where the run is in another language than the edition; else empty.
    """

    text: str
    number: Number | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Runs of text, and the verdicts that chose its words.

    Attributes
    ----------
    segments : tuple of Segment
        In order.
    verdicts : tuple of (str, Verdict)
        The slot that each verdict fills, and the verdict.
    """

    segments: tuple[Segment, ...]
    verdicts: tuple[tuple[str, Verdict], ...] = ()

    def __iter__(self) -> Iterator[Segment]:
        """Iterate over the runs."""
        return iter(self.segments)

    def __str__(self) -> str:
        """Return the text alone."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the page's furniture; `lang` where it is in another language than the edition."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A number and how a sentence shows it.

    Attributes
    ----------
    number : Number
        The value.
    form : {'plain', 'signed', 'size'}
        As it is, always with a sign, or without its sign ("minskade med 300").
    decimals : int, optional
        Other than the measure's own.
    """

    number: Number
    form: Form = "plain"
    decimals: int | None = None

    @property
    def places(self) -> int:
        """Decimals shown."""
        return self.number.column.decimals if self.decimals is None else self.decimals


Slot = Number | Shown | Region | Period | Segment | Sentence | str | int
Slots = dict[str, Slot | Verdict]


class _Marker(str):
    """Stands for a slot while its message is read; knows the number that a plural is chosen by."""

    quantity: tuple[float, int] | None = None

    def shown_as(self, form: str) -> _Marker:
        """Return the same slot in another form."""
        return _Marker(f"{self[:-1]}:{form}{_CLOSE}")


def _form(name: str) -> Callable[[_Marker], _Marker]:
    return lambda slot: slot.shown_as(name)


@lru_cache(maxsize=8)
def _functions(tag: str) -> Mapping[str, Callable[..., str]]:
    """Return what messages may call: other forms of a slot, and the plural that a number takes."""

    def plural_of(slot: _Marker) -> str:
        if slot.quantity is None:
            raise LookupError(f"no plural of {slot!r}")
        value, decimals = slot.quantity
        return plural(value, decimals, tag)

    forms = ("genitive", "in_ten", "month", "short", "year")
    return MappingProxyType({**{f.upper(): _form(f) for f in forms}, "PLURAL": plural_of})


class Language:
    """The words of one edition.

    Parameters
    ----------
    edition : str
        One of `vagled_lmi.brief.editions.editions`.

    Raises
    ------
    UsageError
        When there is no such edition.
    """

    def __init__(self, edition: str) -> None:
        tag = Catalogue(edition, {}).tag
        self._catalogue = Catalogue(edition, _functions(tag))
        self.edition = edition
        self.tag = tag
        self._base = self if edition == BASE else Language(BASE)

    @property
    def foreign(self) -> str:
        """The tag of Swedish where the edition is not in Swedish; else empty."""
        return "" if self._same_language else self._base.tag

    @property
    def _same_language(self) -> bool:
        return self.tag.partition("-")[0] == self._base.tag.partition("-")[0]

    # --- sentences

    def sentence(self, message: str, **slots: Slot | Verdict) -> Sentence:
        """Format a message.

        Parameters
        ----------
        message : str
            Its id in the catalogue.
        **slots
            Numbers, shown with their addresses; regions and periods; names and sentences, put in
            as they are; whole numbers that are limits of ours; under a name that begins with
            ``is_``, a verdict or a text that the message chooses its words by.

        Returns
        -------
        Sentence
            In Swedish and marked so where the edition has no such message.

        Raises
        ------
        LookupError
            When no catalogue has such a message or it asks for a slot that is not given: a fault
            of the program, never of the reader.
        """
        if not self._catalogue.has(message) and self._base is not self:
            return self._marked(self._base.sentence(message, **slots))
        fillings: list[Slot] = []
        arguments: dict[str, str] = {}
        verdicts: list[tuple[str, Verdict]] = []
        for name, slot in slots.items():
            if isinstance(slot, Verdict):
                arguments[name] = slot.word
                verdicts.append((name, slot))
            elif name.startswith("is_"):
                arguments[name] = str(slot)
            else:
                arguments[name] = _marker(len(fillings), slot)
                fillings.append(slot)
                verdicts += slot.verdicts if isinstance(slot, Sentence) else ()
        text = self._catalogue.format(message, arguments)
        return Sentence(merged(self._filled(text, fillings)), tuple(verdicts))

    def text(self, message: str, **slots: Slot | Verdict) -> str:
        """Format a message as plain text."""
        return str(self.sentence(message, **slots))

    def has(self, message: str) -> bool:
        """Return whether the edition, or Swedish behind it, has a message."""
        return self._catalogue.has(message) or (self._base is not self and self._base.has(message))

    def words(self, prefix: str, names: Iterable[str]) -> dict[str, Word]:
        """Return the messages ``prefix-name`` for several names: furniture of the page.

        A slot of `_FILLED_BY_RENDERER` comes out in braces, ``{page}``.
        """
        slots = {slot: Segment(f"{{{slot}}}") for slot in _FILLED_BY_RENDERER}
        found = {}
        for name in names:
            said = self.sentence(f"{prefix}-{name.replace('_', '-')}", **slots)
            found[name] = Word(str(said), said.segments[0].lang if said.segments else "")
        return found

    # --- names and values

    def name(self, text: str) -> Segment:
        """Return a name that exists in Swedish alone: an occupation's, an agency's, a table's."""
        return Segment(text, lang=self.foreign)

    def label(self, slot: Region | Period, form: str = "short") -> str:
        """Return the name of a region or a period: short for charts and heads of rows, or full."""
        return self._named(slot, form)

    def age(self, code: str) -> str:
        """Return an age group in words: ``10–19 år``, ``100 år och äldre``."""
        first, _, last = code.partition("+")[0].partition("-")
        return self.text("age", first=first, last=last, is_open_ended="no" if last else "yes")

    def occupation_name(self, code: str, label: str = "") -> Segment:
        """Return the name in tables of an occupation, by its SSYK code of four digits.

        In the edition's language where SCB names it so, else in Swedish. `label` is the Swedish
        name where the group is Arbetsförmedlingen's and not SCB's.
        """
        own = self._named_by_scb(code, label)
        return Segment(own) if own else self.name(label or ssyk_labels()[code])

    def occupation(self, code: str, label: str = "") -> Segment:
        """Return an occupation's name as it reads inside a sentence.

        SCB's own names are made for tables; where one would read badly, the catalogue has
        ``occupation-CODE``. Else the name is in small letters and loses its "m.fl.". Parameters as
        of `occupation_name`.
        """
        message, own = f"occupation-{code}", self._named_by_scb(code, label)
        if own and not self._catalogue.has(message):
            return Segment(" ".join(map(lowered, own.split(" "))))
        if self.has(message):
            return self.sentence(message).segments[0]
        label = label or ssyk_labels()[code]
        return self.name(lowered(label.removesuffix(" m.fl.")))

    def judged(self, name: str) -> Segment:
        """Return an occupation of Yrkesbarometern; as SCB's where the register has that name."""
        code = "" if self._same_language else registered(name)
        return self.occupation_name(code) if code else self.name(name)

    def _named_by_scb(self, code: str, label: str) -> str | None:
        """Return SCB's name in the edition's language, of a group that is SCB's by its label."""
        if self._same_language or label not in ("", ssyk_labels().get(code)):
            return None
        return occupation_names(self.tag.partition("-")[0]).get(code)

    def field(self, name: str) -> Segment:
        """Return a field of work as it reads inside a sentence."""
        shown = self.class_name(name)
        return replace(shown, text=lowered(shown.text))

    def value(self, slot: Number | Shown) -> Segment:
        """Return a value as the language writes it; a missing one says so."""
        return self._value(slot, "")

    def share_in_ten(self, per_cent: float) -> str:
        """Return a share in per cent as so many in ten: ``drygt 7 av 10``."""
        count, base, near = in_ten(per_cent)
        return self.text("in-ten", count=count, base=base, is_near=near)

    def class_name(self, name: str) -> Segment:
        """Return a class in the reader's words; the agency's own where the catalogue has none."""
        message = f"class-{name.translate(_ASCII).lower()}"
        return self.sentence(message).segments[0] if self.has(message) else self.name(name)

    def _value(self, slot: Number | Shown, form: str) -> Segment:
        shown = slot if isinstance(slot, Shown) else Shown(slot)
        number = shown.number
        if number.value is None:
            said = self.sentence("no-value").segments[0]
        elif isinstance(number.value, str):
            said = self.class_name(number.value)
        elif form == "in_ten":
            said = Segment(self.share_in_ten(number.value))
        else:
            said = Segment(numeral(number.value, shown.places, self.tag, shown.form))
        return replace(said, number=number)

    def _filled(self, text: str, fillings: list[Slot]) -> Iterator[Segment]:
        pieces = _SLOT.split(text)
        for plain, position, form in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=False):
            yield Segment(plain)
            yield from self._filling(fillings[int(position)], form or "")
        yield Segment(pieces[-1])

    def _filling(self, slot: Slot, form: str) -> Iterable[Segment]:
        match slot:
            case Number() | Shown():
                return (self._value(slot, form),)
            case Region() | Period():
                return (Segment(self._named(slot, form)),)
            case Segment():
                return (slot,)
            case Sentence():
                return slot.segments
            case int():
                return (Segment(numeral(slot, 0, self.tag)),)
            case _:
                return (Segment(slot),)

    def _named(self, slot: Region | Period, form: str) -> str:
        if isinstance(slot, Region):
            return self._region(slot, form)
        if form == "year":
            return f"{slot.year}"
        months = get_month_names("wide", locale=self.tag.replace("-", "_"))
        month = str(months.get(slot.part, ""))
        if form == "month":
            return month
        years = slot.code.replace("-", "–") if slot.kind == "span" else slot.code
        return self.text(
            f"period-{slot.kind.replace('_', '-')}",
            month=month,
            year=f"{slot.year}",
            part=f"{slot.part}",
            code=years,
            is_term="spring" if slot.part == 1 else "autumn",
        )

    def _region(self, region: Region, form: str) -> str:
        long = self.text(
            f"region-{region.level.replace('_', '-')}",
            name=full_name(region),
            short=region.short,
        )
        if form == "short" and region.level == "municipality":
            return region.short
        if form == "genitive":
            return genitive(long) if self._same_language else f"{long}’s"
        return long

    def _marked(self, sentence: Sentence) -> Sentence:
        """Mark runs of the base edition with their language where it is not this edition's."""
        segments = tuple(
            segment if segment.lang or not self.foreign else replace(segment, lang=self.foreign)
            for segment in sentence
        )
        return Sentence(segments, sentence.verdicts)


def _marker(position: int, slot: Slot) -> _Marker:
    marker = _Marker(f"{_OPEN}{position}{_CLOSE}")
    if isinstance(slot, int):
        marker.quantity = (float(slot), 0)
    elif isinstance(slot, Number | Shown):
        shown = slot if isinstance(slot, Shown) else Shown(slot)
        if isinstance(shown.number.value, float):
            marker.quantity = (shown.number.value, shown.places)
    return marker


def merged(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Join runs that differ in nothing, and leave out the empty ones."""
    merged: list[Segment] = []
    for segment in segments:
        last = merged[-1] if merged else None
        if not segment.text:
            continue
        if last and last.number is None and segment.number is None and last.lang == segment.lang:
            merged[-1] = replace(last, text=last.text + segment.text)
        else:
            merged.append(segment)
    return tuple(merged)


def listing(say: Language, items: Iterable[Segment | str]) -> Sentence:
    """Join names as running text does: ``a, b och c``, or ``a, b samt c och d``."""
    names = [item if isinstance(item, Segment) else Segment(item) for item in items]
    compound = any(f" {say.text('and')} " in f" {name.text} " for name in names)
    last = Segment(f" {say.text('as-well-as' if compound else 'and')} ")
    runs: list[Segment] = []
    for position, name in enumerate(names):
        if position:
            runs.append(last if position == len(names) - 1 else Segment(", "))
        runs.append(name)
    return Sentence(merged(runs))


def alphabetical(text: str) -> str:
    """Return a key that sorts as Swedish does: å, ä, ö last and in that order."""
    return text.casefold().translate(_LAST_LETTERS)
