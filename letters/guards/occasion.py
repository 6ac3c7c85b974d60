"""What may stand against a letter before or after a decision: days, notice, sums, what is held."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from letters.errors import LetterRefused
from letters.guards.days import A_YEAR, at_least, day_of, due, follows, notice, still_ahead
from letters.guards.help import while_sure
from letters.guards.mistakes import full_notice, help_is_not_due, refund_is_past
from letters.guards.reviews import GUARDS_OF_REVIEWS
from letters.held import already_held
from letters.matter import Matter
from letters.money import contribution_of
from letters.occasions import of
from records.working_days import between, is_working_day
from rules.values import Outcome

SETTLED: Final = frozenset({Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED})


def _evidence_is_lacking(matter: Matter) -> None:
    due(matter, "evidence_by", "The day by which evidence is wanted")
    for item in of(matter, "items") or ():
        if label := already_held(item, matter.facts):
            raise LetterRefused(
                f"“{item.what}” is already held ({label}), so the family may not be asked for it.",
                "Take it out of the list.",
            )


def _nothing_is_settled(matter: Matter) -> None:
    """Before a decision, a family is told that none can be made only where that is so."""
    found = matter.recommendation
    if found and matter.decided_on is None and found.eligibility.outcome in SETTLED:
        raise LetterRefused(
            "The letter says that nothing can be decided yet, and the rules settle this case: "
            f"“{found.eligibility.outcome.value.replace('_', ' ')}”.",
            "Decide the case, or record which fact is in doubt.",
        )


def _budget_is_an_offer(matter: Matter) -> None:
    """A budget stands beside arranged travel, and takes its place only when it is accepted."""
    if of(matter, "accepted") is False:
        raise LetterRefused(
            "The parent has declined a travel budget: it may not take the place of travel that "
            "the council arranges (Education Act 1996, s.508B(4)).",
            "Arrange the travel.",
        )
    due(matter, "answer_by", "The day for an answer")
    follows(matter, "budget_starts_on", "budget_ends_on", "The last day of the budget")
    while_sure(matter, of(matter, "budget_ends_on"))


def _budget_is_a_sum(matter: Matter) -> None:
    """What the sum is worked out from is more than nothing, and is paid for the days it covers."""
    at_least(matter, "rate", 1, "The rate per mile")
    at_least(matter, "daily_distance", 1, "The distance paid for each day")
    at_least(matter, "days", 1, "The number of days paid for")
    first, last = of(matter, "budget_starts_on"), of(matter, "budget_ends_on")
    days = of(matter, "days")
    possible = _school_days(first, last) if first and last else None
    if days and possible is not None and days > possible:
        raise LetterRefused(
            f"{days} days are paid for. From {day_of(first)} to {day_of(last)} only {possible} are "
            "weekdays and no bank holiday; of those, the school's holidays come off as well, which "
            "are not known here.",
            "Count the days again, by the school's calendar.",
        )
    _paid_in_order(matter, "payment_days", last + AFTERWARDS if last else None)


def _school_days(first: date, last: date) -> int:
    """Count the days on which a school can be open: weekdays that are no bank holiday."""
    lasts = (last - first).days + 1
    return lasts if lasts > A_YEAR.days else is_working_day(first) + between(first, last)


AFTERWARDS = timedelta(days=62)
"""A budget may be paid for afterwards, for the days that were travelled: two months at most."""


def _contribution_is_due(matter: Matter) -> None:
    """Each part has a day on which it is due, in the time for which it is paid."""
    at_least(matter, "days_of_travel", 1, "The number of days of travel")
    days, found = of(matter, "due_days") or (), contribution_of(matter)
    if days and found and found.instalments and len(days) != len(found.instalments):
        raise LetterRefused(
            f"The contribution is paid in {len(found.instalments)} parts, and {len(days)} days "
            "are given on which one is due.",
            "Give a day for each part.",
        )
    _paid_in_order(matter, "due_days", matter.terms.ends_on)


def _paid_in_order(matter: Matter, name: str, until: date | None) -> None:
    """Days of payment follow each other, after the letter and within the time they are for."""
    days, written = of(matter, name) or (), matter.terms.letter_date
    wrong = [b for a, b in pairwise(days) if b <= a]
    wrong += [day for day in days if (written and day < written) or (until and day > until)]
    if wrong:
        raise LetterRefused(
            f"A payment on {day_of(wrong[0])} is out of order, before the letter, or after the "
            "time that it is for.",
            "Set the days of payment again.",
        )


def _change_has_notice(matter: Matter) -> None:
    still_ahead(matter, "takes_effect_on", "The day of the change")
    at_least(matter, "notice_days", max(1, matter.terms.change_notice or 1), "The notice in days")
    notice(matter, "takes_effect_on", "notice_days", "The day of the change")
    found = matter.recommendation
    entitled = found is not None and found.eligibility.outcome is Outcome.ENTITLED
    if of(matter, "withdrawn") and entitled:
        raise LetterRefused(
            "The rules find that the law entitles this child, so the help may not be withdrawn.",
            "Correct the fact that changed, and assess the case again.",
        )


GUARDS_OF_OCCASION: Final[dict[str, tuple[Callable[[Matter], None], ...]]] = {
    "more-evidence": (_evidence_is_lacking, _nothing_is_settled),
    "travel-budget": (_budget_is_an_offer, _budget_is_a_sum),
    "post-16-contribution": (_contribution_is_due,),
    "withdrawal-or-change": (_change_has_notice,),
    "granted-in-error": (help_is_not_due, full_notice),
    "refused-in-error": (refund_is_past,),
    **GUARDS_OF_REVIEWS,
}
"""What may stand against each letter of an occasion."""
