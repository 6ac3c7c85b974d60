"""The worked examples that ship with the policies, found for any version and all it builds on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from casework.shelf import POLICY_FOLDER, Shelf
from rules.decide import decide
from rules.evaluate import Run, condition
from rules.examples import Example, Examples, read_examples
from rules.policy import VOCABULARY, PolicyVersion
from rules.recommendation import Recommendation, Step
from rules.values import BESIDE_ELIGIBILITY, Result, Standing

SHELF = Shelf((POLICY_FOLDER,))
FILES = sorted(POLICY_FOLDER.glob("*/examples/*.yaml"))


@cache
def version_of(policy: str) -> PolicyVersion:
    return SHELF.read(policy)


@cache
def examples_in(path: Path) -> Examples:
    return read_examples(path.read_text(encoding="utf-8"), str(path), version_of)


def examples_under(policy: str) -> list[Example]:
    """The examples of a version and of every version that it builds on."""
    closure = set(version_of(policy).texts) - {VOCABULARY}
    files = [examples_in(path) for path in FILES]
    return [each for one in files if one.policy in closure for each in one.examples]


@dataclass
class Shown:
    """What a version's examples show: provisions met, failed and unread, how far each figure or day
    lay from each limit, and how each limit was compared.
    """

    met: set[str] = field(default_factory=set)
    failed: set[str] = field(default_factory=set)
    unread: set[str] = field(default_factory=set)
    sides: dict[str, set[int]] = field(default_factory=dict)
    compared: dict[str, set[str]] = field(default_factory=dict)


@cache
def shown_by_examples(policy: str) -> Shown:
    """Decide every example of a version and of all it builds on, once."""
    shown = Shown()
    for each in examples_under(policy):
        found = decide(version_of(policy), each.facts)
        for finding in found.findings:
            kept = {Result.MET: shown.met, Result.NOT_MET: shown.failed}.get(finding.result)
            if kept is not None:
                kept.add(finding.provision)
        shown.unread |= set(found.eligibility.unread) | unread_beside(found)
        for step in (*steps_of(found), *steps_of_charges(version_of(policy), each)):
            note_side(shown, step)
    return shown


def note_side(shown: Shown, step: Step) -> None:
    """Note how far a test's figure (in its unit) or day (in days) lay from its limit."""
    if not step.limit_name or not step.operator:
        return
    sides = shown.sides.setdefault(step.limit_name, set())
    shown.compared.setdefault(step.limit_name, set()).add(step.operator)
    if isinstance(step.value, date) and isinstance(step.limit, date):
        sides.add((step.value - step.limit).days)
    elif isinstance(step.value, int) and isinstance(step.limit, int):
        sides.add(step.value - step.limit)


def unread_beside(found: Recommendation) -> set[str]:
    """Unread provisions that keep another part than eligibility open."""
    return {
        each.provision
        for each in found.findings
        if each.standing is Standing.UNREAD
        and each.effect in BESIDE_ELIGIBILITY
        and each.result is Result.UNKNOWN
    }


def steps_of(found: Recommendation) -> Iterator[Step]:
    """Every test of a recommendation's trace."""
    yield from leaves_in([finding.because for finding in found.findings])


def steps_of_charges(version: PolicyVersion, example: Example) -> Iterator[Step]:
    """Every test that tells which sum of a charge falls due; they stand in no finding."""
    run = Run(version, example.facts)
    cases = [each for one in version.provisions if one.charge for each in one.charge.cases]
    yield from leaves_in([condition(run, case.when)[0] for case in cases if case.when])


def leaves_in(pending: list[Step]) -> Iterator[Step]:
    """The tests in some steps, however deep they stand."""
    while pending:
        step = pending.pop()
        pending.extend(step.parts)
        if step.kind == "test":
            yield step
