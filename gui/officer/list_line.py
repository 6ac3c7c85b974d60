"""The line of one case, from what its page has just read, so that the list need not read again."""

from __future__ import annotations

from casework.assess import Assessment
from casework.cases import CaseLine
from casework.letters.clocks import AppealClock


def line_of(assessment: Assessment, clock: AppealClock | None = None) -> CaseLine:
    """Write the line of the list for a case as it was last assessed."""
    case, found = assessment.case, assessment.recommendation
    application, decision = case.application, case.decision
    recommended = found.eligibility if found else None
    undecided = recommended.outcome if recommended else None
    return CaseLine(
        id=application.id,
        reference=application.reference,
        child=case.child.name,
        school=case.school.name,
        postcode=case.household.postcode,
        directorate=application.directorate,
        stage=application.stage,
        outcome=decision.outcome if decision else undecided,
        wanted=len(recommended.missing) if recommended and not decision else 0,
        clock=assessment.clock,
        application=application,
        decision=decision,
        trouble=None if decision else assessment.trouble,
        appeal_ends=clock.last_day if clock else None,
    )
