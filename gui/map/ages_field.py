"""Two short fields for ages, youngest and oldest, either of them empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.layout import column, row
from gui.fields.words import Words

OLDEST = 25


class AgesField(QWidget):
    """``changed`` as one types. An empty field sets no end."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        across = QWidget()
        self.low, self.high = Line("Youngest age", letters=4), Line("Oldest age", letters=4)
        line = row(across, gap=8)
        for part in (Words("from", wrap=False), self.low, Words("to", wrap=False), self.high):
            line.addWidget(part)
        line.addStretch(1)
        hint = "Whole years on the day of travel. Empty: every age."
        self._field = FormField("For ages", across, hint)
        column(self, gap=0).addWidget(self._field)
        for field in (self.low, self.high):
            field.textChanged.connect(lambda _: self.changed.emit())

    def clear(self) -> None:
        """Empty both."""
        self.low.clear()
        self.high.clear()
        self._field.show_problem()

    def ages(self) -> tuple[int | None, int | None]:
        """Give both ages, None where nothing that can be read stands."""
        return _age(self.low), _age(self.high)

    def check(self) -> bool:
        """Say beside the fields what is wrong; give whether nothing is."""
        low, high = self.ages()
        unread = [f for f in (self.low, self.high) if f.text().strip() and _age(f) is None]
        words = f"Write whole years, up to {OLDEST}." if unread else ""
        if low is not None and high is not None and high < low:
            words, unread = "The oldest age is below the youngest.", [self.high]
        self._field.show_problem(words)
        if unread:
            unread[0].setFocus()
        return not words


def _age(field: Line) -> int | None:
    text = field.text().strip()
    return int(text) if text.isdecimal() and int(text) <= OLDEST else None
