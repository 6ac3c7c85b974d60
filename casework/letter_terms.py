"""The days and terms of a letter, which the record of a decision does not itself hold."""

from __future__ import annotations

from datetime import date

import letters as words
import store.people as people
from casework.desk import Desk
from casework.in_use import may_issue
from casework.last_day import last_day_of_decision
from casework.rights import OFFICERS, ROLE_NAMES
from casework.working_days import DAYS_TO_ASK_FOR_REVIEW, DEEMED_RECEIVED_AFTER, after
from records.decision import Decision
from records.people import Role
from rules.values import Outcome

TOLD_WITHIN = 10
"""Working days within which the kind of travel is told: usual practice; a setting in time."""

MODE_HOW = "We choose the kind of travel that suits the child's needs and journey"


def letter_terms(desk: Desk, decision: Decision, dated: date | None = None) -> words.Terms:
    """The days and terms of a decision's letter, counted from the day it is sent.

    ``dated`` is that day; today unless given.
    """
    dated = dated or desk.today()
    approved = decision.outcome is not Outcome.NOT_ENTITLED
    start = decision.recommendation.day_of_travel
    return words.Terms(
        letter_date=dated,
        review_by=review_by(dated),
        starts_on=start if approved else None,
        ends_on=last_day_of_decision(decision) if approved else None,
        mode_how=MODE_HOW,
        mode_told_by=after(dated, TOLD_WITHIN),
        officer_title=_title(desk, decision),
        fictional=desk.store.fictional,
        draft_because=_unconfirmed(desk, decision),
    )


def review_by(letter_date: date) -> date:
    """The last day to ask for a review: 20 working days after the letter is deemed received."""
    return after(after(letter_date, DEEMED_RECEIVED_AFTER), DAYS_TO_ASK_FOR_REVIEW)


def _unconfirmed(desk: Desk, decision: Decision) -> str | None:
    """Why a letter of a version that nobody confirmed for use is a draft."""
    found = decision.recommendation
    if may_issue(desk, found.policy.partition("/")[0], found.digest):
        return None
    return "the policy lead has not confirmed the policy version it rests on for use."


def _title(desk: Desk, decision: Decision) -> str | None:
    decider = people.person(desk.store, decision.decided_by)
    held = [ROLE_NAMES[role] for role in (*OFFICERS, *Role) if role in decider.roles]
    return held[0][:1].upper() + held[0][1:] if held else None
