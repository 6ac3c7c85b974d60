"""Shares of a sum, exactly: uplifts and terms that are left, and instalments in whole pence."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from rules.evaluate import Run, value
from rules.tree import Times
from rules.values import Rounding

_POUND = 100
_UNITS = {
    Rounding.NEAREST_POUND: _POUND,
    Rounding.DOWN_TO_POUND: _POUND,
    Rounding.UP_TO_POUND: _POUND,
}
_DOWN = (Rounding.DOWN_TO_PENNY, Rounding.DOWN_TO_POUND)
_UP = (Rounding.UP_TO_PENNY, Rounding.UP_TO_POUND)


def share_of(
    run: Run, pence: int | None, times: tuple[Times, ...]
) -> tuple[int | None, tuple[str, ...]]:
    """A sum after all its shares, each rounded before the next; None with what is missing.

    Nothing stays nothing, whatever the shares come to.
    """
    missing: list[str] = []
    for each in times:
        if pence == 0:
            break
        by, out_of = value(run, each.by), value(run, each.out_of)
        missing += [*by.missing, *out_of.missing]
        known = pence is not None and by.value is not None and out_of.value is not None
        pence = rounded(Fraction(pence or 0) * by.value / out_of.value, each) if known else None
    return pence, () if pence is not None else tuple(dict.fromkeys(missing))


def rounded(pence: Fraction, times: Times) -> int:
    """Whole pence, in the unit and the way that a share is rounded; never less than nothing."""
    unit = _UNITS.get(times.rounding, 1)
    return max(_whole(pence / unit, times.rounding) * unit, 0)


def _whole(amount: Fraction, rounding: Rounding) -> int:
    if rounding in _DOWN:
        return floor(amount)
    return ceil(amount) if rounding in _UP else floor(amount + Fraction(1, 2))


def in_parts(pence: int, count: int) -> tuple[int, ...]:
    """A sum in equal parts of whole pence; pence left over go to the first parts."""
    if pence == 0 or count < 1:
        return ()
    each, over = divmod(pence, count)
    return tuple(each + (number < over) for number in range(count))
