"""Saying who one is, among the people of the store."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from gui.fields.form import FormField
from gui.fields.notice import Kind
from gui.role_words import role_words
from gui.theme import theme
from gui.welcome.step import Step, going_on
from records.people import Person

_PERSON = Qt.ItemDataRole.UserRole


class PeopleList(QListWidget):
    """The people; Enter or a double click signs in."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("People of this store")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose on every platform."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class WhoStep(Step):
    """Asks who is at the desk. ``go`` carries the person."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__("Who are you?", "Your name will stand under what you record and decide.")
        self.list = PeopleList()
        self.body.addWidget(FormField("Person", self.list))
        self.sign_in_button = going_on("Sign in", self._go_on)
        self.end_with(self.sign_in_button)
        self.list.itemActivated.connect(lambda _: self._go_on())
        theme().changed.connect(self._size)

    def show_people(self, people: Sequence[Person], passphrase: str = "") -> None:
        """List the people, and where the store is the sample, its passphrase."""
        self.list.clear()
        for person in people:
            item = QListWidgetItem(f"{person.name}\n{role_words(person)}")
            item.setData(_PERSON, person)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{person.name}, {role_words(person)}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._size()
        if passphrase:
            self.notice.show_notice(
                Kind.INFO,
                "This is the fictional sample. No real child is in it.",
                f"Its passphrase is: {passphrase}",
            )

    def _size(self) -> None:
        rows = sum(self.list.sizeHintForRow(at) for at in range(self.list.count()))
        self.list.setFixedHeight(min(rows + theme().px(12), theme().px(420)))

    def arrive(self) -> None:
        """Begin in the list."""
        self.list.setFocus()

    def _go_on(self) -> None:
        item = self.list.currentItem()
        if item is not None and self.sign_in_button.isEnabled():
            self.go.emit(item.data(_PERSON))
