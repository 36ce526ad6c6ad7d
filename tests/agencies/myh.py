"""MYH's files: a workbook a round, at one of two addresses, honouring If-Modified-Since.

The sheets are as in the real workbooks of 2023 and 2024 (headings on row 6, ``Flera kommuner`` as
län and kommun, resolved in Tabell 4); what stands in them are examples.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

import openpyxl

from tests.servers import Reply, Seen, Spoken

ROUNDS = "docs/utbildningsformer/yrkeshogskolan/ansokningsomgangar"
PROGRAMMES = (
    "Utbildningsområde", "SUN5 inriktning", "SUN5 inriktning namn", "Utbildningsnamn", "Beslut",
    "Diarienummer", "Flera kommuner", "Antal kommuner", "Län", "Kommun", "YH-poäng", "Studieform",
    "Studietakt %", "Typ av examen", "SeQF nivå", "Beviljade platser totalt",
)  # fmt: skip
PLACES = ("Utbildningsområde", "Utbildningsnamn", "Beslut", "Diarienummer", "Län", "Kommun")
Row = Sequence[Any]


def programme(number: int, place: str = "Uppsala/Uppsala", **changes: Any) -> list[Any]:
    """A row of Tabell 3; place is ``län/kommun``."""
    county, kommun = place.split("/")
    several = county == "Flera kommuner"
    row = {
        "Utbildningsområde": "Data/IT",
        "SUN5 inriktning": "481ab",
        "SUN5 inriktning namn": "Programmering",
        "Utbildningsnamn": f"Exempel­utbildning {number}",
        "Beslut": "Beviljad",
        "Diarienummer": f"MYH 2025/{number}",
        "Flera kommuner": "Ja" if several else "Nej",
        "Antal kommuner": 2 if several else 1,
        "Län": county,
        "Kommun": kommun,
        "YH-poäng": 400,
        "Studieform": "Bunden",
        "Studietakt %": 100,
        "Typ av examen": "Yrkeshögskoleexamen",
        "SeQF nivå": 5,
        "Beviljade platser totalt": 30 + number,
        **changes,
    }
    return [row[name] for name in PROGRAMMES]


def workbook(
    year: int, programmes: Sequence[Row] = (), places: Sequence[Row] = (), **sheets: Sequence[Row]
) -> bytes:
    """A workbook of a round; further sheets by name."""
    rows = programmes or (
        programme(1),
        programme(2, "Flera kommuner/Flera kommuner"),
        programme(3, Beslut="Avslag", **{"Beviljade platser totalt": 0}),
        programme(4, "Örebro/Karlskoga"),
        programme(5, "Uppsala/Storvreta"),
    )
    resolved = places or (
        ["Data/IT", "Exempelutbildning 2", "Beviljad", "MYH 2025/2", "Uppsala", "Enköping"],
        ["Data/IT", "Exempelutbildning 2", "Beviljad", "MYH 2025/2", "Västmanland", "Västerås"],
    )
    title = [["Yrkeshögskolan"], [], [f"Ansökningar, ansökningsår {year} med beslutsår"], [], []]
    return book(
        {
            "Definitioner": [["Definitioner och förklaringar"]],
            "Tabell 3": [*title, PROGRAMMES, *rows],
            "Tabell 4": [*title, PLACES, *resolved],
            **sheets,
        }
    )


def book(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """A workbook with sheets as given."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


class MyhServer:
    """Workbooks by the folder they lie in: ``program-yh-2025`` or ``yh-2024``."""

    def __init__(self, rounds: Mapping[str, bytes] | None = None) -> None:
        self.rounds = dict(rounds or {"program-yh-2025": workbook(2025), "yh-2024": workbook(2024)})
        self.modified = "Wed, 21 Jan 2026 09:00:00 GMT"

    def __call__(self, seen: Seen) -> Spoken:
        path = seen.path.strip("/")
        for folder, payload in self.rounds.items():
            year = folder[-4:]
            if path != f"{ROUNDS}/{folder}/resultat-ansokningsomgang-{year}.xlsx":
                continue
            since = seen.headers.get("If-Modified-Since")
            if since and parsedate_to_datetime(since) >= parsedate_to_datetime(self.modified):
                return Reply(b"", 304)
            return Reply(payload, headers={"Last-Modified": self.modified})
        return Reply(b"<html>404</html>", 404)
