"""The fields that say which column of a file of lines means what."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.files.network import Columns, Recognised
from gui.fields.card import Card
from gui.fields.entries import Choice
from gui.fields.form import FormField
from gui.fields.segmented import Option
from gui.fields.words import Words

MEANINGS = {
    "id": ("Each line's own id", "None: lines are numbered as they stand in the file."),
    "name": ("Street's name", ""),
    "kind": ("Kind of way", "As the certificate will call it: footpath, bridleway, road."),
    "foot": ("May be walked (yes or no)", "None: every line may be walked."),
    "motor": ("May be driven (yes or no)", "None: no road route can be measured."),
    "oneway": ("One way (yes, no, or -1 against the line)", "None: driven both ways."),
    "u": ("Node at the start", "None: lines join where their ends meet to the millimetre."),
    "v": ("Node at the end", ""),
}
"""What each meaning is called and what its absence means, in the order of the form."""

_NONE = Option(None, "none")


class ColumnFields(Card):
    """A choice of column for each meaning, the suggested one chosen."""

    def __init__(self) -> None:
        super().__init__("Which column says what", gap=12)
        self.add(Words("Milepost suggests what the names of the columns suggest.", "muted"))
        self.choices = {meaning: Choice(label) for meaning, (label, _) in MEANINGS.items()}
        for meaning, (label, hint) in MEANINGS.items():
            self.add(FormField(label, self.choices[meaning], hint, QWidget()))

    def show_file(self, found: Recognised) -> None:
        """Offer the columns of a file."""
        options = [_NONE, *(Option(name, name) for name in found.columns)]
        for meaning, choice in self.choices.items():
            choice.offer(options, getattr(found.suggested, meaning))

    def columns(self) -> Columns:
        """Give what is chosen."""
        return Columns(**{meaning: choice.value() for meaning, choice in self.choices.items()})
