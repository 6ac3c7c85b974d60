"""A policy lead proves a version on its page: what holds, whom it fails, and the trace of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import gui.lead.proofs_card as proofs_card
from casework.policies.proof_words import ToldProof
from gui.fields.buttons import Button
from gui.fields.sign import SignLine
from gui.lead.told_proof import sign_of
from gui.lead.trace_page import TracePage
from gui.lead.version_page import VersionPage
from gui.shapes import Shape
from tests.gui.at_work import AtWork, Key, words_on
from tests.gui.hearing import LEAD, Hearing, decided_office
from tests.gui.test_lead_room import shelf
from tests.gui.test_panel_room import cut_words

FALLS = "southampton/option-permanent-exclusions"


@pytest.fixture
def hearing(tmp_path: Path) -> Hearing:
    return decided_office(tmp_path)


@pytest.fixture
def at_work(qtbot: QtBot, hearing: Hearing) -> Iterator[AtWork]:
    made = AtWork(qtbot, hearing.office, LEAD)
    yield made
    made.close()


def opened(at_work: AtWork, policy: str) -> VersionPage:
    shelf(at_work).read(policy)
    at_work.settle()
    assert isinstance(at_work.page, VersionPage)
    return at_work.page


def proved(at_work: AtWork, policy: str) -> VersionPage:
    page = opened(at_work, policy)
    at_work.press(Key.Key_V)
    return page


def test_before_anything_is_proved_the_card_says_what_can_be(at_work: AtWork) -> None:
    page = opened(at_work, "england/1996-act")
    assert page.proofs.isVisible()
    assert "changes nothing" in words_on(page.proofs)
    assert not page.proofs.copy_button.isVisible()
    assert not page.proofs.progress.isVisible()


def test_each_child_below_the_floor_is_told_in_words_with_a_way_to_its_trace(
    at_work: AtWork,
) -> None:
    page = proved(at_work, FALLS)
    decided, alone = page.proofs.parts[:2]
    assert decided.told.says.startswith("2 kinds of children fall below the statute (Education")
    assert "from 1 September 2026)." in words_on(alone)
    assert at_work.focus is decided.folds[0].line
    at_work.press(Key.Key_Right)
    said = words_on(decided)
    assert "Beyond walking distance (Education Act 1996, Schedule 35B, paragraph 6)" in said
    assert "When " in said and "For example: day of travel" in said
    first = next(each for each in decided.findChildren(Button) if "trace of 1 of 2" in named(each))
    first.click()
    at_work.settle()
    trace = at_work.page
    assert isinstance(trace, TracePage)
    told = words_on(trace)
    assert "Under england/1996-act" in told and f"Under {FALLS}" in told
    assert "Entitled" in told and "Not entitled" in told
    assert "A made-up child" in told
    assert all(why.findings for why in trace.whys)
    at_work.press(Key.Key_Escape)
    assert at_work.page is page
    assert decided.folds[0].is_open


def test_tab_goes_from_the_proofs_to_the_buttons_below_them(at_work: AtWork) -> None:
    page = proved(at_work, "england/1996-act")
    lines = [fold.line for part in page.proofs.parts for fold in part.folds]
    assert at_work.focus is lines[0]
    for _ in lines[1:]:
        at_work.press(Key.Key_Tab)
    assert at_work.focus is lines[-1]
    at_work.press(Key.Key_Tab)
    assert at_work.focus is page.proofs.prove_button


def named(button: QPushButton) -> str:
    return button.accessibleName()


def test_what_was_not_read_and_what_a_proof_rests_on_can_be_opened(at_work: AtWork) -> None:
    page = proved(at_work, FALLS)
    decided = page.proofs.parts[0]
    for fold in decided.folds:
        fold.open()
    said = words_on(decided)
    assert "Not read, so not told: 3" in said
    assert "southampton/2024-25#plans" in said
    assert "Every fact is known." in said


def test_where_all_holds_the_card_is_calm(at_work: AtWork) -> None:
    page = proved(at_work, "england/1996-act")
    parts = {part.told.title: part for part in page.proofs.parts}
    kept = parts["The statutory floor, as it is decided"]
    assert sign_of(kept.told).shape is Shape.MET
    assert [fold.line.accessibleName() for fold in kept.folds] == [
        "What this rests on: The statutory floor, as it is decided"
    ]
    charges = parts["Gaps and overlaps in charges"]
    assert "This version charges nobody." in words_on(charges)
    assert charges.findChildren(SignLine)
    assert "Prove again" in page.proofs.prove_button.text()


def test_proofs_can_be_stopped_and_leave_nothing(
    at_work: AtWork, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def long_proof(shelf: object, policy: str, progress: Callable[[int, int, str], None]) -> None:
        while True:
            Event().wait(0.01)  # or the window would drown in what it is told
            progress(1, 5, "Reading the council's own text alone")

    monkeypatch.setattr(proofs_card, "prove_every", long_proof)
    page = opened(at_work, FALLS)
    page.proofs.prove_button.click()
    qtbot.waitUntil(lambda: "own text alone" in page.proofs.progress.words.text())
    assert not page.proofs.prove_button.isEnabled()
    page.proofs.progress.cancel_button.click()
    at_work.settle()
    assert "Nothing was changed" in words_on(page.proofs)
    assert page.proofs.parts == []
    assert page.proofs.prove_button.isEnabled()
    assert at_work.focus is page.proofs.prove_button


def test_the_proofs_are_copied_and_saved_as_text(at_work: AtWork, tmp_path: Path) -> None:
    page, path = proved(at_work, FALLS), tmp_path / "proofs.txt"
    page.proofs.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith(f"What is proved of {FALLS}")
    page.proofs.save_button.click()
    assert page.proofs.dialog.selectedFiles()[0].endswith(
        "southampton-option-permanent-exclusions-proofs.txt"
    )
    page.proofs.dialog.fileSelected.emit(str(path))
    page.proofs.dialog.close()
    at_work.settle()
    assert path.read_text(encoding="utf-8") == text


def test_a_version_proved_again_shows_its_proofs_once(at_work: AtWork) -> None:
    page = proved(at_work, "england/1996-act")
    count = len(page.proofs.parts)
    at_work.press(Key.Key_V)
    at_work.settle()
    assert len(page.proofs.parts) == count
    assert words_on(page.proofs).count("The statutory floor, as it is decided") == 1


@pytest.mark.parametrize(
    ("holds", "grave", "shape"),
    [
        (True, True, Shape.MET),
        (False, True, Shape.NOT_MET),
        (False, False, Shape.WARNING),
        (None, False, Shape.MINUS),
    ],
)
def test_a_proof_wears_a_shape_and_not_a_colour_alone(
    holds: bool | None, grave: bool, shape: Shape
) -> None:
    assert sign_of(ToldProof("Title", holds, "It says.", grave=grave)).shape is shape


def test_no_words_are_cut_where_proofs_and_traces_are_told(at_work: AtWork) -> None:
    page = proved(at_work, FALLS)
    for part in page.proofs.parts:
        for fold in part.folds:
            fold.open()
    at_work.settle()
    assert cut_words(page) == []
    page.proofs.trace_asked.emit(page.proofs.parts[0].told.kinds[0])
    at_work.settle()
    assert cut_words(at_work.page) == []
