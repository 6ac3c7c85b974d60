"""Asking played through: how many questions an order takes, and how few the best one could."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random

from rules.ask import questions
from rules.bands import FIGURES, bands_of
from rules.decide import decide
from rules.inputs import is_judged
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.recommendation import Recommendation
from rules.values import Facts, FactType, FactValue, Outcome

OPEN = (Outcome.CANNOT_TELL_YET, Outcome.FOR_AN_OFFICER)
Pick = Callable[[PolicyVersion, Facts, Recommendation], list[str]]
"""Gives the facts to ask for in turn; the first is asked."""


def in_our_order(policy: PolicyVersion, facts: Facts, found: Recommendation) -> list[str]:
    return [each.word.name for each in questions(policy, facts, found)]


def at_random(seed: int) -> Pick:
    """Any order, but judged facts last, as for ours."""
    dice = Random(seed)

    def picked(policy: PolicyVersion, facts: Facts, found: Recommendation) -> list[str]:
        names = sorted(found.eligibility.missing)
        dice.shuffle(names)
        return sorted(names, key=lambda name: is_judged(policy, name))

    return picked


def asked_until_settled(
    policy: PolicyVersion, whole: Facts, known: Facts, pick: Pick
) -> int | None:
    """How many questions settle a child of those answers; None where one is lacking."""
    facts = dict(known)
    for count in range(len(whole) + 1):
        found = decide(policy, facts)
        if not found.eligibility.missing:
            return count
        name = pick(policy, facts, found)[0]
        if whole.get(name) is None or facts.get(name) is not None:
            return None
        facts[name] = whole[name]
    raise AssertionError("asking has no end")


@dataclass
class Strategy:
    """A child with a few unknown facts, and every way they can turn out, all as likely."""

    policy: PolicyVersion
    facts: Facts
    names: Sequence[str]
    ways: list[Facts] = field(init=False)
    known: dict[frozenset[tuple[str, FactValue]], Fraction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ways = [dict(self.facts)]
        for name in self.names:
            ways = [{**way, name: value} for way in ways for value in answers(self.policy, name)]
        self.ways = [way for way in ways if is_possible(self.policy, way)]

    def expected(self, pick: Pick | None) -> Fraction:
        """The number of questions to expect in some order; None: in the best of all."""
        self.known.clear()
        return self._expected(pick, frozenset(), self.ways)

    def _expected(
        self, pick: Pick | None, answered: frozenset[tuple[str, FactValue]], ways: list[Facts]
    ) -> Fraction:
        if answered not in self.known:
            costs = [
                self._asking(pick, name, answered, ways) for name in self._next(pick, answered)
            ]
            self.known[answered] = min(costs, default=Fraction(0))
        return self.known[answered]

    def _next(self, pick: Pick | None, answered: frozenset[tuple[str, FactValue]]) -> list[str]:
        facts = {**self.facts, **dict(answered)}
        found = decide(self.policy, facts)
        missing = list(found.eligibility.missing)
        if not set(missing) <= set(self.names):
            return []
        if pick is not None and missing:
            return pick(self.policy, facts, found)[:1]
        return [name for name in missing if not is_judged(self.policy, name)] or missing

    def _asking(
        self,
        pick: Pick | None,
        name: str,
        answered: frozenset[tuple[str, FactValue]],
        ways: list[Facts],
    ) -> Fraction:
        whole = Fraction(1)
        for value in {way[name] for way in ways}:
            assert value is not None
            left = [way for way in ways if way[name] == value]
            then = self._expected(pick, answered | {(name, value)}, left)
            whole += Fraction(len(left), len(ways)) * then
        return whole


def answers(policy: PolicyVersion, name: str) -> tuple[FactValue, ...]:
    word = policy.vocabulary[name]
    if word.type is FactType.YES_NO:
        return (True, False)
    if word.type in FIGURES:
        return tuple(low for low, _ in bands_of(policy, word))
    return word.choices


def is_possible(policy: PolicyVersion, facts: Facts) -> bool:
    try:
        decide(policy, facts)
    except UserFacingError:
        return False
    return True
