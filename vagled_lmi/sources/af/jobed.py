"""JobEd Connect, for analysts: occupations and educations whose texts resemble each other.

The service compares the words of advertisements with the words of educations. A hit says that the
texts are alike, and nothing of eligibility: never write that an education leads to an occupation.
Nothing here is stored; `Alike.note` belongs to every table that is made of it.

    with Session() as session:
        alike = jobed.educations("Undersköterska", session.send)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
import pandas as pd

from vagled_lmi.errors import DecodeError, UsageError
from vagled_lmi.session import Request, StatusError
from vagled_lmi.sources.af import frozen
from vagled_lmi.sources.af.agency import AGENCY
from vagled_lmi.sources.protocol import Send

#: What every reader of a hit must know.
NOTE = (
    "Träffarna bygger på textlikhet mellan annonser och utbildningar, inte på behörighet. En träff "
    "betyder inte att utbildningen ger jobbet."
)
_LONGEST_TEXT = 2_000
_MOST = 100
_AGAIN = "Tjänsten kan ha ändrats; försök igen senare."

#: Columns of a hit: where each stands in the answer, and its label.
_OCCUPATION = {
    "concept": (("concept_taxonomy_id",), "Yrke enligt textlikhet (begrepps-id)"),
    "occupation": (("occupation_label",), "Yrke enligt textlikhet"),
    "ssyk": (("occupation_group", "ssyk"), "Yrkesgrupp enligt textlikhet (SSYK 2012)"),
    "group": (("occupation_group", "occupation_group_label"), "Yrkesgrupp enligt textlikhet"),
}
_EDUCATION = {
    "id": (("id",), "Utbildning enligt textlikhet (id)"),
    "education": (("education_title",), "Utbildning enligt textlikhet"),
    "form": (("education_form",), "Utbildningsform, träff enligt textlikhet"),
    "type": (("education_type",), "Utbildningstyp, träff enligt textlikhet"),
}
_Columns = Mapping[str, tuple[tuple[str, ...], str]]


@dataclass(frozen=True, slots=True)
class Alike:
    """What resembles what was asked about, most alike first.

    Attributes
    ----------
    frame : pandas.DataFrame
        ``rank`` from 1, and text columns; of occupations ``concept``, ``occupation``, ``ssyk``,
        ``group``; of educations ``id``, ``education``, ``form``, ``type``. Empty where nothing is
        alike.
    labels : dict of str to str
        Column to label; each says that it is by likeness of texts.
    hits : int
        How many the service found; `frame` has the first ones.
    address, retrieved : str
        What was asked, without the text, and when, UTC.
    note : str
        `NOTE`.
    """

    frame: pd.DataFrame
    labels: Mapping[str, str]
    hits: int
    address: str
    retrieved: str
    note: str = NOTE


def occupations(text: str, send: Send, *, most: int = 10) -> Alike:
    """Return the occupations whose advertisements resemble a text.

    Parameters
    ----------
    text : str
        At most 2 000 characters, about skills or an education; never about a person.
    send : Send
        The only way out: `vagled_lmi.session.Session.send`.
    most : int
        How many, 1 to 100.

    Raises
    ------
    UsageError
        The text is empty or too long, or `most` is out of range.
    SourceError, DecodeError
        The service does not answer, or with something else.
    """
    words = " ".join(text.split())
    if not 0 < len(words) <= _LONGEST_TEXT:
        raise UsageError(
            f"Texten är {len(words)} tecken; den ska vara 1 till {_LONGEST_TEXT}.", "Korta den."
        )
    asked = {"input_text": words, "input_headline": ""}
    path = "/occupations/match-by-text"
    return _ask(path, asked, ("related_occupations", _OCCUPATION), send, most)


def educations(occupation: str, send: Send, *, most: int = 10) -> Alike:
    """Return the educations whose descriptions resemble an occupation's advertisements.

    Parameters
    ----------
    occupation : str
        Name or concept id of an occupation in the frozen taxonomy: the service answers an unknown
        one as if nothing were alike.
    send, most
        As `occupations`.

    Raises
    ------
    UnknownCodeError
        The taxonomy has no such occupation.
    UsageError
        `most` is out of range.
    SourceError, DecodeError
        The service does not answer, or with something else.
    """
    asked = {"occupation_id": frozen.occupation(occupation).id}
    path = "/educations/match-by-occupation"
    return _ask(path, asked, ("hits", _EDUCATION), send, most)


def _ask(
    path: str,
    asked: Mapping[str, str],
    wanted: tuple[str, _Columns],
    send: Send,
    most: int,
) -> Alike:
    """Ask with everything in the address and an empty body; 404 says that nothing is alike."""
    if not 1 <= most <= _MOST:
        raise UsageError(f"Antalet träffar är {most}; det ska vara 1 till {_MOST}.")
    key, columns = wanted
    url = AGENCY.address("jobed") + path
    params = {**asked, "limit": str(most), "offset": "0", "include_metadata": "false"}
    request = Request("POST", url, params=params, cut=_cutting(key, columns))
    try:
        response = send(request)
        said, retrieved = orjson.loads(response.body), response.retrieved
    except StatusError as error:
        if error.response.status != 404 or not _is_json(error.response.body):
            raise
        said, retrieved = {"hits": 0, "rows": []}, error.response.retrieved
    frame = pd.DataFrame(said["rows"], columns=list(columns), dtype="str")
    frame.insert(0, "rank", range(1, len(frame) + 1))
    labels = {name: label for name, (_, label) in columns.items()}
    labels = {"rank": "Ordning enligt textlikhet", **labels}
    return Alike(frame, labels, said["hits"], url, retrieved)


def _cutting(key: str, columns: _Columns) -> Callable[[bytes], bytes]:
    """Return what keeps only the wanted columns of an answer, before anything else sees it."""

    def cut(body: bytes) -> bytes:
        try:
            said = orjson.loads(body)
        except orjson.JSONDecodeError:
            said = None  # the error would carry the body with it
        found = said.get(key) if isinstance(said, dict) else None
        if not isinstance(found, list):
            raise DecodeError("JobEd Connect svarade med något annat än träffar.", _AGAIN)
        rows = [*dict.fromkeys(tuple(_text(hit, p) for p, _ in columns.values()) for hit in found)]
        hits = said["hits_total"] if type(said.get("hits_total")) is int else len(rows)
        return orjson.dumps({"hits": hits, "rows": rows})

    return cut


def _text(hit: Any, path: Sequence[str]) -> str:
    for step in path:
        hit = hit.get(step) if isinstance(hit, dict) else None
    return hit if isinstance(hit, str) else ""


def _is_json(body: bytes) -> bool:
    """Tell whether the service itself says that it has nothing; a page is another's answer."""
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError:
        return False
    return True
