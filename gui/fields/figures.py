"""A finding's figure in words: what was found, against which limit, and by what margin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rules.quantities import day_in_words, limit_in_miles, miles, miles_and_metres, pounds
from rules.recommendation import Finding, Step
from rules.values import MILLIMETRES_PER_MILE, FactType, FactValue, NoRoute

_HUNDREDTH_OF_A_MILE = MILLIMETRES_PER_MILE // 100


def value_words(
    value: FactValue | None, kind: FactType | None, long: bool = True, limit: int | None = None
) -> str:
    """Write a fact's value for people; None is "Not known".

    A length never reads as on the other side of its ``limit`` (mm), nor as the limit itself when
    it is not; without one, as some half mile that it is not: that is what limits are.
    """
    if value is None:
        return "Not known"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, NoRoute):
        return "No route"
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, int):
        return _number_words(value, kind, long, limit)
    return value.replace("_", " ").capitalize()


def _number_words(value: int, kind: FactType | None, long: bool, limit: int | None) -> str:
    if kind is FactType.LENGTH:
        return miles_and_metres(value, limit) if long else miles(value, limit)
    if kind is FactType.MONEY:
        return pounds(value)
    return f"{value:,}"


def nearest_limit(value: int, steps: Iterable[Step], name: str) -> int | None:
    """Give the limit nearest to a length that a fact of this name is held against, in mm."""
    limits = [
        step.limit
        for each in steps
        for step in _tests(each)
        if step.name == name and isinstance(step.limit, int) and not isinstance(step.limit, bool)
    ]
    return min(limits, key=lambda limit: abs(limit - value), default=None)


def limit_words(limit: object, kind: FactType | None) -> str:
    """Write a limit for people; several choices are listed."""
    if isinstance(limit, tuple):
        return ", ".join(str(one).replace("_", " ") for one in limit)
    if isinstance(limit, int) and not isinstance(limit, bool) and kind is FactType.LENGTH:
        return limit_in_miles(limit)
    return value_words(limit, kind).lower() if isinstance(limit, str) else value_words(limit, kind)


def deciding_step(finding: Finding) -> Step | None:
    """Find the measured test a provision turns on: its first test of a length against a limit."""
    lengths = (step for step in _tests(finding.because) if step.type is FactType.LENGTH)
    return next((step for step in lengths if isinstance(step.limit, int)), None)


def _tests(step: Step) -> Iterator[Step]:
    if step.kind == "test":
        yield step
    for part in step.parts:
        yield from _tests(part)


def figure_words(step: Step | None) -> str:
    """Write a length against its limit: ``2.31 miles › 2 miles (+0.31)``. Empty if not measured."""
    if step is None or step.value is None or not isinstance(step.limit, int):
        return ""
    limit = limit_in_miles(step.limit)
    if isinstance(step.value, NoRoute):
        return f"no route › {limit}"
    if not isinstance(step.value, int):
        return ""
    sign = "›" if step.value > step.limit else "‹" if step.value < step.limit else "="
    margin = margin_words(step.value - step.limit)
    return f"{miles(step.value, step.limit)} {sign} {limit} ({margin})"


def margin_words(difference: int) -> str:
    """Write a difference in millimetres with its sign: miles, or metres under 0.01 of a mile."""
    sign = "+" if difference > 0 else "−" if difference < 0 else ""
    size = abs(difference)
    if size == 0:
        return "exactly"
    if size < _HUNDREDTH_OF_A_MILE:
        return f"{sign}{size / 1000:.3f} m"
    return f"{sign}{size / MILLIMETRES_PER_MILE:.2f}"


def spoken_figure(step: Step | None) -> str:
    """Write the same for a screen reader: ``2.31 miles, over the limit of 2 miles``."""
    if step is None or not isinstance(step.limit, int):
        return ""
    limit = limit_in_miles(step.limit)
    if step.value is None:
        return f"not measured; the limit is {limit}"
    if isinstance(step.value, NoRoute) or not isinstance(step.value, int):
        return f"no route; the limit is {limit}"
    if step.value == step.limit:
        return f"exactly the limit of {limit}"
    side = "over" if step.value > step.limit else "within"
    return f"{miles(step.value, step.limit)}, {side} the limit of {limit}"
