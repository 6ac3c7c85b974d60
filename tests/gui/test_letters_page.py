"""An officer writes letters of a case: kinds that fit, a form of what lacks, and their proof."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from casework.gate import Intent
from casework.letters.write import issue_letter
from casework.occasions.record import occasions_of
from gui.fields.focus_ring import FocusRing
from gui.officer.case_page import CasePage
from gui.officer.letter_page import LetterPage
from gui.officer.letter_words import KINDS
from gui.officer.saving import CouldNotSaveFile, write_whole
from gui.theme import theme
from records.decision import Decision
from records.sending import SentBy
from rules.quantities import day_in_words
from rules.values import Outcome
from store import letters
from store.letter_formats import letter_format_of
from store.sendings import sendings_of
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.hearing import _decide, _safe_route
from tests.gui.office import REVIEWER, Office, open_office

REFUSE = Intent(Outcome.NOT_ENTITLED, "The walk is within three miles.", "Nothing asks for it.")


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


def refused(office: Office) -> Decision:
    """Ada's case refused, and its letter sent on 23 June 2026."""
    _safe_route(office, "Ada")
    decision = _decide(office, "Ada", REFUSE)
    issue_letter(office.desk(), decision.id)
    return decision


def open_letters(at_work: AtWork, name: str) -> LetterPage:
    """Open a case and the letters of it, with the keyboard."""
    at_work.open(name)
    at_work.press(Key.Key_W)
    at_work.settle()
    page = at_work.page
    assert isinstance(page, LetterPage)
    return page


def fill(field: QWidget, words: str) -> None:
    """Type into a field of the form."""
    typed = field.field
    typed.setPlainText(words) if isinstance(typed, QPlainTextEdit) else typed.setText(words)


def rest(at_work: AtWork, page: LetterPage) -> None:
    """Let typing rest, so that the letter is written anew."""
    page.write_anew()
    at_work.settle()


def test_every_kind_has_a_name_of_its_own(at_work: AtWork) -> None:
    page = open_letters(at_work, "Rowan")
    names = [page.panel.kinds.words_of(kind).partition("\n")[0] for kind in KINDS]
    assert names == list(KINDS.values())


def test_an_open_case_offers_what_fits_and_greys_the_rest_with_why(at_work: AtWork) -> None:
    page = open_letters(at_work, "Imran")
    assert page.panel.kinds.fitting() == ("more-evidence", "extension")
    assert "not decided yet" in page.panel.kinds.words_of("refuse")
    assert page.panel.kinds.name() == "more-evidence"
    assert "blank" in words_on(page.care) and "day by which the evidence" in words_on(page.care)
    assert "Imran Sadiq" in page.view.text
    assert page.keep_button.isEnabled() and not page.issue_button.isEnabled()


def test_more_time_is_asked_for_in_a_letter_written_as_one_types_and_issued(
    at_work: AtWork,
) -> None:
    page = open_letters(at_work, "Imran")
    page.panel.kinds.choose("extension")
    at_work.settle()
    form = page.panel.form
    assert form is not None
    assert "1 July 2026" in form.fields["first_due"].line.text(), "the record knows it"
    form.fields["now_due"].line.setText("15 7 2026")
    fill(form.fields["why_longer"], "We wait for the survey of the path")
    fill(form.fields["meanwhile"], "You arrange the travel")
    rest(at_work, page)
    assert "We will write to you by 15 July 2026" in page.view.text.replace("\r\n", " ")
    assert page.issue_button.isEnabled()
    page.view.setFocus()
    at_work.press(Key.Key_I)
    assert page.is_asking() and at_work.page is page
    at_work.press(Key.Key_Return, CONTROL)
    case = at_work.page
    assert isinstance(case, CasePage)
    (letter,) = letters.letters_of_case(at_work.office.store, case.application)
    assert (letter.kind, letter.issued, letter.decision) == ("extension", True, None)
    assert "Letter that more time is needed" in words_on(case.letters)


