"""Vägar in: openings against those who took the degree, in occupations that take a licence."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block
from vagled_lmi.brief.charts import Balance, Field, said
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import figure, grid
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError, Number

_RIKET = Region("00")
_SHOWN = 8
_FORESEEN = ("openings", "openings_lower", "openings_upper")
Row = dict[str, Number]


def licensed(desk: Desk) -> Iterator[Block]:
    """Openings in five years against the degrees of five years: riket, the largest occupations."""
    say, rows = desk.language, _rows(desk)
    if not rows:
        raise NoFiguresError("Inget yrke med legitimation har både utsikt och examina.")
    clearest = max(rows, key=lambda row: row["openings_lower"].amount - row["graduates"].amount)
    slots: Slots = {
        "target": Period(clearest["openings"].key["period"]),
        "last": Period(clearest["graduates"].key["period"]),
        "occupation": say.occupation(_ssyk(clearest)),
        "openings": clearest["openings"],
        "graduates": clearest["graduates"],
        "is_short": _compared(clearest),
    }
    caption = say.sentence("licensed-caption", **slots)
    words = [say.sentence(f"licensed-{_compared(row).word}").segments[0] for row in rows]
    heads = ("occupation", *(name.replace("_", "-") for name in _FORESEEN), "graduates", "licensed")
    yield figure(
        say,
        "licensed",
        Balance(
            tuple(
                Field(
                    said(say.occupation_name(_ssyk(row))),
                    max(0.0, row["openings"].amount),
                    row["graduates"].length,
                    said(say.value(row["openings"])),
                    said(say.value(row["graduates"])),
                    word.text,
                )
                for row, word in zip(rows, words, strict=True)
            ),
            say.text("head-openings"),
            say.text("head-graduates"),
            say.text("head-licensed"),
            say.text("licensed-subject", **slots),
        ),
        title=say.sentence("licensed-title", **slots),
        caption=caption,
        table=grid(
            say,
            caption,
            heads,
            [
                (
                    say.occupation_name(_ssyk(row)),
                    *(row[name] for name in _FORESEEN),
                    row["graduates"],
                    word,
                )
                for row, word in zip(rows, words, strict=True)
            ],
            texts=(5,),
        ),
        tables=(*clearest["openings"].indicator.tables, *clearest["graduates"].indicator.tables),
    )


def _rows(desk: Desk) -> list[Row]:
    """Return the occupations that have both, those with most openings first."""
    taken, ahead = (desk.result(name, _RIKET) for name in ("licensed_graduates", "openings"))
    whole = ahead.frame.dropna(subset=list(_FORESEEN))
    graduates = {key["ssyk"]: taken.row(**key) for key in taken.keys(taken.frame)}
    rows = [
        {**graduates[key["ssyk"]], **ahead.row(**key)}
        for key in ahead.keys(whole.sort_values(["openings", "ssyk"], ascending=[False, True]))
        if key["ssyk"] in graduates
    ]
    return rows[:_SHOWN]


def _ssyk(row: Row) -> str:
    return row["openings"].key["ssyk"]


def _compared(row: Row) -> Verdict:
    """On which side of the openings' interval the degrees are."""
    return rules.verdict("within", row["graduates"], row["openings_lower"], row["openings_upper"])


IF_FETCHED = {"licensed": licensed}
