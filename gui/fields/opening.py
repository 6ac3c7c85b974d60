"""A button, and the form that takes its place from when it is pressed until the form is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from gui.fields.buttons import quiet
from gui.fields.layout import column
from gui.fields.well_form import WellForm
from gui.shapes import Shape


class Opening(QWidget):
    """``form`` is the form while it is open; ``make`` makes it anew each time."""

    def __init__(self, words: str, make: Callable[[], WellForm]) -> None:
        super().__init__()
        self._make = make
        self.form: WellForm | None = None
        self.button = quiet(words, self.begin, Shape.PLUS)
        self._lines = column(self, gap=0)
        self._lines.addWidget(self.button)

    def begin(self) -> None:
        """Open the form, and go into it."""
        if self.form is None:
            self.form = self._make()
            self.form.left.connect(self.put_away)
            self.button.hide()
            self._lines.addWidget(self.form)
        self.form.setFocus()

    def put_away(self) -> None:
        """Close the form, whatever is in it, and go back to the button."""
        if self.form is not None:
            self._lines.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.button.show()
        self.button.setFocus()
