"""A page of a room: its header, its columns, its foot. The shell gives it a place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.fields.columns import Columns
from gui.fields.layout import column, ground, surface
from gui.fields.reflow import ReflowLayout
from gui.header import Header

__all__ = ["Header", "Page"]


class Page(QWidget):
    """What a room shows. Fill ``main`` and ``side``; put the page's buttons into the foot.

    ``header`` is shown by the shell, which also keeps the ribbon beside it. Where ``scrolls`` is
    False, ``main`` takes the whole page (a list that scrolls itself). ``arrive`` is called each
    time the page comes to the front, ``leave`` before it goes for good.
    """

    title_changed = Signal()

    def __init__(
        self,
        title: str,
        about: str = "",
        beside: str = "",
        scrolls: bool = True,
        shares: tuple[int, int] = (66, 34),
    ) -> None:
        super().__init__()
        self.header = Header(title, about, beside)
        self._lines = column(self, gap=0)
        self.columns: Columns | None = None
        self.side: QVBoxLayout | None = None
        if scrolls:
            self.columns = Columns(shares)
            self.main, self.side = self.columns.main, self.columns.side
            self._lines.addWidget(self.columns, 1)
        else:
            self.main = self._whole()
        self._foot: QFrame | None = None

    def _whole(self) -> QVBoxLayout:
        page = ground()
        self._lines.addWidget(page, 1)
        return column(page, gap=12, margins=(24, 16, 24, 16))

    def set_foot(self, words: QWidget, *buttons: QWidget) -> None:
        """Put words and buttons into a bar that stays below; the last button is the primary one."""
        if self._foot is not None:
            self._lines.removeWidget(self._foot)
            self._foot.deleteLater()
        self._foot = surface("foot")
        line = ReflowLayout(self._foot, gap=8, margins=(24, 10, 24, 10), enough=0.6)
        line.set_main(words)
        for button in buttons:
            line.end_with(button)
        self._lines.addWidget(self._foot)

    def arrive(self) -> None:
        """Be shown (again): the page may read what has changed."""

    def leave(self) -> None:
        """Be closed for good."""
