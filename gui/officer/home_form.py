"""Where a home lies, by its address, in grid metres or pointed at, and how one knows it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.addresses import Address
from casework.families import what_is_wrong_with
from casework.measuring.place_home import HomePlace
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.entries import Line, Paragraphs
from gui.fields.form import FormField
from gui.fields.layout import row, show_if
from gui.fields.reading import Unreadable
from gui.fields.words import Words
from gui.intake.address_finder import AddressFinder, Find
from gui.intake.home_card import known_words
from records.child import Household

_GRID_HINT = (
    "In metres of the National Grid, or point at the home on the map: click, or move the map "
    "with the arrow keys and press Enter."
)
_KNOWN_HOW = {
    "postcode": "The middle of its postcode, which is approximate; measurements from it say so.",
    "pointed at": "Pointed at on the map.",
    "address": "",
}


class HomeForm(Card):
    """``changed`` tells that another place or reason stands here."""

    changed = Signal()

    def __init__(self, find: Find, has_addresses: bool) -> None:
        super().__init__("Where the home lies", gap=14)
        self.now = Words("")
        self.finder = AddressFinder(find, has_addresses)
        self.middle_button = Button("Middle of its postcode", self._take_middle)
        self.easting, self.northing = Line("Easting", 10), Line("Northing", 10)
        self.grid = FormField("Easting and northing", self.easting, _GRID_HINT, self._beside())
        self.how = Words("", "muted")
        self.reason = Paragraphs("Reason", 2, "Such as: council tax record seen")
        self._reason = FormField("How you know where it lies", self.reason)
        self.add(self.now, self.finder, self.grid, self.how, self._reason)
        self.how.hide()
        self._from, self._listed = "address", HomePlace(0, 0)
        self._middle: tuple[float, float] | None = None
        self._connect()

    def _beside(self) -> QWidget:
        beside = QWidget()
        line = row(beside, gap=8)
        line.addWidget(self.northing)
        line.addWidget(self.middle_button)
        line.addStretch()
        return beside

    def _connect(self) -> None:
        self.finder.chosen.connect(self.take_address)
        for line in (self.easting, self.northing):
            line.textEdited.connect(lambda _: self._known_from("address"))
            line.editingFinished.connect(self.changed)
        self.reason.textChanged.connect(self._on_reason)

    def _on_reason(self) -> None:
        self._reason.show_problem("")
        self.changed.emit()

    def show_home(self, home: Household, middle: tuple[float, float] | None) -> None:
        """Show what is known of a home; ``middle`` is where its postcode lies."""
        self.now.show_words(known_words_of(home))
        self._middle = middle
        show_if(self.middle_button, middle)

    def first(self) -> QWidget:
        """Give the field one begins at."""
        return self.finder.line if self.finder.isVisibleTo(self) else self.easting

    def take_address(self, found: Address) -> None:
        """Take the position of an address of the list: it is exact."""
        self._write(found.easting, found.northing, "address")
        words = tuple(found.address.split(", ")) if found.address else ()
        self._listed = HomePlace(0, 0, "address", words, found.postcode)
        self.changed.emit()

    def take_point(self, easting: float, northing: float) -> None:
        """Take a point of the map."""
        self._write(easting, northing, "pointed at")
        self.changed.emit()

    def _take_middle(self) -> None:
        if self._middle is not None:
            self._write(*self._middle, "postcode")
            self.changed.emit()

    def _write(self, easting: float, northing: float, known: str) -> None:
        self.easting.setText(f"{easting:.2f}".removesuffix(".00"))
        self.northing.setText(f"{northing:.2f}".removesuffix(".00"))
        self._known_from(known)

    def _known_from(self, known: str) -> None:
        self._from, self._listed = known, HomePlace(0, 0)
        self.how.show_words(_KNOWN_HOW[known])
        self.grid.show_problem("")

    def is_begun(self) -> bool:
        """Say whether a place stands here, or a part of one."""
        return bool(self.easting.text().strip() or self.northing.text().strip())

    def place(self) -> HomePlace:
        """Give the place that stands here. Raises Unreadable."""
        texts = [each.text().strip().replace(",", "") for each in (self.easting, self.northing)]
        try:
            easting, northing = (float(text) for text in texts)
        except ValueError as error:
            raise Unreadable(
                "Type both in metres of the National Grid, for example 441213 and 112604."
            ) from error
        if wrong := what_is_wrong_with(easting, northing):
            raise Unreadable(f"{wrong}.")
        listed = self._listed
        return HomePlace(easting, northing, self._from, listed.address, listed.postcode)

    def given(self) -> tuple[HomePlace, str] | None:
        """Give the place and the reason; where one lacks, say so beside it and go there."""
        reason = self.reason.toPlainText().strip()
        self._reason.show_problem("" if reason else "Write how you know: the record keeps it.")
        place = self._readable()
        if place is None or not reason:
            (self.reason if place else self.easting).setFocus()
            return None
        return place, reason

    def _readable(self) -> HomePlace | None:
        try:
            place = self.place()
        except Unreadable as problem:
            self.grid.show_problem(str(problem))
            return None
        self.grid.show_problem("")
        return place

    def look(self) -> HomePlace | None:
        """Give the place as far as it can be read; one that is only begun is not complained of."""
        return self._readable() if all(self._texts()) else None

    def _texts(self) -> tuple[str, str]:
        return self.easting.text().strip(), self.northing.text().strip()


def known_words_of(home: Household) -> str:
    """Say what is known of a home, its address where there is one."""
    if home.address or home.postcode:
        return known_words(home)
    if home.easting is None or home.northing is None:
        return "Neither its address nor where it lies is known yet."
    return f"It lies at {home.easting:.0f}, {home.northing:.0f}; its address is not known."
