"""Sums of money in a letter: always computed from the record, with the working shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from letters.matter import Matter
from records.offers import BudgetOffer, ContributionAsked
from rules.part_values import Contribution, ContributionOutcome
from rules.quantities import pounds
from rules.values import MILLIMETRES_PER_MILE


def budget_pence(offer: BudgetOffer) -> int | None:
    """Work out a budget: rate x miles a day x days, to the nearest penny; None with a part unknown.

    The miles are those that the letter prints, so that anybody who works it out again comes to the
    same sum; half a penny is rounded up, in the family's favour.
    """
    if offer.rate is None or offer.daily_distance is None or offer.days is None:
        return None
    exact = offer.rate * miles_paid(offer.daily_distance) * offer.days
    return int(exact.quantize(Decimal(1), ROUND_HALF_UP))


def miles_paid(millimetres: int) -> Decimal:
    """Give a length in miles with as many decimals as name this millimetre, two at the least."""
    exact = Decimal(millimetres) / MILLIMETRES_PER_MILE
    for places in range(2, 8):
        told = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        if int((told * MILLIMETRES_PER_MILE).quantize(Decimal(1), ROUND_HALF_UP)) == millimetres:
            return told
    return exact.quantize(Decimal(1).scaleb(-8), ROUND_HALF_UP)


def daily_distance(matter: Matter) -> str | None:
    """Give the distance paid for each day, as it is worked with: ``12.345 miles``."""
    offer = matter.occasion
    length = offer.daily_distance if isinstance(offer, BudgetOffer) else None
    return None if length is None else f"{miles_paid(length)} miles"


def budget_sum(matter: Matter) -> str | None:
    """Give the sum of a budget: ``£684.00``."""
    offer = matter.occasion
    pence = budget_pence(offer) if isinstance(offer, BudgetOffer) else None
    return None if pence is None else pounds(pence)


def budget_working(matter: Matter) -> str | None:
    """Show how a budget is worked out: ``£0.45 a mile x 8.00 miles a day x 190 days``."""
    offer = matter.occasion
    if not isinstance(offer, BudgetOffer) or budget_pence(offer) is None:
        return None
    rate, daily = pounds(offer.rate or 0), miles_paid(offer.daily_distance or 0)
    return f"{rate} a mile × {daily} miles a day × {offer.days} days"


def contribution_of(matter: Matter) -> Contribution | None:
    """Give the contribution that the recommendation came to; None where none is asked."""
    found = matter.parts.contribution if matter.parts else None
    told = (ContributionOutcome.DUE, ContributionOutcome.WAIVED)
    return found if found and found.outcome in told else None


def annual_sum(matter: Matter) -> str | None:
    """Give the contribution for a year: ``£600.00``."""
    found = contribution_of(matter)
    return None if found is None or found.annual_pence is None else pounds(found.annual_pence)


def each_part(matter: Matter) -> str | None:
    """Say the parts it is paid in: ``3 parts of £200.00``, or each sum where they differ."""
    found = contribution_of(matter)
    if found is None or not found.instalments:
        return None
    if len(set(found.instalments)) == 1:
        count = len(found.instalments)
        return f"{count} part{'s' if count > 1 else ''} of {pounds(found.instalments[0])}"
    return ", ".join(pounds(each) for each in found.instalments)


def daily_sum(matter: Matter) -> str | None:
    """Give the contribution for a day of travel, to the nearest penny."""
    found, asked = contribution_of(matter), matter.occasion
    days = asked.days_of_travel if isinstance(asked, ContributionAsked) else None
    if found is None or found.annual_pence is None or not days:
        return None
    return pounds(int((Decimal(found.annual_pence) / days).quantize(Decimal(1), ROUND_HALF_UP)))


def nothing_to_pay(matter: Matter) -> bool | None:
    """Say whether the contribution is waived; None where it is not known."""
    found = contribution_of(matter)
    return None if found is None else found.outcome is ContributionOutcome.WAIVED
