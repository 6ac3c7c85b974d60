"""The outcome rule as formulas: when a version says entitled, offered, not entitled and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rules.policy import PolicyVersion, Provision
from rules.prove.formula import (
    FALSE,
    TRUE,
    And,
    Formula,
    Or,
    Pair,
    grouped,
    negated,
)
from rules.values import Effect, Outcome


@dataclass(frozen=True, slots=True)
class Ruled:
    """A version's provisions as conditions, and the outcome each child gets from them.

    ``grounds`` gives, for an outcome that has grounds, each provision with when it is one;
    ``no_duty`` is when surely nothing entitles.
    """

    policy: PolicyVersion
    provisions: Mapping[str, Pair]
    outcomes: Mapping[Outcome, Formula]
    grounds: Mapping[Outcome, Mapping[str, Formula]]
    no_duty: Formula

    @property
    def formulas(self) -> list[Formula]:
        """Every provision's condition, where it is surely met and where it may be."""
        return [each for pair in self.provisions.values() for each in (pair.must, pair.may)]

    def unread(self, provision: str) -> Formula:
        """When a provision is neither met nor ruled out, for want of a text."""
        return is_open(self.provisions[provision])


def ruled(policy: PolicyVersion, provisions: Mapping[str, Pair]) -> Ruled:
    """Draw the outcome rule over some provisions of a version, as ``rules.decide`` has it."""
    each = [provision for provision in policy.provisions if provision.id in provisions]
    duties = [provisions[one.id] for one in _of(each, Effect.ENTITLES)]
    offers = {one.id: provisions[one.id] for one in _of(each, Effect.OFFERS)}
    refers = {one.id: provisions[one.id].must for one in _of(each, Effect.REFERS)}
    entitled = any_of([pair.must for pair in duties])
    no_duty = negated(any_of([pair.may for pair in duties]))
    left = {
        offer: all_of([pair.must, _not_withheld(each, provisions, offer, sure=False)])
        for offer, pair in offers.items()
    }
    standing = any_of(
        [
            all_of([pair.must, _not_withheld(each, provisions, offer, sure=True)])
            for offer, pair in offers.items()
        ]
    )
    offered = all_of([no_duty, any_of(left.values())])
    undecided = any_of([standing, *(is_open(pair) for pair in offers.values())])
    nothing = all_of([no_duty, negated(any_of(left.values())), negated(undecided)])
    referred = any_of(refers.values())
    entitling = {one.id: provisions[one.id].must for one in _of(each, Effect.ENTITLES)}
    outcomes = {
        Outcome.ENTITLED: entitled,
        Outcome.OFFERED: offered,
        Outcome.FOR_AN_OFFICER: all_of([nothing, referred]),
        Outcome.NOT_ENTITLED: all_of([nothing, negated(referred)]),
    }
    outcomes[Outcome.CANNOT_TELL_YET] = _undecided(provisions, list(outcomes.values()))
    grounds = {
        Outcome.ENTITLED: entitling,
        Outcome.OFFERED: left,
        Outcome.FOR_AN_OFFICER: refers,
    }
    return Ruled(policy, provisions, outcomes, grounds, no_duty)


def _undecided(provisions: Mapping[str, Pair], others: list[Formula]) -> Formula:
    if all(pair.settled for pair in provisions.values()):
        return FALSE
    return negated(any_of(others))


def _of(provisions: list[Provision], effect: Effect) -> list[Provision]:
    return [each for each in provisions if each.effect is effect]


def _not_withheld(
    provisions: list[Provision], pairs: Mapping[str, Pair], offer: str, *, sure: bool
) -> Formula:
    """That nothing takes an offer away: not surely, or not even possibly."""
    touching = [
        pairs[each.id]
        for each in _of(provisions, Effect.WITHHOLDS)
        if not each.touches or offer in each.touches
    ]
    return negated(any_of([pair.must if sure else pair.may for pair in touching]))


def is_open(pair: Pair) -> Formula:
    """When a condition is neither met nor ruled out."""
    return FALSE if pair.settled else all_of([pair.may, negated(pair.must)])


def all_of(parts: Iterable[Formula]) -> Formula:
    """All of some formulas."""
    return grouped(list(parts), And, FALSE)


def any_of(parts: Iterable[Formula]) -> Formula:
    """One of some formulas."""
    return grouped(list(parts), Or, TRUE)
