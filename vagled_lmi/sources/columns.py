"""A column of an agency's codes in ours."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from vagled_lmi.codes import quote
from vagled_lmi.errors import ContractError
from vagled_lmi.tables import TableSpec


def recoded(
    spec: TableSpec, name: str, codes: pd.Categorical, recode: Mapping[str, str]
) -> pd.Categorical:
    """Return a column in our codes; a code that `recode` does not name stays as it is.

    Raises
    ------
    ContractError
        Two of the agency's codes would become one.
    """
    if not recode:
        return codes
    ours = {code: recode.get(code, code) for code in codes.categories}
    if len({*ours.values()}) != len(ours):
        raise ContractError(
            f"Tabellen {spec.id}: två av myndighetens koder i {quote(name)} får samma kod hos oss.",
            "Rätta recode i deklarationen.",
        )
    return codes.rename_categories(ours)
