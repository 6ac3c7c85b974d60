"""Saving a small form: one verb off the GUI thread; what it refuses shows above the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gui.faults import NEXT_STEP, sentence
from gui.fields.notice import Kind, Notice
from gui.page import Page
from gui.room import Surroundings


class Saving:
    """``notice`` is for the page to place. While something is saved, nothing else is."""

    def __init__(self, around: Surroundings, page: Page) -> None:
        self.notice = Notice()
        self._around, self._page = around, page
        self._busy = False

    def run(
        self,
        save: Callable[[], Any],
        then: Callable[[Any], object],
        refused: Callable[[Exception], object] | None = None,
    ) -> None:
        """Save, and hand what was saved to ``then``; a refusal goes to ``refused`` as well."""
        if self._busy:
            return
        self._busy = True
        self.notice.hide()
        task = self._around.tasks.run("Saving", lambda _: save(), then, self._page, quietly=True)
        task.refused.connect(refused or self.notice.show_error)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)

    def _on_failed(self, reference: str) -> None:
        kept = "Nothing was changed, and what you typed still stands here."
        self.notice.show_notice(Kind.ERROR, sentence(reference), kept, NEXT_STEP)

    def _on_ended(self) -> None:
        self._busy = False
