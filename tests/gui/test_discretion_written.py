"""Help by discretion is written with who authorises it, its limits and its review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.record import record_fact, record_judgement
from gui.officer.case_page import CasePage
from gui.officer.determination_page import DeterminationPage
from gui.officer.draft import Draft
from records.people import Person, Role
from rules.values import Determined, Outcome
from store import decisions, discretions, judgements
from store.people import add_person
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import OFFICER, REVIEWER, SEND, Office, open_office

SECOND = Person("p-second", "M. Quay", frozenset({Role.SEND_OFFICER}))
LESSER = ("can_use_public_transport", "fit_for_travel_training", "safe_at_pick_up_point")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = open_office(tmp_path)
    why = "Walked on 12 June: pavements all along."
    record_judgement(office.desk(OFFICER), office.cases["Teo"], "route_unsafe", False, why)
    return office


@pytest.fixture
def at_work(qtbot: QtBot, office: Office) -> Iterator[AtWork]:
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


def test_once_an_offer_is_meant_its_travel_cost_and_days_are_shown_and_asked_for(
    at_work: AtWork,
) -> None:
    case = at_work.open("Teo")
    assert not case.travel.isVisible()
    offer(at_work)
    said = words_on(case.travel)
    assert "Kind of travel" in said
    assert "Contribution" in said
    assert "From when to when" in said
    assert [form.word.name for form in case.travel.asked][:1] == ["can_use_public_transport"]
    case.travel.begin()
    at_work.press(Key.Key_Space)
    at_work.write("One bus, and it runs before eight.")
    at_work.press(Key.Key_Return, CONTROL)
    assert "A pass for public transport." in words_on(case.travel)
    no = next(
        one for one in case.panel.outcome.segments if one.option.value is Outcome.NOT_ENTITLED
    )
    no.click()
    at_work.settle()
    assert not case.travel.isVisible()
    assert not case.determinations.isVisible()


def travels_alone_or_not_at_all(office: Office) -> None:
    """Judge every lesser kind of travel unsuitable, and two criteria of travelling alone met."""
    add_person(office.store, SECOND, OFFICER)
    case, desk = office.cases["Teo"], office.desk(SEND)
    for fact in (*LESSER, "needs_passenger_assistant"):
        record_judgement(desk, case, fact, False, "Looked at with the school.")
    record_fact(desk, case, "consents_to_budget", False, "asked by letter")
    for fact in ("risk_when_sharing", "sharing_excluded"):
        record_judgement(desk, case, fact, True, "The report of May.")


def write_the_offer(at_work: AtWork) -> None:
    offer(at_work)
    panel = at_work.case.panel
    panel.reasons.setPlainText("A bereavement in June.")
    panel.discretion.setPlainText("Two terms while the family is in mourning.")
    panel.by_discretion.authoriser.set_value(REVIEWER.id)
    panel.by_discretion.authoriser.activated.emit(1)
    panel.by_discretion.review.line.setText("31 3 2027")


def determine_on(at_work: AtWork) -> None:
    at_work.case.determinations.buttons[Determined.SOLO_TRAVEL].click()
    at_work.settle()
    page = at_work.page
    assert isinstance(page, DeterminationPage)
    for form in page.forms:
        form.answer.set_value(form.word.name in ("risk_when_sharing", "sharing_excluded"))
        form.reasons.setPlainText("Seen in May.")
    page.reasons.setPlainText("He hits others when near them, with an assistant too.")
    page.authoriser.set_value(SECOND.id)
    page.review.show_day("1 3 2027")
    page.record()
    at_work.settle()


def test_the_determination_it_waits_for_is_made_from_the_case_and_then_it_is_recorded(
    qtbot: QtBot, office: Office
) -> None:
    travels_alone_or_not_at_all(office)
    at_work = AtWork(qtbot, office, SEND)
    write_the_offer(at_work)
    case = at_work.case
    assert case.panel.wanted_list.wanted() == (
        "The SEND officer determines travelling alone, authorised and with a review.",
    )
    assert "the decision waits for it" in words_on(case.determinations)
    determine_on(at_work)
    assert isinstance(at_work.page, CasePage)
    assert "authorised by M. Quay" in words_on(case.determinations)
    case.panel.reasons.setFocus()
    at_work.press(Key.Key_Return, CONTROL)
    made = decisions.current_decision(office.store, office.cases["Teo"])
    assert made is not None
    assert made.parts is not None
    assert made.parts.arrangement is not None
    assert "A vehicle alone" in words_on(case.travel), "the parts of what was decided stay in sight"


def test_a_judgement_may_count_until_a_day_and_the_case_shows_it(at_work: AtWork) -> None:
    offer(at_work)
    case = at_work.case
    case.travel.begin()
    at_work.press(Key.Key_Space)
    at_work.write("One bus, until the winter timetable.")
    because = case.travel.asked[0].because
    assert because is not None
    assert because.review is not None
    because.review.line.setText("some day")
    at_work.press(Key.Key_Return, CONTROL)
    assert "The day cannot be read; nothing has been recorded." in words_on(because)
    because.review.line.setText("12 12 2026")
    at_work.press(Key.Key_Return, CONTROL)
    kept = judgements.judgements_of(at_work.office.store, at_work.office.cases["Teo"])
    (bus,) = (each for each in kept if each.fact == "can_use_public_transport")
    assert bus.review_on == date(2026, 12, 12)
    assert "counts until 12 December 2026" in words_on(case.judgements)
