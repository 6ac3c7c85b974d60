"""Puts one real child into a proof: its facts as tests that the solver can be asked about."""

from __future__ import annotations

from datetime import date

from rules.evaluate import Possible, Run, value
from rules.prove.encoding import BEYOND, Encoding
from rules.prove.logic import Truth
from rules.prove.problems import CannotProve
from rules.prove.space import Space
from rules.prove.variables import Kind, Variable
from rules.prove.worlds import rows_like
from rules.tree import Fact
from rules.values import Facts, FactValue, NoRoute


def located(space: Space, facts: Facts) -> list[Truth]:
    """The known facts of a child as plain unknowns that hold of it.

    Where a day is lacking that a test looks at, that test stays open. Raises
    CannotProve for days that the proof's table has not, which would be a fault of the table.
    """
    found: list[Truth] = []
    for variable in space.ground.variables.by_name.values():
        known = None if variable.of_days else facts.get(variable.name)
        if known is not None:
            found += held(space, variable, known)
    return [*found, *days_held(space, facts)]


def held(
    space: Space, variable: Variable, known: FactValue, encoding: Encoding | None = None
) -> list[Truth]:
    """A fact's value as plain unknowns that hold; of a pair's second child by its ``encoding``."""
    child, logic = encoding or space.child, space.logic
    if variable.kind is Kind.YES_NO:
        yes = child.of_yes(variable)
        return [space.name_of(yes if known else logic.no(yes))]
    if variable.kind is Kind.CHOICE:
        return [space.name_of(child.choice(variable, str(known)))]
    number = BEYOND if isinstance(known, NoRoute) else int(known)  # type: ignore[arg-type]
    if variable.name in space.ground.variables.side_by_side:
        return [space.name_of(child.whole(variable) == number)]
    tests = [(child.upto(variable, limit), number <= limit) for limit in child.limits(variable)]
    return [space.name_of(test if holds else logic.no(test)) for test, holds in tests]


def days_held(space: Space, facts: Facts) -> list[Truth]:
    """The days of a child as a plain unknown that holds of it: any of the worlds like them."""
    days = {name: day for name, day in facts.items() if isinstance(day, date)}
    variables = [each for each in space.ground.variables.by_name.values() if each.of_days]
    values = [space.value_on(variable, days) for variable in variables]
    rows = rows_like(space.ground.worlds, space.ground.variables, values)
    if not rows:
        raise CannotProve(f"The table of days has none like {days}. Please report this.")
    return [space.name_of(space.child.among_worlds(rows))]


def worked_out(space: Space, facts: Facts) -> Facts:
    """A child's facts with those derived ones that may be given, were not, and its parts settle."""
    policy = space.versions[0].policy
    run = Run(policy, facts)
    found: Facts = dict(facts)
    for name in space.ground.variables.by_name:
        if name in space.given and facts.get(name) is None:
            known = value(run, Fact(name, policy.vocabulary[name].type)).value
            if known is not None and not isinstance(known, Possible):
                found[name] = known
    return found
