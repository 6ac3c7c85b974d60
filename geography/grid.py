"""The British National Grid: its local scale, latitude and longitude, and what cannot be on it."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

import numpy as np
import shapely
from pyproj import Proj, Transformer

from geography.lengths import FloatArray
from geography.problems import UnusablePosition

LAT_LON_ACCURACY: Final = (
    "Latitude and longitude were turned into grid metres without the OSTN15 grid: about 1 m off."
)

EASTINGS: Final = (0.0, 700_000.0)
NORTHINGS: Final = (0.0, 1_300_000.0)

# England with some 15 km of sea around it and the Channel below it, in kilometres. Only good for
# telling whether easting and northing have changed places.
AROUND_ENGLAND: Final = shapely.Polygon(
    [(60, -5), (600, 40), (660, 110), (675, 310), (570, 380), (560, 420), (520, 510), (450, 600)]
    + [(420, 680), (370, 660), (330, 600), (270, 590), (270, 490), (300, 380), (300, 200)]
    + [(190, 175), (150, 110), (60, 60)]
)


@cache
def national_grid() -> Proj:
    """Return the projection of the National Grid (EPSG:27700)."""
    return Proj("EPSG:27700")


@cache
def transformer(to_grid: bool) -> Transformer:
    """Return the way between WGS84 longitude and latitude and grid metres."""
    ends = ("EPSG:4326", "EPSG:27700") if to_grid else ("EPSG:27700", "EPSG:4326")
    return Transformer.from_crs(*ends, always_xy=True)


def scale_factors(points: FloatArray) -> FloatArray:
    """Return the local scale at each point, shape (n,) for grid metres of shape (n, 2).

    A ground length is the grid length divided by it: 0.9996 on the central meridian, about
    0.99963 at Southampton, above 1 east of London.
    """
    grid = national_grid()
    longitude, latitude = grid(points[:, 0], points[:, 1], inverse=True)
    factors = grid.get_factors(longitude, latitude).meridional_scale
    return np.asarray(factors, dtype=np.float64)


def to_grid(lon_lat: FloatArray) -> FloatArray:
    """Turn WGS84 longitude and latitude, shape (n, 2), into grid metres (see LAT_LON_ACCURACY)."""
    easting, northing = transformer(True).transform(lon_lat[:, 0], lon_lat[:, 1])
    return np.column_stack([easting, northing]).astype(np.float64)


def to_lon_lat(points: FloatArray) -> FloatArray:
    """Turn grid metres, shape (n, 2), into WGS84 longitude and latitude (see LAT_LON_ACCURACY)."""
    longitude, latitude = transformer(False).transform(points[:, 0], points[:, 1])
    return np.column_stack([longitude, latitude]).astype(np.float64)


def what_is_wrong(easting: float, northing: float) -> str | None:
    """Say why a point cannot be in grid metres, or None where nothing speaks against it."""
    if not (math.isfinite(easting) and math.isfinite(northing)):
        return f"{easting}, {northing} is no position; expected an easting and a northing in metres"
    if abs(easting) < 180 and abs(northing) < 180:
        return (
            f"{easting}, {northing} looks like latitude and longitude; expected National Grid "
            "metres (EPSG:27700), easting first"
        )
    if not (within(easting, EASTINGS) and within(northing, NORTHINGS)):
        return (
            f"{easting}, {northing} lies outside the National Grid; expected an easting of 0 to "
            "700000 and a northing of 0 to 1300000 metres"
        )
    if looks_swapped(easting, northing):
        return (
            f"{easting}, {northing} lies outside England, but {northing}, {easting} would not; "
            "expected the easting first, then the northing"
        )
    return None


def within(value: float, bounds: tuple[float, float]) -> bool:
    """Say whether a coordinate lies on the grid."""
    return bounds[0] <= value <= bounds[1]


def looks_swapped(easting: float, northing: float) -> bool:
    """Say whether the point lies far from England as given, and in England the other way round."""
    as_given, other_way = shapely.points(
        [(easting / 1000, northing / 1000), (northing / 1000, easting / 1000)]
    )
    shapely.prepare(AROUND_ENGLAND)
    return not AROUND_ENGLAND.covers(as_given) and bool(AROUND_ENGLAND.covers(other_way))


def check_position(easting: float, northing: float, whose: str) -> None:
    """Raise UnusablePosition, naming whose position it is, where it cannot be in grid metres."""
    wrong = what_is_wrong(easting, northing)
    if wrong is not None:
        raise UnusablePosition(f"{whose}: {wrong}. Nothing was measured; correct it and retry.")
