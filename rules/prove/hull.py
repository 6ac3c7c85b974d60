"""What all children of a region have in common, as far as the policies' own tests can say it."""

from __future__ import annotations

from collections.abc import Sequence

from rules.prove.cubes import widened
from rules.prove.literals import RANK_GROUP, Literal
from rules.prove.logic import Truth, identity
from rules.prove.space import Space

Signs = tuple[tuple[Literal, bool], ...]


def in_common(
    space: Space, inside: Sequence[Truth], plain: Sequence[Literal], beside: Sequence[Truth] = ()
) -> Signs:
    """Of some tests those that come out alike for all children of a region, without repetition.

    ``inside`` are plain unknowns that all hold in the region. What follows from the rest is left
    out, that which says least well first, and what follows from ``beside``, plain unknowns that
    hold in it too. Groups say less well what their parts say.
    """
    single = [each for each in plain if each.rank < RANK_GROUP]
    alike = _alike(space, inside, single)
    if not alike:
        return ()
    everywhere = space.logic.named(space.logic.all_of([one.sign(alike[one]) for one in alike]))
    order = sorted(alike, key=lambda each: each.order(alike[each]))
    kept = widened(space.logic, order, alike, everywhere, beside)
    return tuple((each, alike[each]) for each in kept)


def telling_apart(
    space: Space, kind: Truth, plain: Sequence[Literal], provisions: Sequence[Literal]
) -> Signs:
    """The fewest tests that hold of a whole kind of child, and all together of nobody else.

    ``kind`` is its plain unknown. The ``plain`` tests are kept rather than the ``provisions``,
    which are named only for what the plain ones leave open.
    """
    tests = [*provisions, *(each for each in plain if each.rank != RANK_GROUP)]
    alike = _alike(space, [kind], tests)
    order = sorted(alike, key=lambda each: each.order(alike[each]))
    kept = widened(space.logic, order, alike, kind)
    return tuple((each, alike[each]) for each in kept)


def _alike(space: Space, inside: Sequence[Truth], plain: list[Literal]) -> dict[Literal, bool]:
    found = space.logic.alike(inside, [each.name for each in plain])
    known = {each: found.get(identity(each.name)) for each in plain}
    return {each: holds for each, holds in known.items() if holds is not None}
