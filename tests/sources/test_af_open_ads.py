"""Open ads now: how they are asked for, what is counted, and what is refused."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.agencies.af import ABROAD, WITHOUT, AfServer, recorded_ads, some_ads
from tests.servers import Server
from tests.sources.af_asking import DAY, Asked, asking, spec
from vagled_lmi import tables
from vagled_lmi.codes import Region, regions
from vagled_lmi.errors import ContractError, DecodeError, SourceError, UsageError
from vagled_lmi.session import Limits, Session, StatusError
from vagled_lmi.sources import af, fetching
from vagled_lmi.sources.af import frozen, jobsearch
from vagled_lmi.sources.af.open_ads import TOTAL, UNSURE
from vagled_lmi.sources.fetching import Errand, Wanted
from vagled_lmi.store import Store

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "af" / "ads"
NOW = spec("af:annonser_nu")
UPPSALA = frozen.region("03").id
INDUSTRY = next(c.id for c in frozen.of_type("occupation-field").values() if "tillverk" in c.label)


def parsed(payloads: list[bytes]) -> pd.DataFrame:
    return tables.check(NOW, af.parse(payloads, NOW))


def value(frame: pd.DataFrame, region: str, ssyk: str, contents: str = "ads") -> float:
    rows = frame[(frame["region"] == region) & (frame["ssyk"] == ssyk)]
    (only,) = rows[rows["contents"] == contents]["value"]
    return float(only)


def test_a_place_is_asked_for_by_field_and_group_without_any_ad(tmp_path: Path) -> None:
    with asking(AfServer(), tmp_path) as asked:
        (answer,) = asked.fetch("af:annonser_nu", regions=("03", "SE12"))
        first, *rest = asked.server.seen
    assert first.query == {
        "region": UPPSALA, "stats": "occupation-field", "stats.limit": "30", "limit": "0",
    }  # fmt: skip
    assert {seen.query["limit"] for seen in rest} == {"0"}
    assert {seen.query["region"] for seen in rest} == {UPPSALA}
    by_field = [seen for seen in rest if "occupation-field" in seen.query]
    assert [seen.query["occupation-field"] for seen in by_field] == list(
        frozen.of_type("occupation-field")
    )
    assert {seen.headers["X-Fields"] for seen in rest} == {
        "total{value},positions,stats{type,values{concept_id,count}}"
    }
    assert all(request.rate == (1, 1.0) for request in asked.requests)
    assert all(request.resume == DAY for request in asked.requests)
    assert answer.query.url == f"{asked.server.url}/jobsearch/search"
    assert answer.query.selection["region"] == (UPPSALA,)
    assert answer.query.scope == {"region": ("03", "SE12")}


def test_every_group_is_counted(tmp_path: Path) -> None:
    ads = some_ads()
    with asking(AfServer(ads), tmp_path) as asked:
        answers = asked.fetch("af:annonser_nu", regions=("03", "0380"))
    frame = parsed([answer.payload for answer in answers])
    here: Counter[tuple[str, str]] = Counter()
    for (place, group), number in ads.items():
        for region in ("03", "0380"):
            if place.startswith(region):
                here[region, group] += number
    groups = {concept.code for concept in frozen.of_type("ssyk-level-4").values()}
    counted = frame[(frame["contents"] == "ads") & frame["ssyk"].isin(groups)]
    assert len(counted) == 2 * 400
    for row in counted.itertuples():
        assert row.value == here[str(row.region), str(row.ssyk)]
    total = sum(number for (region, _), number in here.items() if region == "03")
    assert value(frame, "03", TOTAL) == total
    assert value(frame, "03", TOTAL, "positions") == 2 * total
    assert set(frame["period"]) == {DAY}
    # 400 groups, 21 fields and all of them with ads; 21 fields and all of them with positions
    assert len(frame) == 2 * (400 + 22 + 22)


def test_groups_beyond_the_thirty_are_asked_for_one_by_one(tmp_path: Path) -> None:
    """Four fields have more than thirty groups: 45, 42, 42 and 32; 15 + 12 + 12 + 2 = 41."""
    sizes = Counter(group.parent for group in frozen.of_type("ssyk-level-4").values())
    assert sorted(n for n in sizes.values() if n > 30) == [32, 42, 42, 45]
    ads = some_ads()
    with asking(AfServer(ads), tmp_path) as asked:
        (answer,) = asked.fetch("af:annonser_nu", regions=("00",))
        alone = [seen.query for seen in asked.server.seen if "occupation-group" in seen.query]
    assert len(alone) == 15 + 12 + 12 + 2
    assert all(set(query) == {"country", "occupation-group", "limit"} for query in alone)
    frame = parsed([answer.payload])
    in_sweden: Counter[str] = Counter()
    for (place, group), number in ads.items():
        in_sweden[group] += number if place != ABROAD else 0
    for group in (g.code for g in frozen.of_type("ssyk-level-4").values() if g.parent == INDUSTRY):
        assert value(frame, "00", group) == in_sweden[group]


def test_ads_without_a_county_are_asked_for_alone(tmp_path: Path) -> None:
    """With a län they would be added to its own."""
    ads = {("0380", "2512"): 3, ("1980", "2221"): 4, (WITHOUT, "2512"): 5, (ABROAD, "2512"): 9}
    with asking(AfServer(ads), tmp_path) as asked:
        (answer,) = asked.fetch("af:annonser_nu", regions=("00",))
        alone = asked.server.seen[-1].query
    assert alone == {
        "unspecified-sweden-workplace": "true", "stats": "occupation-field", "stats.limit": "30",
        "limit": "0",
    }  # fmt: skip
    frame = parsed([answer.payload])
    assert value(frame, "00", TOTAL) == 3 + 4 + 5
    assert value(frame, "00", TOTAL, "ads_without_county") == 5
    data = frozen.group("2512").parent
    assert value(frame, "00", data, "ads_without_county") == 5
    assert value(frame, "00", "2512") == 3 + 5


def test_fields_without_ads_are_not_asked_for_and_are_zero(tmp_path: Path) -> None:
    with asking(AfServer({("0380", "2512"): 3}), tmp_path) as asked:
        (answer,) = asked.fetch("af:annonser_nu", regions=("0380",))
        assert len(asked.server.seen) == 2
    frame = parsed([answer.payload])
    assert value(frame, "0380", "2221") == 0
    assert value(frame, "0380", INDUSTRY, "positions") == 0


@pytest.mark.parametrize("region", ["03", "00"])
def test_no_ads_at_all_in_a_county_are_not_believed(region: str, tmp_path: Path) -> None:
    """An unknown code is answered with 200 and nothing."""
    with asking(AfServer({}), tmp_path) as asked:
        (answer,) = asked.fetch("af:annonser_nu", regions=(region,))
    with pytest.raises(ContractError, match=f"inga annonser alls för region {region}"):
        af.parse([answer.payload], NOW)


def test_no_ads_in_a_kommun_may_be_a_code_that_has_moved(tmp_path: Path) -> None:
    with asking(AfServer({}), tmp_path) as asked:
        (answer,) = asked.fetch("af:annonser_nu", regions=("0380",))
    frame = parsed([answer.payload])
    assert frame["value"].isna().all()
    assert set(frame["status"]) == {UNSURE}


def test_only_what_the_service_knows_is_asked_for(tmp_path: Path) -> None:
    with asking(AfServer(), tmp_path) as asked:
        with pytest.raises(UsageError, match="räknas inte för SE12"):
            asked.fetch("af:annonser_nu", regions=("SE12",))
        with pytest.raises(UsageError, match="bara dagens annonser, 2026-11-25"):
            asked.fetch("af:annonser_nu", regions=("03",), periods=("2025",))
        assert asked.server.seen == []
        asked.fetch("af:annonser_nu", regions=("0380",), periods=("2026",))
        assert asked.server.seen


def test_whole_sweden_is_riket_and_every_county() -> None:
    from vagled_lmi.sources.af.open_ads import places

    assert list(places(())) == ["00", *(region.code for region in regions("county"))]
    assert places(("0380",)) == {"0380": {"municipality": frozen.region("0380").id}}
    for kommun in regions("municipality"):
        assert frozen.region(kommun.code).parent == frozen.region(Region(kommun.code[:2]).code).id


# What is refused


def counted(**changes: Any) -> dict[str, Any]:
    """The numbers of Uppsala län with ads in one group."""
    group = frozen.group("2512")
    said = {"total": 100, "positions": 150, "counts": {group.id: 100}}
    whole = {"total": 100, "positions": 150, "counts": {group.parent: 100}}
    return {"region": "03", "day": DAY, "all": whole, "fields": {group.parent: said}, **changes}


def refused(**changes: Any) -> str:
    with pytest.raises(ContractError) as caught:
        af.parse([json.dumps(counted(**changes)).encode()], NOW)
    return caught.value.message


def test_sums_are_held_to_their_totals_within_what_may_move() -> None:
    """2 percent or 10 ads, whichever is more: of 100 ads 10, of 10 000 ads 200."""
    field = frozen.group("2512").parent
    group = frozen.group("2512").id

    def of(total: int, parts: int) -> dict[str, Any]:
        said = {"total": total, "positions": 0, "counts": {group: parts}}
        whole = {"total": total, "positions": 0, "counts": {field: total}}
        return {"all": whole, "fields": {field: said}}

    for total, parts in ((100, 90), (100, 110), (10_000, 9_800)):
        af.parse([json.dumps(counted(**of(total, parts))).encode()], NOW)
    assert refused(**of(100, 89)) == (
        "Öppna annonser: yrkesgrupperna blir 89 annonser, men totalen är 100; de får skilja sig "
        "med 10."
    )
    assert "yrkesgrupperna blir 9799 annonser, men totalen är 10000" in refused(**of(10_000, 9_799))
    assert "yrkesområdena blir 0 annonser" in refused(fields={})


def test_counties_are_held_to_the_country() -> None:
    """21 län with 100 ads each, and 50 ads without a län: 2 150, and 2 percent of 2 300 is 46."""
    field, group = frozen.group("2512").parent, frozen.group("2512").id

    def place(region: str, ads: int, **more: Any) -> bytes:
        said = {"total": ads, "positions": ads, "counts": {group: ads}}
        whole = {**said, "counts": {field: ads}}
        return json.dumps(
            {"region": region, "day": DAY, "all": whole, "fields": {field: said}, **more}
        ).encode()

    without = {"total": 50, "positions": 50, "counts": {field: 50}}
    counties = [place(region.code, 100) for region in regions("county")]
    whole = [place("00", 2_150, without_county=without), *counties]
    assert value(parsed(whole), "00", TOTAL) == 2_150
    with pytest.raises(ContractError, match="länen och annonser utan län blir 2150 annonser"):
        af.parse([place("00", 2_300, without_county=without), *counties], NOW)


def test_concepts_that_the_taxonomy_lacks_are_refused(tmp_path: Path) -> None:
    field = frozen.group("2512").parent
    said = {"total": 100, "positions": 1, "counts": {"newA_con_cpt": 100}}
    message = refused(fields={field: said})
    assert '"newA_con_cpt"' in message
    elsewhere = {"total": 100, "positions": 1, "counts": {frozen.group("2221").id: 100}}
    assert "inte står så i programmets taxonomi" in refused(fields={field: elsewhere})

    class New(AfServer):
        def _search(self, seen: Any) -> Any:
            reply = super()._search(seen)
            return replace(reply, body=reply.body.replace(INDUSTRY.encode(), b"newA_con_cpt"))

    with (
        asking(New(), tmp_path) as asked,
        pytest.raises(ContractError, match='taxonomi: "newA_con_cpt"') as caught,
    ):
        asked.fetch("af:annonser_nu", regions=("03",))
    assert "vagled fetch af:taxonomi" in str(caught.value)


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b"{}",
        json.dumps(counted(fields={"unknown": {}})).encode(),
        json.dumps(counted(all={"total": "100", "positions": 1, "counts": {}})).encode(),
        json.dumps(counted(region="00")).encode(),
        json.dumps(counted(day=1)).encode(),
    ],
)
def test_what_is_stored_and_cannot_be_read(payload: bytes) -> None:
    with pytest.raises(DecodeError, match="de lagrade antalen går inte att läsa"):
        af.parse([payload], NOW)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"<html>", "annat än JSON"),
        (b"[]", "annat än JSON"),
        (b"{}", 'fältet "total"'),
        (b'{"total": {"value": "3"}, "positions": 1}', '"total" är inte ett antal'),
        (b'{"total": {"value": 3}, "positions": -1}', '"positions" är inte ett antal'),
        (b'{"total": {"value": 3}, "stats": [{"values": [{"concept_id": "a@b.se"}]}]}', "begrepp"),
        (b'{"stats": [{"values": [{"concept_id": "DJh5_yyF_hEM", "count": true}]}]}', '"count"'),
    ],
)
def test_answers_that_are_no_counts(answer: bytes, said: str) -> None:
    with pytest.raises(DecodeError) as caught:
        jobsearch.numbers(answer)
    assert said.replace('fältet "total"', '"total"') in caught.value.message
    assert "a@b.se" not in str(caught.value)


# The service is busy, or the fetch is interrupted


def test_a_busy_service_is_given_its_time(tmp_path: Path, monkeypatch: Any) -> None:
    waited: list[float] = []
    services = AfServer({("0380", "2512"): 3}, busy=1)
    with (
        Server(services) as server,
        Session(tmp_path, limits=Limits(calls=100, seconds=0.01), sleep=waited.append) as session,
    ):
        monkeypatch.setenv("VAGLED_AF_URL", server.url)
        monkeypatch.setattr(jobsearch, "RATE", None)
        (answer,) = Asked(server, session).fetch("af:annonser_nu", regions=("0380",))
        assert len(server.seen) == 3
    assert waited == [1.0]
    assert value(parsed([answer.payload]), "0380", "2512") == 3


def test_an_interrupted_fetch_goes_on_the_same_day(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    with asking(AfServer(), tmp_path) as asked:
        wanted = Wanted(regions=("0380", "0305"))

        def until(questions: int) -> Any:
            def send(request: Any) -> Any:
                if len(asked.requests) == questions:
                    raise SourceError("Avbrottet.")
                return asked.send(request)

            return send

        with pytest.raises(SourceError, match="Avbrottet"):
            fetching.fetch(NOW, store, Errand(until(30), f"{DAY}T08:00:00Z"), wanted)
        assert store.vintages(NOW.id) == []
        whole = Errand(asked.send, f"{DAY}T08:05:00Z")
        vintage = fetching.fetch(NOW, store, whole, wanted)
        assert vintage is not None
        questions = [json.dumps(dict(seen.query), sort_keys=True) for seen in asked.server.seen]
        assert len(set(questions)) == len(questions) > 30
        assert len(vintage.retrievals) == 2
        later = Errand(asked.send, "2026-11-26T08:05:00Z")
        before = len(asked.server.seen)
        fetching.fetch(NOW, store, later, wanted)
        assert len(asked.server.seen) == 2 * before
    days = fetching.catalogue.every_period(NOW.id, store).frame["period"]
    assert set(days) == {DAY, "2026-11-26"}


def test_a_service_that_is_down_is_named(tmp_path: Path) -> None:
    with asking(AfServer(busy=9), tmp_path) as asked, pytest.raises(StatusError, match="429"):
        asked.fetch("af:annonser_nu", regions=("03",))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared med räknade annonser saknas")
def test_the_recorded_count_of_a_day(tmp_path: Path) -> None:
    """18 June 2025: 36 763 open ads with a kommun, counted by the same service."""
    path = SHARED / "ads_open_2025-06-18_ssyk4_by_lan_kommun.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    with asking(AfServer(recorded_ads(rows)), tmp_path) as asked:
        answers = asked.fetch("af:annonser_nu")
        questions = len(asked.server.seen)
    assert [answer.whole for answer in answers] == [22] * 22
    # 22 places by all fields and by each, ads without a län, and groups beyond the thirty
    assert 22 * 20 < questions < 22 * 22 + 400
    frame = parsed([answer.payload for answer in answers])
    assert value(frame, "00", TOTAL) == 36_763
    assert value(frame, "00", TOTAL, "ads_without_county") == 0
    said = {
        (row["geo_code"], row["ssyk4"]): float(row["n_open_ads"])
        for row in rows
        if row["geo_level"] in ("riket", "lan")
    }
    groups = {concept.code for concept in frozen.of_type("ssyk-level-4").values()}
    read = frame[(frame["contents"] == "ads") & frame["ssyk"].isin(groups)]
    assert len(read) == 22 * 400
    for row in read.itertuples():
        assert row.value == said.get((str(row.region), str(row.ssyk)), 0)
