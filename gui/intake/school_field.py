"""Choosing a school by typing part of its name; what was chosen is said back beside the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget

from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.words import Words
from gui.school_words import SchoolWords
from records.school import School

SHOWN = 12
"""How many schools the list shows before it scrolls."""


class SchoolField(FormField):
    """A line with a list that narrows while one types. Leaving it with one hit takes that one.

    ``chosen`` tells when a school is chosen, or none is any more.
    """

    chosen = Signal()
    left = Signal()

    def __init__(
        self, label: str, hint: str, schools: Sequence[School], words: SchoolWords
    ) -> None:
        line = Line(label, letters=46)
        super().__init__(label, line, hint, QWidget())
        self.line, self._words = line, words
        self._by_words = _listed(schools)
        self.school: School | None = None
        self.about = Words("", "muted")
        lines = self.layout()
        lines.addWidget(self.about)
        self.about.hide()
        self._offer()
        self.line.textChanged.connect(self._on_text)
        self.line.editingFinished.connect(self._on_left)

    def _offer(self) -> None:
        self.completer = QCompleter(self)
        self.completer.setModel(QStringListModel(sorted(self._by_words, key=str.casefold), self))
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.setMaxVisibleItems(SHOWN)
        self.completer.popup().setAccessibleName("Schools found")
        # Its height is that of its rows; with the padding of other lists it would have to scroll.
        self.completer.popup().setStyleSheet("QListView { padding: 0; }")
        self.line.setCompleter(self.completer)

    def choose(self, id: str | None, typed: str = "") -> None:
        """Choose a school by its id; without one, leave in the line what was typed."""
        found = [words for words, school in self._by_words.items() if school.id == id]
        self.line.setText(found[0] if found else typed)

    def _on_text(self, text: str) -> None:
        school = self._by_words.get(text.strip())
        changed, self.school = school is not self.school, school
        self.about.show_words(self._words.about(school).capitalize() if school else "")
        if changed:
            self.chosen.emit()

    def _on_left(self) -> None:
        hits = self._hits(self.line.text())
        if self.school is None and len(hits) == 1:
            self.line.setText(hits[0])
        self.left.emit()

    def _hits(self, text: str) -> list[str]:
        wanted = text.strip().casefold()
        return [words for words in self._by_words if wanted and wanted in words.casefold()]


def _listed(schools: Sequence[School]) -> dict[str, School]:
    """Name each school; those of one name are told apart by their URN."""
    names = [school.name for school in schools]
    return {
        school.name
        if names.count(school.name) == 1
        else f"{school.name} (URN {school.urn})": school
        for school in schools
    }
