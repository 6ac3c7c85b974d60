"""The way in: from the first page to a desk, one step at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.faults import NEXT_STEP, report, sentence
from gui.fields.layout import Sheet, column, row
from gui.fields.notice import Kind
from gui.tasks import Progress, Task, Tasks
from gui.theme import theme
from gui.welcome.create_store import CreateStep, NewStore
from gui.welcome.doors import Doors
from gui.welcome.keep_key import KeepKeyStep
from gui.welcome.open_store import OpenStep
from gui.welcome.start import StartStep
from gui.welcome.step import Step
from gui.welcome.who import WhoStep
from records.people import Person
from rules.problems import UserFacingError


class WelcomePage(QWidget):
    """Leads to ``signed_in(desk)``. Each verb runs off the GUI thread; what it refuses shows here.

    ``store_opened(path)`` is told for a council's own store, so that the next start offers it.
    """

    signed_in = Signal(object)
    store_opened = Signal(object)

    def __init__(self, doors: Doors, tasks: Tasks, last_store: Path | None = None) -> None:
        super().__init__()
        self._doors, self._tasks = doors, tasks
        self._store: Any = None
        self._passphrase = ""
        self.start, self.open, self.create = StartStep(last_store), OpenStep(), CreateStep()
        self.keep_key, self.who = KeepKeyStep(), WhoStep()
        self._steps: tuple[Step, ...] = (
            self.start, self.open, self.create, self.keep_key, self.who,
        )  # fmt: skip
        self._lay_out()
        self._connect()
        self.show_step(self.start)

    def _lay_out(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(self, gap=0).addWidget(scroll)
        page = Sheet()
        across = row(page, gap=0, margins=(24, 40, 24, 40))
        self._middle = QWidget()
        lines = column(self._middle, gap=0)
        for step in self._steps:
            lines.addWidget(step)
        lines.addStretch()
        across.addStretch(1)
        across.addWidget(self._middle, 100)
        across.addStretch(1)
        scroll.setWidget(page)
        theme().changed.connect(self._size)
        self._size()

    def _size(self) -> None:
        self._middle.setMaximumWidth(theme().px(680))

    def _connect(self) -> None:
        self.start.sample_asked.connect(self._on_sample)
        self.start.removal_asked.connect(self._on_remove_sample)
        self.start.open_asked.connect(self._on_open_asked)
        self.start.create_asked.connect(lambda: self.show_step(self.create))
        for step in (self.open, self.create):
            step.back_asked.connect(lambda: self.show_step(self.start))
        self.who.back_asked.connect(self._on_leave_store)
        self.open.go.connect(self._on_open)
        self.create.go.connect(self._on_create)
        self.keep_key.go.connect(self._ask_who)
        self.who.go.connect(self._on_person)
        self.start.progress.cancelled.connect(self._on_cancel)

    def show_step(self, step: Step) -> None:
        """Bring a step to the front."""
        for other in self._steps:
            other.setVisible(other is step)
        self.step = step
        self.start.show_sample(self._doors.has_sample())
        step.arrive()

    def _run(
        self,
        step: Step,
        words: str,
        work: Callable[[Progress], Any],
        then: Callable[[Any], object],
    ) -> None:
        """Run a verb for a step; what it refuses is shown in that step."""

        def arrived(result: Any) -> None:
            step.set_busy()
            then(result)

        step.set_busy(words)
        task = self._task = self._tasks.run(words, work, arrived, owner=self, quietly=True)
        task.moved.connect(step.progress.show_progress)
        task.refused.connect(step.show_error)
        task.cancelled.connect(step.set_free)
        task.failed.connect(lambda reference: _show_fault(step, reference))

    def show_error(self, error: BaseException) -> None:
        """Show an error in the step in front: in its own words if it is meant for people."""
        if isinstance(error, UserFacingError):
            self.step.show_error(error)
        else:
            _show_fault(self.step, report(error))

    def _on_cancel(self) -> None:
        if isinstance(self._task, Task):
            self._task.cancel()

    def _on_sample(self) -> None:
        self._run(self.start, "Opening the sample council", self._doors.open_sample, self._sampled)

    def _sampled(self, opened: tuple[Any, str]) -> None:
        self._store, self._passphrase = opened
        self._ask_who()

    def _on_remove_sample(self) -> None:
        def removed(_: object) -> None:
            self.start.show_sample(self._doors.has_sample())
            self.start.notice.show_notice(
                Kind.DONE, "The sample council is removed: its file, and any backups beside it.",
                next_step="Open the sample makes it anew, as it was at first.",
            )  # fmt: skip
            self.start.sample_button.setFocus()

        remove = self._doors.remove_sample
        self._run(self.start, "Removing the sample council", lambda _: remove(), removed)

    def _on_open_asked(self, path: str) -> None:
        self.open.ask_for(path)
        self.show_step(self.open)

    def _on_open(self, path: Path, secret: str, by_key: bool) -> None:
        doors = self._doors
        door = doors.open_with_recovery_key if by_key else doors.open_store

        def opened(store: Any) -> None:
            self.open.ask_for("")
            self._keep(store, path)
            self._ask_who()

        self._run(self.open, "Opening the store", lambda _: door(path, secret), opened)

    def _on_create(self, new: NewStore) -> None:
        def made(result: tuple[Any, str]) -> None:
            self.create.forget()
            self._keep(result[0], new.path)
            self.keep_key.show_key(result[1])
            self.show_step(self.keep_key)

        self._run(
            self.create,
            "Creating the store",
            lambda _: self._doors.create_store(
                new.path, new.passphrase, new.name, new.roles, new.label
            ),
            made,
        )

    def _keep(self, store: Any, path: Path) -> None:
        self._store, self._passphrase = store, ""
        self.store_opened.emit(path)

    def _ask_who(self) -> None:
        store = self._store

        def listed(people: tuple[Person, ...]) -> None:
            self.who.show_people(people, self._passphrase)
            self.show_step(self.who)

        self._run(self.step, "Reading who works here", lambda _: self._doors.people(store), listed)

    def _on_person(self, person: Person) -> None:
        store = self._store
        self._run(
            self.who,
            "Signing in",
            lambda _: self._doors.sign_in(store, person),
            self.signed_in.emit,
        )

    def ask_who(self, store: Any) -> None:
        """Ask who is there, at a store that is open."""
        self._store = store
        self._ask_who()

    def leave_store(self, store: Any) -> None:
        """Close a store and go back to the start."""
        self._store = store
        self._on_leave_store()

    def close_store(self) -> None:
        """Close a store nobody has signed in to, as the window goes."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _on_leave_store(self) -> None:
        """Go back to the start: the store that was opened is closed again."""
        store, self._store = self._store, None
        self.who.notice.hide()
        if store is not None:
            self._tasks.run("Closing the store", lambda _: store.close())
        self.show_step(self.start)


def _show_fault(step: Step, reference: str) -> None:
    step.set_busy()
    step.notice.show_notice(Kind.ERROR, sentence(reference), "Nothing was changed.", NEXT_STEP)
