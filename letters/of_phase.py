"""Words that follow the learner's phase and place: a child at school, a learner at a college."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from letters.matter import Matter
from letters.same_person import Likeness, likeness

PLACES: Final = {
    "nursery": "nursery",
    "early_years_setting": "early years setting",
    "section_19_place": "place of learning",
    "place_during_exclusion": "place of learning",
    "sixth_form": "sixth form",
    "further_education": "college",
    "special_post_16": "college",
    "training": "place of learning",
    "home": "place of learning",
}
"""What a kind of place is called; every other is a school."""

PLACES_OF_PHASE: Final = {
    "sixth_form_age": "school or college",
    "adult_learner": "place of learning",
}
"""What a place of unknown kind is called after school age."""

LEARNERS: Final = {"sixth_form_age": "young person", "adult_learner": "learner"}
"""What somebody past school age is called; before that, a child."""


def place_word(matter: Matter) -> str:
    """Name the kind of place in a word or a few: “school”, “college”, “place of learning”."""
    if matter.school_kind is None:
        return PLACES_OF_PHASE.get(matter.phase or "", "school")
    return PLACES.get(matter.school_kind, "school")


def learner_word(matter: Matter) -> str:
    """Name who the letter is about: “child”, “young person” or “learner”."""
    return LEARNERS.get(matter.phase or "", "child")


def to_learner(matter: Matter) -> bool:
    """Say whether a learner past school age is also whom the letter is written to."""
    if matter.phase not in LEARNERS or not matter.addressee or not matter.child_name:
        return False
    return likeness(matter.addressee, matter.child_name) is Likeness.SAME


def about_adult(matter: Matter) -> bool:
    """Say whether the letter is about an adult and goes to somebody else: it uses their name."""
    return matter.phase == "adult_learner" and not to_learner(matter)


def beside_learner(matter: Matter) -> bool:
    """Say whether the letter goes to the family of a young person of sixth form age."""
    return matter.phase == "sixth_form_age" and not to_learner(matter)


CONDITIONS_OF_PHASE: Final[dict[str, Callable[[Matter], bool]]] = {
    "after_16": lambda m: m.phase in LEARNERS,
    "to_family": lambda m: m.phase not in LEARNERS,
    "to_learner": to_learner,
    "about_adult": about_adult,
    "beside_learner": beside_learner,
}
"""The conditions that phase and addressee settle, by name."""
