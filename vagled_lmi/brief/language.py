"""An edition's words: messages with slots, and numbers as the language writes them.

A sentence is formatted from a message and comes back as segments, so that every number in it keeps
its address. Text that fills a slot is data: it is put in place after the message has been read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from vagled_lmi.codes import quote
from vagled_lmi.errors import UsageError
from vagled_lmi.indicators.protocol import Number

#: Editions that have a catalogue, and the language tag each is read aloud in.
EDITIONS = {"sv": "sv-SE"}

_NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"
_OPEN, _CLOSE = "\ue000", "\ue001"  # private use: never in a message
_SLOT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")

_FILLED_BY_RENDERER = ("n", "name", "page", "pages", "version")

_LAST_LETTERS = str.maketrans("åäö", "{|}")
# names of messages are plain ASCII
_ASCII = str.maketrans("åäö ", "aao-")

Form = Literal["plain", "signed", "size"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text; where it shows a value, the value with its address."""

    text: str
    number: Number | None = None


Sentence = tuple[Segment, ...]


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


Slot = Number | Shown | str | int


class Language:
    """The words of one edition.

    Parameters
    ----------
    edition : str
        One of `EDITIONS`.

    Raises
    ------
    UsageError
        When there is no such edition.
    """

    def __init__(self, edition: str) -> None:
        if edition not in EDITIONS:
            raise UsageError(
                f"Okänd utgåva {quote(edition)}.", f"Tillåtet är {', '.join(EDITIONS)}."
            )
        self.edition = edition
        self.tag = EDITIONS[edition]
        self._bundle = _bundle(edition)

    def sentence(self, message: str, **slots: Slot) -> Sentence:
        """Format a message.

        Parameters
        ----------
        message : str
            Its id in the catalogue.
        **slots
            Numbers, shown with their addresses; texts, put in as they are; whole numbers and the
            variants of a selector (a text that the message chooses by).

        Returns
        -------
        tuple of Segment

        Raises
        ------
        LookupError
            When the catalogue has no such message or the message asks for a slot that is not given:
            a fault of the program, never of the reader.
        """
        fillings: list[Segment] = []
        arguments: dict[str, str | int] = {}
        for name, slot in slots.items():
            if isinstance(slot, int) or (isinstance(slot, str) and name.startswith("is_")):
                arguments[name] = slot
                continue
            arguments[name] = f"{_OPEN}{len(fillings)}{_CLOSE}"
            fillings.append(self._filling(slot))
        return _fill(self._format(message, arguments), fillings)

    def text(self, message: str, **slots: Slot) -> str:
        """Format a message as plain text."""
        return "".join(segment.text for segment in self.sentence(message, **slots))

    def words(self, prefix: str, names: tuple[str, ...]) -> dict[str, str]:
        """Return the messages ``prefix-name`` for several names: furniture of the page.

        A slot of `_FILLED_BY_RENDERER` comes out in braces, ``{page}``.
        """
        slots = {slot: f"{{{slot}}}" for slot in _FILLED_BY_RENDERER}
        return {name: self._format(f"{prefix}-{name.replace('_', '-')}", slots) for name in names}

    def occupation(self, code: str, label: str) -> str:
        """Return an occupation's name as it reads inside a sentence.

        The register's own labels are made for tables; where one would read badly, the catalogue has
        ``occupation-CODE``. Else the label begins with a small letter and loses its "m.fl.".
        """
        if self._bundle.has_message(f"occupation-{code}"):
            return self._format(f"occupation-{code}", {})
        bare = label.removesuffix(" m.fl.")
        return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]

    def value(self, slot: Number | Shown) -> str:
        """Return a value as the language writes it; a missing one says so."""
        shown = slot if isinstance(slot, Shown) else Shown(slot)
        number = shown.number
        if number.value is None:
            return self._format("no-value", {})
        if isinstance(number.value, str):
            return self.class_name(number.value)
        decimals = number.column.decimals if shown.decimals is None else shown.decimals
        return numeral(number.value, decimals, self.tag, shown.form)

    def class_name(self, name: str) -> str:
        """Return a class in the reader's words where the agency's own are a code."""
        message = f"class-{name.translate(_ASCII)}"
        return self._format(message, {}) if self._bundle.has_message(message) else name

    def _filling(self, slot: Number | Shown | str) -> Segment:
        if isinstance(slot, str):
            return Segment(slot)
        number = slot.number if isinstance(slot, Shown) else slot
        return Segment(self.value(slot), number)

    def _format(self, message: str, arguments: Mapping[str, str | int]) -> str:
        found = self._bundle.get_message(message) if self._bundle.has_message(message) else None
        if found is None or found.value is None:
            raise LookupError(f"no message {message!r} in edition {self.edition}")
        text, errors = self._bundle.format_pattern(found.value, dict(arguments))
        if errors:
            raise LookupError(f"message {message!r} in edition {self.edition}: {errors[0]}")
        return str(text)


def _fill(text: str, fillings: list[Segment]) -> Sentence:
    segments = []
    for position, piece in enumerate(_SLOT.split(text)):
        if position % 2:
            segments.append(fillings[int(piece)])
        elif piece:
            segments.append(Segment(piece))
    merged: list[Segment] = []
    for segment in segments:
        if merged and merged[-1].number is None and segment.number is None:
            merged[-1] = Segment(merged[-1].text + segment.text)
        else:
            merged.append(segment)
    return tuple(merged)


def numeral(value: float, decimals: int, tag: str, form: Form = "plain") -> str:
    """Write a number as a language does, rounded half up.

    Parameters
    ----------
    value : float
        The number.
    decimals : int
        Digits after the decimal sign; negative rounds to tens, hundreds.
    tag : str
        Language tag, ``sv-SE``: decimal comma, narrow no-break space between thousands.
    form : {'plain', 'signed', 'size'}
        See `Shown`.
    """
    exact = Decimal(repr(float(value)))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
    shown = abs(rounded) if form == "size" or rounded == 0 else rounded
    pattern = "#,##0" + ("." + "0" * decimals if decimals > 0 else "")
    text = format_decimal(
        shown.quantize(Decimal(1).scaleb(-max(decimals, 0))), pattern, tag.replace("-", "_")
    )
    text = text.replace("\N{NO-BREAK SPACE}", _NARROW_SPACE).replace("-", _MINUS)
    return f"+{text}" if form == "signed" and rounded > 0 else text


def alphabetical(text: str) -> str:
    """Return a key that sorts as Swedish does: å, ä, ö last and in that order."""
    return text.casefold().translate(_LAST_LETTERS)


@lru_cache(maxsize=len(EDITIONS))
def _bundle(edition: str) -> FluentBundle:
    catalogue = files("vagled_lmi.brief") / "messages" / f"{edition}.ftl"
    bundle = FluentBundle([EDITIONS[edition]], use_isolating=False)
    bundle.add_resource(FluentResource(catalogue.read_text(encoding="utf-8")))
    return bundle
