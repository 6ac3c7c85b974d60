"""Officers and panels see a measurement's certificate, save it, and hear why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from casework.certificates.paper import certificate_paper
from gui.officer.certificate_page import CertificatePage
from gui.panel.case_page import PanelCasePage
from gui.panel.list_page import ALL, DecidedPage
from records.measurement import Measurement, Way
from store import measurements
from store.identifiers import new_id
from tests.gui.at_work import AtWork, Key
from tests.gui.hearing import MEMBER, Hearing, decided_office
from tests.gui.office import OFFICER, open_office


@pytest.fixture
def at_work(qtbot: QtBot, tmp_path: Path) -> Iterator[AtWork]:
    made = AtWork(qtbot, open_office(tmp_path))
    yield made
    made.close()


@pytest.fixture
def hearing(tmp_path: Path) -> Hearing:
    return decided_office(tmp_path)


@pytest.fixture
def panel(qtbot: QtBot, hearing: Hearing) -> Iterator[AtWork]:
    made = AtWork(qtbot, hearing.office, MEMBER)
    yield made
    made.close()


def shown(at_work: AtWork) -> CertificatePage:
    assert isinstance(at_work.page, CertificatePage)
    assert at_work.page.paper is not None
    return at_work.page


def save_to(at_work: AtWork, path: Path) -> None:
    """Choose a path in the dialog that asks where."""
    dialog = shown(at_work).dialog
    dialog.fileSelected.emit(str(path))
    dialog.close()
    at_work.settle()
    at_work.window.activateWindow()
    at_work.settle()


def walk_of(at_work: AtWork, name: str) -> Measurement:
    found = measurements.measurements_of(at_work.office.store, at_work.office.cases[name])
    return [each for each in found if each.way is Way.WALKING][-1]


def test_an_officer_sees_the_certificate_saves_it_and_goes_back(
    at_work: AtWork, tmp_path: Path
) -> None:
    case = at_work.open("Rowan")
    assert case.certificates.isVisible()
    at_work.press(Key.Key_C)
    page = shown(at_work)
    assert "Rowan Thackeray" in page.view.text
    assert "The way, street by street" in page.view.text
    assert "the same to the millimetre" in page.told.text()
    at_work.press(Key.Key_S)
    assert page.dialog.selectedFiles()[0].endswith("-certificate-walking.pdf")
    save_to(at_work, tmp_path / "kept.pdf")
    walk = walk_of(at_work, "Rowan")
    same = certificate_paper(at_work.office.desk(), walk.id).content
    assert (tmp_path / "kept.pdf").read_bytes() == same
    assert "kept.pdf" in at_work.notice()
    at_work.press(Key.Key_Escape)
    assert at_work.page is case


def test_large_print_is_drawn_and_saved_under_its_own_name(at_work: AtWork, tmp_path: Path) -> None:
    at_work.open("Rowan")
    at_work.press(Key.Key_C)
    page = shown(at_work)
    page.large_button.click()
    at_work.settle()
    assert page.dialog.selectedFiles()[0].endswith("-certificate-walking-large.pdf")
    save_to(at_work, tmp_path / "large.pdf")
    assert page.paper is not None
    assert len((tmp_path / "large.pdf").read_bytes()) > len(page.paper.content)


def test_a_file_that_cannot_be_written_is_told_and_the_certificate_stays(
    at_work: AtWork, tmp_path: Path
) -> None:
    at_work.open("Rowan")
    at_work.press(Key.Key_C)
    page = shown(at_work)
    page.save()
    save_to(at_work, tmp_path / "nowhere" / "kept.pdf")
    assert "could not be written" in at_work.notice()
    assert at_work.page is page


def test_a_measurement_that_does_not_come_out_again_is_told_on_the_case(at_work: AtWork) -> None:
    walk = walk_of(at_work, "Rowan")
    forged = replace(walk, id=new_id(), ground_mm=(walk.ground_mm or 0) + 1)
    measurements.add_measurement(at_work.office.store, forged, OFFICER)
    case = at_work.open("Rowan")
    at_work.press(Key.Key_C)
    assert at_work.page is case
    assert "there is no certificate" in at_work.notice()
    assert "Measure the case anew" in at_work.notice()


def test_a_case_that_was_not_measured_offers_none(at_work: AtWork) -> None:
    case = at_work.open("Bea")
    assert not case.certificates.isVisible()
    at_work.press(Key.Key_C)
    assert at_work.page is case


def test_a_panel_member_sees_the_certificate_of_what_was_decided_on(panel: AtWork) -> None:
    assert isinstance(panel.page, DecidedPage)
    panel.page.show_kind(ALL)
    line = next(each for each in panel.page.table.rows_model.rows if each.child == "Imran Sadiq")
    panel.page.open_case(line)
    panel.settle()
    case = panel.page
    assert isinstance(case, PanelCasePage)
    assert case.measured.certificates.isVisibleTo(case)
    panel.press(Key.Key_C)
    page = shown(panel)
    assert "Imran Sadiq" in page.view.text
    assert "read-only" in page.header.about.text()
    panel.press(Key.Key_Escape)
    assert panel.page is case
    case.measured.certificates.buttons[Way.ROAD].click()
    panel.settle()
    assert "the road route" in shown(panel).view.text
