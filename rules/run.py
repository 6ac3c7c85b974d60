"""One evaluation of a version for one child, and the values that evaluating passes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from rules.policy import PolicyVersion
from rules.recommendation import Step
from rules.values import Facts, Result

MET, NOT_MET, UNKNOWN = Result.MET, Result.NOT_MET, Result.UNKNOWN
NEGATED = {MET: NOT_MET, NOT_MET: MET, UNKNOWN: UNKNOWN}

Missing = tuple[str, ...]
Judged = tuple[Step, Missing]
"""A step of the trace with the facts that could still settle it (none when it is settled)."""


@dataclass(frozen=True, slots=True)
class Possible:
    """A choice not yet settled: one of these."""

    choices: frozenset[str]


@dataclass(slots=True)
class Found:
    """A value found (None: not known) and the facts it wants; ``step`` is the working of a yes/no.

    Never changed once made, so that the same one may serve many children.
    """

    value: Any
    missing: Missing = ()
    step: Step | None = None


@dataclass(slots=True)
class Run:
    """One evaluation: a policy, a child's facts, and what was already worked out."""

    policy: PolicyVersion
    facts: Facts
    definitions: dict[str, Judged] = field(default_factory=dict)
    values: dict[str, Found] = field(default_factory=dict)
    provisions: dict[str, Judged] = field(default_factory=dict)

    @property
    def day(self) -> date | None:
        """The day of travel, on which dated parameters are read."""
        return cast("date | None", self.facts.get("day_of_travel"))


def joined(many: list[Missing]) -> Missing:
    """The facts of many, each once, in order."""
    return tuple(dict.fromkeys(name for each in many for name in each))
