"""How ``assess`` prints the timeline of a case, and what would change its outcome."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rules.quantities import day_in_words
from rules.say import limit_words, outcome_words, value_words
from rules.values import FactType, FactValue, NoRoute

if TYPE_CHECKING:
    from rules.timeline import Stretch
    from rules.what_if import Alternative, Change


def stretches_json(stretches: Sequence[Stretch]) -> list[dict[str, object]]:
    """Stretches of days in the form other programs read: each with what begins and what ends it."""
    following = [each.begins for each in stretches[1:]]
    return [
        _stretch_json(each, ends) for each, ends in zip(stretches, [*following, None], strict=True)
    ]


def _stretch_json(stretch: Stretch, ends: str | None) -> dict[str, object]:
    return {
        "from": stretch.first.isoformat(),
        "until": stretch.last.isoformat(),
        "outcome": stretch.outcome.value,
        "grounds": list(stretch.grounds),
        "begins": stretch.begins,
        "ends": ends,
    }


def change_json(change: Change) -> dict[str, object]:
    """A change of facts in the form other programs read."""
    return {
        "facts": {
            each.word.name: _plain(each.word.type, each.then) for each in change.alternatives
        },
        "outcome": change.outcome.value,
        "grounds": list(change.grounds),
        "in_reach": change.in_reach,
    }


def _plain(kind: FactType, value: FactValue) -> object:
    if isinstance(value, NoRoute):
        return "no route"
    if kind is FactType.LENGTH:
        return f"{value / 1000:.3f} m" if isinstance(value, int) else value
    return value.isoformat() if isinstance(value, date) else value


def stretch_lines(stretches: Sequence[Stretch] | None) -> list[str]:
    """The timeline as lines for a reader; none where it was not asked for."""
    if stretches is None:
        return []
    return ["", "From when to when:", *(_stretch_line(each) for each in stretches), ""]


def _stretch_line(stretch: Stretch) -> str:
    begins = f" ({stretch.begins})" if stretch.begins else ""
    days = f"{day_in_words(stretch.first)} to {day_in_words(stretch.last)}"
    return f"  {days}: {outcome_words(stretch.outcome).lower()}{begins}"


def change_lines(changes: Sequence[Change] | None) -> list[str]:
    """What would change the outcome, as lines; none where it was not asked for."""
    if changes is None:
        return []
    if not changes:
        return ["", "No change of one or two facts would change the outcome.", ""]
    near = [_change_line(each) for each in changes if each.in_reach]
    far = [_change_line(each) for each in changes if not each.in_reach]
    lines = ["", "It would be otherwise if:", *near] if near else []
    lines += ["", "What nobody can change, but would matter:", *far] if far else []
    return [*lines, ""]


def _change_line(change: Change) -> str:
    facts = " and ".join(_alternative(each) for each in change.alternatives)
    return f"  {facts}: {outcome_words(change.outcome).lower()}"


def _alternative(each: Alternative) -> str:
    name = each.word.label
    then = value_words(each.then, each.word.type)
    if each.word.type not in (FactType.LENGTH, FactType.MONEY, FactType.NUMBER):
        return f"{name} were {then} (now {value_words(each.now, each.word.type)})"
    if isinstance(each.then, NoRoute) or not isinstance(each.now, int):
        return f"{name} were {then}"
    more = isinstance(each.then, int) and each.then > each.now
    edge = each.then - 1 if more and isinstance(each.then, int) else each.then
    limit = limit_words(edge, each.word.type)
    now = value_words(each.now, each.word.type)
    return f"{name} were {'more than' if more else 'not more than'} {limit} (now {now})"
