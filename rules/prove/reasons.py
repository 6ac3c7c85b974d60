"""Why a version gives nothing to the children of a region: what they lack of its provisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from rules.policy import Provision
from rules.prove.formula import Formula
from rules.prove.logic import Truth, identity
from rules.prove.outcomes import any_of
from rules.prove.space import Space
from rules.values import Effect, Outcome

OFFICER = Outcome.FOR_AN_OFFICER
MOST_PARTS = 2
"""Who lacks more of a provision is too far from it for that to be worth a word."""
MOST_LACKS = 3
"""So many provisions are spoken of, those that are nearest to being met."""


@dataclass(frozen=True, slots=True)
class Refusing:
    """A version of a space (by its place) that says so of a region's children."""

    version: int
    outcome: Outcome

    @property
    def effects(self) -> tuple[Effect, ...]:
        """The effects that none of its provisions has there."""
        if self.outcome is Outcome.OFFERED:
            return (Effect.ENTITLES,)
        return (Effect.ENTITLES, Effect.OFFERS)

    def nothing_else(self, space: Space) -> str:
        """That nothing in the version gives more, in words."""
        gives = "entitles" if self.outcome is Outcome.OFFERED else "gives help"
        return f"nothing else in {space.versions[self.version].policy.id} {gives}"


def told_by_outcomes(space: Space, outcomes: Sequence[Outcome]) -> list[Truth]:
    """What the outcomes of the versions, by their place, say of grounds for an officer."""
    found = []
    for version, outcome in zip(space.versions, outcomes, strict=False):
        raised = space.of(any_of(version.grounds[OFFICER].values()))
        if outcome is OFFICER:
            found.append(space.name_of(raised))
        elif outcome is Outcome.NOT_ENTITLED:
            found.append(space.name_of(space.logic.no(raised)))
    return found


def refusing(outcomes: Sequence[Outcome]) -> tuple[Refusing, ...]:
    """Those versions of a space that give least, each by its outcome; none where all entitle."""
    least = max((_STRENGTH.get(each, 2) for each in outcomes), default=0)
    return tuple(
        Refusing(at, each)
        for at, each in enumerate(outcomes)
        if least and _STRENGTH.get(each, 2) == least
    )


_STRENGTH = {Outcome.ENTITLED: 0, Outcome.OFFERED: 1}


@dataclass(frozen=True, slots=True)
class Lack:
    """Conditions of which not all hold for any child of a region."""

    parts: tuple[Formula, ...]


def lacking(
    space: Space, refused: Sequence[Refusing], inside: Sequence[Truth], told: Sequence[Truth]
) -> list[Lack]:
    """What the children of a region lack of the provisions nearest to being met, nearest first.

    ``inside`` are plain unknowns that all hold in the region, ``told`` those that were told of it:
    what follows from these is left out.
    """
    near: dict[tuple[int, ...], tuple[tuple[int, bool], Lack]] = {}
    asked = [(each, found) for each in refused for found in _refused(space, each)]
    sure = _sure(space, [part for _, (_, parts) in asked for part in parts], inside)
    for each, (provision, parts) in asked:
        open_parts = tuple(part for part in parts if id(part) not in sure)
        version = space.versions[each.version].policy
        own = provision.id.partition("/")[0] == version.body
        if 0 < len(open_parts) <= (MOST_PARTS if own else 1):
            key = tuple(id(part) for part in open_parts)
            near.setdefault(key, ((len(open_parts), not own), Lack(open_parts)))
    ordered = [lack for _, lack in sorted(near.values(), key=lambda each: each[0])]
    return list(islice((lack for lack in ordered if _is_news(space, lack, told)), MOST_LACKS))


def _is_news(space: Space, lack: Lack, told: Sequence[Truth]) -> bool:
    """Whether what was told leaves it open that all the conditions hold."""
    return space.logic.possible(*told, *(space.name_of(space.of(each)) for each in lack.parts))


def _refused(space: Space, refused: Refusing) -> list[tuple[Provision, tuple[Formula, ...]]]:
    """The provisions that nobody in the region meets, each with what it asks for."""
    version, parts = space.versions[refused.version], space.parts[refused.version]
    return [
        (each, parts[each.id])
        for each in version.policy.provisions
        if each.effect in refused.effects and version.provisions[each.id].settled
    ]


def _sure(space: Space, parts: list[Formula], inside: Sequence[Truth]) -> set[int]:
    """The parts that hold everywhere in the region."""
    names = {id(part): space.name_of(space.of(part)) for part in parts}
    alike = space.logic.alike(
        inside, list({identity(each): each for each in names.values()}.values())
    )
    return {part for part, name in names.items() if alike.get(identity(name)) is True}
