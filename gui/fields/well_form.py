"""A form laid open in a well of a card: Ctrl+Enter gives what was filled in, Escape leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button, is_control_enter, quiet
from gui.fields.flow import FlowLayout
from gui.fields.layout import column, surface


class WellForm(QWidget):
    """Fields go into ``lines``; each form says in ``give`` what it tells. ``left``: put away."""

    left = Signal()

    def __init__(self, record: str) -> None:
        super().__init__()
        well = surface("well")
        column(self, gap=0).addWidget(well)
        self.lines = column(well, gap=10, margins=12)
        self.record = Button(record, self.give)

    def lay_out(self, *fields: QWidget) -> None:
        """Put the fields one below another, and under them what records and what leaves."""
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.record)
        flow.addWidget(quiet("Leave it", self.left.emit))
        for part in (*fields, buttons):
            self.lines.addWidget(part)

    def give(self) -> None:
        """Tell what was filled in, or say beside each field what it lacks."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record with Ctrl+Enter; Escape closes the form alone."""
        if is_control_enter(event):
            self.give()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
