"""Reads OpenStreetMap (.osm.pbf, .osm): ways that may be walked or driven, cut where they meet."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import osmium

from geography.imports.crs import Placing
from geography.imports.links import Links, Tally
from geography.imports.osm_barriers import barred, node_names, shut_at
from geography.imports.osm_cutting import Cut, cut
from geography.imports.osm_rules import direction, may, may_pass
from geography.imports.pbf_blocks import note_if_cut
from geography.imports.values import Progress
from geography.imports.vector import check_whole
from geography.lengths import IntArray
from geography.readers.tables import unreadable

STEP: Final = 20_000
"""How many ways lie between two reports of progress."""

NEITHER: Final = "{way|ways} may be neither walked nor driven, and {was|were} left out"
OTHER: Final = (
    "{way of another kind|ways of other kinds} (being built, proposed, no way at all) {was|were} "
    "left out"
)
CLIPPED: Final = "{way is|ways are} cut where the file's area ends; what lies beyond is not there"

CREDIT: Final = (
    "Contains OpenStreetMap data, © OpenStreetMap contributors, Open Database Licence: "
    "say so wherever its lines are shown."
)


@dataclass(slots=True)
class Ways:
    """Ways as they are read: a column for each thing said of them, and their nodes in order."""

    ids: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    rules: list[tuple[bool, bool, int]] = field(default_factory=list)
    lengths: array[int] = field(default_factory=lambda: array("q"))
    refs: array[int] = field(default_factory=lambda: array("q"))
    x: array[int] = field(default_factory=lambda: array("q"))
    y: array[int] = field(default_factory=lambda: array("q"))
    barriers: dict[int, tuple[bool, bool]] = field(default_factory=dict)


def osm_links(
    path: Path, placing: Placing, progress: Progress, tally: Tally
) -> tuple[Links, tuple[str, ...]]:
    """Read the links of an OpenStreetMap file, and what to tell of it.

    Raises UnreadableFile where the file breaks off, or holds no ways.
    """
    check_whole(path)
    try:
        ways = read_ways(path, progress, tally)
    except (RuntimeError, OSError, ValueError) as error:
        said = " ".join(str(error).split())[:120]
        message = f"is damaged, or no OpenStreetMap file ({said}); copy it anew, whole."
        raise unreadable(str(path), message) from error
    if not ways.ids:
        raise unreadable(str(path), "has no ways for walking or driving; expected highways.")
    progress(0, 0, "Cutting ways where they meet")
    told = (CREDIT, note_if_cut(path))
    return links_of(ways, placing, tally), tuple(filter(None, told))


def read_ways(path: Path, progress: Progress, tally: Tally) -> Ways:
    """Read every way that may be walked or driven, and the barriers on them."""
    ways, others, neither = Ways(), 0, 0
    wanted = osmium.osm.NODE | osmium.osm.WAY
    reader: Any = osmium.FileProcessor(str(path), wanted).with_locations()
    reader.with_filter(osmium.filter.KeyFilter("highway", "barrier"))
    progress(0, 0, "Reading the nodes")
    for number, entity in enumerate(reader):
        if number % STEP == 0:
            progress(0, 0, f"Reading: {len(ways.ids):,} ways")
        if entity.is_node():
            if "barrier" in entity.tags:
                add_barrier(ways, entity)
            continue
        tags = dict(entity.tags)
        allowed = may(tags)
        if allowed is None:
            others += "highway" in tags
        elif not any(allowed):
            neither += 1
        else:
            add_way(ways, entity, tags, allowed)
    tally.add(OTHER, [], others)
    tally.add(NEITHER, [], neither)
    return ways


def add_barrier(ways: Ways, node: Any) -> None:
    """Take down a barrier that somebody may not pass."""
    allowed = may_pass(dict(node.tags))
    if not all(allowed):
        ways.barriers[node.id] = allowed


def add_way(ways: Ways, way: Any, tags: dict[str, str], allowed: tuple[bool, bool]) -> None:
    """Take down one way and its nodes."""
    nodes = way.nodes
    ways.ids.append(way.id)
    ways.names.append(tags.get("name") or tags.get("ref") or "")
    ways.kinds.append(tags["highway"])
    ways.rules.append((*allowed, direction(tags)))
    ways.lengths.append(len(nodes))
    found = [(node.ref, node.location) for node in nodes]
    ways.refs.extend([ref for ref, _ in found])
    ways.x.extend([place.x for _, place in found])
    ways.y.extend([place.y for _, place in found])


def links_of(ways: Ways, placing: Placing, tally: Tally) -> Links:
    """Cut ways into links, place them on the grid and say what may be done on each."""
    refs, x, y = (np.frombuffer(one, dtype=np.int64) for one in (ways.refs, ways.x, ways.y))
    lengths = np.frombuffer(ways.lengths, dtype=np.int64)
    cuts = cut(refs, lengths, in_world(x, y), shut_at(refs, ways.barriers))
    tally.add(CLIPPED, [str(ways.ids[at]) for at in cuts.clipped[:5].tolist()], len(cuts.clipped))
    rules = np.array(ways.rules, dtype=np.int64)[cuts.way]
    foot, motor = rules[:, 0] == 1, rules[:, 1] == 1
    u, v = node_names(refs, cuts, ways.barriers, tally)
    owners, ids, counts = cuts.way.tolist(), link_ids(ways.ids, cuts), cuts.last - cuts.first + 1
    degrees = np.column_stack([x[cuts.nodes], y[cuts.nodes]]) / 1e7
    return Links(
        ids=ids,
        u=u,
        v=v,
        names=[ways.names[at] for at in owners],
        kinds=[ways.kinds[at] for at in owners],
        points=placing.in_metres(degrees, counts, lambda at: ids[at]),
        counts=counts,
        foot=foot & ~barred(refs, cuts, ways.barriers, foot, True, tally),
        motor=motor & ~barred(refs, cuts, ways.barriers, motor, False, tally),
        direction=rules[:, 2],
    )


def in_world(x: IntArray, y: IntArray) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Say which nodes the file holds; the others carry a place that is none."""
    return (np.abs(x) <= 1_800_000_000) & (np.abs(y) <= 900_000_000)


def link_ids(ways: list[int], cuts: Cut) -> list[str]:
    """Name links after their way, with a number where a way gives several."""
    many = np.bincount(cuts.way, minlength=len(ways))[cuts.way] > 1
    number = np.arange(len(cuts.way)) - np.searchsorted(cuts.way, cuts.way) + 1
    return [
        f"{ways[way]}-{at}" if several else str(ways[way])
        for way, at, several in zip(cuts.way.tolist(), number.tolist(), many.tolist(), strict=True)
    ]
