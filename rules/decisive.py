"""Picks, out of a trace, the tests that settle it: the ones worth telling a reader."""

from __future__ import annotations

from rules.recommendation import Step
from rules.values import FactType, NoRoute, Result

MET, NOT_MET, UNKNOWN = Result.MET, Result.NOT_MET, Result.UNKNOWN
_FAR = 10**18


def decisive(step: Step) -> tuple[Step, ...]:
    """The tests that make a step's result what it is, each once, in the order of the text.

    Of alternatives that all failed, the nearest miss is taken: fewest failed tests, then a length
    or sum rather than an age or a word, then the smallest margin; of those that hold, the first.
    """
    return tuple(dict.fromkeys(_decisive(step)))


def _decisive(step: Step) -> list[Step]:
    if step.kind in ("test", "unread") or not step.parts:
        return [step]
    if step.kind == "named":
        inner = _decisive(step.parts[0])
        worth_opening = not step.says or any(leaf.type in _FIGURES for leaf in inner)
        return inner if worth_opening else [step]
    parts = [part for part in step.parts if part.result is _wanted(step)]
    settled_by_one = (step.kind == "all") == (step.result is NOT_MET)
    if step.result is UNKNOWN or not settled_by_one:
        alternatives = step.kind != "all" and step.result is not UNKNOWN
        return _nearest_miss(parts) if alternatives else [s for p in parts for s in _decisive(p)]
    if step.kind == "all":
        return [leaf for part in parts for leaf in _decisive(part)]
    return _decisive(parts[0])


def _wanted(step: Step) -> Result:
    """The result of the parts that explain a group's result."""
    if step.kind != "none" or step.result is UNKNOWN:
        return step.result
    return MET if step.result is NOT_MET else NOT_MET


def _nearest_miss(parts: list[Step]) -> list[Step]:
    """Of alternatives that all failed, the one that came nearest."""
    if not parts:
        return []
    return min((_decisive(part) for part in parts), key=_how_far)


def _how_far(leaves: list[Step]) -> tuple[int, bool, int]:
    """How far an alternative is from holding. An age cannot be weighed against a length."""
    figures = [leaf for leaf in leaves if leaf.type in _FIGURES]
    return len(leaves), not figures, min(margin(leaf) for leaf in figures or leaves)


def margin(step: Step) -> int:
    """How far a test's value lies from its limit (mm, pence, whole numbers); very far without."""
    if isinstance(step.value, NoRoute) or step.type not in _MEASURED:
        return _FAR
    if not isinstance(step.value, int) or not isinstance(step.limit, int):
        return _FAR
    return abs(step.value - step.limit)


_FIGURES = (FactType.LENGTH, FactType.MONEY)
_MEASURED = (FactType.LENGTH, FactType.MONEY, FactType.NUMBER)
