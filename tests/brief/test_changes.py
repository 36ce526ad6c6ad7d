"""What has changed since the last brief: why each headline number is another than it was."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.brief import sample
from tests.brief.conftest import KINDS
from tests.brief.inprocess import collected
from vagled_lmi import resources
from vagled_lmi.brief import document as documents
from vagled_lmi.brief.document import Document
from vagled_lmi.brief.split import PARTS
from vagled_lmi.brief.subject import Subject
from vagled_lmi.brief.trace import Tracer
from vagled_lmi.provenance import Query
from vagled_lmi.sources import catalogue, longform
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import Table, TableSpec
from vagled_lmi.vintages import Vintage

EMPLOYED, UNEMPLOYMENT = "scb:ArbStDoNMNN", "scb:TAB6260"
COUNTY = KINDS["county"]
Change = Callable[[pd.DataFrame], pd.DataFrame]
Parts = Mapping[str, float | None]


def altered(frame: pd.DataFrame, by: float, **key: str) -> pd.DataFrame:
    """A frame in which the values of a key are larger by so much."""
    chosen = pd.Series(data=True, index=frame.index)
    for name, code in key.items():
        chosen &= frame[name] == code
    assert chosen.any(), key
    return frame.assign(value=frame["value"].mask(chosen, frame["value"] + by))


def next_month(frame: pd.DataFrame, by: float) -> pd.DataFrame:
    """A frame with July 2026 after June, each region's value larger by so much."""
    june = frame[frame["period"] == "2026M06"]
    july = june.assign(period="2026M07", value=june["value"] + by)
    return pd.concat([frame, july], ignore_index=True)


@pytest.fixture(autouse=True, scope="module")
def _read_once() -> Iterator[None]:
    """Parse each vintage once for all these tests."""
    parse, known = catalogue.parsed, {}

    def once(declared: TableSpec, vintage: Vintage, store: Archive) -> pd.DataFrame:
        if vintage.id not in known:
            known[vintage.id] = parse(declared, vintage, store)
        return known[vintage.id]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "parsed", once)
        yield


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))


@pytest.fixture
def revise(store: Store, tables: Mapping[str, Table]) -> Callable[[str, Change], None]:
    """Give the store a newer vintage of a table."""

    def revise(table: str, how: Change) -> None:
        spec = tables[table].spec
        payload = longform.encode(spec, how(tables[table].frame.copy()), {})
        answer = Answer(Query(table), payload, longform.MEDIA_TYPE)
        store.add(table, [answer], retrieved="2026-11-24T00:00:00Z", licence="CC0")

    return revise


@pytest.fixture(scope="module")
def before() -> Document:
    """A brief of the program's own figures."""
    return first_page(COUNTY)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Document], str]:
    """Put a document where the next one is compared with it."""

    def write(document: Document) -> str:
        path = tmp_path / "earlier.json"
        path.write_bytes(documents.to_bytes(document))
        return str(path)

    return write


def first_page(about: Subject, edition: str = "sv", **made: Any) -> Document:
    """The first page of a brief, and what has changed on it."""
    return collected(about, edition, only=("summary", "changes"), **made)


def part_of(document: Document, name: str = "changes") -> list[dict[str, Any]]:
    (part,) = [part for part in document["parts"] if part["id"] == name]
    blocks: list[dict[str, Any]] = part["blocks"]
    return blocks


def said(document: Document) -> str:
    return " ".join(sample.text_of(b.get("text", b.get("title"))) for b in part_of(document))


def changes(document: Document) -> dict[str, dict[str, Any]]:
    """Every change of a document: the measure it is of to its values by column."""
    found: dict[str, dict[str, Any]] = {}
    for number in document["numbers"].values():
        if number["indicator"] == "changes":
            found.setdefault(number["key"]["of"], {})[number["column"]] = number["value"]
    return found


def of(document: Document, beginning: str) -> dict[str, Any]:
    (values,) = [v for of, v in changes(document).items() if of.startswith(beginning)]
    return values


