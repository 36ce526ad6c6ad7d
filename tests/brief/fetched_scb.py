"""Tables of SCB whose every value a test sets: exempeldata, made up by the tests and only there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.agencies.scb import PxTable, ScbServer
from tests.agencies.scb_tables import scb_tables
from vagled_lmi.sources import catalogue
from vagled_lmi.sources.pxweb_extract import extracts

#: A value given the codes of the tidy frame; None is hidden, as SCB hides small groups.
Tidy = Callable[[Mapping[str, str]], "float | None"]


def scb(*tables: tuple[str, Tidy]) -> ScbServer:
    """SCB with some tables as they are declared, each with the values given."""
    return ScbServer([_set(table, tidy) for table, tidy in tables], rate=(1000, 1))


def _set(table: str, tidy: Tidy) -> PxTable:
    spec = catalogue.spec(table)
    (extract,) = extracts(spec)
    (made,) = scb_tables([spec])
    labels = {dim.code: dim.labels for dim in made.dims}
    ours = {name: extract.recoding(name, labels[name]) for name in extract.columns}

    def value(codes: Mapping[str, str]) -> tuple[float | None, str]:
        key = {
            column: ours[name].get(codes[name], codes[name])
            for name, column in extract.columns.items()
        }
        found = tidy(key)
        return found, "" if found is not None else ".."

    made.value = value
    return made
