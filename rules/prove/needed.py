"""What of a child that was found is shown: the facts that its region, and what is said of it, need.

The solver gives every fact some value, so that a plain child comes with a road distance that nobody
asks for. What tells something and settles nothing is left out: whatever it were, the child would
lie in the same region and be decided alike. What is no, or nought, stays, for it is told as "no to
all else".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from rules.decide import outcome_only
from rules.policy import PolicyVersion
from rules.prove.examples import NOTHING
from rules.prove.locate import days_held, held
from rules.prove.logic import Truth, identity
from rules.prove.space import Space
from rules.prove.variables import Variable
from rules.prove.worlds import BORN, DAY
from rules.values import Facts, FactValue

ALWAYS = frozenset({DAY, BORN, "year_group"})
"""What every child shown comes with."""

Verdict = Callable[[Facts], object]
"""What is said of a child; two children of whom the same is said have equal verdicts."""


def verdict_of(*policies: PolicyVersion) -> Verdict:
    """The outcome and the grounds of a child under each of some versions."""

    def verdict(facts: Facts) -> object:
        found = [outcome_only(policy, facts) for policy in policies]
        return [(each.outcome, each.grounds) for each in found]

    return verdict


def shown(
    space: Space,
    facts: Facts,
    inside: Sequence[Truth],
    verdict: Verdict,
    keep: frozenset[str] = frozenset(),
    beside: Sequence[Truth] = (),
) -> Facts:
    """A child's facts without those that tell something and that nothing hangs on.

    ``inside`` are truths that all hold in its region: the facts shown still put it there surely.
    ``keep`` are facts that stay; ``beside`` plain unknowns that hold of it besides.
    """
    outside = space.name_of(space.logic.no(space.logic.all_of(inside)))
    place = _Place(space, facts, [outside, *beside])
    telling = [each for each in facts if each not in ALWAYS | keep and _tells(facts[each])]
    idle = place.idle(telling)
    wanted, kept = verdict(facts), _without(facts, idle)
    if verdict(kept) == wanted:
        return kept
    kept = facts
    for name in idle:
        less = _without(kept, [name])
        kept = less if verdict(less) == wanted else kept
    return kept


def _tells(value: FactValue | None) -> bool:
    """Whether a fact is more than no, nought or nothing."""
    return bool(value) and value not in NOTHING


def _without(facts: Facts, names: Sequence[str]) -> Facts:
    return {name: value for name, value in facts.items() if name not in names}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a child lies; ``outside`` are plain unknowns that never all hold of it."""

    space: Space
    facts: Facts
    outside: list[Truth]

    def idle(self, telling: Sequence[str]) -> list[str]:
        """Of some facts those without which, all together, the child surely lies there still.

        None that could not be no beside what is left, for what is left out is told as no.
        """
        pins = {each.name: self._held(each) for each in self.space.facts}
        days, row = self._days(_all(pins), [each for each in telling if each not in pins])
        needed = self._needed(pins, row, telling)
        if needed is None:
            return []
        idle = [each for each in telling if each in days or each in pins and each not in needed]
        kept = [*row, *_all({name: each for name, each in pins.items() if name not in idle})]
        return [each for each in idle if each not in pins or self._may_be_no(each, pins, kept)]

    def _held(self, variable: Variable) -> list[Truth]:
        known = self.facts[variable.name]
        return [] if known is None else held(self.space, variable, known)

    def _days(self, known: list[Truth], names: Sequence[str]) -> tuple[list[str], list[Truth]]:
        """The days that nothing hangs on, and the test that is left of the other days."""
        idle: list[str] = []
        row = days_held(self.space, self.facts)
        for name in names:
            less = days_held(self.space, _without(self.facts, [*idle, name]))
            if not self.space.logic.possible(*known, *less, *self.outside):
                idle.append(name)
                row = less
        return idle, row

    def _needed(
        self, pins: dict[str, list[Truth]], row: list[Truth], telling: Sequence[str]
    ) -> list[str] | None:
        """Facts that together settle where the child lies, as few telling ones as can be.

        None where all of them do not.
        """
        logic = self.space.logic
        if logic.possible(*row, *_all(pins), *self.outside):
            return None
        settled = logic.clashing()
        needed = [name for name, each in pins.items() if settled & set(map(identity, each))]
        for name in [each for each in telling if each in needed]:
            rest = _all({each: pins[each] for each in needed if each != name})
            if not logic.possible(*row, *rest, *self.outside):
                needed.remove(name)
        return needed

    def _may_be_no(self, name: str, pins: dict[str, list[Truth]], kept: list[Truth]) -> bool:
        """Whether a fact that is yes could be no beside ``kept``, to which it is then added."""
        if self.facts[name] is not True:
            return True
        denied = [self.space.name_of(self.space.logic.no(each)) for each in pins[name]]
        answer = self.space.logic.possible(*kept, *denied)
        kept += denied if answer else pins[name]
        return answer


def _all(pins: Mapping[str, list[Truth]]) -> list[Truth]:
    return [pin for each in pins.values() for pin in each]
