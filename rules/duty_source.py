"""Where the duty of a recommendation stands: the test that decides it, or the ground itself."""

from __future__ import annotations

from collections.abc import Iterator

from rules.policy import PolicyVersion, Provision
from rules.recommendation import Recommendation
from rules.values import DutyOutcome, Effect


def duty_sources(policy: PolicyVersion, found: Recommendation) -> tuple[Provision, ...]:
    """The provisions that the duty stands on, each once.

    They are the tests of whether the council must act itself that touch the grounds. A ground that
    none of them touches is a duty by itself: such a council acts because that provision says so.
    """
    tests = tuple(each for each in policy.provisions if each.effect is Effect.OWES)
    if found.duty.outcome is not DutyOutcome.OWED:
        return tests
    return tuple(dict.fromkeys(_of_grounds(policy, found, tests))) or tests


def _of_grounds(
    policy: PolicyVersion, found: Recommendation, tests: tuple[Provision, ...]
) -> Iterator[Provision]:
    for ground in found.eligibility.grounds:
        touching = [each for each in tests if not each.touches or ground in each.touches]
        yield from touching or [policy.provision(ground)]
