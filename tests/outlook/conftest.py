"""The outlook that the program's own figures give, trained once for all tests."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest

from vagled_lmi.outlook import shipped
from vagled_lmi.outlook.employees import Trained, panel_of
from vagled_lmi.outlook.panel import Panel
from vagled_lmi.tables import Table


@pytest.fixture(scope="session")
def panel(tables: Mapping[str, Table]) -> Panel:
    """Employees by occupation in thirteen counties and the rest of riket, 2014-2024."""
    return panel_of(tables["scb:YREG60"].frame, tables["scb:YREG51"].frame)


@pytest.fixture(scope="session")
def trained(tables: Mapping[str, Table]) -> Trained:
    """The shipped outlook."""
    return shipped.outlook(tables["scb:YREG60"].frame, tables["scb:YREG51"].frame)


def small_panel(values: list[list[float]], first: int = 2014, **codes: list[str]) -> Panel:
    """A panel of hand-written series, one a row; region 03 and occupation 2341 unless given."""
    rows = len(values)
    return Panel(
        np.array(codes.get("regions", ["03"] * rows)),
        np.array(codes.get("occupations", ["2341"] * rows)),
        np.arange(first, first + len(values[0])),
        np.array(values, dtype=float),
    )


def long_frame(rows: list[tuple[str, str, int, float]]) -> pd.DataFrame:
    """A long frame of region, occupation, year and persons."""
    return pd.DataFrame(rows, columns=["region", "ssyk", "year", "value"])
