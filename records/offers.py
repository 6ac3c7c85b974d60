"""Occasions on the way to help: evidence asked for, a budget offered, a contribution to pay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from records.occasion import MILLIMETRES, PENCE, listed, optional, wanted


@dataclass(frozen=True, slots=True)
class WantedItem:
    """One piece of evidence: what it is, why, for which test, and what would do instead.

    ``fact`` names the fact of the vocabulary that it would settle (None: not said).
    """

    what: str
    why: str
    test: str
    instead: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class EvidenceAsked:
    """The council asks for evidence before it decides.

    ``clock_paused`` says whether the time for deciding stands still meanwhile, ``clock_reason``
    why or why not.
    """

    items: tuple[WantedItem, ...] = listed("which evidence is wanted, why, and for which test")
    evidence_by: date | None = wanted("day by which the evidence is wanted")
    if_not_received: str | None = wanted("what happens if the evidence does not come")
    clock_paused: bool | None = wanted("whether the time for deciding stands still")
    clock_reason: str | None = wanted("why the time for deciding stands still, or runs on")


@dataclass(frozen=True, slots=True)
class BudgetOffer:
    """A personal travel budget or mileage, offered and never imposed: s.508B(4).

    ``daily_distance`` is millimetres paid for on a day, all trips together. The sum is computed,
    never typed. ``accepted`` is None until the parent has answered.
    """

    rate: int | None = wanted("rate per mile", PENCE)
    daily_distance: int | None = wanted("distance paid for each day", MILLIMETRES)
    days: int | None = wanted("number of days paid for")
    payment_days: tuple[date, ...] = listed("days of payment")
    budget_starts_on: date | None = wanted("first day of the budget")
    budget_ends_on: date | None = wanted("last day of the budget")
    answer_by: date | None = wanted("day by which we need an answer")
    attendance: str | None = wanted("what happens on days of absence")
    overpayment: str | None = wanted("what happens if too much is paid")
    siblings: str | None = wanted("how brothers and sisters who travel together are paid for")
    how_to_decline: str | None = wanted("how to decline, and what we then arrange")
    tax_note: str | None = wanted("what to know about tax and benefits")
    accepted: bool | None = optional("whether the offer was accepted")


@dataclass(frozen=True, slots=True)
class ContributionAsked:
    """A contribution to travel after 16: the sums themselves come from the recommendation."""

    due_days: tuple[date, ...] = listed("days on which each part is due")
    days_of_travel: int | None = wanted("number of days of travel in the year")
    waivers: str | None = wanted("who pays less or nothing, and how to ask for it")
    refunds: str | None = wanted("when money is paid back")
    affordability: str | None = wanted("what to do if the family cannot afford it")
