"""docs/sources.md is what the declarations say."""

from __future__ import annotations

import re
from pathlib import Path

from vagled_lmi.sources import catalogue, handbook
from vagled_lmi.store import Archive

PAGE = Path(__file__).parents[2] / "docs" / "sources.md"
TEXT = PAGE.read_text(encoding="utf-8")


def section(table: str) -> str:
    return TEXT.split(f"### {table}\n")[1].split("\n### ")[0].split("\n## ")[0]


def test_the_page_is_the_one_that_is_written(snapshot: Archive) -> None:
    assert handbook.page(snapshot) == TEXT, "make docs"


def test_every_table_has_its_section_and_every_agency_its_variable() -> None:
    assert re.findall(r"^### (\S+)$", TEXT, re.MULTILINE) == [
        spec.id
        for _, source in sorted(catalogue.agencies().items())
        for spec in sorted(source.TABLES, key=lambda spec: spec.id)
    ]
    for source in catalogue.agencies().values():
        assert f"`{source.AGENCY.variable}`" in TEXT


def test_links_of_the_overview_lead_to_sections() -> None:
    anchors = {
        "".join(c for c in title.casefold() if c.isalnum() or c in "-_")
        for title in re.findall(r"^### (.+)$", TEXT, re.MULTILINE)
    }
    linked = re.findall(r"\]\(#([^)]+)\)", TEXT)
    assert len(linked) == len(catalogue.specs())
    assert set(linked) == anchors


def test_a_section_holds_what_a_reader_must_know() -> None:
    population = section("scb:TAB6471")
    for said in (
        "| the agency's own | BE0101 Folkmängden per månad efter region, ålder och kön (TAB6471) |",
        "`sex` Kön (total, men, women)",
        "`000007SF` Folkmängd, personer, noise up to 6",
        "| released | monthly |",
        "| periods that come along | 2026M04 |",
        "men + women = total in `sex` within 12",
        "`TAB6471`",
        "| licence | CC0 |",
        "Cell Key Method",
    ):
        assert said in population, said
    assert "- 2023: Åldrarna är 16–69 år" in section("scb:YREG60")
    assert "| next release | juni och december" in section("af:yrkesbarometern")


def test_what_is_written_is_one_table_row_a_line(tmp_path: Path, snapshot: Archive) -> None:
    handbook.main([str(tmp_path / "sources.md")])
    written = (tmp_path / "sources.md").read_text(encoding="utf-8")
    assert written == handbook.page(snapshot)
    for row in re.findall(r"^\|.*$", written, re.MULTILINE):
        assert row.endswith("|")
        assert len(re.findall(r"(?<!\\)\|", row)) in (3, 6), row
