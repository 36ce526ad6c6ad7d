"""`vagled watch` on SCB's own description of a table, changed as it may be."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests import servers
from tests.conftest import SHARED
from tests.sentinel.declared import POPULATION
from tests.sentinel.watching import fetch, look
from tests.servers import Seen, Server, Spoken
from vagled_lmi.session import Session
from vagled_lmi.store import Store

pytestmark = pytest.mark.usefixtures("no_briefs")

RECORDED = SHARED / "data" / "scb" / "v2_recorded"


@pytest.mark.shared
@pytest.mark.skipif(not RECORDED.is_dir(), reason="../shared med inspelade svar saknas")
class TestRecorded:
    """SCB's own description of TAB6471 (312 regions, 134 ages), changed as it may be."""

    @pytest.fixture
    def document(self) -> dict[str, Any]:
        document: dict[str, Any] = json.loads((RECORDED / "v2_TAB6471_metadata.json").read_bytes())
        return document

    @pytest.fixture
    def host(
        self,
        document: dict[str, Any],
        store: Store,
        session: Session,
        monkeypatch: pytest.MonkeyPatch,
    ) -> Any:
        def answer(seen: Seen) -> Spoken:
            return servers.Px(document, config=CONFIG)(seen)

        with Server(answer) as server:
            monkeypatch.setenv("VAGLED_SCB_URL", server.url)
            fetch(store, session, UNCHECKED)
            yield

    def found(self, store: Store, session: Session) -> list[tuple[str, str, str]]:
        seen = look(store, session, UNCHECKED, now="2026-06-10T08:00:00Z")[UNCHECKED.id]
        assert seen.error is None
        return [(f.kind, f.severity, f.sentence) for f in seen.findings]

    @pytest.mark.usefixtures("host")
    def test_unchanged(self, store: Store, session: Session) -> None:
        assert self.found(store, session) == []

    @pytest.mark.usefixtures("host")
    def test_every_age_with_a_longer_dash(
        self, document: dict[str, Any], store: Store, session: Session
    ) -> None:
        labels = document["dimension"]["Alder"]["category"]["label"]
        for code, label in labels.items():
            labels[code] = label.replace("-", "–")
        dashed = sum("–" in label for label in labels.values())
        ((kind, severity, sentence),) = self.found(store, session)
        assert (kind, severity) == ("label-retyped", "notice")
        assert sentence.startswith(f"{dashed} namn i ålder (Alder) skrivs annorlunda: bindestreck")

    @pytest.mark.usefixtures("host")
    def test_a_new_month_and_its_title(
        self, document: dict[str, Any], store: Store, session: Session
    ) -> None:
        document["label"] = document["label"].replace("2026M04", "2026M05")
        document["dimension"]["Tid"]["category"]["index"]["2026M05"] = 16
        document["dimension"]["Tid"]["category"]["label"]["2026M05"] = "2026M05"
        document["size"][4] = 17
        document["updated"] = "2026-07-08T06:00:00Z"
        assert self.found(store, session) == [("period-new", "harmless", "Ny period: 2026M05.")]

    @pytest.mark.usefixtures("host")
    def test_a_kommun_moved(self, document: dict[str, Any], store: Store, session: Session) -> None:
        """As Heby was in 2007, and the other way."""
        category = document["dimension"]["Region"]["category"]
        for part in ("index", "label"):
            category[part] = {
                "1917" if code == "0331" else code: held for code, held in category[part].items()
            }
        assert self.found(store, session) == [
            (
                "region-moved",
                "review",
                "Heby har bytt kod från 0331 till 1917: kommunen har flyttat från Uppsala län (03) "
                "till Västmanlands län (19). Serierna för båda länen bryts.",
            )
        ]

    @pytest.mark.usefixtures("host")
    def test_the_method_behind_the_noise_is_explained_anew(
        self, document: dict[str, Any], store: Store, session: Session
    ) -> None:
        document["note"][0] = document["note"][0].replace("Cell Key Method (CKM)", "CKM")
        ((kind, severity, sentence),) = self.found(store, session)
        assert (kind, severity) == ("note-changed", "notice")
        assert sentence.startswith("En not har ändrats; den lyder nu: ")


CONFIG = {"maxDataCells": 150_000, "maxCallsPerTimeWindow": 1000, "timeWindow": 1}
#: The cells of `tests.servers.Px` hang on their codes alone: they are no sums.
UNCHECKED = replace(POPULATION, totals=())
