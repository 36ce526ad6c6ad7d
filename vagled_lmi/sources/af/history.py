"""A year's advertisements in Platsbanken, counted from the agency's file of historical ads.

The files are up to 1.3 GB each; an analyst downloads one, and

``vagled fetch af:annonser --file 2025.jsonl.zip``

counts it by län, kommun and SSYK group into the store. The file is read line by line: of an ad only
its ids, date, occupation and place are looked at, and only counts are kept.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

import orjson
import pandas as pd

from vagled_lmi.codes import af_labels, quote, regions
from vagled_lmi.disk import explain_errors
from vagled_lmi.errors import ContractError, DecodeError, UsageError
from vagled_lmi.provenance import Query
from vagled_lmi.sources.af import frozen
from vagled_lmi.sources.protocol import Answer
from vagled_lmi.store import Store
from vagled_lmi.tables import Contents, Dimension, TableSpec
from vagled_lmi.vintages import Vintage

#: Where the agency keeps a year's file.
FILE = "https://data.jobtechdev.se/annonser/historiska/{year}.jsonl.zip"

ADS = TableSpec(
    id="af:annonser",
    agency="Arbetsförmedlingen",
    register="Platsbanken, historiska annonser",
    title="Annonser i Platsbanken efter yrke (SSYK 2012)",
    dimensions=(
        Dimension("region", "Region", "region"),
        Dimension("period", "År", "period"),
        Dimension("ssyk", "Yrke", "af_ssyk"),
    ),
    contents=(Contents("ads", "Annonser", "annonser"),),
    cadence="year",
    licence="CC0",
    notes=(
        "Annonser utan kommun ingår inte. Länet är annonsens eget; några få annonser har en kommun "
        "i ett annat län.",
        "En annons kan gälla flera platser, och alla jobb annonseras inte.",
        "Arbetsförmedlingen har 400 yrkesgrupper där SCB har 429; chefer delas inte i två nivåer.",
    ),
    page="https://data.arbetsformedlingen.se/dataset/job-ads/",
    file=f"Ladda ned årets fil, {FILE.format(year='2025')}; bara antalen sparas.",
)
TABLES = (ADS,)

#: Bytes of the longest line that is read; an ad with all its texts is some 20 000.
LONGEST_LINE = 4_000_000

_NAMED = re.compile(r"(20\d{2})\D*\.jsonl(\.zip)?")
_AGAIN = "Ladda ned filen på nytt."


@dataclass(slots=True)
class Counted:
    """A year's counts, and what was left out of them.

    Attributes
    ----------
    year : str
        Four digits.
    counts : pandas.DataFrame
        Columns ``region`` (00, län, kommun), ``ssyk``, ``ads``.
    lines : int
        Ads in the file.
    left_out : Counter of str
        Why ads do not count: ``another year``, ``no occupation``, ``no kommun``, ``repeated``.
    """

    year: str
    counts: pd.DataFrame
    lines: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def count(path: Path, year: str | None = None, *, longest: int = LONGEST_LINE) -> Counted:
    """Count a year's ads; some 20 bytes an ad are held in memory.

    Parameters
    ----------
    path : Path
        The agency's file, packed (``.zip``) or not.
    year : str, optional
        Which year's ads count; the one in the file's name unless given. Each file holds some ads
        that were published in other years, and those stand in other files too.
    longest : int
        Bytes of the longest line that is read.

    Returns
    -------
    Counted
        An ad counts once, by its original id where it has one.

    Raises
    ------
    UsageError
        The name does not say the year.
    StoreError
        The file cannot be read.
    DecodeError
        It is not lines of ads, or is damaged; says which line, and nothing of what it holds.
    """
    named = _NAMED.search(path.name)
    chosen = year or (named[1] if named else "")
    if not re.fullmatch(r"20\d{2}", chosen):
        raise UsageError(
            f"Filnamnet {quote(path.name)} säger inte vilket år annonserna är från.",
            "Behåll namnet från Arbetsförmedlingen, till exempel 2025.jsonl.zip.",
        )
    kommuner = {region.code: place for place, region in enumerate(regions("municipality"))}
    counties = {region.code: place for place, region in enumerate(regions("county"))}
    groups = {code: place for place, code in enumerate(af_labels())}
    ids, within, places, kinds = array("Q"), array("H"), array("H"), array("H")
    left_out: Counter[str] = Counter()
    number = 0
    for number, ad in enumerate(_ads(path, longest), start=1):
        (county, kommun), group = _place(ad), _group(ad)
        if _year(ad) != chosen:
            left_out["another year"] += 1
        elif group not in groups:
            left_out["no occupation"] += 1
        elif kommun not in kommuner:
            left_out["no kommun"] += 1
        else:
            ids.append(_identity(ad, number))
            within.append(counties.get(county, counties[kommun[:2]]))
            places.append(kommuner[kommun])
            kinds.append(groups[group])
    ads = pd.DataFrame({"id": ids, "county": within, "kommun": places, "ssyk": kinds})
    once = ads.drop_duplicates("id")
    left_out["repeated"] += len(ads) - len(once)
    if once.empty:
        raise DecodeError(f"{path.name}: ingen av {number} annonser är från {chosen}.", _AGAIN)
    codes = {"county": list(counties), "kommun": list(kommuner), "ssyk": list(groups)}
    return Counted(chosen, _counts(once, codes), number, left_out)


def _counts(ads: pd.DataFrame, codes: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Count by riket, län and kommun; groups without ads have no row."""
    cells = ads.groupby(list(codes), as_index=False).size()
    named = {name: [known[at] for at in cells[name]] for name, known in codes.items()}
    cells = cells.assign(country="00", **named)
    levels = [
        cells[[level, "ssyk", "size"]].set_axis(["region", "ssyk", "ads"], axis=1)
        for level in ("country", "county", "kommun")
    ]
    return pd.concat(levels).groupby(["region", "ssyk"], as_index=False).sum()