def unequal(document: Document, store: Archive) -> list[str]:
    tracer = Tracer(document, store)
    return [r.problem for r in map(tracer.replay, tracer.addresses()) if not r.equal]


LEVEL = "employed/level?region=03&"
REVISED = "03/changes/revised?of=employed%2Flevel%3Fregion%3D03"


def test_the_first_brief_says_that_it_is_the_first() -> None:
    for edition, words in (
        ("sv", "Det här är den första briefen"),
        ("sv-plain", "Det här är den första texten"),
        ("en", "This is the first brief"),
    ):
        document = first_page(COUNTY, edition)
        assert said(document).startswith(words)
        assert page_one(document) == said(document)
        assert "previous" not in document
        assert changes(document) == {}


def page_one(document: Document) -> str:
    """What page one says of it."""
    (block,) = [b for b in part_of(document, "summary") if b["id"] == "since-last"]
    return sample.text_of(block["text"])


def test_a_new_month_and_a_revision_are_told_apart(
    before: Document, store: Store, revise: Callable[..., None], write: Callable[..., str]
) -> None:
    # June was 181 185; it is revised by +2 000 and July is 3 000 above the revised June
    def later(frame: pd.DataFrame) -> pd.DataFrame:
        return next_month(altered(frame, 2000, region="03", period="2026M06"), 3000)

    revise(EMPLOYED, later)
    document = first_page(COUNTY, store=store, previous=write(before))
    assert of(document, LEVEL) == {
        "before": 181185, "change": 5000, "new_period": 3000, "revised": 2000,
        "definition": 0, "noise": 0, "method": 0,
    }  # fmt: skip
    assert "mer än bruset: hur många som arbetar" in said(document)
    assert document["previous"]["when"] == before["built"]
    assert unequal(document, store) == []


def test_a_revision_within_the_noise_is_noise(
    before: Document, store: Store, revise: Callable[..., None], write: Callable[..., str]
) -> None:
    # 0.3 % of 181 685 is 545: a revision of 500 is noise
    revise(EMPLOYED, lambda frame: altered(frame, 500, region="03", period="2026M06"))
    document = first_page(COUNTY, store=store, previous=write(before))
    values = of(document, LEVEL)
    assert (values["change"], values["noise"], values["revised"]) == (500, 500, 0)
    assert said(document).startswith("Sedan 2026-11-23 har inget av talen på första sidan ändrats")
    assert unequal(document, store) == []


def test_what_our_program_counts_otherwise_is_our_method(
    before: Document, store: Store, write: Callable[..., str]
) -> None:
    earlier = copy.deepcopy(before)
    (at,) = [a for a in earlier["numbers"] if a.startswith("03/cohorts/per_100?region=03&")]
    earlier["numbers"][at]["value"] += 7.0
    document = first_page(COUNTY, store=store, previous=write(earlier))
    values = of(document, "cohorts/per_100")
    assert values["method"] == values["change"] == -7
    assert all(values[part] == 0 for part in PARTS if part != "method")
    assert unequal(document, store) == []


def test_a_step_over_a_declared_break_is_no_growth(
    store: Store,
    revise: Callable[..., None],
    write: Callable[..., str],
    tables: Mapping[str, Table],
) -> None:
    """The register of occupations changed its method in 2023."""
    frame = tables["scb:YREG60"].frame
    assert {"2022", "2023", "2024"} <= set(frame["period"])
    about = KINDS["occupation"]

    def until(year: str) -> Change:
        return lambda frame: frame[frame["period"] <= year]

    revise("scb:YREG60", until("2022"))
    path = write(first_page(about, store=store))
    after = first_page(about, previous=path, store=Later(store))
    values = of(after, "occupation_years/employees?region=SE12&")
    assert values["definition"] == values["change"] != 0
    assert values["new_period"] == 0


class Later(Archive):
    """A store's answers without the newest of each table: the program's own again."""

    def __init__(self, store: Store) -> None:
        super().__init__(store.root)
        self._store = store

    def vintages(self, table: str) -> list[Vintage]:
        return [v for v in self._store.vintages(table) if v.via]

    def payload(self, digest: str) -> bytes:
        return self._store.payload(digest)

    def has(self, digest: str) -> bool:
        return self._store.has(digest)


