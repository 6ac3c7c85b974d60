"""A field for the path of a store, with a button that looks for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from gui.fields.buttons import Button
from gui.fields.entries import Line
from gui.fields.layout import row

ENDING = ".milepost"


class PathField(QWidget):
    """A path typed, or chosen in a dialog that never blocks the program."""

    def __init__(self, name: str, new: bool) -> None:
        super().__init__()
        self._new = new
        line = row(self, gap=8)
        self.line = Line(name, letters=48)
        self.browse = Button("Browse…", self._browse)
        self.browse.setAccessibleName(f"Browse for: {name}")
        line.addWidget(self.line, 1)
        line.addWidget(self.browse)
        self.setFocusProxy(self.line)
        self._dialog: QFileDialog | None = None

    def path(self) -> Path | None:
        """Give the path, with the ending of a store where a new one has none; None if empty."""
        text = self.line.text().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        return path.with_name(path.name + ENDING) if self._new and not path.suffix else path

    def show_path(self, path: str) -> None:
        """Write a path into the field."""
        self.line.setText(path)

    def _browse(self) -> None:
        self._dialog = QFileDialog(self, "Choose a store", self.line.text())
        self._dialog.setNameFilters([f"Milepost stores (*{ENDING})", "All files (*)"])
        if self._new:
            self._dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        else:
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._dialog.fileSelected.connect(self.show_path)
        self._dialog.open()
