"""Finding the home's address by its UPRN, its postcode or some words of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.addresses import MOST, Address
from gui.fields.entries import Choice, Line
from gui.fields.form import FormField
from gui.fields.layout import column, show_if
from gui.fields.segmented import Option

Find = Callable[[str], Sequence[Address]]
_NONE_YET = Option(None, "Choose the address…")
_HINT = "Its UPRN, its postcode, or some words: 12 mill lane. It places the home exactly."


class AddressFinder(QWidget):
    """One line to type into, and what was found to choose from. ``chosen`` tells the address.

    Hidden where the store holds no addresses.
    """

    chosen = Signal(object)

    def __init__(self, find: Find, is_there: bool) -> None:
        super().__init__()
        self._find, self._sought = find, ""
        self.line = Line("Find the address", 30)
        self.field = FormField("Find the address", self.line, _HINT, QWidget())
        self.choice = Choice("Which address", [_NONE_YET])
        self.found = FormField("Which address", self.choice, beside=QWidget())
        lines = column(self, gap=12)
        lines.addWidget(self.field)
        lines.addWidget(self.found)
        self.found.hide()
        show_if(self, is_there)
        self.line.editingFinished.connect(self.look)
        self.choice.activated.connect(lambda _: self._tell())

    def look(self) -> None:
        """Look for what was typed; a single address found is taken at once."""
        text = self.line.text().strip()
        if text == self._sought:
            return
        self._sought = text
        found = self._find(text) if text else ()
        missing = f"No address held is “{text}”. Type less of it, or place the home by hand."
        more = f"{MOST} or more are found, and {MOST} are offered. Type more of it to find fewer."
        cut = more if len(found) >= MOST else ""
        self.field.show_problem(missing if text and not found else cut)
        self.choice.offer([_NONE_YET, *(Option(one, address_words(one)) for one in found)])
        self.found.setVisible(len(found) > 1)
        if len(found) == 1:
            self.chosen.emit(found[0])
        elif found:
            self.choice.setFocus()

    def _tell(self) -> None:
        value = self.choice.value()
        if isinstance(value, Address):
            self.chosen.emit(value)


def address_words(one: Address) -> str:
    """Name an address; by its UPRN where the list says no words."""
    words = ", ".join(part for part in (one.address, one.postcode) if part)
    return words or f"UPRN {one.uprn}, at {one.easting:.0f}, {one.northing:.0f}"
