"""Unga utanför: who neither works nor studies, who is eligible, who completes upper-secondary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Block, Claim, TableBlock
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, grid
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.brief.shelf import MissingFiguresError
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError, Number, Result

_RIKET = Region("00")
_TABLES = {
    "kolada_outside": "kolada:utanfor",
    "kolada_eligibility": "kolada:behorighet",
    "kolada_gymnasium": "kolada:gymnasium",
}
#: What the table shows, from the top down: the indicator, and Kolada's code of the share.
_SHOWN = (
    ("kolada_outside", "N02797"),
    ("kolada_outside", "N18741"),
    ("kolada_outside", "N18746"),
    ("kolada_eligibility", "N15428"),
    ("kolada_gymnasium", "N17803"),
    ("kolada_gymnasium", "N17801"),
    ("kolada_gymnasium", "N17461"),
)
_OUTSIDE, _RESPONSIBLE, _HELPED, _COMPLETED = "N02797", "N18741", "N18746", "N17461"


@dataclass(frozen=True, slots=True)
class Share:
    """One of Kolada's shares in a region, and what it is shown beside.

    Attributes
    ----------
    code : str
        Kolada's.
    table : str
        Id of the table.
    own : dict of str to Number
        The region's measures.
    country : Number
        The share in riket.
    beside : dict of Region to Number
        The share in the region's kommuner, or in the län that a kommun lies in.
    """

    code: str
    table: str
    own: Mapping[str, Number]
    country: Number
    beside: Mapping[Region, Number]

    @property
    def when(self) -> Period:
        """The year that the share is of."""
        return Period(self.country.key["period"])

    def against_country(self) -> Verdict | str:
        """How the share stands to riket's; ``unknown`` where that cannot be said."""
        numbers = (self.own["total"], self.country, self.own["swing_pp"])
        if any(number.missing for number in numbers):
            return "unknown"
        return rules.verdict("swing", *numbers, noise=rules.SHARE_NOISE_PP)

    def ends(self) -> tuple[Number, Number]:
        """The lowest and the highest of the shares beside; those without a value come last."""
        known = [number for number in self.beside.values() if not number.missing]
        known.sort(key=lambda number: number.amount)
        among = known or list(self.beside.values())
        return among[0], among[-1]


def shares(result: Result, table: str, code: str) -> Share | None:
    """Return one of Kolada's shares in a result's region; None where no region shown has it."""
    region = result.region
    years = result.keys_of("period", contents=code)
    if not years:
        return None
    key = {"period": years[0], "contents": code}
    regions = [Region(other) for other in result.keys_of("region", **key)]
    return Share(
        code,
        table,
        result.row(region=region.code, **key),
        result.number("total", region=_RIKET.code, **key),
        {
            other: result.number("total", region=other.code, **key)
            for other in regions
            if other not in (region, _RIKET)
        },
    )


def young_outside(desk: Desk) -> Iterator[Block]:
    """Young people outside, eligible and through upper-secondary school: the region and riket."""
    say, (region, found) = desk.language, _found(desk)
    by_code = {share.code: share for share in found}
    used = tuple(dict.fromkeys(share.table for share in found))
    slots = _slots(region, found)
    head = by_code.get(_OUTSIDE)
    known = head is not None and not head.own["total"].missing
    if head is not None and known:
        slots |= {"share": head.own["total"], "year": head.when, "country": head.country}
        slots["is_against"] = head.against_country()
    caption = say.sentence("young-outside-caption", **slots)
    yield TableBlock(
        id="young-outside",
        title=say.sentence(f"young-outside{'' if known else '-unknown'}-title", **slots),
        grid=grid(say, caption, _heads(region), [_line(desk, region, s) for s in found]),
        tables=used,
    )
    yield from _responsibility(desk, region, by_code)
    yield from _completion(desk, region, by_code)


def _responsibility(desk: Desk, region: Region, by_code: Mapping[str, Share]) -> Iterator[Block]:
    """The kommun's responsibility for those under 20 who are not in upper-secondary school."""
    share, helped = by_code.get(_RESPONSIBLE), by_code.get(_HELPED)
    if share is None or helped is None:
        return
    slots: Slots = {"region": region, "year": share.when}
    if region.level == "municipality":
        numbers = {"share": share.own["total"], "helped": helped.own["total"]}
    else:
        low, high = share.ends()
        least, most = helped.ends()
        numbers = {"low": low, "high": high, "least": least, "most": most}
    if any(number.missing for number in numbers.values()):
        return
    name = "kommun" if region.level == "municipality" else "county"
    yield Claim(
        id="young-responsibility",
        text=desk.language.sentence(f"young-responsibility-{name}", **slots, **numbers),
        tables=(share.table,),
    )


def _completion(desk: Desk, region: Region, by_code: Mapping[str, Share]) -> Iterator[Block]:
    """Who has a diploma four years after they began, against riket; women and men."""
    share = by_code.get(_COMPLETED)
    if share is None or share.own["total"].missing:
        return
    own = share.own
    yield Claim(
        id="young-completion",
        text=desk.language.sentence(
            "young-completion",
            region=region,
            year=share.when,
            share=own["total"],
            country=share.country,
            women=own["women"],
            men=own["men"],
            is_by_sex="no" if own["women"].missing or own["men"].missing else "yes",
            is_against=share.against_country(),
        ),
        tables=(share.table,),
    )


def _found(desk: Desk) -> tuple[Region, list[Share]]:
    """Return the shares there are: of the brief's region, or else of the län it lies in."""
    above = desk.region.parent if desk.region.level == "municipality" else None
    for region in filter(None, (desk.region, above)):
        found = []
        for indicator, code in _SHOWN:
            try:
                result = desk.result(indicator, region)
            except NoFiguresError:
                continue
            share = shares(result, _TABLES[indicator], code)
            found += [share] if share is not None else []
        if found:
            return region, found
    raise MissingFiguresError(tuple(_TABLES.values()), desk.region)


def _slots(region: Region, found: list[Share]) -> Slots:
    is_kommun = region.level == "municipality"
    gaps = any(share.own["total"].missing or share.country.missing for share in found)
    return {
        "region": region,
        "is_gap": "some" if gaps else "none",
        "is_level": "municipality" if is_kommun else "county",
    }


def _heads(region: Region) -> tuple[str, ...]:
    own = ("measure", "year", "all", "women-n", "men-n")
    if region.level == "municipality":
        return (*own, "county", "riket")
    return (*own, "riket", "lowest-kommun", "highest-kommun")


def _line(desk: Desk, region: Region, share: Share) -> tuple[Content, ...]:
    own: tuple[Content, ...] = (
        desk.language.sentence(f"share-{share.code}").segments[0],
        share.when,
        *(share.own[sex] for sex in ("total", "women", "men")),
    )
    if region.level == "municipality":
        (county,) = share.beside.values()
        return (*own, county, share.country)
    return (*own, share.country, *share.ends())


BLOCKS = {"young_outside": young_outside}
