"""The nearest suitable schools of a case: every school in reach, corrected line by line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from casework.assess import Assessment
from casework.desk import Desk
from casework.schools.suitable import SchoolLine
from casework.schools.suitable_verbs import correct_line, draw_from_table, note_places
from casework.schools.suitable_view import SuitableView, look_at_schools
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.layout import show_if
from gui.fields.notice import Kind
from gui.fields.progress import ProgressLine
from gui.fields.table import RowsTable
from gui.fields.table_height import RowsHigh
from gui.fields.words import Words
from gui.officer.nearest_columns import LEGEND, columns
from gui.officer.nearest_facts import DrawnCard
from gui.officer.nearest_line import LineCard
from gui.officer.places_form import PlacesNoted
from gui.officer.who_may import may_work
from gui.page import Page
from gui.room import Surroundings
from records.suitable import AdmissionRound, Aspect
from rules.problems import UserFacingError
from rules.quantities import day_in_words

ROWS_SHOWN = 24
"""How many schools the table shows before it scrolls within the page: seldom, in a city."""


class NearestPage(Page):
    """What follows, the table, and below it the school that is chosen."""

    def __init__(self, around: Surroundings, assessment: Assessment) -> None:
        case = assessment.case
        about = f"{case.child.name} · {case.school.name}"
        super().__init__("Nearest suitable schools", about, case.application.reference)
        self.around, self.application = around, case.application.id
        self.view: SuitableView | None = None
        self._round: AdmissionRound | None = None
        self._shown_school = ""
        self._may = may_work(around.desk.person)
        self.waiting = ProgressLine("Ranking the schools in reach", may_cancel=False)
        self.trouble = Words("")
        show_if(self.trouble, False)
        self.drawn, self.line = DrawnCard(), LineCard(self._may)
        self.ranked, self.table = (
            Words("", "muted"),
            RowsTable("Schools in reach", columns(self._beyond, self._belief)),
        )
        self._height = RowsHigh(self.table, ROWS_SHOWN)
        self._lay_out()
        self._connect()

    def _beyond(self) -> frozenset[str]:
        return self.view.beyond if self.view else frozenset()

    def _belief(self) -> bool:
        """Say whether the belief of any school in reach is known."""
        lines = self.view.table.lines if self.view else ()
        return any(line.mark(Aspect.BELIEF).value is not None for line in lines)

    def _lay_out(self) -> None:
        self.card = Card("Schools in reach", gap=8)
        self.card.add(self.ranked, self.table, Words(LEGEND, "small"))
        for part in (self.waiting, self.trouble, self.drawn, self.card, self.line):
            self.main.addWidget(part)
            show_if(part, part is self.waiting)
        if self._may:
            self.told = Words("", "muted")
            self.record_button = primary("Record what follows", self.record, "Ctrl+↵")
            self.record_button.setEnabled(False)
            self.set_foot(self.told, self.record_button)

    def _connect(self) -> None:
        add = self.around.actions.add
        self.drawn.round_chosen.connect(self._on_round)
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_opened.connect(lambda _: self.line.begin())
        self.line.corrected.connect(self._on_corrected)
        self.line.noted.connect(self._on_noted)
        add(self, "Go to the table of schools", self.table.setFocus, "/", "Nearest schools")
        if self._may:
            add(self, "Record what is written, or what follows from the table",
                self.record_what_is_open, "Ctrl+Return", "Nearest schools")  # fmt: skip

    def arrive(self) -> None:
        """Rank the schools, each time the page comes to the front."""
        self._run("Ranking the schools in reach", lambda desk: None)

    def _run(
        self, words: str, verb: Callable[[Desk], object], then: Callable[[], object] | None = None
    ) -> None:
        """Do a verb off the GUI thread, then show the table as it stands after it."""
        desk, application, round = self.around.desk, self.application, self._round

        def work(_: object) -> SuitableView:
            verb(desk)
            return look_at_schools(desk, application, round)

        def show(view: SuitableView) -> None:
            self.show_view(view)
            if then is not None:
                then()

        task = self.around.tasks.run(words, work, show, owner=self, quietly=True)
        task.refused.connect(self._on_refused)
        task.failed.connect(self._on_failed)

    def _on_refused(self, error: UserFacingError) -> None:
        self.waiting.hide()
        if self.view is None:
            self.trouble.show_words(str(error))
        else:
            self.around.shell.show_error(error)

    def _on_failed(self, reference: str) -> None:
        self.waiting.hide()
        self.around.tasks.failed.emit(reference)

    def show_view(self, view: SuitableView) -> None:
        """Show a table; the school that was chosen stays chosen."""
        self.view, self._round = view, view.table.round
        first = self.waiting.isVisibleTo(self)
        self.waiting.hide()
        for part in (self.drawn, self.card, self.line):
            part.show()
        self.ranked.show_words(ranked_words(view))
        self.drawn.show_view(view)
        lines, wanted = view.table.lines, self._shown_school
        self.table.set_rows(lines)
        chosen = next((line for line in lines if line.school.id == wanted), lines[0])
        self.table.choose(chosen)
        self._on_chosen(chosen)
        if first:
            QTimer.singleShot(0, self.table, self.table.setFocus)
        if self._may:
            self.record_button.setEnabled(self._has_facts())
            self.told.show_words(foot_words(view))

    def _has_facts(self) -> bool:
        return self.view is not None and any(
            one.value is not None or one.is_to_record for one in self.view.drawn
        )

    def _on_chosen(self, line: SchoolLine) -> None:
        if self.view is not None:
            self._shown_school = line.school.id
            self.line.show_line(line, self.view)

    def _on_round(self, round: AdmissionRound) -> None:
        self._round = round
        self._run("Ranking the schools in reach", lambda desk: None)

    def _on_corrected(self, aspect: Aspect, value: bool | None, reasons: str) -> None:
        application, school = self.application, self._shown_school
        self._run(
            "Correcting the line",
            lambda desk: correct_line(desk, application, school, aspect, value, reasons),
            lambda: self._focus_on(aspect),
        )

    def _focus_on(self, aspect: Aspect) -> None:
        self.line.rows[aspect].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_noted(self, given: PlacesNoted) -> None:
        school = self._shown_school
        self._run(
            "Noting the places",
            lambda desk: note_places(
                desk, school, given.year_group, given.round, given.day, given.places,
                given.source, given.last_offered_mm, given.last_measured,
            ),
            self._open_places,
        )  # fmt: skip

    def _open_places(self) -> None:
        self.line.places_fold.open()

    def record_what_is_open(self) -> None:
        """Record the correction that is being written; without one, what follows."""
        if self.line.form is not None:
            self.line.form.give()
        elif self.line.is_noting():
            self.line.give_places()
        else:
            self.record()

    def record(self) -> None:
        """Record what follows from the table as facts of the case."""
        if not self._has_facts():
            return
        application, round = self.application, self._round or AdmissionRound.NORMAL
        self._run(
            "Recording what the table says",
            lambda desk: draw_from_table(desk, application, round),
            lambda: self.around.shell.show_notice(
                Kind.DONE, "What follows from the table is recorded on the case."
            ),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)


def ranked_words(view: SuitableView) -> str:
    """Say how the schools are ranked, on which network and for which day."""
    table = view.table
    day, count = day_in_words(table.day), len(table.lines)
    schools = "1 school" if count == 1 else f"{count} schools"
    return f"{schools}. {table.because} Measured on {table.network}, for travel on {day}."


def foot_words(view: SuitableView) -> str:
    """Say what there is to record."""
    fresh = [one for one in view.drawn if one.is_to_record]
    if len(fresh) == 1:
        return "1 line of what follows is settled and not recorded as it stands."
    if fresh:
        return f"{len(fresh)} lines of what follows are settled and not recorded as they stand."
    if all(one.value is None for one in view.drawn):
        return "Nothing is settled yet: correct what is not known."
    return "The case holds what the table says."
