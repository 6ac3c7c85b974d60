"""A letter's words follow the phase and the place: no child's words after 16."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from letters import Matter
from letters.blocks import all_texts
from letters.of_phase import learner_word, place_word, to_learner
from tests.letters.case import GOOD, REFUSED, letter

POWERS = {"sixth_form_age": "s.509AA statement", "adult_learner": "s.508F(8)"}


def refused(phase: str, **changes: Any) -> str:
    assert REFUSED.discretion
    discretion = replace(REFUSED.discretion, power=POWERS[phase])
    kind = {"school_kind": "further_education", "phase": phase, "discretion": discretion}
    content = letter("refuse", **(kind | changes))  # type: ignore[arg-type]
    return " ".join(all_texts(content))


def about_an_adult(**changes: Any) -> str:
    after_16 = {"phase": "adult_learner", "school_kind": "further_education"}
    return " ".join(all_texts(letter("approve", **(after_16 | changes))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phase", "kind", "said"),
    [
        ("school_age", "mainstream", ("child", "school")),
        ("school_age", "section_19_place", ("child", "place of learning")),
        ("early_years", "early_years_setting", ("child", "early years setting")),
        ("sixth_form_age", "further_education", ("young person", "college")),
        ("sixth_form_age", None, ("young person", "school or college")),
        ("adult_learner", "training", ("learner", "place of learning")),
        (None, None, ("child", "school")),
    ],
)
def test_the_words_follow_phase_and_place(phase: Any, kind: Any, said: tuple[str, str]) -> None:
    matter = Matter(phase=phase, school_kind=kind)
    assert (learner_word(matter), place_word(matter)) == said


def test_a_refusal_to_an_adult_uses_no_words_of_a_child() -> None:
    said = refused("adult_learner", judged=())
    assert "Travel to college for Zofia Łuczak" in said
    assert "We can choose to help a learner who is not entitled." in said
    assert "Zofia Łuczak is responsible for the travel to college until" in said
    assert "your child" not in said and "Child" not in said and "travel to school" not in said


def test_an_adult_who_is_written_to_is_you_and_another_is_named() -> None:
    assert "You are responsible for your travel to college" in refused(
        "adult_learner", addressee="Ms Zofia Łuczak"
    )
    assert "Zofia Łuczak moves home" in about_an_adult()
    assert "you move home" in about_an_adult(addressee="Zofia Łuczak")


def test_the_family_of_a_sixth_former_is_responsible_with_them() -> None:
    said = refused("sixth_form_age")
    assert "You and Zofia Łuczak are responsible for the travel to college" in said
    assert "a young person who is not entitled" in said


def test_only_a_learner_past_school_age_is_taken_for_the_addressee() -> None:
    same = replace(REFUSED, addressee=REFUSED.child_name)
    assert not to_learner(same)
    assert to_learner(replace(same, phase="adult_learner"))
    assert not to_learner(Matter(phase="adult_learner"))


@pytest.mark.parametrize("kind", ["offer", "post-16-contribution"])
def test_the_councils_own_word_for_the_help_stands_in_the_decision(kind: str) -> None:
    ours = replace(GOOD[kind].sender, travel_word="travel support")
    good = replace(GOOD[kind], sender=ours)
    if kind == "offer":
        good = replace(good, parts=None)  # else it is known to be free
    assert "We offer Zofia Łuczak travel support to" in " ".join(all_texts(letter(kind, good)))
