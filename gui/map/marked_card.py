"""The stretches on record, each with its terms and its reason, to be shown and lifted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.fields.buttons import quiet
from gui.fields.card import Card
from gui.fields.flow import FlowLayout
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.words import Words
from gui.intake.day_field import DayField
from gui.map.stretch_words import terms_words, title_of
from gui.officer.writing import Writing
from records.london import day_in_london
from records.stretch import Stretch
from rules.quantities import day_in_words


class MarkedCard(Card):
    """``shown`` asks to go to a stretch, ``lifting`` tells that one is about to be lifted.

    ``lifted`` tells the stretch's id, the last day on which it counts, and why.
    """

    shown = Signal(object)
    lifting = Signal(object)
    lifted = Signal(str, object, str)

    def __init__(self, may_lift: bool) -> None:
        super().__init__("Marked stretches", gap=0)
        self._may = may_lift
        self.folds: dict[str, Fold] = {}
        self.forms: dict[str, LiftForm] = {}

    def show_stretches(self, stretches: Sequence[Stretch], today: date) -> None:
        """List stretches, those that still count first."""
        self.empty()
        self.folds, self.forms = {}, {}
        if not stretches:
            self.add(Words("None yet. What is marked here counts for every case.", "muted"))
        over = [one for one in stretches if is_over(one, today)]
        for one in [*(each for each in stretches if each not in over), *over]:
            words = title_of(one) + (" (ended)" if one in over else "")
            fold = Fold(words, lambda one=one: self._inside(one, today), inset=(12, 0, 0, 8))
            self.folds[one.id] = fold
            self.add(fold)

    def _inside(self, stretch: Stretch, today: date) -> QWidget:
        inside, buttons = QWidget(), QWidget()
        lines, flow = column(inside, gap=6), FlowLayout(buttons, gap=8)
        for words in details(stretch):
            lines.addWidget(Words(words))
        show = quiet("Show it", lambda: self.shown.emit(stretch))
        show.setAccessibleName(f"Show {title_of(stretch)}")
        flow.addWidget(show)
        lines.addWidget(buttons)
        if self._may and not is_over(stretch, today):
            lift = quiet("Lift it…", lambda: self._begin(stretch, lines, lift, today))
            lift.setAccessibleName(f"Lift {title_of(stretch)}")
            flow.addWidget(lift)
        return inside

    def _begin(self, stretch: Stretch, lines, button: QWidget, today: date) -> None:  # noqa: ANN001
        """Ask for the last day and the reason."""
        button.hide()
        form = self.forms[stretch.id] = LiftForm(today)
        form.given.connect(lambda day, why: self.lifted.emit(stretch.id, day, why))
        lines.addWidget(form)
        form.setFocus()
        self.lifting.emit(stretch)


class LiftForm(QWidget):
    """``given`` tells the last day on which a stretch counts, and why it is lifted."""

    given = Signal(object, str)

    def __init__(self, today: date) -> None:
        super().__init__()
        lines = column(self, gap=8)
        self.last = DayField("Last day it counts", "Of travel. It stays on record.")
        self.last.show_day(f"{today.day}/{today.month}/{today.year}")
        self.why = Writing("Why it is lifted", "Lift it", "", "such as: the footway was built")
        self.told = Words("")
        self.told.hide()
        lines.addWidget(self.told)
        lines.addWidget(self.last)
        lines.addWidget(Words("Why", "strong"))
        lines.addWidget(self.why)
        self.why.written.connect(self._on_written)
        self.setFocusProxy(self.last)

    def show_trial(self, lines: Sequence[str]) -> None:
        """Say what the open case would be without the stretch."""
        self.told.show_words("\n".join(lines))

    def _on_written(self, words: str) -> None:
        day = self.last.day()
        self.last.show_problem("" if day else "Write the day as 4 June 2026.")
        if day is not None:
            self.given.emit(day, words)
        else:
            self.last.setFocus()


def is_over(stretch: Stretch, today: date) -> bool:
    """Say whether a stretch no longer counts for travel today or later."""
    return stretch.until_day is not None and stretch.until_day < today


def details(stretch: Stretch) -> list[str]:
    """Tell of a stretch in lines."""
    day = day_in_words(day_in_london(stretch.at))
    ended = [f"Lifted: {stretch.ended_because}"] if stretch.ended_because else []
    return [
        f"{terms_words(stretch)}.",
        f"Why: {stretch.reason}",
        f"Evidence: {stretch.evidence}",
        f"Marked by {stretch.by_name} on {day}.",
        *ended,
    ]
