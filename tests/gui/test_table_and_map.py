"""Lists sort, read out and copy; the map moves by keyboard and tells itself in words."""

from __future__ import annotations

import csv
import io

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.fields.table import Column, RowsTable
from gui.map import MapPanel, MapScene, Mark, Place
from gui.map.glass import round_length
from gui.map.view import MapView
from gui.outcomes import OUTCOMES
from gui.theme import PALETTES, theme
from rules.values import Outcome

ROWS = (
    ("MH-2", "Wren", Outcome.ENTITLED, 14),
    ("MH-1", "amal", Outcome.NOT_ENTITLED, None),
    ("MH-3", "Idris", Outcome.ENTITLED, 3),
)
COLUMNS = (
    Column("Reference", lambda row: row[0]),
    Column("Child", lambda row: row[1], stretches=True),
    Column("Outcome", lambda row: OUTCOMES[row[2]].word, sign=lambda row: OUTCOMES[row[2]]),
    Column("Day", lambda row: "" if row[3] is None else str(row[3]), sort=lambda row: row[3]),
)


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable:
    made = RowsTable("Cases", COLUMNS)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_rows(ROWS)
    made.show()
    return made


def order(table: RowsTable) -> list[str]:
    return [row[0] for row in table.rows_model.rows]


def test_rows_sort_by_value_with_what_is_not_known_last_either_way(table: RowsTable) -> None:
    table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert order(table) == ["MH-3", "MH-2", "MH-1"]
    table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    assert order(table) == ["MH-2", "MH-3", "MH-1"]
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert order(table) == ["MH-1", "MH-3", "MH-2"]


def test_the_chosen_row_stays_chosen_as_rows_move(table: RowsTable) -> None:
    table.choose(ROWS[2])
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert table.chosen_row() == ROWS[2]
    table.set_rows([*ROWS, ("MH-4", "Juno", Outcome.OFFERED, 1)])
    assert table.chosen_row() == ROWS[2]
    table.keep(lambda row: row[2] is Outcome.ENTITLED)
    assert order(table) == ["MH-3", "MH-2"]
    assert table.chosen_row() == ROWS[2]


def test_the_first_cell_reads_the_whole_row(table: RowsTable) -> None:
    read = QAccessible.queryAccessibleInterface(table)
    spoken = [read.child(at).text(QAccessible.Text.Name) for at in range(read.childCount())]
    assert "Reference MH-2, Child Wren, Outcome Entitled, Day 14" in spoken


def test_enter_opens_and_j_and_k_move(qtbot: QtBot, table: RowsTable) -> None:
    table.setFocus()
    QTest.keyClicks(table, "jj")
    assert table.chosen_row() == ROWS[2]
    QTest.keyClicks(table, "jk")
    assert table.chosen_row() == ROWS[1]
    with qtbot.waitSignal(table.row_opened) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [ROWS[1]]


def test_copying_gives_what_a_spreadsheet_reads(table: RowsTable) -> None:
    table.set_rows([("=1+1", 'Wren "W"', Outcome.OFFERED, 2)])
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    read = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    assert read[0] == ["Reference", "Child", "Outcome", "Day"]
    assert read[1] == ["'=1+1", 'Wren "W"', "Offered", "2"]


def test_tab_leaves_the_list(table: RowsTable) -> None:
    assert not table.tabKeyNavigation()


def test_an_empty_list_has_no_chosen_row(table: RowsTable) -> None:
    table.set_rows([])
    assert table.chosen_row() is None
    QTest.keyClick(table, Qt.Key.Key_Return)


# The map


def streets() -> list[list[tuple[float, float]]]:
    """Make a grid of streets 4 km square, far from the origin, as the National Grid is."""
    east, north = 442_000.0, 112_000.0
    up = [[(east + x, north), (east + x, north + 4000)] for x in range(0, 4001, 100)]
    across = [[(east + x, north + y) for x in range(0, 4001, 100)] for y in range(0, 4001, 100)]
    return up + across


