"""Old outcome by new outcome: each number opens its cases; arrows move between the numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from casework.compare import Comparison
from gui.fields.layout import column, spaced
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.lead.cell import Cell
from gui.lead.figures import shown_outcomes
from gui.outcomes import OUTCOMES
from rules.values import Outcome

_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Matrix(QWidget):
    """Rows are the outcomes under the old version, columns those under the new, with totals.

    ``opened(old, new)`` is told when a number is pressed.
    """

    opened = Signal(object, object)

    def __init__(self, comparison: Comparison, old_title: str, new_title: str) -> None:
        super().__init__()
        self.setAccessibleName("Old outcome by new outcome")
        self.outcomes = shown_outcomes(comparison)
        self.cells: dict[tuple[int, int], Cell] = {}
        lines = column(self, gap=4)
        lines.addWidget(Words(f"Down: under {old_title}. Across: under {new_title}.", "small"))
        self._grid = spaced(QGridLayout(), 4, 0)
        lines.addLayout(self._grid)
        self._add_heads()
        for at, outcome in enumerate(self.outcomes):
            self._add_row(comparison, at, outcome)
        self._add_totals(comparison)

    def _add_heads(self) -> None:
        for at, outcome in enumerate(self.outcomes, 1):
            head = Words(OUTCOMES[outcome].word, "small")
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(head, 0, at)
            self._grid.setColumnStretch(at, 2)
        self._grid.setColumnStretch(0, 3)
        total = Words("In all", "small")
        total.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(total, 0, len(self.outcomes) + 1)
        self._grid.setColumnStretch(len(self.outcomes) + 1, 1)

    def _add_row(self, comparison: Comparison, at: int, old: Outcome) -> None:
        self._grid.addWidget(SignLine(OUTCOMES[old]), at + 1, 0)
        whole = 0
        for across, new in enumerate(self.outcomes):
            count = len(comparison.cell(old, new))
            whole += count
            cell = Cell(old, new, count)
            cell.clicked.connect(lambda *_, cell=cell: self.opened.emit(cell.old, cell.new))
            self.cells[at, across] = cell
            self._grid.addWidget(cell, at + 1, across + 1)
        self._grid.addWidget(_total(whole), at + 1, len(self.outcomes) + 1)

    def _add_totals(self, comparison: Comparison) -> None:
        last = len(self.outcomes) + 1
        self._grid.addWidget(Words("In all", "small"), last, 0)
        for across, new in enumerate(self.outcomes):
            count = sum(len(comparison.cell(old, new)) for old in self.outcomes)
            self._grid.addWidget(_total(count), last, across + 1)
        self._grid.addWidget(_total(len(comparison.cases)), last, last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between numbers with the arrows; open one with Enter."""
        at = next((place for place, cell in self.cells.items() if cell.hasFocus()), None)
        if at is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.cells[at].click()
        elif at is None or not self._moved(at, event.key()):
            super().keyPressEvent(event)

    def _moved(self, at: tuple[int, int], key: int) -> bool:
        """Go on to the next number that has cases, in the direction of an arrow; say if any."""
        if key not in _MOVES:
            return False
        down, across = _MOVES[Qt.Key(key)]
        place = (at[0] + down, at[1] + across)
        while place in self.cells:
            if self.cells[place].count:
                self.cells[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            place = (place[0] + down, place[1] + across)
        return False

    def first_change(self) -> Cell | None:
        """Give the first number off the diagonal that has cases, else the first that has any."""
        counted = [cell for cell in self.cells.values() if cell.count]
        changed = [cell for cell in counted if cell.old is not cell.new]
        return next(iter(changed or counted), None)


def _total(count: int) -> Words:
    words = Words(f"{count:,}", "muted")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return words
