"""An officer mends what was taken down wrongly, adds evidence, and withdraws a case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.case import read_case
from records.application import Stage
from store import applications, evidence
from tests.gui.at_work import CONTROL, AtWork, Key, words_on
from tests.gui.office import REVIEWER, open_office


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


def test_a_date_of_birth_is_corrected_with_a_reason_and_the_case_assessed_anew(
    at_work: AtWork,
) -> None:
    case = at_work.open("Rowan")
    assert case.recommendation.words().startswith("Entitled until 11 January 2027")
    case.facts.change("date_of_birth")
    assert case.facts.changing is not None
    case.facts.changing.ask.answered.emit("date_of_birth", date(2019, 2, 12))
    at_work.settle()
    assert case.facts.changing.because is not None
    case.facts.changing.because.suggestions[0].click()
    at_work.settle()
    assert case.recommendation.words().startswith("Entitled until 11 February 2027")
    found = read_case(at_work.office.desk(), case.application)
    assert found.child.date_of_birth == date(2019, 2, 12)
    assert "Date of birth corrected" in words_on(case.history) or case.history.folded


def test_evidence_is_added_with_its_document(at_work: AtWork, tmp_path: Path) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7 a letter")
    case = at_work.open("Ada")
    case.evidence.begin()
    at_work.write("Letter of the GP")
    assert case.evidence.form is not None
    case.evidence.form.given_by.setText("parent")
    case.evidence.form.file.setText(str(letter))
    case.evidence.form.record.click()
    at_work.settle()
    (held,) = evidence.evidence_of(at_work.office.store, case.application)
    assert (held.title, held.given_by, held.kind) == ("Letter of the GP", "parent", "pdf")
    assert evidence.document_of(at_work.office.store, held) == letter.read_bytes()
    assert "Letter of the GP" in words_on(case.evidence)


def test_evidence_without_a_giver_is_not_taken_in(at_work: AtWork) -> None:
    case = at_work.open("Ada")
    case.evidence.begin()
    at_work.write("Letter of the GP")
    assert case.evidence.form is not None
    case.evidence.form.record.click()
    at_work.settle()
    assert "Say who gave it." in words_on(case.evidence)
    assert evidence.evidence_of(at_work.office.store, case.application) == ()


def test_a_file_that_is_not_there_is_told_and_what_was_typed_stays(
    at_work: AtWork, tmp_path: Path
) -> None:
    case = at_work.open("Ada")
    case.evidence.begin()
    at_work.write("Letter of the GP")
    assert case.evidence.form is not None
    case.evidence.form.given_by.setText("parent")
    case.evidence.form.file.setText(str(tmp_path / "not there.pdf"))
    case.evidence.form.record.click()
    at_work.settle()
    assert "cannot be read" in at_work.notice()
    assert case.evidence.form.title.text() == "Letter of the GP"


def test_a_case_is_withdrawn_with_the_reason(at_work: AtWork) -> None:
    case = at_work.open("Ada")
    case.withdrawal.begin()
    at_work.press(Key.Key_Return, CONTROL)
    assert "Nothing is written yet" in words_on(case.withdrawal)
    at_work.write("The family moves to another council.")
    at_work.press(Key.Key_Return, CONTROL)
    found = applications.application(at_work.office.store, case.application)
    assert found.stage is Stage.WITHDRAWN
    assert not case.withdrawal.isVisible()


def test_a_reviewer_is_offered_none_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    at_work = AtWork(qtbot, open_office(tmp_path), REVIEWER)
    case = at_work.open("Rowan")
    assert not case.withdrawal.isVisible()
    assert not hasattr(case.evidence, "add_button")
    assert not case.determinations.buttons
    at_work.close()
