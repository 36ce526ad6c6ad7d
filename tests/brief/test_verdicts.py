"""Words and figures under change: whatever the figures become, the sentence follows them.

The program's tables are changed at random, many times over. Of each block that comes out, its
words are read by the phrases below and held against the numbers it shows, by a reckoning of the
tests' own.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.brief.conftest import KINDS
from vagled_lmi import resources
from vagled_lmi.brief import charts
from vagled_lmi.brief.blocks import Block
from vagled_lmi.brief.desk import Desk, makers, page_makers
from vagled_lmi.brief.language import Sentence
from vagled_lmi.brief.subject import Subject
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

BUILT = "2026-11-23T12:00:00Z"
SEEDS = range(24)


def shaken(tables: Mapping[str, Table], seed: int) -> dict[str, Table]:
    """Return the tables with their newest figures changed: each region and occupation its own way.

    Half of the changes are smaller than the noise, half much larger. Women stay within the total.
    """
    random = np.random.default_rng(seed)
    made = {}
    for name, table in tables.items():
        frame = table.frame.copy()
        if table.spec.is_classes:
            frame["value"] = _classes(table, frame, random)
        elif name == "skolverket:behorighet":
            frame = _shares(frame, random)
        else:
            newest = frame["period"] == frame["period"].max()
            groups = frame[[c for c in ("region", "ssyk", "age", "field") if c in frame]]
            codes = pd.factorize(pd.MultiIndex.from_frame(groups))[0]
            spread = np.where(random.random(codes.max() + 1) < 0.5, 0.004, 0.5)
            factor = 1 + spread * random.uniform(-1, 1, codes.max() + 1)
            changed = frame["value"] * factor[codes]
            digits = 1 if table.spec.contents[0].decimals else 0
            frame["value"] = frame["value"].where(~newest, changed.round(digits))
            if "sex" in frame:
                frame = _sexes(frame, newest, random)
        made[name] = Table(table.spec, frame, table.retrievals)
    return made


def _classes(table: Table, frame: pd.DataFrame, random: np.random.Generator) -> pd.Series:
    """Most classes anew; in some seeds, all of one kind."""
    every = {c.code: c.classes for c in table.spec.contents}
    alike = random.random() < 0.3
    values = frame["value"].copy()
    for code, classes in every.items():
        rows = frame["contents"] == code
        one = classes[random.integers(len(classes))]
        drawn = random.choice(classes, rows.sum()) if not alike else one
        values[rows] = drawn
    return values


def _shares(frame: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    drawn = random.random(len(frame))
    status = np.where(drawn < 0.1, "~100", np.where(drawn < 0.15, "..", ""))
    if random.random() < 0.5:
        status = np.where(status == "~100", "", status)
    value = np.where(status == "", random.uniform(50, 99, len(frame)).round(1), np.nan)
    return frame.assign(value=value, status=status)


def _sexes(frame: pd.DataFrame, newest: pd.Series, random: np.random.Generator) -> pd.DataFrame:
    """A share of women of each row's own; men are what is left, where the table has them."""
    keys = [c for c in frame.columns if c not in ("sex", "value", "status")]
    wide = frame.set_index([*keys, "sex"])["value"].unstack("sex")
    share = random.uniform(0, 1, len(wide))
    wide["women"] = (wide["total"] * share).round()
    if "men" in wide:
        wide["men"] = wide["total"] - wide["women"]
    long = wide.stack().rename("value").reset_index()
    merged = frame.drop(columns="value").merge(long, on=[*keys, "sex"], how="left")
    merged["value"] = merged["value"].where(newest.to_numpy(), frame["value"].to_numpy())
    return merged[list(frame.columns)]


@pytest.fixture(autouse=True)
def _undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("bars", "columns", "dots", "stacked"):
        monkeypatch.setattr(charts, name, lambda *_, **__: "<svg/>")


