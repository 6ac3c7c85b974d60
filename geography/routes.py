"""The shortest route between a snapped home and gates, as stretches along edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geography.ends import as_point, end_of
from geography.graph import graph_of
from geography.lengths import Basis
from geography.network import Network, Point
from geography.snapping import Place, Snap
from geography.trees import End, Tree, ends, grow
from records.measurement import Way


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of one edge, travelled from one place on it to another."""

    edge: int
    begin: Place
    end: Place

    @property
    def grid_nm(self) -> int:
        """Return its length on the grid."""
        return abs(self.end.grid_nm - self.begin.grid_nm)

    @property
    def ground_nm(self) -> int:
        """Return its length on the ground."""
        return abs(self.end.ground_nm - self.begin.ground_nm)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A way to set out: along the home's edge straight to the gate, or by an end of that edge."""

    nm: float
    end: End | None


def shortest(
    network: Network, home: Snap, gates: Sequence[Snap], way: Way, basis: Basis
) -> tuple[int, tuple[Stretch, ...]] | None:
    """Return which gate is nearest along the network and the route there, or None without one.

    Gates equally near are decided by their order: each has a tree of its own here.
    """
    best: tuple[float, int, Leaving, Tree] | None = None
    for number, gate in enumerate(gates):
        tree = grow(network, (gate,), way, basis)
        leaving = best_leaving(network, home, gate, tree, way, basis)
        if leaving.nm < (best[0] if best else float("inf")):
            best = (leaving.nm, number, leaving, tree)
    if best is None:
        return None
    _, number, leaving, tree = best
    stretches = route(network, home, gates[number], leaving, tree, way, basis)
    return number, tuple(stretches)


def best_leaving(
    network: Network, home: Snap, gate: Snap, tree: Tree, way: Way, basis: Basis
) -> Leaving:
    """Return the shortest way to set out; infinitely long where none reaches the gate."""
    choices = [
        Leaving(end.nm + float(tree.nm[end.node]), end)
        for end in ends(network, home, way, basis, leaving=True)
    ]
    if is_straight_on(network, home, gate, way):
        direct = Stretch(home.edge, home.place, gate.place)
        choices.insert(0, Leaving(direct.ground_nm if is_ground(basis) else direct.grid_nm, None))
    return min(choices, key=lambda choice: choice.nm, default=Leaving(float("inf"), None))


def is_ground(basis: Basis) -> bool:
    """Say whether the length on the ground decides."""
    return basis is Basis.GROUND


def is_straight_on(network: Network, home: Snap, gate: Snap, way: Way) -> bool:
    """Say whether the gate is on the home's own edge and may be reached along it directly."""
    if home.edge != gate.edge or network.closed(home.edge):
        return False
    against = home.place.grid_nm > gate.place.grid_nm
    return not (way is Way.ROAD and network.oneway[home.edge] and against)


def route(
    network: Network,
    home: Snap,
    gate: Snap,
    leaving: Leaving,
    tree: Tree,
    way: Way,
    basis: Basis,
) -> Iterator[Stretch]:
    """Give the stretches from home to gate in the order in which they are travelled."""
    if leaving.end is None:
        yield Stretch(home.edge, home.place, gate.place)
        return
    yield Stretch(home.edge, home.place, end_of(network, home.edge, leaving.end.at_v))
    graph, node = graph_of(network, way, basis), leaving.end.node
    next_node = tree.onward()
    while (onward := int(next_node[node])) != tree.root:
        edge = graph.edge_between(onward, node)
        to_v = int(network.v[edge]) == onward
        yield Stretch(edge, end_of(network, edge, not to_v), end_of(network, edge, to_v))
        node = onward
    arrivals = [end for end in ends(network, gate, way, basis, False) if end.node == node]
    arrival = min(arrivals, key=lambda end: end.nm)
    yield Stretch(gate.edge, end_of(network, gate.edge, arrival.at_v), gate.place)


def line_of(network: Network, stretches: Sequence[Stretch]) -> tuple[Point, ...]:
    """Return the route's points from home to gate in grid metres, none twice in a row."""
    line: list[Point] = []
    for stretch in stretches:
        for point in points_along(network, stretch):
            if not line or line[-1] != point:
                line.append(point)
    return tuple(line)


def points_along(network: Network, stretch: Stretch) -> Iterator[Point]:
    """Give the points of one stretch in the order in which they are travelled."""
    begin, end = stretch.begin, stretch.end
    first = int(network.first[stretch.edge])
    yield begin.point
    if end.grid_nm >= begin.grid_nm:
        between = range(begin.segment + 1, end.segment + 1)
    else:
        between = range(begin.segment, end.segment, -1)
    for index in between:
        yield as_point(network, first + index)
    yield end.point
