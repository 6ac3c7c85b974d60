"""What a certificate holds its figure against: as a decision had it, or as it stands today.

A paper that goes out with a letter says what the letter's record says, whatever came later.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.assess import assess
from casework.desk import Desk
from casework.facts_in_force import FACT_OF_WAY, values_of
from casework.gate import UNDECIDED
from casework.measuring.limits import limits_turned_on
from records.certificate import LimitHeldAgainst
from records.decision import Decision
from records.figure import ClaimedFigure
from records.london import day_in_london
from records.measurement import Measurement
from rules.policy import PolicyVersion
from rules.reader import read_closure
from rules.recommendation import Recommendation
from rules.values import Facts
from store import applications, figures, schools


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """Whose route a figure is, and what it is held against, as of a day.

    ``of_decision`` says that the day is that of a decision, else that on which it is drawn up.
    """

    reference: str
    child_name: str
    school_name: str
    day_of_travel: date
    limits: tuple[LimitHeldAgainst, ...]
    claimed: tuple[ClaimedFigure, ...]
    as_of: date
    of_decision: bool


def held_today(desk: Desk, kept: Measurement) -> HeldAgainst:
    """What a measurement is held against today. Raises as ``assess`` does."""
    found = assess(desk, kept.application)
    case = found.case
    return HeldAgainst(
        case.application.reference,
        case.child.name,
        schools.school(desk.store, kept.school).name,
        kept.day or case.application.day_of_travel,
        _limits(found.policy, found.recommendation, values_of(found.facts), kept),
        _claimed(desk, kept, None),
        desk.today(),
        False,
    )


def held_by(desk: Desk, kept: Measurement, decision: Decision) -> HeldAgainst:
    """What a measurement was held against by a decision, from its record alone.

    What a family claimed later, another policy and another name of the school change nothing.
    """
    policy = read_closure(decision.recommendation.policy, dict(decision.policy_texts))
    return HeldAgainst(
        decision.reference,
        decision.child_name,
        _school_then(desk, kept.school, decision.decided_at),
        kept.day or applications.application(desk.store, kept.application).day_of_travel,
        _limits(policy, decision.recommendation, values_of(decision.facts), kept),
        _claimed(desk, kept, decision.decided_at),
        day_in_london(decision.decided_at),
        decision.outcome not in UNDECIDED,
    )


def _limits(
    policy: PolicyVersion, found: Recommendation | None, values: Facts, kept: Measurement
) -> tuple[LimitHeldAgainst, ...]:
    length = kept.length_mm
    return tuple(
        LimitHeldAgainst(limit, None if length is None else length - limit)
        for limit in limits_turned_on(policy, found, values, FACT_OF_WAY[kept.way])
    )


def _claimed(desk: Desk, kept: Measurement, until: datetime | None) -> tuple[ClaimedFigure, ...]:
    """What the family claimed of that way, by a moment (None: whenever)."""
    return tuple(
        each
        for each in figures.claimed_of(desk.store, kept.application)
        if each.way is kept.way and (until is None or each.at <= until)
    )


def _school_then(desk: Desk, school: str, at: datetime) -> str:
    """The school's name as it was on record at a moment."""
    for earlier in schools.earlier_schools(desk.store, school):
        if earlier.until > at:
            return earlier.record.name
    return schools.school(desk.store, school).name
