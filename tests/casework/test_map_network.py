"""What the map asks of a store: its network, the line pointed at, finds, boundaries, routes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from casework.desk import Desk
from casework.maps.find import FoundKind, find_on_map
from casework.maps.of_case import case_map, other_routes
from casework.maps.of_store import Passes, marked_stretches, network_map
from casework.maps.pick import pick_lines
from casework.measure import CannotMeasure, measure_case
from casework.measuring.stretches import NewStretch, end_stretch, mark_stretch
from casework.schools.boundary import reach_of_school
from geography import Line, edges_csv
from records.network import Network
from records.stretch import StretchKind
from rules.values import MILLIMETRES_PER_MILE
from store import networks, schools
from store.file import create
from store.keys import CHEAP_FOR_TESTS
from tests.gui.office import NOW, OFFICER, Office, open_office
from tests.gui.streets import node, streets

MILL = "e7-2_8-2"


def named() -> list[Line]:
    """Name two streets of the office's town and take the vehicles off one line."""
    changes = {
        MILL: {"name": "Mill Lane"},
        "e8-2_9-2": {"name": "Mill Lane"},
        "e3-15_4-15": {"name": "Mill Lane"},
        "e7-2_7-3": {"name": "Rope Walk", "motor": False},
    }
    return [replace(line, **changes.get(line.id, {})) for line in streets()]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    found = open_office(tmp_path)
    edges = edges_csv(named()).encode()
    network = Network("Marlhaven named", sha256(edges).hexdigest(), NOW, edges)
    networks.add_network(found.store, network, OFFICER)
    yield found
    found.store.close()


@pytest.fixture
def desk(office: Office) -> Desk:
    return office.desk()


def test_the_map_draws_the_network_that_is_measured_on_with_what_may_pass(desk: Desk) -> None:
    found = network_map(desk)
    assert (found.name, found.drawing.lines, found.has_names) == (
        "Marlhaven named",
        len(named()),
        True,
    )
    assert (found.drawing.passes == Passes.ON_FOOT).sum() == 1
    assert {school.name for school in found.schools} == {"Brook Road Primary", "Harbour Academy"}


def test_a_line_that_is_pointed_at_is_told_with_its_marks(desk: Desk) -> None:
    east, north = (sum(pair) / 2 for pair in zip(node(7, 2), node(8, 2), strict=True))
    first = pick_lines(desk, (east, north + 3), 30)[0]
    assert (first.edge, first.name, first.foot, first.motor) == (MILL, "Mill Lane", True, True)
    assert first.ground_mm > 250_000
    mark_stretch(desk, NewStretch(StretchKind.CLOSED, "bridge down", "notice", (MILL,)))
    (mark,) = pick_lines(desk, (east, north), 30)[0].marked
    assert mark.reason == "bridge down"
    assert pick_lines(desk, (0, 0), 30) == ()


def test_a_street_is_found_by_part_of_its_name_and_each_of_that_name_stands_alone(
    desk: Desk,
) -> None:
    first, second = find_on_map(desk, "mill la")
    assert first.kind is second.kind is FoundKind.STREET
    assert sorted(len(each.lines) for each in (first, second)) == [1, 2]
    assert first.about != second.about


def test_postcodes_and_schools_are_found_however_they_are_spaced(desk: Desk) -> None:
    (postcode,) = find_on_map(desk, "zz72ql")
    assert (postcode.kind, postcode.words) == (FoundKind.POSTCODE, "ZZ7 2QL")
    assert find_on_map(desk, "harbour acad")[0].kind is FoundKind.SCHOOL
    assert find_on_map(desk, "100002")[0].words == "Harbour Academy"


@pytest.mark.parametrize("words", ["", "  ", "no such street"])
def test_nothing_is_found_where_nothing_is_called_so(desk: Desk, words: str) -> None:
    assert find_on_map(desk, words) == ()


def test_the_boundary_of_a_case_is_of_its_day_and_age(office: Office, desk: Desk) -> None:
    school = next(s for s in schools.list_schools(desk.store) if s.urn == "100001")
    limit = 2 * MILLIMETRES_PER_MILE
    found = reach_of_school(desk, school.id, limit, office.cases["Rowan"])
    assert (found.day, found.age) == (date(2026, 9, 1), 7)
    assert found.boundary.lines
    today = reach_of_school(desk, school.id, limit)
    assert (today.day, today.age) == (desk.today(), None)


def test_the_map_of_a_case_shows_the_stretches_that_count_for_the_child(
    office: Office, desk: Desk
) -> None:
    new = NewStretch(StretchKind.UNSAFE, "no footway", "visit", (MILL,))
    mark_stretch(desk, replace(new, age_to=6))
    counts = mark_stretch(desk, new)
    assert case_map(desk, office.cases["Rowan"]).marked == (counts,)
    end_stretch(desk, counts.id, date(2026, 8, 31), "a footway was built")
    assert case_map(desk, office.cases["Rowan"]).marked == ()
    assert len(marked_stretches(desk)) == 2


def test_other_routes_are_measured_for_the_map_once_there_is_a_walk(
    office: Office, desk: Desk
) -> None:
    assert other_routes(desk, office.cases["Bea"]) == ()
    measure_case(desk, office.cases["Rowan"])
    (road,) = other_routes(desk, office.cases["Rowan"])
    assert road.what.startswith("by road")
    assert len(road.line) > 2


def test_a_store_without_a_network_has_no_map_to_draw(tmp_path: Path) -> None:
    store, _ = create(tmp_path / "bare.milepost", "p", OFFICER, label="Bare", fictional=True,
                      key_cost=CHEAP_FOR_TESTS)  # fmt: skip
    with pytest.raises(CannotMeasure, match="Import one first"):
        network_map(Office(store).desk())
    store.close()
