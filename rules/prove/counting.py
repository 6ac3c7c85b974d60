"""Counts the children of a caseload in each region of a difference."""

from __future__ import annotations

from collections.abc import Iterable

from rules.prove.cubes import Cube, whole
from rules.prove.locate import located, worked_out
from rules.prove.logic import Truth
from rules.prove.problems import CannotProve
from rules.prove.space import Space
from rules.values import Facts


def counted(
    space: Space, regions: tuple[Cube, ...], caseload: Iterable[Facts]
) -> tuple[dict[int, int], int]:
    """How many children surely lie in each region (by its place), and of how many it is not known.

    A child of whom a fact is missing is counted where all it could be lies in one region, or in
    none. Not known too are children whose days the proof is not about, or whose facts contradict.
    """
    tests = [space.name_of(space.logic.all_of(whole(region))) for region in regions]
    counts = dict.fromkeys(range(len(regions)), 0)
    not_known = 0
    for facts in caseload:
        found = _region(space, tests, facts)
        if found is None:
            not_known += 1
        elif found < len(tests):
            counts[found] += 1
    return counts, not_known


def _region(space: Space, tests: list[Truth], facts: Facts) -> int | None:
    """The region a child surely lies in, the number of regions if in none; None: not known."""
    day = facts.get("day_of_travel")
    if day is None or not space.span[0] <= day <= space.span[1]:  # type: ignore[operator]
        return None
    try:
        pins = located(space, worked_out(space, facts))
    except CannotProve:
        return None
    if not space.logic.possible(*pins):
        return None
    child = space.logic.child()
    here = next((at for at, test in enumerate(tests) if child.holds(test)), len(tests))
    others = tests if here == len(tests) else [space.logic.no(tests[here])]
    elsewhere = space.name_of(space.logic.any_of(others))
    return None if space.logic.possible(*pins, elsewhere) else here
