"""Reads public copies of the agencies' files as tidy frames, for the figures that come along.

Where `vagled_lmi.snapshot` finds long tables beside ``figures.json``, the copies lie as they were
found in ``../data``, each with its line in a ``MANIFEST.tsv`` that says where it is from.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import pandas as pd

from vagled_lmi.codes import af_labels, ssyk_labels
from vagled_lmi.errors import ContractError
from vagled_lmi.sources.af import NAMELESS, NOT_ASSESSED, UNCERTAIN_NAME
from vagled_lmi.sources.af.archive import LINK, NO_CODE, NO_LINK, UNCERTAIN_ROUND

_OLD = "af/prognos_old"


@dataclass(frozen=True, slots=True)
class Copy:
    """A public copy that makes up a declared table, or rows of one.

    Attributes
    ----------
    table : str
        Id of the declared table.
    path : str
        The copy, below the folder of copies.
    more : tuple of str
        Further files that are read with it.
    tidy : callable
        Reads the files, `path` first, into the tidy frame.
    """

    table: str
    path: str
    tidy: Callable[..., pd.DataFrame]
    more: tuple[str, ...] = ()

    def read(self, folder: Path) -> pd.DataFrame:
        """Return the tidy frame; raises ContractError where a file is missing or unreadable."""
        try:
            return self.tidy(*(folder / path for path in (self.path, *self.more)))
        except (OSError, ValueError, KeyError) as error:
            raise ContractError(f"{folder / self.path} går inte att läsa: {error}.") from error

    def statement(self, folder: Path) -> dict[str, Any]:
        """Return what the copy's manifest says of it: agency's table, notes, licence."""
        area, _, name = self.path.partition("/")
        manifest = folder / area / "MANIFEST.tsv"
        rows = csv.DictReader(_lines(manifest), delimiter="\t")
        for row in rows:
            if row["file"] == name:
                licence = row.get("licence") or row.get("licence_note") or ""
                where = f"{row['repo']} {row['path']} {row['commit']}".strip()
                return {"table": row["what"], "licence": licence, "notes": [where]}
        raise ContractError(f"{manifest} nämner inte {name}.")


def _lines(manifest: Path) -> list[str]:
    try:
        return manifest.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ContractError(f"{manifest} går inte att läsa: {error}.") from error


def _employees(path: Path) -> pd.DataFrame:
    """Employees by occupation: women and the sum of both sexes, as the declared table has them."""
    frame = pd.read_parquet(path)
    frame = frame[frame["level"] == "SSYK4"]
    keys = {"county_code": "region", "year": "period", "ssyk_code": "ssyk"}
    wide = frame.rename(columns=keys).pivot(
        index=list(keys.values()), columns="sex", values="value"
    )
    wide = wide.fillna(0)
    both = pd.DataFrame({"total": wide["men"] + wide["women"], "women": wide["women"]})
    tidy = both.reset_index().melt(list(keys.values()), list(both), var_name="sex")
    return tidy.assign(period=tidy["period"].astype(str), status="")


def _ages(path: Path) -> pd.DataFrame:
    """Employees in riket by occupation and age, both sexes; the copy writes ``065-69``."""
    frame = pd.read_parquet(path)
    frame = frame[frame["level"] == "SSYK4"]
    keys = {"year": "period", "ssyk_code": "ssyk", "age": "age"}
    summed = frame.rename(columns=keys).groupby(list(keys.values()), as_index=False)["count"].sum()
    return pd.DataFrame(
        {
            "region": "00",
            "period": summed["period"].astype(str),
            "ssyk": summed["ssyk"],
            "age": summed["age"].replace("065-69", "65-69"),
            "value": summed["count"],
            "status": "",
        }
    )


def _shortage(one_year: Path, five_years: Path) -> pd.DataFrame:
    near = pd.read_excel(one_year, sheet_name="Sheet1", dtype=str).iloc[:, [0, 2, 3, 4]]
    near.columns = pd.Index(["region", "ssyk", "occupation", "value"])
    near = near.dropna(subset="ssyk").assign(horizon="1")
    near["region"] = near["region"].str[:2]
    far = pd.read_excel(five_years, dtype=str).iloc[:, 1:]
    far.columns = pd.Index(["ssyk", "occupation", "value"])
    tidy = pd.concat([near, far.assign(region="00", horizon="5")], ignore_index=True)
    tidy["value"] = pd.to_numeric(tidy["value"].replace("-", None))
    return _assessed(tidy.assign(period="2018"))


def _prospects(path: Path) -> pd.DataFrame:
    rows = pd.DataFrame(orjson.loads(path.read_bytes())["prognoser"])
    names = {**ssyk_labels(), **af_labels()}
    return pd.DataFrame(
        {
            "region": "00",
            "period": rows["ar"],
            "occupation": rows["ssyk"].map(names),
            "ssyk": rows["ssyk"],
            "value": rows["bristvarde"].astype(float),
            "status": "",
        }
    )


_ROUNDS = {
    "jobbmojligheter_earlier": "2024-2",
    "jobbmojligheter_2025_1": "2025-1",
    "jobbmojligheter_2025_2": "2025-2",
    "jobbmojligheter_2026_1": "2026-1",
}
_NOT_IN_THE_COPY = "NA"


def _rounds(path: Path, names: Path) -> pd.DataFrame:
    panel = pd.read_csv(path, dtype=str, keep_default_na=False)
    known = pd.read_csv(names, dtype=str, keep_default_na=False).set_index("yb_concept_id")
    long = panel.melt(["yb_concept_id", "lan"], list(_ROUNDS), var_name="round")
    long = long[long["value"] != _NOT_IN_THE_COPY]
    earlier = long["round"] == "jobbmojligheter_earlier"
    long = long[~(earlier & (long["lan"] == "00"))]
    named = known.reindex(long["yb_concept_id"])
    occupation = named["yb_yrke"].to_numpy()
    nameless = pd.Series(occupation == "", index=long.index)
    unsure = named["name_status"].str.contains("UNRESOLVED|not certain").to_numpy()
    tidy = pd.DataFrame(
        {
            "region": long["lan"],
            "period": long["round"].map(_ROUNDS),
            "occupation": pd.Series(occupation, index=long.index).mask(
                nameless, NAMELESS + long["yb_concept_id"]
            ),
            "ssyk": named["ssyk"].to_numpy(),
            "value": long["value"].where(long["value"] != "").astype("object"),
        }
    )
    tidy = _assessed(tidy)
    tidy["status"] = tidy["status"].mask((tidy["status"] == "") & unsure, UNCERTAIN_NAME)
    doubtful = (tidy["status"] == "") & (tidy["period"] == "2024-2")
    return tidy.assign(status=tidy["status"].mask(doubtful, UNCERTAIN_ROUND))


def _kommuner_ads(path: Path) -> pd.DataFrame:
    """Ads of a year by kommun; those of counties and of riket stand in the long table."""
    rows = pd.read_csv(path, dtype={"geo_code": str, "ssyk4": str})
    rows = rows[rows["geo_level"] == "kommun"]
    return pd.DataFrame(
        {
            "region": rows["geo_code"],
            "period": "2024",
            "ssyk": rows["ssyk4"],
            "value": rows["n_ads_2024"],
            "status": "",
        }
    )


def _open_ads(path: Path) -> pd.DataFrame:
    rows = pd.read_csv(path, dtype={"lan": str, "ssyk4": str})
    taken = pd.to_datetime(rows["committed_at_CEST"])
    rows = rows.assign(period=taken.dt.strftime("%YM%m"))
    readings = rows.groupby(["period", "lan"])["committed_at_CEST"].nunique()
    sums = rows.groupby(["lan", "period", "ssyk4"])["n_open_ads"].sum().reset_index()
    count = readings.loc[pd.MultiIndex.from_frame(sums[["period", "lan"]])].to_numpy()
    return pd.DataFrame(
        {
            "region": sums["lan"],
            "period": sums["period"],
            "ssyk": sums["ssyk4"],
            "value": (sums["n_open_ads"] / count).round(2),
            "status": "",
        }
    )


_WORK_IN_FIELD = {
    "totalt antal YH-examinerade med arbete": "graduates",
    "helt/till största delen, procent": "fully",
    "helt/till största delen, felmarginal ±, procent": "fully_margin",
    "till viss del, procent": "partly",
    "till viss del, felmarginal ±, procent": "partly_margin",
    "inte alls, procent": "not",
    "inte alls, felmarginal ±, procent": "not_margin",
}
_TIME_TO_WORK = {
    "totalt antal examinerade": "graduates",
    "inom 1 månad, procent": "month",
    "inom 1 månad, felmarginal ±, procent": "month_margin",
    "inom 6 månader, procent": "half_year",
    "inom 6 månader, felmarginal ±, procent": "half_year_margin",
}


def _vocational_work(path: Path) -> pd.DataFrame:
    """One row a field, the measures' years side by side."""
    sheet = pd.read_excel(path, header=None, dtype=str)
    measures, years = sheet.iloc[2, 2:].ffill(), sheet.iloc[3, 2:]
    body = sheet[sheet[1].notna()]
    long = body.melt([1], list(sheet.columns[2:]), var_name="column", value_name="cell")
    return _survey(
        long[1],
        long["column"].map(years),
        long["column"].map(measures).map(_WORK_IN_FIELD),
        long["cell"],
    )


