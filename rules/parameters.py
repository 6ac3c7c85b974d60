"""The value a parameter has on a day."""

from __future__ import annotations

from datetime import date

from rules.problems import NoPolicyInForce
from rules.tree import DatedValue, ParameterText, Source
from rules.values import FactValue


def is_undated(parameter: ParameterText) -> bool:
    """Whether a parameter has one value for all days."""
    first = parameter.values[0]
    return len(parameter.values) == 1 and first.start is None and first.end is None


def value_on(
    policy: str, parameter: ParameterText, day: date | None
) -> FactValue | tuple[tuple[int, int], ...]:
    """The value on a day; a day is needed unless the parameter is undated.

    Raises NoPolicyInForce, naming policy, parameter and day, where the dated values leave a gap.
    """
    dated = _dated_on(parameter, day)
    if dated is not None:
        return dated.value
    raise NoPolicyInForce(
        f"{policy}: the parameter '{parameter.name}' has no value for {day}. "
        "Nothing was decided. Add a dated value with its source, or ask about another day."
    )


def source_on(parameter: ParameterText, day: date | None) -> Source | None:
    """Where the value of a day stands; None where there is no value, or no source for it."""
    dated = _dated_on(parameter, day)
    return dated.source if dated else None


def _dated_on(parameter: ParameterText, day: date | None) -> DatedValue | None:
    if day is None or is_undated(parameter):
        return parameter.values[0]
    today = day.toordinal()
    for dated in parameter.values:
        if (dated.start or 0) <= today and (dated.end is None or today <= dated.end):
            return dated
    return None
