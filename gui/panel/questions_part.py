"""Part 2: the three questions for the panel, each with what this record says to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from casework.panel import PanelCase
from gui.fields.layout import column, row
from gui.fields.words import Words
from gui.panel.names import Names
from gui.panel.part import Part, entry
from gui.panel.tried import help_first
from gui.panel.unknown import unknown_facts
from gui.theme import Tone
from rules.values import Outcome, Standing

_SAID = {
    Standing.TO_CONFIRM: "to be confirmed by the policy lead",
    Standing.UNREAD: "not read, since the text is not held",
}


class QuestionsPart(Part):
    """A: was the law applied rightly? B: is a fact wrong or missing? C: discretion?"""

    def __init__(self) -> None:
        super().__init__(2, "Three questions for the panel")

    def fill(self, case: PanelCase, names: Names) -> None:
        """Ask the three, and name what is disputed, not known or not certain."""
        asked = (
            ("A", "Were the law and the policy applied rightly to the facts?", law_words(case)),
            ("B", "Is any finding of fact wrong, or missing?", fact_words(case, names)),
            ("C", _discretion_question(case), discretion_words(case)),
        )
        for at, (letter, question, said) in enumerate(asked):
            self.add(entry(_question(letter, question, said), first=at == 0))


def _question(letter: str, question: str, said: list[tuple[str, Tone | None]]) -> QWidget:
    box, words = QWidget(), column(gap=3)
    line = row(box, gap=12)
    mark = Words(letter, "strong", wrap=False)
    line.addWidget(mark)
    words.addWidget(Words(question, "strong"))
    for text, tone in said:
        words.addWidget(Words(text, "body" if tone else "muted", tone))
    line.addLayout(words, 1)
    line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
    return box


def law_words(case: PanelCase) -> list[tuple[str, Tone | None]]:
    """Say which rules were tested, and which of their texts are not certain."""
    found = help_first(case.rationale)
    helping = [*found.deciding, *found.failed, *found.open]
    tested = [*helping, *found.other]
    count = "1 rule" if len(helping) == 1 else f"{len(helping)} rules"
    more = f", and {len(found.other)} more looked at" if found.other else ""
    said: list[tuple[str, Tone | None]] = [
        (f"{count} could give help{more}: part 3. Their wording: part 9.", None)
    ]
    for finding in tested:
        if finding.standing in _SAID:
            words = f"Not certain: {finding.title}, {_SAID[finding.standing]}."
            said.append((words, Tone.NOT_KNOWN))
    if not case.replays:
        said.append(("The stored facts no longer give the stored findings: part 9.", Tone.NOT_MET))
    return said


def fact_words(case: PanelCase, names: Names) -> list[tuple[str, Tone | None]]:
    """Name the family's points, the facts nobody knows, and a home placed only roughly."""
    points = case.decision.points
    said: list[tuple[str, Tone | None]] = [
        (f"The family says: “{names.said(point.words)}”", Tone.NOT_KNOWN) for point in points
    ]
    if unknown := unknown_facts(case):
        said.append((f"Not known when decided: {', '.join(unknown)}.", Tone.NOT_KNOWN))
    if any(each.home_is_approximate for each in case.decision.measurements):
        words = "The home stands in the middle of its postcode, so the distance is approximate."
        said.append((words, Tone.NOT_KNOWN))
    return said or [("The family disputes nothing on record, and no fact was left open.", None)]


def _discretion_question(case: PanelCase) -> str:
    if case.decision.outcome is Outcome.NOT_ENTITLED:
        return "If it was rightly refused, should discretion be used, and why?"
    return "Does discretion come in?"


def discretion_words(case: PanelCase) -> list[tuple[str, Tone | None]]:
    """Say whether discretion was considered, under which power, and with what result."""
    considered = case.decision.discretion
    if considered is None and case.decision.outcome is Outcome.NOT_ENTITLED:
        return [("No discretion is on record.", Tone.NOT_MET)]
    if considered is None:
        return [("Help was given by a rule, so discretion was not needed.", None)]
    used = "used" if considered.used else "considered, and not used"
    return [(f"It was {used}, under {considered.power}: part 6.", None)]
