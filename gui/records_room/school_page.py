"""One school's particulars, to complete what no file says; what was there stays in its history."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from casework.schools.gate_checks import gate_place
from casework.schools.places import WrongParticulars, correct_school
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.entries import Choice, Line
from gui.fields.form import FormField
from gui.fields.notice import Kind
from gui.fields.reading import Unreadable, read_number
from gui.fields.segmented import Option
from gui.fields.words import Words
from gui.page import Page
from gui.records_room.gates_card import GatesCard
from gui.records_room.saving import Saving
from gui.records_room.who_may import may_keep
from gui.room import Surroundings
from gui.school_words import SchoolWords
from records.school import School

_NOT_KNOWN = Option(None, "Not known")
ADMITS = (
    Option("mixed", "Boys and girls"),
    Option("boys", "Boys only"),
    Option("girls", "Girls only"),
)
BELIEF_HINT = "As the list of schools writes it, such as Church of England. Empty: none."
EMPTY = "Leave it empty where it is not known."


class SchoolPage(Page):
    """Kind, who runs it, whom it admits, ages, places and gates. What is empty is "not known"."""

    def __init__(self, around: Surroundings, school: School, words: SchoolWords) -> None:
        super().__init__(school.name, f"URN {school.urn}")
        self.around, self.school = around, school
        self.name = Line("Name", 46)
        self.kind = Choice("Kind of place", _options(words.kinds))
        self.governance = Choice("Who runs it", _options(words.bodies))
        self.youngest, self.oldest = Line("Youngest age", 6), Line("Oldest age", 6)
        self.places = Line("Places open in the normal round", 6)
        self.admits = Choice("Whom it admits", [_NOT_KNOWN, *ADMITS])
        self.belief, self.council = Line("Religious character", 32), Line("Council", 32)
        self.gates = GatesCard(school.gates, may_keep(around.desk.person))
        self.fields = self._make_fields()
        self.saving = Saving(around, self)
        self._lay_out()
        self._fill()

    def _make_fields(self) -> dict[str, FormField]:
        places = f"How many places were open when this year's were offered. {EMPTY}"
        return {
            "name": FormField("Name", self.name, beside=QWidget()),
            "kind": FormField("Kind of place", self.kind, beside=QWidget()),
            "governance": FormField("Who runs it", self.governance, beside=QWidget()),
            "age_from": FormField("Youngest age", self.youngest, EMPTY, QWidget()),
            "age_to": FormField("Oldest age", self.oldest, EMPTY, QWidget()),
            "places_free": FormField("Places open", self.places, places, QWidget()),
            "admits": FormField("Whom it admits", self.admits, beside=QWidget()),
            "belief": FormField("Religious character", self.belief, BELIEF_HINT, QWidget()),
            "authority": FormField("Council in whose area it lies", self.council, EMPTY, QWidget()),
        }

    def _lay_out(self) -> None:
        card = Card("Particulars", gap=16)
        card.add(*self.fields.values())
        self.main.addWidget(self.saving.notice)
        self.main.addWidget(card)
        self.main.addWidget(self.gates)
        if may_keep(self.around.desk.person):
            self.save_button = primary("Save", self.save, "Ctrl+↵")
            self.set_foot(Words("What was there stays in the history.", "muted"), self.save_button)
            self.around.actions.add(self, "Save the school", self.save, "Ctrl+Return", "Records")

    def _fill(self) -> None:
        school = self.school
        self.name.setText(school.name)
        self.kind.set_value(school.kind)
        self.governance.set_value(school.governance)
        self.admits.set_value(school.admits)
        self.belief.setText(school.belief or "")
        self.council.setText(school.authority or "")
        for line, value in (
            (self.youngest, school.age_from),
            (self.oldest, school.age_to),
            (self.places, school.places_free),
        ):
            line.setText("" if value is None else str(value))

    def arrive(self) -> None:
        """Begin where something is lacking most often."""
        self.kind.setFocus()

    def save(self) -> None:
        """Save, or say beside each field what cannot stand."""
        figures, wrong = self._figures()
        gates, unread = self.gates.gates()
        self._show_problems(wrong)
        if self.gates.show_problems(unread) or wrong:
            return
        after = replace(
            self.school,
            name=self.name.text(),
            kind=self.kind.value(),
            governance=self.governance.value(),
            admits=self.admits.value(),
            belief=self.belief.text().strip() or None,
            authority=self.council.text().strip() or None,
            gates=gates,
            **figures,
        )
        desk = self.around.desk
        self.saving.run(lambda: correct_school(desk, after), self._saved, self._on_refused)

    def _figures(self) -> tuple[dict[str, int | None], dict[str, str]]:
        """Read the figures; give them, and by field what cannot be read."""
        found: dict[str, int | None] = {}
        wrong: dict[str, str] = {}
        lines = {"age_from": self.youngest, "age_to": self.oldest, "places_free": self.places}
        for name, line in lines.items():
            try:
                found[name] = read_number(line.text()) if line.text().strip() else None
            except Unreadable as problem:
                wrong[name] = f"{problem} {EMPTY}"
        return found, wrong

    def _show_problems(self, wrong: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.show_problem(wrong.get(name, ""))
        if wrong:
            self.fields[next(iter(wrong))].setFocus()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, WrongParticulars):
            said = {each.place: each.message for each in error.problems}
            self.gates.show_problems(
                {
                    number: said[gate_place(number)]
                    for number in range(len(self.gates.fields))
                    if gate_place(number) in said
                }
            )
            self._show_problems({name: said[name] for name in self.fields if name in said})
        else:
            self.saving.notice.show_error(error)

    def _saved(self, school: School) -> None:
        self.around.shell.back()
        self.around.shell.show_notice(Kind.DONE, f"{school.name} is saved.")


def _options(words: dict[str, str]) -> list[Option]:
    return [_NOT_KNOWN, *(Option(key, word.capitalize()) for key, word in words.items())]
