"""Sentences follow their figures: change the data, and the sentence changes with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from vagled_lmi import resources
from vagled_lmi.brief.blocks import Block
from vagled_lmi.brief.desk import Desk
from vagled_lmi.brief.language import Sentence
from vagled_lmi.codes import OSTRA_MELLANSVERIGE, Region
from vagled_lmi.provenance import Query
from vagled_lmi.sources import longform
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.store import Archive, Store
from vagled_lmi.tables import Table

BUILT = "2026-11-23T12:00:00Z"
Change = Callable[[pd.DataFrame], pd.DataFrame]


def plain(sentence: Sentence) -> str:
    return str(sentence).replace("\u202f", " ")


def block(desk: Desk, name: str, id_: str) -> Block:
    return next(b for b in desk.blocks(name) if b.id == id_)


def title(desk: Desk, name: str, id_: str) -> str:
    found: Any = block(desk, name, id_)
    return plain(found.title if hasattr(found, "grid") else found.text)


@pytest.fixture
def changed(tmp_path: Path, tables: Mapping[str, Table]) -> Callable[..., Desk]:
    """A desk, for Uppsala unless told, whose figures have been changed in one table."""

    def change(table: str, how: Change, region: str = "03") -> Desk:
        store = Store(tmp_path / "store", base=Archive(resources.snapshot_dir()))
        spec = tables[table].spec
        payload = longform.encode(spec, how(tables[table].frame.copy()), {})
        answer = Answer(Query(table), payload, longform.MEDIA_TYPE)
        store.add(table, [answer], retrieved="2026-11-24T00:00:00Z", licence="CC0")
        return Desk(region, store=store, built=BUILT)

    return change


def at(frame: pd.DataFrame, value: float, **key: str) -> pd.DataFrame:
    chosen = pd.Series(data=True, index=frame.index)
    for name, code in key.items():
        chosen &= frame[name] == code
    assert chosen.any(), key
    return frame.assign(value=frame["value"].mask(chosen, value))


def grown(frame: pd.DataFrame, per_cent: float) -> pd.DataFrame:
    """Every county's newest month, so much more than the same month a year before."""
    before = frame[frame["period"] == "2025M06"].set_index("region")["value"]
    newest = frame["period"] == "2026M06"
    level = frame["region"].map(before) * (1 + per_cent / 100)
    return frame.assign(value=frame["value"].mask(newest, level.round()))


@pytest.mark.parametrize(
    ("uppsala", "says"),
    [
        # beyond 0.3 points, what employment is revised by, the counties differ
        (182846.0, "Sysselsättningen ändras olika i länen: +0,5 procent i Örebro län och "
                   "+2,0 procent i Uppsala län på ett år (juni 2026)"),
        (178363.0, "Sysselsättningen ändras olika i länen: −0,5 procent i Uppsala län och "
                   "+0,5 procent i Örebro län på ett år (juni 2026)"),
        (180515.0, "Sysselsättningen ändras ungefär lika mycket i länen i Östra Mellansverige: "
                   "+0,5 till +0,7 procent på ett år (juni 2026)"),
    ],
)  # fmt: skip
def test_employment_beside(changed: Callable[..., Desk], uppsala: float, says: str) -> None:
    desk = changed(
        "scb:ArbStDoNMNN",
        lambda f: at(grown(f, 0.5), uppsala, region="03", period="2026M06"),
        "SE12",
    )
    assert title(desk, "employed_beside", "employed-beside") in {
        says.replace("Örebro", name)  # the others are alike, and any of them may be named
        for name in ("Södermanlands", "Östergötlands", "Örebro", "Västmanlands")
    }


@pytest.mark.parametrize(
    ("rate", "says"),
    [
        (9.9, "Arbetslösheten går från 6,0 procent i {} län till 9,9 procent i Uppsala län "
              "(januari 2024)"),
        (6.1, "Arbetslösheten är ungefär densamma i länen i Östra Mellansverige: 6,0 till 6,1 "
              "procent i januari 2024"),
    ],
)  # fmt: skip
def test_unemployment_in_an_area(changed: Callable[..., Desk], rate: float, says: str) -> None:
    def alike(frame: pd.DataFrame) -> pd.DataFrame:
        return at(at(frame, 6.0, period="2024M01"), rate, region="03", period="2024M01")

    said = title(changed("scb:TAB6260", alike, "SE12"), "unemployment_area", "unemployment-area")
    assert said in {
        says.format(name) for name in ("Södermanlands", "Östergötlands", "Örebro", "Västmanlands")
    }


