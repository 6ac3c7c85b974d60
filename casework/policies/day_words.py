"""Days that a policy works out, in words: *the first 31 July on or after the day of travel*."""

from __future__ import annotations

from collections.abc import Callable

from rules import tree
from rules.policy import PolicyVersion
from rules.quantities import MONTHS
from rules.values import FactType

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

Said = Callable[[tree.Value], str]
"""Says any other value in words."""


def day_words(policy: PolicyVersion, node: tree.Operation, said: Said) -> str:
    """An operation on days in words; ``said`` gives those of the values in it."""
    days = [_the(part, said) for part in node.parts]
    match node.name:
        case "first_on_or_after":
            return f"the first {yearly_days(policy, node.parts[0], said)} on or after {days[1]}"
        case "last_on_or_before":
            return f"the last {yearly_days(policy, node.parts[0], said)} on or before {days[1]}"
        case "last_before":
            return f"the last {yearly_days(policy, node.parts[0], said)} before {days[1]}"
        case "age":
            return f"age on {days[1]}" if _is_birth(node.parts[0]) else f"{days[0]}, age {days[1]}"
        case "birthday":
            return _birthday(node, days, said)
        case "last_weekday":
            weekday, month = node.detail
            return f"the last {WEEKDAYS[weekday]} of {MONTHS[month - 1]} in {said(node.parts[0])}"
    return f"the {node.name.replace('_', ' ')} {days[0]}".replace("school year ", "school year of ")


def yearly_days(policy: PolicyVersion, node: tree.Value, said: Said) -> str:
    """Days that come each year: ``31 July``, or ``of 31 March or 31 August``."""
    values = policy.parameters[node.name].values if isinstance(node, tree.Parameter) else ()
    only = values[0].value if len(values) == 1 else None
    if not isinstance(only, tuple):
        return f"of {said(node)}"
    days = [f"{day} {MONTHS[month - 1]}" for month, day in only]
    return days[0] if len(days) == 1 else f"of {', '.join(days[:-1])} or {days[-1]}"


def _birthday(node: tree.Operation, days: list[str], said: Said) -> str:
    years = said(node.parts[0])
    if not years.isdigit():
        return f"the birthday after {years}"
    if _is_birth(node.parts[1]):
        return f"the {_ordinal(int(years))} birthday"
    return f"the day {years} years after {days[1]}"


def _is_birth(node: tree.Value) -> bool:
    return isinstance(node, tree.Fact) and node.name == "date_of_birth"


def _the(node: tree.Value, said: Said) -> str:
    words = said(node)
    is_a_name = isinstance(node, tree.Fact | tree.Defined) and node.type is FactType.DATE
    return f"the {words}" if is_a_name else words


def _ordinal(number: int) -> str:
    tens, last = divmod(number % 100, 10)
    ending = "th" if tens == 1 else {1: "st", 2: "nd", 3: "rd"}.get(last, "th")
    return f"{number}{ending}"
