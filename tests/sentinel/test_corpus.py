"""Kinds of breakage that have happened, rebuilt: what is found, how bad it is, what is said.

Each case changes a table of `tests.worlds` after it was fetched, watches it, and fetches it again:
the watch keeps nothing, the fetch takes what the declaration can bear and refuses the rest, and
what was taken is not said again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.sentinel.declared import BAS, INDEX, MUNICIPAL, POPULATION
from tests.servers import Server
from tests.worlds import Cell, PxTable, World, bas, index, months, municipal, population
from vagled_lmi.errors import VagledError
from vagled_lmi.revisions.findings import KINDS, SEVERITIES, Finding
from vagled_lmi.sentinel import watch
from vagled_lmi.sentinel.impact import Hits
from vagled_lmi.sentinel.watch import Watched
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import fetching
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.store import Store
from vagled_lmi.tables import TableSpec

FREE = {"maxDataCells": 150_000, "maxCallsPerTimeWindow": 1000, "timeWindow": 1}


@dataclass(frozen=True)
class Case:
    """A breakage: what happens to a table, and (kind, severity, sentence) of what is found."""

    happens: Callable[[PxTable], object]
    found: tuple[tuple[str, str, str], ...]
    taken: bool = True  # by a fetch
    chosen: str = ""  # the id with which a person has it fetched all the same
    spec: TableSpec = BAS
    on: str = "2026-08-25"
    stamped: bool = True  # the agency says that it updated the table
    later: frozenset[str] = frozenset()  # kinds that the next watch still finds
    before: Callable[[PxTable], object] = lambda _: None


def relabel(dimension: str, **labels: str) -> Callable[[PxTable], object]:
    def happens(table: PxTable) -> None:
        table.codes[dimension] |= {code.replace("_", "-"): text for code, text in labels.items()}

    return happens


def recode(
    dimension: str, gone: str, fresh: Mapping[str, str], *, cells: Cell | None = None
) -> Callable[[PxTable], object]:
    """Put new codes in an old one's place."""

    def happens(table: PxTable) -> None:
        held = table.codes[dimension]
        table.codes[dimension] = {
            new: label
            for code, text in held.items()
            for new, label in (fresh.items() if code == gone else ((code, text),))
        }
        table.cell = cells or table.cell

    return happens


def measure(code: str, label: str, unit: str, decimals: int) -> Callable[[PxTable], object]:
    return lambda table: table.measures.update({code: (label, unit, decimals)})


def every(change: Callable[[float], float | str]) -> Callable[[PxTable], object]:
    """Change every cell."""

    def happens(table: PxTable) -> None:
        before = table.cell

        def cell(codes: Mapping[str, str]) -> float | str:
            held = before(codes)
            return held if isinstance(held, str) else change(held)

        table.cell = cell

    return happens


def cells(change: Callable[[float], float | str], **where: str) -> Callable[[PxTable], object]:
    """Change the cells with some codes."""

    def happens(table: PxTable) -> None:
        before = table.cell

        def cell(codes: Mapping[str, str]) -> float | str:
            held = before(codes)
            chosen = all(codes[name] == code for name, code in where.items())
            return change(0 if isinstance(held, str) else held) if chosen else held

        table.cell = cell

    return happens


def both(*changes: Callable[[PxTable], object]) -> Callable[[PxTable], object]:
    def happens(table: PxTable) -> None:
        for change in changes:
            change(table)

    return happens


def new_month(table: PxTable) -> None:
    """July comes, and the two months before it are revised by a tenth."""
    table.periods.update(months("2026M07", "2026M07"))
    before = table.cell
    table.cell = lambda codes: (
        round(float(before(codes)) + 0.1, 1)
        if codes["Tid"] in ("2026M05", "2026M06")
        else before(codes)
    )


def heby(table: PxTable) -> None:
    table.codes["Region"] = {
        code: text for code, text in table.codes["Region"].items() if code != "1917"
    } | {"0331": "Heby"}
    table.periods["2007"] = "2007"


def noise(table: PxTable) -> None:
    """SCB publishes anew: each cell is off by at most 3; one in seven is not off at all."""
    before = table.cell
    table.cell = lambda codes: float(before(codes)) + sum(map(ord, "".join(codes.values()))) % 7 - 3


