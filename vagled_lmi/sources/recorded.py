"""What is recorded of a table: which vintages, what it said of itself in them, what it held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from vagled_lmi import contracts
from vagled_lmi.contracts import Contract
from vagled_lmi.revisions.definitions import Used
from vagled_lmi.sources import catalogue, fetching
from vagled_lmi.sources.protocol import as_describing
from vagled_lmi.store import Archive
from vagled_lmi.tables import TableSpec
from vagled_lmi.vintages import Vintage


@dataclass(frozen=True, slots=True)
class Recorded:
    """A table as it was known at one time.

    Attributes
    ----------
    spec : TableSpec
        The table.
    vintages : tuple of Vintage
        At least one: what it was read from, each laid over those before it.
    contract : Contract
        What it said of itself.
    """

    spec: TableSpec
    vintages: tuple[Vintage, ...]
    contract: Contract

    @property
    def newest(self) -> Vintage:
        """The vintage that was retrieved last."""
        return self.vintages[-1]

    @property
    def copied(self) -> bool:
        """Whether it is only known from a public copy, which has no description of its own."""
        return bool(self.newest.via)

    def frame(self, store: Archive) -> pd.DataFrame:
        """Return its values, held to the contract of today."""
        return catalogue.read_vintages(self.spec, self.vintages, store).frame

    @property
    def used(self) -> Used:
        """Which of the agency's codes it was asked for by."""
        codes: dict[str, set[str]] = {}
        for vintage in self.vintages:
            for part in vintage.retrievals:
                for name, asked in part.query.selection.items():
                    codes.setdefault(name, set()).update(asked)
        return Used(codes)


def recorded(spec: TableSpec, vintages: Sequence[Vintage], store: Archive) -> Recorded:
    """Return a table as vintages in use have it.

    Raises
    ------
    ContractError, DecodeError, StoreError
        A vintage cannot be read, or breaks the table's contract of today.
    """
    newest = vintages[-1]
    if newest.via or as_describing(catalogue.source_of(spec)) is not None:
        contract = fetching.contract(spec, newest, store)
        if contract.periods or spec.cadence == "irregular":
            return Recorded(spec, tuple(vintages), contract)
        # says all of itself but its periods, as Kolada and UKÄ do
        frame = catalogue.read_vintages(spec, vintages, store).frame
        return Recorded(spec, tuple(vintages), contracts.with_periods(contract, frame))
    frame = catalogue.read_vintages(spec, vintages, store).frame
    contract = contracts.of_frame(spec, frame, newest.retrievals[0].updated)
    return Recorded(spec, tuple(vintages), contract)


def comparable(vintages: Sequence[Vintage]) -> Sequence[Vintage]:
    """Return which of the vintages in use an agency can be asked about in one question.

    All of them where the first is the whole table from the agency itself; else the newest alone.
    """
    first = vintages[0]
    return vintages if not first.scope and not first.via else vintages[-1:]