@pytest.mark.parametrize(
    ("level", "says"),
    [
        # June 2025 was 179 260: +1 % is 181 053, -1 % is 177 467, +0.2 % is 179 619
        (181053, "I juni 2026 arbetade 1,0 procent fler i Uppsala län än ett år tidigare"),
        (177467, "I juni 2026 arbetade 1,0 procent färre i Uppsala län än ett år tidigare"),
        (179619, "I juni 2026 arbetade ungefär lika många i Uppsala län som ett år tidigare"),
    ],
)
def test_employed(changed: Callable[..., Desk], level: float, says: str) -> None:
    desk = changed("scb:ArbStDoNMNN", lambda f: at(f, level, region="03", period="2026M06"))
    assert title(desk, "employed", "employed") == says
    point = title(desk, "main_points", "point-employed")
    verdict = {"fler": "fler än", "färre": "färre än", "ungefär": "i stort sett lika många"}
    word = next(word for word in verdict if word in says)
    assert verdict[word] in point


@pytest.mark.parametrize(
    ("rate", "says"),
    [(4.0, "lägre än i riket"), (7.0, "högre än i riket"), (5.4, "ungefär som i riket")],
)
def test_unemployment(changed: Callable[..., Desk], rate: float, says: str) -> None:
    desk = changed("scb:TAB6260", lambda f: at(f, rate, region="03", period="2024M01"))
    assert title(desk, "unemployment", "unemployment").endswith(says)
    assert says in title(desk, "main_points", "point-unemployment")


@pytest.mark.parametrize(
    ("entering", "says"),
    [(60000, "Fler unga"), (30000, "Färre unga"), (42485, "Ungefär lika många unga")],
)
def test_cohorts(changed: Callable[..., Desk], entering: float, says: str) -> None:
    def set_(frame: pd.DataFrame) -> pd.DataFrame:
        for sex, part in (("total", 1.0), ("men", 0.5), ("women", 0.5)):
            frame = at(frame, round(entering * part), region="03", age="10-19", sex=sex)
        return frame

    desk = changed("scb:TAB6471", set_)
    assert title(desk, "cohorts", "cohorts").startswith(says)
    assert title(desk, "main_points", "point-cohorts").startswith(says)


def test_largest_occupation(changed: Callable[..., Desk]) -> None:
    desk = changed(
        "scb:YREG60", lambda f: at(f, 9000, region="03", period="2024", ssyk="5311", sex="total")
    )
    assert title(desk, "largest_occupations", "largest-occupations") == (
        "Störst är yrket barnskötare, med 9 000 anställda"
    )


def test_barometer(changed: Callable[..., Desk]) -> None:
    def fewer(frame: pd.DataFrame) -> pd.DataFrame:
        large = (
            (frame["region"] == "03")
            & (frame["contents"] == "jobbmojligheter")
            & (frame["value"] == "stora")
        )
        first = frame.index[large][:10]
        frame.loc[first, "value"] = "små"
        return frame

    desk = changed("af:yrkesbarometern", fewer)
    # 69 - 10 = 59 large, 36 + 10 = 46 small
    assert title(desk, "barometer_counts", "barometer-counts").startswith("59 yrken")
    point = title(desk, "main_points", "point-barometer")
    assert "stora i 59 yrken och små i 46 (omgång 2025-1)" in point


