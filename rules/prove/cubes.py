"""Finds the regions of children of whom something holds: disjoint, few, and none left out.

A child is found; its kind is what is asked of it. Its tests are given up one after another while
everybody left is of that kind, and what remains is a region. The next child is sought outside it.
A kind that takes too many such regions is one region as it stands. Every question goes to the
solver in the same order, so the list is the same from run to run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rules.prove.literals import Literal
from rules.prove.logic import Child, Logic, Truth, identity
from rules.prove.problems import CannotProve

Literals = tuple[Literal, ...]

MOST = 1_000
"""Regions after which a list is given up: nobody could read it."""
PLAIN_REGIONS = 32
"""So many regions may be told by plain tests, shared out evenly among the kinds."""
FEW_REGIONS, FEWEST = 8, 4
"""No kind is told by more of them, and none where fewer would fall to it."""


@dataclass(frozen=True, slots=True)
class Cube:
    """A region: these literals hold, or do not; without any, it is all of its kind.

    ``tag`` says what is the same in all of it, ``kind`` is the solver's plain unknown for that.
    """

    tag: object
    signs: tuple[tuple[Literal, bool], ...]
    kind: Truth


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
    anywhere: Truth,
    ask: Ask,
    plainest: Plainest,
    regions: int = FEW_REGIONS,
) -> tuple[Cube, ...]:
    """Disjoint regions that together hold exactly the children of whom ``anywhere`` holds.

    ``ask`` gives the kind of a child found. A kind is told by ``plain`` tests where a few regions
    (at most ``regions``) suffice, else it is one region. Raises CannotProve when there are more
    kinds than could be read.
    """
    kinds = [Wanted(kind.tag, logic.named(kind.holds)) for kind in _kinds(logic, anywhere, ask)]
    share = PLAIN_REGIONS // max(len(kinds), 1)
    found: list[Cube] = []
    for kind in kinds:
        fitting = share >= FEWEST
        few = _few(logic, plain, kind, plainest, min(regions, share)) if fitting else None
        found += few or [Cube(kind.tag, (), kind.holds)]
    return tuple(found)


def _kinds(logic: Logic, anywhere: Truth, ask: Ask) -> Iterator[Wanted]:
    left, count = logic.named(anywhere), 0
    while logic.possible(left):
        kind = ask(logic.child())
        yield kind
        count += 1
        if count > MOST:
            raise CannotProve(
                f"There are more than {MOST:,} kinds of children. Nothing was left out silently: "
                "no list was made. Compare versions that lie closer together."
            )
        left = logic.named(logic.all_of([left, logic.no(kind.holds)]))


def _few(
    logic: Logic, literals: Literals, kind: Wanted, plainest: Plainest, regions: int
) -> list[Cube] | None:
    """A kind's regions, None when they are more than a few."""
    found = list(islice(_found(logic, literals, kind, plainest), regions + 1))
    return _merged(logic, found) if len(found) <= regions else None


def _found(logic: Logic, literals: Literals, kind: Wanted, plainest: Plainest) -> Iterator[Cube]:
    anywhere = left = kind.holds
    while logic.possible(left):
        child = plainest([left])
        signs = {each: child.holds(each.name) for each in literals}
        order = sorted(literals, key=lambda each: each.order(signs[each]))
        widest = widened(logic, order, signs, anywhere)
        if left is not anywhere:
            order = sorted(order, key=lambda each: each in widest)
            widest = widened(logic, order, signs, left)
        cube = Cube(kind.tag, tuple((each, signs[each]) for each in widest), kind.holds)
        yield cube
        left = logic.named(logic.all_of([left, logic.no(_whole(logic, cube))]))


def widened(
    logic: Logic,
    order: list[Literal],
    signs: dict[Literal, bool],
    inside: Truth,
    beside: Sequence[Truth] = (),
) -> list[Literal]:
    """The fewest of a child's tests that keep everybody who passes them inside.

    Those at the front of ``order`` are given up first. ``beside`` are plain unknowns that hold of
    everybody anyhow.
    """
    always = [logic.no(inside), *beside]
    needed: list[Literal] = []
    tests = {each: each.sign(signs[each]) for each in order}

    def clashing(kept: list[Literal]) -> set[int] | None:
        # Asked from the back, so that the solver settles the question by those rather kept.
        if logic.possible(*always, *(tests[each] for each in reversed(kept))):
            return None
        return logic.clashing()

    settled = clashing(order)
    if settled is None:
        raise CannotProve("A region could not be told by the policy's own tests.")
    for at, each in enumerate(order):
        if identity(tests[each]) in settled:
            without = clashing([*needed, *order[at + 1 :]])
            needed += [] if without is not None else [each]
            settled = without if without is not None else settled
    return needed


def whole(cube: Cube) -> list[Truth]:
    """A region as plain unknowns that all hold in it, and nowhere else."""
    return [literal.sign(holds) for literal, holds in cube.signs] or [cube.kind]


def _whole(logic: Logic, cube: Cube) -> Truth:
    return logic.all_of(whole(cube))


def _merged(logic: Logic, found: list[Cube]) -> list[Cube]:
    """Join two regions wherever one wider region holds exactly the children of both."""
    names = {id(cube): logic.named(_whole(logic, cube)) for cube in found}
    again = True
    while again:
        again = False
        for one, two in _neighbours(found):
            shared = tuple(sign for sign in one.signs if sign in two.signs)
            if not shared:
                continue
            joined = Cube(one.tag, shared, one.kind)
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
