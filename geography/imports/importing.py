"""Imports a network: reads its files, joins and cleans the links, and packs them to be kept."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Final

from geography.imports.cleaning import cleaned
from geography.imports.crs import Placing, placing_of
from geography.imports.lines import read_lines, suggested
from geography.imports.links import Links, Tally, line_table, together
from geography.imports.os_files import os_links
from geography.imports.osm import osm_links
from geography.imports.recognising import recognise
from geography.imports.report import report_on
from geography.imports.values import KIND_WORDS, Columns, Imported, Kind, Progress
from geography.imports.vector import layers_of
from geography.ostn15 import GridFile, grid_file
from geography.packing import Origin, pack, unpack
from geography.readers import content_of, network_from_csv
from geography.readers.tables import unreadable


@dataclass(frozen=True, slots=True)
class Choices:
    """How files are to be imported. ``kind`` is recognised where it is None; ``layer`` and
    ``columns`` are for lines with columns of their own, the suggested ones where None; ``ostn15``
    is the grid's file, else one that lies beside the import.
    """

    name: str | None = None
    kind: Kind | None = None
    layer: str | None = None
    columns: Columns | None = None
    ostn15: Path | None = None


AS_SUGGESTED: Final = Choices()
"""Everything as it is recognised."""


def unheard(done: int, total: int, words: str) -> None:
    """Nobody asked how far it is."""


def import_network(
    paths: Sequence[Path], choices: Choices = AS_SUGGESTED, progress: Progress = unheard
) -> Imported:
    """Import one network from one or several files of one delivery (roads, and paths).

    Raises UnreadableFile, naming file and what was expected, for what cannot be trusted; nothing
    is written anywhere. What is left out or mended is counted in the report.
    """
    first = paths[0]
    progress(0, 0, "Looking at the file")
    kind = choices.kind or recognise(first).kind
    if len(paths) > 1 and kind not in (Kind.HIGHWAYS, Kind.OPEN_ROADS):
        raise unreadable(str(first), f"is {KIND_WORDS[kind]}; expected one file of these.")
    for other in paths[1:]:
        check_alike(other, kind)
    if kind is Kind.EDGES:
        return import_edges(first, choices)
    tally = Tally()
    with no_collecting():
        content = packed(kind, paths, choices, progress, tally)
        progress(0, 0, "Measuring every link")
        name = choices.name or first.stem
        network = unpack(content, name, name)
    return Imported(kind, content, network, report_on(network, tally))


def check_alike(path: Path, kind: Kind) -> None:
    """Raise UnreadableFile for a further file that is plainly not of the first one's delivery.

    What has columns of its own may still be its paths: their links tell.
    """
    found = recognise(path).kind
    if found not in (kind, Kind.LINES):
        message = f"is {KIND_WORDS[found]}; expected {KIND_WORDS[kind]}, as the first file is."
        raise unreadable(str(path), message)


@contextmanager
def no_collecting() -> Iterator[None]:
    """Keep Python from searching millions of texts for rings that are not there: half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def import_edges(path: Path, choices: Choices) -> Imported:
    """Import a table of edges, which is kept byte for byte as it came."""
    content = content_of(path)
    network = network_from_csv(content, str(path), choices.name or path.stem)
    return Imported(Kind.EDGES, content, network, report_on(network, Tally()))


def read(
    kind: Kind, paths: Sequence[Path], choices: Choices, grid: GridFile | None,
    progress: Progress, tally: Tally,
) -> tuple[Links, tuple[str, ...]]:  # fmt: skip
    """Read the links of files, and what to tell of them."""
    if kind is Kind.OSM:
        placing = Placing(str(paths[0]), True, grid)
        links, told = osm_links(paths[0], placing, progress, tally)
        return links, (*told, placing.note() or "")
    if kind is Kind.LINES:
        return own_lines(paths[0], choices, grid, progress, tally)
    return os_links(paths, kind, progress, tally)


def own_lines(
    path: Path, choices: Choices, grid: GridFile | None, progress: Progress, tally: Tally
) -> tuple[Links, tuple[str, ...]]:
    """Read lines with columns of their own."""
    layers = [layer for layer in layers_of(path) if not layer.has_points]
    found = [layer for layer in layers if choices.layer in (None, layer.name)]
    if not found:
        names = ", ".join(layer.name for layer in layers) or "none"
        wanted = f"layer {choices.layer}" if choices.layer else "layer of lines"
        raise unreadable(str(path), f"has no {wanted}; its layers of lines are {names}.")
    layer = found[0]
    if not layer.features:
        raise unreadable(str(path), f"has no lines in its layer {layer.name}; expected streets.")
    placing = placing_of(layer.crs, str(path), grid)
    columns = choices.columns or suggested(layer.columns)
    batches = read_lines(path, layer, columns, placing, progress, tally)
    return together(batches), tuple(filter(None, (placing.note(), without_table(path))))


def without_table(path: Path) -> str | None:
    """Say that a shapefile came without its table, which holds ids and names."""
    if path.suffix.lower() != ".shp":
        return None
    if any(path.with_suffix(ending).exists() for ending in (".dbf", ".DBF")):
        return None
    return (
        f"{path.stem}.dbf does not lie beside the shapefile: ids, names and every other column are "
        "missing, and the lines are numbered as they stand in the file."
    )


def packed(
    kind: Kind, paths: Sequence[Path], choices: Choices, progress: Progress, tally: Tally
) -> bytes:
    """Read, clean and pack the links of files; only the bytes stay in memory."""
    grid = grid_file(choices.ostn15, paths[0])
    links, told = read(kind, paths, choices, grid, progress, tally)
    progress(0, 0, "Checking the links")
    table = line_table(cleaned(links, str(paths[0]), tally))
    del links
    sources = tuple(digest_of(path) for path in paths)
    origin = Origin(kind.value, sources, tuple(filter(None, told)), tuple(tally.lines()))
    progress(0, 0, "Packing the links")
    return pack(table, origin)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
