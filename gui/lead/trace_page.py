"""One example child decided reading by reading: the outcome of each, why, and the child's facts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casework.part_words import contribution_words
from casework.policies.every_proof import Traced
from casework.policies.proof_words import ToldKind
from gui.fields.card import Card
from gui.fields.progress import ProgressLine
from gui.fields.reading_keys import scrolled
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.why_cards import WhyCards
from gui.outcomes import OUTCOMES
from gui.page import Page
from gui.room import Surroundings
from rules.part_values import ContributionOutcome


class TracePage(Page):
    """A made-up child: nobody of the store. Each reading is decided anew and stands whole."""

    def __init__(self, around: Surroundings, kind: ToldKind) -> None:
        super().__init__("An example child", kind.head)
        self._around, self.kind = around, kind
        self.traced: tuple[Traced, ...] = ()
        self.whys: list[WhyCards] = []
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(f"An example child: {kind.head}")
        self.progress = ProgressLine("Deciding the example", may_cancel=False)
        self.main.addWidget(self.progress)
        self.side.addWidget(self._about())
        task = around.tasks.run(
            "Deciding an example", lambda _: kind.trace(), self.show_traces, owner=self
        )
        task.ended.connect(self.progress.hide)

    def _about(self) -> Card:
        card = Card("The kind of child")
        card.add(Words(f"When {self.kind.when}."))
        example = Card("The example")
        example.add(Words(f"{self.kind.example[:1].upper()}{self.kind.example[1:]}."))
        example.add(Words("A made-up child, whom the proof found. No case of the store.", "small"))
        self.side.addWidget(card)
        return example

    def show_traces(self, traced: tuple[Traced, ...]) -> None:
        """Show each reading with its outcome and findings."""
        self.traced = traced
        for each in traced:
            self.main.addWidget(_head(each))
            why = WhyCards()
            why.show_recommendation(each.recommendation, each.vocabulary)
            self.whys.append(why)
            self.main.addWidget(why)

    def arrive(self) -> None:
        """Begin reading at once: the keys that scroll go to the page itself."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Escape; scroll with the keys that people read by."""
        if event.key() == Qt.Key.Key_Escape:
            self._around.shell.back()
        elif not scrolled(self.columns, event):
            super().keyPressEvent(event)


def _head(each: Traced) -> Card:
    sign = OUTCOMES[each.recommendation.eligibility.outcome]
    card = Card(f"Under {each.reading}", sign.tone)
    card.add(SignLine(sign, sign.word, "strong"))
    if each.contribution.outcome is not ContributionOutcome.NONE:
        told = contribution_words(each.contribution)
        for words in (told.head, *told.lines):
            card.add(Words(words[:1].upper() + words[1:], "muted"))
    return card