def two_labels(table: PxTable) -> None:
    """The description says one thing, the answer another."""
    original = table.filled

    def filled(answer: dict[str, object]) -> dict[str, object]:
        done = original(answer)
        done["dimension"]["Region"]["category"]["label"]["03"] = "Stockholms och Uppsala län"
        return done

    table.filled = filled  # type: ignore[method-assign]


def reorder(table: PxTable) -> None:
    table.codes["Region"] = dict(reversed(table.codes["Region"].items()))


RETYPED = (
    "label-retyped", "notice",
    "Namnet på koden 20-64 i ålder (Alder) skrivs annorlunda: bindestreck (-) har blivit "
    'tankstreck (–) ("20-64 år" är nu "20–64 år"). Koderna är desamma.',
)  # fmt: skip
JULY = ("period-new", "harmless", "Ny period: 2026M07.")

CASES: dict[str, Case] = {
    "a longer dash in an age label": Case(relabel("Alder", **{"20_64": "20–64 år"}), (RETYPED,)),
    "a measure renamed": Case(
        measure("000006II", "Arbetslöshet (ILO), andel av arbetskraften", "procent", 1),
        (
            (
                "refused", "breaking",
                "Tabellen TAB6260 hos SCB är inte längre den som scb:TAB6260 hämtats från: måttet "
                '"000006II" var "arbetslöshet i procent"',
            ),
            (
                "measure-renamed", "review",
                'Måttet 000006II heter nu "Arbetslöshet (ILO), andel av arbetskraften"; det hette '
                '"Arbetslöshet". Kontrollera att det mäter samma sak.',
            ),
        ),
        taken=False,
        chosen="TAB6260",
    ),
    "a measure by another code under the same name": Case(
        lambda table: table.measures.update({"000009ZZ": table.measures.pop("000006II")}),
        (
            (
                "refused", "breaking",
                "Tabellen TAB6260 hos SCB är inte längre den som scb:TAB6260 hämtats från: måttet "
                '"000006II" (arbetslöshet) finns inte längre',
            ),
            ("measure-gone", "review", "Måttet 000006II (Arbetslöshet) finns inte längre."),
            ("measure-new", "notice", "Nya mått: 000009ZZ (Arbetslöshet)."),
        ),
        taken=False,
    ),
    "a table frozen": Case(
        lambda _: None,
        ((
            "frozen", "review",
            "Tabellen verkar ha stannat vid 2026M06: 2026M07 väntades senast 2026-10-05, och 2 "
            "perioder saknas nu.",
        ),),
        on="2026-11-25",
        stamped=False,
        later=frozenset({"frozen"}),
    ),
    "a table late": Case(
        lambda _: None,
        (("late", "notice", "2026M07 väntades senast 2026-10-05 och har inte kommit."),),
        on="2026-10-20",
        stamped=False,
        later=frozenset({"late"}),
    ),
    "a table that the agency ends": Case(
        lambda table: setattr(table, "discontinued", True),
        (("discontinued", "review", "Myndigheten säger att tabellen är avslutad."),),
    ),
    "a base year changed": Case(
        both(
            lambda table: table.about_measures.update(basePeriod={"000009AA": "2020=100"}),
            every(lambda held: round(held / 1.1, 1)),
        ),
        (
            (
                "base-changed", "review",
                'Bas- eller referensperioden för måttet 000009AA (Index) är nu "2020=100"; den var '
                '"2015=100". Talen före och efter går inte att jämföra utan omräkning.',
            ),
            (
                "values-revised", "review",
                "54 av 54 jämförbara värden har reviderats (2025M01 till 2026M06 (18 perioder)): "
                "mest från 108,4 till 98,5 (−9,1 %) i Riket (00), 2025M10, Q, oftast 9,1 %.",
            ),
        ),
        spec=INDEX,
    ),
    "a code list split": Case(
        recode("SNI2007", "Q", {"Q86": "hälso- och sjukvård", "Q87": "omsorg"}),
        (
            (
                "refused", "breaking",
                'Tabellen TAB9001 hos SCB har inte "Q" i dimensionen "SNI2007"',
            ),
            (
                "code-split", "review",
                "Koden Q (vård och omsorg) i näringsgren (SNI2007) har delats i Q86 (hälso- och "
                "sjukvård), Q87 (omsorg).",
            ),
        ),
        taken=False,
        spec=INDEX,
    ),
    "two codes merged": Case(
        both(
            recode("Alder", "16-64", {"16-66": "16-66 år"}),
            recode("Alder", "16-65", {}),
        ),
        (
            (
                "bounds-moved", "notice",
                'Gränsen har flyttats i ålder (Alder): "16-64 år" har blivit "16-66 år". Talen '
                "före och efter gäller olika grupper.",
            ),
            ("code-gone", "notice", 'Koder som inte längre finns i ålder (Alder): "16-65 år".'),
        ),
    ),
    "20-64 becoming 20-65": Case(
        recode("Alder", "20-64", {"20-65": "20-65 år"}),
        (
            (
                "refused", "breaking",
                'Tabellen TAB6260 hos SCB har inte "20-64" i dimensionen "Alder"',
            ),
            (
                "bounds-moved", "review",
                'Gränsen har flyttats i ålder (Alder): "20-64 år" har blivit "20-65 år". Talen '
                "före och efter gäller olika grupper.",
            ),
        ),
        taken=False,
    ),
    "20-64 becoming 20-65 under its old code": Case(
        relabel("Alder", **{"20_64": "20-65 år"}),
        ((
            "bounds-moved", "review",
            'Gränsen har flyttats i ålder (Alder): "20-64 år" har blivit 20-64 (20-65 år). Talen '
            "före och efter gäller olika grupper.",
        ),),
    ),
    "a new preliminary month": Case(
        new_month,
        (
            (
                "values-revised", "notice",
                "44 av 396 jämförbara värden har reviderats (2026M05, 2026M06): mest från 9,3 till "
                "9,4 (+1,1 %) i Riket (00), 2026M05, oftast 1,4 %.",
            ),
            JULY,
        ),
    ),
    "a new month as expected": Case(
        lambda table: table.periods.update(months("2026M07", "2026M07")), (JULY,)
    ),
    "two labels for one code": Case(
        two_labels,
        ((
            "label-doubled", "review",
            'Koden 03 i Region har två namn: "Uppsala län" i tabellens beskrivning och "Stockholms '
            'och Uppsala län" bredvid värdena.',
        ),),
    ),
    "a kommun moved to another län": Case(
        heby,
        (
            (
                "region-moved", "review",
                "Heby har bytt kod från 1917 till 0331: kommunen har flyttat från Västmanlands län "
                "(19) till Uppsala län (03). Serierna för båda länen bryts.",
            ),
            ("period-new", "harmless", "Ny period: 2007."),
        ),
        spec=MUNICIPAL,
        on="2008-02-25",
    ),
    "thousands instead of persons": Case(
        both(
            measure("000007SF", "Folkmängden per månad", "tusental", 1),
            every(lambda held: round(held / 1000, 1)),
        ),
        (
            (
                "unit-changed", "breaking",
                'Enheten för måttet 000007SF (Folkmängden per månad) är nu "tusental"; den var '
                '"antal". Talen betyder något annat än förut.',
            ),
            (
                "refused", "breaking",
                "Tabellen TAB6471 hos SCB är inte längre den som scb:TAB6471 hämtats från: måttet "
                '"000007SF" var "folkmängden per månad i antal"',
            ),
            (
                "decimals-changed", "notice",
                "Måttet 000007SF (Folkmängden per månad) ges nu med 1 decimal; förut med 0 "
                "decimaler.",
            ),
        ),
        taken=False,
        spec=POPULATION,
        on="2026-06-10",
    ),
    "thousands that nothing but the values tells of": Case(
        every(lambda held: round(held / 1000, 1)),
        ((
            "values-rescaled", "breaking",
            "Värdena för Folkmängd är nu 1\N{NARROW NO-BREAK SPACE}000 gånger mindre än förut: "
            "enheten är en annan än personer.",
        ),),
        spec=POPULATION,
        on="2026-06-10",
    ),
    "one decimal more": Case(
        both(
            measure("000006II", "Arbetslöshet", "procent", 2),
            every(lambda held: round(held + 0.04, 2)),
        ),
        (
            (
                "decimals-changed", "notice",
                "Måttet 000006II (Arbetslöshet) ges nu med 2 decimaler; förut med 1 decimal.",
            ),
            (
                "values-more-exact", "notice",
                "396 av 396 värden ges med ett annat antal decimaler; de är desamma när de "
                "avrundas.",
            ),
        ),
    ),
    "cells that vanish": Case(
        cells(lambda _: "..", Region="25", Tid="2026M06"),
        (("cells-vanished", "notice", "1 av 396 celler hade värden och är nu tomma."),),
    ),
    "many cells that vanish": Case(
        cells(lambda _: "..", Tid="2026M06"),
        (("cells-vanished", "review", "22 av 396 celler hade värden och är nu tomma."),),
    ),
    "a whole region without values": Case(
        cells(lambda _: "..", Region="03"),
        (
            (
                "region-gone", "breaking",
                "Uppsala län (03) har inga värden längre i scb:TAB6260.",
            ),
            ("cells-vanished", "review", "18 av 396 celler hade värden och är nu tomma."),
        ),
    ),
    "a whole region gone": Case(
        recode("Region", "03", {}),
        (
            (
                "refused", "breaking",
                'Tabellen TAB6260 hos SCB har inte "03" i dimensionen "Region"',
            ),
            (
                "code-gone", "review",
                "Koder som inte längre finns i region: 03 (Uppsala län).",
            ),
        ),
        taken=False,
    ),
    "another order of the regions": Case(
        reorder,
        ((
            "order-changed", "harmless",
            "Koderna i region står i en annan ordning; de är desamma.",
        ),),
    ),
    "a note more": Case(
        lambda table: table.notes.append("Uppgifterna för juni 2026 har korrigerats."),
        (("note-new", "notice", 'Ny not: "Uppgifterna för juni 2026 har korrigerats."'),),
    ),
    "other signs for what is missing": Case(
        cells(lambda _: ".", Region="25", Tid="2025M01"),
        ((
            "signs-changed", "notice",
            "1 av 396 celler har ett annat tecken bredvid värdet, som säger varför det saknas "
            "eller är osäkert.",
        ),),
        before=cells(lambda _: "..", Region="25", Tid="2025M01"),
    ),
    "nothing but the noise of Cell Key": Case(
        noise,
        ((
            "values-noise", "harmless",
            "2710 av 3168 värden skiljer sig med högst 6: det ryms i det brus som myndigheten "
            "lägger på för att skydda enskilda.",
        ),),
        spec=POPULATION,
        on="2026-06-10",
    ),
    "parts that no longer make up their total": Case(
        cells(lambda held: held + 500, Kon="1", Region="04", Tid="2026M02", Alder="20-29"),
        ((
            "refused", "breaking",
            "Tabellen scb:TAB6471 bryter mot sin deklaration: men + women skiljer sig från total "
            "med +500",
        ),),
        taken=False,
        spec=POPULATION,
        on="2026-06-10",
    ),
    "values outside what is possible": Case(
        every(lambda held: held + 100),
        ((
            "refused", "breaking",
            "Tabellen scb:TAB6260 bryter mot sin deklaration: Arbetslöshet 20–64 år är 108.9",
        ),),
        taken=False,
    ),
    "a variable more": Case(
        lambda table: table.codes.update(
            {"Utbildning": {"1": "förgymnasial", "2": "gymnasial"}, "Tid": table.codes.pop("Tid")}
        ),
        (
            (
                "refused", "breaking",
                "Tabellen TAB6260 hos SCB är inte längre den som scb:TAB6260 hämtats från: "
                'dimensionen "Utbildning" har kommit till',
            ),
            (
                "variable-new", "review",
                'Tabellen har fått variabeln "utbildning" med 2 koder.',
            ),
        ),
        taken=False,
    ),
    "months that are taken back": Case(
        lambda table: table.periods.pop("2026M06"),
        (
            ("period-gone", "review", "Perioder som inte längre finns: 2026M06."),
        ),
    ),
}  # fmt: skip

