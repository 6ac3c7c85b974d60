"""The outcome rule, branch by branch: duties, then offers, then people; and the duty to act."""

from __future__ import annotations

import pytest

from casework.shelf import Shelf
from rules.decide import decide
from rules.reader import read
from rules.recommendation import Recommendation
from rules.values import DutyOutcome, Facts, Outcome, Result
from tests.rules.made_up import policy, provision

ENTITLES = provision("law", "entitles", "one")
OFFERS = provision("offer", "offers", "two")
OTHER_OFFER = provision("other-offer", "offers", "four")
WITHHOLDS = provision("withhold", "withholds", "three")
WITHHOLDS_OTHER = provision("withhold", "withholds", "three", touches="[other-offer]")
REFERS = provision("refer", "refers", "three")
OPEN: Facts = {}


def found(facts: Facts, *provisions: str) -> Recommendation:
    return decide(policy(*provisions), facts)


def ids(*names: str) -> tuple[str, ...]:
    return tuple(f"made-up/one#{name}" for name in names)


def test_a_met_duty_entitles_whatever_else_is_open() -> None:
    part = found({"one": True}, ENTITLES, OFFERS, WITHHOLDS, REFERS).eligibility
    assert (part.outcome, part.grounds, part.missing) == (Outcome.ENTITLED, ids("law"), ())


def test_every_met_duty_is_a_ground_and_no_offer_is() -> None:
    more = provision("law-2", "entitles", "two")
    part = found({"one": True, "two": True}, ENTITLES, more, OFFERS).eligibility
    assert part.grounds == ids("law", "law-2")


def test_an_open_duty_keeps_even_a_met_offer_undecided() -> None:
    part = found({"two": True}, ENTITLES, OFFERS).eligibility
    assert (part.outcome, part.missing, part.grounds) == (Outcome.CANNOT_TELL_YET, ("one",), ())


def test_a_met_offer_is_offered_when_no_duty_is_met_or_open() -> None:
    part = found({"one": False, "two": True}, ENTITLES, OFFERS).eligibility
    assert (part.outcome, part.grounds, part.missing) == (Outcome.OFFERED, ids("offer"), ())


def test_a_met_withhold_takes_the_offer_away() -> None:
    part = found({"two": True, "three": True}, OFFERS, WITHHOLDS).eligibility
    assert (part.outcome, part.grounds) == (Outcome.NOT_ENTITLED, ())


def test_a_withhold_never_takes_an_entitlement_away() -> None:
    part = found({"one": True, "three": True}, ENTITLES, WITHHOLDS).eligibility
    assert part.outcome is Outcome.ENTITLED


def test_a_withhold_that_is_not_met_leaves_the_offer() -> None:
    part = found({"two": True, "three": False}, OFFERS, WITHHOLDS).eligibility
    assert part.outcome is Outcome.OFFERED


def test_an_open_withhold_that_touches_the_offer_keeps_it_undecided() -> None:
    part = found({"two": True}, OFFERS, WITHHOLDS).eligibility
    assert (part.outcome, part.missing) == (Outcome.CANNOT_TELL_YET, ("three",))


def test_a_withhold_that_touches_another_offer_leaves_this_one() -> None:
    facts: Facts = {"two": True, "three": True}
    assert found(facts, OFFERS, OTHER_OFFER, WITHHOLDS_OTHER).eligibility.grounds == ids("offer")
    assert found({"two": True}, OFFERS, OTHER_OFFER, WITHHOLDS_OTHER).eligibility.grounds == ids(
        "offer"
    )


def test_only_the_offers_left_standing_are_grounds() -> None:
    facts: Facts = {"two": True, "four": True, "three": True}
    part = found(facts, OFFERS, OTHER_OFFER, WITHHOLDS_OTHER).eligibility
    assert (part.outcome, part.grounds) == (Outcome.OFFERED, ids("offer"))


def test_an_open_offer_is_undecided() -> None:
    part = found(OPEN, OFFERS).eligibility
    assert (part.outcome, part.missing) == (Outcome.CANNOT_TELL_YET, ("two",))


def test_an_open_offer_comes_before_a_person() -> None:
    part = found({"three": True}, OFFERS, REFERS).eligibility
    assert (part.outcome, part.missing) == (Outcome.CANNOT_TELL_YET, ("two",))


def test_a_raised_ground_goes_to_an_officer_and_is_the_ground() -> None:
    part = found({"two": False, "three": True}, OFFERS, REFERS).eligibility
    assert (part.outcome, part.grounds, part.missing) == (Outcome.FOR_AN_OFFICER, ids("refer"), ())


