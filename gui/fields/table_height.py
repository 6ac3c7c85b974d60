"""A list within a page that is as high as its rows, up to so many, at every text size."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gui.fields.table import RowsTable
from gui.theme import theme


class RowsHigh(QObject):
    """Keeps a list as high as its head and its rows; beyond ``most`` rows it scrolls."""

    def __init__(self, table: RowsTable, most: int) -> None:
        super().__init__(table)
        self._table, self._most = table, most
        table.rows_model.modelReset.connect(self.fit)
        theme().changed.connect(self._fit_once_dressed)
        self.fit()

    def _fit_once_dressed(self) -> None:
        self.fit()
        QTimer.singleShot(0, self, self.fit)  # the head is dressed in the new size only then

    def fit(self) -> None:
        """Give the list the height of what it shows."""
        table = self._table
        rows = min(max(len(table.rows_model.rows), 1), self._most)
        lines = rows * table.verticalHeader().defaultSectionSize()
        edge = 2 * table.frameWidth() + theme().px(4)
        table.setFixedHeight(table.horizontalHeader().sizeHint().height() + lines + edge)
