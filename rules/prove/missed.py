"""By which of its own rules a text refuses a child: the first that speaks of such a child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.policy import Provision
from rules.prove.formula import (
    And,
    Called,
    Const,
    Formula,
    Not,
    Or,
    Upto,
    Yes,
    negated,
    variables_in,
)
from rules.prove.literals import RANK_PROVISION, Literal
from rules.prove.outcomes import all_of
from rules.prove.space import Space
from rules.prove.telling import phrase
from rules.values import Effect, FactType

GIVING = (Effect.ENTITLES, Effect.OFFERS)


@dataclass(frozen=True, slots=True)
class Refusing:
    """The children of whom a rule is the first to speak, by age, phase, place, need and belief.

    They may be in two kinds: those who miss its distance, and those who miss other tests of it.
    ``says`` names the rule, and the distance where it is missed; empty for children of whom no
    rule speaks. ``literals`` are whom the rule speaks of, and that its distance is met.
    """

    says: str
    holds: Formula
    literals: tuple[Literal, ...] = ()


def refusing_rules(space: Space, at: int, by_distance: bool) -> tuple[Refusing, ...]:
    """A version's own rules (it by its place) by whom they speak of, in order; last, nobody.

    Those of age, phase and place stand first, in text order, then those that ask for a plan, a
    need or a belief besides: what they miss is told where no plainer rule speaks of a child.

    Every child whom they refuse is of just one of them. With ``by_distance`` those who miss a
    rule's distance are told from those who miss other tests of it.
    """
    found: list[Refusing] = []
    earlier: list[Formula] = []
    asked = {each: _asked(space, at, each) for each in _own(space, at)}
    for provision, tests in sorted(asked.items(), key=lambda each: _claims(space, each[1])):
        scope = tuple(each for each in tests if _is_scope(space, each))
        if scope:
            far = tuple(each for each in tests if by_distance and _is_measured(space, each))
            found += _both(space, at, provision, [*scope, *earlier], scope, far)
            earlier.append(negated(all_of(scope)))
    return (*found, Refusing("", all_of(earlier)))


def _asked(space: Space, at: int, provision: Provision) -> list[Formula]:
    return [each for part in space.parts[at][provision.id] for each in _tests(part)]


def _claims(space: Space, tests: Sequence[Formula]) -> bool:
    return any(_is_claim(space, each) for each in tests)


def _both(
    space: Space,
    at: int,
    provision: Provision,
    speaks: Sequence[Formula],
    scope: tuple[Formula, ...],
    far: tuple[Formula, ...],
) -> Iterator[Refusing]:
    """Those who miss the distance of a rule, where it has one, and those who do not."""
    title, about = f"‘{provision.title}’", _literal(space, at, provision, scope)
    if far:
        literals = (about, _literal(space, at, provision, far))
        words = " and ".join(phrase(space, each, True) for each in far)
        missed = all_of([*speaks, negated(all_of(far))])
        yield Refusing(f"{title}: not {words}", missed, literals)
    yield Refusing(title, all_of([*speaks, *far]), (about,))


def needs_distance(space: Space, ground: Formula) -> bool:
    """Whether nobody who lives next door can meet a ground."""
    lengths = [
        each
        for each in space.facts
        if space.ground.vocabulary[each.name].type is FactType.LENGTH and space.child.limits(each)
    ]
    near = [space.child.upto(each, space.child.limits(each)[0]) for each in lengths]
    names = [space.name_of(each) for each in (space.of(ground), *near)]
    return not space.logic.possible(*names)


def _literal(space: Space, at: int, provision: Provision, tests: tuple[Formula, ...]) -> Literal:
    formula = all_of(tests)
    name = space.name_of(space.of(formula))
    claimed = _claims(space, tests)
    about = "by age, place, need or belief" if claimed else "by age and place"
    title = (space.versions[at].policy.id, f"{provision.title}, {about}")
    return Literal(formula, name, space.logic.no(name), RANK_PROVISION, tests, title=title)


def _own(space: Space, at: int) -> Iterator[Provision]:
    version = space.versions[at]
    for each in version.policy.provisions:
        if each.effect in GIVING and version.provisions[each.id].settled:
            yield each


def _is_scope(space: Space, test: Formula) -> bool:
    """Whether a test says whom a rule is for: by age, phase, year group and kind of place alone.

    Also one that asks for a plan, a need or a belief: of others the rule does not speak.
    """
    if _is_claim(space, test):
        return True
    variables = [space.ground.variables.by_name[name] for name in variables_in(test)]
    words = space.ground.vocabulary
    return all(each.of_days or words[each.fact or each.name].scope for each in variables)


def _is_claim(space: Space, test: Formula) -> bool:
    """Whether a test asks for what only some children have, and the law protects as private."""
    word = space.ground.vocabulary.get(test.variable) if isinstance(test, Yes) else None
    return word is not None and word.special_category


def _is_measured(space: Space, test: Formula) -> bool:
    """Whether a test asks to live beyond a length; one that asks to live within it does not."""
    if isinstance(test, Upto):
        return False
    names = [space.ground.variables.by_name[name].fact for name in variables_in(test)]
    words = space.ground.vocabulary
    return any(name in words and words[name].type is FactType.LENGTH for name in names if name)


def _tests(part: Formula) -> Iterator[Formula]:
    """The plain tests that a condition asks for one and all."""
    inner = part.part if isinstance(part, Called) else part
    if isinstance(inner, And):
        for each in inner.parts:
            yield from _tests(each)
    elif isinstance(inner, Not) and isinstance(inner.part, Or):
        for each in inner.part.parts:
            yield from _tests(Not(each))
    elif not isinstance(part, Const):
        yield part
