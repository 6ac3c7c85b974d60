"""Decide a case: the gate, then one transaction with record, policy texts and audit line."""

from __future__ import annotations

from casework.assess import Assessment, assess
from casework.desk import Desk
from casework.gate import Intent, fitting_power, rests_on_send, wanted
from casework.nearest import nearest_suitable
from casework.rights import require_for_decision
from records.decision import Decision, Discretion
from rules.problems import UserFacingError
from rules.values import Outcome
from store import decisions
from store.identifiers import new_id


class GateClosed(UserFacingError):
    """Something is still wanted before the decision can be issued; ``wanted`` lists it."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        self.wanted = missing
        super().__init__(
            "The decision was not recorded, and nothing was lost. Still wanted: "
            + " ".join(missing)
        )


def decide_case(desk: Desk, application: str, intent: Intent) -> Decision:
    """Decide a case as the person at the desk. A decision before it is superseded, never edited.

    Raises NotAllowed (SEN eligibility and solo travel are for the SEND officer), GateClosed with
    what is still wanted, or the store's own problems; then nothing was recorded.
    """
    assessment = assess(desk, application)
    require_for_decision(desk, assessment.case.application, rests_on_send(assessment))
    missing = wanted(assessment, intent)
    if missing:
        raise GateClosed(missing)
    decision = _decision(desk, assessment, intent)
    decisions.add_decision(desk.store, decision, desk.person)
    return decision


def draft_decision(desk: Desk, application: str, intent: Intent) -> Decision:
    """The decision as it would be recorded now; nothing is kept, and the gate may still be closed.

    Raises GateClosed while the facts contradict each other.
    """
    return _decision(desk, assess(desk, application), intent)


def _decision(desk: Desk, assessment: Assessment, intent: Intent) -> Decision:
    case, policy = assessment.case, assessment.policy
    if assessment.recommendation is None:
        raise GateClosed(wanted(assessment, intent))
    return Decision(
        id=new_id(),
        application=case.application.id,
        reference=case.application.reference,
        child_name=case.child.name,
        date_of_birth=case.child.date_of_birth,
        parent_name=case.household.parent_name,
        address=(*case.household.address, case.household.postcode),
        school_name=case.school.name,
        recommendation=assessment.recommendation,
        facts=assessment.facts,
        judgements=case.judgements,
        measurements=case.measurements,
        points=case.points,
        outcome=intent.outcome,
        reasons=intent.reasons.strip(),
        discretion=_discretion(assessment, intent),
        departs_because=intent.departs_because.strip() or None,
        decided_by=desk.person.id,
        decided_by_name=desk.person.name,
        decided_at=desk.now(),
        policy_texts=tuple(sorted(policy.texts.items())),
        policy_title=policy.title,
        nearest_suitable=nearest_suitable(desk, assessment, intent.nearest_suitable),
        supersedes=case.decision.id if case.decision else None,
    )


def _discretion(assessment: Assessment, intent: Intent) -> Discretion | None:
    power = fitting_power(assessment)
    if not intent.discretion.strip() or intent.outcome is Outcome.ENTITLED:
        return None
    used = intent.outcome is Outcome.OFFERED
    section = power.section if power else "not settled: the phase is not known"
    return Discretion(section, used, intent.discretion.strip())
