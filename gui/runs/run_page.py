"""Letters in a run, on one page: choose, read a sample, make, give out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.runs.preview import RunPreview, preview_run
from casework.runs.run import begin_run, issue_run, make_run
from casework.runs.state import RunState, case_of, earlier_runs, names_of, run_state
from gui.fields.buttons import Button, primary
from gui.fields.layout import show_if
from gui.fields.notice import Kind, Notice
from gui.fields.words import Words
from gui.page import Page
from gui.room import Surroundings
from gui.runs.choose_step import ChooseStep
from gui.runs.done_step import DoneStep
from gui.runs.focus import is_lost, is_within
from gui.runs.giving_out import GivingOut
from gui.runs.sample_step import Names, SamplePage, SampleStep
from gui.runs.words import STEPS, go_words, letters, stand_words, step_of
from gui.runs.work import Work, now_and_then

GROUP = "Run"


class RunPage(Page):
    """A run from its preview to its letters given out; what is made survives leaving the page."""

    def __init__(self, around: Surroundings, open_case: Callable[[str, str], object]) -> None:
        super().__init__("Letters in a run")
        self.around, self._open_case = around, open_case
        self.state: RunState | None = None
        self.preview: RunPreview | None = None
        self.names: Names = {}
        self.work = Work(self, around.tasks)
        self.work.changed.connect(self._show_step)
        self.choose, self.sample, self.done = ChooseStep(), SampleStep(), DoneStep()
        self.giving = GivingOut(self)
        self.confirm = Notice(Kind.CARE, may_close=False)
        for part in (self.work.line, self.confirm, self.choose, self.sample, self.done):
            self.main.addWidget(part)
        self._make_foot()
        self._connect()
        self._name_actions()
        self._show_step()
        self.look()

    def _make_foot(self) -> None:
        self.told = Words("", "muted")
        self.again_button = Button("Another run", self.start_again)
        self.leave_button = Button("Not yet", self.leave_question, keys="Esc")
        self.issue_button = Button("Issue the letters…", self.ask_to_issue, keys="I")
        self.go_button = primary("Begin the run", self.go_on, "Ctrl+↵")
        self.set_foot(
            self.told, self.again_button, self.issue_button, self.leave_button, self.go_button
        )

    def _connect(self) -> None:
        self.choose.asked.connect(self.look)
        self.choose.run_opened.connect(self.open_run)
        self.choose.case_opened.connect(lambda item: self._open_case(item.application, item.child))
        self.done.case_opened.connect(self._open_failed)
        self.sample.letter_asked.connect(self.read)
        self.done.files_asked.connect(self.giving.ask_for_folder)
        self.done.merged_asked.connect(self.giving.ask_for_file)
        self.done.sheet_asked.connect(self.giving.ask_for_sheet)

    def _name_actions(self) -> None:
        add = self.around.actions.add
        add(self, "Go on with the run", self.go_on, "Ctrl+Return", GROUP, self.go_button.isEnabled)
        add(self, "Issue the run's letters", self.ask_to_issue, "I", GROUP, self.may_issue)
        for words, do, keys in (
            ("Save the run's letters as files", self.giving.ask_for_folder, "F"),
            ("Save the run's letters as one PDF", self.giving.ask_for_file, "M"),
            ("Save the run sheet", self.giving.ask_for_sheet, "H"),
        ):
            add(self, words, do, keys, GROUP, self.may_give_out)

    # -- the steps

    def go_on(self) -> None:
        """Do what the step's one primary button does."""
        step = step_of(self.state)
        if self.confirm.isVisible():
            self.issue()
        elif self.state is None:
            self.begin()
        elif step == 1:
            self.read(self.state.unread[0])
        elif self.state.to_make:
            self.make()

    def look(self) -> None:
        """Read anew what a run of the choice would make."""
        desk, asked = self.around.desk, self.choose.filter()
        encloses = self.choose.enclose.isChecked()
        self.work.do(
            "Composing the letters to see what can be made",
            lambda progress: (
                preview_run(desk, asked, now_and_then(progress), encloses), earlier_runs(desk),
                names_of(desk),
            ),
            self._on_looked,
        )  # fmt: skip

    def _on_looked(self, found: tuple[RunPreview, tuple[RunState, ...], Names]) -> None:
        self.preview, earlier, self.names = found
        self.choose.show_preview(self.preview)
        self.choose.show_earlier(earlier)
        self._show_step()

    def begin(self) -> None:
        """Begin a run of what the preview shows."""
        desk, preview = self.around.desk, self.preview
        if preview is not None and preview.ready:
            self.work.do(
                "Beginning the run",
                lambda progress: run_state(desk, begin_run(desk, preview).id),
                self.show_state,
            )

    def open_run(self, id: str) -> None:
        """Go on with an earlier run."""
        desk = self.around.desk
        self.work.do("Opening the run", lambda progress: run_state(desk, id), self.show_state)

    def read(self, decision: str) -> None:
        """Open a letter of the sample."""
        if self.state is None:
            return
        page = SamplePage(self.around, self.state.run.id, decision, ", ".join(self.names[decision]))
        page.read.connect(self.show_state)
        self.around.shell.open_page(page)

    def make(self) -> None:
        """Make what is not made yet; Cancel keeps what is."""
        if self.state is None or self.work.is_under_way:
            return
        desk, id = self.around.desk, self.state.run.id
        self.work.do(
            "Making the letters",
            lambda progress: make_run(desk, id, progress),
            self.show_state,
            self._read_again,
        )

    def ask_to_issue(self) -> None:
        """Say what issuing does, since it cannot be taken back."""
        if self.may_issue() and self.state is not None:
            count = letters(len(self.state.to_issue))
            self.confirm.show_notice(
                Kind.CARE,
                f"Issue {count}? This cannot be taken back.",
                "An issued letter is never changed; another may take its place.",
                "Issue them when they go to the post.",
            )
            self._show_step()
            self.go_button.setFocus()
            self._to_top()

    def leave_question(self) -> None:
        """Issue nothing for now."""
        show_if(self.confirm, False)
        self._show_step()
        self.issue_button.setFocus()

    def issue(self) -> None:
        """Issue what is made."""
        show_if(self.confirm, False)
        if self.state is not None:
            desk, id = self.around.desk, self.state.run.id
            self.work.do(
                "Issuing the letters",
                lambda progress: issue_run(desk, id, progress),
                self.show_state,
                self._read_again,
            )

    def _open_failed(self, line: tuple[str, str, str, str]) -> None:
        """Open the case of a letter that failed."""
        _, child, _, decision = line
        self._open_case(case_of(self.around.desk, decision), child)

    def start_again(self) -> None:
        """Leave this run as it stands, and choose again."""
        self.state = None
        self.look()

    # -- what is shown

    def show_state(self, state: RunState) -> None:
        """Show a run as it stands, at its step."""
        self.state = state
        show_if(self.confirm, False)
        self.sample.show_sample(state, self.names)
        self.done.show_state(state, self.names)
        self._show_step()
        self._to_top()
        self._first_of_foot().setFocus()

    def _to_top(self) -> None:
        """Let a reader begin at the top, once the parts have found their places."""
        if self.columns is not None:
            bar = self.columns.verticalScrollBar()
            QTimer.singleShot(0, self, lambda: bar.setValue(0))

    def _show_step(self) -> None:
        step, state = step_of(self.state), self.state
        busy = self.work.is_under_way
        number = "" if state is None else f"Run {state.number}. "
        self.header.show_words(
            "Letters in a run", f"{number}Step {step + 1} of {len(STEPS)}: {STEPS[step]}"
        )
        show_if(self.choose, step == 0)
        show_if(self.sample, step == 1)
        show_if(self.done, step >= 2)
        asking = self.confirm.isVisible()
        was_here = is_within(self._focus(), self._foot)
        show_if(self.again_button, state is not None and not busy and not asking)
        show_if(self.leave_button, asking)
        show_if(self.issue_button, self.may_issue() and not asking)
        words = go_words(state, self.preview, asking)
        self.go_button.setText(words)
        self.go_button.setAccessibleName(words)
        show_if(self.go_button, words)
        self.go_button.setEnabled(bool(words) and not busy)
        # The last steps say on the page where the run stands; the sample has only its list.
        self.told.show_words(stand_words(state) if state is not None and step == 1 else "")
        self._keep_focus(busy, was_here)

    def _focus(self) -> QWidget | None:
        return self.window().focusWidget()

    def _keep_focus(self, busy: bool, was_in_foot: bool) -> None:
        """While a pressed button rests, the focus is on Cancel, and goes back once it is over."""
        cancel, focus = self.work.line.cancel_button, self._focus()
        if busy and was_in_foot:
            cancel.setFocus()
        elif not busy and (focus is cancel or is_lost(focus, self.around.shell)):
            self._first_of_foot().setFocus()

    def _first_of_foot(self) -> QWidget:
        """Give the button by which the work goes on, else the first choice."""
        buttons = (self.go_button, self.issue_button, self.again_button)
        shown = (each for each in buttons if not each.isHidden() and each.isEnabled())
        return next(shown, self.choose.outcome)

    def may_issue(self) -> bool:
        """Say whether letters are made and not issued."""
        return not self.work.is_under_way and self.state is not None and bool(self.state.to_issue)

    def may_give_out(self) -> bool:
        """Say whether letters are made that can be saved."""
        return not self.work.is_under_way and self.state is not None and bool(self.state.made)

    def _read_again(self) -> None:
        """Show what became of a run that was stopped or refused."""
        if self.state is not None:
            self.open_run(self.state.run.id)

    def leave(self) -> None:
        """Stop what is under way; the letters made stay, and the run can be gone on with."""
        self.work.cancel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Escape as no to issuing, else go back to the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.confirm.isVisible():
            self.leave_question()
        else:
            self.around.shell.back()
