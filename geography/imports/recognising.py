"""Tells what a file of streets and paths is, without importing it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from geography.imports.gml import is_open_roads
from geography.imports.lines import suggested
from geography.imports.os_files import GML, link_layers, of_open_roads
from geography.imports.os_links import plain
from geography.imports.values import Kind, Recognised
from geography.imports.vector import Layer, check_whole, layers_of
from geography.readers.tables import unreadable

OSM: Final = (".pbf", ".osm", ".osm.bz2", ".osm.gz", ".o5m")


def recognise(path: Path, layer: str | None = None) -> Recognised:
    """Say what a file is, by its name and its columns: those of ``layer``, else of the first.

    Raises UnreadableFile for one that cannot be opened, is damaged, or holds no lines.
    """
    check_whole(path)
    name = path.name.lower()
    if name.endswith(".csv"):
        return Recognised(Kind.EDGES)
    if name.endswith(OSM):
        return Recognised(Kind.OSM)
    if name.endswith(GML):
        open_roads = is_open_roads(path)
        if open_roads is None:
            raise unreadable(str(path), "is GML of neither OS Highways nor OS Open Roads.")
        return Recognised(Kind.OPEN_ROADS if open_roads else Kind.HIGHWAYS)
    if name.endswith(".zip"):
        raise unreadable(str(path), "is packed; unpack it and choose the file inside.")
    return of_layers(path, layers_of(path), layer)


def of_layers(path: Path, layers: Sequence[Layer], wanted: str | None) -> Recognised:
    """Say what a file with layers is."""
    lines = tuple(layer for layer in layers if not layer.has_points)
    if not lines:
        raise unreadable(str(path), "has no layer of lines; expected streets and paths.")
    links = link_layers(lines)
    first = next((layer for layer in lines if layer.name == wanted), lines[0])
    main = links.get("RoadLink", first)
    columns = {plain(name) for name in main.columns}
    kind = Kind.LINES
    if of_open_roads(columns):
        kind = Kind.OPEN_ROADS
    elif links and columns & {"startnode", "pathnode"}:
        kind = Kind.HIGHWAYS
    names = tuple(layer.name for layer in (links.values() if links else lines))
    counted = (main.name,) if kind is Kind.LINES else names
    count = sum(layer.features for layer in lines if layer.name in counted)
    return Recognised(kind, names, main.columns, suggested(main.columns), count)
