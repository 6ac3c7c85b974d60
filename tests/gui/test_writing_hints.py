"""While an officer writes reasons, plainer words and names of other children are pointed out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.fields.entries import Paragraphs
from gui.fields.layout import column
from gui.officer.writing_hints import WritingHints
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.office import open_office


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


def test_hints_follow_what_is_written_and_name_other_children_first(qtbot: QtBot) -> None:
    box, field = QWidget(), Paragraphs("Reasons")
    qtbot.addWidget(box)
    hints = WritingHints(field)
    lines = column(box)
    lines.addWidget(field)
    lines.addWidget(hints)
    box.show()
    field.setPlainText("The route is lit.")
    assert not hints.isVisible()
    field.setPlainText("Please note, it is about 3 miles, as for Ada Lane, prior to May.")
    assert "another child's name" not in {hint.rule for hint in hints.hints}
    hints.know_others(frozenset({"Ada Lane"}))
    qtbot.waitUntil(lambda: "And 1 more." in words_on(hints))
    first, *rest = words_on(hints).splitlines()
    assert first.startswith("Another child's name: “Ada Lane”.")
    assert rest[-1] == "And 1 more."
    field.setPlainText("The route is lit.")
    assert not hints.isVisible()


def test_an_officers_reasons_are_hinted_at_and_nothing_is_held_back(at_work: AtWork) -> None:
    case = at_work.open("Rowan")
    at_work.press(Key.Key_D)
    before = case.panel.wanted_list.wanted()
    at_work.write("As with Imran Sadiq, Rowan Thackeray lives beyond two miles.")
    said = words_on(case.panel.reasons_hints)
    assert "Imran Sadiq" in said
    assert "Rowan Thackeray" not in said
    assert set(case.panel.wanted_list.wanted()) <= set(before)
