"""A line that opens what lies under it: a heading with a count, folded until somebody wants it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from gui.fields.finding import OpenLine
from gui.fields.layout import Margins, column, spaced
from gui.fields.tab_order import follow
from gui.fields.words import Words
from gui.marks import Mark
from gui.shapes import Shape
from gui.theme import Tone


class Fold(QFrame):
    """Folded away at first; what it holds is made the first time it opens.

    ``tail`` are widgets at the right of the line (a figure, a sign, a citation); ``spoken`` is the
    whole line for a screen reader.
    """

    def __init__(
        self,
        words: str,
        make: Callable[[], QWidget],
        spoken: str = "",
        tail: tuple[QWidget, ...] = (),
        lead: tuple[QWidget, ...] = (),
        first: bool = False,
        role: str = "body",
        inset: Margins = (44, 0, 4, 10),
    ) -> None:
        super().__init__()
        self.setProperty("surface", "row")
        self.setProperty("first", "true" if first else "false")
        self._make, self._inset = make, inset
        self.inside: QWidget | None = None
        self._lines = column(self, gap=0)
        self.line = OpenLine()
        self.line.toggled.connect(self._on_toggled)
        self._arrow = Mark(Shape.CLOSED, Tone.MUTED, size=12)
        for mark in (self._arrow, *lead):
            self.line.line.lead_with(mark)
        self.line.line.set_main(Words(words, role))
        for widget in tail:
            self.line.line.end_with(widget)
        self.line.setAccessibleName(spoken or words)
        self.line.setAccessibleDescription("Opens into its parts.")
        self._lines.addWidget(self.line)

    @property
    def is_open(self) -> bool:
        """Say whether what lies under the line is shown."""
        return self.line.isChecked()

    def open(self, on: bool = True) -> None:
        """Show what lies under the line, or fold it away."""
        self.line.setChecked(on)

    def _on_toggled(self, on: bool) -> None:
        if on and self.inside is None:
            self.inside = self._framed(self._make())
            self._lines.addWidget(self.inside)
            follow(self.line, self.inside)
        if self.inside is not None:
            self.inside.setVisible(on)
        self._arrow.show_shape(Shape.OPEN if on else Shape.CLOSED)

    def _framed(self, inside: QWidget) -> QWidget:
        frame = QWidget()
        spaced(column(frame, gap=0), 0, self._inset).addWidget(inside)
        return frame
