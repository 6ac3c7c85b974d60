"""A policy lead confirms a live council's version, and an officer can then decide and issue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.policies.confirm import confirm_version
from gui.lead.shelf_page import ShelfPage
from gui.lead.version_page import VersionPage
from gui.officer.case_page import CasePage
from gui.officer.letter_page import LetterPage
from records.people import Person, Role
from store import confirmations, decisions, letters
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.live import DRAFT, LEAD, live_office
from tests.gui.office import OFFICER, Office

AUDITOR = Person("p-audit", "U. Ditor", frozenset({Role.AUDITOR}))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    found = live_office(tmp_path)
    yield found
    found.store.close()


def sit_down(qtbot: QtBot, office: Office, person: Person) -> AtWork:
    return AtWork(qtbot, office, person)


def version(at_work: AtWork, policy: str = DRAFT) -> VersionPage:
    at_work.window.shell.go("policy")
    at_work.settle()
    assert isinstance(at_work.page, ShelfPage)
    at_work.page.read(policy)
    at_work.settle()
    page = at_work.page
    assert isinstance(page, VersionPage)
    return page


def live_case(at_work: AtWork) -> CasePage:
    at_work.press(Key.Key_Slash)
    at_work.write("SO-00001")
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Return)
    return at_work.case


def test_from_the_leads_word_to_the_issued_letter(qtbot: QtBot, office: Office) -> None:
    lead = sit_down(qtbot, office, LEAD)
    page = version(lead)
    assert "Not confirmed for use yet" in words_on(page.use)
    assert "This is a draft." in words_on(page.use)
    lead.press(Key.Key_U)
    lead.write("Cabinet, 14 July 2026, item 9.")
    lead.press(Key.Key_Return, CONTROL)
    assert "By L. Rowe on 23 June 2026: Cabinet, 14 July 2026, item 9." in words_on(page.use)
    lead.window.hide()

    officer = sit_down(qtbot, office, OFFICER)
    case = live_case(officer)
    officer.press(Key.Key_D)
    officer.write("Beyond two miles at the age of seven.")
    officer.press(Key.Key_Return, CONTROL)
    found = decisions.current_decision(office.store, case.application)
    assert found is not None
    assert found.confirmation is not None
    assert found.confirmation.by_name == "L. Rowe"
    assert "Draft" not in case.recommendation.words()


def test_until_then_the_case_is_assessed_and_the_page_says_calmly_what_waits(
    qtbot: QtBot, office: Office
) -> None:
    officer = sit_down(qtbot, office, OFFICER)
    case = live_case(officer)
    assert case.recommendation.words().startswith("Entitled")
    said = words_on(case.recommendation)
    assert "draft that stands in for 1 September 2026" in said
    assert "has not confirmed this version" in said
    officer.press(Key.Key_D)
    officer.write("Far.")
    officer.press(Key.Key_Return, CONTROL)
    assert f"confirm {DRAFT}" in officer.notice()
    assert decisions.current_decision(office.store, case.application) is None


def test_the_letter_that_is_looked_at_before_is_marked_as_a_draft(
    qtbot: QtBot, office: Office
) -> None:
    officer = sit_down(qtbot, office, OFFICER)
    live_case(officer)
    officer.press(Key.Key_L)
    letter = officer.page
    assert isinstance(letter, LetterPage)
    assert "Draft. Do not send: the policy lead has not confirmed" in letter.view.text
    assert letters.letters_of_case(office.store, office.cases["Rowan of Southampton"]) == ()


def test_the_shelf_says_which_texts_wait_for_the_leads_word(qtbot: QtBot, office: Office) -> None:
    confirm_version(office.desk(LEAD), DRAFT, "Cabinet, 14 July 2026.")
    lead = sit_down(qtbot, office, LEAD)
    lead.window.shell.go("policy")
    lead.settle()
    shelf = lead.page
    assert isinstance(shelf, ShelfPage)
    rows = {row.id: row for row in shelf.rows}
    assert rows[DRAFT].confirmed == "Confirmed for use by L. Rowe on 23 June 2026"
    assert rows["southampton/2025-26"].awaits
    assert not rows["southampton/2019-20"].awaits, "its days are over"
    assert not rows["marlhaven/2026-27"].awaits, "the sample needs nobody's word"
    assert "Confirmed for use by L. Rowe" in words_on(shelf)


def test_the_lead_takes_a_confirmation_back_with_a_reason(qtbot: QtBot, office: Office) -> None:
    lead = sit_down(qtbot, office, LEAD)
    page = version(lead)
    lead.press(Key.Key_U)
    lead.press(Key.Key_Return, CONTROL)
    assert "Nothing is written yet" in words_on(page.use)
    lead.write("A minute.")
    lead.press(Key.Key_Return, CONTROL)
    assert lead.focus is page.use.withdraw_button, "the focus stays with what was confirmed"
    lead.press(Key.Key_Space)
    lead.write("It was of another year.")
    lead.press(Key.Key_Return, CONTROL)
    assert "Not confirmed for use yet" in words_on(page.use)
    words = confirmations.words_on_version(office.store, DRAFT)
    assert [each.because for each in words] == ["A minute.", "It was of another year."]


def test_whoever_else_reads_a_version_is_told_whose_it_is_to_confirm(
    qtbot: QtBot, office: Office
) -> None:
    auditor = sit_down(qtbot, office, AUDITOR)
    page = version(auditor)
    assert "for the policy lead" in words_on(page.use)
    assert page.use.writing is None
    auditor.press(Key.Key_U)
    assert "or withdrawing that, is for the policy lead." in words_on(page.use)


def test_the_sample_councils_version_needs_nobodys_word(qtbot: QtBot, office: Office) -> None:
    lead = sit_down(qtbot, office, LEAD)
    page = version(lead, "marlhaven/2026-27")
    assert "confirmed from the start" in words_on(page.use)
    lead.press(Key.Key_U)
    assert "There is nothing to confirm or to withdraw" in words_on(page.use)
