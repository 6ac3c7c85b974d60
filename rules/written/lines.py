"""Makes lines of a trace, findings and recommendations quickly, each exactly as its class would.

A frozen dataclass sets every field through ``object.__setattr__``, which for eleven fields takes
1.6 microseconds; a trace has a hundred new lines. So each value is filled while it is still open,
as a class of the same slots that is not frozen, and closed by becoming the frozen class.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from rules.recommendation import Derived, Duty, Eligibility, Finding, Recommendation, Step
from rules.values import FactType, FactValue, Result

TestHead = tuple[str, str | None, FactType, str, str | None, str | None]
"""What a test's line says for every child: text, name, type, operator, limit's name, label."""


class _OpenStep:
    __slots__ = Step.__slots__


class _OpenFinding:
    __slots__ = Finding.__slots__


class _OpenRecommendation:
    __slots__ = Recommendation.__slots__


def all_step(result: Result, parts: tuple[Step, ...]) -> Step:
    """The line of ``all of``."""
    made: Any = _OpenStep()
    made.kind = "all"
    made.text = "all of"
    made.result = result
    made.parts = parts
    made.name = made.type = made.value = made.operator = None
    made.limit = made.limit_name = made.says = None
    made.__class__ = Step
    return made  # type: ignore[no-any-return]


def any_step(result: Result, parts: tuple[Step, ...]) -> Step:
    """The line of ``any of``."""
    made: Any = _OpenStep()
    made.kind = "any"
    made.text = "any of"
    made.result = result
    made.parts = parts
    made.name = made.type = made.value = made.operator = None
    made.limit = made.limit_name = made.says = None
    made.__class__ = Step
    return made  # type: ignore[no-any-return]


def none_step(result: Result, parts: tuple[Step, ...]) -> Step:
    """The line of ``none of``."""
    made: Any = _OpenStep()
    made.kind = "none"
    made.text = "none of"
    made.result = result
    made.parts = parts
    made.name = made.type = made.value = made.operator = None
    made.limit = made.limit_name = made.says = None
    made.__class__ = Step
    return made  # type: ignore[no-any-return]


def named_step(
    text: str, name: str, says: str | None, result: Result, parts: tuple[Step, ...]
) -> Step:
    """The line of a definition, or of another provision, with its own working in ``parts``."""
    made: Any = _OpenStep()
    made.kind = "named"
    made.text = text
    made.result = result
    made.parts = parts
    made.name = name
    made.type = made.value = made.operator = made.limit = made.limit_name = None
    made.says = says
    made.__class__ = Step
    return made  # type: ignore[no-any-return]


def test_step(
    head: TestHead, result: Result, value: FactValue | None, limit: FactValue | None
) -> Step:
    """The line of a value held against another."""
    made: Any = _OpenStep()
    made.kind = "test"
    made.text, made.name, made.type, made.operator, made.limit_name, made.says = head
    made.result = result
    made.parts = ()
    made.value = value
    made.limit = limit
    made.__class__ = Step
    return made  # type: ignore[no-any-return]


def finding(
    head: tuple[Any, ...],
    result: Result,
    applies: bool | None,
    missing: tuple[str, ...],
    because: Step,
) -> Finding:
    """A provision's finding; ``head`` is its id, title, effect, citation and standing."""
    made: Any = _OpenFinding()
    made.provision, made.title, made.effect, made.cites, made.standing = head
    made.result = result
    made.applies = applies
    made.missing = missing
    made.because = because
    made.__class__ = Finding
    return made  # type: ignore[no-any-return]


def recommendation(
    head: tuple[str, str],
    day: date | None,
    verdict: tuple[Eligibility, Duty],
    findings: tuple[Finding, ...],
    derived: tuple[Derived, ...],
) -> Recommendation:
    """A recommendation; ``head`` is the policy's id and digest."""
    made: Any = _OpenRecommendation()
    made.policy, made.digest = head
    made.day_of_travel = day
    made.eligibility, made.duty = verdict
    made.findings = findings
    made.derived = derived
    made.__class__ = Recommendation
    return made  # type: ignore[no-any-return]
