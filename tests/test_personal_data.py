"""Personal data of advertisements passes no door: not into files, logs, output or tracebacks.

A full ad, made up, is sent down every path on which an agency could send one. To add a path: a
function in `PATHS` that takes a `Way` and does there what a user does; all that it leaves behind is
looked through.
"""

from __future__ import annotations

import json
import logging
import traceback
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import orjson
import pytest

from tests.agencies.af import AfServer, as_line, jobed_answer
from tests.agencies.cases import CASES
from tests.agencies.skolverket import PERSON, SkolverketServer
from tests.personal import (
    MAIL,
    MARK,
    NAME,
    PERSONNUMMER,
    PHONES,
    STREET,
    TRACES,
    ad,
    traces,
    traces_in,
)
from tests.servers import Answerer, Reply, Seen, Server, Spoken, as_json, misdeclared
from vagled_lmi import cli, session
from vagled_lmi.errors import VagledError
from vagled_lmi.sentinel import watch
from vagled_lmi.sentinel.impact import Hits
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, refresh
from vagled_lmi.sources.af import jobed, jobsearch

SHAPE = (
    Path(__file__).parents[1].parent
    / "shared/data/af/ads/synthetic_ad_jobtech_test_2019_shape.json"
)
AD = ad()
BODY = json.dumps(AD, ensure_ascii=False).encode()
#: One ad in each place that Uppsala kommun is compared with, so that none is empty.
ADS = {(f"{county}80", "2512"): 3 for county in ("03", "04", "05", "18", "19")}
OPEN_ADS = ("fetch", "af:annonser_nu", "--region", "0380")


@dataclass
class Way:
    """Where a path is gone, and what is heard on it.

    Attributes
    ----------
    folder : Path
        Everything that may be written lies below it: the store, caches, the working folder.
    errors : list of BaseException
        What was raised.
    """

    folder: Path
    errors: list[BaseException] = field(default_factory=list)

    @contextmanager
    def served(self, services: Answerer) -> Iterator[Server]:
        """Let every agency's services be these."""
        with Server(services) as server, pytest.MonkeyPatch.context() as patch:
            for source in catalogue.agencies().values():
                patch.setenv(source.AGENCY.variable, server.url)
            yield server

    def run(self, *arguments: str) -> int:
        """Run `vagled`, as a user does."""
        return cli.main(arguments)

    def call(self, function: Callable[[], object]) -> object:
        """Call a function as an analyst does, and keep what it raises."""
        try:
            return function()
        except VagledError as error:
            self.errors.append(error)
            return None


class Wrong(AfServer):
    """Search answered wrongly, with the ad, from a question on."""

    def __init__(self, reply: Spoken, after: int = 0, **services: Any) -> None:
        super().__init__(ADS, leak=AD, **services)
        self.reply, self.after = reply, after

    def _search(self, seen: Seen) -> Spoken:
        self.after -= 1
        return super()._search(seen) if self.after >= 0 else self.reply


def mask_ignored(way: Way) -> None:
    with way.served(AfServer(ADS, leak=AD)) as server:
        assert way.run(*OPEN_ADS) == 0
        assert len(server.seen) > 7


def interrupted(way: Way) -> None:
    with way.served(Wrong(Reply(BODY, 400), after=5, alike=None)):
        assert way.run(*OPEN_ADS) == 6
    kept = [path for path in (way.folder / "store" / "interrupted").rglob("*") if path.is_file()]
    assert len(kept) > 5


def wrong(reply: Spoken) -> Callable[[Way], None]:
    def path(way: Way) -> None:
        with way.served(Wrong(reply)):
            assert way.run(*OPEN_ADS) >= 2

    return path


def everywhere(reply: Spoken) -> Callable[[Way], None]:
    """The ad where files, code lists and pages are."""

    def path(way: Way) -> None:
        with way.served(lambda _: reply):
            for table in ("yrkesbarometern", "taxonomi", "varsel", "varsel_bransch", "inskrivna"):
                assert way.run("fetch", f"af:{table}") >= 2

    return path


def every_table(reply: Spoken) -> Callable[[Way], None]:
    """The ad as the answer to any question of any agency: fetched, watched, and searched for."""

    def path(way: Way) -> None:
        with way.served(lambda _: reply):
            tables = [kind.table for kind in CASES.values()]
            assert way.run("fetch", *tables, "--region", "0380") >= 2
            assert way.run("watch", *tables, "--json") >= 1
            for agency in ("scb", "kolada", "ssb"):
                assert way.run("tables", "--search", "yrke", "--agency", agency) >= 2

    return path