def test_a_figure_that_gets_newer_is_no_longer_called_old(changed: Callable[..., Desk]) -> None:
    def later(frame: pd.DataFrame) -> pd.DataFrame:
        rename = {"2024M01": "2026M08", "2023M01": "2025M08"}
        return frame.assign(period=frame["period"].replace(rename))

    before = Desk("03", built=BUILT)
    assert [b.id for b in before.blocks("age_of_figures")] == ["old-unemployment"]
    assert "key-unemployment" not in [b.id for b in before.blocks("key_figures")]
    desk = changed("scb:TAB6260", later)
    assert desk.blocks("age_of_figures") == []
    assert "key-unemployment" in [b.id for b in desk.blocks("key_figures")]


@pytest.mark.parametrize("code", OSTRA_MELLANSVERIGE)
def test_eligibility_never_says_less_than_its_figure(
    code: str, tables: Mapping[str, Table]
) -> None:
    """Where nearly all are eligible somewhere, the highest printed share is not the highest."""
    frame = tables["skolverket:behorighet"].frame
    here = {kommun.code for kommun in Region(code).municipalities}
    rows = frame[frame["region"].isin(here) & (frame["sex"] == "total")]
    low = f"{rows['value'].min():.1f}".replace(".", ",")
    high = f"{rows['value'].max():.1f}".replace(".", ",")
    said = title(Desk(code, built=BUILT), "eligibility", "eligibility")
    if (rows["status"] == "~100").any():
        assert said.startswith(f"Mellan {low} procent och nästan alla i årskurs 9")
    else:
        assert said.startswith(f"Mellan {low} och {high} procent i årskurs 9")


@pytest.mark.parametrize("code", OSTRA_MELLANSVERIGE)
def test_growing_occupations_are_counted_as_listed(code: str) -> None:
    desk = Desk(code, built=BUILT)
    for name, id_ in (
        ("barometer_growing", "barometer-growing"),
        ("barometer_differs", "barometer-differs"),
    ):
        made: Any = block(desk, name, id_)
        counts = [s.number.amount for s in made.title if s.number is not None]
        rows = len(made.grid.rows)
        # growing: the count itself; differs: better and worse, after how many are compared
        assert rows == (counts[0] if len(counts) == 1 else counts[1] + counts[2])


@pytest.mark.parametrize(
    ("before", "says"),
    [
        # 84 +/- 1 against itself with +/- 0, and against what is just within and just beyond
        (85, "Det är ingen säker skillnad mot året före, då andelen var 85 procent."),
        (84, "Det är ingen säker skillnad mot året före, då andelen var 84 procent."),
        (86, "Det är en mindre andel än året före, då den var 86 procent."),
        (82, "Det är en större andel än året före, då den var 82 procent."),
    ],
)
def test_work_after_education_against_the_year_before(
    changed: Callable[..., Desk], before: float, says: str
) -> None:
    def set_(frame: pd.DataFrame) -> pd.DataFrame:
        everyone = {"period": "2023", "field": "Totalt"}
        frame = at(frame, before, contents="half_year", **everyone)
        return at(frame, 1, contents="half_year_margin", **everyone)

    desk = changed("scb:yh_tid", set_)
    said = title(desk, "after_vocational", "after-vocational-work")
    assert said.startswith("I hela landet hade drygt 8 av 10 (84 procent) av dem")
    assert said.endswith(says)


@pytest.mark.parametrize(
    ("fully", "margin", "says"),
    [
        (90, 3, "Störst andel arbetar inom sitt område efter ”Journalistik och information”, 90"),
        (62, 12, "Ungefär lika många arbetar inom sitt område, 62 procent"),
    ],
)
def test_work_in_the_field_after_education(
    changed: Callable[..., Desk], fully: float, margin: float, says: str
) -> None:
    def set_(frame: pd.DataFrame) -> pd.DataFrame:
        fields = {
            "Journalistik och information": (fully, margin),
            "Hälso- och sjukvård samt socialt arbete": (61, 2),
            "Lantbruk, djurvård, trädgård, skog och fiske": (60, 4),
        }
        for field, (share, plus_or_minus) in fields.items():
            frame = at(frame, share, period="2024", field=field, contents="fully")
            frame = at(frame, plus_or_minus, period="2024", field=field, contents="fully_margin")
        return frame

    desk = changed("scb:yh_arbete", set_)
    assert title(desk, "after_vocational", "after-vocational").startswith(says)
