"""The family's points in their own words, each with its answer or a place to answer it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from casework.assess import Assessment
from gui.fields.buttons import quiet
from gui.fields.layout import column, surface
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.who_may import may_work
from gui.officer.writing import Writing
from gui.shapes import Shape
from gui.theme import Tone
from records.application import Point
from records.people import Person
from rules.quantities import day_in_words

_POINT = "The point, in the family's own words"


class PointsCard(CaseCard):
    """Points raised. ``raised(words)`` and ``answered(id, words)`` tell what is to be recorded."""

    raised = Signal(str)
    answered = Signal(str, str)

    def __init__(self, person: Person) -> None:
        super().__init__("What the family says")
        self._may = may_work(person)
        self._drafts: dict[str, str] = {}
        self.answers: dict[str, Writing] = {}
        self.raising: Writing | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give the points."""
        return assessment.case.points

    def fill(self, assessment: Assessment) -> None:
        """List the points; a new one is written below them."""
        self.answers, self.raising = {}, None
        if not assessment.case.points:
            self.add(Words("The family has raised no points so far.", "muted"))
        for point in assessment.case.points:
            self._add_point(point)
        if self._may:
            self.add_button = quiet("Add a point", self.begin_point, Shape.PLUS)
            self.body.addWidget(self.add_button)

    def _add_point(self, point: Point) -> None:
        frame = surface("quote")
        lines = column(frame, gap=4, margins=(12, 2, 0, 4))
        lines.addWidget(Words(f"“{point.words}”"))
        lines.addWidget(Words(f"Raised {day_in_words(point.raised_on)}", "small"))
        if point.answer is not None:
            lines.addWidget(Words(f"Answered: {point.answer}"))
        else:
            lines.addWidget(Words("Not answered yet: a decision waits for it", tone=Tone.NOT_KNOWN))
            if self._may:
                lines.addWidget(self._answer(point))
        self.add(frame)

    def _answer(self, point: Point) -> Writing:
        writing = Writing(
            f"Answer to: {point.words[:60]}",
            "Record answer",
            self._drafts.get(point.id, ""),
            "What was found on this point, and why",
        )
        writing.written.connect(lambda words: self.answered.emit(point.id, words))
        writing.changed.connect(lambda words: self._drafts.__setitem__(point.id, words))
        self.answers[point.id] = writing
        return writing

    def begin_point(self) -> None:
        """Offer a place to write a new point in the family's own words."""
        if self.raising is None:
            self.raising = Writing(_POINT, "Record point", "", _POINT)
            self.raising.written.connect(self.raised)
            self.body.insertWidget(self.body.indexOf(self.add_button), self.raising)
        self.raising.field.setFocus()
