"""What should never be: that living further away, or a lower income, loses a child something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from rules.policy import PolicyVersion
from rules.prove.assumptions import assumptions_of
from rules.prove.children import decided, facts_of, plainest
from rules.prove.cubes import Cube, Wanted, cubes, whole
from rules.prove.difference import first_ground
from rules.prove.encoding import Encoding
from rules.prove.literals import Literal, limits_afterwards, literals_of
from rules.prove.locate import held
from rules.prove.logic import Child, Truth
from rules.prove.needed import shown, verdict_of
from rules.prove.results import Loss, Sanity
from rules.prove.space import Space, open_space
from rules.prove.words import described
from rules.values import Facts, FactType, Outcome

INCOME = ("low_income",)
"""Facts that are yes of a lower income."""
FEW = 2
"""Regions up to which a loss is told by plain tests."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What is the same of a whole kind: what the first child of a pair gets, and its ground."""

    before: Outcome
    ground: str | None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two children who differ in some facts alone; what sets the second apart always holds."""

    space: Space
    other: Encoding
    names: frozenset[str]


def sanity(version: PolicyVersion, days: tuple[date, date] | None = None) -> Sanity:
    """Where living further away or a lower income loses an entitlement or an offer, exactly.

    Further away: no length of the child's is less, all else the same. Lower income: low income
    where it was not, all else the same. ``days`` as in ``difference``. Raises CannotProve.
    """
    space = open_space((version,), days, usual=True)
    further = _losses(_further(space))
    poorer = _losses(_poorer(space))  # last: from here on every first child has no low income
    return Sanity(version.id, further, poorer, assumptions_of(space))


def _further(space: Space) -> Pairs | None:
    """Pairs of children of whom the second lives at least as far away."""
    names = frozenset(
        name
        for name, variable in space.ground.variables.by_name.items()
        if not variable.of_days and space.ground.vocabulary[name].type is FactType.LENGTH
    )
    if not names:
        return None
    other = space.another(names)
    tied = [test for name in sorted(names) for test in _no_less(space, other, name)]
    space.logic.add(*tied)
    return Pairs(space, other, names)


def _no_less(space: Space, other: Encoding, name: str) -> list[Truth]:
    variable = space.ground.variables.by_name[name]
    if name in space.ground.variables.side_by_side:
        return [space.child.whole(variable) <= other.whole(variable)]
    return [
        space.logic.any_of(
            [space.logic.no(other.upto(variable, limit)), space.child.upto(variable, limit)]
        )
        for limit in space.child.limits(variable)
    ]


def _poorer(space: Space) -> Pairs | None:
    """Pairs of children of whom the second has the low income that the first has not."""
    known = space.ground.variables.by_name
    names = frozenset(name for name in INCOME if name in known and not known[name].of_days)
    if not names:
        return None
    other = space.another(names)
    tied: list[Truth] = []
    for name in sorted(names):
        tied += [space.logic.no(space.child.of_yes(known[name])), other.of_yes(known[name])]
    space.logic.add(*tied)
    return Pairs(space, other, names)


def _losses(pairs: Pairs | None) -> tuple[Loss, ...]:
    if pairs is None:
        return ()
    space, logic = pairs.space, pairs.space.logic
    version, other = space.versions[0], pairs.other
    refused = [version.outcomes[each] for each in (Outcome.FOR_AN_OFFICER, Outcome.NOT_ENTITLED)]
    instead = {
        Outcome.ENTITLED: other.of(version.no_duty),
        Outcome.OFFERED: logic.any_of([other.of(each) for each in refused]),
    }
    lost = {
        outcome: logic.all_of([space.of(version.outcomes[outcome]), after])
        for outcome, after in instead.items()
    }

    def ask(child: Child) -> Wanted:
        outcome = next(each for each, holds in lost.items() if child.holds(holds))
        ground = first_ground(space, version, outcome, child)
        holds = logic.all_of([lost[outcome], ground.holds])
        return Wanted(Lost(outcome, ground.name), holds)

    plain = literals_of(space)
    lengths = limits_afterwards(space, pairs.other, pairs.names - frozenset(INCOME))
    anywhere = logic.any_of([*lost.values()])
    find = partial(plainest, space)
    found = cubes(logic, (*lengths, *plain), anywhere, ask, find, FEW)
    losses = [_loss(pairs, cube, lengths) for cube in found]
    return tuple(sorted(losses, key=lambda each: (each.before, each.after, each.when, each.then)))


def _loss(pairs: Pairs, cube: Cube, lengths: Sequence[Literal]) -> Loss:
    kind, version = cube.tag, pairs.space.versions[0]
    assert isinstance(kind, Lost)
    child = plainest(pairs.space, whole(cube))
    before, after = _both_shown(pairs, cube, child)
    decided(version, before, kind.before)
    instead = next(
        each for each, when in version.outcomes.items() if child.holds(pairs.other.of(when))
    )
    decided(version, after, instead)
    return Loss(
        kind.before,
        instead,
        described(pairs.space, cube).when,
        described(pairs.space, cube, child=pairs.other, plain=lengths).when,
        before,
        after,
    )


def _both_shown(pairs: Pairs, cube: Cube, child: Child) -> tuple[Facts, Facts]:
    """The facts of both children that are needed: alike but for what sets the second apart."""
    space, verdict = pairs.space, verdict_of(pairs.space.versions[0].policy)
    before = facts_of(space, child)
    later = facts_of(space, child, pairs.other)
    apart = {name: later[name] for name in sorted(pairs.names)}
    by_name = space.ground.variables.by_name
    pins = [pin for name, value in apart.items() if value is not None
            for pin in held(space, by_name[name], value, pairs.other)]  # fmt: skip
    found = shown(
        space,
        before,
        whole(cube),
        lambda facts: (verdict(facts), verdict({**facts, **apart})),
        pairs.names,
        pins,
    )
    return found, {**found, **apart}
