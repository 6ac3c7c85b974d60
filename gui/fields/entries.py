"""Fields to type into: Tab always leaves them, and the wheel never changes a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy

from gui.fields.layout import redress
from gui.fields.segmented import Option
from gui.shapes import Shape, draw
from gui.theme import theme


class Line(QLineEdit):
    """One line of text, as wide as about ``letters`` letters."""

    def __init__(self, name: str, letters: int = 28, example: str = "") -> None:
        super().__init__()
        self._letters = letters
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give a width that tells how much is expected."""
        metrics = QFontMetrics(theme().font())
        width = metrics.averageCharWidth() * self._letters + theme().px(22)
        return QSize(width, super().sizeHint().height())

    def show_valid(self, valid: bool) -> None:
        """Outline the field as wrong, or as right again."""
        redress(self, invalid="false" if valid else "true")


class Secret(Line):
    """A passphrase, shown as dots."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )


class Paragraphs(QPlainTextEdit):
    """Several lines of plain text; Tab goes to the next field."""

    def __init__(self, name: str, lines: int = 4, example: str = "") -> None:
        super().__init__()
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for the lines asked for."""
        metrics = QFontMetrics(theme().font())
        height = metrics.lineSpacing() * self._lines + theme().px(22)
        return QSize(metrics.averageCharWidth() * 60, height)

    def minimumSizeHint(self) -> QSize:
        """Keep the lines asked for."""
        return QSize(theme().px(120), self.sizeHint().height())

    def show_valid(self, valid: bool) -> None:
        """Outline the field as wrong, or as right again."""
        redress(self, invalid="false" if valid else "true")


class Check(QCheckBox):
    """A box to tick, drawn in the theme's colours so that its outline can be seen."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._valid = True
        self.setAccessibleName(words)

    def show_valid(self, valid: bool) -> None:
        """Outline the box as wrong, or as right again."""
        self._valid = valid
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the box, the words and the ring of the focus."""
        px, metrics = theme().px, QFontMetrics(theme().font())
        width = px(18) + px(10) + metrics.horizontalAdvance(self.text()) + px(12)
        return QSize(width, max(px(18), metrics.height()) + px(8))

    def hitButton(self, point: QPoint) -> bool:
        """Let the words be pressed too."""
        return self.rect().contains(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, its tick, the words, and the ring of the focus."""
        px, painter = theme().px, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(16)
        box = QRectF(px(4), (self.height() - side) / 2, side, side)
        outline = "accent" if self.isChecked() else "field_line"
        outline, wide = (outline, 1.4) if self._valid else ("not_met", 2.2)
        painter.setPen(QPen(theme().colour(outline), wide))
        painter.setBrush(theme().colour("accent" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, px(3), px(3))
        if self.isChecked():
            draw(painter, Shape.TICK, box, theme().colour("on_accent"))
        painter.setPen(theme().colour("ink"))
        painter.setFont(theme().font())
        words = self.rect().adjusted(px(4) + side + px(8), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(words, flags, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(4), px(4))


class Choice(QComboBox):
    """A choice from a list. The wheel scrolls the page and never changes it."""

    def __init__(self, name: str, options: Sequence[Option] = (), value: object = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(options, value)

    def offer(self, options: Sequence[Option], value: object = None) -> None:
        """Offer these options, the one of this value chosen."""
        blocked = self.blockSignals(True)
        self.clear()
        self._options = list(options)
        self.addItems([option.word for option in self._options])
        self.blockSignals(blocked)
        self.set_value(value)

    def value(self) -> object:
        """Give the value of the option chosen, None where there is none."""
        at = self.currentIndex()
        return self._options[at].value if at >= 0 else None

    def show_valid(self, valid: bool) -> None:
        """Outline the field as wrong, or as right again."""
        redress(self, invalid="false" if valid else "true")

    def set_value(self, value: object) -> None:
        """Choose the option of this value; nothing where no option has it."""
        values = [option.value for option in self._options]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def sizeHint(self) -> QSize:
        """Leave room for the arrow beside the words."""
        return super().sizeHint() + QSize(theme().px(20), 0)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and the arrow that says it opens."""
        super().paintEvent(event)
        side = theme().px(12)
        left, top = self.width() - side - theme().px(8), (self.height() - side) / 2
        draw(QPainter(self), Shape.OPEN, QRectF(left, top, side, side), theme().colour("ink"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
