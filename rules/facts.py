"""Reads facts as people and files give them into exact values of the vocabulary's types."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from rules.amounts import read_day, read_length, read_money, whole_millimetres
from rules.problems import BadFacts, Problem
from rules.shape import nearest
from rules.values import Facts, FactType, FactValue
from rules.vocabulary import FactWord, Vocabulary

MOST_TOLD = 100
"""How many problems are told of at once."""


def read_facts(given: Mapping[str, object], vocabulary: Vocabulary, place: str = "facts") -> Facts:
    """Read ``{name: value}`` as from JSON (numbers as int or Decimal) into exact values.

    Lengths are ``"2.5 miles"``, ``"3218.688 m"``, ``"no route"`` or a number of metres, rounded up
    to a whole millimetre; days are ISO; None is not known. Raises BadFacts with every problem:
    unknown names with the nearest known one, wrong types, facts that must be worked out.
    """
    facts: Facts = {}
    problems: list[Problem] = []
    for name, value in given.items():
        try:
            facts[name] = read_fact(vocabulary, name, value)
        except ValueError as error:
            problems.append(Problem(place, f"{_name(name)}: {error}"))
        if len(problems) == MOST_TOLD:
            problems.append(Problem(place, "and there may be more; mend these first"))
            break
    if problems:
        raise BadFacts(problems)
    return facts


def read_fact(vocabulary: Vocabulary, name: str, value: object) -> FactValue | None:
    """Read one fact. Raises ValueError, saying what was expected."""
    word = vocabulary.get(name)
    if word is None:
        raise ValueError(f"there is no fact of that name{nearest(name, vocabulary)}")
    if value is None:
        return None
    if not word.may_be_given:
        raise ValueError("this is worked out from other facts and may not be given; leave it out")
    return read_value(word, value)


def read_value(word: FactWord, value: object) -> FactValue:
    """Read a value of a fact's type. Raises ValueError, saying what was expected."""
    return _READERS[word.type](word, value)


def _yes_no(word: FactWord, value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"expected true, false or null, not {_shown(value)}")
    return value


def _number(word: FactWord, value: object) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    if not whole and not (isinstance(value, Decimal) and value == value.to_integral_value()):
        raise ValueError(f"expected a whole number, not {_shown(value)}")
    if not word.least <= value <= word.most:  # type: ignore[operator]
        raise ValueError(
            f"expected a whole number from {word.least} to {word.most}, not {_shown(value)}"
        )
    return int(value)  # type: ignore[call-overload,no-any-return]


def _length(word: FactWord, value: object) -> FactValue:
    if isinstance(value, str):
        return read_length(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not _finite(value):
        raise ValueError(
            f"expected a length such as '2.5 miles', '3218.688 m', 'no route' "
            f"or a number of metres, not {_shown(value)}"
        )
    return whole_millimetres(Fraction(value))


def _money(word: FactWord, value: object) -> int:
    if isinstance(value, str):
        return read_money(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal) or not _finite(value):
        raise ValueError(f"expected a sum such as '£616.67', not {_shown(value)}")
    pence = Fraction(value) * 100
    if pence.denominator != 1 or not 0 <= pence <= 10**12:
        raise ValueError(f"expected whole pence, not {_shown(value)}")
    return int(pence)


def _finite(value: int | Decimal) -> bool:
    """Whether a number is of a size worth expanding (1e999999 is not)."""
    if isinstance(value, int):
        return abs(value) < 10**12
    return value.is_finite() and -40 <= value.adjusted() <= 12 and len(value.as_tuple().digits) < 60


def _date(word: FactWord, value: object) -> date:
    if not isinstance(value, str):
        raise ValueError(f"expected a day written as '2026-09-01', not {_shown(value)}")
    return read_day(value)


def _choice(word: FactWord, value: object) -> str:
    if not isinstance(value, str) or value not in word.choices:
        hint = nearest(value, word.choices) if isinstance(value, str) else ""
        raise ValueError(f"expected one of {', '.join(word.choices)}, not {_shown(value)}{hint}")
    return value


def _name(name: str) -> str:
    """A name as it was given, in characters that every screen and file can take."""
    short = name if len(name) <= 60 else name[:57] + "..."
    return short.encode("utf-8", "backslashreplace").decode("utf-8")


def _shown(value: object) -> str:
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    if isinstance(value, int) and abs(value) >= 10**40:
        return "a number of more than 40 digits"
    text = repr(value) if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:37] + "..."


_READERS = {
    FactType.YES_NO: _yes_no,
    FactType.NUMBER: _number,
    FactType.LENGTH: _length,
    FactType.MONEY: _money,
    FactType.DATE: _date,
    FactType.CHOICE: _choice,
}
