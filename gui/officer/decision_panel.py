"""The decision being written: outcome, reasons, discretion, and what is still wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.gate import Intent, by_discretion, fitting_power, wanted
from gui.fields.buttons import is_control_enter, primary, quiet
from gui.fields.card import Card
from gui.fields.entries import Choice, Paragraphs
from gui.fields.form import FormField
from gui.fields.layout import column, row
from gui.fields.segmented import Option, Segmented
from gui.fields.words import Words
from gui.officer.discretion_fields import DiscretionFields
from gui.officer.draft import Draft, recommended
from gui.officer.wanted_list import WantedList
from gui.officer.wanted_places import (
    AUTHORISER,
    DEPARTS,
    DISCRETION,
    IN_THE_DECISION,
    OUTCOME,
    REASONS,
    REVIEW,
    place_of,
)
from gui.officer.writing_hints import WritingHints
from gui.outcomes import OUTCOMES
from gui.theme import Tone
from records.people import Person
from records.school import School
from rules.values import Outcome

_FOUND = Option(None, "As found from the school list")
_NEAREST = "A refusal names it with both distances."
DECIDABLE = (Outcome.ENTITLED, Outcome.OFFERED, Outcome.NOT_ENTITLED)


class DecisionPanel(Card):
    """Where a decision is written. ``drafted`` tells every change, ``recorded`` what is meant.

    ``place_asked`` tells where on the page something is settled that is still wanted.
    """

    place_asked = Signal(str)
    drafted = Signal(object)
    recorded = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("The decision", Tone.ACCENT, gap=14)
        self._draft, self._assessment, self._granted = Draft(), None, None
        options = [Option(outcome, OUTCOMES[outcome].word) for outcome in DECIDABLE]
        self.outcome = Segmented("Outcome", options)
        self.reasons = Paragraphs("Reasons for the decision", 5)
        self.discretion = Paragraphs("Discretion considered", 3)
        self.departs = Paragraphs("Why it differs from the recommendation", 2)
        self._reasons = FormField(
            "Reasons", self.reasons, "What decides, on which facts, and why. The letter tells them."
        )
        self._discretion = FormField("Discretion considered", self.discretion, " ")
        self._departs = FormField("Why it differs from what is recommended", self.departs)
        self.nearest = Choice("Nearest suitable school", [_FOUND])
        self._nearest = _at_the_left("Nearest suitable school", self.nearest, _NEAREST)
        self.by_discretion = DiscretionFields()
        self.reasons_hints = WritingHints(self.reasons)
        self.discretion_hints = WritingHints(self.discretion)
        self.wanted_list = WantedList()
        self.wanted_list.asked.connect(self._lead_to)
        self.record_button = primary("Record decision", self._on_record, "Ctrl+↵")
        self.close_button = quiet("Close, keep the draft", self.closed.emit)
        self.add(_at_the_left("Outcome", self.outcome), self._reasons, self.reasons_hints)
        self.add(self._discretion, self.discretion_hints)
        self.add(self._departs, self.by_discretion, self._nearest, self.wanted_list)
        line = row(gap=12)
        line.addWidget(self.record_button)
        line.addWidget(self.close_button)
        line.addStretch(1)
        self.add(line)
        self._follow()

    def _follow(self) -> None:
        self.outcome.chosen.connect(lambda outcome: self._change(outcome=outcome))
        self.nearest.activated.connect(
            lambda _: self._change(nearest_suitable=self.nearest.value())
        )
        self.by_discretion.changed.connect(lambda parts: self._change(**parts))
        for field, part in (
            (self.reasons, "reasons"),
            (self.discretion, "discretion"),
            (self.departs, "departs_because"),
        ):
            field.textChanged.connect(
                lambda field=field, part=part: self._change(**{part: field.toPlainText()})
            )

    def show_case(
        self,
        assessment: Assessment,
        draft: Draft,
        schools: tuple[School, ...] = (),
        people: tuple[Person, ...] = (),
        others: frozenset[str] = frozenset(),
        granted: Assessment | None = None,
    ) -> None:
        """Show the draft of a case; what is being typed stays. ``others`` are children's names.

        ``granted`` is the case with the parts of help by discretion: more may be wanted of it.
        """
        self._assessment, self._granted = assessment, granted or assessment
        for hints in (self.reasons_hints, self.discretion_hints):
            hints.know_others(others)
        named = sorted((Option(each.id, each.name) for each in schools), key=lambda one: one.word)
        self.nearest.offer([_FOUND, *named], draft.nearest_suitable)
        changed, self._draft = draft != self._draft, draft
        self.by_discretion.show_draft(draft, people)
        if changed:
            for field, words in (
                (self.reasons, draft.reasons),
                (self.discretion, draft.discretion),
                (self.departs, draft.departs_because),
            ):
                if field.toPlainText() != words:
                    field.setPlainText(words)
        self.outcome.set_value(draft.outcome or recommended(assessment))
        self._tell()

    def intent(self) -> Intent | None:
        """Give what would be recorded now."""
        return self._draft.intent(self._assessment) if self._assessment else None

    def _change(self, **parts: object) -> None:
        self._draft = self._draft.changed(**parts)
        self._tell()
        self.drafted.emit(self._draft)

    def _tell(self) -> None:
        """Show which fields are wanted for this outcome, and what is still wanted."""
        if self._assessment is None:
            return
        intent = self._draft.intent(self._assessment)
        found = recommended(self._assessment)
        by_it = by_discretion(self._assessment, intent)
        self._discretion.setVisible(by_it or intent.outcome is Outcome.NOT_ENTITLED)
        self.by_discretion.setVisible(by_it)
        self._nearest.setVisible(intent.outcome is Outcome.NOT_ENTITLED)
        self._tell_power()
        differs = found is not intent.outcome and found is not Outcome.FOR_AN_OFFICER
        self._departs.setVisible(differs and intent.outcome in DECIDABLE)
        meant = self._granted if by_it else self._assessment
        self.wanted_list.show_wanted(wanted(meant, intent), lambda words: place_of(words, meant))
        for place, field in self._fields().items():
            if place not in self._places():
                field.show_problem()

    def _fields(self) -> dict[str, FormField]:
        """Give the fields of the decision by the place that the wanted things name."""
        by_it = self.by_discretion
        return {
            REASONS: self._reasons, DISCRETION: self._discretion, DEPARTS: self._departs,
            AUTHORISER: by_it.authorised_field, REVIEW: by_it.review,
        }  # fmt: skip

    def _places(self) -> dict[str, str]:
        """Give what is wanted by its place, the first of each."""
        found: dict[str, str] = {}
        for words in self.wanted_list.wanted():
            place = place_of(words, self._assessment) if self._assessment else None
            if place is not None:
                found.setdefault(place, words)
        return found

    def show_refused(self) -> None:
        """Mark the fields for want of which the decision was refused, and go to the first."""
        places = self._places()
        for place, field in self._fields().items():
            field.show_problem(places.get(place, ""))
        mine = [place for place in places if place in IN_THE_DECISION]
        if mine:
            self._lead_to(mine[0])
        elif places:
            self.wanted_list.links[next(iter(places.values()))].setFocus()

    def _lead_to(self, place: str) -> None:
        """Go to where something is settled: here, else elsewhere on the page."""
        field = self.outcome if place == OUTCOME else self._fields().get(place)
        if field is None:
            self.place_asked.emit(place)
        else:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell_power(self) -> None:
        power = fitting_power(self._assessment) if self._assessment else None
        named = power.words if power else "the power that fits the child's phase"
        outcome = self._draft.intent(self._assessment).outcome if self._assessment else None
        used = "is used" if outcome is Outcome.OFFERED else "is not used"
        self._discretion.show_hint(
            f"Help may be given under {named}. Say what was considered and why it {used}."
        )

    def _on_record(self) -> None:
        if self._assessment is not None:
            self.recorded.emit(self._draft.intent(self._assessment))

    def begin(self) -> None:
        """Put the focus on the first thing that is wanted."""
        asks_outcome = not self.outcome.is_answered()
        (self.outcome if asks_outcome else self.reasons).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record with Ctrl+Enter; close with Escape, which keeps the draft."""
        if is_control_enter(event):
            self._on_record()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _at_the_left(label: str, field: QWidget, hint: str = "") -> QWidget:
    """Put a label above a control that is narrower than the page."""
    box = QWidget()
    lines, line = column(box, gap=3), row(gap=0)
    lines.addWidget(Words(label, "strong"))
    if hint:
        lines.addWidget(Words(hint, "muted"))
        field.setAccessibleDescription(hint)
    line.addWidget(field)
    line.addStretch(1)
    lines.addLayout(line)
    return box
