"""One person: their name, and the roles they hold."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.staff import add_person, give_roles
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.entries import Check, Line
from gui.fields.form import FormField
from gui.fields.layout import column
from gui.fields.notice import Kind
from gui.fields.words import Words
from gui.page import Page
from gui.records_room.saving import Saving
from gui.role_words import ROLES
from gui.room import Surroundings
from records.people import Person, Role


class PersonPage(Page):
    """Adds somebody, or gives somebody other roles."""

    def __init__(self, around: Surroundings, person: Person | None = None) -> None:
        about = "They sign in from the first page, once the store is open"
        super().__init__(person.name if person else "Add a person", about)
        self.around, self.person = around, person
        self.name = Line("Name", 34)
        self.roles = {role: Check(f"{title}: {does[:1].lower()}{does[1:]}")
                      for role, (title, does) in ROLES.items()}  # fmt: skip
        self.name_field = FormField("Name", self.name, "As it stands under decisions.", QWidget())
        self.roles_field = FormField("What they do here", self._boxes())
        self.saving = Saving(around, self)
        card = Card("Person", gap=16)
        card.add(self.name_field, self.roles_field)
        self.main.addWidget(self.saving.notice)
        self.main.addWidget(card)
        self._fill(person)
        words = "Earlier roles stay in the history."
        self.save_button = primary("Save", self.save, "Ctrl+↵")
        self.set_foot(Words(words, "muted"), self.save_button)
        around.actions.add(self, "Save the person", self.save, "Ctrl+Return", "Records")

    def _boxes(self) -> QWidget:
        box = QWidget()
        lines = column(box, gap=2)
        for check in self.roles.values():
            lines.addWidget(check)
        box.setFocusProxy(self.roles[Role.ELIGIBILITY_OFFICER])
        return box

    def _fill(self, person: Person | None) -> None:
        if person is None:
            return
        self.name.setText(person.name)
        self.name_field.hide()
        for role, check in self.roles.items():
            check.setChecked(person.holds(role))

    def arrive(self) -> None:
        """Begin with the name, or with the roles."""
        (self.roles_field if self.person else self.name).setFocus()

    def chosen(self) -> frozenset[Role]:
        """Give the roles that are ticked."""
        return frozenset(role for role, check in self.roles.items() if check.isChecked())

    def save(self) -> None:
        """Save, or say what is still wanted."""
        name, roles, person, desk = self.name.text(), self.chosen(), self.person, self.around.desk
        self.name_field.show_problem("" if name.strip() else "Type the person's name.")
        self.roles_field.show_problem("" if roles else "Choose at least one.")
        if not name.strip() or not roles:
            (self.name if not name.strip() else self.roles_field).setFocus()
            return
        self.saving.run(
            lambda: give_roles(desk, person.id, roles) if person else add_person(desk, name, roles),
            self._saved,
        )

    def _saved(self, saved: Person) -> None:
        self.around.shell.back()
        own = saved.id == self.around.desk.person.id
        then = "Leave and sign in again to work with your new roles." if own else ""
        self.around.shell.show_notice(Kind.DONE, f"{saved.name} is saved.", next_step=then)
