"""Travel alone and assistants: judged criterion by criterion, and the ladder that rests on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.shelf import Shelf
from rules.arrangement import arrangement
from rules.decide import decide
from rules.determination import determinations
from rules.part_values import Determination, DeterminationOutcome
from rules.values import Authoriser, Determined, Facts, Result, Standing
from tests.rules.made_up import policy, provision

REASONS = (
    "risk_when_sharing", "care_in_transit_excludes_sharing", "equipment_excludes_sharing",
    "sensory_need_excludes_sharing", "shared_journey_too_long",
)  # fmt: skip


def solo(**facts: bool | None) -> Determination:
    """What the fictional council's policy determines of travelling alone."""
    first, *_ = determinations(Shelf().read("marlhaven/2026-27"), dict(facts))
    assert first.name is Determined.SOLO_TRAVEL
    return first


def test_every_line_is_a_criterion_with_its_result_and_what_it_waits_for() -> None:
    told = solo(sharing_excluded=True, risk_when_sharing=False)
    assert [each.step.name for each in told.criteria] == ["sharing_excluded", *REASONS]
    assert [each.result for each in told.criteria] == [
        Result.MET, Result.NOT_MET, *[Result.UNKNOWN] * 4,
    ]  # fmt: skip
    assert [each.missing for each in told.criteria] == [(), (), *[(name,) for name in REASONS[1:]]]


@pytest.mark.parametrize("reason", REASONS)
def test_one_reason_and_sharing_ruled_out_are_enough(reason: str) -> None:
    told = solo(sharing_excluded=True, **{reason: True})
    assert told.outcome is DeterminationOutcome.NEEDED
    assert told.missing == ()


def test_no_reason_is_enough_while_sharing_may_work() -> None:
    every = dict.fromkeys(REASONS, True)
    assert solo(sharing_excluded=False, **every).outcome is DeterminationOutcome.NOT_NEEDED
    left_open = solo(**every)
    assert left_open.outcome is DeterminationOutcome.CANNOT_TELL_YET
    assert left_open.missing == ("sharing_excluded",)


def test_what_was_not_judged_is_never_taken_as_no() -> None:
    told = solo(sharing_excluded=True, risk_when_sharing=False)
    assert told.outcome is DeterminationOutcome.CANNOT_TELL_YET
    assert told.missing == REASONS[1:]


def test_it_says_who_must_authorise_it_and_that_it_is_reviewed() -> None:
    alone, assistant = determinations(Shelf().read("marlhaven/2026-27"), {})
    assert alone.authoriser is Authoriser.SEND and alone.needs_authoriser
    assert alone.needs_review_date
    assert assistant.name is Determined.PASSENGER_ASSISTANT
    assert not assistant.needs_review_date
    assert alone.standing is Standing.ADOPTED and "7.1" in alone.cites


def test_nobody_beside_the_judge_authorises_where_the_text_names_nobody() -> None:
    (only,) = determinations(
        policy(provision("alone", "determines", "judged_one", determines="solo_travel")), {}
    )
    assert not only.needs_authoriser and only.authoriser is None


def test_a_definition_and_another_provision_are_one_criterion_each() -> None:
    version = policy(
        provision("other", "refers", "{all: [one, two]}"),
        provision(
            "alone", "determines", "{any: [worked_out, not other, {none: [three]}]}",
            determines="solo_travel",
        ),
    )  # fmt: skip
    (only,) = determinations(version, {"one": True})
    assert [each.step.text for each in only.criteria] == ["worked_out", "not other", "three"]
    assert only.criteria[0].missing == ("two",)


def test_an_unread_determination_cannot_be_told_and_says_that_it_was_not_read() -> None:
    version = policy(provision("alone", "determines", None, "unread", determines="solo_travel"))
    (only,) = determinations(version, {})
    assert only.outcome is DeterminationOutcome.CANNOT_TELL_YET
    assert only.standing is Standing.UNREAD and only.missing == ()


HELP = provision("help", "offers", "four")
LADDER = policy(
    HELP,
    provision("pass", "arranges", "three"),
    provision("shared", "arranges", "not alone"),
    provision("taxi", "arranges", "alone"),
    provision("alone", "determines", "{all: [judged_one, judged_two]}", determines="solo_travel"),
)


def rung(facts: Facts) -> tuple[str | None, list[str], tuple[str, ...]]:
    """The rung reached, those excluded, and what is missing."""
    told = arrangement(LADDER, facts, decide(LADDER, facts))
    assert told is not None
    name = told.suggested.provision.split("#")[1] if told.suggested else None
    return name, [each.provision.split("#")[1] for each in told.excluded], told.missing


def test_a_rung_rests_on_a_determination_by_its_name() -> None:
    base: Facts = {"four": True, "three": False, "judged_one": True}
    assert rung({**base, "judged_two": True}) == ("taxi", ["pass", "shared"], ())
    assert rung({**base, "judged_two": False}) == ("shared", ["pass"], ())
    assert rung(base) == (None, ["pass"], ("judged_two",))


def test_travel_that_takes_time_comes_with_what_is_suitable_meanwhile() -> None:
    version = policy(
        HELP,
        provision("training", "arranges", "three", interim="yes"),
        provision("budget", "arranges", "one", interim="yes"),
        provision("bus", "arranges", "two"),
        provision("taxi", "arranges", "not two"),
    )
    facts: Facts = {"four": True, "three": True, "one": True, "two": False}
    told = arrangement(version, facts, decide(version, facts))
    assert told is not None and told.suggested is not None and told.meanwhile is not None
    assert told.suggested.provision.endswith("#training")
    assert told.meanwhile.provision.endswith("#taxi")
    left = {**facts, "two": None}
    still = arrangement(version, left, decide(version, left))
    assert still is not None and still.suggested is not None and still.meanwhile is None
    assert still.missing == ("two",)
    assert still.open is not None and still.open.provision.endswith("#bus")


NAMES = ("three", "judged_one", "judged_two")
SOME = st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in NAMES})
ALL = st.fixed_dictionaries({name: st.booleans() for name in NAMES})


@given(facts=SOME, rest=ALL)
def test_a_rung_that_is_suggested_stays_when_the_rest_is_judged(facts: Facts, rest: Facts) -> None:
    name, excluded, missing = rung({**facts, "four": True})
    known = {each: rest[each] if value is None else value for each, value in facts.items()}
    after, excluded_after, _ = rung({**known, "four": True})
    assert after is not None
    assert excluded_after[: len(excluded)] == excluded
    if name is None:
        assert missing and all(facts[each] is None for each in missing)
    else:
        assert after == name
