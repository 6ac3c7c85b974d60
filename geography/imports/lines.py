"""Reads any file of lines (GeoPackage, shapefile, GeoJSON) by a mapping of its columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np

from geography.imports.cleaning import lines_of
from geography.imports.crs import Placing
from geography.imports.links import AGAINST, ALONG, BOTH, Links, Tally
from geography.imports.values import Columns, Progress
from geography.imports.vector import Fields, Layer, batches
from geography.lengths import BoolArray, IntArray
from geography.problems import UnreadableFile
from geography.readers.tables import lacking, unreadable
from rules.problems import Problem

YES: Final = frozenset({"yes", "y", "true", "t", "1", "designated", "permissive"})
NO: Final = frozenset({"no", "n", "false", "f", "0", "", "none"})
ONEWAY: Final = {
    **dict.fromkeys(YES | {"along", "ft", "indirection", "in direction", "forward"}, ALONG),
    **dict.fromkeys(NO | {"both", "b", "bothdirections", "both directions"}, BOTH),
    **dict.fromkeys(
        ("-1", "against", "tf", "inoppositedirection", "in opposite direction", "backward"), AGAINST
    ),
}
"""What a column for one-way may say, in small letters."""

SUGGESTIONS: Final = {
    "id": ("edge", "id", "toid", "identifier", "osm_id", "link_id", "linkid", "osid"),
    "u": ("u", "start_node", "startnode", "from_node", "fnode"),
    "v": ("v", "end_node", "endnode", "to_node", "tnode"),
    "name": ("name", "name_1", "name1", "street", "road_name", "roadname", "street_name"),
    "kind": ("kind", "class", "highway", "form_of_way", "formofway", "type", "description"),
    "foot": ("foot", "pedestrian", "walk", "walking"),
    "motor": ("motor", "motor_vehicle", "vehicle", "car", "driveable"),
    "oneway": ("oneway", "one_way", "directionality", "direction"),
}


def suggested(columns: tuple[str, ...]) -> Columns:
    """Return the mapping that the names of columns suggest."""
    by_name = {name.lower(): name for name in reversed(columns)}
    found = {
        field: next((by_name[name] for name in names if name in by_name), None)
        for field, names in SUGGESTIONS.items()
    }
    if not (found["u"] and found["v"]):
        found["u"] = found["v"] = None
    return Columns(**found)


def read_lines(
    path: Path, layer: Layer, columns: Columns, placing: Placing, progress: Progress, tally: Tally
) -> list[Links]:
    """Read a layer by its columns; raises UnreadableFile for those that are not understood."""
    missing = [name for name in columns.used() if name not in layer.columns]
    if missing:
        there = ", ".join(layer.columns) or "none"
        raise unreadable(placing.place, f"{lacking(missing)}; its columns are {there}.")
    if bool(columns.u) != bool(columns.v):
        raise unreadable(placing.place, "is given only one of u and v; expected both or neither.")
    found: list[Links] = []
    done = 0
    for fields, shapes in batches(path, layer, columns.used(), progress, "Reading the lines"):
        found.append(batch_of(fields, shapes, columns, placing, done, tally))
        done += len(shapes)
    return found


def batch_of(
    fields: Fields, shapes: list[bytes | None], columns: Columns, placing: Placing,
    before: int, tally: Tally,
) -> Links:  # fmt: skip
    """Put one batch of rows into links."""
    count = len(shapes)
    own = texts(fields, columns.id, count)
    ids = [one or str(before + row) for row, one in enumerate(own, start=1)]
    lines = lines_of(shapes, ids, tally)
    rows = lines.rows.tolist()
    whole = len(np.unique(lines.rows)) == len(rows)

    def pick(values: list[str]) -> list[str]:
        return [values[row] for row in rows]

    return Links(
        ids=pick(ids),
        # The parts of one line do not all begin and end at the nodes of the whole.
        u=pick(texts(fields, columns.u, count)) if whole else [""] * len(rows),
        v=pick(texts(fields, columns.v, count)) if whole else [""] * len(rows),
        names=pick(texts(fields, columns.name, count)),
        kinds=pick(texts(fields, columns.kind, count)),
        points=placing.in_metres(lines.points, lines.counts, lambda at: ids[rows[at]]),
        counts=lines.counts,
        foot=flags(fields, columns.foot, ids, placing.place, lines.rows),
        motor=flags(fields, columns.motor, ids, placing.place, lines.rows),
        direction=directions(fields, columns.oneway, ids, placing.place, lines.rows),
    )


def texts(fields: Fields, column: str | None, count: int) -> list[str]:
    """Return a column as text, empty where there is none."""
    if column is None:
        return [""] * count
    return [as_text(value) for value in fields[column]]


def as_text(value: Any) -> str:
    """Return a value as it is read: whole numbers without a point, nothing as nothing."""
    if isinstance(value, str):
        return " ".join(value.split())
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def flags(
    fields: Fields, column: str | None, ids: list[str], place: str, rows: IntArray
) -> BoolArray | None:
    """Return a column of yes and no; raises UnreadableFile naming links where it is neither."""
    if column is None:
        return None
    said = [as_text(value).lower() for value in fields[column]]
    stop_at(
        [(ids[at], one) for at, one in enumerate(said) if one not in YES and one not in NO],
        column, "yes or no", place,
    )  # fmt: skip
    return np.array([one in YES for one in said], dtype=np.bool_)[rows]


def directions(
    fields: Fields, column: str | None, ids: list[str], place: str, rows: IntArray,
    expected: str = "yes, no or -1 (against the line)",
) -> IntArray:  # fmt: skip
    """Return a column of one-way; raises UnreadableFile naming links that nobody understands."""
    if column is None:
        return np.zeros(len(rows), dtype=np.int64)
    said = [as_text(value).lower() for value in fields[column]]
    stop_at(
        [(ids[at], one) for at, one in enumerate(said) if one not in ONEWAY],
        column, expected, place,
    )  # fmt: skip
    return np.array([ONEWAY[one] for one in said], dtype=np.int64)[rows]


def stop_at(wrong: list[tuple[str, str]], column: str, expected: str, place: str) -> None:
    """Raise UnreadableFile where values are not understood."""
    if wrong:
        raise UnreadableFile(
            [
                Problem(f"{place}, {one}", f"{column} is '{said}'; expected {expected}.")
                for one, said in wrong
            ]
        )
