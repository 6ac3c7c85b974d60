"""A number of the matrix: how many cases went from one outcome to another, and what that means."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gui.lead.figures import direction
from gui.outcomes import OUTCOMES
from gui.theme import Tone, theme
from rules.values import Outcome

_TONES = {"lose": Tone.NOT_MET, "gain": Tone.MET, "change": Tone.INK, "the same": Tone.MUTED}

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class Cell(QAbstractButton):
    """Pressed, it opens its cases. Changes are bold, in a tone and with a word; the rest quiet.

    A cell without cases is not to be pressed and takes no focus.
    """

    def __init__(self, old: Outcome, new: Outcome, count: int) -> None:
        super().__init__()
        self.old, self.new, self.count = old, new, count
        self._word = direction(old, new)
        self._quiet = old is new or count == 0
        was, now = OUTCOMES[old].word.lower(), OUTCOMES[new].word.lower()
        cases = "1 case" if count == 1 else f"{count:,} cases"
        self.setText(f"{count:,}")
        self.setAccessibleName(f"{was}, then {now}: {cases}, {self._word}")
        self.setAccessibleDescription("Opens the cases, without names." if count else "")
        self.setEnabled(count > 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus)
        if count:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Give room for the number over its word."""
        px = theme().px
        number, word = QFontMetrics(theme().font(17, True)), QFontMetrics(theme().font(12))
        width = max(number.horizontalAdvance(self.text()), word.horizontalAdvance("the same"))
        return QSize(width + px(16), number.height() + word.height() + px(12))

    def minimumSizeHint(self) -> QSize:
        """Never cut the number."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the matrix; a button of Qt would go on to any control with them."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, number, word and focus."""
        painter, px = QPainter(self), theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        self._draw_ground(painter, area)
        tone = Tone.MUTED if not self.count else _TONES[self._word]
        painter.setPen(theme().colour(tone))
        painter.setFont(theme().font(17, bold=not self._quiet))
        number = QRectF(self.rect())
        if self.count:
            word = QFontMetrics(theme().font(12)).height()
            number.setBottom(self.height() - word - px(4))
            line = QRectF(0, number.bottom() - px(2), self.width(), word)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), self.text())
            painter.setFont(theme().font(12))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), self._word)
        else:
            painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _draw_ground(self, painter: QPainter, area: QRectF) -> None:
        radius = theme().px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.count and not self._quiet:
            painter.setPen(QPen(theme().colour(_TONES[self._word]), 1.2))
        painter.setBrush(
            theme().colour("sunken" if self.count and self.underMouse() else "surface")
        )
        painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus"), 2.5))
            painter.drawRoundedRect(area, radius, radius)
