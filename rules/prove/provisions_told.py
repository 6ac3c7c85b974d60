"""Provisions as tests a region can be told by: the last words for what plain tests leave open."""

from __future__ import annotations

from collections.abc import Iterator

from rules.prove.formula import Called, Const
from rules.prove.literals import RANK_OUTCOME, Literal, provision_literal
from rules.prove.logic import identity
from rules.prove.space import Space
from rules.values import Effect, Outcome

GIVING = (Effect.ENTITLES, Effect.OFFERS, Effect.REFERS)


def provisions_of(space: Space) -> tuple[Literal, ...]:
    """Every provision of the versions as a test, and every outcome; alike ones once.

    The outcomes and first grounds of any child follow from these, so that a region that is all of
    its kind can always be told by some of them, whatever else is said of it.
    """
    found: tuple[Literal, ...] = space.kept(_provisions)
    return found


def _provisions(space: Space) -> tuple[Literal, ...]:
    found: dict[int, Literal] = {}
    for at in range(len(space.versions)):
        for literal in (*_each(space, at), *_outcomes(space, at)):
            found.setdefault(identity(space.of(literal.formula)), literal)
    return tuple(found.values())


def _each(space: Space, at: int) -> Iterator[Literal]:
    version = space.versions[at]
    for provision in version.policy.provisions:
        if provision.effect in GIVING:
            pair = version.provisions[provision.id]
            left = version.grounds[Outcome.OFFERED].get(provision.id, pair.must)
            for formula in {id(each): each for each in (pair.must, pair.may, left)}.values():
                if not isinstance(formula, Const):
                    yield provision_literal(space, at, provision.id, formula)


def _outcomes(space: Space, at: int) -> Iterator[Literal]:
    """Kept only where rules that nobody has read leave nothing else to say."""
    version = space.versions[at]
    for outcome, formula in version.outcomes.items():
        if not isinstance(formula, Const):
            says = f"{version.policy.id} says '{outcome.value.replace('_', ' ')}'"
            called = Called("", formula, says, f"not so: {says}")
            name = space.name_of(space.of(called))
            yield Literal(called, name, space.logic.no(name), RANK_OUTCOME)
