"""Vägar in: new places in higher vocational education."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Note
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Line, Ranking
from vagled_lmi.codes import Period

_PLACES = "myh:beviljade"


def vocational_places(desk: Desk) -> Iterator[Block]:
    """New places in higher vocational education, by field."""
    result, say = desk.result("vocational_places"), desk.language
    fields = result.keys_of("field")
    (period,) = result.keys_of("period")
    rows = [result.row(region=result.region.code, period=period, field=field) for field in fields]
    second = rows[min(1, len(rows) - 1)]["places"]
    yield Ranking(
        "vocational-places",
        tuple(
            Line(say.name(field), row["places"], (row["programmes"],))
            for field, row in zip(fields, rows, strict=True)
        ),
        ("education-field", "places", "programmes"),
        (_PLACES,),
        {
            "region": result.region,
            "period": Period(period),
            "second": say.name(fields[min(1, len(rows) - 1)]),
            "is_lead": rules.verdict("lead", rows[0]["places"], second, noise=0.0)
            if len(rows) > 1
            else "alone",
        },
    ).figure(say)
    yield Note(
        id="places-note",
        title=say.sentence("places-note-title"),
        text=say.sentence("places-note"),
        tables=(_PLACES,),
    )


BLOCKS = {"vocational_places": vocational_places}
