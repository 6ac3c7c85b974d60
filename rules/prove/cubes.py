"""Finds the regions of children of whom something holds: disjoint, few, and none left out.

A child is found; its kind is what is asked of it. Its tests are given up one after another while
everybody left is of that kind, and what remains is a region. The next child is sought outside it.
Every question goes to the solver in the same order, so the list is the same from run to run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rules.prove.literals import RANK_PROVISION, Literal
from rules.prove.logic import Child, Logic, Truth
from rules.prove.problems import CannotProve

Literals = tuple[Literal, ...]

MOST = 1_000
"""Regions after which a list is given up: nobody could read it."""
PLAIN_REGIONS = 48
"""So many regions may be told by plain tests, shared out evenly among the kinds."""
FEW_REGIONS, FEWEST = 8, 4
"""No kind is told by more of them, and none where fewer would fall to it."""


@dataclass(frozen=True, slots=True)
class Cube:
    """A region: these literals hold, or do not. ``tag`` says what is the same in all of it."""

    tag: object
    signs: tuple[tuple[Literal, bool], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a child found stands for: its kind. Two kinds have no child in common."""

    tag: object
    holds: Truth


Ask = Callable[[Child], Wanted]
Plainest = Callable[[Sequence[Truth]], Child]
"""Finds the plainest child of whom all of some plain unknowns hold."""


def cubes(
    logic: Logic,
    plain: Literals,
    whole_provisions: Literals,
    anywhere: Truth,
    ask: Ask,
    plainest: Plainest,
    regions: int = FEW_REGIONS,
) -> tuple[Cube, ...]:
    """Disjoint regions that together hold exactly the children of whom ``anywhere`` holds.

    ``ask`` gives the kind of a child found. A kind is told by ``plain`` tests where a few regions
    (at most ``regions``) suffice, else also by which provisions are met and which are not. Raises
    CannotProve when there are more regions than could be read.
    """
    kinds = list(_kinds(logic, anywhere, ask))
    found: list[Cube] = []
    share = PLAIN_REGIONS // max(len(kinds), 1)
    for kind in kinds:
        fitting = share >= FEWEST
        few = _few(logic, plain, kind, plainest, min(regions, share)) if fitting else None
        found += few or _found(logic, (*plain, *whole_provisions), kind)
        if len(found) > MOST:
            raise CannotProve(
                f"There are more than {MOST:,} kinds of children. Nothing was left out silently: "
                "no list was made. Compare versions that lie closer together."
            )
    return tuple(found)


def _kinds(logic: Logic, anywhere: Truth, ask: Ask) -> Iterator[Wanted]:
    left = logic.named(anywhere)
    while logic.possible(left):
        kind = ask(logic.child())
        yield kind
        left = logic.named(logic.all_of([left, logic.no(kind.holds)]))


def _few(
    logic: Logic, literals: Literals, kind: Wanted, plainest: Plainest, regions: int
) -> list[Cube] | None:
    """A kind's regions, None when they are more than a few."""
    found = list(islice(_found(logic, literals, kind, plainest), regions + 1))
    return _merged(logic, found) if len(found) <= regions else None


def _found(
    logic: Logic, literals: Literals, kind: Wanted, plainest: Plainest | None = None
) -> Iterator[Cube]:
    anywhere = left = logic.named(kind.holds)
    while logic.possible(left):
        child = plainest([left]) if plainest else logic.child()
        signs = {each: child.holds(each.name) for each in literals}
        order = sorted(literals, key=lambda each: each.order(signs[each]))
        widest = _widened(logic, order, signs, anywhere)
        if left is not anywhere:
            order = sorted(order, key=lambda each: each in widest)
            widest = _widened(logic, order, signs, left)
        cube = Cube(kind.tag, tuple((each, signs[each]) for each in widest))
        yield cube
        left = logic.named(logic.all_of([left, logic.no(_whole(logic, cube))]))


def _widened(
    logic: Logic, order: list[Literal], signs: dict[Literal, bool], inside: Truth
) -> list[Literal]:
    """The fewest of a child's tests that keep everybody who passes them inside.

    Those at the front of ``order`` are given up first, many at once where that can be.
    """
    outside = logic.no(inside)
    if logic.possible(outside, *(each.sign(signs[each]) for each in order)):
        raise CannotProve("A region could not be told by the policy's own tests.")

    def needed(block: list[Literal], others: list[Literal]) -> list[Literal]:
        """Of a block, those that cannot be given up beside ``others``."""
        if not block or not logic.possible(outside, *(one.sign(signs[one]) for one in others)):
            return []
        if len(block) == 1:
            return block
        half = len(block) // 2
        first = needed(block[:half], [*block[half:], *others])
        return [*first, *needed(block[half:], [*first, *others])]

    last = [each for each in order if each.rank == RANK_PROVISION]
    first = needed([each for each in order if each.rank != RANK_PROVISION], last)
    return [*first, *needed(last, first)]


def whole(cube: Cube) -> list[Truth]:
    """A region as plain unknowns that all hold in it."""
    return [literal.sign(holds) for literal, holds in cube.signs]


def _whole(logic: Logic, cube: Cube) -> Truth:
    return logic.all_of(whole(cube))


def _merged(logic: Logic, found: list[Cube]) -> list[Cube]:
    """Join two regions wherever one wider region holds exactly the children of both."""
    names = {id(cube): logic.named(_whole(logic, cube)) for cube in found}
    again = True
    while again:
        again = False
        for one, two in _neighbours(found):
            joined = Cube(one.tag, tuple(sign for sign in one.signs if sign in two.signs))
            outside = [logic.no(names[id(one)]), logic.no(names[id(two)])]
            if not logic.possible(*outside, *whole(joined)):
                names[id(joined)] = logic.named(_whole(logic, joined))
                found = [joined if each is one else each for each in found if each is not two]
                again = True
                break
    return found


def _neighbours(found: list[Cube]) -> Iterator[tuple[Cube, Cube]]:
    for at, one in enumerate(found):
        for two in found[at + 1 :]:
            apart = set(one.signs) ^ set(two.signs)
            if one.tag == two.tag and len(apart) <= 4:
                yield one, two
