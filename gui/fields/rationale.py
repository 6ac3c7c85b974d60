"""Findings in the order people read them: what decides, what failed, what is open, what is out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.rationale import Rationale
from gui.fields.finding import FindingLine
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.words import Words
from rules.recommendation import Finding

LineOf = Callable[[Finding, bool], FindingLine]


class RationaleLines(QWidget):
    """Groups of findings, each a line that opens into its conditions and facts.

    Groups without findings are left out; what could not apply is folded away under its count.
    ``line_of(finding, first)`` makes a line. ``fact_pointed`` and ``fact_let_go`` tell of the
    condition under the pointer or the focus.
    """

    fact_pointed = Signal(str)
    fact_let_go = Signal()

    def __init__(self, rationale: Rationale, line_of: LineOf) -> None:
        super().__init__()
        self._line_of = line_of
        self.lines: dict[str, FindingLine] = {}
        self.ruled_out: Fold | None = None
        self._column = column(self, gap=4)
        self._add("What decides", rationale.deciding)
        self._add("Tried, and not met; the nearest miss first", rationale.failed)
        self._add("Still open, for want of a fact or a text", rationale.open)
        self._add("Looked at too, without deciding", rationale.other)
        self._fold(rationale.ruled_out)

    def _add(self, heading: str, findings: Sequence[Finding]) -> None:
        if findings:
            if self._column.count():
                self._column.addSpacing(8)
            self._column.addWidget(Words(heading, "small"))
            self._column.addWidget(self._group(findings))

    def _fold(self, findings: Sequence[Finding]) -> None:
        if not findings:
            return
        count = len(findings)
        rules = "rule" if count == 1 else "rules"
        words = f"{count} {rules} could not apply: age, phase or kind of place rules them out"
        self.ruled_out = Fold(words, lambda: self._group(findings), inset=(24, 0, 0, 0))
        self._column.addSpacing(8)
        self._column.addWidget(self.ruled_out)

    def _group(self, findings: Sequence[Finding]) -> QWidget:
        box = QWidget()
        lines = column(box, gap=0)
        for at, finding in enumerate(findings):
            line = self._line_of(finding, at == 0)
            line.fact_pointed.connect(self.fact_pointed)
            line.fact_let_go.connect(self.fact_let_go)
            self.lines[finding.provision] = line
            lines.addWidget(line)
        return box
