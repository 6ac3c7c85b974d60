"""What a policy version's own text says of the charges that a case was held to, for its letter."""

from __future__ import annotations

from letters.charging import NOTHING_CHARGED, Charging
from records.decision import Decision
from rules.inputs import facts_of, facts_of_charge
from rules.policy import PolicyVersion, Provision
from rules.values import Effect, Outcome


def charge_told(policy: PolicyVersion, decision: Decision) -> Charging:
    """Say what the figures of the version are, and which facts its charges look at.

    Only help that is offered, and not owed by law, is held to a charge.
    """
    if decision.outcome is not Outcome.OFFERED:
        return NOTHING_CHARGED
    grounds = frozenset(decision.recommendation.eligibility.grounds)
    charging = [each for each in policy.provisions if _charges(each, grounds)]
    looked = frozenset(name for each in charging for name in _looked_at(policy, each))
    said = {name: each.says for name, each in policy.parameters.items() if each.says}
    return Charging(said, looked) if charging else NOTHING_CHARGED


def _charges(provision: Provision, grounds: frozenset[str]) -> bool:
    touched = frozenset(provision.touches)
    return provision.effect is Effect.CHARGES and (not touched or bool(touched & grounds))


def _looked_at(policy: PolicyVersion, provision: Provision) -> tuple[str, ...]:
    asked = facts_of_charge(policy, provision.charge) if provision.charge else ()
    return (*facts_of(policy, provision.when), *asked)
