"""The form that marks a stretch: as what, why, on what evidence, from when, for which ages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.measuring.stretches import NewStretch
from gui.fields.buttons import is_control_enter, primary, quiet
from gui.fields.card import Card
from gui.fields.entries import Line as LineField
from gui.fields.entries import Paragraphs
from gui.fields.flow import FlowLayout
from gui.fields.form import FormField
from gui.fields.layout import show_if
from gui.fields.segmented import Option, Segmented
from gui.fields.words import Words
from gui.intake.day_field import DayField
from gui.map.ages_field import AgesField
from gui.map.scene import Line, Point
from records.measurement import Way
from records.stretch import StretchKind

KINDS = (Option(StretchKind.CLOSED, "Closed"), Option(StretchKind.UNSAFE, "Unsafe on foot"))
PARTS = (Option(False, "Whole lines"), Option(True, "A part of one"))
REST_MS = 120
WHY = "such as: no footway, and no verge to stand on"
WHY_ADDED = "such as: an open path that the network lacks"


class StretchForm(Card):
    """``changed`` tells that something else would be marked; ``given`` asks to mark it.

    Pointing at the map adds lines, the two ends of a part, or points of a path: ``take`` is told.
    """

    changed = Signal()
    given = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Mark a stretch")
        self.edges: list[str] = []
        self.names: list[str] = []
        self.lines: list[Line] = []
        self.points: list[Point] = []
        self.adds = False
        self._resting = QTimer(self, singleShot=True, interval=REST_MS)
        self._resting.timeout.connect(self.changed)
        self._make_fields()
        self._place_fields()
        self.hide()

    def _make_fields(self) -> None:
        self.how, self.chosen = Words("", "muted"), Words("", "strong")
        self.kind = Segmented("Marked as", KINDS, StretchKind.UNSAFE)
        self.part = Segmented("How much", PARTS, False)
        self.back_button = quiet("Take the last point back", self.take_back)
        self.name = LineField("Name of the path", 28, "such as: path by the mill")
        self.reason = Paragraphs("Why it is marked", 2, WHY)
        self.evidence = LineField("Evidence", 28, "such as: site visit, 4 June 2026")
        self.first = DayField("First day", "Of travel. Empty: from the beginning.")
        self.last = DayField("Last day", "The last day it counts. Empty: until it is lifted.")
        self.ages = AgesField()
        self.mark_button = primary("Mark it", self.give, "Ctrl+Return")
        for segmented in (self.kind, self.part):
            segmented.chosen.connect(self._on_choice)
        self.first.changed.connect(self._resting.start)
        self.last.changed.connect(self._resting.start)
        self.ages.changed.connect(self._resting.start)

    def _place_fields(self) -> None:
        self._name_field = FormField("Name", self.name)
        self._reason = FormField("Why", self.reason, "Goes on the record and on certificates.")
        self._evidence = FormField("Evidence", self.evidence)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.mark_button)
        flow.addWidget(quiet("Leave it", self.left.emit))
        self.add(
            self.how, self.kind, self.part, self.chosen, self.back_button, self._name_field,
            self._reason, self._evidence, self.first, self.last, self.ages, buttons,
        )  # fmt: skip

    def begin(self, adds: bool) -> None:
        """Open the form empty, for a stretch of lines or for a path to be added."""
        self.adds = adds
        self.edges, self.names, self.lines, self.points = [], [], [], []
        for field in (self.name, self.reason, self.evidence):
            field.clear()
        self.first.show_day("")
        self.last.show_day("")
        self.ages.clear()
        self.part.set_value(False)
        self.show_title("Add a missing path" if adds else "Mark a stretch")
        self.mark_button.setText("Add it" if adds else "Mark it")
        self.mark_button.setAccessibleName(self.mark_button.text())
        self.reason.setPlaceholderText(WHY_ADDED if adds else WHY)
        for part, on in ((self.kind, not adds), (self.part, not adds), (self._name_field, adds)):
            show_if(part, on)
        self._show_problems(NewStretch(StretchKind.CLOSED, "-", "-"))
        show_if(self, True)
        self.show_chosen()

    @property
    def wants_points(self) -> bool:
        """Say whether pointing at the map means a point, not a line."""
        return self.adds or bool(self.part.value())

    def take_line(self, edge: str, name: str, line: Line) -> None:
        """Take a line into the stretch, or out of it again."""
        if edge in self.edges:
            at = self.edges.index(edge)
            del self.edges[at], self.names[at], self.lines[at]
        else:
            self.edges.append(edge)
            self.names.append(name)
            self.lines.append(line)
        self._on_taken()

    def take_point(self, at: Point) -> None:
        """Take a point: the next of a path, or an end of a part; a third end replaces the first."""
        self.points.append(at)
        if not self.adds:
            self.points = self.points[-2:]
        self._on_taken()

    def take_back(self) -> None:
        """Take the last point back."""
        if self.points:
            self.points.pop()
            self._on_taken()

    def _on_choice(self, _: object) -> None:
        if self.part.value():
            self.edges, self.names, self.lines = self.edges[:1], self.names[:1], self.lines[:1]
        self.points = []
        self._on_taken()

    def _on_taken(self) -> None:
        self.show_chosen()
        self.changed.emit()

    def show_chosen(self) -> None:
        """Say what is chosen so far, and what pointing at the map does next."""
        self.back_button.setVisible(self.wants_points and bool(self.points))
        if self.adds:
            self.how.show_words("Point at the map where the path runs, from one end to the other.")
            self.chosen.show_words(_count(len(self.points), "point"))
        elif self.part.value():
            self.how.show_words("Point at the two ends of the part.")
            self.chosen.show_words(f"{_names(self.names)}: {len(self.points)} of 2 ends")
        else:
            self.how.show_words("Point at further lines to take them in, or out again.")
            self.chosen.show_words(_names(self.names) or "No line is chosen.")

    def is_complete(self) -> bool:
        """Say whether there is something to try out."""
        if self.adds:
            return len(self.points) > 1
        return bool(self.edges) and (not self.part.value() or len(self.points) == 2)

    def stretch(self) -> NewStretch:
        """Give the stretch as the form says it."""
        low, high = self.ages.ages()
        new = NewStretch(
            StretchKind.ADDED,
            self.reason.toPlainText(),
            self.evidence.text(),
            from_day=self.first.day(),
            until_day=self.last.day(),
            age_from=low,
            age_to=high,
        )
        if self.adds:
            return replace(new, path=tuple(self.points), name=self.name.text(), ways=(Way.WALKING,))
        kind = StretchKind(str(self.kind.value()))
        ends = self.points if self.part.value() and len(self.points) == 2 else None
        between = (ends[0], ends[1]) if ends else None
        return replace(new, kind=kind, edges=tuple(self.edges), between=between)

    def give(self) -> None:
        """Ask to mark the stretch, or say what is lacking."""
        new = self.stretch()
        if self._show_problems(new):
            self.given.emit(new)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark with Ctrl+Enter from any field."""
        if is_control_enter(event):
            self.give()
        else:
            super().keyPressEvent(event)

    def _show_problems(self, new: NewStretch) -> bool:
        """Say beside each field what is wrong; give whether nothing is."""
        checks = (
            (self._reason, not new.reason.strip(), "Say why."),
            (self._evidence, not new.evidence.strip(), "Say what shows it: a visit, a notice."),
            (self.first, _unread(self.first), "Write the day as 4 June 2026."),
            (self.last, _unread(self.last), "Write the day as 4 June 2026."),
        )
        for field, wrong, words in checks:
            field.show_problem(words if wrong else "")
        bad = [field for field, wrong, _ in checks if wrong]
        if bad:
            bad[0].setFocus()
        elif not self.ages.check():
            return False
        return not bad


def _unread(field: DayField) -> bool:
    """Say whether something stands in a field for a day that is none."""
    return bool(field.line.text().strip()) and field.day() is None


def _names(names: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(name or "a line without a name" for name in names))


def _count(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"
