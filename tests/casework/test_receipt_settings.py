"""When letters count as received is to be confirmed until the council confirms it."""

from __future__ import annotations

from datetime import date

import pytest

from casework.decide import decide_case
from casework.letters.receipt_settings import (
    CannotSetReceipt,
    ReceiptSettings,
    confirm_receipt,
    receipt_settings,
)
from casework.letters.wish import LetterWish
from casework.letters.write import issue_letter
from casework.rights import NotAllowed
from records.people import Role
from records.sending import SentBy
from store import sendings
from tests.casework.desks import as_person
from tests.casework.test_letters_and_versions import REFUSE, text_of
from tests.casework.town import Town

BY_EMAIL = LetterWish(sent_by=SentBy.EMAIL)


def test_usual_practice_holds_until_somebody_confirms_it(town: Town) -> None:
    assert receipt_settings(town.desk) == ReceiptSettings(1, 0, None, None)
    assert receipt_settings(town.desk).to_confirm
    lead = as_person(town.desk, "L. Lead", Role.POLICY_LEAD)
    found = confirm_receipt(lead, 1, 0)
    assert found == ReceiptSettings(1, 0, "L. Lead", date(2026, 11, 23)) and not found.to_confirm


def test_a_letter_is_counted_with_what_the_council_set_and_one_sent_before_is_not(
    town: Town,
) -> None:
    before = issue_letter(town.desk, decide_case(town.desk, town.child_at(1.5), REFUSE).id,
                          wish=BY_EMAIL)  # fmt: skip
    confirm_receipt(as_person(town.desk, "A. Keeper", Role.ADMINISTRATOR), 3, 1)
    decision = decide_case(town.desk, town.child_at(1.6), REFUSE)
    letter = issue_letter(town.desk, decision.id, wish=BY_EMAIL)
    (sent,) = sendings.sendings_of(town.desk.store, letter.application)
    assert (sent.received_on, sent.last_day) == (date(2026, 11, 26), date(2026, 12, 24))
    assert "Ask by 24 December 2026" in text_of(letter.pdf)
    (first,) = sendings.sendings_of(town.desk.store, before.application)
    assert first.received_on == date(2026, 11, 24)


@pytest.mark.parametrize(("email", "handed"), [(-1, 0), (1, 11)])
def test_a_count_that_cannot_be_changes_nothing(town: Town, email: int, handed: int) -> None:
    with pytest.raises(CannotSetReceipt, match="Nothing was changed"):
        confirm_receipt(as_person(town.desk, "L. Lead", Role.POLICY_LEAD), email, handed)
    assert receipt_settings(town.desk).to_confirm


def test_an_officer_does_not_confirm_it(town: Town) -> None:
    with pytest.raises(NotAllowed):
        confirm_receipt(town.desk, 1, 0)