REFUSALS = [said for case in CASES.values() for kind, _, said in case.found if kind == "refused"]
TABLES: dict[str, Callable[[], PxTable]] = {
    BAS.id: bas, POPULATION.id: population, INDEX.id: index, MUNICIPAL.id: municipal,
}  # fmt: skip
FETCHED = {BAS.id: "2026-08-21", INDEX.id: "2026-08-21", POPULATION.id: "2026-06-09",
           MUNICIPAL.id: "2007-03-01"}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_briefs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is hit is for `test_impact`: to look into the briefs takes seconds."""
    monkeypatch.setattr(watch.Impact, "of", lambda *_: Hits())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    limits = Limits(retries=0, calls=1000, seconds=0.02)
    with Session(tmp_path / "limits", limits=limits) as opened:
        yield opened


def watched(spec: TableSpec, store: Store, session: Session, on: str) -> Watched:
    at = f"{on}T08:00:00Z"
    (one,) = watch.watch([spec], store, session.send, at, lambda *_: None)
    return one


def said(finding: Finding) -> str:
    """A sentence; of a refusal only how it begins: the rest is up to the agency's module."""
    if finding.kind != "refused":
        return finding.sentence
    why = finding.sentence.removeprefix("vagled fetch nekar tabellen som den är nu: ")
    assert why != finding.sentence
    return next(said for said in REFUSALS if why.startswith(said))


