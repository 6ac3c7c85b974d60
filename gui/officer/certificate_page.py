"""The certificate of a measurement as it is printed, and the ways to keep it as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from casework.certificates.paper import CertificatePaper, Format, certificate_paper
from gui.fields.buttons import Button, primary
from gui.fields.progress import ProgressLine
from gui.fields.words import Words
from gui.officer.letter_view import LetterView
from gui.officer.saving import ask_where, save_pdf
from gui.page import Page
from gui.room import Surroundings
from records.decision import Decision
from rules.problems import UserFacingError

GROUP, WHAT = "Certificate", "certificate"


class CertificatePage(Page):
    """Draws up a certificate by measuring again, and shows it. Nothing is kept by looking at it.

    With a ``decision`` it is held against what that had, else against what holds today.
    """

    def __init__(
        self,
        around: Surroundings,
        measurement: str,
        about: str,
        reference: str,
        decision: Decision | None = None,
    ) -> None:
        super().__init__("Certificate of measurement", about, reference, scrolls=False)
        self.around, self._measurement, self._decision = around, measurement, decision
        self.paper: CertificatePaper | None = None
        self.waiting = ProgressLine("Measuring again", may_cancel=False)
        self.view = LetterView()
        self.view.setAccessibleName("Certificate")
        self.main.addWidget(self.waiting)
        self.main.addWidget(self.view, 1)
        self._make_foot()
        self._name_actions()
        self._read()

    def _make_foot(self) -> None:
        self.told = Words("", "muted")
        self.large_button = Button("Save in large print…", self.save_large)
        self.save_button = primary("Save as PDF…", self.save, "S")
        for button in (self.large_button, self.save_button):
            button.setEnabled(False)
        self.set_foot(
            self.told,
            Button("Smaller", lambda: self.view.zoom(1 / 1.2), keys="−"),
            Button("Larger", lambda: self.view.zoom(1.2), keys="+"),
            self.large_button,
            self.save_button,
        )

    def _name_actions(self) -> None:
        add = self.around.actions.add
        add(self, "Save the certificate as PDF", self.save, "S", GROUP, self.is_shown)
        add(self, "Save the certificate in large print", self.save_large, "", GROUP, self.is_shown)
        add(self, "Show the certificate larger", lambda: self.view.zoom(1.2), ("+", "="), GROUP)
        add(self, "Show the certificate smaller", lambda: self.view.zoom(1 / 1.2), "-", GROUP)
        add(self, "Fit the certificate to the width", self.view.fit, "0", GROUP)

    def is_shown(self) -> bool:
        """Say whether the certificate is there to be saved."""
        return self.paper is not None

    def _read(self) -> None:
        desk, measurement, decision = self.around.desk, self._measurement, self._decision
        task = self.around.tasks.run(
            "Drawing up the certificate",
            lambda _: certificate_paper(desk, measurement, decision=decision),
            self.show_paper,
            owner=self,
            quietly=True,
        )
        task.ended.connect(self.waiting.hide)
        task.refused.connect(self._on_refused)
        task.failed.connect(self.around.tasks.failed)

    def _on_refused(self, error: UserFacingError) -> None:
        """Go back to the case, which says why there is no certificate."""
        self.around.shell.back()
        self.around.shell.show_error(error)

    def show_paper(self, paper: CertificatePaper) -> None:
        """Show the pages: the measurement came out the same again."""
        self.paper = paper
        pages = self.view.show_pdf(paper.content)
        count = "1 page" if pages == 1 else f"{pages} pages"
        self.told.show_words(f"Measured again from its record, the same to the millimetre; {count}")
        for button in (self.large_button, self.save_button):
            button.setEnabled(True)
        self.view.setFocus()

    def save(self) -> None:
        """Ask where, and save the PDF as it is shown."""
        if (paper := self.paper) is not None:
            self.dialog = ask_where(
                self, paper.file_name, lambda path: self._save(path, paper), WHAT
            )

    def save_large(self) -> None:
        """Draw the certificate in large print, then ask where to save it."""
        desk, measurement, decision = self.around.desk, self._measurement, self._decision
        if self.paper is not None:
            self.around.tasks.run(
                "Drawing up the certificate in large print",
                lambda _: certificate_paper(desk, measurement, Format.LARGE, decision=decision),
                self._ask_for_large,
                owner=self,
            )

    def _ask_for_large(self, paper: CertificatePaper) -> None:
        self.dialog = ask_where(self, paper.file_name, lambda path: self._save(path, paper), WHAT)

    def _save(self, path: Path, paper: CertificatePaper) -> None:
        save_pdf(self.around, path, paper.content, WHAT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the case with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.around.shell.back()
        else:
            super().keyPressEvent(event)
