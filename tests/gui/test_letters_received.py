"""When letters count as received stands in Records, to be confirmed until the council confirms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.letters.receipt_settings import receipt_settings
from gui.records_room.receipt_card import ReceiptCard
from tests.gui.at_work import words_on
from tests.gui.new_council import Council, records, sitting, worked


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path) as found:
        yield found


def confirmed(card: ReceiptCard) -> ReceiptCard:
    """The card once its button was pressed."""
    card.confirm_button.click()
    return card


def test_the_counts_that_come_with_the_program_are_confirmed_for_the_council(
    qtbot: QtBot, council: Council
) -> None:
    card = records(qtbot, council).receipt
    qtbot.waitUntil(lambda: words_on(card).count("to be confirmed by the council") == 2)
    assert "1 working day later" in words_on(card) and "on the same day" in words_on(card)
    card.email.setText("soon")
    card.confirm()
    assert "whole number" in words_on(card)
    card.email.setText("11")
    assert "0 to 10 working days" in worked(qtbot, council, confirmed(card))
    card.email.setText("2")
    assert "Confirmed" in worked(qtbot, council, confirmed(card))
    held = receipt_settings(council.desk)
    assert (held.email, held.handed, held.to_confirm) == (2, 0, False)
    named = f"confirmed by {council.desk.person.name}"
    qtbot.waitUntil(lambda: words_on(card).count(named) == 2)
    assert "to be confirmed" not in words_on(card)