def files(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", CASES)
def test_breakage(
    name: str, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = CASES[name]
    table = TABLES[case.spec.id]()
    case.before(table)
    with Server(World(table, config=FREE)) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        fetch = Errand(session.send, f"{FETCHED[case.spec.id]}T08:00:00Z")
        fetching.fetch(case.spec, store, fetch)
        case.happens(table)
        if case.stamped:
            table.updated = f"{case.on}T06:00:00Z"
        before = files(store.root)
        seen = watched(case.spec, store, session, case.on)
        assert seen.error is None
        assert [(f.kind, f.severity, said(f)) for f in seen.findings] == list(case.found)
        assert seen.exit_code == 1
        assert files(store.root) == before

        fetch = Errand(session.send, f"{case.on}T09:00:00Z")
        if case.taken:
            assert (fetching.fetch(case.spec, store, fetch) is not None) == case.stamped
            again = watched(case.spec, store, session, case.on)
            assert {finding.kind for finding in again.findings} == case.later
        else:
            with pytest.raises(VagledError):
                fetching.fetch(case.spec, store, fetch)
            assert len(store.vintages(case.spec.id)) == 1
            assert watched(case.spec, store, session, case.on).findings == seen.findings
        if case.chosen:
            wanted = Wanted(ids=(case.chosen,))
            assert fetching.fetch(case.spec, store, fetch, wanted) is not None
            assert watched(case.spec, store, session, case.on).findings == ()
        assert store.verify() == []


@pytest.mark.parametrize("spec", [BAS, POPULATION, INDEX, MUNICIPAL], ids=lambda spec: spec.id)
def test_nothing_is_said_of_a_table_that_has_not_moved(
    spec: TableSpec, store: Store, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither when it is the same, nor when only its stamp or the periods in its title moved."""
    table = TABLES[spec.id]()
    day = FETCHED[spec.id]
    with Server(World(table, config=FREE)) as server:
        monkeypatch.setenv("VAGLED_SCB_URL", server.url)
        fetching.fetch(spec, store, Errand(session.send, f"{day}T08:00:00Z"))
        same = watched(spec, store, session, day)
        assert (same.findings, same.exit_code, same.compared) == ((), 0, False)
        table.updated = f"{day}T10:00:00Z"
        touched = watched(spec, store, session, day)
        assert (touched.findings, touched.exit_code, touched.compared) == ((), 0, True)


def test_the_corpus_covers_what_can_be_found() -> None:
    found = {kind for case in CASES.values() for kind, _, _ in case.found}
    elsewhere = {  # in tests/revisions and tests/sentinel/test_watch.py
        "table-renamed", "table-replaced", "size-changed", "note-gone", "note-changed",
        "variable-gone", "variable-renamed", "label-changed", "code-new", "code-replaced",
        "code-merged", "measure-retyped", "method-changed", "classes-revised", "cells-appeared",
        "rows-new", "rows-gone", "never-fetched", "failed-before",
    }  # fmt: skip
    assert found | elsewhere == set(KINDS)
    assert {severity for case in CASES.values() for _, severity, _ in case.found} == set(SEVERITIES)
