"""A certificate is made again from the record of a measurement, and the same or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework.certificates.make import NotTheSame, certificate, certificates_of
from casework.certificates.words import method_words
from casework.decide import decide_case
from casework.gate import Intent
from casework.measure import CannotMeasure, measure_case
from casework.measuring.choose_place import choose_place
from casework.measuring.claimed import REASONS, claim_figure
from casework.measuring.stretches import NewStretch, end_stretch, mark_stretch
from records.decision import Decision
from records.london import day_in_london
from records.measurement import Measurement, Way
from records.school import Gate
from records.stretch import StretchKind
from rules.values import Outcome
from store import measurements, schools
from store.encoding import encode
from store.identifiers import new_id
from tests.casework.town import NORTH, WEST, Town

PATH = (
    (WEST + 1490, NORTH),
    (WEST + 1490, NORTH + 200),
    (WEST + 2010, NORTH + 200),
    (WEST + 2010, NORTH),
)


def measured(town: Town, case: str) -> Measurement:
    """The last walking measurement of a case."""
    return [one for one in measurements.measurements_of(town.desk.store, case)
            if one.way is Way.WALKING][-1]  # fmt: skip


def test_a_certificate_holds_all_that_was_measured(town: Town) -> None:
    case = town.child_at(1.5)
    kept = measured(town, case)
    found = certificate(town.desk, kept.id)
    assert found.measurement == kept
    assert found.length_mm == kept.ground_mm
    assert [street.name for street in found.streets] == ["Long Road"]
    assert sum(street.ground_nm for street in found.streets) <= (kept.ground_mm or 0) * 10**6
    assert found.streets[0].edges == ("4", "3", "2", "1", "0")
    assert found.streets[0].line == kept.line
    assert [each.limit_mm for each in found.limits] == [3_218_688]
    assert found.limits[0].margin_mm == (kept.ground_mm or 0) - 3_218_688
    assert any("by road" in each.what for each in found.alternatives)
    assert "the main gate" in " ".join(found.method)
    assert (found.network_edges, found.gate_position) == (20, (WEST, NORTH))


def test_it_comes_out_the_same_whenever_it_is_drawn_up(town: Town) -> None:
    case = town.child_at(1.5)
    kept = measured(town, case)
    first = encode(certificate(town.desk, kept.id))
    gates = (Gate("new", WEST + 500, NORTH),)
    schools.correct_school(town.desk.store, replace(town.school, gates=gates), town.desk.person)
    unsafe = NewStretch(StretchKind.UNSAFE, "No footway", "site visit", ("2",))
    mark_stretch(town.desk, unsafe)
    assert encode(certificate(town.desk, kept.id)) == first


def test_stretches_in_force_then_are_told_though_they_have_ended(town: Town) -> None:
    case = town.child_at(1.5)
    unsafe = mark_stretch(
        town.desk, NewStretch(StretchKind.UNSAFE, "No footway", "site visit", ("3",))
    )
    added = mark_stretch(
        town.desk, NewStretch(StretchKind.ADDED, "Farm path", "walked", path=PATH, name="Path")
    )
    kept = measure_case(replace(town.desk, now=town.desk.store.now), case)[0]
    first = encode(certificate(town.desk, kept.id))
    end_stretch(town.desk, unsafe.id, date(2026, 11, 1), "A footway was built.")
    found = certificate(town.desk, kept.id)
    assert encode(found) == first
    assert {one.id for one in found.stretches} == {unsafe.id, added.id}
    assert [street.name for street in found.streets] == ["Long Road", "Path", "Long Road"]
    bare = next(each for each in found.alternatives if "nothing closed" in each.what)
    assert (bare.ground_mm or 0) < (kept.ground_mm or 0)


def test_other_gates_and_places_chosen_and_claims_are_told(town: Town) -> None:
    back = Gate("back", WEST + 9_000, NORTH)
    both = replace(town.school, gates=(*town.school.gates, back))
    schools.correct_school(town.desk.store, both, town.desk.person)
    case = town.child_at(1.5)
    choose_place(town.desk, case, "back", "5", "The gate is on the lane.")
    kept = measure_case(town.desk, case)[0]
    claim = claim_figure(
        town.desk, case, Way.WALKING, 3_300_000, "a web map", date(2026, 11, 3), REASONS[0]
    )
    found = certificate(town.desk, kept.id)
    assert found.claimed == (claim,)
    assert [one.end for one in found.chosen] == ["back"]
    told = [each.what for each in found.alternatives]
    assert f"to the {'main' if kept.gate == 'back' else 'back'} gate" in told


def test_a_route_that_does_not_exist_has_a_certificate_that_says_why(town: Town) -> None:
    case = town.child_at(1.5)
    mark_stretch(town.desk, NewStretch(StretchKind.CLOSED, "Bridge shut", "order", ("3",)))
    walking, road = measure_case(town.desk, case)
    found = certificate(town.desk, walking.id)
    assert (found.length_mm, found.streets) == (None, ())
    assert "closed" in (found.measurement.why_none or "")
    assert found.limits == () or found.limits[0].margin_mm is None
    assert {each.measurement.way for each in certificates_of(town.desk, case)} == set(Way)
    assert road.why_none is not None


def test_a_figure_that_does_not_come_out_again_has_no_certificate(town: Town) -> None:
    case = town.child_at(1.5)
    kept = measured(town, case)
    forged = replace(kept, id=new_id(), ground_mm=(kept.ground_mm or 0) - 1)
    measurements.add_measurement(town.desk.store, forged, town.desk.person)
    with pytest.raises(NotTheSame, match="no certificate"):
        certificate(town.desk, forged.id)


def test_a_network_that_is_not_held_is_asked_for(town: Town) -> None:
    case = town.child_at(1.5)
    lost = replace(measured(town, case), id=new_id(), digest="ab" * 32)
    measurements.add_measurement(town.desk.store, lost, town.desk.person)
    with pytest.raises(CannotMeasure, match="is not held here"):
        certificate(town.desk, lost.id)


CLAIMED = (Way.WALKING, 3_300_000, "a web map", date(2026, 11, 3), REASONS[0])


def decided(town: Town, case: str) -> Decision:
    why = "Within two miles."
    return decide_case(town.desk, case, Intent(Outcome.NOT_ENTITLED, why, "We looked at work."))


def test_drawn_for_a_decision_it_tells_what_the_decision_had_whatever_came_later(
    town: Town,
) -> None:
    case = town.child_at(1.5)
    before = claim_figure(town.desk, case, *CLAIMED)
    made, kept = decided(town, case), measured(town, case)
    first = certificate(town.desk, kept.id, made)
    later = made.decided_at + timedelta(days=90)
    newer = replace(
        town.desk,
        now=lambda: later,
        today=later.date,
        shelf=replace(town.desk.shelf, folders=town.desk.shelf.folders[:1]),
    )
    claim_figure(replace(town.desk, now=lambda: later), case, *CLAIMED)
    school = schools.school(town.desk.store, kept.school)
    schools.correct_school(
        town.desk.store, replace(school, name="Renamed Academy"), town.desk.person
    )
    assert encode(certificate(newer, kept.id, made)) == encode(first)
    assert (first.claimed, first.of_decision) == ((before,), True)
    assert first.as_of == day_in_london(made.decided_at)
    assert [each.limit_mm for each in first.limits] == [3_218_688]
    assert measurements.measurement(town.desk.store, kept.id) == kept


def test_drawn_today_it_says_the_day_and_tells_what_was_claimed_since(town: Town) -> None:
    case = town.child_at(1.5)
    decided(town, case)
    claim_figure(town.desk, case, *CLAIMED)
    found = certificate(town.desk, measured(town, case).id)
    assert len(found.claimed) == 1
    assert (found.as_of, found.of_decision) == (town.desk.today(), False)


def test_how_it_was_measured_reads_as_sentences_and_tells_no_distance_of_nothing(
    town: Town,
) -> None:
    kept = measured(town, town.child_at(1.5))
    at_gate = " ".join(method_words(replace(kept, gate_snap_mm=0, home_snap_mm=0)))
    assert "It ends at the main gate. The gate stands on the line." in at_gate
    assert "The home stands at that point." in at_gate and "0.000" not in at_gate
    off = " ".join(method_words(replace(kept, gate_snap_mm=5_000)))
    assert "The gate stands 5.000 m from the line; that is not added to the length." in off
