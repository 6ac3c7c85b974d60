"""Which cases change, by outcome and by the first rule that differs; each line opens its cases."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from gui.fields.buttons import Button
from gui.fields.card import Card
from gui.fields.layout import column, surface
from gui.fields.reflow import ReflowLayout
from gui.fields.standing import STANDINGS, UNSURE
from gui.fields.words import Words
from gui.lead.figures import Change
from gui.lead.study import Study
from gui.marks import Mark
from gui.officer.cites import short_cites
from gui.outcomes import OUTCOMES, RESULTS
from gui.theme import Tone
from rules.values import Result


class ChangesCard(Card):
    """The kinds of change, losses first. ``opened`` tells which one is to be looked into."""

    opened = Signal(object)

    def __init__(self, study: Study) -> None:
        super().__init__("What changes, and by which rule")
        self.buttons: list[Button] = []
        if not study.changes:
            self.add(Words("No case changes: same outcomes, by the same rules.", "muted"))
        for at, change in enumerate(study.changes):
            self.add(self._line(study, change, at == 0))

    def _line(self, study: Study, change: Change, first: bool) -> QFrame:
        frame = surface("row")
        frame.setProperty("first", "true" if first else "false")
        line = ReflowLayout(frame, gap=12, margins=(0, 6, 0, 6), enough=0.6)
        sign = OUTCOMES[change.new]
        line.lead_with(Mark(sign.shape, sign.tone))
        line.set_main(self._words(study, change))
        count = "1 case" if len(change.cases) == 1 else f"{len(change.cases):,} cases"
        button = Button(count, lambda: self.opened.emit(change))
        button.setAccessibleName(f"{count}: {outcome_words(change)}, {rule_words(change)}")
        self.buttons.append(button)
        line.end_with(button)
        return frame

    @staticmethod
    def _words(study: Study, change: Change) -> QWidget:
        box = QWidget()
        lines = column(box, gap=2)
        lines.addWidget(Words(outcome_words(change), "strong"))
        lines.addWidget(Words(rule_words(change)))
        difference = change.difference
        standing = study.standing_of(difference.provision) if difference else None
        if standing in UNSURE and standing is not None:
            words = f"The text of this rule: {STANDINGS[standing].word.lower()}"
            lines.addWidget(Words(words, tone=Tone.NOT_KNOWN))
        return box


def outcome_words(change: Change) -> str:
    """Write a change of outcome: ``Offered, then not entitled``."""
    was, now = OUTCOMES[change.old].word, OUTCOMES[change.new].word.lower()
    return f"{was} under both" if change.old is change.new else f"{was}, then {now}"


def rule_words(change: Change) -> str:
    """Say which rule differs first, and its result under each version."""
    found = change.difference
    if found is None:
        return "No single rule tells them apart."
    before, after = result_word(found.old), result_word(found.new)
    return f"{found.title} ({short_cites(found.cites)}): {before}, then {after}"


def result_word(result: Result | None) -> str:
    """Write a rule's result under a version; a version may have no such rule."""
    return RESULTS[result].word.lower() if result else "no such rule"
