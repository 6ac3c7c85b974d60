"""Assess a case: the version in force, the facts, what the rules say, and what is still wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.case import Case, read_case
from casework.desk import Desk
from casework.facts_in_force import facts_in_force, values_of
from casework.in_use import InUse, in_use, version_for_day
from casework.working_days import Clock, decision_clock
from records.fact import Fact
from rules.ask import Question, questions
from rules.decide import decide
from rules.lasting import last_day
from rules.policy import PolicyVersion
from rules.problems import BadFacts
from rules.recommendation import Recommendation
from rules.values import Effect, Outcome

_EFFECT = {Outcome.ENTITLED: Effect.ENTITLES, Outcome.OFFERED: Effect.OFFERS}


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules say of a case as it stands now.

    ``recommendation`` is None when facts contradict each other; ``trouble`` then says which.
    ``questions`` are what is still wanted, the one that matters most first. ``lasts_until`` is the
    last day of this school year on which the outcome holds, None unless entitled or offered.
    ``use`` says whether the version is a draft, and whether decisions may be made under it.
    """

    case: Case
    policy: PolicyVersion
    facts: tuple[Fact, ...]
    recommendation: Recommendation | None
    trouble: str | None
    questions: tuple[Question, ...]
    lasts_until: date | None
    clock: Clock
    use: InUse


def assess(desk: Desk, application: str) -> Assessment:
    """Assess one case under the version in force for its council and day of travel.

    Where none is adopted for the day, it is assessed under the draft that governs it. Raises
    NotThere for an unknown case, NoPolicyInForce where no version governs the day at all.
    """
    case = read_case(desk, application)
    council, day = case.application.council, case.application.day_of_travel
    policy = version_for_day(desk.shelf, council, day, desk.today())
    return assess_under(desk, case, policy)


def assess_under(desk: Desk, case: Case, policy: PolicyVersion) -> Assessment:
    """Assess a case under a given version."""
    facts = case_facts(policy, case)
    values = values_of(facts)
    clock = decision_clock(case.application.received_on, desk.today())
    use = in_use(desk, policy)
    try:
        recommendation = decide(policy, values)
    except BadFacts as error:
        return Assessment(case, policy, facts, None, str(error), (), None, clock, use)
    wanted = questions(policy, values, recommendation)
    effect = _EFFECT.get(recommendation.eligibility.outcome)
    year_end = end_of_school_year(case.application.day_of_travel)
    lasts = last_day(policy, values, effect, year_end) if effect else None
    return Assessment(case, policy, facts, recommendation, None, wanted, lasts, clock, use)


def case_facts(policy: PolicyVersion, case: Case) -> tuple[Fact, ...]:
    """The facts of a case as they stand under a version."""
    return facts_in_force(
        policy,
        case.application,
        case.child,
        case.household,
        case.school,
        case.recorded,
        case.judgements,
        case.measurements,
    )


def end_of_school_year(day: date) -> date:
    """The 31 August on or after a day."""
    year = day.year if day <= date(day.year, 8, 31) else day.year + 1
    return date(year, 8, 31)
