"""The days that letters owe a family: notice of a hearing and of a change, and letters in time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import letters as words
from casework.desk import Desk
from casework.letters.clocks import last_day_to_ask, received_on
from casework.rights import require
from casework.working_days import PANEL_DECIDED_WITHIN, REVIEW_DECIDED_WITHIN, after
from records.occasions import REQUEST_OF
from records.people import Role
from records.reviews import (
    Hearing,
    LateRequest,
    MoreTime,
    PanelOutcome,
    ReviewOutcome,
    ReviewReceived,
)
from records.sending import SentBy
from rules.problems import UserFacingError
from store.settings import set_setting, setting

HEARING_NOTICE = "hearing_notice_working_days"
CHANGE_NOTICE = "change_notice_days"
"""The settings that hold a council's own notices."""

ACKNOWLEDGED_WITHIN = 5
"""Working days from a request to its acknowledgement: the practice of councils."""

TOLD_WITHIN_OF_HEARING = 5
"""Working days from a hearing to its written outcome, as the guidance recommends."""


class NotANotice(UserFacingError):
    """A notice that is none, or is shorter than any that councils promise."""


@dataclass(frozen=True, slots=True)
class Notices:
    """The least notice that letters give.

    ``hearing`` is working days from the receipt of an invitation (ten is the least that councils
    promise), ``change`` days to a withdrawal or change.
    """

    hearing: int = 10
    change: int = 1


USUAL = Notices()


def promised_notice(desk: Desk) -> Notices:
    """The notices that this store's council promises, the usual ones unless it set its own."""
    return Notices(
        _number(setting(desk.store, HEARING_NOTICE), USUAL.hearing),
        _number(setting(desk.store, CHANGE_NOTICE), USUAL.change),
    )


def promise_notice(desk: Desk, wanted: Notices) -> Notices:
    """Let letters keep these notices from now on. Raises NotAllowed, NotANotice."""
    require(desk, "Changing the notice that letters give", Role.POLICY_LEAD, Role.ADMINISTRATOR)
    if wanted.hearing < USUAL.hearing or wanted.change < USUAL.change:
        raise NotANotice(
            f"The notice of a hearing is at least {USUAL.hearing} working days, and that of a "
            f"change at least {USUAL.change} day. Nothing was changed. Choose longer ones."
        )
    set_setting(desk.store, HEARING_NOTICE, str(wanted.hearing), desk.person)
    set_setting(desk.store, CHANGE_NOTICE, str(wanted.change), desk.person)
    return wanted


def with_days(
    terms: words.Terms,
    occasion: object | None,
    by: SentBy = SentBy.POST,
    notices: Notices = USUAL,
    kind: str = "",
) -> words.Terms:
    """Put into a letter's terms the days that follow from its occasion and its own day.

    ``kind`` is the kind of letter, by which a request is one for stage one or for stage two.
    """
    terms = _with_term(terms, occasion, kind)
    if terms.letter_date is None:
        return terms
    received = received_on(terms.letter_date, by)
    return replace(
        terms,
        received_on=received,
        hearing_notice=notices.hearing if isinstance(occasion, Hearing) else None,
        hearing_from=after(received, notices.hearing) if isinstance(occasion, Hearing) else None,
        change_notice=notices.change,
        owed_by=_owed_by(occasion),
    )


def _with_term(terms: words.Terms, occasion: object | None, kind: str) -> words.Terms:
    """Put in the working days in which an outcome is recommended, and the day on which they end.

    No council has confirmed them, so a later day is told as later, and not refused.
    """
    days, since = PANEL_DECIDED_WITHIN, None
    match occasion:
        case ReviewReceived():
            since = occasion.received_on
            days = PANEL_DECIDED_WITHIN if kind == REQUEST_OF[2] else REVIEW_DECIDED_WITHIN
        case LateRequest():
            since = occasion.received_on
        case MoreTime():
            since = occasion.first_due
    if since is None:
        return terms
    return replace(terms, outcome_term=days, outcome_term_ends=after(since, days))


def with_stage_two(terms: words.Terms, occasion: object | None) -> words.Terms:
    """Put in the last day to ask for stage two that a letter which goes out at once owes.

    A case's letter is held to it when it is issued, on the day and by the way it is sent.
    """
    if terms.letter_date is None or not isinstance(occasion, ReviewOutcome):
        return terms
    return replace(terms, stage_two_owed=last_day_to_ask(terms.letter_date))


def _owed_by(occasion: object | None) -> date | None:
    """The last day on which a letter is in time: five working days after what it tells of."""
    if isinstance(occasion, ReviewReceived) and occasion.received_on:
        return after(occasion.received_on, ACKNOWLEDGED_WITHIN)
    if isinstance(occasion, PanelOutcome) and occasion.heard_on:
        return after(occasion.heard_on, TOLD_WITHIN_OF_HEARING)
    return None


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else usual
