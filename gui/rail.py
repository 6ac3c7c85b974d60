"""The slim rail at the left: the rooms that work, each with a count where it has one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy

from gui.fields.layout import column
from gui.fields.words import Words
from gui.marks import icon
from gui.room import Room
from gui.theme import theme


class RailButton(QPushButton):
    """One room: its shape, its name, and how many things wait there."""

    def __init__(self, room: Room) -> None:
        super().__init__(f"  {room.title}")
        self.room, self._count = room, ""
        self.setProperty("kind", "rail")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda *_: self.dress())
        self.show_count(None)
        self.dress()

    def dress(self) -> None:
        """Draw the icon in the colour of the words."""
        token = "on_selected" if self.isChecked() else "muted"
        self.setIcon(icon(self.room.shape, token))
        self.setIconSize(QSize(theme().px(16), theme().px(16)))

    def show_count(self, count: int | None) -> None:
        """Show how many things wait in the room; None shows nothing."""
        self._count = "" if count is None else f"{count:,}"
        waiting = "" if count is None else f", {self._count}"
        self.setAccessibleName(f"{self.room.title}{waiting}")
        if self.room.keys:
            self.setAccessibleDescription(f"Shortcut {self.room.keys}")
            self.setToolTip(f"{self.room.title} ({self.room.keys})")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Make room for the count."""
        metrics = QFontMetrics(theme().font(12, bold=True))
        return super().sizeHint() + QSize(metrics.horizontalAdvance(self._count) + 12, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and its count at the right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(theme().font(12, bold=self.isChecked()))
        painter.setPen(theme().colour("on_selected" if self.isChecked() else "muted"))
        area = QRect(0, 0, self.width() - theme().px(9), self.height())
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(side), self._count)


class Rail(QFrame):
    """The rooms, top to bottom. ``chosen`` names the room a person goes to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setAccessibleName("Rooms")
        self._lines = column(self, gap=3, margins=(8, 16, 8, 8))
        brand = Words("Milepost", "brand", wrap=False)
        brand.setContentsMargins(8, 0, 8, 8)
        self._lines.addWidget(brand)
        self._lines.addStretch(1)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.room.key))
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(theme().px(148))
        for button in self._buttons.values():
            button.dress()

    def show_rooms(self, rooms: tuple[Room, ...]) -> None:
        """Show these rooms in their order."""
        for button in self._buttons.values():
            self._group.removeButton(button)
            button.deleteLater()
        self._buttons = {room.key: RailButton(room) for room in rooms}
        for at, button in enumerate(self._buttons.values()):
            self._group.addButton(button)
            self._lines.insertWidget(1 + at, button)

    def mark(self, key: str) -> None:
        """Mark the room one is in."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def show_count(self, key: str, count: int | None) -> None:
        """Show how many things wait in a room."""
        if key in self._buttons:
            self._buttons[key].show_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between rooms with up and down."""
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if event.key() in steps:
            self.focusNextPrevChild(steps[event.key()])
        else:
            super().keyPressEvent(event)
