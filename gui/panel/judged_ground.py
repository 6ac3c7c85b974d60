"""The judgement a ground rests on: what the child's needs, or the route, were found to be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rules.recommendation import Finding, Step
from rules.say import test_words
from rules.values import Result

_JUDGED: Final = frozenset({"cannot_walk", "route_unsafe"})
_STATES: Final = frozenset({"has_send", "disabled", "mobility_problem"})


def judged_words(finding: Finding) -> str:
    """Tell the needs or the route that meet a rule; empty where no judgement of them does.

    On such a ground a walk within the limit is a condition, and not the reason.
    """
    met = [step for step in _steps(finding.because) if _tells(step)]
    if finding.result is not Result.MET or not any(step.name in _JUDGED for step in met):
        return ""
    words = "; ".join(dict.fromkeys(test_words(step) for step in met))
    return words[:1].upper() + words[1:]


def _tells(step: Step) -> bool:
    wanted = step.name in _JUDGED or (step.kind == "test" and step.name in _STATES)
    return wanted and step.result is Result.MET


def _steps(step: Step) -> Iterator[Step]:
    """Give a step and its parts; what stands under a judged definition is told by it alone."""
    yield step
    if step.name not in _JUDGED:
        for part in step.parts:
            yield from _steps(part)
