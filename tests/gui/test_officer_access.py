"""Everybody can work here: names for screen readers, Tab to everything, text at twice its size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.words import Words
from gui.theme import theme
from tests.gui.at_work import AtWork, Key
from tests.gui.office import open_office

Unnamed = Callable[[QWidget], list[str]]


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


def test_every_control_of_the_list_has_a_name(at_work: AtWork, unnamed_controls: Unnamed) -> None:
    assert unnamed_controls(at_work.window) == []


@pytest.mark.parametrize("name", ["Rowan", "Imran", "Poppy", "Bea", "Noor"])
def test_every_control_of_a_case_has_a_name(
    at_work: AtWork, unnamed_controls: Unnamed, name: str
) -> None:
    case = at_work.open(name)
    for line in case.why.findings.values():
        line.open()
    at_work.press(Key.Key_D)
    at_work.settle()
    assert unnamed_controls(at_work.window) == []


def test_every_control_of_a_letter_has_a_name(at_work: AtWork, unnamed_controls: Unnamed) -> None:
    at_work.open("Rowan")
    at_work.press(Key.Key_L)
    assert unnamed_controls(at_work.window) == []


@pytest.mark.parametrize("name", ["Rowan", "Imran", "Noor"])
def test_tab_reaches_every_control_of_a_case_and_comes_round(at_work: AtWork, name: str) -> None:
    case = at_work.open(name)
    at_work.press(Key.Key_D)
    wanted = {
        each
        for each in case.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and takes_tab(each)
    }
    reached: list[QWidget] = []
    for _ in range(400):
        QTest.keyClick(at_work.focus, Key.Key_Tab)
        QApplication.processEvents()
        if at_work.focus in reached:
            break
        reached.append(at_work.focus)
    missed = wanted - set(reached)
    assert not missed, [(type(each).__name__, each.accessibleName()) for each in missed]
    assert at_work.focus is reached[0]


def takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.focusProxy() is None


@pytest.mark.parametrize(
    ("name", "size"),
    [("Rowan", 200), ("Imran", 200), ("Noor", 200), ("Bea", 200), ("Rowan", 100), ("Noor", 80)],
)
def test_no_words_of_a_case_are_cut_at_any_text_size(at_work: AtWork, name: str, size: int) -> None:
    theme().show_as(text_size=size)
    case = at_work.open(name)
    for line in case.why.findings.values():
        line.open()
    at_work.press(Key.Key_D)
    at_work.settle()
    assert cut_words(at_work.page) == []
    assert cut_words(case.header) == []


@pytest.mark.parametrize("size", [80, 200])
def test_no_words_above_the_list_are_cut_at_any_text_size(at_work: AtWork, size: int) -> None:
    theme().show_as(text_size=size)
    at_work.settle()
    assert cut_words(at_work.page) == []
    assert cut_words(at_work.page.header) == []


def cut_words(page: QWidget) -> list[str]:
    """List the labels and buttons that have less room than their words need, or lie outside."""
    found = []
    for each in page.findChildren(QWidget):
        if not each.isVisible() or not isinstance(each, (QLabel, QPushButton)) or not each.text():
            continue
        if too_small(each) or each.geometry().right() > each.parentWidget().width():
            found.append(f"{each.text()[:60]} {each.size()} wants {each.sizeHint()}")
    return found


def too_small(each: QLabel | QPushButton) -> bool:
    if isinstance(each, Words) and each.wordWrap():
        return each.height() + 1 < each.heightForWidth(each.width())
    return each.width() < each.minimumSizeHint().width() or each.height() < (
        each.minimumSizeHint().height()
    )


def test_pointing_at_a_condition_lights_up_its_fact(at_work: AtWork) -> None:
    from gui.fields.steps import Condition

    case = at_work.open("Rowan")
    finding = next(iter(case.why.findings.values()))
    at_work.tab_to(lambda widget: widget is finding.line)
    at_work.press(Key.Key_Right)

    def rests_on_the_walk(widget: QWidget) -> bool:
        return isinstance(widget, Condition) and widget.step.name == "walking_distance"

    at_work.tab_to(rests_on_the_walk)
    assert case.facts.rows["walking_distance"].is_pointed_at
    at_work.press(Key.Key_Tab)
    assert not case.facts.rows["walking_distance"].is_pointed_at


def test_a_fact_is_corrected_in_place_with_its_source(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.tab_to(lambda widget: widget is case.facts.rows["nearer_suitable_schools"])
    at_work.press(Key.Key_Space)
    assert case.facts.changing is not None
    at_work.focus.selectAll()  # type: ignore[attr-defined]
    at_work.write("2")
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Space)  # the first suggestion of where it comes from
    assert case.recommendation.words().startswith("Not entitled.")
    assert case.case_header.chip.text() == "Recommended: not entitled"


def test_what_is_typed_wrong_is_said_beside_the_field_and_nothing_is_recorded(
    at_work: AtWork,
) -> None:
    case = at_work.open("Noor")
    asked = next(each for each in case.questions.asked if each.word.name == "walking_distance")
    asked.setFocus()
    at_work.write("quite far")
    at_work.press(Key.Key_Return)
    assert "its unit" in asked.ask.editor.wrong.text()
    assert asked.because is None


def test_an_answer_can_be_taken_back_before_it_is_recorded(at_work: AtWork) -> None:
    case = at_work.open("Imran")
    at_work.press(Key.Key_Space)
    assert case.questions.asked[0].because is not None
    at_work.press(Key.Key_Escape)
    assert case.questions.asked[0].because is None
    assert at_work.page is case
    assert not case.questions.asked[0].ask.editor.answers.is_answered()


def test_measuring_answers_its_question_and_the_next_has_the_focus(at_work: AtWork) -> None:
    case = at_work.open("Noor")
    assert "walking_distance" in [each.word.name for each in case.questions.asked]
    at_work.press(Key.Key_M)
    assert case.view is not None
    assert case.view.map.walking is not None
    assert "walking_distance" not in [each.word.name for each in case.questions.asked]
    assert case.questions.asked[0].isAncestorOf(at_work.focus)


def test_the_page_does_not_scroll_when_a_fact_is_recorded(at_work: AtWork) -> None:
    case = at_work.open("Noor")
    assert case.columns is not None
    bar = case.columns.verticalScrollBar()
    before = bar.value()
    at_work.press(Key.Key_M)
    assert abs(bar.value() - before) < 60
