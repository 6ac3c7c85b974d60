"""A figure near a limit is looked at again on the case's page before anything is decided."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from casework.assess import assess
from casework.measuring.confirm_figure import set_band, wanted_for_figures
from gui.fields.buttons import Button
from records.figure import Band
from records.people import Person, Role
from tests.casework.test_chosen_lines import bring_in
from tests.gui.at_work import AtWork
from tests.gui.office import OFFICER, open_office

LEAD = Person(OFFICER.id, OFFICER.name, frozenset({Role.POLICY_LEAD}))
TWO_MILES = ("walking_distance", 3_218_688)


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    office = open_office(tmp_path)
    set_band(office.desk(LEAD), Band(2_000, 5))  # so wide that a case lies in it
    made = AtWork(qtbot, office)
    yield made
    made.close()


def test_everything_is_ticked_before_the_figure_can_be_confirmed(at_work: AtWork) -> None:
    card = at_work.open("Rowan").figures
    assert card.isVisible()
    button, checks = card.buttons[TWO_MILES], card.checks[TWO_MILES]
    assert not button.isEnabled()
    for check in checks:
        check.click()
    assert button.isEnabled()
    button.click()
    at_work.settle()
    desk = at_work.office.desk()
    assert wanted_for_figures(assess(desk, at_work.office.cases["Rowan"])) == ()
    assert card.buttons == {}


def test_figures_on_a_replaced_network_are_asked_for_again_or_kept_with_a_reason(
    at_work: AtWork,
) -> None:
    desk = at_work.office.desk()
    bring_in(desk, [f"N{number}" for number in range(20)], "Network of next year")
    card = at_work.open("Rowan").figures
    assert any("replaced by Network of next year" in each for each in words_in(card))
    named = {one.accessibleName(): one for one in card.findChildren(Button)}
    button = named["Keep them as they are"]
    button.click()
    assert card.why_kept.accessibleDescription() == "Write why."
    card.why_kept.setText("The day of travel lies before it.")
    button.click()
    at_work.settle()
    found = assess(desk, at_work.office.cases["Rowan"])
    assert not any("replaced" in each for each in wanted_for_figures(found))
    assert not any("replaced" in each for each in words_in(card))


def words_in(card: QWidget) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]
