"""Travel and cost on a case, and travelling alone determined by the SEND officer alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.determining import Determining, Judged, determine
from casework.record import record_fact, record_judgement
from casework.rights import NotAllowed
from gui.officer.case_page import CasePage
from gui.officer.determination_page import DeterminationPage
from gui.panel.case_page import PanelCasePage
from gui.panel.list_page import DecidedPage
from records.people import Person, Role
from rules.part_values import DeterminationOutcome
from rules.values import Determined
from store import decisions, determinations, judgements
from store.people import add_person
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import OFFICER, SEND, Office, open_office

SECOND = Person("p-second", "M. Quay", frozenset({Role.SEND_OFFICER}))
MEMBER = Person("p-member", "C. Member", frozenset({Role.PANEL_MEMBER}))
LESSER = ("can_use_public_transport", "fit_for_travel_training", "safe_at_pick_up_point")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    found = open_office(tmp_path)
    for person in (SECOND, MEMBER):
        add_person(found.store, person, OFFICER)
    yield found
    found.store.close()


def no_lesser_kind_suits(office: Office, name: str = "Rowan") -> None:
    case = office.cases[name]
    for fact in LESSER:
        record_judgement(office.desk(SEND), case, fact, False, "Looked at with the school.")
    record_fact(office.desk(), case, "consents_to_budget", False, "asked by letter")
    record_judgement(office.desk(SEND), case, "needs_passenger_assistant", False, "No need.")


def test_the_kind_of_travel_is_asked_for_rung_by_rung(qtbot: QtBot, office: Office) -> None:
    at_work = AtWork(qtbot, office)
    case = at_work.open("Rowan")
    assert "Cannot tell yet." in words_on(case.travel)
    assert "Not settled: a pass for public transport" in words_on(case.travel)
    assert [form.word.name for form in case.travel.asked] == ["can_use_public_transport"]
    case.travel.begin()
    at_work.press(Key.Key_Space)
    at_work.write("Two buses, and both run before eight.")
    at_work.press(Key.Key_Return, CONTROL)
    assert "A pass for public transport." in words_on(case.travel)
    assert case.travel.asked == []


def test_each_lesser_kind_says_why_it_is_not_enough(qtbot: QtBot, office: Office) -> None:
    no_lesser_kind_suits(office)
    at_work = AtWork(qtbot, office)
    case = at_work.open("Rowan")
    assert "4 lesser kinds are not enough" in words_on(case.travel)
    case.travel.lesser.open()
    at_work.settle()
    assert "A pass for public transport: can use public transport: no" in words_on(case.travel)


def test_help_the_law_gives_is_free_and_runs_until_the_birthday(
    qtbot: QtBot, office: Office
) -> None:
    at_work = AtWork(qtbot, office)
    case = at_work.open("Rowan")
    said = words_on(case.travel)
    assert "None is asked for." in said
    assert "1 September 2026 to 11 January 2027" in said


def test_a_refused_case_shows_no_travel(qtbot: QtBot, office: Office) -> None:
    record_judgement(
        office.desk(), office.cases["Ada"], "route_unsafe", False, "Walked on 12 June, all lit."
    )
    at_work = AtWork(qtbot, office)
    case = at_work.open("Ada")
    assert case.recommendation.words().startswith("Not entitled")
    assert not case.travel.isVisible()
    assert not case.determinations.isVisible()


def test_what_has_not_come_into_question_is_one_quiet_line(qtbot: QtBot, office: Office) -> None:
    at_work = AtWork(qtbot, office, OFFICER)
    case = at_work.open("Rowan")
    said = words_on(case.determinations)
    assert "Not in question so far: travelling alone, a passenger assistant." in said
    assert "not determined yet" not in said


def open_form(at_work: AtWork, name: str = "Rowan") -> DeterminationPage:
    at_work.open(name)
    at_work.press(Key.Key_T)
    page = at_work.page
    assert isinstance(page, DeterminationPage)
    return page


def fill(page: DeterminationPage, **yes: bool) -> None:
    for form in page.forms:
        form.answer.set_value(yes.get(form.word.name, False))
        form.reasons.setPlainText(f"Seen in May: {form.word.label.lower()}.")
    page.reasons.setPlainText("He hits others when near them, with an assistant too.")
    page.authoriser.set_value(SECOND.id)
    page.review.show_day("1 3 2027")


def test_the_send_officer_determines_travelling_alone_and_the_case_shows_it(
    qtbot: QtBot, office: Office
) -> None:
    no_lesser_kind_suits(office)
    at_work = AtWork(qtbot, office, SEND)
    page = open_form(at_work)
    assert "Still wanted" in page.told.text()
    fill(page, risk_when_sharing=True, sharing_excluded=True)
    assert page.told.text() == "Everything is there."
    page.record()
    at_work.settle()
    case = at_work.page
    assert isinstance(case, CasePage)
    said = words_on(case.determinations)
    assert "Travelling alone: needed" in said
    assert "Determined by S. Ortega on 23 June 2026, authorised by M. Quay." in said
    assert "To be reviewed by 1 March 2027." in said
    assert "A vehicle alone" in words_on(case.travel)
    (made,) = determinations.determinations_of(office.store, office.cases["Rowan"])
    assert (made.outcome, made.review_on) == (DeterminationOutcome.NEEDED, date(2027, 3, 1))


def test_by_keyboard_alone_the_form_goes_to_what_is_lacking(qtbot: QtBot, office: Office) -> None:
    at_work = AtWork(qtbot, office, SEND)
    page = open_form(at_work)
    at_work.press(Key.Key_Space)
    at_work.press(Key.Key_Return, CONTROL)
    assert at_work.focus is page.forms[0].reasons
    assert "Write the reasons." in words_on(page.forms[0])
    at_work.write("The report of May.")
    at_work.press(Key.Key_Return, CONTROL)
    assert page.forms[1].answer.isAncestorOf(at_work.focus)
    assert determinations.determinations_of(office.store, office.cases["Rowan"]) == ()
    assert judgements.judgements_of(office.store, office.cases["Rowan"]) == ()


def test_escape_leaves_the_form_and_records_nothing(qtbot: QtBot, office: Office) -> None:
    at_work = AtWork(qtbot, office, SEND)
    fill(open_form(at_work), sharing_excluded=True)
    at_work.press(Key.Key_Escape)
    assert isinstance(at_work.page, CasePage)
    assert determinations.determinations_of(office.store, office.cases["Rowan"]) == ()


def test_a_transport_officer_is_offered_no_form_and_the_verb_refuses(
    qtbot: QtBot, office: Office
) -> None:
    record_judgement(office.desk(SEND), office.cases["Rowan"], "sharing_excluded", True, "Tried.")
    at_work = AtWork(qtbot, office, OFFICER)
    case = at_work.open("Rowan")
    assert "Travelling alone: not determined yet" in words_on(case.determinations)
    assert "The SEND officer determines it" in words_on(case.determinations)
    assert Determined.SOLO_TRAVEL not in case.determinations.buttons
    at_work.press(Key.Key_T)
    assert at_work.page is case
    every = {"sharing_excluded": Judged(True, "Tried.")}
    meant = Determining(Determined.SOLO_TRAVEL, every, "All.", SECOND.id, date(2027, 3, 1))
    with pytest.raises(NotAllowed, match="SEND officer"):
        determine(office.desk(OFFICER), case.application, meant)


def test_a_decision_waits_for_the_determination_its_travel_rests_on(
    qtbot: QtBot, office: Office
) -> None:
    no_lesser_kind_suits(office)
    for fact in ("risk_when_sharing", "sharing_excluded"):
        record_judgement(office.desk(SEND), office.cases["Rowan"], fact, True, "The report.")
    at_work = AtWork(qtbot, office, SEND)
    case = at_work.open("Rowan")
    assert "the decision waits for it" in words_on(case.determinations)
    at_work.press(Key.Key_D)
    at_work.write("Far.")
    assert "The SEND officer determines travelling alone" in case.bar.words.text() or any(
        "travelling alone" in words for words in case.panel.wanted_list.wanted()
    )
    at_work.press(Key.Key_Return, CONTROL)
    assert decisions.current_decision(office.store, case.application) is None


def test_a_panel_reads_travel_and_cost_from_the_stored_decision(
    qtbot: QtBot, office: Office
) -> None:
    no_lesser_kind_suits(office)
    at_work = AtWork(qtbot, office, SEND)
    page = open_form(at_work)
    fill(page, risk_when_sharing=True, sharing_excluded=True)
    page.record()
    at_work.settle()
    at_work.press(Key.Key_D)
    at_work.write("Beyond two miles at the age of seven.")
    at_work.press(Key.Key_Return, CONTROL)
    made = decisions.current_decision(office.store, office.cases["Rowan"])
    assert made is not None
    at_work.window.hide()
    panel = AtWork(qtbot, office, MEMBER)
    decided = panel.page
    assert isinstance(decided, DecidedPage)
    decided.show_kind("all")
    panel.settle()
    decided.open_case(decided.table.rows_model.rows[0])
    panel.settle()
    hearing = panel.page
    assert isinstance(hearing, PanelCasePage)
    said = words_on(hearing)
    assert "A vehicle alone" in said
    assert "authorised by M. Quay" in said
    assert "Contribution" in said
