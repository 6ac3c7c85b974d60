"""Occasions after help was given: a change on review, help granted or refused in error."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from records.occasion import optional, wanted


@dataclass(frozen=True, slots=True)
class HelpChanged:
    """Help is withdrawn or changed after a review.

    ``notice_days`` is the least notice in days that the policy promises; a day of effect sooner
    than that is refused. ``withdrawn`` says whether the help ends altogether.
    """

    withdrawn: bool | None = wanted("whether the help ends, or only changes")
    what_changed: str | None = wanted("what changed: a fact or the policy")
    evidence_of_change: str | None = wanted("the evidence of the change")
    help_before: str | None = wanted("the help until now")
    help_after: str | None = wanted("the help from then on")
    takes_effect_on: date | None = wanted("day from which the change holds")
    notice_days: int | None = wanted("notice in days that the policy promises")
    continues_meanwhile: bool | None = wanted("whether the help goes on until a review is decided")
    transition: str | None = optional("how the change is eased in")


@dataclass(frozen=True, slots=True)
class GrantedInError:
    """Help was given that was not due. ``notice_until`` is the last day on which it goes on."""

    how_found: str | None = wanted("how the error was found")
    what_was_wrong: str | None = wanted("what was wrong")
    notice_until: date | None = wanted("last day of the help")
    what_stays: str | None = wanted("what stays as it is")
    pay_back: str | None = optional("what is to be paid back, or that nothing is")


@dataclass(frozen=True, slots=True)
class RefusedInError:
    """Help was refused that was due."""

    how_found: str | None = wanted("how the error was found")
    what_was_wrong: str | None = wanted("what was wrong")
    help_starts_on: date | None = wanted("first day of the help")
    refund_from: date | None = wanted("day from which costs are paid back")
    refund_until: date | None = wanted("day until which costs are paid back")
    refund_how: str | None = wanted("how to ask for the money back")
