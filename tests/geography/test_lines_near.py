"""The lines around a place, and a line that is chosen but may not be used every way."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from geography import Basis, Chosen, ChosenLine, Line, measure, network_of
from geography.lines_near import lines_near
from records.measurement import Way
from tests.geography.towns import at, gate, homes, town


def street_and_path() -> list[Line]:
    """A street 30 m north of a footpath, joined to it at its western end."""
    west, east = (0, 0), (200, 0)
    return [
        Line("1", "a", "b", (at(*west), at(*east)), name="Back Path", motor=False),
        Line("2", "c", "d", (at(0, 30), at(200, 30)), name="Long Street", motor=True),
        Line("3", "a", "c", (at(*west), at(0, 30)), name="Short Street", motor=True),
    ]


def test_lines_near_come_nearest_first_with_their_names_and_what_may_use_them() -> None:
    found = lines_near(network_of("two", street_and_path()), at(150, 10))
    assert [(one.name, one.distance_mm, one.motor) for one in found] == [
        ("Back Path", 10_000, False),
        ("Long Street", 20_000, True),
    ]


def test_the_nearest_line_is_told_however_far_it_lies() -> None:
    (only,) = lines_near(network_of("two", street_and_path()), at(200, 900), within_m=50)
    assert only.name == "Long Street"


@pytest.mark.parametrize("seed", range(3))
def test_lines_near_are_those_that_a_plain_look_at_every_line_finds(seed: int) -> None:
    lines = town(seed)
    network = network_of("town", lines)
    drawn = {one.id: shapely.LineString(one.points) for one in lines}
    for position in homes(seed + 50, 20):
        found = lines_near(network, position, within_m=60, most=99)
        away = {id: shapely.distance(line, shapely.Point(position)) for id, line in drawn.items()}
        expected = {id for id, metres in away.items() if metres <= 60}
        assert expected <= {one.edge for one in found}
        assert found[0].distance_mm == pytest.approx(min(away.values()) * 1000, abs=1.001)
        assert np.all(np.diff([one.distance_mm for one in found]) >= 0)


def test_nobody_drives_along_the_footpath_that_a_home_was_put_on() -> None:
    network = network_of("two", street_and_path())
    chosen, gates = Chosen(home=ChosenLine("1")), [gate(0, 15)]
    walk, drive = (
        measure(network, at(150, 20), gates, way, Basis.GRID, chosen=chosen) for way in Way
    )
    assert walk.edges == ("1", "3")
    assert walk.grid_mm == 165_000
    assert drive.edges == ("2", "3")
    assert drive.grid_mm == 165_000
    assert drive.home_snap_mm == 10_000
