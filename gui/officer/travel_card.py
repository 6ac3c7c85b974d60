"""Travel and cost: the kind of travel and why no lesser one, what is paid, how long it lasts."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.part_words import around, contribution_words, period_words, rung_words
from gui.fields.layout import column
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.answering import Answering
from gui.officer.case_card import CaseCard
from gui.officer.determination_card import in_question
from gui.officer.kept_lines import kept_lines, may_be_kept
from gui.officer.part_lines import capital, lesser_kinds, part, said
from gui.officer.who_may import who_answers
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.people import Person
from rules.part_values import Arrangement, Parts

_FOUND = Sign(Shape.MET, "Settled", Tone.MET)
_OPEN = Sign(Shape.NOT_KNOWN, "Open", Tone.NOT_KNOWN)


class TravelCard(CaseCard):
    """The parts beside eligibility, each with the question that is still to be answered.

    ``answered`` tells an Answer. The card hides where no help is due and no cohort is meant.
    """

    answered = Signal(object)

    def __init__(self, person: Person) -> None:
        super().__init__("Travel and cost", gap=14)
        self._person = person
        self.asked: list[Answering] = []

    def rests_on(self, assessment: Assessment) -> object:
        """Give the parts, and what they are asked beside."""
        return (
            assessment.parts,
            assessment.kept,
            assessment.protection_matters,
            assessment.questions,
        )

    def fill(self, assessment: Assessment) -> None:
        """Show the parts one below the other."""
        self.asked = []
        found = assessment.parts
        protected = assessment.kept is not None or assessment.protection_matters
        self.setVisible(found is not None and (found.arrangement is not None or protected))
        if found is None:
            return
        if found.arrangement is not None:
            self._add_arrangement(assessment, found.arrangement)
            self._add_cost_and_days(assessment, found)
        self._add_protection(assessment, found)

    def _add_arrangement(self, assessment: Assessment, found: Arrangement) -> None:
        words = capital(rung_words(found).removeprefix("Kind of travel: "))
        lines: list[QWidget] = [SignLine(_FOUND if found.suggested else _OPEN, words, "strong")]
        lines += [Words(capital(line), "muted") for line in around(found)]
        if found.excluded:
            self.lesser = lesser_kinds(found.excluded, assessment.policy.vocabulary)
            lines.append(self.lesser)
        if waits := _determination_below(assessment, found):
            lines.append(Words(f"It waits for the determination below: {waits}.", "muted"))
        self.add(part("Kind of travel", *lines))
        if not waits:
            self._ask(assessment, found.missing)

    def _add_cost_and_days(self, assessment: Assessment, found: Parts) -> None:
        paid, days = contribution_words(found.contribution), period_words(found.period)
        self.add(part("Contribution", *said(paid, "Contribution: ")))
        self._ask(assessment, paid.missing)
        self.add(part("From when to when", *said(days, "From when to when: ")))
        if found.period.from_day is None or found.period.until is None:
            self._ask(assessment, days.missing)

    def _add_protection(self, assessment: Assessment, found: Parts) -> None:
        if assessment.kept is not None:
            self.add(part("Kept on an older version", *kept_lines(assessment)))
        elif assessment.protection_matters:
            self.add(part("Kept on an older version", *may_be_kept(assessment)))
            self._ask(assessment, found.protection.missing)

    def _ask(self, assessment: Assessment, missing: tuple[str, ...]) -> None:
        """Ask for the first fact that is missing here and not asked for above already."""
        elsewhere = {question.word.name for question in assessment.questions}
        elsewhere |= {form.word.name for form in self.asked}
        wanted = [name for name in missing if name not in elsewhere]
        if not wanted:
            return
        word = assessment.policy.vocabulary[wanted[0]]
        more = f"{len(wanted) - 1} more may follow." if len(wanted) > 1 else ""
        refused = who_answers(word.name, self._person)
        form = Answering(word, "\n".join(filter(None, (more, refused))), first=True)
        form.ask.editor.setEnabled(not refused)
        form.answered.connect(self.answered)
        self.asked.append(form)
        self.add(_well(form))

    def begin(self) -> None:
        """Put the focus on the first question here."""
        if self.asked:
            self.asked[0].setFocus()


def _determination_below(assessment: Assessment, found: Arrangement) -> str:
    """The determination that a kind of travel waits for, once one of its criteria is met."""
    parts = assessment.parts
    for each in parts.determinations if parts else ():
        if in_question(assessment, each) and set(found.missing) & set(each.missing):
            return each.provision.title.lower()
    return ""


def _well(form: Answering) -> QWidget:
    box = QWidget()
    column(box, gap=0).addWidget(form)
    return box
