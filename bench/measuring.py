"""Measuring against plain scipy and networkx, as ratios in one run.

Run with ``python -m bench.measuring``; nothing here decides a test. It takes the real Adur network
where the shared data stands beside the repository, and always a generated city and county. Each
figure is the best of several rounds. Bare scipy is the least that can be asked: the same arcs, one
call for all schools, lengths only, and no home put anywhere.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import networkx as nx
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from bench.networks_made import adur, made_up, places
from geography import (
    Basis,
    Changes,
    Closed,
    Network,
    changed,
    lengths_mm,
    measure,
    nearest_few,
    nearest_schools,
    rank_schools,
)
from geography.graph import graph_of
from geography.measuring import snap_gates
from geography.snapping import snap_all, snaps_kept
from geography.trees import KEPT
from records.measurement import Way
from records.school import School

HOMES, PUPILS, SCHOOLS = 2_000, 30_000, 80
T = TypeVar("T")


def main() -> None:
    """Measure each network and print what was found."""
    real = adur()
    made = (made_up("generated city", 110, 80), made_up("generated county", 330, 160))
    for network in [*([real] if real else []), *made]:
        edges, nodes = len(network.edge_ids), len(network.node_ids)
        print(f"\n{network.name}: {edges:,} edges, {nodes:,} nodes")
        for way in Way:
            caseload(network, way)
        one_case(network)
        all_pupils(network)
        closing(network)


def caseload(network: Network, way: Way) -> None:
    """Set 2,000 homes x 80 schools against one bare scipy call, and against networkx."""
    homes, schools = places(network, HOMES, SCHOOLS)
    lengths_mm(network, homes[:1], schools[:1], way)  # the network's own search tree is made
    bare, _ = timed(lambda: bare_scipy(network, schools, way))
    snapping, _ = timed(lambda: snap_all(network, homes, way))
    ours, table = timed(lambda: fresh(lambda: lengths_mm(network, homes, schools, way)))
    kept, _ = timed(lambda: lengths_mm(network, homes, schools, way))
    show(f"{way}: {SCHOOLS} bare scipy trees in one call", bare, bare)
    show(f"{way}: snap {HOMES:,} homes", snapping, bare)
    show(f"{way}: {HOMES:,} homes x {SCHOOLS} schools, nothing kept", ours, bare)
    show(f"{way}: the same with trees kept", kept, bare)
    if way is Way.WALKING:
        rival = networkx_trees(network, schools[:2]) * SCHOOLS / 2
        show(f"{SCHOOLS} networkx trees (from 2)", rival, bare)
    print(f"  pairs without a route: {(table < 0).mean():.1%}")


def one_case(network: Network) -> None:
    """Time one home measured to its school, and ranked against all, with trees kept."""
    homes, schools = places(network, HOMES, SCHOOLS)
    lengths_mm(network, homes[:1], schools)
    nearest_schools(network, tuple(homes[0].tolist()), schools[:1])
    others = iter(homes[1:].tolist())
    one, _ = timed(lambda: measure(network, tuple(next(others)), schools[0].gates), rounds=50)
    ranked, _ = timed(lambda: rank_schools(network, tuple(next(others)), schools), rounds=50)
    show("one case, one school, line and all, tree kept", one)
    show(f"one case, {SCHOOLS} schools ranked, trees kept", ranked)


def all_pupils(network: Network) -> None:
    """Time 30,000 pupils and their three nearest schools."""
    homes, schools = places(network, PUPILS, SCHOOLS)
    cold, _ = timed(lambda: fresh(lambda: nearest_few(network, homes, schools)), rounds=3)
    kept, _ = timed(lambda: nearest_few(network, homes, schools), rounds=3)
    show(f"{PUPILS:,} pupils, three nearest of {SCHOOLS}, nothing kept", cold)
    show("the same with trees kept", kept)


def closing(network: Network) -> None:
    """Time closing a stretch on the way of an open case and measuring it again."""
    show("close a stretch on the way and measure again", closing_seconds(network))


def closing_seconds(network: Network) -> float:
    """Return the best time in which one stretch after another was closed and the case measured."""
    homes, schools = places(network, HOMES, SCHOOLS)
    home, gates, best = tuple(homes[0].tolist()), schools[0].gates, float("inf")
    route = measure(network, home, gates)
    for edge in [*route.edges[1:-1]][:12]:
        started = time.perf_counter()
        shut = changed(network, Changes((Closed("stretch", edge),)), Way.WALKING)
        measure(shut, home, gates)
        best = min(best, time.perf_counter() - started)
    return best


def show(what: str, seconds: float, bare: float | None = None) -> None:
    """Print one figure, and how many times as long as bare scipy it took."""
    ratio = "" if bare is None else f"{seconds / bare:8.2f} x bare scipy"
    print(f"  {what:<58}{seconds * 1e3:10.2f} ms{ratio}")


def bare_scipy(network: Network, schools: list[School], way: Way) -> np.ndarray:
    """Search from all schools at once with nothing around it but the matrix."""
    graph, size = graph_of(network, way, Basis.GROUND), len(network.node_ids)
    matrix = csr_matrix((graph.nm, graph.head, graph.start), shape=(size, size))
    nodes = [int(network.u[snap_gates(network, each.gates, way)[0].edge]) for each in schools]
    return dijkstra(matrix, indices=nodes)


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
    """Do the work with no tree and no snapped home kept from before."""
    KEPT.clear()
    snaps_kept.cache_clear()
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
