"""Language: numbers as Swedish writes them, sentences that carry them, rules on the edge."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from importlib.resources import files
from types import MappingProxyType

import pytest
from fluent.syntax import FluentParser, ast
from hypothesis import given
from hypothesis import strategies as st

from vagled_lmi.brief import rules
from vagled_lmi.brief.language import (
    Language,
    Segment,
    Sentence,
    Shown,
    alphabetical,
    listing,
)
from vagled_lmi.brief.names import full_name, genitive, occupation_names, registered
from vagled_lmi.brief.numerals import in_ten, numeral, plural
from vagled_lmi.codes import Period, Region, af_labels, regions, ssyk_labels
from vagled_lmi.errors import UsageError
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import Number
from vagled_lmi.resources import snapshot_dir

SV = Language("sv")
THIN = "\N{NARROW NO-BREAK SPACE}"


def a_number(value: float | str | None, column: str = "level") -> Number:
    indicator = catalogue.indicator("employed")
    return Number(
        "03/employed/x?y=z", value, indicator, indicator.column(column), MappingProxyType({})
    )


@pytest.mark.parametrize(
    ("value", "decimals", "form", "text"),
    [
        (1234567.0, 0, "plain", f"1{THIN}234{THIN}567"),
        (71.25, 1, "plain", "71,3"),  # half up, as people round; never half to even
        (0.25, 1, "plain", "0,3"),
        (-12.34, 1, "plain", "−12,3"),
        (-12.34, 1, "size", "12,3"),
        (12.34, 1, "signed", "+12,3"),
        (-0.04, 1, "signed", "0,0"),  # no sign on what rounds to nothing
        (0.0, 0, "signed", "0"),
        (498.4, -1, "plain", "500"),
        (1925.0, -2, "size", f"1{THIN}900"),
        (0.1 + 0.2, 1, "plain", "0,3"),
    ],
)
def test_numbers_as_swedish_writes_them(value: float, decimals: int, form: str, text: str) -> None:
    assert numeral(value, decimals, "sv-SE", form) == text  # type: ignore[arg-type]


@given(st.floats(-1e9, 1e9), st.integers(-3, 4))
def test_a_written_number_reads_back_to_within_its_rounding(value: float, decimals: int) -> None:
    text = numeral(value, decimals, "sv-SE")
    assert re.fullmatch(rf"−?\d{{1,3}}({THIN}\d{{3}})*(,\d+)?", text)
    read = Decimal(text.replace(THIN, "").replace(",", ".").replace("−", "-"))
    assert abs(read - Decimal(value)) <= Decimal(5).scaleb(-decimals - 1)


def test_a_sentence_carries_its_numbers() -> None:
    number = a_number(1.0739, "change_pct")
    verdict = rules.verdict("change", number, noise=0.3)
    sentence = SV.sentence(
        "employed-title", change=Shown(number, "size"), is_direction=verdict,
        region=Region("03"), period=Period("2026M06"),
    )  # fmt: skip
    assert sentence == Sentence(
        (
            Segment("I juni 2026 arbetade "),
            Segment("1,1", number),
            Segment(" procent fler i Uppsala län än ett år tidigare"),
        ),
        (("is_direction", verdict),),
    )


@pytest.mark.parametrize("text", ["{ $level }", "{{7*7}}", "\ue0000\ue001", "{ -brand }", "a\nb"])
def test_text_in_a_slot_is_never_read_as_a_message(text: str) -> None:
    sentence = SV.sentence("old-text", what=text, period=Period("2024M05"))
    assert str(sentence).startswith(f"Uppgiften om {text} är från maj 2024.")


def test_missing_is_said_and_never_nought() -> None:
    missing = a_number(None)
    assert SV.value(missing) == Segment("ingen uppgift", missing)


def test_an_unknown_message_or_slot_is_a_fault_of_ours() -> None:
    with pytest.raises(LookupError, match="no message 'nothing'"):
        SV.text("nothing")
    with pytest.raises(LookupError, match="employed-trend"):
        SV.text("employed-trend", region="Uppsala län")


def test_an_unknown_edition_is_refused() -> None:
    with pytest.raises(UsageError, match='Okänd utgåva "klingon"'):
        Language("klingon")


def test_listing() -> None:
    said = [str(listing(SV, names)) for names in (
        [], ["a"], ["a", "b"], ["a", "b", "c"], ["a och b", "c"],
    )]  # fmt: skip
    assert said == ["", "a", "a och b", "a, b och c", "a och b samt c"]
    swedish = listing(Language("en"), [Segment("a och b", lang="sv-SE"), Segment("c")])
    assert swedish.segments == (Segment("a och b", lang="sv-SE"), Segment(" and c"))


def test_scb_names_occupations_in_english() -> None:
    english = occupation_names("en")
    assert english["2341"] == "Primary school teachers"
    assert english["5222"] == "Shop sales, groceries"  # SCB begins it with a small letter
    # one name is cut off in the copy, and two codes share one
    assert set(ssyk_labels()) - set(english) == {"8189", "2515", "3513"}
    assert len(set(english.values())) == len(english) == 426
    assert all(name == " ".join(name.split()) for name in english.values())
    assert occupation_names("fi") == {}
    origin = json.loads((snapshot_dir() / "codes" / "ssyk_en.json").read_text(encoding="utf-8"))
    assert origin["agency"] == "SCB"
    assert origin["via"] == "via public copy"


def test_every_name_of_the_register_is_found_and_is_of_one_occupation() -> None:
    for code, label in ssyk_labels().items():
        assert registered(label) == code
        assert registered(label.removesuffix(" m.fl.").upper()) == code
    assert registered("Civilingenjörer inom elkraft") == ""


def test_occupations_read_as_text() -> None:
    names = {
        "2341": ("grundskollärare", "primary school teachers"),
        "2512": ("mjukvaru- och systemutvecklare", "software- and system developers"),
        "7125": ("VVS-montörer", "plumbing and central heating fitters"),
        "3360": ("poliser", "police officers"),  # SCB writes Police Officers
        "2511": ("systemanalytiker och IT-arkitekter", "system analysts and ICT-architects"),
        "2314": ("doktorander", "PhD students"),
        "5321": (
            "undersköterskor i hemtjänst och på äldreboende",
            "assistant nurses in home care and homes for the elderly",
        ),
    }
    for code, (swedish, english) in names.items():
        assert SV.occupation(code) == Segment(swedish)
        assert Language("en").occupation(code) == Segment(english)


def test_a_name_that_is_not_in_english_is_marked_as_swedish() -> None:
    english = Language("en")
    assert english.occupation_name("3360") == Segment("Police Officers")  # in a table, as SCB
    assert SV.occupation_name("3360") == Segment("Poliser")
    assert english.occupation("3513") == Segment("systemadministratörer", lang="sv-SE")
    # Arbetsförmedlingen's group of the same code holds more than SCB's
    wider = af_labels()["5323"]
    assert english.occupation_name("5323", wider) == Segment(wider, lang="sv-SE")
    assert english.occupation_name("1210", af_labels()["1210"]).lang == "sv-SE"
    assert english.judged("Kockar") == Segment("Kockar", lang="sv-SE")
    assert english.judged("Mjukvaru- och systemutvecklare") == english.occupation_name("2512")
    assert SV.judged("Specialistläkare") == Segment("Specialistläkare")
    assert english.occupation_name("2221", af_labels()["2221"]) == Segment("Professional nurses")


ENGLISH = re.compile(
    r"\b(the|and|of|with|for|region's|employed|unknown|source|table|figure|year|month|none|nan|"
    r"total|women|men|share|level|value)\b",
    re.IGNORECASE,
)


def test_no_english_in_the_swedish_catalogue() -> None:
    text = (files("vagled_lmi.brief") / "messages" / "sv.ftl").read_text(encoding="utf-8")
    resource = FluentParser().parse(text)
    found = []

    def walk(node: object) -> None:
        if isinstance(node, ast.TextElement):
            found.extend(match for match in ENGLISH.findall(node.value) if match.lower() != "men")
        for child in vars(node).values() if isinstance(node, ast.BaseNode) else ():
            for one in child if isinstance(child, list) else (child,):
                walk(one)

    walk(resource)
    assert found == []


@pytest.mark.parametrize(
    ("change", "verdict"),
    [(0.3, "up"), (0.29, "same"), (-0.29, "same"), (-0.3, "down"), (0, "same")],
)
def test_a_change_smaller_than_the_noise_is_none(change: float, verdict: str) -> None:
    number = a_number(float(change), "change_pct")
    assert rules.verdict("change", number, noise=rules.EMPLOYED_NOISE_PCT).word == verdict


@given(st.floats(-100, 100), st.floats(-100, 100), st.floats(0.01, 5))
def test_comparison_is_the_mirror_of_itself(value: float, other: float, noise: float) -> None:
    mirror = {"higher": "lower", "lower": "higher", "same": "same"}
    one, two = a_number(value), a_number(other)
    there = rules.verdict("contrast", one, two, noise=noise).word
    assert rules.verdict("contrast", two, one, noise=noise).word == mirror[there]


@pytest.mark.parametrize(
    ("period", "today", "stale"),
    [
        ("2024M01", "2026-11-23", True),
        ("2026M06", "2026-11-23", False),
        ("2025M11", "2026-11-23", False),
        ("2025M10", "2026-11-23", True),
        ("2024", "2026-11-23", False),
        ("2022", "2026-11-23", True),
        ("2025-1", "2026-11-23", False),
    ],
)
def test_old_figures_are_called_old(period: str, today: str, stale: bool) -> None:
    assert rules.is_stale(period, today) is stale


@pytest.mark.parametrize(
    ("month", "past"),
    [("2026M10", True), ("2026M11", True), ("2026M12", False), ("2027M01", False)],
)
def test_a_month_that_has_begun_is_past(month: str, past: bool) -> None:
    assert rules.is_past(month, "2026-11-23") is past


def test_names_sort_as_swedish_does() -> None:
    names = ["Örebro", "Älvkarleby", "Åtvidaberg", "Vadstena", "arboga", "Zinkgruvan"]
    assert sorted(names, key=alphabetical) == [
        "arboga", "Vadstena", "Zinkgruvan", "Åtvidaberg", "Älvkarleby", "Örebro",
    ]  # fmt: skip


# --- Swedish forms, over every county and every kommun


def test_the_genitive_of_every_name() -> None:
    for region in regions():
        for name in (region.name, region.short, full_name(region)):
            assert genitive(name) == (name if name[-1] in "sxz" else f"{name}s")
    assert genitive("Västerås") == "Västerås"
    assert genitive("Uppsala län") == "Uppsala läns"
    assert genitive("Örebro") == "Örebros"
    assert genitive("Kalix") == "Kalix"


def test_the_full_name_of_every_kommun() -> None:
    """As each kommun writes itself: Heby kommun, Katrineholms kommun, Falu kommun."""
    kommuner = regions("municipality")
    assert len(kommuner) == 290
    names = {region.short: full_name(region) for region in kommuner}
    for short, name in names.items():
        bare = name.removesuffix(" kommun")
        assert bare in (short, f"{short}s") or (short, bare) == ("Falun", "Falu")
        # no vowel takes an s, no other letter goes without one
        assert (bare == short) == (short[-1] in "aeiouyåäösxz") or short == "Falun"
    for short, name in {
        "Heby": "Heby kommun", "Katrineholm": "Katrineholms kommun", "Örebro": "Örebro kommun",
        "Västerås": "Västerås kommun", "Malung-Sälen": "Malung-Sälens kommun",
        "Kalix": "Kalix kommun", "Göteborg": "Göteborgs kommun", "Umeå": "Umeå kommun",
        "Falun": "Falu kommun", "Hällefors": "Hällefors kommun", "Tierp": "Tierps kommun",
    }.items():  # fmt: skip
        assert names[short] == name


@pytest.mark.parametrize("region", regions("county"), ids=lambda region: region.code)
def test_every_county_reads_well_in_a_sentence(region: Region) -> None:
    said = SV.text("title-county", region=region)
    assert said == f"Arbetsmarknaden i {region.name}"
    assert said.endswith(" län")
    english = Language("en").text("title-county", region=region)
    assert english == f"The labour market in {region.short} county"


def test_a_region_in_each_form() -> None:
    kommun = Region("0483")
    assert SV.label(kommun) == "Katrineholm"
    assert SV.label(kommun, "full") == "Katrineholms kommun"
    assert SV.label(kommun, "genitive") == "Katrineholms kommuns"
    assert Language("en").label(kommun, "full") == "Katrineholm municipality"
    assert Language("en").label(Region("03"), "genitive") == "Uppsala county’s"
    assert SV.label(Region("SE12")) == "Östra Mellansverige"


@pytest.mark.parametrize(
    ("code", "swedish", "english"),
    [
        ("2026M06", "juni 2026", "June 2026"),
        ("2024", "2024", "2024"),
        ("2024/25", "läsåret 2024/25", "the school year 2024/25"),
        ("2025-1", "omgång 2025-1", "round 2025-1"),
        ("2012-2016", "2012–2016", "2012–2016"),
        ("2020K4", "kvartal 4 2020", "quarter 4 of 2020"),
        ("2026V30", "vecka 30 2026", "week 30 of 2026"),
    ],
)
def test_periods(code: str, swedish: str, english: str) -> None:
    assert SV.label(Period(code)) == swedish == Period(code).label
    assert Language("en").label(Period(code)) == english


@pytest.mark.parametrize(
    ("per_cent", "said"),
    [
        (71.3, "drygt 7 av 10"),  # 7.13: more than a tenth of a part above seven
        (70.0, "7 av 10"),
        (70.9, "7 av 10"),
        (68.0, "knappt 7 av 10"),
        (17.4, "knappt 2 av 10"),
        (3.2, "3 av 100"),
        (97.5, "98 av 100"),
        (50.0, "5 av 10"),
        (0.0, "0 av 100"),
        (100.0, "100 av 100"),
    ],
)
def test_shares_in_ten(per_cent: float, said: str) -> None:
    assert SV.share_in_ten(per_cent) == said


@given(st.floats(0, 100))
def test_so_many_in_ten_is_near_the_share(per_cent: float) -> None:
    count, base, near = in_ten(per_cent)
    part = 100 / base
    assert abs(count * part - per_cent) <= part / 2 + 1e-9
    if near == "just-over":
        assert count * part < per_cent
    if near == "just-under":
        assert count * part > per_cent
    assert base == 100 or 0 < count < 10


@pytest.mark.parametrize(
    ("value", "form"), [(1, "one"), (1.4, "one"), (0, "other"), (2, "other"), (-1, "one")]
)
def test_a_plural_follows_the_number_as_it_is_shown(value: float, form: str) -> None:
    assert plural(value, 0, "sv-SE") == form
    assert plural(value, 0, "en-GB") == form


def test_numbers_as_english_writes_them() -> None:
    assert numeral(1234567.25, 1, "en-GB") == "1,234,567.3"
    assert numeral(-12.34, 1, "en-GB", "signed") == "−12.3"


def test_one_and_several() -> None:
    def said(count: float) -> str:
        number = a_number(count)
        return SV.text(
            "barometer-growing-title", count=number, region=Region("03"), period=Period("2025-1"),
            latest=Period("2026-1"),
        )  # fmt: skip

    assert said(1.0).startswith("I 1 yrke är")
    assert said(2.0).startswith("I 2 yrken är")
