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
from gui.fields.figures import figure_words
from gui.fields.finding import FindingLine
from gui.fields.fold import Fold
from gui.fields.layout import clear, column
from gui.officer.cites import short_cites
from gui.officer.trace import conditions, told
from rules.recommendation import Finding, Step
from rules.say import finding_sentence, standing_words, telling_test, test_words
from rules.values import Effect, FactType, Result, Standing

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
        found = rationale(assessment.recommendation) if assessment.recommendation else None
        if found == self._shown:
            return
        self._shown, self._facts = found, assessment.policy.vocabulary
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
            shown, figure=_figure(test), note=note_of(finding, self._facts), first=first
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
        rest = Card(gap=0)
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


def _figure(test: Step | None) -> str:
    return figure_words(test) if test is not None and test.type is FactType.LENGTH else ""


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


def note_of(finding: Finding, facts: Container[str] = ()) -> str:
    """Say what settled a finding besides the length that stands at its right.

    Of one that was not met, the conditions that do not hold, as the text defines them; ``facts``
    are the names whose words are a label with a value, not a sentence.
    """
    if finding.result is Result.NOT_MET:
        return "; ".join(_lacking(finding, facts))
    said = finding_sentence(finding).removeprefix(f"{finding.title}: ").rstrip(".")
    parts = [part for part in dict.fromkeys(said.split("; ")) if " distance is" not in part]
    return "; ".join(parts)


def _lacking(finding: Finding, facts: Container[str]) -> list[str]:
    lacking = [step for step in conditions(finding.because) if step.result is Result.NOT_MET]
    test = telling_test(finding)
    figure_says_it = _figure(test) and test is not None and test.result is Result.NOT_MET
    if figure_says_it:
        lacking = [step for step in lacking if not _looks_at(step, test)]
    return list(filter(None, dict.fromkeys(lacking_words(step, facts) for step in lacking)))


def _looks_at(step: Step, test: Step | None) -> bool:
    same = test is not None and (step.name, step.limit) == (test.name, test.limit)
    return same or any(_looks_at(part, test) for part in step.parts)


def lacking_words(step: Step, facts: Container[str] = ()) -> str:
    """Say of a condition that it does not hold: a fact with its value, a definition as not so."""
    if step.kind == "test":
        return test_words(step)
    if step.text.startswith("Not so: "):
        return step.text.removeprefix("Not so: ")
    words = f"{step.text[:1].lower()}{step.text[1:]}"
    if step.name in facts:
        return f"{words}: no"
    return f"not so that {words}" if words else ""
