"""Reads whole arrays of numbers and days at once, exactly as value by value."""

from __future__ import annotations

from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rules.caseload.columns import SHOWN, Column, Mask, Values, column, fits
from rules.problems import BadFacts, Problem
from rules.values import FactType
from rules.vocabulary import FactWord

_UNITS = {FactType.NUMBER: 1, FactType.LENGTH: 1000, FactType.MONEY: 100}
"""How many of a column's own units make one of what is given: metres and pounds."""

_BEYOND = 1 << 62
"""Stands for a value out of range, so that it is told as one."""

_DUST = 1e-3
"""Part of a millimetre beyond which rounding up a product of floats cannot go astray."""

_EPOCH = 719_163
"""1 January 1970, as date.toordinal counts it."""


def read_figures(word: FactWord, given: Values, place: str, first_row: int) -> Column | None:
    """A column from an array of bools, numbers or days; None where values are read one by one.

    Raises BadFacts naming the rows out of range, or with a part of a unit that there is not.
    """
    kind = given.dtype.kind
    if kind == "b" and word.type is FactType.YES_NO:
        return column(word, given.astype(np.int8))
    if kind == "M" and word.type is FactType.DATE:
        return _days(word, given, place, first_row)
    if kind in "iu" and word.type in _UNITS:
        return _checked(word, _scaled(word, given), None, place, first_row)
    if kind == "f" and word.type in _UNITS:
        known = ~np.isnan(given)
        return _checked(word, _exact(word, given, known), known, place, first_row)
    return None


def _scaled(word: FactWord, given: Values) -> Values:
    unit = _UNITS[word.type]
    inside = (given <= _BEYOND // unit) & (given >= -(2**31))
    return np.where(inside, given, 0).astype(np.int64) * unit + np.where(inside, 0, _BEYOND)


def _exact(word: FactWord, given: Values, known: Mask) -> Values:
    """Floats as the decimals they print as; a length is rounded up to a whole millimetre.

    A float that is nearest to a whole number of units prints as that number; the others are read
    digit by digit where that could matter.
    """
    unit = _UNITS[word.type]
    safe = np.where(known & (np.abs(given) < 10**15), given, 0.0)
    nearest = np.rint(safe * unit)
    whole: Any = nearest.astype(np.int64)
    whole[known & ~(np.abs(given) < 10**15)] = _BEYOND
    parted = nearest / unit != safe
    if word.type is not FactType.LENGTH:
        return np.where(parted, _BEYOND, whole)
    plain = parted & (np.abs(safe * unit - nearest) > _DUST)
    whole = np.where(plain, np.ceil(safe * unit), whole).astype(np.int64)
    for row in np.flatnonzero(parted & ~plain):
        whole[row] = ceil(Fraction(repr(float(safe[row]))) * unit)
    return np.asarray(whole)


def _days(word: FactWord, given: NDArray[Any], place: str, first_row: int) -> Column:
    days = given.astype("datetime64[D]")
    known = ~np.isnat(given)
    whole = np.where(known, days.astype(np.int64) + _EPOCH, 0)
    whole = np.where(known & (days != given), _BEYOND, whole)
    return _checked(word, whole, known, place, first_row)


def _checked(
    word: FactWord, whole: Values, known: Mask | None, place: str, first_row: int
) -> Column:
    try:
        return column(word, whole, known)
    except BadFacts:
        wrong = ~fits(word, whole) if known is None else known & ~fits(word, whole)
        rows = np.flatnonzero(wrong)[:SHOWN] + first_row
        message = f"{word.name}: {_wanted(word)}"
        raise BadFacts([Problem(place, message, int(row)) for row in rows]) from None


def _wanted(word: FactWord) -> str:
    return {
        FactType.NUMBER: f"expected a whole number from {word.least} to {word.most}",
        FactType.LENGTH: "a length lies between 0 and 20,000 km",
        FactType.MONEY: "expected whole pence",
        FactType.DATE: "expected a day from the years 1900 to 2199",
    }[word.type]
