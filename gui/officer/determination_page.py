"""The form of a determination: every criterion, what it comes to, who authorises it, its review."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.authorise import authorisers
from casework.determining import (
    KIND_WORDS,
    Determining,
    asked_of,
    authoriser_roles,
    criteria_of,
    determine,
    needs_review,
)
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.entries import Choice, Paragraphs
from gui.fields.form import FormField
from gui.fields.segmented import Option
from gui.fields.standing import STANDINGS, UNSURE
from gui.fields.words import Words
from gui.intake.day_field import DayField
from gui.officer.caution import caution
from gui.officer.criterion_form import CriterionForm
from gui.page import Page
from gui.role_words import role_words
from gui.room import Surroundings
from gui.theme import Tone
from records.people import Person
from rules.part_values import Determination as Found
from rules.values import Determined

_NOBODY = "It takes a second person with this role; the administrator adds people."
_IN_ALL = "What the criteria come to together, what was tried, and what the travel has to be like."


class DeterminationPage(Page):
    """One determination of one case. Nothing is recorded before the last button.

    ``by_discretion`` says that the help it is for is one that only discretion gives; the
    assessment then has the parts of that help.
    """

    def __init__(
        self,
        around: Surroundings,
        assessment: Assessment,
        kind: Determined,
        by_discretion: bool = False,
    ) -> None:
        case = assessment.case
        super().__init__(
            f"Determining {KIND_WORDS[kind]}", f"{case.child.name} · {case.school.name}",
            case.application.reference,
        )  # fmt: skip
        self.around, self.kind, self._application = around, kind, case.application.id
        self._by_discretion = by_discretion
        found = asked_of(assessment, kind)
        if found is None:
            raise LookupError("the page opens only where the policy asks for a determination")
        self._found = found
        self._add_criteria(assessment, found)
        self._add_whole(found)
        self._make_foot()
        around.actions.add(
            self, "Record the determination", self.record, "Ctrl+Return", "Determination"
        )
        around.tasks.run(
            "Finding who may authorise",
            lambda _: authorisers(around.desk, authoriser_roles(found)),
            self.show_people,
            owner=self,
        )

    def _add_criteria(self, assessment: Assessment, found: Found) -> None:
        before = {each.fact: each for each in assessment.case.judgements}
        card = Card("The criteria", gap=0)
        card.add(Words(f"{found.provision.title}: {found.cites}", "muted"))
        if found.standing in UNSURE:
            words = STANDINGS[found.standing].word.lower()
            card.add(caution(f"These criteria are not the council's confirmed words: {words}."))
        words = criteria_of(assessment, found)
        self.forms = [
            CriterionForm(word, before.get(word.name), at == 0) for at, word in enumerate(words)
        ]
        for form in self.forms:
            form.changed.connect(self._tell)
            card.add(form)
        self.main.addWidget(card)

    def _add_whole(self, found: Found) -> None:
        card = Card("What it comes to", Tone.ACCENT, gap=14)
        self.reasons = Paragraphs("Reasons in all", 4)
        self._reasons = FormField("Reasons in all", self.reasons, _IN_ALL)
        self.authoriser = Choice("Authorised by")
        self.authoriser.setPlaceholderText("Choose…")
        self._authoriser = FormField("Authorised by", self.authoriser, " ", QWidget())
        self.review = DayField("Reviewed by", "The day by which it is looked at again.")
        card.add(self._reasons)
        if authoriser_roles(found):
            card.add(self._authoriser)
        if needs_review(found):
            card.add(self.review)
        self.reasons.textChanged.connect(self._tell)
        self.authoriser.activated.connect(lambda _: self._tell())
        self.review.changed.connect(self._tell)
        self.main.addWidget(card)

    def _make_foot(self) -> None:
        self.told = Words("", "muted")
        self.record_button = primary("Record determination", self.record, "Ctrl+↵")
        self.set_foot(self.told, self.record_button)
        self._tell()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Offer who may authorise."""
        options = [Option(each.id, f"{each.name}, {role_words(each)}") for each in people]
        self.authoriser.offer(options, self.authoriser.value())
        hint = "Somebody other than you, by name. It counts only once authorised."
        self._authoriser.show_hint(hint if people else _NOBODY)

    def arrive(self) -> None:
        """Begin at the first criterion."""
        QTimer.singleShot(0, self, self._go_to_the_first)

    def _go_to_the_first(self) -> None:
        if self.forms:
            self.forms[0].answer.setFocus()

    def lacking(self) -> tuple[str, ...]:
        """Name what is still to be filled in, in the order of the page."""
        count = sum(form.judged() is None for form in self.forms)
        criteria = "1 criterion" if count == 1 else f"{count} criteria"
        parts = {
            criteria: not count,
            "the reasons in all": self.reasons.toPlainText().strip(),
            "who authorises it": not authoriser_roles(self._found) or self.authoriser.value(),
            "the day of review": not needs_review(self._found) or self.review.day(),
        }
        return tuple(what for what, given in parts.items() if not given)

    def _tell(self) -> None:
        lacking = self.lacking()
        words = f"Still wanted: {', '.join(lacking)}." if lacking else "Everything is there."
        self.told.show_words(words, Tone.NOT_KNOWN if lacking else Tone.MET)

    def meant(self) -> Determining:
        """Give what would be recorded now."""
        judged = {form.word.name: found for form in self.forms if (found := form.judged())}
        by = self.authoriser.value()
        return Determining(
            self.kind,
            judged,
            self.reasons.toPlainText(),
            str(by) if by else None,
            self.review.day(),
            self._by_discretion,
        )

    def record(self) -> None:
        """Record it and go back to the case; where something lacks, go there instead."""
        if self.lacking():
            self._go_to_what_lacks()
            return
        application, meant = self._application, self.meant()
        self.around.tasks.run(
            "Recording the determination",
            lambda _: determine(self.around.desk, application, meant),
            lambda _: self.around.shell.back(),
            owner=self,
        )

    def _go_to_what_lacks(self) -> None:
        for form in self.forms:
            form.show_lacking(form.judged() is None)
        first = next((form for form in self.forms if form.judged() is None), None)
        if first is not None:
            (first.reasons if first.answer.is_answered() else first.answer).setFocus()
        elif not self.reasons.toPlainText().strip():
            self.reasons.setFocus()
        elif authoriser_roles(self._found) and not self.authoriser.value():
            self.authoriser.setFocus()
        else:
            self.review.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape; nothing is recorded."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)
