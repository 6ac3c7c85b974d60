"""The line at the bottom: who is signed in, the store, its last verified backup, work under way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy

from gui.fields.buttons import Button
from gui.fields.layout import row
from gui.fields.words import Words
from gui.tasks import Tasks
from gui.theme import theme


class StatusLine(QFrame):
    """Small facts at the left, work in the middle, the way to everything else at the right."""

    def __init__(self, tasks: Tasks, find_anything: Callable[[], object]) -> None:
        super().__init__()
        self._tasks = tasks
        self.setProperty("surface", "status")
        self.setAccessibleName("Status")
        line = row(self, gap=20, margins=(16, 3, 10, 3))
        self.person, self.store = Words(role="small"), Words(role="small")
        self.backup, self.work = Words(role="small"), Words(role="small")
        for part in (self.person, self.store, self.backup, self.work):
            part.setWordWrap(False)
            part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            part.hide()
            line.addWidget(part)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Background work")
        self.stop = Button("Cancel", self._on_stop, "status")
        line.addWidget(self.bar)
        line.addWidget(self.stop)
        line.addStretch(1)
        self.find = Button("Ctrl+K find or do anything", find_anything, "status")
        line.addWidget(self.find, 0, Qt.AlignmentFlag.AlignRight)
        tasks.changed.connect(self._on_tasks_changed)
        self._on_tasks_changed()

    def show_facts(self, person: str = "", store: str = "", backup: str = "") -> None:
        """Show who is signed in, which store is open and when it was last backed up."""
        self.person.show_words(person)
        self.store.show_words(store)
        self.backup.show_words(backup)

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

    def _on_stop(self) -> None:
        for task in self._tasks.running():
            task.cancel()
