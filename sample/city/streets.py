"""Streets as they are laid: nodes, edges between them, and the pieces an edge is split into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sample.city.ground import Point, apart, rounded


class Kind(StrEnum):
    """What an edge is: a street that vehicles may pass, or a path for walking only."""

    STREET = "street"
    FOOTPATH = "footpath"


@dataclass(frozen=True, slots=True)
class Edge:
    """One piece of street or path, drawn from node u to node v in grid metres."""

    id: int
    u: int
    v: int
    name: str
    kind: Kind
    points: tuple[Point, ...]


class Streets:
    """Collects nodes and edges, numbering both from 1 in the order in which they are laid."""

    def __init__(self) -> None:
        self.nodes: dict[int, Point] = {}
        self.edges: list[Edge] = []

    def node(self, at: Point) -> int:
        """Lay a node and give its number."""
        number = len(self.nodes) + 1
        self.nodes[number] = rounded(*at)
        return number

    def edge(self, u: int, v: int, name: str, kind: Kind, between: tuple[Point, ...] = ()) -> None:
        """Lay an edge between two nodes, drawn through the points between them."""
        line = (self.nodes[u], *(rounded(*each) for each in between), self.nodes[v])
        number = len(self.edges) + 1
        self.edges.append(Edge(number, u, v, name, kind, line))

    def nearest(self, at: Point, among: list[int]) -> int:
        """Give the nearest of some nodes, the lower number where two are equally near."""
        return min(among, key=lambda node: (apart(self.nodes[node], at), node))

    def part_of(self) -> dict[int, int]:
        """Give, for each node that an edge meets, the lowest node it is joined to."""
        root = {node: node for node in self.nodes}
        for edge in self.edges:
            low, high = sorted((top(root, edge.u), top(root, edge.v)))
            root[high] = low
        return {node: top(root, node) for edge in self.edges for node in (edge.u, edge.v)}

    def keep_largest_part(self) -> None:
        """Forget the edges that are not joined to the most of the others."""
        part = self.part_of()
        sizes: dict[int, int] = {}
        for root in part.values():
            sizes[root] = sizes.get(root, 0) + 1
        largest = max(sizes, key=lambda root: (sizes[root], -root))
        kept = [edge for edge in self.edges if part[edge.u] == largest]
        self.edges = []
        for edge in kept:
            self.edge(edge.u, edge.v, edge.name, edge.kind, edge.points[1:-1])


def top(root: dict[int, int], node: int) -> int:
    """Follow a node to the root of its part, shortening the way for the next time."""
    while root[node] != node:
        root[node] = root[root[node]]
        node = root[node]
    return node
