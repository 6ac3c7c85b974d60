"""Since when a child has been helped stands among the facts of their next case, to be corrected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.case import read_case
from casework.cases import list_cases
from casework.decide import decide_case
from casework.gate import Intent
from gui.officer.case_page import CasePage
from records.application import Stage
from rules.values import Outcome
from store.applications import add_application
from store.identifiers import new_id
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.office import OFFICER, Office, open_office

APPROVE = Intent(Outcome.ENTITLED, "Beyond two miles at 7.")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """The office after Rowan was helped, with a second application for later in the year."""
    found = open_office(tmp_path)
    desk = found.desk()
    decide_case(desk, found.cases["Rowan"], APPROVE)
    first = read_case(desk, found.cases["Rowan"]).application
    second = replace(
        first, id=new_id(), reference="MH-00900", day_of_travel=date(2027, 1, 4), stage=Stage.OPEN
    )
    add_application(found.store, second, OFFICER)
    found.cases["Rowan again"] = second.id
    return found


@pytest.fixture
def at_work(qtbot: QtBot, office: Office) -> Iterator[AtWork]:
    made = AtWork(qtbot, office)
    yield made
    made.close()


def opened(at_work: AtWork) -> CasePage:
    lines = list_cases(at_work.office.desk())
    wanted = at_work.office.cases["Rowan again"]
    at_work.list.open_case(next(each for each in lines if each.id == wanted))
    at_work.settle()
    return at_work.case


def test_the_day_of_first_help_is_seen_with_the_decision_it_comes_from(at_work: AtWork) -> None:
    case = opened(at_work)
    assert "first_helped_on" in case.facts.rows
    said = words_on(case.facts)
    assert "First helped on" in said
    assert "Decision of 23 June 2026 on case" in said


def test_an_officer_corrects_the_day_of_first_help_on_the_case(at_work: AtWork) -> None:
    case = opened(at_work)
    case.facts.rows["first_helped_on"].setFocus()
    at_work.press(Key.Key_Space)
    assert case.facts.changing is not None
    at_work.focus.selectAll()  # type: ignore[attr-defined]
    at_work.write("3 September 2025")
    at_work.press(Key.Key_Return)
    at_work.press(Key.Key_Space)  # the first suggestion of where it comes from
    assert "3 September 2025" in words_on(case.facts)
    assert "Decision of 23 June 2026" not in words_on(case.facts)
