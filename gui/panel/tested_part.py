"""Part 3: what was tested and how it came out, each rule opening into its conditions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.panel import PanelCase
from gui.fields.figures import figure_words
from gui.fields.finding import FindingLine
from gui.fields.rationale import RationaleLines
from gui.fields.standing import STANDINGS, UNSURE
from gui.fields.words import Words
from gui.officer.cites import short_cites
from gui.officer.why_cards import note_of
from gui.panel.judged_ground import judged_words
from gui.panel.names import Names
from gui.panel.part import Part
from gui.panel.tried import help_first, plain
from gui.panel.unknown import label
from rules.recommendation import Finding
from rules.say import telling_test
from rules.values import FactType


class TestedPart(Part):
    """The findings in groups. ``fact_pointed`` names the fact a condition rests on."""

    __test__ = False
    fact_pointed = Signal(str)
    fact_let_go = Signal()

    def __init__(self) -> None:
        super().__init__(3, "What was tested, and how it came out")

    def fill(self, case: PanelCase, names: Names) -> None:
        """Show every finding of the record."""
        self.rationale = RationaleLines(
            help_first(case.rationale), lambda each, first: _line(case, each, first)
        )
        self.rationale.fact_pointed.connect(self.fact_pointed)
        self.rationale.fact_let_go.connect(self.fact_let_go)
        self.add(self.rationale)
        self.add(*otherwise_lines(case))


def otherwise_lines(case: PanelCase) -> list[QWidget]:
    """Say what would have changed the outcome: first what a family can prove, then figures."""
    told = case.otherwise
    groups = (
        ("What would have changed it, if it were shown", told.in_reach),
        ("What nobody can change, but would have mattered", told.beyond),
    )
    lines: list[QWidget] = []
    for heading, sentences in groups:
        if sentences:
            lines.append(Words(heading, "muted"))
            lines += [Words(sentence) for sentence in sentences]
    if not lines:
        lines.append(Words("No change of one or two facts would have changed it.", "muted"))
    return lines


def _line(case: PanelCase, finding: Finding, first: bool) -> FindingLine:
    shown = replace(finding, because=plain(finding.because), cites=_source(finding))
    judged = judged_words(finding)
    figure = "" if judged else _figure(finding)
    note = judged[:1].lower() + judged[1:] if judged else "" if figure else note_of(finding)
    return FindingLine(shown, lambda name: label(case, name), figure=figure, note=note, first=first)


def _figure(finding: Finding) -> str:
    test = telling_test(finding)
    return figure_words(test) if test is not None and test.type is FactType.LENGTH else ""


def _source(finding: Finding) -> str:
    cites = short_cites(finding.cites)
    if finding.standing not in UNSURE:
        return cites
    return f"{cites} · {STANDINGS[finding.standing].word.lower()}"
