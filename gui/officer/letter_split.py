"""The choices of a letter beside its pages; with too little room for both, above them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea

from gui.fields.layout import ground, spaced
from gui.officer.letter_panel import LetterPanel
from gui.officer.letter_view import LetterView
from gui.theme import theme

WIDE = 780
"""The width, at 100 %, from which choices and pages stand side by side."""
PANEL, PAGES = 38, 62
"""The shares of the width."""


class LetterSplit(QScrollArea):
    """Side by side each part scrolls alone; one above the other the whole scrolls.

    ``arranged`` tells that the parts have changed places.
    """

    arranged = Signal()

    def __init__(self, panel: LetterPanel, view: LetterView) -> None:
        super().__init__()
        self._panel, self._view = panel, view
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sheet = ground()
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet), 16, 0)
        self._box.addWidget(panel, PANEL)
        self._box.addWidget(view, PAGES)
        self.setWidget(sheet)
        self.is_wide = True
        QApplication.instance().focusObjectChanged.connect(self._on_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether they stand side by side."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        was, room = self.is_wide, self.viewport().size()
        self.is_wide = room.width() >= theme().px(WIDE)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if self.is_wide else ways.TopToBottom)
        self._panel.show_whole(not self.is_wide)
        # Above one another, the pages get all that is seen at once: whoever goes there reads.
        self._view.setMinimumHeight(0 if self.is_wide else room.height())
        if was != self.is_wide:
            self.arranged.emit()

    def _on_focus(self, focused: QObject | None) -> None:
        if self.is_wide or not self.isVisible():
            return
        if focused is self._view or (
            focused is not None and focused.isWidgetType() and self._panel.isAncestorOf(focused)
        ):
            self.ensureWidgetVisible(focused, 0, theme().px(24))

    def to_top(self) -> None:
        """Let the first of the choices be seen."""
        self.verticalScrollBar().setValue(0)
        self._panel.verticalScrollBar().setValue(0)
