"""One provision's finding as a line: shape, title, figure against the limit, citation. It opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy

from gui.fields.figures import deciding_step, figure_words, spoken_figure
from gui.fields.layout import column
from gui.fields.reflow import ReflowLayout
from gui.fields.steps import Conditions, Label
from gui.fields.tab_order import follow
from gui.fields.told_once import told_once
from gui.fields.words import Words
from gui.marks import Mark
from gui.outcomes import RESULTS, Sign
from gui.shapes import Shape
from gui.theme import Tone, theme
from rules.recommendation import Finding


def _as_named(name: str) -> str:
    return name.replace("_", " ")


class OpenLine(QAbstractButton):
    """A line that can be pressed to open what lies under it; Right opens, Left closes."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.line = ReflowLayout(self, gap=12, margins=(4, 7, 4, 7))

    def sizeHint(self) -> QSize:
        """Give the size of the line's parts."""
        return self.line.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Give the least size of the line's parts."""
        return self.line.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height at a width."""
        return self.line.heightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Right, close with Left, either with Space or Enter."""
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(event.key())
        if wanted is not None:
            self.setChecked(wanted)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when enabled or disabled."""
        self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground under the pointer and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, radius = self.rect().adjusted(1, 1, -1, -1), theme().px(4)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("sunken"))
            painter.drawRoundedRect(area, radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus"), 2))
            painter.drawRoundedRect(area, radius, radius)


class FindingLine(QFrame):
    """A finding in a line; pressed, it opens into its conditions.

    ``fact_pointed`` names the fact of the condition under the pointer or the focus, and
    ``fact_let_go`` tells when it is left. ``label`` turns a fact's name into its words.
    """

    fact_pointed = Signal(str)
    fact_let_go = Signal()
    opened = Signal(bool)

    def __init__(
        self,
        finding: Finding,
        label: Label = _as_named,
        figure: str | None = None,
        note: str = "",
        sign: Sign | None = None,
        first: bool = False,
    ) -> None:
        super().__init__()
        self.finding, self._label = finding, label
        self.setProperty("surface", "row")
        self.setProperty("first", "true" if first else "false")
        self._conditions: Conditions | None = None
        self._lines = column(self, gap=0)
        self.line = OpenLine()
        self.line.toggled.connect(self._on_toggled)
        self._lines.addWidget(self.line)
        self._fill(sign or RESULTS[finding.result], figure, note)

    def _fill(self, sign: Sign, figure: str | None, note: str) -> None:
        finding, step = self.finding, deciding_step(self.finding)
        shown = figure_words(step) if figure is None else figure
        self._arrow = Mark(Shape.CLOSED, Tone.MUTED, size=12)
        self.line.line.lead_with(self._arrow)
        self.line.line.lead_with(Mark(sign.shape, sign.tone))
        self.line.line.set_main(Words(told_once(finding.title, note)))
        if shown:
            self.line.line.end_with(Words(shown, wrap=False))
        self.line.line.end_with(Words(finding.cites, "small", wrap=False))
        spoken = spoken_figure(step) if figure is None else figure
        parts = [f"{finding.title}: {sign.word.lower()}", note, spoken, finding.cites]
        self.line.setAccessibleName(". ".join(part for part in parts if part))
        self.line.setAccessibleDescription("Opens into its conditions.")

    @property
    def is_open(self) -> bool:
        """Say whether the conditions are shown."""
        return self.line.isChecked()

    def open(self, on: bool = True) -> None:
        """Show the conditions, or fold them away."""
        self.line.setChecked(on)

    def _on_toggled(self, on: bool) -> None:
        if on and self._conditions is None:
            self._conditions = self._made()
            self._lines.addWidget(self._conditions)
            follow(self.line, self._conditions)
        if self._conditions is not None:
            self._conditions.setVisible(on)
        self._arrow.show_shape(Shape.OPEN if on else Shape.CLOSED)
        self.opened.emit(on)

    def _made(self) -> Conditions:
        conditions = Conditions(self.finding.because, self._label)
        theme().space(conditions.layout())
        conditions.layout().setContentsMargins(theme().px(44), 0, 0, theme().px(8))
        conditions.layout().setProperty("margins", (44, 0, 0, 8))
        conditions.pointed_at.connect(self.fact_pointed)
        conditions.let_go.connect(self.fact_let_go)
        return conditions
