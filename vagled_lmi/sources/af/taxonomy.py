"""Arbetsförmedlingen's taxonomy in a pinned version, and what has moved since the frozen copy.

Asked by GraphQL, one question a type. Each question names its version as an alias, so that the
answer itself says which version it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.provenance import Query
from vagled_lmi.session import Request, StatusError
from vagled_lmi.sources.af import frozen
from vagled_lmi.sources.protocol import Answer, Inquiry, Send
from vagled_lmi.tables import Contents, Dimension, Table, TableSpec


@dataclass(frozen=True, slots=True)
class Version:
    """Which version is asked for, and where under the service's address."""

    number: int
    path: str = "/graphql"


_TYPES = {
    "occupation-field": "yrkesområde",
    "ssyk-level-4": "yrkesgrupp (SSYK 2012)",
    "region": "län",
    "municipality": "kommun",
    "occupation-name": "yrkesbenämning",
}
_CURRENT, _DEPRECATED = "gällande", "utgånget"
#: What of a concept beside its id, type, label and successors: the field with its code, and which
#: type it belongs to.
_MORE = {
    "occupation-field": ("", ""),
    "ssyk-level-4": ("ssyk_code_2012", "occupation-field"),
    "region": ("national_nuts_level_3_code_2019", ""),
    "municipality": ("lau_2_code_2015", "region"),
    "occupation-name": ("", "ssyk-level-4"),
}

TABLES = (
    TableSpec(
        id="af:taxonomi",
        agency="Arbetsförmedlingen",
        register="Jobtech Taxonomy",
        title="Arbetsförmedlingens begrepp: yrkesområden, yrkesgrupper, yrken, län och kommuner",
        dimensions=(
            Dimension("region", "Region", "region"),
            Dimension("period", "Version", "period"),
            Dimension("type", "Typ", codes=_TYPES),
            Dimension("concept", "Begrepp"),
        ),
        attributes=("label", "code", "parent", "replaced_by"),
        contents=(Contents("state", "Ställning", "klass", classes=(_DEPRECATED, _CURRENT)),),
        cadence="quarter",
        licence="CC0",
        notes=(
            "Versionen är vald av programmet och ändras inte av sig själv; Arbetsförmedlingen ger "
            "ut en ny ungefär var tredje månad.",
            "Arbetsförmedlingen har 400 yrkesgrupper där SCB har 429: chefer delas inte i två "
            "nivåer, 5322 ingår i 5321 och 5324 i 5323, och 4430 och 7619 saknas.",
            "Ett utgånget begrepp kan ha ett eller flera som ersätter det.",
        ),
        page="https://data.arbetsformedlingen.se/data/taxonomy/",
        live=Version(31),
    ),
)

_CONCEPT = re.compile(r"[A-Za-z0-9]{4}_[A-Za-z0-9]{3}_[A-Za-z0-9]{3}")
#: Codes of Swedish places; 90 is "no place", and the taxonomy has places abroad too.
_PLACES = {"region": re.compile(r"(?!90)\d{2}"), "municipality": re.compile(r"\d{4}")}
_ALIAS = re.compile(r"v\d{1,4}")
_AGAIN = "Tjänsten kan ha ändrats; se https://taxonomy.api.jobtechdev.se."
_NAMED_AT_MOST = 5


def question(kind: str, version: int) -> str:
    """Return the GraphQL question about one type in one version."""
    code, parent = _MORE[kind]
    more = [code] if code else []
    more += [f'broader(type: "{parent}") {{ id }}'] if parent else []
    return (
        f'{{ v{version}: concepts(type: "{kind}", version: "{version}", include_deprecated: true) '
        f"{{ {' '.join(('id type preferred_label deprecated', *more))} replaced_by {{ id }} }} }}"
    )


