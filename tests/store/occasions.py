"""Occasions and sendings for tests of the store."""

from __future__ import annotations

from datetime import date

from records.occasions import Occasion, RecordedOccasion
from records.people import Person
from records.reviews import ReviewReceived
from records.sending import Sending, SentBy
from store.identifiers import new_id
from tests.store.conftest import AT

ASKED = ReviewReceived(date(2027, 4, 1), "a senior officer", date(2027, 4, 30), None, "By bus.")


def recorded_occasion(
    application: str, by: Person, occasion: Occasion = ASKED, replaces: str | None = None
) -> RecordedOccasion:
    """An occasion as somebody recorded it."""
    kind = "stage-1-acknowledgement" if isinstance(occasion, ReviewReceived) else "late-appeal"
    return RecordedOccasion(
        new_id(), application, kind, occasion, None, None, replaces, by.id, by.name, AT
    )


def sending_of(letter: str, by: Person, sent_on: date = date(2027, 3, 15)) -> Sending:
    """A letter's sending by post."""
    received, last = date(2027, 3, 17), date(2027, 4, 16)
    return Sending(
        new_id(), letter, sent_on, SentBy.POST, received, last, 1, by.id, by.name, AT
    )  # fmt: skip
