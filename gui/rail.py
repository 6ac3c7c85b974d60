"""The slim rail at the left: the rooms that work, each with a count where it has one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from gui.fields.layout import column
from gui.fields.words import Words
from gui.room import Room
from gui.shapes import draw
from gui.theme import theme

_WIDE, _NARROW = 148, 92
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RailButton(QAbstractButton):
    """One room: its shape, its name, and how many things wait there.

    In a narrow rail the name stands below the shape, so that there is always a word.
    """

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.room, self._count, self._narrow = room, "", False
        self.setText(room.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if room.keys:
            self.setAccessibleDescription(f"Shortcut {room.keys}")
            self.setToolTip(f"{room.title} ({room.keys})")
        self.show_count(None)

    def show_count(self, count: int | None) -> None:
        """Show how many things wait in the room; None shows nothing."""
        self._count = "" if count is None else f"{count:,}"
        waiting = "" if count is None else f", {self._count}"
        self.setAccessibleName(f"{self.room.title}{waiting}")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Stand the name below the shape, or beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Stay as one is: the rail marks the room once one is there."""

    def sizeHint(self) -> QSize:
        """Give the height of one line, or of a shape with a small line below."""
        px = theme().px
        if self._narrow:
            return QSize(px(60), px(16 + 18) + QFontMetrics(theme().font(11)).height())
        return QSize(px(100), QFontMetrics(theme().font()).height() + px(15))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the next room with the arrows; go there with Space or Enter."""
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if event.key() in steps:
            self.focusNextPrevChild(steps[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the room one is in, the shape, the words and the count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, radius = theme().colour, theme().px(6)
        ground = "selected" if self.isChecked() else "sunken" if self.underMouse() else ""
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours(ground))
            painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(colours("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, radius, radius)
        colour = colours("on_selected" if self.isChecked() else "muted")
        self._paint_below(painter, colour) if self._narrow else self._paint_beside(painter, colour)

    def _paint_beside(self, painter: QPainter, colour: QColor) -> None:
        px, side = theme().px, theme().px(16)
        draw(
            painter, self.room.shape, QRectF(px(9), (self.height() - side) / 2, side, side), colour
        )
        painter.setPen(colour)
        painter.setFont(theme().font(13, bold=self.isChecked()))
        painter.drawText(self.rect().adjusted(px(34), 0, 0, 0), int(_LEFT), self.text())
        painter.setFont(theme().font(12, bold=self.isChecked()))
        painter.drawText(self.rect().adjusted(0, 0, -px(9), 0), int(_RIGHT), self._count)

    def _paint_below(self, painter: QPainter, colour: QColor) -> None:
        px, side = theme().px, theme().px(16)
        left = (self.width() - side) / 2
        draw(painter, self.room.shape, QRectF(left, px(7), side, side), colour)
        painter.setPen(colour)
        painter.setFont(theme().font(11, bold=self.isChecked()))
        words = QRect(0, px(26), self.width(), self.height() - px(26))
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, int(centred), self.text())
        painter.setFont(theme().font(11))
        count = QRectF(left + side + px(3), px(5), self.width(), px(16))
        painter.drawText(count, int(_LEFT), self._count)


class Rail(QFrame):
    """The rooms, top to bottom. ``chosen`` names the room a person goes to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setAccessibleName("Rooms")
        self._lines = column(self, gap=3, margins=(8, 16, 8, 8))
        brand = Words("Milepost", "brand", wrap=False)
        brand.setContentsMargins(8, 0, 0, 8)
        self._lines.addWidget(brand)
        self._lines.addStretch(1)
        self._buttons: dict[str, RailButton] = {}
        self._narrow = False
        theme().changed.connect(self._dress)
        self._dress()

    def set_narrow(self, narrow: bool) -> None:
        """Be slimmer, where the window has too little room for its text."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._dress()

    def _dress(self) -> None:
        self.setFixedWidth(theme().px(_NARROW if self._narrow else _WIDE))
        for button in self._buttons.values():
            button.set_narrow(self._narrow)

    def show_rooms(self, rooms: tuple[Room, ...]) -> None:
        """Show these rooms in their order."""
        for button in self._buttons.values():
            button.deleteLater()
        self._buttons = {room.key: RailButton(room) for room in rooms}
        for at, button in enumerate(self._buttons.values()):
            button.clicked.connect(self._on_clicked)
            self._lines.insertWidget(1 + at, button)
        self._dress()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.room.key)

    def mark(self, key: str) -> None:
        """Mark the room one is in."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def show_count(self, key: str, count: int | None) -> None:
        """Show how many things wait in a room."""
        if key in self._buttons:
            self._buttons[key].show_count(count)
