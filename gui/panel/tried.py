"""The findings as a lay member reads them: rules that could give help, apart from all others."""

from __future__ import annotations

from dataclasses import replace

from casework.rationale import Rationale
from rules.recommendation import Finding, Step
from rules.values import Effect, FactType, Result

HELPS = (Effect.ENTITLES, Effect.OFFERS)


def help_first(found: Rationale) -> Rationale:
    """Keep to the failed and open rules those that could give help; the others were looked at too.

    A rule that would take help away and is not met has not "failed" in any reader's eyes.
    """
    rest = tuple(
        each
        for each in (*found.failed, *found.open)
        if each.effect not in HELPS and each not in found.deciding
    )
    return replace(
        found,
        failed=tuple(each for each in found.failed if each not in rest),
        open=tuple(each for each in found.open if each not in rest),
        other=(*found.other, *rest),
    )


def nearest_limit(findings: tuple[Finding, ...], fact: str, value: object) -> int | None:
    """Give the limit nearest to a length among all it was held against; None where there is none.

    A length written against its nearest limit is rounded across none of them.
    """
    if not isinstance(value, int):
        return None
    limits = {limit for each in findings for limit in _limits(each.because, fact)}
    return min(limits, key=lambda limit: abs(limit - value), default=None)


def _limits(step: Step, fact: str) -> set[int]:
    own = step.limit if step.name == fact and step.type is FactType.LENGTH else None
    found = {own} if isinstance(own, int) and not isinstance(own, bool) else set()
    return found.union(*(_limits(part, fact) for part in step.parts))


def plain(step: Step) -> Step:
    """Cut a trace to what a lay reader needs: a condition that is met opens only onto figures."""
    if step.kind in ("all", "any") and len(step.parts) == 1:
        return plain(step.parts[0])
    if step.kind in ("none", "not") and len(step.parts) == 1:
        return _not_so(step)
    if step.kind in ("all", "any", "none", "not"):
        return replace(step, text="", parts=tuple(plain(part) for part in step.parts))
    return _named(step) if step.parts else replace(step, text=_words(step), limit=_limit(step))


def _not_so(step: Step) -> Step:
    """Say a negation as one condition, "Not so: …", with its own result."""
    inner = step.parts[0]
    if inner.kind in ("all", "any", "none", "not") and len(inner.parts) > 1:
        return replace(step, text="", parts=tuple(plain(part) for part in inner.parts))
    words = _words(inner)
    parts = () if step.result is Result.MET else plain(inner).parts
    return replace(
        inner, kind="named", text=f"Not so: {words[:1].lower()}{words[1:]}", result=step.result,
        parts=parts,
    )  # fmt: skip


def _named(step: Step) -> Step:
    parts = tuple(plain(part) for part in _telling(step.parts[0], step.result))
    if step.result is Result.MET:
        parts = tuple(part for part in parts if part.type in _FIGURES and part.limit is not None)
    return replace(step, text=_words(step), parts=parts)


_FIGURES = (FactType.LENGTH, FactType.MONEY, FactType.NUMBER)


def _telling(step: Step, result: Result) -> tuple[Step, ...]:
    """Give the parts that make a definition come out as it did; all where none alone does."""
    if step.kind not in ("all", "any", "none", "not"):
        return (step,)
    wanted = result if step.kind in ("all", "any") else _OTHER[result]
    parts = tuple(part for part in step.parts if part.result is wanted) or step.parts
    return tuple(leaf for part in parts for leaf in _telling(part, part.result))


_OTHER = {
    Result.MET: Result.NOT_MET,
    Result.NOT_MET: Result.MET,
    Result.UNKNOWN: Result.UNKNOWN,
}


def _limit(step: Step):  # noqa: ANN202
    """Leave out the choices wanted: they stand in the rule's wording, and would drown the value."""
    return None if step.type is FactType.CHOICE else step.limit


def _words(step: Step) -> str:
    if step.kind == "unread":
        return f"Not read here: {step.text.removesuffix(': not read')}"
    words = step.says or (step.name or step.text).replace("_", " ")
    return (words[:1].upper() + words[1:]).rstrip(".")
