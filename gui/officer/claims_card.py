"""What is disputed about a measurement: what the family measured, and where the route begins."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.measuring.claimed import Compared, claims_in
from gui.fields.buttons import quiet
from gui.fields.layout import column, surface
from gui.fields.opening import Opening
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.claim_form import ClaimForm
from gui.officer.who_may import may_work
from gui.shapes import Shape
from records.london import day_in_london
from records.measurement import Way
from records.people import Person
from rules.quantities import day_in_words

_BY = {Way.WALKING: "on foot", Way.ROAD: "by road"}


class ClaimsCard(CaseCard):
    """``claimed`` tells what was filled in; ``place_asked`` asks for the page of lines nearby."""

    claimed = Signal(object)
    place_asked = Signal()

    def __init__(self, person: Person) -> None:
        super().__init__("If the measurement is disputed")
        self._may = may_work(person)
        self.recording: Opening | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give the claims, and whether there is a measurement to hold one against."""
        return assessment.case.figures.claimed, bool(assessment.case.measurements)

    def fill(self, assessment: Assessment) -> None:
        """List the claims beside ours; for those who only read, the card hides without any."""
        claims = claims_in(assessment.case)
        measured = bool(assessment.case.measurements)
        self.setVisible(bool(claims) or (self._may and measured))
        for each in claims:
            self.add(_claim(each))
        if self._may:
            self.recording = Opening("Record what the family measured", self._form)
            self.place_button = quiet(
                "Put the home or a gate on another line", self.place_asked.emit, Shape.MAP
            )
            for each in (self.recording, self.place_button):
                self.body.addWidget(each)

    @property
    def form(self) -> ClaimForm | None:
        """The form while it is open."""
        found = self.recording.form if self.recording else None
        return found if isinstance(found, ClaimForm) else None

    def begin(self) -> None:
        """Open the form that takes down what the family measured."""
        if self.recording:
            self.recording.begin()

    def _form(self) -> ClaimForm:
        form = ClaimForm()
        form.given.connect(self.claimed)
        return form


def _claim(each: Compared) -> QWidget:
    frame, claimed = surface("quote"), each.claimed
    lines = column(frame, gap=4, margins=(12, 2, 0, 4))
    lines.addWidget(Words(f"The family, {_BY[claimed.way]}: {each.says}"))
    taken = day_in_words(day_in_london(claimed.at))
    measured = day_in_words(claimed.claimed_on)
    lines.addWidget(Words(f"Measured {measured}; recorded {taken} by {claimed.by_name}", "small"))
    return frame
