"""A finding's trace cut down to what a reader needs: each condition, and what settled it."""

from __future__ import annotations

from dataclasses import replace

from rules.recommendation import Step
from rules.values import FactType, Result

_UNREAD = "Nobody here has read this part of the text yet"


def told(step: Step) -> Step:
    """Give a trace in words: every condition of a provision, a definition only as far as it tells.

    The words are the facts' labels and what the definitions say; the policy's own text would be
    read by few.
    """
    if step.kind in ("all", "any", "none", "not") and len(step.parts) == 1:
        inner = told(step.parts[0])
        return inner if step.kind in ("all", "any") else _group(step, (inner,))
    if step.kind in ("all", "any", "none", "not"):
        return _group(step, tuple(told(part) for part in step.parts))
    return _leaf(step) if not step.parts else _definition(step)


def conditions(step: Step) -> tuple[Step, ...]:
    """Give the conditions of a provision one by one, in the order of its text."""
    shown = told(step)
    return shown.parts if shown.kind == "all" else (shown,)


def _group(step: Step, parts: tuple[Step, ...]) -> Step:
    return replace(step, text="", parts=parts)


def _definition(step: Step) -> Step:
    parts = tuple(told(part) for part in _telling(step.parts[0]))
    return replace(step, text=_words(step), parts=() if len(parts) > 6 else parts)


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
    if step.kind not in ("all", "any", "none", "not"):
        return (step,)
    wanted = _explaining(step)
    parts = [part for part in step.parts if part.result is wanted] or list(step.parts)
    settled_by_one = wanted is not Result.UNKNOWN and (
        (step.kind == "any" and wanted is Result.MET)
        or (step.kind == "none" and wanted is Result.MET)
    )
    return tuple(part for one in (parts[:1] if settled_by_one else parts) for part in _telling(one))


def _explaining(step: Step) -> Result:
    """Give the result of the parts that explain a group's own."""
    if step.kind not in ("none", "not") or step.result is Result.UNKNOWN:
        return step.result
    return Result.MET if step.result is Result.NOT_MET else Result.NOT_MET
