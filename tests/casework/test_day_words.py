"""Days that a policy works out are said as people say them."""

from __future__ import annotations

import re

import pytest

from casework.policies.condition_words import Speech, body_lines, value_text
from casework.policies.effect_words import effect_lines
from casework.shelf import Shelf
from rules import tree

ENGLAND = Shelf().read("england/1996-act")


def said(name: str) -> str:
    """A definition of the Act that is a value, in words."""
    return body_lines(Speech(ENGLAND), ENGLAND.definitions[name])[0].words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("age", "Age on the day of travel"),
        ("age_on_31_august", "Age on the last 31 August before the day of travel"),
        ("sixteenth_birthday", "The 16th birthday"),
        (
            "school_age_begins",
            "The first of 31 March, 31 August or 31 December on or after the 5th birthday",
        ),
        (
            "august_after_sixteen",
            "The first 31 August on or after the sixteenth birthday",
        ),
    ],
)
def test_a_day_worked_out_is_said_as_people_say_it(name: str, words: str) -> None:
    assert said(name) == words


def test_a_month_s_end_and_a_year_are_named() -> None:
    lines = [
        line.words
        for definition in ENGLAND.definitions.values()
        for line in body_lines(Speech(ENGLAND), definition)
    ]
    assert (
        "Day of travel is after the last Friday of June in the year after the sixteenth birthday"
        in lines
    )
    assert any("school year of the day of travel" in line for line in lines)


@pytest.mark.parametrize("policy", Shelf().ids())
def test_no_version_says_a_day_in_the_words_of_its_text(policy: str) -> None:
    """Such as ``first of thirty first july on or after day of travel``."""
    version = Shelf().read(policy)
    speech = Speech(version)
    lines = [line.words for each in version.provisions for line in effect_lines(speech, each)]
    lines += [w.words for each in version.definitions.values() for w in body_lines(speech, each)]
    assert not [line for line in lines if re.search(r"first of \w+ first|birthday \w+ of", line)]


def test_a_birthday_of_another_day_and_a_list_of_several_are_said_too() -> None:
    five = tree.Parameter("school_starting_age", ENGLAND.parameters["school_starting_age"].type)
    found = tree.Operation(
        "birthday", (five, tree.Fact("course_start", ENGLAND.vocabulary["course_start"].type)),
        ENGLAND.vocabulary["course_start"].type, "",
    )  # fmt: skip
    start = ENGLAND.vocabulary["course_start"].label
    lowered = start[:1].lower() + start[1:]
    assert value_text(Speech(ENGLAND), found) == f"the day 5 years after the {lowered}"
