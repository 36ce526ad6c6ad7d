"""Kvinnor och män: how the region's work is shared, and choices that are wider than they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, grid
from vagled_lmi.brief.language import Language, Segment, Slots
from vagled_lmi.brief.names import lowered
from vagled_lmi.brief.neighbours import Occupation, Wider, in_field, occupations, wider
from vagled_lmi.brief.parts.summary import latest
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.codes import Period
from vagled_lmi.indicators.protocol import Number

_OCCUPATIONS, _BAROMETER = "scb:YREG60", "af:yrkesbarometern"
_FIELDS = 4


def balance(women: Number) -> Verdict:
    """Return whether women and men are about as many, or who are the more numerous."""
    return rules.verdict("balance", women, low=rules.EVEN_FROM, high=rules.EVEN_TO)


def women_and_men(desk: Desk) -> Iterator[Block]:
    """How many work where women and men are about as many."""
    result, when = desk.result("workforce"), latest(desk, "workforce")
    row = result.row(region=result.region.code, period=when.code)
    yield Claim(
        id="women-and-men",
        text=desk.language.sentence(
            "women-and-men",
            region=result.region,
            period=when,
            balanced=row["balanced_pct"],
            is_half=rules.verdict("half", row["balanced_pct"], noise=rules.HALF_NOISE_PP),
        ),
        tables=(_OCCUPATIONS,),
    )


def wider_choices(desk: Desk) -> Iterator[Block]:
    """Of the largest fields with mostly women or mostly men: near occupations with better outlook.

    Each field has a large occupation, and up to three near it that are judged better.
    """
    fields, say = desk.result("fields"), desk.language
    desk.result("barometer")  # without it there is no outlook to compare
    everyone = occupations(desk)
    found: list[tuple[str, Wider]] = []
    for key in fields.keys(fields.frame):
        choice = wider(in_field(everyone, key["field"]))
        if choice and balance(fields.number("women_pct", **key)).word != "even":
            found.append((key["field"], choice))
    if not found:
        return
    slots: Slots = {
        "region": fields.region,
        "period": Period(fields.keys_of("period")[0]),
        "round": Period(found[0][1].verdict.numbers[0].key["period"]),
    }
    for number, (_, choice) in enumerate(found[:_FIELDS]):
        slots[f"is_better_{number}"] = choice.verdict
    yield TableBlock(
        id="wider-choices",
        title=say.sentence("wider-choices-title", **slots),
        grid=grid(
            say,
            say.sentence("wider-choices-caption", **slots),
            ("occupation", "role", "women", "men", "chances", "demand"),
            [
                line
                for field, choice in found[:_FIELDS]
                for line in (
                    _line(say, "large", choice.first, field),
                    *(_line(say, "near", other) for other in choice.others),
                )
            ],
            texts=(1, 4, 5),
        ),
        tables=(_OCCUPATIONS, _BAROMETER),
    )


def _line(say: Language, role: str, occupation: Occupation, field: str = "") -> tuple[Content, ...]:
    assert occupation.outlook is not None  # noqa: S101 - `wider` takes none without
    name = say.occupation_name(occupation.ssyk)
    if field:
        name = _within(say, name, occupation.label, field)
    return (
        name,
        Segment(say.text(f"wider-{role}")),
        occupation.row["women_pct"],
        occupation.row["men_pct"],
        *occupation.outlook,
    )


def _within(say: Language, name: Segment, label: str, field: str) -> Segment:
    """Return an occupation's name with its field in brackets, both in one language."""
    said = say.field(field)
    if said.lang == name.lang:
        return replace(name, text=f"{name.text} ({said.text})")
    return say.name(f"{label} ({lowered(field)})")


BLOCKS = {"women_and_men": women_and_men, "wider_choices": wider_choices}
