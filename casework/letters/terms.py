"""The days and terms of a letter, which the record of a decision does not itself hold."""

from __future__ import annotations

from datetime import date

import letters as words
import store.people as people
from casework.desk import Desk
from casework.in_use import may_issue
from casework.last_day import last_day_of_decision
from casework.letters.clocks import last_day_to_ask
from casework.letters.receipt_settings import received_after
from casework.rights import OFFICERS, ROLE_NAMES
from casework.wordings.which import sender_for
from casework.working_days import after
from records.decision import Decision
from records.people import Person, Role
from records.sending import SentBy
from rules.values import Outcome


def told_by(dated: date | None, sender: words.Sender) -> date | None:
    """The day by which the kind of travel is told; None where the council's wording sets none."""
    return after(dated, sender.told_within) if dated and sender.told_within else None


def letter_terms(
    desk: Desk, decision: Decision, dated: date | None = None, by: SentBy = SentBy.POST
) -> words.Terms:
    """The days and terms of a decision's letter, counted from the day it is sent.

    ``dated`` is that day, today unless given; ``by`` says how it goes to the family.
    """
    dated = dated or desk.today()
    approved = decision.outcome in (Outcome.ENTITLED, Outcome.OFFERED)
    start = decision.recommendation.day_of_travel
    sender = sender_for(desk, decision.recommendation.policy.partition("/")[0])
    return words.Terms(
        letter_date=dated,
        review_by=last_day_to_ask(dated, by, received_after(desk)),
        starts_on=start if approved else None,
        ends_on=last_day_of_decision(decision) if approved else None,
        mode_told_by=told_by(dated, sender),
        officer_title=title_of(people.person(desk.store, decision.decided_by)),
        fictional=desk.store.fictional,
        draft_because=_unconfirmed(desk, decision),
    )


def _unconfirmed(desk: Desk, decision: Decision) -> str | None:
    """Why a letter of a version that nobody confirmed for use is a draft."""
    found = decision.recommendation
    if may_issue(desk, found.policy.partition("/")[0], found.digest):
        return None
    return "the policy lead has not confirmed the policy version it rests on for use."


def title_of(person: Person) -> str | None:
    """The post of a person, as it stands below their name in a letter."""
    held = [ROLE_NAMES[role] for role in (*OFFICERS, *Role) if role in person.roles]
    return held[0][:1].upper() + held[0][1:] if held else None