def test_a_ground_that_nobody_raised_neither_opens_the_outcome_nor_is_missing() -> None:
    part = found({"two": False}, OFFERS, REFERS).eligibility
    assert (part.outcome, part.missing) == (Outcome.NOT_ENTITLED, ())


def test_an_offer_that_stands_comes_before_a_person() -> None:
    part = found({"two": True, "three": True}, OFFERS, REFERS).eligibility
    assert part.outcome is Outcome.OFFERED


def test_with_nothing_met_and_nothing_open_the_child_is_not_entitled() -> None:
    part = found({"one": False, "two": False, "three": False}, ENTITLES, OFFERS, REFERS).eligibility
    assert (part.outcome, part.grounds, part.missing, part.unread) == (
        Outcome.NOT_ENTITLED,
        (),
        (),
        (),
    )


def test_an_extension_is_never_a_ground_and_never_opens_the_outcome() -> None:
    extends = provision("wider", "extends", "one")
    law = provision("law", "entitles", "{all: [wider, two]}")
    assert (
        found({"one": True, "two": False}, extends, law).eligibility.outcome is Outcome.NOT_ENTITLED
    )
    assert found({"two": False}, extends, law).eligibility.missing == ()
    assert found({"one": True, "two": True}, extends, law).eligibility.grounds == ids("law")
    assert found({"two": True}, extends, law).eligibility.missing == ("one",)


@pytest.mark.parametrize(
    ("when", "outcome"),
    [
        ("judged_one", Outcome.FOR_AN_OFFICER),
        ("judged_both", Outcome.FOR_AN_OFFICER),
        ("{all: [judged_one, judged_two]}", Outcome.FOR_AN_OFFICER),
        ("{all: [judged_one, one]}", Outcome.CANNOT_TELL_YET),
        ("may_be_given", Outcome.CANNOT_TELL_YET),
        ("one", Outcome.CANNOT_TELL_YET),
    ],
)
def test_undecided_is_for_an_officer_when_only_judged_facts_are_missing(
    when: str, outcome: Outcome
) -> None:
    assert found(OPEN, provision("law", "entitles", when)).eligibility.outcome is outcome


def test_a_derived_fact_stands_for_its_inputs_and_one_that_may_be_given_for_itself() -> None:
    assert found(OPEN, provision("law", "entitles", "worked_out")).eligibility.missing == (
        "one",
        "two",
    )
    assert found({"one": True}, provision("law", "entitles", "worked_out")).eligibility.missing == (
        "two",
    )
    assert found(
        {"one": True}, provision("law", "entitles", "may_be_given")
    ).eligibility.missing == ("may_be_given",)


def test_settled_branches_leave_nothing_missing() -> None:
    law = provision("law", "entitles", "{any: [{all: [one, three]}, {all: [two, four]}]}")
    assert found({"one": False}, law).eligibility.missing == ("two", "four")


# An adopted text that nobody has read


def test_an_unread_provision_keeps_an_undecided_outcome_and_is_listed() -> None:
    unread = provision("not-read", "offers", "one", standing="unread")
    part = found({"one": True}, unread).eligibility
    assert (part.outcome, part.missing, part.unread) == (
        Outcome.CANNOT_TELL_YET,
        (),
        ids("not-read"),
    )


def test_an_unread_provision_beside_judged_facts_stays_cannot_tell_yet() -> None:
    unread = provision("not-read", "offers", None, standing="unread")
    part = found(OPEN, provision("offer", "offers", "judged_one"), unread).eligibility
    assert (part.outcome, part.missing, part.unread) == (
        Outcome.CANNOT_TELL_YET, ("judged_one",), ids("not-read"),
    )  # fmt: skip


def test_an_unread_provision_that_is_not_about_the_child_decides_nothing() -> None:
    unread = provision("not-read", "offers", "one", standing="unread")
    part = found({"one": False}, unread).eligibility
    assert (part.outcome, part.unread) == (Outcome.NOT_ENTITLED, ())


def test_an_unread_provision_takes_nothing_from_a_settled_outcome() -> None:
    unread = provision("not-read", "offers", None, standing="unread")
    part = found({"one": True}, ENTITLES, unread).eligibility
    assert (part.outcome, part.unread) == (Outcome.ENTITLED, ())


def test_an_unread_withhold_keeps_an_offer_open() -> None:
    unread = provision("not-read", "withholds", None, standing="unread")
    part = found({"two": True}, OFFERS, unread).eligibility
    assert (part.outcome, part.missing, part.unread) == (
        Outcome.CANNOT_TELL_YET,
        (),
        ids("not-read"),
    )


# The duty to act

OWES = provision("owes", "owes", "{any: [not three, not four]}", touches="[law]")


