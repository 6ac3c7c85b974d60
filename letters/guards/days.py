"""Checks of the days and numbers of an occasion that the guards of its letters share."""

from __future__ import annotations

from datetime import date, timedelta

from letters.errors import LetterRefused
from letters.matter import Matter
from letters.occasions import of
from records.working_days import given_or_next, why_closed
from rules.quantities import day_in_words

AGAIN = "Set the day again."
A_YEAR = timedelta(days=366)
"""No letter promises anything for a day farther off: such a day is a slip of the pen."""

LONGEST_NOTICE = 3660
"""Days of notice that no policy promises."""


def day_of(day: date) -> str:
    """Write a day out."""
    return day_in_words(day)


def follows(matter: Matter, first: str, last: str, what: str, *, same: bool = False) -> None:
    """Refuse where one day of the occasion does not lie after another, or on it where it may."""
    before, after = of(matter, first), of(matter, last)
    if before and after and (after < before or (after == before and not same)):
        verb = "is before" if same else "is not after"
        raise LetterRefused(f"{what} ({day_of(after)}) {verb} {day_of(before)}.", AGAIN)


def still_ahead(matter: Matter, name: str, what: str) -> None:
    """Refuse a day that has passed when the letter is written."""
    day, written = of(matter, name), matter.terms.letter_date
    if day and written and day <= written:
        raise LetterRefused(
            f"{what} ({day_of(day)}) is not after the day of the letter ({day_of(written)}).",
            AGAIN,
        )


def due(matter: Matter, name: str, what: str) -> None:
    """Refuse a day by which something is owed that has passed, or that nobody can keep."""
    still_ahead(matter, name, what)
    promised(of(matter, name), matter, what)


def promised(day: date | None, matter: Matter, what: str) -> None:
    """Refuse a day that is promised and is more than a year away, or finds the office closed."""
    written = matter.terms.letter_date
    if day and written and day > written + A_YEAR:
        raise LetterRefused(
            f"{what} ({day_of(day)}) is more than a year after the letter ({day_of(written)}).",
            AGAIN,
        )
    closed = why_closed(day) if day else None
    if day and closed:
        raise LetterRefused(
            f"{what} ({day_of(day)}) is {closed}, on which the office is closed.",
            f"The next working day is {day_of(given_or_next(day))}.",
        )


def already_been(matter: Matter, name: str, what: str) -> None:
    """Refuse a day of what the letter says has happened that is still to come."""
    day, written = of(matter, name), matter.terms.letter_date
    if day and written and day > written:
        raise LetterRefused(
            f"{what} ({day_of(day)}) is after the day of the letter ({day_of(written)}).", AGAIN
        )


def since_decided(matter: Matter, name: str, what: str) -> None:
    """Refuse a day before the decision that it is about."""
    day, decided = of(matter, name), matter.decided_on
    if day and decided and day < decided:
        raise LetterRefused(
            f"{what} ({day_of(day)}) is before the decision it is about ({day_of(decided)}).",
            AGAIN,
        )


def notice(matter: Matter, name: str, days: str, what: str) -> None:
    """Refuse less notice than promised, counted in days from the day of the letter."""
    day, written, least = of(matter, name), matter.terms.letter_date, of(matter, days)
    if least is not None and least > LONGEST_NOTICE:
        raise LetterRefused(
            f"{least} days of notice are more than any policy promises.", "Correct the notice."
        )
    if day and written and least is not None and day < written + timedelta(days=least):
        raise LetterRefused(
            f"{what} ({day_of(day)}) leaves less than the {least} days of notice that are "
            "promised.",
            f"The first day that keeps the notice is {day_of(written + timedelta(days=least))}.",
        )


def at_least(matter: Matter, name: str, least: int, what: str) -> None:
    """Refuse a number that is less than it must be."""
    number = of(matter, name)
    if number is not None and number < least:
        raise LetterRefused(
            f"{what} is {number}; it must be {least} or more.", "Correct it in the record."
        )
