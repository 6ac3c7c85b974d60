"""Compare two versions on the store's own cases: old outcome by new outcome, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casework.cases import Line, caseload
from casework.desk import Desk
from casework.rationale import APART
from rules.decide import decide
from rules.policy import PolicyVersion
from rules.problems import UserFacingError
from rules.recommendation import Finding, Recommendation
from rules.values import Outcome, Result

Progress = Callable[[int, int], None]
"""Called with how many cases are done, of how many; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first provision that differs: its title, source, and its result under each version.

    ``old`` or ``new`` is None where the version has no such provision.
    """

    provision: str
    title: str
    cites: str
    old: Result | None
    new: Result | None


@dataclass(frozen=True, slots=True)
class ComparedCase:
    """One case under both versions, without names: reference, age, year, distance in mm."""

    id: str
    reference: str
    year_group: int | None
    age: int | None
    walking_mm: object
    school_kind: str | None
    old: Outcome
    new: Outcome
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions held side by side on the caseload.

    ``cases`` are all that could be compared; ``trouble`` says, by reference, why others could not.
    """

    old: PolicyVersion
    new: PolicyVersion
    cases: tuple[ComparedCase, ...]
    trouble: tuple[tuple[str, str], ...]

    def cell(self, old: Outcome, new: Outcome) -> tuple[ComparedCase, ...]:
        """The cases that had one outcome and have the other."""
        return tuple(each for each in self.cases if (each.old, each.new) == (old, new))

    @property
    def changed(self) -> tuple[ComparedCase, ...]:
        """The cases whose outcome differs."""
        return tuple(each for each in self.cases if each.old is not each.new)


def compare(desk: Desk, old: str, new: str, progress: Progress | None = None) -> Comparison:
    """Decide every case of the store under both versions. Raises UnknownPolicy or BadPolicy."""
    before, after = desk.shelf.read(old), desk.shelf.read(new)
    lines = list(caseload(desk).values())
    cases, trouble = [], []
    for count, line in enumerate(lines, 1):
        try:
            cases.append(_compared(line, before, after))
        except UserFacingError as error:
            trouble.append((line.application.reference, str(error)))
        if progress:
            progress(count, len(lines))
    return Comparison(before, after, tuple(cases), tuple(trouble))


def _compared(line: Line, before: PolicyVersion, after: PolicyVersion) -> ComparedCase:
    old, new = decide(before, line.facts), decide(after, line.facts)
    derived = {each.name: each.value for each in old.derived}
    age, year = derived.get("age"), line.facts.get("year_group")
    return ComparedCase(
        id=line.application.id,
        reference=line.application.reference,
        year_group=year if isinstance(year, int) else None,
        age=age if isinstance(age, int) else None,
        walking_mm=line.facts.get("walking_distance"),
        school_kind=str(kind) if (kind := line.facts.get("school_kind")) else None,
        old=old.eligibility.outcome,
        new=new.eligibility.outcome,
        difference=first_difference(old, new),
    )


def first_difference(old: Recommendation, new: Recommendation) -> Difference | None:
    """The first provision, in text order, that makes the two recommendations differ; or None.

    Provisions of the same name in both (whichever version owns them) are held side by side.
    """
    if (old.eligibility.outcome, _names(old)) == (new.eligibility.outcome, _names(new)):
        return None
    before = {_name(each): each for each in old.findings if each.effect not in APART}
    after = {_name(each): each for each in new.findings if each.effect not in APART}
    for name in dict.fromkeys([*before, *after]):
        one, two = before.get(name), after.get(name)
        if _differs(one, two):
            shown = two or one
            if shown is not None:
                return Difference(
                    shown.provision,
                    shown.title,
                    shown.cites,
                    one.result if one else None,
                    two.result if two else None,
                )
    return None


def _names(recommendation: Recommendation) -> tuple[str, ...]:
    return tuple(ground.split("#")[1] for ground in recommendation.eligibility.grounds)


def _name(finding: Finding) -> str:
    return finding.provision.split("#")[1]


def _differs(one: Finding | None, two: Finding | None) -> bool:
    results = {each.result if each else Result.NOT_MET for each in (one, two)}
    return len(results) > 1
