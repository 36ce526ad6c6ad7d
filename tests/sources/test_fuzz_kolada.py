"""Hostile answers: whatever Kolada says, only the project's own errors come out.

The strategies are for `bench` too, with more examples.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.agencies.kolada import KoladaServer
from tests.servers import Reply, Seen, Spoken
from tests.sources.asking import answered_by, inquiry
from tests.sources.test_fuzz_scb import KNOWN, changed, thorough
from vagled_lmi import tables
from vagled_lmi.sources import kolada
from vagled_lmi.sources.protocol import Agency

URL = "https://kolada.example.se"
LABOUR = next(spec for spec in kolada.TABLES if spec.id == "kolada:arbetsmarknad")
SPEC = replace(LABOUR, contents=LABOUR.contents[:2], live=("00", "03", "0380"))
SERVER = KoladaServer(years=range(2023, 2025), most=4)
ANSWERS = [answer.payload for answer in kolada.fetch(inquiry(SPEC, URL), answered_by(SERVER))]

#: One page as it may come: anything at all, or nearly right.
hostile = st.binary(max_size=200) | st.one_of([changed(payload) for payload in ANSWERS])
#: All of a vintage, one page of it changed, or a few of any kind.
hostile_vintages = st.lists(hostile, max_size=4) | st.integers(0, len(ANSWERS) - 1).flatmap(
    lambda at: changed(ANSWERS[at]).map(lambda one: [*ANSWERS[:at], one, *ANSWERS[at + 1 :]])
)


def test_the_answers_are_right_before_they_are_changed() -> None:
    frame = tables.check(SPEC, kolada.parse(ANSWERS, SPEC))
    assert len(frame) == 2 * 3 * 2 * 3
    assert len(ANSWERS) == 1 + 3


@given(hostile_vintages)
@thorough
def test_parse_and_contract(payloads: list[bytes]) -> None:
    with suppress(*KNOWN):
        assert set(tables.check(SPEC, kolada.parse(payloads, SPEC))) == set(SPEC.columns)
    with suppress(*KNOWN):
        assert kolada.contract(payloads, SPEC).table == SPEC.id


@given(st.data())
@thorough
def test_fetch_and_search(data: st.DataObject) -> None:
    """Every question may be answered with anything."""

    def server(seen: Seen) -> Spoken:
        reply = SERVER(seen)
        assert isinstance(reply, Reply)
        if data.draw(st.integers(0, 3)):
            return reply
        return Reply(data.draw(changed(reply.body) | st.binary(max_size=50)))

    send = answered_by(server)
    with suppress(*KNOWN):
        assert list(kolada.fetch(inquiry(SPEC, URL), send))
    with suppress(*KNOWN):
        list(kolada.search(Agency("kolada", "Kolada", URL, "VAGLED_TEST_URL"), "arbets", send))
