"""Words on a page: labels by role, that wrap and keep their height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from gui.fields.layout import redress
from gui.theme import Tone


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

    def show_words(self, text: str, tone: Tone | None = None) -> None:
        """Show another text, in another tone if one is given."""
        self.setText(text)
        self.setVisible(bool(text))
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
