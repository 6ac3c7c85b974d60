"""What an officer should know about a network that can be used: parts, joins without length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from scipy.sparse.csgraph import connected_components

from geography.lengths import FloatArray, IntArray, NodeArray

APART_M: Final = 10.0
"""How far apart the ends of lines may lie that the file joins at one node, without a note."""

FAR_M: Final = 100_000.0
"""Lines this far from all others probably have a wrong position: easting and northing swapped."""

SCATTERED: Final = 0.5
"""A network whose largest part holds less of its length has probably lost lines."""

NAMED: Final = 5
"""How many ids a note lists before it says only how many more there are."""


def notes_on(
    edge_ids: Sequence[str],
    node_ids: Sequence[str],
    u: NodeArray,
    v: NodeArray,
    points: FloatArray,
    first: IntArray,
    grid_nm: IntArray,
    component: NodeArray,
) -> tuple[str, ...]:
    """Return the notes on a network: its parts, lines without length, nodes whose ends part."""
    return (
        *note_on_parts(component),
        *note_on_scattered(component[u], grid_nm),
        *note_on_far([edge_ids[edge] for edge in far_off(points[first[:-1]]).tolist()]),
        *note_on_no_length([edge_ids[edge] for edge in np.flatnonzero(grid_nm == 0).tolist()]),
        *note_on_apart(
            [node_ids[node] for node in apart(u, v, points, first, len(node_ids)).tolist()]
        ),
    )


def note_on_parts(component: NodeArray) -> Iterator[str]:
    """Say that the network falls into parts, between which there is no route."""
    sizes = np.bincount(component)
    if len(sizes) > 1:
        yield (
            f"The network falls into {len(sizes):,} parts that are not joined; the largest has "
            f"{sizes.max():,} of {sizes.sum():,} nodes. Between parts there is no route."
        )


def note_on_scattered(part: NodeArray, grid_nm: IntArray) -> Iterator[str]:
    """Say that a network is suspiciously scattered, as a table is that was cut between rows."""
    length = np.bincount(part, weights=grid_nm)
    if length.sum() > 0 and length.max() < SCATTERED * length.sum():
        yield (
            f"The largest part holds only {length.max() / length.sum():.0%} of the length: lines "
            "are probably missing. A table cut off between two rows cannot be told from a whole "
            "one; compare the number of lines with the source."
        )


def note_on_far(ids: list[str]) -> Iterator[str]:
    """Name the lines that lie far from the rest."""
    if ids:
        yield (
            f"Lines more than {FAR_M / 1000:.0f} km from all others, whose easting and northing "
            f"may have changed places: {some_of(ids)}."
        )


def far_off(starts: FloatArray) -> IntArray:
    """Return which lines, by where they start, lie far from the greater number of them.

    Squares of the grid that hold lines and touch are one group; all but the largest are far off.
    """
    square, group_of, size = np.unique(
        np.floor(starts / FAR_M), axis=0, return_inverse=True, return_counts=True
    )
    touch = (np.abs(square[:, np.newaxis] - square[np.newaxis]).max(axis=2) <= 1).astype(np.int8)
    _, group = connected_components(touch)
    largest = np.bincount(group, weights=size).argmax()
    return np.flatnonzero(group[group_of.ravel()] != largest)


def note_on_no_length(ids: list[str]) -> Iterator[str]:
    """Name the lines that join two nodes without having any length."""
    if ids:
        yield f"Lines without length, kept because they join two nodes: {some_of(ids)}."


def note_on_apart(nodes: list[str]) -> Iterator[str]:
    """Name the nodes at which the file joins lines whose ends are not near each other."""
    if nodes:
        yield (
            f"Lines joined at a node end more than {APART_M:.0f} m apart; lines may be drawn from "
            f"v to u instead of u to v. Nodes: {some_of(nodes)}."
        )


def some_of(ids: list[str]) -> str:
    """List the first few ids and how many more there are."""
    more = len(ids) - NAMED
    return ", ".join(ids[:NAMED]) + (f" and {more:,} more" if more > 0 else "")


def apart(u: NodeArray, v: NodeArray, points: FloatArray, first: IntArray, nodes: int) -> NodeArray:
    """Return the nodes whose lines' ends lie more than APART_M apart in easting or northing."""
    at = np.concatenate([u, v])
    ends = np.concatenate([points[first[:-1]], points[first[1:] - 1]])
    low, high = np.full((nodes, 2), np.inf), np.full((nodes, 2), -np.inf)
    np.minimum.at(low, at, ends)
    np.maximum.at(high, at, ends)
    return np.flatnonzero((high - low).max(axis=1) > APART_M).astype(np.int32)
