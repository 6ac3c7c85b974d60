"""Finding a street, a postcode or a school: a field, what it finds, and what to do if nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal

from casework.maps.find import MOST, Found, FoundKind
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.entries import Line
from gui.fields.layout import clear, column
from gui.fields.words import Words

REST_MS = 200
LISTED = 8
_KINDS = {
    FoundKind.STREET: "Street",
    FoundKind.POSTCODE: "Postcode",
    FoundKind.SCHOOL: "School",
}


class FindCard(Card):
    """``wanted`` asks for what is called so; ``chosen`` tells the find to go to."""

    wanted = Signal(str)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("Find")
        self.field = Line("Street, postcode or school", 24, "Street, postcode or school ( F )")
        self.field.setAccessibleDescription("Enter goes to the first find.")
        self.told = Words("", "muted")
        self._lines = column(gap=4)
        self.buttons: list[Button] = []
        self.found: tuple[Found, ...] = ()
        self._asked, self._go_at_once = "", False
        self._resting = QTimer(self, singleShot=True, interval=REST_MS)
        self._resting.timeout.connect(self._ask)
        self.add(self.field, self.told, self._lines)
        self.told.hide()
        self.field.textChanged.connect(lambda _: self._resting.start())
        self.field.returnPressed.connect(self._on_enter)

    def begin(self) -> None:
        """Put the focus into the field."""
        self.field.setFocus()
        self.field.selectAll()

    def _ask(self) -> None:
        self._resting.stop()
        self._asked = self.field.text().strip()
        self.wanted.emit(self._asked)

    def _on_enter(self) -> None:
        """Go to the first find, or find first and then go."""
        if self._asked == self.field.text().strip() and not self._resting.isActive():
            self._go_first()
        else:
            self._go_at_once = True
            self._ask()

    def _go_first(self) -> None:
        if self.found:
            self.chosen.emit(self.found[0])

    def show_found(self, words: str, found: Sequence[Found], has_names: bool) -> None:
        """Show what was found for these words; what came too late is passed over."""
        if words != self._asked:
            return
        self.found = tuple(found)
        clear(self._lines)
        self.buttons = [self._button(one) for one in self.found[:LISTED]]
        for button in self.buttons:
            self._lines.addWidget(button)
        self.told.show_words(_told(words, len(self.found), has_names))
        go, self._go_at_once = self._go_at_once, False
        if go:
            self._go_first()

    def _button(self, found: Found) -> Button:
        alike = [one for one in self.found if one.words == found.words]
        more = _KINDS[found.kind].lower() if len(alike) == 1 else found.apart or found.about
        button = Button(f"{found.words} ({more})", lambda: self.chosen.emit(found), "quiet")
        spoken = f"{_KINDS[found.kind]} {found.words}, {found.about}"
        button.setAccessibleName(f"Go to {spoken}")
        button.setToolTip(spoken)
        return button


def _told(words: str, count: int, has_names: bool) -> str:
    """Say how many finds are not listed, or that there is none and what to do."""
    if not words or 0 < count <= LISTED:
        return ""
    if count:
        more = f"{MOST} or more" if count >= MOST else f"{count}"
        return f"{more} are called so; the first {LISTED} are listed. Type more of the name."
    advice = "Check the spelling, or type less of it: a part of the name is enough."
    if not has_names:
        advice = "This network names no streets: look for a postcode or a school."
    return f"Nothing here is called “{words}”. {advice}"
