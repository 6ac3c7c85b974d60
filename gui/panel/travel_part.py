"""Part 11: the kind of travel, what is paid and how long it lasts, as the decision holds them."""

from __future__ import annotations

from casework.panel import PanelCase
from casework.part_words import Told, around, contribution_words, period_words, rung_words
from gui.officer.kept_lines import kept_words
from gui.officer.part_lines import lesser_kinds, part, said
from gui.panel.names import Names
from gui.panel.part import Part
from rules.part_values import Arrangement, ArrangementOutcome


class TravelPart(Part):
    """The parts of the stored decision; those of before they were stored say so."""

    def __init__(self) -> None:
        super().__init__(11, "Travel and cost")

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show what was arranged, paid and kept on the day of the decision."""
        found, kept = case.decision.parts, case.decision.kept
        if found is None:
            self.say_none("This decision was made before travel and cost were kept with it.")
            return
        if found.arrangement is None and kept is None:
            self.say_none("No help is due on these facts, so no travel is arranged or paid for.")
            return
        if found.arrangement is not None:
            self._arranged(case, found.arrangement)
            paid, days = contribution_words(found.contribution), period_words(found.period)
            self.add(part("Contribution", *said(paid, "Contribution: ")))
            self.add(part("From when to when", *said(days, "From when to when: ")))
        if kept is not None:
            lines = kept_words(kept, case.decision.recommendation)
            self.add(part("Kept on an older version", *lines))

    def _arranged(self, case: PanelCase, found: Arrangement) -> None:
        open_yet = (ArrangementOutcome.CANNOT_TELL_YET, ArrangementOutcome.FOR_AN_OFFICER)
        told = Told(rung_words(found), around(found), settled=found.outcome not in open_yet)
        lines = [*said(told, "Kind of travel: ")]
        if found.excluded:
            lines.append(lesser_kinds(found.excluded, case.vocabulary))
        self.add(part("Kind of travel", *lines))
