"""A map on paper: title, map with scale and north point, legend, what it is from, and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from casework.read_only import keep_read_only
from gui.map.camera import Camera, within
from gui.map.canvas import Canvas
from gui.map.legend import paint_swatch, words_of
from gui.map.look import PaperLook
from gui.map.scene import Layer
from rules.problems import UserFacingError

DOTS = 200
"""Dots to an inch, of PDF and picture alike."""
PAGE_INCHES = QSizeF(11.69, 8.27)
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class CouldNotSaveMap(UserFacingError):
    """The map could not be written where it was wanted."""


@dataclass(frozen=True)
class Sheet:
    """What is printed: the scene made ready, the part of the land seen, and the words around it."""

    title: str
    subtitle: str
    canvas: Canvas
    camera: Camera
    hidden: frozenset[Layer]
    words: tuple[str, ...]


def save_sheet(sheet: Sheet, path: Path) -> Path:
    """Write a map whole or not at all: a picture where the name ends in .png, else a PDF.

    Raises CouldNotSaveMap.
    """
    picture = path.suffix.lower() == ".png"
    path = path if picture or path.suffix.lower() == ".pdf" else Path(f"{path}.pdf")
    fresh = path.with_name(f"{path.name}.part")
    try:
        keep_read_only(path)
        fresh.touch()
        written = save_picture(sheet, fresh) if picture else save_pdf(sheet, fresh)
        if not written:
            raise OSError("no room, or no right to write there")
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise CouldNotSaveMap(
            f"{path} could not be written ({error.strerror or error}).\n"
            "The map is as it was. Choose another folder and save again."
        ) from error
    return path


def save_picture(sheet: Sheet, path: Path) -> bool:
    """Write the sheet as a PNG."""
    size = PAGE_INCHES * DOTS
    image = QImage(size.toSize(), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(DOTS / 0.0254))
    image.setDotsPerMeterY(round(DOTS / 0.0254))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    margin = DOTS * 0.4
    painter.translate(margin, margin)
    paint_sheet(painter, sheet, QSizeF(image.size()) - QSizeF(2 * margin, 2 * margin), DOTS)
    painter.end()
    return image.save(str(path), "PNG")


def save_pdf(sheet: Sheet, path: Path) -> bool:
    """Write the sheet as a PDF: lines and letters, not a picture of them."""
    writer = QPdfWriter(str(path))
    writer.setTitle(sheet.title)
    writer.setCreator("Milepost")
    writer.setResolution(DOTS)
    writer.setPageLayout(page_layout())
    painter = QPainter()
    if not painter.begin(writer):
        return False
    area = writer.pageLayout().paintRectPixels(DOTS)
    paint_sheet(painter, sheet, QSizeF(area.size()), DOTS)
    return painter.end()


def page_layout() -> QPageLayout:
    """Give A4 on its side, with a margin."""
    margins = QMarginsF(10, 10, 10, 10)
    unit = QPageLayout.Unit.Millimeter
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, margins, unit
    )


def paint_sheet(painter: QPainter, sheet: Sheet, size: QSizeF, dots: float) -> None:
    """Paint the sheet: title above, map at the left, legend and words at the right."""
    look = PaperLook(dots / 120)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = _title(painter, look, sheet, size)
    side = look.px(300)
    area = QRectF(0, top, size.width() - side - look.px(16), size.height() - top)
    camera = _on_paper(sheet.camera, area)
    _map(painter, look, sheet, camera, area)
    column = QRectF(area.right() + look.px(16), top, side, area.height())
    below = _legend(painter, look, sheet, camera.scale, column)
    _words(painter, look, sheet.words, below, column)


def _title(painter: QPainter, look: PaperLook, sheet: Sheet, size: QSizeF) -> float:
    top = 0.0
    for words, pixels, bold in ((sheet.title, 20, True), (sheet.subtitle, 12, False)):
        font = look.font(pixels, bold)
        painter.setFont(font)
        painter.setPen(look.colour("ink" if bold else "muted"))
        high = QFontMetricsF(font, painter.device()).height()
        painter.drawText(QRectF(0, top, size.width(), high), _WRAP, words)
        top += high + look.px(2)
    return top + look.px(8)


def _on_paper(screen: Camera, area: QRectF) -> Camera:
    """Show all that the screen shows, and what more of the land the paper has room for."""
    wide = area.width() / (screen.size.width() / screen.scale)
    high = area.height() / (screen.size.height() / screen.scale)
    return Camera(screen.east, screen.north, within(min(wide, high)), area.size())


def _map(painter: QPainter, look: PaperLook, sheet: Sheet, camera: Camera, area: QRectF) -> None:
    painter.save()
    painter.setClipRect(area)
    painter.translate(area.topLeft())
    sheet.canvas.paint(painter, look, camera, sheet.hidden)
    painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("field_line"), look.px(1)))
    painter.drawRect(area)


def _legend(
    painter: QPainter, look: PaperLook, sheet: Sheet, scale: float, column: QRectF
) -> float:
    top, high = column.top(), look.px(26)
    for layer in sheet.canvas.scene.layers():
        if layer in sheet.hidden:
            continue
        box = QRectF(column.left(), top, look.px(40), look.px(24))
        paint_swatch(painter, look, layer, box, scale)
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(12))
        words = QRectF(box.right() + look.px(8), top, column.right() - box.right(), box.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), words_of(layer, scale))
        top += high
    return top + look.px(10)


def _words(
    painter: QPainter, look: PaperLook, words: Sequence[str], top: float, column: QRectF
) -> None:
    """Write the words as far as they fit; say how many lines are left out."""
    painter.setFont(look.font(11))
    painter.setPen(look.colour("ink"))
    metrics, gap = QFontMetricsF(look.font(11), painter.device()), look.px(5)
    for at, line in enumerate(words):
        room = QRectF(column.left(), top, column.width(), column.bottom() - top)
        high = metrics.boundingRect(room, _WRAP, line).height()
        left = len(words) - at
        last = metrics.height() if left > 1 else 0
        if top + high + last > column.bottom():
            painter.drawText(QPointF(column.left(), top + metrics.ascent()),
                             f"{left} more in the window, to be copied there.")  # fmt: skip
            return
        painter.drawText(room, _WRAP, line)
        top += high + gap