def test_a_day_that_cannot_be_read_is_marked_and_nothing_is_recorded(at_work: AtWork) -> None:
    page = open_letters(at_work, "Imran")
    page.panel.kinds.choose("extension")
    at_work.settle()
    assert page.panel.form is not None
    page.panel.form.fields["now_due"].line.setText("31 6 2026")
    rest(at_work, page)
    page.doings.keep()
    at_work.settle()
    assert "cannot be read" in at_work.notice()
    assert letters.letters_of_case(at_work.office.store, at_work.office.cases["Imran"]) == ()


def test_what_stands_against_a_letter_is_said_beside_it(at_work: AtWork) -> None:
    page = open_letters(at_work, "Imran")
    page.panel.kinds.choose("extension")
    at_work.settle()
    assert page.panel.form is not None
    page.panel.form.fields["now_due"].line.setText("2 6 2026")
    rest(at_work, page)
    assert "is not after" in words_on(page.care)
    assert not page.keep_button.isEnabled()


def test_the_clock_of_a_letter_stands_in_the_case_and_in_the_list(at_work: AtWork) -> None:
    refused(at_work.office)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    case = at_work.open("Ada")
    assert case.case_header.appeal.text() == "Appeal ends 23 July 2026"
    assert "Last day to ask for a review: 23 July 2026" in words_on(case.letters)
    at_work.press(Key.Key_Escape)
    lines = {line.child: line for line in at_work.list.table.rows_model.rows}
    assert lines["Ada Thackeray"].appeal_ends == date(2026, 7, 23)


def test_a_decided_case_has_one_button_that_previews_its_letter(at_work: AtWork) -> None:
    refused(at_work.office)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    case = at_work.open("Ada")
    assert case.decided.preview_button.isVisible()
    assert not case.bar.letter_button.isVisible()
    at_work.press(Key.Key_D)
    assert case.bar.letter_button.isVisible(), "a new decision has its preview at the foot"


def test_a_letter_is_checked_and_issued_again_with_its_reason(at_work: AtWork) -> None:
    first = refused(at_work.office)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    case = at_work.open("Ada")
    case.letters.proof_buttons[0].click()
    at_work.settle()
    assert "the same, byte for byte" in at_work.notice()
    case.letters.again_buttons[0].click()
    at_work.settle()
    page = at_work.page
    assert isinstance(page, LetterPage)
    page.panel.options.because.setPlainText("The first gave a wrong telephone number")
    rest(at_work, page)
    assert "takes the place of our letter of 23 June 2026" in " ".join(page.view.text.split())
    page.doings.issue()
    at_work.settle()
    words = words_on(case.letters)
    assert "issued, superseded by the letter of 23 June 2026" in words
    assert "wrong telephone number" in words
    held = letters.letters_of_case(at_work.office.store, first.application)
    assert [letter.replaces for letter in held] == [None, held[0].id]


def test_the_format_is_chosen_seen_and_remembered_for_the_family(at_work: AtWork) -> None:
    refused(at_work.office)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    case = at_work.open("Ada")
    at_work.press(Key.Key_L)
    page = at_work.page
    assert isinstance(page, LetterPage)
    for format in ("large", "easy-read", "html", "text"):
        page.panel.options.format.set_value(format)
        rest(at_work, page)
        assert page.letter is not None and page.letter.format.value == format
        assert "Ada Thackeray" in page.view.text
    page.panel.options.format.set_value("large")
    page.panel.options.points.setText("24")
    page.panel.options.remember.click()
    at_work.settle()
    assert "large print" in at_work.notice()
    found = letter_format_of(at_work.office.store, page.case.household.id)
    assert found is not None and (found.format, found.points) == ("large", 24.0)
    at_work.press(Key.Key_Escape)
    assert at_work.page is case


