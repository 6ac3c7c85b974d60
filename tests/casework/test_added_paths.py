"""An added path is joined to the network by the very legs that a measurement counts."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from casework.maps.added_paths import joined_paths
from casework.maps.of_case import case_map
from casework.measuring.before_and_after import before_and_after
from casework.measuring.stretches import NewStretch, mark_stretch
from records.measurement import Way
from records.stretch import StretchKind
from tests.casework.town import NORTH, WEST, Town

OFF = ((WEST + 1490, NORTH + 30), (WEST + 1490, NORTH + 200), (WEST + 2010, NORTH + 200))
LOOSE = NewStretch(
    StretchKind.ADDED, "Path behind the farm", "site visit", path=(*OFF, (WEST + 2010, NORTH + 7))
)
UNSAFE = NewStretch(StretchKind.UNSAFE, "No footway, 60 mph", "site visit of May", ("3",))


def test_an_added_path_is_drawn_with_the_legs_that_are_measured(town: Town) -> None:
    case = town.child_at(1.5)
    mark_stretch(town.desk, UNSAFE)
    path = mark_stretch(town.desk, LOOSE)
    measured = before_and_after(town.desk, case, replace(UNSAFE, reason="again")).before
    walk = measured.by(Way.WALKING)
    assert walk is not None and walk.reachable
    (one,) = case_map(town.desk, case).joined
    assert one.stretch == path.id
    assert [math.dist(*leg) for leg in one.legs] == pytest.approx([30, 7])
    for on_network, end in one.legs:  # the route runs through both ends of every leg
        assert any(math.dist(point, on_network) < 0.01 for point in walk.line)
        assert any(math.dist(point, end) < 0.01 for point in walk.line)


def test_a_path_that_begins_on_the_network_has_no_leg_there(town: Town) -> None:
    path = mark_stretch(town.desk, replace(LOOSE, path=((WEST + 1490, NORTH), *LOOSE.path[1:])))
    (one,) = joined_paths(town.desk, (path,))
    assert [math.dist(*leg) for leg in one.legs] == pytest.approx([7])


def test_what_is_no_path_is_joined_to_nothing(town: Town) -> None:
    assert joined_paths(town.desk, (mark_stretch(town.desk, UNSAFE),)) == ()
