"""Text of the policy lead's room saved as a file: where, and off the GUI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.fields.notice import Kind
from gui.officer.saving import write_whole
from gui.room import Surroundings

ENDING = ".txt"


def ask_where_text(
    page: QWidget, around: Surroundings, name: str, text: str, what: str
) -> QFileDialog:
    """Ask for a path in a dialog that never blocks the program, then write the text there."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(page, f"Save the {what} as text", str(Path(folder) / name))
    dialog.setNameFilters(["Text files (*.txt)"])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("txt")
    dialog.fileSelected.connect(lambda path: save_text(around, Path(path), text, what))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def save_text(around: Surroundings, path: Path, text: str, what: str) -> None:
    """Write a text off the GUI thread and say where it is."""
    path = path if path.suffix else path.with_suffix(ENDING)
    around.tasks.run(
        f"Saving the {what}",
        lambda _: write_whole(path, text.encode("utf-8"), what),
        lambda saved: around.shell.show_notice(Kind.DONE, f"Saved as {saved}."),
        owner=around.shell,
    )
