"""What may stand against a letter that puts a mistake right: help given, or refused, in error."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from letters.errors import LetterRefused
from letters.guards.days import already_been, day_of, follows, still_ahead
from letters.matter import Matter
from letters.occasions import of
from letters.trace import looks_at
from rules.values import Outcome

HELPS: Final = (Outcome.ENTITLED, Outcome.OFFERED)
GIVEN_IN_ERROR: Final = frozenset({"help_granted_in_error"})
NOTICE_ENDS: Final = "error_notice_ends_on"

TERMS: Final = (((1, 8), (3, 20)), ((4, 26), (7, 14)), ((9, 8), (12, 14)))
"""A term of any school has begun by the first day and not ended before the second, month and day:
whatever ends before it is certainly less than a full term's notice."""


def help_is_not_due(matter: Matter) -> None:
    """Help that the rules give was not given in error."""
    still_ahead(matter, "notice_until", "The last day of the help")
    found = matter.recommendation
    if found is not None and found.eligibility.outcome in HELPS:
        was = found.eligibility.outcome.value.replace("_", " ")
        raise LetterRefused(
            f"The letter says that our rules do not give this help, and they find “{was}”.",
            "Correct the fact that was wrong, and assess the case again.",
        )


def full_notice(matter: Matter) -> None:
    """Notice after a mistake is what was recorded, and a full term where the policy promises it."""
    last, recorded = of(matter, "notice_until"), _recorded(matter)
    if last and recorded and last < recorded:
        raise LetterRefused(
            f"The help would end on {day_of(last)}; the notice recorded on the case runs until "
            f"{day_of(recorded)}.",
            "Take that day, or correct it on the case.",
        )
    ends = _full_term(matter)
    if last and ends and _promises_a_term(matter) and last < ends:
        raise LetterRefused(
            f"The policy promises notice after a mistake, a full term of it. {day_of(last)} is "
            "before a full term can have passed.",
            f"Take the last day of the term, not before {day_of(ends)}.",
        )


def short_of_a_term(matter: Matter) -> bool:
    """Say whether notice after a mistake is short, by no promise and no record of the case.

    Where the policy promises nothing, a day before a full term wants somebody to have recorded it.
    """
    last = of(matter, "notice_until")
    ends = _full_term(matter)
    return bool(last and ends and last < ends and _recorded(matter) is None)


def _full_term(matter: Matter) -> date | None:
    """Give the earliest day on which a full term has passed since the family knew."""
    known_on = matter.terms.received_on or matter.terms.letter_date
    return full_term_after(known_on) if known_on else None


def full_term_after(known_on: date) -> date:
    """Give the earliest day on which a term that began after a day can have ended."""
    years = (known_on.year, known_on.year + 1)
    terms = ((date(y, *begun), date(y, *ended)) for y in years for begun, ended in TERMS)
    return next(ended for begun, ended in terms if begun >= known_on)


def _promises_a_term(matter: Matter) -> bool:
    """Say whether a rule of the version turns on help given by mistake."""
    found = matter.recommendation
    return found is not None and any(looks_at(each, GIVEN_IN_ERROR) for each in found.findings)


def _recorded(matter: Matter) -> date | None:
    """Give the day on which the notice ends, as it is recorded on the case."""
    row = next((each for each in matter.facts if each.name == NOTICE_ENDS), None)
    try:
        return datetime.strptime(row.value, "%d %B %Y").date() if row else None
    except ValueError:  # not known
        return None


def refund_is_past(matter: Matter) -> None:
    """What is paid back was spent: before the help starts, and before the letter."""
    follows(matter, "refund_from", "refund_until", "The last day paid back")
    follows(matter, "refund_until", "help_starts_on", "The first day of the help")
    already_been(matter, "refund_from", "The day from which costs are paid back")
