"""Findings of single provisions, for *decide* and for the parts asked for apart from it."""

from __future__ import annotations

from rules.evaluate import Run, provision_judged
from rules.policy import Provision
from rules.recommendation import Finding
from rules.scope import applies
from rules.values import Effect


def finding_of(run: Run, provision: Provision) -> Finding:
    """What one provision says of the child of a run."""
    step, missing = provision_judged(run, provision.id)
    return Finding(
        provision=provision.id,
        title=provision.title,
        effect=provision.effect,
        result=step.result,
        applies=applies(run, provision),
        cites=provision.source.cites,
        standing=provision.standing,
        missing=missing,
        because=step,
    )


def provisions_of(run: Run, effect: Effect) -> list[Provision]:
    """The provisions of one effect, in text order."""
    return [each for each in run.policy.provisions if each.effect is effect]
