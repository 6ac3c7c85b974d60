"""The outcome rule: what follows for eligibility and duty from the results of all provisions.

Which provisions decide follows from the results alone; only then are the facts named that the
deciding ones still want. So one ruling serves every child with the same results.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rules.inputs import is_judged
from rules.policy import PolicyVersion
from rules.recommendation import Duty, Eligibility
from rules.run import Missing, joined
from rules.values import DutyOutcome, Effect, Outcome, Result, Standing

MET, UNKNOWN = Result.MET, Result.UNKNOWN
Results = tuple[Result, ...]
"""The result of every provision, in the order of the version."""

Places = tuple[int, ...]
"""Provisions by their place in the version."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Outcome and ``grounds`` where they are settled; else ``keepers``, which keep it undecided.

    ``duty`` is None while the keepers leave it open too; ``wanting`` are the tests of the duty
    that leave it open once eligibility is settled.
    """

    outcome: Outcome | None
    grounds: Places = ()
    keepers: Places = ()
    duty: DutyOutcome | None = DutyOutcome.NOT_OWED
    wanting: Places = ()


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the rule asks of a version: its provisions by effect, those unread, facts judged."""

    places: dict[Effect, Places]
    unread: frozenset[int]
    judged: frozenset[str]


@lru_cache(maxsize=64)
def weighed(policy: PolicyVersion) -> Weighed:
    """What the outcome rule asks of a version, worked out once."""
    every = list(enumerate(policy.provisions))
    return Weighed(
        {effect: tuple(at for at, each in every if each.effect is effect) for effect in Effect},
        frozenset(at for at, each in every if each.standing is Standing.UNREAD),
        frozenset(name for name in policy.vocabulary if is_judged(policy, name)),
    )


def duties_and_rest(policy: PolicyVersion) -> tuple[Places, Places]:
    """The provisions that rule by themselves where a duty is met or open, and the others."""
    of = weighed(policy).places
    duties = (*of[Effect.ENTITLES], *of[Effect.OWES])
    return duties, (*of[Effect.OFFERS], *of[Effect.WITHHOLDS], *of[Effect.REFERS])


def ruling_of(policy: PolicyVersion, results: Results) -> Ruling:
    """The outcome rule, in the order of the policy language: duties, then offers, then people."""
    if entitling := _with(policy, results, Effect.ENTITLES, MET):
        duty, wanting = _duty(policy, results, entitling)
        return Ruling(Outcome.ENTITLED, entitling, (), duty, wanting)
    if open_duties := _with(policy, results, Effect.ENTITLES, UNKNOWN):
        return Ruling(None, (), open_duties, None)
    if sure := _offers_left(policy, results, (MET, UNKNOWN)):
        return Ruling(Outcome.OFFERED, sure)
    if standing_offers := _offers_left(policy, results, (MET,)):
        return Ruling(None, (), _withholding(policy, results, standing_offers, UNKNOWN))
    if open_offers := _with(policy, results, Effect.OFFERS, UNKNOWN):
        return Ruling(None, (), open_offers)
    if referring := _with(policy, results, Effect.REFERS, MET):
        return Ruling(Outcome.FOR_AN_OFFICER, referring)
    return Ruling(Outcome.NOT_ENTITLED)


def verdict(
    policy: PolicyVersion, ruling: Ruling, wanted: tuple[Missing, ...]
) -> tuple[Eligibility, Duty]:
    """Eligibility and duty of a ruling; ``wanted`` are the facts of each provision still open."""
    eligibility = _eligibility(policy, ruling, wanted)
    if ruling.duty is None:
        return eligibility, Duty(DutyOutcome.CANNOT_TELL_YET, eligibility.missing)
    return eligibility, Duty(ruling.duty, joined([wanted[at] for at in ruling.wanting]))


def _eligibility(policy: PolicyVersion, ruling: Ruling, wanted: tuple[Missing, ...]) -> Eligibility:
    if ruling.outcome is not None:
        return Eligibility(ruling.outcome, _ids(policy, ruling.grounds), (), ())
    missing = joined([wanted[at] for at in ruling.keepers])
    unread = [at for at in ruling.keepers if at in weighed(policy).unread]
    for_a_person = missing and not unread and weighed(policy).judged.issuperset(missing)
    outcome = Outcome.FOR_AN_OFFICER if for_a_person else Outcome.CANNOT_TELL_YET
    return Eligibility(outcome, (), missing, _ids(policy, tuple(unread)))


def _ids(policy: PolicyVersion, places: Places) -> tuple[str, ...]:
    return tuple(policy.provisions[at].id for at in places)


def _with(policy: PolicyVersion, results: Results, effect: Effect, result: Result) -> Places:
    return tuple(at for at in weighed(policy).places[effect] if results[at] is result)


def _offers_left(policy: PolicyVersion, results: Results, against: tuple[Result, ...]) -> Places:
    """Met offers that no ``withholds`` of those results touches."""
    return tuple(
        offer
        for offer in _with(policy, results, Effect.OFFERS, MET)
        if not any(_withholding(policy, results, (offer,), result) for result in against)
    )


def _withholding(policy: PolicyVersion, results: Results, offers: Places, result: Result) -> Places:
    named = set(_ids(policy, offers))
    return tuple(
        at
        for at in _with(policy, results, Effect.WITHHOLDS, result)
        if not (touches := policy.provisions[at].touches) or named & set(touches)
    )


def _duty(policy: PolicyVersion, results: Results, grounds: Places) -> tuple[DutyOutcome, Places]:
    """Section 508B(2): owed unless others already provide suitable free travel.

    It follows entitlement alone: an offer that is still open, or a person who must decide of it,
    leaves no duty open.
    """
    tests = weighed(policy).places[Effect.OWES]
    for ground in _ids(policy, grounds):
        touching = [at for at in tests if _touches(policy, at, ground)]
        if all(results[at] is MET for at in touching):
            return DutyOutcome.OWED, ()
    if any(results[at] is UNKNOWN for at in tests):
        return DutyOutcome.CANNOT_TELL_YET, tests
    return DutyOutcome.MET_BY_OTHERS, ()


def _touches(policy: PolicyVersion, test: int, ground: str) -> bool:
    touches = policy.provisions[test].touches
    return not touches or ground in touches
