"""Figures near a limit are confirmed before deciding; what a family measured stands beside ours."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.assess import assess
from casework.decide import GateClosed, decide_case
from casework.gate import Intent, wanted
from casework.measure import measure_case, network_of
from casework.measuring.claimed import REASONS, claim_figure, claims_compared
from casework.measuring.confirm_figure import (
    CHECKS,
    CannotConfirm,
    confirm_figure,
    near_limits,
    read_band,
    set_band,
    wanted_for_figures,
)
from casework.measuring.still_current import could_matter
from casework.measuring.stretches import NewStretch, stretch_of
from casework.record import CannotRecord, record_fact
from casework.rights import NotAllowed
from records.figure import Band
from records.measurement import Way
from records.people import Role
from records.stretch import StretchKind
from rules.values import Outcome
from store import audit
from tests.casework.desks import as_person
from tests.casework.town import MILE, Town

TWO_MILES = 3_218_688
REFUSE = Intent(Outcome.NOT_ENTITLED, "Within walking distance.", "Looked at, not used.")


def just(town: Town, metres: float) -> str:
    """A child of 7 who lives so many metres beyond two miles on the ground (below 0: within)."""
    return town.child_at(2 * 0.99980 + metres / MILE)


@pytest.mark.parametrize("metres", [-40, 40, 200])
def test_a_figure_away_from_the_limit_is_not_asked_about(town: Town, metres: float) -> None:
    found = assess(town.desk, just(town, metres))
    length = next(fact.value for fact in found.facts if fact.name == "walking_distance")
    assert isinstance(length, int)
    assert bool(near_limits(found)) == (abs(length - TWO_MILES) <= 25_000)
    assert bool(wanted_for_figures(found)) == bool(near_limits(found))


def test_a_figure_near_the_limit_keeps_its_outcome_and_wants_confirming(town: Town) -> None:
    case = near_case(town)
    (near,) = near_limits(assess(town.desk, case))
    assert (near.fact, near.limit_mm, near.band_mm) == ("walking_distance", TWO_MILES, 25_000)
    assert near.measurement is not None and near.checks == CHECKS
    assert assess(town.desk, case).outcome is Outcome.NOT_ENTITLED  # the raw figure decides
    with pytest.raises(GateClosed, match="within the limit of 2 miles: check the figure"):
        decide_case(town.desk, case, REFUSE)
    confirm_figure(town.desk, case, near.fact, near.limit_mm, CHECKS, "Walked it.")
    assert wanted(assess(town.desk, case), REFUSE) == ()
    assert decide_case(town.desk, case, REFUSE).outcome is Outcome.NOT_ENTITLED
    told = [line.what for line in audit.lines(town.desk.store, case)]
    assert "figure confirmed" in told


def near_case(town: Town) -> str:
    """A case whose figure lies a few metres within two miles."""
    for metres in range(-30, 30, 5):
        case = just(town, metres)
        if near_limits(assess(town.desk, case)):
            return case
    raise AssertionError("no home near the limit")


def test_everything_on_the_list_is_checked_before_confirming(town: Town) -> None:
    case = near_case(town)
    with pytest.raises(CannotConfirm, match="No shorter way is missing"):
        confirm_figure(town.desk, case, "walking_distance", TWO_MILES, CHECKS[:4])
    with pytest.raises(CannotConfirm, match="not near that limit"):
        confirm_figure(town.desk, case, "walking_distance", 4_828_032, CHECKS)
    with pytest.raises(NotAllowed):
        reader = as_person(town.desk, "P. Panel", Role.PANEL_MEMBER)
        confirm_figure(reader, case, "walking_distance", TWO_MILES, CHECKS)


def test_another_figure_wants_confirming_anew(town: Town) -> None:
    case = near_case(town)
    confirm_figure(town.desk, case, "walking_distance", TWO_MILES, CHECKS)
    assert wanted_for_figures(assess(town.desk, case)) == ()
    record_fact(town.desk, case, "road_distance", "1 mile", "another tool")
    measure_case(town.desk, case)
    assert wanted_for_figures(assess(town.desk, case)) == ()  # measured the same again


def test_a_limit_on_which_nothing_turns_is_not_asked_about(town: Town) -> None:
    older = town.child_at(2 * 0.99980, born=date(2014, 6, 1))  # 12: three miles count, not two
    near = near_limits(assess(town.desk, older))
    assert [each.limit_mm for each in near if each.limit_mm == TWO_MILES] == []


def test_the_band_is_the_greater_of_metres_and_share_and_can_be_set(town: Town) -> None:
    assert read_band(town.desk) == Band(25, 5)
    with pytest.raises(NotAllowed):
        set_band(town.desk, Band(50, 10))
    set_band(as_person(town.desk, "L. Lead", Role.POLICY_LEAD), Band(50, 10))
    assert read_band(town.desk) == Band(50, 10)


@given(limit=st.integers(0, 50_000_000), metres=st.integers(0, 500), share=st.integers(0, 50))
def test_a_band_is_never_narrower_than_either_of_its_two(
    limit: int, metres: int, share: int
) -> None:
    around = Band(metres, share).around(limit)
    assert around >= metres * 1000
    assert around * 1000 >= limit * share
    assert around == metres * 1000 or (around - 1) * 1000 < limit * share


def test_the_familys_figure_stands_beside_ours_with_why_ours_prevails(town: Town) -> None:
    case = town.child_at(1.5)
    claimed = claim_figure(
        town.desk, case, Way.WALKING, 3_300_000, "a map on the web", date(2026, 11, 3), REASONS[0]
    )
    (beside,) = claims_compared(town.desk, case)
    assert beside.claimed == claimed
    assert beside.differs_mm == 3_300_000 - (beside.ours.ground_mm or 0)
    assert "longer" in beside.says and "follows roads only" in beside.says
    assert assess(town.desk, case).case.figures.claimed == (claimed,)


def test_a_claim_wants_a_tool_a_reason_and_a_figure_of_ours(town: Town) -> None:
    case = town.child_at(1.5, measured=False)
    day = date(2026, 11, 3)
    with pytest.raises(CannotRecord, match="Measure it first"):
        claim_figure(town.desk, case, Way.WALKING, 1, "a map", day, REASONS[0])
    with pytest.raises(CannotRecord, match="why our figure prevails"):
        claim_figure(town.desk, case, Way.WALKING, 1, "a map", day, " ")


def test_a_claim_of_a_day_to_come_or_of_no_length_is_refused(town: Town) -> None:
    case = town.child_at(1.5)
    with pytest.raises(CannotRecord, match="1 June 2030 has not come yet"):
        claim_figure(town.desk, case, Way.WALKING, 5, "a map", date(2030, 6, 1), REASONS[0])
    with pytest.raises(CannotRecord, match="A length is more than nothing"):
        claim_figure(town.desk, case, Way.WALKING, -5, "a map", date(2026, 11, 3), REASONS[0])
    assert claims_compared(town.desk, case) == ()


def test_a_stretch_far_from_the_route_never_asks_for_measuring_again(town: Town) -> None:
    case = town.child_at(0.5)
    measured = assess(town.desk, case).case.measurements[0]
    new = NewStretch(StretchKind.UNSAFE, "No footway", "site visit", ("18",))
    far = stretch_of(town.desk, network_of(town.desk), new)
    assert not could_matter(measured, far, True)
