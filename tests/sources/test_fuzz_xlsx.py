"""Any bytes as a workbook: only our own errors come out."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.workbooks import workbook
from vagled_lmi.errors import ContractError, DecodeError
from vagled_lmi.sources import xlsx

SOUND = workbook({"A": [["Län", "jan"], ["03", 12]]})


@st.composite
def mutated(draw: st.DrawFn, sound: bytes = SOUND) -> bytes:
    """A sound workbook with one part changed and packed again, or with bytes changed as it lies."""
    if draw(st.booleans()):
        at = draw(st.integers(0, len(sound) - 1))
        return sound[:at] + draw(st.binary(max_size=8)) + sound[at + draw(st.integers(0, 8)) :]
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(file, "w") as new:
        chosen = draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            part = old.read(name)
            if name == chosen:
                at = draw(st.integers(0, len(part) - 1))
                part = part[:at] + draw(st.binary(max_size=8)) + part[at + 1 :]
            new.writestr(name, part)
    return file.getvalue()


@settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(), mutated()))
def test_any_bytes(payload: bytes) -> None:
    with suppress(ContractError, DecodeError):
        book = xlsx.read(payload, "Provfil")
        for rows in book.values():
            list(xlsx.records(rows, ("Län",), "Provfil"))
