"""What each kind of letter must say is in it, in words and figures that bear out the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from letters import Distance, LetterContent, NearestSchool
from letters.blocks import Heading, Paragraph, all_texts
from records.measurement import Way
from rules.values import NO_ROUTE, Effect, Outcome, Result, Standing
from tests.letters.case import (
    APPROVED,
    NEED,
    REFUSED,
    TOO_OLD,
    TWO_MILES,
    WALK,
    beyond,
    finding,
    letter,
    recommendation,
    terms,
    yes_no,
)

BEHAVIOUR = yes_no("behaviour", True, Result.MET)


def words(content: LetterContent) -> str:
    return " ".join(all_texts(content))


def after_greeting(content: LetterContent) -> str:
    texts = [block.text for block in content.blocks if isinstance(block, Paragraph)]
    return texts[texts.index("Dear Mrs Agnieszka Łuczak") + 1]


COMMON = [
    "Marlhaven City Council",
    "MTS-2026-00418",
    "15 June 2026",
    "Zofia Łuczak",
    "3 February 2019",
    "Mrs Agnieszka Łuczak",
    "14 July 2026",  # what to do next, by a day
    "Priya Menon",
    "Monday to Friday, 9am to 4:30pm",
    "large print",
    "privacy notice",
    "Marlhaven School Travel Policy 2026 to 2027 (version marlhaven/2026-27)",
    "What we recorded",
    "Daniel Okafor",
]
APPROVE = [
    "The walking distance is 2.31 miles, more than 2 miles.",
    "Education Act 1996, Schedule 35B, paragraph 6",
    "2.31 miles (3,717.604 m)",
    "the shortest route that a child",
    "from 7 September 2026 to 23 July 2027",
    "you move home",
    "turns 8, on 3 February 2027",
    "changes school",
    "We look at distance, needs and places",
    "by 14 August 2026",
    "Tell us as soon as you can if",
    "You have the right to challenge how Zofia Łuczak will travel",
]
REFUSE = [
    "The walking distance is 1.50 miles, not more than 2 miles.",
    "Low income, ages 8 to 10",
    "The nearest suitable school is Brook Road Primary School",
    "1.50 miles (2,414.016 m) away on foot, and 1.65 miles (2,655.118 m) by road",
    "Network of paths and roads",
    "Zofia Łuczak can reasonably be expected to walk there, alone or with an adult.",
    "Can walk with an adult: Yes. The school and Mrs Łuczak both say that she can.",
    "section 508C of the Education Act 1996",
    "a neighbour has offered to on the others",
    "stage one review",
    "Use the review form at https://www.marlhaven.example/travel/review",
    "You are responsible for Zofia Łuczak’s travel to school until the review is decided",
    "a spare seat on a school bus",
    "I start work at 7am on Tuesdays",
    "We took this into account.",
]


@pytest.mark.parametrize("said", COMMON)
@pytest.mark.parametrize("kind", ["approve", "refuse"])
def test_every_letter_says(kind: str, said: str) -> None:
    assert said in words(letter(kind))


@pytest.mark.parametrize("said", APPROVE)
def test_an_approval_says(said: str) -> None:
    assert said in words(letter("approve"))


@pytest.mark.parametrize("said", REFUSE)
def test_a_refusal_says(said: str) -> None:
    assert said in words(letter("refuse"))


def test_the_decision_comes_first() -> None:
    assert after_greeting(letter("approve")).startswith(
        "Zofia Łuczak is entitled to free travel to Brook Road Primary School"
    )
    assert after_greeting(letter("refuse")) == (
        "We have decided that Zofia Łuczak is not entitled to free travel to "
        "Brook Road Primary School."
    )


def test_what_a_low_income_ground_depends_on_is_told() -> None:
    low = finding("para-9", "Low income", Result.MET, yes_no("low_income", True, Result.MET))
    found = recommendation(Outcome.ENTITLED, (low,), ("para-9",))
    told = words(letter(recommendation=found, grounds=("para-9",)))
    assert "your benefits change, which we check again each school year" in told
    assert "your benefits change" not in words(letter("approve"))


def test_turning_8_after_the_last_day_is_not_told_as_an_end() -> None:
    assert "turns 8" not in words(letter(date_of_birth=date(2019, 9, 1)))


def test_a_ground_that_asks_no_distance_needs_none() -> None:
    met = finding("para-3", "Special needs", Result.MET, yes_no("cannot_walk", True, Result.MET))
    found = recommendation(Outcome.ENTITLED, (met,), ("para-3",))
    content = letter(recommendation=found, grounds=("para-3",), distances=())
    assert content.blanks == ()
    assert "does not depend on how far away the school is" in words(content)
    assert "what Zofia Łuczak needs changes" in words(content)


def test_the_chosen_mode_is_told() -> None:
    told = words(letter(terms=terms(mode="a bus pass")))
    assert "We plan to provide this kind of travel: a bus pass." in told


def test_no_route_is_said_to_be_none() -> None:
    none = beyond(NO_ROUTE, Result.MET)
    found = recommendation(Outcome.ENTITLED, (none,), ("para-6",))
    told = words(letter(recommendation=found, distances=(replace(WALK, length=NO_ROUTE),)))
    assert "We found no walking route from home to Brook Road Primary School." in told


@pytest.mark.parametrize(
    ("length", "reads"),
    [
        (TWO_MILES + 1, "2.000001 miles (3,218.689 m)"),
        (TWO_MILES, "2.00 miles (3,218.688 m)"),
        (TWO_MILES - 1, "1.999999 miles (3,218.687 m)"),
        (4_812_000, "2.99 miles (4,812.000 m)"),
    ],
)
def test_a_distance_is_never_rounded_past_its_limit(length: Any, reads: str) -> None:
    found = recommendation(Outcome.ENTITLED, (beyond(length, Result.MET),), ("para-6",))
    told = words(letter(recommendation=found, distances=(replace(WALK, length=length),)))
    assert f"is {reads}." in told


def test_the_nearest_schools_distance_is_not_rounded_past_the_limit_either() -> None:
    nearest = NearestSchool("Quay Primary", TWO_MILES + 1, TWO_MILES - 1)
    own = (replace(REFUSED.distances[0], length=TWO_MILES + 2),)
    told = words(letter("refuse", nearest_suitable=nearest, distances=own))
    assert "2.000001 miles (3,218.689 m) away on foot" in told
    assert "1.999999 miles (3,218.687 m) by road" in told


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing.TO_CONFIRM, "We have not yet confirmed this rule against the text it comes from"),
        (Standing.UNREAD, "We have not been able to read the text of this rule"),
    ],
)
def test_a_rule_that_nobody_has_confirmed_is_said_to_be_so(standing: Standing, said: str) -> None:
    local = replace(beyond(2_414_016, Result.NOT_MET), standing=standing, provision="local-1")
    content = letter("refuse", recommendation=recommendation(Outcome.NOT_ENTITLED, (NEED, local)))
    assert said in words(content)
    assert said not in words(letter("refuse"))


def test_a_rule_that_takes_help_away_is_told() -> None:
    away = finding(
        "local-9", "Help has been withdrawn", Result.MET, BEHAVIOUR, effect=Effect.WITHHOLDS
    )
    content = letter("refuse", recommendation=recommendation(Outcome.NOT_ENTITLED, (NEED, away)))
    assert (
        "This rule takes help away: Help has been withdrawn (local-9). "
        "“behaviour” was recorded as: yes." in words(content)
    )


def test_a_child_no_rule_on_need_can_apply_to_is_told_so() -> None:
    out = replace(NEED, applies=False)
    content = letter("refuse", recommendation=recommendation(Outcome.NOT_ENTITLED, (out, TOO_OLD)))
    told = words(content)
    assert "No rule that can apply to Zofia Łuczak asks about walking" in told
    assert "No other rule gives help at this age and kind of place" in told


def test_a_departure_from_the_recommendation_is_told_with_its_reason() -> None:
    content = letter("refuse", departs_because="The family has moved since")
    assert "for this reason: The family has moved since." in words(content)


def test_what_was_left_open_is_told() -> None:
    still = replace(NEED, result=Result.UNKNOWN)
    found = recommendation(Outcome.CANNOT_TELL_YET, (beyond(2_414_016, Result.NOT_MET), still))
    content = letter("refuse", recommendation=found, departs_because="No answer came")
    assert "These tests could not be settled on what we know:" in words(content)


def test_sixth_formers_are_told_of_the_bursary() -> None:
    discretion = replace(REFUSED.discretion, power="s.509AA statement")
    content = letter("refuse", phase="sixth_form_age", discretion=discretion)
    assert "16 to 19 Bursary Fund" in words(content)
    assert "under section 509AA" in words(content)
    assert "Bursary" not in words(letter("refuse"))


def test_a_route_sheet_that_is_enclosed_need_not_be_printed() -> None:
    bare = Distance(Way.WALKING, 2_414_016, TWO_MILES)
    enclosed = terms(enclosures=("Route sheet, 2 pages",))
    content = letter("refuse", distances=(bare,), terms=enclosed)
    assert content.blanks == ()
    assert "The sheet of the route we measured is enclosed." in words(content)
    assert "Route sheet, 2 pages" in words(content)


def test_an_approximate_home_is_said_to_be_so() -> None:
    near = (replace(WALK, home_is_approximate=True),)
    assert "(placed only approximately)" in words(letter(distances=near))


def test_the_fictional_notice_stands_only_on_samples() -> None:
    assert "Fictional sample" in words(letter())
    real = letter(terms=terms(fictional=False))
    assert not real.fictional
    assert "Fictional" not in words(real)


def test_the_title_names_the_subject() -> None:
    content = letter()
    subject = next(block.text for block in content.blocks if isinstance(block, Heading))
    assert content.title == subject == "Travel to school for Zofia Łuczak: our decision"


def test_a_stop_is_not_doubled_after_words_that_bring_their_own() -> None:
    said = "We choose the simplest travel."
    assert said + " " in words(letter(terms=terms(mode_how=said)))
    assert said + "." not in words(letter(terms=terms(mode_how=said)))


def test_dots_in_the_officers_own_words_are_kept() -> None:
    assert "The route ... is lit." in words(letter("refuse", reasons="The route ... is lit."))


def test_good_letters_have_no_blanks() -> None:
    assert letter("approve").blanks == letter("refuse").blanks == ()
    assert APPROVED.outcome is Outcome.ENTITLED


def test_a_child_no_rule_can_apply_to_is_told_so_and_which_rules_were_looked_at() -> None:
    found = recommendation(Outcome.NOT_ENTITLED, (replace(NEED, applies=False), TOO_OLD))
    told = words(letter("refuse", recommendation=found))
    assert "No rule of the law or the policy can apply to Zofia Łuczak" in told
    assert "Low income, ages 8 to 10 (Education Act 1996, Schedule 35B, paragraph 9)." in told
