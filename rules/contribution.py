"""The *contribution*: what a family pays where help is offered, in exact pence, never typed."""

from __future__ import annotations

from rules.charge_figures import figures_of, weakest
from rules.evaluate import Run, condition, provision_judged, value
from rules.part_findings import provisions_of
from rules.part_values import Contribution, ContributionOutcome
from rules.policy import PolicyVersion, Provision
from rules.recommendation import Recommendation, Step
from rules.shares import in_parts, share_of
from rules.tree import Case, Charge, Parameter
from rules.values import Effect, Facts, Outcome, Result, Standing

__all__ = ["NOTHING", "Contribution", "ContributionOutcome", "contribution", "in_parts"]

NOTHING = Contribution(ContributionOutcome.NONE, 0, (), None, None, ())


NO_GROUND = ""
"""Stands for the ground of help that is granted though no provision is: no ``touches`` names it."""


def contribution(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation, granted: bool = False
) -> Contribution:
    """The contribution for one child. Only help that is offered, not owed, can be charged for.

    Of several grounds the one that costs least counts: a family need not pay for what it is
    offered free as well. For each, the first ``charges`` that touches it and is met sets the sum.
    ``granted``: an officer gives help by discretion where the outcome gives none; its grounds are
    then what raised it.
    """
    eligibility = recommendation.eligibility
    free = (Outcome.ENTITLED,) if granted else (Outcome.ENTITLED, Outcome.NOT_ENTITLED)
    if eligibility.outcome in free:
        return NOTHING
    run = Run(policy, facts)
    charging = provisions_of(run, Effect.CHARGES)
    if not charging:
        return NOTHING
    if eligibility.outcome is not Outcome.OFFERED and not granted:
        return _open(eligibility.missing, eligibility.unread)
    grounds = eligibility.grounds or (NO_GROUND,)
    return _least([_of_ground(run, charging, ground) for ground in grounds])


def _least(found: list[Contribution]) -> Contribution:
    for free in (ContributionOutcome.NONE, ContributionOutcome.WAIVED):
        for each in found:
            if each.outcome is free:
                return each
    left_open = [each for each in found if each.annual_pence is None]
    if left_open:
        missing = dict.fromkeys(name for each in left_open for name in each.missing)
        unread = dict.fromkeys(name for each in left_open for name in each.unread)
        return _open(tuple(missing), tuple(unread))
    return min(found, key=lambda each: each.annual_pence or 0)


def _of_ground(run: Run, charging: list[Provision], ground: str) -> Contribution:
    for provision in charging:
        if provision.touches and ground not in provision.touches:
            continue
        step, missing = provision_judged(run, provision.id)
        if step.result is Result.UNKNOWN:
            unread = (provision.id,) if provision.standing is Standing.UNREAD else ()
            return _open(missing, unread)
        if step.result is Result.MET and provision.charge is not None:
            return _charged(run, provision, provision.charge)
    return NOTHING


def _open(missing: tuple[str, ...], unread: tuple[str, ...] = ()) -> Contribution:
    return Contribution(
        ContributionOutcome.CANNOT_TELL_YET, None, (), None, None, missing, unread=unread
    )


def _charged(run: Run, provision: Provision, charge: Charge) -> Contribution:
    amount, case, step, wants = _amount(run, charge.cases)
    amount, shared = share_of(run, amount, charge.times)
    parts = value(run, charge.instalments) if charge.instalments else None
    if amount is None or (amount and parts and parts.value is None):
        return _open(tuple(dict.fromkeys((*wants, *shared, *(parts.missing if parts else ())))))
    name = case.value.name if case and isinstance(case.value, Parameter) else None
    figures = figures_of(run, provision, charge, amount)
    return Contribution(
        outcome=_outcome(charge, amount),
        annual_pence=amount,
        instalments=in_parts(amount, parts.value if parts else 1),
        provision=provision.id,
        cites=provision.source.cites,
        missing=(),
        sum_name=name,
        because=step,
        standing=weakest([provision.standing, *(each.standing for each in figures)]),
        rule_standing=provision.standing,
        figures=figures,
    )


def _outcome(charge: Charge, pence: int) -> ContributionOutcome:
    """Nothing is waived where nobody is asked: one sum for all, which is nothing."""
    if pence:
        return ContributionOutcome.DUE
    return ContributionOutcome.WAIVED if len(charge.cases) > 1 else ContributionOutcome.NONE


def _amount(
    run: Run, cases: tuple[Case, ...]
) -> tuple[int | None, Case | None, Step | None, tuple[str, ...]]:
    """The sum of the first case met; None while an earlier one is open with another sum."""
    possible: list[int | None] = []
    missing: list[str] = []
    for case in cases:
        step, wants = condition(run, case.when) if case.when else (None, ())
        if step is not None and step.result is Result.NOT_MET:
            continue
        if not isinstance(case.value, str):
            found = value(run, case.value)
            possible.append(found.value)
            missing += [*wants, *found.missing]
        if step is None or step.result is Result.MET:
            if len(set(possible)) == 1 and possible[0] is not None:
                return possible[0], case, step, ()
            break
    return None, None, None, tuple(dict.fromkeys(missing))
