"""Reads layers of lines with GDAL, a batch at a time, so that memory stays small."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError, GeometryError

from geography.imports.values import Progress
from geography.problems import UnreadableFile
from geography.readers.tables import unreadable

BATCH: Final = 50_000
"""How many features are read at once: some 20 MB of lines."""

BROKEN = (DataSourceError, DataLayerError, FeatureError, GeometryError)
NO_LINES: Final = ("Point", "MultiPoint", "Polygon", "MultiPolygon")

OF_DATABASE: Final = ("sqlite", "select ", "pragma", "database disk image")
"""What tells that GDAL's words are those of a database, which help nobody at a desk."""

Fields = dict[str, list[Any]]
"""Columns of a batch by their names, None where a row has no value."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer of a file: its columns, coordinate system, and how many features it has."""

    name: str
    columns: tuple[str, ...]
    crs: str | None
    features: int
    has_points: bool


def layers_of(path: Path) -> tuple[Layer, ...]:
    """Return a file's layers, those that may hold lines and those of points.

    Raises UnreadableFile for a file that is none, or damaged.
    """
    check_whole(path)
    try:
        found = pyogrio.list_layers(path)
        infos = [(row[0], row[1], pyogrio.read_info(path, layer=row[0])) for row in found]
    except BROKEN as error:
        raise broken(path, error) from error
    return tuple(
        Layer(
            name,
            tuple(info["fields"]),
            info["crs"],
            int(info["features"]),
            kind is not None and kind.split(" ")[0] in NO_LINES,
        )
        for name, kind, info in infos
        if kind is not None
    )


def batches(
    path: Path, layer: Layer, columns: Sequence[str], progress: Progress, words: str
) -> Iterator[tuple[Fields, list[bytes | None]]]:
    """Give a layer's columns and geometries (WKB), some thousand features at a time.

    Raises UnreadableFile where the file breaks off.
    """
    done = 0
    while done < layer.features:
        progress(done, layer.features, words)
        try:
            meta, _, shapes, values = pyogrio.raw.read(
                path, layer=layer.name, columns=list(columns),
                skip_features=done, max_features=BATCH, force_2d=False,
            )  # fmt: skip
        except BROKEN as error:
            raise broken(path, error) from error
        if len(shapes) == 0:
            raise cut_short(path, done, layer.features)
        names = [str(name) for name in meta["fields"]]
        fields = {name: column.tolist() for name, column in zip(names, values, strict=True)}
        yield fields, np.asarray(shapes, dtype=object).tolist()
        done += len(shapes)


def check_whole(path: Path) -> None:
    """Raise UnreadableFile for a file that is not there, empty, or a shapefile cut short."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(28)
    except OSError as error:
        raise unreadable(str(path), f"cannot be opened ({error.strerror or error}).") from error
    if not size:
        raise unreadable(str(path), "is empty; expected streets and paths.")
    if path.suffix.lower() == ".shp" and len(head) == 28:
        said = 2 * int(struct.unpack(">i", head[24:28])[0])
        if said > size:
            message = f"breaks off: {size:,} bytes are there of {said:,}; copy it anew, whole."
            raise unreadable(str(path), message)


def cut_short(path: Path, done: int, said: int) -> UnreadableFile:
    """Return the error for a layer with fewer features than it says."""
    message = f"breaks off after {done:,} of {said:,} lines; copy it anew, whole."
    return unreadable(str(path), message)


def broken(path: Path, error: Exception) -> UnreadableFile:
    """Return the error for a file that GDAL cannot read, with GDAL's own words but no SQL."""
    said = " ".join(str(error).split())[:160].rstrip(".")
    if any(word in said.lower() for word in OF_DATABASE):
        said = "its database cannot be read; it may break off"
    message = f"is damaged, or no file of lines ({said}); copy it anew, whole."
    return unreadable(str(path), message)
