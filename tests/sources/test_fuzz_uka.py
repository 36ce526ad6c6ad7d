"""Hostile answers: whatever UKÄ says, only the project's own errors come out.

The strategies are for `bench` too, with more examples.
"""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.agencies.uka import UkaServer
from tests.servers import Reply, Seen, Spoken
from tests.sources.asking import DAY, answered_by
from tests.sources.test_fuzz_scb import KNOWN, changed, thorough
from vagled_lmi import tables
from vagled_lmi.sources import uka
from vagled_lmi.sources.protocol import Inquiry

SPEC = uka.TABLES[0]
SERVER = UkaServer()
cells = st.text(max_size=8) | st.sampled_from(
    ['="2020/21"', "HT2020", "Män", "Total", "12,5", "..", "1 200", ";", '"', "\n"]
)


def fetched(server: object) -> list[bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VAGLED_UKA_URL", "https://uka.example.se")
        send = answered_by(server)  # type: ignore[arg-type]
        return [a.payload for a in uka.fetch(Inquiry(SPEC, uka.AGENCY, DAY), send)]


ANSWERS = fetched(SERVER)
HEADER = ";".join(UkaServer.header)


def _file(rows: list[list[str]]) -> bytes:
    lines = [HEADER, *(";".join(row) for row in rows)]
    return "\n".join(lines).encode("utf-8", "replace")


#: A file as it may come: anything at all, a damaged one, or one with other cells.
hostile_files = (
    st.binary(max_size=200)
    | changed(ANSWERS[1])
    | st.lists(st.lists(cells, min_size=5, max_size=7), max_size=4).map(_file)
)


def test_the_answers_are_right_before_they_are_changed() -> None:
    assert len(tables.check(SPEC, uka.parse(ANSWERS, SPEC))) > 0


@given(hostile_files)
@thorough
def test_parse(payload: bytes) -> None:
    with suppress(*KNOWN):
        frame = tables.check(SPEC, uka.parse([ANSWERS[0], payload], SPEC))
        assert set(frame) == set(SPEC.columns)


@given(changed(ANSWERS[0]) | st.binary(max_size=100))
@thorough
def test_contract(payload: bytes) -> None:
    with suppress(*KNOWN):
        assert uka.contract([payload], SPEC).table == SPEC.id


@given(st.data())
@thorough
def test_fetch(data: st.DataObject) -> None:
    """Every question may be answered with anything."""

    def server(seen: Seen) -> Spoken:
        reply = SERVER(seen)
        assert isinstance(reply, Reply)
        if data.draw(st.integers(0, 3)):
            return reply
        return Reply(data.draw(changed(reply.body) | st.binary(max_size=50)))

    with suppress(*KNOWN):
        assert len(fetched(server)) == 2
    SERVER.orders.clear()
