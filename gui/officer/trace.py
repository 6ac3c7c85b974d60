"""A finding's trace cut down to what a reader needs: each condition, and what settled it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from rules.recommendation import Step
from rules.values import FactType, Result

GROUPS: Final = ("all", "any", "none", "not")
NOT_SO: Final = "Not so: "
DEEPEST: Final = 2
"""How deep definitions are opened below a condition: further down few readers follow."""
_OTHER_RESULT: Final = {
    Result.MET: Result.NOT_MET, Result.NOT_MET: Result.MET, Result.UNKNOWN: Result.UNKNOWN,
}  # fmt: skip
_OTHER_OPERATOR: Final = {
    "<": ">=", ">=": "<", ">": "<=", "<=": ">", "in": "not in", "not in": "in", "=": "!=",
    "==": "!=", "!=": "=",
}  # fmt: skip
_UNREAD: Final = "Nobody here has read this part of the text yet"


def conditions(step: Step) -> tuple[Step, ...]:
    """Give the conditions of a provision one by one, in the order of its text, in words."""
    return told(step).parts


def told(step: Step) -> Step:
    """Give a trace in words: every condition of a provision, a definition only as far as it tells.

    The words are the facts' labels and what the definitions say; the policy's own text would be
    read by few.
    """
    parts = step.parts if step.kind == "all" else (step,)
    return replace(step, kind="all", text="", parts=tuple(_condition(part, 0) for part in parts))


def _condition(step: Step, depth: int) -> Step:
    if step.kind in ("none", "not") and len(step.parts) == 1:
        return _negated(step, _condition(step.parts[0], depth))
    if step.kind in ("all", "any") and len(telling := _telling(step)) == 1:
        return _condition(telling[0], depth)
    if step.kind in GROUPS:
        parts = tuple(_condition(part, depth + 1) for part in step.parts)
        return replace(step, text="", parts=_apart(parts))
    return _definition(step, depth) if step.parts else _leaf(step)


def _negated(step: Step, inner: Step) -> Step:
    """Say in one line that something is not so; what settled it stands below, turned as well."""
    return replace(_turned(inner), result=step.result)


def _turned(step: Step) -> Step:
    """Turn a step round: what was wanted is its opposite, and what failed is met.

    So a reader of "not so" finds no failed line under one that is met.
    """
    result = _OTHER_RESULT[step.result]
    if step.kind == "test":
        operator = _OTHER_OPERATOR.get(step.operator or "", step.operator)
        return replace(step, operator=operator, result=result)
    parts = _apart(tuple(_turned(part) for part in step.parts))
    said = step.text.removeprefix(NOT_SO)
    if said == step.text and said:
        return replace(
            step, text=f"{NOT_SO}{said[:1].lower()}{said[1:]}", result=result, parts=parts
        )
    return replace(step, text=f"{said[:1].upper()}{said[1:]}", result=result, parts=parts)


def _apart(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Leave out what a line beside it says: of a day within two limits, the farther one."""
    found: dict[tuple[object, ...], Step] = {}
    for step in steps:
        is_day = step.type is FactType.DATE and step.result is Result.MET
        limit = None if is_day else step.limit
        key = (step.text, step.name, step.value, step.result, step.operator, limit, step.parts)
        found[key] = min(found.get(key, step), step, key=_days_apart)
    return tuple(found.values())


def _days_apart(step: Step) -> int:
    """Give how many days a value lies from its limit; 0 where neither is a day."""
    value, limit = step.value, step.limit
    if isinstance(value, date) and isinstance(limit, date):
        return abs((value - limit).days)
    return 0


def _definition(step: Step, depth: int) -> Step:
    inner = _telling(step.parts[0]) if depth < DEEPEST else ()
    parts = tuple(_condition(part, depth + 1) for part in inner)
    return replace(step, text=_words(step), parts=_apart(parts))


def _leaf(step: Step) -> Step:
    # The choices wanted are in the provision's own words; listing them all would drown the value.
    limit = None if step.type is FactType.CHOICE else step.limit
    return replace(step, text=_words(step), limit=limit)


def _words(step: Step) -> str:
    if step.kind == "unread":
        return f"{_UNREAD}: {step.text.removesuffix(': not read')}"
    words = step.says or (step.name or step.text).replace("_", " ")
    return (words[:1].upper() + words[1:]).rstrip(".")


def _telling(step: Step) -> tuple[Step, ...]:
    """Give the parts that make a group's result what it is, groups within it opened."""
    if step.kind not in GROUPS:
        return (step,)
    wanted = _explaining(step)
    parts = [part for part in step.parts if part.result is wanted] or list(step.parts)
    if step.kind in ("none", "not"):
        one = parts[:1] if wanted is Result.MET else parts
        return tuple(replace(step, kind="not", parts=(part,)) for part in one)
    one_is_enough = step.kind == "any" and wanted is Result.MET
    return tuple(part for each in parts[: 1 if one_is_enough else None] for part in _telling(each))


def _explaining(step: Step) -> Result:
    """Give the result of the parts that explain a group's own."""
    if step.kind not in ("none", "not") or step.result is Result.UNKNOWN:
        return step.result
    return Result.MET if step.result is Result.NOT_MET else Result.NOT_MET
