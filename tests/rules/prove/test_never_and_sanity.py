"""Rules without effect, and what should never lose a child something."""

from __future__ import annotations

from rules.decide import decide
from rules.prove.never import never
from rules.prove.sanity import sanity
from rules.values import Outcome
from tests.rules.prove.drafts import ENGLAND, SOURCE, draft, provision

AGES = [
    "parameters:",
    f"  two_years: {{value: 2, {SOURCE}}}",
    f"  twelve_years: {{value: 12, {SOURCE}}}",
    f"  far: {{value: 4 miles, {SOURCE}}}",
]


def test_every_provision_of_the_act_can_be_met_and_matters() -> None:
    found = never(ENGLAND)
    assert (found.never_met, found.never_matter) == ((), ())


def test_an_offer_to_twelve_year_olds_in_early_years_can_never_be_met() -> None:
    help_ = provision("help", "offers", "in_area", "age >= twelve_years", "phase is early_years")
    found = never(draft(*AGES, "provisions:", help_))
    assert (found.never_met, found.never_matter) == (("drafts/one#help",), ())


def test_an_offer_within_another_offer_never_matters() -> None:
    wide = provision("wide", "offers", "looked_after", "walking_distance > far")
    narrow = provision("narrow", "offers", "looked_after", "walking_distance > far", "disabled")
    found = never(draft(*AGES, "provisions:", wide, narrow))
    assert (found.never_met, found.never_matter) == ((), ("drafts/one#narrow",))


def test_an_offer_to_those_whom_the_act_entitles_never_matters() -> None:
    own = provision("own", "offers", "in_area", "compulsory_school_age", "at_section_19_place",
                    "need_of_paragraph_2", "cannot_walk")  # fmt: skip
    assert never(draft("provisions:", own)).never_matter == ("drafts/one#own",)


def test_a_text_that_nobody_has_read_is_not_called_useless() -> None:
    unread = provision("unread", "offers", "in_area").replace("adopted", "unread")
    assert never(draft("provisions:", unread)).never_met == ()


def test_further_away_loses_only_where_boarding_or_the_low_income_bands_end() -> None:
    found = sanity(ENGLAND).further_away
    assert found
    for loss in found:
        bands = "road distance over" in loss.then
        assert bands or loss.example["boarding_arranged"] or "boarding" in loss.then, loss


def test_the_child_who_moves_differs_in_lengths_alone_and_lives_no_nearer() -> None:
    for loss in sanity(ENGLAND).further_away:
        before = decide(ENGLAND, loss.example).eligibility.outcome
        after = decide(ENGLAND, loss.example_after).eligibility.outcome
        assert (before, after) == (loss.before, loss.after)
        changed = {name for name in loss.example if loss.example[name] != loss.example_after[name]}
        assert changed <= {"walking_distance", "road_distance"}
        assert all(loss.example_after[each] >= loss.example[each] for each in changed)  # type: ignore[operator]


def test_an_offer_up_to_a_limit_is_lost_by_moving_beyond_it() -> None:
    help_ = provision("help", "offers", "looked_after", "walking_distance <= far")
    losses = sanity(draft(*AGES, "provisions:", help_)).further_away
    mine = [each for each in losses if each.before is Outcome.OFFERED]
    assert mine
    assert all("walking distance over 4 miles" in each.then for each in mine)


def test_a_lower_income_never_loses_anything_under_the_act() -> None:
    assert sanity(ENGLAND).lower_income == ()


def test_an_offer_to_the_better_off_is_lost_by_a_lower_income() -> None:
    help_ = provision("help", "offers", "looked_after", "not low_income")
    losses = sanity(draft("provisions:", help_)).lower_income
    assert {(each.before, each.after) for each in losses} == {
        (Outcome.OFFERED, Outcome.NOT_ENTITLED)
    }
    assert all(each.then == "" and each.example_after["low_income"] for each in losses)
