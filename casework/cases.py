"""The list of cases: each with its outcome as the rules see it now, and its clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from casework.desk import Desk
from casework.facts_in_force import facts_in_force, values_of
from casework.first_help import first_helps
from casework.in_use import version_for_day
from casework.kept import with_older
from casework.letters.clocks import appeal_clocks
from casework.policies.overlaps import OverlappingVersions
from casework.working_days import Clock, decision_clock
from records.application import Application, Directorate, Stage
from records.decision import DecisionHead
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import BadFacts, NoPolicyInForce
from rules.recommendation import Recommendation
from rules.values import Facts, Outcome
from store import (
    applications,
    children,
    decisions,
    facts,
    households,
    judgements,
    measurements,
    schools,
)

Progress = Callable[[int, int], None]
"""Called with how many cases are done, of how many; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the list.

    ``outcome`` is the officer's once decided, else what the rules say now (None: facts contradict
    each other, or no policy is in force; ``trouble`` says so). ``wanted`` counts the facts still
    missing. ``appeal_ends`` is the last day to ask for a review or stage two, None where no letter
    sets one.
    """

    id: str
    reference: str
    child: str
    school: str
    postcode: str
    directorate: Directorate
    stage: Stage
    outcome: Outcome | None
    wanted: int
    clock: Clock
    application: Application
    decision: DecisionHead | None
    trouble: str | None = None
    appeal_ends: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A case of the caseload with the values of its facts, ready to be decided."""

    application: Application
    facts: Facts


def list_cases(
    desk: Desk, text: str = "", progress: Progress | None = None
) -> tuple[CaseLine, ...]:
    """List the cases, or those in which ``text`` is found, in the order they were received."""
    store, today = desk.store, desk.today()
    names = {child.id: child for child in children.list_children(store)}
    homes = {home.id: home for home in households.list_households(store)}
    places = {school.id: school for school in schools.list_schools(store)}
    versions = Versions(desk)
    decided = {each.application: each for each in decisions.list_heads(store)}
    clocks, values = appeal_clocks(desk), caseload(desk)
    found: list[CaseLine] = []
    asked = applications.list_applications(store, text=text)
    for each in asked:
        if progress is not None:
            progress(len(found), len(asked))
        child = names[each.child]
        decision = decided.get(each.id)
        outcome, wanted, trouble = _standing(desk, versions, values[each.id], decision)
        found.append(
            CaseLine(
                each.id,
                each.reference,
                child.name,
                places[each.school].name,
                homes[child.household].postcode,
                each.directorate,
                each.stage,
                outcome,
                wanted,
                decision_clock(each.received_on, today),
                each,
                decision,
                trouble,
                clocks[each.id].last_day if each.id in clocks else None,
            )
        )
    return tuple(found)


def _standing(
    desk: Desk, versions: Versions, line: Line, decision: DecisionHead | None
) -> tuple[Outcome | None, int, str | None]:
    if decision is not None:
        return decision.outcome, 0, None
    try:
        policy = versions.of(line.application)
        recommendation: Recommendation = decide(policy, line.facts)
    except (BadFacts, NoPolicyInForce, OverlappingVersions) as error:
        return None, 0, str(error)
    eligibility = recommendation.eligibility
    outcome = with_older(desk.shelf, policy, line.facts, recommendation)
    return outcome, len(eligibility.missing), None


def version_for(desk: Desk, application: Application) -> PolicyVersion:
    """The version for an application's council and day of travel, as known today; a draft last."""
    council, day = application.council, application.day_of_travel
    return version_for_day(desk.shelf, council, day, desk.today())


def caseload(desk: Desk) -> dict[str, Line]:
    """Every case's facts by application id, read from the store at once."""
    store = desk.store
    names = {child.id: child for child in children.list_children(store)}
    homes = {home.id: home for home in households.list_households(store)}
    places = {school.id: school for school in schools.list_schools(store)}
    recorded, judged = facts.facts_of_all(store), judgements.judgements_of_all(store)
    measured = measurements.lengths_of_all(store)
    found, versions, helped = {}, Versions(desk), first_helps(store)
    for each in applications.list_applications(store):
        child = names[each.child]
        gathered = facts_in_force(
            _measuring_policy(desk, versions, each),
            each,
            child,
            homes[child.household],
            places[each.school],
            recorded.get(each.id, ()),
            judged.get(each.id, ()),
            measured.get(each.id, ()),
            [helped[each.id]] if each.id in helped else [],
        )
        found[each.id] = Line(each, values_of(gathered))
    return found


def _measuring_policy(desk: Desk, versions: Versions, application: Application) -> PolicyVersion:
    try:
        return versions.of(application)
    except (NoPolicyInForce, OverlappingVersions):
        return desk.shelf.read("england/1996-act")


class Versions:
    """The versions in force for many applications, each looked up once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: dict[tuple[str, date], PolicyVersion] = {}

    def of(self, application: Application) -> PolicyVersion:
        """The version in force for one application. Raises NoPolicyInForce."""
        key = (application.council, application.day_of_travel)
        if key not in self._found:
            self._found[key] = version_for(self._desk, application)
        return self._found[key]
