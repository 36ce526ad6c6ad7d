"""What a JSON-stat 2 dataset says about itself: dimensions, labels, units, notes, roles.

Part of `vagled_lmi.jsonstat`, which is what others import. Source: JSON-stat 2.0,
https://json-stat.org/full/. PxWeb adds `extension.px` and says `unit.base` for `unit.label`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import NoneType
from typing import Any, TypeVar

from vagled_lmi.errors import DecodeError

VALUE, STATUS = "value", "status"

_AGAIN = "Hämta svaret på nytt; kvarstår felet ligger det hos myndigheten."
_KINDS = {
    dict: "ett objekt", list: "en lista", str: "text", int: "ett heltal", float: "ett decimaltal",
    bool: "sant eller falskt", NoneType: "null",
}  # fmt: skip
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Unit:
    """Unit of a measure: the agency's name of it ("antal") and the decimals it publishes."""

    base: str | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Dimension:
    """What the agency says about one dimension.

    Attributes
    ----------
    id : str
        The agency's code of the dimension, and the column of the frame.
    label : str
        Name for readers; the id where the agency gives none.
    labels : dict of str to str
        Category code to text, in the payload's order; the code where the agency gives no text.
    role : str or None
        ``time``, ``geo`` or ``metric``. SCB never says ``geo``.
    units : dict of str to Unit
        By category code; of a ``metric`` dimension.
    notes : tuple of str
        Footnotes to the dimension.
    category_notes : dict of str to tuple of str
        Footnotes by category code.
    extension : dict
        As it came: PxWeb's ``elimination``, ``codelists``, ``refperiod``, ``measuringType``.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    role: str | None = None
    units: Mapping[str, Unit] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    category_notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extension: Mapping[str, Any] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """Category codes in the payload's order."""
        return tuple(self.labels)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the agency says about a dataset, apart from its numbers.

    Attributes
    ----------
    dimensions : dict of str to Dimension
        By id, in the order of the frame's columns.
    label, source, updated : str or None
        Title, agency, and the agency's own stamp of last update, as they came.
    notes : tuple of str
        Footnotes to the whole.
    extension : dict
        As it came: PxWeb's ``px``, ``contact``, ``noteMandatory``.
    """

    dimensions: Mapping[str, Dimension]
    label: str | None = None
    source: str | None = None
    updated: str | None = None
    notes: tuple[str, ...] = ()
    extension: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sizes(self) -> tuple[int, ...]:
        """Number of categories of each dimension."""
        return tuple(len(dimension.labels) for dimension in self.dimensions.values())

    @property
    def cells(self) -> int:
        """Number of cells: the product of the sizes."""
        return math.prod(self.sizes) if all(self.sizes) else 0

    @property
    def roles(self) -> dict[str, tuple[str, ...]]:
        """Ids of the dimensions in each role."""
        given = [(d.role, d.id) for d in self.dimensions.values() if d.role is not None]
        return {role: tuple(i for r, i in given if r == role) for role, _ in given}

    @property
    def units(self) -> dict[str, Unit]:
        """Unit of each measure by its code."""
        return {code: unit for d in self.dimensions.values() for code, unit in d.units.items()}

    @property
    def px(self) -> Mapping[str, Any]:
        """What PxWeb says of the table (`extension.px`); empty from other agencies."""
        return part(self.extension, "px", dict, "extension") or {}

    @property
    def table_id(self) -> str | None:
        """PxWeb's id of the table, ``TAB6471``."""
        return part(self.px, "tableid", str, "extension.px")

    @property
    def aggregation_allowed(self) -> bool | None:
        """Whether the agency allows sums over cells; None where it does not say."""
        return part(self.px, "aggregallowed", bool, "extension.px")


