"""A figure rests on the gates and the network of today, or is wanted again before deciding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.assess import assess
from casework.decide import GateClosed, decide_case
from casework.gate import Intent
from casework.measure import measure_case
from casework.measuring.confirm_figure import wanted_for_figures
from casework.measuring.keep_figures import CannotKeep, keep_figures
from casework.measuring.settings import MeasuringSettings, set_measuring
from casework.schools.suitable_verbs import draw_from_table
from records.measurement import Way
from records.people import Role
from records.school import Gate
from rules.values import Outcome
from store import schools
from tests.casework.desks import as_person
from tests.casework.test_chosen_lines import bring_in, later
from tests.casework.test_suitable import add
from tests.casework.town import DAY, NORTH, WEST, Town

REFUSE = Intent(Outcome.NOT_ENTITLED, "Within walking distance.", "Looked at, not used.")
IDS = [f"N{n}" for n in range(20)]


def wanted(town: Town, case: str) -> str:
    return " ".join(wanted_for_figures(assess(town.desk, case)))


def with_gates(town: Town, *gates: Gate) -> None:
    schools.correct_school(town.desk.store, replace(town.school, gates=gates), town.desk.person)


def test_a_gate_moved_since_is_measured_to_before_deciding(town: Town) -> None:
    case = town.child_at(1.5)
    assert wanted(town, case) == ""
    with_gates(town, Gate("main", WEST + 300, NORTH))
    assert "route again: the gates that are open on the day of travel" in wanted(town, case)
    with pytest.raises(GateClosed, match="gates that are open"):
        decide_case(town.desk, case, REFUSE)
    measure_case(town.desk, case)
    assert wanted(town, case) == ""


def test_hours_that_leave_the_gates_of_the_day_as_they_were_ask_for_nothing(town: Town) -> None:
    case, main = town.child_at(1.5), town.school.gates[0]
    with_gates(town, replace(main, opens="08:00", closes="09:00", open_from=DAY))
    assert wanted(town, case) == ""
    admin = as_person(town.desk, "A. Admin", Role.ADMINISTRATOR)
    set_measuring(admin, MeasuringSettings(arrival="09:30"))
    assert "gates that are open" in wanted(town, case)


def test_a_replaced_network_is_measured_on_before_deciding(town: Town) -> None:
    case = town.child_at(1.5)
    bring_in(later(town.desk, 1), IDS)
    assert "Long Road, has been replaced by Long Road anew" in wanted(town, case)
    measure_case(town.desk, case)
    assert wanted(town, case) == ""


def test_a_figure_is_kept_on_its_network_with_a_reason_until_the_next_one_comes(
    town: Town,
) -> None:
    case = town.child_at(1.5)
    with pytest.raises(CannotKeep):
        keep_figures(town.desk, case, "The day of travel lies before the new network.")
    bring_in(later(town.desk, 1), IDS)
    with pytest.raises(CannotKeep):
        keep_figures(town.desk, case, " ")
    keep_figures(town.desk, case, "The day of travel lies before the new network.")
    assert wanted(town, case) == ""
    bring_in(later(town.desk, 2), [f"M{n}" for n in range(20)], "Long Road again")
    assert "has been replaced by Long Road again" in wanted(town, case)


def test_table_and_lengths_of_one_decision_rest_on_one_network(town: Town) -> None:
    case = town.child_at(1.5)
    add(town, "Near Primary", 2_000)
    draw_from_table(town.desk, case)
    assert wanted(town, case) == ""
    bring_in(later(town.desk, 1), IDS)
    measure_case(town.desk, case, (Way.WALKING, Way.ROAD))
    assert "Record again what follows from the table" in wanted(town, case)
    draw_from_table(town.desk, case)
    assert wanted(town, case) == ""
