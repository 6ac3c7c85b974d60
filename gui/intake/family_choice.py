"""Another child of a family that is known already? Offered once its postcode is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.families import Family
from gui.fields.entries import Choice
from gui.fields.form import FormField
from gui.fields.segmented import Option

_NEW = Option(None, "No, a family that is new here")


class FamilyChoice(FormField):
    """The families at a postcode to choose from, or none of them. Hidden where there are none."""

    chosen = Signal()

    def __init__(self) -> None:
        choice = Choice("Is this another child of a family already here?", [_NEW])
        super().__init__(
            "Is this another child of a family already here?",
            choice,
            "Brothers and sisters share one home, so their cases are seen together.",
            beside=QWidget(),
        )
        self.choice = choice
        self._families: tuple[Family, ...] = ()
        self.choice.currentIndexChanged.connect(lambda _: self.chosen.emit())
        self.hide()

    def offer(self, families: Sequence[Family], wanted: str | None = None) -> None:
        """Offer these families; the one that was chosen stays chosen if it is among them."""
        kept = wanted or self.household()
        self._families = tuple(families)
        ids = [family.household.id for family in families]
        options = [Option(family.household.id, family_words(family)) for family in families]
        self.choice.offer([_NEW, *options], kept if kept in ids else None)
        self.setVisible(bool(families))
        self.chosen.emit()

    def household(self) -> str | None:
        """Give the id of the family's household, None for a new family."""
        value = self.choice.value()
        return value if isinstance(value, str) else None

    def family(self) -> Family | None:
        """Give the family that is chosen."""
        wanted = self.household()
        return next((each for each in self._families if each.household.id == wanted), None)


def family_words(family: Family) -> str:
    """Name a family by its parent and children: ``Yes, P. Okoro: Wren, Idris``."""
    children = ", ".join(child.given_name or child.family_name for child in family.children)
    parent = family.household.parent_name or "a parent not named"
    return f"Yes, {parent}: {children}" if children else f"Yes, {parent}"
