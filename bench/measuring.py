"""Measuring against plain scipy and networkx, as ratios in one run.

Run with ``python -m bench.measuring``; nothing here decides a test. It takes the real Adur network
where the shared data stands beside the repository, and always a generated city. Each figure is the
best of several rounds.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import networkx as nx
import numpy as np
from scipy.sparse.csgraph import dijkstra

from geography import (
    Basis,
    Line,
    Network,
    edges_csv,
    lengths_mm,
    nearest_schools,
    network_from_csv,
)
from geography.graph import graph_of
from geography.measuring import snap_gates
from geography.snapping import snap_all
from geography.trees import KEPT, with_root
from records.measurement import Way
from records.school import Gate, School

DATA = Path(
    os.environ.get("MILEPOST_SHARED_DATA")
    or Path(__file__).resolve().parents[2] / "shared" / "data"
)
HOMES, SCHOOLS = 2_000, 80
T = TypeVar("T")


def main() -> None:
    """Measure each network and print what was found."""
    adur = DATA / "network" / "adur_osm_edges.csv"
    if adur.exists():
        report("Adur", adur.read_bytes())
    report("generated city", city(110))


def city(size: int) -> bytes:
    """Generate a city of size x size crossings with bent streets, as a file of edges."""
    rng, lines = random.Random(7), []
    corner = {
        (x, y): (430_000 + x * 80 + rng.uniform(-30, 30), 110_000 + y * 80 + rng.uniform(-30, 30))
        for x in range(size)
        for y in range(size)
    }
    for (x, y), begin in corner.items():
        for other in ((x + 1, y), (x, y + 1)):
            if other in corner and rng.random() < 0.85:
                end = corner[other]
                bend = ((begin[0] + end[0]) / 2 + rng.uniform(-9, 9), (begin[1] + end[1]) / 2)
                ends = (f"{x}-{y}", f"{other[0]}-{other[1]}")
                lines.append(Line(str(len(lines) + 1), *ends, (begin, bend, end)))
    return edges_csv(lines).encode()


def report(name: str, content: bytes) -> None:
    """Print the figures of one network."""
    loading, network = timed(lambda: network_from_csv(content, name, name), rounds=1)
    homes, schools = places(network)
    print(f"\n{name}: {len(network.edge_ids):,} edges, {len(network.node_ids):,} nodes")
    show("read, check and measure every edge", loading)
    caseload(network, homes, schools)
    one_case(network, homes, schools)


def places(network: Network) -> tuple[np.ndarray, list[School]]:
    """Scatter homes and one-gate schools near random points of the network."""
    rng = np.random.default_rng(3)
    near = network.points[rng.integers(0, len(network.points), HOMES + SCHOOLS)]
    near = near + rng.normal(0, 20, near.shape)
    schools = [
        School(str(k), str(k), f"School {k}", *[None] * 6, (Gate("gate", *point),))
        for k, point in enumerate(near[HOMES:].tolist())
    ]
    return near[:HOMES], schools


def caseload(network: Network, homes: np.ndarray, schools: list[School]) -> None:
    """Set 2,000 homes x 80 schools against the bare scipy calls, and against networkx."""
    bare, _ = timed(lambda: bare_scipy(network, schools))
    snapping, _ = timed(lambda: snap_all(network, homes, Way.WALKING))
    ours, table = timed(lambda: fresh(lambda: lengths_mm(network, homes, schools)))
    kept, _ = timed(lambda: lengths_mm(network, homes, schools))
    rival = networkx_trees(network, schools[:4]) * SCHOOLS / 4
    show(f"{SCHOOLS} bare scipy trees", bare, bare)
    show(f"snap {HOMES:,} homes", snapping, bare)
    show(f"{HOMES:,} homes x {SCHOOLS} schools, snapped and looked up", ours, bare)
    show("the same with trees kept", kept, bare)
    show(f"{SCHOOLS} networkx trees (from 4)", rival, bare)
    print(f"  pairs without a route: {(table < 0).mean():.1%}")


def one_case(network: Network, homes: np.ndarray, schools: list[School]) -> None:
    """Time one home ranked against all schools, lines and all, with trees kept."""
    home = tuple(homes[0].tolist())
    nearest_schools(network, home, schools)
    others = iter(homes[1:].tolist())
    one, _ = timed(lambda: nearest_schools(network, tuple(next(others)), schools[:1]), rounds=50)
    everything, _ = timed(lambda: nearest_schools(network, tuple(next(others)), schools))
    show("one case, one school, trees kept", one)
    show(f"one case, {SCHOOLS} schools ranked, with their lines", everything)


def show(what: str, seconds: float, bare: float | None = None) -> None:
    """Print one figure, and how many times as long as bare scipy it took."""
    ratio = "" if bare is None else f"{seconds / bare:8.2f} x bare scipy"
    print(f"  {what:<54}{seconds * 1e3:10.2f} ms{ratio}")


def bare_scipy(network: Network, schools: list[School]) -> None:
    """Grow the same trees with nothing around them but the matrix that they need."""
    graph = graph_of(network, Way.WALKING, Basis.GROUND)
    for school in schools:
        (gate,) = snap_gates(network, school.gates, Way.WALKING)
        matrix = with_root(graph, {int(network.u[gate.edge]): 0})
        dijkstra(matrix, indices=len(network.node_ids), return_predecessors=True)


def networkx_trees(network: Network, schools: list[School]) -> float:
    """Return how many seconds networkx takes for these trees, its graph already built."""
    graph = nx.MultiGraph()
    for u, v, nm in zip(network.u, network.v, network.ground_nm, strict=True):
        graph.add_edge(int(u), int(v), nm=int(nm))
    started = time.perf_counter()
    for school in schools:
        (gate,) = snap_gates(network, school.gates, Way.WALKING)
        nx.single_source_dijkstra_path_length(graph, int(network.u[gate.edge]), weight="nm")
    return time.perf_counter() - started


def fresh(work: Callable[[], T]) -> T:
    """Do the work with no tree kept from before."""
    KEPT.clear()
    return work()


def timed(work: Callable[[], T], rounds: int = 5) -> tuple[float, T]:
    """Return the best time of some rounds, and what the work gave."""
    best = float("inf")
    for _ in range(rounds):
        started = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - started)
    return best, result


if __name__ == "__main__":
    main()
