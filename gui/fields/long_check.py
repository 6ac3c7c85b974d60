"""A box to tick whose words are a whole sentence: they wrap instead of widening the page."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from gui.fields.entries import Check
from gui.theme import theme


class LongCheck(Check):
    """A box to tick that is as high as its words need at the width it gets."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Give the height of the words beside the box, wrapped at a width."""
        px, room = theme().px, max(1, width - theme().px(28))
        box = QRect(0, 0, room, 10_000)
        words = QFontMetrics(theme().font()).boundingRect(
            box, Qt.TextFlag.TextWordWrap.value, self.text()
        )
        return max(px(18), words.height()) + px(8)

    def minimumSizeHint(self) -> QSize:
        """Claim little width: the words wrap."""
        width = theme().px(160)
        return QSize(width, self.heightForWidth(super().sizeHint().width()))
