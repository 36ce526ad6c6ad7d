"""What a target of hostile input is, and how it is fed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from tests.fuzzing import unsound
from tests.fuzzing.tape import Tape
from tests.servers import Answerer, Reply, Seen, Spoken
from tests.sources.asking import DAY, answered_by
from vagled_lmi.errors import ContractError, DecodeError, SourceError
from vagled_lmi.session import Request, Response, StatusError
from vagled_lmi.sources.protocol import Inquiry, Send
from vagled_lmi.tables import TableSpec, check

#: Where every service of an agency is.
URL = "https://statistik.example.se"

#: All that may come out of a parser.
KNOWN = (DecodeError, ContractError, SourceError)


@dataclass(frozen=True)
class Target:
    """A parser of bytes.

    Attributes
    ----------
    sound : object
        Input that every one of `reads` takes.
    unsound : callable
        Makes input of a tape's decisions.
    reads : sequence of callable
        Each reads the input; nothing but `KNOWN` may come out of it.
    tables : tuple of str
        Declared tables whose payloads are read so; none where it is no table's.
    """

    sound: Any
    unsound: Callable[[Tape], Any]
    reads: Sequence[Callable[[Any], object]]
    tables: tuple[str, ...] = ()

    def feed(self, tape: bytes) -> int:
        """Read one input; return how many of `reads` took it."""
        given = self.unsound(Tape(tape))
        taken = 0
        for read in self.reads:
            try:
                read(given)
            except KNOWN:
                continue
            taken += 1
        return taken


def of_payload(
    sound: bytes, *reads: Callable[[bytes], object], tables: Sequence[str] = ()
) -> Target:
    """A parser of one payload."""
    return Target(sound, lambda tape: unsound.unsound(sound, tape), reads, tuple(tables))


def of_vintage(
    sound: Sequence[bytes], *reads: Callable[[list[bytes]], object], tables: Sequence[str] = ()
) -> Target:
    """A parser of all the payloads of a vintage."""
    return Target(list(sound), lambda tape: unsound.vintage(sound, tape), reads, tuple(tables))


def of_answers(server: Answerer, *asks: Callable[[Send], object]) -> Target:
    """Whole conversations: any question to a server may be answered with anything."""

    def unsure(tape: Tape) -> Send:
        def answer(seen: Seen) -> Spoken:
            said = server(seen)
            if not isinstance(said, Reply) or tape.take(4) != 1:
                return said
            status = tape.one_of([200] * 6 + [404, 400])
            return Reply(unsound.unsound(said.body, tape), status, said.headers)

        return sending(answer)

    return Target(sending(server), unsure, asks)


def sending(server: Answerer) -> Send:
    """The door, without a socket: an answer that is not a success is raised, as by a session."""
    ask = answered_by(server)

    def send(request: Request) -> Response:
        response = ask(request)
        if response.status >= 400:
            raise StatusError(response, f"Svaret var {response.status}.")
        return response

    return send


def fetched(module: Any, spec: TableSpec, send: Send, *regions: str) -> list[bytes]:
    """What a fetch of a table gives, every service of its agency being at one address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(module.AGENCY.variable, URL)
        question = Inquiry(spec, module.AGENCY, DAY, regions)
        return [answer.payload for answer in module.fetch(question, send)]


def of_table(
    module: Any, spec: TableSpec, sound: Sequence[bytes], tables: Sequence[str] = ()
) -> Target:
    """Parser of a table's payloads and, where its agency describes tables, of what they say."""

    def parse(payloads: Sequence[bytes]) -> None:
        assert set(check(spec, module.parse(payloads, spec))) == set(spec.columns)

    def contract(payloads: Sequence[bytes]) -> None:
        assert module.contract(payloads, spec).table == spec.id

    reads = (parse, contract) if hasattr(module, "contract") else (parse,)
    return of_vintage(sound, *reads, tables=tables or [spec.id])
