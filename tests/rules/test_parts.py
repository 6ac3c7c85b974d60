"""All parts at once: as values, as JSON, as the store keeps them; none touches eligibility."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.shelf import Shelf
from rules.caseload.run import run
from rules.decide import decide
from rules.part_values import ContributionOutcome, Parts, PeriodOutcome, ProtectionOutcome
from rules.parts import as_json, parts
from rules.policy import PolicyVersion
from rules.problems import BadFacts, NoPolicyInForce
from rules.prove.difference import difference
from rules.prove.never import never
from rules.values import BESIDE_ELIGIBILITY, Effect, Facts, Outcome
from store.encoding import decode, encode
from tests.rules.caseload.made_up_policies import random_policy
from tests.rules.children import children
from tests.rules.made_up import PARAMETERS, provision, read_text, text_of
from tests.rules.prove.drafts import draft

MILE = 1_609_344
SIXTEEN: Facts = {
    "day_of_travel": date(2026, 11, 2), "date_of_birth": date(2009, 12, 1), "in_area": True,
    "has_send": True, "has_ehcp": True, "school_kind": "further_education",
    "school_governance": "other", "registered_pupil": True, "nearest_course": True,
    "walking_distance": 5 * MILE, "free_travel_by_others": False,
    "exceptional_ground_claimed": False, "contribution_low_income": False,
    "can_use_public_transport": False, "fit_for_travel_training": False,
    "consents_to_budget": False, "sharing_excluded": True, "risk_when_sharing": True,
    "needs_passenger_assistant": False, "safe_at_pick_up_point": False,
    "attends_from": date(2026, 7, 1), "first_helped_on": date(2026, 7, 1),
}  # fmt: skip
JUDGED = (
    "can_use_public_transport", "fit_for_travel_training", "sharing_excluded", "risk_when_sharing",
    "needs_passenger_assistant", "equipment_excludes_sharing", "has_send", "nearest_course",
    "contribution_low_income",
)  # fmt: skip


def marlhaven() -> PolicyVersion:
    """The fictional council's newer version, which has every part."""
    return Shelf().read("marlhaven/2026-27")


def parts_of(facts: Facts) -> Parts:
    """Every part for one child."""
    policy = marlhaven()
    return parts(policy, facts, decide(policy, facts))


def test_one_child_has_every_part() -> None:
    found = parts_of(SIXTEEN)
    assert found.contribution.annual_pence == 60_000
    assert found.arrangement is not None and found.arrangement.suggested is not None
    assert found.arrangement.suggested.provision.endswith("#vehicle-alone")
    assert found.period.until == date(2027, 7, 17)
    assert found.period.review_on == date(2027, 3, 31)
    assert found.protection.keeps == "marlhaven/2025-26"
    assert [each.outcome.value for each in found.determinations] == ["needed", "not_needed"]


def test_who_is_refused_has_no_parts_but_may_be_kept_on_an_older_version() -> None:
    found = parts_of({**SIXTEEN, "walking_distance": MILE})
    assert found.contribution.outcome is ContributionOutcome.NONE
    assert found.arrangement is None and found.determinations == ()
    assert found.period.outcome is PeriodOutcome.NONE
    assert found.protection.outcome is ProtectionOutcome.KEPT


def test_as_json_pence_are_whole_numbers_and_days_iso() -> None:
    told = json.loads(json.dumps(as_json(parts_of(SIXTEEN))))
    assert set(told) == {"contribution", "arrangement", "period", "protection", "determinations"}
    assert told["contribution"]["annual_pence"] == 60_000
    assert told["contribution"]["instalments_pence"] == [20_000] * 3
    assert told["period"]["from"] == "2026-11-02" and told["period"]["until"] == "2027-07-17"
    assert told["arrangement"]["suggested"]["provision"] == "marlhaven/2026-27#vehicle-alone"
    assert len(told["arrangement"]["excluded"]) == 6
    assert told["determinations"][0]["criteria"][0]["name"] == "sharing_excluded"
    assert told["determinations"][0]["authoriser"] == "send"


@settings(max_examples=40)
@given(
    changes=st.dictionaries(st.sampled_from(JUDGED), st.sampled_from([True, False, None])),
    born=st.dates(date(2006, 1, 1), date(2020, 1, 1)),
    day=st.dates(date(2026, 9, 1), date(2027, 8, 31)),
    far=st.integers(0, 20 * MILE),
)
def test_the_store_gives_back_what_it_was_given(
    changes: Facts, born: date, day: date, far: int
) -> None:
    found = parts_of(
        {**SIXTEEN, **changes, "date_of_birth": born, "day_of_travel": day, "walking_distance": far}
    )
    assert decode(Parts, encode(found)) == found
    assert json.dumps(as_json(found), sort_keys=True)


