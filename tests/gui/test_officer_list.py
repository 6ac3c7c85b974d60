"""The list of cases: views, finding, sorting, copying, and how it stays quick with many lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from casework.assess import assess
from casework.cases import CaseLine, list_cases
from casework.decide import draft_decision
from casework.gate import Intent
from casework.working_days import Clock
from gui.officer.case_header import late_words
from gui.officer.list_columns import clock_words, due_first, outcome_words
from gui.officer.list_filters import VIEWS, counts, finds, text_of, view_of
from gui.officer.list_line import line_of
from records.application import Directorate, Stage
from records.decision import Decision
from records.people import Person, Role
from rules.values import Outcome
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import OFFICER, Office, open_office


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = open_office(tmp_path)
    yield made
    made.store.close()


def shown(at_work: AtWork) -> list[str]:
    return [line.child.split()[0] for line in at_work.list.table.rows_model.rows]


def test_every_open_case_is_listed_with_its_outcome(at_work: AtWork) -> None:
    rows = {line.child: line.outcome for line in at_work.list.table.rows_model.rows}
    assert len(rows) == 7
    assert rows["Rowan Thackeray"] is Outcome.ENTITLED
    assert rows["Noor Haddad"] is Outcome.CANNOT_TELL_YET


def test_a_number_key_chooses_a_view(at_work: AtWork) -> None:
    at_work.press(Key.Key_2)
    assert shown(at_work) == ["Rowan"]
    at_work.press(Key.Key_6)
    assert shown(at_work) == ["Poppy"]
    at_work.press(Key.Key_1)
    assert len(shown(at_work)) == 7


def test_views_count_what_they_keep(office: Office) -> None:
    lines = list_cases(office.desk())
    found = counts(lines)
    for view in VIEWS:
        assert found[view.key] == len([line for line in lines if view.keeps(line)])
    assert (found["open"], found["decide"], found["send"], found["decided"]) == (7, 1, 1, 0)


def test_facts_at_odds_stand_with_those_that_need_facts(office: Office) -> None:
    lines = {line.child: line for line in list_cases(office.desk())}
    assert view_of("facts").keeps(lines["Bea Quill"])


def test_late_is_only_said_of_open_cases(office: Office) -> None:
    line = list_cases(office.desk())[0]
    late = replace(line, clock=Clock(21, 20, date(2026, 6, 1)))
    assert view_of("late").keeps(late)
    assert not view_of("late").keeps(replace(late, stage=Stage.DECIDED))


def test_slash_finds_by_name_reference_postcode_or_school(at_work: AtWork) -> None:
    for words, found in (
        ("imran", ["Imran"]),
        ("00219", ["Imran"]),
        ("zz83ql", ["Imran"]),
        ("academy haddad", ["Noor"]),
    ):
        at_work.press(Key.Key_Slash)
        at_work.write(words)
        at_work.press(Key.Key_Return)
        assert shown(at_work) == found


def test_escape_empties_the_field_then_leaves_it(at_work: AtWork) -> None:
    at_work.press(Key.Key_Slash)
    at_work.write("imran")
    at_work.press(Key.Key_Escape)
    assert at_work.list.find.text() == ""
    at_work.press(Key.Key_Escape)
    assert at_work.focus is at_work.list.table
    assert len(shown(at_work)) == 7


def test_finding_nothing_says_so_and_offers_the_way_back(at_work: AtWork) -> None:
    at_work.press(Key.Key_Slash)
    at_work.write("zebra")
    at_work.press(Key.Key_Return)
    assert "No case fits" in words_on(at_work.list)
    at_work.list.all_button.click()
    at_work.settle()
    assert len(shown(at_work)) == 7


def test_arrows_move_and_enter_opens(at_work: AtWork) -> None:
    at_work.press(Key.Key_Down, times=2)
    at_work.press(Key.Key_Return)
    assert at_work.case.header.title.text() == "Imran Sadiq"


def test_back_keeps_the_place_in_the_list(at_work: AtWork) -> None:
    at_work.press(Key.Key_Down, times=3)
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Escape)
    assert at_work.list.table.chosen_row().child == "Poppy Lane"
    assert at_work.focus is at_work.list.table


def test_one_goes_from_case_to_case_in_the_order_of_the_list(at_work: AtWork) -> None:
    at_work.press(Key.Key_Return)
    alt = Qt.KeyboardModifier.AltModifier
    at_work.press(Key.Key_Down, alt)
    assert at_work.case.header.title.text() == "Ada Thackeray"
    at_work.press(Key.Key_Up, alt)
    assert at_work.case.header.title.text() == "Rowan Thackeray"
    at_work.press(Key.Key_Up, alt)
    assert at_work.focus is at_work.list.table


def test_sorting_by_what_is_wanted_puts_figures_in_order(at_work: AtWork) -> None:
    table = at_work.list.table
    column = [each.title for each in table.rows_model.columns].index("Wanted")
    table.horizontalHeader().setSortIndicator(column, Qt.SortOrder.DescendingOrder)
    wanted = [line.wanted for line in table.rows_model.rows]
    assert wanted == sorted(wanted, reverse=True)
    assert wanted[0] >= 10


def test_the_list_is_copied_as_it_is_shown(at_work: AtWork) -> None:
    at_work.press(Key.Key_2)
    at_work.press(Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("MH-00217,Rowan Thackeray,Entitled,Brook Road Primary")


def test_a_line_made_from_a_case_is_the_line_of_the_list(office: Office) -> None:
    lines = {line.id: line for line in list_cases(office.desk())}
    for id in office.cases.values():
        assert line_of(assess(office.desk(), id)) == lines[id]


def test_an_empty_store_says_what_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    from store.file import create
    from store.keys import CHEAP_FOR_TESTS

    store, _ = create(
        tmp_path / "empty.milepost", "harbour", OFFICER, label="Empty", key_cost=CHEAP_FOR_TESTS
    )
    at_work = AtWork(qtbot, Office(store))
    assert "No cases yet" in words_on(at_work.list)
    at_work.close()


def test_the_room_is_for_officers_and_reviewers(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path, measured=False)
    lead = Person("p-lead", "P. Lead", frozenset({Role.POLICY_LEAD}))
    at_work = AtWork(qtbot, office, lead)
    assert "cases" not in at_work.window.shell._rooms
    at_work.close()


def test_fifty_thousand_lines_are_filtered_by_views_and_words(office: Office) -> None:
    line = list_cases(office.desk())[0]
    lines = [
        replace(line, id=str(at), reference=f"MH-{at:05d}", directorate=Directorate.TRANSPORT)
        for at in range(50_000)
    ]
    texts, fits = [text_of(each) for each in lines], finds("rowan 4999")
    assert sum(map(fits, texts)) == 15  # 49990 to 49999, and 04999 to 44999
    assert counts(lines)["decide"] == 50_000


def test_the_list_opens_by_what_is_due_first_then_what_was_decided_last(office: Office) -> None:
    line = list_cases(office.desk())[0]

    def due(day: date) -> CaseLine:
        return replace(line, clock=Clock(5, 20, day))

    def decided(on: date) -> CaseLine:
        at = datetime(on.year, on.month, on.day, 12, tzinfo=UTC)
        made = made_of(office, at)
        return replace(line, stage=Stage.DECIDED, decision=made)

    withdrawn = replace(line, stage=Stage.WITHDRAWN)
    meant = [
        due(date(2026, 5, 1)), due(date(2026, 7, 1)), decided(date(2026, 6, 2)),
        decided(date(2026, 6, 1)), withdrawn,
    ]  # fmt: skip
    assert due_first(meant[::-1]) == tuple(meant)
    assert clock_words(meant[2]) == "decided 2 June 2026"
    assert clock_words(replace(meant[0], clock=Clock(22, 20, date(2026, 5, 1)))) == "2 days late"


def test_the_list_stands_in_that_order_until_somebody_chooses_another(at_work: AtWork) -> None:
    head = at_work.list.table.horizontalHeader()
    assert at_work.list.table.rows_model.rows == list(due_first(at_work.list.table.rows_model.rows))
    at_work.list.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    first = shown(at_work)[0]
    at_work.open(first)
    at_work.press(Key.Key_Escape)
    assert head.sortIndicatorSection() == 1


def test_what_is_not_decided_is_said_to_be_recommended(at_work: AtWork) -> None:
    lines = {line.child.split()[0]: line for line in at_work.list.table.rows_model.rows}
    assert at_work.list.table.rows_model.columns[2].title == "Recommended"
    assert outcome_words(lines["Rowan"]) == "Entitled"
    assert outcome_words(lines["Noor"]) == "Cannot tell yet"
    assert outcome_words(replace(lines["Rowan"], stage=Stage.WITHDRAWN)) == "Withdrawn"
    case = at_work.open("Rowan")
    assert case.case_header.chip.accessibleName().endswith("Recommended: entitled")
    at_work.press(Key.Key_D)
    at_work.write("Beyond two miles.")
    at_work.press(Key.Key_Return, CONTROL)
    assert case.case_header.chip.accessibleName().endswith("Entitled")
    assert "Recommended" not in case.case_header.chip.accessibleName()
    at_work.press(Key.Key_Escape)
    at_work.press(Key.Key_8)
    assert "Decided: entitled" in [
        outcome_words(line) for line in at_work.list.table.rows_model.rows
    ]


def test_how_late_a_case_is_is_told_in_working_days() -> None:
    assert late_words(Clock(21, 20, date(2026, 6, 1))) == "late by 1 working day"
    assert late_words(Clock(142, 20, date(2026, 6, 1))) == "late by 122 working days"


def made_of(office: Office, at: datetime) -> Decision:
    """A decision of that moment, as the list knows it."""
    case = assess(office.desk(), office.cases["Rowan"]).case
    found = draft_decision(office.desk(), case.application.id, Intent(Outcome.ENTITLED, "Far."))
    return replace(found, decided_at=at)
