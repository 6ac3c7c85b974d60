"""Whole sentences for what the national tests look at: what is said of a yes, and what of a no.

``{who}`` is the learner. A fact without sentences of its own is told by its label.
"""

from __future__ import annotations

from typing import Final

SAID: Final[dict[str, tuple[str, str]]] = {
    "in_area": (
        "{who} lives in the council’s area",
        "{who} was recorded as living outside the council’s area",
    ),
    "compulsory_school_age": (
        "{who} is of compulsory school age",
        "{who} is not of compulsory school age",
    ),
    "over_compulsory_school_age": (
        "The school leaving date has passed",
        "The school leaving date has not passed",
    ),
    "at_qualifying_school": (
        "{who} is registered at a qualifying school",
        "{who} is not registered at a qualifying school",
    ),
    "registered_pupil": (
        "{who} is registered there",
        "{who} was recorded as not registered there",
    ),
    "at_section_19_place": (
        "The council arranged this place under section 19",
        "The council did not arrange this place under section 19",
    ),
    "nearer_arrangement_counts": (
        "Suitable arrangements were made, or could have been, at a nearer qualifying school "
        "with a place",
        "No suitable arrangements were made, or could have been, at a nearer qualifying school "
        "with a place",
    ),
    "no_nearer_suitable_school": (
        "No nearer suitable school has a place",
        "A nearer suitable school has a place",
    ),
    "fewer_than_three_nearer": (
        "Fewer than three suitable qualifying schools are nearer home",
        "Three or more suitable qualifying schools are nearer home",
    ),
    "boarding_arranged": ("Boarding was arranged", "No boarding was arranged"),
    "need_of_paragraph_2": (
        "{who} has special educational needs, a disability or a mobility problem",
        "{who} was not recorded as having special educational needs, a disability or a "
        "mobility problem",
    ),
    "has_ehcp": ("An EHC plan is in force", "No EHC plan is in force"),
    "has_send": (
        "{who} has special educational needs",
        "{who} was recorded as having no special educational needs",
    ),
    "disabled": ("{who} is disabled", "{who} was recorded as not disabled"),
    "mobility_problem": (
        "{who} has a mobility problem",
        "{who} was recorded as having no mobility problem",
    ),
    "cannot_walk": (
        "{who} cannot reasonably be expected to walk there, alone or with an adult",
        "{who} can reasonably be expected to walk there, alone or with an adult",
    ),
    "can_walk_alone": (
        "{who} can reasonably be expected to walk there alone",
        "{who} cannot reasonably be expected to walk there alone",
    ),
    "can_walk_accompanied": (
        "{who} can reasonably be expected to walk there with an adult",
        "{who} cannot reasonably be expected to walk there, even with an adult",
    ),
    "accompaniment_reasonable": (
        "A parent or another adult can reasonably be expected to walk with {who}",
        "No parent or other adult can reasonably be expected to walk with {who}",
    ),
    "route_unsafe": ("The route is too unsafe to walk", "The route is not too unsafe to walk"),
    "route_safe_alone": (
        "The route is reasonably safe for {who} to walk alone",
        "The route is not reasonably safe for {who} to walk alone",
    ),
    "route_safe_accompanied": (
        "The route is reasonably safe for {who} to walk with an adult",
        "The route is not reasonably safe for {who} to walk, even with an adult",
    ),
    "low_income": (
        "The family was recorded as having a low income, as the law describes it",
        "The family was not recorded as having a low income, as the law describes it",
    ),
    "chosen_for_belief": (
        "The school was recorded as chosen for religion or belief",
        "The school was not recorded as chosen for religion or belief",
    ),
    "nearer_suitable_school_of_belief": (
        "A nearer school is suitable, having regard to belief",
        "No nearer school is suitable, having regard to belief",
    ),
    "travel_necessary": (
        "We found that travel arrangements are necessary",
        "We found that travel arrangements are not necessary",
    ),
    "free_travel_by_others": (
        "Somebody else gives {who} free travel",
        "Nobody else gives {who} free travel",
    ),
    "others_travel_suitable": (
        "The travel that others give is suitable",
        "The travel that others give is not suitable",
    ),
    "nearest_course": (
        "This is the nearest appropriate course",
        "This is not the nearest appropriate course",
    ),
    "can_use_public_transport": (
        "{who} can use public transport",
        "{who} cannot use public transport",
    ),
    "needs_passenger_assistant": (
        "{who} needs a passenger assistant",
        "{who} does not need a passenger assistant",
    ),
    "fit_for_travel_training": (
        "{who} is ready for travel training",
        "{who} is not ready for travel training",
    ),
    "consents_to_budget": (
        "The parent agrees to a budget or mileage",
        "The parent was not recorded as agreeing to a budget or mileage",
    ),
    "exceptional_ground_claimed": (
        "An exceptional ground was raised",
        "No exceptional ground was raised",
    ),
}
"""What is said by the name of a fact or definition: of a yes, and of a no."""

FIGURES: Final[dict[str, str]] = {
    "walking_distance": "The walking distance",
    "road_distance": "The road distance",
    "age": "The age on the day of travel",
    "age_on_31_august": "The age on 31 August",
    "year_group": "The year group",
    "day_of_travel": "The day of travel",
    "attends_from": "The first day at this place",
    "first_helped_on": "The first day of help",
    "earned_in_last_period": "The income earned in the last assessment period",
    "earned_in_last_two_periods": "The income earned in the last two assessment periods",
    "phase": "The phase of education",
    "school_kind": "The kind of place",
    "placement_backed_by": "The team that backed the placement",
}
"""What a figure, a day or a choice is called at the head of a sentence."""


TOLD: Final[dict[tuple[str, int], str]] = {("year_group", 0): "Reception"}
"""Figures that people know by a name, by the name of the fact."""


def figure_told(name: str, value: object) -> str | None:
    """Give the name by which people know a figure; None where it is told as a number."""
    return TOLD.get((name, value)) if type(value) is int else None


def said_of(name: str, holds: bool, who: str) -> str | None:
    """Give the sentence for a yes or a no, without a full stop; None where there is none."""
    if name not in SAID:
        return None
    sentence = SAID[name][0 if holds else 1].replace("{who}", who)
    return sentence[:1].upper() + sentence[1:]
