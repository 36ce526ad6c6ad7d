"""Asking Arbetsförmedlingen's services on loopback as the program does, without its patience."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.servers import Answerer, Server
from vagled_lmi.session import Limits, Request, Response, Session
from vagled_lmi.sources import af
from vagled_lmi.sources.protocol import Answer, Inquiry
from vagled_lmi.tables import TableSpec

DAY = "2026-11-25"


def spec(table: str) -> TableSpec:
    """A declared table of the agency."""
    return {spec.id: spec for spec in af.TABLES}[table]


class Asked:
    """The services at one address.

    Attributes
    ----------
    server : Server
        What was asked is in `seen`.
    requests : list of Request
        As the module made them; the rate it keeps is not waited for.
    """

    def __init__(self, server: Server, session: Session) -> None:
        self.server = server
        self.requests: list[Request] = []
        self._session = session

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        return self._session.send(replace(request, rate=None))

    def fetch(self, table: str, **known: Any) -> list[Answer]:
        return list(af.fetch(Inquiry(spec(table), af.AGENCY, DAY, **known), self.send))


@contextmanager
def asking(services: Answerer, folder: Path) -> Iterator[Asked]:
    """Let the agency's services answer at one address."""
    limits = Limits(retries=0, calls=1000, seconds=0.01)
    with (
        Server(services) as server,
        Session(folder, limits=limits) as session,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv("VAGLED_AF_URL", server.url)
        yield Asked(server, session)
