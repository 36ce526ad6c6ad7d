"""UKÄ's Högskolan i siffror: totals as JSON, and a web form whose order is answered with a file.

Source: a public ETL of 2026 (UtvecklaNorrbotten/kompetensarena-norrbotten, R/etl/uka_sync.R), which
reads the form's pages, posts an order and fetches the file. The columns beside time, university,
sex and value are examples.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from tests.servers import Reply, Seen, Spoken, as_json

NAMES = {
    136: "Andel examinerade med etablerad ställning på arbetsmarknaden",
    108: "Examinerade per läsår",
    31: "Nybörjare på yrkesexamensprogram",
    99: "Söktryck till yrkesexamensprogram",
}
PERIODS = ("2021/22", "2020/21", "2019/20")
UNIVERSITIES = {"uni:1": "", "uni:2": "Uppsala universitet", "uni:19": "Örebro universitet"}
DEGREES = ("TOTAL", "Civilingenjör", "Sjuksköterska")


def options(prefix: str, values: Mapping[str, str]) -> str:
    """A page of the form."""
    shown = "".join(
        f"<option class='x' value='{prefix}{value}' name=\"{name}\">{name}</option>"
        for value, name in values.items()
    )
    return f"<div><select>{shown}</select></div>"


class UkaServer:
    """The API and the form under one address.

    Attributes
    ----------
    rows : list of list of str
        What the file says; worked out from the order unless set.
    orders : list of dict
        What has been ordered.
    """

    header = ("Tidsperiod", "Lärosäte", "Kön", "Åldersgrupp", "Examen[0]", "Värde")

    def __init__(self) -> None:
        self.rows: list[list[str]] | None = None
        self.orders: list[dict[str, list[str]]] = []
        self.names = dict(NAMES)
        self.forms: dict[str, str] = {
            "academic_term.php from": options("from:", {p: p for p in PERIODS}),
            "academic_term.php to": options("to:", {p: p for p in PERIODS}),
            "university.php": options("", UNIVERSITIES),
            "gender.php": options("gender:", {s: s for s in ("Kvinnor", "Män", "Total")}),
            "age.php": options("age:", {"2": "-24", "3": "25-", "1": "Total"}),
            "group.php": (
                '<div class="groupTitles"><span class="dynamic-filter-index">0</span> Examen'
                + "".join(f'<input type="checkbox" value="dynamic:{d}">' for d in DEGREES)
                + "</div>"
            ),
        }

    def __call__(self, seen: Seen) -> Spoken:
        match seen.path.strip("/").split("/"):
            case ["totals", number] if number.isdecimal() and int(number) in self.names:
                indicator = {
                    "name": self.names[int(number)],
                    "measurement": "Andel (%)",
                    "current_year": "2021/22",
                }
                return as_json({"indicator": indicator, "yearly_totals": [1, 2, 3]})
            case ["export", "filters", page]:
                name = f"{page} {seen.query.get('direction', '')}".strip()
                known = json.loads(seen.query["indicator"])[0] in map(str, self.names)
                return Reply(self.forms[name].encode() if known else b"")
            case ["export", "api", "index.php"] if seen.method == "POST":
                self.orders.append(parse_qs(seen.body.decode()))
                url = f"http://{seen.headers['Host']}/export/files/{len(self.orders)}.csv"
                return as_json({"fileUrl": url})
            case ["export", "files", name] if order := self._order(name):
                return Reply(self.file(order))
        return Reply(b"<html>", 404)

    def _order(self, name: str) -> dict[str, list[str]] | None:
        """What a file, ``1.csv``, was ordered with."""
        number = re.fullmatch(r"([1-9][0-9]{0,9})\.csv", name)
        at = int(number[1]) if number else 0
        return self.orders[at - 1] if 0 < at <= len(self.orders) else None

    def file(self, order: Mapping[str, list[str]]) -> bytes:
        """The file of an order: UTF-8 with a byte order mark, decimal comma, nameless totals."""
        chosen = order["filters[]"]
        out = io.StringIO()
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow(self.header)
        writer.writerows(self.rows if self.rows is not None else self._rows(chosen))
        return out.getvalue().encode("utf-8-sig")

    @staticmethod
    def _rows(chosen: list[str]) -> list[list[str]]:
        def of(prefix: str) -> list[str]:
            return [c.removeprefix(prefix) for c in chosen if c.startswith(prefix)]

        return [
            [f'="{period}"', UNIVERSITIES[f"uni:{uni}"], sex, "Total", degree, value(uni, degree)]
            for period in PERIODS
            for uni in of("uni:")
            if f"uni:{uni}" in UNIVERSITIES  # asked for what is not there, it has nothing
            for sex in of("gender:")
            for degree in ("" if d == "TOTAL" else d for d in of("0dynamic:"))
        ]


def value(university: str, degree: str) -> str:
    """A share in Swedish; small groups are left out."""
    return ".." if university == "19" and degree else f"{80 + len(degree)},5"


def everything() -> dict[str, Any]:
    """The order that asks for all there is."""
    return {
        "indicator": ["136"],
        "filters[]": [
            "from:2019/20",
            "to:2021/22",
            *UNIVERSITIES,
            *(f"gender:{s}" for s in ("Kvinnor", "Män", "Total")),
            "age:1",
            *(f"0dynamic:{d}" for d in DEGREES),
        ],
    }
