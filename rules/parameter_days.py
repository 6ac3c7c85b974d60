"""Whether dated parameters have a value on every day of travel that their version governs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from rules.parameters import is_undated
from rules.policy_text import PolicyText
from rules.quantities import day_in_words
from rules.shape import Shape
from rules.tree import ParameterText

Gap = tuple[int, int | None]
"""The first and the last day without a value, as ordinals; None: for ever."""


def check_days(text: PolicyText, parameters: Mapping[str, ParameterText], shape: Shape) -> None:
    """Note a problem for each parameter that has no value on some of the version's days.

    It is told where the version gives the parameter, or where its days of travel stand.
    """
    if text.travel_from is None:
        return
    first = text.travel_from.toordinal()
    last = text.travel_until.toordinal() if text.travel_until else None
    travel = text.drops_at.entries.get("travel", text.drops_at)
    for name, parameter in parameters.items():
        gap = next(gaps(parameter, first, last), None)
        if gap is not None:
            node = text.parameters.entries.get(name, travel)
            days = f"{_words(gap[0])} to {_words(gap[1])}" if gap[1] else f"{_words(gap[0])} on"
            shape.problem(
                node, f"'{name}' has no value for travel {days}, which this version governs"
            )


def gaps(parameter: ParameterText, first: int, last: int | None) -> Iterator[Gap]:
    """The days from ``first`` to ``last`` (None: for ever) without a value, in order."""
    if is_undated(parameter):
        return
    day = first
    for dated in parameter.values:
        start = dated.start or 0
        if last is not None and start > last:
            break
        if start > day:
            yield day, start - 1
        if dated.end is None:
            return
        day = max(day, dated.end + 1)
    if last is None or day <= last:
        yield day, last


def _words(day: int) -> str:
    return day_in_words(date.fromordinal(day))
