"""The decision of a case that stands in a file: what the rules find, and what the file adds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final

from casework.files.letter_parts import LetterParts, PointPart
from letters.discretion import power_for
from records.application import Point
from records.decision import Decision, Discretion
from records.fact import Fact
from rules.parts import parts as parts_of
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation
from rules.values import Facts, Outcome

HELPS: Final = (Outcome.ENTITLED, Outcome.OFFERED)

NO_DAY: Final = date(1970, 1, 1)
"""What stands in a record for a day that the file does not give; no letter prints it."""


def decision_of_file(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, parts: LetterParts
) -> Decision:
    """The decision that a case file tells of, as a record that no store holds."""
    born = facts.get("date_of_birth")
    day = parts.dates.get("letter")
    outcome = _outcome(recommendation, parts)
    return Decision(
        id="",
        application="",
        reference=parts.reference,
        child_name=parts.child,
        date_of_birth=born if isinstance(born, date) else None,
        parent_name=parts.addressee,
        address=parts.address,
        school_name=parts.school,
        recommendation=recommendation,
        facts=_facts(policy, facts),
        judgements=(),
        measurements=(),
        points=tuple(_point(each, day) for each in parts.points),
        outcome=outcome,
        reasons=parts.reasons,
        discretion=_discretion(recommendation, facts, parts),
        departs_because=parts.departs_because,
        decided_by="",
        decided_by_name=parts.officer,
        decided_at=datetime.combine(parts.dates.get("decided") or NO_DAY, time(12), UTC),
        policy_texts=(),
        policy_title=policy.title,
        nearest_suitable=parts.nearest,
        parts=parts_of(policy, facts, recommendation, granted=_is_granted(recommendation, outcome)),
    )


def _is_granted(recommendation: Recommendation, outcome: Outcome) -> bool:
    """Whether an officer gives help by discretion that the rules do not."""
    return outcome is Outcome.OFFERED and recommendation.eligibility.outcome not in HELPS


def _facts(policy: PolicyVersion, facts: Facts) -> tuple[Fact, ...]:
    """The facts of the file, which gives no day on which each came to be known."""
    known = [name for name in policy.vocabulary if facts.get(name) is not None]
    return tuple(
        Fact(name, facts[name], policy.vocabulary[name].how, "case file", "", None)
        for name in known
    )


def _discretion(
    recommendation: Recommendation, facts: Facts, parts: LetterParts
) -> Discretion | None:
    if not parts.discretion and not parts.discretion_used:
        return None
    phase = next((e.value for e in recommendation.derived if e.name == "phase"), None)
    kind = facts.get("school_kind")
    fits = power_for(str(phase) if phase else None, str(kind) if kind else None)
    power = parts.power or (fits.section if fits else "")
    if not power:
        return None
    used = parts.discretion_used
    return Discretion(
        power=power,
        used=used,
        reasons=parts.discretion,
        by_name=parts.decided_by or parts.officer,
        authorised_by_name=(parts.authorised_by or None) if used else None,
        limits=parts.limits if used else "",
        review_on=parts.discretion_reviewed if used else None,
    )


def _outcome(recommendation: Recommendation, parts: LetterParts) -> Outcome:
    """What is decided: as the rules find, or help offered by a discretion that was used."""
    found = recommendation.eligibility.outcome
    return Outcome.OFFERED if parts.discretion_used and found not in HELPS else found


def _point(point: PointPart, day: date | None) -> Point:
    return Point("", "", point.raised, day or NO_DAY, (), point.answer, None, None)
