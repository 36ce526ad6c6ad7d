"""Asking an agency's module as the program does, but of an address and a door of the test's own."""

from __future__ import annotations

import json
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from tests.servers import Answerer, Seen
from vagled_lmi.jsonstat import is_description
from vagled_lmi.session import Request, Response
from vagled_lmi.sources.protocol import Agency, Answer, Inquiry, Send
from vagled_lmi.tables import TableSpec

DAY = "2026-11-25"


def inquiry(spec: TableSpec, url: str, **known: Any) -> Inquiry:
    """What is wanted of a table whose agency answers at `url`."""
    agency = Agency("test", spec.agency, url, "VAGLED_TEST_URL")
    return Inquiry(spec, agency, DAY, **known)


def ask(module: ModuleType, spec: TableSpec, url: str, send: Send, **known: Any) -> list[Answer]:
    """Every answer of a fetch with figures in it."""
    answers: list[Answer] = list(module.fetch(inquiry(spec, url, **known), send))
    return [answer for answer in answers if not is_description(answer.payload)]


def answered_by(server: Answerer) -> Send:
    """A `send` that asks a server without a socket."""

    class Ear:
        said = b""

        def say(self, data: bytes) -> None:
            self.said += data

    def send(request: Request) -> Response:
        parts = urlsplit(request.url)
        pairs = (
            *(
                (name, one)
                for name, value in request.params.items()
                for one in ([value] if isinstance(value, str) else value)
            ),
            *parse_qsl(parts.query, keep_blank_values=True),
        )
        ear = Ear()
        body = b"" if request.json is None else json.dumps(request.json).encode()
        if request.form is not None:
            body = urlencode(dict(request.form), doseq=True).encode()
        headers = {"Host": parts.netloc, **request.headers}
        path = unquote(parts.path)
        seen = Seen(request.method, path, dict(pairs), headers, body, 0.0, pairs)
        server(seen)(ear)  # type: ignore[arg-type]
        head, _, said = ear.said.partition(b"\r\n\r\n")
        said = request.cut(said) if request.cut else said
        return Response(int(head.split()[1]), {}, said, request.url, "2026-11-23T12:00:00Z")

    return send
