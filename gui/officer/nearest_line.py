"""One school of the table, column by column: what is said, why, and the place to correct it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from casework.schools.suitable import SchoolLine
from casework.schools.suitable_marks import Mark
from casework.schools.suitable_view import SuitableView
from gui.fields.buttons import quiet
from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.layout import column, show_if
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words
from gui.marks import Mark as Drawn
from gui.officer.correction_form import CorrectionForm
from gui.officer.nearest_columns import (
    ASPECTS,
    QUESTIONS,
    answer_sign,
    length_in,
    length_words,
    listed_words,
    mark_sign,
    school_words,
)
from gui.officer.places_form import PlacesForm
from records.london import day_in_london, in_london
from records.suitable import Aspect, LastMeasured, SchoolCorrection, SchoolPlaces
from rules.quantities import day_in_words


class AspectRow(QFrame):
    """One column of the school: question, answer and why. ``asked`` opens its correction."""

    asked = Signal()

    def __init__(self, mark: Mark, may_correct: bool, first: bool) -> None:
        super().__init__()
        self.setProperty("surface", "row")
        self.setProperty("first", "true" if first else "false")
        self.is_known = mark.value is not None
        self.lines = column(self, gap=6, margins=(0, 6, 0, 6))
        top, sign = QWidget(), mark_sign(mark)
        line = ReflowLayout(top, gap=10, enough=0.5)
        line.lead_with(Drawn(sign.shape, sign.tone))
        line.set_main(Words(f"{QUESTIONS[mark.aspect]} {sign.word}", "strong"))
        self.button = quiet("Correct", self.asked.emit)
        self.button.setAccessibleName(f"Correct: {QUESTIONS[mark.aspect]}")
        show_if(self.button, may_correct)
        if may_correct:
            line.end_with(self.button)
        self.lines.addWidget(top)
        self.lines.addWidget(Words(_why(mark), "muted"))


class LineCard(Card):
    """The school that is chosen in the table.

    ``corrected(aspect, value, reasons)`` and ``noted(PlacesNoted)`` tell what is to be recorded.
    """

    corrected = Signal(object, object, str)
    noted = Signal(object)

    def __init__(self, may_correct: bool) -> None:
        super().__init__("The school", gap=0)
        self._may = may_correct
        self.rows: dict[Aspect, AspectRow] = {}
        self.form: CorrectionForm | None = None
        self.places: PlacesForm | None = None

    def show_line(self, line: SchoolLine, view: SuitableView) -> None:
        """Show one school of a table."""
        self.empty()
        self.rows, self.form, self.places = {}, None, None
        self.show_title(school_words(line))
        self.add(Words(_about(line, line.school.id in view.beyond), "muted"))
        for at, aspect in enumerate(ASPECTS):
            row = AspectRow(line.mark(aspect), self._may, at == 0)
            row.asked.connect(lambda aspect=aspect: self.correct(aspect, line))
            self.rows[aspect] = row
            self.add(row)
        self._add_places([each for each in view.places if each.school == line.school.id])
        self._add_history([one for one in view.corrections if one.school == line.school.id])

    def correct(self, aspect: Aspect, line: SchoolLine) -> None:
        """Open the correction of one column; one that was open is put away."""
        self.put_away()
        mark = line.mark(aspect)
        self.form = CorrectionForm(QUESTIONS[aspect], mark.corrected)
        self.form.given.connect(lambda value, words: self.corrected.emit(aspect, value, words))
        self.form.left.connect(self._leave)
        self.rows[aspect].lines.addWidget(self.form)
        self._asked = aspect
        self.form.setFocus()

    def _leave(self) -> None:
        self.put_away()
        self.rows[self._asked].button.setFocus()

    def put_away(self) -> None:
        """Close the correction that is open."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def is_noting(self) -> bool:
        """Say whether somebody is in the form that notes places."""
        focus = self.window().focusWidget()
        return self.places is not None and focus is not None and self.places.isAncestorOf(focus)

    def give_places(self) -> None:
        """Tell the places that are being noted."""
        if self.places is not None:
            self.places.give()

    def begin(self) -> None:
        """Put the focus on the first column that is not known, else on the first."""
        rows = sorted(self.rows.values(), key=lambda row: row.is_known)
        if rows:
            rows[0].button.setFocus()

    def _add_places(self, held: Sequence[SchoolPlaces]) -> None:
        counts = "1 count" if len(held) == 1 else f"{len(held)} counts"
        words = f"Places held: {counts}" if held else "Places held: none with a day"
        self.places_fold = Fold(words, lambda: self._places(held), inset=(28, 0, 4, 10))
        self.add(self.places_fold)

    def _places(self, held: Sequence[SchoolPlaces]) -> QWidget:
        box = QWidget()
        lines = column(box, gap=6)
        for each in reversed(held):
            lines.addWidget(Words(_places_words(each)))
        if self._may:
            self.places = PlacesForm()
            self.places.given.connect(self.noted)
            lines.addWidget(self.places)
        return box

    def _add_history(self, corrections: Sequence[SchoolCorrection]) -> None:
        if corrections:
            count = len(corrections)
            words = "1 correction" if count == 1 else f"{count} corrections"
            made = lambda: _history(corrections)  # noqa: E731
            self.add(Fold(f"History: {words}", made, inset=(28, 0, 4, 10)))


def _why(mark: Mark) -> str:
    one = mark.corrected
    if one is None:
        return mark.why
    return f"{one.reasons} ({one.by_name}, {day_in_words(day_in_london(one.at))})"


def _about(line: SchoolLine, is_beyond: bool) -> str:
    none = "not ranked: not measured" if line.unmeasured else "not ranked: no route"
    rank = none if line.rank is None else f"rank {line.rank}"
    area = line.school.authority
    where = f" · over the boundary, in {area}" if is_beyond else f" · in {area}" if area else ""
    return (
        f"URN {line.school.urn} · {rank} · {length_in(line, line.walking_mm)} on foot, "
        f"{length_in(line, line.road_mm)} by road · school list: {listed_words(line)}{where}"
    )


_MEASURED = {
    LastMeasured.WALKING: " on foot",
    LastMeasured.ROAD: " by road",
    LastMeasured.STRAIGHT: " in a straight line",
    None: ", how measured is not held",
}


def _places_words(each: SchoolPlaces) -> str:
    how = _MEASURED[each.last_measured]
    last = f"; the last child offered one lived {length_words(each.last_offered_mm)} away{how}"
    return (
        f"Year {each.year_group}, {each.round.value} round, {day_in_words(each.day)}: "
        f"{each.places} free{last if each.last_offered_mm is not None else ''} ({each.source})."
    )


def _history(corrections: Sequence[SchoolCorrection]) -> QWidget:
    box = QWidget()
    lines = column(box, gap=4)
    for one in reversed(corrections):
        at = in_london(one.at)
        lines.addWidget(
            Words(
                f"{day_in_words(at.date())}, {at:%H:%M}, {one.by_name}: {ASPECTS[one.aspect]} "
                f"{answer_sign(one.value).word.lower()}. {one.reasons}"
            )
        )
    return box