def _ads(path: Path, longest: int) -> Iterator[Mapping[str, Any]]:
    """Yield the ads of a file, one in memory at a time."""
    with explain_errors(path, "läsa", elsewhere="ladda ned filen dit där den går att läsa"):
        try:
            if path.suffix != ".zip":
                with path.open("rb") as lines:
                    yield from _lines(lines, path.name, longest)
                return
            with zipfile.ZipFile(path) as archive, archive.open(_member(archive, path)) as packed:
                yield from _lines(packed, path.name, longest)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            # cut off, damaged, packed in an unknown way, or locked with a password
            raise DecodeError(f"{path.name}: filen är skadad eller inte hel.", _AGAIN) from None


def _member(archive: zipfile.ZipFile, path: Path) -> str:
    found = [name for name in archive.namelist() if name.endswith(".jsonl")]
    if len(found) != 1:
        raise DecodeError(f"{path.name}: {len(found)} filer .jsonl i arkivet, väntat en.", _AGAIN)
    return found[0]


def _lines(lines: IO[bytes], name: str, longest: int) -> Iterator[Mapping[str, Any]]:
    number = 0
    while line := lines.readline(longest + 1):
        number += 1
        if len(line) > longest:
            raise DecodeError(f"{name}: rad {number} är längre än {longest} byte.", _AGAIN)
        if not line.strip():
            continue
        try:
            ad = orjson.loads(line)
        except orjson.JSONDecodeError:
            ad = None
        if not isinstance(ad, dict):  # without the cause: it would carry the ad with it
            raise DecodeError(f"{name}: rad {number} är ingen annons i JSON.", _AGAIN)
        yield ad


def _identity(ad: Mapping[str, Any], number: int) -> int:
    """Return a number for the ad's own id; an ad without one is only itself."""
    named = ad.get("original_id") or ad.get("id") or f"line {number}"
    return int.from_bytes(hashlib.blake2b(str(named).encode(), digest_size=8).digest(), "big")


