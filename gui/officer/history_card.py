"""What has happened on a case, folded away: who did what, and when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.history import HistoryLine
from gui.fields.card import Card
from gui.fields.facts import FactRow
from gui.fields.fold import Fold
from gui.fields.layout import column
from records.london import in_london
from rules.quantities import day_in_words


class HistoryCard(Card):
    """One line with the last thing that happened; opened, it lists them all, the newest first."""

    def __init__(self) -> None:
        super().__init__("History")
        self._shown: tuple[HistoryLine, ...] | None = None
        self.folded: Fold | None = None

    def show_history(self, lines: tuple[HistoryLine, ...]) -> None:
        """Show what has happened so far."""
        if lines == self._shown:
            return
        self._shown = lines
        was_open = self.folded is not None and self.folded.is_open
        self.empty()
        self.folded = None
        self.setVisible(bool(lines))
        if lines:
            self.folded = Fold(
                _summary(lines), lambda: _rows(lines), first=True, inset=(0, 4, 0, 0)
            )
            self.folded.open(was_open)
            self.add(self.folded)


def _summary(lines: tuple[HistoryLine, ...]) -> str:
    last, count = lines[0], len(lines)
    entries = f"{count} entries" if count > 1 else "1 entry"
    detail = f" ({last.detail})" if last.detail else ""
    return f"{entries}; last: {last.what.lower()}{detail} by {last.by}, {_when(last)}"


def _rows(lines: tuple[HistoryLine, ...]) -> QWidget:
    box = QWidget()
    stack = column(box, gap=0)
    for line in lines:
        stack.addWidget(_row(line))
    return box


def _row(line: HistoryLine) -> FactRow:
    return FactRow(str(line.line), _when(line), line.what, f"{line.detail}\n{line.by}".strip())


def _when(line: HistoryLine) -> str:
    at = in_london(line.at)
    return f"{day_in_words(at.date())}, {at:%H:%M}"
