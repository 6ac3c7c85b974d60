"""The one window: the way in first, then the rooms; it remembers its looks and closes tidily."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QRect, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.actions import Actions
from gui.faults import tell
from gui.fields.layout import column, settle_layouts
from gui.intake.opening import name_new_application
from gui.looks import name_actions
from gui.role_words import role_words
from gui.room import Room, Surroundings
from gui.rooms import ROOMS
from gui.settings import Settings, write_settings
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import theme
from gui.welcome import Doors, WelcomePage


class Window(QWidget):
    """Holds the way in and, once somebody is signed in, the shell with the rooms."""

    def __init__(
        self, doors: Doors, settings: Settings | None = None, rooms: tuple[Room, ...] = ROOMS
    ) -> None:
        super().__init__()
        self.setWindowTitle("Milepost")  # never a name: titles are seen in task bars and shares
        self.setProperty("surface", "ground")
        self._doors = doors
        self.settings, self._rooms = settings or Settings(), rooms
        self.desk: Any = None
        self.tasks, self.actions_register = Tasks(self), Actions(self)
        self._stack = QStackedWidget(self)
        column(self, gap=0).addWidget(self._stack)
        last = Path(self.settings.last_store) if self.settings.last_store else None
        self.welcome = WelcomePage(doors, self.tasks, last if last and last.exists() else None)
        self.welcome.signed_in.connect(self.enter)
        self.welcome.store_opened.connect(self._remember_store)
        self.shell: Shell | None = None
        self._stack.addWidget(self.welcome)
        name_actions(self.actions_register, self)
        register = self.actions_register
        register.add(self, "Leave Milepost", self.close, "Ctrl+Q")
        for words, do in (
            ("Sign out, or sign in as somebody else", self.sign_out),
            ("Close the store", self.close_store),
        ):
            register.add(self, words, do, is_possible=self.is_at_work)
        theme().changed.connect(self._remember_looks)
        self._untell = tell(self._on_escaped_error)
        self._place()

    def _place(self) -> None:
        self.setMinimumSize(640, 480)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        kept = QRect(*self.settings.window) if self.settings.window else None
        if kept is not None and screen.intersects(kept):
            self.setGeometry(kept)
        else:
            self.resize(min(1280, screen.width()), min(800, screen.height()))

    def enter(self, desk: Any) -> None:
        """Furnish the rooms for the person at the desk and show them."""
        self.desk = desk
        self.shell = Shell(self.tasks, self.actions_register)
        self._stack.addWidget(self.shell)
        self._stack.setCurrentWidget(self.shell)
        person, store = desk.person, desk.store
        self.shell.status.show_facts(f"{person.name} · {role_words(person)}", store.label)
        self.shell.show_ribbon(store.fictional)
        name_new_application(Surroundings(desk, self.shell, self.tasks, self.actions_register))
        self.shell.furnish(desk, self._rooms)
        self.show_backup()

    def is_at_work(self) -> bool:
        """Say whether somebody is signed in."""
        return self.desk is not None

    def sign_out(self) -> None:
        """Leave the desk; the store stays open and asks who is there."""
        if self.desk is not None:
            store = self._clear_desk()
            self.welcome.ask_who(store)

    def close_store(self) -> None:
        """Leave the desk and close the store."""
        if self.desk is not None:
            self.welcome.leave_store(self._clear_desk())

    def _clear_desk(self) -> Any:
        store, shell = self.desk.store, self.shell
        self.desk = self.shell = None
        self._stack.setCurrentWidget(self.welcome)
        if shell is not None:
            self._stack.removeWidget(shell)
            shell.deleteLater()
        return store

    def show_backup(self) -> None:
        """Look up the last verified backup and say it in the status line."""
        desk, status = self.desk, self.shell.status
        self.tasks.run(
            "Looking for the last backup",
            lambda _: self._doors.last_backup(desk),
            lambda backup: status.show_backup(backup.made_at if backup else None),
            owner=status,
        )

    def _remember_store(self, path: Path) -> None:
        self._keep(last_store=str(path))

    def _remember_looks(self) -> None:
        self._keep(palette=theme().palette.name, text_size=theme().text_size)

    def _keep(self, **changes: Any) -> None:
        self.settings = self.settings.changed(**changes)
        write_settings(self.settings)

    def _on_escaped_error(self, error: BaseException) -> None:
        """Show, from a clean stack, an error that escaped from a slot."""
        place = self.shell or self.welcome
        QTimer.singleShot(0, self, lambda: place.show_error(error))

    def event(self, event: QEvent) -> bool:
        """Draw nothing before it is laid out."""
        if event.type() == QEvent.Type.UpdateRequest:
            settle_layouts()
        return super().event(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, close the store, remember the window's place."""
        area = self.geometry()
        self._keep(window=(area.x(), area.y(), area.width(), area.height()))
        self.tasks.close()
        self._untell()
        theme().changed.disconnect(self._remember_looks)
        if self.desk is not None:
            self.desk.store.close()
            self.desk = None
        self.welcome.close_store()
        event.accept()
