"""A card that does work: its buttons, its progress with Cancel, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

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
    """``facts`` is a column to fill; ``changed`` tells that the store holds something else now.

    ``when_gone`` is called instead where the card has gone by the end of work that goes on.
    """

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
        self._pressed: Button | None = None
        self.when_gone: Callable[[], object] | None = None
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
        self,
        words: str,
        do: Callable[[Progress], Any],
        then: Callable[[Any], object],
        away: Callable[[Any], tuple[str, str]] | None = None,
    ) -> Task | None:
        """Do work off the GUI thread and hand its result to ``then``; one piece of it at a time.

        ``away`` gives what happened and what follows, for whoever has left this card by the end.
        Work with it is done alone: the same, begun elsewhere, is waited for.
        """
        if self._task is not None or (away is not None and self._is_under_way(words)):
            return None
        self.notice.hide()
        self._pressed = next((each for each in self._buttons if each.hasFocus()), None)
        self.progress.begin(words)
        if self._pressed is not None:  # a disabled button would hand the focus to whoever is next
            self.progress.cancel_button.setFocus()
        self._set_busy(True)
        task = self._task = self.around.tasks.run(
            words, do, self._done(then, away), owner=None if away else self, quietly=True
        )
        task.moved.connect(self.progress.show_progress)
        task.refused.connect(self.notice.show_error)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        task.ended.connect(self._on_ended)
        if away is not None:
            self._tell_troubles_away(task)
        return task

    def _is_under_way(self, words: str) -> bool:
        if not any(task.words == words for task in self.around.tasks.running()):
            return False
        self.tell(Kind.INFO, f"{words}: another file is being brought in just now.", NOTHING_KEPT,
                  "Wait until it is here, then begin again: what comes last counts.")  # fmt: skip
        return True

    def _done(
        self, then: Callable[[Any], object], away: Callable[[Any], tuple[str, str]] | None
    ) -> Callable[[Any], None]:
        shell, gone = self.around.shell, self.when_gone

        def done(result: Any) -> None:
            if isValid(self):
                then(result)
                self.changed.emit()
            elif gone is not None:
                gone()
            if away is not None and not self._is_in_front():
                shell.show_notice(Kind.DONE, *away(result))

        return done

    def _tell_troubles_away(self, task: Task) -> None:
        shell, failed = self.around.shell, self.around.tasks.failed
        task.refused.connect(lambda error: self._is_in_front() or shell.show_error(error))
        task.failed.connect(lambda reference: self._is_in_front() or failed.emit(reference))

    def _is_in_front(self) -> bool:
        return isValid(self) and self.isVisible()

    def _on_cancelled(self) -> None:
        self.tell(Kind.INFO, "Stopped.", NOTHING_KEPT)

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
        self._set_busy(False)
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not self._somebody_went_on():
            pressed.setFocus()
        self.progress.hide()

    def _somebody_went_on(self) -> bool:
        """Say whether the focus has been put elsewhere meanwhile; Cancel itself may be disabled."""
        focus = self.window().focusWidget()
        shell = self.around.shell
        return not (
            focus is None or self.progress.isAncestorOf(focus) or focus is shell.back_button
            or not focus.isVisible()
        )  # fmt: skip
