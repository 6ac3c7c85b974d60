"""The form that takes in an item of evidence: its title, who gave it, its day, its file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from gui.fields.buttons import Button
from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.well_form import WellForm
from gui.intake.day_field import DayField


@dataclass(frozen=True, slots=True)
class GivenEvidence:
    """What was filled in."""

    title: str
    given_by: str
    dated: date | None
    document: Path | None


class EvidenceForm(WellForm):
    """``given`` tells what was filled in, ``left`` that it was put away."""

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__("Add this evidence")
        self.title = Line("What it is", letters=40, example="such as: letter of the GP")
        self.given_by = Line("Given by", letters=28, example="such as: parent")
        self._title = FormField("What it is", self.title)
        self._given_by = FormField("Given by", self.given_by)
        self.dated = DayField("Dated", "The day it bears; leave it empty where it bears none.")
        self.file = Line("Document", letters=40, example="no file: it is held on paper")
        browse = Button("Browse…", self._browse)
        browse.setAccessibleName("Browse for the document")
        document = FormField("Document", self.file, "", browse)
        self.lay_out(self._title, self._given_by, self.dated, document)
        self.setFocusProxy(self.title)

    def _browse(self) -> None:
        self.dialog = QFileDialog(self, "Choose the document")
        self.dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.dialog.fileSelected.connect(self.file.setText)
        self.dialog.open()

    def give(self) -> None:
        """Tell the evidence, or say what it lacks."""
        title, by = self.title.text().strip(), self.given_by.text().strip()
        self._title.show_problem("" if title else "Say what it is.")
        self._given_by.show_problem("" if by else "Say who gave it.")
        if not title or not by:
            (self.given_by if title else self.title).setFocus()
            return
        path = self.file.text().strip()
        document = Path(path).expanduser() if path else None
        self.given.emit(GivenEvidence(title, by, self.dated.day(), document))
