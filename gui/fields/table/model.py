"""The rows behind a list, in the order and with the filter asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from gui.fields.table.columns import Column, ordered, summary

Index = QModelIndex | QPersistentModelIndex
SIGN = Qt.ItemDataRole.UserRole + 1
MUTED = Qt.ItemDataRole.UserRole + 2
_NO_PARENT = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Values of any kind as rows; the columns turn them into words when they are drawn."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._all: list[Any] = []
        self.rows: list[Any] = []
        self._wanted: Callable[[Any], bool] | None = None
        self._view: Callable[[Any], bool] | None = None
        self._order: tuple[int, bool] | None = None

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, in the order and filter that stand."""
        self._all = list(rows)
        self._arrange()

    def keep(
        self, wanted: Callable[[Any], bool] | None, view: Callable[[Any], bool] | None = None
    ) -> None:
        """Show only the rows that are wanted; all of them for None. ``view`` is as of the list."""
        self._wanted, self._view = wanted, view
        self._arrange()

    def of_view(self) -> list[Any]:
        """Give the rows that the columns are laid out for."""
        if self._view is None:
            return self.rows
        return [row for row in self._all if self._view(row)]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; equal ones keep their order."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        rows = [row for row in self._all if self._wanted is None or self._wanted(row)]
        if self._order is not None:
            column, descending = self._order
            rows = ordered(self.columns[column], rows, descending)
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Count the rows shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the title of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words, sign and alignment; the first cell reads the row aloud."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.words(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # A screen reader speaks the cell that is current; the first stands for its row.
            whole = index.column() == 0
            return summary(self.columns, row) if whole else f"{column.title} {column.words(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == SIGN:
            return column.sign(row) if column.sign else None
        return column.muted if role == MUTED else None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.figures else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
