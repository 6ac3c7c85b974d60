"""The form's last two sections: the place travelled to, and the travel that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.card import Card
from gui.fields.form import FormField
from gui.fields.segmented import Option, Segmented
from gui.intake.day_field import DayField
from gui.intake.draft import Draft
from gui.intake.school_field import SchoolField
from gui.school_words import SchoolWords
from records.application import Directorate
from records.school import School

TEAMS = (
    Option(Directorate.TRANSPORT, "School transport"),
    Option(Directorate.SEND, "Special educational needs"),
)
YES_NO = (Option(True, "Yes"), Option(False, "No"))


class PlaceCard(Card):
    """The school or other place."""

    left = Signal(str)
    changed = Signal()

    def __init__(self, schools: Sequence[School], words: SchoolWords) -> None:
        super().__init__("The place", gap=16)
        hint = "Type part of its name and choose it from the list."
        self.school = SchoolField("School or other place", hint, schools, words)
        self.fields = {"school": self.school}
        self.add(self.school)
        self.school.chosen.connect(self.changed)
        self.school.left.connect(lambda: self.left.emit("school"))

    def into(self, draft: Draft) -> Draft:
        """Give the draft with what stands here."""
        school = self.school.school
        id = school.id if school else None
        return replace(draft, school=id, school_typed=self.school.line.text())

    def show_draft(self, draft: Draft) -> None:
        """Write a draft's part into the fields."""
        self.school.choose(draft.school, draft.school_typed)


class TravelCard(Card):
    """First day of travel, day received, who decides, and whether solo travel is asked for."""

    left = Signal(str)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__("The travel", gap=16)
        self.travel = DayField(
            "First day of travel", "The law and the policy are those of this day."
        )
        self.received = DayField("Received on", "The day the application came in.")
        self.team = Segmented("Who decides", TEAMS, Directorate.TRANSPORT)
        self.solo = Segmented("Is travel alone in a vehicle asked for?", YES_NO, False)
        self.fields: dict[str, FormField] = {
            "day_of_travel": self.travel, "received_on": self.received,
        }  # fmt: skip
        solo = "Solo travel is decided by the SEND officer, whoever decides the rest."
        self.add(
            self.travel,
            self.received,
            FormField("Who decides", self.team, beside=QWidget()),
            FormField("Is travel alone in a vehicle asked for?", self.solo, solo, QWidget()),
        )
        for name, field in (("day_of_travel", self.travel), ("received_on", self.received)):
            field.left.connect(lambda name=name: self.left.emit(name))
            field.changed.connect(self.changed)

    def into(self, draft: Draft) -> Draft:
        """Give the draft with what stands here."""
        return replace(
            draft,
            day_of_travel=self.travel.line.text(),
            received_on=self.received.line.text(),
            directorate=self.team.value(),
            solo=bool(self.solo.value()),
        )

    def show_draft(self, draft: Draft) -> None:
        """Write a draft's part into the fields."""
        self.travel.show_day(draft.day_of_travel)
        self.received.show_day(draft.received_on)
        self.team.set_value(draft.directorate)
        self.solo.set_value(draft.solo)