def _year(ad: Mapping[str, Any]) -> str:
    return str(ad.get("publication_date") or "")[:4]


def _place(ad: Mapping[str, Any]) -> tuple[str, str]:
    """Return the ad's län and kommun: a few ads are of another län than their kommun is in."""
    said = ad.get("workplace_address")
    address = said if isinstance(said, dict) else {}
    return str(address.get("region_code") or ""), str(address.get("municipality_code") or "")


def _group(ad: Mapping[str, Any]) -> str:
    """Return the ad's SSYK group: as it says, else that of its occupation, which all ads have."""
    known = af_labels()
    for concept in _concepts(ad, "occupation_group"):
        if (legacy := str(concept.get("legacy_ams_taxonomy_id"))) in known:
            return legacy
        if (said := _code_of(concept)) in known:
            return said
    for concept in _concepts(ad, "occupation"):
        legacy = str(concept.get("legacy_ams_taxonomy_id") or "")
        if code := _code_of(concept) or _legacy().get(legacy, ""):
            return code
    return ""


def _concepts(ad: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return what is an object in the raw files and a list of objects in the enriched ones."""
    said = ad.get(name)
    return [one for one in (said if isinstance(said, list) else [said]) if isinstance(one, dict)]


def _code_of(said: Mapping[str, Any]) -> str:
    known = frozen.concepts()
    concept = known.get(str(said.get("concept_id")))
    if concept is not None and concept.type == "occupation-name":
        concept = known.get(concept.parent)
    return concept.code if concept is not None and concept.type == "ssyk-level-4" else ""


@lru_cache(maxsize=1)
def _legacy() -> Mapping[str, str]:
    """Return the older taxonomy's ids of occupations to SSYK groups."""
    known = frozen.concepts()
    names = frozen.of_type("occupation-name").values()
    return {name.legacy: known[name.parent].code for name in names if name.legacy}


def keep(counted: Counted, store: Store, *, now: str) -> Vintage:
    """Put a year's counts into the store, as a vintage narrowed to that year.

    Parameters
    ----------
    counted : Counted
        From `count`.
    store : Store
        Where it is kept.
    now : str
        UTC, ISO 8601 to the second with ``Z``.
    """
    payload = {
        "year": counted.year,
        "lines": counted.lines,
        "left_out": dict(sorted(counted.left_out.items())),
        "counts": counted.counts.to_numpy().tolist(),
    }
    address = FILE.format(year=counted.year)
    query = Query(ADS.id, address, scope={"period": (counted.year,)})
    answer = Answer(query, orjson.dumps(payload), "application/json")
    parse([answer.payload], ADS)
    return store.add(ADS.id, [answer], retrieved=now, licence=ADS.licence)


def parse(payloads: Sequence[bytes], spec: TableSpec) -> pd.DataFrame:
    """Read the counts that `keep` wrote.

    Returns
    -------
    pandas.DataFrame
        Columns `spec.columns`.

    Raises
    ------
    DecodeError
        The payloads are not such counts.
    """
    frames = [_parsed(payload, spec) for payload in payloads]
    if not frames:
        raise ContractError(f"{spec.id}: inga antal.")
    return pd.concat(frames, ignore_index=True)


def _parsed(payload: bytes, spec: TableSpec) -> pd.DataFrame:
    try:
        said = orjson.loads(payload)
        year, rows = said["year"], said["counts"]
        whole = type(rows) is list and all(
            type(region) is str and type(ssyk) is str and type(ads) is int
            for region, ssyk, ads in rows
        )
    except (ValueError, TypeError, KeyError):
        whole = False
    if not whole or type(year) is not str:
        raise DecodeError(f"{spec.id}: de lagrade antalen går inte att läsa.", _AGAIN)
    frame = pd.DataFrame(rows, columns=["region", "ssyk", "value"])
    return frame.assign(period=year, status="", value=frame["value"].astype("float64"))
