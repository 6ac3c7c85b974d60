"""Bands, waivers, uplifts, terms that are left: every sum worked out to the penny."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.part_words import contribution_words
from casework.shelf import Shelf
from rules.contribution import contribution
from rules.decide import decide
from rules.facts import read_facts
from rules.part_values import Contribution, ContributionOutcome
from rules.policy import PolicyVersion
from rules.reader import read
from rules.shares import rounded
from rules.tree import Parameter, Times
from rules.values import Facts, FactType, Outcome, Rounding, Standing
from tests.rules.made_up import PARAMETERS, provision, read_text, text_of

MILE = 1_609_344
HAMPSHIRE_SIXTH_FORMER = {
    "day_of_travel": "2025-10-01", "date_of_birth": "2008-11-20", "in_area": True,
    "school_kind": "further_education", "school_governance": "other", "has_ehcp": True,
    "course_start": "2025-09-02", "travel_needed_to_attend": True, "pick_up_distance": "5 miles",
    "contribution_low_income": False,
}  # fmt: skip
SOURCE = "source: {document: paper, standing: adopted}"
PARTS = (
    PARAMETERS
    + f"""
  five: {{value: 5 miles, {SOURCE}}}
  seven_and_a_half: {{value: 7.5 miles, {SOURCE}}}
  ten: {{value: 10 miles, {SOURCE}}}
  band_one: {{value: "£783.19", {SOURCE}}}
  band_two: {{value: "£1,084.72", {SOURCE}}}
  band_three: {{value: "£1,519.39", {SOURCE}}}
  band_four: {{value: "£1,736.07", {SOURCE}}}
  free: {{value: £0, {SOURCE}}}
  rise: {{value: 1032, {SOURCE}}}
  out_of: {{value: 1000, {SOURCE}}}
  spring: {{value: 2027-01-04, {SOURCE}}}
  summer: {{value: 2027-04-19, {SOURCE}}}
  two_terms: {{value: 2, {SOURCE}}}
  one_term: {{value: 1, {SOURCE}}}
definitions:
  terms_left:
    cases:
      - {{when: day_of_travel >= summer, value: one_term}}
      - {{when: day_of_travel >= spring, value: two_terms}}
      - {{otherwise: several}}
