"""The panel's clerk writes the letters of stage two, from the page of a decided case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casework.case import Case, read_case
from gui.officer.letter_page import LetterPage
from records.people import Role

if TYPE_CHECKING:
    from gui.panel.case_page import PanelCasePage

GROUP = "Decided case"


class ClerkLetters:
    """Connects a decided case to the letters page; only a clerk is offered it."""

    def __init__(self, page: PanelCasePage) -> None:
        self._page, self._away = page, False
        page.record.write_asked.connect(self.open)
        if page.around.desk.person.holds(Role.PANEL_CLERK):
            page.around.actions.add(
                page, "Write a letter of the case", self.open, "W", GROUP, self._may
            )

    def _may(self) -> bool:
        """Letters bear names, so none is written while initials are shown."""
        return self._page.case is not None and not self._page.hearing.initials_only

    def open(self) -> None:
        """Open the letters of the case: which fit, and what they tell of."""
        case, around = self._page.case, self._page.around
        if case is None or not self._may():
            return
        application = case.decision.application

        def show(found: Case) -> None:
            self._away = True
            around.shell.open_page(LetterPage(around, found))

        around.tasks.run(
            "Opening the letters", lambda _: read_case(around.desk, application), show,
            owner=self._page,
        )  # fmt: skip

    def arrive(self) -> None:
        """Read the case again where letters may have been written meanwhile."""
        if self._away:
            self._away = False
            self._page.read()
