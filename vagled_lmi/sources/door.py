"""The way out for many tables in turn: neither waits nor asks again for what it knows already."""

from __future__ import annotations

from urllib.parse import urlsplit

from vagled_lmi.errors import OfflineError, VagledError
from vagled_lmi.session import Request, Response
from vagled_lmi.sources.protocol import Send


class Door:
    """The way out, which remembers what lasts.

    A host that cannot be reached is not tried again, and a question whose answer is `lasting` is
    asked once: an agency's limits are the same for all its tables. `failed` is what stopped the
    last question, or None when it was answered: what then goes wrong is about the answer.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._lost: set[str] = set()
        self._known: dict[str, Response] = {}
        self.failed: VagledError | None = None

    def __call__(self, request: Request) -> Response:
        """Send a question on."""
        if request.lasting and request.url in self._known:
            self.failed = None
            return self._known[request.url]
        host = urlsplit(request.url).netloc
        try:
            if host in self._lost:
                raise OfflineError(f"{host} gick inte att nå nyss, och frågas inte igen.")
            response = self._send(request)
        except VagledError as error:
            self.failed = error
            if isinstance(error, OfflineError):
                self._lost.add(host)
            raise
        self.failed = None
        if request.lasting:
            self._known[request.url] = response
        return response

    def forget(self) -> None:
        """Ask anew for what lasts: where a table fails, that may be what was wrong."""
        self._known.clear()