def parse(document: object) -> Metadata:
    """Read the metadata of a decoded JSON-stat 2 dataset.

    Parameters
    ----------
    document : object
        The JSON document; its ``value`` and ``status`` are not looked at.

    Returns
    -------
    Metadata
        With as many codes in each dimension as its size says, each once.

    Raises
    ------
    DecodeError
        If it is not a JSON-stat 2 dataset or contradicts itself; names the dimension at fault.
    """
    root = _root(document)
    ids, sizes = _ids_and_sizes(root)
    roles = _roles(root, ids)
    described = part(root, "dimension", dict, "roten") or {}
    dimensions = {}
    for name, size in zip(ids, sizes, strict=True):
        about = part(described, name, dict, "dimension")
        if about is None:
            raise bad(f'Dimensionen "{name}" står i id men beskrivs inte i dimension.')
        dimensions[name] = _dimension(name, size, about, roles.get(name))
    return Metadata(
        dimensions=dimensions,
        label=part(root, "label", str, "roten"),
        source=part(root, "source", str, "roten"),
        updated=part(root, "updated", str, "roten"),
        notes=_notes(root, "note", "roten"),
        extension=part(root, "extension", dict, "roten") or {},
    )


def build(metadata: Metadata) -> dict[str, Any]:
    """Return the JSON document that `parse` reads as `metadata`; what is not given is left out."""
    root = {
        "version": "2.0", "class": "dataset",
        "label": metadata.label, "source": metadata.source, "updated": metadata.updated,
        "note": metadata.notes, "role": metadata.roles,
        "id": list(metadata.dimensions), "size": metadata.sizes,
        "dimension": {name: _described(d) for name, d in metadata.dimensions.items()},
        "extension": metadata.extension,
    }  # fmt: skip
    return _given(root, always=("id", "size", "dimension"))


def bad(message: str, hint: str = _AGAIN) -> DecodeError:
    """Return the error for an answer that contradicts itself."""
    return DecodeError(message, hint)


def kind(thing: object) -> str:
    """Name the JSON type of a thing, in Swedish."""
    return _KINDS.get(type(thing), type(thing).__name__)


def part(parent: Mapping[str, Any], key: str, wanted: type[_T], where: str) -> _T | None:
    """Return a part of a JSON object, None where it is absent or null; refuse other types."""
    found = parent.get(key)
    if found is None or type(found) is wanted:  # not isinstance: True is no number
        return found
    raise bad(f'"{key}" i {where} ska vara {_KINDS[wanted]}, inte {kind(found)}.')


def amount(number: int) -> str:
    """Write a count; Python refuses to print integers of more than 4 300 digits."""
    return str(number) if number < 10**18 else "över 10^18"


