"""Everything a store holds on one case, read together."""

from __future__ import annotations

from dataclasses import dataclass

from casework.desk import Desk
from casework.first_help import first_help
from casework.measuring.figures_on_file import FiguresOnFile, figures_on_file
from records.application import Application, Evidence, Point
from records.child import Child, Household
from records.decision import Decision, Discretion
from records.determination import Determination
from records.fact import Fact, Judgement
from records.letter import Letter
from records.measurement import Measurement
from records.school import School
from store import (
    applications,
    children,
    decisions,
    determinations,
    discretions,
    evidence,
    facts,
    households,
    judgements,
    letters,
    measurements,
    points,
    schools,
)


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another child of the household: their case, and what was decided (None: not yet)."""

    child: Child
    application: Application
    decision: Decision | None


@dataclass(frozen=True, slots=True)
class Case:
    """One application with child, household, school and all that was recorded on it.

    ``first_help`` is the day of the first help by another case of the child, as a fact with its
    source; None where there is none.
    """

    application: Application
    child: Child
    household: Household
    school: School
    recorded: tuple[Fact, ...]
    judgements: tuple[Judgement, ...]
    measurements: tuple[Measurement, ...]
    evidence: tuple[Evidence, ...]
    points: tuple[Point, ...]
    siblings: tuple[Sibling, ...]
    decision: Decision | None
    letters: tuple[Letter, ...]
    discretions: tuple[Discretion, ...]
    determinations: tuple[Determination, ...]
    figures: FiguresOnFile = FiguresOnFile()
    first_help: Fact | None = None


def read_case(desk: Desk, application: str) -> Case:
    """Read one case. Raises NotThere for an unknown id."""
    store = desk.store
    found = applications.application(store, application)
    child = children.child(store, found.child)
    return Case(
        application=found,
        child=child,
        household=households.household(store, child.household),
        school=schools.school(store, found.school),
        recorded=facts.facts_of(store, application),
        judgements=judgements.judgements_of(store, application),
        measurements=measurements.measurements_of(store, application),
        evidence=evidence.evidence_of(store, application),
        points=points.points_of(store, application),
        siblings=_siblings(desk, child),
        decision=decisions.current_decision(store, application),
        letters=letters.letters_of_case(store, application),
        discretions=discretions.discretions_of(store, application),
        determinations=determinations.determinations_of(store, application),
        figures=figures_on_file(store, application),
        first_help=first_help(store, found, child),
    )


def _siblings(desk: Desk, child: Child) -> tuple[Sibling, ...]:
    others = [
        each for each in children.children_of(desk.store, child.household) if each.id != child.id
    ]
    return tuple(
        Sibling(other, each, decisions.current_decision(desk.store, each.id))
        for other in others
        for each in applications.applications_of_child(desk.store, other.id)
    )
