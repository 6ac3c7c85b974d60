"""The kinds of children whom two texts treat differently: counted, each with a trace."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal

from casework.policies.difference_told import ToldDifference, told_difference
from casework.policies.proof_words import ToldKind
from gui.fields.card import Card
from gui.fields.fold import Fold
from gui.fields.progress import ProgressLine
from gui.fields.words import Words
from gui.lead.kind_line import kind_lines, sentence_lines
from gui.lead.study import Study
from gui.officer.caution import caution
from gui.room import Surroundings

_INSET: Final = (16, 0, 0, 8)
_ABOUT: Final = (
    "Every possible child, not only those of the store. The kinds do not overlap and leave nobody "
    "out, as far as the texts were read."
)
_CHARGED: Final = "What is charged differs, also where the outcome is the same."


class KindsCard(Card):
    """The card. ``trace_asked`` tells the kind of child whose trace is wanted.

    ``shown`` tells that the kinds, which are worked out aside, stand here now.
    """

    trace_asked = Signal(object)
    shown = Signal()

    def __init__(self, around: Surroundings, study: Study) -> None:
        super().__init__("Which kinds of children the two texts treat differently")
        self.told: ToldDifference | None = None
        self.folds: list[Fold] = []
        self.progress = ProgressLine("Holding the two texts against each other", may_cancel=False)
        self.add(self.progress)
        desk, old, new = around.desk, study.old.id, study.new.id
        task = around.tasks.run(
            "Telling two versions apart",
            lambda _: told_difference(desk, old, new),
            self.show_difference,
            owner=self,
        )
        task.ended.connect(self.progress.hide)

    def show_difference(self, told: ToldDifference) -> None:
        """Show the kinds, what cannot be compared, and what it all rests on."""
        self.told = told
        self.add(Words(told.says, "strong"), Words(told.trouble or _ABOUT, "muted"))
        if told.cannot_compare:
            self.add(caution(_not_compared(len(told.cannot_compare))))
        if told.kinds:
            cases = [cases_of_store(count) for count in told.counts]
            self.add(kind_lines(told.kinds, self.trace_asked.emit, cases))
        self._charges(told.charges)
        self._fold(
            f"Cannot be compared, for the text was not read: {len(told.cannot_compare)}",
            lambda: sentence_lines(told.cannot_compare),
            told.cannot_compare,
        )
        self._fold("What this rests on", lambda: sentence_lines(told.assumptions), told.assumptions)
        if told.not_counted:
            self.add(Words(not_counted(told.not_counted), "small"))
        self.shown.emit()

    def _charges(self, charges: tuple[str, ...]) -> None:
        """Show what is charged otherwise, which no count of outcomes shows."""
        if charges:
            self.add(Words(_CHARGED, "strong"), *(Words(each, "small") for each in charges))

    def _fold(self, words: str, make, there: tuple[object, ...]) -> None:  # noqa: ANN001
        if there:
            fold = Fold(words, make, first=not self.folds, inset=_INSET)
            self.folds.append(fold)
            self.add(fold)


def counted(kind: ToldKind, count: int) -> ToldKind:
    """A kind whose head says how many cases of the store are surely of it."""
    return replace(kind, head=f"{kind.head}: {cases_of_store(count)}")


def cases_of_store(count: int) -> str:
    """Count cases: ``no case of this store``, ``7 cases of this store``."""
    cases = {0: "no case", 1: "1 case"}.get(count, f"{count:,} cases")
    return f"{cases} of this store"


def not_counted(count: int) -> str:
    """Say how many cases of the store could not be counted, and why."""
    cases = "1 case of this store is" if count == 1 else f"{count:,} cases of this store are"
    return (
        f"{cases} not counted in the kinds: too little is known, or the day of travel lies outside."
    )


def _not_compared(count: int) -> str:
    rules = "1 rule whose text" if count == 1 else f"{count} rules whose texts"
    return f"What hangs on {rules} nobody here has read cannot be compared."


def difference_paper(told: ToldDifference | None) -> str:
    """The kinds as text for a paper, with what cannot be compared and what it rests on."""
    if told is None:
        return ""
    lines = [f"Kinds of children: {told.says}"]
    for kind in map(counted, told.kinds, told.counts):
        lines += [f"- {kind.head}", f"  When {kind.when}.", f"  For example: {kind.example}."]
    lines += [told.trouble] if told.trouble else []
    lines += [_CHARGED, *(f"- {each}" for each in told.charges)] if told.charges else []
    lines += [f"Cannot be compared, not read: {each}" for each in told.cannot_compare]
    return "\n".join([*lines, *(f"Rests on: {each}" for each in told.assumptions)])
