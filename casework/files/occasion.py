"""Reads from a case file what gives rise to a letter: ``"letter": {"occasion": {…}}``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from casework.files.letter_parts import BadLetterPart
from records.occasion import MILLIMETRES, PENCE, UNIT
from rules.amounts import read_day, read_length, read_money
from rules.values import NoRoute

EXPECTED = {
    bool: "true or false",
    int: "a whole number",
    date: "a day that there is, such as 2026-09-01",
    str: "text",
}


def read_occasion(kind: type, given: object, place: str) -> object | None:
    """Read the record that gives rise to a letter; None where the file gives none.

    Money is written ``£0.45`` and lengths ``8 miles``; days as 2026-09-01. Raises BadLetterPart,
    naming the file and the field, for a field there is not and a value that cannot be one.
    """
    if given is None:
        return None
    return _record(kind, given, f"{place}: letter.occasion")


def _record(kind: type, given: object, place: str) -> object:
    if not isinstance(given, Mapping):
        raise BadLetterPart(f"{place}: expected an object of {_names(kind)}")
    for name in given:
        if name not in {one.name for one in fields(kind)}:
            raise BadLetterPart(f"{place} has no part {name!r}; expected {_names(kind)}")
    _complete(kind, given, place)
    hints = get_type_hints(kind)
    units = {one.name: one.metadata.get(UNIT) for one in fields(kind)}
    read = {
        name: _value(hints[name], value, units[name], f"{place}.{name}")
        for name, value in given.items()
        if value is not None
    }
    return kind(**read)


def _complete(kind: type, given: Mapping[str, object], place: str) -> None:
    """Refuse a record that lacks what it cannot be without. Raises BadLetterPart."""
    for one in fields(kind):
        if one.default is MISSING and given.get(one.name) is None:
            raise BadLetterPart(f"{place}.{one.name}: expected text, and there is none")


def _names(kind: type) -> str:
    return ", ".join(one.name for one in fields(kind))


def _value(hint: Any, given: object, unit: str | None, place: str) -> object:
    plain = next((each for each in get_args(hint) if each is not NoneType), hint)
    if get_origin(hint) is tuple:
        if not isinstance(given, list):
            raise BadLetterPart(f"{place}: expected a list")
        return tuple(_value(plain, each, unit, f"{place}[{n}]") for n, each in enumerate(given))
    if is_dataclass(plain) and isinstance(plain, type):
        return _record(plain, given, place)
    return _single(plain, given, unit, place)


def _single(plain: type, given: object, unit: str | None, place: str) -> object:
    try:
        if plain is date and isinstance(given, str):
            return read_day(given)
        if unit and isinstance(given, str):
            return _amount(given, unit)
    except ValueError as error:
        raise BadLetterPart(f"{place}: {error}") from None
    fits = isinstance(given, plain) and not (plain is int and isinstance(given, bool))
    if not fits or (unit and plain is int):
        raise BadLetterPart(f"{place}: expected {_expected(plain, unit)}")
    return given.strip() if isinstance(given, str) else given


def _amount(given: str, unit: str) -> int:
    if unit == PENCE:
        return read_money(given)
    length = read_length(given)
    if isinstance(length, NoRoute):
        raise ValueError("expected a length, not 'no route'")
    return length


def _expected(plain: type, unit: str | None) -> str:
    if unit == PENCE:
        return "a sum written as text, such as '£0.45'"
    if unit == MILLIMETRES:
        return "a length written as text, such as '8 miles'"
    return EXPECTED.get(plain, "another value")
