"""Vad har ändrats: what became of the key figures since the last brief, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vagled_lmi.brief import history, rules
from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.compare import Change, Comparison
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.earlier import Earlier
from vagled_lmi.brief.grids import grid
from vagled_lmi.brief.language import Segment, Sentence, Shown, listing
from vagled_lmi.brief.names import lowered
from vagled_lmi.brief.split import PARTS
from vagled_lmi.codes import Period, Region, ssyk_labels
from vagled_lmi.indicators.protocol import Number

#: What the first page is made of, in a brief about a region and in one about an occupation.
_FIRST_PAGE = ("key_figures", "main_points")
_OF_OCCUPATION = ("occupation_figures", "occupation_points")
#: The parts that are more than noise and not our own doing.
_CERTAIN = ("new_period", "revised", "definition")


def headlines(desk: Desk) -> list[Number]:
    """Return the numbers of the first page in its order, each for its newest period alone."""
    shown = (
        segment.number
        for name in (_OF_OCCUPATION if desk.occupation else _FIRST_PAGE)
        for block in desk.blocks(name)
        for segment in block.segments()
        if segment.number is not None
    )
    newest: dict[tuple[str, ...], Number] = {}
    for number in shown:
        place = number.address.partition("?")[0], *_without_period(number)
        if place not in newest or _when(newest[place]) < _when(number):
            newest[place] = number
    return list(newest.values())


def _without_period(number: Number) -> tuple[str, ...]:
    return tuple(code for name, code in number.key.items() if name != "period")


def _when(number: Number) -> Period:
    return Period(number.key["period"])


def changes(desk: Desk) -> Iterator[Block]:
    """Each headline number's change since the last brief, in parts; the first says that it is."""
    numbers = headlines(desk)
    tables = tuple(dict.fromkeys(t for number in numbers for t in number.indicator.tables))
    basis = history.find(desk.previous, tables, desk.store)
    compared = _compared(desk, basis, numbers)
    if compared is None:
        yield Claim(
            id="changes-first",
            text=desk.language.sentence("changes-first", is_why=basis.why or "first"),
            tables=(),
        )
        return
    earlier, found = compared
    desk.compared = earlier.narrowed([change.stated_at for change in found], tables).to_json()
    if any(change.any for change in found):
        yield _table(desk, earlier, found)
    else:
        yield Claim(
            id="changes-none",
            text=desk.language.sentence(
                "changes-none", date=earlier.when[:10], is_document=_yes(earlier.sha256)
            ),
            tables=(),
        )
    known = {change.number.address for change in found}
    fresh = [number for number in numbers if number.address not in known]
    if fresh:
        yield Claim(
            id="changes-new",
            text=desk.language.sentence(
                "changes-new", what=listing(desk.language, [_name(desk, n) for n in fresh])
            ),
            tables=(),
        )


def since_last(desk: Desk) -> Iterator[Block]:
    """On page one: what has changed, in the words of the part that says why."""
    first = desk.blocks("changes")[0]
    if isinstance(first, TableBlock):
        text, tables = desk.language.sentence("since-last", said=first.title), first.tables
    else:
        assert isinstance(first, Claim)  # noqa: S101 - of the blocks of this module
        text, tables = first.text, first.tables
    yield Claim(id="since-last", text=text, tables=tables)


def _compared(
    desk: Desk, basis: history.Basis, numbers: list[Number]
) -> tuple[Earlier, list[Change]] | None:
    """Return what is compared with and the changes since, or None where there is nothing."""
    earlier = basis.earlier
    while earlier is not None:
        comparison = Comparison(earlier, desk.store, desk.table)
        found = [change for n in numbers if (change := comparison.of(n)) is not None]
        again = basis.replaces and earlier is basis.earlier and comparison.unmoved()
        if not again or any(change.any for change in found):
            return earlier, found
        # made anew from the same answers: what it was compared with still is what came before
        earlier = basis.before
    return None


def _table(desk: Desk, earlier: Earlier, found: list[Change]) -> TableBlock:
    say = desk.language
    moved = [change for change in found if change.any]
    parts = [change.numbers() for change in moved]
    certain = [row[part] for row in parts for part in _CERTAIN if not row[part].missing]
    certainly = [
        change.number
        for change, row in zip(moved, parts, strict=True)
        if any(row[part].value for part in _CERTAIN)
    ]
    return TableBlock(
        id="changes",
        title=say.sentence(
            "changes-title",
            date=earlier.when[:10],
            count=len(found),
            what=_subjects(desk, certainly),
            is_moved=rules.verdict("some", *certain),
        ),
        grid=grid(
            say,
            say.sentence(
                "changes-caption",
                date=earlier.when[:10],
                checksum=earlier.sha256[:12],
                is_document=_yes(earlier.sha256),
                is_whole=_yes(not any(n.missing for row in parts for n in row.values())),
            ),
            (
                "number",
                "period",
                "before",
                "now",
                "change",
                *(f"part-{part}".replace("_", "-") for part in PARTS),
            ),
            [
                (
                    _name(desk, change.number),
                    _periods(desk, change),
                    row["before"],
                    Shown(change.number, decimals=change.number.column.decimals),
                    *(Shown(row[name], "signed") for name in ("change", *PARTS)),
                )
                for change, row in zip(moved, parts, strict=True)
            ],
            texts=(1,),
        ),
        tables=tuple(dict.fromkeys(t for change in moved for t in change.number.indicator.tables)),
    )


def _periods(desk: Desk, change: Change) -> str:
    """Return which period a number is for, or from which to which it has gone."""
    say, before, now = desk.language, Period(change.period), Period(change.number.key["period"])
    if before == now:
        return say.label(now)
    one_year = before.kind == now.kind == "month" and before.year == now.year
    return say.text("changes-months" if one_year else "changes-periods", before=before, now=now)


def _name(desk: Desk, number: Number) -> Segment:
    """Return what a headline number is called; by its own Swedish name where it has no other."""
    say, key = desk.language, number.key
    message = f"headline-{number.indicator.id}-{number.column.name}".replace("_", "-")
    where = Region(key["region"])
    if say.has(message):
        here = "riket" if where.code == "00" else "here" if where == desk.region else "elsewhere"
        chances = rules.PLAIN.get(key.get("chances", ""), "none")
        said = say.sentence(message, region=where, is_where=here, is_chances=chances)
        return said.segments[0]
    label = number.column.label
    if "ssyk" in key:
        label = f"{ssyk_labels().get(key['ssyk'], key['ssyk'])}: {lowered(label)}"
    return say.name(label)


def _subjects(desk: Desk, numbers: Iterable[Number]) -> Sentence:
    """Return what numbers are about, each subject once."""
    names = dict.fromkeys(number.indicator.id.replace("_", "-") for number in numbers)
    return listing(desk.language, [desk.language.text(f"subject-{name}") for name in names])


def _yes(true: object) -> str:
    """Return what a message chooses its words by."""
    return "yes" if true else "no"


BLOCKS = {"changes": changes, "since_last": since_last}
