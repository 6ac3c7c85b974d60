"""Stretches closed and paths added: thousands of seeded pairs against networkx, and by hand."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
import shapely
import shapely.ops
from hypothesis import given, settings
from hypothesis import strategies as st

from geography import (
    Added,
    Basis,
    Changes,
    Closed,
    Line,
    NotMeasurable,
    changed,
    lengths_mm,
    nearest_few,
)
from geography import measure as measure_on
from geography.network import Network
from geography.problems import StaleTree
from geography.trees import KEPT, Tree
from geography.writing import network_of
from records.measurement import Way
from records.school import Gate
from tests.geography.oracle import Oracle
from tests.geography.test_oracle import assert_same
from tests.geography.towns import Point, at, block, gate, homes, line, school, town


def changes_for(seed: int, lines: list[Line]) -> Changes:
    """Close some lines, some only in part, and add some paths."""
    rng = random.Random(f"changes {seed}")
    chosen = rng.sample([one for one in lines if shapely.LineString(one.points).length], 14)
    whole = tuple(Closed("whole", one.id) for one in chosen[:8])
    part = tuple(
        Closed("part", one.id, (between(rng, one), between(rng, one))) for one in chosen[8:]
    )
    ends = homes(seed + 300, 8)
    added = tuple(Added(f"path {k}", (ends[2 * k], ends[2 * k + 1])) for k in range(4))
    return Changes((*whole, *part), added)


def between(rng: random.Random, one: Line) -> Point:
    """Return a point on a line."""
    point = shapely.LineString(one.points).interpolate(rng.random(), normalized=True)
    return round(point.x, 2), round(point.y, 2)


@pytest.mark.parametrize("way", list(Way))
@pytest.mark.parametrize("basis", list(Basis))
@pytest.mark.parametrize("seed", range(6))
def test_routes_with_stretches_closed_and_paths_added_are_the_oracles(
    seed: int, way: Way, basis: Basis
) -> None:
    lines = town(seed)
    changes = changes_for(seed, lines)
    network = changed(network_of("town", lines), changes, way)
    starts, goals = homes(seed, 14), homes(seed + 100, 9)
    oracle = Oracle(lines, [*starts, *goals], way, basis is Basis.GROUND, changes)
    schools = [school(str(k), Gate("gate", *goal)) for k, goal in enumerate(goals)]
    table = lengths_mm(network, np.array(starts), schools, way, basis)
    for row, home in enumerate(starts):
        metres = oracle.metres_from(home)
        for column, goal in enumerate(goals):
            route = measure_on(network, home, schools[column].gates, way, basis)
            assert_same(route, metres.get(goal), route.length_mm)
            assert table[row, column] == (-1 if route.length_mm is None else route.length_mm)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 5), which=st.sets(st.integers(1, 100), max_size=12))
def test_closing_more_never_makes_a_way_shorter(seed: int, which: set[int]) -> None:
    base = network_of("town", town(seed))
    ids = [id for id in map(str, which) if id in base.edge_ids]
    some = changed(
        base, Changes(tuple(Closed("a", id) for id in ids[: len(ids) // 2])), Way.WALKING
    )
    more = changed(base, Changes(tuple(Closed("a", id) for id in ids)), Way.WALKING)
    schools, starts = [school("1", gate(200, 200))], np.array(homes(seed, 20))
    open_mm, some_mm, more_mm = (
        np.where((mm := lengths_mm(net, starts, schools)) < 0, 10**12, mm)
        for net in (base, some, more)
    )
    assert (open_mm <= some_mm).all()
    assert (some_mm <= more_mm).all()


def block_changed(
    *closed: Closed, added: tuple[Added, ...] = (), way: Way = Way.WALKING
) -> Network:
    return changed(network_of("block", block()), Changes(closed, added), way)


def test_a_forbidden_edge_sends_the_child_round_the_block() -> None:
    home, goal = at(100, 90), [gate(0, 95)]
    before = measure_on(block_changed(), home, goal, Way.WALKING, Basis.GRID)
    after = measure_on(block_changed(Closed("s", "2")), home, goal, Way.WALKING, Basis.GRID)
    assert (before.grid_mm, after.grid_mm) == (115_000, 285_000)
    assert after.made_from != before.made_from
    assert after.digest == before.digest


def test_closing_a_part_leaves_the_rest_of_the_line_to_walk_on() -> None:
    part = Closed("s", "2", (at(60, 100), at(40, 101)))
    across = measure_on(block_changed(part), at(70, 100), [gate(30, 100)], basis=Basis.GRID)
    beside = measure_on(block_changed(part), at(70, 100), [gate(62, 100)], basis=Basis.GRID)
    assert across.grid_mm == 30_000 + 100_000 + 100_000 + 100_000 + 30_000
    assert beside.grid_mm == 8_000


def test_a_home_on_a_closed_stretch_has_no_route_and_hears_why() -> None:
    route = measure_on(block_changed(Closed("s", "2")), at(50, 105), [gate(0, 50)])
    assert route.ground_mm is None
    assert route.line == ()
    assert "home meets" in (route.why_none or "")
    assert route.stopped_by == ("s",)


def test_where_closed_stretches_leave_no_way_they_are_named() -> None:
    cut = (Closed("east", "1"), Closed("west", "3"))
    route = measure_on(block_changed(*cut), at(50, -2), [gate(50, 102)])
    assert route.ground_mm is None
    assert route.stopped_by in {("east",), ("west",)}
    assert "closed" in (route.why_none or "")


def test_an_added_path_is_part_of_what_the_home_is_said_to_meet() -> None:
    apart = [*block(), line("9", "8", "9", (900, 0), (1000, 0))]
    path = Added("p1", (at(50, 1), at(50, 99)), "Cut through the park")
    network = changed(network_of("apart", apart), Changes(added=(path,)), Way.WALKING)
    route = measure_on(network, at(50, -2), [gate(950, 0)])
    # The path cuts two of the five lines in two, which makes them no more lines than they were.
    assert "a part of the network (6 lines) that is not joined" in (route.why_none or "")


def test_an_added_path_is_walked_and_named_and_its_legs_counted() -> None:
    path = Added("p1", (at(50, 1), at(50, 99)), "Cut through the park")
    route = measure_on(block_changed(added=(path,)), at(50, -1), [gate(50, 103)], basis=Basis.GRID)
    assert route.grid_mm == 100_000
    assert route.edges == ("p1",)


def test_a_closed_stretch_moves_nobody_to_another_street() -> None:
    far = measure_on(block_changed(Closed("s", "2")), at(50, 105), [gate(0, 50)])
    near = measure_on(block_changed(), at(50, 105), [gate(0, 50)])
    assert far.home_on_network == near.home_on_network


def test_an_unknown_line_cannot_be_closed() -> None:
    with pytest.raises(NotMeasurable, match="no line 77"):
        block_changed(Closed("s", "77"))


def test_a_network_changed_for_walking_is_not_driven_on() -> None:
    with pytest.raises(ValueError, match="changed for walking"):
        measure_on(block_changed(Closed("s", "2")), at(100, 90), [gate(0, 95)], Way.ROAD)


def test_nothing_changed_is_the_network_itself() -> None:
    base = network_of("block", block())
    assert changed(base, Changes(), Way.WALKING).digest == base.digest


def test_a_stale_tree_is_refused() -> None:
    network = network_of("block", [*block(), line("9", "3", "9", (0, 100), (0, 200))])
    measure_on(network, at(100, 90), [gate(0, 95)])
    digest, kept = next(reversed(KEPT.trees.items()))
    KEPT.trees[digest] = replace(kept, made_from="another network")
    assert isinstance(KEPT.trees[digest], Tree)
    try:
        with pytest.raises(StaleTree, match="nothing was measured"):
            measure_on(network, at(100, 90), [gate(0, 95)])
    finally:
        KEPT.clear()


def test_a_stale_tree_is_refused_to_a_whole_caseload_too() -> None:
    network = network_of("block", [*block(), line("10", "3", "10", (0, 100), (0, 210))])
    schools, starts = [school("1", gate(0, 95))], np.array([at(100, 90)])
    lengths_mm(network, starts, schools)
    digest, kept = next(reversed(KEPT.trees.items()))
    KEPT.trees[digest] = replace(kept, made_from="the network before a stretch was closed")
    try:
        with pytest.raises(StaleTree):
            lengths_mm(network, starts, schools)
        with pytest.raises(StaleTree):
            nearest_few(network, starts, schools)
    finally:
        KEPT.clear()


def test_closing_and_opening_again_gives_the_first_figure_to_the_millimetre() -> None:
    home, goal = at(100, 90), [gate(0, 95)]
    first = measure_on(block_changed(), home, goal)
    shut = measure_on(block_changed(Closed("s", "2")), home, goal)
    again = measure_on(block_changed(), home, goal)
    assert first == again
    assert (shut.ground_mm or 0) > (first.ground_mm or 0)
