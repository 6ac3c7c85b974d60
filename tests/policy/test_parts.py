"""What the shipped texts say beside who is helped: what is paid, how, how long, and for whom."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

import pytest

from casework.part_words import arrangement_words, contribution_words, determinations_words
from rules.arrangement import arrangement
from rules.contribution import contribution
from rules.decide import decide
from rules.determination import determinations
from rules.duty_source import duty_sources
from rules.example_parts import short
from rules.examples import Example
from rules.facts import read_facts
from rules.part_values import ArrangementOutcome, ContributionOutcome, DeterminationOutcome
from rules.parts import as_json, parts
from rules.policy import PolicyVersion, Provision
from rules.tree import Parameter
from rules.values import Authoriser, Determined, DutyOutcome, Effect, KnownHow, Standing
from tests.policy.shipped import SHELF, examples_under, leaves_in, version_of

ALONE = {
    "day_of_travel": "2024-10-08", "date_of_birth": "2015-11-20", "year_group": 3, "in_area": True,
    "school_kind": "mainstream", "school_governance": "academy", "registered_pupil": True,
    "also_registered_at_pru": False, "nearer_suitable_schools": 0, "boarding_arranged": False,
    "walking_distance": "3.5 miles", "road_distance": "3 miles", "free_travel_by_others": False,
    "can_use_public_transport": False, "fit_for_travel_training": False,
    "consents_to_budget": False, "safe_at_pick_up_point": False, "needs_passenger_assistant": True,
    "risk_when_sharing": False, "care_in_transit_excludes_sharing": False,
    "equipment_excludes_sharing": False, "sensory_need_excludes_sharing": False,
    "shared_journey_too_long": False, "one_to_one_at_school": False, "sharing_excluded": True,
}  # fmt: skip
LADDERS = ("southampton/2018-19", "southampton/2019-20", "southampton/2024-25")
SOLO = ("southampton/2019-20", "southampton/2024-25")
REASONS = {
    "risk_when_sharing",
    "care_in_transit_excludes_sharing",
    "equipment_excludes_sharing",
    "sensory_need_excludes_sharing",
    "shared_journey_too_long",
    "one_to_one_at_school",
    "sharing_excluded",
}
BANDS = ("up_to_five_miles", "up_to_seven_and_a_half_miles", "up_to_ten_miles", "over_ten_miles")


def of_effect(version: PolicyVersion, effect: Effect) -> list[Provision]:
    return [each for each in version.provisions if each.effect is effect]


def pence(version: PolicyVersion, name: str) -> int:
    found = version.parameters[name].values[0].value
    assert isinstance(found, int)
    return found


def raised(sum_in_pence: int, per_cent: str) -> int:
    exact = sum_in_pence * (1 + Decimal(per_cent) / 100)
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def charged_examples(version: PolicyVersion) -> Iterator[tuple[Example, ContributionOutcome, int]]:
    for each in examples_under(version.id):
        found = contribution(version, each.facts, decide(version, each.facts))
        if found.annual_pence is not None and found.provision is not None:
            yield each, found.outcome, found.annual_pence


@pytest.mark.parametrize("policy", SHELF.ids())
def test_every_sum_of_a_charge_falls_due_in_some_example_if_the_offer_was_read(
    policy: str,
) -> None:
    version = version_of(policy)
    due = {paid for _, _, paid in charged_examples(version)}
    for provision in of_effect(version, Effect.CHARGES):
        offers = [version.provision(each) for each in provision.touches]
        if provision.charge and any(each.standing is not Standing.UNREAD for each in offers):
            names = [each.value for each in provision.charge.cases]
            sums = {pence(version, one.name) for one in names if isinstance(one, Parameter)}
            assert sums <= due, provision.id


@pytest.mark.parametrize("policy", SHELF.ids())
def test_nobody_pays_for_what_is_owed_nor_as_an_adult_learner(policy: str) -> None:
    version = version_of(policy)
    for each in examples_under(policy):
        found = decide(version, each.facts)
        paid = contribution(version, each.facts, found)
        phase = {one.name: one.value for one in found.derived}.get("phase")
        if found.eligibility.outcome == "entitled" or phase == "adult_learner":
            assert paid.annual_pence in (0, None), each.sentence
            assert paid.outcome is not ContributionOutcome.DUE, each.sentence


def test_hampshires_charges_of_2024_25_are_those_of_the_year_before_raised_by_the_index() -> None:
    before, after = version_of("hampshire/2023-24"), version_of("hampshire/2024-25")
    for band in BANDS:
        assert raised(pence(before, f"charge_{band}"), "3.2") == pence(after, f"charge_{band}")


def test_a_sum_that_was_never_charged_is_no_figure_of_a_version() -> None:
    names = [each for each in version_of("hampshire/2024-25").parameters if "charge" in each]
    assert [each for each in names if "consulted" in each] == []
    assert "£1,825.39" in SHELF.text("hampshire/2024-25")


def test_southampton_asks_no_contribution_from_2019_and_says_so() -> None:
    version = version_of("southampton/2019-20")
    found = {
        outcome
        for example, outcome, paid in charged_examples(version)
        if paid == 0 and "post-16-send" in (example.expect.grounds or ())
    }
    assert found == {ContributionOutcome.NONE}
    rule = version.provision("southampton/2019-20#post-16-contribution")
    assert rule.standing is Standing.ADOPTED


def test_whether_southampton_asks_one_from_2024_is_not_read_and_not_guessed() -> None:
    for policy in ("southampton/2024-25", "southampton/2025-26"):
        (rule,) = of_effect(version_of(policy), Effect.CHARGES)
        assert rule.standing is Standing.UNREAD
        assert rule.charge is None


@pytest.mark.parametrize("policy", LADDERS)
def test_southamptons_order_of_kinds_of_travel_is_shown_as_assumed(policy: str) -> None:
    rungs = of_effect(version_of(policy), Effect.ARRANGES)
    assert [short(each.id) for each in rungs][0] == "travel-pass"
    assert {each.standing for each in rungs} == {Standing.TO_CONFIRM}


@pytest.mark.parametrize("policy", SHELF.ids())
def test_a_budget_or_an_escort_is_arranged_only_where_the_parent_agrees_by_law(policy: str) -> None:
    version = version_of(policy)
    for rung in of_effect(version, Effect.ARRANGES):
        if short(rung.id) in ("travel-budget", "walking-escort"):
            assert rung.with_consent == "Education Act 1996, section 508B(4)"
    for each in examples_under(policy):
        found = arrangement(version, each.facts, decide(version, each.facts))
        if found and found.suggested and found.with_consent:
            agreed = [each.facts.get(f"consents_to_{kind}") for kind in ("budget", "escort")]
            assert True in agreed, each.sentence


@pytest.mark.parametrize("policy", SOLO)
def test_travelling_alone_is_assumed_authorised_by_send_reviewed_and_judged_throughout(
    policy: str,
) -> None:
    version = version_of(policy)
    rule = version.provision(f"{policy}#solo-travel")
    assert rule.standing is Standing.TO_CONFIRM
    assert rule.determining is not None
    assert rule.determining.what is Determined.SOLO_TRAVEL
    assert rule.determining.authoriser is Authoriser.SEND
    assert rule.determining.review
    example = next(each for each in examples_under(policy) if "sharing_excluded" in each.facts)
    finding = next(
        each for each in decide(version, example.facts).findings if each.provision == rule.id
    )
    asked = {step.name for step in leaves_in([finding.because])}
    assert asked == REASONS
    assert {version.vocabulary[name].how for name in REASONS} == {KnownHow.JUDGED}
    assert all(version.vocabulary[name].special_category for name in REASONS)


@pytest.mark.parametrize("policy", LADDERS)
def test_every_determination_comes_out_both_ways_in_some_example(policy: str) -> None:
    version = version_of(policy)
    both = {DeterminationOutcome.NEEDED, DeterminationOutcome.NOT_NEEDED}
    shown: dict[Determined, set[DeterminationOutcome]] = {}
    for example in examples_under(policy):
        for each in determinations(version, example.facts):
            shown.setdefault(each.name, set()).add(each.outcome)
    assert shown
    assert all(both <= outcomes for outcomes in shown.values())


def test_children_of_2011_are_kept_on_a_version_that_is_said_not_to_be_held() -> None:
    kept = of_effect(version_of("southampton/2011-12"), Effect.PROTECTS)
    assert {short(each.id) for each in kept} == {
        "mainstream-protected",
        "faith-protected",
        "post-16-protected",
    }
    for each in kept:
        assert each.keeps not in SHELF.ids()
        assert "not held" in (each.source.note or "")
        assert each.standing is Standing.TO_CONFIRM


@pytest.mark.parametrize("policy", SHELF.ids())
def test_what_ends_or_is_reviewed_has_a_source_that_was_read(policy: str) -> None:
    for each in of_effect(version_of(policy), Effect.ENDS):
        assert each.standing in (Standing.ENACTED, Standing.PUBLISHED, Standing.TO_CONFIRM)
        assert each.ending is not None


def test_what_an_adult_is_owed_stands_on_the_section_for_adults() -> None:
    version = version_of("southampton/2025-26")
    for example in examples_under(version.id):
        found = decide(version, example.facts)
        stands = {each.source.at for each in duty_sources(version, found)}
        adult = any("#s-508F" in each for each in found.eligibility.grounds)
        if found.duty.outcome is DutyOutcome.OWED:
            sections = (
                {"section 508F(1)(a)", "section 508F(1)(b)"} if adult else {"section 508B(2)"}
            )
            assert stands and stands <= sections
        else:
            assert stands == {"section 508B(2)"}


def test_each_lesser_kind_says_why_and_an_owed_child_whom_none_fits_goes_to_an_officer() -> None:
    version = version_of("southampton/2024-25")
    facts = read_facts(ALONE, version.vocabulary)
    found = parts(version, facts, decide(version, facts))
    assert found.arrangement is not None
    assert found.arrangement.outcome is ArrangementOutcome.FOR_AN_OFFICER
    told = arrangement_words(found)
    assert "an officer must settle it" in told.head
    assert told.settled is False
    budget = next(line for line in told.lines if "budget" in line)
    assert "because the parent agrees" in budget and ": no" in budget
    listed = as_json(found)["arrangement"]
    assert isinstance(listed, dict)
    assert listed["outcome"] == "for_an_officer"
    assert all(each["not_met"] for each in listed["excluded"])
    solo = next(each for each in determinations_words(found) if "alone" in each.head)
    assert "not needed" in solo.head
    assert [line for line in solo.lines if "authorised" in line or "compulsory" in line] == []


@pytest.mark.parametrize(
    ("policy", "pence"), [("hampshire/2019-20", 83_100), ("hampshire/2024-25", 111_943)]
)
def test_help_that_hampshire_gives_as_an_exception_carries_the_tiered_charge(
    policy: str, pence: int
) -> None:
    version = version_of(policy)
    facts = read_facts(
        {**ALONE, "walking_distance": "1 mile", "exceptional_ground_claimed": True,
         "nearest_catchment_school": True, "preferences_refused": 0, "has_ehcp": False,
         "has_send": False, "disabled": False, "mobility_problem": False, "low_income": False,
         "looked_after": False, "exclusion": "none", "route_unsafe": False,
         "pick_up_distance": "6 miles"}, version.vocabulary
    )  # fmt: skip
    found = decide(version, facts)
    assert [short(each) for each in found.eligibility.grounds] == ["exceptional-circumstances"]
    waiting = contribution(version, facts, found)
    assert waiting.outcome is ContributionOutcome.CANNOT_TELL_YET
    assert "an officer has first to settle" in contribution_words(waiting).head
    given = contribution(version, facts, found, granted=True)
    assert (given.outcome, given.annual_pence) == (ContributionOutcome.DUE, pence)


def test_instalments_that_a_page_prints_otherwise_are_told_beside_the_sum() -> None:
    version = version_of("hampshire/2019-20")
    for example, _, paid in charged_examples(version):
        told = contribution_words(
            contribution(version, example.facts, decide(version, example.facts))
        )
        if paid == 133_000:
            assert any("£443 a term, which three times is £1,329" in line for line in told.lines)
            break
    else:
        pytest.fail("no example over ten miles")


def test_a_text_without_kinds_of_travel_says_nothing_of_them() -> None:
    version = version_of("england/1996-act")
    facts = read_facts(ALONE, version.vocabulary)
    found = parts(version, facts, decide(version, facts))
    assert found.arrangement is not None
    assert found.arrangement.outcome is ArrangementOutcome.NOT_IN_THE_TEXT
    assert "says nothing about the kind of travel" in arrangement_words(found).head
