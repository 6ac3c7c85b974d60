"""Parses one line of a condition or value: ``walking_distance > walking_limit_under_8``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from lark import Lark, Token, Transformer, UnexpectedInput, UnexpectedToken, v_args

from rules.dates import MONTHS, WEEKDAYS

LONGEST_LINE = 400
"""Characters one line may have; longer ones are split into named definitions."""

_GRAMMAR = rf"""
start_condition: condition
start_value: value
?condition: value OPERATOR value     -> compare
    | value _IS NAME                 -> is_one
    | value _IN "[" NAME ("," NAME)* "]" -> is_in
    | _NOT name                      -> negated
    | name                           -> holds
?value: name
    | _AGE_OF value _ON value        -> age
    | _BIRTHDAY value _OF value      -> birthday
    | _FIRST_OF value _ON_OR_AFTER value -> first_on_or_after
    | _LAST_OF value _ON_OR_BEFORE value -> last_on_or_before
    | _LAST_OF value _BEFORE value   -> last_before
    | LAST_WEEKDAY value             -> last_weekday
    | _YEAR_OF value                 -> year_of
    | _YEAR_AFTER value              -> year_after
    | _SCHOOL_YEAR_OF value          -> school_year
    | "(" value ")"
name: NAME
OPERATOR: ">=" | "<=" | ">" | "<" | "="
_NOT.5: /not\b(?=\s)/
_IS.5: /is\b(?=\s)/
_IN.5: /in\b(?=\s*\[)/
_AGE_OF.5: /age\s+of\b/
_BIRTHDAY.5: /birthday\b(?=\s)/
_OF.5: /of\b(?=\s)/
_ON.4: /on\b(?=\s)/
_ON_OR_AFTER.5: /on\s+or\s+after\b/
_ON_OR_BEFORE.5: /on\s+or\s+before\b/
_BEFORE.5: /before\b/
_FIRST_OF.5: /first\s+of\b/
_LAST_OF.5: /last\s+of\b/
_YEAR_OF.5: /year\s+of\b/
_YEAR_AFTER.5: /year\s+after\b/
_SCHOOL_YEAR_OF.6: /school\s+year\s+of\b/
LAST_WEEKDAY.6: /last\s+({"|".join(WEEKDAYS)})\s+of\s+({"|".join(MONTHS)})\s+in\b/
NAME: /[a-zA-Z][\w-]*(\/[\w@.-]+#[\w-]+)?/
%ignore /[ \t]+/
"""


class BadLine(ValueError):
    """A line that is not of the language; ``column`` counts from 1 within the line."""

    def __init__(self, message: str, column: int = 1) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Name:
    """A bare word whose kind (fact, parameter, definition, provision) is settled later."""

    word: str
    column: int


@dataclass(frozen=True, slots=True)
class Call:
    """A date operation as written."""

    operation: str
    parts: tuple[Name | Call, ...]
    detail: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A parsed leaf: ``kind`` is holds, negated, compare, is_one or is_in."""

    kind: str
    left: Name | Call
    operator: str = ""
    right: Name | Call | None = None
    choices: tuple[Name, ...] = ()


@v_args(inline=True)
class _Shape(Transformer):  # type: ignore[type-arg]
    """Turns lark's parse into the plain shapes above."""

    def start_condition(self, line: Line) -> Line:
        return line

    def start_value(self, value: Name | Call) -> Name | Call:
        return value

    def name(self, token: Token) -> Name:
        return Name(str(token), token.column or 1)

    def compare(self, left: Name, operator: Token, right: Name) -> Line:
        return Line("compare", left, str(operator), right)

    def is_one(self, left: Name, choice: Token) -> Line:
        return Line("is_in", left, choices=(self.name(choice),))

    def is_in(self, left: Name, *choices: Token) -> Line:
        return Line("is_in", left, choices=tuple(self.name(choice) for choice in choices))

    def negated(self, name: Name) -> Line:
        return Line("negated", name)

    def holds(self, name: Name) -> Line:
        return Line("holds", name)

    def last_weekday(self, words: Token, year: Name) -> Call:
        parts = words.split()
        detail = (WEEKDAYS.index(parts[1]), MONTHS.index(parts[3]) + 1)
        return Call("last_weekday", (year,), detail)


for _each in "age birthday first_on_or_after last_on_or_before last_before".split():
    setattr(_Shape, _each, v_args(inline=True)(lambda self, *parts, _op=_each: Call(_op, parts)))
for _each in "year_of year_after school_year".split():
    setattr(_Shape, _each, v_args(inline=True)(lambda self, part, _op=_each: Call(_op, (part,))))


@cache
def _parser(start: str) -> Lark:
    return Lark(_GRAMMAR, parser="lalr", start=start, maybe_placeholders=False)


def parse_condition(text: str) -> Line:
    """Parse a leaf of a condition. Raises BadLine, saying what was expected where."""
    return cast("Line", _parse(text, "start_condition"))


def parse_value(text: str) -> Name | Call:
    """Parse a value expression. Raises BadLine, saying what was expected where."""
    return cast("Name | Call", _parse(text, "start_value"))


@cache
def _parse(text: str, start: str) -> object:
    if len(text) > LONGEST_LINE:
        raise BadLine(f"{len(text):,} characters on one line; {LONGEST_LINE} are allowed")
    try:
        return _Shape().transform(_parser(start).parse(text))
    except UnexpectedInput as error:
        ends = isinstance(error, UnexpectedToken) and error.token.type == "$END"
        column = len(text) + 1 if ends else max(error.column, 1)
        raise BadLine(_expected(text, column), column) from None


def _expected(text: str, column: int) -> str:
    rest = text[column - 1 :].strip()
    seen = f"'{rest.split()[0]}' was not expected here" if rest else "the line ends too soon"
    return (
        f"cannot read '{text}': {seen}. Write a name, 'not name', 'name > limit', "
        "'name is choice' or 'name in [choices]'; every number is a named parameter"
    )
