"""Help by discretion is written with who authorises it, its limits and its review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.record import record_judgement
from gui.officer.draft import Draft
from rules.values import Outcome
from store import decisions, discretions
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import OFFICER, REVIEWER, SEND, open_office


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    office = open_office(tmp_path)
    why = "Walked on 12 June: pavements all along."
    record_judgement(office.desk(OFFICER), office.cases["Teo"], "route_unsafe", False, why)
    made = AtWork(qtbot, office)
    yield made
    made.close()


def offer(at_work: AtWork) -> None:
    case = at_work.open("Teo")
    at_work.press(Key.Key_D)
    segments = case.panel.outcome.segments
    next(one for one in segments if one.option.value is Outcome.OFFERED).click()
    at_work.settle()


def test_an_offer_that_no_rule_makes_asks_for_authoriser_limits_and_review(
    at_work: AtWork,
) -> None:
    offer(at_work)
    panel = at_work.case.panel
    assert panel.by_discretion.isVisible()
    panel.reasons.setPlainText("A bereavement in June.")
    panel.discretion.setPlainText("Two terms while the family is in mourning.")
    wanted = " ".join(panel.wanted_list.wanted())
    assert "who authorises it" in wanted
    assert "the day it is reviewed" in wanted
    offered = [panel.by_discretion.authoriser.itemText(at) for at in range(2)]
    assert offered == [f"{SEND.name}, SEND officer", f"{REVIEWER.name}, Senior reviewer"]


def test_it_is_recorded_with_its_record_and_shown_on_the_case(at_work: AtWork) -> None:
    offer(at_work)
    panel = at_work.case.panel
    panel.reasons.setPlainText("A bereavement in June.")
    panel.discretion.setPlainText("Two terms while the family is in mourning.")
    panel.by_discretion.authoriser.set_value(REVIEWER.id)
    panel.by_discretion.authoriser.activated.emit(1)
    panel.by_discretion.limits.setText("until the end of March")
    panel.by_discretion.review.line.setText("31 3 2027")
    panel.reasons.setFocus()
    at_work.press(Key.Key_Return, CONTROL)
    case = at_work.office.cases["Teo"]
    made = decisions.current_decision(at_work.office.store, case)
    assert made is not None
    (kept,) = discretions.discretions_of(at_work.office.store, case)
    assert made.discretion == kept
    assert (kept.authorised_by_name, kept.review_on) == (REVIEWER.name, date(2027, 3, 31))
    said = words_on(at_work.case.decided)
    assert f"Authorised by {REVIEWER.name}, to be reviewed by 31 March 2027." in said
    assert "Limited to: until the end of March" in said


def test_a_refusal_asks_for_none_of_it(at_work: AtWork) -> None:
    offer(at_work)
    panel = at_work.case.panel
    segments = panel.outcome.segments
    next(one for one in segments if one.option.value is Outcome.NOT_ENTITLED).click()
    at_work.settle()
    assert not panel.by_discretion.isVisible()
    assert panel._discretion.isVisible()


def test_what_was_written_is_a_draft_with_all_its_parts(at_work: AtWork) -> None:
    offer(at_work)
    panel = at_work.case.panel
    panel.by_discretion.limits.setText("until the end of March")
    panel.by_discretion.review.line.setText("31 3 2027")
    draft: Draft = at_work.case.draft()
    assert (draft.limits, draft.review_on) == ("until the end of March", date(2027, 3, 31))
    at_work.case.close_decision()
    at_work.press(Key.Key_D)
    assert panel.by_discretion.limits.text() == "until the end of March"
    assert panel.by_discretion.review.day() == date(2027, 3, 31)
