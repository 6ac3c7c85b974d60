"""A comparison names the kinds of children two texts treat differently, and what is not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from casework.policies.difference_told import ToldDifference, told_difference
from gui.fields.buttons import Button
from gui.fields.fold import Fold
from gui.lead.trace_page import TracePage
from rules.values import Outcome
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import LEAD, Hearing, decided_office
from tests.gui.test_lead_room import NEW, OLD, compared
from tests.gui.test_panel_room import cut_words


@pytest.fixture
def hearing(tmp_path: Path) -> Hearing:
    return decided_office(tmp_path)


@pytest.fixture
def at_work(qtbot: QtBot, hearing: Hearing) -> Iterator[AtWork]:
    made = AtWork(qtbot, hearing.office, LEAD)
    yield made
    made.close()


def test_each_kind_of_child_is_told_with_its_rules_its_cases_and_both_traces(
    at_work: AtWork,
) -> None:
    page = compared(at_work)
    kinds = page.kinds
    assert "6 kinds of children differ in outcome, and what is charged differs too." in words_on(
        kinds
    )
    assert "Contribution to travel after 16: new; £300.00 where" in words_on(kinds)
    said = words_on(kinds)
    refused = "Offered (Two miles until the start of Year 4), then not entitled"
    assert f"{refused}: aged 8 or over, walking distance over 3 miles" in said
    assert f"{refused}: under 8, walking distance over 2 miles" in said
    assert "of this store" in said
    first = next(each for each in kinds.findChildren(Fold) if "1 of 6" in spoken(each))
    first.open()
    assert "For example: day of travel" in words_on(first)
    button = next(each for each in first.findChildren(Button))
    button.click()
    at_work.settle()
    trace = at_work.page
    assert isinstance(trace, TracePage)
    outcomes = [each.recommendation.eligibility.outcome for each in trace.traced]
    assert outcomes == [Outcome.OFFERED, Outcome.NOT_ENTITLED]
    assert [each.reading for each in trace.traced] == [OLD, NEW]
    at_work.press(Key.Key_Escape)
    assert at_work.page is page


def test_no_two_kinds_have_the_same_title(at_work: AtWork) -> None:
    told = compared(at_work).kinds.told
    assert told is not None
    assert len({each.head for each in told.kinds}) == len(told.kinds) == 6


def test_tab_comes_to_the_kinds_after_the_changes_above_them(at_work: AtWork) -> None:
    page = compared(at_work)
    kinds = page.kinds.findChildren(Fold)
    page.changes.buttons[-1].setFocus()
    at_work.press(Key.Key_Tab)
    assert at_work.focus is kinds[0].line
    at_work.press(Key.Key_Right)
    at_work.press(Key.Key_Tab)
    assert "Show the trace of 1 of 6" in at_work.focus.accessibleName()
    at_work.press(Key.Key_Tab)
    assert at_work.focus is kinds[1].line


def spoken(fold: Fold) -> str:
    return fold.line.accessibleName()


def test_what_was_not_read_is_said_to_be_beyond_comparing_with_what_the_rest_rests_on(
    at_work: AtWork,
) -> None:
    page = compared(at_work, "southampton/2024-25", "southampton/2025-26")
    assert "nobody here has read cannot be compared." in words_on(page.kinds)
    for fold in page.kinds.folds:
        fold.open()
    at_work.settle()
    said = words_on(page.kinds)
    assert "Cannot be compared, for the text was not read:" in said
    assert "Children with a plan (southampton/2024-25#plans)" in said
    assert "The day of travel is any day from" in said
    assert cut_words(page) == []


def test_the_kinds_are_copied_with_what_they_rest_on(at_work: AtWork) -> None:
    page = compared(at_work)
    at_work.press(Key.Key_Y)
    text = QGuiApplication.clipboard().text()
    assert text == page.copy_figures()
    assert "Kinds of children: 6 kinds of children differ in outcome, and" in text
    assert "What is charged differs, also where the outcome is the same." in text
    assert "  For example: day of travel" in text
    assert "Rests on: The day of travel is any day" in text


def test_a_version_against_itself_treats_nobody_differently(hearing: Hearing) -> None:
    found = told_difference(hearing.desk(LEAD), OLD, OLD)
    assert (found.says, found.kinds) == ("No possible child's outcome differs.", ())
    assert found.charges == ()


def test_the_cases_of_the_store_are_counted_kind_by_kind(hearing: Hearing) -> None:
    found: ToldDifference = told_difference(hearing.desk(LEAD), "england/1996-act", NEW)
    assert len(found.counts) == len(found.kinds)
    assert sum(found.counts) == 1
    assert found.not_counted == 2
    assert found.trouble is None
