"""Creating a store: its name, where, its passphrase twice, and the first person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.keys import SHORTEST
from gui.fields.entries import Check, Line, Secret
from gui.fields.form import FormField
from gui.fields.layout import column
from gui.role_words import ROLES
from gui.welcome.choose_file import PathField
from gui.welcome.step import Step, going_on
from records.people import Role


@dataclass(frozen=True, slots=True)
class NewStore:
    """What a new store is to be."""

    path: Path
    label: str
    passphrase: str
    name: str
    roles: frozenset[Role]


class CreateStep(Step):
    """Asks all a new store needs. ``go`` carries a NewStore; nothing is made before."""

    go = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            "Create a store",
            "The store is one encrypted file. Whoever opens it needs its passphrase.",
        )
        self.label = Line("Name of the store")
        self.path = PathField("File of the new store", new=True)
        self.first, self.second = Secret("Passphrase"), Secret("Passphrase again")
        self.name = Line("Your name")
        self.roles = {role: _role_box(role) for role in ROLES}
        hint = f"At least {SHORTEST} characters. Four words that have nothing to do with each other"
        self._fields = {
            "label": FormField("Name", self.label, "The council's, as the status line shows it."),
            "path": FormField("File", self.path, "On this computer or a shared drive."),
            "first": FormField("Passphrase", self.first, f"{hint} are good."),
            "second": FormField("Passphrase again", self.second),
            "name": FormField("Your name", self.name, "As it will stand under decisions."),
            "roles": FormField("What you do here", self._roles(), "Others can be added later."),
        }
        for field in self._fields.values():
            self.body.addWidget(field)
        self.create_button = going_on("Create the store", self._go_on)
        self.end_with(self.create_button)

    def _roles(self) -> QWidget:
        box = QWidget()
        lines = column(box, gap=2)
        for check in self.roles.values():
            lines.addWidget(check)
        box.setFocusProxy(next(iter(self.roles.values())))
        return box

    def arrive(self) -> None:
        """Begin with the name."""
        self.label.setFocus()

    def problems(self) -> dict[str, str]:
        """Say what is still wrong, by field: the words and how to mend it."""
        first = self.first.text()
        checks = {
            "label": (bool(self.label.text().strip()), "Give the store a name."),
            "path": (self.path.path() is not None, "Say where the file is to lie."),
            "first": (len(first) >= SHORTEST, f"Use at least {SHORTEST} characters."),
            "second": (self.second.text() == first, "The two passphrases differ. Type it again."),
            "name": (bool(self.name.text().strip()), "Type your name."),
            "roles": (bool(self._chosen()), "Choose at least one."),
        }
        return {field: words for field, (right, words) in checks.items() if not right}

    def _chosen(self) -> frozenset[Role]:
        return frozenset(role for role, check in self.roles.items() if check.isChecked())

    def _go_on(self) -> None:
        problems, path = self.problems(), self.path.path()
        for name, field in self._fields.items():
            field.show_problem(problems.get(name, ""))
        if problems:
            self._fields[next(iter(problems))].setFocus()
        elif path is not None:
            self.go.emit(
                NewStore(
                    path,
                    self.label.text().strip(),
                    self.first.text(),
                    self.name.text().strip(),
                    self._chosen(),
                )
            )

    def forget(self) -> None:
        """Take the passphrases off the page."""
        self.first.clear()
        self.second.clear()


def _role_box(role: Role) -> Check:
    title, about = ROLES[role]
    return Check(f"{title}: {about[0].lower()}{about[1:]}")