def _time_to_work(path: Path) -> pd.DataFrame:
    """One row a field and measure, the years side by side."""
    sheet = pd.read_excel(path, header=None, dtype=str)
    years = sheet.iloc[2, 3:]
    body = sheet[sheet[2].isin(_TIME_TO_WORK)].assign(field=sheet[1].ffill())
    long = body.melt(["field", 2], list(sheet.columns[3:]), var_name="column", value_name="cell")
    return _survey(
        long["field"], long["column"].map(years), long[2].map(_TIME_TO_WORK), long["cell"]
    )


def _survey(
    field: pd.Series[str], years: pd.Series[str], contents: pd.Series[str], cells: pd.Series[str]
) -> pd.DataFrame:
    """Return a survey's cells by field of education, with the field as MYH writes it."""
    dots = cells == ".."
    named = field.str[:1].str.upper() + field.str[1:]
    return pd.DataFrame(
        {
            "region": "00",
            "period": years.str.removesuffix(".0"),
            "field": named.replace("Data/It", "Data/IT"),
            "contents": contents,
            "value": pd.to_numeric(cells.mask(dots)),
            "status": dots.map({True: "..", False: ""}),
        }
    )


def _links(path: Path) -> pd.DataFrame:
    """One row an occupation and code; the education's name is the same in each of its rows."""
    rows = pd.read_csv(path, dtype=str, keep_default_na=False)
    linked = rows["sun2020_code"] != ""
    return pd.DataFrame(
        {
            "region": "00",
            "period": "2021",
            "ssyk": rows["ssyk4_af"],
            "sun": rows["sun2020_code"].str.lower().mask(~linked, NO_CODE),
            "education": rows["inriktning_text"].str.replace(" | ", ", "),
            "value": linked.map({True: LINK, False: NO_LINK}),
            "status": "",
        }
    )


