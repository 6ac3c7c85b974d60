"""The page of one case: what we recommend and why, facts and map beside it, the decision below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.assess import Assessment
from casework.decide import GateClosed
from casework.desk import Desk
from gui.fields.progress import ProgressLine
from gui.fields.typing import is_typed_into
from gui.officer.case_doings import CaseDoings
from gui.officer.case_header import CaseHeader
from gui.officer.case_letter_doings import CaseLetterDoings
from gui.officer.case_view import CaseView, look_at
from gui.officer.certificate_button import CertificateButtons
from gui.officer.claims_card import ClaimsCard
from gui.officer.decided_card import DecidedCard
from gui.officer.decision_bar import DecisionBar
from gui.officer.decision_panel import DecisionPanel
from gui.officer.determination_card import DeterminationCard
from gui.officer.draft import Draft, Drafts
from gui.officer.facts_card import FactsCard
from gui.officer.figures_card import FiguresCard
from gui.officer.history_card import HistoryCard
from gui.officer.letters_card import LettersCard
from gui.officer.map_card import MapCard
from gui.officer.points_card import PointsCard
from gui.officer.questions_card import QuestionsCard
from gui.officer.recommendation_card import RecommendationCard
from gui.officer.record_cards import EvidenceCard, JudgementsCard, SiblingsCard
from gui.officer.travel_card import TravelCard
from gui.officer.wanted_places import DETERMINATIONS, FIGURES, POINTS, QUESTIONS
from gui.officer.why_cards import WhyCards
from gui.officer.withdraw_card import WithdrawCard
from gui.page import Page
from gui.room import Surroundings
from gui.shell import focus_first
from gui.tasks import Progress
from gui.theme import theme
from rules.problems import UserFacingError

MOST_FIELDS = 8
"""How many fields may stand one after another before a button does."""


class CasePage(Page):
    """One case. ``changed`` tells its application once something was recorded on it.

    ``left_for`` asks the list for the case so many lines further down (or up). ``goes_on`` says
    that the focus goes to where the work goes on, once the case is shown.
    ``other_asked`` asks for another case of the family, by its application and the child's name.
    """

    changed = Signal(str)
    left_for = Signal(int)
    other_asked = Signal(str, str)

    def __init__(self, around: Surroundings, application: str, title: str, drafts: Drafts) -> None:
        super().__init__(title)
        self.around, self.application, self._drafts = around, application, drafts
        self.view: CaseView | None = None
        self.goes_on = True
        self._desk: Desk = around.desk
        self._make_parts()
        self._place_parts()
        self.doings, self.letter_doings = CaseDoings(self), CaseLetterDoings(self)
        theme().changed.connect(self.recommendation.redress_words)

    def _make_parts(self) -> None:
        person, jotted = self._desk.person, self._drafts.jotted(self.application)
        self.case_header = CaseHeader(self.header)
        self.waiting = ProgressLine("Opening the case", may_cancel=False)
        self.decided, self.recommendation = DecidedCard(person), RecommendationCard()
        self.questions, self.why = QuestionsCard(person), WhyCards()
        self.panel, self.points = DecisionPanel(), PointsCard(person, jotted)
        self.travel, self.determinations = TravelCard(person), DeterminationCard(person)
        self.figures, self.claims = FiguresCard(person), ClaimsCard(person)
        self.evidence, self.judgements = EvidenceCard(person), JudgementsCard()
        self.withdrawal = WithdrawCard(person, jotted)
        self.siblings, self.history = SiblingsCard(), HistoryCard()
        self.letters = LettersCard(person)
        self.map, self.facts = MapCard(person), FactsCard(person)
        self.certificates = CertificateButtons()
        self.map.add(self.certificates)
        self.bar = DecisionBar(self, person, self.begin_decision, self.preview_letter)

    def _place_parts(self) -> None:
        self._parts: tuple[QWidget, ...] = (
            self.decided, self.recommendation, self.panel, self.questions, self.figures, self.why,
            self.travel, self.determinations, self.points, self.judgements, self.evidence,
            self.siblings, self.letters, self.history, self.withdrawal, self.map, self.claims,
            self.facts,
        )  # fmt: skip
        self.main.addWidget(self.waiting)
        for part in self._parts:
            column = self.side if part in (self.map, self.claims, self.facts) else self.main
            column.addWidget(part)
            part.hide()
        self.siblings.open_asked.connect(self.other_asked)
        self.why.fact_pointed.connect(self.facts.point_at)
        self.why.fact_let_go.connect(self.facts.let_go)
        self.panel.drafted.connect(self._on_drafted)
        self.panel.closed.connect(self.close_decision)
        self.panel.place_asked.connect(self.lead_to)

    def arrive(self) -> None:
        """Read the case, each time the page comes to the front."""
        if self.view is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # nothing can be done before it is read
        self.read()

    def read(self) -> None:
        """Read the case again."""
        self.run("Opening the case", lambda desk: None, told=False)

    def run(
        self,
        words: str,
        verb: Callable[[Desk], object],
        then: Callable[[], object] | None = None,
        told: bool = True,
    ) -> None:
        """Do a verb off the GUI thread, then show the case as it stands after it.

        ``told`` says that the verb records something, so that the list hears of it.
        """
        desk, application = self._desk, self.application

        def work(_: Progress) -> CaseView:
            verb(desk)
            return look_at(desk, application)

        def show(view: CaseView) -> None:
            self.show_view(view)
            if told:
                self.around.shell.notice.put_away()
                self.changed.emit(application)
            if then is not None:
                then()

        task = self.around.tasks.run(words, work, show, owner=self, quietly=True)
        task.refused.connect(self._on_refused)
        task.failed.connect(self.around.tasks.failed)

    def _on_refused(self, error: UserFacingError) -> None:
        """Show why a verb refused; what was typed stays where it was."""
        self.waiting.hide()
        self.around.shell.show_error(error)
        if isinstance(error, GateClosed):
            self.panel.show_refused()

    @property
    def assessment(self) -> Assessment | None:
        """The case as it was last assessed."""
        return self.view.assessment if self.view else None

    def draft(self) -> Draft:
        """Give the decision as far as it is written."""
        return self._drafts.get(self.application, Draft())

    def show_view(self, view: CaseView) -> None:
        """Show a case as it now stands; nothing moves that has not changed."""
        self.view = view
        found, was_asking = view.assessment, self.questions.isAncestorOf(self._focus())
        if was_asking:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would pass it on, far down the page
        self.waiting.hide()
        self.case_header.show_case(found)
        for part in (self.recommendation, self.why, self.map, self.facts, self.points,
                     self.letters):  # fmt: skip
            part.show()
        self.why.setVisible(found.recommendation is not None)
        for part in (self.decided, self.recommendation, self.questions, self.figures, self.why,
                     self.points, self.judgements, self.evidence, self.siblings, self.withdrawal,
                     self.claims, self.facts):  # fmt: skip
            part.show_case(found)
        self.map.show_map(view.map, found)
        self.certificates.show_measured((view.map.walking, view.map.road))
        self.history.show_history(view.history)
        self.letters.show_letters(view.letters)
        self.decided.show_letters(view.letters)
        self.case_header.show_clock(view.letters.clock)
        self._show_decision()
        goes_on, self.goes_on = self.goes_on, False
        if was_asking or goes_on:
            QTimer.singleShot(0, self, self.focus_next)

    def _focus(self) -> QWidget:
        return self.window().focusWidget() or self

    def focus_next(self) -> None:
        """Put the focus where the work goes on: the letter, the next question, the decision."""
        found, writing = self.assessment, self.draft().is_open
        if found is not None and found.case.decision is not None and not writing:
            self.decided.begin()
        elif not self.questions.begin():
            self.panel.begin() if writing else self.bar.begin()

    def lead_to(self, place: str) -> None:
        """Go to the part of the page where something is settled that a decision still wants."""
        asked = self.travel if self.questions.isHidden() else self.questions
        part: QWidget = {
            QUESTIONS: asked, POINTS: self.points, FIGURES: self.figures,
            DETERMINATIONS: self.determinations,
        }[place]  # fmt: skip
        if self.columns is not None:
            self.columns.scroll_to(part)
        if part is not self.questions or not self.questions.begin():
            focus_first(part)

    def _show_decision(self) -> None:
        if self.view is None or self.assessment is None:
            return
        draft = self.draft()
        self.panel.setVisible(draft.is_open)
        if draft.is_open:
            view = self.view
            self.panel.show_case(
                self.assessment, draft, view.schools, view.authorisers, view.other_children,
                view.granted,
            )  # fmt: skip
        self._show_meant(self.view, draft)

    def _on_drafted(self, draft: Draft) -> None:
        self._drafts[self.application] = draft
        self.around.shell.notice.put_away()  # what was refused is being mended
        if self.view is not None:
            self._show_meant(self.view, draft)

    def _show_meant(self, view: CaseView, draft: Draft) -> None:
        """Show what rests on the help that is meant: travel, cost, and what it waits for."""
        meant = view.meant(draft)
        self.travel.show_case(meant)
        self.determinations.show_case(meant)
        self.bar.show_case(meant, draft)

    def begin_decision(self) -> None:
        """Open the decision in the page, or go to it where it is open."""
        if self.assessment is None or self.bar.refused(self.assessment):
            return
        self._drafts[self.application] = self.draft().changed(is_open=True)
        self._show_decision()
        QTimer.singleShot(0, self, self._go_to_decision)

    def _go_to_decision(self) -> None:
        self.panel.begin()
        if self.columns is not None:
            self.columns.scroll_to(self.panel)

    def close_decision(self) -> None:
        """Close the decision; what was written is kept."""
        self._drafts[self.application] = self.draft().changed(is_open=False)
        self._show_decision()
        self.bar.begin()

    def forget_draft(self) -> None:
        """Forget what was written, once it is recorded."""
        self._drafts.pop(self.application, None)
        self._show_decision()

    def preview_letter(self) -> None:
        """Show the letter of the decision, or what it would be."""
        self.letter_doings.preview()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field with Escape, then the case, where nothing nearer takes it."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self._leave_field():
            self.around.shell.back()

    def _leave_field(self) -> bool:
        """Go from a field one types into to the control after it; False where none has the focus.

        What is typed stays, and the keys of the page work again.
        """
        if not is_typed_into(self._focus()):
            return False
        for _ in range(MOST_FIELDS):
            self.focusNextChild()
            if not is_typed_into(self._focus()):
                break
        return True