def _notes(parent: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    text = parent.get(key)
    return (text,) if isinstance(text, str) else _texts(parent, key, where)


def _texts(parent: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    texts = part(parent, key, list, where) or []
    for text in texts:
        if not isinstance(text, str):
            raise bad(f'"{key}" i {where} ska vara text, inte {kind(text)}.')
    return tuple(texts)


def _some(names: Iterable[str], at_most: int = 8) -> str:
    shown = [f'"{name}"' for name in names]
    return ", ".join(shown[:at_most]) + (" ..." if len(shown) > at_most else "")


def _repeated(codes: list[str]) -> str:
    return Counter(codes).most_common(1)[0][0]


def _root(document: object) -> dict[str, Any]:
    if not isinstance(document, dict):
        raise bad(f"Svaret är {kind(document)}, inte ett JSON-stat-objekt.")
    if (of := document.get("class")) in ("collection", "dimension"):
        raise bad(
            f'Svaret är JSON-stat av klassen "{of}"; bara klassen "dataset" har tal att läsa.',
            "Hämta ett dataset i stället.",
        )
    version = str(document.get("version", "2.0"))
    if of != "dataset" or "id" not in document or not version.startswith("2"):
        raise bad(
            f"Svaret är inte ett dataset i JSON-stat 2; det har nycklarna {_some(document)}.",
            "Begär formatet json-stat2. JSON-stat 1 läses inte.",
        )
    return document


def _ids_and_sizes(root: dict[str, Any]) -> tuple[list[str], list[int]]:
    ids = list(_texts(root, "id", "roten"))
    sizes = part(root, "size", list, "roten") or []
    if len(ids) != len(set(ids)):
        raise bad(f'Dimensionen "{_repeated(ids)}" står flera gånger i id.')
    if reserved := {VALUE, STATUS} & set(ids):
        raise bad(f'Dimensionen "{min(reserved)}" heter som en av kolumnerna value och status.')
    if len(ids) != len(sizes):
        raise bad(f"id har {len(ids)} dimensioner ({_some(ids)}) men size har {len(sizes)} tal.")
    for name, size in zip(ids, sizes, strict=True):
        if type(size) is not int or size < 0:
            raise bad(f'Dimensionen "{name}": size ska vara ett heltal från 0, inte {size!r:.40}.')
    return ids, sizes


def _roles(root: dict[str, Any], ids: list[str]) -> dict[str, str]:
    roles = part(root, "role", dict, "roten") or {}
    given = {name: role for role in roles for name in _texts(roles, role, "role")}
    if unknown := given.keys() - set(ids):
        raise bad(f'Dimensionen "{min(unknown)}" har en roll men står inte i id ({_some(ids)}).')
    return given


def _dimension(name: str, size: int, about: dict[str, Any], role: str | None) -> Dimension:
    where = f'dimensionen "{name}"'
    category = part(about, "category", dict, where) or {}
    texts = part(category, "label", dict, where) or {}
    units = part(category, "unit", dict, where) or {}
    notes = part(category, "note", dict, where) or {}
    codes = _codes(category.get("index"), list(texts), size, where)
    for key, given in (("label", texts), ("unit", units)):
        if unknown := given.keys() - set(codes):
            raise bad(f'Koden "{min(unknown)}" har {key} i {where} men står inte i dess index.')
    label = part(about, "label", str, where)
    return Dimension(
        id=name,
        label=name if label is None else label,
        labels={c: c if (t := part(texts, c, str, where)) is None else t for c in codes},
        role=role,
        units={code: _unit(part(units, code, dict, where) or {}, where) for code in units},
        notes=_notes(about, "note", where),
        category_notes={code: _notes(notes, code, where) for code in notes},
        extension=part(about, "extension", dict, where) or {},
    )


def _unit(unit: dict[str, Any], where: str) -> Unit:
    base = part(unit, "base", str, where)
    return Unit(
        base=part(unit, "label", str, where) if base is None else base,
        decimals=part(unit, "decimals", int, where),
    )


def _codes(index: object, labelled: list[str], size: int, where: str) -> list[str]:
    """Return the codes of a dimension in order of position: from index, or from a sole label."""
    if index is None:
        if len(labelled) > 1:
            raise bad(f"{len(labelled)} kategorier i {where} saknar index: ordningen är okänd.")
        index = labelled
    if not isinstance(index, dict | list):
        raise bad(f"index i {where} ska vara ett objekt eller en lista, inte {kind(index)}.")
    if len(index) != size:
        raise bad(f"I {where} är size {size} men antalet kategorier {len(index)}.")
    if isinstance(index, list):
        return _listed(index, where)
    for code, place in index.items():
        if type(place) is not int:
            raise bad(f'Platsen för "{code}" i {where} ska vara ett heltal, inte {kind(place)}.')
    codes = sorted(index, key=index.__getitem__)
    for place, code in enumerate(codes):
        if index[code] != place:
            raise bad(
                f"Platserna i {where} ska vara 0 till {size - 1}, var och en en gång: "
                f'"{code}" har plats {index[code]} där {place} väntades.'
            )
    return codes


def _listed(codes: list[Any], where: str) -> list[str]:
    for code in codes:
        if not isinstance(code, str):
            raise bad(f"En kod i index i {where} ska vara text, inte {kind(code)}.")
    if len(set(codes)) != len(codes):
        raise bad(f'Koden "{_repeated(codes)}" står flera gånger i index i {where}.')
    return codes


def _described(dimension: Dimension) -> dict[str, Any]:
    units = {
        code: _given({"base": unit.base, "decimals": unit.decimals})
        for code, unit in dimension.units.items()
    }
    category = {
        "index": {code: place for place, code in enumerate(dimension.labels)},
        "label": dimension.labels, "unit": units, "note": dimension.category_notes,
    }  # fmt: skip
    about = {
        "label": dimension.label, "note": dimension.notes,
        "category": _given(category, always=("index",)), "extension": dimension.extension,
    }  # fmt: skip
    return _given(about)


def _given(parts: dict[str, Any], always: tuple[str, ...] = ()) -> dict[str, Any]:
    return {k: v for k, v in parts.items() if k in always or not (v is None or v in ((), {}))}
