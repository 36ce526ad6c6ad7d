"""For each kind of question to an agency: a table of it, and a server that answers it rightly.

`vagled_lmi.sources` says which kinds there are: an agency and the type of `TableSpec.live`. The
matrix of faults runs over all of them, and fails where a kind has no case here.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from tests.agencies.af import AfServer, jobed_answer
from tests.agencies.af_workbooks import COUNTIES, notices_by_month
from tests.agencies.eurostat import EurostatServer, example_cubes
from tests.agencies.kolada import KoladaServer
from tests.agencies.myh import MyhServer
from tests.agencies.scb import ScbServer
from tests.agencies.scb_tables import scb_tables
from tests.agencies.skolverket import SkolverketServer
from tests.agencies.ssb import ssb_server
from tests.agencies.uka import UkaServer
from tests.servers import Answerer
from tests.worlds import barometer
from vagled_lmi.sources import catalogue
from vagled_lmi.sources.af import jobed
from vagled_lmi.sources.fetching import Wanted
from vagled_lmi.sources.protocol import Send
from vagled_lmi.tables import TableSpec

Kind = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """A table of one kind, and what starts a server that has it; each start is a server anew."""

    table: str
    server: Callable[[], Answerer]
    wanted: Wanted = field(default_factory=Wanted)

    @property
    def spec(self) -> TableSpec:
        return catalogue.spec(self.table)


def _scb(table: str) -> Callable[[], Answerer]:
    return lambda: ScbServer(scb_tables([catalogue.spec(table)]), rate=(1000, 1))


def _af() -> Answerer:
    notices = notices_by_month({"2026-03": [*range(10, 10 + len(COUNTIES)), 420]})
    return AfServer(
        ads={("0380", "2512"): 3, ("0380", "2514"): 2},
        barometer=json.dumps(barometer("Systemutvecklare", "Lärare")).encode(),
        books={"web-varsel-lan-199201-2026-03.xlsx": notices},
    )


CASES: dict[Kind, Case] = {
    ("af", "Counts"): Case("af:annonser_nu", _af, Wanted(("03",))),
    ("af", "Linked"): Case("af:varsel", _af),
    ("af", "Round"): Case("af:yrkesbarometern", _af),
    ("af", "Version"): Case("af:taxonomi", _af),
    ("eurostat", "Cube"): Case("eurostat:lfst_r_lfu3rt", lambda: EurostatServer(example_cubes())),
    ("kolada", "regions"): Case("kolada:utbildningsniva", KoladaServer),
    ("myh", "Rounds"): Case("myh:beviljade", MyhServer),
    ("scb", "Extract"): Case("scb:TAB6260", _scb("scb:TAB6260")),
    ("scb", "Extracts"): Case("scb:YREG51", _scb("scb:YREG51")),
    ("skolverket", "AdultCounts"): Case(
        "skolverket:vuxenutbud", SkolverketServer, Wanted(("0380",))
    ),
    ("skolverket", "Offers"): Case("skolverket:utbud", SkolverketServer),
    ("skolverket", "ProgrammeResults"): Case("skolverket:gymnasieprogram", SkolverketServer),
    ("skolverket", "SchoolOffers"): Case("skolverket:gymnasieutbud", SkolverketServer),
    ("skolverket", "Table1"): Case("skolverket:gymnasieskola", SkolverketServer),
    ("ssb", "Extract"): Case("ssb:07459", ssb_server),
    ("uka", "Indicator"): Case("uka:etablering", UkaServer),
}


@dataclass(frozen=True)
class Question:
    """A question to an agency that is about no declared table, and what answers it."""

    ask: Callable[[Send], object]
    server: Callable[[], Answerer]

    def answer(self, send: Send) -> str:
        """What came of it, to be compared."""
        return str(self.ask(send))


def _alike() -> Answerer:
    hits = [{"id": "i.yh.exempel", "education_title": "Exempelutbildning"}]
    occupation = {"id": "1", "occupation_label": "Exempelyrke"}
    return AfServer(alike={**jobed_answer(hits), "related_occupations": [occupation]})


QUESTIONS: dict[Kind, Question] = {
    ("af", "JobEd Connect, educations"): Question(
        lambda send: jobed.educations("Inredningsdesigner", send).frame.to_csv(), _alike
    ),
    ("af", "JobEd Connect, occupations"): Question(
        lambda send: jobed.occupations("webb", send).frame.to_csv(), _alike
    ),
    ("kolada", "search"): Question(
        lambda send: [*catalogue.search("kolada", "arbets", send)], KoladaServer
    ),
    ("scb", "search"): Question(
        lambda send: [*catalogue.search("scb", "arbetsmarknadsstatus", send)], _scb("scb:TAB6260")
    ),
    ("ssb", "search"): Question(
        lambda send: [*catalogue.search("ssb", "befolkning", send)], ssb_server
    ),
}


def declared_kinds() -> Iterator[Kind]:
    """Every kind that a declared table is of."""
    for agency, source in catalogue.agencies().items():
        for spec in source.TABLES:
            if spec.live is not None:
                yield agency, kind_of(spec)


def kind_of(spec: TableSpec) -> str:
    if isinstance(spec.live, tuple):
        first = spec.live[0]
        return "regions" if isinstance(first, str) else f"{type(first).__name__}s"
    return type(spec.live).__name__