def _assessed(tidy: pd.DataFrame) -> pd.DataFrame:
    return tidy.assign(status=tidy["value"].isna().map({True: NOT_ASSESSED, False: ""}))


COPIES = (
    Copy(
        "scb:YREG60",
        "scb/regional_series/YREG60_ssyk4to1_13_lan_kon_2014_2024.parquet",
        _employees,
    ),
    Copy(
        "scb:YREG51",
        "scb/regional_series/aiecon_YREG51_ssyk4to1_alder_kon_riket_2014_2024.parquet",
        _ages,
    ),
    Copy(
        "af:bristindex",
        f"{_OLD}/bristindex_1ar_per_lan.xlsx",
        _shortage,
        (f"{_OLD}/bristindex_5ar.xlsx",),
    ),
    Copy("af:yrkesprognoser", f"{_OLD}/yrkesprognoser_2022_saved-PROD.json", _prospects),
    Copy(
        "af:barometerarkiv",
        "af/yrkesbarometer/yb_rounds_panel_by_lan.csv",
        _rounds,
        ("af/yrkesbarometer/yb_occupation_ids.csv",),
    ),
    Copy(
        "scb:yh_arbete",
        "edu/scb_yh_examinerade_arbete_inom_omradet_2020-2024.xlsx",
        _vocational_work,
    ),
    Copy(
        "af:utbildningskoppling",
        "af/ssyk_sun/ssyk4_to_sun2020_af_kopplingsschema_2021.csv",
        _links,
    ),
    Copy("scb:yh_tid", "edu/scb_yh_tid_till_forsta_arbete_2012-.xlsx", _time_to_work),
    Copy("af:annonser", "af/ads/ads_2024_ssyk4_by_lan_kommun.csv", _kommuner_ads),
    Copy("af:oppna_annonser", "af/ads/ads_open_2025-05_06_snapshots_ssyk4_by_lan.csv", _open_ads),
)
