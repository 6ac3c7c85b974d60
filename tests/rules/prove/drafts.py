"""Small drafts built on the Act, each with one thing wrong or changed, to be proved."""

from __future__ import annotations

from datetime import date

from casework.shelf import Shelf
from rules.policy import PolicyVersion
from rules.reader import read
from rules.values import Facts

SHELF = Shelf()
MILE = 1_609_344
ENGLAND = SHELF.read("england/1996-act")

HEAD = """
format: 1
policy: {id}
title: A draft
status: draft
travel: {{from: 2026-09-01, until: 2027-08-31}}
builds_on: england/1996-act
documents:
  paper: {{title: The draft, where: nowhere}}
"""
SOURCE = "source: {document: paper, standing: adopted}"


def draft(*parts: str, id: str = "drafts/one") -> PolicyVersion:
    """A version of some further parts of text on top of the Act."""
    return read(HEAD.format(id=id) + "\n".join(parts), SHELF.text, f"policy/{id}.yaml")


def provision(name: str, effect: str, *when: str, replaces: str | None = None) -> str:
    """One provision that asks for all of some lines."""
    lines = [f"  - provision: {name}", f"    title: Draft {name}", f"    effect: {effect}"]
    lines += [f"    replaces: england/1996-act#{replaces}"] if replaces else []
    lines += ["    when:", "      all:", *(f"        - {line}" for line in when), f"    {SOURCE}"]
    return "\n".join(lines)


BEYOND = """
      any:
          - all: [{lower}, {length} > walking_limit_under_eight]
          - {length} > walking_limit_from_eight"""


def beyond_walking(name: str, effect: str, lower: str, length: str, replaces: str | None) -> str:
    """Paragraph 6 with other words for the two-mile children and the length measured."""
    return provision(
        name,
        effect,
        "in_area",
        "compulsory_school_age",
        "any: [at_qualifying_school, england/1996-act#para-8]",
        BEYOND.format(lower=lower, length=length).strip(),
        "not boarding_arranged",
        "none: [nearer_arrangement_counts]",
        replaces=replaces,
    )


def by_road() -> PolicyVersion:
    """All bands measured by road."""
    lower = "age < age_the_walking_limit_rises"
    text = beyond_walking("road", "entitles", lower, "road_distance", "para-6")
    return draft("provisions:", text)


def by_year_group() -> PolicyVersion:
    """Two miles to Year 3, three from Year 4, whatever the age."""
    number = f"  last_year: {{value: 3, {SOURCE}}}"
    lower = "year_group <= last_year"
    text = beyond_walking("year", "entitles", lower, "walking_distance", "para-6")
    return draft("parameters:", number, "provisions:", text)


def permanent_only() -> PolicyVersion:
    """Help during an exclusion for the permanently excluded alone."""
    text = provision(
        "excluded",
        "extends",
        "school_kind is place_during_exclusion",
        "exclusion is permanent",
        "registered_pupil",
        "education_during_exclusion",
        replaces="para-8",
    )
    return draft("provisions:", text)


GOOD: Facts = {
    "day_of_travel": date(2026, 11, 2),
    "date_of_birth": date(2019, 1, 15),
    "year_group": 3,
    "in_area": True,
    "has_ehcp": False,
    "has_send": False,
    "disabled": False,
    "mobility_problem": False,
    "school_kind": "mainstream",
    "school_governance": "maintained",
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "nearer_suitable_place": False,
    "nearer_suitable_schools": 0,
    "nearer_suitable_school_of_belief": False,
    "boarding_arranged": False,
    "walking_distance": 2 * MILE,
    "road_distance": 2 * MILE,
    "cannot_walk": False,
    "route_unsafe": False,
    "low_income": False,
    "chosen_for_belief": False,
    "exclusion": "none",
    "education_during_exclusion": False,
}
"""A seven-year-old in Year 3, fully known, who is entitled to nothing."""
