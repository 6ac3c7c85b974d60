"""Stretches marked unsafe or closed, paths added, and what they make of an open case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.assess import assess
from casework.measure import measure_case
from casework.measuring.before_and_after import before_and_after, with_and_without
from casework.measuring.choose_place import CannotChoose, choose_place, take_nearest
from casework.measuring.confirm_figure import wanted_for_figures
from casework.measuring.stretches import (
    CannotMark,
    NewStretch,
    end_stretch,
    list_stretches,
    mark_stretch,
)
from casework.rights import NotAllowed
from geography import NotMeasurable
from records.measurement import Way
from records.people import Role
from records.school import Gate
from records.stretch import StretchKind
from rules.values import Outcome
from store import audit, schools, stretches
from tests.casework.desks import as_person
from tests.casework.town import DAY, MILE, NORTH, WEST, Town

UNSAFE = NewStretch(StretchKind.UNSAFE, "No footway, 60 mph", "site visit of May", ("3",))
DETOUR = ((WEST + 1490, NORTH), (WEST + 1490, NORTH + 200), (WEST + 2010, NORTH + 200))
PATH = NewStretch(
    StretchKind.ADDED, "Path behind the farm", "site visit", path=(*DETOUR, (WEST + 2010, NORTH))
)


def test_an_unsafe_stretch_shows_both_measurements_and_both_recommendations(town: Town) -> None:
    case = town.child_at(1.5)
    found = before_and_after(town.desk, case, UNSAFE)
    before, after = found.before.by(Way.WALKING), found.after.by(Way.WALKING)
    assert before is not None and before.reachable
    assert after is not None and not after.reachable
    assert after.stopped_by == (found.stretch.id,)
    assert (found.before.outcome, found.after.outcome) == (
        Outcome.NOT_ENTITLED,
        Outcome.ENTITLED,
    )
    assert found.changes_the_route and found.changes_the_recommendation
    assert list_stretches(town.desk) == ()  # nothing was marked by asking


def test_an_unsafe_stretch_is_still_driven(town: Town) -> None:
    found = before_and_after(town.desk, town.child_at(1.5), UNSAFE)
    road = found.after.by(Way.ROAD)
    assert road is not None and road.reachable
    closed = replace(UNSAFE, kind=StretchKind.CLOSED)
    shut = before_and_after(town.desk, town.child_at(1.5), closed).after.by(Way.ROAD)
    assert shut is not None and not shut.reachable


def test_a_path_added_round_an_unsafe_stretch_is_walked(town: Town) -> None:
    case = town.child_at(1.5)
    mark_stretch(town.desk, UNSAFE)
    added = mark_stretch(town.desk, PATH)
    walking = measure_case(town.desk, case)[0]
    assert walking.grid_mm == pytest.approx(1.5 * MILE * 1000 + 400_000, abs=2)
    assert added.id in walking.edges
    assert len(walking.stretches) == 2
    both = with_and_without(town.desk, case, added.id)
    assert both.before.by(Way.WALKING).reachable is False  # type: ignore[union-attr]
    assert both.after.by(Way.WALKING).made_from == walking.made_from  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("limits", "counts"),
    [
        ({}, True),
        ({"from_day": DAY, "until_day": DAY}, True),
        ({"from_day": date(2026, 11, 3)}, False),
        ({"until_day": date(2026, 11, 1)}, False),
        ({"age_from": 7, "age_to": 7}, True),
        ({"age_from": 8}, False),
        ({"age_to": 6}, False),
    ],
)
def test_a_stretch_counts_on_its_days_and_for_its_ages(
    town: Town, limits: dict[str, object], counts: bool
) -> None:
    mark_stretch(town.desk, replace(UNSAFE, **limits))  # type: ignore[arg-type]
    walking = measure_case(town.desk, town.child_at(1.5))[0]  # aged 7 on the day of travel
    assert walking.reachable is not counts


def test_a_case_measured_before_a_stretch_was_marked_is_measured_again(town: Town) -> None:
    on_the_way, elsewhere = town.child_at(1.5), town.child_at(0.5)
    stretch = mark_stretch(town.desk, UNSAFE)
    assert "route again" in " ".join(wanted_for_figures(assess(town.desk, on_the_way)))
    assert wanted_for_figures(assess(town.desk, elsewhere)) == ()
    measure_case(town.desk, on_the_way)
    assert wanted_for_figures(assess(town.desk, on_the_way)) == ()
    end_stretch(town.desk, stretch.id, date(2026, 11, 1), "A footway was built.")
    assert "route again" in " ".join(wanted_for_figures(assess(town.desk, on_the_way)))


def test_ending_a_stretch_keeps_what_it_said_before_and_why(town: Town) -> None:
    stretch = mark_stretch(town.desk, UNSAFE)
    ended = end_stretch(town.desk, stretch.id, DAY, " The footway was built. ")
    assert stretches.stretch(town.desk.store, stretch.id) == ended
    assert ended.ended_because == "The footway was built."
    assert stretches.earlier_stretches(town.desk.store, stretch.id)[0].record == stretch
    told = [line.what for line in audit.lines(town.desk.store, stretch.id)]
    assert told == ["stretch marked", "stretch changed"]


def test_a_marked_stretch_is_never_moved(town: Town) -> None:
    stretch = mark_stretch(town.desk, UNSAFE)
    with pytest.raises(Exception, match="never moved"):
        stretches.correct_stretch(town.desk.store, replace(stretch, edges=("4",)), town.desk.person)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reason": " "}, "Say why"),
        ({"evidence": ""}, "what the evidence is"),
        ({"edges": ()}, "Choose the lines"),
        ({"from_day": date(2027, 1, 2), "until_day": date(2027, 1, 1)}, "before the first"),
        ({"age_from": 9, "age_to": 8}, "below the youngest"),
        ({"edges": ("1", "2"), "between": ((WEST, NORTH), (WEST + 9, NORTH))}, "one line only"),
    ],
)
def test_a_stretch_that_cannot_stand_is_told_and_not_kept(
    town: Town, wrong: dict[str, object], words: str
) -> None:
    with pytest.raises(CannotMark, match=words):
        mark_stretch(town.desk, replace(UNSAFE, **wrong))  # type: ignore[arg-type]
    assert list_stretches(town.desk) == ()


def test_an_unknown_line_is_not_marked(town: Town) -> None:
    with pytest.raises(NotMeasurable, match="no line 99"):
        mark_stretch(town.desk, replace(UNSAFE, edges=("99",)))


def test_a_panel_member_marks_nothing(town: Town) -> None:
    with pytest.raises(NotAllowed):
        mark_stretch(as_person(town.desk, "P. Panel", Role.PANEL_MEMBER), UNSAFE)


def test_a_stretch_lost_on_a_later_network_is_told_and_does_not_count(town: Town) -> None:
    stretch = mark_stretch(town.desk, UNSAFE)
    moved = replace(stretch, id="moved", lines=(((WEST, NORTH), (WEST + 1, NORTH)),))
    stretches.add_stretch(town.desk.store, moved, town.desk.person)
    walking = measure_case(town.desk, town.child_at(0.25))[0]
    assert (walking.stretches, walking.not_placed) == ((stretch.id,), ("moved",))
    assert "could not be found" in " ".join(walking.warnings)


def test_only_open_gates_are_measured_to(town: Town) -> None:
    near = Gate("near", WEST + 500, NORTH, open_from=date(2027, 1, 1))
    early = Gate("early", WEST + 400, NORTH, open_until=date(2026, 10, 1))
    after = replace(town.school, gates=(*town.school.gates, near, early))
    schools.correct_school(town.desk.store, after, town.desk.person)
    walking = measure_case(town.desk, town.child_at(1.5))[0]
    assert walking.gate == "main"
    assert [gate.name for gate in walking.gates] == ["main"]


def test_a_school_whose_gates_are_all_shut_is_not_measured_to(town: Town) -> None:
    shut = replace(town.school.gates[0], open_from=date(2027, 1, 1))
    schools.correct_school(town.desk.store, replace(town.school, gates=(shut,)), town.desk.person)
    with pytest.raises(NotMeasurable, match="No gate of .* is open on 2 November 2026"):
        town.child_at(1.5)


def test_a_home_put_on_another_line_keeps_the_reason(town: Town) -> None:
    case = town.child_at(1.5)
    far = (WEST + 1000, NORTH)
    choose_place(town.desk, case, "home", "1", "Its drive leaves by the other side.", near=far)
    walking = measure_case(town.desk, case)[0]
    assert walking.grid_mm == 1_000_000
    assert [one.reason for one in walking.chosen] == ["Its drive leaves by the other side."]
    assert "The home lies" in walking.warnings[0]
    take_nearest(town.desk, case, "home", "Seen on site: it does not.")
    again = measure_case(town.desk, case)[0]
    assert again.chosen == ()
    assert again.grid_mm == pytest.approx(1.5 * MILE * 1000, abs=2)


def test_a_place_is_not_chosen_without_a_reason_or_for_a_gate_that_is_not_there(
    town: Town,
) -> None:
    case = town.child_at(1.5)
    with pytest.raises(CannotChoose, match="Say why"):
        choose_place(town.desk, case, "home", "1", " ")
    with pytest.raises(CannotChoose, match="no gate called back"):
        choose_place(town.desk, case, "back", "1", "It is nearer.")
