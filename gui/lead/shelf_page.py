"""The shelf: versions grouped by body with their standing, and the choice of two to compare."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from casework.receive import council_of
from gui.fields.buttons import Button, primary
from gui.fields.card import Card
from gui.fields.entries import Choice
from gui.fields.form import FormField
from gui.fields.layout import clear, column, row, show_if
from gui.fields.progress import ProgressLine
from gui.fields.reflow import ReflowLayout
from gui.fields.segmented import Option
from gui.fields.words import Words
from gui.lead.body_card import BodyCard
from gui.lead.compare_page import ComparePage
from gui.lead.shelf_rows import (
    ShelfRow,
    body_title,
    by_body,
    first_pair,
    shelf_rows,
    with_use,
)
from gui.lead.study import Study, study
from gui.lead.version_page import VersionPage
from gui.lead.wording_page import Drafts, WordingPage
from gui.page import Page
from gui.room import Surroundings
from gui.tasks import Task
from gui.theme import Tone
from records.people import Role

GROUP = "Policy"


class ShelfPage(Page):
    """Every policy text, also those that cannot be read, with why. Nothing here names a child."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("Policy", "Versions on the shelf, and what a change would do; no names")
        self._around = around
        self.rows: tuple[ShelfRow, ...] = ()
        self.read_buttons: dict[str, Button] = {}
        self._task: Task | None = None
        self._opened = ""
        self.council: str | None = None
        self.drafts: Drafts = {}
        self.wording_button = Button("Wording of letters", self.word_letters, keys="L")
        self.header.add(self.wording_button)
        show_if(self.wording_button, self._may_word())
        self.main.addWidget(self._compare_card())
        self.reading = ProgressLine("Reading the shelf", may_cancel=False)
        self.main.addWidget(self.reading)
        shelf = QWidget()
        self._shelf = column(shelf, gap=12)
        self.main.addWidget(shelf)
        self._name_actions()

    def _compare_card(self) -> Card:
        card = Card("Compare two versions on the cases of this store", Tone.ACCENT)
        self.old, self.new = Choice("Old version"), Choice("New version")
        self.swap_button = Button("Swap", self.swap)
        self.compare_button = primary("Compare", self.compare, "C")
        box = QWidget()
        line = ReflowLayout(box, gap=12, enough=0.9)
        fields = QWidget()
        two = row(fields, gap=16)
        two.addWidget(FormField("Old version", self.old))
        two.addWidget(FormField("New version", self.new))
        two.addStretch(1)
        line.set_main(fields)
        line.end_with(self.swap_button)
        line.end_with(self.compare_button)
        self.progress = ProgressLine("")
        self.progress.hide()
        self.progress.cancelled.connect(self._on_cancel)
        self.told = Words("", "muted")
        self.told.hide()
        card.add(box, self.progress, self.told)
        return card

    def _name_actions(self) -> None:
        add = self._around.actions.add
        add(self, "Compare the two versions", self.compare, "C", GROUP, self._may_compare)
        add(self, "Swap old and new", self.swap, "W", GROUP)
        add(self, "Choose the old version", self.old.setFocus, "O", GROUP)
        add(self, "Choose the new version", self.new.setFocus, "N", GROUP)
        add(self, "Write what letters say", self.word_letters, "L", GROUP, self._may_word)

    def _may_word(self) -> bool:
        return bool(self._around.desk.person.holds(Role.POLICY_LEAD))

    def word_letters(self) -> None:
        """Open the wording of letters of the council whose store this is."""
        if self.council is None:
            self.told.show_words("Choose the council first, in Records.", Tone.NOT_KNOWN)
            return
        self._around.shell.open_page(WordingPage(self._around, self.council, self.drafts))

    def arrive(self) -> None:
        """Read the shelf again: a text may have been put on it."""
        desk = self._around.desk
        self._around.tasks.run(
            "Reading the shelf",
            lambda _: (
                with_use(shelf_rows(desk.shelf, desk.store.fictional), desk),
                council_of(desk),
            ),
            self._on_read,
            owner=self,
        ).ended.connect(self.reading.hide)

    def _on_read(self, found: tuple[tuple[ShelfRow, ...], str | None]) -> None:
        rows, council = found
        self.council = council
        if rows != self.rows:
            self._show_rows(rows, council)
        self._go_on()

    def _go_on(self) -> None:
        """Put the focus on what was opened from here, unless it is somewhere on the page."""
        if not self.isVisible():
            return
        opened, self._opened = self.read_buttons.get(self._opened), ""
        focus = self.window().focusWidget()
        if opened is not None:
            opened.setFocus()
        elif focus is None or not self.isAncestorOf(focus) or not focus.isVisible():
            self.compare_button.setFocus()

    def _show_rows(self, rows: tuple[ShelfRow, ...], council: str | None) -> None:
        self.rows = rows
        self._offer(rows, council)
        clear(self._shelf)
        self.read_buttons = {}
        for body, texts in by_body(rows, council).items():
            card = BodyCard(body, texts, self.read)
            self.read_buttons |= card.read_buttons
            self._shelf.addWidget(card)

    def _offer(self, rows: Sequence[ShelfRow], council: str | None) -> None:
        readable = [row for row in rows if row.is_readable]
        options = [Option(row.id, f"{body_title(row.body)} {row.year}") for row in readable]
        pair = first_pair(rows, council)
        for choice, at in ((self.old, 0), (self.new, 1)):
            kept = choice.value()
            ids = [row.id for row in readable]
            choice.offer(options, kept if kept in ids else pair[at] if pair else None)
        self.compare_button.setEnabled(self._may_compare())

    def _may_compare(self) -> bool:
        both = self.old.value() is not None and self.new.value() is not None
        return both and self._task is None

    def swap(self) -> None:
        """Make the old version the new one, and the other way about."""
        old, new = self.old.value(), self.new.value()
        self.old.set_value(new)
        self.new.set_value(old)

    def compare(self) -> None:
        """Compare the two versions; while that runs, it can be cancelled."""
        old, new, desk = self.old.value(), self.new.value(), self._around.desk
        if not self._may_compare():
            return
        if old == new:
            self.told.show_words("Choose two different versions to compare.", Tone.NOT_KNOWN)
            return
        self.told.hide()
        self._opened = ""
        self.progress.begin("Comparing the two versions on every case")
        self.progress.cancel_button.setFocus()
        self._task = self._around.tasks.run(
            "Comparing two versions",
            lambda progress: study(desk, str(old), str(new), progress),
            self._on_compared,
            owner=self,
        )
        self.compare_button.setEnabled(False)
        self._task.moved.connect(self._on_moved)
        self._task.cancelled.connect(self._on_cancelled)
        self._task.ended.connect(self._on_ended)

    def _on_moved(self, done: int, total: int, _words: str) -> None:
        self.progress.show_progress(done, total, f"Compared {done:,} of {total:,} cases")

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_cancelled(self) -> None:
        self.told.show_words("Stopped. Nothing was changed, and no figures were kept.", Tone.MUTED)

    def _on_ended(self) -> None:
        self._task = None
        self.progress.hide()
        self.compare_button.setEnabled(self._may_compare())
        if self.isVisible():  # stopped or refused: the comparison has not come to the front
            self.compare_button.setFocus()

    def _on_compared(self, found: Study) -> None:
        self._around.shell.open_page(ComparePage(self._around, found))

    def read(self, policy: str) -> None:
        """Open a version to read."""
        self._opened = policy
        self._around.shell.open_page(VersionPage(self._around, policy))
