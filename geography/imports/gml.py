"""Reads OS links out of GML, feature by feature: a county's file is larger than memory likes."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO, Any, Final, cast
from xml.etree import ElementTree

import numpy as np

from geography.imports.cleaning import HEIGHTS, NO_LINE, Lines
from geography.imports.gml_positions import (
    check_no_heights,
    dimension_of,
    numbers_in,
    points_in,
)
from geography.imports.links import Tally
from geography.imports.os_links import Fields
from geography.imports.values import Progress
from geography.readers.tables import unreadable

FEATURES: Final = ("RoadLink", "PathLink", "ConnectingLink")
DONE_WITH: Final = frozenset({*FEATURES, "featureMember"})
CHUNK: Final = 1 << 20
BATCH: Final = 20_000

ID: Final = "{http://www.opengis.net/gml/3.2}id"
HREF: Final = "{http://www.w3.org/1999/xlink}href"

LINES: Final = ("LineString", "Curve")
TEXTS: Final = frozenset(
    "directionality formOfWay routeHierarchy roadClassification roadFunction operationalState "
    "roadName pathName name1 designatedName".split()
)
LINKS_TO: Final = frozenset("startNode endNode pathNode connectingNode".split())

Batch = tuple[str, Fields, Lines]


def is_open_roads(path: Path) -> bool | None:
    """Say whether a GML file is of OS Open Roads (else of Highways); None for any other GML."""
    with opened(path) as file:
        head = file.read(8_000).lower()
    if b"openroads" in head or b"open-roads" in head:
        return True
    return False if b"highway" in head or b"ordnancesurvey" in head else None


def opened(path: Path) -> IO[bytes]:
    """Open a GML file, packed with gzip or not."""
    if path.suffix.lower() == ".gz":
        return cast(IO[bytes], gzip.open(path))
    return path.open("rb")


def gml_links(path: Path, progress: Progress, tally: Tally) -> Iterator[Batch]:
    """Give the road, path and connecting links of a file, some thousand of a kind at a time.

    Raises UnreadableFile, with the line, where the file breaks off, and for other coordinates.
    """
    waiting: dict[str, list[tuple[dict[str, str], str, int]]] = {name: [] for name in FEATURES}
    for kind, fields, positions, dimension in features(path, progress):
        waiting[kind].append((fields, positions, dimension))
        if len(waiting[kind]) == BATCH:
            yield batch_of(kind, waiting[kind], path, tally)
            waiting[kind] = []
    for kind, rest in waiting.items():
        if rest:
            yield batch_of(kind, rest, path, tally)


def features(path: Path, progress: Progress) -> Iterator[tuple[str, dict[str, str], str, int]]:
    """Give each link: what it is, its values, its list of positions and their dimension."""
    parser: Any = ElementTree.XMLPullParser(("end",))
    size = path.stat().st_size
    with opened(path) as file:
        try:
            parts = parsed(file, size, parser, progress)
            yield from (link_in(element, path) for element in parts)
            parser.close()
        except (ElementTree.ParseError, EOFError, OSError) as error:
            line = getattr(error, "position", (None,))[0]
            message = f"breaks off or is no GML here ({error}); copy it anew, whole."
            raise unreadable(str(path), message, line) from error


def parsed(
    file: IO[bytes], size: int, parser: Any, progress: Progress
) -> Iterator[ElementTree.Element]:
    """Give each link's element as it ends, and let go of what was read."""
    while chunk := file.read(CHUNK):
        progress(min(at_byte(file), size), size, "Reading the file")
        parser.feed(chunk)
        for _, element in parser.read_events():
            name = local(element.tag)
            if name in DONE_WITH:
                if name in FEATURES:
                    yield element
                element.clear()


def at_byte(file: IO[bytes]) -> int:
    """Return how far a file has been read, in the bytes that lie on the disk."""
    raw = getattr(file, "fileobj", None)
    return int(raw.tell() if raw is not None else file.tell())


def link_in(feature: ElementTree.Element, path: Path) -> tuple[str, dict[str, str], str, int]:
    """Return what a link is, its values, its list of positions and their dimension."""
    fields = {"id": feature.get(ID, "")}
    positions, dimension = "", 2
    for element in feature.iter():
        name = local(element.tag)
        if name == "posList":
            positions, dimension = element.text or "", dimension_of(element, dimension, path)
        elif name in LINES:
            dimension = dimension_of(element, numbers_in(element.get("srsName"), path), path)
        elif name in LINKS_TO:
            fields[small(name)] = element.get(HREF, "").lstrip("#")
        elif name in TEXTS:
            fields.setdefault(small(name), words_in(element))
    return local(feature.tag), fields, positions, dimension


def words_in(element: ElementTree.Element) -> str:
    """Return all text of an element, spaces between its words."""
    whole = "".join(element.itertext()) if len(element) else element.text or ""
    return " ".join(whole.split())


small: Final = cache(str.lower)
"""A name without capitals; there are few names and millions of elements."""


@cache
def local(tag: str) -> str:
    """Return an element's name without its namespace."""
    return tag.rpartition("}")[2]


def batch_of(
    kind: str, found: list[tuple[dict[str, str], str, int]], path: Path, tally: Tally
) -> Batch:
    """Put some features of one kind into columns."""
    names = {name for fields, _, _ in found for name in fields}
    columns = {name: [fields.get(name, "") for fields, _, _ in found] for name in sorted(names)}
    lines = [points_in(text, dimension, path) for _, text, dimension in found]
    rows = [row for row, line in enumerate(lines) if len(line) > 1]
    tally.add(NO_LINE, [columns["id"][row] for row, line in enumerate(lines) if len(line) < 2][:5],
              len(lines) - len(rows))  # fmt: skip
    tally.add(HEIGHTS, [], sum(dimension > 2 for _, _, dimension in found))
    kept = [lines[row] for row in rows]
    check_no_heights([lines[row] for row in rows if found[row][2] == 2], path)
    return kind, columns, Lines(
        np.concatenate(kept) if kept else np.empty((0, 2)),
        np.array([len(line) for line in kept], dtype=np.int64),
        np.array(rows, dtype=np.int64),
    )  # fmt: skip