def test_a_senior_reviewer_records_a_review_and_writes_its_letters(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = open_office(tmp_path)
    decision = refused(office)
    at_work = AtWork(qtbot, office, REVIEWER)
    at_work.list.show_view("all")
    page = open_letters(at_work, "Ada")
    assert "refuse" not in page.panel.kinds.fitting(), "that letter is the officers'"
    page.panel.kinds.choose("stage-1-acknowledgement")
    at_work.settle()
    form = page.panel.form
    assert form is not None
    fill(form.fields["reviewer_role"], "the Head of Travel")
    form.fields["send_evidence_by"].line.setText("7 7 2026")
    fill(form.fields["meanwhile"], "You arrange the travel")
    rest(at_work, page)
    page.doings.issue()
    at_work.settle()
    (recorded,) = occasions_of(office.desk(), decision.application)
    assert recorded.decision == decision.id and recorded.by_name == REVIEWER.name
    case = at_work.page
    assert isinstance(case, CasePage)
    case.letters.folded.open()
    at_work.settle()
    assert "the Head of Travel" in words_on(case.letters)
    at_work.close()


def test_what_the_record_does_not_bear_out_holds_the_letter_back_as_one_types(
    at_work: AtWork,
) -> None:
    case = refused(at_work.office).application
    at_work.office.today = date(2026, 8, 3)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    page = open_letters(at_work, "Ada")
    page.panel.kinds.choose("stage-1-acknowledgement")
    at_work.settle()
    words = words_on(page.care)
    assert "held back: The request came on 3 August 2026; the last day was 23 July 2026" in words
    assert "“Late request: taken or not”" in words and "Ada Thackeray" in page.view.text
    for button in (page.keep_button, page.issue_button, page.record_button, page.save_button):
        assert not button.isEnabled()
    assert page.panel.form is not None
    page.panel.form.fields["received_on"].line.setText("20 7 2026")
    rest(at_work, page)
    assert "held back" not in words_on(page.care) and page.keep_button.isEnabled()
    assert occasions_of(at_work.office.desk(), case) == ()


def test_a_certificate_that_cannot_be_drawn_says_how_to_write_the_letter_without(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused(at_work.office)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    at_work.open("Ada")
    monkeypatch.setattr("casework.measuring.held_network.by_digest", lambda desk, digest: None)
    at_work.press(Key.Key_L)
    page = at_work.page
    assert isinstance(page, LetterPage)
    assert "Take the tick from" in words_on(page.care) and page.view.text == ""
    page.panel.options.enclose.setChecked(False)
    rest(at_work, page)
    assert "Ada Thackeray" in page.view.text


def test_a_file_that_cannot_be_written_says_so_and_leaves_nothing_half_done(
    tmp_path: Path,
) -> None:
    (tmp_path / "letter.pdf").mkdir()
    with pytest.raises(CouldNotSaveFile, match=r"The letter itself is safe\."):
        write_whole(tmp_path / "letter.pdf", b"%PDF")
    assert [each.name for each in tmp_path.iterdir()] == ["letter.pdf"]


def decided_case(at_work: AtWork, name: str) -> CasePage:
    """Open a case whose route is safe, refused just now; its letter is not issued yet."""
    _safe_route(at_work.office, name)
    _decide(at_work.office, name, REFUSE)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    return at_work.open(name)


def asked_to_issue(at_work: AtWork, case: CasePage) -> LetterPage:
    """Press the button that issues the letter of a decision."""
    case.decided.issue_button.click()
    at_work.settle()
    page = at_work.page
    assert isinstance(page, LetterPage) and page.is_asking()
    return page


def test_the_day_and_the_way_are_changed_while_it_is_asked_whether_to_issue(
    at_work: AtWork,
) -> None:
    case = decided_case(at_work, "Ada")
    page = asked_to_issue(at_work, case)
    assert "by first-class post on 23 June 2026" in words_on(page.asking)
    assert not page.issue_button.isVisible() and page.foot.confirm.isVisible()
    page.panel.options.day.line.setText("25 6 2026")
    page.panel.options.sent_by.set_value(SentBy.EMAIL)
    assert not page.foot.confirm.isEnabled(), "nothing goes out that was not shown"
    rest(at_work, page)
    assert "by email on 25 June 2026" in words_on(page.asking)
    assert "25 June 2026" in page.view.text
    page.foot.confirm.click()
    at_work.settle()
    (letter,) = letters.letters_of_case(at_work.office.store, case.application)
    (sent,) = sendings_of(at_work.office.store, case.application)
    assert letter.issued
    assert (sent.sent_on, sent.sent_by) == (date(2026, 6, 25), SentBy.EMAIL)
    assert sent.last_day is not None
    assert day_in_words(sent.last_day) in at_work.notice()


def test_a_day_that_cannot_be_read_is_not_taken_for_today(at_work: AtWork) -> None:
    page = asked_to_issue(at_work, decided_case(at_work, "Ada"))
    page.panel.options.day.line.setText("soon")
    rest(at_work, page)
    page.doings.issue()
    at_work.settle()
    assert "cannot be read" in at_work.notice()
    assert letters.letters_of_case(at_work.office.store, at_work.office.cases["Ada"]) == ()


def test_escape_takes_the_question_away_and_issues_nothing(at_work: AtWork) -> None:
    case = decided_case(at_work, "Ada")
    page = asked_to_issue(at_work, case)
    at_work.press(Key.Key_Escape)
    assert at_work.page is page and not page.is_asking() and not page.asking.isVisible()
    assert at_work.focus is page.issue_button
    at_work.press(Key.Key_Escape)
    assert at_work.page is case and case.decided.issue_button.isVisible()
    assert letters.letters_of_case(at_work.office.store, case.application) == ()


def test_a_letter_that_is_issued_cannot_be_issued_twice_and_says_where_to_do_it_again(
    at_work: AtWork,
) -> None:
    refused(at_work.office)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    case = at_work.open("Ada")
    assert not case.decided.issue_button.isVisible()
    at_work.press(Key.Key_L)
    page = at_work.page
    assert isinstance(page, LetterPage)
    assert not page.issue_button.isEnabled()
    assert "was issued on 23 June 2026" in words_on(page.care)
    assert "Issue again…" in words_on(page.care)


def test_a_letter_is_not_issued_again_before_the_reason_is_written(at_work: AtWork) -> None:
    refused(at_work.office)
    at_work.list.read()
    at_work.settle()
    at_work.list.show_view("all")
    case = at_work.open("Ada")
    case.letters.again_buttons[0].click()
    at_work.settle()
    page = at_work.page
    assert isinstance(page, LetterPage)
    assert not page.issue_button.isEnabled()
    assert "why it is issued again" in words_on(page.care)
    page.panel.options.because.setPlainText("The first gave a wrong telephone number")
    assert page.issue_button.isEnabled()
    rest(at_work, page)
    assert "Still wanted" not in words_on(page.care)
    assert "(Letter of refusal)" in " ".join(page.view.text.split())


def test_with_large_text_the_choices_stand_above_the_pages(at_work: AtWork) -> None:
    page = open_letters(at_work, "Imran")
    assert page.panel.geometry().right() < page.view.geometry().left()
    theme().show_as("light", 200)
    try:
        at_work.settle()
        assert page.panel.geometry().bottom() < page.view.geometry().top()
        assert page.view.width() == page.panel.width()
        assert page.panel.verticalScrollBar().maximum() == 0, "the whole scrolls, not a part of it"
    finally:
        theme().show_as("light", 100)
        at_work.settle()


def test_a_letter_shows_that_it_has_the_focus(at_work: AtWork) -> None:
    page = open_letters(at_work, "Imran")
    ring = page.view.findChild(FocusRing)
    page.panel.kinds.setFocus()
    assert not ring.isVisible()
    page.view.setFocus()
    assert ring.isVisible() and ring.size() == page.view.size()


def test_escape_leaves_a_letter_with_nothing_kept(at_work: AtWork) -> None:
    page = open_letters(at_work, "Imran")
    page.view.setFocus()
    at_work.press(Key.Key_Escape)
    assert isinstance(at_work.page, CasePage)
    assert letters.letters_of_case(at_work.office.store, at_work.office.cases["Imran"]) == ()
