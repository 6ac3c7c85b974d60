"""Speaks of tests: what is said of each fact is gathered, so that it is said once, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rules.prove.formula import (
    TRUE,
    Among,
    And,
    Beside,
    Called,
    Formula,
    Not,
    Upto,
    Yes,
    parts_of,
)
from rules.prove.phrases import choice_words, lowered, quantity_words, yes_no_words
from rules.prove.results import Interval
from rules.prove.space import Space
from rules.prove.variables import Variable

FIRST = ("year_group", "age")
"""What a sentence begins with, where it speaks of it."""


@dataclass(slots=True)
class Told:
    """What a region says of each variable, gathered, so that each is told once."""

    above: dict[str, int] = field(default_factory=dict)
    upto: dict[str, int] = field(default_factory=dict)
    allowed: dict[str, list[str]] = field(default_factory=dict)
    yes_no: dict[str, bool] = field(default_factory=dict)
    others: dict[str, Formula] = field(default_factory=dict)
    titles: dict[str, dict[str, Formula]] = field(default_factory=dict)

    @property
    def formula(self) -> Formula:
        """All that was gathered, as one condition."""
        above = [Not(Upto(name, limit)) for name, limit in self.above.items()]
        upto = [Upto(name, limit) for name, limit in self.upto.items()]
        among = [Among(name, tuple(choices)) for name, choices in self.allowed.items()]
        plain = [Yes(name) if yes else Not(Yes(name)) for name, yes in self.yes_no.items()]
        titles = [Not(each) for titles in self.titles.values() for each in titles.values()]
        parts = (*above, *upto, *among, *plain, *self.others.values(), *titles)
        return And(parts) if parts else TRUE


def tell(space: Space, told: Told, formula: Formula, holds: bool) -> None:
    """Add that a test holds, or does not."""
    match formula:
        case Not(part):
            tell(space, told, part, not holds)
        case Upto(name, limit) if holds:
            told.upto[name] = min(limit, told.upto.get(name, limit))
        case Upto(name, limit):
            told.above[name] = max(limit, told.above.get(name, limit))
        case Yes(name):
            told.yes_no[name] = holds
        case Among(name, choices):
            known = told.allowed.get(name) or list(choices_of(space, name))
            told.allowed[name] = [each for each in known if (each in choices) is holds]
        case _:
            told.others[phrase(space, formula, holds)] = formula if holds else Not(formula)


def phrase(space: Space, formula: Formula, holds: bool) -> str:
    """One test in words."""
    match formula:
        case Not(part):
            return phrase(space, part, not holds)
        case Yes(name):
            return yes_no_words(name, _variable(space, name).says, holds)
        case Upto(name, limit):
            ends = (None, limit) if holds else (limit, None)
            return _quantity(space, name, *ends)
        case Among(name, choices):
            known = choices_of(space, name)
            allowed = [each for each in known if (each in choices) is holds]
            return choice_words(space.ground.vocabulary[_fact(space, name)], allowed)
        case Called(says=says, denies=denies):
            return lowered(says) if holds else denies or f"not so: {lowered(says)}"
        case Beside(one, two, shift):
            words = (lowered(_variable(space, one).says), lowered(_variable(space, two).says))
            more = f" + {shift}" if shift else ""
            return f"{words[0]} {'at most' if holds else 'over'} {words[1]}{more}"
    joined = _joined(space, formula)
    return f"({joined})" if holds else f"not ({joined})"


def _joined(space: Space, formula: Formula) -> str:
    """The parts of a group in words; what a joint group says of one quantity is said once."""
    parts = parts_of(formula)
    if not isinstance(formula, And):
        return " or ".join(phrase(space, part, True) for part in parts)
    told = Told()
    for part in parts:
        tell(space, told, part, True)
    return " and ".join(phrases_of(space, told))


def phrases_of(space: Space, told: Told) -> list[str]:
    """All that was gathered, in the order of a sentence."""
    plain = [*_figures(space, told), *_choices(space, told), *_facts(space, told)]
    return [*plain, *told.others, *(_none_of(*each) for each in told.titles.items())]


def _none_of(version: str, titles: Iterable[str]) -> str:
    """Rules that do not fit, by their titles: what they ask for would fill a page."""
    names = [f"‘{title}’" for title in titles]
    rules = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
    return f"not within {rules} of {version}"


def intervals_of(space: Space, told: Told) -> tuple[Interval, ...]:
    """The figures gathered: for each quantity the limits it lies between."""
    return tuple(
        Interval(name, told.above.get(name), told.upto.get(name))
        for name in _ordered(space, [*told.above, *told.upto])
    )


def _figures(space: Space, told: Told) -> Iterable[str]:
    for name in _ordered(space, [*told.above, *told.upto]):
        yield _quantity(space, name, told.above.get(name), told.upto.get(name))


def _quantity(space: Space, name: str, above: int | None, upto: int | None) -> str:
    variable = _variable(space, name)
    word = space.ground.vocabulary.get(variable.fact or "")
    return quantity_words(variable.fact or name, word, variable.says, above, upto)


def _choices(space: Space, told: Told) -> Iterable[str]:
    for name in _ordered(space, told.allowed):
        yield choice_words(space.ground.vocabulary[_fact(space, name)], told.allowed[name])


def _facts(space: Space, told: Told) -> Iterable[str]:
    for name in _ordered(space, told.yes_no):
        variable = _variable(space, name)
        if variable.fact:
            yield yes_no_words(variable.fact, variable.says, told.yes_no[name])
        else:
            yield ("" if told.yes_no[name] else "not so: ") + lowered(variable.says)


def _ordered(space: Space, names: Iterable[str]) -> list[str]:
    """Variables in the order a sentence speaks of them."""
    words = list(space.ground.vocabulary)

    def place(name: str) -> tuple[int, int, str]:
        fact = _variable(space, name).fact
        first = FIRST.index(fact) if fact in FIRST else len(FIRST)
        return first, words.index(fact) if fact in words else len(words), name

    return sorted(dict.fromkeys(names), key=place)


def _variable(space: Space, name: str) -> Variable:
    return space.ground.variables.by_name[name]


def _fact(space: Space, name: str) -> str:
    return _variable(space, name).fact or name


def choices_of(space: Space, name: str) -> tuple[str, ...]:
    """All that a choice can be."""
    return space.ground.vocabulary[_fact(space, name)].choices
