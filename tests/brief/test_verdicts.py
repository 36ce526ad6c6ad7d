"""Words follow figures whatever the figures are: changed at random, read by an oracle of its own.

The oracle knows nothing of the program's rules: it decides each word anew from the document's own
numbers and tables, and reads in the sentence whether that word and no other stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.brief import sample
from vagled_lmi import resources, tables
from vagled_lmi.brief.desk import Desk, number_json
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

REGION, NEWEST, BUILT = "03", "2026M06", "2026-11-23T12:00:00Z"
SEEDS = 16
SHOWN = (
    "main_points", "employed", "employed_trend", "unemployment", "largest_occupations",
    "barometer_counts", "barometer_growing", "barometer_differs", "vocational_places", "cohorts",
    "population", "eligibility", "women_and_men",
)  # fmt: skip
EMPLOYED, UNEMPLOYMENT, POPULATION = "scb:ArbStDoNMNN", "scb:TAB6260", "scb:TAB6471"
OCCUPATIONS, BAROMETER = "scb:YREG60", "af:yrkesbarometern"
ELIGIBILITY, PLACES = "skolverket:behorighet", "myh:beviljade"

NUMERAL = re.compile(r"[+\u2212]?\d[\d\u202f]*(,\d+)?")

Frame = pd.DataFrame
Random = np.random.Generator


# --- the figures, changed at random but as an agency might have given them


def employed(frame: Frame, chance: Random) -> Frame:
    """The newest month, and the year before it, so that changes fall on all sides of the noise."""
    for region in (REGION, "00"):
        here = frame["region"] == region
        year_before = frame[here & (frame["period"] == "2025M06")]["value"].iloc[0]
        change = chance.choice([-3.1, -0.31, -0.29, 0.0, 0.29, 0.31, 2.4])
        newest = here & (frame["period"] == NEWEST)
        frame.loc[newest, "value"] = round(year_before * (1 + change / 100))
        last_year = here & (frame["period"] > "2025M06") & (frame["period"] < NEWEST)
        before = here & (frame["period"] > "2024M06") & (frame["period"] < "2025M06")
        factor = 1 + chance.choice([-2.0, -0.1, 0.1, 2.0]) / 100
        frame.loc[last_year, "value"] = (frame.loc[before, "value"].to_numpy() * factor).round()
    if chance.random() < 0.2:  # a month that the agency does not give
        gone = (frame["region"] == REGION) & (frame["period"] == "2025M06")
        frame.loc[gone, ["value", "status"]] = [np.nan, ".."]
    if chance.random() < 0.2:  # a row that is not there at all
        frame = frame[~((frame["region"] == REGION) & (frame["period"] == "2025M03"))]
    return frame


def unemployment(frame: Frame, chance: Random) -> Frame:
    newest = frame["period"] == frame["period"].max()
    country = float(frame[newest & (frame["region"] == "00")]["value"].iloc[0])
    away = chance.choice([-2.0, -0.2, -0.1, 0.0, 0.1, 0.2, 3.0])
    frame.loc[newest & (frame["region"] == REGION), "value"] = round(country + away, 1)
    return frame


def population(frame: Frame, chance: Random) -> Frame:
    """The young against the old, and two age groups that are the largest, nearly or clearly."""
    here = frame["region"] == REGION

    def resize(age: str, total: float) -> None:
        men = round(total * 0.51)
        for sex, size in (("men", men), ("women", round(total) - men), ("total", round(total))):
            frame.loc[here & (frame["age"] == age) & (frame["sex"] == sex), "value"] = float(size)

    leaving = 41_000
    resize("60-69", leaving)
    resize("10-19", leaving * (1 + chance.choice([-0.4, -0.021, -0.019, 0, 0.019, 0.021, 0.3])))
    largest = 90_000
    resize("20-29", largest)
    resize("30-39", largest - chance.choice([0, 9, 10, 11, 4000]))
    return frame


def occupations(frame: Frame, chance: Random) -> Frame:
    """The two largest occupations within, at and beyond what chance alone may move a count."""
    newest = (frame["region"] == REGION) & (frame["period"] == frame["period"].max())
    totals = frame[newest & (frame["sex"] == "total")].sort_values("value", ascending=False)
    first, second = totals["ssyk"].iloc[:2]
    away = int(chance.choice([0, 100, 250, 280, 290, 900]))  # 2 √(10 000 + 10 000 - d) is about 281
    for ssyk, size in ((first, 10_000), (second, 10_000 - away)):
        rows = newest & (frame["ssyk"] == ssyk)
        frame.loc[rows & (frame["sex"] == "total"), "value"] = float(size)
        frame.loc[rows & (frame["sex"] == "women"), "value"] = float(size // 3)
    women = newest & (frame["sex"] == "women")
    here = frame[newest & (frame["sex"] == "total")].set_index("ssyk")["value"]
    if chance.random() < 0.8:  # women and men are as many in work of so large a share of all
        share = chance.choice([30.0, 48.9, 49.3, 50.0, 50.7, 51.1, 80.0])
        order = here.sample(frac=1, random_state=int(chance.integers(1000)))
        even = order.cumsum() <= share / 100 * here.sum()
        told = (order * np.where(even, 0.5, 0.1)).round()
        frame.loc[women, "value"] = frame.loc[women, "ssyk"].map(told)
    return frame


def barometer(frame: Frame, chance: Random) -> Frame:
    judged = (frame["region"] == REGION) & (frame["contents"] == "jobbmojligheter")
    weights = chance.dirichlet([1, 1, 1])
    some = judged & (chance.random(len(frame)) < 0.7)
    words = chance.choice(["stora", "medelstora", "små"], size=int(some.sum()), p=weights)
    frame.loc[some, "value"] = words
    return frame


def eligibility(frame: Frame, chance: Random) -> Frame:
    """Shares of any size, and some that the agency does not print."""
    here = frame["region"].str.startswith(REGION) & (frame["sex"] == "total")
    frame.loc[here, ["value", "status"]] = [90.0, ""]
    for row in frame.index[here]:
        status = chance.choice(["", "", "", "..", "~100"]) if chance.random() < 0.6 else ""
        frame.loc[row, "value"] = round(chance.uniform(60, 97), 1) if not status else np.nan
        frame.loc[row, "status"] = status
    if frame.loc[here, "value"].isna().all():
        frame.loc[frame.index[here][0], ["value", "status"]] = [88.0, ""]
    return frame


def places(frame: Frame, chance: Random) -> Frame:
    rows = frame.index[(frame["region"] == REGION) & (frame["contents"] == "places")]
    sizes = chance.integers(10, 200, size=len(rows)).astype(float)
    if chance.random() < 0.5:
        sizes[1] = sizes[0] = sizes.max()
    frame.loc[rows, "value"] = sizes
    return frame


CHANGES: Mapping[str, Callable[[Frame, Random], Frame]] = {
    EMPLOYED: employed, UNEMPLOYMENT: unemployment, POPULATION: population,
    OCCUPATIONS: occupations, BAROMETER: barometer, ELIGIBILITY: eligibility, PLACES: places,
}  # fmt: skip


# --- what a document holds


@dataclass(frozen=True)
class Told:
    """The blocks of a brief by id, and its numbers by address."""

    blocks: Mapping[str, Mapping[str, Any]]
    numbers: Mapping[str, Any]

    def value(self, measure: str, region: str, period: str) -> float | None:
        """One number, found by an address that is put together here."""
        address = f"{REGION}/{measure}?region={region}&period={period}"
        found: float | None = self.numbers.get(address, {}).get("value")
        return found

    def sentence(self, block: str) -> str:
        told = self.blocks[block]
        return sample.text_of(told.get("text") or told["title"])

    def column(self, block: str, place: int) -> list[str]:
        return [row[place]["text"] for row in self.blocks[block]["table"]["rows"]]

    def amounts(self, block: str, place: int) -> list[float]:
        return [amount(text) for text in self.column(block, place) if NUMERAL.fullmatch(text)]


def amount(text: str) -> float:
    """A number as a reader of Swedish reads it."""
    plain = text.replace("\u202f", "").replace("\u2212", "-").replace(",", ".")
    return float(plain)


@pytest.fixture(scope="module")
def told(tables: Mapping[str, Table]) -> list[Told]:
    """What the brief of Uppsala says of figures that were changed at random, time after time."""
    return [_told(tables, np.random.default_rng(seed)) for seed in range(SEEDS)]


def _told(held: Mapping[str, Table], chance: Random) -> Told:
    changed = dict(held)
    for name, change in CHANGES.items():
        frame = change(held[name].frame.copy(), chance)
        changed[name] = replace(held[name], frame=tables.check(held[name].spec, frame))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "load", lambda table, _: changed[table])
        desk = Desk(REGION, store=Archive(resources.snapshot_dir()), built=BUILT)
        blocks = [block for name in SHOWN for block in desk.blocks(name)]
    numbers = {at: number_json(n) for block in blocks for at, n in block.numbers().items()}
    return Told({block.id: block.to_json() for block in blocks}, numbers)


# --- the oracle


def way(change: float | None, noise: float) -> str | None:
    if change is None:
        return None
    return "same" if -noise < change < noise else "more" if change > 0 else "fewer"


def beside(one: float | None, other: float | None, noise: float) -> str | None:
    return None if one is None or other is None else way(one - other, noise)


def by_chance(one: float, other: float) -> str:
    """Two counts are one standard deviation of their difference, √(a + b), apart; twice is sure."""
    return "shared" if (one - other) ** 2 < 4 * (one + other) else "alone"


def largest(amounts: list[float], noise: float) -> str:
    first, second = sorted(amounts, reverse=True)[:2]
    return "shared" if first - second <= noise else "alone"


def rate(told: Told, region: str) -> float | None:
    return told.value("unemployment/rate", region, "2024M01")


def at_top(told: Told) -> str:
    return "nearly" if "nästan 100" in told.column("eligibility", 1) else "number"


MORE = {"more": "fler än ett år", "fewer": "färre än ett år", "same": "lika många som ett år"}
TITLE = {"more": "procent fler i", "fewer": "procent färre i", "same": "ungefär lika många i"}
IN_RIKET = {
    "more": "I riket ökade antalet med", "fewer": "I riket minskade antalet med",
    "same": "I riket var antalet i stort sett oförändrat",
}  # fmt: skip
TREND = {
    "more": "Trenden pekar uppåt", "fewer": "Trenden pekar nedåt",
    "same": "Trenden är i stort sett oförändrad",
}  # fmt: skip
TREND_IN_RIKET = {
    "more": "I riket är ökningen", "fewer": "I riket är minskningen",
    "same": "I riket är antalet i stort sett oförändrat",
}  # fmt: skip
THAN_RIKET = {
    "more": "högre än i riket", "fewer": "lägre än i riket", "same": "ungefär som i riket",
}  # fmt: skip
YOUNG = {"more": "Fler unga", "fewer": "Färre unga", "same": "Ungefär lika många unga"}

Decide = Callable[[Told], str | None]
#: Block, what decides, and which words each decision gives.
ORACLE: list[tuple[str, Decide, Mapping[str, str]]] = [
    ("point-employed", lambda t: way(t.value("employed/change_pct", REGION, NEWEST), 0.3), MORE),
    ("point-employed", lambda t: way(t.value("employed/change_pct", "00", NEWEST), 0.3), IN_RIKET),
    ("employed", lambda t: way(t.value("employed/change_pct", REGION, NEWEST), 0.3), TITLE),
    ("employed-trend", lambda t: way(t.value("employed/trend_pct", REGION, NEWEST), 0.3), TREND),
    (
        "employed-trend",
        lambda t: way(t.value("employed/trend_pct", "00", NEWEST), 0.3),
        TREND_IN_RIKET,
    ),
    ("point-unemployment", lambda t: beside(rate(t, REGION), rate(t, "00"), 0.15), THAN_RIKET),
    ("unemployment", lambda t: beside(rate(t, REGION), rate(t, "00"), 0.15), THAN_RIKET),
    (
        "point-cohorts",
        lambda t: beside(t.value("cohorts/per_100", REGION, "2026M04"), 100.0, 2.0),
        YOUNG,
    ),
    (
        "cohorts",
        lambda t: beside(t.value("cohorts/per_100", REGION, "2026M04"), 100.0, 2.0),
        YOUNG,
    ),
    (
        "largest-occupations",
        lambda t: by_chance(*sorted(t.amounts("largest-occupations", 1), reverse=True)[:2]),
        {"shared": "Störst är yrkena", "alone": "Störst är yrket "},
    ),
    (
        "population",
        lambda t: largest(t.amounts("population", 1), 10),
        {"shared": "Störst åldersgrupper", "alone": "Störst åldersgrupp i"},
    ),
    (
        "vocational-places",
        lambda t: largest(t.amounts("vocational-places", 1), 0),
        {"shared": "gäller områdena", "alone": "gäller området"},
    ),
    ("eligibility", at_top, {"nearly": "procent och nästan alla i", "number": "procent i årskurs"}),
    (
        "women-and-men",
        lambda t: beside(t.value("workforce/balanced_pct", REGION, "2024"), 50.0, 1.0),
        {
            "fewer": "Yrkena är ofta könsuppdelade",
            "more": "De flesta arbetar i yrken där",
            "same": "Omkring hälften arbetar i yrken där",
        },
    ),
]


#: Which numbers a sentence shows, however its words turn.
SHOWS: Mapping[str, set[str]] = {
    "employed": {f"employed/change_pct?region={REGION}"},
    "employed-trend": {f"employed/trend_pct?region={REGION}", "employed/trend_pct?region=00"},
    "point-employed": {
        f"employed/level?region={REGION}", f"employed/change?region={REGION}",
        "employed/change_pct?region=00",
    },
    "unemployment": {f"unemployment/rate?region={REGION}"},
    "point-unemployment": {f"unemployment/rate?region={REGION}", "unemployment/rate?region=00"},
    "cohorts": {f"cohorts/per_100?region={REGION}"},
    "point-cohorts": {f"cohorts/per_100?region={REGION}"},
    "women-and-men": {f"workforce/balanced_pct?region={REGION}"},
}  # fmt: skip


@pytest.mark.parametrize("block", SHOWS)
def test_a_sentence_shows_the_numbers_that_it_speaks_of(told: list[Told], block: str) -> None:
    shown: set[str] = set()
    for one in told:
        if block in one.blocks:
            runs = one.blocks[block].get("text") or one.blocks[block]["title"]
            addresses = {run["number"] for run in runs if "number" in run}
            measures = {a.removeprefix(f"{REGION}/").partition("&")[0] for a in addresses}
            assert measures <= SHOWS[block]
            shown |= measures
    assert shown == SHOWS[block]


@pytest.mark.parametrize(
    ("block", "decide", "words"),
    ORACLE,
    ids=[f"{n}-{block}" for n, (block, *_) in enumerate(ORACLE)],
)
def test_each_word_is_the_one_that_the_figures_give(
    told: list[Told], block: str, decide: Decide, words: Mapping[str, str]
) -> None:
    seen = set()
    for one in told:
        if block not in one.blocks:
            continue
        word = decide(one)
        assert word is not None, "a sentence without its figure"
        sentence = one.sentence(block)
        assert [w for w, phrase in words.items() if phrase in sentence] == [word], sentence
        seen.add(word)
    assert seen == set(words), "the figures were not changed enough to try every word"


def test_where_a_figure_is_missing_nothing_is_said_of_it(told: list[Told]) -> None:
    silent = 0
    for one in told:
        changed = one.value("employed/change_pct", REGION, NEWEST)
        assert ("point-employed" in one.blocks) == (changed is not None)
        silent += "point-employed" not in one.blocks
        assert "ingen uppgift" not in " ".join(
            one.sentence(block) for block in one.blocks if not block.startswith("missing")
        )
    assert 0 < silent < len(told)


def test_counts_in_titles_are_the_counts_of_their_tables(told: list[Told]) -> None:
    for one in told:
        large = one.numbers[
            f"{REGION}/barometer_counts/occupations?region={REGION}&period=2025-1&chances=stora"
        ]["value"]
        for block in ("barometer-counts", "point-barometer"):
            assert f"{large:.0f} yrke" in one.sentence(block)
        (here,) = [
            row for row in one.blocks["barometer-counts"]["table"]["rows"]
            if row[0]["text"] == "Uppsala län"
        ]  # fmt: skip
        assert amount(here[1]["text"]) == large
        if "barometer-growing" in one.blocks:
            rows = one.blocks["barometer-growing"]["table"]["rows"]
            assert f"I {len(rows)} yrke" in one.sentence("barometer-growing")
        if "barometer-differs" in one.blocks:
            compared, better, worse = map(
                int, re.findall(r"\d+", one.sentence("barometer-differs"))[:3]
            )
            rows = one.blocks["barometer-differs"]["table"]["rows"]
            assert len(rows) == better + worse <= compared


def test_ends_of_a_range_are_the_ends_of_the_table(told: list[Told]) -> None:
    for one in told:
        shares = one.amounts("eligibility", 1)
        said = [amount(text) for text in re.findall(r"\d+,\d", one.sentence("eligibility"))]
        assert said == ([min(shares)] if at_top(one) == "nearly" else [min(shares), max(shares)])
        places = one.amounts("vocational-places", 1)
        assert places == sorted(places, reverse=True)
        assert f"{max(places):.0f}" in one.sentence("vocational-places")


def values(node: Any) -> Iterator[tuple[str, str]]:
    """Every text that shows a number, with the number's address."""
    if isinstance(node, dict):
        if "number" in node:
            yield node["number"], node["text"]
        for child in node.values():
            yield from values(child)
    elif isinstance(node, list):
        for child in node:
            yield from values(child)


