"""A line is picked by pointing at it, whoever may pass it; streets are told apart by their name."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from geography import network_of
from geography.drawing import Passes, drawing_of, edges_in, names_of
from geography.picking import lines_at, streets_of
from tests.geography.towns import at, line

LINES = [
    line("1", "a", "b", (0, 0), (100, 0), name="Low Street", motor=True),
    line("2", "b", "c", (100, 0), (100, 100), (150, 100), name="Low Street", motor=True),
    line("3", "c", "d", (150, 100), (150, 300), name="", motor=False),
    line("4", "e", "f", (900, 0), (990, 0), name="Low Street", motor=True),
    line("5", "g", "h", (0, 50), (400, 50), name="M99", motor=True),
]
NETWORK = replace(network_of("map", LINES), foot=np.array([True, True, True, True, False]))


def test_the_nearest_line_comes_first_with_its_nearest_point() -> None:
    first, second = lines_at(NETWORK, at(40, 10), 45)
    assert (NETWORK.edge_ids[first.edge], first.at) == ("1", at(40, 0))
    assert first.away_m == pytest.approx(10)
    assert (NETWORK.edge_ids[second.edge], second.at) == ("5", at(40, 50))


def test_nothing_is_picked_where_nothing_is_near() -> None:
    assert lines_at(NETWORK, at(-500, -500), 45) == []
    assert lines_at(NETWORK, at(40, 25), 10) == []


def test_a_street_is_its_joined_lines_and_a_name_may_stand_for_two() -> None:
    low, elsewhere, motorway = streets_of(NETWORK)
    assert [low.name, elsewhere.name, motorway.name] == ["Low Street", "Low Street", "M99"]
    assert [NETWORK.edge_ids[edge] for edge in low.edges] == ["1", "2"]
    assert low.box == (*at(0, 0), *at(150, 100))
    assert [NETWORK.edge_ids[edge] for edge in elsewhere.edges] == ["4"]


def test_a_network_without_names_has_no_streets() -> None:
    assert streets_of(network_of("bare", [line("1", "a", "b", (0, 0), (100, 0))])) == ()


def test_all_segments_are_drawn_with_what_may_pass_them() -> None:
    drawing = drawing_of(NETWORK)
    assert (len(drawing.segments), drawing.lines) == (6, 5)
    assert drawing.passes.tolist() == [
        Passes.ALL, Passes.ALL, Passes.ALL, Passes.ON_FOOT, Passes.ALL, Passes.VEHICLES,
    ]  # fmt: skip
    ends = {tuple(row) for row in np.round(drawing.segments, 3).tolist()}
    assert (*at(100, 100), *at(150, 100)) in ends
    assert (*at(100, 0), *at(150, 100)) not in ends


def test_a_motorway_is_drawn_though_nobody_walks_it() -> None:
    box = (*at(200, 40), *at(300, 60))
    assert edges_in(NETWORK, box) == edges_in(NETWORK, box, walked=False)
    assert edges_in(NETWORK, box, walked=True) == []


def test_names_are_written_along_lines_that_are_nearly_straight() -> None:
    names = names_of(NETWORK)
    assert names.words == ("Low Street", "Low Street", "M99")  # the bent line is left out
    assert names.ends[1].tolist() == [*at(900, 0), *at(990, 0)]
