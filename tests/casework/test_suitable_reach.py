"""Which schools may be nearer along the network, however far off home and gates lie from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from casework.assess import assess
from casework.measure import measure_case, network_measured_on
from casework.measuring.before_and_after import before_and_after
from casework.measuring.measured_again import alternatives_of, measure_again
from casework.measuring.stretches import NewStretch
from casework.receive import NewApplication, receive
from casework.record import record_fact
from casework.schools.suitable import suitable_schools, table_of
from geography import Line, NotMeasurable, edges_csv
from records.application import Directorate
from records.measurement import Way
from records.network import Network
from records.school import Gate
from records.stretch import StretchKind
from store import networks, schools
from tests.casework.test_suitable import add, with_rank
from tests.casework.town import COMPLETE, DAY, NORTH, WEST, Town


def child_off_the_road(town: Town, along: float, off: float) -> str:
    """A child so many metres along the road, whose home lies so many metres away from it."""
    new = NewApplication(
        "Rowan", "Tern", date(2019, 6, 1), "Ms A. Tern", ("1 Long Road",), "ZZ1 1AA",
        WEST + along, NORTH + off, town.school.id, DAY, DAY, Directorate.TRANSPORT, False, None,
    )  # fmt: skip
    case = receive(town.desk, new).id
    for name, value in COMPLETE.items():
        record_fact(town.desk, case, name, value, "application form")
    return case


def test_a_nearer_school_is_listed_where_home_and_gate_lie_far_off_the_road(town: Town) -> None:
    case = child_off_the_road(town, 5_500, 900)
    off = add(town, "Off School", 100)
    moved = replace(off, gates=(Gate("main", WEST + 100, NORTH - 2_500),))
    schools.correct_school(town.desk.store, moved, town.desk.person)
    found = {line.school.name: line for line in suitable_schools(town.desk, case).lines}
    assert found["Off School"].is_nearer is True
    assert (found["Off School"].walking_mm or 0) < (found["Brook Road Primary"].walking_mm or 0)


def test_a_school_with_shut_gates_that_may_be_nearer_is_listed_though_it_lies_off_the_road(
    town: Town,
) -> None:
    case = child_off_the_road(town, 5_500, 900)
    off = add(town, "Off School", 100)
    shut = Gate("main", WEST + 100, NORTH - 2_500, open_until=date(2026, 1, 1))
    schools.correct_school(town.desk.store, replace(off, gates=(shut,)), town.desk.person)
    found = {line.school.name: line for line in suitable_schools(town.desk, case).lines}
    assert "None of its gates is open" in (found["Off School"].unmeasured or "")


def with_paths_alone(town: Town) -> None:
    """A network whose every line says that no motor vehicle may pass."""
    lines = [
        Line(
            str(n), str(n), str(n + 1),
            ((WEST + n * 500, NORTH), (WEST + n * 500 + 500, NORTH)), name="Path", motor=False,
        )
        for n in range(20)
    ]  # fmt: skip
    content = edges_csv(lines).encode()
    found = Network("Paths", sha256(content).hexdigest(), town.desk.now(), content)
    networks.add_network(town.desk.store, found, town.desk.person)


def test_a_network_of_paths_alone_is_walked_ranked_and_certified_without_a_road(
    town: Town,
) -> None:
    with_paths_alone(town)
    case = town.child_at(2, measured=False)
    (walk,) = measure_case(town.desk, case)
    assert walk.way is Way.WALKING and walk.reachable
    assert {line.road_mm for line in suitable_schools(town.desk, case).lines} == {None}
    network = network_measured_on(town.desk, walk.digest)
    again = measure_again(town.desk, walk, network)
    assert again.is_the_same(walk)
    assert alternatives_of(town.desk, walk, network, again) == ()
    closed = NewStretch(StretchKind.CLOSED, "flood", "notice", ("3",))
    assert before_and_after(town.desk, case, closed).changes_the_route


def test_what_is_asked_by_road_of_a_network_without_any_is_refused_in_words(town: Town) -> None:
    with_paths_alone(town)
    case = town.child_at(2, measured=False)
    assessed = assess(town.desk, case)
    by_road = replace(assessed, policy=with_rank(assessed, "road"))
    with pytest.raises(NotMeasurable, match="names no line that a motor vehicle"):
        table_of(town.desk, by_road)
    with pytest.raises(NotMeasurable, match="No line of the network Paths may be passed"):
        network_measured_on(town.desk, "").usable(Way.ROAD)
