"""A panel reads the letters of a case with what gave rise to them, and sees them proved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.letters.tell import tell_letter
from casework.letters.wish import LetterWish
from casework.letters.write import issue_again, issue_letter
from casework.occasions.record import occasions_of, record_occasion
from gui.panel.case_page import PanelCasePage
from gui.panel.letter_page import KeptLetterPage
from gui.panel.names import Hearing as Room
from records.reviews import ReviewReceived
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import MEMBER, Hearing, decided_office

ASKED = ReviewReceived(
    date(2026, 6, 23), "the Head of Travel", date(2026, 7, 21), date(2026, 7, 7),
    "P. Sadiq brings Imran herself",
)  # fmt: skip


@pytest.fixture
def hearing(tmp_path: Path) -> Hearing:
    """Imran's refusal issued, issued again, and a review asked for."""
    made = decided_office(tmp_path)
    desk, decision = made.office.desk(), made.decisions["Imran"]
    first = issue_letter(desk, decision.id)
    issue_again(desk, first.id, "The first had a wrong number.")
    tell_letter(desk, decision.application, "stage-1-acknowledgement", ASKED, LetterWish(), True)
    return made


@pytest.fixture
def at_work(qtbot: QtBot, hearing: Hearing) -> Iterator[AtWork]:
    made = AtWork(qtbot, hearing.office, MEMBER)
    yield made
    made.close()


def opened(at_work: AtWork, hearing: Hearing) -> PanelCasePage:
    """Imran's case as the panel sees it."""
    around = at_work.page._around if hasattr(at_work.page, "_around") else at_work.page.around
    page = PanelCasePage(around, hearing.decisions["Imran"].id, Room())
    at_work.window.shell.open_page(page)
    at_work.settle()
    return page


def test_letters_sendings_and_occasions_are_told_in_part_10(
    at_work: AtWork, hearing: Hearing
) -> None:
    words = words_on(opened(at_work, hearing).record)
    assert "superseded by the letter of 23 June 2026" in words
    assert "The first had a wrong number" in words
    assert "Last day to ask for a review: 23 July 2026" in words
    assert "Stage one: acknowledgement: recorded on 23 June 2026 by A. Officer" in words
    assert "brings Imran herself" in words


def test_initials_hide_names_in_what_was_recorded(at_work: AtWork, hearing: Hearing) -> None:
    page = opened(at_work, hearing)
    at_work.press(Key.Key_I)
    words = words_on(page.record)
    assert "Imran" not in words and "Sadiq" not in words
    assert "brings I. herself" in words


def test_a_letter_that_is_read_says_whether_it_comes_out_again(
    at_work: AtWork, hearing: Hearing
) -> None:
    page = opened(at_work, hearing)
    page.record.letter_buttons[-1].click()
    at_work.settle()
    kept = at_work.page
    assert isinstance(kept, KeptLetterPage)
    assert "the same, byte for byte" in words_on(kept)


def test_an_occasion_corrected_since_stays_to_be_read(at_work: AtWork, hearing: Hearing) -> None:
    desk, case = hearing.office.desk(), hearing.decisions["Imran"].application
    (first,) = occasions_of(desk, case)
    better = ReviewReceived(
        **{**{f: getattr(ASKED, f) for f in ASKED.__slots__}, "meanwhile": "Bus"}
    )
    record_occasion(desk, case, better, replaces=first.id)
    words = words_on(opened(at_work, hearing).record)
    assert "It was corrected since" in words and "Bus" in words
