"""Workbooks laid out as Arbetsförmedlingen lays out its own, with figures made up for tests.

The layout is known from programs that read the agency's files: Region Dalarna's
``hamta_varsel_bransch_lan_af.R`` and ``func_hamta_data_kvinnor_man.R`` (a sheet "Månad …" with a
column a län; a sheet a year down to "Summa"; a pivot cache with PERIOD, LAN, KOM and pairs of SOK
and AK). No file of the agency's own was at hand.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from tests.sources.workbooks import raw, workbook
from vagled_lmi.codes import regions

COUNTIES = [region.name for region in regions("county")]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#: Names of the fields with numbers, in the agency's order.
PIVOT_NUMBERS = tuple(
    f"{group}{kind}"
    for group in ("TOT", "KVI", "MAN", "UNG", "GAM", "INR", "UTR", "FG", "GY", "EG")
    for kind in ("SOK", "AK")
)


def notices_by_month(
    months: Mapping[str, Sequence[object]],
    columns: Sequence[str] = (*COUNTIES, "Riket"),
    sheet: str = "Månad 1992-01--2026-07",
) -> bytes:
    """A title, an empty row, a heading whose first cell is empty, and a row a month."""
    rows: list[list[object]] = [["Varsel om uppsägning"], [], [None, *columns]]
    rows += [[month, *values] for month, values in months.items()]
    return workbook({"Info": [["Källa: Arbetsförmedlingen"]], sheet: rows})


def notices_by_industry(
    years: Mapping[str, Sequence[Sequence[object]]],
    columns: Sequence[str] = (*COUNTIES, "Inga uppgifter", "Riket"),
) -> bytes:
    """A sheet a year: code and name of the industry, a column a län, and the sum last."""
    sheets = {}
    for year, rows in years.items():
        sums = [sum(row[2 + at] for row in rows) for at in range(len(columns))]  # type: ignore[misc]
        heading = ["SNI", "Näringsgren", *columns]
        sheets[year] = [[], heading, *rows, [None, "Summa", *sums], [], ["Not: preliminärt"]]
    return workbook(sheets)


def pivot(
    records: Sequence[Sequence[object]],
    fields: Sequence[str] = ("PERIOD", "LAN", "KOM", *PIVOT_NUMBERS),
) -> bytes:
    """A workbook whose pivot table shows one cell, and whose cache holds the records.

    Text that repeats is listed once in the definition and pointed at, as spreadsheets do; a
    calculated field has no records.
    """
    shared = [
        sorted({str(record[at]) for record in records if isinstance(record[at], str)})
        if at < 3
        else []
        for at in range(len(fields))
    ]
    listed = "".join(
        f'<cacheField name="{name}"><sharedItems>'
        + "".join(f"<s v={quoteattr(item)}/>" for item in items)
        + "</sharedItems></cacheField>"
        for name, items in zip(fields, shared, strict=True)
    )
    listed += '<cacheField name="Totalt" formula="TOTSOK/TOTAK" databaseField="0"/>'
    rows = "".join(
        "<r>"
        + "".join(_value(value, items) for value, items in zip(record, shared, strict=True))
        + "</r>"
        for record in records
    )
    relation = f"{_OFFICE}/pivotCacheRecords"
    parts = {
        "xl/pivotCache/pivotCacheDefinition1.xml": (
            f'<pivotCacheDefinition xmlns="{_MAIN}"><cacheFields>{listed}</cacheFields>'
            "</pivotCacheDefinition>"
        ),
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" Type="{relation}" '
            'Target="pivotCacheRecords1.xml"/></Relationships>'
        ),
        "xl/pivotCache/pivotCacheRecords1.xml": (
            f'<pivotCacheRecords xmlns="{_MAIN}" count="{len(records)}">{rows}</pivotCacheRecords>'
        ),
    }
    file = io.BytesIO(raw('<row r="1"><c r="A1"><v>1</v></c></row>'))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def _value(value: object, items: Sequence[str]) -> str:
    if value is None:
        return "<m/>"
    if isinstance(value, str):
        return f'<x v="{items.index(value)}"/>' if value in items else f"<s v={quoteattr(value)}/>"
    return f'<n v="{value}"/>'
