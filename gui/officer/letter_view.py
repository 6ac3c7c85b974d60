"""The pages of a PDF one below the other, drawn sharply at any zoom."""

from __future__ import annotations

import pypdfium2
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QTextBrowser, QWidget

from gui.fields.focus_ring import FocusRing
from gui.fields.layout import clear, column
from gui.fields.words import Words
from gui.theme import theme

POINTS = 72
LEAST, MOST = 0.4, 3.0


class LetterView(QScrollArea):
    """A letter to read: arrows and Page Down scroll, plus and minus zoom, 0 fits the width."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Letter")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setWidgetResizable(True)
        self._sheet = QWidget()
        self._sheet.setProperty("surface", "ground")
        self._lines = column(self._sheet, gap=16, margins=8)
        self.setWidget(self._sheet)
        self._document: pypdfium2.PdfDocument | None = None
        self._pages: list[QLabel] = []
        self._zoom: float | None = None
        self.text = ""
        self.pages: tuple[str, ...] = ()
        self._ring = FocusRing(self)

    def show_pdf(self, pdf: bytes) -> int:
        """Show a PDF from its first page; give how many pages it has."""
        clear(self._lines)
        self._document = pypdfium2.PdfDocument(pdf)
        self._pages = [self._page(at) for at in range(len(self._document))]
        self._draw()
        self.pages = tuple(page.get_textpage().get_text_bounded() for page in self._document)
        self.text = "\n".join(self.pages)
        self.setAccessibleDescription(self.text)
        return len(self._pages)

    def show_nothing(self, *words: Words) -> None:
        """Take the pages away, for there is no letter to show; show words instead."""
        clear(self._lines)
        self._document, self._pages, self.text, self.pages = None, [], "", ()
        for each in words:
            self._lines.addWidget(each)
        self._lines.addStretch(1)
        self.setAccessibleDescription(" ".join(each.text() for each in words))

    def show_letter(self, data: bytes, format: str) -> int:
        """Show a letter in its format; give its pages, 0 for a web page or a text."""
        if format not in ("html", "text"):
            return self.show_pdf(data)
        clear(self._lines)
        self._document, self._pages, self.pages = None, [], ()
        page = QTextBrowser()
        page.setOpenLinks(False)
        page.setAccessibleName("Letter")
        page.setMinimumHeight(theme().px(560))
        written = data.decode()
        page.setHtml(written) if format == "html" else page.setPlainText(written)
        self._lines.addWidget(page)
        self.text = page.toPlainText()
        self.setAccessibleDescription(self.text)
        return 0

    def show_place(self, page: int, share: float) -> None:
        """Scroll to a place: a page, from 0, and how far down it, from 0 at its head to 1."""
        QTimer.singleShot(0, self, lambda: self._scroll_to(page, share))

    def _scroll_to(self, page: int, share: float) -> None:
        if page >= len(self._pages):
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        label = self._pages[page]
        down = label.y() + round(label.height() * share)
        self.verticalScrollBar().setValue(down - self.viewport().height() // 3)

    def _page(self, at: int) -> QLabel:
        label = QLabel()
        label.setAccessibleName(f"Page {at + 1}")
        self._lines.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        return label

    def zoom(self, times: float) -> None:
        """Show the pages larger (over 1) or smaller (under 1)."""
        self._zoom = min(MOST, max(LEAST, self.scale() * times))
        self._draw()

    def fit(self) -> None:
        """Fit the pages to the width, as at first."""
        self._zoom = None
        self._draw()

    def scale(self) -> float:
        """Give pixels of the screen to a point of the page."""
        if self._zoom is not None:
            return self._zoom
        if self._document is None:
            return 1.0
        room = self.viewport().width() - theme().px(40)
        comfortable = theme().px(820)
        wide = self._document[0].get_width()
        return max(LEAST, min(MOST, min(room, comfortable) / wide))

    def _draw(self) -> None:
        if self._document is None:
            return
        dense, scale = self.devicePixelRatioF(), self.scale()
        for label, page in zip(self._pages, self._document, strict=True):
            label.setPixmap(pixmap_of(page, scale, dense))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep fitting the width until somebody has zoomed."""
        super().resizeEvent(event)
        if self._zoom is None and event.size().width() != event.oldSize().width():
            self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the first or the last page with Home and End."""
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def pixmap_of(page: pypdfium2.PdfPage, scale: float, dense: float) -> QPixmap:
    """Draw a page at a scale, with all the dots that the screen has."""
    bitmap = page.render(scale=scale * dense, rev_byteorder=True, prefer_bgrx=True)
    image = QImage(
        bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride,
        QImage.Format.Format_RGBX8888,
    )  # fmt: skip
    pixels = QPixmap.fromImage(image)
    pixels.setDevicePixelRatio(dense)
    return pixels
