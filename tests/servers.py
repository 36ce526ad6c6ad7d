"""HTTP servers on loopback: they keep what was asked, and answer rightly or wrongly on purpose."""

from __future__ import annotations

import gzip
import itertools
import json
import math
import socket
import ssl
import struct
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True)
class Seen:
    """One question as it arrived."""

    method: str
    path: str
    query: dict[str, str]
    headers: Mapping[str, str]
    body: bytes
    at: float
    #: The query as it stood, where a name may be repeated.
    pairs: tuple[tuple[str, str], ...] = ()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Talk:
    """The server's end of one connection, for answers that are not well formed."""

    def __init__(self, handler: BaseHTTPRequestHandler, stopping: threading.Event) -> None:
        self._handler = handler
        self.stopping = stopping

    def say(self, data: bytes) -> None:
        self._handler.wfile.write(data)
        self._handler.wfile.flush()

    def hold(self, seconds: float) -> None:
        """Stay silent with the connection open, but not beyond the test."""
        self.stopping.wait(seconds)

    def reset(self) -> None:
        """End the connection with a reset instead of a close."""
        linger = struct.pack("ii", 1, 0)
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._handler.connection.close()


Spoken = Callable[[Talk], None]


@dataclass(frozen=True)
class Reply:
    """A well-formed answer."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, talk: Talk) -> None:
        talk.say(head(self.status, {"Content-Length": len(self.body), **self.headers}) + self.body)


def head(status: int, headers: Mapping[str, object]) -> bytes:
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def as_json(document: object, status: int = 200, **headers: str) -> Reply:
    body = json.dumps(document, ensure_ascii=False).encode()
    return Reply(body, status, {"Content-Type": "application/json; charset=utf-8", **headers})


def problem(title: str, status: int = 400, **more: Any) -> Reply:
    """As PxWebApi 2 explains itself (ProblemUtility.cs)."""
    return as_json({"type": "Parameter error", "title": title, "status": status, **more}, status)


def packed(body: bytes, status: int = 200) -> Reply:
    return Reply(gzip.compress(body), status, {"Content-Encoding": "gzip"})


def misdeclared(body: bytes, length: int, *, stay: float = 0) -> Spoken:
    """A body with another length than its headers say, the line kept open or not."""

    def speak(talk: Talk) -> None:
        talk.say(head(200, {"Content-Length": length}) + body)
        talk.hold(stay)

    return speak


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n", stay: float = 0) -> Spoken:
    def speak(talk: Talk) -> None:
        talk.say(head(200, {"Transfer-Encoding": "chunked"}))
        for piece in pieces:
            talk.say(b"%x\r\n%b\r\n" % (len(piece), piece))
        talk.say(end)
        talk.hold(stay)

    return speak


def dripping(answer: bytes, *, every: float, at_once: int = 0) -> Spoken:
    """Send one byte at a time, after the first `at_once`."""

    def speak(talk: Talk) -> None:
        talk.say(answer[:at_once])
        for byte in answer[at_once:]:
            talk.hold(every)
            if talk.stopping.is_set():
                return
            talk.say(bytes([byte]))

    return speak


def silent(seconds: float) -> Spoken:
    return lambda talk: talk.hold(seconds)


def broken(talk: Talk) -> None:
    """Begin an answer and reset the connection."""
    talk.say(head(200, {"Content-Length": 1000}) + b"[1, 2")
    talk.reset()


Answerer = Callable[[Seen], Spoken]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Listener

    def _handle(self) -> None:
        at = time.monotonic()
        parts = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.title(): value for name, value in self.headers.items()}
        # a bare name, as PxWeb's "?config", is a name without a value; all else must be well formed
        pairs = parse_qsl(parts.query, keep_blank_values=True, strict_parsing="=" in parts.query)
        path = unquote(parts.path)
        seen = Seen(self.command, path, dict(pairs), headers, body, at, tuple(pairs))
        with self.server.lock:
            self.server.seen.append(seen)
            spoken = self.server.answer(seen)
        with suppress(OSError):  # the client has turned away
            spoken(Talk(self, self.server.stopping))
        self.close_connection = True

    do_GET = do_POST = do_HEAD = do_PUT = _handle  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Tests are quiet."""


