"""How one list of codes became another: retyped, replaced, split, merged, bounds moved.

Codes that only one of the lists has are paired from the surest sign to the weakest, each at most
once; what is left over is new or gone.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vagled_lmi.codes import regions
from vagled_lmi.revisions.wording import change, folded

CodeList = Mapping[str, str]
Kind = Literal[
    "retyped", "renamed", "bounds", "replaced", "moved", "split", "merged", "new", "gone", "order"
]

_INTERVAL = re.compile(r"(?<!\d)(\d{1,3})(?:-(\d{1,3})|\+)(?!\d)")
_MUNICIPALITY = re.compile(r"\d{4}")
#: The share of a list's four-digit codes that must be kommuner for it to be a list of regions.
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class CodeChange:
    """One thing that became of some codes.

    Attributes
    ----------
    kind : str
        ``retyped`` (a label's or code's typing), ``renamed`` (another label, same code), ``bounds``
        (an interval with another end), ``replaced`` (another code, same label), ``moved`` (a kommun
        to another län), ``split``, ``merged``, ``new``, ``gone``, ``order``.
    old, new : tuple of str
        Codes in the earlier and the later list; the same where only the label differs.
    """

    kind: Kind
    old: tuple[str, ...]
    new: tuple[str, ...]


def compare(old: CodeList, new: CodeList) -> list[CodeChange]:
    """Return what became of a list of codes.

    Parameters
    ----------
    old, new : mapping of str to str
        Code to label, in the agency's order.

    Returns
    -------
    list of CodeChange
        Every code that only one list has stands in exactly one of them; a code that both have,
        where its label differs.
    """
    found = list(_relabelled(old, new))
    kept = [code for code in old if code in new]
    if kept != [code for code in new if code in old]:
        found.append(CodeChange("order", tuple(kept), tuple(kept)))
    pairing = _Pairing(old, new)
    is_regions = _of_regions(old)
    pairing.one_to_one("retyped", lambda code, _: folded(code))
    pairing.one_to_one(
        lambda before, after: "moved" if is_regions and _moved(before, after) else "replaced",
        _bare,
    )
    pairing.intervals()
    pairing.families()
    pairing.bounds()
    return found + pairing.found + list(pairing.left_over())


def _relabelled(old: CodeList, new: CodeList) -> Iterator[CodeChange]:
    kinds: dict[str, Kind] = {"typing": "retyped", "figures": "bounds", "words": "renamed"}
    for code, label in old.items():
        how = change(label, new.get(code, label))
        if how != "none":
            yield CodeChange(kinds[how], (code,), (code,))


def _bare(code: str, label: str) -> str:
    """Return a folded label without the code that some agencies put before a name, "1917 Heby"."""
    name = label.strip().removeprefix(code).strip()
    return folded(name if name[:1].isupper() else label)  # "65 år" is no name


def _of_regions(codes: CodeList) -> bool:
    known = {region.code for region in regions()}
    four = [code for code in codes if _MUNICIPALITY.fullmatch(code)]
    return bool(four) and sum(code in known for code in four) >= _MOSTLY * len(four)


def _moved(before: str, after: str) -> bool:
    both = _MUNICIPALITY.fullmatch(before) and _MUNICIPALITY.fullmatch(after)
    return bool(both) and before[:2] != after[:2]


class _Pairing:
    """The codes that only one list has, and what they have been found to be."""

    def __init__(self, old: CodeList, new: CodeList) -> None:
        self.gone = {code: label for code, label in old.items() if code not in new}
        self.fresh = {code: label for code, label in new.items() if code not in old}
        self.found: list[CodeChange] = []

    def take(self, kind: Kind, old: Sequence[str], new: Sequence[str]) -> None:
        self.found.append(CodeChange(kind, tuple(old), tuple(new)))
        for code in old:
            self.gone.pop(code)
        for code in new:
            self.fresh.pop(code)

    def one_to_one(
        self, kind: Kind | Callable[[str, str], Kind], sign: Callable[[str, str], str]
    ) -> None:
        """Pair codes whose sign is the same, and no other's."""
        before, after = (_by_sign(codes, sign) for codes in (self.gone, self.fresh))
        for key, codes in before.items():
            if len(codes) == len(after.get(key, ())) == 1:
                (one,), (other,) = codes, after[key]
                self.take(kind if isinstance(kind, str) else kind(one, other), [one], [other])

    def intervals(self) -> None:
        """Find intervals that were cut into pieces, or put together from pieces."""
        for code, label in list(self.gone.items()):
            if pieces := _pieces(code, label, self.fresh):
                self.take("split", [code], pieces)
        for code, label in list(self.fresh.items()):
            if pieces := _pieces(code, label, self.gone):
                self.take("merged", pieces, [code])

    def families(self) -> None:
        """Find codes that begin with another's: 1210 that became 1211 and 1212."""
        for code, label in list(self.gone.items()):
            if len(children := _children(code, label, self.fresh)) > 1:
                self.take("split", [code], children)
        for code, label in list(self.fresh.items()):
            if len(children := _children(code, label, self.gone)) > 1:
                self.take("merged", children, [code])

    def bounds(self) -> None:
        """Pair intervals that share one end: 20-64 and 20-65."""
        for code, label in list(self.gone.items()):
            near = [
                other
                for other, text in self.fresh.items()
                if _near(_interval(code, label), _interval(other, text))
                and change(label, text) in ("figures", "typing")
            ]
            if near:
                self.take("bounds", [code], [min(near, key=lambda n: _gap(code, n))])

    def left_over(self) -> Iterator[CodeChange]:
        if self.gone:
            yield CodeChange("gone", tuple(self.gone), ())
        if self.fresh:
            yield CodeChange("new", (), tuple(self.fresh))


