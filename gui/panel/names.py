"""Names as a hearing may hear them: in full, or as initials."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from records.decision import Decision


class Hearing(QObject):
    """Whether the room shows initials only. ``changed`` tells every page of it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.initials_only = False

    def show_initials(self, on: bool) -> None:
        """Show initials instead of names, or names again."""
        if on != self.initials_only:
            self.initials_only = on
            self.changed.emit()


def initials(name: str) -> str:
    """Write a name as its initials: ``R. T.``."""
    return " ".join(f"{part[0].upper()}." for part in re.split(r"[\s-]+", name.strip()) if part)


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one case. Where ``hidden``, ``said`` takes them out of any text.

    It knows the child, the parent and the address of the decision. A misspelt name, or that of
    somebody else, it cannot know.
    """

    child_name: str
    parent_name: str
    address: tuple[str, ...]
    hidden: bool

    @property
    def child(self) -> str:
        """Give the child's name, or initials."""
        return initials(self.child_name) if self.hidden else self.child_name

    @property
    def parent(self) -> str:
        """Give the parent's name, or that it is a parent."""
        return "Parent" if self.hidden else self.parent_name

    def said(self, text: str) -> str:
        """Write a text, without the names where they are hidden."""
        if not self.hidden:
            return text
        for line in _telling_lines(self.address):
            text = text.replace(line, "(address withheld)")
        for whole in (self.child_name, self.parent_name):
            text = text.replace(whole, initials(whole))
        for part in _parts(self.child_name, self.parent_name):
            text = re.sub(rf"\b{re.escape(part)}\b", f"{part[0].upper()}.", text)
        return text


def _telling_lines(address: tuple[str, ...]) -> list[str]:
    """Give the lines that tell a home: with its number, the street alone, the postcode.

    A town is left: it is the council's own, and stands in many a sentence.
    """
    whole = [line for line in address if any(letter.isdigit() for letter in line)]
    streets = [re.sub(r"^\d+\w?,?\s+", "", line) for line in whole]
    return [*whole, *(street for street in streets if len(street.split()) > 1)]


def _parts(*names: str) -> tuple[str, ...]:
    """Give the single names to be taken out, the longest first; titles and initials may stand."""
    parts = {part for name in names for part in re.split(r"[\s-]+", name) if len(part) > 2}
    return tuple(sorted(parts - {"Mrs", "Miss", "Mr.", "Ms.", "Dr."}, key=len, reverse=True))


def names_of(decision: Decision, hidden: bool) -> Names:
    """Give the names that stand in a decision."""
    return Names(decision.child_name, decision.parent_name, decision.address, hidden)
