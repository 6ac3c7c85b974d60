"""A file cut out along a box says so, whatever its format; a whole network never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from geography import Choices, Columns, Line, import_network
from geography.imports.clipped import clipped_lines
from geography.writing import network_of
from tests.geography.files import town_columns, write_lines
from tests.geography.towns import at, block, town

COMB = [
    [(0, 0), (0, 300)],  # the spine, from which teeth run to the eastern edge
    *([(0, north), (500, north)] for north in (0, 100, 200, 300)),
]


def report(path: Path) -> str:
    return "\n".join(import_network([path], Choices(columns=Columns(id="ref"))).report)


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson"])
def test_links_that_end_on_the_edge_of_the_area_are_counted_and_named(
    tmp_path: Path, ending: str
) -> None:
    said = report(write_lines(tmp_path / f"ways.{ending}", COMB, town_columns(len(COMB))))
    assert "links end on the east" in said
    assert "the file seems to be cut" in said
    assert "L2, L3, L4, L5" in said


def test_both_sides_are_named_where_both_are_cut() -> None:
    across = [
        Line(str(north), f"{north}w", f"{north}e", (at(-400, north), at(500, north)))
        for north in (0, 100, 200)
    ]
    (said,) = clipped_lines(network_of("comb", across))
    assert "on the west and east edge" in said
    assert said.startswith("3 links")


@pytest.mark.parametrize("seed", range(4))
def test_a_whole_town_is_not_said_to_be_cut(seed: int) -> None:
    assert list(clipped_lines(network_of("town", town(seed)))) == []


def test_a_block_without_dead_ends_is_not_said_to_be_cut() -> None:
    assert list(clipped_lines(network_of("block", block()))) == []


def test_a_straight_street_is_not_said_to_be_cut_however_many_pieces_it_is_in() -> None:
    pieces = [
        Line(str(x), f"{x} west", f"{x} east", (at(x, 0), at(x + 90, 0)))
        for x in range(0, 900, 100)
    ]
    assert list(clipped_lines(network_of("street", pieces))) == []


def test_two_links_on_one_side_are_not_said_to_be_cut_although_they_have_more_ends() -> None:
    north = [Line(str(x), f"{x}s", f"{x}n", (at(x, 0), at(x, 500))) for x in (0, 200)]
    bent = Line("bent", "a", "b", (at(50, 500), at(75, 250), at(100, 500)))
    assert list(clipped_lines(network_of("two", [*north[:1], bent]))) == []
    assert "3 links end on the north" in next(clipped_lines(network_of("three", [*north, bent])))


def test_a_straight_street_beside_a_cut_side_is_not_counted_with_it(tmp_path: Path) -> None:
    along = [(500, 120), (500, 180)]
    said = report(write_lines(tmp_path / "w.gpkg", [*COMB, along], town_columns(len(COMB) + 1)))
    assert "L2, L3, L4, L5" in said
    assert "L6" not in said
