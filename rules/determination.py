"""The *determinations*: travel alone and assistants, judged criterion by criterion."""

from __future__ import annotations

from collections.abc import Iterator

from rules import tree
from rules.evaluate import Run, condition
from rules.part_findings import finding_of, provisions_of
from rules.part_values import Criterion, Determination, DeterminationOutcome
from rules.policy import PolicyVersion, Provision
from rules.values import Effect, Facts, Result

_OUTCOMES = {
    Result.MET: DeterminationOutcome.NEEDED,
    Result.NOT_MET: DeterminationOutcome.NOT_NEEDED,
    Result.UNKNOWN: DeterminationOutcome.CANNOT_TELL_YET,
}


def determinations(policy: PolicyVersion, facts: Facts) -> tuple[Determination, ...]:
    """Every determination that a version has, in text order, on the criteria judged so far."""
    run = Run(policy, facts)
    provisions = provisions_of(run, Effect.DETERMINES)
    return tuple(
        _determined(run, each, each.determining)
        for each in provisions
        if each.determining is not None
    )


def _determined(run: Run, provision: Provision, determining: tree.Determining) -> Determination:
    found = finding_of(run, provision)
    return Determination(
        name=determining.what,
        outcome=_OUTCOMES[found.result],
        provision=found,
        criteria=tuple(Criterion(*condition(run, leaf)) for leaf in _leaves(provision.when)),
        missing=found.missing,
        cites=found.cites,
        standing=found.standing,
        authoriser=determining.authoriser,
        needs_review_date=determining.review,
    )


def _leaves(node: tree.Condition) -> Iterator[tree.Condition]:
    """The lines of a condition as its author wrote them; a name that is defined is one line."""
    if isinstance(node, tree.All | tree.AnyOf | tree.NoneOf):
        for part in node.parts:
            yield from _leaves(part)
    else:
        yield node
