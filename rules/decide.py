"""The *decide* reading: what a policy version says of one child, and why, line by line."""

from __future__ import annotations

from rules.plainly import decide_plainly
from rules.policy import PolicyVersion
from rules.recommendation import Eligibility, Recommendation
from rules.values import Facts
from rules.written.deciding import written_out


def decide(policy: PolicyVersion, facts: Facts) -> Recommendation:
    """Evaluate every provision for one child and draw the recommendation from the findings.

    ``facts`` are values of the vocabulary's types (see ``rules.facts``); None and absent are not
    known. Raises BadFacts when facts contradict each other, NoPolicyInForce when a dated parameter
    has no value for the day of travel.
    """
    return written_out(policy).decide(facts) or decide_plainly(policy, facts)


def outcome_only(policy: PolicyVersion, facts: Facts) -> Eligibility:
    """The eligibility that ``decide`` would find, without findings and trace. Raises as it does."""
    return written_out(policy).outcome(facts) or decide_plainly(policy, facts).eligibility
