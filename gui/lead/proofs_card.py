"""What is proved of a version: asked for with a button, worked out aside, told proof by proof."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from casework.policies.every_proof import prove_every
from casework.policies.proof_words import ToldProof, proofs_text, told_proofs
from gui.fields.buttons import Button, primary
from gui.fields.card import Card
from gui.fields.flow import FlowLayout
from gui.fields.progress import ProgressLine
from gui.fields.tab_order import follow, stops
from gui.fields.words import Words
from gui.lead.save_text import ask_where_text
from gui.lead.told_proof import ToldProofPart
from gui.room import Surroundings
from gui.tasks import Task
from gui.theme import Tone

_ASKS = (
    "Whether any possible child falls below the statute, as this version is decided and as its own "
    "text stands alone; rules that do nothing; who loses by distance or income; gaps in charges. "
    "It takes a few seconds and changes nothing."
)


class ProofsCard(Card):
    """The card. ``trace_asked`` tells the kind of child whose trace is wanted."""

    trace_asked = Signal(object)

    def __init__(self, around: Surroundings, policy: str) -> None:
        super().__init__("What is proved")
        self._around, self.policy = around, policy
        self.told: tuple[ToldProof, ...] = ()
        self.parts: list[ToldProofPart] = []
        self._task: Task | None = None
        self.intro = Words(_ASKS, "muted")
        self.progress = ProgressLine("")
        self.progress.cancelled.connect(self._on_cancel)
        self.said = Words("", "muted")
        self.add(self.intro, self.progress, self.said, self._buttons())
        self.progress.hide()
        self.said.hide()

    def _buttons(self) -> QWidget:
        box = QWidget()
        line = FlowLayout(box, gap=8)
        self.prove_button = primary("Prove", self.prove, "V")
        self.copy_button = Button("Copy as text", self.copy)
        self.save_button = Button("Save as text…", self.save)
        for each in (self.prove_button, self.copy_button, self.save_button):
            line.addWidget(each)
        self.copy_button.hide()
        self.save_button.hide()
        return box

    def prove(self) -> None:
        """Prove all there is of the version; it can be stopped, and then nothing is shown."""
        if self._task is not None:
            return
        shelf, policy = self._around.desk.shelf, self.policy
        self.said.hide()
        self.prove_button.setEnabled(False)
        self.progress.begin("Proving")
        self.progress.cancel_button.setFocus()
        self._task = self._around.tasks.run(
            "Proving a version",
            lambda progress: told_proofs(prove_every(shelf, policy, progress)),
            self.show_proofs,
            owner=self,
        )
        self._task.moved.connect(self._on_moved)
        self._task.cancelled.connect(self._on_cancelled)
        self._task.ended.connect(self._on_ended)

    def show_proofs(self, told: tuple[ToldProof, ...]) -> None:
        """Show what was proved, in place of what stood here."""
        for part in self.parts:
            self.body.removeWidget(part)
            part.deleteLater()
        self.told = told
        self.parts = [ToldProofPart(each, self.trace_asked.emit) for each in told]
        for at, part in enumerate(self.parts):
            self.body.insertWidget(at, part)
        self._order()
        self.intro.hide()
        self.copy_button.show()
        self.save_button.show()

    def _order(self) -> None:
        """Let Tab come to the proofs where they are seen, above the buttons."""
        last: QWidget = self.prove_button
        for stop in (stop for part in self.parts for stop in stops(part)):
            follow(last, stop)
            last = stop
        follow(last, self.prove_button)

    def copy(self) -> str:
        """Put every proof on the clipboard, as text for a paper."""
        text = proofs_text(self.policy, self.told)
        QGuiApplication.clipboard().setText(text)
        self.said.show_words("Copied: every proof, with its examples and what it rests on.")
        self.said.show()
        return text

    def save(self) -> QFileDialog:
        """Ask where to save every proof as a text file."""
        name = f"{self.policy.replace('/', '-')}-proofs.txt"
        text = proofs_text(self.policy, self.told)
        self.dialog = ask_where_text(self, self._around, name, text, "proofs")
        return self.dialog

    def _on_moved(self, done: int, total: int, words: str) -> None:
        self.progress.show_progress(done, total, words)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_cancelled(self) -> None:
        self.said.show_words("Stopped. Nothing was changed, and nothing new is shown.", Tone.MUTED)
        self.said.show()

    def _on_ended(self) -> None:
        self._task = None
        self.progress.hide()
        self.prove_button.setEnabled(True)
        self.prove_button.setText("Prove again" if self.told else "Prove")
        if self.isVisible():
            self._begin_reading()

    def _begin_reading(self) -> None:
        """Put the focus on what opens first, else back on the button."""
        folds = [fold for part in self.parts for fold in part.folds]
        (folds[0].line if folds else self.prove_button).setFocus()
