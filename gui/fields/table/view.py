"""The list itself: keyboard first, sorted by its heads, opened with Enter, copied with Ctrl+C."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from gui.fields.table.columns import Column, csv_text
from gui.fields.table.delegate import CellDelegate
from gui.fields.table.model import RowsModel
from gui.fields.table.widths import Room, asked, shared
from gui.theme import theme


class RowsTable(QTableView):
    """A list of rows. ``row_opened`` by Enter or double click, ``row_chosen`` as one moves."""

    row_opened = Signal(object)
    row_chosen = Signal(object)

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows_model = RowsModel(columns)
        self.setModel(self.rows_model)
        self._delegate = CellDelegate(self)
        self.setItemDelegate(self._delegate)
        self._before: Any = None
        self._rooms: list[Room | None] = []
        self._behave()
        self._dress()
        theme().changed.connect(self._dress)
        self.activated.connect(self._on_activated)
        self.rows_model.modelAboutToBeReset.connect(self._remember)
        self.rows_model.modelReset.connect(self._choose_again)
        self.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _dress(self) -> None:
        metrics = QFontMetrics(theme().font())
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(metrics.height() + theme().px(13))
        self._measure()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def _on_sorted(self, column: int, order: Qt.SortOrder) -> None:
        self.rows_model.sort(column, order)
        self._share_width()

    def _measure(self) -> None:
        """Ask each column for the room it needs with the rows of the view."""
        wide, rows = QFontMetrics(theme().font()).horizontalAdvance, self.rows_model.of_view()
        columns = self.rows_model.columns
        self._rooms = [asked(column, rows, theme().px, wide) for column in columns]
        self._share_width()

    def _share_width(self) -> None:
        columns, order = self.rows_model.columns, self.horizontalHeader().sortIndicatorSection()
        widths = shared(columns, self._rooms, self.viewport().width(), order)
        for at, width in enumerate(widths):
            self.setColumnHidden(at, width == 0)
            if width:
                self.setColumnWidth(at, width)
        left_out = ", ".join(self.left_out())
        told = f"Left out here, in the copy as CSV: {left_out}" if left_out else ""
        self.setAccessibleDescription(told)
        self.horizontalHeader().setToolTip(told)

    def left_out(self) -> list[str]:
        """Give the titles of columns that hold something and for which there is no room."""
        pairs = zip(self.rows_model.columns, self._rooms, strict=False)
        return [
            column.title
            for at, (column, room) in enumerate(pairs)
            if room is not None and self.isColumnHidden(at)
        ]

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the one that was chosen stays chosen if it is still there."""
        self.rows_model.set_rows(rows)
        self._measure()

    def keep(
        self, wanted: Callable[[Any], bool] | None, view: Callable[[Any], bool] | None = None
    ) -> None:
        """Show only the rows that are wanted; all of them for None.

        The columns are laid out for the rows of ``view``, so that nothing moves as typing narrows
        them further; for the rows shown where there is none.
        """
        self.rows_model.keep(wanted, view)
        self._measure()

    def _remember(self) -> None:
        self._before = self.chosen_row()

    def _choose_again(self) -> None:
        self.choose(self._before)

    def choose(self, row: Any) -> None:
        """Choose a row, or the first where it is not shown."""
        rows = self.rows_model.rows
        if rows:
            self.selectRow(rows.index(row) if row in rows else 0)

    def chosen_row(self) -> Any | None:
        """Give the row that is current, None where there is none."""
        at = self.currentIndex().row()
        return self.rows_model.rows[at] if 0 <= at < len(self.rows_model.rows) else None

    def chosen_rows(self) -> list[Any]:
        """Give every row that is selected, from the top."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self.rows_model.rows[at] for at in places]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell which row is now current."""
        super().selectionChanged(selected, deselected)
        if (row := self.chosen_row()) is not None:
            self.row_chosen.emit(row)

    def _on_activated(self, index: QModelIndex) -> None:
        self.row_opened.emit(self.rows_model.rows[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Ctrl+C, open with Enter, move with j and k as with the arrows."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_as_csv()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_activated(self.currentIndex()) if self.currentIndex().isValid() else None
        elif event.text() in ("j", "k"):
            step = 1 if event.text() == "j" else -1
            at = self.currentIndex().row() + step
            self.selectRow(min(max(at, 0), self.rows_model.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    def copy_as_csv(self) -> str:
        """Put the selected rows (all, if only one is) on the clipboard as CSV; give the text."""
        chosen = self.chosen_rows()
        rows = chosen if len(chosen) > 1 else self.rows_model.rows
        text = csv_text(self.rows_model.columns, rows)
        QGuiApplication.clipboard().setText(text)
        return text