"""
)
BANDS = """{cases: [{when: one, value: free}, {when: far <= five, value: band_one},
      {when: far <= seven_and_a_half, value: band_two}, {when: far <= ten, value: band_three},
      {otherwise: band_four}], %s}"""
RISE = "{by: rise, out_of: out_of, round: nearest_penny}"
TERMS = "{by: terms_left, out_of: several, round: down_to_penny}"
HELP = provision("help", "offers", "two")


def charging(charge: str, *more: str) -> PolicyVersion:
    """A policy that helps where ``two`` holds and charges so."""
    bill = provision("bill", "charges", "two", charge=charge)
    return read_text(text_of(HELP, bill, *more, parts=PARTS))


YEARLY = charging(BANDS % "instalments: several")
RAISED = charging(BANDS % f"times: [{RISE}], instalments: several")
BY_TERM = charging(BANDS % f"times: [{RISE}, {TERMS}], instalments: terms_left")
CHILD: Facts = {"day_of_travel": date(2026, 9, 3), "one": False, "two": True, "far": 6 * MILE}


def paid(version: PolicyVersion, **changes: object) -> Contribution:
    """What is paid for the child, with some facts changed."""
    facts: Facts = {**CHILD, **changes}  # type: ignore[dict-item]
    return contribution(version, facts, decide(version, facts))


@pytest.mark.parametrize(
    ("far", "pence", "name"),
    [
        (5 * MILE, 78_319, "band_one"),
        (5 * MILE + 1, 108_472, "band_two"),
        (7 * MILE + MILE // 2, 108_472, "band_two"),
        (7 * MILE + MILE // 2 + 1, 151_939, "band_three"),
        (10 * MILE, 151_939, "band_three"),
        (10 * MILE + 1, 173_607, "band_four"),
    ],
)
def test_a_band_ends_at_its_limit_and_the_next_begins_a_millimetre_on(
    far: int, pence: int, name: str
) -> None:
    told = paid(YEARLY, far=far)
    assert (told.annual_pence, told.sum_name) == (pence, name)
    assert sum(told.instalments) == pence


def test_the_case_that_set_the_sum_is_told_with_its_test() -> None:
    because = paid(YEARLY).because
    assert because is not None and because.text == "far <= seven_and_a_half"


@pytest.mark.parametrize(("far", "pence"), [(1, 80_825), (6, 111_943), (9, 156_801), (11, 179_162)])
def test_an_uplift_of_three_point_two_per_cent_gives_the_printed_sums(far: int, pence: int) -> None:
    assert paid(RAISED, far=far * MILE).annual_pence == pence


@pytest.mark.parametrize(
    ("day", "pence", "parts"),
    [
        (date(2027, 1, 3), 111_943, (37_315, 37_314, 37_314)),
        (date(2027, 1, 4), 74_628, (37_314, 37_314)),
        (date(2027, 4, 19), 37_314, (37_314,)),
    ],
)
def test_whoever_begins_later_pays_for_the_terms_that_are_left(
    day: date, pence: int, parts: tuple[int, ...]
) -> None:
    told = paid(BY_TERM, day_of_travel=day)
    assert (told.annual_pence, told.instalments) == (pence, parts)


def test_a_waiver_is_a_sum_of_nothing_whatever_else_is_not_known() -> None:
    told = paid(BY_TERM, one=True, far=None, day_of_travel=None)
    assert told.outcome is ContributionOutcome.WAIVED
    assert (told.annual_pence, told.instalments) == (0, ())


def test_a_distance_or_a_day_not_known_leaves_the_sum_open_and_is_named() -> None:
    assert paid(BY_TERM, far=None).missing == ("far",)
    assert paid(BY_TERM, day_of_travel=None).missing == ("day_of_travel",)
    assert paid(BY_TERM, far=None).annual_pence is None


def test_of_several_grounds_the_one_that_costs_least_counts() -> None:
    other = provision("other", "offers", "three")
    dear = provision("dear", "charges", "two", charge="{amount: band_four}", touches="[other]")
    cheap = provision("cheap", "charges", "two", charge="{amount: band_one}", touches="[help]")
    version = read_text(text_of(HELP, other, dear, cheap, parts=PARTS))
    assert paid(version, three=True).annual_pence == 78_319
    assert paid(version, two=False, three=True).outcome is ContributionOutcome.NONE
    free = read_text(text_of(HELP, other, dear, parts=PARTS))
    assert paid(free, three=True).outcome is ContributionOutcome.NONE


def test_of_two_rules_that_charge_for_the_same_the_first_that_is_met_counts() -> None:
    first = provision("first", "charges", "three", charge="{amount: band_four}")
    second = provision("second", "charges", "two", charge="{amount: band_one}")
    version = read_text(text_of(HELP, first, second, parts=PARTS))
    assert paid(version, three=True).annual_pence == 173_607
    assert paid(version, three=False).annual_pence == 78_319
    assert paid(version).missing == ("three",)


def test_a_charge_nobody_has_read_leaves_the_sum_open_and_is_named() -> None:
    version = read_text(text_of(HELP, provision("bill", "charges", "two", "unread"), parts=PARTS))
    told = paid(version)
    assert told.outcome is ContributionOutcome.CANNOT_TELL_YET
    assert told.unread == ("made-up/one#bill",)


def test_every_sum_shows_how_sure_its_rule_is() -> None:
    version = read_text(
        text_of(
            HELP,
            provision("bill", "charges", "two", "to_confirm", charge="{amount: sum}"),
            parts=PARTS,
        )
    )
    assert paid(version).standing == "to_confirm"


YES_NO = st.sampled_from([True, False, None])
MANY = charging(
    BANDS % f"times: [{RISE}, {TERMS}], instalments: terms_left",
    provision("other", "offers", "three"),
    provision("first", "charges", "four", charge="{amount: band_one}", touches="[other]"),
    provision("second", "charges", "{any: [one, three]}", charge="{amount: free}"),
)
FACTS = st.fixed_dictionaries(
    {
        "day_of_travel": st.none() | st.dates(date(2026, 9, 1), date(2027, 7, 31)),
        "far": st.none() | st.integers(0, 12 * MILE),
        "one": YES_NO, "two": YES_NO, "three": YES_NO, "four": YES_NO,
    }
)  # fmt: skip
REST: Facts = {"day_of_travel": date(2027, 2, 1), "far": 4 * MILE}


@given(facts=FACTS, rest=st.tuples(*[st.booleans()] * 4))
def test_a_sum_that_is_told_stays_when_the_rest_is_found_out(
    facts: Facts, rest: tuple[bool, ...]
) -> None:
    filled = {**REST, **dict(zip(("one", "two", "three", "four"), rest, strict=True))}
    known = {name: filled[name] if each is None else each for name, each in facts.items()}
    before = contribution(MANY, facts, decide(MANY, facts))
    after = contribution(MANY, known, decide(MANY, known))
    assert after.outcome is not ContributionOutcome.CANNOT_TELL_YET
    if before.outcome is ContributionOutcome.CANNOT_TELL_YET:
        assert before.missing and all(facts[name] is None for name in before.missing)
    else:
        assert after.annual_pence == before.annual_pence
        assert sum(after.instalments) == after.annual_pence


AMOUNT = Parameter("sum", FactType.MONEY)


@given(
    pence=st.integers(0, 10**7),
    by=st.integers(0, 5_000),
    out_of=st.integers(1, 5_000),
    rounding=st.sampled_from(Rounding),
)
def test_a_share_is_rounded_once_by_less_than_its_unit(
    pence: int, by: int, out_of: int, rounding: Rounding
) -> None:
    exact = Fraction(pence * by, out_of)
    unit = 100 if rounding.value.endswith("pound") else 1
    share = rounded(exact, Times(AMOUNT, AMOUNT, rounding))
    assert share % unit == 0
    if rounding.value.startswith("nearest"):
        assert -Fraction(unit, 2) < share - exact <= Fraction(unit, 2)
    elif rounding.value.startswith("down"):
        assert -unit < share - exact <= 0
    else:
        assert 0 <= share - exact < unit


# What is owed by law is free, whatever a council writes under ``charges``.
GREEDY = """
format: 1
policy: marlhaven/2030-31
title: A draft that charges for everything
status: draft
builds_on: marlhaven/2026-27
provisions:
  - provision: bill
    title: Everybody pays
    effect: charges
    when: in_area
    charge: {amount: post_16_contribution}
    source: {document: marlhaven-policy, standing: adopted}
