"""A card that does work: its buttons, its progress with Cancel, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.faults import NEXT_STEP, sentence
from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.layout import clear, column, row, show_if
from gui.fields.notice import Kind, Notice
from gui.fields.progress import ProgressLine
from gui.fields.words import Words
from gui.room import Surroundings
from gui.tasks import Progress, Task

NOTHING_KEPT = "Nothing of it was kept."


class WorkCard(Card):
    """``facts`` is a column to fill; ``changed`` tells that the store holds something else now."""

    changed = Signal()

    def __init__(self, around: Surroundings, title: str, about: str = "") -> None:
        super().__init__(title, gap=10)
        self.around = around
        self.about = Words(about, "muted")
        self.notice, self.progress = Notice(), ProgressLine()
        self.progress.hide()
        self.progress.cancelled.connect(self._on_cancel)
        self.facts = column(gap=0)
        self._buttons: list[Button] = []
        self._line, self._above = row(gap=8), column(gap=8)
        self._task: Task | None = None
        self._dialog: QFileDialog | None = None
        show_if(self.about, about)
        self.add(self.about, self.facts, self.notice, self.progress, self._above, self._line)

    def ask_above(self, field: QWidget) -> None:
        """Put a field above the buttons."""
        self._above.addWidget(field)

    def show_facts(self, *lines: QWidget) -> None:
        """Show these lines instead of those before."""
        clear(self.facts)
        for line in lines:
            self.facts.addWidget(line)

    def offer(self, *buttons: Button) -> None:
        """Put the card's buttons below, in their order."""
        for button in buttons:
            self._buttons.append(button)
            self._line.addWidget(button)
        self._line.addStretch(1)

    def choose_file(self, title: str, names: str, then: Callable[[Path], object]) -> None:
        """Ask for a file in a dialog that never blocks the program."""
        self._dialog = QFileDialog(self, title)
        self._dialog.setNameFilters([names, "All files (*)"])
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.fileSelected.connect(lambda path: then(Path(path)))
        self._dialog.open()

    def choose_files(self, title: str, names: str, then: Callable[[list[Path]], object]) -> None:
        """Ask for one or several files, likewise."""
        self._dialog = QFileDialog(self, title)
        self._dialog.setNameFilters([names, "All files (*)"])
        self._dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
        self._dialog.open()

    def work(
        self, words: str, do: Callable[[Progress], Any], then: Callable[[Any], object]
    ) -> Task | None:
        """Do work off the GUI thread and hand its result to ``then``; one piece of it at a time."""
        if self._task is not None:
            return None
        self.notice.hide()
        self._set_busy(True)
        self.progress.begin(words)

        def done(result: Any) -> None:
            then(result)
            self.changed.emit()

        task = self._task = self.around.tasks.run(words, do, done, owner=self, quietly=True)
        task.moved.connect(self.progress.show_progress)
        task.refused.connect(self.notice.show_error)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(lambda: self.tell(Kind.INFO, "Stopped.", NOTHING_KEPT))
        task.ended.connect(self._on_ended)
        return task

    def tell(self, kind: Kind, happened: str, kept: str = "", next_step: str = "") -> None:
        """Say what came of the work."""
        self.notice.show_notice(kind, happened, kept, next_step)

    def _set_busy(self, on: bool) -> None:
        for button in self._buttons:
            button.setEnabled(not on)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_failed(self, reference: str) -> None:
        self.tell(Kind.ERROR, sentence(reference), "Nothing was changed.", NEXT_STEP)

    def _on_ended(self) -> None:
        self._task = None
        self.progress.hide()
        self._set_busy(False)
