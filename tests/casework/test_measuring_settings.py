"""How a store measures is set by those who may, whole or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.measure import measure_case
from casework.measuring.settings import (
    CannotSet,
    MeasuringSettings,
    measuring_settings,
    set_measuring,
)
from casework.rights import NotAllowed
from geography import NotMeasurable
from records.figure import Band
from records.people import Role
from store import schools
from tests.casework.desks import as_person
from tests.casework.town import Town

WANTED = MeasuringSettings(Band(40, 10), "08:45")


def test_what_is_set_is_read_again_and_can_be_taken_back(town: Town) -> None:
    lead = as_person(town.desk, "L. Lead", Role.POLICY_LEAD)
    assert measuring_settings(town.desk) == MeasuringSettings(Band(25, 5), None)
    assert set_measuring(lead, WANTED) == WANTED
    assert set_measuring(lead, MeasuringSettings()) == MeasuringSettings()


@pytest.mark.parametrize(
    "wanted", [replace(WANTED, band=Band(-1, 5)), replace(WANTED, arrival="8.45")]
)
def test_what_cannot_stand_is_refused_and_changes_nothing(
    town: Town, wanted: MeasuringSettings
) -> None:
    with pytest.raises(CannotSet, match="Nothing was changed"):
        set_measuring(as_person(town.desk, "A. Keeper", Role.ADMINISTRATOR), wanted)
    assert measuring_settings(town.desk) == MeasuringSettings()


def test_an_officer_does_not_set_it(town: Town) -> None:
    with pytest.raises(NotAllowed):
        set_measuring(town.desk, WANTED)


def test_a_gate_that_is_shut_when_children_arrive_is_not_measured_to(town: Town) -> None:
    case = town.child_at(1.5)
    late = replace(town.school.gates[0], opens="09:30")
    schools.correct_school(town.desk.store, replace(town.school, gates=(late,)), town.desk.person)
    measure_case(town.desk, case)
    keeper = as_person(town.desk, "A. Keeper", Role.ADMINISTRATOR)
    set_measuring(keeper, WANTED)
    with pytest.raises(NotMeasurable, match="No gate of"):
        measure_case(town.desk, case)
    set_measuring(keeper, MeasuringSettings())
    assert measure_case(town.desk, case)[0].gates == (late,)