@pytest.mark.parametrize("kind", ["county", "municipality", "area", "occupation"])
def test_the_same_answers_change_nothing(
    kind: str, store: Store, write: Callable[..., str]
) -> None:
    path = write(first_page(KINDS[kind], store=store))
    again = first_page(KINDS[kind], store=store, previous=path)
    assert said(again) == "Talen på första sidan är desamma som i briefen från 2026-11-23."
    assert page_one(again) == said(again)
    assert changes(again) == {}


def test_every_part_sums_and_every_number_is_traced_in_every_edition(
    before: Document, store: Store, revise: Callable[..., None], write: Callable[..., str]
) -> None:
    revise(EMPLOYED, lambda frame: next_month(altered(frame, 900, region="03"), 1234))
    revise(UNEMPLOYMENT, lambda frame: altered(frame, 0.4, region="03", period="2024M01"))
    revise("scb:TAB6471", lambda frame: altered(frame, 3, region="03", age="10-19"))
    editions = [
        first_page(COUNTY, edition, store=store, previous=write(before))
        for edition in ("sv", "sv-plain", "en")
    ]
    first = changes(editions[0])
    assert {of.partition("/")[0] for of in first} >= {"employed", "unemployment"}
    for values in first.values():
        parts = [Decimal(repr(values[part])) for part in PARTS]
        assert sum(parts) == Decimal(repr(values["change"]))
    for document in editions:
        title = sample.text_of(part_of(document)[0]["title"])
        assert page_one(document).startswith(f"{title}. ")
        assert changes(document) == first
        assert unequal(document, store) == []
        rows = list(shown_rows(document))
        assert len(rows) == len(first)
        for stated, now, change, *parts in rows:
            assert now - stated == change == sum(parts)


def shown_rows(document: Document) -> Iterator[list[Decimal]]:
    """The rows of the table as a reader sees them: before, now, change and its parts."""
    (table,) = [block for block in part_of(document) if block["kind"] == "table"]
    comma = document["lang"].startswith("sv")
    return [
        [figure(cell["text"], comma=comma) for cell in row[2:]] for row in table["table"]["rows"]
    ]


def figure(text: str, *, comma: bool) -> Decimal:
    plain = text.replace("\u202f", "").replace("\u2212", "-")
    return Decimal(plain.replace(",", ".") if comma else plain.replace(",", ""))


def test_a_forged_part_does_not_replay(
    before: Document, store: Store, revise: Callable[..., None], write: Callable[..., str]
) -> None:
    revise(EMPLOYED, lambda frame: next_month(frame, 3000))
    document = first_page(COUNTY, store=store, previous=write(before))
    (at,) = [
        a
        for a in document["numbers"]
        if a.startswith("03/changes/revised?of=employed%2Flevel%3Fregion%3D03")
    ]
    document["numbers"][at]["value"] = 100.0
    assert "omräkningen ger 0.0" in Tracer(document, store).replay(at).problem


def test_a_change_is_explained_down_to_both_answers(
    before: Document, store: Store, revise: Callable[..., None], write: Callable[..., str]
) -> None:
    revise(EMPLOYED, lambda frame: next_month(altered(frame, 2000, region="03"), 3000))
    document = first_page(COUNTY, store=store, previous=write(before))
    (at,) = [
        a
        for a in document["numbers"]
        if a.startswith("03/changes/revised?of=employed%2Flevel%3Fregion%3D03")
    ]
    text = "\n".join(Tracer(document, store).explain(at))
    for words in (
        "Värde:       2000.0 personer",
        f"Jämfört med: {before['built']}, sha256 {document['previous']['sha256']}",
        "Angavs då:                   181185.0 personer (2026M06)",
        "Samma svar, dagens program:  181185.0",
        "Samma period, dagens svar:   183185.0",
        "I dag:                       186185.0",
    ):
        assert words in text
    for vintage in (document["previous"]["retrievals"], document["sources"][0]["retrievals"]):
        assert vintage[0]["sha256"] in text
