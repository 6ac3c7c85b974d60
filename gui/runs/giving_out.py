"""Saving a run's letters and its sheet: where, under which names, and what if it fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from casework.runs.files import Written, write_files, write_merged, write_sheet
from casework.runs.names import BadPattern, checked_pattern
from gui.fields.notice import Kind
from gui.officer.saving import ask_where
from gui.tasks import Progress

if TYPE_CHECKING:
    from gui.runs.run_page import RunPage


class GivingOut:
    """What a run's page does with folders and files."""

    def __init__(self, page: RunPage) -> None:
        self._page = page
        self.dialog: QFileDialog | None = None

    def ask_for_folder(self) -> None:
        """Ask for the folder of the letters' files, once their names can be made."""
        field = self._page.done.pattern_field
        try:
            checked_pattern(self._page.done.pattern.text())
        except BadPattern as error:
            field.show_problem(str(error))
            field.setFocus()
            return
        field.show_problem()
        self._ask_folder("Save the letters in a folder", self.write_files)

    def ask_for_file(self) -> None:
        """Ask for the one PDF."""
        name = f"Letters of run {self._number()}.pdf"
        self.dialog = ask_where(self._page, name, self.write_merged, "letters")

    def ask_for_sheet(self) -> None:
        """Ask for the folder of the run sheet."""
        self._ask_folder("Save the run sheet in a folder", self.write_sheet)

    def _ask_folder(self, words: str, then: Callable[[Path], object]) -> None:
        places = QStandardPaths.StandardLocation
        start = QStandardPaths.writableLocation(places.DocumentsLocation)
        dialog = QFileDialog(self._page, words, start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        self.dialog = dialog

    def write_files(self, folder: Path) -> None:
        """Write each letter to a file, with the run sheet."""
        desk, run, pattern = self._page.around.desk, self._run(), self._page.done.pattern.text()
        self._write(
            "Saving the letters",
            lambda progress: write_files(desk, run, folder, pattern, progress),
        )

    def write_merged(self, path: Path) -> None:
        """Write the letters into one PDF, with the run sheet beside it."""
        desk, run = self._page.around.desk, self._run()
        self._write("Merging the letters", lambda p: write_merged(desk, run, path, p))

    def write_sheet(self, folder: Path) -> None:
        """Write the run sheet."""
        desk, run = self._page.around.desk, self._run()
        self._write("Writing the run sheet", lambda p: Written(write_sheet(desk, run, folder)))

    def _write(self, words: str, work: Callable[[Progress], Any]) -> None:
        self._page.work.do(words, work, self._on_written)

    def _on_written(self, done: Written) -> None:
        count, folder = len(done.files), done.files[0].parent
        left = f"Not in it, since they are no PDF: {', '.join(done.left_out)}."
        self._page.around.shell.show_notice(
            Kind.DONE, f"{count:,} files saved in {folder}.", left if done.left_out else ""
        )

    def _run(self) -> str:
        assert self._page.state is not None
        return self._page.state.run.id

    def _number(self) -> int:
        assert self._page.state is not None
        return self._page.state.number