def _by_sign(codes: CodeList, sign: Callable[[str, str], str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for code, label in codes.items():
        found[sign(code, label)].append(code)
    return found


Ends = tuple[float, float]


def _interval(code: str, label: str) -> Ends | None:
    """Return the ends of an interval of ages or sizes, from its label, else from its code."""
    for text in (folded(label), folded(code)):
        if (match := _INTERVAL.search(text)) is not None:
            low, high = int(match[1]), float(match[2]) if match[2] else math.inf
            return (low, high) if low <= high else None
    return None


def _near(one: Ends | None, other: Ends | None) -> bool:
    return one is not None and other is not None and (one[0] == other[0]) != (one[1] == other[1])


def _gap(one: str, other: str) -> int:
    """Return how far apart the numbers of two codes are."""
    numbers = [[int(n) for n in re.findall(r"\d+", code)] for code in (one, other)]
    return sum(abs(a - b) for a, b in itertools.zip_longest(*numbers, fillvalue=0))


def _pieces(code: str, label: str, others: CodeList) -> list[str]:
    """Return the codes whose intervals together are this one's, without a gap; empty if none."""
    whole = _interval(code, label)
    if whole is None:
        return []
    ends = {other: _interval(other, text) for other, text in others.items()}
    inside = sorted(
        (end, other)
        for other, end in ends.items()
        if end is not None and whole[0] <= end[0] and end[1] <= whole[1] and end != whole
    )
    found: list[str] = []
    at = whole[0]
    for (low, high), other in inside:
        if low == at:
            found.append(other)
            at = high + 1
    return found if len(found) > 1 and at == whole[1] + 1 else []


def _children(code: str, label: str, others: CodeList) -> list[str]:
    """Return the codes that begin as this one does, or whose labels say its name and more."""
    stem = code.rstrip("0") or code
    telling = len(stem) > 1 or stem.isalpha()  # half of all codes begin with a 1
    name = _bare(code, label)
    return [
        other
        for other, text in others.items()
        if (telling and len(other) >= len(code) and other.startswith(stem))
        or (len(name) > 3 and _bare(other, text).startswith(f"{name},"))
    ]
