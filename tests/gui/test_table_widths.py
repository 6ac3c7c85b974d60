"""How lists share their width: what is empty or spare gives way, names take the room left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from pytestqt.qtbot import QtBot

from gui.fields.table import Column, RowsTable
from gui.fields.table.widths import MOST, Room, shared
from gui.officer.list_columns import COLUMNS as CASES
from gui.panel.list_page import COLUMNS as DECIDED
from gui.theme import theme

LONG = "Southbridge Community Primary School"
COLUMNS = (
    Column("Reference", lambda row: row[0], 100),
    Column("School", lambda row: row[1], 130, stretches=True),
    Column("Ends", lambda row: row[2], 120, spare=1),
    Column("Stage", lambda row: row[3], 120, spare=2),
)
ROWS = [("MH-1", LONG, "4 May 2026", "Open"), ("MH-2", "Hill School", "", "Decided")]
widths = st.integers(1, 300)


@pytest.fixture
def table(qtbot: QtBot) -> RowsTable:
    made = RowsTable("Cases", COLUMNS)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.set_rows(ROWS)
    made.show()
    return made


def shown(table: RowsTable) -> list[str]:
    columns = enumerate(table.rows_model.columns)
    return [column.title for at, column in columns if not table.isColumnHidden(at)]


def test_a_column_that_holds_nothing_for_any_row_is_left_out_and_comes_back(
    table: RowsTable,
) -> None:
    assert shown(table) == ["Reference", "School", "Ends", "Stage"]
    table.keep(lambda row: row[0] == "MH-2")
    assert shown(table) == ["Reference", "School", "Stage"]
    assert table.left_out() == []
    table.keep(None)
    assert shown(table) == ["Reference", "School", "Ends", "Stage"]


def test_columns_stand_still_as_typing_narrows_the_rows_of_a_view(table: RowsTable) -> None:
    before = [table.columnWidth(at) for at in range(len(COLUMNS))]
    table.keep(lambda row: row[0] == "MH-2", lambda _: True)
    assert [table.columnWidth(at) for at in range(len(COLUMNS))] == before


def test_the_least_needful_column_goes_first_before_a_name_is_cut(table: RowsTable) -> None:
    need = QFontMetrics(theme().font()).horizontalAdvance(LONG)
    gone = []
    for width in range(900, 300, -20):
        table.resize(width, 300)
        gone.append(table.left_out())
        if len(table.left_out()) < 2:
            assert table.columnWidth(1) > min(need, MOST * theme().px(130) - 1)
    assert [] in gone and ["Stage"] in gone and gone[-1] == ["Ends", "Stage"]
    assert ["Ends"] not in gone
    assert "Ends, Stage" in table.accessibleDescription()


def test_the_column_that_orders_the_list_stays(table: RowsTable) -> None:
    table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    table.resize(520, 300)
    assert "Stage" in shown(table)
    assert table.left_out() == ["Ends"]
    table.resize(300, 300)
    assert table.left_out() == ["Ends", "Stage"]


def test_what_is_left_out_is_in_the_copy(table: RowsTable) -> None:
    table.resize(360, 300)
    assert table.left_out() == ["Ends", "Stage"]
    table.copy_as_csv()
    assert QGuiApplication.clipboard().text().startswith("Reference,School,Ends,Stage")


@given(
    st.lists(
        st.tuples(widths, widths, st.booleans(), st.integers(0, 3), st.booleans()),
        min_size=1, max_size=8,
    ),
    st.integers(0, 1500),
    st.integers(-1, 7),
)  # fmt: skip
def test_a_list_is_wider_than_its_room_only_where_the_needful_columns_are(
    made: list[tuple[int, int, bool, int, bool]], width: int, sorted_by: int
) -> None:
    columns = [Column("", str, stretches=each[2], spare=each[3]) for each in made]
    rooms = [
        None if each[4] else Room(each[0], each[0] + (each[1] if each[2] else 0)) for each in made
    ]
    found = shared(columns, rooms, width, sorted_by)
    needful = sum(
        room.least for room, column in zip(rooms, columns, strict=True) if room and not column.spare
    )
    assert sum(found) <= max(width, needful)
    for room, column, got in zip(rooms, columns, found, strict=True):
        assert got == 0 if room is None else got == 0 and column.spare or got >= room.least
    if any(got and column.stretches for got, column in zip(found, columns, strict=True)):
        assert sum(found) >= min(width, needful)


@pytest.mark.parametrize("columns", [CASES, DECIDED])
def test_the_needful_columns_fit_a_small_window_at_twice_the_text(
    columns: tuple[Column, ...],
) -> None:
    """480 is what 1280 pixels leave at 200 %, beside the rail and its margins, at 100 %."""
    assert sum(column.width for column in columns if not column.spare) <= 480
