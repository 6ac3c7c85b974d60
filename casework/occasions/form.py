"""A form for any occasion: which fields it has, what is in them, and reading what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from casework.files.letter_parts import BadLetterPart
from casework.files.occasion import read_occasion
from records.occasion import MILLIMETRES, OPTIONAL, PENCE, UNIT, label_of
from records.occasions import OCCASION_OF, Occasion
from records.offers import WantedItem
from rules.amounts import read_length
from rules.quantities import miles, pounds


class Shape(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    DAY = "day"
    YES_NO = "yes or no"
    NUMBER = "number"
    SUM = "sum"
    LENGTH = "length"
    LINES = "lines"
    DAYS = "days"
    ITEMS = "items"


@dataclass(frozen=True, slots=True)
class FieldAsked:
    """One field of an occasion's form. An ``optional`` one leaves no blank in the letter."""

    name: str
    label: str
    shape: Shape
    optional: bool


_SHAPES: dict[Any, Shape] = {
    str: Shape.TEXT,
    date: Shape.DAY,
    bool: Shape.YES_NO,
    int: Shape.NUMBER,
    tuple[str, ...]: Shape.LINES,
    tuple[date, ...]: Shape.DAYS,
    tuple[WantedItem, ...]: Shape.ITEMS,
}
_UNITS = {PENCE: Shape.SUM, MILLIMETRES: Shape.LENGTH}


def fields_asked(kind: str) -> tuple[FieldAsked, ...]:
    """The fields of a kind of letter's occasion, in the order in which they are told."""
    occasion = OCCASION_OF[kind]
    hints = get_type_hints(occasion)
    return tuple(
        FieldAsked(
            one.name,
            label_of(one)[:1].upper() + label_of(one)[1:],
            _UNITS.get(one.metadata[UNIT]) or _SHAPES[_known(hints[one.name])],
            bool(one.metadata[OPTIONAL]),
        )
        for one in fields(occasion)
    )


def as_typed(occasion: Occasion) -> dict[str, object]:
    """What stands in each field at first: a text, a day, a yes or no, or a list of them."""
    units = {one.name: one.metadata[UNIT] for one in fields(occasion)}
    return {name: _typed(getattr(occasion, name), units[name]) for name in units}


def read_typed(kind: str, typed: Mapping[str, object]) -> tuple[Occasion, dict[str, str]]:
    """Read a form: the occasion with all that could be read, and what is wrong by field.

    A field left empty is not known.
    """
    found: dict[str, Any] = {}
    wrong: dict[str, str] = {}
    for name, value in typed.items():
        try:
            read = read_occasion(OCCASION_OF[kind], {name: _plain(value)}, "form")
        except BadLetterPart as error:
            wrong[name] = _mend(str(error))
        else:
            found[name] = getattr(read, name)
    made: Occasion = OCCASION_OF[kind](**found)
    return made, wrong


def _known(hint: Any) -> Any:
    parts = [each for each in get_args(hint) if each is not NoneType]
    return parts[0] if NoneType in get_args(hint) else hint


def _typed(value: object, unit: str | None) -> object:
    if isinstance(value, int) and unit == PENCE:
        return pounds(value)
    if isinstance(value, int) and unit == MILLIMETRES:
        return _length(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


def _length(millimetres: int) -> str:
    """Write a length in miles where that says it whole, else in metres."""
    in_miles = miles(millimetres)
    exact = read_length(in_miles) == millimetres
    return in_miles if exact else f"{Decimal(millimetres) / 1000} m"


def _plain(value: object) -> object:
    """Write a value of the form as a case file has it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, WantedItem):
        return {one.name: getattr(value, one.name) for one in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdigit() else text or None
    return value


def _mend(error: str) -> str:
    """Say what is wrong with a field without the place of it, which the form shows."""
    words = error.partition(": ")[2].partition(": ")[2] or error
    return f"{words[:1].upper()}{words[1:]}."
