"""Hindsight on the archive: the page is what the figures give, the command says it, no peeking."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from vagled_lmi import cli
from vagled_lmi.outlook import hindsight, hindsight_page
from vagled_lmi.outlook.archive import ARCHIVE, Growth
from vagled_lmi.outlook.hindsight_record import Record
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table

PAGE = Path(__file__).parents[2] / "docs" / "hindsight.md"


@pytest.fixture(scope="module")
def told(snapshot: Archive) -> Record:
    return hindsight_page.read(snapshot)


def test_the_page_is_what_the_figures_give(told: Record) -> None:
    assert PAGE.read_text(encoding="utf-8") == hindsight_page.markdown(told)


def test_every_entry_describes_itself_and_is_scored(told: Record) -> None:
    outlooks = told["outlooks"]
    assert [one["id"] for one in outlooks] == [entry.id for entry in ARCHIVE]
    assert len(outlooks) >= 3
    for one, entry in zip(outlooks, ARCHIVE, strict=True):
        for said in ("name", "made", "about", "scale", "against", "caveat", "concordance"):
            assert one[said].strip(), (entry.id, said)
        scores = one["scores"]
        assert scores["cases"] > 100
        for name in ("direction", "balanced", "rank"):
            measure = scores[name]
            assert measure["lower"] < measure["value"] < measure["upper"]
        counties = set(one["regions"]) if entry.level == "county" else set()
        assert set(one["by_region"]) == counties


def test_growth_of_one_occupation_by_hand(tables: Mapping[str, Table]) -> None:
    """Revisorer in Uppsala 2018-2019, no break between: the register's own numbers."""
    frames = {table: tables[table].frame for table in hindsight.TABLES}
    register = frames["scb:YREG60"]
    rows = register[
        (register["region"] == "03") & (register["ssyk"] == "2411") & (register["sex"] == "total")
    ].set_index("period")["value"]
    own = hindsight._Own(hindsight.panel_of(register))
    cells = pd.DataFrame({"case": [7], "region": ["03"], "group": ["2411"]})
    grown = hindsight._grown(cells, own, Growth(2018, 2019)).loc[7]
    assert grown["size"] == rows["2018"]
    few = hindsight.FEW
    assert grown["happened"] == pytest.approx(np.log((rows["2019"] + few) / (rows["2018"] + few)))
    assert grown["before"] == pytest.approx(np.log((rows["2018"] + few) / (rows["2017"] + few)))


def test_our_own_forecast_knew_nothing_later(tables: Mapping[str, Table]) -> None:
    register = tables["scb:YREG60"].frame
    counties = register[register["region"].isin(["03", "04", "05"])]
    panel = hindsight.panel_of(counties)
    later = panel.values.copy()
    later[:, 5:] *= np.linspace(0.3, 3.0, len(later))[:, None]  # from 2019 on
    one, other = hindsight._Own(panel), hindsight._Own(replace(panel, values=later))
    assert np.array_equal(one.forecast(2018), other.forecast(2018))


def test_a_new_entry_is_one_more_entry(tables: Mapping[str, Table]) -> None:
    frames = {table: tables[table].frame for table in hindsight.TABLES}
    two_years = replace(ARCHIVE[0], id="bristindex-2018-2", against=Growth(2018, 2020))
    (scored,) = hindsight.evaluate(frames, [two_years])
    assert scored.scores.cases == 1941


def test_how_much_each_round_changes(tables: Mapping[str, Table]) -> None:
    changes = hindsight.changes({table: tables[table].frame for table in hindsight.TABLES})
    assert [(c.earlier, c.later) for c in changes] == [
        ("2024-2", "2025-1"), ("2025-1", "2025-2"), ("2025-1", "2026-1"),
    ]  # fmt: skip
    for change in changes:
        whole = change.kept_pct + change.better_pct + change.worse_pct
        assert whole == pytest.approx(100)
        assert 70 < change.kept_pct < 85
    # counted from the public copies: 544 of 682 between 2025-1 and 2025-2
    assert changes[1].cells == 682
    assert changes[1].kept_pct == pytest.approx(100 * 544 / 682)


def test_the_command_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["hindsight", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [entry["id"] for entry in told["outlooks"]] == [entry.id for entry in ARCHIVE]
    assert all(entry["concordance"] for entry in told["outlooks"])
    assert told["outlooks"][1]["scores"]["rank_riket"]["value"] is None
    assert len(told["changes"]) == 3
    assert cli.main(["hindsight"]) == 0
    shown = capsys.readouterr().out
    for entry in ARCHIVE:
        assert entry.name in shown
    assert "går inte att skilja från slump" in shown
