"""Decide a case: the gate, then one transaction with record, policy texts and audit line."""

from __future__ import annotations

from casework.assess import Assessment, assess, granted
from casework.desk import Desk
from casework.determining import travels_alone
from casework.discretion import Considered, discretion_record
from casework.gate import Intent, by_discretion, fitting_power, rests_on_send, wanted
from casework.rights import require_for_decision
from casework.schools.nearest import nearest_suitable
from casework.schools.table_again import assess_to_decide
from records.decision import Decision, Discretion
from rules.problems import UserFacingError
from rules.values import Outcome
from store import change, decisions, discretions
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
    what is still wanted, CannotAuthorise, or the store's own problems; then nothing was recorded.
    """
    assessment = _as_meant(assess_to_decide(desk, application), intent)
    require_for_decision(
        desk, assessment.case.application, rests_on_send(assessment), travels_alone(assessment)
    )
    missing = wanted(assessment, intent)
    if missing:
        raise GateClosed(missing)
    considered = _considered(assessment, intent)
    discretion = discretion_record(desk, application, considered) if considered else None
    decision = _decision(desk, assessment, intent, discretion)
    with change.together(desk.store):
        if decision.discretion is not None:
            discretions.add_discretion(desk.store, decision.discretion, desk.person)
        decisions.add_decision(desk.store, decision, desk.person)
    return decision


def draft_decision(desk: Desk, application: str, intent: Intent) -> Decision:
    """The decision as it would be recorded now; nothing is kept, and the gate may still be closed.

    Raises GateClosed while the facts contradict each other.
    """
    assessment = _as_meant(assess(desk, application), intent)
    considered = _considered(assessment, intent)
    drafted = None
    if considered is not None:
        drafted = Discretion(considered.power, considered.used, considered.reasons)
    return _decision(desk, assessment, intent, drafted)


def _as_meant(assessment: Assessment, intent: Intent) -> Assessment:
    """With the parts of help by discretion, where that is what the officer gives."""
    return granted(assessment) if by_discretion(assessment, intent) else assessment


def _decision(
    desk: Desk, assessment: Assessment, intent: Intent, discretion: Discretion | None
) -> Decision:
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
        discretion=discretion,
        departs_because=intent.departs_because.strip() or None,
        decided_by=desk.person.id,
        decided_by_name=desk.person.name,
        decided_at=desk.now(),
        policy_texts=tuple(sorted(policy.texts.items())),
        policy_title=policy.title,
        nearest_suitable=nearest_suitable(desk, assessment, intent.nearest_suitable),
        supersedes=case.decision.id if case.decision else None,
        confirmation=assessment.use.confirmation,
        parts=assessment.parts,
        determinations=case.determinations,
        kept=assessment.kept,
    )


def _considered(assessment: Assessment, intent: Intent) -> Considered | None:
    """The discretion considered; help that law or policy gives needs none."""
    used = by_discretion(assessment, intent)
    if not intent.discretion.strip() or not (used or intent.outcome is Outcome.NOT_ENTITLED):
        return None
    power = fitting_power(assessment)
    return Considered(
        power.section if power else "not settled: the phase is not known",
        used,
        intent.discretion.strip(),
        intent.authorised_by,
        intent.limits,
        intent.review_on,
    )
