"""The *contribution*: what a family pays where help is offered, in exact pence, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rules.evaluate import Run, condition, provision_judged, value
from rules.policy import PolicyVersion, Provision
from rules.recommendation import Recommendation
from rules.tree import Case
from rules.values import Effect, Facts, Outcome, Result


class ContributionOutcome(StrEnum):
    """Whether anything is to be paid."""

    NONE = "none"
    DUE = "due"
    WAIVED = "waived"
    CANNOT_TELL_YET = "cannot_tell_yet"


@dataclass(frozen=True, slots=True)
class Contribution:
    """What is to be paid for a year, and in which parts; pence.

    ``provision`` is the rule that charges, ``cites`` where it stands, ``reason`` the words of the
    case that set the sum. Help owed by law is free: its outcome is ``none``.
    """

    outcome: ContributionOutcome
    annual_pence: int | None
    instalments: tuple[int, ...]
    provision: str | None
    cites: str | None
    missing: tuple[str, ...]


NOTHING = Contribution(ContributionOutcome.NONE, 0, (), None, None, ())


def contribution(
    policy: PolicyVersion, facts: Facts, recommendation: Recommendation
) -> Contribution:
    """The contribution for one child. Only help that is offered, not owed, can be charged for."""
    eligibility = recommendation.eligibility
    if eligibility.outcome in (Outcome.ENTITLED, Outcome.NOT_ENTITLED):
        return NOTHING
    charging = [each for each in policy.provisions if each.effect is Effect.CHARGES]
    if eligibility.outcome is not Outcome.OFFERED:
        return _open(eligibility.missing) if charging else NOTHING
    run = Run(policy, facts)
    for provision in charging:
        if provision.touches and not set(provision.touches) & set(eligibility.grounds):
            continue
        step, missing = provision_judged(run, provision.id)
        if step.result is Result.UNKNOWN:
            return _open(missing)
        if step.result is Result.MET:
            return _charged(run, provision)
    return NOTHING


def _open(missing: tuple[str, ...]) -> Contribution:
    return Contribution(ContributionOutcome.CANNOT_TELL_YET, None, (), None, None, missing)


def _charged(run: Run, provision: Provision) -> Contribution:
    charge = provision.charge
    if charge is None:
        return _open(())
    amount, missing = _amount(run, charge.cases)
    if amount is None:
        return _open(missing)
    parts = value(run, charge.instalments).value if charge.instalments else 1
    outcome = ContributionOutcome.DUE if amount else ContributionOutcome.WAIVED
    return Contribution(
        outcome, amount, in_parts(amount, parts), provision.id, provision.source.cites, ()
    )


def _amount(run: Run, cases: tuple[Case, ...]) -> tuple[int | None, tuple[str, ...]]:
    """The sum of the first case met; None while an earlier one is open with another sum."""
    possible: list[int | None] = []
    missing: list[str] = []
    for case in cases:
        step, wants = condition(run, case.when) if case.when else (None, ())
        if step is not None and step.result is Result.NOT_MET:
            continue
        found = None if isinstance(case.value, str) else value(run, case.value).value
        possible.append(found)
        missing += wants
        if step is None or step.result is Result.MET:
            same = len(set(possible)) == 1
            return (possible[0], ()) if same else (None, tuple(dict.fromkeys(missing)))
    return None, tuple(dict.fromkeys(missing))


def in_parts(pence: int, count: int) -> tuple[int, ...]:
    """A sum in equal parts of whole pence; pence left over go to the first parts."""
    if pence == 0 or count < 1:
        return ()
    each, over = divmod(pence, count)
    return tuple(each + (number < over) for number in range(count))
