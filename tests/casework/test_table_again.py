"""What was drawn from the table of schools is held against the table before a case is decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from casework.decide import GateClosed, decide_case
from casework.gate import Intent
from casework.measure import measure_case
from casework.measuring.before_and_after import before_and_after
from casework.measuring.figures_stand import wanted_again
from casework.measuring.keep_figures import CannotKeep, keep_figures
from casework.measuring.stretches import NewStretch, end_stretch, mark_stretch
from casework.record import record_fact, record_judgement
from casework.schools.suitable import suitable_schools
from casework.schools.suitable_verbs import correct_line, draw_from_table, note_places
from casework.schools.table_again import assess_to_decide
from geography import Line, edges_csv
from geography.outward import nanometres_out
from geography.trees import KEPT
from records.network import Network
from records.school import Gate, School
from records.stretch import StretchKind
from records.suitable import AdmissionRound, Aspect
from rules.values import Outcome
from store import decisions, networks, schools
from store.encoding import encode
from tests.casework.test_chosen_lines import bring_in, later
from tests.casework.test_suitable import add
from tests.casework.town import NORTH, WEST, Town

REFUSE = Intent(Outcome.NOT_ENTITLED, "A nearer school has a place.", "Looked at, not used.")
CLOSED_TO_THE_EAST = NewStretch(StretchKind.CLOSED, "Bridge down", "works order", ("8",))
IDS = [f"N{n}" for n in range(20)]


def drawn(town: Town) -> tuple[str, School]:
    """A child 2.1 miles from school, refused because East School is nearer: its road is edge 8."""
    case = town.child_at(2.1)
    east = add(town, "East School", 5_300)
    found = {fact.name: fact.value for fact in draw_from_table(town.desk, case)}
    assert (found["nearer_suitable_place"], found["nearer_suitable_schools"]) == (True, 1)
    assert wanted(town, case) == ""
    return case, east


def wanted(town: Town, case: str) -> str:
    return " ".join(wanted_again(assess_to_decide(town.desk, case)))


def values(town: Town, case: str) -> dict[str, object]:
    return {fact.name: fact.value for fact in assess_to_decide(town.desk, case).facts}


def test_a_case_is_not_refused_on_a_nearer_school_that_can_no_longer_be_reached(
    town: Town,
) -> None:
    case, _ = drawn(town)
    mark_stretch(town.desk, CLOSED_TO_THE_EAST)
    measure_case(town.desk, case)
    said = wanted(town, case)
    assert "East School can no longer be reached." in said
    assert "Draw the figures from the table again, or give your reasons" in said
    with pytest.raises(GateClosed, match="East School can no longer be reached"):
        decide_case(town.desk, case, REFUSE)
    assert decisions.current_decision(town.desk.store, case) is None
    draw_from_table(town.desk, case)
    assert wanted(town, case) == ""
    assert values(town, case)["nearer_suitable_schools"] == 0


def test_what_is_kept_with_reasons_stays_the_officers_until_it_is_drawn_again(town: Town) -> None:
    case, _ = drawn(town)
    marked = mark_stretch(town.desk, CLOSED_TO_THE_EAST)
    measure_case(town.desk, case)
    with pytest.raises(CannotKeep):
        keep_figures(town.desk, case, "  ")
    keep_figures(town.desk, case, "The bridge is open again before she travels.")
    assert wanted(town, case) == ""
    fact = next(
        one
        for one in assess_to_decide(town.desk, case).facts
        if one.name == "nearer_suitable_schools"
    )
    assert fact.value == 1
    assert "The bridge is open again before she travels." in fact.source
    assert fact.source.startswith(f"kept by {town.desk.person.name}: ")
    with pytest.raises(CannotKeep):
        keep_figures(town.desk, case, "Once more.")
    end_stretch(town.desk, marked.id, date(2026, 10, 1), "Open again.")
    draw_from_table(town.desk, case)
    assert values(town, case)["nearer_suitable_schools"] == 1


def test_a_fact_that_somebody_judged_or_wrote_down_is_not_held_against_the_table(
    town: Town,
) -> None:
    case, _ = drawn(town)
    for name, value in (("nearer_suitable_place", True), ("nearer_suitable_schools", 1)):
        record_judgement(town.desk, case, name, value, "Seen on the ground.")
    record_fact(town.desk, case, "nearer_suitable_school_of_belief", False, "application form")
    mark_stretch(town.desk, CLOSED_TO_THE_EAST)
    measure_case(town.desk, case)
    assert wanted(town, case) == ""


def test_places_noted_and_lines_corrected_since_are_named_with_what_they_say(town: Town) -> None:
    case, east = drawn(town)
    correct_line(town.desk, case, east.id, Aspect.PLACE, False, "Full, says admissions.")
    assert "East School no longer counts: Full, says admissions." in wanted(town, case)
    correct_line(town.desk, case, east.id, Aspect.PLACE, None, "Admissions are asked again.")
    said = wanted(town, case)
    assert "East School is open now: Admissions are asked again." in said
    assert "is not settled by the table now, and 1 in the case" in said
    draw_from_table(town.desk, case)
    assert wanted(town, case) == ""
    assert values(town, case)["nearer_suitable_schools"] is None  # not known: it is asked again
    correct_line(town.desk, case, east.id, Aspect.PLACE, True, "One was left.")
    assert wanted(town, case) == ""


def test_places_noted_for_every_case_are_seen_in_each(town: Town) -> None:
    case, east = drawn(town)
    note_places(
        town.desk, east.id, 0, AdmissionRound.NORMAL, date(2023, 4, 17), 0, "admissions", 1_000
    )
    assert "East School" in wanted(town, case)


def test_a_school_that_came_onto_the_list_since_is_named(town: Town) -> None:
    case, _ = drawn(town)
    near = add(town, "Meadow School", 3_000)
    assert "Meadow School counts now: it is 0.24 miles" in wanted(town, case)
    schools.correct_school(
        town.desk.store, replace(near, gates=(Gate("main", WEST + 9_800, NORTH),)), town.desk.person
    )
    assert wanted(town, case) == ""


def test_a_school_that_a_path_marked_since_makes_nearer_is_named(town: Town) -> None:
    road = [
        Line(str(n), str(n), str(n + 1),
             ((WEST + n * 500, NORTH), (WEST + n * 500 + 500, NORTH)), name="Road", motor=True)
        for n in range(20)
    ]  # fmt: skip
    shore = ((WEST + 3_000, NORTH + 1_000), (WEST + 3_400, NORTH + 1_000))
    content = edges_csv([*road, Line("99", "i", "j", shore, name="Island", motor=True)]).encode()
    digest = sha256(content).hexdigest()
    found = Network("With an island", digest, town.desk.now(), content)
    networks.add_network(town.desk.store, found, town.desk.person)
    case = town.child_at(2.1)
    island = replace(
        add(town, "Island School", 0), gates=(Gate("main", WEST + 3_200, NORTH + 1_010),)
    )
    schools.correct_school(town.desk.store, island, town.desk.person)
    draw_from_table(town.desk, case)
    assert values(town, case)["nearer_suitable_schools"] == 0
    way_over = ((WEST + 3_200, NORTH), (WEST + 3_200, NORTH + 1_000))
    mark_stretch(town.desk, NewStretch(StretchKind.ADDED, "bridge", "walked", path=way_over))
    measure_case(town.desk, case)
    assert "Island School counts now: it is " in wanted(town, case)
    draw_from_table(town.desk, case)
    assert wanted(town, case) == ""
    assert values(town, case)["nearer_suitable_schools"] == 1


def test_a_school_that_left_the_reach_of_the_home_is_named(town: Town) -> None:
    case, east = drawn(town)
    gone = replace(east, gates=(Gate("main", WEST + 40_000, NORTH),))
    schools.correct_school(town.desk.store, gone, town.desk.person)
    assert "East School is in reach no longer." in wanted(town, case)


def test_a_table_that_cannot_be_drawn_up_any_more_bears_nothing_out(town: Town) -> None:
    case, _ = drawn(town)
    shut = replace(town.school, gates=(replace(town.school.gates[0], open_until=date(2026, 1, 1)),))
    schools.correct_school(town.desk.store, shut, town.desk.person)
    said = wanted(town, case)
    assert "cannot be looked at again" in said and "No gate of Brook Road Primary is open" in said


def test_the_table_of_a_case_kept_on_its_network_is_ranked_on_that(town: Town) -> None:
    case, _ = drawn(town)
    bring_in(later(town.desk, 1), IDS)
    keep_figures(town.desk, case, "The day of travel lies before the new network.")
    assert wanted(town, case) == ""
    assert suitable_schools(town.desk, case).network == "Long Road"
    draw_from_table(town.desk, case)
    assert wanted(town, case) == ""


def test_trying_a_stretch_shows_what_it_does_to_the_table(town: Town) -> None:
    case, _ = drawn(town)
    found = before_and_after(town.desk, case, CLOSED_TO_THE_EAST)
    sides = [dict(side.drawn) for side in (found.before, found.after)]
    labels = assess_to_decide(town.desk, case).policy.vocabulary
    label = labels["nearer_suitable_schools"].label
    assert [side[label] for side in sides] == ["1", "0"]
    assert found.changes_the_table and not found.changes_the_route
    assert found.changes_the_recommendation
    assert (found.before.outcome, found.after.outcome) == (Outcome.NOT_ENTITLED, Outcome.ENTITLED)
    assert values(town, case)["nearer_suitable_schools"] == 1  # trying keeps nothing


def test_schools_are_ranked_for_a_decision_only_where_a_fact_was_drawn(town: Town) -> None:
    undrawn, (case, _) = town.child_at(2.1), drawn(town)
    KEPT.clear()
    nanometres_out.cache_clear()
    assess_to_decide(town.desk, undrawn)
    assert nanometres_out.cache_info().currsize == 0
    assess_to_decide(town.desk, case)
    assert nanometres_out.cache_info().currsize > 0


def test_a_decision_that_was_taken_stays_as_it_was_whatever_the_table_says_later(
    town: Town,
) -> None:
    case, _ = drawn(town)
    decided = decide_case(town.desk, case, REFUSE)
    before = encode(decided)
    mark_stretch(town.desk, CLOSED_TO_THE_EAST)
    assert wanted(town, case) != ""
    stored = decisions.current_decision(town.desk.store, case)
    assert stored is not None and encode(stored) == before