SCENE = MapScene(
    streets=streets(),
    places=(
        Place(Mark.HOME, 443_000, 113_000, "home"),
        Place(Mark.GATE, 445_000, 115_000, "east gate"),
    ),
    route=[(443_000, 113_000), (445_000, 113_000), (445_000, 115_000)],
    in_words="2.49 miles from the home to the east gate.",
)


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    panel = MapPanel(SCENE)
    qtbot.addWidget(panel)
    panel.resize(400, 400)
    panel.show()
    panel.view.panel = panel
    return panel.view


def at(view: MapView, east: float, north: float) -> QPointF:
    return view.camera.pixel(east, north)


def test_the_map_begins_with_the_whole_route_in_sight(view: MapView) -> None:
    inside = view.rect().toRectF().adjusted(5, 5, -5, -5)
    assert all(inside.contains(at(view, *point)) for point in SCENE.route)


def test_north_is_up_and_east_is_right(view: MapView) -> None:
    home, gate = at(view, 443_000, 113_000), at(view, 445_000, 115_000)
    assert gate.y() < home.y()
    assert gate.x() > home.x()


def test_the_map_zooms_and_pans_by_keyboard(view: MapView) -> None:
    scale, middle = view.scale, view.middle
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale == pytest.approx(scale * 1.4)
    assert view.middle == pytest.approx(middle)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.middle[0] > middle[0]
    assert view.middle[1] > middle[1]
    QTest.keyClick(view, Qt.Key.Key_0)
    assert (view.scale, *view.middle) == pytest.approx((scale, *middle))


def test_the_buttons_over_the_map_answer_enter_as_well_as_space(view: MapView) -> None:
    scale = view.scale
    larger = view.panel.findChildren(QToolButton)[0]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(larger, key)
    assert view.scale == pytest.approx(scale * 1.4 * 1.4)


def test_zooming_keeps_the_place_under_the_pointer(view: MapView) -> None:
    before = at(view, 445_000, 115_000)
    view.zoom(3, before)
    after = at(view, 445_000, 115_000)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=1e-6)


def test_tab_leaves_the_map(view: MapView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.window().focusWidget() is not view


def test_only_the_tiles_in_sight_are_drawn(view: MapView) -> None:
    view.grab()
    all_of_them = view.tiles_drawn
    view.zoom(12)
    view.grab()
    assert 0 < view.tiles_drawn < all_of_them / 2


def test_a_long_street_without_bends_does_not_vanish_up_close(view: MapView) -> None:
    view.show_scene(
        MapScene(streets=[[(0.0, 0.0), (9000.0, 0.0)]], fit=[(200.0, -50.0), (300.0, 50.0)])
    )
    view.grab()
    assert 1 <= view.tiles_drawn <= 4


def test_the_route_stands_off_the_streets_in_every_palette(view: MapView) -> None:
    for name in PALETTES:
        theme().show_as(palette=name)
        on_route = at(view, 444_000, 113_000).toPoint()
        image = view.grab().toImage()
        route = QColor(theme().palette.map_route)
        assert image.pixelColor(on_route) == route
        ground = QColor(theme().palette.map_ground)
        off = at(view, 444_050, 114_050).toPoint()
        assert image.pixelColor(off) == ground


def test_the_map_is_told_in_words(view: MapView) -> None:
    read = QAccessible.queryAccessibleInterface(view)
    assert read.text(QAccessible.Text.Name) == "Map"
    assert read.text(QAccessible.Text.Description) == SCENE.in_words


def test_a_map_of_nothing_is_drawn_without_fuss(qtbot: QtBot) -> None:
    view = MapView()
    qtbot.addWidget(view)
    view.show()
    view.grab()
    assert view.tiles_drawn == 0


@pytest.mark.parametrize(("most", "shown"), [(99, 50), (100, 100), (640, 500), (2300, 2000)])
def test_the_scale_bar_is_a_round_length(most: float, shown: float) -> None:
    assert round_length(most) == shown
