"""The *arrangement*: the least kind of travel that is suitable, and why each lesser one is not."""

from __future__ import annotations

from dataclasses import dataclass

from rules.evaluate import Run, provision_judged
from rules.policy import PolicyVersion
from rules.recommendation import Finding, Recommendation
from rules.values import Effect, Facts, Outcome, Result


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rung of the ladder that was reached.

    ``suggested`` is the least kind of travel found suitable (None: none, or not told yet);
    ``excluded`` are the lesser ones with the findings that exclude them; ``missing`` what is
    still to be judged; ``with_consent`` cites the law where the parent must agree.
    """

    suggested: Finding | None
    excluded: tuple[Finding, ...]
    missing: tuple[str, ...]
    with_consent: str | None


def arrangement(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation
) -> Arrangement | None:
    """Climb the ladder in the order of the text, the least first. None where no help is due."""
    if recommendation.eligibility.outcome not in (Outcome.ENTITLED, Outcome.OFFERED):
        return None
    run = Run(policy, facts)
    excluded: list[Finding] = []
    for finding in recommendation.findings:
        if finding.effect is not Effect.ARRANGES:
            continue
        step, missing = provision_judged(run, finding.provision)
        if step.result is Result.MET:
            consent = policy.provision(finding.provision).with_consent
            return Arrangement(finding, tuple(excluded), (), consent)
        if step.result is Result.UNKNOWN:
            return Arrangement(None, tuple(excluded), missing, None)
        excluded.append(finding)
    return Arrangement(None, tuple(excluded), (), None)
