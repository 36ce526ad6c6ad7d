"""The shelf behind the desk: tables read once, indicators computed once, and what is missing."""

from __future__ import annotations

from vagled_lmi.codes import Region, regions
from vagled_lmi.indicators.protocol import NoFiguresError, Result, run
from vagled_lmi.outlook import catalogue as indicators
from vagled_lmi.sources import catalogue as sources
from vagled_lmi.store import Archive
from vagled_lmi.tables import Table


class MissingFiguresError(NoFiguresError):
    """What a block needs is not in the store, or not for the region.

    Parameters
    ----------
    tables : tuple of str
        Ids of the tables that would fill it.
    region : Region
        The region that figures are missing for.
    """

    def __init__(self, tables: tuple[str, ...], region: Region) -> None:
        super().__init__(
            f"Siffror för {region.name} saknas i {', '.join(tables)}.", "Hämta dem: vagled fetch"
        )
        self.tables = tables
        self.region = region

    def covers(self, other: MissingFiguresError) -> bool:
        """Return whether the tables that would fill this would fill the other too.

        Where no tables are known to fill it, nothing is covered but another of that kind.
        """
        known = bool(self.tables) == bool(other.tables)
        return known and self.region == other.region and set(self.tables) >= set(other.tables)


class Shelf:
    """The figures of one store, as a brief about one region needs them.

    Parameters
    ----------
    store : Archive
        Where the payloads lie.
    region : Region
        The region of the brief.
    """

    def __init__(self, store: Archive, region: Region) -> None:
        self._store = store
        self._region = region
        self._tables: dict[str, Table] = {}
        self._results: dict[tuple[str, Region], Result | MissingFiguresError] = {}

    def has(self, table: str) -> bool:
        """Return whether the store has a table."""
        return self._store.latest(table) is not None

    def table(self, table: str) -> Table:
        """Return a table in its latest vintage, read once.

        Raises
        ------
        MissingFiguresError
            When the store does not have it.
        """
        if table not in self._tables:
            if not self.has(table):
                raise MissingFiguresError((table,), self._region)
            self._tables[table] = sources.load(table, self._store)
        return self._tables[table]

    def result(self, indicator: str, region: Region | None = None) -> Result:
        """Return an indicator computed once for a region.

        Parameters
        ----------
        indicator : str
            Its id.
        region : Region, optional
            That of the brief unless given. Where a kommun has no figures of its own, those of its
            län stand in: the result says of which region it is.

        Raises
        ------
        MissingFiguresError
            When its tables are not there or hold nothing for the region; names those.
        """
        if region is not None:
            return self._computed(indicator, region)
        try:
            return self._computed(indicator, self._region)
        except NoFiguresError:
            if self._region.level != "municipality" or self._region.parent is None:
                raise
            return self._computed(indicator, self._region.parent)

    def known(self, indicator: str) -> bool:
        """Return whether an indicator has figures for the region."""
        try:
            Shelf.result(self, indicator)
        except NoFiguresError:
            return False
        return True

    def _computed(self, indicator: str, region: Region) -> Result:
        key = (indicator, region)
        if key not in self._results:
            try:
                self._results[key] = self._compute(indicator, region)
            except MissingFiguresError as error:
                self._results[key] = error
        found = self._results[key]
        if isinstance(found, MissingFiguresError):
            raise found
        return found

    def _compute(self, indicator: str, region: Region) -> Result:
        described = indicators.indicator(indicator)
        absent = tuple(table for table in described.tables if not self.has(table))
        if absent:
            raise MissingFiguresError(absent, self._region)
        there = filter(self.has, described.optional)
        tables = {table: self.table(table) for table in (*described.tables, *there)}
        try:
            return run(described, tables, region)
        except NoFiguresError as error:
            lacking = [table for table in tables if not _covers(tables[table], region)]
            raise MissingFiguresError(tuple(lacking or tables), region) from error


def _covers(table: Table, region: Region) -> bool:
    """Return whether a table has a row for a region, or for riket alone.

    A region's parts stand for it in a table that has no regions of its level.
    """
    there = set(table.frame["region"].unique())
    alike = {other.code for other in regions(region.level)}
    parts = {other.code for other in regions() if other.parent == region}
    return region.code in there or there == {"00"} or (not alike & there and bool(parts & there))
