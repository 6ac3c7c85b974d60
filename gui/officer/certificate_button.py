"""The buttons that open the certificates of what was measured: on foot, and by road."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import Button
from gui.fields.flow import FlowLayout
from gui.fields.layout import clear
from records.measurement import Measurement, Way

_WORDS = {Way.WALKING: "Certificate…", Way.ROAD: "Certificate by road…"}
_NAMES = {
    Way.WALKING: "Certificate of the walking route",
    Way.ROAD: "Certificate of the road route",
}


class CertificateButtons(QWidget):
    """One button a way that was measured. ``asked`` tells the measurement's id."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line = FlowLayout(self, gap=8)
        self.buttons: dict[Way, Button] = {}
        self._of: dict[Way, str] = {}

    def show_measured(self, measurements: Iterable[Measurement | None]) -> None:
        """Offer the last measurement of each way; nothing where none was made."""
        found = {each.way: each.id for each in measurements if each is not None}
        if set(found) != set(self.buttons):
            self._make(way for way in Way if way in found)
        self._of = found
        self.setVisible(bool(found))

    def _make(self, ways: Iterable[Way]) -> None:
        clear(self._line)
        self.buttons = {}
        for way in ways:
            button = Button(_WORDS[way], lambda way=way: self.ask(way), keys=self._key(way))
            button.setAccessibleName(_NAMES[way])
            self.buttons[way] = button
            self._line.addWidget(button)

    def _key(self, way: Way) -> str:
        return "" if self.buttons else "C"

    def may_ask(self) -> bool:
        """Say whether anything was measured."""
        return bool(self._of)

    def ask(self, way: Way | None = None) -> None:
        """Ask for a certificate: of this way, else of the walk, else of the road."""
        if not self._of:
            return
        chosen = way or next(each for each in Way if each in self._of)
        self.asked.emit(self._of[chosen])
