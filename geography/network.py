"""A network of lines as one frozen value: its edges, nodes, lengths, parts and digest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from geography.lengths import Basis, BoolArray, FloatArray, IntArray, NodeArray
from geography.problems import NotMeasurable
from records.measurement import Way

Point = tuple[float, float]
"""Easting and northing in National Grid metres (EPSG:27700)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line that was cut: its own edge, and where on the line it begins and ends.

    ``segment`` is the segment of the line on which the piece begins; lengths are from the line's
    u end, in whole nanometres.
    """

    edge: int
    segment: int
    begin_grid_nm: int
    begin_ground_nm: int
    end_grid_nm: int


@dataclass(frozen=True, slots=True)
class Changed:
    """What was changed about a network, one way: see ``geography.changing``.

    ``source`` is the network as it was read, on which positions are still snapped. ``closed``,
    shape (edges,), says which edges may not be used, cut ones among them, which ``pieces`` stand
    for instead. ``names`` are the ids of the changes, in order; ``why_closed`` gives those by which
    an edge is closed.
    """

    source: Network
    way: Way
    closed: BoolArray
    pieces: Mapping[int, tuple[Piece, ...]]
    names: tuple[str, ...]
    why_closed: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Lines joined at nodes. ``digest`` is the SHA-256 of the file it was read from, as hex.

    Two networks are equal where their digests are.

    Edges stand in order of their ids (numbers by value), so the lower of two indices is the
    smaller id. ``u`` and ``v``, shape (edges,), are indices into ``node_ids``: the file's word for
    what joins what, while the line's own points alone give its length. Edge ``e`` has the points
    ``points[first[e]:first[e + 1]]``, shape (all points, 2), drawn from u to v; its segments are
    ``first[e] - e`` up to ``first[e + 1] - e - 1`` of the two segment arrays, in metres.
    ``grid_nm`` and ``ground_nm`` are the edges' lengths in whole nanometres. ``motor`` says which
    edges a motor vehicle may pass, None where the file does not say; ``oneway`` edges are driven
    from u to v only, and walked both ways. ``foot`` says which edges may be walked, None where all
    may. ``kinds`` says of each edge what it is (``footpath``), in the words of its source; empty
    where that does not say. ``component``, shape (nodes,), numbers the parts that any edges join.
    ``notes`` is what an officer should know about the file, in plain words.
    """

    name: str
    digest: str
    node_ids: tuple[str, ...]
    edge_ids: tuple[str, ...]
    names: tuple[str, ...]
    u: NodeArray
    v: NodeArray
    motor: BoolArray | None
    oneway: BoolArray
    points: FloatArray
    first: IntArray
    segment_grid_m: FloatArray
    segment_ground_m: FloatArray
    grid_nm: IntArray
    ground_nm: IntArray
    component: NodeArray
    notes: tuple[str, ...]
    changed: Changed | None = None
    foot: BoolArray | None = None
    kinds: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Network) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        size = f"{len(self.edge_ids):,} edges, {len(self.node_ids):,} nodes"
        return f"<Network {self.name!r}: {size}, digest {self.digest[:12]}>"

    @property
    def source(self) -> Network:
        """Return the network as it was read from its file."""
        return self.changed.source if self.changed else self

    def closed(self, edge: int) -> bool:
        """Say whether an edge may not be used."""
        return self.changed is not None and bool(self.changed.closed[edge])

    def line(self, edge: int) -> FloatArray:
        """Return the points of one edge from u to v, shape (points, 2)."""
        return self.points[self.first[edge] : self.first[edge + 1]]

    def edge_nm(self, basis: Basis) -> IntArray:
        """Return every edge's length in nanometres on the ground or on the grid."""
        return self.ground_nm if basis is Basis.GROUND else self.grid_nm

    def allows(self, way: Way) -> bool:
        """Say whether it has any line at all that may be used that way."""
        if way is Way.WALKING:
            return self.foot is None or bool(self.foot.any())
        return self.motor is not None and bool(self.motor.any())

    def usable(self, way: Way) -> BoolArray:
        """Say of every edge whether it may be used that way.

        Raises NotMeasurable for the road where the network does not say what a vehicle may pass, or
        that none may pass anything, and for walking where no edge may be walked.
        """
        if way is Way.WALKING:
            return self.walkable()
        if self.motor is not None and not self.motor.any():
            raise NotMeasurable(
                f"No line of the network {self.name} may be passed by a motor vehicle, so no road "
                "route was measured. Load one with streets for driving."
            )
        if self.motor is None:
            raise NotMeasurable(
                f"The network {self.name} does not say which lines a motor vehicle may pass, so no "
                "road route was measured. Load one with a motor column (yes or no)."
            )
        return self.motor

    def walkable(self) -> BoolArray:
        """Say of every edge whether it may be walked; raises NotMeasurable where none may."""
        if self.foot is None:
            return np.ones(len(self.edge_ids), dtype=np.bool_)
        if not self.foot.any():
            raise NotMeasurable(
                f"No line of the network {self.name} may be walked, so no walking route was "
                "measured. Load one with streets or paths for walking."
            )
        return self.foot

    def extent(self) -> tuple[float, float, float, float]:
        """Return the box around all lines: west, south, east, north, in grid metres."""
        west, south = self.points.min(axis=0)
        east, north = self.points.max(axis=0)
        return float(west), float(south), float(east), float(north)