class Schools:
    """Skolverket's services, where every contact person is the one of the ad.

    Parameters
    ----------
    after : int
        How many questions are answered; then the person comes as the failure.
    """

    def __init__(self, after: int = 10_000) -> None:
        self._server, self._left = SkolverketServer(), after

    def __call__(self, seen: Seen) -> Spoken:
        self._left -= 1
        if self._left < 0:
            return Reply(BODY, 400)
        said = self._server(seen)
        if not isinstance(said, Reply):
            return said
        body = said.body
        for theirs, ours in CONTACT.items():
            body = body.replace(theirs.encode(), ours.encode())
        return replace(said, body=body)


#: What stands in the made-up answers of Skolverket's services, and what of the ad here instead.
CONTACT = {
    PERSON["name"]: NAME, PERSON["email"]: MAIL, PERSON["phone"]: PHONES[0], "Exempelgatan": STREET,
}  # fmt: skip
SCHOOLS = (
    "skolverket:utbildningstillfallen", "skolverket:gymnasieutbud",
    "skolverket:vuxenutbud", "skolverket:gymnasieprogram",
)  # fmt: skip


def schools(way: Way) -> None:
    """Contacts of schools: fetched, told, watched, compared, listed."""
    with way.served(Schools()) as server:
        for table in SCHOOLS:
            assert way.run("fetch", table, "--region", "0380") == 0
            assert way.run("fetch", table, "--region", "0380") == 0
            assert way.run("watch", table, "--json") < 2
            assert way.run("tables", "--vintages", table) == 0
            assert way.run("diff", table, "--json") in (0, 1, 2)  # 2: there is one vintage
        assert {"susa", "planned"} <= {seen.path.split("/")[1] for seen in server.seen}


def schools_interrupted(way: Way) -> None:
    with way.served(Schools(after=3)):
        for table in SCHOOLS[:3]:
            assert way.run("fetch", table) >= 2


def likeness(answer: Spoken | dict[str, Any]) -> Callable[[Way], None]:
    """Educations and occupations with the ad's words in every field that is not asked for."""

    def path(way: Way) -> None:
        said = AfServer(alike=answer) if isinstance(answer, dict) else lambda _: answer
        with way.served(said), Session(way.folder / "cache") as session:
            print(way.call(lambda: jobed.educations("Inredningsdesigner", session.send)))  # noqa: T201
            print(way.call(lambda: jobed.occupations("webb", session.send)))  # noqa: T201

    return path


def yearly(*lines: bytes, name: str = "2025.jsonl.zip", damage: int = 0) -> Callable[[Way], None]:
    def path(way: Way) -> None:
        given = way.folder.parent / name
        with zipfile.ZipFile(given, "w") as archive:
            archive.writestr("2025.jsonl", b"".join(lines))
        data = given.read_bytes()
        given.write_bytes(data[: len(data) - damage] if damage else data)
        way.run("fetch", "af:annonser", "--file", str(given))

    return path


_HIT = {
    "id": "i.yh.exempel",
    "education_title": "Exempelutbildning",
    "education_provider_name": AD["employer"]["name"],
    "education_description": AD["description"]["text"],
    "contacts": AD["application_contacts"],
}
_OCCUPATION = {"occupation_label": "Exempelyrke", "contacts": AD["application_contacts"]}

PATHS: dict[str, Callable[[Way], None]] = {
    "search: mask and limit ignored": mask_ignored,
    "search: interrupted": interrupted,
    "search: the ad as a refusal": wrong(Reply(BODY, 400, {"Content-Type": "application/json"})),
    "search: the ad as a failure": wrong(Reply(BODY, 404)),
    "search: the ad instead of counts": wrong(as_json(AD)),
    "search: the ad as a total": wrong(as_json({"total": {"value": AD}, "positions": AD})),
    "search: the ad as a concept": wrong(
        as_json({"total": {"value": 1}, "stats": [{"values": [{"concept_id": traces(BODY)[0]}]}]})
    ),
    "search: the ad on a page": wrong(Reply(b"<html>" + BODY, headers={"X-Ad": "1"})),
    "search: cut off within the ad": wrong(misdeclared(BODY[:900], len(BODY))),
    "search: broken JSON within the ad": wrong(Reply(BODY[:900])),
    "files and pages: the ad": everywhere(as_json(AD)),
    "files and pages: a list of ads": everywhere(as_json([AD])),
    "files and pages: the ad as a failure": everywhere(Reply(BODY, 404)),
    "files and pages: the ad on a page": everywhere(Reply(b"<html><a href='/x'>" + BODY)),
    "every agency: the ad": every_table(as_json(AD)),
    "every agency: the ad as a failure": every_table(Reply(BODY, 404)),
    "every agency: broken JSON within the ad": every_table(Reply(BODY[:900])),
    "schools: contacts": schools,
    "schools: interrupted": schools_interrupted,
    "likeness: more than is asked for": likeness(
        {**jobed_answer([_HIT]), "related_occupations": [_OCCUPATION]}
    ),
    "likeness: the ad": likeness(as_json(AD)),
    "likeness: the ad as a failure": likeness(Reply(BODY, 400)),
    "likeness: the ad and nothing alike": likeness(as_json(AD, 404)),
    "likeness: broken JSON": likeness(Reply(BODY[:900])),
    "a year's ads": yearly(as_line(AD), as_line(ad(original_id="2"))),
    "a year's ads, a broken line": yearly(as_line(AD), as_line(AD)[:700] + b"\n"),
    "a year's ads, a line too long": yearly(as_line(ad(description=traces(BODY) * 500_000))),
    "a year's ads, cut off": yearly(as_line(AD), damage=60),
    "a year's ads, of another year": yearly(as_line(ad(publication_date="2019-01-01"))),
}


