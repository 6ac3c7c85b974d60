"""A file of lines is chosen, seen for what it is, mapped, tried and brought in; or stopped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casework.bring_in import bring_in_network
from casework.holdings import holdings
from gui.records_room.network_page import BRINGING, NetworkPage
from tests.geography.files import town_columns, write_highways, write_lines
from tests.gui.new_council import Council, records, shown, sitting, worked

SPACE = Qt.Key.Key_Space
LINES = [[(0, 0), (1000, 0)], [(1000, 0), (1000, 500)], [(5000, 0), (5100, 0)]]


@pytest.fixture
def council(qtbot: QtBot, tmp_path: Path) -> Iterator[Council]:
    with sitting(qtbot, tmp_path) as found:
        yield found


def opened(qtbot: QtBot, council: Council, *paths: Path) -> NetworkPage:
    """Choose files on the card and give the page that opens."""
    card = records(qtbot, council).network
    card.look_at(list(paths))
    pages = council.window.shell.pages
    qtbot.waitUntil(lambda: isinstance(pages.currentWidget(), NetworkPage), timeout=20_000)
    page = pages.currentWidget()
    assert isinstance(page, NetworkPage)
    return page


def ways(folder: Path, **more: object) -> Path:
    columns = town_columns(3, car=["yes", "no", "no"], oneway=["no", "no", "no"])
    return write_lines(folder / "ways.gpkg", LINES, columns, layer="streets", **more)  # type: ignore[arg-type]


def test_lines_are_mapped_tried_and_brought_in(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    page = opened(qtbot, council, ways(tmp_path))
    assert "It is: lines with columns of their own" in shown(page.file)
    assert page.columns_card.choices["oneway"].value() == "oneway"
    assert page.columns_card.choices["name"].value() == "street"
    page.columns_card.choices["id"].set_value("ref")
    page.columns_card.choices["motor"].set_value("car")
    page.work.try_button.setFocus()
    QTest.keyClick(page.work.try_button, SPACE)
    assert page.window().focusWidget() is page.work.progress.cancel_button
    said = worked(qtbot, council, page.work)
    assert page.window().focusWidget() is page.work.try_button, "not on Back"
    assert "This would bring in 3 links. Nothing was kept yet." in said
    assert report(page)[0] == "3 links came in, 1.6 km in all."
    assert any("falls into 2 parts" in line for line in report(page))
    assert holdings(council.desk).networks == ()
    page.work.notice.hide()
    page.work.name.setText("Marlhaven streets")
    QTest.keyClick(page.work.bring_button, SPACE)
    assert "Marlhaven streets is here: 3 streets and paths." in worked(qtbot, council, page.work)
    council.window.shell.back()
    assert "Marlhaven streets" in shown(records(qtbot, council).network)


def report(page: NetworkPage) -> list[str]:
    lines = page.work.report
    return [lines.itemAt(at).widget().text() for at in range(lines.count())]


def test_os_highways_need_no_mapping(qtbot: QtBot, council: Council, tmp_path: Path) -> None:
    page = opened(qtbot, council, write_highways(tmp_path / "highways.gpkg"))
    assert "It is: OS MasterMap Highways" in shown(page.file)
    assert page.columns_card.isHidden()
    QTest.keyClick(page.work.bring_button, SPACE)
    assert "highways is here: 5 streets and paths." in worked(qtbot, council, page.work)


def test_another_layer_brings_its_own_columns(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    path = ways(tmp_path)
    write_lines(path, LINES, {"edge": ["1", "2", "3"]}, layer="paths", append=True)
    page = opened(qtbot, council, path)
    assert page.choices().layer == "streets"
    page.layer.set_value("paths")
    qtbot.waitUntil(lambda: page.found.columns == ("edge",), timeout=20_000)
    assert (page.choices().layer, page.choices().columns.id) == ("paths", "edge")


def test_a_column_that_says_neither_yes_nor_no_is_told_and_nothing_is_kept(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    page = opened(qtbot, council, ways(tmp_path))
    page.columns_card.choices["foot"].set_value("street")
    QTest.keyClick(page.work.bring_button, SPACE)
    said = worked(qtbot, council, page.work)
    assert "street is 'street 1'; expected yes or no" in said
    assert holdings(council.desk).networks == ()
    assert page.work.bring_button.isEnabled()


def test_an_import_can_be_stopped_and_keeps_nothing(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    many = [[(x, 0), (x + 1, 0)] for x in range(60_000)]
    path = write_lines(tmp_path / "many.gpkg", many, town_columns(len(many)))
    page = opened(qtbot, council, path)
    QTest.keyClick(page.work.bring_button, SPACE)
    assert page.work.progress.isVisible()
    QTest.keyClick(page.work.progress.cancel_button, SPACE)
    assert "Stopped. Nothing of it was kept." in worked(qtbot, council, page.work)
    assert holdings(council.desk).networks == ()


def test_a_file_that_is_cut_short_is_refused_by_name(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    path = tmp_path / "broken.gpkg"
    path.write_bytes(ways(tmp_path).read_bytes()[:40_000])
    card = records(qtbot, council).network
    card.look_at([path])
    said = worked(qtbot, council, card)
    assert "broken.gpkg" in said
    assert holdings(council.desk).networks == ()


def test_an_import_left_with_back_goes_on_and_is_told_at_its_end(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    page = opened(qtbot, council, ways(tmp_path))
    page.work.bring_in()
    shell = council.window.shell
    shell.back()
    said = "ways is here: 3 streets and paths"
    qtbot.waitUntil(lambda: said in shell.notice.accessibleName(), timeout=20_000)
    assert "measured along it" in shell.notice.accessibleName()
    qtbot.waitUntil(lambda: "ways" in shown(shell.pages.currentWidget().network), timeout=20_000)


def test_a_second_import_waits_for_the_first(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    page, first = opened(qtbot, council, ways(tmp_path)), Event()
    council.window.tasks.run(BRINGING, lambda _: first.wait(20))
    assert page.work.bring_in() is None
    assert "another file is being brought in just now" in page.work.notice.accessibleName()
    first.set()
    qtbot.waitUntil(lambda: not council.window.tasks.running(), timeout=20_000)
    page.work.notice.hide()
    page.work.bring_in()
    assert "ways is here" in worked(qtbot, council, page.work)


def test_an_older_network_brought_in_again_does_not_claim_to_be_measured_on(
    qtbot: QtBot, council: Council, tmp_path: Path
) -> None:
    first = ways(tmp_path)
    later = write_lines(tmp_path / "later.gpkg", LINES[:1], town_columns(1))
    for path in (first, later):
        bring_in_network(council.desk, path)
    page = opened(qtbot, council, first)
    page.work.bring_in()
    said = worked(qtbot, council, page.work)
    assert "ways was here already" in said
    assert "later came later: what is measured is measured along that" in said
