"""Why: the findings in groups, those that decide first, each a line that opens into conditions."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.rationale import Rationale, rationale
from gui.fields.card import Card
from gui.fields.finding import FindingLine
from gui.fields.fold import Fold
from gui.fields.layout import clear, column
from gui.officer.cites import short_cites
from gui.officer.notes import figure_of, note_of
from gui.officer.trace import told
from rules.recommendation import Finding, Recommendation
from rules.say import standing_words, telling_test
from rules.values import Effect, Standing

_HELPING: Final = (Effect.ENTITLES, Effect.OFFERS)
_SURE = (Standing.ENACTED, Standing.ADOPTED, Standing.CASE_LAW)


class WhyCards(QWidget):
    """A card for each group. ``fact_pointed`` names the fact under the pointer or the focus."""

    fact_pointed = Signal(str)
    fact_let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, gap=12)
        self._shown: Rationale | None = None
        self._facts: Container[str] = ()
        self._open: set[str] = set()
        self.findings: dict[str, FindingLine] = {}

    def show_case(self, assessment: Assessment) -> None:
        """Show the findings as they now stand; lines that were open stay open."""
        self.show_recommendation(assessment.recommendation, assessment.policy.vocabulary)

    def show_recommendation(self, made: Recommendation | None, facts: Container[str]) -> None:
        """Show the findings of a recommendation; ``facts`` are the names of the vocabulary."""
        found = rationale(made) if made else None
        if found == self._shown:
            return
        self._shown, self._facts = found, facts
        self._open = {name for name, line in self.findings.items() if line.is_open}
        self.findings = {}
        clear(self._lines)
        if found is not None:
            helping = tuple(each for each in found.failed if each.effect in _HELPING)
            idle = tuple(each for each in found.failed if each.effect not in _HELPING)
            self._add_group("Why: what decides", found.deciding)
            self._add_group("Still open, for want of a fact or a text", found.open)
            self._add_group("Looked at and not met, the nearest first", helping)
            self._add_group("Also met, without deciding", found.other)
            self._fold_away(found.ruled_out, idle)

    def _add_group(self, title: str, findings: tuple[Finding, ...]) -> None:
        if not findings:
            return
        card = Card(title, gap=0)
        for at, finding in enumerate(findings):
            card.add(self._line(finding, at == 0))
        self._lines.addWidget(card)

    def _line(self, finding: Finding, first: bool) -> FindingLine:
        test = telling_test(finding)
        shown = replace(finding, because=told(finding.because), cites=_source(finding))
        line = FindingLine(
            shown, figure=figure_of(test), note=note_of(finding, self._facts), first=first
        )
        line.fact_pointed.connect(self.fact_pointed)
        line.fact_let_go.connect(self.fact_let_go)
        line.setToolTip(f"{finding.cites} ({standing_words(finding.standing)})")
        self.findings[finding.provision] = line
        if finding.provision in self._open:
            line.open()
        return line

    def _fold_away(self, ruled_out: tuple[Finding, ...], idle: tuple[Finding, ...]) -> None:
        """Fold what could not apply, and exceptions that were not raised, under their counts."""
        rest = Card("What else the policy holds", gap=0)
        for words, findings in (
            ("could not apply: age, phase or kind of place rules them out", ruled_out),
            ("would withhold help or refer the case, and do not", idle),
        ):
            if findings:
                count = f"{len(findings)} provisions {words}"
                fold = Fold(
                    count if len(findings) > 1 else _one(words),
                    lambda findings=findings: self._all(findings),
                    first=not rest.body.count(),
                    inset=(0, 4, 0, 0),
                )
                rest.add(fold)
        if rest.body.count():
            self._lines.addWidget(rest)

    def _all(self, findings: tuple[Finding, ...]) -> QWidget:
        box = QWidget()
        lines = column(box, gap=0)
        for at, finding in enumerate(findings):
            lines.addWidget(self._line(finding, at == 0))
        return box


def _source(finding: Finding) -> str:
    """Cite shortly; a rule that is not plainly law or adopted says how sure it is."""
    cites = short_cites(finding.cites)
    if finding.standing in _SURE:
        return cites
    return f"{cites} · {standing_words(finding.standing).partition(':')[0]}"


def _one(words: str) -> str:
    for many, one in (("them", "it"), ("do not", "does not")):
        words = words.replace(many, one)
    return f"1 provision {words}"