@pytest.fixture
def way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Way:
    """Everything that can be written or said is caught, logs down to the finest."""
    folder = tmp_path / "user"
    (folder / "work").mkdir(parents=True)
    monkeypatch.chdir(folder / "work")
    monkeypatch.setenv("VAGLED_STORE", str(folder / "store"))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(name, str(folder / name.lower()))
    monkeypatch.setattr(jobsearch, "RATE", (1000, 0.01))
    monkeypatch.setattr(watch.Impact, "of", lambda *_: Hits())  # looks into the briefs
    for module in (refresh, session):
        monkeypatch.setattr(module, "Session", _hurried)
    caplog.set_level(logging.DEBUG)
    return Way(folder)


def _hurried(*given: Any, **named: Any) -> Session:
    """A session that does not wait for its turn: nobody is asked but a server of the test's own."""
    return Session(*given, limits=Limits(calls=1000, seconds=0.01, retries=0), **named)


def found(way: Way, said: Sequence[str]) -> dict[str, object]:
    """Return where anything of the ad is: files, what was said, tracebacks with all causes."""
    told = "".join("".join(traceback.format_exception(error)) + repr(error) for error in way.errors)
    places = {
        "files": traces_in(way.folder),
        "said": traces("".join(said)),
        "tracebacks": traces(told),
    }
    return {place: there for place, there in places.items() if there}


@pytest.mark.parametrize("name", list(PATHS))
def test_nothing_of_an_ad_is_found(
    name: str,
    way: Way,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    PATHS[name](way)
    heard = capfd.readouterr()
    assert heard.out or heard.err
    assert found(way, (heard.out, heard.err, caplog.text)) == {}


# The looking itself


def test_the_ad_holds_what_is_looked_for() -> None:
    assert traces(BODY) == [MARK, *PHONES, PERSONNUMMER]
    assert traces(BODY.replace(b" ", b"")) == [trace for trace in TRACES if trace not in PHONES]
    assert traces(b"nothing") == []


def test_the_contacts_of_schools_hold_what_is_looked_for() -> None:
    served = Schools()
    for path in ("/susa/educationEvents", "/susa/educationProviders", "/planned/education-events"):
        answer = served(Seen("GET", path, {}, {}, b"", 0.0))
        assert isinstance(answer, Reply)
        if answer.status == 200:
            assert MARK in traces(answer.body), path


@pytest.mark.shared
@pytest.mark.skipif(not SHAPE.is_file(), reason="../shared med en annons saknas")
def test_the_ad_has_the_shape_of_the_agencys_own_example() -> None:
    shape = orjson.loads(SHAPE.read_bytes())

    def missing(there: Any, here: Any) -> list[str]:
        if not isinstance(there, dict):
            return []
        gone = [name for name in there if name not in here]
        return gone + [f"{name}.{m}" for name in there if name in here
                       for m in missing(there[name], here[name])]  # fmt: skip

    assert missing(shape, AD) == []


@pytest.mark.parametrize("leak", ["files", "said", "tracebacks"])
def test_a_leak_is_found(
    leak: str, way: Way, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """With the door taken away, the test above finds what comes through."""
    if leak == "files":

        def open_door(body: bytes) -> bytes:
            kept = orjson.loads(jobsearch_numbers(body))
            return orjson.dumps({**kept, "hits": orjson.loads(body).get("hits")})

        jobsearch_numbers = jobsearch.numbers
        monkeypatch.setattr(jobsearch, "numbers", open_door)
        mask_ignored(way)
    elif leak == "said":
        way.call(lambda: print(BODY.decode()))  # noqa: T201
    else:
        way.errors.append(VagledError(BODY.decode()))
    heard = capfd.readouterr()
    assert list(found(way, (heard.out, heard.err))) == [leak]
