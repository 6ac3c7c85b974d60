"""The list of cases: views with their counts, a field to find one, and a dense table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.cases import CaseLine, list_cases
from gui.fields.buttons import Button
from gui.fields.empty import EmptyState
from gui.fields.entries import Line
from gui.fields.layout import column
from gui.fields.notice import Kind
from gui.fields.progress import ProgressLine
from gui.fields.table import RowsTable
from gui.fields.words import Words
from gui.intake.opening import KEYS, WORDS, intake_of, may_take_down, open_new_application
from gui.officer.case_page import CasePage
from gui.officer.draft import Drafts
from gui.officer.filter_bar import FilterBar
from gui.officer.list_columns import COLUMNS, due_first
from gui.officer.list_empty import NothingYet
from gui.officer.list_filters import VIEWS, counts, finds, text_of, view_of
from gui.officer.list_line import line_of
from gui.page import Page
from gui.room import Surroundings
from gui.runs import opening as runs
from gui.shapes import Shape
from gui.tasks import Progress

KEY = "cases"
WAIT_MS = 120
"""How long typing must rest before the list is looked through: long lists stay quick to type at."""


class ListPage(Page):
    """Every case of the store, by view and by what is typed. Enter opens one."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Cases", scrolls=False)
        self.around, self.drafts = around, Drafts()
        self._lines: dict[str, CaseLine] = {}
        self._texts: dict[str, str] = {}
        self._loaded, self._taken = False, ""
        self.find = Line(
            "Find a case by name, reference, postcode or school", 22, "Find a case ( / )"
        )
        self.views, self.table = FilterBar(), RowsTable("Cases", COLUMNS)
        self.told = Words("", "muted", wrap=False)
        self.waiting = ProgressLine("Reading the cases")
        self._resting = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._resting.timeout.connect(self._narrow)
        self._place_parts()
        self._connect()
        self._name_actions()

    def _place_parts(self) -> None:
        self.new_button = Button(WORDS, self.take_down, keys=KEYS)
        self.first_button = Button(WORDS, self.take_down, "primary", KEYS)
        may = may_take_down(self.around.desk)
        self.runs_button = Button(runs.WORDS, self.open_runs, keys=runs.KEYS)
        ways = [self.runs_button] if runs.may_run(self.around) else []
        self.header.add(self.told, self.find, *ways, *([self.new_button] if may else []))
        self.find.installEventFilter(self)
        self.empty = QStackedWidget()
        self.nothing = NothingYet(self.around, self.first_button if may else None)
        self.all_button = Button("Show all cases", self._show_all)
        self.no_fit = EmptyState(
            Shape.SEARCH, "No case fits", "None of the cases of this view holds what was typed.",
            self.all_button,
        )  # fmt: skip
        table = QWidget()
        column(table, gap=0).addWidget(self.table)
        for page in (table, self.nothing, self.no_fit):
            self.empty.addWidget(page)
        for part in (self.views, self.waiting):
            self.main.addWidget(part)
        self.main.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(lambda _: self._narrow())
        self.find.textChanged.connect(lambda _: self._resting.start())
        self.find.returnPressed.connect(self._leave_find)
        self.table.row_opened.connect(self.open_case)
        intake_of(self.around.shell).taken.connect(self._on_taken)

    def _name_actions(self) -> None:
        add, group = self.around.actions.add, "Cases"
        add(self, "Find a case", self._go_to_find, ("/", "Ctrl+F"), group)
        add(self, "Copy the list as CSV", self.copy, "Ctrl+Shift+C", group)
        add(self, "Read the list again", self.read, "F5", group)
        if runs.may_run(self.around):
            add(self, runs.WORDS, self.open_runs, runs.KEYS, group)
        for at, view in enumerate(VIEWS):
            add(
                self, f"Show cases: {view.title}", lambda key=view.key: self.show_view(key),
                str(at + 1), group,
            )  # fmt: skip

    def arrive(self) -> None:
        """Read the list the first time; later it is kept as it changes."""
        if not self._lines:
            self.read()
        QTimer.singleShot(0, self, self._go_to_table)

    def read(self) -> None:
        """Read all cases again; stopped half-way, the list stays as it was."""
        self.waiting.begin("Reading the cases")
        desk = self.around.desk
        task = self.around.tasks.run(
            "Reading the cases",
            lambda progress: list_cases(desk, progress=_now_and_then(progress)),
            self.show_lines,
            owner=self,
        )
        task.moved.connect(self.waiting.show_progress)
        task.ended.connect(self.waiting.hide)
        self.waiting.cancelled.connect(task.cancel)

    def show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        """Show these cases, in the view and with the words that stand."""
        self._loaded = True
        self._lines = {line.id: line for line in lines}
        self._texts = {line.id: text_of(line) for line in lines}
        self.table.set_rows(due_first(lines))
        self._count()
        self._narrow()
        if not lines:
            self.nothing.look()
        if self._taken in self._lines:
            self.table.choose(self._lines[self._taken])
            self._taken = ""
        self._go_to_table()

    def refresh(self, page: CasePage) -> None:
        """Show one case anew, from what its page has read."""
        if page.assessment is None or page.view is None:
            return
        line = line_of(page.assessment, page.view.letters.clock)
        self._lines[line.id], self._texts[line.id] = line, text_of(line)
        self.table.set_rows(due_first(self._lines.values()))
        self._count()
        self._narrow()
        self.table.choose(line)

    def _count(self) -> None:
        found = counts(self._lines.values())
        self.views.show_counts(found)
        self.around.shell.rail.show_count(KEY, found["open"])

    def _narrow(self) -> None:
        self._resting.stop()
        keeps, fits = view_of(self.views.key()).keeps, finds(self.find.text())
        # Looked up each time: the rows are set anew before the view is narrowed anew.
        self.table.keep(lambda line: keeps(line) and fits(self._texts[line.id]), keeps)
        shown = self.table.rows_model.rowCount()
        self.told.show_words(f"{shown:,} of {len(self._lines):,}" if self._loaded else "")
        page = 0 if shown or not self._loaded else 2 if self._lines else 1
        self.empty.setCurrentIndex(page)

    def show_view(self, key: str) -> None:
        """Show another view."""
        self.views.choose(key)
        self._narrow()
        self._go_to_table()

    def _show_all(self) -> None:
        self.find.clear()
        self.show_view("all")

    def _go_to_find(self) -> None:
        self.find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find.selectAll()

    def _leave_find(self) -> None:
        """Go from the field to what it found, at once."""
        self._narrow()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_table(self) -> None:
        if self.table.isVisible() and not self.find.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_case(self, line: CaseLine) -> None:
        """Open a case on top of the list."""
        self._open(line.id, line.child)

    def _open(self, application: str, title: str) -> None:
        page = CasePage(self.around, application, title, self.drafts)
        page.changed.connect(lambda _: self.refresh(page))
        page.other_asked.connect(self._open)
        page.left_for.connect(lambda step: self.open_beside(application, step))
        self.around.shell.open_page(page)

    def take_down(self) -> None:
        """Open the form for a new application; its key is the window's, on every page."""
        open_new_application(self.around)

    def open_runs(self) -> None:
        """Open letters in a run on top of the list."""
        runs.open_runs(self.around, self._open)

    def _on_taken(self, application: str) -> None:
        """Open the case of a new application where the list is in front, and read the list anew."""
        if self.around.shell.pages.currentWidget() is self:
            self._open(application, WORDS)
        if self._loaded:
            self._taken = application
            self.read()

    def open_beside(self, application: str, step: int) -> None:
        """Go from an open case to the one ``step`` lines below it; at the ends, to the list."""
        rows = self.table.rows_model.rows
        here = next((at for at, row in enumerate(rows) if row.id == application), None)
        # A case that has left the view (now decided) gives its place to the one below it.
        at = self.table.currentIndex().row() + min(step, 0) if here is None else here + step
        self.around.shell.back()
        if 0 <= at < len(rows):
            self.table.choose(rows[at])
            self.open_case(rows[at])

    def copy(self) -> None:
        """Put the list as it is shown on the clipboard."""
        self.table.copy_as_csv()
        count = self.table.rows_model.rowCount()
        self.around.shell.show_notice(Kind.DONE, f"Copied {count:,} cases as CSV.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field: Escape empties it, then leaves it; Down goes to the table."""
        if watched is not self.find or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.find.clear() if self.find.text() else self.table.setFocus()
        elif event.key() == Qt.Key.Key_Down:
            self._leave_find()
        else:
            return False
        return True


def _now_and_then(progress: Progress) -> Callable[[int, int], None]:
    """Tell of every fortieth case only: telling costs more than reading one."""

    def tell(done: int, total: int) -> None:
        if done % 40 == 0:
            progress(done, total)

    return tell
