"""Asking an agency's module as the program does, but of an address and a door of the test's own."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from vagled_lmi.jsonstat import is_description
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
