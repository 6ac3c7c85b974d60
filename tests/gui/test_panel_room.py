"""A panel member reads a decided case from end to end with the keyboard, and can change nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from casework.panel import open_for_panel
from gui.fields.segmented import Segmented
from gui.fields.sign import SignLine
from gui.panel.case_page import PanelCasePage
from gui.panel.facts_part import worked_out
from gui.panel.law_part import LawPart
from gui.panel.letter_page import KeptLetterPage
from gui.panel.list_page import ALL, DecidedPage
from gui.panel.names import Names, initials, names_of
from gui.panel.room import may_read
from gui.panel.tried import nearest_limit, plain
from gui.theme import theme
from records.people import Person, Role
from rules.recommendation import Step
from rules.values import MILLIMETRES_PER_MILE, Result
from store import audit
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import FAMILY, MEMBER, RIVER, Hearing, decided_office


@pytest.fixture
def hearing(tmp_path: Path) -> Hearing:
    return decided_office(tmp_path)


@pytest.fixture
def at_work(qtbot: QtBot, hearing: Hearing) -> Iterator[AtWork]:
    made = AtWork(qtbot, hearing.office, MEMBER)
    yield made
    made.close()


def listed(at_work: AtWork) -> DecidedPage:
    assert isinstance(at_work.page, DecidedPage)
    return at_work.page


def opened(at_work: AtWork, name: str) -> PanelCasePage:
    page = listed(at_work)
    page.show_kind(ALL)
    line = next(each for each in page.table.rows_model.rows if each.child.startswith(name))
    page.open_case(line)
    at_work.settle()
    assert isinstance(at_work.page, PanelCasePage)
    return at_work.page


def part(page: PanelCasePage, number: int) -> str:
    return words_on(page.parts[number - 1])


# The way through a case


def test_from_the_list_to_the_familys_words_and_the_letter_with_the_keyboard(
    at_work: AtWork,
) -> None:
    page = listed(at_work)
    assert [line.child for line in page.table.rows_model.rows] == ["Imran Sadiq"]  # the refused
    at_work.press(Key.Key_Slash)
    at_work.write("imr")
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Return)
    case = at_work.page
    assert isinstance(case, PanelCasePage)
    assert "Help with travel was refused." in part(case, 1)
    at_work.press(Key.Key_4)
    assert case.columns is not None
    top = case.parts[3].mapTo(case.columns.viewport(), case.parts[3].rect().topLeft()).y()
    assert 0 <= top < 60
    assert "The footpath by the river floods each winter" in part(case, 4)
    at_work.tab_to(lambda widget: widget in case.record.letter_buttons)
    at_work.press(Key.Key_Space)
    letter = at_work.page
    assert isinstance(letter, KeptLetterPage)
    assert "Imran Sadiq" in letter.view.text
    at_work.press(Key.Key_Escape)
    assert at_work.page is case
    at_work.press(Key.Key_Escape)
    assert at_work.page is page


def test_a_rule_opens_into_its_conditions_and_lights_up_its_fact(at_work: AtWork) -> None:
    case = opened(at_work, "Imran")
    first = next(iter(case.tested.rationale.lines.values()))
    at_work.tab_to(lambda widget: widget is first.line)
    at_work.press(Key.Key_Right)
    assert first.is_open
    assert "Walking distance" in words_on(first)
    at_work.tab_to(lambda w: getattr(getattr(w, "step", None), "name", "") == "walking_distance")
    assert case.facts.rows["walking_distance"].property("pointed") == "true"
    assert case.facts.rows["in_area"].property("pointed") == "false"


def test_keys_that_people_read_by_scroll_the_page(at_work: AtWork) -> None:
    case = opened(at_work, "Imran")
    assert case.columns is not None
    bar = case.columns.verticalScrollBar()
    at_work.press(Key.Key_PageDown)
    below = bar.value()
    assert below > 100
    at_work.press(Key.Key_End)
    assert bar.value() == bar.maximum() > below
    at_work.press(Key.Key_Home)
    assert bar.value() == 0


# What a lay member is told


def test_the_paragraph_says_what_by_which_figure_by_whom_and_under_what(at_work: AtWork) -> None:
    said = part(opened(at_work, "Imran"), 1)
    assert "Brook Road Primary is 1.999 miles away by the shortest available walking" in said
    assert "the limit for a child of 8 or over is 3 miles" in said
    assert "Decided by A. Officer on 23 June 2026, for travel from 1 September 2026" in said
    assert "Marlhaven travel policy 2026-27" in said
    assert "Imran Sadiq lives within three miles" in said


def test_a_length_near_a_limit_is_never_written_as_the_limit(at_work: AtWork) -> None:
    case = opened(at_work, "Imran")  # 3,217.451 m: 1.237 m short of two miles
    for number in (1, 3, 7, 8):
        walked = part(case, number).replace("2.00 miles (3,217.451 m) by road", "")
        walked = walked.replace("2.00 miles ‹ 3 miles", "")
        assert "2.00 miles" not in walked
    assert "1.999 miles (3,217.451 m) on foot" in part(case, 8)


def test_the_three_questions_name_what_is_disputed_and_what_was_considered(
    at_work: AtWork,
) -> None:
    said = part(opened(at_work, "Imran"), 2)
    assert said.index("law and the policy applied") < said.index("finding of fact wrong")
    assert "The family says: “The footpath by the river floods each winter" in said
    assert "considered, and not used, under s.508C" in said


def test_points_carry_evidence_and_answer_and_judgements_reasons(at_work: AtWork) -> None:
    case = opened(at_work, "Imran")
    assert RIVER in part(case, 4)
    assert "Four photographs of the river path" in part(case, 4)
    assert "Route too unsafe to be expected to walk: no" in part(case, 5)
    assert "Judged by A. Officer on 23 June 2026" in part(case, 5)
    assert "the breakfast club opens at 7:30" in part(case, 6)


def test_rules_that_could_help_stand_apart_from_those_that_take_help_away(
    at_work: AtWork,
) -> None:
    said = part(opened(at_work, "Imran"), 3)
    failed, others = said.split("Looked at too, without deciding")
    assert "Beyond walking distance" in failed
    assert "Free travel by others after 16" in others
    assert "could not apply: age, phase or kind of place" in others


def test_facts_say_where_they_came_from_and_what_was_not_known(at_work: AtWork) -> None:
    said = part(opened(at_work, "Imran"), 7)
    assert "measured on Marlhaven streets 2026-06, 23 June 2026" in said
    assert "application, 3 June 2026" in said
    assert "Born" in said


def test_a_fact_takes_one_line_of_the_table_wherever_its_words_leave_room(
    at_work: AtWork,
) -> None:
    facts = opened(at_work, "Imran").facts
    rows = [facts.rows[name] for name in ("day_of_travel", "date_of_birth", "in_area")]
    line = QFontMetrics(theme().font()).height()
    assert all(row.height() <= line + theme().px(12) for row in rows)


def test_how_a_fact_was_worked_out_is_told_only_where_the_text_says_more_than_its_name(
    at_work: AtWork,
) -> None:
    case = opened(at_work, "Imran").case
    assert case is not None
    told = {each.name: worked_out(case, each) for each in case.decision.recommendation.derived}
    assert told["phase"] == "worked out from other facts"
    assert told["age"] == "worked out: age of date of birth on day of travel"


def test_what_cannot_be_told_yet_of_travel_wears_its_sign_wherever_it_is_said(
    at_work: AtWork,
) -> None:
    travel = opened(at_work, "Rowan").parts[10]
    signed = {words_on(line) for line in travel.findChildren(SignLine)}
    said = [each for each in words_on(travel).split("\n") if each.startswith("Cannot tell yet")]
    assert said
    assert set(said) <= signed
    assert len(travel.findChildren(SignLine)) == len(said)


def test_the_law_as_it_stood_is_the_stored_text_and_it_replays(at_work: AtWork) -> None:
    case = opened(at_work, "Imran")
    said = part(case, 9)
    assert "The law as it stood on 23 June 2026" in said
    assert "the stored facts under the stored texts give the same findings" in said
    assert case.case is not None
    assert case.case.law.digest[:8] in said
    assert case.case.law.digest == case.case.decision.recommendation.digest


def test_a_record_that_no_longer_replays_is_said_so(qtbot: QtBot, hearing: Hearing) -> None:
    case = open_for_panel(hearing.desk(), hearing.decisions["Imran"].id)
    law = LawPart()
    qtbot.addWidget(law)
    law.show_case(replace(case, replays=False), names_of(case.decision, hidden=False))
    law.show()
    assert "now give other findings" in words_on(law)


def test_an_earlier_decision_opens_and_says_that_another_took_its_place(at_work: AtWork) -> None:
    case = opened(at_work, "Teo")
    assert "offered by discretion; no rule requires it" in part(case, 1)
    assert case.record.decision_buttons
    case.record.decision_buttons[0].click()
    at_work.settle()
    earlier = at_work.page
    assert isinstance(earlier, PanelCasePage)
    assert earlier is not case
    assert "Help with travel was refused." in part(earlier, 1)
    assert "a later decision took its place" in earlier.header.about.text()


def test_a_need_judged_by_the_send_officer_is_told_as_the_ground(at_work: AtWork) -> None:
    said = part(opened(at_work, "Poppy"), 1)
    assert "the law entitles this child" in said
    assert "The ground is: Cannot walk, special needs, disability or mobility." in said
    assert "annot reasonably be expected to walk: yes" in said
    assert "miles away" not in said  # within the limit: a condition of this rule, not the reason
    assert "Schedule 35B, paragraph 2" in said


# Read-only


def test_nothing_in_the_room_can_change_a_case(at_work: AtWork, hearing: Hearing) -> None:
    lines = audit.verify(hearing.office.store).lines
    case = opened(at_work, "Imran")
    case.open_all()
    fields = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, Segmented)
    editable = [one for one in case.findChildren(QWidget) if isinstance(one, fields)]
    assert editable == []
    for part_ in case.parts:
        at_work.press(getattr(Key, f"Key_{part_.key}"))
    assert audit.verify(hearing.office.store).lines == lines


def test_the_room_is_for_the_panel_reviewers_and_officers() -> None:
    class Desk:
        def __init__(self, role: Role) -> None:
            self.person = Person("p", "P.", frozenset({role}))

    mine = {role for role in Role if may_read(Desk(role))}
    assert Role.PANEL_MEMBER in mine
    assert Role.ELIGIBILITY_OFFICER in mine
    assert Role.POLICY_LEAD not in mine
    assert Role.ADMINISTRATOR not in mine


# Initials for a hearing


def everything_said(widget: QWidget) -> str:
    words = [label.text() for label in widget.findChildren(QLabel)]
    words += [one.accessibleName() for one in widget.findChildren(QWidget)]
    words += [one.accessibleDescription() for one in widget.findChildren(QWidget)]
    return "\n".join(words)


def test_initials_take_every_name_of_the_family_off_the_page(at_work: AtWork) -> None:
    case = opened(at_work, "Imran")
    case.open_all()
    at_work.press(Key.Key_I)
    assert case.header.title.text() == "I. S."
    said = everything_said(case) + everything_said(case.header)
    assert not [name for name in ("Imran", "Sadiq", "Quay Lane") if name in said]
    assert case.record.letter_buttons == []  # a letter bears names
    at_work.press(Key.Key_Escape)
    page = listed(at_work)
    assert "I. S." in {line.child for line in page.table.rows_model.rows}
    at_work.press(Key.Key_I)
    assert "Imran Sadiq" in {line.child for line in page.table.rows_model.rows}


def test_initials_are_taken_from_each_part_of_a_name() -> None:
    assert initials("Mary-Ann van der Berg") == "M. A. V. D. B."


def test_a_word_that_is_also_a_name_stays_where_it_is_written_small() -> None:
    names = Names("May Lane", "P. Lane", ("3 Quay Lane", "ZZ1 1AA"), hidden=True)
    assert names.said("May may walk from 3 Quay Lane") == "M. may walk from (address withheld)"
    assert names.said("We met Mrs Lane's sister") == "We met Mrs L.'s sister"


def test_a_childs_name_is_found_by_nobody_while_initials_are_shown(at_work: AtWork) -> None:
    page = listed(at_work)
    page.show_kind(ALL)
    page.initials_box.click()
    page.find.setText("Sadiq")
    assert page.table.rows_model.rows == []
    assert page.empty.heading.text() == "Nothing found"


# The list


def test_the_list_says_what_to_do_where_nothing_is_found(at_work: AtWork) -> None:
    page = listed(at_work)
    page.find.setText("nobody of that name")
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    page.find.setText("")
    assert page.table.isVisible()


def test_granted_refused_and_all_add_up(at_work: AtWork) -> None:
    page = listed(at_work)
    counts = {}
    for kind in ("refused", "granted", "all"):
        page.show_kind(kind)
        counts[kind] = len(page.table.rows_model.rows)
    assert counts == {"refused": 1, "granted": 3, "all": 4}


# Traces for lay readers


def test_what_must_not_be_so_is_told_as_one_condition() -> None:
    inner = Step("named", "x", Result.NOT_MET, (Step("test", "y", Result.NOT_MET),), "n", says="It")
    told = plain(Step("none", "", Result.MET, (inner,)))
    assert (told.text, told.result, told.parts) == ("Not so: it", Result.MET, ())


def test_the_nearest_of_several_limits_is_the_one_to_write_a_length_against(
    hearing: Hearing,
) -> None:
    every = hearing.decisions["Imran"].recommendation.findings
    short = 2 * MILLIMETRES_PER_MILE - 1_000
    assert nearest_limit(every, "walking_distance", short) == 2 * MILLIMETRES_PER_MILE
    assert nearest_limit(every, "walking_distance", None) is None


# For everyone


def test_every_control_is_named(
    at_work: AtWork, unnamed_controls: Callable[[QWidget], list[str]]
) -> None:
    assert unnamed_controls(at_work.window) == []
    opened(at_work, "Imran").open_all()
    at_work.settle()
    assert unnamed_controls(at_work.window) == []


@pytest.mark.parametrize("size", [80, 200])
def test_no_word_is_cut_at_any_text_size(at_work: AtWork, size: int) -> None:
    case = opened(at_work, "Imran")
    case.open_all()
    theme().show_as(text_size=size)
    at_work.settle()
    assert cut_words(case) == []


def cut_words(page: QWidget) -> list[str]:
    """List the labels of a page that are shown with less room than their words need."""
    return [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.text() and _is_cut(label)
    ]


def _is_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() + 1 < label.heightForWidth(label.width())
    return label.width() + 1 < label.sizeHint().width()


def test_names_of_other_families_never_come_into_a_case(at_work: AtWork) -> None:
    said = everything_said(opened(at_work, "Imran"))
    others = set(FAMILY) - {"Imran", "Sadiq", "Quay Lane", "Lane"}
    assert not [name for name in others if name in said]