def fetch(inquiry: Inquiry, send: Send) -> Iterator[Answer]:
    """Ask for the concepts of the pinned version, a type at a time.

    Yields
    ------
    Answer
        One a type.

    Raises
    ------
    SourceError
        The service does not answer, or does not understand the question; in its own words.
    DecodeError, ContractError
        It answers with something else.
    """
    spec = inquiry.spec
    assert isinstance(spec.live, Version)  # noqa: S101 - the package sends no other here
    url = inquiry.agency.address("taxonomy") + spec.live.path
    for kind in _TYPES:
        asked = question(kind, spec.live.number)
        try:
            body = send(Request("GET", url, params={"query": asked})).body
        except StatusError as error:
            if not error.response.body.startswith(b'{"errors"'):
                raise
            body = error.response.body
        _concepts(body, spec)
        query = Query(spec.id, url, {"query": (asked,)})
        yield Answer(query, body, "application/json", whole=len(_TYPES))


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the concepts.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`; ``region`` is riket, ``period`` the version, ``v31``;
        ``replaced_by`` has ids with a comma between.

    Raises
    ------
    DecodeError, SourceError
        A payload is no answer of the service, or says what was wrong with the question.
    ContractError
        A concept lacks its id or label, or the code or parent of its type.
    """
    rows = [
        ("00", version, *row)
        for payload in payloads
        for version, concepts in [_concepts(payload, spec)]
        for row in (_row(concept, spec) for concept in concepts)
        if row is not None
    ]
    return pd.DataFrame(rows, columns=list(spec.columns)).astype("str")


def _concepts(payload: bytes, spec: TableSpec) -> tuple[str, list[Any]]:
    """Return an answer's version and concepts."""
    try:
        said = orjson.loads(payload)
    except orjson.JSONDecodeError as error:
        raise DecodeError(f"{spec.register} svarade med något annat än JSON.", _AGAIN) from error
    if isinstance(said, dict) and said.get("errors"):
        first = said["errors"][0] if isinstance(said["errors"], list) else said["errors"]
        words = first.get("message") if isinstance(first, dict) else first
        raise SourceError(f"{spec.register} förstår inte frågan: {quote(words)}.", _AGAIN)
    data = said.get("data") if isinstance(said, dict) else None
    if isinstance(data, dict) and len(data) == 1:
        ((version, concepts),) = data.items()
        if _ALIAS.fullmatch(version) and isinstance(concepts, list) and concepts:
            return version, concepts
    raise DecodeError(f"{spec.register}: svaret har inga begrepp i en version.", _AGAIN)


def _row(concept: Any, spec: TableSpec) -> tuple[str, ...] | None:
    """Return one concept as a row, the version apart; None for a place outside Sweden's own."""
    if not isinstance(concept, dict):
        raise DecodeError(f"{spec.register}: ett begrepp är inte ett objekt.", _AGAIN)
    name, kind, label = (concept.get(key) for key in ("id", "type", "preferred_label"))
    if not isinstance(name, str) or not _CONCEPT.fullmatch(name):
        raise ContractError(f"{spec.register}: {quote(name)} är inget begrepps-id.", _AGAIN)
    if not isinstance(kind, str) or kind not in _TYPES or not isinstance(label, str):
        raise ContractError(
            f"{spec.register}, begreppet {name}: typen är {quote(kind)} och namnet {quote(label)}.",
            _AGAIN,
        )
    field, parent_type = _MORE[kind]
    code, parents = concept.get(field) if field else "", _ids(concept, "broader", name, spec)
    if kind in _PLACES and not (isinstance(code, str) and _PLACES[kind].fullmatch(code)):
        return None
    deprecated = concept.get("deprecated") is True
    if not deprecated and (not isinstance(code, str) or bool(parents) != bool(parent_type)):
        raise ContractError(
            f"{spec.register}, begreppet {name}: koden är {quote(code)} och det hör till "
            f"{quote(', '.join(parents))}.",
            _AGAIN,
        )
    state = _DEPRECATED if deprecated else _CURRENT
    replaced_by = ", ".join(_ids(concept, "replaced_by", name, spec))
    code = code if isinstance(code, str) else ""
    return kind, name, label, code, ", ".join(parents), replaced_by, state, ""


def _ids(concept: Mapping[str, Any], key: str, name: str, spec: TableSpec) -> list[str]:
    said = concept.get(key) or []
    ids = [_id(one) for one in said] if isinstance(said, list) else [""]
    if not all(ids):
        raise ContractError(f"{spec.register}, begreppet {name}: fältet {key} är inga id.", _AGAIN)
    return ids


def _id(said: object) -> str:
    """Return the id of a concept named by another; empty where there is none."""
    name = said.get("id") if isinstance(said, dict) else None
    return name if isinstance(name, str) and _CONCEPT.fullmatch(name) else ""


def remarks(table: Table) -> tuple[str, ...]:
    """Say what has moved between the frozen copy, which the program asks with, and a table.

    Parameters
    ----------
    table : Table
        ``af:taxonomi``.

    Returns
    -------
    tuple of str
        A Swedish sentence a kind of change and type; empty where nothing has.
    """
    now = table.frame.set_index("concept")
    labels = {str(concept): str(label) for concept, label in now["label"].items()}
    said: list[str] = []
    for kind in frozen.TYPES:
        then = frozen.of_type(kind)
        current = now[(now["type"] == kind) & (now["value"] == _CURRENT)]
        what = dict(zip(current.index, zip(*(current[n] for n in _WHAT), strict=True), strict=True))
        new = [labels[concept] for concept in what if concept not in then]
        gone = [c for c in then.values() if c.id not in what]
        changed = [c for c in then.values() if what.get(c.id, _said(c)) != _said(c)]
        said += _sentence(kind, "nya", new)
        said += _sentence(kind, "utgångna", [c.label + _successors(now, c, labels) for c in gone])
        said += _sentence(kind, "ändrade", [_change(c, what[c.id], labels) for c in changed])
    return tuple(said)


_WHAT = ("label", "code", "parent")


def _said(concept: frozen.Concept) -> tuple[str, str, str]:
    return concept.label, concept.code, concept.parent


def _change(concept: frozen.Concept, what: tuple[str, ...], labels: Mapping[str, str]) -> str:
    label, code, parent = what
    words = (label, code, f"under {labels.get(parent, parent)}" if parent else "")
    return f"{concept.label} är nu {', '.join(word for word in words if word)}"


def _successors(now: pd.DataFrame, concept: frozen.Concept, labels: Mapping[str, str]) -> str:
    ids = str(now.loc[concept.id, "replaced_by"]) if concept.id in now.index else ""
    names = [labels.get(one, one) for one in ids.split(", ") if one]
    return f" (ersätts av {', '.join(names)})" if names else ""


def _sentence(kind: frozen.Type, change: str, names: Sequence[str]) -> list[str]:
    if not names:
        return []
    more = f" och {len(names) - _NAMED_AT_MOST} till" if len(names) > _NAMED_AT_MOST else ""
    return [
        f"Taxonomin, {_TYPES[kind]}: {len(names)} {change} sedan programmets kopia: "
        f"{'; '.join(sorted(names)[:_NAMED_AT_MOST])}{more}."
    ]
