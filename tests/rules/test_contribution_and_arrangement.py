"""What a family pays, in exact pence, and the least kind of travel that is suitable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.shelf import Shelf
from rules.arrangement import Arrangement, arrangement
from rules.contribution import Contribution, ContributionOutcome, contribution, in_parts
from rules.decide import decide
from rules.facts import read_facts
from rules.problems import BadPolicy
from rules.reader import read

SIXTEEN: dict[str, object] = {
    "day_of_travel": "2026-11-02",
    "date_of_birth": "2009-12-01",
    "in_area": True,
    "has_send": True,
    "has_ehcp": True,
    "disabled": False,
    "had_plan_to_end_of_secondary": True,
    "school_kind": "further_education",
    "school_governance": "other",
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "nearest_course": True,
    "walking_distance": "5 miles",
    "road_distance": "5 miles",
    "free_travel_by_others": False,
    "exceptional_ground_claimed": False,
    "contribution_low_income": False,
}


def paid(**changes: object) -> Contribution:
    """The contribution of a sixteen-year-old with special needs, with some facts changed."""
    policy = Shelf().read("marlhaven/2026-27")
    facts = read_facts({**SIXTEEN, **changes}, policy.vocabulary)
    return contribution(policy, facts, decide(policy, facts))


def arranged(**changes: object) -> Arrangement | None:
    """The arrangement of the same young person."""
    policy = Shelf().read("marlhaven/2026-27")
    facts = read_facts({**SIXTEEN, **changes}, policy.vocabulary)
    return arrangement(policy, facts, decide(policy, facts))


def test_the_standard_contribution_is_due_in_three_parts() -> None:
    found = paid()
    assert found.outcome is ContributionOutcome.DUE
    assert found.annual_pence == 60_000
    assert found.instalments == (20_000, 20_000, 20_000)
    assert found.provision == "marlhaven/2026-27#post-16-contribution"


def test_a_household_with_a_low_income_pays_the_lower_rate() -> None:
    assert paid(contribution_low_income=True).annual_pence == 30_000


def test_an_income_not_known_leaves_the_contribution_open_and_names_it() -> None:
    found = paid(contribution_low_income=None)
    assert found.outcome is ContributionOutcome.CANNOT_TELL_YET
    assert found.missing == ("contribution_low_income",)


def test_help_owed_by_law_is_free() -> None:
    child = {"date_of_birth": "2019-06-01", "school_kind": "mainstream", "boarding_arranged": False,
             "school_governance": "academy", "nearer_suitable_schools": 0}  # fmt: skip
    assert paid(**child).outcome is ContributionOutcome.NONE


def test_a_refused_learner_pays_nothing_and_an_open_case_cannot_be_told() -> None:
    assert paid(walking_distance="1 mile").outcome is ContributionOutcome.NONE
    assert paid(nearest_course=None).outcome is ContributionOutcome.CANNOT_TELL_YET


@given(pence=st.integers(0, 10**9), count=st.integers(1, 12))
def test_instalments_add_up_to_the_sum_and_differ_by_a_penny_at_most(
    pence: int, count: int
) -> None:
    parts = in_parts(pence, count)
    assert sum(parts) == pence
    assert not parts or max(parts) - min(parts) <= 1


def test_the_least_suitable_kind_of_travel_is_suggested() -> None:
    found = arranged(can_use_public_transport=True)
    assert found is not None and found.suggested is not None
    assert found.suggested.provision.endswith("#travel-pass")
    assert found.excluded == ()


def test_each_lesser_kind_is_excluded_with_its_finding() -> None:
    found = arranged(
        can_use_public_transport=False, fit_for_travel_training=False, consents_to_budget=False,
        safe_at_pick_up_point=False, sharing_excluded=False, needs_passenger_assistant=True,
    )  # fmt: skip
    assert found is not None and found.suggested is not None
    assert found.suggested.provision.endswith("#shared-with-assistant")
    names = [each.provision.split("#")[1] for each in found.excluded]
    assert names == [
        "travel-pass", "travel-training", "travel-budget", "pick-up-point", "shared-vehicle",
    ]  # fmt: skip


def test_a_budget_needs_the_parents_consent_by_law() -> None:
    found = arranged(
        can_use_public_transport=False, fit_for_travel_training=False, consents_to_budget=True
    )
    assert found is not None and found.with_consent == "Education Act 1996, section 508B(4)"


def test_a_rung_not_yet_judged_stops_the_climb_and_says_what_to_judge() -> None:
    found = arranged(can_use_public_transport=False)
    assert found is not None and found.suggested is None
    assert found.missing == ("fit_for_travel_training",)


def test_no_arrangement_is_looked_for_where_no_help_is_due() -> None:
    assert arranged(walking_distance="1 mile") is None


@pytest.mark.parametrize(
    ("charge", "says"),
    [
        ("", "'charge:' takes 'amount:' or 'cases:' of named sums"),
        ("    charge: {amount: post_16_beyond}\n", "of named sums"),
        ("    charge: {amount: nothing_known}\n", "'nothing_known' is not a fact"),
        ("    charge: {amount: post_16_contribution, instalments: post_16_beyond}\n",
         "'instalments:' takes a named number above 0"),
    ],
)  # fmt: skip
def test_a_charge_of_the_wrong_shape_is_told_with_its_place(charge: str, says: str) -> None:
    text = (
        "format: 1\npolicy: marlhaven/2030-31\ntitle: A\nstatus: draft\n"
        "builds_on: marlhaven/2026-27\nprovisions:\n"
        "  - provision: more\n    title: More\n    effect: charges\n    when: in_area\n"
        f"{charge}"
        "    source: {document: marlhaven-policy, standing: adopted}\n"
    )
    with pytest.raises(BadPolicy, match="line 7|line 1[01]") as caught:
        read(text, Shelf().text, "draft.yaml")
    assert says in str(caught.value)
