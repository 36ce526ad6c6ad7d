"""A brief whose figures are missing: still whole, and it says what is missing and what fills it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.brief import sample
from tests.brief.conftest import KINDS, Build
from tests.brief.inprocess import collected
from tests.brief.test_pdf import failures
from vagled_lmi import resources, snapshot, snapshot_copies
from vagled_lmi.brief import charts, desk, pdf_tags, publication
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import editions
from vagled_lmi.brief.subject import subject
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.codes import regions
from vagled_lmi.errors import NotebookError
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive, Vintage
from vagled_lmi.tables import Table

OSTRA_MELLANSVERIGE = ("03", "04", "05", "18", "19")
COUNTIES = [county.code for county in regions("county")]


#: What the program's figures hold, and so a brief may rest on.
HELD = sorted({made.table for made in (*snapshot.RECIPES, *snapshot_copies.COPIES)})


class Lacking(Archive):
    """The program's figures without some tables."""

    def __init__(self, *tables: str) -> None:
        super().__init__(resources.snapshot_dir())
        self.lacking = tables

    def latest(self, table: str, as_of: str | None = None) -> Vintage | None:
        return None if table in self.lacking else super().latest(table, as_of)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, tables: Mapping[str, Table]) -> None:
    """Read each table once for all these briefs, and draw nothing: that is tried elsewhere."""
    monkeypatch.setattr(catalogue, "load", lambda table, _: tables[table])
    monkeypatch.setattr(charts, "draw", lambda _: "<svg/>")


@pytest.fixture(scope="module")
def build() -> Build:
    """Briefs of this file alone: their charts are not drawn, and are not for other tests."""
    return cache(collected)


def blocks(document: Document) -> Iterator[dict[str, Any]]:
    for part in document["parts"]:
        yield from part["blocks"]


