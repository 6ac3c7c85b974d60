"""What may stand against help itself: its first and last day, and the day it is looked at again."""

from __future__ import annotations

from datetime import date
from typing import Final

from letters.errors import LetterRefused
from letters.guards.days import day_of
from letters.matter import Matter
from rules.part_values import Period, PeriodOutcome


def runs_within_a_year(matter: Matter) -> None:
    """Help runs forward, within one school year: the one that was assessed."""
    first, last, found = matter.terms.starts_on, matter.terms.ends_on, matter.recommendation
    if first and last and (last < first or _school_year(last) != _school_year(first)):
        raise LetterRefused(
            f"The help would run from {day_of(first)} to {day_of(last)}.",
            "It ends on or after its first day, within the same school year: correct the days.",
        )
    assessed = found.day_of_travel if found else None
    if first and assessed and _school_year(first) != _school_year(assessed):
        raise LetterRefused(
            f"The help would start on {day_of(first)}; it was assessed for travel on "
            f"{day_of(assessed)}, in another school year.",
            "Correct the day, or assess the case for that year.",
        )


def _school_year(day: date) -> int:
    return day.year if day.month >= 9 else day.year - 1


def ends_while_sure(matter: Matter) -> None:
    """No letter promises help for longer than the rules find it."""
    while_sure(matter, matter.terms.ends_on)


def while_sure(matter: Matter, last: date | None) -> None:
    """Refuse a last day later than the one on which the record finds that help is sure."""
    found = matter.parts.period if matter.parts else None
    if found is None or last is None:
        return
    if found.outcome is PeriodOutcome.OVER:
        raise LetterRefused(
            f"The help would run until {day_of(last)}; the rules find that it is over before its "
            f"first day{_why(found)}.",
            "Correct the facts or the days, and assess the case again.",
        )
    if found.outcome is PeriodOutcome.RUNS and found.until and last > found.until:
        raise LetterRefused(
            f"The help would run until {day_of(last)}; it is sure only until "
            f"{day_of(found.until)}{_why(found)}.",
            f"Take {day_of(found.until)}, or an earlier day. What follows is decided on its own.",
        )


def _why(found: Period) -> str:
    """Say in brackets what ends help, where the record says it."""
    why = found.ended_by.title if found.ended_by else found.why
    return f" ({why})" if why else ""


def reviewed_within(matter: Matter) -> None:
    """Help by discretion is looked at again after the letter, and while it lasts."""
    review = matter.discretion.review_on if matter.discretion else None
    written, first, last = matter.terms.letter_date, matter.terms.starts_on, matter.terms.ends_on
    if review and written and review <= written:
        raise LetterRefused(
            f"The help would be looked at again on {day_of(review)}, which is not after the day of "
            f"the letter ({day_of(written)}).",
            "Set a day while the help lasts.",
        )
    if review and ((first and review < first) or (last and review > last)):
        lasts = " ".join(
            (*(("from", day_of(first)) if first else ()), *(("to", day_of(last)) if last else ()))
        )
        raise LetterRefused(
            f"The help would be looked at again on {day_of(review)}, and it lasts {lasts}.",
            "Set a day while the help lasts.",
        )


HELP_LASTS: Final = (runs_within_a_year, ends_while_sure)
"""What holds of the days of all help that a letter tells of."""
