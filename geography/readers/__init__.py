"""Reads files of lines and of schools. Either a whole file is usable, or nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

from geography.readers.edges import network_from_csv
from geography.readers.geojson_lines import network_from_geojson
from geography.readers.gias import SchoolList, is_gias, schools_from_gias
from geography.readers.point_layouts import PointKind
from geography.readers.points import PointList, read_points
from geography.readers.schools import schools_from_csv
from geography.readers.tables import unreadable
from records.school import School


def read_schools(path: Path) -> tuple[School, ...]:
    """Read schools and their gates from a CSV file, ours or of GIAS; raises UnreadableFile."""
    return read_school_list(path).schools


def read_school_list(path: Path) -> SchoolList:
    """Read schools, with what to tell of the file; raises UnreadableFile."""
    content = content_of(path)
    if is_gias(content):
        return schools_from_gias(content, str(path))
    return SchoolList(schools_from_csv(content, str(path)))


def read_places(path: Path) -> PointList:
    """Read places by postcode or UPRN; raises UnreadableFile."""
    return read_points(content_of(path), str(path))


def content_of(path: Path) -> bytes:
    """Return a file's bytes; raises UnreadableFile where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(str(path), f"cannot be opened ({error.strerror or error}).") from error


__all__ = [
    "PointKind",
    "PointList",
    "SchoolList",
    "content_of",
    "network_from_csv",
    "network_from_geojson",
    "read_places",
    "read_school_list",
    "read_schools",
    "schools_from_csv",
]
