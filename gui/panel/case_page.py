"""One decided case as a panel reads it: eleven numbered parts, and nothing that could change it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casework.maps.of_case import streets_near
from casework.panel import PanelCase, open_for_panel
from gui.fields.chip import outcome_chip
from gui.fields.entries import Check
from gui.fields.progress import ProgressLine
from gui.fields.reading_keys import scrolled
from gui.officer.certificate_page import CertificatePage
from gui.page import Page
from gui.panel.clerk_letters import ClerkLetters
from gui.panel.decision_part import DecisionPart
from gui.panel.facts_part import FactsPart
from gui.panel.family_part import FamilyPart
from gui.panel.judged_parts import DiscretionPart, JudgementsPart
from gui.panel.law_part import LawPart
from gui.panel.letter_page import KeptLetterPage
from gui.panel.measurement_part import MeasurementPart, walk_of
from gui.panel.names import Hearing, Names, names_of
from gui.panel.part import Part
from gui.panel.questions_part import QuestionsPart
from gui.panel.record_part import RecordPart
from gui.panel.tested_part import TestedPart
from gui.panel.travel_part import TravelPart
from gui.room import Surroundings
from records.letter import Letter
from records.london import day_in_london
from records.people import Role
from rules.quantities import day_in_words

GROUP = "Decided case"


class PanelCasePage(Page):
    """Reads one decision and lays it out. Parts 1 to 7 are the main column, 8 to 11 stand beside.

    The panel's clerk writes the letters of stage two from here; everybody else only reads.

    In a narrow window, or with large text, all eleven follow one another in their order.
    """

    def __init__(self, around: Surroundings, decision: str, hearing: Hearing) -> None:
        super().__init__("Decided case", "Opening")
        self._around, self._decision, self.hearing = around, decision, hearing
        self.case: PanelCase | None = None
        self.tested, self.facts, self.measured = TestedPart(), FactsPart(), MeasurementPart()
        self.record = RecordPart(may_write=around.desk.person.holds(Role.PANEL_CLERK))
        self.parts: tuple[Part, ...] = (
            DecisionPart(), QuestionsPart(), self.tested, FamilyPart(), JudgementsPart(),
            DiscretionPart(), self.facts, self.measured, LawPart(), self.record, TravelPart(),
        )  # fmt: skip
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Decided case")
        self.progress = ProgressLine("Opening the decided case", may_cancel=False)
        self.main.addWidget(self.progress)
        self._lay_out()
        self._connect()
        self._name_actions()
        self.clerk = ClerkLetters(self)
        self.read()

    @property
    def around(self) -> Surroundings:
        """What stands around the page."""
        return self._around

    def read(self) -> None:
        """Read the decision with all that was recorded on its case."""
        desk = self._around.desk
        self._around.tasks.run(
            "Opening a decided case",
            lambda _: open_for_panel(desk, self._decision),
            self._on_opened,
            owner=self,
        )

    def _lay_out(self) -> None:
        self.initials_box = Check("Initials only")
        self.initials_box.setChecked(self.hearing.initials_only)
        for part in self.parts:
            part.hide()
            (self.main if part.number <= 7 else self.side).addWidget(part)

    def _connect(self) -> None:
        self.initials_box.toggled.connect(self.hearing.show_initials)
        self.hearing.changed.connect(self._show)
        self.tested.fact_pointed.connect(self.facts.point_at)
        self.tested.fact_let_go.connect(self.facts.let_go)
        self.record.decision_asked.connect(self.open_decision)
        self.record.letter_asked.connect(self.open_letter)
        self.measured.certificate_asked.connect(self.open_certificate)

    def _name_actions(self) -> None:
        add = self._around.actions.add
        add(self, "Initials only, or names again", self.initials_box.toggle, "I", GROUP)
        add(self, "Open every rule that was tested", self.open_all, "E", GROUP)
        seen = self.measured.has_certificate
        add(self, "Certificate of the measurement", self.measured.ask_certificate, "C", GROUP, seen)
        for part in self.parts:
            words = f"Go to part {part.number}: {part.title[:1].lower()}{part.title[1:]}"
            add(self, words, lambda part=part: self.go_to(part), part.key, GROUP)

    def _on_opened(self, case: PanelCase) -> None:
        first, self.case = self.case is None, case
        self._show()
        if first:
            self._open_first(case)

    def _open_first(self, case: PanelCase) -> None:
        self.progress.hide()
        self.chip = outcome_chip(case.decision.outcome)
        self.header.add(self.chip, self.initials_box)
        if (walk := walk_of(case)) is not None:
            self._around.tasks.run(
                "Drawing the streets",
                lambda _: streets_near(self._around.desk, walk),
                self.measured.show_streets,
                owner=self,
                quietly=True,
            )

    def names(self, case: PanelCase) -> Names:
        """Give the names as the room shows them now."""
        return names_of(case.decision, self.hearing.initials_only)

    def _show(self) -> None:
        self.initials_box.setChecked(self.hearing.initials_only)
        case = self.case
        if case is None:
            return
        names, decision = self.names(case), case.decision
        decided = day_in_words(day_in_london(decision.decided_at))
        standing = "" if _stands(case) else " · a later decision took its place"
        self.header.show_words(
            names.child,
            f"{decision.school_name} · decided {decided} · read-only{standing}",
            decision.reference,
        )
        for part in self.parts:
            part.show_case(case, names)
            part.show()

    def arrive(self) -> None:
        """Begin reading at once: the keys that scroll go to the page itself."""
        self.setFocus()
        self.clerk.arrive()

    def go_to(self, part: Part) -> None:
        """Bring a part to the top; Tab goes on from there."""
        if self.columns is not None:
            self.setFocus()
            self.columns.scroll_to(part)

    def open_all(self) -> None:
        """Open every tested rule into its conditions; or fold them all, if all are open."""
        lines = list(self.tested.rationale.lines.values()) if self.case else []
        on = not all(line.is_open for line in lines)
        for line in lines:
            line.open(on)

    def open_decision(self, decision: str) -> None:
        """Open another decision of the case."""
        self._around.shell.open_page(PanelCasePage(self._around, decision, self.hearing))

    def open_letter(self, letter: Letter) -> None:
        """Read a letter that was made."""
        if self.case is not None:
            page = KeptLetterPage(self._around, letter, self.case.decision.reference)
            self._around.shell.open_page(page)

    def open_certificate(self, measurement: str) -> None:
        """Read the certificate of a measurement that the decision rests on."""
        if self.case is not None:
            child, decision = self.names(self.case).child, self.case.decision
            about = f"{child} · {decision.school_name} · read-only"
            self._around.shell.open_page(
                CertificatePage(self._around, measurement, about, decision.reference, decision)
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list with Escape; scroll with the keys that people read by."""
        if event.key() == Qt.Key.Key_Escape:
            self._around.shell.back()
        elif not scrolled(self.columns, event):
            super().keyPressEvent(event)


def _stands(case: PanelCase) -> bool:
    return all(each.supersedes != case.decision.id for each in case.earlier)
