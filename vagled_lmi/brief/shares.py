"""Kolada's shares as blocks show them: a region's own beside its kommuner or its län, and riket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vagled_lmi.brief import rules
from vagled_lmi.brief.blocks import Grid
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.grids import Content, grid
from vagled_lmi.brief.language import Slots
from vagled_lmi.brief.rules import Verdict
from vagled_lmi.brief.shelf import MissingFiguresError
from vagled_lmi.codes import Period, Region
from vagled_lmi.indicators.protocol import NoFiguresError, Number, Result

_RIKET = Region("00")
_SEXES = ("total", "women", "men")


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

    @property
    def known(self) -> bool:
        """Whether the region has a share of its own."""
        return not self.own["total"].missing

    @property
    def by_sex(self) -> bool:
        """Whether the region has the share of women and of men."""
        return not (self.own["women"].missing or self.own["men"].missing)

    def against_country(self) -> Verdict | str:
        """Return how the share stands to riket's; ``unknown`` where that cannot be said."""
        numbers = (self.own["total"], self.country, self.own["swing_pp"])
        if any(number.missing for number in numbers):
            return "unknown"
        return rules.verdict("swing", *numbers, noise=rules.SHARE_NOISE_PP)

    def ends(self) -> tuple[Number, Number]:
        """Return the lowest and the highest beside; one without a value where none has."""
        known = [number for number in self.beside.values() if not number.missing]
        among = sorted(known, key=lambda n: n.amount) or list(self.beside.values())
        return among[0], among[-1]

    def spread(self) -> tuple[Number, Number] | None:
        """Return the lowest and the highest beside; None unless they are told apart."""
        low, high = self.ends()
        apart = not low.missing and high.amount - low.amount >= rules.SHARE_NOISE_PP
        return (low, high) if apart else None


@dataclass(frozen=True, slots=True)
class Shares:
    """Some of Kolada's shares in one region: by code, in the order that they are shown."""

    region: Region
    by_code: Mapping[str, Share]

    @property
    def tables(self) -> tuple[str, ...]:
        """Ids of the tables that they are from."""
        return tuple(dict.fromkeys(share.table for share in self.by_code.values()))

    @property
    def is_kommun(self) -> bool:
        """Whether the region is a kommun."""
        return self.region.level == "municipality"

    def slots(self) -> Slots:
        """Return what every sentence about them is given."""
        cells = [cell for share in self._listed for cell in self._cells(share)]
        return {
            "region": self.region,
            "is_gap": "some" if any(cell.missing for cell in cells) else "none",
            "is_level": "municipality" if self.is_kommun else "county",
        }

    def grid(self, desk: Desk, caption: str) -> Grid:
        """Return the table of them: a row a share, its name the message ``share-CODE``."""
        say = desk.language
        heads = ["measure", "year", *(("all", "women-n", "men-n") if self._own else ())]
        heads += ["county", "riket"] if self._county else ["riket"]
        heads += [] if self.is_kommun else ["lowest-kommun", "highest-kommun"]
        lines: list[tuple[Content, ...]] = [
            (
                say.sentence(f"share-{share.code}").segments[0],
                share.when,
                *self._cells(share),
            )
            for share in self._listed
        ]
        return grid(say, say.sentence(caption, **self.slots()), heads, lines)

    @property
    def _listed(self) -> list[Share]:
        """What the table has: of a län, what Kolada has for it and not for its kommuner alone."""
        every = list(self.by_code.values())
        return every if self.is_kommun else [s for s in every if s.known] or every

    @property
    def _own(self) -> bool:
        """Whether the region has any share of its own: Kolada has some for kommuner alone."""
        return any(share.known for share in self.by_code.values())

    @property
    def _county(self) -> bool:
        """Whether the län of a kommun has any of them."""
        beside = [n for share in self.by_code.values() for n in share.beside.values()]
        return self.is_kommun and not all(number.missing for number in beside)

    def _cells(self, share: Share) -> tuple[Number, ...]:
        """Return what stands in a share's row after its name and year."""
        own = tuple(share.own[sex] for sex in _SEXES) if self._own else ()
        if self.is_kommun:
            return (*own, *(share.beside.values() if self._county else ()), share.country)
        return (*own, share.country, *share.ends())


def shares(desk: Desk, shown: Mapping[str, tuple[str, str]]) -> Shares:
    """Return the shares there are of some: in the brief's region, or else in its län.

    Parameters
    ----------
    desk : Desk
        The brief's.
    shown : dict of str to (str, str)
        Kolada's code to the indicator that has it and the id of the table.

    Raises
    ------
    MissingFiguresError
        When none of the tables has any.
    """
    above = desk.region.parent if desk.region.level == "municipality" else None
    for region in filter(None, (desk.region, above)):
        found: dict[str, Share] = {}
        for code, (indicator, table) in shown.items():
            try:
                share = _share(desk.result(indicator, region), table, code)
            except NoFiguresError:
                continue
            if share is not None:
                found[code] = share
        if found:
            return Shares(region, found)
    tables = tuple(dict.fromkeys(table for _, table in shown.values()))
    raise MissingFiguresError(tables, desk.region)


def _share(result: Result, table: str, code: str) -> Share | None:
    """Return one of Kolada's shares in a result's region; None where no region shown has it."""
    years = result.keys_of("period", contents=code)
    if not years:
        return None
    key = {"period": years[0], "contents": code}
    regions = [Region(other) for other in result.keys_of("region", **key)]
    return Share(
        code,
        table,
        result.row(region=result.region.code, **key),
        result.number("total", region=_RIKET.code, **key),
        {
            other: result.number("total", region=other.code, **key)
            for other in regions
            if other not in (result.region, _RIKET)
        },
    )
