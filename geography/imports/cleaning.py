"""What stands in files of lines that cannot stand in a network: left out or mended, and counted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import shapely

from geography.building import LineTable, points_of_rows
from geography.imports.joining import name_nodes
from geography.imports.links import Links, Tally
from geography.lengths import BoolArray, FloatArray, IntArray
from geography.problems import UnreadableFile
from geography.readers.coordinates import problems_of_lines
from geography.readers.tables import unreadable
from rules.problems import Problem

NO_LINE: Final = "{entry has|entries have} no line and {was|were} left out"
PARTS: Final = "{line has|lines have} several parts; each part is a link of its own"
HEIGHTS: Final = "{line carries|lines carry} heights; lengths are measured in plan, without them"
DOTS: Final = (
    "{link without length that leads|links without length that lead} from a node to itself "
    "{was|were} left out"
)
TWICE: Final = "{link stands|links stand} twice, the same in all; one of each was kept"
SAME_ID: Final = (
    "{link shares|links share} an id with another line; {it was|they were} told apart by a number"
)
SAME_LINE: Final = (
    "{link lies|links lie} exactly on another link; both were kept, the route is the same"
)
CROSSING: Final = (
    "{link crosses or touches itself; it is measured along its line|links cross or touch "
    "themselves; they are measured along their lines} as drawn"
)

AT_ONCE = 50_000
"""How many lines become shapes at once: each takes some 400 bytes."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines out of geometries: their points and how many each has, and which row each is of."""

    points: FloatArray
    counts: IntArray
    rows: IntArray


def lines_of(wkb: Iterable[bytes | None], ids: list[str], tally: Tally) -> Lines:
    """Take the lines out of geometries, leaving out what is none and counting what is odd."""
    with np.errstate(invalid="ignore"):  # a NaN is found among the points and named
        shapes = shapely.from_wkb(np.asarray(wkb, dtype=object), on_invalid="ignore")
    is_line = np.isin(shapely.get_type_id(shapes), (1, 5)) & ~shapely.is_empty(shapes)
    tally.add(NO_LINE, [ids[row] for row in np.flatnonzero(~is_line)[:5]], int((~is_line).sum()))
    high = is_line & shapely.has_z(shapes)
    tally.add(HEIGHTS, [], int(high.sum()))
    numbers = np.flatnonzero(is_line)
    parts, owner = shapely.get_parts(shapes[is_line], return_index=True)
    many = np.flatnonzero(np.bincount(owner, minlength=len(numbers)) > 1)
    tally.add(PARTS, [ids[numbers[row]] for row in many[:5]], len(many))
    return Lines(
        shapely.get_coordinates(parts),
        np.asarray(shapely.get_num_coordinates(parts), dtype=np.int64),
        np.asarray(numbers[owner], dtype=np.int64),
    )


def numbered(ids: list[str]) -> tuple[list[str], list[int]]:
    """Tell ids apart that stand more than once: ``a``, ``a#2``. Also return which were changed."""
    seen: dict[str, int] = {}
    out, changed = list(ids), []
    for at, one in enumerate(ids):
        times = seen.get(one, 0) + 1
        seen[one] = times
        if times > 1:
            out[at] = f"{one}#{times}"
            changed.append(at)
    if changed and len(set(out)) < len(out):
        return numbered(out)
    return out, changed


def cleaned(links: Links, place: str, tally: Tally) -> Links:
    """Leave out what a network cannot hold and count it; nodes without a name are named.

    Raises UnreadableFile for coordinates that cannot be trusted, and where nothing is left.
    """
    check_places(links, place)
    links = without_repeats(links, tally)
    links = without_dots(name_nodes(links), tally)
    if not len(links):
        raise unreadable(place, "has no line that can be measured along; expected streets or paths")
    same = lies_on_another(links)
    tally.add(SAME_LINE, [links.ids[row] for row in np.flatnonzero(same)[:5]], int(same.sum()))
    crossing = np.flatnonzero(crosses_itself(links))
    tally.add(CROSSING, [links.ids[row] for row in crossing[:5]], len(crossing))
    return links


