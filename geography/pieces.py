"""Lines cut at places on them: the pieces as edges of their own, and the nodes between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geography.ends import as_point, end_of
from geography.network import Network, Piece, Point
from geography.snapping import Place, Snap


@dataclass(frozen=True, slots=True)
class NewEdge:
    """An edge that stands after those of the file: a piece of a cut line, or an added path."""

    id: str
    name: str
    u: int
    v: int
    line: tuple[Point, ...]
    grid_nm: int
    ground_nm: int
    foot: bool
    motor: bool
    oneway: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """All pieces: as edges, by the line they come from, and the nodes made where lines were cut.

    ``nodes`` gives the node at a place, told by its line and how far along it lies on the grid.
    """

    edges: tuple[NewEdge, ...]
    by_line: Mapping[int, tuple[Piece, ...]]
    new_nodes: tuple[str, ...]
    nodes: Mapping[tuple[int, int], int]

    def node_at(self, network: Network, snapped: Snap) -> int:
        """Return the node at a place where a line was cut, or the end of the line it lies at."""
        at = (snapped.edge, snapped.place.grid_nm)
        return self.nodes[at] if at in self.nodes else end_node(network, *at)


def cut_lines(network: Network, cuts: Iterable[Snap]) -> Pieces:
    """Cut every line at the places given; a place at a line's end cuts nothing."""
    places: dict[int, dict[int, Place]] = defaultdict(dict)
    for cut in cuts:
        if 0 < cut.place.grid_nm < network.grid_nm[cut.edge]:
            places[cut.edge][cut.place.grid_nm] = cut.place
    count, first_new = len(network.edge_ids), len(network.node_ids)
    edges: list[NewEdge] = []
    by_line: dict[int, tuple[Piece, ...]] = {}
    nodes: dict[tuple[int, int], int] = {}
    for line in sorted(places):
        stops = [places[line][at] for at in sorted(places[line])]
        for stop in stops:
            nodes[line, stop.grid_nm] = first_new + len(nodes)
        first = count + len(edges)
        made = pieces_of(network, line, stops, [nodes[line, stop.grid_nm] for stop in stops])
        edges.extend(edge for edge, _ in made)
        by_line[line] = tuple(as_piece(first + k, *ends) for k, (_, ends) in enumerate(made))
    names = tuple(f"cut {network.edge_ids[line]} at {at}" for line, at in nodes)
    return Pieces(tuple(edges), by_line, names, nodes)


def pieces_of(
    network: Network, line: int, stops: list[Place], middle: list[int]
) -> list[tuple[NewEdge, tuple[Place, Place]]]:
    """Return a line's pieces in order from u to v, each as an edge and with its two places."""
    places = [end_of(network, line, False), *stops, end_of(network, line, True)]
    nodes = [int(network.u[line]), *middle, int(network.v[line])]
    return [
        (piece_between(network, line, places[k], places[k + 1], nodes[k], nodes[k + 1]),
         (places[k], places[k + 1]))
        for k in range(len(places) - 1)
    ]  # fmt: skip


def piece_between(network: Network, line: int, begin: Place, end: Place, u: int, v: int) -> NewEdge:
    """Return the piece of a line between two places as an edge; it keeps the line's id and name."""
    first = int(network.first[line])
    between = [as_point(network, first + at) for at in range(begin.segment + 1, end.segment + 1)]
    return NewEdge(
        id=network.edge_ids[line],
        name=network.names[line],
        u=u,
        v=v,
        line=(begin.point, *between, end.point),
        # Taken from the line's own figures, so that the pieces add up to it to the nanometre.
        grid_nm=end.grid_nm - begin.grid_nm,
        ground_nm=end.ground_nm - begin.ground_nm,
        foot=network.foot is None or bool(network.foot[line]),
        motor=network.motor is not None and bool(network.motor[line]),
        oneway=bool(network.oneway[line]),
        kind=network.kinds[line] if network.kinds else "",
    )


def as_piece(edge: int, begin: Place, end: Place) -> Piece:
    """Return where on its line a piece lies."""
    return Piece(edge, begin.segment, begin.grid_nm, begin.ground_nm, end.grid_nm)


def end_node(network: Network, line: int, grid_nm: int) -> int:
    """Return the node at the beginning of a line, or at its end."""
    return int(network.u[line] if grid_nm == 0 else network.v[line])