"""
OWED: dict[str, dict[str, object]] = {
    "a child beyond walking distance": {
        "date_of_birth": "2016-06-01", "year_group": 5, "school_kind": "mainstream",
        "school_governance": "academy", "nearer_suitable_place": False,
        "walking_distance": "4 miles", "boarding_arranged": False, "also_registered_at_pru": False,
    },
    "an adult whose travel is necessary": {
        "date_of_birth": "2005-06-01", "course_start": "2025-09-01", "travel_necessary": True,
        "school_kind": "further_education", "school_governance": "other", "has_ehcp": True,
    },
}  # fmt: skip


@pytest.mark.parametrize("who", OWED)
def test_what_is_owed_by_law_is_never_charged_for(who: str) -> None:
    policy = read(GREEDY, Shelf().text, "draft.yaml")
    given_facts = {"day_of_travel": "2026-11-02", "in_area": True, "registered_pupil": True}
    facts = read_facts({**given_facts, **OWED[who]}, policy.vocabulary)
    recommendation = decide(policy, facts)
    assert recommendation.eligibility.outcome is Outcome.ENTITLED
    told = contribution(policy, facts, recommendation)
    assert (told.outcome, told.annual_pence) == (ContributionOutcome.NONE, 0)


def test_a_sum_still_to_be_confirmed_is_never_told_as_surely_as_the_rule_that_asks_for_it() -> None:
    policy = Shelf().read("hampshire/2025-26")
    facts = read_facts(HAMPSHIRE_SIXTH_FORMER, policy.vocabulary)
    found = contribution(policy, facts, decide(policy, facts))
    (charged,) = (each for each in found.figures if each.name == found.sum_name)
    assert found.annual_pence == 80_825
    assert (found.rule_standing, found.standing) == (Standing.ADOPTED, Standing.TO_CONFIRM)
    assert charged.cites == "Hampshire page on applying for post-16 transport"
    assert {"first_band_up_to", "charge_instalments"} <= {each.name for each in found.figures}
    told = contribution_words(found)
    assert "to be confirmed" in told.head
    assert any(charged.cites in line and "the rise was not found" in line for line in told.lines)


def test_sums_read_on_a_councils_page_are_told_so_though_the_rule_was_adopted() -> None:
    policy = Shelf().read("hampshire/2024-25")
    facts = read_facts(
        HAMPSHIRE_SIXTH_FORMER
        | {
            "day_of_travel": "2024-10-01",
            "date_of_birth": "2007-11-20",
            "course_start": "2024-09-02",
        },
        policy.vocabulary,
    )
    found = contribution(policy, facts, decide(policy, facts))
    assert (found.rule_standing, found.standing) == (Standing.ADOPTED, Standing.PUBLISHED)
    assert "to be confirmed" not in contribution_words(found).head
