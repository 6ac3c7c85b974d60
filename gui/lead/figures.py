"""A comparison counted: who loses, gains or keeps, each kind of change, and the sentence of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from casework.compare import ComparedCase, Comparison, Difference
from rules.values import Outcome

HELPED: Final = (Outcome.ENTITLED, Outcome.OFFERED)
ORDER: Final = (
    Outcome.ENTITLED,
    Outcome.OFFERED,
    Outcome.FOR_AN_OFFICER,
    Outcome.CANNOT_TELL_YET,
    Outcome.NOT_ENTITLED,
)
"""The rows and columns of the matrix, help first."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How a caseload fares, each case counted once: the counts add up to ``total``.

    ``keeps`` are helped under both, ``without`` under neither; ``open_either`` are left open by
    one version at least (cannot tell yet, or for an officer). ``another_rule`` counts, among those
    whose outcome is the same, where another rule decides.
    """

    loses: int
    gains: int
    keeps: int
    without: int
    open_either: int
    another_rule: int

    @property
    def total(self) -> int:
        """Give how many cases were compared."""
        return self.loses + self.gains + self.keeps + self.without + self.open_either


def tally(comparison: Comparison) -> Tally:
    """Count a comparison."""
    kinds = Counter(_kind(each) for each in comparison.cases)
    same = [each for each in comparison.cases if each.old is each.new]
    return Tally(
        kinds["loses"],
        kinds["gains"],
        kinds["keeps"],
        kinds["without"],
        kinds["open"],
        sum(each.difference is not None for each in same),
    )


def _kind(case: ComparedCase) -> str:
    if not {case.old, case.new} <= {*HELPED, Outcome.NOT_ENTITLED}:
        return "open"
    before, after = case.old in HELPED, case.new in HELPED
    if before:
        return "keeps" if after else "loses"
    return "gains" if after else "without"


def sentence(counted: Tally) -> tuple[str, ...]:
    """Say the comparison in a few sentences, the losses first; every case is in one of them."""
    if not counted.total:
        return ("There is no case to compare.",)
    said = [
        f"Of {_cases(counted.total)}, {_count(counted.loses)} would lose help with travel, "
        f"{_count(counted.gains)} would gain it and {_count(counted.keeps)} would keep it."
    ]
    rest = []
    if counted.without:
        has = "has" if counted.without == 1 else "have"
        rest.append(f"{counted.without:,} {has} no help under either")
    if counted.open_either:
        stay = "stays" if counted.open_either == 1 else "stay"
        rest.append(f"{counted.open_either:,} {stay} open under at least one of them")
    if rest:
        said.append(f"{'; '.join(rest)}.")
    if counted.another_rule:
        keep = "keeps its" if counted.another_rule == 1 else "keep their"
        said.append(f"{_cases(counted.another_rule)} {keep} outcome by another rule.")
    return tuple(said)


def _count(count: int) -> str:
    return f"{count:,}" if count else "none"


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count:,} cases"


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change: an outcome, another, and the first rule that differs; its cases."""

    old: Outcome
    new: Outcome
    difference: Difference | None
    cases: tuple[ComparedCase, ...]


def changes(comparison: Comparison) -> tuple[Change, ...]:
    """Give the kinds of change: losses first, then gains, then the others; the largest first."""
    grouped: dict[tuple[Outcome, Outcome, str], list[ComparedCase]] = {}
    for case in comparison.cases:
        if case.old is not case.new or case.difference is not None:
            rule = case.difference.provision.partition("#")[2] if case.difference else ""
            grouped.setdefault((case.old, case.new, rule), []).append(case)
    found = [
        Change(old, new, cases[0].difference, tuple(cases))
        for (old, new, _), cases in grouped.items()
    ]
    return tuple(sorted(found, key=lambda each: (_weight(each), -len(each.cases))))


def _weight(change: Change) -> int:
    kind = _kind(change.cases[0])
    if change.old is change.new:
        return 3
    return {"loses": 0, "gains": 1}.get(kind, 2)


def shown_outcomes(comparison: Comparison) -> tuple[Outcome, ...]:
    """Give the outcomes that occur under either version, in the order of the matrix."""
    seen = {outcome for each in comparison.cases for outcome in (each.old, each.new)}
    return tuple(outcome for outcome in ORDER if outcome in seen)


def direction(old: Outcome, new: Outcome) -> str:
    """Say in a word what a cell means for its children: loses, gains, changes or keeps."""
    if old is new:
        return "the same"
    if old in HELPED and new is Outcome.NOT_ENTITLED:
        return "lose"
    if old is Outcome.NOT_ENTITLED and new in HELPED:
        return "gain"
    return "change"
