"""An officer makes letters in a run: chosen, a sample read, made, given out, issued; or stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.decide import decide_case
from casework.gate import Intent
from casework.measure import measure_case
from casework.runs.preview import RunFilter, preview_run
from casework.runs.run import begin_run, make_run, mark_read
from gui.officer.case_page import CasePage
from gui.runs import run_page
from gui.runs.done_step import stopped_words
from gui.runs.run_page import RunPage
from gui.runs.sample_step import SamplePage
from rules.values import Outcome
from store import children, schools
from store.letters import letters_of_case
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import PLAIN, REVIEWER, add_case, open_office

ROWAN = Intent(Outcome.ENTITLED, "Beyond two miles at the age of seven.")


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


def decide(at_work: AtWork, *names: str) -> None:
    for name in names:
        decide_case(at_work.office.desk(), at_work.office.cases[name], ROWAN)


def like_rowan(at_work: AtWork, given: str) -> None:
    """Add a measured case that differs from Rowan's by its names alone."""
    office = at_work.office
    school = next(each for each in schools.list_schools(office.store) if "Brook" in each.name)
    add_case(office, given, "Wren", date(2019, 1, 12), school, (7, 2), PLAIN)
    measure_case(office.desk(), office.cases[given])


def opened(at_work: AtWork) -> RunPage:
    at_work.press(Key.Key_L, CONTROL)
    assert isinstance(at_work.page, RunPage)
    return at_work.page


def test_from_the_choice_to_letters_issued_by_keyboard_alone(
    at_work: AtWork, tmp_path: Path
) -> None:
    decide(at_work, "Rowan")
    page = opened(at_work)
    assert "1 letter can be made. None is held back." in words_on(page.choose)
    at_work.press(Key.Key_Return, CONTROL)
    assert "Step 2 of 4" in page.header.about.text()
    assert "to be read" in words_on(page.sample)
    at_work.press(Key.Key_Return, CONTROL)
    sample = at_work.page
    assert isinstance(sample, SamplePage)
    assert "Rowan Thackeray" in sample.view.text
    at_work.press(Key.Key_R)
    assert at_work.page is page
    assert page.go_button.text() == "Make 1 letter"
    assert letters_of_case(at_work.office.store, at_work.office.cases["Rowan"]) == ()
    at_work.press(Key.Key_Return, CONTROL)
    (letter,) = letters_of_case(at_work.office.store, at_work.office.cases["Rowan"])
    assert "1 letter made." in words_on(page.done)
    assert not letter.issued
    page.giving.write_merged(tmp_path / "all.pdf")
    at_work.settle()
    assert (tmp_path / "all.pdf").exists() and (tmp_path / "Run sheet 1.csv").exists()
    at_work.press(Key.Key_I)
    assert "cannot be taken back" in page.confirm.accessibleName()
    at_work.press(Key.Key_Return, CONTROL)
    (letter,) = letters_of_case(at_work.office.store, at_work.office.cases["Rowan"])
    assert letter.issued
    assert "1 issued" in words_on(page.done)


def test_what_is_held_back_says_why_and_opens_its_case(at_work: AtWork) -> None:
    child = next(
        each for each in children.list_children(at_work.office.store) if each.given_name == "Rowan"
    )
    children.correct_child(at_work.office.store, replace(child, given_name="李"), REVIEWER)
    decide(at_work, "Rowan")
    page = opened(at_work)
    assert "No letter can be made. 1 is held back until the case is settled." in words_on(page)
    (held,) = page.choose.held.rows_model.rows
    assert "“李”" in held.held_because
    assert not page.go_button.isVisible()
    page.choose.held.setFocus()
    page.choose.held.choose(held)
    at_work.press(Key.Key_Return)
    assert isinstance(at_work.page, CasePage)
    at_work.press(Key.Key_Escape)
    assert at_work.page is page


def test_escape_takes_back_the_question_and_issues_nothing(at_work: AtWork) -> None:
    page = made_run(at_work)
    at_work.press(Key.Key_I)
    assert page.confirm.isVisible()
    at_work.press(Key.Key_Escape)
    assert not page.confirm.isVisible() and at_work.page is page
    (letter,) = letters_of_case(at_work.office.store, at_work.office.cases["Rowan"])
    assert not letter.issued


