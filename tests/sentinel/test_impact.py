"""What a table is used for: the indicators and blocks of briefs that a change hits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vagled_lmi.sentinel import impact as impacts
from vagled_lmi.sentinel.impact import Hits, Impact
from vagled_lmi.store import Archive


@pytest.mark.briefs
def test_what_a_table_is_used_for(snapshot: Archive) -> None:
    impact = Impact(snapshot)
    unemployment = impact.of("scb:TAB6260")
    assert "unemployment" in unemployment.indicators
    assert "unemployment" in unemployment.briefs["regional_outlook"]
    assert "employed" not in unemployment.briefs["regional_outlook"]
    barometer = impact.of("af:yrkesbarometern")
    assert "barometer" in barometer.indicators
    assert "occupation_outlook" in barometer.briefs["occupation_outlook"]
    assert "field_cards" in barometer.briefs["conversation_cards"]  # whole pages, not blocks
    assert impact.of("scb:TAB0") == Hits()


@pytest.mark.briefs
def test_a_brief_whose_figures_are_missing_is_hit_too(tmp_path: Path) -> None:
    """What a block asks for is what it needs, also where it is not there."""
    hits = Impact(Archive(tmp_path)).of("scb:TAB6260")
    assert "unemployment" in hits.briefs["regional_outlook"]


@pytest.mark.briefs
def test_figures_that_a_block_stumbles_on_do_not_stop_a_watch(
    snapshot: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Figures of an unforeseen kind are what a watch is for."""

    def stumbles(desk: Any) -> Iterator[Any]:
        desk.table("scb:TAB6260")
        yield from []
        raise ZeroDivisionError

    made = {**impacts.makers(), "unemployment": stumbles}
    monkeypatch.setattr(impacts, "makers", lambda: made)
    hits = Impact(snapshot).of("scb:TAB6260")
    assert "unemployment" in hits.briefs["regional_outlook"]


@pytest.mark.briefs
def test_a_notebook_without_blocks_is_not_hit(tmp_path: Path, snapshot: Archive) -> None:
    sources = {
        "empty": "x = 1",
        "nowhere": 'region: str = "Atlantis"\nd.show("employed")',
        "one": 'region: str = "05"\nd.show("employed")',
    }
    for name, source in sources.items():
        cell = {"cell_type": "code", "id": name, "metadata": {}, "outputs": [],
                "execution_count": None, "source": source}  # fmt: skip
        book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    hits = Impact(snapshot, tmp_path).of("scb:ArbStDoNMNN")
    assert hits.briefs == {"one": ("employed",)}
