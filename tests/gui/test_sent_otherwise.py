"""How and when a letter was sent is corrected on the case, with the reason; its clock follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.gate import Intent
from casework.letters.write import issue_letter
from gui.officer.case_page import CasePage
from records.sending import SentBy
from rules.values import Outcome
from store.sendings import sendings_of
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import _decide, _safe_route
from tests.gui.office import open_office

REFUSE = Intent(Outcome.NOT_ENTITLED, "The walk is within three miles.", "Nothing asks for it.")


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    """Ada's case refused, and its letter issued on 23 June 2026 by post."""
    office = open_office(tmp_path)
    _safe_route(office, "Ada")
    issue_letter(office.desk(), _decide(office, "Ada", REFUSE).id)
    made = AtWork(qtbot, office)
    made.list.show_view("all")
    yield made
    made.close()


def asked(at_work: AtWork) -> CasePage:
    """Ada's case with the form open."""
    case = at_work.open("Ada")
    case.letters.sent_buttons[0].click()
    at_work.settle()
    assert case.letters.sending_form is not None
    return case


def test_a_letter_that_went_by_email_is_corrected_with_the_reason_kept(at_work: AtWork) -> None:
    case = asked(at_work)
    form = case.letters.sending_form
    assert form is not None and form.day.line.text() == "23 June 2026"
    form.way.set_value(SentBy.EMAIL)
    form.because.setPlainText("The family asked for email")
    form.give()
    at_work.settle()
    words = words_on(case.letters)
    assert "Sent by email on 23 June 2026" in words
    assert "Corrected: The family asked for email" in words
    assert case.letters.sending_form is None
    (counts,) = sendings_of(at_work.office.store, case.application)
    assert counts.sent_by is SentBy.EMAIL
    assert case.case_header.appeal.text() == "Appeal ends 23 July 2026", "the letter promised it"


def test_a_letter_sent_later_gives_the_family_longer(at_work: AtWork) -> None:
    at_work.office.today = at_work.office.today.replace(day=30)
    case = asked(at_work)
    form = case.letters.sending_form
    assert form is not None
    form.day.line.setText("29 6 2026")
    form.because.setPlainText("It lay in the post room")
    form.give()
    at_work.settle()
    assert case.case_header.appeal.text() == "Appeal ends 29 July 2026"


def test_without_a_reason_nothing_is_recorded_and_what_was_typed_stays(at_work: AtWork) -> None:
    case = asked(at_work)
    form = case.letters.sending_form
    assert form is not None
    form.day.line.setText("22 6 2026")
    form.give()
    assert "Write why" in words_on(form)
    form.because.setPlainText("A slip")
    form.give()
    at_work.settle()
    assert "before its decision" in at_work.notice()
    assert case.letters.sending_form is form, "what was typed stays"
    (counts,) = sendings_of(at_work.office.store, case.application)
    assert counts.because == ""


def test_escape_puts_the_form_away_and_leaves_the_case_open(at_work: AtWork) -> None:
    case = asked(at_work)
    at_work.press(Key.Key_Escape)
    assert case.letters.sending_form is None and at_work.page is case