@pytest.mark.parametrize(
    ("facts", "duty", "missing"),
    [
        ({"one": True, "three": False}, DutyOutcome.OWED, ()),
        ({"one": True, "three": True, "four": False}, DutyOutcome.OWED, ()),
        ({"one": True, "three": True, "four": True}, DutyOutcome.MET_BY_OTHERS, ()),
        ({"one": True, "three": True}, DutyOutcome.CANNOT_TELL_YET, ("four",)),
        ({"one": True}, DutyOutcome.CANNOT_TELL_YET, ("three", "four")),
        ({"one": False}, DutyOutcome.NOT_OWED, ()),
        ({"three": False}, DutyOutcome.CANNOT_TELL_YET, ("one",)),
    ],
)
def test_the_duty_follows_entitlement_and_never_changes_it(
    facts: Facts, duty: DutyOutcome, missing: tuple[str, ...]
) -> None:
    whole = found(facts, ENTITLES, OWES)
    without = found(facts, ENTITLES)
    assert (whole.duty.outcome, whole.duty.missing) == (duty, missing)
    assert whole.eligibility == without.eligibility


def test_a_ground_that_the_duty_test_does_not_touch_is_owed_outright() -> None:
    other = provision("law-2", "entitles", "two")
    whole = found({"one": False, "two": True, "three": True, "four": True}, ENTITLES, other, OWES)
    assert whole.duty.outcome is DutyOutcome.OWED


def test_no_duty_is_owed_or_left_open_for_an_offer_or_a_referral() -> None:
    settled: Facts = {"one": False, "two": True, "three": True}
    assert found(settled, ENTITLES, OFFERS).duty.outcome is DutyOutcome.NOT_OWED
    assert found({"one": False}, ENTITLES, OFFERS).duty.outcome is DutyOutcome.NOT_OWED
    assert (
        found({"one": False, "three": True}, ENTITLES, REFERS).duty.outcome is DutyOutcome.NOT_OWED
    )


# What the findings keep


def test_all_provisions_are_evaluated_also_after_one_is_met_in_text_order() -> None:
    whole = found({"one": True, "two": False}, ENTITLES, OFFERS, WITHHOLDS)
    assert [each.provision for each in whole.findings] == list(ids("law", "offer", "withhold"))
    assert [each.result for each in whole.findings] == [Result.MET, Result.NOT_MET, Result.UNKNOWN]


@pytest.mark.parametrize(
    ("facts", "applies"),
    [
        ({"kind": "school"}, True),
        ({"kind": "home"}, False),
        ({}, None),
        ({"kind": "school", "one": False}, True),
        ({"kind": "home", "one": False}, False),
    ],
)
def test_a_provision_applies_unless_age_phase_or_kind_of_place_alone_rules_it_out(
    facts: Facts, applies: bool | None
) -> None:
    law = provision("law", "entitles", "{all: [one, kind is school, far > limit]}")
    assert found(facts, law).findings[0].applies is applies


def test_a_provision_that_one_of_two_ways_may_still_meet_applies() -> None:
    law = provision(
        "law", "entitles", "{any: [{all: [kind is school, one]}, {all: [kind is home, two]}]}"
    )
    assert found({"kind": "home"}, law).findings[0].applies is True
    assert found({"kind": "college"}, law).findings[0].applies is False


def test_a_test_of_another_fact_is_hoped_for_also_under_none_of() -> None:
    law = provision("law", "entitles", "{none: [one, {all: [two, kind is home]}]}")
    assert found({"one": True, "two": True}, law).findings[0].applies is True
    outside = provision("law", "entitles", "{none: [one, kind is home]}")
    assert found({"kind": "home"}, outside).findings[0].applies is False


@pytest.mark.parametrize(
    "written",
    ["{value: has_send}", "{cases: [{when: has_ehcp, value: has_send}, {otherwise: disabled}]}"],
)
def test_a_yes_no_definition_may_be_written_as_a_value_or_by_cases(written: str) -> None:
    text = (
        "format: 1\npolicy: marlhaven/2030-31\ntitle: A\nstatus: draft\n"
        "builds_on: marlhaven/2026-27\n"
        f"definitions:\n  in_need: {written}\n"
        "provisions:\n  - {provision: p, title: P, effect: offers, when: in_need,"
        " source: {document: marlhaven-policy, standing: adopted}}\n"
    )
    policy = read(text, Shelf().text, "draft.yaml")
    for has_send, result in ((True, Result.MET), (False, Result.NOT_MET), (None, Result.UNKNOWN)):
        found = decide(policy, {"has_ehcp": True, "has_send": has_send, "disabled": False})
        finding = next(each for each in found.findings if each.provision.endswith("#p"))
        assert finding.result is result
