"""Decides plainly, walking the tree: what is said in words where facts or limits are at fault.

It is what the quick way is held to, answer by answer, and what makes a version's first few
recommendations, before writing it out is worth while.
"""

from __future__ import annotations

from datetime import date

from rules.contradictions import check_truths
from rules.derived import derived_facts
from rules.evaluate import Run, program_of
from rules.outcome import ruling_of, verdict
from rules.part_findings import finding_of
from rules.policy import PolicyVersion
from rules.recommendation import Recommendation
from rules.values import Facts


def decide_plainly(policy: PolicyVersion, facts: Facts) -> Recommendation:
    """Evaluate every provision for one child and draw the recommendation from the findings.

    Raises as ``rules.decide.decide`` does.
    """
    program_of(policy).tidy()
    run = Run(policy, facts)
    check_truths(run)
    findings = tuple(finding_of(run, provision) for provision in policy.provisions)
    ruling = ruling_of(policy, tuple(each.result for each in findings))
    eligibility, duty = verdict(policy, ruling, tuple(each.missing for each in findings))
    day = facts.get("day_of_travel")
    return Recommendation(
        policy=policy.id,
        digest=policy.digest,
        day_of_travel=day if isinstance(day, date) else None,
        eligibility=eligibility,
        duty=duty,
        findings=findings,
        derived=derived_facts(run),
    )
