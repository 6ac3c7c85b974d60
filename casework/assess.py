"""Assess a case: the version in force, the facts, what the rules say, and what is still wanted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from casework.case import Case, read_case
from casework.desk import Desk
from casework.facts_by_day import facts_by_day
from casework.facts_in_force import facts_in_force, values_of
from casework.in_use import InUse, in_use, version_for_day
from casework.kept import does_more, is_better, kept_version, nothing_better
from casework.last_day import last_day_of_help
from casework.schools.drawn_otherwise import DrawnOtherwise
from casework.working_days import Clock, decision_clock
from records.fact import Fact
from records.kept import KeptOn
from rules.ask import Question, questions
from rules.decide import decide
from rules.part_values import Parts, Protection
from rules.parts import parts
from rules.policy import PolicyVersion
from rules.problems import BadFacts
from rules.recommendation import Finding, Recommendation
from rules.values import Outcome


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the rules say of a case as it stands now.

    ``recommendation`` and ``parts`` are None when facts contradict each other; ``trouble`` then
    says which. ``questions`` are what is still wanted, the one that matters most first.
    ``lasts_until`` is the last day of help in this school year, as the period of ``parts`` tells
    it; None unless entitled or offered. ``uses`` says of the version taken, and of that of the day
    where it is another, whether it is a draft and confirmed. ``kept`` is set where a cohort's
    protection was weighed; ``protection_matters`` where it cannot be told yet and an older version
    could do more. ``drawn_otherwise`` is set where the table of schools no longer bears out what
    was drawn from it; only ``assess_to_decide`` looks.
    """

    case: Case
    policy: PolicyVersion
    facts: tuple[Fact, ...]
    recommendation: Recommendation | None
    trouble: str | None
    questions: tuple[Question, ...]
    lasts_until: date | None
    clock: Clock
    uses: tuple[InUse, ...]
    parts: Parts | None = None
    kept: KeptOn | None = None
    protection_matters: bool = False
    drawn_otherwise: DrawnOtherwise | None = None

    @property
    def use(self) -> InUse:
        """How the version that was taken stands."""
        return self.uses[0]

    @property
    def outcome(self) -> Outcome | None:
        """What is recommended; None while facts contradict each other.

        Where a child is kept on a version whose text is not held, and that could do more, an
        officer decides.
        """
        if self.recommendation is None:
            return None
        not_held = self.kept is not None and not self.kept.held
        if not_held and not nothing_better(self.recommendation):
            return Outcome.FOR_AN_OFFICER
        return self.recommendation.eligibility.outcome


def assess(desk: Desk, application: str) -> Assessment:
    """Assess one case under the version in force for its council and day of travel.

    Where none is adopted for the day, it is assessed under the draft that governs it; a child
    kept on an older version under that too, and the more favourable counts. Raises NotThere for
    an unknown case, NoPolicyInForce where no version governs the day at all.
    """
    case = read_case(desk, application)
    council, day = case.application.council, case.application.day_of_travel
    policy = version_for_day(desk.shelf, council, day, desk.today())
    found = assess_under(desk, case, policy)
    protection = found.parts.protection if found.parts else None
    if protection is None or protection.provision is None:
        return found
    if protection.keeps is None:
        return replace(found, protection_matters=_may_matter(desk, found, protection.provision))
    return _with_kept(desk, found, protection, protection.keeps)


def assess_under(desk: Desk, case: Case, policy: PolicyVersion) -> Assessment:
    """Assess a case under a given version alone."""
    facts = case_facts(policy, case)
    values = values_of(facts)
    clock = decision_clock(case.application.received_on, desk.today())
    uses = (in_use(desk, policy),)
    try:
        recommendation = decide(policy, values)
    except BadFacts as error:
        return Assessment(case, policy, facts, None, str(error), (), None, clock, uses)
    by_day = facts_by_day(facts, case.determinations, case.judgements)
    found = parts(policy, values, recommendation, by_day)
    return Assessment(
        case=case,
        policy=policy,
        facts=facts,
        recommendation=recommendation,
        trouble=None,
        questions=questions(policy, values, recommendation),
        lasts_until=last_day_of_help(found),
        clock=clock,
        uses=uses,
        parts=found,
    )


def granted(assessment: Assessment) -> Assessment:
    """The same case with help that only an officer gives: arranged, charged for and ended too."""
    found, facts = assessment.recommendation, assessment.facts
    if found is None:
        return assessment
    case = assessment.case
    by_day = facts_by_day(facts, case.determinations, case.judgements)
    given = parts(assessment.policy, values_of(facts), found, by_day, granted=True)
    return replace(assessment, parts=given, lasts_until=last_day_of_help(given))


def _with_kept(desk: Desk, found: Assessment, protection: Protection, keeps: str) -> Assessment:
    """Take the more favourable of the version of the day and the older one."""
    helped = values_of(found.facts).get("first_helped_on")
    since = helped if isinstance(helped, date) else None
    version = kept_version(desk.shelf, keeps)
    older = assess_under(desk, found.case, version) if version else None
    if older is None or older.recommendation is None:
        return replace(found, kept=KeptOn(keeps, False, protection, since, None, None))
    taken, left = (older, found) if _better(older, found) else (found, older)
    kept = KeptOn(keeps, True, protection, since, left.recommendation, left.policy.title)
    uses = older.uses + found.uses if taken is older else found.uses
    return replace(taken, uses=uses, kept=kept)


def _may_matter(desk: Desk, found: Assessment, protects: Finding) -> bool:
    """Whether the older version that a provision may keep the child on could do more."""
    keeps = found.policy.provision(protects.provision).keeps
    if found.recommendation is None or nothing_better(found.recommendation):
        return False
    version = kept_version(desk.shelf, keeps) if keeps else None
    older = assess_under(desk, found.case, version).recommendation if version else None
    return older is None or does_more(older, found.recommendation)


def _better(one: Assessment, other: Assessment) -> bool:
    if not (one.recommendation and one.parts and other.recommendation and other.parts):
        return False
    return is_better(one.recommendation, one.parts, other.recommendation, other.parts)


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
        (case.first_help,) if case.first_help else (),
    )