class _Listener(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, answer: Answerer) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer = answer
        self.seen: list[Seen] = []
        self.lock = threading.Lock()
        self.stopping = threading.Event()

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that turns away, as one does from a certificate it does not trust."""


class Server:
    """A listener in a thread, from `with` to its end.

    Parameters
    ----------
    answer : callable
        Gets a `Seen`, returns a `Reply` or anything that speaks through a `Talk`.
    certificate : Path, optional
        PEM with key and certificate: TLS.
    """

    def __init__(self, answer: Answerer, certificate: Path | None = None) -> None:
        self._listener = _Listener(answer)
        scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._listener.socket = context.wrap_socket(
                self._listener.socket, server_side=True, do_handshake_on_connect=False
            )
            scheme = "https"
        self.host = f"127.0.0.1:{self._listener.server_port}"
        self.url = f"{scheme}://{self.host}"
        self._thread = threading.Thread(
            target=self._listener.serve_forever, kwargs={"poll_interval": 0.01}
        )

    @property
    def seen(self) -> list[Seen]:
        return self._listener.seen

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.stopping.set()
        self._listener.shutdown()
        self._thread.join()
        self._listener.server_close()


def in_turn(*answers: Spoken) -> Answerer:
    """Answer with each once, and with the last from then on."""
    rest = iter(answers)
    last = answers[-1]
    return lambda _: next(rest, last)


@contextmanager
def nobody() -> Iterator[str]:
    """Yield the address of a port where nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


Config = dict[str, Any]
CONFIG: Config = {"maxDataCells": 150_000, "maxCallsPerTimeWindow": 100, "timeWindow": 1}


def px_metadata(
    table: str, codes: Mapping[str, Sequence[str]], *, time_dimension: str = "Tid"
) -> dict[str, Any]:
    """Metadata of a table as PxWebApi 2 gives it, labels like "Region 01"."""
    return {
        "version": "2.0",
        "class": "dataset",
        "label": f"Tabellen {table}",
        "source": "SCB",
        "updated": "2026-06-08T06:00:00Z",
        "note": ["Första\r\n  noten."],
        "role": {"time": [time_dimension]} if time_dimension in codes else {},
        "id": list(codes),
        "size": [len(values) for values in codes.values()],
        "dimension": {
            name: {
                "label": name.lower(),
                "category": {
                    "index": {code: place for place, code in enumerate(values)},
                    "label": {code: f"{name} {code}" for code in values},
                },
                "extension": {"elimination": name == "Kon"},
            }
            for name, values in codes.items()
        },
        "extension": {"px": {"tableid": table, "decimals": 0}},
        "value": [],
    }


def px_cell(codes: Mapping[str, str]) -> tuple[int | None, str]:
    """The value and status of one cell of `Px`, from its codes alone."""
    number = zlib.crc32("|".join(f"{name}={codes[name]}" for name in sorted(codes)).encode())
    return (None, "..") if number % 7 == 0 else (number % 100_000, "")


