"""Work off the GUI thread, with progress and cancel. Results arrive on the GUI thread."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from threading import Event
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QObject, Signal

from gui.faults import report
from rules.problems import UserFacingError

CLOSING_S: Final = 10.0
"""How long the program waits at the end for work that was told to stop."""


class Cancelled(Exception):
    """The person stopped the work."""


class Progress(QObject):
    """What the work is handed: it tells how far it is, and asks whether it is still wanted."""

    moved = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self._stop = Event()

    def __call__(self, done: int, total: int, words: str = "") -> None:
        """Tell how far the work is. Raises Cancelled once it is no longer wanted."""
        if self._stop.is_set():
            raise Cancelled
        self.moved.emit(done, total, words)

    @property
    def is_cancelled(self) -> bool:
        """Say whether the work is no longer wanted."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()


class Task(QObject):
    """One piece of work, from its start to the one signal that ends it, given on the GUI thread.

    ``done`` carries the result, ``refused`` an error meant for people, ``failed`` the reference
    under which any other error was logged, ``cancelled`` nothing; ``ended`` follows each of them.
    """

    moved = Signal(int, int, str)
    done = Signal(object)
    refused = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    ended = Signal()
    _came = Signal(str, object)

    def __init__(self, name: str, words: str, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self.name, self.words = name, words
        self.progress = Progress()
        self._work = work
        self._owner: QObject | None = None
        self._then: Callable[[Any], object] | None = None
        self.progress.moved.connect(self._on_moved)
        # The signal is emitted in the worker and, the receiver living in the GUI thread, queued.
        self._came.connect(self._on_came)

    def cancel(self) -> None:
        """Ask the work to stop. ``cancelled`` follows, or ``done`` if it was past stopping."""
        self.progress.stop()

    def hand_to(self, then: Callable[[Any], object] | None, owner: QObject | None) -> None:
        """Name who gets the result, and the widget that must still stand for that."""
        self._then, self._owner = then, owner

    def work(self) -> None:
        """Do the work, in whichever thread; exactly one outcome is sent back."""
        try:
            outcome = ("done", self._work(self.progress))
        except Cancelled:
            outcome = ("cancelled", None)
        except Exception as error:
            outcome = ("error", error)
        self._came.emit(*outcome)

    def _on_moved(self, done: int, total: int, words: str) -> None:
        self.moved.emit(done, total, words)

    def _on_came(self, how: str, what: Any) -> None:
        wanted = self._owner is None or shiboken6.isValid(self._owner)
        try:
            if wanted:
                self._tell(how, what)
        finally:
            self._work = self._then = self._owner = None
            self.ended.emit()

    def _tell(self, how: str, what: Any) -> None:
        if how == "cancelled":
            self.cancelled.emit()
        elif how == "done":
            self.done.emit(what)
            if self._then is not None:
                self._then(what)
        elif isinstance(what, UserFacingError):
            self.refused.emit(what)
        else:
            self.failed.emit(report(what))


class Tasks(QObject):
    """All work that is under way. ``refused`` and ``failed`` gather what no page takes itself.

    ``changed`` is told when a task begins, moves or ends.
    """

    changed = Signal()
    refused = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        # Python's own threads, which live on between tasks. In Qt's pool a thread's Python state
        # ends with each task, and what PROJ and SQLite keep for a thread dies with it in use.
        self._pool = ThreadPoolExecutor(threads, "work")
        self._running: dict[int, Task] = {}
        self._futures: set[Future[None]] = set()
        self._numbers = itertools.count()
        self._closed = False

    def run(
        self,
        words: str,
        work: Callable[[Progress], Any],
        then: Callable[[Any], object] | None = None,
        owner: QObject | None = None,
        quietly: bool = False,
    ) -> Task:
        """Start ``work(progress)`` and hand its result to ``then``, on the GUI thread.

        ``words`` say what is done ("Measuring the route"). Where ``owner``, a widget, has gone by
        the end, nobody is told. ``quietly`` keeps errors for the task's own signals.
        """
        number = next(self._numbers)
        task = Task(str(number), words, work)
        task.hand_to(then, owner)
        if not quietly:
            task.refused.connect(self.refused)
            task.failed.connect(self.failed)
        task.moved.connect(self._on_moved)
        task.ended.connect(self._on_ended)
        self._running[number] = task
        self.changed.emit()
        if self._closed:
            task.cancel()
        self._start(task)
        return task

    def _start(self, task: Task) -> None:
        future = self._pool.submit(task.work)
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)

    def running(self) -> tuple[Task, ...]:
        """Give the tasks under way, oldest first."""
        return tuple(self._running.values())

    def _on_moved(self, _done: int, _total: int, _words: str) -> None:
        self.changed.emit()

    def _on_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._running.pop(int(task.name), None)
        self.changed.emit()

    def close(self) -> bool:
        """Stop everything and wait for it. False where some work would not stop in time."""
        self._closed = True
        for task in self.running():
            task.cancel()
        return not wait(tuple(self._futures), CLOSING_S).not_done
