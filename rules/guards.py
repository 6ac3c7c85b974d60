"""Which facts matter only under a condition on another: the one to ask for first.

Read off the tree alone, once per version. In *all of*, a part that can fail guards its fellows, in
*any of* one that can hold does: its answer may leave nothing to ask them for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from rules import tree
from rules.inputs import facts_of
from rules.policy import PolicyVersion
from rules.values import Effect, KnownHow

Names = frozenset[str]

_DRAW_OUTCOMES = (Effect.ENTITLES, Effect.OFFERS, Effect.WITHHOLDS, Effect.REFERS)
_DAY = "day_of_travel"
_NONE: Names = frozenset()


@lru_cache(maxsize=64)
def guards_of(policy: PolicyVersion) -> dict[str, Names]:
    """Of each fact, those that guard it wherever it stands, and that it does not guard in turn."""
    found: dict[str, Names] = {}
    for each in policy.provisions:
        if each.effect in _DRAW_OUTCOMES:
            for name, guards in _met_in(policy, each.when, _NONE):
                found[name] = found.get(name, guards) & guards - {name}
    return {
        name: frozenset(each for each in guards if name not in found.get(each, _NONE))
        for name, guards in found.items()
    }


def guarded_order(names: Iterable[str], guards: dict[str, Names]) -> list[str]:
    """The names in their order, but each after those among them that guard it."""
    left, placed = list(names), list[str]()
    while left:
        waiting = frozenset(left)
        free = next((each for each in left if not guards.get(each, _NONE) & waiting), left[0])
        left.remove(free)
        placed.append(free)
    return placed


def _met_in(policy: PolicyVersion, node: object, above: Names) -> Iterator[tuple[str, Names]]:
    """Every fact that a condition stands on, once for each place, with what guards it there."""
    match node:
        case tree.All(parts):
            yield from _met_in_each(policy, parts, above, _can_fail)
        case tree.AnyOf(parts) | tree.NoneOf(parts):
            yield from _met_in_each(policy, parts, above, _can_hold)
        case tree.Named() | tree.OfProvision():
            yield from _met_in(policy, _meant(policy, node), above)
        case tree.Holds() if isinstance(_worked_out(policy, node), tree.Holds):
            yield node.fact.name, above
        case tree.Holds():
            yield from _met_in(policy, _worked_out(policy, node), above)
        case tree.Compare() | tree.OneOf():
            yield from _met_in_leaf(policy, node, above)


def _met_in_each(
    policy: PolicyVersion,
    parts: tuple[tree.Condition, ...],
    above: Names,
    settles: Callable[[PolicyVersion, tree.Condition], Names],
) -> Iterator[tuple[str, Names]]:
    settling = [settles(policy, part) for part in parts]
    for at, part in enumerate(parts):
        fellows = settling[:at] + settling[at + 1 :]
        yield from _met_in(policy, part, above.union(*fellows))


def _met_in_leaf(
    policy: PolicyVersion, node: tree.Compare | tree.OneOf, above: Names
) -> Iterator[tuple[str, Names]]:
    names = frozenset(facts_of(policy, node)) - {_DAY}
    for name in names:
        yield name, above


def _can_fail(policy: PolicyVersion, node: tree.Condition) -> Names:
    """The facts of which one alone can make a condition not met."""
    return _alone(policy, node, met=False)


def _can_hold(policy: PolicyVersion, node: tree.Condition) -> Names:
    """The facts of which one alone can make a condition met."""
    return _alone(policy, node, met=True)


def _alone(policy: PolicyVersion, node: tree.Condition, met: bool) -> Names:
    match node:
        case tree.All(parts):
            return _of_group([_alone(policy, part, met) for part in parts], one_will_do=not met)
        case tree.AnyOf(parts):
            return _of_group([_alone(policy, part, met) for part in parts], one_will_do=met)
        case tree.NoneOf(parts):
            return _of_group([_alone(policy, part, not met) for part in parts], one_will_do=not met)
        case tree.Named() | tree.OfProvision():
            return _alone(policy, _meant(policy, node), met is not node.negated)
        case tree.Holds():
            whole = _worked_out(policy, node)
            if isinstance(whole, tree.Holds):
                return frozenset({node.fact.name})
            return _alone(policy, whole, met is not node.negated)
        case tree.Compare() | tree.OneOf():
            names = frozenset(facts_of(policy, node)) - {_DAY}
            return names if len(names) == 1 else _NONE
    return _NONE


def _of_group(parts: list[Names], one_will_do: bool) -> Names:
    if one_will_do or not parts:
        return _NONE.union(*parts)
    return parts[0].intersection(*parts[1:])


def _meant(policy: PolicyVersion, node: tree.Named | tree.OfProvision) -> tree.Condition:
    """The condition that a name stands for."""
    if isinstance(node, tree.OfProvision):
        return policy.provision(node.provision).when
    return policy.definitions[node.name].body  # type: ignore[return-value]


def _worked_out(policy: PolicyVersion, node: tree.Holds) -> tree.Condition:
    """The condition that a yes/no fact is worked out from; itself where it may be given."""
    word, definition = policy.vocabulary[node.fact.name], policy.definitions.get(node.fact.name)
    if definition is None or word.may_be_given or word.how is not KnownHow.DERIVED:
        return node
    return node if isinstance(definition.body, tuple) else definition.body  # type: ignore[return-value]
