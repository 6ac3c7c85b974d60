"""Determinations on a case: what was judged and authorised, and the way to the form for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.determining import (
    KIND_WORDS,
    authoriser_roles,
    determination_of,
    is_recorded,
    needs_review,
    wanted_determinations,
)
from gui.fields.buttons import Button, quiet
from gui.fields.flow import FlowLayout
from gui.fields.fold import Fold
from gui.fields.layout import column
from gui.fields.sign import SignLine
from gui.fields.words import Words
from gui.officer.case_card import CaseCard
from gui.officer.who_may import may_determine
from gui.outcomes import Sign
from gui.shapes import Shape
from gui.theme import Tone
from records.determination import Determination, JudgedCriterion
from records.london import day_in_london
from records.people import Person
from rules.part_values import Determination as Found
from rules.part_values import DeterminationOutcome
from rules.quantities import day_in_words
from rules.values import Determined, Result

SIGNS = {
    DeterminationOutcome.NEEDED: Sign(Shape.MET, "needed", Tone.MET),
    DeterminationOutcome.NOT_NEEDED: Sign(Shape.NOT_MET, "not needed", Tone.MUTED),
    DeterminationOutcome.CANNOT_TELL_YET: Sign(
        Shape.NOT_KNOWN, "cannot be told yet", Tone.NOT_KNOWN
    ),
}
_NOT_YET = Sign(Shape.NOT_KNOWN, "not determined yet", Tone.NOT_KNOWN)
_ANSWERS = {True: "yes", False: "no", None: "not known"}


class DeterminationCard(CaseCard):
    """One line a determination the policy asks for. ``begun`` tells the kind to be determined."""

    begun = Signal(object)

    def __init__(self, person: Person) -> None:
        super().__init__("Determinations", gap=10)
        self._person = person
        self.buttons: dict[Determined, Button] = {}

    def rests_on(self, assessment: Assessment) -> object:
        """Give what is asked for, what was made, and whether solo travel was asked for."""
        found = assessment.parts.determinations if assessment.parts else ()
        return found, assessment.case.determinations, assessment.case.application.solo_travel_asked

    def fill(self, assessment: Assessment) -> None:
        """Show what is in question; the card hides where the policy asks for none."""
        self.buttons = {}
        found = assessment.parts.determinations if assessment.parts else ()
        formal = [each for each in found if authoriser_roles(each) or needs_review(each)]
        quiet_ones = [each for each in formal if not in_question(assessment, each)]
        self.setVisible(bool(formal))
        for each in formal:
            if each not in quiet_ones:
                self._add(assessment, each)
        if quiet_ones:
            self._add_quiet(quiet_ones)

    def _add_quiet(self, found: list[Found]) -> None:
        """Name what has not come into question, with a small button for those who may judge it."""
        names = ", ".join(each.provision.title.lower() for each in found)
        self.add(Words(f"Not in question so far: {names}.", "muted"))
        box = QWidget()
        line = FlowLayout(box, gap=8)
        for each in found:
            if may_determine(each.name, self._person):
                words = f"Determine {KIND_WORDS[each.name]}…"
                line.addWidget(self._button(each, quiet(words, self._opens(each))))
        if line.count():
            self.add(box)

    def _opens(self, found: Found) -> Callable[[], None]:
        return lambda: self.begun.emit(found.name)

    def _button(self, found: Found, button: Button) -> Button:
        button.setAccessibleName(f"Determine {KIND_WORDS[found.name]}")
        self.buttons[found.name] = button
        return button

    def _add(self, assessment: Assessment, found: Found) -> None:
        title, made = found.provision.title, determination_of(assessment.case, found.name)
        if made is None:
            self.add(SignLine(_NOT_YET, f"{title}: {_NOT_YET.word}", "strong"))
            self.add(Words(self._waiting(assessment, found), "muted"))
        else:
            self.add(*determination_lines(made, title))
            if not is_recorded(assessment, found):
                words = f"On the facts as they stand now it is {SIGNS[found.outcome].word}."
                self.add(SignLine(SIGNS[found.outcome], words))
        if may_determine(found.name, self._person):
            again = "again" if made else "now"
            button = Button(f"Determine {again}…", self._opens(found))
            self.body.addWidget(self._button(found, button))

    def _waiting(self, assessment: Assessment, found: Found) -> str:
        solo = found.name is Determined.SOLO_TRAVEL
        who = "The SEND officer determines it" if solo else "An officer determines it"
        if found in wanted_determinations(assessment):
            return f"{who}; the kind of travel rests on it, so the decision waits for it."
        if solo and assessment.case.application.solo_travel_asked:
            return f"The family asks for it. {who}, criterion by criterion."
        return f"{who}, criterion by criterion, where it comes into question."


def in_question(assessment: Assessment, found: Found) -> bool:
    """Whether a determination is made, asked for by the family, or one criterion is met."""
    solo = found.name is Determined.SOLO_TRAVEL
    asked = solo and assessment.case.application.solo_travel_asked
    made = determination_of(assessment.case, found.name) is not None
    return asked or made or any(each.result is Result.MET for each in found.criteria)


def determination_lines(
    made: Determination, title: str, said: Callable[[str], str] = str
) -> tuple[QWidget, ...]:
    """A determination on record: outcome, reasons, who, authorised by whom, review, criteria.

    ``said`` takes names out of free words where they are not to be seen.
    """
    sign = SIGNS[made.outcome]
    day = day_in_words(day_in_london(made.at))
    by = f"Determined by {made.by_name} on {day}"
    authorised = f", authorised by {made.authorised_by_name}" if made.authorised_by_name else ""
    review = f" To be reviewed by {day_in_words(made.review_on)}." if made.review_on else ""
    count = len(made.criteria)
    fold = Fold(
        "The criterion, with its reasons" if count == 1 else f"{count} criteria, with reasons",
        lambda: _criteria(made.criteria, said),
        first=True,
        inset=(28, 0, 0, 4),
    )
    return (
        SignLine(sign, f"{title}: {sign.word}", "strong"),
        Words(said(made.reasons)),
        Words(f"{by}{authorised}.{review}", "muted"),
        fold,
    )


def _criteria(criteria: tuple[JudgedCriterion, ...], said: Callable[[str], str]) -> QWidget:
    box = QWidget()
    lines = column(box, gap=6)
    for each in criteria:
        lines.addWidget(Words(f"{each.label}: {_ANSWERS[each.met]}", "strong"))
        lines.addWidget(Words(said(each.reasons)))
    return box
