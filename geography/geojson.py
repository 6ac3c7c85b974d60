"""Writes a route as GeoJSON, for the council's own map program."""

from __future__ import annotations

import json
from typing import Any, Final

from geography.measuring import Route

GRID: Final = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}}
"""Names the National Grid. RFC 7946 knows only WGS84; the older member is what map programs read,
and turning the line into latitude and longitude would cost it a metre."""


def as_geojson(route: Route, school: str, name: str) -> str:
    """Return a collection of one line, from the home's to the gate's point on the network.

    ``school`` is the URN. Coordinates are grid metres to the millimetre, easting first. Raises
    ValueError for a route that does not exist: there is no line to write.
    """
    if not route.line:
        raise ValueError("a route that does not exist has no line to write")
    feature = {
        "type": "Feature",
        "properties": properties(route, school, name),
        "geometry": {"type": "LineString", "coordinates": coordinates(route)},
    }
    collection = {"type": "FeatureCollection", "crs": GRID, "features": [feature]}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def properties(route: Route, school: str, name: str) -> dict[str, Any]:
    """Return what the route is, in the words of the command that prints it."""
    return {
        "school": school,
        "name": name,
        "gate": route.gate.name,
        "way": route.way.value,
        "basis": route.basis.value,
        "grid_mm": route.grid_mm,
        "ground_mm": route.ground_mm,
        "home_snap_mm": route.home_snap_mm,
        "gate_snap_mm": route.gate_snap_mm,
        "network": route.network,
        "digest": route.digest,
        "edges": list(route.edges),
    }


def coordinates(route: Route) -> list[list[float]]:
    """Return the points of the line; a line has two, even where home and gate share a point."""
    points = route.line if len(route.line) > 1 else route.line * 2
    return [[round(east, 3), round(north, 3)] for east, north in points]
