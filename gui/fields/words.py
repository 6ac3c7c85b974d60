"""Words on a page: labels by role, that wrap and keep their height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.fields.layout import redress, show_if
from gui.theme import Tone, theme

LINE = 700
"""The longest line of text to be read, at 100 %: some 80 characters."""


class Words(QLabel):
    """A text in a role of the stylesheet: plain unless ``rich``, wrapped unless told not to.

    Rich text is only for words the program itself writes: give anything a person typed through
    ``html.escape``.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: Tone | None = None,
        wrap: bool = True,
        rich: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("role", role)
        if tone is not None:
            self.setProperty("tone", tone.value)
        self.setWordWrap(wrap)
        policy = QSizePolicy(
            QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Minimum,
        )
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width; reading stays within a line that the eye can follow."""
        if not self._is_for_reading():
            return super().heightForWidth(width)
        return super().heightForWidth(min(width, self._measure()) + self.contentsMargins().right())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines for reading from growing with the window."""
        super().resizeEvent(event)
        if self._is_for_reading():
            self.setContentsMargins(0, 0, max(0, self.width() - self._measure()), 0)

    def _is_for_reading(self) -> bool:
        return self.wordWrap() and self.property("role") in ("reading", "lead")

    @staticmethod
    def _measure() -> int:
        return theme().px(LINE)

    def show_words(self, text: str, tone: Tone | None = None) -> None:
        """Show another text, in another tone if one is given."""
        self.setText(text)
        show_if(self, text)
        if tone is not None:
            redress(self, tone=tone.value)


class KeyHint(Words):
    """A shortcut shown beside what it does. The control's own name tells it to a screen reader."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys, role="key", wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class SectionHeading(Words):
    """The small bold heading of a card or of a group of lines."""

    def __init__(self, text: str) -> None:
        super().__init__(text, role="section")
        self.setAccessibleName(text)
