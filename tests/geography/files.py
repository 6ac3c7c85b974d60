"""Small files made to the published schemas, for the tests of imports; every place is made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import osmium
import pyogrio
import shapely

from tests.geography.towns import Point, at

GRID = "EPSG:27700"
OSM_CORNER = (-1.40, 50.91)
"""Longitude and latitude near Southampton, from which OpenStreetMap's nodes are laid out."""


def write_lines(
    path: Path,
    lines: Sequence[Sequence[tuple[float, ...]] | shapely.Geometry | None],
    columns: Mapping[str, Sequence[object]],
    *,
    layer: str | None = None,
    crs: str | None = GRID,
    geometry: str = "LineString",
    append: bool = False,
) -> Path:
    """Write lines, given from the town's corner or as shapes, with columns, as the ending says."""
    shapes = [shape_of(line) for line in lines]
    values = [np.array(list(column), dtype=object) for column in columns.values()]
    pyogrio.raw.write(
        path, np.array(shapely.to_wkb(shapes), dtype=object), values, list(columns),
        geometry_type=geometry, crs=crs, driver=DRIVERS[path.suffix], append=append,
        **({"layer": layer} if layer else {}),
    )  # fmt: skip
    return path


DRIVERS = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".geojson": "GeoJSON"}


def shape_of(line: Sequence[tuple[float, ...]] | shapely.Geometry | None) -> object:
    if line is None or isinstance(line, shapely.Geometry):
        return line
    return shapely.LineString([(*at(*point[:2]), *point[2:]) for point in line])


def town_columns(count: int, **more: Sequence[object]) -> dict[str, Sequence[object]]:
    """Return an id and a name for each line, and other columns."""
    return {
        "ref": [f"L{number}" for number in range(1, count + 1)],
        "street": [f"Street {number}" for number in range(1, count + 1)],
        **more,
    }


def write_highways(path: Path) -> Path:
    """Write OS MasterMap Highways: two roads (one of them one-way against its line), a motorway, a
    closed road, a path, and the link that connects the path to the end of the first road.
    """
    roads = {
        "toid": ["osgb1", "osgb2", "osgb3", "osgb4"],
        "road_classification": ["Unclassified", "A Road", "Motorway", "Unclassified"],
        "form_of_way": ["Single Carriageway"] * 3 + ["Track"],
        "route_hierarchy": ["Local Road", "A Road", "Motorway", "Restricted Local Access Road"],
        "directionality": [
            "bothDirections",
            "inOppositeDirection",
            "inDirection",
            "bothDirections",
        ],
        "operational_state": ["Open", "Open", "Open", "Permanently Closed"],
        "road_name1_name": ["Brook Road", "High Street", None, None],
        "start_node": ["rn1", "rn2", "rn3", "rn4"],
        "end_node": ["rn2", "rn3", "rn4", "rn1"],
    }
    lines = [[(0, 0, 5), (100, 0, 6)], [(100, 0, 6), (100, 100, 6)],
             [(100, 100, 6), (0, 100, 6)], [(0, 100, 6), (0, 0, 5)]]  # fmt: skip
    write_lines(path, lines, roads, layer="RoadLink", geometry="LineString Z")
    path_link = {"toid": ["osgb5"], "form_of_way": ["Path With Steps"], "path_name": ["Mill Steps"],
                 "start_node": ["pn1"], "end_node": ["pn2"]}  # fmt: skip
    write_lines(path, [[(101, 1, 6), (101, 60, 6)]], path_link, layer="PathLink",
                geometry="LineString Z", append=True)  # fmt: skip
    joining = {"toid": ["osgb6"], "path_node": ["pn1"], "connecting_node": ["cn9"]}
    return write_lines(path, [[(100, 0, 6), (101, 1, 6)]], joining, layer="ConnectingLink",
                       geometry="LineString Z", append=True)  # fmt: skip


def write_open_roads(path: Path) -> Path:
    """Write OS Open Roads: a street and a motorway that meet."""
    columns = {
        "id": ["A1", "B2"],
        "road_classification": ["Unclassified", "Motorway"],
        "road_function": ["Local Road", "Motorway"],
        "form_of_way": ["Single Carriageway", "Dual Carriageway"],
        "name_1": ["Brook Road", None],
        "start_node": ["N1", "N2"],
        "end_node": ["N2", "N3"],
    }
    lines = [[(0, 0), (100, 0)], [(100, 0), (100, 100)]]
    return write_lines(path, lines, columns, layer="road_link")


GML = """<?xml version="1.0" encoding="UTF-8"?>
<os:FeatureCollection xmlns:os="http://namespaces.os.uk/product/1.0"
 xmlns:highway="http://namespaces.os.uk/mmhighway/4.0" xmlns:gml="http://www.opengis.net/gml/3.2"
 xmlns:net="urn:x-inspire:specification:gmlas:Network:3.2"
 xmlns:tn-ro="urn:x-inspire:specification:gmlas:RoadTransportNetwork:3.0"
 xmlns:xlink="http://www.w3.org/1999/xlink">
{members}</os:FeatureCollection>
"""
GML_LINK = """<os:featureMember><highway:{kind} gml:id="{id}">
 <net:centrelineGeometry><gml:LineString gml:id="{id}-L" srsName="{crs}" srsDimension="3">
 <gml:posList>{positions}</gml:posList></gml:LineString></net:centrelineGeometry>
 <net:fictitious>false</net:fictitious>{rest}</highway:{kind}></os:featureMember>
"""


def gml_link(
    kind: str, id: str, line: Sequence[Point], crs: str = "urn:ogc:def:crs:EPSG::7405", **more: str
) -> str:
    """Return a feature of OS MasterMap Highways; ``startNode`` and the like become references."""
    positions = " ".join(f"{at(*point)[0]} {at(*point)[1]} 12.5" for point in line)
    rest = "".join(
        f'<net:{name} xlink:href="#{value}"/>'
        if name.endswith("Node")
        else f"<highway:{name}>{value}</highway:{name}>"
        for name, value in more.items()
    )
    return GML_LINK.format(kind=kind, id=id, crs=crs, positions=positions, rest=rest)


def write_gml(path: Path, *members: str) -> Path:
    """Write a collection of features."""
    path.write_text(GML.format(members="".join(members)), encoding="utf-8")
    return path


def write_osm(
    path: Path,
    nodes: Mapping[int, Point],
    ways: Mapping[int, tuple[Sequence[int], Mapping[str, str]]],
    barriers: Mapping[int, str | Mapping[str, str]] | None = None,
) -> Path:
    """Write OpenStreetMap: nodes some metres east and north of the corner, and ways along them.

    ``barriers`` says what stands on a node: its kind, or all its tags.
    """
    west, south = OSM_CORNER
    said = {
        number: {"barrier": one} if isinstance(one, str) else dict(one)
        for number, one in (barriers or {}).items()
    }
    with osmium.SimpleWriter(str(path)) as out:
        for number, (x, y) in sorted(nodes.items()):
            place = (west + x / 70_300, south + y / 111_260)
            tags = said.get(number, {})
            out.add_node(osmium.osm.mutable.Node(id=number, location=place, tags=tags))
        for number, (refs, tags) in sorted(ways.items()):
            out.add_way(osmium.osm.mutable.Way(id=number, nodes=list(refs), tags=dict(tags)))
    return path
