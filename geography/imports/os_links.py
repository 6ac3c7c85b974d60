"""Turns Ordnance Survey's road, path and connecting links into ours, whatever file they came in."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from geography.imports.cleaning import Lines
from geography.imports.joining import whole_mm
from geography.imports.lines import as_text, directions
from geography.imports.links import Links, Tally
from geography.imports.os_rules import IN_USE, RESTRICTED, may

NOT_OPEN: Final = (
    "road {link is|links are} not open (planned, being built or closed) and {was|were} left out"
)
RESTRICTED_ROADS: Final = (
    "road {link has|links have} restricted access; {it counts|they count} as passable"
)
UNJOINED: Final = (
    "connecting {link does|links do} not reach a road's end, so {its path|their paths} may not "
    "be joined"
)

Fields = dict[str, list[Any]]

IDS: Final = ("toid", "gmlid", "osid", "id", "identifier", "localid")
NAMES: Final = ("roadname1name", "roadname1", "roadname", "name1text", "name1", "pathname1",
                "pathname", "designatedname1", "designatedname", "name", "nametext")  # fmt: skip
FORMS: Final = ("formofway", "formofwa", "description")
DIRECTION: Final = "directionality"
DIRECTIONS: Final = "both directions, in direction or in opposite direction"
CLASSES: Final = ("roadclassification", "class")


def plain(name: str) -> str:
    """Write a column's or layer's name without capitals and marks: ``start_node`` → startnode."""
    return "".join(letter for letter in name.lower() if letter.isalnum())


def column(fields: Fields, names: tuple[str, ...], count: int) -> list[str]:
    """Return the first of these columns that is there, as text without ``#`` in front."""
    for name in names:
        if name in fields:
            return [as_text(value).lstrip("#") for value in fields[name]]
    return [""] * count


def road_links(fields: Fields, lines: Lines, place: str, tally: Tally) -> Links:
    """Return road links; those that are not open are left out and counted.

    Raises UnreadableFile, naming links of the file ``place``, for a direction nobody understands.
    """
    count = len(next(iter(fields.values())))
    ids, forms = column(fields, IDS, count), column(fields, FORMS, count)
    allowed = [may(*one) for one in zip(column(fields, CLASSES, count), forms, strict=True)]
    said = DIRECTION if DIRECTION in fields else None
    states = [one.lower() for one in column(fields, ("operationalstate",), count)]
    links = links_of(
        fields, lines, "road",
        foot=np.array([foot for foot, _ in allowed], dtype=np.bool_),
        motor=np.array([motor for _, motor in allowed], dtype=np.bool_),
        direction=directions(fields, said, ids, place, np.arange(count), DIRECTIONS),
    )  # fmt: skip
    shut = [at for at, state in enumerate(states) if state not in IN_USE]
    tally.add(NOT_OPEN, [ids[at] for at in shut[:5]], len(shut))
    hierarchy = column(fields, ("routehierarchy",), count)
    restricted = sum(one.lower().startswith(RESTRICTED) for one in hierarchy)
    tally.add(RESTRICTED_ROADS, [], restricted)
    return links.keep(~np.isin(lines.rows, shut))


def path_links(fields: Fields, lines: Lines) -> Links:
    """Return path links: for walking, both ways."""
    count = len(next(iter(fields.values())))
    return links_of(
        fields, lines, "path", np.ones(count, dtype=np.bool_),
        np.zeros(count, dtype=np.bool_), np.zeros(count, dtype=np.int64),
    )  # fmt: skip


def links_of(
    fields: Fields, lines: Lines, what: str,
    foot: np.ndarray[tuple[int], np.dtype[np.bool_]],
    motor: np.ndarray[tuple[int], np.dtype[np.bool_]],
    direction: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> Links:  # fmt: skip
    """Put columns and lines together."""
    count, rows = len(foot), lines.rows.tolist()
    forms = column(fields, FORMS, count)
    kinds = [form.lower() or what for form in forms]

    def pick(values: list[str]) -> list[str]:
        return [values[row] for row in rows]

    return Links(
        ids=pick(column(fields, IDS, count)),
        u=pick(column(fields, ("startnode", "pathnode"), count)),
        v=pick(column(fields, ("endnode", "connectingnode"), count)),
        names=pick(column(fields, NAMES, count)),
        kinds=pick(kinds),
        points=lines.points,
        counts=lines.counts,
        foot=foot[lines.rows],
        motor=motor[lines.rows],
        direction=direction[lines.rows],
    )


def connected(connecting: Links, roads: Links, paths: Links, tally: Tally) -> Links:
    """Join connecting links to the roads: at the road node itself, or the one at the same place.

    A connecting node lies where a road node is and may have an id of its own. Which end of the
    line is the road's is told by the path's node at the other.
    """
    road_at, path_at = places_of(roads), places_of(paths)
    road_nodes = {*roads.u, *roads.v}
    first = connecting.firsts()
    begin = whole_mm(connecting.points[first]).tolist()
    end = whole_mm(connecting.points[first + connecting.counts - 1]).tolist()
    adrift: list[str] = []
    for row, (path, road) in enumerate(zip(connecting.u, connecting.v, strict=True)):
        spots = tuple(begin[row]), tuple(end[row])
        onward = path_at.get(spots[1]) != path or path_at.get(spots[0]) == path
        near, far = spots if onward else spots[::-1]
        node = road if road in road_nodes else road_at.get(far) or road_at.get(near)
        if node is None:
            adrift.append(connecting.ids[row])
        ends = path, node or road
        connecting.u[row], connecting.v[row] = ends if onward else ends[::-1]
    tally.add(UNJOINED, adrift[:5], len(adrift))
    return connecting


def places_of(links: Links) -> dict[tuple[int, ...], str]:
    """Return which node lies at a place, in whole millimetres."""
    first = links.firsts()
    begin = whole_mm(links.points[first]).tolist()
    end = whole_mm(links.points[first + links.counts - 1]).tolist()
    at = dict(zip(map(tuple, begin), links.u, strict=True))
    at.update(zip(map(tuple, end), links.v, strict=True))
    return at
