"""Charts of every kind for every län: real names, and the program's own figures where it has any.

What the program has no figures for is made up from a seed, and says exempeldata.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import pandas as pd

from vagled_lmi import resources
from vagled_lmi.brief import charts
from vagled_lmi.brief.numerals import numeral
from vagled_lmi.codes import Region, af_fields, regions, ssyk_labels
from vagled_lmi.sources import catalogue
from vagled_lmi.store import Archive

MADE = "exempeldata"
COUNTIES = regions("county")
GAP = "ingen uppgift"
YEARS = tuple(str(year) for year in range(2014, 2025))
BREAKS = (
    charts.Break("2020", "2020: BAS i stället för RAMS"),
    charts.Break("2023", "2023: fler åldrar ingår"),
)


def said(value: float | None, decimals: int = 1) -> str:
    return GAP if value is None else numeral(value, decimals, "sv-SE")


@lru_cache(maxsize=4)
def frame(table: str) -> pd.DataFrame:
    return catalogue.load(table, Archive(resources.snapshot_dir())).frame


def chance(region: Region, kind: str) -> random.Random:
    return random.Random(f"{kind} {region.code}")  # noqa: S311 - the same for every run


def kommuner(region: Region) -> Sequence[Region]:
    return region.municipalities


def occupations(region: Region, count: int) -> list[str]:
    """The longest names of the register, with some drawn from the rest."""
    labels = sorted(set(ssyk_labels().values()), key=lambda label: (-len(label), label))
    drawn = chance(region, "yrken").sample(labels[20:], count - count // 3)
    return [*labels[: count // 3], *drawn]


@lru_cache(maxsize=1)
def fields() -> tuple[str, ...]:
    return tuple(sorted(set(af_fields().values())))


def bars_population(region: Region) -> charts.Chart:
    """Real: people by age, April 2026."""
    rows = frame("scb:TAB6471").query("region == @region.code and sex == 'total'")
    largest = rows["value"].max()
    (ages,) = (d.codes for d in catalogue.specs()["scb:TAB6471"].dimensions if d.name == "age")
    return charts.Bars(
        tuple(
            charts.Bar(ages[age], value, said(value, 0), value == largest)
            for age, value in zip(rows["age"], rows["value"], strict=True)
        ),
        subject=f"Invånare i {region.name} efter ålder, april 2026",
    )


def bars_change(region: Region) -> charts.Chart:
    """Negative, missing and zero values, long names, a mark."""
    draw = chance(region, "bars")
    rows, marks = [], []
    for n, name in enumerate(occupations(region, 14)):
        value = None if n % 6 == 2 else 0.0 if n == 9 else round(draw.gauss(0, 12), 1)
        rows.append(charts.Bar(name, value, said(value), n % 3 == 0))
        marks.append(None if n % 5 == 4 else round(draw.gauss(0, 9), 1))
    return charts.Bars(
        tuple(rows), f"Förändring i {region.name}, procent, {MADE}", tuple(marks), "Riket"
    )


def bars_many(region: Region) -> charts.Chart:
    draw = chance(region, "many")
    rows = tuple(
        charts.Bar(name, value := float(draw.randrange(5000)), said(value, 0), n == 3)
        for n, name in enumerate(occupations(region, 40))
    )
    return charts.Bars(rows, f"Anställda i {region.name}, {MADE}")


def bars_one(region: Region) -> charts.Chart:
    value = frame("scb:TAB6260").query("region == @region.code")["value"].iloc[-1]
    row = charts.Bar(region.name, value, said(value))
    return charts.Bars((row,), f"Arbetslöshet i {region.name}, procent, januari 2024")


def columns_real(region: Region) -> charts.Chart:
    rows = _januaries(region)
    return charts.Columns(
        tuple(charts.Bar(year, value, said(value), year == "2024") for year, value in rows.items()),
        f"Arbetslöshet i {region.name} i januari, procent av arbetskraften",
    )


def columns_many(region: Region) -> charts.Chart:
    draw = chance(region, "columns")
    rows = []
    for n in range(40):
        value = None if n in (5, 6) else round(draw.gauss(200, 900))
        rows.append(charts.Bar(str(1985 + n), value, said(value, 0), n > 37))
    return charts.Columns(tuple(rows), f"Flyttnetto i {region.name}, personer, {MADE}")


def stacked(region: Region) -> charts.Chart:
    draw = chance(region, "stacked")
    labels = [region.name, *(r.name for r in COUNTIES if r != region)][:7]
    values = [[float(draw.choice((0, 1, 3, 60, 90, 120))) for _ in labels] for _ in range(3)]
    parts = []
    for name, row in zip(("Stora", "Medelstora", "Små"), values, strict=True):
        known = [None if n == 4 else value for n, value in enumerate(row)]
        parts.append(charts.Part(name, tuple(known), tuple(said(value, 0) for value in known)))
    return charts.Stacked(
        tuple(labels), tuple(parts), f"Antal yrken efter möjligheter till arbete, {MADE}"
    )


def dots(region: Region) -> charts.Chart:
    draw = chance(region, "dots")
    rows = []
    for n, kommun in enumerate(kommuner(region)):
        middle = draw.uniform(58, 97)
        women, men = min(middle + draw.uniform(0, 6), 100), middle - draw.choice((0, 0.1, 3, 9))
        gone = n % 11 == 7
        values = (None, None, None) if gone else (women, middle, men)
        rows.append(
            charts.Dots(kommun.short, values, "för få för att visas" if gone else said(middle))
        )
    return charts.DotRows(
        tuple(rows),
        ("Flickor", "Alla (värdet står till höger)", "Pojkar"),
        f"Andelen behöriga till ett yrkesprogram i {region.name}, procent, {MADE}",
        low=50, high=100,
    )  # fmt: skip


def dumbbell(region: Region) -> charts.Chart:
    draw = chance(region, "dumbbell")
    rows = []
    for n, name in enumerate(occupations(region, 12)):
        women = None if n == 4 else float(draw.randrange(27000, 52000, 100))
        men = None if n in (4, 7) else float(draw.randrange(27000, 52000, 100))
        if n == 2:
            men = women
        gap = said(women - men, 0) if women is not None and men is not None else "–"
        rows.append(charts.Pair(name, women, men, said(women, 0), said(men, 0), gap))
    return charts.Dumbbell(
        tuple(rows), "Kvinnor", "Män",
        f"Månadslön i {region.name}, kronor, {MADE}", "Skillnad, kronor",
    )  # fmt: skip


def lines(region: Region) -> charts.Chart:
    """Real: unemployment by month, län and riket."""
    table = frame("scb:TAB6260")
    series = []
    for r in (region, Region("00")):
        values = tuple(table.query("region == @r.code").sort_values("period")["value"])
        series.append(charts.Series(r.name, values, tuple(map(said, values))))
    periods = sorted(table["period"].unique())
    return charts.Lines(
        tuple(f"{p[:4]}-{p[5:]}" for p in periods),
        tuple(series),
        f"Arbetslöshet i {region.name} och riket, procent av arbetskraften per månad",
    )


def lines_breaks(region: Region) -> charts.Chart:
    """Six lines that end close together, two breaks, missing values."""
    draw = chance(region, "lines")
    others = [r for r in COUNTIES if r != region]
    series = []
    for n, r in enumerate((region, Region("00"), *others[:4])):
        level = 70 + draw.random()
        values: list[float | None] = []
        for year in range(len(YEARS)):
            level += draw.gauss(0.2, 0.9)
            values.append(None if n == 0 and year in (4, 5) else round(level, 1))
        series.append(charts.Series(r.name, tuple(values), tuple(map(said, values))))
    return charts.Lines(
        YEARS, tuple(series), f"Andel i arbete i {region.name}, procent, {MADE}", BREAKS, GAP
    )


def fan(region: Region) -> charts.Chart:
    """Real history: unemployment in January; a made-up outlook."""
    draw = chance(region, "fan")
    history = _januaries(region)
    last = list(history.values())[-1]
    ahead = ("2025", "2026", "2027", "2028", "2029")
    path = tuple(round(last + draw.gauss(0.2, 0.1) * n, 1) for n in range(1, 6))
    bands = []
    for share, wide in (("80 av 100", 0.9), ("50 av 100", 0.4)):
        low = tuple(round(v - wide * (n + 1) ** 0.5, 1) for n, v in enumerate(path))
        high = tuple(round(v + wide * (n + 1) ** 0.5, 1) for n, v in enumerate(path))
        bands.append(charts.Band(share, low, high, said(low[-1]), said(high[-1])))
    return charts.Fan(
        tuple(history), tuple(history.values()), tuple(map(said, history.values())),
        ahead, path, said(path[-1]), tuple(bands), "Hittills", "Väntas",
        coverage="Så ofta har 80 av 100 stämt: 77 av 100 gånger (exempeldata).",
        subject=f"Arbetslöshet i {region.name} i januari, procent, utsikter är {MADE}",
    )  # fmt: skip


def fan_unknown(region: Region) -> charts.Chart:
    history = _januaries(region)
    return charts.Fan(
        tuple(history), tuple(history.values()), tuple(map(said, history.values())),
        ("2025", "2026", "2027", "2028", "2029"), (), "", (), "Hittills", "Väntas",
        unknown="Vi vet inte: för få personer för en prognos",
        subject=f"Arbetslöshet i {region.name} i januari, procent",
        breaks=(charts.Break("2023", "2023: nytt sätt att mäta"),),
    )  # fmt: skip


def slopes(region: Region) -> charts.Chart:
    """Real: unemployment of all län in two months."""
    table = frame("scb:TAB6260")
    rows = []
    for r in (*COUNTIES, Region("00")):
        own = table[table["region"] == r.code].set_index("period")["value"]
        before, after = float(own["2021M01"]), float(own["2024M01"])
        role = "stressed" if r == region else "reference" if r.code == "00" else "other"
        rows.append(charts.Slope(r.name, before, after, said(before), said(after), role))
    return charts.Slopes(
        "januari 2021", "januari 2024", tuple(rows), "Arbetslöshet i länen, procent"
    )


def slopes_few(region: Region) -> charts.Chart:
    """Long names, one of them without a value."""
    draw = chance(region, "slopes")
    rows = []
    for n, name in enumerate(occupations(region, 8)):
        before = round(draw.uniform(40, 44), 1)
        after = None if n == 5 else round(draw.uniform(40, 44), 1)
        role = "stressed" if n == 0 else "other"
        rows.append(charts.Slope(name, before, after, said(before), said(after), role))
    return charts.Slopes(
        "2019", "2024", tuple(rows), f"Andel kvinnor i {region.name}, procent, {MADE}"
    )


def multiples(region: Region) -> charts.Chart:
    draw = chance(region, "multiples")
    panels = []
    for n, kommun in enumerate(kommuner(region)):
        level = draw.uniform(65, 85)
        values = [round(level + draw.gauss(0, 1.5) + i * 0.3, 1) for i in range(len(YEARS))]
        known: list[float | None] = list(values)
        if n % 9 == 4:
            known = [None] * len(YEARS)
        elif n % 9 == 5:
            known[-1] = None
        panels.append(charts.Series(kommun.short, tuple(known), tuple(map(said, known))))
    county, country = ([70 + i * 0.3 + k for i in range(len(YEARS))] for k in (0, 4))
    return charts.Multiples(
        YEARS, tuple(panels),
        (
            charts.Series(region.name, tuple(county), tuple(map(said, county))),
            charts.Series("Riket", tuple(country), tuple(map(said, country))),
        ),
        "Kommunen",
        f"Andel i arbete i kommunerna i {region.name}, procent, {MADE}",
        GAP, kommuner(region)[0].short, BREAKS,
    )  # fmt: skip


def map_kommuner(region: Region) -> charts.Chart:
    """Real where the program has eligibility; else made up."""
    shown = frame("skolverket:behorighet").query("sex == 'total'").set_index("region")
    draw = chance(region, "map")
    spots = []
    for n, kommun in enumerate(kommuner(region)):
        if kommun.code in shown.index:
            value = shown["value"][kommun.code]
            value = None if pd.isna(value) else float(value)
        else:
            value = None if n % 13 == 6 else round(draw.uniform(61, 98), 1)
        spots.append(charts.Place(kommun.code, kommun.short, value, said(value)))
    made = "" if kommuner(region)[0].code in shown.index else f", {MADE}"
    return charts.Choropleth(
        tuple(spots), f"Andelen behöriga till ett yrkesprogram i {region.name}, procent{made}", GAP
    )


def map_counties(region: Region) -> charts.Chart:
    table = frame("scb:TAB6260").query("period == '2024M01'").set_index("region")["value"]
    spots = tuple(
        charts.Place(r.code, r.short, float(table[r.code]), said(table[r.code])) for r in COUNTIES
    )
    return charts.Choropleth(
        spots, "Arbetslöshet i länen, procent, januari 2024", stressed=region.code
    )


def balance(region: Region) -> charts.Chart:
    draw = chance(region, "balance")
    rows = []
    for n, name in enumerate(fields()):
        openings = None if n == 3 else float(draw.choice((0, 12, 90, 400, 1500)))
        places = None if n in (3, 8) else float(draw.choice((0, 20, 60, 300, 900)))
        gap = "–" if openings is None or places is None else said(openings - places, 0)
        rows.append(charts.Field(name, openings, places, said(openings, 0), said(places, 0), gap))
    return charts.Balance(
        tuple(rows), "Väntade öppningar per år", "Utbildningsplatser per år", "Skillnad",
        f"Öppningar mot platser i {region.name}, personer per år, {MADE}",
    )  # fmt: skip


def _januaries(region: Region) -> Mapping[str, float]:
    table = frame("scb:TAB6260")
    rows = table[table["region"] == region.code].set_index("period")["value"]
    return {period[:4]: float(rows[period]) for period in sorted(rows.index) if period[4:] == "M01"}


KINDS: Mapping[str, Callable[[Region], charts.Chart]] = {
    make.__name__.replace("_", "-"): make
    for make in (
        bars_population, bars_change, bars_many, bars_one, columns_real, columns_many, stacked,
        dots, dumbbell, lines, lines_breaks, fan, fan_unknown, slopes, slopes_few, multiples,
        map_kommuner, map_counties, balance,
    )
}  # fmt: skip
