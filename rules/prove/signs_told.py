"""Tells the tests of a region: plain ones as they are, groups by what is left open of them."""

from __future__ import annotations

from collections.abc import Sequence

from rules.prove.formula import FALSE, TRUE, And, Formula, Not, Or, grouped
from rules.prove.hull import Signs
from rules.prove.literals import Literal
from rules.prove.logic import Truth
from rules.prove.plain_tests import Inside, choices_left
from rules.prove.space import Space
from rules.prove.telling import Told, choices_of, phrase, tell

MOST_PARTS = 2
"""Of a rule that lacks more than these the title is told instead."""
MOST_CHOICES = 3
"""So many choices are told by name, though the text denies others."""
MOST_TITLES = 3
"""Of more grounds than these it is said that there is one; the region's head names such a one."""


def tell_signs(space: Space, told: Told, inside: Sequence[Truth], signs: Signs) -> None:
    """Tell that some tests hold, or do not, so that just the same children pass the words.

    ``inside`` are plain unknowns that all hold in the region. What the region settles of a group
    need not be said of it.
    """
    for literal, holds in signs:
        rest = [one.sign(so) for one, so in signs if one is not literal]
        if literal.some_of:
            _tell_some(space, told, inside, literal, holds)
        elif not literal.parts:
            _tell_whole(space, told, inside, literal, holds)
        elif holds:
            _tell_parts(space, told, inside, rest, literal)
        else:
            _tell_lack(space, told, inside, literal)
    _narrow_choices(space, told, inside, signs)


def _narrow_choices(space: Space, told: Told, inside: Sequence[Truth], signs: Signs) -> None:
    """Leave out choices that no child of the region has: a special school is nobody's home.

    Of many that are left, those denied are told instead, and nothing absurd is named.
    """
    child = next((one.child for one, _ in signs if one.child), None) or space.child
    region = Inside(space, tuple(inside), child)
    for name, choices in told.allowed.items():
        left = choices_left(region, name, choices)
        if len(left) <= MOST_CHOICES or 2 * len(choices) <= len(choices_of(space, name)):
            told.allowed[name] = left


def _tell_plainly(
    space: Space, told: Told, inside: Sequence[Truth], literal: Literal, test: tuple[Formula, bool]
) -> None:
    """Tell a test by what it comes to in the region."""
    region = Inside(space, tuple(inside), literal.child or space.child)
    for formula, holds in region.tests(*test):
        tell(space, told, formula, holds)


def _tell_whole(
    space: Space, told: Told, inside: Sequence[Truth], literal: Literal, holds: bool
) -> None:
    if literal.title is None:
        _tell_plainly(space, told, inside, literal, (literal.formula, holds))
    elif holds:
        version, title = literal.title
        told.others[f"within ‘{title}’ of {version}"] = literal.formula
    else:
        _tell_title(told, literal)


def _tell_title(told: Told, literal: Literal) -> None:
    assert literal.title is not None
    version, title = literal.title
    told.titles.setdefault(version, {})[title] = literal.formula


def _tell_parts(
    space: Space, told: Told, inside: Sequence[Truth], rest: Sequence[Truth], literal: Literal
) -> None:
    """That all parts hold; those that follow from the other tests are left out."""
    for part in literal.parts:
        if space.logic.possible(*rest, _not(space, literal, part)):
            _tell_plainly(space, told, inside, literal, (part, True))


def _tell_lack(space: Space, told: Told, inside: Sequence[Truth], literal: Literal) -> None:
    """That not all parts hold: of those that the region leaves open, at least one fails."""
    lacks = _open(space, inside, literal, literal.parts)
    if len(lacks) == 1:
        _tell_plainly(space, told, inside, literal, (lacks[0], False))
    elif len(lacks) > MOST_PARTS and literal.title is not None:
        _tell_title(told, literal)
    else:
        words = [phrase(space, part, True) for part in lacks]
        both = f"both {words[0]} and {words[1]}"
        lack = both if len(words) == 2 else f"all of: {'; '.join(words)}"
        told.others[f"not {lack}"] = Not(grouped(list(lacks), And, FALSE))


def _open(
    space: Space, inside: Sequence[Truth], literal: Literal, parts: Sequence[Formula]
) -> list[Formula]:
    """The parts that the region leaves open."""
    return [part for part in parts if space.logic.possible(*inside, _not(space, literal, part))]


def _not(space: Space, literal: Literal, part: Formula) -> Truth:
    child = literal.child or space.child
    return space.name_of(space.logic.no(child.of(part)))


def _tell_some(
    space: Space, told: Told, inside: Sequence[Truth], literal: Literal, holds: bool
) -> None:
    """That one of some grounds is raised, of those that can be, or that none is."""
    version = literal.some_of[0].title[0] if literal.some_of[0].title else ""
    if not holds:
        none = f"with no ground that {version} leaves to an officer"
        told.others[none] = Not(literal.formula)
        return
    raised = [each for each in literal.some_of if space.logic.possible(*inside, each.name)]
    if len(raised) == 1:
        _tell_parts(space, told, inside, (), raised[0])
    elif len(raised) > MOST_TITLES:
        told.others[f"with a ground that {version} leaves to an officer"] = literal.formula
    else:
        titles = [f"‘{each.title[1]}’" for each in raised if each.title]
        words = f"within {', '.join(titles[:-1])} or {titles[-1]} of {version}"
        told.others[words] = grouped([each.formula for each in raised], Or, TRUE)
