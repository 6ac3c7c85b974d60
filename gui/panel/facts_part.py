"""Part 7: the facts used, each with where it came from and when; what was not known said so."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from casework.panel import PanelCase
from gui.fields.facts import FactRow
from gui.fields.figures import value_words
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.panel.names import Names
from gui.panel.part import Part
from gui.panel.tried import nearest_limit
from gui.panel.unknown import label, unknown_names
from records.fact import Fact
from rules.quantities import day_in_words, miles_and_metres
from rules.recommendation import Derived, Step
from rules.values import FactType, KnownHow
from rules.vocabulary import FactWord

_ALWAYS = {"day_of_travel", "date_of_birth"}
_SHARES = (9, 7, 12)
"""Shares of the width with which nearly every fact takes one line: its source is the longest."""


class FactsPart(Part):
    """Facts that a rule which could apply looked at; the rest on record is folded away."""

    def __init__(self) -> None:
        super().__init__(7, "The facts, and where they came from")
        self.rows: dict[str, FactRow] = {}

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show the facts of the record."""
        self.rows = {}
        box = QWidget()
        self._lines = column(box, gap=0)
        self.add(box)
        used = _looked_at(case)
        for name in unknown_names(case):
            self._show(_line(case, name, "Not known", "nobody could say", known=False))
        given = {fact.name for fact in case.decision.facts}
        for fact in sorted(case.decision.facts, key=_weight):
            if fact.name in used and fact.value is not None:
                self._show(_row(case, fact, names))
        for derived in case.decision.recommendation.derived:
            if derived.name in used - given and derived.value is not None:
                self._show(_derived_row(case, derived))
        rest = [each for each in case.decision.facts if each.name not in self.rows]
        if rest:
            self._fold(case, rest, names)

    def _show(self, row: FactRow) -> None:
        self.rows.setdefault(row.name, row)
        self._lines.addWidget(row)

    def _fold(self, case: PanelCase, rest: list[Fact], names: Names) -> None:
        count = "1 more fact is" if len(rest) == 1 else f"{len(rest)} more facts are"
        self.add(Fold(f"{count} on record; no rule that could apply looked at them",
                      lambda: _listed(case, rest, names), inset=(16, 0, 0, 0)))  # fmt: skip

    def point_at(self, name: str) -> None:
        """Light up the fact that a condition rests on."""
        for each, row in self.rows.items():
            row.point_at(each == name)

    def let_go(self) -> None:
        """Let all facts go."""
        for row in self.rows.values():
            row.point_at(False)


def _listed(case: PanelCase, facts: list[Fact], names: Names) -> QWidget:
    box = QWidget()
    lines = column(box, gap=0)
    for fact in facts:
        lines.addWidget(_row(case, fact, names))
    return box


def _row(case: PanelCase, fact: Fact, names: Names) -> FactRow:
    value = fact_words(case, fact)
    source = f"{names.said(fact.source)}, {day_in_words(fact.on)}"
    return _line(case, fact.name, value, source, known=fact.value is not None)


def _line(case: PanelCase, name: str, value: str, source: str, known: bool = True) -> FactRow:
    return FactRow(name, label(case, name), value, source, known, shares=_SHARES, close=True)


def _derived_row(case: PanelCase, derived: Derived) -> FactRow:
    word = case.vocabulary.get(derived.name)
    shown = _choice(word, str(derived.value)) or value_words(derived.value, derived.type)
    return _line(case, derived.name, shown, worked_out(case, derived))


def worked_out(case: PanelCase, derived: Derived) -> str:
    """Say how a fact was worked out, where the text says more of it than its name."""
    working = derived.working.rstrip(".")
    if working.casefold() in (derived.name, label(case, derived.name).casefold()):
        return "worked out from other facts"
    return f"worked out: {working[:1].lower()}{working[1:]}"


def fact_words(case: PanelCase, fact: Fact) -> str:
    """Write a fact's value: a choice by its label, a length never as across a limit."""
    word = case.vocabulary.get(fact.name)
    every = case.decision.recommendation.findings
    if word and word.type is FactType.LENGTH and isinstance(fact.value, int):
        return miles_and_metres(fact.value, nearest_limit(every, fact.name, fact.value))
    return _choice(word, str(fact.value)) or value_words(fact.value, word.type if word else None)


def _weight(fact: Fact) -> int:
    """Put what was measured or judged first: a hearing turns on these."""
    return 0 if fact.how in (KnownHow.MEASURED, KnownHow.JUDGED) else 1


def _choice(word: FactWord | None, value: str) -> str:
    labels = dict(zip(word.choices, word.choice_labels, strict=False)) if word else {}
    words = labels.get(value, "")
    return words[:1].upper() + words[1:]


def _looked_at(case: PanelCase) -> set[str]:
    found = case.rationale
    tested = (*found.deciding, *found.failed, *found.open, *found.other)
    # Every age and phase is worked out of these two, whichever rule asks for it.
    return {name for each in tested for name in _names(each.because)} | _ALWAYS


def _names(step: Step) -> Iterator[str]:
    if step.name is not None:
        yield step.name
    for part in step.parts:
        yield from _names(part)
