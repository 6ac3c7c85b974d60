"""Reads OS MasterMap Highways and OS Open Roads, from GeoPackage, shapefile or GML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path
from typing import Final

from geography.imports.cleaning import Lines, lines_of
from geography.imports.crs import Placing, placing_of
from geography.imports.gml import Batch, gml_links
from geography.imports.links import Links, Tally, together
from geography.imports.os_links import IDS, column, connected, path_links, plain, road_links
from geography.imports.values import Kind, Progress
from geography.imports.vector import Layer, batches, layers_of
from geography.lengths import FloatArray
from geography.readers.tables import unreadable

GML: Final = (".gml", ".gz", ".xml")
NO_LINKS: Final = "no road, path or connecting links"
LINKS: Final = {"roadlink": "RoadLink", "pathlink": "PathLink", "connectinglink": "ConnectingLink"}

OPEN_ROADS_COLUMNS: Final = frozenset({"formofway", "formofwa"})
OPEN_ROADS_ALSO: Final = frozenset({"roadfunction", "function", "roadfuncti"})

NO_PATHS: Final = (
    "OS Open Roads has no footpaths, alleys or bridleways: walking routes over paths are not "
    "found, so measured ones may be longer than the shortest available. Decide on a network with "
    "paths."
)
ROADS_ONLY: Final = (
    "No path links came with the roads: walking routes over paths are not found. "
    "Import the Paths file together with the Roads file."
)
NO_DIRECTIONS: Final = "The file does not say which streets are one-way; all are driven both ways."


def link_layers(layers: Sequence[Layer]) -> dict[str, Layer]:
    """Return a file's layers of road, path and connecting links by what they are."""
    found: dict[str, Layer] = {}
    for layer in layers:
        for ending, kind in LINKS.items():
            if plain(layer.name).endswith(ending) and not layer.has_points:
                found.setdefault(kind, layer)
    return found


def os_links(
    paths: Sequence[Path], kind: Kind, progress: Progress, tally: Tally
) -> tuple[Links, tuple[str, ...]]:
    """Read all links of the files of one delivery and join paths to roads; also what to tell.

    Raises UnreadableFile for what cannot be trusted, and where there are no road links.
    """
    found, columns = read_all(paths, progress, tally)
    if not found["RoadLink"]:
        raise unreadable(str(paths[0]), "has no road links; expected a layer RoadLink.")
    roads = together(found["RoadLink"])
    parts = [roads, *found["PathLink"]]
    if found["ConnectingLink"]:
        paths_in = (
            together(found["PathLink"]) if found["PathLink"] else roads.rows(roads.counts[:0])
        )
        parts.append(connected(together(found["ConnectingLink"]), roads, paths_in, tally))
    return together(parts), tuple(to_tell(kind, columns, bool(found["PathLink"])))


def read_all(
    paths: Sequence[Path], progress: Progress, tally: Tally
) -> tuple[dict[str, list[Links]], set[str]]:
    """Return the links of all files by what they are, and the columns that any of them has."""
    found: dict[str, list[Links]] = {name: [] for name in LINKS.values()}
    columns: set[str] = set()
    for path in paths:
        is_empty = True
        for name, fields, lines in batches_of(path, progress, tally):
            is_empty = False
            columns |= set(fields)
            found[name].append(
                road_links(fields, lines, str(path), tally)
                if name == "RoadLink"
                else path_links(fields, lines)
            )
        if is_empty:
            raise unreadable(str(path), f"has {NO_LINKS}, so it adds nothing; leave it out.")
    return found, columns


def to_tell(kind: Kind, columns: set[str], has_paths: bool) -> Iterator[str]:
    """Say what such a file cannot know."""
    if kind is Kind.OPEN_ROADS:
        yield NO_PATHS
    elif not has_paths:
        yield ROADS_ONLY
    if "directionality" not in columns:
        yield NO_DIRECTIONS


def batches_of(path: Path, progress: Progress, tally: Tally) -> Iterator[Batch]:
    """Give the links of one file in batches, whatever its format."""
    if path.suffix.lower() in GML:
        yield from gml_links(path, progress, tally)
        return
    layers = link_layers(layers_of(path)) or the_only(path)
    for kind, layer in layers.items():
        yield from layer_batches(path, kind, layer, progress, tally)


def the_only(path: Path) -> dict[str, Layer]:
    """Return the lines of a shapefile of Open Roads, which is named after its square.

    Raises UnreadableFile for any other file without layers of links.
    """
    for layer in layers_of(path):
        if not layer.has_points and of_open_roads({plain(name) for name in layer.columns}):
            return {"RoadLink": layer}
    message = f"has {NO_LINKS}; expected the files of one delivery of Ordnance Survey's."
    raise unreadable(str(path), message)


def of_open_roads(columns: Set[str]) -> bool:
    """Say whether columns, their names made plain, are those of OS Open Roads."""
    has_both = bool(columns & OPEN_ROADS_COLUMNS and columns & OPEN_ROADS_ALSO)
    return has_both and "directionality" not in columns


def layer_batches(
    path: Path, kind: str, layer: Layer, progress: Progress, tally: Tally
) -> Iterator[Batch]:
    """Give the links of one layer, with the names of their columns made plain."""
    placing = placing_of(layer.crs, str(path), None)
    wanted = [name for name in layer.columns if plain(name) in WANTED]
    if not any(plain(name) in IDS for name in wanted):
        there = ", ".join(layer.columns) or "none"
        message = f"has no id in its layer {layer.name}; expected toid. Its columns are {there}."
        raise unreadable(str(path), message)
    for values, shapes in batches(path, layer, wanted, progress, f"Reading {layer.name}"):
        fields = {plain(name): column_of for name, column_of in values.items()}
        ids = column(fields, IDS, len(shapes))
        lines = lines_of(shapes, ids, tally)
        points = placed(placing, lines, ids)
        yield kind, fields, replace(lines, points=points)


def placed(placing: Placing, lines: Lines, ids: list[str]) -> FloatArray:
    """Return the lines' points in grid metres; ``ids`` name the rows that they are of."""
    return placing.in_metres(lines.points, lines.counts, lambda at: ids[lines.rows[at]])


WANTED: Final = frozenset(
    "toid gmlid osid id identifier localid startnode endnode pathnode connectingnode "
    "directionality formofway formofwa description routehierarchy roadclassification class "
    "operationalstate roadname1name roadname1 roadname name1text name1 pathname1 pathname "
    "designatedname1 designatedname name nametext".split()
)
"""The columns that are read, their names made plain."""
