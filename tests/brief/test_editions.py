"""The editions: the same numbers in the same slots, in another reader's words."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib.resources import files as resources_of
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast
from lxml import html as lxml_html
from pikepdf import Pdf

from tests.brief import readability, sample
from tests.brief.conftest import KINDS, Build, Files
from tests.brief.inprocess import collected
from tests.brief.test_pdf import failures
from vagled_lmi import resources
from vagled_lmi.brief import editions, pdf_tags, publication
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.editions import BASE
from vagled_lmi.brief.language import Language
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.codes import Period
from vagled_lmi.indicators import catalogue
from vagled_lmi.indicators.protocol import Number
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.store import Archive

OTHERS = [edition for edition in editions.editions() if edition != BASE]
FOLDER = Path(str(resources_of("vagled_lmi.brief") / "messages"))


def messages(edition: str) -> dict[str, ast.Message]:
    resource = FluentParser().parse((FOLDER / f"{edition}.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    found = [entry for entry in resource.body if isinstance(entry, ast.Message)]
    names = [entry.id.name for entry in found]
    assert len(names) == len(set(names)), "a message stands twice"
    return {entry.id.name: entry for entry in found}


def walk(node: object) -> Iterator[ast.BaseNode]:
    if isinstance(node, ast.BaseNode):
        yield node
        for child in vars(node).values():
            yield from walk(child)
    elif isinstance(node, list):
        for child in node:
            yield from walk(child)


def slots(message: ast.Message) -> set[str]:
    return {node.id.name for node in walk(message) if isinstance(node, ast.VariableReference)}


def variants(message: ast.Message) -> dict[str, set[str]]:
    """The words that each ``is_`` slot may choose by."""
    return {
        node.selector.id.name: {
            v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)
        }
        for node in walk(message)
        if isinstance(node, ast.SelectExpression)
        and isinstance(node.selector, ast.VariableReference)
    }


def test_swedish_comes_first() -> None:
    assert editions.editions()[:2] == ("sv", "sv-plain")
    assert set(editions.editions()) == {"sv", "sv-plain", "en"}


@pytest.mark.parametrize("edition", OTHERS)
def test_each_message_has_the_slots_and_the_choices_of_the_swedish_one(edition: str) -> None:
    base = messages(BASE)
    for name, message in messages(edition).items():
        assert name in base, f"{name} is not in {BASE}.ftl"
        assert variants(message) == variants(base[name]), name
        if not name.startswith(("region-", "period-")):  # forms of a name: no numbers
            assert slots(message) == slots(base[name]), name


def test_a_choice_is_made_by_words_that_rules_give() -> None:
    """No variant waits for a word that never comes, and the last one is a word of the rules too."""
    words = {
        "is_direction": {"up", "down", "same"},
        "is_country": {"up", "down", "same"},
        "is_comparison": {"higher", "lower", "same"},
        "is_half": {"minority", "about", "majority"},
        "is_top": {"nearly-all", "share"},
    }
    for name, message in messages(BASE).items():
        for slot, keys in variants(message).items():
            assert keys == words.get(slot, keys), (name, slot)


def test_the_english_edition_leaves_nothing_untranslated() -> None:
    """Except how Swedish occupations read inside a sentence: those names are Swedish."""
    missing = set(messages(BASE)) - set(messages("en"))
    assert {name for name in missing if not name.startswith("occupation-")} == set()


@pytest.fixture
def finnish(monkeypatch: pytest.MonkeyPatch) -> Iterator[Language]:
    """An edition of a few messages: a new language is one file."""
    texts = dict(editions._texts())
    texts["fi"] = (
        "edition-tag = fi-FI\n"
        "title-county = { $region }: työmarkkinat\n"
        "part-work = Missä työpaikat ovat\n"
        "key-employed-value = { $value }\n"
        "region-county = { $short }n lääni\n"
        "page-contents = Sisältö\n"
    )
    monkeypatch.setattr(editions, "_texts", lambda: MappingProxyType(texts))
    editions._bundle.cache_clear()
    yield Language("fi")
    editions._bundle.cache_clear()


@pytest.fixture
def level() -> Number:
    indicator = catalogue.indicator("employed")
    column = indicator.column("change_pct")
    return Number("03/employed/x?y=z", 1234.5, indicator, column, {})


def test_what_is_untranslated_is_swedish_and_says_so(finnish: Language, level: Number) -> None:
    said = [
        (s.text, s.lang) for name in ("work", "young") for s in finnish.sentence(f"part-{name}")
    ]
    assert said == [("Missä työpaikat ovat", ""), ("Ungdomar", "sv-SE")]
    word = finnish.words("page", ["sources"])["sources"]
    assert (word.text, word.lang) == ("Källor", "sv-SE")
    # a Swedish sentence has Swedish names and numbers, a Finnish one Finnish
    detail = finnish.sentence("key-employed-detail", period=Period("2026M06"), change=level)
    assert str(detail) == "personer i juni 2026, 1\u202f234,5 procent på ett år"
    assert {segment.lang for segment in detail} == {"sv-SE"}
    (value,) = finnish.sentence("key-employed-value", value=level)
    assert (value.text, value.lang, value.number) == ("1\u202f234,5", "", level)


def languages_of(pdf: bytes) -> set[str]:
    """Every language that a run or an element of a PDF says it is in."""
    with Pdf.open(io.BytesIO(pdf)) as file:
        elements = pdf_tags._elements(file.Root.StructTreeRoot)
        found = {str(element.Lang) for element in elements if "/Lang" in element}
        contents = b"".join(page.Contents.read_bytes() for page in file.pages)
    return found | {tag.decode() for tag in re.findall(rb"/Lang\(([^)]+)\)", contents)}


def test_a_brief_in_a_new_language_is_built_and_marked_in_page_and_print(
    finnish: Language,
) -> None:
    document = collected(KINDS["county"], finnish.edition)
    made = publication.render(document)
    tree = lxml_html.document_fromstring(made["brief.html"])
    assert tree.get("lang") == "fi-FI"
    assert tree.xpath("string(//h1)") == "Uppsalan lääni: työmarkkinat"
    titles = tree.xpath("//h2")
    assert titles[1].text_content() == "Missä työpaikat ovat"
    assert not titles[1].xpath(".//@lang")
    assert [span.get("lang") for span in titles[0].xpath("span")] == ["sv-SE"]
    assert "sv-SE" in languages_of(made["brief.pdf"])
    assert failures(made["brief.pdf"]) == []
    tracer = Tracer(document, Archive(resources.snapshot_dir()))
    assert [r for r in map(tracer.replay, tracer.addresses()) if not r.equal] == []


# --- the built editions


def addressed(node: Any) -> Iterator[tuple[str, ...]]:
    """The place of each addressed number in a document: the path to its sentence, its address."""

    def walk(node: Any, path: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict):
            if "number" in node and "text" in node:
                yield path, node["number"]
            for name, child in node.items():
                yield from walk(child, f"{path}/{name}")
        elif isinstance(node, list):
            for position, child in enumerate(node):
                # the order of words is each language's own; rows, columns and blocks are not
                runs = isinstance(child, dict) and "text" in child and "kind" not in child
                row = path.rpartition("/")[0].endswith("rows")
                yield from walk(child, path if runs and not row else f"{path}/{position}")

    yield from walk(node, "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", OTHERS)
def test_every_edition_has_the_same_numbers_in_the_same_places(
    build: Build, kind: str, edition: str
) -> None:
    base, other = build(KINDS[kind]), build(KINDS[kind], edition)
    assert other["numbers"] == base["numbers"]
    for part, same in zip(other["parts"], base["parts"], strict=True):
        assert [b["id"] for b in part["blocks"]] == [b["id"] for b in same["blocks"]]
        for block, twin in zip(part["blocks"], same["blocks"], strict=True):
            assert set(addressed(block)) == set(addressed(twin)), block["id"]
            assert block["verdicts"] == twin["verdicts"]
            assert block["sources"] == twin["sources"]
    assert len(set(addressed(base["parts"]))) > 150


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", editions.editions())
def test_every_number_of_every_edition_replays(build: Build, kind: str, edition: str) -> None:
    tracer = Tracer(build(KINDS[kind], edition), Archive(resources.snapshot_dir()))
    assert [r for r in map(tracer.replay, tracer.addresses()) if not r.equal] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", editions.editions())
def test_every_edition_is_pdf_ua_in_its_own_language(files: Files, kind: str, edition: str) -> None:
    pdf = files(KINDS[kind], edition)["brief.pdf"]
    assert failures(pdf) == []
    assert pdf_tags.inspect_pdf(pdf) == []
    with Pdf.open(io.BytesIO(pdf)) as file:
        assert str(file.Root.Lang) == Language(edition).tag
    swedish_names = {"sv-SE"} if edition == "en" else set()
    assert languages_of(pdf) - {Language(edition).tag} == swedish_names


def test_swedish_names_in_the_english_edition_are_marked(build: Build, files: Files) -> None:
    """Yrkesbarometern's own occupations, registers, notes: what is in Swedish says that it is."""
    document = build(KINDS["county"], "en")
    judged = {
        row[0]["text"]: row[0].get("lang", "")
        for block in blocks(document)
        if block["id"] in ("barometer-growing", "barometer-differs")
        for row in block["table"]["rows"]
    }
    assert judged["Specialist physicians"] == ""
    assert judged["Kockar"] == "sv-SE"  # the register's group is of kallskänkor as well
    labels = {label for label, lang in judged.items() if lang}
    (largest,) = [block for block in blocks(document) if block["id"] == "largest-occupations"]
    assert "Primary school teachers" in {row[0]["text"] for row in largest["table"]["rows"]}
    tree = lxml_html.document_fromstring(files(KINDS["county"], "en")["brief.html"].decode())
    marked = {e.text_content() for e in tree.xpath("//*[@lang='sv-SE']")}
    assert labels <= marked
    for source in document["sources"]:
        assert any(source["register"] in text for text in marked)
    # what is left unmarked is English: no letter that only Swedish has, but in names of places;
    # in a chart and its alternative text no language can be marked
    for element in tree.xpath("//*[@lang='sv-SE'] | //svg | //style"):
        element.clear(keep_tail=True)
    rest = " ".join(tree.xpath("//body//text()"))
    places = {"Södermanland", "Östergötland", "Örebro", "Västmanland", "Håbo", "Älvkarleby"}
    places |= {"Östhammar", "Enköping"}
    terms = {"yrkeshögskola", "Yrkeshögskola"}  # explained where they stand
    words = {word.strip("(),.:;") for word in rest.split() if set("åäöÅÄÖ") & set(word)}
    assert words <= places | terms


