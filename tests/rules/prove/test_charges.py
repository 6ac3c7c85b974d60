"""Gaps and overlaps in charges, each with a child whose contribution was worked out."""

from __future__ import annotations

import pytest

from rules.contribution import contribution
from rules.decide import decide
from rules.part_values import ContributionOutcome
from rules.policy import PolicyVersion
from rules.prove.as_json import charges_as_json
from rules.prove.charges import charges
from rules.values import Facts, Outcome
from tests.rules.prove.drafts import ENGLAND, MILE, SHELF, SOURCE, draft, provision

SUMS = [
    "parameters:",
    f"  near: {{value: 5 miles, {SOURCE}}}",
    f"  far: {{value: 10 miles, {SOURCE}}}",
    f"  less: {{value: £300, {SOURCE}}}",
    f"  more: {{value: £600, {SOURCE}}}",
    f"  nothing: {{value: £0, {SOURCE}}}",
]
OFFER = provision("help", "offers", "in_area", "phase is sixth_form_age")


def charge(*cases: str, name: str = "price", when: str = "in_area", touches: str = "help") -> str:
    """A charge with some cases."""
    lines = [f"  - provision: {name}", f"    title: Draft {name}", "    effect: charges"]
    lines += [f"    touches: [{touches}]", f"    when: {when}", "    charge:", "      cases:"]
    return "\n".join([*lines, *(f"        - {{{each}}}" for each in cases), f"    {SOURCE}"])


def charging(*charges_and_offers: str) -> PolicyVersion:
    return draft(*SUMS, "provisions:", OFFER, *charges_and_offers)


def paid(version: PolicyVersion, facts: Facts) -> ContributionOutcome:
    return contribution(version, facts, decide(version, facts)).outcome


BANDS = (
    "when: pick_up_distance <= near, value: less",
    "when: pick_up_distance <= far, value: more",
)


def test_a_distance_beyond_the_last_band_is_a_gap_with_its_child() -> None:
    version = charging(charge(*BANDS))
    (gap,) = charges(version, ENGLAND).gaps
    assert gap.provisions == ("drafts/one#price",)
    assert "distance from the pick-up point over 10 miles" in gap.when
    assert gap.example["pick_up_distance"] > 10 * MILE  # type: ignore[operator]
    assert paid(version, gap.example) is ContributionOutcome.CANNOT_TELL_YET


def test_a_charge_that_meets_only_some_of_its_offer_leaves_the_others_free() -> None:
    version = charging(charge("otherwise: more", when="has_send"))
    (gap,) = charges(version, ENGLAND).gaps
    assert "without special educational needs" in gap.when
    assert paid(version, gap.example) is ContributionOutcome.NONE


def test_bands_that_lie_within_each_other_are_told_and_do_no_harm() -> None:
    found = charges(charging(charge(*BANDS, "otherwise: nothing")), ENGLAND)
    assert found.sound
    (overlap,) = found.overlaps
    assert overlap.nested
    assert overlap.settled_by == "the first met counts"


def test_two_charges_for_one_offer_with_different_sums_overlap_and_the_first_counts() -> None:
    version = charging(
        charge("otherwise: less", when="has_send", name="first"),
        charge("otherwise: more", name="second"),
    )
    (overlap,) = charges(version, ENGLAND).overlaps
    assert overlap.provisions == ("drafts/one#first", "drafts/one#second")
    assert not overlap.nested
    found = contribution(version, overlap.example, decide(version, overlap.example))
    assert (found.provision, found.annual_pence) == ("drafts/one#first", 30_000)


def test_two_offers_charged_differently_overlap_and_the_cheaper_counts() -> None:
    other = provision("other", "offers", "in_area", "phase is sixth_form_age", "disabled")
    version = charging(
        other,
        charge("otherwise: more"),
        charge("otherwise: less", name="cheap", touches="other"),
    )
    (overlap,) = charges(version, ENGLAND).overlaps
    assert overlap.settled_by == "the one that costs least counts"
    found = contribution(version, overlap.example, decide(version, overlap.example))
    assert found.annual_pence == 30_000


def test_cases_with_the_same_sum_do_not_overlap() -> None:
    same = charge("when: has_send, value: more", "when: disabled, value: more", "otherwise: less")
    assert charges(charging(same), ENGLAND).overlaps == ()


def test_a_narrower_band_after_a_wider_one_is_never_reached() -> None:
    found = charges(charging(charge(*BANDS[::-1], "otherwise: nothing")), ENGLAND)
    assert [each.split(" (")[0] for each in found.never_reached] == ["drafts/one#price, case 2"]
    assert not found.sound


def test_a_charge_for_what_an_officer_may_grant_is_reached_where_that_ground_is_raised() -> None:
    ground = provision("hardship", "refers", "exceptional_ground_claimed")
    wide = charge("otherwise: more", touches="hardship", when="in_area")
    assert charges(charging(ground, wide), ENGLAND).never_reached == ()
    idle = charge("otherwise: more", touches="hardship", when="not exceptional_ground_claimed")
    assert charges(charging(ground, idle), ENGLAND).never_reached == ("drafts/one#price",)


def test_a_charge_that_nobody_can_meet_is_never_reached() -> None:
    found = charges(charging(charge("otherwise: more", when="phase is early_years")), ENGLAND)
    assert found.never_reached == ("drafts/one#price",)


def test_a_charge_for_help_that_nobody_has_read_is_not_called_idle() -> None:
    unread = OFFER.replace("adopted", "unread")
    version = draft(*SUMS, "provisions:", unread, charge("otherwise: more"))
    found = charges(version, ENGLAND)
    assert (found.never_reached, found.cannot_compare) == ((), ("drafts/one#price",))


def test_a_child_whom_the_act_entitles_pays_only_where_a_version_dropped_the_entitlement() -> None:
    kept = provision("near", "offers", "in_area", "compulsory_school_age", "at_qualifying_school")
    price = charge("otherwise: more", touches="near")
    assert charges(draft(*SUMS, "provisions:", kept, price), ENGLAND).entitled == ()
    dropped = draft("drops: [england/1996-act#para-6]", *SUMS, "provisions:", kept, price)
    (paying,) = charges(dropped, ENGLAND).entitled
    assert paying.provisions == ("england/1996-act#para-6",)
    assert decide(ENGLAND, paying.example).eligibility.outcome is Outcome.ENTITLED
    assert paid(dropped, paying.example) is ContributionOutcome.DUE


@pytest.mark.parametrize("policy", ["marlhaven/2026-27", "hampshire/2024-25",
                                    "southampton/option-contribution"])  # fmt: skip
def test_no_charge_shipped_has_a_gap_or_reaches_a_child_whom_the_act_entitles(policy: str) -> None:
    found = charges(SHELF.read(policy), ENGLAND)
    assert found.charging
    assert found.sound


def test_a_version_without_charges_has_nothing_to_tell() -> None:
    found = charges(ENGLAND, ENGLAND)
    assert found.sound and not found.charging


def test_charges_can_be_written_as_json_with_the_child_in_words() -> None:
    version = charging(charge(*BANDS))
    plain = charges_as_json(charges(version, ENGLAND), version.vocabulary)
    (gap,) = plain["gaps"]  # type: ignore[misc]
    assert gap["example"]["pick_up_distance"].endswith(" m")
    assert "distance from the pick-up point 11.00 miles" in gap["example_in_words"]
