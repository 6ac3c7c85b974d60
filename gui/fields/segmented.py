"""A segmented control: a few answers side by side, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from gui.fields.layout import row
from gui.theme import theme

_BACKWARD = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_CHOOSE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its value and its word."""

    value: object
    word: str


YES_NO_NOT_KNOWN = (Option(True, "Yes"), Option(False, "No"), Option(None, "Not known"))
_NOTHING = object()


class Segment(QRadioButton):
    """One segment. It does not change on the way past: arrows move, Space or Enter chooses."""

    def __init__(self, option: Option, place: int, owner: Segmented) -> None:
        super().__init__(option.word)
        self.option, self._place, self._owner = option, place, owner
        self.setProperty("kind", "segment")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Measure the word in bold, so that choosing moves nothing."""
        px = theme().px
        metrics = QFontMetrics(theme().font(13, bold=True))
        width = metrics.horizontalAdvance(self.text()) + 2 * px(12) + 4
        return QSize(width, max(metrics.height(), px(16)) + 2 * px(5) + 2)

    def minimumSizeHint(self) -> QSize:
        """Never cut the word."""
        return self.sizeHint()

    def hitButton(self, point) -> bool:  # noqa: ANN001
        """Let the whole segment be pressed, not its words alone."""
        return self.rect().contains(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segment: its ends rounded, the chosen one filled and bold, the focus ringed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, on = self.isChecked(), self.isEnabled()
        ground = "selected" if chosen else "sunken" if self.underMouse() and on else "surface"
        painter.setPen(QPen(theme().colour("field_line"), 1))
        painter.setBrush(theme().colour(ground))
        painter.drawPath(self._outline(0.5))
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._outline(1.5))
        painter.setPen(theme().colour("on_selected" if chosen else "ink" if on else "muted"))
        painter.setFont(theme().font(13, bold=chosen))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())

    def _outline(self, inset: float) -> QPainterPath:
        """Give the outline: round at the ends of the row, square between."""
        end, radius = self.property("end"), theme().px(5)
        # A neighbour's right line serves as this one's left: its own is drawn out of sight.
        left = inset if end in ("first", "only") or inset > 1 else -1.0
        area = QRectF(self.rect()).adjusted(left, inset, -inset, -inset)
        whole = QPainterPath()
        whole.addRoundedRect(area, radius, radius)
        if end == "only":
            return whole
        square = QPainterPath()
        start = area.left() + (radius * 2 if end == "first" else 0)
        right = area.right() - (radius * 2 if end == "last" else 0)
        square.addRect(QRectF(start, area.top(), right - start, area.height()))
        return whole.united(square)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows; choose with Space or Enter."""
        if event.key() in _BACKWARD:
            self._owner.move_to(self._place - 1)
        elif event.key() in _FORWARD:
            self._owner.move_to(self._place + 1)
        elif event.key() in _CHOOSE:
            self.click()
        else:
            event.ignore()


class Segmented(QWidget):
    """Answers side by side. ``chosen`` tells the value when a person chooses, not when code does.

    Moving over an answer does not give it: an answer is a fact on a case, and a fact is recorded.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, options: Sequence[Option] = YES_NO_NOT_KNOWN, value: object = _NOTHING
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._line = row(self, gap=0)
        self.segments = [Segment(option, at, self) for at, option in enumerate(options)]
        for at, segment in enumerate(self.segments):
            self._add(at, segment, name)
        self._group.buttonClicked.connect(self._on_clicked)
        self.set_value(value)

    def _add(self, at: int, segment: Segment, name: str) -> None:
        last = len(self.segments) - 1
        ends = {0: "first", last: "last"} if last else {0: "only"}
        segment.setProperty("end", ends.get(at, "middle"))
        segment.setAccessibleName(f"{segment.option.word}: {name}")
        segment.setAccessibleDescription("Arrow keys move, Space chooses.")
        self._group.addButton(segment)
        self._line.addWidget(segment)

    def value(self) -> object:
        """Give the chosen value. Raises LookupError while nothing is chosen."""
        button = self._group.checkedButton()
        if not isinstance(button, Segment):
            raise LookupError("Nothing is chosen yet.")
        return button.option.value

    def is_answered(self) -> bool:
        """Say whether one of the answers is chosen."""
        return self._group.checkedButton() is not None

    def set_value(self, value: object) -> None:
        """Choose the answer of this value and tell nobody; an unknown value chooses none."""
        self._group.setExclusive(False)
        for segment in self.segments:
            same = segment.option.value is value or segment.option.value == value
            segment.setChecked(same and type(segment.option.value) is type(value))
        self._group.setExclusive(True)
        self._rove(self._chosen_place())

    def move_to(self, place: int) -> None:
        """Put the focus on a segment, round the ends."""
        place %= len(self.segments)
        self._rove(place)
        self.segments[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen_place(self) -> int:
        places = [at for at, segment in enumerate(self.segments) if segment.isChecked()]
        return places[0] if places else 0

    def _rove(self, place: int) -> None:
        """Let Tab stop at one segment only."""
        for at, segment in enumerate(self.segments):
            policy = Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)
        self.setFocusProxy(self.segments[place])

    def _on_clicked(self, segment: Segment) -> None:
        self._rove(self.segments.index(segment))
        self.chosen.emit(segment.option.value)
