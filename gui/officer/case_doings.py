"""What can be done on a case: each doing calls one verb and lets the page show what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.correct import withdraw_case
from casework.decide import decide_case
from casework.gate import Intent
from casework.measure import measure_case
from casework.measuring.claimed import claim_figure
from casework.measuring.confirm_figure import confirm_figure
from casework.measuring.keep_figures import keep_figures
from casework.receive_evidence import receive_evidence
from casework.record import answer_point, raise_point
from gui.map.page import MapPage
from gui.officer.answer import Answer
from gui.officer.certificate_page import CertificatePage
from gui.officer.claim_form import ClaimGiven
from gui.officer.determination_page import DeterminationPage
from gui.officer.evidence_form import GivenEvidence
from gui.officer.home_page import HomePage
from gui.officer.nearest_page import NearestPage
from gui.officer.place_page import PlacePage
from gui.officer.questions_card import is_placed
from gui.officer.who_may import may_work
from records.application import Stage
from rules.values import Determined

if TYPE_CHECKING:
    from gui.officer.case_page import CasePage


class CaseDoings:
    """Connects the parts of a case page to the verbs, and names its actions."""

    def __init__(self, page: CasePage) -> None:
        self._page, self._id = page, page.application
        self._connect()
        self._name_actions()

    def _connect(self) -> None:
        page = self._page
        for part in (page.questions, page.travel, page.facts):
            part.answered.connect(self.record)
        page.questions.measure_asked.connect(self.measure)
        page.map.measure_asked.connect(self.measure)
        for part in (page.questions, page.map):
            part.home_asked.connect(self.open_home)
        page.map.map_asked.connect(self.open_map)
        page.certificates.asked.connect(self.open_certificate)
        page.figures.confirmed.connect(self.confirm_figure)
        page.figures.kept.connect(self.keep_figures)
        page.facts.schools_asked.connect(self.open_schools)
        page.claims.claimed.connect(self.claim_figure)
        page.claims.place_asked.connect(self.open_place)
        page.points.raised.connect(self.raise_point)
        page.points.answered.connect(self.answer_point)
        page.determinations.begun.connect(self.determine)
        page.evidence.given.connect(self.add_evidence)
        page.withdrawal.withdrawn.connect(self.withdraw)
        page.panel.recorded.connect(self.decide)

    def _name_actions(self) -> None:
        page, group = self._page, "Case"
        register, works = page.around.actions, may_work(page.around.desk.person)

        def add(words: str, do, keys: str = "", when=lambda: True) -> None:  # noqa: ANN001
            register.add(page, words, do, keys, group, lambda: page.view is not None and when())

        add("Open the map", self.open_map, "G")
        add("Next case of the list", lambda: page.left_for.emit(1), "Alt+Down")
        add("Case before in the list", lambda: page.left_for.emit(-1), "Alt+Up")
        add("Nearest suitable schools", self.open_schools, "S")
        add("Certificate of the measurement", page.certificates.ask, "C", page.certificates.may_ask)
        add("Open every finding", lambda: self._open_findings(True))
        add("Close every finding", lambda: self._open_findings(False))
        if works:
            add("Answer the next question", page.questions.begin, "Q", self._asks)
            add("Measure the route", self.measure, "M", self._is_placed)
            add("Place the home, or correct where it lies", self.open_home, "H")
            add("Put the home or a gate on another line", self.open_place, "B")
            add("Record what the family measured", page.claims.begin, "F", self._is_measured)
            add("Determine travelling alone", self.determine_solo, "T", self._may_determine)
            add("Decide", page.begin_decision, "D", self._may_decide)
            add("Add a point the family makes", page.points.begin_point, "P")
            add("Add evidence", page.evidence.begin)
            add("Withdraw the case", page.withdrawal.begin, "", self._is_open)

    def _asks(self) -> bool:
        return bool(self._page.questions.asked)

    def _is_open(self) -> bool:
        found = self._page.assessment
        return found is not None and found.case.application.stage is Stage.OPEN

    def _may_decide(self) -> bool:
        found = self._page.assessment
        return found is not None and not self._page.bar.refused(found)

    def _may_determine(self) -> bool:
        return Determined.SOLO_TRAVEL in self._page.determinations.buttons

    def determine_solo(self) -> None:
        """Open the form that determines travelling alone."""
        self.determine(Determined.SOLO_TRAVEL)

    def determine(self, kind: Determined) -> None:
        """Open the form of a determination."""
        page, view = self._page, self._page.view
        if view is not None:
            given = view.is_by_discretion(page.draft())
            found = view.granted if given else view.assessment
            page.around.shell.open_page(DeterminationPage(page.around, found, kind, given))

    def _open_findings(self, on: bool) -> None:
        for line in self._page.why.findings.values():
            line.open(on)

    def record(self, answer: Answer) -> None:
        """Record an answer; the case is assessed again at once."""
        words = f"Recording {answer.word.label.lower()}"
        self._page.run(words, lambda desk: answer.record(desk, self._id))

    def open_map(self) -> None:
        """Open the full map on this case; the case is read again when one comes back."""
        page, found = self._page, self._page.assessment
        if found is not None:
            page.around.shell.open_page(MapPage(page.around, self._id, found.case.child.name))

    def measure(self) -> None:
        """Measure the case and keep what was measured."""
        self._page.run("Measuring the route", lambda desk: measure_case(desk, self._id))

    def open_certificate(self, measurement: str) -> None:
        """Show the certificate of a measurement."""
        page, found = self._page, self._page.assessment
        if found is not None:
            case = found.case
            about, reference = f"{case.child.name} · {case.school.name}", case.application.reference
            page.around.shell.open_page(CertificatePage(page.around, measurement, about, reference))

    def keep_figures(self, reason: str) -> None:
        """Keep figures on the network they were measured on."""
        self._page.run("Keeping the figures", lambda desk: keep_figures(desk, self._id, reason))

    def open_schools(self) -> None:
        """Open the table of nearest suitable schools over the case."""
        page = self._page
        if page.assessment is not None:
            page.around.shell.open_page(NearestPage(page.around, page.assessment))

    def open_place(self) -> None:
        """Open the page that puts the home or a gate on another line."""
        page = self._page
        if page.assessment is not None:
            page.around.shell.open_page(PlacePage(page.around, page.assessment))

    def open_home(self) -> None:
        """Open the page that says where the home lies; back from it, the work goes on."""
        page = self._page
        if page.assessment is not None:
            page.goes_on = True
            page.around.shell.open_page(HomePage(page.around, page.assessment))

    def _is_placed(self) -> bool:
        found = self._page.assessment
        return found is not None and is_placed(found)

    def _is_measured(self) -> bool:
        found = self._page.assessment
        return found is not None and bool(found.case.measurements)

    def claim_figure(self, given: ClaimGiven) -> None:
        """Record what the family measured beside ours."""
        parts = (given.way, given.claimed_mm, given.tool, given.claimed_on, given.why_ours)
        verb = lambda desk: claim_figure(desk, self._id, *parts)  # noqa: E731
        self._page.run("Recording what the family measured", verb)

    def confirm_figure(self, fact: str, limit_mm: int, checked: tuple[str, ...]) -> None:
        """Confirm a figure near a limit, as it stands."""
        verb = lambda desk: confirm_figure(desk, self._id, fact, limit_mm, checked)  # noqa: E731
        self._page.run("Confirming the figure", verb)

    def add_evidence(self, given: GivenEvidence) -> None:
        """Take in an item of evidence, with its document where a file was chosen."""
        parts = (given.title, given.given_by, given.dated, given.document)
        self._page.run("Adding evidence", lambda desk: receive_evidence(desk, self._id, *parts))

    def withdraw(self, reason: str) -> None:
        """Withdraw the case."""
        self._page.run("Withdrawing the case", lambda desk: withdraw_case(desk, self._id, reason))

    def raise_point(self, words: str) -> None:
        """Write down a point of the family."""
        self._page.run("Recording the point", lambda desk: raise_point(desk, self._id, words))

    def answer_point(self, point: str, words: str) -> None:
        """Answer a point of the family."""
        self._page.run("Recording the answer", lambda desk: answer_point(desk, point, words))

    def decide(self, intent: Intent) -> None:
        """Record the decision, if the gate lets it through."""
        self._page.run(
            "Recording the decision",
            lambda desk: decide_case(desk, self._id, intent),
            self._on_decided,
        )

    def _on_decided(self) -> None:
        page = self._page
        page.forget_draft()
        page.decided.begin()
        if page.columns is not None:
            page.columns.verticalScrollBar().setValue(0)
