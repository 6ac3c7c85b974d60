"""The line at the bottom: who is signed in, the store, its last verified backup, work under way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy

from gui.fields.buttons import Button
from gui.fields.elided import Elided
from gui.fields.layout import row, show_if
from gui.tasks import Tasks
from gui.theme import theme
from records.london import in_london
from rules.quantities import day_in_words

KEYS, FIND = "Ctrl+K", "Ctrl+K find or do anything"


class Fact(Elided):
    """A small fact, cut short where the line has too little room for it, or left out of it."""

    def __init__(self) -> None:
        super().__init__(role="small")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()


class StatusLine(QFrame):
    """Small facts at the left, work in the middle, the way to everything else at the right."""

    def __init__(self, tasks: Tasks, find_anything: Callable[[], object]) -> None:
        super().__init__()
        self._tasks = tasks
        self.setProperty("surface", "status")
        self.setAccessibleName("Status")
        line = row(self, gap=20, margins=(16, 3, 10, 3))
        self.person, self.store, self.backup, self.work = Fact(), Fact(), Fact(), Fact()
        for part in (self.person, self.store, self.backup, self.work):
            line.addWidget(part)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Background work")
        self.stop = Button("Cancel", self._on_stop, "status")
        line.addWidget(self.bar)
        line.addWidget(self.stop)
        line.addStretch(1)
        self.find = Button(FIND, find_anything, "status")
        line.addWidget(self.find, 0, Qt.AlignmentFlag.AlignRight)
        self._line = line
        tasks.changed.connect(self._on_tasks_changed)
        theme().changed.connect(self._fit)
        self._on_tasks_changed()

    def show_facts(self, person: str, store: str) -> None:
        """Show who is signed in and which store is open."""
        self.person.show_words(person)
        self.store.show_words(store)
        self._fit()

    def show_backup(self, made_at: datetime | None) -> None:
        """Show when the last backup that was verified was made, by the clock of England."""
        words = "No backup yet"
        if made_at is not None:
            here = in_london(made_at)
            words = f"Backup verified {day_in_words(here.date())}, {here:%H:%M}"
        self.backup.show_words(words)
        self._fit()

    def _on_tasks_changed(self) -> None:
        running = self._tasks.running()
        words = running[0].words if running else ""
        more = f" and {len(running) - 1} more" if len(running) > 1 else ""
        self.work.show_words(f"{words}{more}" + ("…" if words else ""))
        self.bar.setVisible(bool(running))
        self.bar.setFixedWidth(theme().px(80))
        self.bar.setRange(0, 0)
        self.stop.setVisible(bool(running))
        self.stop.setAccessibleName(f"Cancel: {words}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shorten the way to everything, then leave out the store, then the backup, as must be.

        What is left out, the tool tip of the line still tells.
        """
        told = [each.text() for each in (self.person, self.store, self.backup) if each.text()]
        self.setToolTip("\n".join(told))
        self.find.setText(FIND)
        for fact in (self.store, self.backup):
            show_if(fact, fact.text())
        for give in (lambda: self.find.setText(KEYS), self.store.hide, self.backup.hide):
            if self._wanted() <= self.width():
                return
            give()

    def _wanted(self) -> int:
        """Give the width that everything shown would like."""
        shown = [self._line.itemAt(at) for at in range(self._line.count())]
        sizes = [item.sizeHint().width() for item in shown if item.widget() and not item.isEmpty()]
        sides = self._line.contentsMargins()
        return sum(sizes) + self._line.spacing() * len(sizes) + sides.left() + sides.right()

    def _on_stop(self) -> None:
        for task in self._tasks.running():
            task.cancel()
