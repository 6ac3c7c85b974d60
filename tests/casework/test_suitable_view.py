"""What the table of nearest suitable schools says of each fact, and what the case holds of it."""

from __future__ import annotations

from dataclasses import replace

from casework.schools.suitable_round import round_recorded, source_words
from casework.schools.suitable_verbs import correct_line, draw_from_table
from casework.schools.suitable_view import DrawnFact, SuitableView, look_at_schools
from records.school import School
from records.suitable import AdmissionRound, Aspect
from store import schools
from tests.casework.test_suitable import add
from tests.casework.town import Town


def drawn(view: SuitableView, name: str) -> DrawnFact:
    return next(one for one in view.drawn if one.name == name)


def town_with(town: Town, **more: object) -> tuple[str, School]:
    """A child two miles from school, with another primary a third of the way there."""
    return town.child_at(2), add(town, "Over the Border Primary", 3_000, **more)


def test_a_school_that_counts_is_named_with_how_far_it_is(town: Town) -> None:
    case, _ = town_with(town)
    found = drawn(look_at_schools(town.desk, case), "nearer_suitable_place")
    assert found.value is True
    assert [words[:36] for words in found.because] == ["Over the Border Primary counts: 218."]


def test_each_school_that_does_not_count_says_by_which_column(town: Town) -> None:
    case, _ = town_with(town, governance="independent")
    found = drawn(look_at_schools(town.desk, case), "nearer_suitable_place")
    assert found.value is False
    assert found.because == (
        "Over the Border Primary does not count: It is not of a kind that qualifies.",
    )


def test_what_is_open_is_said_school_by_school(town: Town) -> None:
    case, _ = town_with(town, kind=None)
    found = drawn(look_at_schools(town.desk, case), "nearer_suitable_schools")
    assert found.value is None
    assert found.because == (
        "Over the Border Primary is open: What kind of place it is, is not held.",
    )


def test_without_a_nearer_school_that_is_what_is_said(town: Town) -> None:
    found = drawn(look_at_schools(town.desk, town.child_at(2)), "nearer_suitable_place")
    assert found.value is False
    assert found.because == ("No school in reach is nearer than the one asked about.",)


def test_the_case_holds_what_was_recorded_until_the_table_says_otherwise(town: Town) -> None:
    case, near = town_with(town)
    draw_from_table(town.desk, case)
    before = drawn(look_at_schools(town.desk, case), "nearer_suitable_place")
    assert before.is_recorded
    assert not before.has_changed
    correct_line(town.desk, case, near.id, Aspect.PLACE, False, "It was full at every offer.")
    after = drawn(look_at_schools(town.desk, case), "nearer_suitable_place")
    assert after.value is False
    assert after.has_changed and after.is_to_record
    correct_line(town.desk, case, near.id, Aspect.PLACE, None, "It is asked again.")
    open_again = drawn(look_at_schools(town.desk, case), "nearer_suitable_place")
    assert open_again.value is None
    assert open_again.has_changed and open_again.is_to_record
    draw_from_table(town.desk, case)
    told = drawn(look_at_schools(town.desk, case), "nearer_suitable_place")
    assert told.recorded is not None and told.recorded.value is None
    assert not told.is_to_record


def test_a_school_of_another_councils_area_is_marked_and_one_of_none_is_not(town: Town) -> None:
    case, near = town_with(town, authority="Wexmouth")
    ours = replace(town.school, authority="Marlhaven")
    schools.correct_school(town.desk.store, ours, town.desk.person)
    assert look_at_schools(town.desk, case).beyond == {near.id}


def test_the_round_of_the_drawn_facts_is_looked_at_again(town: Town) -> None:
    case, near = town_with(town)
    correct_line(town.desk, case, near.id, Aspect.PLACE, True, "One was free in May.")
    draw_from_table(town.desk, case, AdmissionRound.IN_YEAR)
    view = look_at_schools(town.desk, case)
    assert view.table.round is AdmissionRound.IN_YEAR
    assert round_recorded(view.assessment.facts) is AdmissionRound.IN_YEAR


def test_a_round_is_written_so_that_it_can_be_read_again(town: Town) -> None:
    facts = look_at_schools(town.desk, town.child_at(1)).assessment.facts
    assert round_recorded(facts) is AdmissionRound.NORMAL
    for round in AdmissionRound:
        source = source_words(round, "walking route", "streets")
        assert round_recorded([replace(facts[0], source=source)]) is round
