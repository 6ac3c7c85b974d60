"""The *decide* reading: what a policy version says of one child, and why, line by line."""

from __future__ import annotations

from datetime import date

from rules.contradictions import check_truths
from rules.derived import derived_facts
from rules.evaluate import Run, program_of, provision_judged
from rules.inputs import is_judged
from rules.policy import PolicyVersion, Provision
from rules.recommendation import Duty, Eligibility, Finding, Recommendation
from rules.scope import applies
from rules.values import (
    DutyOutcome,
    Effect,
    Facts,
    Outcome,
    Result,
    Standing,
)

MET, UNKNOWN = Result.MET, Result.UNKNOWN


def decide(policy: PolicyVersion, facts: Facts) -> Recommendation:
    """Evaluate every provision for one child and draw the recommendation from the findings.

    ``facts`` are values of the vocabulary's types (see ``rules.facts``); None and absent are not
    known. Raises BadFacts when facts contradict each other, NoPolicyInForce when a dated parameter
    has no value for the day of travel.
    """
    program_of(policy).tidy()
    run = Run(policy, facts)
    check_truths(run)
    findings = tuple(_finding(run, provision) for provision in policy.provisions)
    eligibility = _eligibility(policy, findings)
    day = facts.get("day_of_travel")
    return Recommendation(
        policy=policy.id,
        digest=policy.digest,
        day_of_travel=day if isinstance(day, date) else None,
        eligibility=eligibility,
        duty=_duty(policy, findings, eligibility),
        findings=findings,
        derived=derived_facts(run),
    )


def _finding(run: Run, provision: Provision) -> Finding:
    step, missing = provision_judged(run, provision.id)
    return Finding(
        provision=provision.id,
        title=provision.title,
        effect=provision.effect,
        result=step.result,
        applies=applies(run, provision),
        cites=provision.source.cites,
        standing=provision.standing,
        missing=missing,
        because=step,
    )


def _with(findings: tuple[Finding, ...], effect: Effect, result: Result) -> list[Finding]:
    return [each for each in findings if each.effect is effect and each.result is result]


def _eligibility(policy: PolicyVersion, findings: tuple[Finding, ...]) -> Eligibility:
    """The outcome rule, in the order of the policy language: duties, then offers, then people."""
    if entitling := _with(findings, Effect.ENTITLES, MET):
        return _settled(Outcome.ENTITLED, entitling)
    if open_duties := _with(findings, Effect.ENTITLES, UNKNOWN):
        return _undecided(policy, open_duties)
    if sure := _offers_left(policy, findings, {MET, UNKNOWN}):
        return _settled(Outcome.OFFERED, sure)
    if standing_offers := _offers_left(policy, findings, {MET}):
        touching = _withholding(policy, findings, standing_offers, UNKNOWN)
        return _undecided(policy, touching)
    if open_offers := _with(findings, Effect.OFFERS, UNKNOWN):
        return _undecided(policy, open_offers)
    if referring := _with(findings, Effect.REFERS, MET):
        return _settled(Outcome.FOR_AN_OFFICER, referring)
    return Eligibility(Outcome.NOT_ENTITLED, (), (), ())


def _offers_left(
    policy: PolicyVersion, findings: tuple[Finding, ...], against: set[Result]
) -> list[Finding]:
    """Met offers that no ``withholds`` of those results touches."""
    return [
        offer
        for offer in _with(findings, Effect.OFFERS, MET)
        if not any(_withholding(policy, findings, [offer], result) for result in against)
    ]


def _withholding(
    policy: PolicyVersion, findings: tuple[Finding, ...], offers: list[Finding], result: Result
) -> list[Finding]:
    named = {offer.provision for offer in offers}
    return [
        each
        for each in _with(findings, Effect.WITHHOLDS, result)
        if not (touches := policy.provision(each.provision).touches) or named & set(touches)
    ]


def _settled(outcome: Outcome, grounds: list[Finding]) -> Eligibility:
    return Eligibility(outcome, tuple(each.provision for each in grounds), (), ())


def _undecided(policy: PolicyVersion, keepers: list[Finding]) -> Eligibility:
    missing = tuple(dict.fromkeys(name for each in keepers for name in each.missing))
    unread = tuple(each.provision for each in keepers if each.standing is Standing.UNREAD)
    for_a_person = missing and not unread and all(is_judged(policy, each) for each in missing)
    outcome = Outcome.FOR_AN_OFFICER if for_a_person else Outcome.CANNOT_TELL_YET
    return Eligibility(outcome, (), missing, unread)


def _duty(policy: PolicyVersion, findings: tuple[Finding, ...], eligibility: Eligibility) -> Duty:
    """Section 508B(2): owed unless others already provide suitable free travel.

    It follows entitlement alone: an offer that is still open, or a person who must decide of it,
    leaves no duty open.
    """
    if _with(findings, Effect.ENTITLES, UNKNOWN) and eligibility.outcome is not Outcome.ENTITLED:
        return Duty(DutyOutcome.CANNOT_TELL_YET, eligibility.missing)
    if eligibility.outcome is not Outcome.ENTITLED:
        return Duty(DutyOutcome.NOT_OWED, ())
    tests = [each for each in findings if each.effect is Effect.OWES]
    for ground in eligibility.grounds:
        touching = [each for each in tests if _touches(policy, each, ground)]
        if all(each.result is MET for each in touching):
            return Duty(DutyOutcome.OWED, ())
    if any(each.result is UNKNOWN for each in tests):
        missing = tuple(dict.fromkeys(name for each in tests for name in each.missing))
        return Duty(DutyOutcome.CANNOT_TELL_YET, missing)
    return Duty(DutyOutcome.MET_BY_OTHERS, ())


def _touches(policy: PolicyVersion, finding: Finding, ground: str) -> bool:
    touches = policy.provision(finding.provision).touches
    return not touches or ground in touches
