"""The difference of two versions: all children they treat differently, region by region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from rules.decide import decide
from rules.policy import PolicyVersion
from rules.prove.assumptions import assumptions_of
from rules.prove.children import decided, facts_of, plainest
from rules.prove.counting import counted
from rules.prove.cubes import Cube, Wanted, cubes, whole
from rules.prove.literals import literals_of
from rules.prove.logic import Child, Truth
from rules.prove.needed import shown, verdict_of
from rules.prove.outcomes import Ruled
from rules.prove.results import Difference, Region
from rules.prove.space import Space, open_space
from rules.prove.unread import unread_that_matter
from rules.prove.words import described
from rules.recommendation import Recommendation
from rules.values import Facts, Outcome

OPEN = Outcome.CANNOT_TELL_YET
OUTCOMES_ALONE = (
    "Outcomes alone are compared here, not what a family is asked to pay: which sums change is "
    "told by the difference of the two texts, `policy diff`."
)


@dataclass(frozen=True, slots=True)
class Change:
    """What is the same of a whole region: both outcomes, and a ground of each where it has any."""

    old: Outcome
    new: Outcome
    old_ground: str | None
    new_ground: str | None


def difference(
    old: PolicyVersion,
    new: PolicyVersion,
    days: tuple[date, date] | None = None,
    caseload: Sequence[Facts] | None = None,
) -> Difference:
    """Every child whom ``old`` and ``new`` treat differently, as disjoint regions in words.

    ``days`` are the first and last day of travel asked about, else those that ``new`` governs.
    With a ``caseload`` each region says how many of its children it holds, and those with most
    stand first; else those who lose most. The same versions give the same list every time. Raises
    CannotProve.
    """
    space = open_space((old, new), days, usual=True)
    found = differing(space)
    counts, not_known = ({}, None) if caseload is None else counted(space, found, caseload)
    regions = [region(space, cube, counts.get(at)) for at, cube in enumerate(found)]
    return Difference(
        old.id,
        new.id,
        tuple(sorted(regions, key=_order)),
        tuple(dict.fromkeys(unread_that_matter(space, 0) + unread_that_matter(space, 1))),
        (*assumptions_of(space), OUTCOMES_ALONE),
        not_known,
    )


def traces(
    old: PolicyVersion, new: PolicyVersion, found: Region
) -> tuple[Recommendation, Recommendation]:
    """The example of a region as both versions decide it, line by line."""
    return decide(old, found.example), decide(new, found.example)


def differing(space: Space) -> tuple[Cube, ...]:
    """The regions in which the two versions of a space differ."""
    old, new = space.versions
    logic = space.logic
    pairs = {
        (one, two): logic.all_of([space.of(before), space.of(after)])
        for one, before in old.outcomes.items()
        for two, after in new.outcomes.items()
        if one is not two and OPEN not in (one, two)
    }

    def ask(child: Child) -> Wanted:
        one, two = next(pair for pair, both in pairs.items() if child.holds(both))
        before = first_ground(space, old, one, child)
        after = first_ground(space, new, two, child)
        change = Change(one, two, before.name, after.name)
        return Wanted(change, logic.all_of([pairs[one, two], before.holds, after.holds]))

    plain = literals_of(space)
    anywhere = logic.any_of([*pairs.values()])
    find = partial(plainest, space)
    return cubes(logic, plain, anywhere, ask, find)


@dataclass(frozen=True, slots=True)
class First:
    """The first ground of a child, None where its outcome has none; and when it is the first."""

    name: str | None
    holds: Truth


def first_ground(space: Space, version: Ruled, outcome: Outcome, child: Child) -> First:
    """The first ground, in text order, of a child with this outcome.

    What is for an officer is one kind of child, whichever grounds were raised.
    """
    if outcome is Outcome.FOR_AN_OFFICER:
        return First(None, space.logic.true)
    before: list[Truth] = []
    for provision, formula in version.grounds.get(outcome, {}).items():
        truth = space.of(formula)
        if child.holds(truth):
            return First(provision, space.logic.all_of([truth, *before]))
        before.append(space.logic.no(truth))
    return First(None, space.logic.true)


def region(space: Space, cube: Cube, count: int | None = None) -> Region:
    """A region in words, with its plainest child decided by both versions."""
    change = cube.tag
    assert isinstance(change, Change)
    old, new = space.versions
    wishes = [
        *_without_more_grounds(space, old, change.old, change.old_ground),
        *_without_more_grounds(space, new, change.new, change.new_ground),
    ]
    found = facts_of(space, plainest(space, whole(cube), wishes))
    child = shown(space, found, whole(cube), verdict_of(old.policy, new.policy))
    before, after = decided(old, child, change.old), decided(new, child, change.new)
    words = described(space, cube, ())
    return Region(
        change.old,
        change.new,
        before.eligibility.grounds,
        after.eligibility.grounds,
        words.when,
        child,
        words.intervals,
        count,
        words.exactly,
    )


def _without_more_grounds(
    space: Space, version: Ruled, outcome: Outcome, ground: str | None
) -> list[Truth]:
    others = version.grounds.get(outcome, {})
    return [space.logic.no(space.of(each)) for name, each in others.items() if name != ground]


def _order(found: Region) -> tuple[object, ...]:
    """Most children first; then who loses an entitlement, who an offer, and who gains."""
    outcomes = list(Outcome)
    old, new = _GIVES[found.old], _GIVES[found.new]
    given = (-(found.count or 0), new > old, -max(old, new), min(old, new))
    return (*given, outcomes.index(found.new), found.old_grounds, found.new_grounds, found.when)


_GIVES = {
    Outcome.ENTITLED: 3,
    Outcome.OFFERED: 2,
    Outcome.FOR_AN_OFFICER: 1,
    Outcome.NOT_ENTITLED: 0,
}