@settings(max_examples=40)
@given(
    gone=st.sets(st.sampled_from(sorted(SIXTEEN)), max_size=4),
    day=st.dates(date(2026, 9, 1), date(2027, 8, 31)),
)
def test_taking_a_fact_away_leaves_a_part_as_it_was_or_open_and_names_the_fact(
    gone: set[str], day: date
) -> None:
    whole = {**SIXTEEN, "day_of_travel": day}
    left = {name: value for name, value in whole.items() if name not in gone}
    before, after = parts_of(whole), parts_of(left)
    if after.contribution.annual_pence != before.contribution.annual_pence:
        assert after.contribution.outcome is ContributionOutcome.CANNOT_TELL_YET
    if after.protection.keeps != before.protection.keeps:
        assert set(after.protection.missing) & gone
    for old, new in zip(before.determinations, after.determinations, strict=False):
        assert new.outcome is old.outcome or set(new.missing) & gone
    if after.period.until != before.period.until:
        assert after.period.missing


def granting() -> PolicyVersion:
    """A policy that refers a claim to an officer, and says what follows where help is granted."""
    source = "source: {document: paper, standing: adopted}"
    dates = PARAMETERS + f"  last: {{value: 2027-03-05, {source}}}\n"
    return read_text(
        text_of(
            provision("help", "offers", "two"),
            provision("claim", "refers", "one"),
            provision("bill", "charges", "one", charge="{amount: sum}", touches="[claim]"),
            provision("until", "ends", "one", on="last", touches="[claim]"),
            provision("of-help", "ends", "one", on="last", touches="[help]"),
            provision("taxi", "arranges", "three"),
            provision("alone", "determines", "judged_one", determines="solo_travel"),
            parts=dates,
        )
    )


@pytest.mark.parametrize("outcome", [Outcome.FOR_AN_OFFICER, Outcome.NOT_ENTITLED])
def test_help_granted_by_discretion_is_arranged_charged_and_ended(outcome: Outcome) -> None:
    version, claimed = granting(), outcome is Outcome.FOR_AN_OFFICER
    facts: Facts = {"day_of_travel": date(2026, 11, 2), "one": claimed, "two": False, "three": True}
    recommendation = decide(version, facts)
    assert recommendation.eligibility.outcome is outcome
    found = parts(version, facts, recommendation, granted=True)
    assert found.arrangement is not None and found.arrangement.suggested is not None
    assert len(found.determinations) == 1
    assert found.contribution.annual_pence == (10_000 if claimed else 0)
    assert found.period.until == (date(2027, 3, 5) if claimed else date(2027, 8, 31))
    without = parts(version, facts, recommendation)
    assert without.arrangement is None and without.period.outcome is not PeriodOutcome.RUNS


BESIDE = [each for each in BESIDE_ELIGIBILITY if each is not Effect.OWES]


@pytest.mark.parametrize("seed", range(3))
def test_an_effect_beside_eligibility_changes_no_outcome_of_any_child(seed: int) -> None:
    plain = random_policy(seed)
    beside = [
        replace(each, id=f"{each.id}-{effect}", effect=effect)
        for effect in BESIDE
        for each in plain.provisions
    ]
    wider = replace(plain, provisions=(*plain.provisions, *beside))
    table = children(plain, 200, seed, unknown=0.2)
    one, other = run(plain, table), run(wider, table)
    assert np.array_equal(one.outcomes, other.outcomes)
    assert np.array_equal(one.first, other.first)
    for row in range(0, table.count, 10):
        assert _decided(plain, table.facts(row)) == _decided(wider, table.facts(row))


def _decided(policy: PolicyVersion, facts: Facts) -> object:
    try:
        found = decide(policy, facts)
    except (BadFacts, NoPolicyInForce):
        return None
    return found.eligibility, found.duty


def test_no_proof_speaks_of_an_effect_beside_eligibility() -> None:
    plain = draft(id="drafts/plain")
    wider = replace(
        plain,
        id="drafts/wider",
        provisions=(
            *plain.provisions,
            *(
                replace(plain.provisions[0], id=f"drafts/wider#{each}", effect=each)
                for each in BESIDE
            ),
        ),
    )
    assert difference(plain, wider).regions == ()
    listed = never(wider)
    assert (listed.never_met, listed.never_matter) == ((), ())


def test_help_by_law_and_help_offered_have_the_same_parts_beside_the_contribution() -> None:
    child: Facts = {
        **SIXTEEN, "date_of_birth": date(2016, 6, 1), "school_kind": "mainstream",
        "school_governance": "academy", "nearer_suitable_place": False, "year_group": 5,
        "boarding_arranged": False, "also_registered_at_pru": False, "disabled": False,
    }  # fmt: skip
    policy = marlhaven()
    assert decide(policy, child).eligibility.outcome is Outcome.ENTITLED
    found = parts_of(child)
    assert found.contribution.outcome is ContributionOutcome.NONE
    assert found.arrangement is not None and found.determinations
    assert found.period.until == date(2027, 8, 31)
