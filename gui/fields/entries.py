"""Fields to type into: Tab always leaves them, and the wheel never changes a choice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy

from gui.fields.layout import redress
from gui.fields.segmented import Option
from gui.theme import theme


class Line(QLineEdit):
    """One line of text, as wide as about ``letters`` letters."""

    def __init__(self, name: str, letters: int = 28, example: str = "") -> None:
        super().__init__()
        self._letters = letters
        self.setAccessibleName(name)
        self.setPlaceholderText(example)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
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

    def sizeHint(self) -> QSize:  # noqa: N802
        """Give room for the lines asked for."""
        metrics = QFontMetrics(theme().font())
        height = metrics.lineSpacing() * self._lines + theme().px(22)
        return QSize(metrics.averageCharWidth() * 60, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Keep the lines asked for."""
        return QSize(theme().px(120), self.sizeHint().height())

    def show_valid(self, valid: bool) -> None:
        """Outline the field as wrong, or as right again."""
        redress(self, invalid="false" if valid else "true")


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

    def set_value(self, value: object) -> None:
        """Choose the option of this value; nothing where no option has it."""
        values = [option.value for option in self._options]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()
