"""A dispute about travel alone is never sent to the SEND Tribunal, whatever it is called."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from letters import PointAnswered, compose
from letters.errors import LetterRefused
from letters.language import ENGLISH
from tests.letters.case import GOOD, REFUSED, SENDER, letter

NAMES = (
    "the SEND Tribunal",
    "SENDIST",
    "SEND-IST",
    "SEND IST",
    "the First-tier panel",
    "the First\u2011tier panel",
    "the HESC chamber",
    "the Health, Education and Social Care Chamber",
    "the Special Educational Needs and Disability Tribunal",
    "the SEND Tri\u00adbunal",
    "the \uff34ribunal",
)


def _with(kind: str, **changes: Any) -> object:
    return replace(GOOD[kind].occasion, **changes)  # type: ignore[type-var]


@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_the_tribunal_stands_in_the_councils_wording(name: str) -> None:
    with pytest.raises(LetterRefused, match="cannot decide a dispute about travel alone"):
        letter("refuse", sender=replace(SENDER, review_how=f"Appeal to {name}"))


@pytest.mark.parametrize(
    "field",
    ["onwards_school", "onwards_sixth_form", "onwards_adult", "measuring", "review_how", "formats",
     "privacy", "contact_name", "onwards_confirmed_by", "travel_word", "council"],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["signposting", "stage-2-outcome", "refuse"])
def test_no_line_of_the_letterhead_names_the_tribunal(kind: str, field: str) -> None:
    with pytest.raises(LetterRefused, match="Tribunal"):
        letter(kind, sender=replace(SENDER, **{field: "You can appeal to the SEND Tribunal"}))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("late-appeal", {"how_to_complain": "Ask the SEND Tribunal"}),
        ("late-appeal", {"reason": "The SEND-IST decides this"}),
        ("extension", {"why_longer": "go to the SEND Tribunal about this"}),
        ("extension", {"meanwhile": "the Tribunal arranges it"}),
        ("stage-1-outcome", {"stage_two_how": "Write to the First-tier Tribunal"}),
        ("stage-1-outcome", {"rationale": "You can take this to the Tribunal"}),
        ("stage-2-outcome", {"conditions": "the HESC chamber agrees"}),
        ("stage-2-invitation", {"panel_names": ("A judge of the Tribunal",)}),
        ("granted-in-error", {"what_stays": "your right to appeal to SENDIST"}),
    ],
)
def test_no_step_of_an_occasion_leads_to_the_tribunal(kind: str, change: dict[str, Any]) -> None:
    with pytest.raises(LetterRefused, match="Tribunal"):
        letter(kind, occasion=_with(kind, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"reasons": "If you disagree, go to the SEND Tribunal."},
        {"points": (PointAnswered("It floods.", "You can appeal to the Tribunal."),)},
        {"discretion": replace(REFUSED.discretion, reasons="The Tribunal can look at this.")},  # type: ignore[type-var]
    ],
)
def test_what_the_officer_writes_sends_nobody_there(change: dict[str, Any]) -> None:
    with pytest.raises(LetterRefused, match="send nobody to the Tribunal"):
        letter("refuse", **change)


def test_what_happened_at_a_tribunal_and_what_the_family_says_of_it_may_be_told() -> None:
    named = "The First-tier Tribunal named the school in March 2026"
    assert letter(
        "withdrawal-or-change", occasion=_with("withdrawal-or-change", what_changed=named)
    )
    said = "The Tribunal told us that we can appeal again"
    assert letter("late-appeal", occasion=_with("late-appeal", why_late=said))
    point = PointAnswered("We can appeal to the Tribunal.", "We looked at the walk again.")
    assert letter("refuse", points=(point,))


def test_a_language_puts_no_tribunal_into_the_programs_own_words() -> None:
    strange = replace(ENGLISH, tag="cy", name="Cymraeg", words=(("Yes", "y Tribiwnlys"),))
    with pytest.raises(LetterRefused, match="Tribiwnlys"):
        compose(GOOD["refuse"], "refuse", language=strange)
