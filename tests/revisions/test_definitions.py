"""What changed in what a table says of itself: its kind, how bad it is, and the sentence."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from vagled_lmi.contracts import Contract, Measure, Variable
from vagled_lmi.revisions.definitions import Used, compare
from vagled_lmi.revisions.findings import KINDS, NAMES, SEVERITIES, Finding, by_severity, worst

TABLE = Contract(
    table="scb:TAB6260",
    agency_id="TAB6260",
    label="Arbetsmarknadsstatus efter region och ålder",
    updated="2026-08-20T06:00:00Z",
    variables={
        "Region": Variable("region", {"00": "Riket", "03": "Uppsala län"}),
        "Alder": Variable("ålder", {"20-64": "20-64 år", "15-74": "15-74 år"}),
    },
    measures={
        "II": Measure("Arbetslöshet", "procent", 1, "Månad", "Stock"),
        "IK": Measure("Sysselsatta", "antal", 0, "Månad", "Stock"),
    },
    periods=("2026M05", "2026M06"),
    cells=2 * 2 * 2 * 2,
    notes=("De senaste månaderna är preliminära.",),
)
USED = Used({"Region": ("00", "03"), "Alder": ("20-64",), "ContentsCode": ("II",)})


def of(name: str, **codes: str | None) -> dict[str, Variable]:
    """The variables with some codes of one of them changed, new or (None) gone."""
    before = TABLE.variables[name]
    after = {code.replace("_", "-"): label for code, label in codes.items()}
    kept = {c: label for c, label in {**before.codes, **after}.items() if label is not None}
    return {**TABLE.variables, name: replace(before, codes=kept)}


def measured(code: str, **changes: Any) -> dict[str, Measure]:
    return {**TABLE.measures, code: replace(TABLE.measures[code], **changes)}


CASES: dict[str, tuple[dict[str, Any], str, str, str]] = {
    "another title": (
        {"label": "Status på arbetsmarknaden"},
        "table-renamed", "notice",
        'Tabellen heter nu "Status på arbetsmarknaden"; den hette "Arbetsmarknadsstatus efter '
        'region och ålder".',
    ),
    "another table": (
        {"agency_id": "TAB9999"},
        "table-replaced", "review",
        "Uppgifterna ligger nu i tabellen TAB9999; förut låg de i TAB6260.",
    ),
    "discontinued": (
        {"discontinued": True},
        "discontinued", "review", "Myndigheten säger att tabellen är avslutad.",
    ),
    "a variable more": (
        {"variables": {**TABLE.variables, "Kon": Variable("kön", {"1": "män", "2": "kvinnor"})}},
        "variable-new", "review", "Tabellen har fått variabeln Kon (kön) med 2 koder.",
    ),
    "a variable less": (
        {"variables": {"Region": TABLE.variables["Region"]}},
        "variable-gone", "review", "Variabeln Alder (ålder) finns inte längre.",
    ),
    "a variable by another code": (
        {"variables": {"Region": TABLE.variables["Region"], "Age": TABLE.variables["Alder"]}},
        "variable-renamed", "review",
        "Variabeln Alder (ålder) heter nu Age; koderna är desamma.",
    ),
    "a variable by another name": (
        {"variables": {
            **TABLE.variables, "Alder": replace(TABLE.variables["Alder"], label="åldersgrupp"),
        }},
        "variable-renamed", "notice",
        'Variabeln Alder heter nu "åldersgrupp"; den hette "ålder".',
    ),
    "a longer dash": (
        {"variables": of("Alder", **{"20_64": "20–64 år"})},
        "label-retyped", "notice",
        'Namnet på koden 20-64 i ålder (Alder) skrivs annorlunda: bindestreck (-) har blivit '
        'tankstreck (–) ("20-64 år" är nu "20–64 år"). Koderna är desamma.',
    ),
    "longer dashes": (
        {"variables": of("Alder", **{"20_64": "20–64 år", "15_74": "15–74 år"})},
        "label-retyped", "notice",
        "2 namn i ålder (Alder) skrivs annorlunda: bindestreck (-) har blivit tankstreck (–) "
        '("20-64 år" är nu "20–64 år"). Koderna är desamma.',
    ),
    "a code that means something else": (
        {"variables": of("Region", **{"03": "Uppsala läns landsting"})},
        "label-changed", "review",
        'Namnet på koden 03 i region har ändrats: "Uppsala län" är nu "Uppsala läns landsting". '
        "Kontrollera att koden betyder samma sak.",
    ),
    "an age limit": (
        {"variables": of("Alder", **{"20_64": None, "20_65": "20-65 år"})},
        "bounds-moved", "review",
        'Gränsen har flyttats i ålder (Alder): "20-64 år" har blivit "20-65 år". Talen före och '
        "efter gäller olika grupper.",
    ),
    "an age limit under the same code": (
        {"variables": of("Alder", **{"20_64": "20-65 år"})},
        "bounds-moved", "review",
        'Gränsen har flyttats i ålder (Alder): "20-64 år" har blivit 20-64 (20-65 år). Talen före '
        "och efter gäller olika grupper.",
    ),
    "an age limit that is not used": (
        {"variables": of("Alder", **{"15_74": None, "15_75": "15-75 år"})},
        "bounds-moved", "notice",
        'Gränsen har flyttats i ålder (Alder): "15-74 år" har blivit "15-75 år". Talen före och '
        "efter gäller olika grupper.",
    ),
    "a group in two": (
        {"variables": of("Alder", **{"20_64": None, "20_44": "20-44 år", "45_64": "45-64 år"})},
        "code-split", "review",
        'Koden "20-64 år" i ålder (Alder) har delats i "20-44 år", "45-64 år".',
    ),
    "another code for a name": (
        {"variables": of("Region", **{"03": None, "U": "Uppsala län"})},
        "code-replaced", "review", "U (Uppsala län) i region hade förut koden 03.",
    ),
    "a code less": (
        {"variables": of("Region", **{"03": None})},
        "code-gone", "review", "Koder som inte längre finns i region: 03 (Uppsala län).",
    ),
    "a code less that is not used": (
        {"variables": of("Alder", **{"15_74": None})},
        "code-gone", "notice", 'Koder som inte längre finns i ålder (Alder): "15-74 år".',
    ),
    "a code more": (
        {"variables": of("Region", **{"04": "Södermanlands län"})},
        "code-new", "notice", "Nya koder i region: 04 (Södermanlands län).",
    ),
    "another order": (
        {"variables": {
            **TABLE.variables,
            "Region": Variable("region", {"03": "Uppsala län", "00": "Riket"}),
        }},
        "order-changed", "harmless", "Koderna i region står i en annan ordning; de är desamma.",
    ),
    "a measure renamed": (
        {"measures": measured("II", label="Arbetslöshet, 20-65 år")},
        "measure-renamed", "review",
        'Måttet II heter nu "Arbetslöshet, 20-65 år"; det hette "Arbetslöshet". Kontrollera att '
        "det mäter samma sak.",
    ),
    "a measure renamed that is not used": (
        {"measures": measured("IK", label="Antal sysselsatta")},
        "measure-renamed", "notice",
        'Måttet IK heter nu "Antal sysselsatta"; det hette "Sysselsatta". Kontrollera att det '
        "mäter samma sak.",
    ),
    "a measure typed otherwise": (
        {"measures": measured("II", label="arbetslöshet")},
        "measure-retyped", "notice",
        "Namnet på måttet II skrivs annorlunda: skrivsättet har ändrats.",
    ),
    "another unit": (
        {"measures": measured("II", unit="promille")},
        "unit-changed", "breaking",
        'Enheten för måttet II (Arbetslöshet) är nu "promille"; den var "procent". Talen betyder '
        "något annat än förut.",
    ),
    "more decimals": (
        {"measures": measured("II", decimals=2)},
        "decimals-changed", "notice",
        "Måttet II (Arbetslöshet) ges nu med 2 decimaler; förut med 1 decimal.",
    ),
    "another base year": (
        {"measures": measured("II", reference="2020=100")},
        "base-changed", "review",
        'Bas- eller referensperioden för måttet II (Arbetslöshet) är nu "2020=100"; den var '
        '"Månad". '
        "Talen före och efter går inte att jämföra utan omräkning.",
    ),
    "seasonally adjusted": (
        {"measures": measured("II", method="Stock; SesOnly")},
        "method-changed", "review",
        'Måttet II (Arbetslöshet) mäts, prissätts eller justeras nu som "Stock; SesOnly"; förut '
        'som "Stock".',
    ),
    "a measure less": (
        {"measures": {"IK": TABLE.measures["IK"]}},
        "measure-gone", "review", "Måttet II (Arbetslöshet) finns inte längre.",
    ),
    "a measure more": (
        {"measures": {**TABLE.measures, "IL": Measure("Sjuka")}},
        "measure-new", "notice", "Nya mått: IL (Sjuka).",
    ),
    "a new month": (
        {"periods": ("2026M05", "2026M06", "2026M07")},
        "period-new", "harmless", "Ny period: 2026M07.",
    ),
    "older months": (
        {"periods": ("2026M04", "2026M05", "2026M06")},
        "period-new", "notice", "Ny period: 2026M04.",
    ),
    "months gone": (
        {"periods": ("2026M06",)},
        "period-gone", "review", "Perioder som inte längre finns: 2026M05.",
    ),
    "a note more": (
        {"notes": (*TABLE.notes, "Uppgifter för Heby\r\n saknas.")},
        "note-new", "notice", 'Ny not: "Uppgifter för Heby saknas."',
    ),
    "a note changed": (
        {"notes": ("De senaste tre månaderna är preliminära.",)},
        "note-changed", "notice",
        'En not har ändrats; den lyder nu: "De senaste tre månaderna är preliminära."',
    ),
    "a note less": (
        {"notes": ()},
        "note-gone", "notice",
        'En not finns inte längre: "De senaste månaderna är preliminära."',
    ),
    "fewer cells, and nothing says why": (
        {"cells": 14}, "size-changed", "review", "Tabellen har 14 celler eller rader; den hade 16.",
    ),
    "more cells, and nothing says why": (
        {"cells": 17}, "size-changed", "harmless",
        "Tabellen har 17 celler eller rader; den hade 16.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_one_change_is_one_finding(case: str) -> None:
    changes, kind, severity, sentence = CASES[case]
    (found,) = compare(TABLE, replace(TABLE, **changes), USED)
    assert (found.kind, found.severity, found.sentence) == (kind, severity, sentence)


def test_nothing_changed() -> None:
    assert compare(TABLE, TABLE) == compare(TABLE, replace(TABLE, updated="2026-09-20")) == []


def test_where_nothing_is_known_of_what_is_used_all_is() -> None:
    variables = of("Alder", **{"15_74": None})
    assert [f.severity for f in compare(TABLE, replace(TABLE, variables=variables))] == ["review"]


def test_codes_of_a_code_list_of_their_own_may_stand_for_any() -> None:
    """A table may be asked for by groups of its codes, which none of its own codes names."""
    used = Used({**USED.codes, "Alder": ("agg-1", "agg-2")})
    variables = of("Alder", **{"15_74": None})
    (found,) = compare(TABLE, replace(TABLE, variables=variables), used)
    assert found.severity == "review"


def test_several_changes_are_several_findings() -> None:
    after = replace(
        TABLE,
        variables=of("Alder", **{"20_64": None, "20_65": "20-65 år"}),
        measures=measured("II", label="Arbetslöshet, 20-65 år"),
        periods=("2026M05", "2026M06", "2026M07"),
        cells=24,
    )
    found = compare(TABLE, after, USED)
    assert {f.kind for f in found} == {"bounds-moved", "measure-renamed", "period-new"}
    assert worst(found) == "review"
    assert by_severity(found)[-1].kind == "period-new"


def test_a_long_code_list_is_named_in_part() -> None:
    many = {f"{age}": f"{age} år" for age in range(100)}
    old = replace(TABLE, variables={**TABLE.variables, "Alder": Variable("ålder", many)})
    new = replace(TABLE, variables={**TABLE.variables, "Alder": Variable("ålder", {"0": "0 år"})})
    (found,) = compare(old, new)
    assert found.sentence == (
        'Koder som inte längre finns i ålder (Alder): "1 år", "2 år", "3 år", "4 år", "5 år" och '
        "94 till."
    )
    assert len(found.codes) == 99


def test_words_from_an_agency_cannot_break_a_line() -> None:
    after = replace(TABLE, measures=measured("II", label="Ett\x1b[31m\nnytt"), notes=("a\x00b",))
    for finding in compare(TABLE, after):
        assert finding.sentence.isprintable()


def test_the_scale() -> None:
    assert worst([]) is None
    assert tuple(NAMES) == SEVERITIES
    assert len(set(KINDS)) == len(KINDS)
    finding = Finding("note-new", "notice", "Ny not.", codes=("a",))
    assert finding.to_json() == {
        "kind": "note-new", "severity": "notice", "sentence": "Ny not.", "where": "",
        "codes": ("a",),
    }  # fmt: skip
