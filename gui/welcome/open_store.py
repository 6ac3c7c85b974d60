"""Opening a store: its file, and its passphrase or its recovery key."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.fields.buttons import quiet
from gui.fields.entries import Line, Secret
from gui.fields.form import FormField
from gui.welcome.choose_file import PathField
from gui.welcome.step import Step, going_on


class OpenStep(Step):
    """Asks for the file and what opens it. ``go(path, words, by_recovery_key)`` goes on."""

    go = Signal(object, str, bool)

    def __init__(self) -> None:
        super().__init__("Open a store")
        self._by_key = False
        self.path = PathField("File of the store", new=False)
        self.passphrase = Secret("Passphrase")
        self.key = Line("Recovery key", letters=56)
        self._path_field = FormField("File", self.path)
        self._passphrase_field = FormField("Passphrase", self.passphrase)
        self._key_field = FormField(
            "Recovery key", self.key, "As printed when the store was made; spaces do not matter."
        )
        for field in (self._path_field, self._passphrase_field, self._key_field):
            self.body.addWidget(field)
        self.other = quiet("Use the recovery key instead", self._switch)
        self.open_button = going_on("Open", self._go_on)
        self.end_with(self.open_button, self.other)
        for line in (self.passphrase, self.key, self.path.line):
            line.returnPressed.connect(self._go_on)
        self._key_field.hide()

    def ask_for(self, path: str) -> None:
        """Begin with a path, or with none."""
        self.path.show_path(path)
        self.passphrase.clear()
        self.key.clear()
        self.notice.hide()

    def arrive(self) -> None:
        """Put the focus on what is still to be given."""
        (self.passphrase if self.path.path() else self.path).setFocus()

    def _switch(self) -> None:
        self._by_key = not self._by_key
        self._key_field.setVisible(self._by_key)
        self._passphrase_field.setVisible(not self._by_key)
        other = "passphrase" if self._by_key else "recovery key"
        self.other.setText(f"Use the {other} instead")
        self.other.setAccessibleName(self.other.text())
        (self.key if self._by_key else self.passphrase).setFocus()

    def _go_on(self) -> None:
        if not self.open_button.isEnabled():
            return
        secret, field, what = (
            (self.key.text(), self._key_field, "recovery key")
            if self._by_key
            else (self.passphrase.text(), self._passphrase_field, "passphrase")
        )
        path = self.path.path()
        self._path_field.show_problem("" if path else "Say which file to open.")
        field.show_problem("" if secret else f"Type the {what}.")
        if not path or not secret:
            (field if path else self._path_field).setFocus()
        else:
            self.go.emit(path, secret, self._by_key)
