"""Reads a network from a GeoJSON file of lines, in latitude and longitude or grid metres.

Properties: ``edge`` or ``id``; ``u`` and ``v`` for what joins what, or neither, and then lines join
where their ends are the very same point; if there, also ``name``, ``motor`` and ``oneway``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any, Final

import numpy as np

from geography.building import LineTable, build
from geography.grid import LAT_LON_ACCURACY, to_grid
from geography.lengths import FloatArray
from geography.network import Network
from geography.problems import UnreadableFile
from geography.readers.coordinates import far_degrees, problems_of_lines
from geography.readers.tables import decoded, unreadable
from rules.problems import Problem

FLAGS: Final = {True: True, False: False, "yes": True, "no": False}


def network_from_geojson(content: bytes, place: str, name: str) -> Network:
    """Return the network in a GeoJSON file; ``place`` is how errors call the file.

    Without a crs member the coordinates are WGS84 longitude and latitude, as the standard says.
    Raises UnreadableFile, counting features from 1, for anything that cannot be trusted.
    """
    document = parsed(content, place)
    features = features_of(document, place)
    problems = [
        Problem(f"{place}, feature {number}", wrong)
        for number, feature in enumerate(features, start=1)
        if (wrong := wrong_with(feature))
    ]
    problems = problems or repeated(features, place)
    if problems:
        raise UnreadableFile(problems)
    table, from_degrees = table_of(features), not is_on_grid(document, place)
    if from_degrees:
        table = replace(table, points=in_metres(table, place))
    wrong_lines = problems_of_lines(table, range(1, len(features) + 1))
    if wrong_lines:
        raise UnreadableFile([Problem(f"{place}, feature {at}", say) for at, say in wrong_lines])
    network = build(name, sha256(content).hexdigest(), table)
    return replace(network, notes=(*network.notes, LAT_LON_ACCURACY)) if from_degrees else network


def parsed(content: bytes, place: str) -> Any:
    """Return the document, or raise UnreadableFile with the line where it stops making sense."""
    try:
        return json.loads(decoded(content, place))
    except json.JSONDecodeError as error:
        message = f"breaks off or is no JSON here ({error.msg}); expected a whole GeoJSON file."
        raise unreadable(place, message, error.lineno) from error
    except (RecursionError, ValueError) as error:
        raise unreadable(place, "is no GeoJSON; expected a collection of lines.") from error


def features_of(document: Any, place: str) -> list[Any]:
    """Return the features of a collection that has some."""
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not features:
        raise unreadable(place, "has no features; expected a FeatureCollection of lines.")
    return features


def is_on_grid(document: Any, place: str) -> bool:
    """Say whether the crs member names the National Grid; None is WGS84."""
    crs = document.get("crs")
    if crs is None:
        return False
    named = json.dumps(crs).upper()
    if "27700" in named:
        return True
    if "CRS84" in named or "4326" in named:
        return False
    raise unreadable(place, f"is in {named}; expected EPSG:27700 or WGS84.")


def wrong_with(feature: Any) -> str | None:
    """Say what is wrong with one feature, or None where it can be used."""
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        return "has no properties; expected an id and a line."
    if not id_of(feature):
        return "has no edge or id; expected one for each line."
    if ("u" in feature["properties"]) != ("v" in feature["properties"]):
        return "has only one of u and v; expected both or neither."
    bad = [key for key in ("motor", "oneway") if flag(feature, key) is None]
    if bad:
        return f"{bad[0]} is neither yes nor no; expected one of them."
    return wrong_geometry(feature.get("geometry"))


def wrong_geometry(geometry: Any) -> str | None:
    """Say what is wrong with a geometry, or None for a line of two or more points in the plane."""
    if not isinstance(geometry, dict) or geometry.get("type") != "LineString":
        return "is no line; expected one LineString."
    points = geometry.get("coordinates")
    if not isinstance(points, list) or len(points) < 2:
        return "has fewer than two points; expected a line."
    if not all(isinstance(point, list) and len(point) == 2 for point in points):
        return "has points that are no pairs; expected two numbers for each, without heights."
    if not all(is_number(value) for point in points for value in point):
        return "has coordinates that are no numbers; expected two numbers for each point."
    return None


def is_number(value: Any) -> bool:
    """Say whether a JSON value is a number that a coordinate may be."""
    try:
        return type(value) in (int, float) and math.isfinite(value)
    except OverflowError:
        return False


def repeated(features: Sequence[Any], place: str) -> list[Problem]:
    """Find ids that stand twice, and files in which only some features say what they join."""
    seen: set[str] = set()
    problems = []
    for number, feature in enumerate(features, start=1):
        if id_of(feature) in seen:
            message = f"edge {id_of(feature)} stands twice; expected each edge id once."
            problems.append(Problem(f"{place}, feature {number}", message))
        seen.add(id_of(feature))
    for key in ("u", "motor"):
        if len({key in feature["properties"] for feature in features}) > 1:
            problems.append(
                Problem(place, f"gives {key} for some lines only; expected all or none.")
            )
    return problems


def id_of(feature: Any) -> str:
    """Return the edge id of a feature as text, empty where it has none."""
    found = feature["properties"].get("edge", feature["properties"].get("id", feature.get("id")))
    return "" if found is None else str(found).strip()


def flag(feature: Any, key: str) -> bool | None:
    """Return a yes or no; an absent flag is no, and anything else is None."""
    value = feature["properties"].get(key, False)
    value = value.strip().lower() if isinstance(value, str) else value
    return FLAGS.get(value) if isinstance(value, bool | str) else (False if value is None else None)


def table_of(features: Sequence[Any]) -> LineTable:
    """Put features into columns."""
    own = [feature["properties"] for feature in features]
    lines = [feature["geometry"]["coordinates"] for feature in features]
    joined = "u" in own[0]
    return LineTable(
        ids=[id_of(feature) for feature in features],
        u=[
            str(one["u"]) if joined else corner(line[0])
            for one, line in zip(own, lines, strict=True)
        ],
        v=[
            str(one["v"]) if joined else corner(line[-1])
            for one, line in zip(own, lines, strict=True)
        ],
        names=[str(one.get("name") or "") for one in own],
        points=np.array([point for line in lines for point in line], dtype=np.float64),
        counts=np.array([len(line) for line in lines], dtype=np.int64),
        motor=np.array([flag(one, "motor") for one in features]) if "motor" in own[0] else None,
        oneway=np.array([flag(one, "oneway") for one in features], dtype=np.bool_),
    )


def corner(point: Sequence[float]) -> str:
    """Name a node after its point, for lines that say nothing of what they join."""
    return f"{float(point[0])!r} {float(point[1])!r}"


def in_metres(table: LineTable, place: str) -> FloatArray:
    """Turn longitude and latitude into grid metres; raises UnreadableFile for what is neither."""
    points = table.points
    if (np.abs(points) > 180).any():
        message = "has coordinates that are no degrees and no crs; expected a crs of EPSG:27700."
        raise unreadable(place, message)
    if points[:, 0].mean() > points[:, 1].mean():
        raise unreadable(place, "has latitude before longitude; expected longitude first.")
    far = [
        Problem(f"{place}, feature {number + 1}", wrong)
        for number, wrong in far_degrees(points, table.counts)
    ]
    if far:
        raise UnreadableFile(far)
    return to_grid(points)
