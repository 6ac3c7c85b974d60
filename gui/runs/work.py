"""The one piece of work that a run's page has under way, with its line of progress and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.fields.progress import ProgressLine
from gui.page import Page
from gui.tasks import Progress, Task, Tasks


class Work(QObject):
    """Does one thing at a time off the GUI thread. ``changed`` is told as it begins and ends.

    Another piece of work takes the place of one that is under way, whose result nobody gets.
    """

    changed = Signal()

    def __init__(self, page: Page, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._tasks = page, tasks
        self.line = ProgressLine()
        self.task: Task | None = None
        self.line.cancelled.connect(self.cancel)

    @property
    def is_under_way(self) -> bool:
        """Say whether something is being done."""
        return self.task is not None

    def do(
        self,
        words: str,
        work: Callable[[Progress], Any],
        then: Callable[[Any], object],
        otherwise: Callable[[], object] = lambda: None,
    ) -> None:
        """Do work and hand its result to ``then``; cancelled or refused, call ``otherwise``."""
        self.cancel()
        self.line.begin(words)

        def arrived(result: Any) -> None:
            if self._has_ended(task):
                then(result)

        def came_to_nothing(*_: object) -> None:
            if self._has_ended(task):
                otherwise()

        self.task = task = self._tasks.run(words, work, arrived, owner=self._page)
        task.moved.connect(self.line.show_progress)
        for signal in (task.cancelled, task.refused, task.failed):
            signal.connect(came_to_nothing)
        self.changed.emit()

    def _has_ended(self, task: Task) -> bool:
        """Note that a piece of work has ended; say whether it was the one still wanted."""
        if self.task is not task:
            return False
        self.task = None
        self.changed.emit()  # first: whoever has the focus on Cancel is led on from there
        self.line.hide()
        return True

    def cancel(self) -> None:
        """Ask what is under way to stop."""
        if self.task is not None:
            self.task.cancel()


def now_and_then(progress: Progress) -> Callable[[int, int], None]:
    """Tell of every twentieth letter only."""

    def tell(done: int, total: int) -> None:
        if done % 20 == 0:
            progress(done, total)

    return tell
