"""What the *decide* reading gives back: every provision's finding, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.values import DutyOutcome, Effect, FactType, FactValue, Outcome, Result, Standing


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a finding's trace: a test, or a group of tests.

    ``kind`` is ``all``, ``any``, ``none``, ``not``, ``test``, ``named`` (a definition or another
    provision, whose own working is in ``parts``) or ``unread``. A test has the ``name`` it looked
    at, the ``value`` found (None: not known), the ``operator`` and the ``limit`` it was held
    against, with the ``limit_name`` of the parameter; lengths are millimetres, money pence.
    ``says`` is the same in plain words: the fact's label, or what the definition says.
    """

    kind: str
    text: str
    result: Result
    parts: tuple[Step, ...] = ()
    name: str | None = None
    type: FactType | None = None
    value: FactValue | None = None
    operator: str | None = None
    limit: FactValue | tuple[str, ...] | None = None
    limit_name: str | None = None
    says: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One provision's result for one child.

    ``applies`` is False where age, phase or kind of place alone rules the provision out, None
    where those are not known well enough to say. ``missing`` names the facts that could still
    settle an open provision; ``because`` is the trace.
    """

    provision: str
    title: str
    effect: Effect
    result: Result
    applies: bool | None
    cites: str
    standing: Standing
    missing: tuple[str, ...]
    because: Step


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The first part of a recommendation: outcome, its grounds, and what keeps it open."""

    outcome: Outcome
    grounds: tuple[str, ...]
    missing: tuple[str, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """The second part, s.508B(2): whether the authority must act itself. Never alters the first."""

    outcome: DutyOutcome
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """A fact that was worked out, its value (None: cannot be told) and its working."""

    name: str
    value: FactValue | None
    type: FactType
    working: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What one policy version says of one child on one day, and why, line by line."""

    policy: str
    digest: str
    day_of_travel: date | None
    eligibility: Eligibility
    duty: Duty
    findings: tuple[Finding, ...]
    derived: tuple[Derived, ...]
