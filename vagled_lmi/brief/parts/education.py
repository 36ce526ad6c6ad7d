"""Vägar in: new places in higher vocational education."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import charts
from vagled_lmi.brief.blocks import Block, Figure, Note
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import grid

_PLACES = "myh:beviljade"


def vocational_places(desk: Desk) -> Iterator[Block]:
    """New places in higher vocational education, by field."""
    result, say = desk.result("vocational_places"), desk.language
    fields = result.keys_of("field")
    (period,) = result.keys_of("period")
    rows = [result.row(region=desk.region.code, period=period, field=field) for field in fields]
    slots = {"region": desk.region.name, "period": period}
    yield Figure(
        id="vocational-places",
        title=say.sentence("places-title", first=fields[0], places=rows[0]["places"], **slots),
        svg=charts.bars(
            [
                charts.Bar(field, row["places"].length, say.value(row["places"]))
                for field, row in zip(fields, rows, strict=True)
            ]
        ),
        alt=say.text(
            "places-alt",
            count=len(fields),
            first=fields[0],
            places=rows[0]["places"],
            **slots,
        ),
        caption=say.text("places-caption", **slots),
        grid=grid(
            say,
            say.text("places-caption", **slots),
            (
                say.text("head-education-field"),
                say.text("head-places"),
                say.text("head-programmes"),
            ),
            [
                (field, row["places"], row["programmes"])
                for field, row in zip(fields, rows, strict=True)
            ],
        ),
        tables=(_PLACES,),
    )
    yield Note(
        id="places-note",
        title=say.text("places-note-title"),
        text=say.sentence("places-note"),
        tables=(_PLACES,),
    )


BLOCKS = {"vocational_places": vocational_places}
