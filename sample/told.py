"""What is told on a case: its facts with their sources, judgements, evidence and points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Final

from records.application import Application, Directorate, Evidence, Point
from records.fact import Fact, Judgement
from records.people import Person, Role
from rules.values import KnownHow
from sample.casting import Family, Part
from sample.days import TODAY, looked_at
from sample.dice import Dice
from sample.distances import distances
from sample.identifiers import identifier
from sample.people import holding
from sample.places import nearer_suitable
from sample.sources import EVIDENCE_FOR, HOW_KNOWN, JUDGED_BY_SEND, NOT_FOUND, judge_of
from sample.stories.judging import REASONS
from sample.stories.story import Circle, Facts

EVERY_CHILD: Final[Facts] = {
    "in_area": True,
    "has_ehcp": False,
    "has_send": False,
    "disabled": False,
    "mobility_problem": False,
    "free_travel_by_others": False,
    "exceptional_ground_claimed": False,
}
AT_SCHOOL: Final[Facts] = EVERY_CHILD | {
    "looked_after": False,
    "registered_pupil": True,
    "also_registered_at_pru": False,
    "boarding_arranged": False,
    "exclusion": "none",
    "low_income": False,
    "chosen_for_belief": False,
}
ASKED_OF: Final[Mapping[Circle, Facts]] = {
    Circle.SCHOOL: AT_SCHOOL,
    Circle.EARLY_YEARS: EVERY_CHILD
    | {"registered_pupil": True, "also_registered_at_pru": False, "placement_backed_by": "nobody"},
    Circle.AFTER_16: EVERY_CHILD,
    Circle.ADULT: EVERY_CHILD | {"council_secured_place_and_boarding": False},
}
"""What the form and the registers say of every case of a circle, until a story says otherwise."""

INCOME: Final = frozenset(
    {
        "universal_credit",
        "asylum_support",
        "guarantee_pension_credit",
        "income_based_benefit",
    }
)
"""Where a story speaks of these, low income is left to be worked out."""


def values_of(family: Family, part: Part) -> Facts:
    """Give every fact of a case by name: of its circle, of its school, of its story."""
    case = part.case
    found = dict(ASKED_OF[case.circle])
    if case.circle is not Circle.ADULT:
        found["year_group"] = part.group
    found |= places_of(family, part)
    if INCOME & case.facts.keys():
        del found["low_income"]
    found |= case.facts
    return {name: value for name, value in found.items() if name not in case.left_out}


def places_of(family: Family, part: Part) -> Facts:
    """Give what the places table says of schools nearer than the one travelled to."""
    if part.case.circle not in (Circle.SCHOOL, Circle.EARLY_YEARS):
        return {}
    row, school = family.row, distances().schools[part.school]
    count = int(nearer_suitable(part.age_at_start)[row, part.school])
    found: Facts = {"nearer_suitable_schools": count}
    if part.case.facts.get("chosen_for_belief"):
        of_belief = nearer_suitable(part.age_at_start, school.belief)[row, part.school]
        found["nearer_suitable_school_of_belief"] = bool(of_belief)
    return found


def officer_for(role: Role, number: int) -> Person:
    """Give one of those who hold a role, by turns."""
    people = holding(role)
    return people[number % len(people)]


def is_for_send(application: Application) -> bool:
    """Say whether the SEND directorate decides a case."""
    return application.directorate is Directorate.SEND


def facts_of(family: Family, part: Part, of: Application, dice: Dice) -> tuple[Fact, ...]:
    """Write down the facts of a case, each with where it came from and when."""
    role = Role.SEND_OFFICER if is_for_send(of) else Role.ELIGIBILITY_OFFICER
    by = officer_for(role, dice.whole(0, 1)).id
    facts = []
    for name, value in values_of(family, part).items():
        how, source = HOW_KNOWN[name]
        on = min(of.received_on + timedelta(days=dice.whole(0, 3)), TODAY)
        facts.append(Fact(name, value, how, NOT_FOUND if value is None else source, by, on))
    if "attends_from" not in part.case.facts:
        facts.append(_begins(of, by))
    return tuple(facts)


def _begins(of: Application, by: str) -> Fact:
    """The day the child begins at the place: with most families, the first day of travel."""
    source = "admissions register"
    return Fact("attends_from", of.day_of_travel, KnownHow.RECORDED, source, by, of.received_on)


def judgements_of(part: Part, of: Application, dice: Dice) -> Iterator[Judgement]:
    """Write down what was judged on a case, by whom and why."""
    for place, (fact, value) in enumerate(part.case.judged.items()):
        judge = officer_for(judge_of(fact, is_for_send(of)), dice.whole(0, 1))
        drawn = dice.pick(REASONS[fact, value]) if (fact, value) in REASONS else ""
        yield Judgement(
            id=identifier(f"judgement {of.reference}", place),
            application=of.id,
            fact=fact,
            value=value,
            reasons=part.case.because.get(fact, drawn),
            by=judge.id,
            by_name=judge.name,
            at=looked_at(of.received_on, dice),
        )


def evidence_of(part: Part, of: Application, parent: str, dice: Dice) -> tuple[Evidence, ...]:
    """List the evidence on a case: what its facts rest on, then what its points rest on."""
    held: list[tuple[str, str, tuple[str, ...]]] = [
        (*titles, (fact,)) for fact, titles in EVIDENCE_FOR.items() if part.case.facts.get(fact)
    ]
    held += [(kind, title, (fact,)) for kind, title, fact in part.case.evidence]
    held += [(*said.evidence, ()) for said in part.case.said if said.evidence]
    return tuple(
        Evidence(
            id=identifier(f"evidence {of.reference}", place),
            application=of.id,
            kind=kind,
            title=title,
            given_by=parent,
            dated=of.received_on - timedelta(days=dice.whole(4, 60)),
            received_on=min(of.received_on + timedelta(days=dice.whole(0, 4)), TODAY),
            sha256=None,
            supports=supports,
        )
        for place, (kind, title, supports) in enumerate(held)
    )


def points_of(part: Part, of: Application, evidence: tuple[Evidence, ...]) -> Iterator[Point]:
    """Write down the points a family makes, in its own words, not yet answered."""
    for place, said in enumerate(part.case.said):
        rests_on = [one.id for one in evidence if said.evidence == (one.kind, one.title)]
        yield Point(
            id=identifier(f"point {of.reference}", place),
            application=of.id,
            words=said.words,
            raised_on=of.received_on,
            evidence=tuple(rests_on),
            answer=None,
            answered_by=None,
            answered_at=None,
        )


def needs_send_officer(part: Part, of: Application) -> bool:
    """Say whether only a SEND officer may decide: by directorate, solo travel, ability to walk."""
    return is_for_send(of) or part.case.solo or bool(JUDGED_BY_SEND & part.case.judged.keys())
