"""Puts a region into one plain sentence that tells it apart from all others, and its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.prove.cubes import Cube, whole
from rules.prove.encoding import Encoding
from rules.prove.formula import Formula
from rules.prove.hull import Signs, in_common, telling_apart
from rules.prove.literals import Literal, literals_of
from rules.prove.provisions_told import provisions_of
from rules.prove.results import Interval
from rules.prove.signs_told import tell_signs
from rules.prove.space import Space
from rules.prove.telling import Told, intervals_of, phrase, phrases_of


@dataclass(frozen=True, slots=True)
class Words:
    """A region in words: a sentence, its figures, and the tests it was found by.

    ``formula`` is what the sentence says, as a condition. Where the region is ``exactly`` told,
    or is told as all of its kind, the two have the same children.
    """

    when: str
    intervals: tuple[Interval, ...]
    exactly: tuple[str, ...]
    formula: Formula


def described(
    space: Space,
    cube: Cube,
    apart: Sequence[Literal] | None = None,
    child: Encoding | None = None,
    plain: Sequence[Literal] | None = None,
) -> Words:
    """A region in words, and its figures: for each quantity the limits it lies between.

    ``in Year 3 or below, aged 8 or over, walking distance over 2 miles and not more than 3 miles``.
    A region without tests is told by what it has in common, and with ``apart`` by all that tells
    it from every other child: its kind then hangs on the outcomes and first grounds of one child
    and on the tests that ``apart`` names. Of a pair of children, ``child`` is the second, where it
    is meant, and ``plain`` the tests of it.
    """
    tests = literals_of(space) if plain is None else plain
    signs = cube.signs or _of_all(space, cube, tests, apart)
    told = Told()
    tell_signs(space, told, whole(cube), tuple(each for each in signs if each[0].child is child))
    when = ", ".join(phrases_of(space, told))
    return Words(when, intervals_of(space, told), _exactly(space, cube, child), told.formula)


def _of_all(
    space: Space, cube: Cube, tests: Sequence[Literal], apart: Sequence[Literal] | None
) -> Signs:
    if apart is not None:
        return telling_apart(space, cube.kind, tests, (*apart, *provisions_of(space)))
    return in_common(space, whole(cube), tests)


def _exactly(space: Space, cube: Cube, child: Encoding | None) -> tuple[str, ...]:
    return tuple(_test(space, *sign) for sign in cube.signs if sign[0].child is child)


def _test(space: Space, literal: Literal, holds: bool) -> str:
    words = [phrase(space, part, True) for part in literal.parts]
    if not words:
        return phrase(space, literal.formula, holds)
    return "; ".join(words) if holds else f"not all of: {'; '.join(words)}"