class Px:
    """A PxWebApi 2 that works out any selection, with SCB's traps.

    An omitted eliminable dimension vanishes from the answer, an empty selection is answered with
    the first code of each dimension, and a repeated code with 500 and no body.
    """

    def __init__(self, *tables: Mapping[str, Any], config: Config | None = None) -> None:
        self.tables = {table["extension"]["px"]["tableid"]: dict(table) for table in tables}
        self.config = CONFIG if config is None else config

    def __call__(self, seen: Seen) -> Spoken:
        match seen.path.strip("/").split("/"):
            case ["config"]:
                return as_json(self.config)
            case ["tables", table, "metadata"] if table in self.tables:
                return as_json(self.tables[table])
            case ["tables", table, "data"] if table in self.tables and seen.method == "POST":
                return self._data(self.tables[table], seen.json["selection"])
            case ["tables", *_]:
                return problem("Non-existent table", 404)
        return Reply(b"<html>404</html>", 404, {"Content-Type": "text/html"})

    def _data(self, table: Mapping[str, Any], wanted: list[dict[str, Any]]) -> Spoken:
        selection = {part["variableCode"]: part["valueCodes"] for part in wanted}
        selection = {name: selection[name] for name in table["id"] if name in selection} | selection
        if not selection:
            selection = {name: self._codes(table, name)[:1] for name in table["id"]}
        for name, codes in selection.items():
            if name not in table["id"]:
                return problem("Non-existent variable")
            if not set(codes) <= set(self._codes(table, name)):
                return problem("Non-existent value")
            if len(set(codes)) < len(codes):
                return Reply(b"", 500)
        for name in table["id"]:
            if name not in selection and not table["dimension"][name]["extension"]["elimination"]:
                return problem("Missing selection for mandantory variable")
        if math.prod(map(len, selection.values())) > self.config["maxDataCells"]:
            return problem("Too many cells selected", detail="Too many cells selected")
        return as_json(px_dataset(table, selection))

    @staticmethod
    def _codes(table: Mapping[str, Any], name: str) -> list[str]:
        return list(table["dimension"][name]["category"]["index"])


def px_dataset(table: Mapping[str, Any], selection: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The answer of `Px` to a selection."""
    cells = [
        px_cell(dict(zip(selection, codes, strict=True)))
        for codes in itertools.product(*selection.values())
    ]
    described = {
        name: {
            "label": table["dimension"][name]["label"],
            "category": {
                "index": {code: place for place, code in enumerate(codes)},
                "label": {
                    code: table["dimension"][name]["category"]["label"][code] for code in codes
                },
            },
        }
        for name, codes in selection.items()
    }
    return {
        **table,
        "role": {
            role: [name for name in names if name in selection]
            for role, names in table["role"].items()
        },
        "id": list(selection),
        "size": [len(codes) for codes in selection.values()],
        "dimension": described,
        "value": [value for value, _ in cells],
        "status": {str(place): status for place, (_, status) in enumerate(cells) if status},
    }


class RecordedScb:
    """SCB's own answers about TAB6471, byte for byte; the data only to the recorded selection."""

    #: What the recorded data answer was the answer to.
    SELECTION: Mapping[str, Sequence[str]] = {
        "Region": (
            *("01", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13"),
            *("14", "17", "18", "19", "20", "21", "22", "23", "24", "25"),
        ),
        "Alder": (*(f"{age}-{age + 9}" for age in range(0, 100, 10)), "100+10"),
        "Kon": ("TotSa", "1", "2"),
        "ContentsCode": ("000007SF",),
        "Tid": ("2026M01", "2026M02", "2026M03", "2026M04"),
    }

    def __init__(self, folder: Path) -> None:
        self.config = (folder / "v2_config_2.2.0.json").read_bytes()
        self.metadata = (folder / "v2_TAB6471_metadata.json").read_bytes()
        self.data = (folder / "v2_TAB6471_data.json").read_bytes()

    def __call__(self, seen: Seen) -> Spoken:
        kind = {"Content-Type": "application/json; charset=utf-8"}
        asked = (seen.method, seen.path, seen.query)
        if asked == ("GET", "/api/v2/config", {}):
            return Reply(self.config, headers=kind)
        if asked == ("GET", "/api/v2/tables/TAB6471/metadata", {"lang": "sv"}):
            return Reply(self.metadata, headers=kind)
        sv = {"lang": "sv", "outputFormat": "json-stat2"}
        if asked == ("POST", "/api/v2/tables/TAB6471/data", sv):
            wanted = [
                {"variableCode": name, "valueCodes": list(codes)}
                for name, codes in self.SELECTION.items()
            ]
            if seen.json == {"selection": wanted}:
                return Reply(self.data, headers=kind)
            return problem("Non-existent value")
        return problem("Non-existent table", 404)
