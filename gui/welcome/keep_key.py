"""Showing the recovery key, once, and seeing that it is kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from gui.fields.buttons import Button
from gui.fields.entries import Check
from gui.fields.layout import column, row, surface
from gui.fields.notice import Kind
from gui.fields.words import Words
from gui.shapes import Shape
from gui.welcome.step import Step, going_on


class KeepKeyStep(Step):
    """The key, and a box to say that it is safe: only then can one go on."""

    go = Signal()

    def __init__(self) -> None:
        super().__init__(
            "Keep the recovery key",
            "If the passphrase is forgotten, this key is the only other way in. It is shown once "
            "and kept nowhere. Print it or write it down, and keep it where the store is not: in "
            "a safe, with two people who know of it.",
            may_go_back=False,
        )
        well = surface("well")
        inner = column(well, margins=16)
        self.key = Words("", "heading")
        self.key.setAccessibleName("Recovery key")
        self.key.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        inner.addWidget(self.key)
        self.body.addWidget(well)
        line = row()
        self.copy_button = Button("Copy", self._copy, shape=Shape.COPY)
        self.save_button = Button("Save as a text file…", self._save)
        for part in (self.copy_button, self.save_button):
            line.addWidget(part)
        line.addStretch()
        self.body.addLayout(line)
        self.kept = Check("The recovery key is written down or printed, and in a safe place")
        self.body.addWidget(self.kept)
        self.go_button = going_on("Go on", self._go_on)
        self.go_button.setEnabled(False)
        self.kept.toggled.connect(self.go_button.setEnabled)
        self.end_with(self.go_button)
        self._dialog: QFileDialog | None = None

    def show_key(self, key: str) -> None:
        """Show a key that has just been made."""
        self.key.setText(key)
        self.key.setAccessibleName(f"Recovery key {key}")
        self.kept.setChecked(False)

    def arrive(self) -> None:
        """Put the focus on the key, so that it is read out."""
        self.key.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.key.text())
        self.notice.show_notice(
            Kind.CARE,
            "The key is on the clipboard.",
            next_step="Paste it where it is to be kept, then copy something else.",
        )

    def _save(self) -> None:
        self._dialog = QFileDialog(self, "Save the recovery key", "milepost-recovery-key.txt")
        self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._dialog.fileSelected.connect(self.save_to)
        self._dialog.open()

    def save_to(self, path: str) -> None:
        """Write the key into a text file to print."""
        try:
            Path(path).write_text(f"Milepost recovery key\n\n{self.key.text()}\n", "utf-8")
        except OSError as error:
            self.notice.show_notice(
                Kind.ERROR,
                f"The key could not be saved to {path}: {error.strerror or 'unknown cause'}.",
                "It is still shown here.",
                "Choose another folder, or write it down.",
            )
            return
        self.notice.show_notice(
            Kind.CARE,
            f"The key is in {path}.",
            next_step="Print it, put the paper away, then delete the file.",
        )

    def _go_on(self) -> None:
        self.key.clear()
        self.go.emit()