def blocks(document: Document) -> Iterator[dict[str, Any]]:
    for part in document["parts"]:
        yield from part["blocks"]


def prose(document: Document) -> list[str]:
    """What is read as running text: sentences, titles, captions; not the cells of tables."""
    names = ("text", "title", "caption", "detail")
    texts = [sample.text_of(b[name]) for b in blocks(document) for name in names if name in b]
    return texts + [sample.text_of(s) for b in blocks(document) for s in b.get("steps", ())]


@pytest.mark.parametrize("kind", KINDS)
def test_swedish_is_easy_to_read_and_plain_swedish_very_easy(build: Build, kind: str) -> None:
    assert readability.lix(prose(build(KINDS[kind]))) < 40
    plain = prose(build(KINDS[kind], "sv-plain"))
    assert readability.lix(plain) < 27
    longest = max(readability.sentences(plain), key=len)
    assert len(longest) <= 25, " ".join(longest)


def test_readability_is_counted_as_its_author_did() -> None:
    # two sentences, nine words, three of them longer than six letters: 9 / 2 + 100 * 3 / 9
    text = "Arbetsmarknaden växer i Uppsala. Det är bra för ungdomar."
    assert readability.lix([text]) == pytest.approx(4.5 + 100 * 3 / 9)


def test_breaks_in_the_series_are_said_as_the_table_declares_them() -> None:
    spec = sources.spec("scb:YREG60")
    for gap in spec.breaks_between("2019", "2024"):
        assert Language("sv").text(f"break-yreg-{gap.period}") == gap.text


@pytest.mark.parametrize("edition", editions.editions())
@pytest.mark.parametrize("kind", ["county", "municipality", "occupation"])
def test_a_sentence_begins_with_a_capital(build: Build, kind: str, edition: str) -> None:
    """Also where a month or an occupation fills its first slot."""
    for part in build(KINDS[kind], edition)["parts"]:
        for block in part["blocks"]:
            for name in ("text", "title", "caption", "alt", "detail"):
                said = sample.text_of(block.get(name, []))
                found = re.search(r"(?<!t\.ex)(?<!m\.fl)[.!?] [a-zåäö]\w*", said)
                assert found is None, (block["id"], said)
