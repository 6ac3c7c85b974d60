"""A page of a room: its header, its columns, its foot. The shell gives it a place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.fields.columns import Columns
from gui.fields.layout import column, ground, row, show_if, surface
from gui.fields.reflow import ReflowLayout
from gui.fields.words import Words


class Title(Words):
    """A heading that stays on one line as long as there is room for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "heading")

    def sizeHint(self) -> QSize:
        """Give the width of the whole text; Qt would break it early, as a paragraph."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, super().heightForWidth(width))


class Header(QWidget):
    """The words at the top that stay: a title, what it is about, and chips or figures beside it."""

    def __init__(self, title: str, about: str = "", beside: str = "") -> None:
        super().__init__()
        self._line = ReflowLayout(self, gap=16, enough=0.7)
        words = QWidget()
        stack = column(words, gap=2)
        top = row(gap=8)
        self.title, self.beside = Title(title), Words(beside, "muted", wrap=False)
        show_if(self.beside, beside)
        top.addWidget(self.title)
        top.addWidget(self.beside, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        self.about = Words(about, "muted")
        show_if(self.about, about)
        stack.addLayout(top)
        stack.addWidget(self.about)
        self._line.set_main(words)

    def add(self, *widgets: QWidget) -> None:
        """Put chips, clocks or buttons beside the words."""
        for widget in widgets:
            self._line.end_with(widget)

    def show_words(self, title: str, about: str = "", beside: str = "") -> None:
        """Show other words."""
        self.title.show_words(title)
        self.about.show_words(about)
        self.beside.show_words(beside)


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