def made_run(at_work: AtWork) -> RunPage:
    """A run whose one letter is made, opened from the earlier runs."""
    decide(at_work, "Rowan")
    desk = at_work.office.desk()
    run = begin_run(desk, preview_run(desk, RunFilter()))
    for each in run.sample:
        mark_read(desk, run.id, each)
    make_run(desk, run.id, workers=1)
    page = opened(at_work)
    page.open_run(run.id)
    at_work.settle()
    return page


def test_cancel_keeps_what_is_made_and_the_run_goes_on(
    at_work: AtWork, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(at_work, "Rowan")
    like_rowan(at_work, "Robin")
    decide(at_work, "Robin")
    page = opened(at_work)
    at_work.press(Key.Key_Return, CONTROL)
    for _ in range(2):
        at_work.press(Key.Key_Return, CONTROL)
        at_work.press(Key.Key_R)
    real = run_page.make_run

    def stopped_after_one(desk, run, progress):  # noqa: ANN001, ANN202
        def tell(done: int, total: int) -> None:
            page.work.cancel()  # what Cancel does, after the first letter
            progress(done, total)

        return real(desk, run, tell, workers=1)

    monkeypatch.setattr(run_page, "make_run", stopped_after_one)
    at_work.press(Key.Key_Return, CONTROL)
    assert "The run was stopped. 1 letter made by then stays." in words_on(page.done)
    monkeypatch.undo()
    at_work.press(Key.Key_Return, CONTROL)
    assert "2 letters made." in words_on(page.done)


def test_a_folder_that_refuses_is_told_and_the_letters_stay(
    at_work: AtWork, tmp_path: Path
) -> None:
    page = made_run(at_work)
    page.giving.write_files(tmp_path / "gone")
    at_work.settle()
    assert "the folder is not there" in at_work.notice()
    assert "letters stay in their cases" in at_work.notice()
    page.done.pattern.setText("{surname}")
    at_work.press(Key.Key_F)
    assert "two letters could have one name" in words_on(page.done)
    assert page.giving.dialog is None


def test_a_reviewer_has_no_way_to_runs(qtbot: QtBot, tmp_path: Path) -> None:
    made = AtWork(qtbot, open_office(tmp_path), REVIEWER)
    assert not made.list.runs_button.isVisible()
    made.press(Key.Key_L, CONTROL)
    assert made.page is made.list
    made.close()


def test_the_certificate_goes_with_each_letter_unless_the_tick_is_taken_away(
    at_work: AtWork,
) -> None:
    decide(at_work, "Rowan")
    page = opened(at_work)
    assert page.choose.enclose.isChecked()
    assert page.preview is not None
    assert page.preview.encloses
    page.choose.enclose.click()
    at_work.settle()
    assert not page.preview.encloses
    page.begin()
    at_work.settle()
    assert page.state is not None
    assert not page.state.run.encloses


def test_the_question_whether_to_issue_can_be_declined_with_a_button(at_work: AtWork) -> None:
    page = made_run(at_work)
    assert not page.leave_button.isVisible()
    at_work.press(Key.Key_I)
    assert page.leave_button.isVisible() and not page.again_button.isVisible()
    page.leave_button.click()
    assert not page.confirm.isVisible() and at_work.focus is page.issue_button
    (letter,) = letters_of_case(at_work.office.store, at_work.office.cases["Rowan"])
    assert not letter.issued


def test_while_letters_are_made_the_focus_is_on_cancel_and_then_on_what_follows(
    at_work: AtWork,
) -> None:
    decide(at_work, "Rowan")
    desk = at_work.office.desk()
    run = begin_run(desk, preview_run(desk, RunFilter()))
    for each in run.sample:
        mark_read(desk, run.id, each)
    page = opened(at_work)
    page.open_run(run.id)
    at_work.settle()
    assert "Nothing is sent by it" in words_on(page.done), "the page is not blank before"
    assert at_work.focus is page.go_button
    page.go_button.click()
    assert at_work.focus is page.work.line.cancel_button
    at_work.settle()
    assert at_work.focus is page.issue_button
    assert not page.told.isVisible(), "the page says it already"


def test_a_run_that_was_stopped_at_once_says_so_plainly() -> None:
    assert stopped_words(0) == "The run was stopped before a letter was made."
    assert stopped_words(2) == "The run was stopped. 2 letters made by then stay."
