"""Saving a letter, or a policy, as a file: where, under which name, and what if it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from casework.read_only import keep_read_only
from gui.fields.notice import Kind
from gui.room import Surroundings
from rules.problems import UserFacingError

ENDING = ".pdf"
KINDS = {".pdf": "PDF files", ".html": "Web pages", ".txt": "Text files"}


class CouldNotSaveFile(UserFacingError):
    """A file could not be written where it was wanted."""


def ask_where(
    page: QWidget, name: str, then: Callable[[Path], object], what: str = "letter"
) -> QFileDialog:
    """Ask for a path in a dialog that never blocks the program; ``then`` gets it.

    The ending of ``name`` says what kind of file it is.
    """
    ending = Path(name).suffix or ENDING
    kind = KINDS.get(ending, "Files")
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(page, f"Save the {what}", str(Path(folder) / name))
    dialog.setNameFilters([f"{kind} (*{ending})"])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending.removeprefix("."))
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def save_pdf(around: Surroundings, path: Path, pdf: bytes, what: str = "letter") -> None:
    """Write a PDF off the GUI thread and say where it is."""
    around.tasks.run(
        f"Saving the {what}",
        lambda progress: write_whole(path, pdf, what),
        lambda saved: around.shell.show_notice(Kind.DONE, f"Saved as {saved}."),
        owner=around.shell,
    )


def write_whole(path: Path, content: bytes, what: str = "letter") -> Path:
    """Write a file whole or not at all. Raises CouldNotSaveFile."""
    path = path if path.suffix else path.with_suffix(ENDING)
    fresh = path.with_name(path.name + ".part")
    try:
        keep_read_only(path)
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise CouldNotSaveFile(
            f"{path} could not be written ({error.strerror or error}).\n"
            f"The {what} itself is safe. Choose another folder and save again."
        ) from error
    return path
