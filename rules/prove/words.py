"""Puts a region into one plain sentence, as short as what tells it apart, and gives its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.prove.cubes import Cube, whole
from rules.prove.encoding import Encoding
from rules.prove.formula import Formula
from rules.prove.hull import Signs, in_common
from rules.prove.literals import Literal, literals_of
from rules.prove.logic import Truth
from rules.prove.reasons import Lack, Refusing, lacking
from rules.prove.results import Interval
from rules.prove.space import Space
from rules.prove.telling import Told, intervals_of, phrase, phrases_of, tell


@dataclass(frozen=True, slots=True)
class Words:
    """A region in words: a sentence, its figures, and each of its tests.

    ``when`` leaves out what both outcomes already say; with them it tells the region exactly, and
    so do the tests ``exactly`` by themselves. Without tests the region is everybody of its
    outcomes and first grounds, and ``when`` says what they have in common.
    """

    when: str
    intervals: tuple[Interval, ...]
    exactly: tuple[str, ...]


def described(
    space: Space,
    cube: Cube,
    refused: Sequence[Refusing] = (),
    told_already: Sequence[Truth] = (),
    child: Encoding | None = None,
    plain: Sequence[Literal] | None = None,
) -> Words:
    """A region in words, and its figures: for each quantity the limits it lies between.

    ``in Year 3 or below, aged 8 or over, walking distance over 2 miles and not more than 3 miles``.
    ``refused`` are the versions that give nothing there, or less; ``told_already`` plain unknowns
    that hold there and need no words, as the outcomes tell of them. Of a pair of children,
    ``child`` is the second, where it is meant, and ``plain`` the tests of it.
    """
    told = Told()
    tests = literals_of(space) if plain is None else plain
    signs = _untold(space, cube, told_already) or in_common(space, whole(cube), tests, told_already)
    hard = _tell_plain(space, told, signs, child)
    left_out = _tell_hard(space, told, cube, hard)
    if not cube.signs:
        for lack in lacking(space, refused, whole(cube), [one.sign(holds) for one, holds in signs]):
            _tell_lack(space, told, lack)
    phrases = phrases_of(space, told)
    if refused and (left_out or not cube.signs):
        phrases += [f"and {each.nothing_else(space)}" for each in refused]
    return Words(", ".join(phrases), intervals_of(space, told), _exactly(space, cube, child))


def _untold(space: Space, cube: Cube, told_already: Sequence[Truth]) -> Signs:
    """A region's tests without the plain ones that follow from the outcomes and the other tests."""
    kept = list(cube.signs)
    for sign in cube.signs if told_already else ():
        others = [each for each in kept if each is not sign]
        rest = [literal.sign(holds) for literal, holds in others]
        if not space.logic.possible(*told_already, *rest, sign[0].sign(not sign[1])):
            kept = others
    return tuple(kept)


def _tell_plain(
    space: Space, told: Told, signs: Signs, child: Encoding | None
) -> list[tuple[Literal, bool]]:
    """Tell what is told in a word or two; give back the rest, which is of several parts."""
    hard = []
    for literal, holds in signs:
        if literal.child is not child:
            continue
        if literal.several and not (literal.parts and holds):
            hard.append((literal, holds))
            continue
        for formula in literal.parts or (literal.formula,):
            tell(space, told, formula, holds)
    return hard


def _tell_hard(space: Space, told: Told, cube: Cube, hard: list[tuple[Literal, bool]]) -> bool:
    """Tell what does not follow from the outcomes and the rest; whether anything did."""
    if not hard:
        return False
    kept = list(cube.signs)
    for literal, holds in hard:
        others = [each for each in kept if each[0] is not literal]
        rest = [one.sign(sign) for one, sign in others]
        open_parts = _open_parts(space, cube, literal)
        if len(open_parts) == 1:
            tell(space, told, open_parts[0], False)
        elif not space.logic.possible(cube.kind, *rest, literal.sign(not holds)):
            kept = others
        else:
            _tell_several(space, told, literal, holds, open_parts)
    return len(kept) < len(cube.signs)


def _open_parts(space: Space, cube: Cube, group: Literal) -> list[Formula]:
    """Of a group that does not hold, the parts that the region leaves open."""
    inside = whole(cube)
    child = group.child or space.child
    fails = [(part, space.name_of(space.logic.no(child.of(part)))) for part in group.parts]
    return [part for part, name in fails if space.logic.possible(*inside, name)]


def _tell_several(
    space: Space, told: Told, literal: Literal, holds: bool, open_parts: list[Formula]
) -> None:
    if open_parts:
        _tell_lack(space, told, Lack(tuple(open_parts)))
    else:
        told.others[phrase(space, literal.formula, holds)] = None


def _tell_lack(space: Space, told: Told, lack: Lack) -> None:
    """That not all of some conditions hold."""
    if len(lack.parts) == 1:
        tell(space, told, lack.parts[0], False)
        return
    words = [phrase(space, part, True) for part in lack.parts]
    both = f"both {words[0]} and {words[1]}"
    told.others[f"not {both if len(words) == 2 else 'all of: ' + '; '.join(words)}"] = None


def _exactly(space: Space, cube: Cube, child: Encoding | None) -> tuple[str, ...]:
    return tuple(_test(space, *sign) for sign in cube.signs if sign[0].child is child)


def _test(space: Space, literal: Literal, holds: bool) -> str:
    words = [phrase(space, part, True) for part in literal.parts]
    if not words:
        return phrase(space, literal.formula, holds)
    return "; ".join(words) if holds else f"not all of: {'; '.join(words)}"
