"""How ``assess`` prints what would change the outcome of a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from casework.change_words import now_words, then_words
from rules.say import outcome_words
from rules.values import FactType, FactValue, NoRoute

if TYPE_CHECKING:
    from rules.what_if import Alternative, Change


_TOLD = (FactType.YES_NO, FactType.CHOICE)
"""Types of which it is told too that the value is not known now."""


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
    now = f" (now {now_words(each)})" if each.now is not None or each.word.type in _TOLD else ""
    return f"{then_words(each, each.word.label)}{now}"