def missing(document: Document) -> list[str]:
    """What the notes of missing figures say."""
    return [
        sample.text_of(block["text"])
        for block in blocks(document)
        if block["id"].startswith("missing-")
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_brief_without_a_table_is_whole_and_says_so(
    build: Build, kind: str, subtests: pytest.Subtests
) -> None:
    """Each table that a brief rests on removed in turn."""
    cited = {source["id"] for source in build(KINDS[kind])["sources"]}
    assert cited <= set(HELD)
    for table in sorted(cited):
        with subtests.test(table):
            without = collected(KINDS[kind], store=Lacking(table))
            assert {source["id"] for source in without["sources"]} <= cited - {table}
            named = [text for text in missing(without) if table in text]
            assert named
            spec = catalogue.spec(table)
            says = f"vagled fetch {table}" if spec.live else "kan inte hämta de siffrorna än"
            if spec.file and not spec.live:  # the agency's file is read when a person has saved it
                says = f"vagled fetch {table} --file FIL"
            assert all(says in text for text in named)
            # nothing is said twice, and nothing is said of nothing
            assert len(missing(without)) == len(set(missing(without)))
            assert "None" not in json.dumps(without["parts"], ensure_ascii=False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_brief_is_the_same_without_what_it_does_not_rest_on(build: Build, kind: str) -> None:
    whole = build(KINDS[kind])
    others = set(HELD) - {source["id"] for source in whole["sources"]}
    without = collected(KINDS[kind], store=Lacking(*others))
    assert missing(without) == missing(whole)
    assert without["numbers"] == whole["numbers"]


@pytest.mark.parametrize("edition", editions())
def test_what_can_be_fetched_is_said_once_at_the_end(
    edition: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A block that can wait for its figures leaves no note where it would have stood."""
    without = ("scb:TAB6471", "scb:TAB6260")
    waiting = {"cohorts", "unemployment", "unemployment_ahead", *desk.if_fetched()}
    monkeypatch.setattr(desk, "if_fetched", lambda: waiting)
    document = collected(KINDS["county"], edition, store=Lacking(*without))
    assert waiting & {block["id"].replace("-", "_") for block in blocks(document)} == set()
    assert missing(document) == []
    (note,) = [block for block in blocks(document) if block["id"] == "more-to-fetch"]
    _, _, fetched = sample.text_of(note["text"]).partition("vagled fetch ")
    assert all(fetched.count(table) == 1 for table in without)
    # where these figures are, they are not among what can be fetched
    for block in blocks(collected(KINDS["county"], edition)):
        said = sample.text_of(block["text"]) if block["id"] == "more-to-fetch" else ""
        assert not any(table in said for table in without)


def test_it_can_be_printed_and_shown_without_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    table = "scb:YREG60"  # the one that most blocks rest on
    document = collected(KINDS["county"], "en", Lacking(table))
    numbers = Tracer(document, Archive(resources.snapshot_dir()))
    assert [r for r in map(numbers.replay, numbers.addresses()) if not r.equal] == []
    made = publication.render(document)
    assert failures(made["brief.pdf"]) == []
    assert pdf_tags.inspect_pdf(made["brief.pdf"]) == []
    assert table in made["brief.html"].decode()


@pytest.mark.parametrize("kind", ["county", "municipality", "area"])
def test_values_that_the_agency_hides_are_left_out_and_never_stop_a_brief(
    kind: str, build: Build, tables: Mapping[str, Table], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three values in ten are hidden, but in the register that the outlook is trained on."""

    def with_holes(table: str, _: Archive) -> Table:
        whole = tables[table]
        values = whole.frame["value"]
        if table in ("scb:YREG60", "scb:YREG51") or values.dtype != "float64":
            return whole
        shown = np.random.default_rng(len(table)).random(len(values)) >= 0.3
        return replace(whole, frame=whole.frame.assign(value=values.where(shown)))

    whole = {block["id"] for block in blocks(build(KINDS[kind]))}
    monkeypatch.setattr(catalogue, "load", with_holes)
    holed = collected(KINDS[kind])
    assert missing(holed)
    assert whole & {block["id"] for block in blocks(holed)}
    assert not re.search(r"\b(None|nan)\b", json.dumps(holed["parts"], ensure_ascii=False))


def test_a_store_without_figures_says_what_to_do() -> None:
    with pytest.raises(NotebookError, match="vagled fetch"):
        collected(KINDS["county"], store=Lacking(*catalogue.specs()))


@pytest.mark.parametrize("code", COUNTIES)
def test_every_county_gets_a_whole_brief(code: str, tables: Mapping[str, Table]) -> None:
    """Where the figures lack a county, blocks are replaced by a sentence that says so."""
    document = collected(subject(code))
    if code in OSTRA_MELLANSVERIGE:
        assert missing(document) == []
        return
    whole = " ".join(missing(document))
    for table in ("scb:ArbStDoNMNN", "af:yrkesbarometern", "myh:beviljade"):
        assert table in whole
    with_occupations = set(tables["scb:YREG60"].frame["region"])
    assert ("scb:YREG60" in whole) == (code not in with_occupations)
    for table in ("scb:TAB6471", "scb:TAB6260"):  # these cover every county
        assert table not in whole
    shown = {block["id"] for block in blocks(document)}
    assert {"cohorts", "unemployment", "newcomers"} <= shown
    # blocks that miss the same tables share one sentence
    assert len(missing(document)) <= 10


@pytest.mark.parametrize("code", ["0114", "0980", "0380", "0483", "1480", "2584"])
def test_a_kommun_anywhere_gets_a_brief(code: str) -> None:
    document = collected(subject(code))
    name = document["region"]["name"]
    assert name in sample.text_of(document["title"])
    assert document["kind"] == "municipality"
    if code in ("0380", "0483"):
        assert missing(document) == []
        (note,) = [block for block in blocks(document) if block["id"] == "stands-in"]
        assert "hur många som arbetar" in sample.text_of(note["text"])
    else:
        assert missing(document)


@pytest.mark.parametrize("code", ["SE11", "SE33"])
def test_an_area_outside_the_figures_gets_a_brief(code: str) -> None:
    document = collected(subject(code))
    assert missing(document)
    assert "unemployment-area" in {block["id"] for block in blocks(document)}


@pytest.mark.parametrize("occupation", ["0110", "1111", "2341", "5321", "5349", "9622"])
@pytest.mark.parametrize("region", ["SE12", "03", "01"])
def test_an_occupation_of_any_size_gets_a_brief(region: str, occupation: str) -> None:
    document = collected(subject(region, occupation))
    assert document["occupation"]["code"] == occupation
    assert "None" not in json.dumps(document["parts"], ensure_ascii=False)
    if region != "01":
        shown = {block["id"] for block in blocks(document)}
        assert {"occupation-change", "occupation-regions", "related-occupations"} <= shown
