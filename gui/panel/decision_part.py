"""Part 1: the decision in a paragraph, and the officer's own reasons under it."""

from __future__ import annotations

from html import escape

from casework.panel import PanelCase
from gui.fields.words import Words
from gui.outcomes import OUTCOMES
from gui.panel.names import Names
from gui.panel.paragraph import departure, ground, opening, who_and_when
from gui.panel.part import Part, quote
from gui.theme import Tone


class DecisionPart(Part):
    """What was decided, why, by whom and when, in plain words."""

    def __init__(self) -> None:
        super().__init__(1, "The decision in a paragraph", Tone.ACCENT)

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show the paragraph and the reasons."""
        self.show_edge(OUTCOMES[case.decision.outcome].tone)
        said = f"<b>{escape(opening(case))}</b> {escape(ground(case))}"
        self.add(Words(said, "lead", rich=True))
        if words := departure(case, names):
            self.add(Words(words, "reading"))
        self.add(Words(who_and_when(case), "muted"))
        by = f"The reasons of {case.decision.decided_by_name}"
        self.add(quote(names.said(case.decision.reasons), by))
