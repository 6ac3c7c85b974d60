"""The line at the bottom: who is signed in, the store, its last verified backup, work under way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy

from gui.fields.buttons import Button
from gui.fields.layout import row
from gui.fields.words import Words
from gui.tasks import Tasks
from gui.theme import theme
from records.london import in_london
from rules.quantities import day_in_words


class Fact(Words):
    """A small fact, cut short with an ellipsis where the line has too little room for it."""

    def __init__(self) -> None:
        super().__init__(role="small")
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Let the fact be cut."""
        return QSize(theme().px(24), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much as there is room for; the rest is in the tool tip."""
        words = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        self.setToolTip(self.text() if words != self.text() else "")
        painter = QPainter(self)
        painter.setPen(theme().colour("muted"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), words)


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
        self.find = Button("Ctrl+K find or do anything", find_anything, "status")
        line.addWidget(self.find, 0, Qt.AlignmentFlag.AlignRight)
        tasks.changed.connect(self._on_tasks_changed)
        self._on_tasks_changed()

    def show_facts(self, person: str, store: str) -> None:
        """Show who is signed in and which store is open."""
        self.person.show_words(person)
        self.store.show_words(store)

    def show_backup(self, made_at: datetime | None) -> None:
        """Show when the last backup that was verified was made, by the clock of England."""
        if made_at is None:
            self.backup.show_words("No backup yet")
            return
        here = in_london(made_at)
        self.backup.show_words(f"Backup verified {day_in_words(here.date())}, {here:%H:%M}")

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