def test_sentence_and_figure_show_the_same_value(told: list[Told]) -> None:
    """A number that stands in both is the same in both, but for how far it is rounded."""
    both = 0
    for one in told:
        for block in one.blocks.values():
            if "table" not in block:
                continue
            shown = dict(values(block["table"]["rows"]))
            for address, text in values([block.get("title"), block.get("alt")]):
                if address not in shown or not NUMERAL.fullmatch(text):
                    continue
                value = one.numbers[address]["value"]
                for told_as in (text, shown[address]):
                    decimals = len(told_as.partition(",")[2])
                    assert abs(abs(amount(told_as)) - abs(value)) <= 0.5000001 * 10.0**-decimals
                both += 1
    assert both > 100


def test_the_chart_says_what_its_table_says(told: list[Told]) -> None:
    for one in told:
        for name in ("employed", "unemployment", "cohorts", "population"):
            if name not in one.blocks:
                continue
            drawn = re.sub(r"<[^>]*>", " ", one.blocks[name]["svg"])
            for text in one.column(name, 1):
                assert text in drawn, (name, text)


def test_a_word_changes_when_and_only_when_its_decision_does(told: list[Told]) -> None:
    """Without its values, a sentence is given by its decisions, and other ones give another."""
    said: dict[tuple[str, tuple[str, ...]], set[str]] = {}
    for one in told:
        for name in {block for block, *_ in ORACLE} & set(one.blocks):
            block = one.blocks[name]
            words = tuple(v["word"] for v in block["verdicts"])
            runs = block.get("text") or block["title"]
            text = "".join("#" if "number" in run else run["text"] for run in runs)
            if name in ("largest-occupations", "vocational-places", "population"):
                text = re.sub(r"”[^”]*”|\d+–\d+ år|yrke(t|na) [^,]*,", "", text)
            said.setdefault((name, words), set()).add(re.sub(r"\(.*?\)", "", text))
    assert all(len(texts) == 1 for texts in said.values()), said
    for name in {name for name, _ in said}:
        texts = [texts for (other, _), texts in said.items() if other == name]
        assert len(set.union(*texts)) == len(texts), name
