"""Which facts not yet known can still change the outcome of one child: exact, by the solver."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from rules.dates import birthday
from rules.policy import PolicyVersion
from rules.prove.calendar_days import OLDEST
from rules.prove.formula import variables_in
from rules.prove.locate import located, worked_out
from rules.prove.logic import Truth
from rules.prove.space import Space, open_space
from rules.values import Facts, FactType, Outcome

Span = tuple[date, date]
A_YEAR = timedelta(days=366)


def matters(
    policy: PolicyVersion, facts: Facts, among: Collection[str] | None = None
) -> tuple[str, ...]:
    """The unknown facts of which some value, with some values of the others, changes the outcome.

    A derived fact that may be given stands for itself, unless its parts settle it. Facts that a
    domain truth ties to others are changed together with those. Where several days are unknown,
    each counts as soon as one of them does. ``among`` asks of these facts only. In the order of
    the vocabulary; none of a child whose known days leave no day of travel that the version
    governs. Raises CannotProve.
    """
    known = {name: each for name, each in facts.items() if isinstance(each, date)}
    space = open_space((policy,), _days_of_travel(policy, known), dict(known))
    if not space.ground.worlds.rows:
        return ()
    settled = worked_out(space, facts)
    pins = located(space, settled)
    if not space.logic.possible(*pins):
        return ()
    unknown = [name for name in _unknown(space, settled) if among is None or name in among]
    found = {name for name in unknown if _can_change(space, pins, settled, name)}
    return tuple(name for name in policy.vocabulary if name in found)


def _days_of_travel(policy: PolicyVersion, known: Mapping[str, date]) -> Span | None:
    """The days on which this child may travel: its own, else what its known days leave open.

    None where no day is known: then children are tried by age, on the days that a proof is about.
    """
    day, born = known.get("day_of_travel"), known.get("date_of_birth")
    if day:
        return day, day
    if not known:
        return None
    latest = max(known.values())
    first, last = (born, birthday(OLDEST, born)) if born else (latest - A_YEAR, latest + A_YEAR)
    return max(first, policy.travel_from or first), min(last, policy.travel_until or last)


def _unknown(space: Space, facts: Facts) -> list[str]:
    """The unknown facts that the policy looks at, days too."""
    names = {variable.name: None for variable in space.facts}
    for variable in space.ground.variables.by_name.values():
        if variable.reader is not None and variable.node is not None:
            names |= dict.fromkeys(sorted(variable.reader.facts(variable.node)))
    return [name for name in names if facts.get(name) is None]


def _can_change(space: Space, pins: list[Truth], facts: Facts, name: str) -> bool:
    if space.ground.vocabulary[name].type is FactType.DATE:
        return _differs(space, pins, frozenset(), days=True)
    if _differs(space, pins, frozenset({name})):
        return True
    together = _tied_to(space, facts, name)
    return len(together) > 1 and _differs(space, pins, together)


def _tied_to(space: Space, facts: Facts, name: str) -> frozenset[str]:
    """A fact with the unknown ones that a domain truth ties to it."""
    tied = {name}
    for truth in space.truths:
        names = variables_in(truth)
        if name in names:
            by_name = space.ground.variables.by_name
            tied |= {
                each for each in names if not by_name[each].of_days and facts.get(each) is None
            }
    return frozenset(tied)


def _differs(space: Space, pins: list[Truth], own: frozenset[str], days: bool = False) -> bool:
    """Whether two children who share the pinned facts, and differ in ``own``, fare differently."""
    other = space.another(own, days)
    outcomes = space.versions[0].outcomes
    apart = [
        space.logic.all_of([space.of(outcomes[each]), space.logic.no(other.of(outcomes[each]))])
        for each in Outcome
    ]
    return space.logic.possible(*pins, space.name_of(space.logic.any_of(apart)))
