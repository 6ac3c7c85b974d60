"""A panel's clerk writes the letters of stage two from a decided case; others only read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from casework.letters.tell import tell_letter
from casework.letters.wish import LetterWish
from casework.letters.write import issue_letter
from casework.occasions.record import occasions_of, record_occasion
from gui.officer.letter_page import LetterPage
from gui.panel.case_page import PanelCasePage
from gui.panel.names import Hearing as Room
from records.people import Person, Role
from records.reviews import ReviewOutcome, ReviewReceived
from store import letters
from store.people import add_person
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import MEMBER, Hearing, decided_office
from tests.gui.office import OFFICER, REVIEWER

CLERK = Person("p-clerk", "I. Kelp", frozenset({Role.PANEL_CLERK}))
ASKED = ReviewReceived(
    date(2026, 6, 23), "the Head of Travel", date(2026, 7, 21), date(2026, 7, 7), "By bus"
)
OUTCOME = ReviewOutcome(
    False, "Imran is not entitled", "She read the case", ("the school",), ("the walk",),
    "The walk is safe", "R. Reid", date(2026, 7, 23), "Use the form",
)  # fmt: skip


@pytest.fixture
def hearing(tmp_path: Path) -> Hearing:
    """Imran's refusal issued, reviewed at stage one, and not changed."""
    made = decided_office(tmp_path)
    add_person(made.office.store, CLERK, OFFICER)
    decision = made.decisions["Imran"]
    issue_letter(made.office.desk(), decision.id)
    reviewer = made.desk(REVIEWER)
    record_occasion(reviewer, decision.application, ASKED)
    kind = "stage-1-outcome"
    tell_letter(reviewer, decision.application, kind, OUTCOME, LetterWish(), True)
    return made


@pytest.fixture
def at_work(qtbot: QtBot, hearing: Hearing) -> Iterator[AtWork]:
    made = AtWork(qtbot, hearing.office, CLERK)
    yield made
    made.close()


def opened(at_work: AtWork, hearing: Hearing) -> PanelCasePage:
    """Imran's case as the panel sees it."""
    page = PanelCasePage(at_work.page._around, hearing.decisions["Imran"].id, Room())
    at_work.window.shell.open_page(page)
    at_work.settle()
    return page


def fill(field: QWidget, words: str) -> None:
    """Type into a field of the form."""
    typed = field.field
    typed.setPlainText(words) if isinstance(typed, QPlainTextEdit) else typed.setText(words)


def fill_hearing(page: LetterPage) -> None:
    """Type all that an invitation tells."""
    form = page.panel.form
    assert form is not None
    for name, day in (
        ("hearing_on", "20 8 2026"), ("papers_on", "6 8 2026"), ("late_evidence_by", "10 8 2026"),
    ):  # fmt: skip
        form.fields[name].line.setText(day)
    for name in ("hearing_time", "place", "joining", "taking_part", "supporters", "procedure",
                 "access_needs"):  # fmt: skip
        fill(form.fields[name], f"words of {name.replace('_', ' ')}")
    fill(form.fields["panel_names"], "Mr J Singh\nMs L Hart")
    fill(form.fields["hearing_notice_days"], "28")


def ask_for_panel(at_work: AtWork, decided: PanelCasePage) -> None:
    """Record that the family asked for stage two, without a letter."""
    at_work.press(Key.Key_W)
    page = at_work.page
    assert isinstance(page, LetterPage)
    assert page.panel.kinds.fitting() == ("stage-2-acknowledgement",)
    assert "No request for stage two" in page.panel.kinds.words_of("stage-2-invitation")
    form = page.panel.form
    assert form is not None and form.fields["was_due_on"].line.text() == "23 July 2026"
    fill(form.fields["came_by"], "by email")
    fill(form.fields["family_says"], "Nobody can walk with Imran")
    page.record_button.click()
    at_work.settle()
    assert at_work.page is decided


def test_a_request_for_stage_two_is_recorded_with_how_it_came_and_whether_it_is_late(
    at_work: AtWork, hearing: Hearing
) -> None:
    decided = opened(at_work, hearing)
    ask_for_panel(at_work, decided)
    words = words_on(decided.record)
    assert "Stage two: acknowledgement: recorded on 23 June 2026 by I. Kelp" in words
    assert "How the request came: by email" in words
    assert "Nobody can walk with Imran" in words and "It came in time." in words
    case = hearing.decisions["Imran"].application
    kinds = [each.kind for each in letters.letters_of_case(hearing.office.store, case)]
    assert "stage-2-acknowledgement" not in kinds, "no letter was written"


def test_a_clerk_issues_the_invitation_to_a_hearing_from_the_decided_case(
    at_work: AtWork, hearing: Hearing
) -> None:
    decided = opened(at_work, hearing)
    ask_for_panel(at_work, decided)
    at_work.press(Key.Key_W)
    page = at_work.page
    assert isinstance(page, LetterPage)
    page.panel.kinds.choose("stage-2-invitation")
    at_work.settle()
    fill_hearing(page)
    page.write_anew()
    at_work.settle()
    assert "words of place" in " ".join(page.view.text.split())
    page.doings.issue()
    at_work.settle()
    assert at_work.page is decided
    words = words_on(decided.record)
    assert "Stage two: invitation" in words and "issued" in words
    assert "recorded on 23 June 2026 by I. Kelp" in words
    case = hearing.decisions["Imran"].application
    letter = letters.letters_of_case(hearing.office.store, case)[-1]
    assert (letter.kind, letter.issued, letter.made_by) == ("stage-2-invitation", True, CLERK.id)


def test_letters_of_others_are_greyed_for_a_clerk_with_who_writes_them(
    at_work: AtWork, hearing: Hearing
) -> None:
    opened(at_work, hearing).record.write_button.click()
    at_work.settle()
    page = at_work.page
    assert isinstance(page, LetterPage)
    assert "An officer writes" in page.panel.kinds.words_of("refuse")
    assert "the senior reviewer writes" in page.panel.kinds.words_of("stage-1-outcome")


def test_no_letter_is_offered_while_initials_are_shown(at_work: AtWork, hearing: Hearing) -> None:
    page = opened(at_work, hearing)
    at_work.press(Key.Key_I)
    assert page.record.write_button is None
    at_work.press(Key.Key_W)
    assert at_work.page is page


def test_a_member_of_the_panel_only_reads(qtbot: QtBot, hearing: Hearing) -> None:
    member = AtWork(qtbot, hearing.office, MEMBER)
    page = opened(member, hearing)
    assert page.record.write_button is None
    member.press(Key.Key_W)
    assert member.page is page
    assert len(occasions_of(hearing.desk(), hearing.decisions["Imran"].application)) == 2
    member.close()
