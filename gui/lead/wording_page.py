"""Where a policy lead writes what letters say: the text, remarks on it, the letter beside it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent

from casework.policies.councils import council_name
from casework.wordings.change import restore_wording, save_wording, use_the_file
from casework.wordings.which import Source
from gui.fields.buttons import primary
from gui.fields.card import Card
from gui.fields.entries import Line
from gui.fields.form import FormField
from gui.fields.words import Words
from gui.lead.wording_chooser import Chooser
from gui.lead.wording_editor import WordingEditor
from gui.lead.wording_history import HistoryCard
from gui.lead.wording_preview import PreviewCard
from gui.lead.wording_remarks import RemarksCard
from gui.lead.wording_work import Choice, Looked, Opened, looked, opened
from gui.page import Page
from gui.room import Surroundings
from gui.theme import Tone, theme
from records.wording import Wording

GROUP = "Wording"
PAUSE_MS = 350
"""How long somebody has stopped typing before the text is looked at."""

AROUND_EDITOR, AROUND_LETTER = 470, 240
"""What of the page's height, drawn at 100 %, stands around what is written, and around the letter:
choices, reason and foot, and of the remarks as much as says whether the wording can be used."""

NOT_SAVED = "Not saved yet. Letters use the wording as it was."

Drafts = dict[Choice, str]
"""What was written and not saved, kept while the window is open."""


class WordingPage(Page):
    """One text at a time. What is written stays until it is saved, also when the page is left."""

    def __init__(self, around: Surroundings, council: str, drafts: Drafts) -> None:
        super().__init__("Wording of letters", "Opening", shares=(54, 46))
        self.around, self._council, self.drafts = around, council, drafts
        self._named = council_name(council)
        self.opened: Opened | None = None
        self._looking, self._asked_again = False, False
        self.chooser = Chooser()
        self.chooser.chosen.connect(self.open)
        self._make_main()
        self._make_side()
        self._make_foot()
        self._name_actions()
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(PAUSE_MS)
        self.pause.timeout.connect(self.look)
        self.open(*self.chooser.value())

    def _make_main(self) -> None:
        self.editor = WordingEditor("Wording")
        self.editor.textChanged.connect(self._on_typed)
        self.source = Words("", "muted")
        card = Card("The wording", Tone.ACCENT)
        card.add(self.chooser, self.source, self.editor)
        self.because = Line("Why it changes", 48, "Such as: Panel of 3 June, item 4")
        self.because.returnPressed.connect(self.save)
        self.why = FormField("Why it changes", self.because)
        self.because.textChanged.connect(lambda _: self.why.show_problem())
        card.add(self.why)
        self.remarks = RemarksCard()
        self.remarks.wanted.connect(self.editor.go_to)
        self.main.addWidget(card)
        self.main.addWidget(self.remarks)

    def _make_side(self) -> None:
        self.preview = PreviewCard()
        self.preview.chosen.connect(lambda _: self.look())
        self.history = HistoryCard()
        self.history.restored.connect(self.restore)
        self.history.read.connect(lambda wording: self.editor.show_text(wording.text))
        self.history.left.connect(self.leave_it_to_the_file)
        assert self.side is not None
        self.side.addWidget(self.preview)
        self.side.addWidget(self.history)

    def _make_foot(self) -> None:
        self.told = Words("", "muted")
        self.save_button = primary("Save the wording", self.save, "Ctrl+S")
        self.set_foot(self.told, self.save_button)

    def _name_actions(self) -> None:
        add = self.around.actions.add
        add(self, "Save the wording", self.save, "Ctrl+S", GROUP)
        add(self, "Choose another letter", self.chooser.kind.setFocus, "Alt+L", GROUP)
        add(self, "Put a name in", self.editor.complete, "Ctrl+Space", GROUP)
        add(self, "Look at the first remark", self.first_remark, "F8", GROUP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the text and the letter use the height of a tall window."""
        super().resizeEvent(event)
        self.editor.take(self.height() - theme().px(AROUND_EDITOR))
        self.preview.take(self.height() - theme().px(AROUND_LETTER))

    @property
    def text(self) -> str:
        """What is written now."""
        return self.editor.toPlainText()

    def open(self, kind: str, language: str) -> None:
        """Open the text of a kind of letter in a language."""
        choice, desk = Choice(self._council, kind, language), self.around.desk
        self.around.tasks.run(
            "Opening a wording", lambda _: opened(desk, choice), self.show_opened, owner=self
        )

    def show_opened(self, found: Opened) -> None:
        """Show a text that has been opened; what was being written of it stands again."""
        self.opened = found
        self.chooser.show_choice(found.choice.kind, found.choice.language, found.languages)
        self.editor.offer(found.names)
        self.preview.offer(found.cases)
        self.history.show_history(found.past, found.found.source is Source.SAVED)
        self.header.show_words("Wording of letters", f"{self.chooser.words()} · {self._named}")
        self.source.show_words(source_words(found))
        with QSignalBlocker(self.editor):
            self.editor.show_text(self.drafts.get(found.choice, found.text))
        self._tell_draft()
        self.look()

    def _on_typed(self) -> None:
        if self.opened is None:
            return
        if self.text == self.opened.text:
            self.drafts.pop(self.opened.choice, None)
        else:
            self.drafts[self.opened.choice] = self.text
        self._tell_draft()
        self.pause.start()

    def _tell_draft(self) -> None:
        if self.opened is not None and self.opened.choice in self.drafts:
            self.told.show_words(NOT_SAVED, Tone.MUTED)
        elif self.told.text() == NOT_SAVED:
            self.told.show_words("")

    def look(self) -> None:
        """Check the text and write the letter anew; once at a time, the latest text counts."""
        if self.opened is None or self._looking:
            self._asked_again = self.opened is not None
            return
        self._looking, self._asked_again = True, False
        desk, choice, text = self.around.desk, self.opened.choice, self.text
        decided, children = self.preview.case.value(), self.opened.children
        task = self.around.tasks.run(
            "Writing the letter anew",
            lambda _: looked(desk, choice, text, decided, children),
            lambda found: self._on_looked(choice, text, found),
            owner=self,
        )
        task.ended.connect(self._on_look_ended)

    def _on_looked(self, choice: Choice, text: str, found: Looked) -> None:
        if self.opened is None or choice != self.opened.choice or text != self.text:
            self._asked_again = True
            return
        self.remarks.show_check(found.check)
        self.editor.show_remarks(found.check.remarks)
        if found.preview is None:
            self.preview.keep_last(found.why_not)
        else:
            self.preview.show_preview(found.preview)

    def _on_look_ended(self) -> None:
        self._looking = False
        if self._asked_again:
            self.pause.start()

    def first_remark(self) -> None:
        """Put the caret on what the first remark is about."""
        placed = [line.remark for line in self.remarks.lines if line.remark.line]
        if placed:
            self.editor.go_to(placed[0])

    def save(self) -> None:
        """Save the wording with the reason written for it."""
        if self.opened is None:
            return
        if not self.because.text().strip():
            self._ask_why("Write why it changes, then save.")
            return
        choice, text, why = self.opened.choice, self.text, self.because.text()
        self._do("Saving the wording", lambda desk: save_wording(
            desk, choice.council, choice.kind, choice.language, text, why
        ))  # fmt: skip

    def restore(self, wording: Wording) -> None:
        """Let letters use an earlier wording again; the reason is asked for where none stands."""
        self._with_reason(
            "Restoring a wording", lambda desk, why: restore_wording(desk, wording.id, why)
        )

    def leave_it_to_the_file(self) -> None:
        """Let letters use the wording on file again."""
        if self.opened is None:
            return
        at = self.opened.choice
        self._with_reason(
            "Going back to the wording on file",
            lambda desk, why: use_the_file(desk, at.council, at.kind, at.language, why),
        )

    def _with_reason(self, words: str, verb: Any) -> None:
        why = self.because.text()
        if not why.strip():
            self._ask_why("Write why it changes, then do it again.")
            return
        self._do(words, lambda desk: verb(desk, why))

    def _ask_why(self, words: str) -> None:
        """Say at the field itself that the reason is wanted first."""
        self.why.show_problem(words)
        self.told.show_words("")
        self._tell_draft()
        self.because.setFocus()

    def _do(self, words: str, verb: Any) -> None:
        desk, choice = self.around.desk, self.opened.choice if self.opened else None
        self.around.tasks.run(
            words, lambda _: verb(desk), lambda done: self._on_done(choice, done), owner=self
        )

    def _on_done(self, choice: Choice | None, done: Wording) -> None:
        if choice is not None:
            self.drafts.pop(choice, None)
        self.because.clear()
        self.told.show_words("Saved. Letters use it from now on.", Tone.MET)
        self.open(done.kind, done.language)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the shelf with Escape; what is not saved waits there."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)


def source_words(found: Opened) -> str:
    """Say where the wording in use comes from."""
    saved = found.found.saved
    if found.found.source is Source.SAVED and saved is not None:
        return f"In use: saved by {saved.by_name}. {saved.because}"
    if found.found.source is Source.NOWHERE:
        return (
            "There is no wording in this language yet. Put the English below into it; letters wait."
        )
    where = (
        "the council's own file" if found.found.source is Source.COUNCIL else "the program's own"
    )
    return f"In use: {where}. What you save here stands in its place."