def check_places(links: Links, place: str) -> None:
    """Raise UnreadableFile, naming links, for points that are off the grid or swapped."""
    if not len(links):
        raise unreadable(place, "has no lines; expected streets or paths.")
    no_flags = np.zeros(len(links), dtype=np.bool_)
    # Dots are counted and left out later; for this check no link begins where it ends.
    table = LineTable(
        links.ids, ["a"] * len(links), ["b"] * len(links), (), links.points, links.counts,
        None, no_flags,
    )  # fmt: skip
    wrong = problems_of_lines(table, range(len(links)))
    if wrong:
        raise UnreadableFile([Problem(f"{place}, {links.ids[row]}", say) for row, say in wrong])


def without_repeats(links: Links, tally: Tally) -> Links:
    """Leave out links that stand twice with one id and one line; number other repeated ids."""
    ids, changed = numbered(links.ids)
    if not changed:
        return links
    lines = line_keys(links)
    seen: set[tuple[str, object]] = set()
    wanted = np.ones(len(links), dtype=np.bool_)
    for row, key in enumerate(zip(links.ids, lines, strict=True)):
        wanted[row] = key not in seen
        seen.add(key)
    twice = np.flatnonzero(~wanted)
    tally.add(TWICE, [links.ids[row] for row in twice[:5]], len(twice))
    kept = links.keep(wanted)
    kept.ids, other = numbered(kept.ids)
    tally.add(SAME_ID, [kept.ids[row] for row in other[:5]], len(other))
    return kept


def line_keys(links: Links) -> list[bytes]:
    """Return what tells one line from another: its points, byte for byte."""
    raw, step = links.points.tobytes(), 16
    first = links.firsts()
    return [
        raw[start:stop]
        for start, stop in zip(
            (first * step).tolist(), ((first + links.counts) * step).tolist(), strict=True
        )
    ]


def without_dots(links: Links, tally: Tally) -> Links:
    """Leave out lines without length that join nothing."""
    owner = np.repeat(np.arange(len(links)), links.counts)
    moved = (links.points != links.points[links.firsts()][owner]).any(axis=1)
    has_length = np.bincount(owner, weights=moved, minlength=len(links)) > 0
    looped = np.array([u == v for u, v in zip(links.u, links.v, strict=True)], dtype=np.bool_)
    wanted = has_length | ~looped
    gone = np.flatnonzero(~wanted)
    tally.add(DOTS, [links.ids[row] for row in gone[:5]], len(gone))
    return links.keep(wanted)


def lies_on_another(links: Links) -> BoolArray:
    """Say of each link whether an earlier one has the very same line, drawn either way."""
    first = links.firsts()
    begin, end = links.points[first], links.points[first + links.counts - 1]
    # Links that agree in these sums, whichever way they are drawn, are then held point by point.
    middle = np.add.reduceat(links.points, first, axis=0)
    sums = np.round(np.column_stack([links.counts, begin + end, middle]), 3)
    _, group, size = np.unique(sums, axis=0, return_inverse=True, return_counts=True)
    return same_among(links, np.flatnonzero(size[group] > 1), len(links))


def same_among(links: Links, suspects: IntArray, count: int) -> BoolArray:
    """Compare suspected links point by point."""
    found = np.zeros(count, dtype=np.bool_)
    few = links.rows(suspects)
    seen: set[bytes] = set()
    for row, key in zip(suspects.tolist(), line_keys(few), strict=True):
        back = np.frombuffer(key).reshape(-1, 2)[::-1].tobytes()
        found[row] = key in seen or back in seen
        seen.add(key)
    return found


def crosses_itself(links: Links) -> BoolArray:
    """Say of each link whether its line crosses or touches itself; a closed ring does not."""
    bent = np.flatnonzero(links.counts > 3)
    found = np.zeros(len(links), dtype=np.bool_)
    for start in range(0, len(bent), AT_ONCE):
        rows = bent[start : start + AT_ONCE]
        counts = links.counts[rows]
        owner = np.repeat(np.arange(len(rows)), counts)
        lines = shapely.linestrings(points_of_rows(links.points, links.counts, rows), indices=owner)
        found[rows] = ~shapely.is_simple(lines)
    return found
