"""Så säker är bilden: what the figures cannot say, and what the agencies say of them."""

from __future__ import annotations

from collections.abc import Iterator

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Note
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import Language
from vagled_lmi.brief.numerals import numeral
from vagled_lmi.brief.shelf import MissingFiguresError

_TABLES = {
    "certainty-noise": ("scb:TAB6471",),
    "certainty-preliminary": ("scb:ArbStDoNMNN",),
    "certainty-definitions": ("scb:TAB6260",),
    "certainty-occupations": ("scb:YREG60",),
    "certainty-replacement": ("scb:YREG60", "scb:YREG51"),
    "certainty-barometer": ("af:yrkesbarometern",),
    "certainty-ads": ("af:annonser",),
    "certainty-names": ("scb:YREG60",),
}


def certainty(desk: Desk) -> Iterator[Block]:
    """One note a source of uncertainty, of those that the brief rests on."""
    say = desk.language
    noise = numeral(rules.EMPLOYED_NOISE_PCT, 1, say.tag)
    for message, tables in _TABLES.items():
        if message == "certainty-replacement" and not _leaving(desk):
            continue
        if all(desk.has(table) and (table in desk.cited or not desk.cited) for table in tables):
            yield Note(
                id=message,
                title=say.sentence(f"{message}-title"),
                text=say.sentence(f"{message}-text", noise=noise),
                tables=tables,
            )


def _leaving(desk: Desk) -> bool:
    """Whether the region has an occupation large enough for its retirements to be counted."""
    try:
        return bool(desk.result("replacement").frame["leaving"].notna().any())
    except MissingFiguresError:
        return False


def more_to_fetch(desk: Desk) -> Iterator[Block]:
    """One note on all that the brief could have said, had its figures been fetched."""
    if not desk.to_fetch:
        return
    say = desk.language
    names = [name.replace("_", "-") for name in desk.to_fetch]
    whats = dict.fromkeys(str(say.sentence(f"what-{n}", region=desk.region)) for n in names)
    tables = dict.fromkeys(table for tables in desk.to_fetch.values() for table in tables)
    yield Note(
        id="more-to-fetch",
        title=say.sentence("more-to-fetch-title"),
        text=say.sentence(
            "more-to-fetch-text",
            what=_enumerated(say, list(whats)),
            command=f"vagled fetch {' '.join(tables)}",
        ),
        tables=(),
    )


def _enumerated(say: Language, whats: list[str]) -> str:
    """Join many subjects as an edition does: in one sentence, or each in one of its own."""
    between = say.text("more-to-fetch-between")
    if between.startswith("."):
        whats = [what[:1].upper() + what[1:] for what in whats]
    return between.join(whats)


BLOCKS = {"certainty": certainty, "more_to_fetch": more_to_fetch}
