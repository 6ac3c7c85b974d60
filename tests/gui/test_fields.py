"""The fields of a page: answered by keyboard, read aloud, and never changed by accident."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.fields.ask import AskRow
from gui.fields.buttons import Button
from gui.fields.chip import outcome_chip
from gui.fields.editors import TypedEditor
from gui.fields.entries import Check, Choice, Paragraphs
from gui.fields.facts import FactRow
from gui.fields.figures import deciding_step, figure_words, margin_words, value_words
from gui.fields.finding import FindingLine
from gui.fields.form import FormField
from gui.fields.notice import Kind, Notice
from gui.fields.reading import Unreadable, read_date, read_length, read_money, read_number
from gui.fields.reflow import ReflowLayout
from gui.fields.segmented import Option, Segmented
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.marks import Mark
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone, theme
from gui.welcome.choose_file import PathField
from rules.problems import UserFacingError
from rules.recommendation import Finding, Step
from rules.values import (
    MILLIMETRES_PER_MILE,
    NO_ROUTE,
    Effect,
    FactType,
    KnownHow,
    Outcome,
    Result,
    Standing,
)
from rules.vocabulary import FactWord

MILE = MILLIMETRES_PER_MILE


def word(kind: FactType, **more: Any) -> FactWord:
    return FactWord("fact", kind, KnownHow.RECORDED, True, "A fact", "What is it?", "A why", **more)


def distance(mm: object, limit: int = 2 * MILE) -> Step:
    return Step(
        "test", "", Result.MET, (), "walking_distance", FactType.LENGTH, mm, ">", limit, "limit"
    )


def finding(*steps: Step, result: Result = Result.MET) -> Finding:
    because = Step("all", "", result, steps)
    return Finding(
        "para-6", "Beyond walking distance", Effect.ENTITLES, result, True, "Sch 35B para 6",
        Standing.ENACTED, (), because,
    )  # fmt: skip


# Segmented


def test_arrows_pass_over_an_answer_without_giving_it(qtbot: QtBot) -> None:
    answers = Segmented("Registered pupil", value=None)
    qtbot.addWidget(answers)
    answers.show()
    given = []
    answers.chosen.connect(given.append)
    answers.segments[2].setFocus()
    QTest.keyClick(answers.segments[2], Qt.Key.Key_Left)
    QTest.keyClick(answers.segments[1], Qt.Key.Key_Left)
    assert given == []
    QTest.keyClick(answers.segments[0], Qt.Key.Key_Space)
    assert given == [True]
    assert answers.value() is True


def test_only_one_segment_takes_the_tab_key(qtbot: QtBot) -> None:
    answers = Segmented("Registered pupil", value=False)
    qtbot.addWidget(answers)
    takes = [bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) for one in answers.segments]
    assert takes == [False, True, False]


def test_setting_a_value_in_code_tells_nobody(qtbot: QtBot) -> None:
    answers = Segmented("Registered pupil")
    qtbot.addWidget(answers)
    assert not answers.is_answered()
    with qtbot.assertNotEmitted(answers.chosen):
        answers.set_value(True)
    assert answers.value() is True


def test_nothing_chosen_is_not_the_same_as_not_known(qtbot: QtBot) -> None:
    answers = Segmented("Registered pupil")
    qtbot.addWidget(answers)
    with pytest.raises(LookupError):
        answers.value()
    answers.set_value(None)
    assert answers.value() is None


def test_no_and_the_number_nought_are_different_answers(qtbot: QtBot) -> None:
    answers = Segmented("Count", [Option(0, "None"), Option(False, "No")], value=False)
    qtbot.addWidget(answers)
    assert [one.isChecked() for one in answers.segments] == [False, True]


def test_each_segment_reads_its_word_and_the_question(qtbot: QtBot) -> None:
    answers = Segmented("Is the child registered there?")
    qtbot.addWidget(answers)
    read = QAccessible.queryAccessibleInterface(answers.segments[0])
    assert read.text(QAccessible.Text.Name) == "Yes: Is the child registered there?"
    assert read.role() == QAccessible.Role.RadioButton


# Fields


@pytest.mark.parametrize("kind", ["primary", "plain", "quiet"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_button_answers_enter_as_well_as_space(qtbot: QtBot, kind: str, key: Qt.Key) -> None:
    pressed: list[str] = []
    button = Button("Save", lambda: pressed.append("Save"), kind)
    qtbot.addWidget(button)
    QTest.keyClick(button, key)
    assert pressed == ["Save"]
    button.setEnabled(False)
    QTest.keyClick(button, key)
    assert pressed == ["Save"]


def test_enter_with_control_is_left_to_the_page(qtbot: QtBot) -> None:
    pressed: list[str] = []
    button = Button("Save", lambda: pressed.append("Save"))
    qtbot.addWidget(button)
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []


def wheel_over(widget: QWidget) -> None:
    event = QWheelEvent(
        QPointF(5, 5), widget.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_never_changes_a_choice(qtbot: QtBot) -> None:
    choice = Choice("Kind", [Option("a", "One"), Option("b", "Two")], "a")
    qtbot.addWidget(choice)
    choice.show()
    choice.setFocus()
    wheel_over(choice)
    assert choice.value() == "a"


def test_tab_leaves_a_field_of_several_lines(qtbot: QtBot) -> None:
    window = QWidget()
    lines = QVBoxLayout(window)
    reasons, after = Paragraphs("Reasons"), Button("Record")
    lines.addWidget(reasons)
    lines.addWidget(after)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    reasons.setFocus()
    QTest.keyClicks(reasons, "Because")
    QTest.keyClick(reasons, Qt.Key.Key_Tab)
    assert reasons.toPlainText() == "Because"
    assert window.focusWidget() is after


# What is typed is read exactly


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2 miles", 2 * MILE),
        ("2.31 mi", 3_717_585),
        ("3,717.604 m", 3_717_604),
        ("1.5 km", 1_500_000),
        (" No Route ", NO_ROUTE),
    ],
)
def test_a_length_reads_to_the_millimetre(typed: str, read: object) -> None:
    assert read_length(typed) == read


@pytest.mark.parametrize("typed", ["2", "two miles", "-1 m", "2 furlongs", "", "1.2.3 m"])
def test_a_length_without_its_unit_is_not_guessed(typed: str) -> None:
    with pytest.raises(Unreadable, match="unit"):
        read_length(typed)


@pytest.mark.parametrize("typed", ["14 March 2019", "14/03/2019", "14 Mar 2019", "2019-03-14"])
def test_a_day_reads_as_it_is_written_in_britain(typed: str) -> None:
    assert read_date(typed) == date(2019, 3, 14)


@pytest.mark.parametrize("typed", ["30 February 2019", "03/14/2019", "soon", ""])
def test_a_day_that_does_not_exist_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable, match="exists"):
        read_date(typed)


def test_money_reads_to_the_penny_and_no_further() -> None:
    assert read_money("£616.67") == 61_667
    assert read_money("1,200") == 120_000
    with pytest.raises(Unreadable):
        read_money("6.675")


@pytest.mark.parametrize("typed", ["-1", "1.5", "²", "three"])
def test_a_whole_number_is_nothing_else(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_number(typed)


def test_a_wrong_figure_is_told_beside_the_field_and_given_to_nobody(qtbot: QtBot) -> None:
    editor = TypedEditor(word(FactType.DATE))
    qtbot.addWidget(editor)
    editor.show()
    given = []
    editor.given.connect(given.append)
    QTest.keyClicks(editor.line, "31 June 2019")
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert given == []
    assert "exists" in editor.wrong.text()
    editor.line.clear()
    QTest.keyClicks(editor.line, "30 June 2019")
    assert editor.wrong.isHidden()
    QTest.keyClick(editor.line, Qt.Key.Key_Return)
    assert given == [date(2019, 6, 30)]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FactType.LENGTH, 3_717_604),
        (FactType.LENGTH, NO_ROUTE),
        (FactType.MONEY, 61_667),
        (FactType.DATE, date(2019, 3, 14)),
        (FactType.NUMBER, 3),
    ],
)
def test_what_an_editor_shows_reads_back_the_same(
    qtbot: QtBot, kind: FactType, value: object
) -> None:
    editor = TypedEditor(word(kind))
    qtbot.addWidget(editor)
    editor.show_value(value)
    with qtbot.waitSignal(editor.given) as told:
        editor.record.click()
    assert told.args[0] == value


def test_a_question_answers_with_its_fact(qtbot: QtBot) -> None:
    ask = AskRow(word(FactType.YES_NO))
    qtbot.addWidget(ask)
    with qtbot.waitSignal(ask.answered) as told:
        ask.editor.answers.segments[1].click()
    assert told.args == ["fact", False]


def test_not_known_is_an_answer_too(qtbot: QtBot) -> None:
    ask = AskRow(word(FactType.LENGTH))
    qtbot.addWidget(ask)
    with qtbot.waitSignal(ask.answered) as told:
        ask.editor.not_known.click()
    assert told.args == ["fact", None]


def test_a_choice_offers_the_words_of_the_vocabulary(qtbot: QtBot) -> None:
    ask = AskRow(word(FactType.CHOICE, choices=("special_school", "home")))
    qtbot.addWidget(ask)
    choice = ask.editor.choice
    shown = [choice.itemText(at) for at in range(choice.count())]
    assert shown == ["Special school", "Home", "Not known"]
    assert choice.currentIndex() == -1


def test_why_we_ask_is_there_when_wanted(qtbot: QtBot) -> None:
    ask = AskRow(word(FactType.YES_NO))
    qtbot.addWidget(ask)
    ask.show()
    why = next(one for one in ask.findChildren(Words) if one.text() == "A why")
    assert why.isHidden()
    ask.why_button.click()
    assert why.isVisible()


# Findings


def test_a_figure_is_never_rounded_onto_its_limit() -> None:
    assert figure_words(distance(2 * MILE + 1)) == "2.000001 miles › 2 miles (+0.001 m)"
    assert figure_words(distance(2 * MILE)) == "2.00 miles = 2 miles (exactly)"
    assert figure_words(distance(3_717_604)) == "2.31 miles › 2 miles (+0.31)"
    assert figure_words(distance(NO_ROUTE)) == "no route › 2 miles"
    assert figure_words(distance(None)) == ""


def test_a_margin_carries_its_sign() -> None:
    assert margin_words(-MILE // 2) == "−0.50"
    assert margin_words(-1) == "−0.001 m"


def test_values_are_written_for_people() -> None:
    assert value_words(None, FactType.YES_NO) == "Not known"
    assert value_words(False, FactType.YES_NO) == "No"
    assert value_words(date(2019, 3, 14), FactType.DATE) == "14 March 2019"
    assert value_words(3_717_604, FactType.LENGTH) == "2.31 miles (3,717.604 m)"
    assert value_words(61_667, FactType.MONEY) == "£616.67"
    assert value_words("pupil_referral_unit", FactType.CHOICE) == "Pupil referral unit"


def test_a_finding_reads_as_one_sentence(qtbot: QtBot) -> None:
    line = FindingLine(finding(distance(3_717_604)))
    qtbot.addWidget(line)
    assert line.line.accessibleName() == (
        "Beyond walking distance: met. 2.31 miles, over the limit of 2 miles. Sch 35B para 6"
    )
    read = QAccessible.queryAccessibleInterface(line.line)
    assert read.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)


def test_a_finding_opens_and_closes_by_keyboard(qtbot: QtBot) -> None:
    line = FindingLine(finding(distance(3_717_604)))
    qtbot.addWidget(line)
    line.show()
    QTest.keyClick(line.line, Qt.Key.Key_Right)
    assert line.is_open
    QTest.keyClick(line.line, Qt.Key.Key_Right)
    assert line.is_open
    QTest.keyClick(line.line, Qt.Key.Key_Left)
    assert not line.is_open
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert line.is_open


def test_a_condition_under_the_focus_points_at_its_fact(qtbot: QtBot) -> None:
    line = FindingLine(finding(distance(3_717_604)), label=lambda name: name.title())
    qtbot.addWidget(line)
    line.show()
    line.open()
    condition = next(one for one in line.findChildren(QWidget) if getattr(one, "step", None)
                     and one.step.name)  # fmt: skip
    with qtbot.waitSignal(line.fact_pointed) as told:
        condition.setFocus()
    assert told.args == ["walking_distance"]


def test_the_first_measured_test_decides_what_figure_is_shown() -> None:
    age = Step("test", "", Result.MET, (), "age", FactType.NUMBER, 7, "<", 8)
    group = Step("any", "", Result.MET, (distance(MILE),))
    assert deciding_step(finding(age, group)) == distance(MILE)
    assert deciding_step(finding(age)) is None


def test_an_outcome_is_a_word_to_a_screen_reader(qtbot: QtBot) -> None:
    chip = outcome_chip(Outcome.NOT_ENTITLED)
    qtbot.addWidget(chip)
    read = QAccessible.queryAccessibleInterface(chip)
    assert read.text(QAccessible.Text.Name) == "Not entitled"


# Notices, facts, lines


def test_a_notice_says_what_happened_and_then_the_rest(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    notice = Notice()
    notice.setParent(page)
    assert notice.isHidden()
    notice.show_error(UserFacingError("The file is damaged.\nNothing was lost. Open the backup."))
    assert not notice.isHidden()
    assert notice.accessibleName() == (
        "This did not work. The file is damaged. Nothing was lost. Open the backup."
    )
    with qtbot.waitSignal(notice.closed):
        notice.close_button.click()
    assert notice.isHidden()


def test_the_first_sentence_of_an_error_stands_out(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_error(UserFacingError("It is damaged: 2.5 pages. Nothing was lost. Try a backup."))
    shown = [one.text() for one in notice.findChildren(Words) if one.text()]
    assert shown == ["It is damaged: 2.5 pages.", "Nothing was lost. Try a backup."]


def test_a_notice_with_nothing_to_say_hides(qtbot: QtBot) -> None:
    notice = Notice(Kind.INFO, "Something")
    qtbot.addWidget(notice)
    notice.show_notice(Kind.INFO, "")
    assert notice.isHidden()


def test_a_fact_not_known_stands_out_by_word_and_tone(qtbot: QtBot) -> None:
    fact = FactRow("low_income", "Low income", "Not known", known=False)
    qtbot.addWidget(fact)
    values = [one for one in fact.findChildren(Words) if one.text() == "Not known"]
    assert values[0].property("tone") == "not_known"


def laid_out(qtbot: QtBot, width: int) -> tuple[QWidget, QWidget, QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    line = ReflowLayout(window, gap=12, enough=0.6)
    main, tail = Words("Beyond walking distance, under the age of eight"), Button("Measure again")
    line.set_main(main)
    line.end_with(tail)
    window.setFixedSize(width, max(1, line.heightForWidth(width)))
    line.activate()
    return main, tail, window


def test_the_tail_of_a_line_drops_below_where_there_is_too_little_room(qtbot: QtBot) -> None:
    main, tail, _window = laid_out(qtbot, 700)
    assert tail.y() < main.geometry().bottom()
    assert tail.geometry().right() <= 700
    main, tail, _window = laid_out(qtbot, 170)
    assert tail.y() > main.geometry().bottom()


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("width", [260, 900])
def test_a_mark_stands_in_the_middle_of_the_first_line_of_its_words(
    qtbot: QtBot, width: int, size: int
) -> None:
    theme().show_as(text_size=size)
    line = SignLine(Sign(Shape.WARNING, "Not read", Tone.NOT_MET), "A text of many words " * 4)
    qtbot.addWidget(line)
    line.setFixedSize(width, line.heightForWidth(width))
    line.show()
    line.layout().activate()
    (mark,), (words,) = line.findChildren(Mark), line.findChildren(Words)
    first_line = words.y() + QFontMetrics(words.font()).height() / 2
    assert abs(mark.geometry().center().y() - first_line) <= 2


def test_words_with_a_sign_stand_in_the_middle_beside_what_is_higher(qtbot: QtBot) -> None:
    line = SignLine(Sign(Shape.WARNING, "Not read", Tone.NOT_MET))
    qtbot.addWidget(line)
    line.setFixedSize(300, 90)
    line.show()
    line.layout().activate()
    middles = [each.geometry().center().y() for each in (*line.findChildren(Words), *marks(line))]
    assert all(abs(each - 45) <= 2 for each in middles)


def marks(widget: QWidget) -> list[Mark]:
    return widget.findChildren(Mark)


def test_a_field_with_a_problem_is_outlined_whatever_it_is_made_of(qtbot: QtBot) -> None:
    path, box, roles = PathField("File", new=True), Check("One role"), QWidget()
    QVBoxLayout(roles).addWidget(box)
    forms = [FormField("File", path), FormField("What you do here", roles)]
    for each in forms:
        qtbot.addWidget(each)
        each.show_problem("This is wanted.")
    assert path.line.property("invalid") == "true"
    outlined = box.grab().toImage()
    box.show_valid(True)
    assert box.grab().toImage() != outlined


@pytest.mark.parametrize("size", [80, 100, 200])
def test_no_word_is_cut_at_any_text_size(qtbot: QtBot, size: int) -> None:
    theme().show_as(text_size=size)
    for width in (300, 700, 1100):
        main, tail, _window = laid_out(qtbot, width)
        assert main.height() >= main.heightForWidth(main.width())
        assert tail.width() >= tail.sizeHint().width() or tail.width() == width
