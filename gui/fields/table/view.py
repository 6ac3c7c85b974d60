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
        self._behave()
        self._dress()
        theme().changed.connect(self._dress)
        self.activated.connect(self._on_activated)
        self.rows_model.modelAboutToBeReset.connect(self._remember)
        self.rows_model.modelReset.connect(self._choose_again)
        self.horizontalHeader().sortIndicatorChanged.connect(self.rows_model.sort)

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
        self._share_width()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the stretching columns what is left."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        columns, px = self.rows_model.columns, theme().px
        stretching = [at for at, column in enumerate(columns) if column.stretches]
        fixed = sum(px(column.width) for column in columns if not column.stretches)
        left = self.viewport().width() - fixed
        for at, column in enumerate(columns):
            share = max(px(column.width), left // max(1, len(stretching)))
            self.setColumnWidth(at, share if column.stretches else px(column.width))

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the one that was chosen stays chosen if it is still there."""
        self.rows_model.set_rows(rows)

    def keep(self, wanted: Callable[[Any], bool] | None) -> None:
        """Show only the rows that are wanted; all of them for None."""
        self.rows_model.keep(wanted)

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
