"""What a refusal says of needs, of walking there, and of an adult who could walk along."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from letters import FactRow, JudgedRow
from letters.blocks import Block, Bullets, Heading, all_texts
from letters.sayings import finding_line, ground_line
from records.decision import Discretion
from rules.recommendation import Finding
from rules.values import Effect, Outcome, Result
from tests.letters.case import (
    FACTS,
    NEED,
    REFUSED,
    THREE_MILES,
    finding,
    length_test,
    letter,
    recommendation,
    yes_no,
)

TOO_FAR = finding(
    "para-2",
    "Cannot walk, special needs",
    Result.NOT_MET,
    yes_no("cannot_walk", True, Result.MET),
    length_test(7_531_125, THREE_MILES, Result.NOT_MET, "<="),
)
NEEDS = (
    FactRow("EHC plan in force", "Yes", "SEND case record", name="has_ehcp"),
    FactRow("Special educational needs", "Yes", "school's SEN record", name="has_send"),
    FactRow("Disabled", "No", "application form", name="disabled"),
    FactRow("Mobility problem", "No", "application form", name="mobility_problem"),
)
ALONG = "whether an adult could walk with Zofia Łuczak"


def told(*findings: Finding, **changes: Any) -> str:
    found = recommendation(Outcome.NOT_ENTITLED, findings or (NEED,))
    return " ".join(all_texts(letter("refuse", recommendation=found, **changes)))


def test_each_need_is_told_as_it_was_recorded() -> None:
    said = told(facts=(FACTS[0], *NEEDS))
    assert "Education, health and care (EHC) plan: yes." in said
    assert "Special educational needs: yes. Disability: no. Mobility problem: no." in said


def test_a_need_that_a_test_turned_on_and_nobody_recorded_is_a_blank() -> None:
    asked = finding("para-2", "Needs", Result.NOT_MET, yes_no("has_send", False, Result.NOT_MET),
                    yes_no("cannot_walk", False, Result.NOT_MET))  # fmt: skip
    found = recommendation(Outcome.NOT_ENTITLED, (asked,))
    content = letter("refuse", recommendation=found, facts=(FACTS[0], *NEEDS[:2], NEEDS[3]))
    assert content.blanks == ("disability: yes or no",)
    assert "Disability: not recorded." in told(facts=(FACTS[0], *NEEDS[:2], NEEDS[3]))


def test_where_other_facts_settled_it_the_letter_says_why_nobody_judged_an_adult() -> None:
    said = told(TOO_FAR, judged=())
    assert f"No test turned on {ALONG}, because the tests were settled by the facts" in said
    assert "The walking distance is 4.68 miles, more than 3 miles. This test was not met." in said


def test_a_child_who_can_walk_alone_needs_no_adult_and_is_told_so() -> None:
    alone = JudgedRow("Can walk it alone", "Yes", "Seen.", "can_walk_alone", "Tomasz Wherry")
    said = told(judged=(alone,))
    assert f"{ALONG}, because Zofia Łuczak can walk there alone." in said
    assert "can reasonably be expected to walk there alone. Seen. Judged by Tomasz Wherry." in said


def test_an_adult_who_can_walk_along_is_told_with_the_reasons_and_by_whom() -> None:
    row = JudgedRow("With an adult", "Yes", "At home.", "accompaniment_reasonable", "T. Wherry")
    said = told(judged=(row,))
    assert "A parent or another adult can reasonably be expected to walk with Zofia" in said
    assert "At home. Judged by T. Wherry." in said
    assert ALONG not in said


def test_an_adult_nobody_asked_about_where_a_test_turned_on_walking_is_a_blank() -> None:
    (blank,) = letter("refuse", judged=()).blanks
    assert blank == "who could reasonably be expected to walk with Zofia Łuczak, and why"


def test_walking_judged_in_one_is_told_with_where_it_came_from() -> None:
    whole = FactRow("Cannot walk", "No", "school's letter, 3 June 2026", name="cannot_walk")
    said = told(judged=(), facts=(*FACTS, whole))
    assert "expected to walk there, alone or with an adult. Where this came from: school's" in said


@pytest.mark.parametrize("phase", ["sixth_form_age", "adult_learner"])
def test_after_16_the_test_that_applies_is_told_and_none_for_a_child(phase: str) -> None:
    necessary = finding("s-508F-a", "Travel necessary", Result.NOT_MET,
                        yes_no("travel_necessary", False, Result.NOT_MET))  # fmt: skip
    found = (replace(NEED, applies=False), necessary)
    said = told(*found, phase=phase, judged=(), discretion=_power(phase))
    assert "asks about walking, alone or with an adult. This is what the rules that apply" in said
    assert "We found that travel arrangements are not necessary. This test was not met." in said
    assert "Distance" not in [h.text for h in _blocks(phase, *found) if isinstance(h, Heading)]


def test_after_16_a_met_offer_that_was_taken_away_is_told_as_met() -> None:
    offer = finding("local-4", "Help after 16", Result.MET, effect=Effect.OFFERS)
    said = told(replace(NEED, applies=False), offer, judged=(), phase="sixth_form_age",
                discretion=_power("sixth_form_age"))  # fmt: skip
    assert "Help after 16 (local-4)." in said and "This test was met." in said


def _power(phase: str) -> Discretion:
    assert REFUSED.discretion
    power = {"sixth_form_age": "s.509AA statement", "adult_learner": "s.508F(8)"}[phase]
    return replace(REFUSED.discretion, power=power)


def _blocks(phase: str, *findings: Finding) -> tuple[Block, ...]:
    content = letter("refuse", recommendation=recommendation(Outcome.NOT_ENTITLED, findings),
                     phase=phase, judged=(), discretion=_power(phase))  # fmt: skip
    lists = [block for block in content.blocks if isinstance(block, Bullets)]
    assert lists
    return content.blocks


def test_the_ground_of_an_adult_is_that_travel_was_judged_necessary() -> None:
    lives, necessary = (
        yes_no("in_area", True, Result.MET),
        yes_no("travel_necessary", True, Result.MET),
    )
    met = finding("s-508F-a", "Travel necessary", Result.MET, lives, necessary)
    said = ground_line(met, "Robin")
    assert said == "Travel necessary (s-508F-a). We found that travel arrangements are necessary."


def test_what_a_rule_is_for_is_no_reason_on_a_ground() -> None:
    lives, other = yes_no("in_area", True, Result.MET), yes_no("nearest_course", True, Result.MET)
    said = ground_line(finding("local-4", "Help", Result.MET, lives, other), "Robin")
    assert said == "Help (local-4). This is the nearest appropriate course."


def test_no_title_is_said_twice_and_no_test_in_the_notation_of_a_trace() -> None:
    unsafe = finding("local-6", "Route too unsafe to walk", Result.NOT_MET,
                     yes_no("route_unsafe", False, Result.NOT_MET))  # fmt: skip
    assert (
        finding_line(unsafe)
        == "Route too unsafe to walk (local-6). The route is not too unsafe to walk."
    )
    alone = finding("local-5", "Travelling alone", Result.UNKNOWN,
                    yes_no("travelling_alone", None, Result.UNKNOWN))  # fmt: skip
    assert finding_line(alone) == "Travelling alone (local-5). We do not know this yet."
