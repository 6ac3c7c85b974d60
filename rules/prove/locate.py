"""Puts one real child into a proof: its facts as tests that the solver can be asked about."""

from __future__ import annotations

from datetime import date

from rules.prove.encoding import BEYOND
from rules.prove.logic import Truth
from rules.prove.problems import CannotProve
from rules.prove.space import Space
from rules.prove.variables import Kind, Variable
from rules.prove.worlds import row_of
from rules.values import Facts, FactValue, NoRoute


def located(space: Space, facts: Facts) -> list[Truth]:
    """The known facts of a child as plain unknowns that hold of it.

    Days need a day of travel and a date of birth; without one of them they stay open. Raises
    CannotProve for days that the proof's table has not, which would be a fault of the table.
    """
    found: list[Truth] = []
    for variable in space.ground.variables.by_name.values():
        value = None if variable.of_days else facts.get(variable.name)
        if value is not None:
            found += _held(space, variable, value)
    return [*found, *_days(space, facts)]


def _held(space: Space, variable: Variable, value: FactValue) -> list[Truth]:
    child, logic = space.child, space.logic
    if variable.kind is Kind.YES_NO:
        yes = child.of_yes(variable)
        return [space.name_of(yes if value else logic.no(yes))]
    if variable.kind is Kind.CHOICE:
        return [space.name_of(child.choice(variable, str(value)))]
    number = BEYOND if isinstance(value, NoRoute) else int(value)  # type: ignore[arg-type]
    if variable.name in space.ground.variables.side_by_side:
        return [space.name_of(child.whole(variable) == number)]
    tests = [(child.upto(variable, limit), number <= limit) for limit in child.limits(variable)]
    return [space.name_of(test if holds else logic.no(test)) for test, holds in tests]


def _days(space: Space, facts: Facts) -> list[Truth]:
    days = {name: day for name, day in facts.items() if isinstance(day, date)}
    if not {"day_of_travel", "date_of_birth"} <= set(days):
        return []
    variables = [each for each in space.ground.variables.by_name.values() if each.of_days]
    values = [space.value_on(variable, days) for variable in variables]
    row = row_of(space.ground.worlds, space.ground.variables, values)
    if row is None:
        raise CannotProve(f"The table of days has none like {days}. Please report this.")
    before = [space.logic.no(space.child.row_upto(row - 1))] if row else []
    return [space.name_of(each) for each in [*before, space.child.row_upto(row)]]
