"""The form's second section: the postcode, the family, the address, and where the home lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.addresses import Address
from casework.families import AtPostcode
from gui.fields.card import Card
from gui.fields.entries import Line, Paragraphs
from gui.fields.form import FormField
from gui.fields.layout import column
from gui.fields.words import Words
from gui.intake.address_finder import AddressFinder, Find
from gui.intake.checking import written_postcode
from gui.intake.draft import Draft
from gui.intake.family_choice import FamilyChoice
from gui.intake.position_field import PositionField
from records.child import Household


def nothing(_: str) -> tuple[Address, ...]:
    """Find no address: none are held."""
    return ()


class HomeCard(Card):
    """Postcode first: it finds the families known there, and where it lies."""

    left = Signal(str)
    changed = Signal()

    def __init__(
        self,
        look_up: Callable[[str], AtPostcode],
        find: Find = nothing,
        has_addresses: bool = False,
    ) -> None:
        super().__init__("Family and home", gap=16)
        self._look_up, self._looked = look_up, ""
        self.postcode, self.parent = Line("Postcode", 12), Line("Parent or carer", 34)
        self.address = Paragraphs("Address", 3)
        self.family, self.position = FamilyChoice(), PositionField()
        self.finder = AddressFinder(find, has_addresses)
        self.finder.chosen.connect(self._on_address)
        self.known = Words("", "muted")
        self.known.hide()
        self._new_family = self._parts_of_a_new_family()
        self.fields = {
            "postcode": FormField("Postcode", self.postcode, beside=QWidget()),
            "position": self.position.way,
            "easting": self.position.grid,
        }
        self.add(self.finder, self.fields["postcode"], self.family, self.known, self._new_family)
        self.postcode.editingFinished.connect(self._on_postcode)
        self.family.chosen.connect(self._on_family)
        self.position.changed.connect(self.changed)
        self.position.left.connect(self.left)

    def _parts_of_a_new_family(self) -> QWidget:
        box = QWidget()
        lines = column(box, gap=16)
        parent = "As letters will address them. Leave it empty if nobody has said."
        lines.addWidget(FormField("Parent or carer", self.parent, parent, beside=QWidget()))
        lines.addWidget(FormField("Address", self.address, "One line of the address to a line."))
        lines.addWidget(self.position)
        return box

    def _on_postcode(self) -> None:
        self.look_up()
        self.left.emit("postcode")

    def _on_address(self, found: Address) -> None:
        """Fill in what the list says: postcode and address where it has them, and the place."""
        if found.postcode:
            self.postcode.setText(found.postcode)
            self.look_up()
        if found.address:
            self.address.setPlainText("\n".join(found.address.split(", ")))
        self.position.show_place(found.easting, found.northing)

    def look_up(self, household: str | None = None) -> None:
        """Find what is known at the postcode that was typed."""
        postcode = written_postcode(self.postcode.text())
        if postcode == self._looked:
            return
        self._looked = postcode
        self.postcode.setText(postcode)
        found = self._look_up(postcode)
        self.family.offer(found.families, household)
        self.position.show_middle(postcode, found.middle)

    def _on_family(self) -> None:
        family = self.family.family()
        self._new_family.setVisible(family is None)
        self.known.show_words(known_words(family.household) if family else "")
        self.changed.emit()

    def into(self, draft: Draft) -> Draft:
        """Give the draft with what stands here."""
        return replace(
            self.position.into(draft),
            postcode=self.postcode.text(),
            household=self.family.household(),
            parent_name=self.parent.text(),
            address=self.address.toPlainText(),
        )

    def show_draft(self, draft: Draft) -> None:
        """Write a draft's part into the fields."""
        self.postcode.setText(draft.postcode)
        self.parent.setText(draft.parent_name)
        self.address.setPlainText(draft.address)
        self._looked = ""
        self.look_up(draft.household)
        self.position.show_draft(draft)


def known_words(home: Household) -> str:
    """Say what is known of a family's home: its address, and whether its position is."""
    address = ", ".join(filter(None, (*home.address, home.postcode)))
    if home.easting is None or home.northing is None:
        return f"{address}. Where the home lies is not known yet."
    near = " (approximate: the middle of the postcode)" if home.position_from == "postcode" else ""
    return f"{address}, at {home.easting:.0f}, {home.northing:.0f}{near}."
