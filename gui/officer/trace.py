"""A finding's trace cut down to what a reader needs: each condition, and what settled it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rules.recommendation import Step
from rules.values import FactType, Result

GROUPS: Final = ("all", "any", "none", "not")
DEEPEST: Final = 2
"""How deep definitions are opened below a condition: further down few readers follow."""
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
        return replace(step, text="", parts=parts)
    return _definition(step, depth) if step.parts else _leaf(step)


def _negated(step: Step, inner: Step) -> Step:
    """Say in one line that something is not so, with what settled it below."""
    words = f"Not so: {inner.text[:1].lower()}{inner.text[1:]}" if inner.text else ""
    return replace(inner, text=words, result=step.result, parts=inner.parts)


def _definition(step: Step, depth: int) -> Step:
    inner = _telling(step.parts[0]) if depth < DEEPEST else ()
    parts = tuple(_condition(part, depth + 1) for part in inner)
    return replace(step, text=_words(step), parts=parts)


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
