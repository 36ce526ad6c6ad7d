"""The way out for many tables in turn: a host that is gone is not waited for again and again."""

from __future__ import annotations

from urllib.parse import urlsplit

from vagled_lmi.errors import OfflineError, VagledError
from vagled_lmi.session import Request, Response
from vagled_lmi.sources.protocol import Send


class Door:
    """The way out, which remembers what it could not do.

    A host that cannot be reached is not tried again. `failed` is what stopped the last question, or
    None when it was answered: what then goes wrong is about the answer.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._lost: set[str] = set()
        self.failed: VagledError | None = None

    def __call__(self, request: Request) -> Response:
        """Send a question on."""
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
        return response
