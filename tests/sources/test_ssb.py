"""SSB: another agency with PxWebApi 2 is one declaration."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.agencies.ssb import ssb_server
from tests.servers import Server
from vagled_lmi.session import Limits, Session
from vagled_lmi.sources import catalogue, fetching, ssb
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.store import Store


@pytest.mark.parametrize("wanted", [None, Wanted.parse(["uppsala"])])
def test_a_table_of_norway(
    wanted: Wanted | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Norwegian texts are asked for, and a Swedish region does not narrow Norway's."""
    (spec,) = ssb.TABLES
    store = Store(tmp_path / "store")
    with Server(ssb_server()) as server, Session(tmp_path, limits=Limits(calls=99)) as session:
        monkeypatch.setenv("VAGLED_SSB_URL", server.url)
        vintage = fetching.fetch(spec, store, Errand(session.send, "2026-11-25T08:00:00Z"), wanted)
        assert [seen.query.get("lang") for seen in server.seen] == [None, "no", "no"]
        sent = {
            part["variableCode"]: part["valueCodes"] for part in server.seen[2].json["selection"]
        }
    assert sent == {
        "Region": ["0", "03", "31", "30"],
        "ContentsCode": ["Personer1"],
        "Tid": [str(year) for year in range(2015, 2027)],
    }
    assert vintage is not None
    assert vintage.scope == {}
    assert {part.licence for part in vintage.retrievals} == {"CC BY 4.0"}
    frame = catalogue.load(spec.id, store).frame
    assert len(frame) == 4 * 12
    assert set(frame["region"]) == {"0", "03", "30", "31"}


def test_the_agency_is_its_declaration() -> None:
    source = Path(ssb.__file__).read_text(encoding="utf-8")
    assert "def " not in source
    assert source.count("\n") < 70
