"""A fact in a line: its label, its value, and where and when it came from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from gui.fields.buttons import quiet
from gui.fields.layout import redress, spaced
from gui.fields.words import Words
from gui.theme import Tone, theme

_NARROW = 300


class FactRow(QFrame):
    """Label, value, source; a fact not known is said so in its tone. ``working`` shows how derived.

    ``change_asked`` tells the fact's name when its button is pressed (only with ``may_change``).
    ``shares`` are those of the width that the three take where they stand side by side, and a
    ``close`` row has little above and below it, for a long table.
    """

    change_asked = Signal(str)

    def __init__(
        self,
        name: str,
        label: str,
        value: str,
        source: str = "",
        known: bool = True,
        working: str = "",
        may_change: bool = False,
        first: bool = False,
        shares: tuple[int, int, int] = (5, 5, 4),
        close: bool = False,
    ) -> None:
        super().__init__()
        self.name, self._shares = name, shares
        self.setProperty("surface", "row")
        self.setProperty("first", "true" if first else "false")
        self._grid = spaced(QGridLayout(self), 4, (8, 5, 8, 5) if close else (8, 7, 8, 7))
        self._label = Words(label, "muted")
        self._value = Words(value, tone=None if known else Tone.NOT_KNOWN)
        self._source = Words("\n".join(part for part in (source, working) if part), "small")
        self._change: QWidget | None = None
        if may_change:
            self._change = quiet("Change", lambda: self.change_asked.emit(self.name))
            self._change.setAccessibleName(f"Change {label}")
        self.setAccessibleName(f"{label}: {value}. {source}")
        self._narrow: bool | None = None
        self._arrange(narrow=False)

    def point_at(self, on: bool) -> None:
        """Light the fact up, or let it go."""
        redress(self, pointed="true" if on else "false")

    def show_value(self, value: str, source: str = "", known: bool = True) -> None:
        """Show another value."""
        self._value.show_words(value, Tone.INK if known else Tone.NOT_KNOWN)
        self._source.show_words(source)
        self.setAccessibleName(f"{self._label.text()}: {value}. {source}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the source below the value where there is too little width for three."""
        super().resizeEvent(event)
        self._arrange(narrow=event.size().width() < theme().px(_NARROW))

    def minimumSizeHint(self) -> QSize:
        """Let the row grow narrow; its words wrap."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme().px(200)), hint.height())

    def _arrange(self, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in (self._label, self._value, self._source, self._change):
            if part is not None:
                self._grid.removeWidget(part)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(self._value, 0, 1)
        place = (1, 1) if narrow else (0, 2)
        self._grid.addWidget(self._source, *place)
        if self._change is not None:
            self._grid.addWidget(self._change, 0, 2 if narrow else 3)
        for at, share in enumerate((5, 5, 0) if narrow else self._shares):
            self._grid.setColumnStretch(at, share)
