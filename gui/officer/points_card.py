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

NEW = "a new point"
"""Under which name the words of a point that is not recorded yet are kept."""
_POINT = "The point, in the family's own words"
_KEPT = "What was begun is kept: open it again to go on."


class PointsCard(CaseCard):
    """Points raised. ``raised(words)`` and ``answered(id, words)`` tell what is to be recorded.

    ``jotted`` holds what is being written; it outlives the page, so that no words are lost.
    """

    raised = Signal(str)
    answered = Signal(str, str)

    def __init__(self, person: Person, jotted: dict[str, str]) -> None:
        super().__init__("What the family says")
        self._may, self._jotted = may_work(person), jotted
        self.answers: dict[str, Writing] = {}
        self.raising: Writing | None = None

    def rests_on(self, assessment: Assessment) -> object:
        """Give the points."""
        return assessment.case.points

    def fill(self, assessment: Assessment) -> None:
        """List the points; a new one is written below them."""
        self.answers, self.raising = {}, None
        points = assessment.case.points
        self._forget(points)
        if not points:
            self.add(Words("The family has raised no points so far.", "muted"))
        for point in points:
            self._add_point(point)
        if self._may:
            self.add_button = quiet("Add a point", self.begin_point, Shape.PLUS)
            self.kept = Words(_KEPT, "muted")
            self.add(self.add_button, self.kept)
            self._show_kept()

    def _forget(self, points: tuple[Point, ...]) -> None:
        """Let go of what has been recorded since."""
        for point in points:
            if point.answer is not None:
                self._jotted.pop(point.id, None)
        if self._jotted.get(NEW, "").strip() in {point.words for point in points}:
            self._jotted.pop(NEW, None)

    def _show_kept(self) -> None:
        self.kept.setVisible(self.raising is None and bool(self._jotted.get(NEW, "").strip()))

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
            self._jotted.get(point.id, ""),
            "What was found on this point, and why",
        )
        writing.written.connect(lambda words: self.answered.emit(point.id, words))
        writing.changed.connect(lambda words: self._jotted.__setitem__(point.id, words))
        self.answers[point.id] = writing
        return writing

    def begin_point(self) -> None:
        """Offer a place to write a new point; what was begun before stands in it."""
        if self.raising is None:
            draft = self._jotted.get(NEW, "")
            self.raising = Writing(_POINT, "Record point", draft, _POINT, closes=True)
            self.raising.written.connect(self.raised)
            self.raising.changed.connect(lambda words: self._jotted.__setitem__(NEW, words))
            self.raising.left.connect(self.put_away)
            self.body.insertWidget(self.body.indexOf(self.add_button), self.raising)
            self.add_button.hide()
            self._show_kept()
        self.raising.field.setFocus()

    def put_away(self) -> None:
        """Close the place for a new point; what stands in it is kept."""
        if self.raising is not None:
            self.body.removeWidget(self.raising)
            self.raising.hide()
            self.raising.deleteLater()
            self.raising = None
        self.add_button.show()
        self.add_button.setFocus()
        self._show_kept()