def blocks_of(about: Subject, tables: Mapping[str, Table]) -> Iterator[Block]:
    """Every block that is made of the tables for a subject."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "load", lambda table, _: tables[table])
        occupation = about.occupation.code if about.occupation else ""
        archive = Archive(resources.snapshot_dir())
        desk = Desk(about.region.code, occupation=occupation, store=archive, built=BUILT)
        if about.kind == "cards":
            for page in page_makers()["field_cards"](desk):
                yield from page.blocks
        else:
            for name in makers():
                yield from desk.blocks(name)


def text_of(block: Block) -> str:
    said: Any = getattr(block, "title", None) or getattr(block, "text", None) or ""
    said = block.text if block.kind == "claim" else said  # type: ignore[attr-defined]
    return str(said).replace("\N{NARROW NO-BREAK SPACE}", "")


def words_of(block: Block) -> dict[str, str]:
    """The verdicts that chose the words of a block's title or text."""
    said: Any = block.text if block.kind == "claim" else getattr(block, "title", None)  # type: ignore[attr-defined]
    return {s: v.word for s, v in said.verdicts} if isinstance(said, Sentence) else {}


# --- the tests' own reckoning: phrases, and what must hold of the numbers where they stand


def change(value: float, noise: float) -> str:
    return "same" if abs(value) < noise else "up" if value > 0 else "down"


PHRASES: dict[str, dict[str, str]] = {
    "employed": {"up": "procent fler", "down": "procent färre", "same": "ungefär lika många"},
    "point-employed": {"up": " fler än", "down": " färre än", "same": "i stort sett lika många"},
    "employed-trend": {"up": "pekar uppåt", "down": "pekar nedåt", "same": "oförändrad:"},
    "unemployment": {"higher": "högre än i riket", "lower": "lägre än i riket",
                     "same": "ungefär som i riket"},
    "point-unemployment": {"higher": "högre än i riket", "lower": "lägre än i riket",
                           "same": "ungefär som i riket"},
    "cohorts": {"higher": "Fler unga", "lower": "Färre unga", "same": "Ungefär lika många unga"},
    "point-cohorts": {"higher": "Fler unga", "lower": "Färre unga",
                      "same": "Ungefär lika många unga"},
    "largest-occupations": {"up": "Störst är yrket", "same": "Störst är yrkena"},
    "population": {"alone": "Störst åldersgrupp i", "shared": "Störst åldersgrupper i"},
    "vocational-places": {"alone": "gäller området", "shared": "gäller områdena"},
    "women-and-men": {"minority": "ofta könsuppdelade", "majority": "De flesta arbetar i yrken"},
    "eligibility": {"nearly-all": "och nästan alla", "share": r"^Mellan [\d,]+ och [\d,]+ procent"},
    "occupation-change": {"up": "Det är fler än", "down": "Det är färre än",
                          "same": "inte större än vad slumpen"},
    "occupation-years": {"up": "Fler arbetade", "down": "Färre arbetade",
                         "same": "Ungefär lika många"},
    "occupation-women-and-men": {"even": "ungefär lika många", "women": "De flesta är kvinnor",
                                 "men": "De flesta är män"},
    "occupation-regions": {"higher": "vanligast i", "same": "ungefär lika vanligt"},
    "occupation-ads": {"higher": "annonseras oftast i", "same": "ungefär lika ofta"},
    "side-by-side": {"up": "Fler arbetar i alla", "down": "Färre arbetar i alla",
                     "same": "Ungefär lika många arbetar i alla", "apart": "i andra färre",
                     "up-or-same": "Fler arbetar i en del.* ungefär lika många",
                     "down-or-same": "Färre arbetar i en del.* ungefär lika många"},
    "unemployment-area": {"higher": "går från", "same": "ungefär densamma"},
    "cohorts-area": {"higher": "Mellan ", "same": "ungefär lika många unga"},
    "card-balance": {"even": "ungefär lika många", "women": "av 10 kvinnor|av 100 kvinnor",
                     "men": "av 10 män|av 100 män"},
    "card-outlook": {"good": "De flesta yrkena har stora", "hard": "De flesta yrkena har små",
                     "mixed": "skiljer sig mellan yrkena", "none": "bedömer inga yrken"},
}  # fmt: skip


def _versus(a: float, b: float, noise: float) -> str:
    return "same" if abs(a - b) < noise else "higher" if a > b else "lower"


def _counted(before: float, after: float) -> str:
    certain = (after - before) ** 2 >= 4 * (before + after)
    return ("up" if after > before else "down") if certain else "same"


def _quotients(a: float, n: float, b: float, m: float) -> str:
    spread = math.hypot(a / math.sqrt(max(n, 1)), b / math.sqrt(max(m, 1)))
    return _versus(a, b, 2 * spread)


def _balance(women: float) -> str:
    return "women" if women > 60 else "men" if women < 40 else "even"


