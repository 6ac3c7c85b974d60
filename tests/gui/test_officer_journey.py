"""An officer takes an application from the list to its decision and letter, keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from gui.officer.letter_page import LetterPage
from records.application import Stage
from rules.values import Outcome
from store import applications, decisions, judgements, letters
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import REVIEWER, open_office


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


def test_from_the_list_to_a_letter_on_disk(at_work: AtWork, tmp_path: Path) -> None:
    case = at_work.open("Ada")
    assert "Is the route reasonably safe" in words_on(case.questions)
    at_work.press(Key.Key_Space)  # Yes, the first answer of the question that has the focus
    at_work.write("Lit footway all along; crossings with signals.")
    at_work.press(Key.Key_Return, CONTROL)
    assert case.recommendation.words().startswith("Not entitled.")

    at_work.press(Key.Key_D)
    at_work.write("The walk is under three miles and the route is safe for Ada.")
    at_work.press(Key.Key_Return, CONTROL)
    assert "discretion" in at_work.notice()
    at_work.tab_to(lambda widget: widget is case.panel.discretion)
    at_work.write("Nothing in the family's circumstances asks for help beyond the law.")
    at_work.press(Key.Key_Return, CONTROL)
    assert case.decided.isVisible()
    assert at_work.notice() == ""

    at_work.press(Key.Key_L)
    letter = at_work.page
    assert isinstance(letter, LetterPage)
    assert "Ada Thackeray" in letter.view.text
    at_work.press(Key.Key_S)
    target = tmp_path / "letter.pdf"
    _type_path(at_work, target)
    with pikepdf.open(target) as pdf:
        assert pdf.Root.MarkInfo.Marked
    at_work.press(Key.Key_Escape)
    assert at_work.case is case


def _type_path(at_work: AtWork, target: Path) -> None:
    """Type a path into the dialog that asks where, and press Enter."""
    dialog = at_work.page.dialog
    at_work.qtbot.waitUntil(dialog.isVisible)
    field = dialog.focusWidget()
    field.selectAll()
    at_work.qtbot.keyClicks(field, str(target))
    at_work.qtbot.keyClick(field, Key.Key_Return)
    at_work.qtbot.waitUntil(target.exists)
    at_work.window.activateWindow()  # no window manager here gives the focus back
    at_work.settle()


def test_a_decision_moves_the_case_in_the_list_without_reading_it_all_again(
    at_work: AtWork,
) -> None:
    before = dict(at_work.list._lines)
    at_work.open("Rowan")
    at_work.press(Key.Key_D)
    at_work.write("Beyond two miles at the age of seven.")
    at_work.press(Key.Key_Return, CONTROL)
    at_work.press(Key.Key_Escape)
    rowan = at_work.office.cases["Rowan"]
    after = at_work.list._lines
    assert after[rowan].stage is Stage.DECIDED
    assert all(after[id] is before[id] for id in before if id != rowan)
    assert rowan not in [line.id for line in at_work.list.table.rows_model.rows]


def test_what_is_decided_is_kept_with_its_reasons(at_work: AtWork) -> None:
    at_work.open("Rowan")
    at_work.press(Key.Key_D)
    at_work.write("Beyond two miles at the age of seven.")
    at_work.press(Key.Key_Return, CONTROL)
    found = decisions.current_decision(at_work.office.store, at_work.office.cases["Rowan"])
    assert found is not None
    assert found.outcome is Outcome.ENTITLED
    assert found.reasons == "Beyond two miles at the age of seven."


def test_deciding_again_supersedes_and_keeps_the_first(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    for reasons in ("First reasons.", "Better reasons."):
        at_work.press(Key.Key_D)
        at_work.write(reasons)
        at_work.press(Key.Key_Return, CONTROL)
    made = decisions.decisions_of(at_work.office.store, at_work.office.cases["Rowan"])
    assert [each.reasons for each in made] == ["First reasons.", "Better reasons."]
    assert made[1].supersedes == made[0].id
    assert "Better reasons." in words_on(case.decided)


def test_a_closed_gate_says_what_is_wanted_and_records_nothing(at_work: AtWork) -> None:
    case = at_work.open("Imran")
    at_work.press(Key.Key_D)
    case.panel.reasons.setFocus()
    at_work.write("He can walk it.")
    at_work.press(Key.Key_Return, CONTROL)
    assert "nothing was lost" in at_work.notice()
    assert "Answer the family's point." in at_work.notice()
    assert case.panel.reasons.toPlainText() == "He can walk it."
    assert decisions.list_decisions(at_work.office.store) == ()


def test_the_list_of_what_is_wanted_follows_each_keystroke(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_D)
    assert case.panel.wanted_list.wanted() == ("Write the reasons for the decision.",)
    at_work.write("Far.")
    assert case.panel.wanted_list.wanted() == ()
    assert "Everything" in case.bar.words.text()


def test_a_draft_survives_closing_the_case(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_D)
    at_work.write("Half a reason")
    at_work.press(Key.Key_Escape)
    assert not case.panel.isVisible()
    at_work.press(Key.Key_Escape)
    at_work.list.table.setFocus()
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_D)
    assert at_work.case.panel.reasons.toPlainText() == "Half a reason"


def test_tab_leaves_the_reasons(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_D)
    assert at_work.focus is case.panel.reasons
    at_work.press(Key.Key_Tab)
    assert at_work.focus is not case.panel.reasons
    assert "\t" not in case.panel.reasons.toPlainText()


def test_a_judgement_of_need_is_refused_to_the_eligibility_officer(at_work: AtWork) -> None:
    case = at_work.open("Poppy")
    assert "For the SEND officer to judge" in words_on(case.questions)
    assert not case.questions.asked[0].ask.editor.isEnabled(), "nothing is written in vain"
    at_work.press(Key.Key_Space)
    assert case.questions.asked[0].because is None
    assert judgements.judgements_of(at_work.office.store, at_work.office.cases["Poppy"]) == ()


def test_a_case_of_the_send_directorate_says_who_decides_it(at_work: AtWork) -> None:
    case = at_work.open("Poppy")
    assert case.bar.words.text() == "SEN eligibility is for the SEND officer to decide."


def test_a_letter_of_a_decision_not_recorded_can_be_seen_and_not_saved(at_work: AtWork) -> None:
    at_work.open("Rowan")
    at_work.press(Key.Key_L)
    letter = at_work.page
    assert isinstance(letter, LetterPage)
    assert "Rowan Thackeray" in letter.view.text
    assert "not recorded yet" in words_on(letter)
    assert not letter.save_button.isEnabled()
    assert decisions.list_decisions(at_work.office.store) == ()


def test_before_an_outcome_is_chosen_there_is_no_letter(at_work: AtWork) -> None:
    case = at_work.open("Imran")
    at_work.press(Key.Key_L)
    assert at_work.page is case
    assert "no letter to show yet" in at_work.notice()


def test_a_letter_is_written_kept_and_issued(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_D)
    at_work.write("Beyond two miles at the age of seven.")
    at_work.press(Key.Key_Return, CONTROL)
    assert at_work.focus is case.decided.issue_button, "the letter comes next"
    at_work.press(Key.Key_Space)
    letter, mine = at_work.page, at_work.office.cases["Rowan"]
    assert isinstance(letter, LetterPage) and letter.is_asking()
    assert "by first-class post on 23 June 2026" in words_on(letter.asking)
    assert "can ask for a review until 23 July 2026" in words_on(letter.asking)
    assert letters.letters_of_case(at_work.office.store, mine) == (), "nothing is issued yet"
    at_work.press(Key.Key_Return)
    (kept,) = letters.letters_of_case(at_work.office.store, mine)
    assert kept.issued
    assert at_work.page is case
    assert "The letter of approval is issued" in at_work.notice()
    assert "The last day to ask for a review is 23 July 2026." in at_work.notice()
    assert not case.decided.issue_button.isVisible()
    assert "Letter of approval: Sent by post on 23 June 2026" in words_on(case.decided)
    assert "issued" in words_on(case.letters)


def test_a_reviewer_reads_and_is_offered_nothing_to_change(qtbot: QtBot, tmp_path: Path) -> None:
    at_work = AtWork(qtbot, open_office(tmp_path), REVIEWER)
    case = at_work.open("Rowan")
    assert not case.bar.decide_button.isVisible()
    assert not case.map.button.isVisible()
    at_work.press(Key.Key_D)
    assert not case.panel.isVisible()
    at_work.close()


def test_stage_of_a_case_follows_its_decision(at_work: AtWork) -> None:
    at_work.open("Rowan")
    at_work.press(Key.Key_D)
    at_work.write("Far.")
    at_work.press(Key.Key_Return, CONTROL)
    store, id = at_work.office.store, at_work.office.cases["Rowan"]
    assert applications.application(store, id).stage is Stage.DECIDED