def _lean(judged: float, large: float, small: float) -> str:
    if judged == 0:
        return "none"
    return "good" if 2 * large > judged else "hard" if 2 * small > judged else "mixed"


def _tide(ways: list[str]) -> str:
    if "up" in ways and "down" in ways:
        return "apart"
    moving = {way for way in ways if way != "same"}
    if not moving:
        return "same"
    (way,) = moving
    return f"{way}-or-same" if "same" in ways else way


#: Which slot the phrases belong to, and the word that the numbers of its verdict call for.
Oracle = Callable[..., str]
ORACLES: dict[str, tuple[str, Oracle]] = {
    "employed": ("is_direction", lambda v: change(v, 0.3)),
    "point-employed": ("is_direction", lambda v: change(v, 0.3)),
    "employed-trend": ("is_direction", lambda v: change(v, 0.3)),
    "unemployment": ("is_comparison", lambda a, b: _versus(a, b, 0.15)),
    "point-unemployment": ("is_comparison", lambda a, b: _versus(a, b, 0.15)),
    "cohorts": ("is_comparison", lambda v: _versus(v, 100, 2)),
    "point-cohorts": ("is_comparison", lambda v: _versus(v, 100, 2)),
    "largest-occupations": ("is_lead", _counted),
    "population": ("is_lead", lambda a, b: "alone" if a - b > 10 else "shared"),
    "vocational-places": ("is_lead", lambda a, b: "alone" if a > b else "shared"),
    "women-and-men": ("is_half", lambda v: "minority" if v < 50 else "majority"),
    "eligibility": ("is_top", lambda *v: "nearly-all" if "nästan alla" in v else "share"),
    "occupation-change": ("is_direction", _counted),
    "occupation-years": ("is_direction", _counted),
    "occupation-women-and-men": ("is_balance", _balance),
    "occupation-regions": ("is_spread", _quotients),
    "occupation-ads": ("is_spread", _quotients),
    "side-by-side": ("is_tide", lambda *v: _tide([change(x, 0.3) for x in v])),
    "unemployment-area": ("is_spread", lambda a, b: _versus(a, b, 0.15)),
    "cohorts-area": ("is_spread", lambda a, b: _versus(a, b, 2)),
    "card-balance": ("is_balance", _balance),
    "card-outlook": ("is_lean", _lean),
}


def name_of(block: Block) -> str:
    """The name that a block goes by above: that of a card's piece without its field."""
    for piece in ("balance", "outlook"):
        if block.id.endswith(f"-{piece}"):
            card = f"card-{piece}"
            return card if not block.id.startswith(("occupation", "common")) else block.id
    return block.id


def check(block: Block) -> None:
    """Hold a block's verdict to its numbers, and the phrases in it to that verdict."""
    name = name_of(block)
    if name not in PHRASES or not words_of(block):
        return
    slot, oracle = ORACLES[name]
    (verdict,) = [v for v in block.to_json()["verdicts"] if v["slot"] == slot]
    values = {address: number.value for address, number in block.numbers().items()}
    called_for = oracle(*(values[address] for address in verdict["numbers"]))
    assert verdict["word"] == called_for, (block.id, verdict)
    text = text_of(block)
    said = {word for word, phrase in PHRASES[name].items() if re.search(phrase, text)}
    assert said == {called_for}, text


seen: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", SEEDS)
def test_words_follow_the_figures(kind: str, seed: int, tables: Mapping[str, Table]) -> None:
    for block in blocks_of(KINDS[kind], shaken(tables, seed)):
        check(block)
        for slot, word in words_of(block).items():
            bare = re.sub(r"[\d,−+]+", "0", text_of(block))
            seen[name_of(block), slot][word].add(bare)


def test_every_word_was_tried_and_each_says_something_else() -> None:
    """Run after the test above: many figures gave every word, and no two words the same text."""
    if not seen:
        pytest.skip("the figures have not been changed in this run")
    tried = {name: set(seen[name, ORACLES[name][0]]) for name in PHRASES}
    rare = {"none", "apart", "down", "down-or-same", "same", "up", "shared", "majority"}
    assert {name: set(PHRASES[name]) - words - rare for name, words in tried.items()} == {
        name: set() for name in PHRASES
    }
    for (name, slot), words in seen.items():
        texts = [text for each in words.values() for text in each]
        assert len(texts) == len(set(texts)) or slot.startswith("is_better"), (name, slot)
